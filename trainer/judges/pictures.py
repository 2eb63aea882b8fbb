"""Finds and reads the pictures that a judge looks at: a folder of them, or a sheet of tiles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from girlsmoe_desktop.core.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

_SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".webp"})

Source = tuple[str, "Callable[[], NDArray[np.uint8]]"]
"""A picture's name, and what reads it: (H, W, 3) uint8."""


def open_pictures(path: Path, tile: int) -> Sequence[Source]:
    """Returns the pictures of a folder, by name, or the tiles of a sheet, row by row.

    Args:
        path: A folder of pictures, or one picture made of tiles.
        tile: Side of the tiles in pixels; for a folder it is of no matter.

    Raises:
        UserError: there are fewer than two, or the sheet is no whole number of tiles.
    """
    if path.is_dir():
        files = sorted(file for file in path.iterdir() if file.suffix.lower() in _SUFFIXES)
        sources: list[Source] = [(file.name, _reader(file)) for file in files]
    elif path.is_file():
        sources = _tiles(read_rgb(path), path, tile)
    else:
        raise UserError(f"There is no {path}. Give a folder of pictures, or a sheet of tiles.")
    if len(sources) < 2:
        raise UserError(f"{path} holds {len(sources)} pictures; comparing needs at least two.")
    return sources


def read_rgb(path: Path) -> NDArray[np.uint8]:
    """Returns a picture, (H, W, 3) uint8.

    Raises:
        UserError: it cannot be read.
    """
    try:
        with Image.open(path) as image:
            return np.asarray(image.convert("RGB"))
    except Exception as error:  # decoders fail on damage in many ways, SyntaxError among them
        raise UserError(
            f"{path} cannot be read as a picture: {error}. Delete it, or mend it."
        ) from None


def _reader(path: Path) -> Callable[[], NDArray[np.uint8]]:
    return lambda: read_rgb(path)


def _tiles(sheet: NDArray[np.uint8], path: Path, side: int) -> list[Source]:
    height, width = sheet.shape[:2]
    if side < 1 or height % side or width % side:
        raise UserError(f"{path} is {width}x{height} px, no whole number of {side} px tiles.")
    corners = [(y, x) for y in range(0, height, side) for x in range(0, width, side)]
    return [
        (f"tile {number}", _cutter(sheet[y : y + side, x : x + side]))
        for number, (y, x) in enumerate(corners)
    ]


def _cutter(tile: NDArray[np.uint8]) -> Callable[[], NDArray[np.uint8]]:
    return lambda: tile
