"""Reads pictures of any origin as RGB; what can't be trusted is refused with a reason in words."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    Pixels = NDArray[np.uint8]

SUFFIXES = frozenset(
    (".png", ".apng", ".jpg", ".jpeg", ".webp", ".gif", ".bmp", ".tif", ".tiff", ".avif")
)
"""Endings, in small letters, of the files that are taken for pictures where no table names them."""
_FORMATS = ("PNG", "JPEG", "MPO", "WEBP", "GIF", "BMP", "TIFF", "AVIF")
_DEEP_MODES = frozenset(("I", "I;16", "I;16L", "I;16B", "I;16N", "F"))
_DEEP_WHITE = 65_535


@dataclass(frozen=True)
class Limits:
    """What a picture may be at most: more is taken for a mistake or an attack."""

    bytes: int = 64 * 2**20
    pixels: int = 40_000_000


class BadPictureError(Exception):
    """A picture can't be used; the message says why, to go into a table."""


def read_picture(path: Path, limits: Limits | None = None) -> Pixels:
    """Returns a picture as it is meant to be seen, (H, W, 3): upright, on white, its first frame.

    Raises:
        BadPictureError: It isn't there, is too large, of an unknown kind, or damaged.
    """
    limits = limits or Limits()
    _check_file(path, limits)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of large pictures and odd tags: limits are our own
            with Image.open(path, formats=_available(_FORMATS)) as image:
                _check_size(image, limits)
                return _upright_rgb(image)
    except BadPictureError:
        raise
    except UnidentifiedImageError:
        raise BadPictureError("no picture of a known kind") from None
    except MemoryError:
        raise BadPictureError("too large for the memory") from None
    except Exception as error:  # decoders fail on damage in many ways
        raise BadPictureError(f"damaged: {_in_words(error)}") from None


def _check_file(path: Path, limits: Limits) -> None:
    try:
        if not path.is_file():  # a pipe would be waited for without end
            raise BadPictureError("there is no such file")
        size = path.stat().st_size
    except OSError as error:
        raise BadPictureError(f"can't be read: {error.strerror}") from None
    if size > limits.bytes:
        raise BadPictureError(f"{size} bytes, more than {limits.bytes}")


def _check_size(image: Image.Image, limits: Limits) -> None:
    if image.width * image.height > limits.pixels:
        raise BadPictureError(f"{image.width}x{image.height} pixels, more than {limits.pixels}")


def _available(formats: tuple[str, ...]) -> list[str]:
    """Returns the formats that this build of Pillow reads."""
    Image.init()
    return [name for name in formats if name in Image.OPEN]


def _in_words(error: Exception) -> str:
    """Returns what an error says, on one short line."""
    text = " ".join(str(error).split()) or type(error).__name__
    return text[:120]


def _upright_rgb(image: Image.Image) -> Pixels:
    ImageOps.exif_transpose(image, in_place=True)
    if image.mode in _DEEP_MODES:
        return _from_deep(np.asarray(image))
    return np.asarray(_on_white(image))


def _on_white(image: Image.Image) -> Image.Image:
    """Returns a picture as RGB, what is transparent on white."""
    if not image.has_transparency_data:
        return image if image.mode == "RGB" else image.convert("RGB")
    solid = image if image.mode == "RGBA" else image.convert("RGBA")
    white = Image.new("RGB", solid.size, "white")
    white.paste(solid, mask=solid)
    return white


def _from_deep(levels: NDArray[np.generic]) -> Pixels:
    """Returns grey levels of more than 8 bits, (H, W), as RGB.

    Levels of 16 bits have their usual white; others have none that is agreed on: fractions up to 1
    are taken as such, what goes beyond 16 bits is scaled to its own highest.
    """
    values = np.nan_to_num(levels.astype(np.float32), posinf=0.0, neginf=0.0)
    highest = float(values.max(initial=0.0))
    if levels.dtype.kind == "f":
        white = 1.0 if highest <= 1 else max(255.0, highest)
    else:
        white = max(_DEEP_WHITE, highest)
    grey = np.clip(values * (255 / white) + 0.5, 0, 255).astype(np.uint8)
    return np.repeat(grey[..., None], 3, axis=2)
