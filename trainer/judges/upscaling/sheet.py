"""What contenders make of the same parts of pictures, side by side, to look at."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from girlsmoe_desktop.core.pictures import contact_sheet
from trainer.judges.sheets import captioned
from trainer.judges.upscaling.contenders import NEAREST
from trainer.judges.upscaling.distances import gradient

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from trainer.judges.upscaling.contenders import Contender
    from trainer.judges.upscaling.distances import Floats
    from trainer.judges.upscaling.pairs import Pair

    Pixels = NDArray[np.uint8]

COLUMNS = 7
CROP_PX = 72
"""Side of the truth's part that a sheet shows."""
ENLARGED = 2
_FONT_PX, _LINE, _LINES = 13, 20, 2


def sheet_of(pairs: Sequence[Pair], contenders: Sequence[Contender]) -> Pixels:
    """Returns for each pair the small picture, what contenders make of it, and the truth.

    Shown is the part of `CROP_PX` pixels with most edges, `ENLARGED` times as large.
    """
    tiles: list[Pixels] = []
    for pair in pairs:
        place = _fullest(gradient(pair.truth / 255))
        shown = [(each.name, each.upscale(pair.small)) for each in (NEAREST, *contenders)]
        shown[0] = ("the small picture", shown[0][1])
        tiles += [_tile(picture[place], name) for name, picture in (*shown, ("truth", pair.truth))]
        tiles += [np.full_like(tiles[-1], 255)] * (-len(tiles) % COLUMNS)
    return contact_sheet(tiles, COLUMNS)


def weak_spots(pairs: Sequence[Pair], ours: Contender) -> Pixels:
    """Returns where a contender is furthest from the truth: a row a pair."""
    tiles: list[Pixels] = []
    for pair in pairs:
        grown = ours.upscale(pair.small)
        place = _fullest(np.square(grown / 255 - pair.truth / 255).sum(-1))
        shown = (("the small picture", NEAREST.upscale(pair.small)), (ours.name, grown))
        tiles += [_tile(picture[place], name) for name, picture in (*shown, ("truth", pair.truth))]
    return contact_sheet(tiles, 3)


def _fullest(weights: Floats) -> tuple[slice, slice]:
    """Returns the square of `CROP_PX` that has most of something, of weights (H, W)."""
    sums = np.pad(weights, ((1, 0), (1, 0))).cumsum(0).cumsum(1)
    side = min(CROP_PX, *weights.shape)
    inside = sums[side:, side:] - sums[:-side, side:] - sums[side:, :-side] + sums[:-side, :-side]
    top, left = np.unravel_index(int(inside.argmax()), inside.shape)
    return slice(int(top), int(top) + side), slice(int(left), int(left) + side)


def _tile(picture: Pixels, name: str) -> Pixels:
    """Returns a part of a picture on a tile as large as all others, its name below."""
    size = (ENLARGED * picture.shape[1], ENLARGED * picture.shape[0])
    large = np.asarray(Image.fromarray(picture).resize(size, Image.Resampling.NEAREST))
    lacking = [(0, ENLARGED * CROP_PX - side) for side in large.shape[:2]]
    whole = np.pad(large, (*lacking, (0, 0)), constant_values=255)
    lines = textwrap.wrap(name, _LINE)[:_LINES]
    return captioned(whole, *lines, *[""] * (_LINES - len(lines)), font_px=_FONT_PX)
