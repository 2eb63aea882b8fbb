"""Reads any usual picture file into pixels: its size is known before a pixel is unpacked."""

from __future__ import annotations

import warnings
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

from girlsmoe_desktop.core.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

FORMATS = ("PNG", "JPEG", "WEBP", "BMP", "GIF", "TIFF")
ENDINGS = (".png", ".jpg", ".jpeg", ".webp", ".bmp", ".gif", ".tif", ".tiff")
MAX_PX = 1 << 26
"""Of a picture: 67 million pixels, such as 8192 x 8192."""
_ORIENTATION = 0x0112
_ON_ITS_SIDE = (5, 6, 7, 8)
_GREY = ("1", "L", "LA", "La", "I", "I;16", "I;16B", "I;16L", "I;16N")


@dataclass(frozen=True)
class Decoded:
    """A picture as it is meant to be seen, turned as its camera says.

    Attributes:
        pixels: RGB, shape (H, W, 3), or RGBA, shape (H, W, 4), if parts can be seen through.
        is_grey: Whether the file knows no colours.
        is_first_of_many: Whether it was a film, of which this is the first picture.
        profile: What the numbers mean as colours (ICC), or None for what is usual.
    """

    pixels: NDArray[np.uint8]
    is_grey: bool = False
    is_first_of_many: bool = False
    profile: bytes | None = None


def decode(path: Path) -> Decoded:
    """Returns the picture in a file.

    Raises:
        UserError: It can't be read, is of another kind, or has more than `MAX_PX` pixels.
    """
    with _opened(path) as image:
        is_film = bool(getattr(image, "is_animated", False)) and image.format != "MPO"
        image.load()
        grey, profile = image.mode in _GREY, _profile(image)
        turned = ImageOps.exif_transpose(_plain(image))
        has_alpha = turned.has_transparency_data
        pixels = np.asarray(turned.convert("RGBA" if has_alpha else "RGB"))
    if has_alpha and pixels[..., 3].min() == 255:
        pixels = np.ascontiguousarray(pixels[..., :3])
    return Decoded(pixels, grey, is_film, profile)


def size_of(path: Path) -> tuple[int, int]:
    """Returns a picture's height and width, as it is meant to be seen.

    Raises:
        UserError: As for `decode`.
    """
    with _opened(path) as image:
        width, height = image.size
        is_turned = image.getexif().get(_ORIENTATION) in _ON_ITS_SIDE
    return (width, height) if is_turned else (height, width)


@contextmanager
def _opened(path: Path) -> Iterator[Image.Image]:
    """Opens a picture without unpacking it; what goes wrong with it is put into words."""
    try:
        with warnings.catch_warnings():
            # Pillow only warns of some that are too large, and of what is odd but harmless.
            warnings.simplefilter("ignore")
            with Image.open(path, formats=FORMATS) as image:
                if image.width * image.height > MAX_PX:
                    raise UserError(
                        "{0} is {1}x{2} px, more than {3} million pixels: choose a smaller one.",
                        path,
                        image.width,
                        image.height,
                        MAX_PX // 10**6,
                    )
                yield image
    except FileNotFoundError as error:
        raise UserError("There is no file {0}: check the name.", path) from error
    except IsADirectoryError as error:
        raise UserError("{0} is a folder: choose a picture in it.", path) from error
    except UnidentifiedImageError as error:
        raise UserError(
            "{0} is no picture that can be read: choose a PNG, JPEG, WebP, BMP, GIF or TIFF.", path
        ) from error
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError) as error:
        reason = getattr(error, "strerror", None) or error
        raise UserError("{0} can't be read ({1}): choose another file.", path, reason) from error
    except MemoryError as error:
        raise UserError("{0} is too large for this computer's memory.", path) from error


def _plain(image: Image.Image) -> Image.Image:
    """Returns pictures with 16 or 32 bits a number in 8; Pillow would cut off what is bright."""
    if not image.mode.startswith(("I", "F")):
        return image
    values = np.asarray(image).astype(np.float64)
    if image.mode == "F" or values.min() < 0 or values.max() > 65_535:
        raise ValueError("its numbers are neither of 8 nor of 16 bits")
    eight = Image.fromarray(np.rint(values / 257).astype(np.uint8))
    eight.info, orientation = {}, image.getexif().get(_ORIENTATION)
    if orientation:
        eight.getexif()[_ORIENTATION] = orientation
    return eight


def _profile(image: Image.Image) -> bytes | None:
    """Returns the colour profile of an RGB picture; of others it says nothing about RGB."""
    profile = image.info.get("icc_profile")
    is_rgb = isinstance(profile, bytes) and profile[16:20] == b"RGB "
    return profile if is_rgb and image.mode not in ("CMYK", *_GREY) else None
