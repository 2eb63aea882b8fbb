"""Sheets of pictures with a line of text under each, to look at what a judge found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from girlsmoe_desktop.core.pictures import contact_sheet
from trainer.runs import write_atomically

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    Pixels = NDArray[np.uint8]

PAIR_SIDE = 128
"""Side of each picture of a pair, in pixels: sheets hold tiles of one size."""
_FONT_PX = 10
_MARGIN = 2


def save_sheet(path: Path, tiles: Sequence[Pixels], columns: int) -> None:
    """Writes tiles of one size side by side as a PNG; nothing where there are none."""
    if tiles:
        sheet = Image.fromarray(contact_sheet(tiles, columns))
        write_atomically(path, lambda file: sheet.save(file, "PNG"))


def captioned(picture: Pixels, *lines: str, font_px: int = _FONT_PX) -> Pixels:
    """Returns a picture (H, W, 3) with lines of small text under it."""
    height, width = picture.shape[:2]
    line_px = font_px + _MARGIN
    tile = Image.new("RGB", (width, height + line_px * len(lines) + _MARGIN), "white")
    tile.paste(Image.fromarray(picture))
    draw, font = ImageDraw.Draw(tile), ImageFont.load_default(font_px)
    for number, line in enumerate(lines):
        draw.text((_MARGIN, height + number * line_px), line, fill="black", font=font)
    return np.asarray(tile)


def side_by_side(left: Pixels, right: Pixels) -> Pixels:
    """Returns two pictures as one, each resized to `PAIR_SIDE` pixels a side."""
    size = (PAIR_SIDE, PAIR_SIDE)
    pair = (Image.fromarray(each).resize(size, Image.Resampling.BOX) for each in (left, right))
    return np.concatenate([np.asarray(each) for each in pair], axis=1)
