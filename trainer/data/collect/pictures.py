"""Looks at the bytes of a picture before they are kept: they come from anywhere."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass

from PIL import Image, UnidentifiedImageError

from trainer.data.collect.reasons import LeftOutError

_ENDINGS = {"PNG": "png", "JPEG": "jpg", "MPO": "jpg", "WEBP": "webp"}
_KINDS = {
    b"\x89PNG": "a damaged PNG picture",
    b"\xff\xd8\xff": "a damaged JPEG picture",
    b"GIF8": "a GIF picture",
    b"BM": "a BMP picture",
    b"II*\0": "a TIFF picture",
    b"MM\0*": "a TIFF picture",
    b"8BPS": "a Photoshop picture",
    b"%PDF": "a PDF document",
    b"PK\3\4": "a zip archive",
}
_AVIF_AT, _AVIF = 4, (b"ftypavif", b"ftypheic", b"ftypmif1")
_START = 512


@dataclass(frozen=True)
class Limits:
    """What is too much or too little of a picture.

    Attributes:
        most_bytes: Of its file.
        least_px: Of its shorter side.
        most_px: Of its longer side.
        most_pixels: Of all of it; what it takes to decode it.
    """

    most_bytes: int = 30_000_000
    least_px: int = 64
    most_px: int = 16_384
    most_pixels: int = 64_000_000

    def must_hold_bytes(self, count: int) -> None:
        """Raises LeftOutError where a file is larger."""
        if count > self.most_bytes:
            raise LeftOutError(f"It is larger than {self.most_bytes / 1e6:g} MB.")


@dataclass(frozen=True)
class Look:
    """What a picture turned out to be.

    Attributes:
        ending: Of its file: png, jpg or webp.
        mode: How pillow calls its pixels.
        frames: More than 1 where it moves.
    """

    ending: str
    width: int
    height: int
    mode: str
    frames: int


def look(data: bytes, limits: Limits) -> Look:
    """Returns what a picture is, once all of it could be decoded.

    Raises:
        LeftOutError: It is none, damaged, too large or too small.
    """
    limits.must_hold_bytes(len(data))
    if not data:
        raise LeftOutError("It is empty.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about odd metadata, which nobody reads
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return _look(data, limits)
    except LeftOutError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise LeftOutError(
            f"It has more than {limits.most_pixels / 1e6:g} million pixels."
        ) from None
    except UnidentifiedImageError:
        raise LeftOutError(
            f"It is {_kind_of(data)}: PNG, JPEG and WebP pictures are taken."
        ) from None
    except Exception as error:  # decoders answer damage with all kinds of errors
        raise LeftOutError(f"It is damaged ({error or type(error).__name__}).") from None


def _look(data: bytes, limits: Limits) -> Look:
    with Image.open(io.BytesIO(data), formats=["PNG", "JPEG", "WEBP"]) as image:
        width, height = image.size  # from the header: nothing has been decoded yet
        _must_fit(width, height, limits)
        frames = getattr(image, "n_frames", 1) if image.format != "MPO" else 1
        mode = image.mode
        image.load()
        return Look(_ENDINGS[image.format or ""], width, height, mode, frames)


def _must_fit(width: int, height: int, limits: Limits) -> None:
    size = f"It is {width} x {height} pixels"
    if min(width, height) < limits.least_px:
        raise LeftOutError(f"{size}: less than {limits.least_px} on a side.")
    if max(width, height) > limits.most_px:
        raise LeftOutError(f"{size}: more than {limits.most_px} on a side.")
    if width * height > limits.most_pixels:
        raise LeftOutError(f"{size}: more than {limits.most_pixels / 1e6:g} million in all.")


def _kind_of(data: bytes) -> str:
    """Returns what bytes that can't be opened are, as far as their start tells."""
    start = data[:_START]
    for head, kind in _KINDS.items():
        if start.startswith(head):
            return kind
    if start[_AVIF_AT:].startswith(_AVIF):
        return "an AVIF or HEIC picture"
    if b"<html" in start.lower() or b"<!doctype html" in start.lower():
        return "a web page"
    if b"<svg" in start.lower():
        return "an SVG drawing"
    is_text = not any(byte < 9 for byte in start)
    return "text" if is_text else "no picture"
