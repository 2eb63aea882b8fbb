"""Paper: the white ground of a picture, tinted with its colour so that it suits the room.

Only what is shown is tinted; saved and copied pictures keep their white.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PIL import Image
from PySide6.QtGui import QColor

from girlsmoe_desktop.views import theme
from girlsmoe_desktop.views.pictures import ambient, scaled

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtGui import QImage

# The ground is searched on a copy of at most this size.
SEARCH_PX = 128
# Lightness at the top and at the foot, light and dark; most saturation that a paper may have.
LIGHTNESS = ((0.955, 0.905), (0.80, 0.64))
MAX_SATURATION = 0.28
# Darkest channel of a pixel that belongs to the ground, and of one that has any white in it.
WHITE, OFF_WHITE = 238.0, 170.0
# Pictures whose edge is less white than this have another ground: they are left as they are. Only
# the upper half counts, as hair and shoulders may fill all of the lower one.
MIN_WHITE_EDGE = 0.3
# How far soft edges reach into the ground, px of the search copy.
SOFT_EDGE_PX = 3


def shown(pixels: NDArray[np.uint8], side_px: int) -> QImage:
    """Returns a square picture as the window shows it now: on paper, at that size."""
    return made(pixels, side_px, theme.is_dark())


def made(pixels: NDArray[np.uint8], side_px: int, dark: bool) -> QImage:
    """Returns a square picture on paper at a size; may be called on any thread."""
    return scaled(on_paper(pixels, dark), side_px)


def on_paper(pixels: NDArray[np.uint8], dark: bool) -> NDArray[np.uint8]:
    """Returns the picture, shape (H, W, 3), on paper; unchanged if its ground is not white."""
    ground = _ground(pixels)
    if ground is None:
        return pixels
    values = pixels.astype(np.float32)
    # A pixel half covered by hair is half white: it takes half of the paper.
    white = np.clip((values.min(axis=2) - OFF_WHITE) / (WHITE - OFF_WHITE), 0.0, 1.0)
    share = (white * ground)[:, :, None]
    tinted = values * (_paper(ambient(pixels), len(pixels), dark)[:, None, :] / 255.0)
    result: NDArray[np.uint8] = np.rint(values + share * (tinted - values)).astype(np.uint8)
    return result


def _ground(pixels: NDArray[np.uint8]) -> NDArray[np.float32] | None:
    """Returns 1 where the ground and its soft edge are, shape (H, W), or None without a ground."""
    picture = Image.fromarray(pixels)
    small = picture.copy()
    small.thumbnail((SEARCH_PX, SEARCH_PX), Image.Resampling.BOX)
    white = np.asarray(small).min(axis=2) > WHITE
    region = np.zeros_like(white)
    region[0], region[:, 0], region[:, -1] = white[0], white[:, 0], white[:, -1]
    upper = white[: len(white) // 2]
    edge = np.concatenate([white[0], upper[:, 0], upper[:, -1]])
    if edge.mean() < MIN_WHITE_EDGE:
        return None
    grown = _grown(region) & white
    while (grown != region).any():
        region, grown = grown, _grown(grown) & white
    for _ in range(SOFT_EDGE_PX):
        region = _grown(region)
    mask = Image.fromarray(region.astype(np.uint8) * 255)
    resized = mask.resize(picture.size, Image.Resampling.BILINEAR)
    return np.asarray(resized, dtype=np.float32) / 255.0


def _grown(region: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Returns the region and its neighbours to the four sides."""
    grown = region.copy()
    grown[1:] |= region[:-1]
    grown[:-1] |= region[1:]
    grown[:, 1:] |= region[:, :-1]
    grown[:, :-1] |= region[:, 1:]
    return grown


def _paper(light: QColor, height: int, dark: bool) -> NDArray[np.float32]:
    """Returns the colour of each row, shape (height, 3), 0..255."""
    hue = max(light.hslHueF(), 0.0)  # a grey has none and says -1
    saturation = min(light.hslSaturationF(), MAX_SATURATION)
    colors = [QColor.fromHslF(hue, saturation, lightness) for lightness in LIGHTNESS[dark]]
    top, foot = (np.array([c.red(), c.green(), c.blue()], dtype=np.float64) for c in colors)
    down = np.linspace(0.0, 1.0, height)[:, None]
    return ((1.0 - down) * top + down * foot).astype(np.float32)
