"""Tells whether a bow in the hair can be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from trainer.portraits.canvas import CANVAS
from trainer.portraits.hair.shell import CENTER, RADII

if TYPE_CHECKING:
    from trainer.portraits.head import Head
    from trainer.portraits.model import HairBow

_HAT_COVERS_ABOVE = 0.50
_INSIDE = 0.4
"""How far inside the picture a bow's middle must lie, as a share of its size."""


def bow_is_visible(head: Head, bow: HairBow, volume: float, hatted: bool) -> bool:
    """Returns whether most of a bow lies on the canvas and is hidden by neither head nor hat.

    Args:
        head: The posed head.
        bow: The bow.
        volume: Size of the hair's shell, about 1.1.
        hatted: Whether a hat is worn.
    """
    (x, y), view = head.project(np.array(bow.place))
    reach = bow.shape.size * head.scale
    inside = _INSIDE * reach
    on_canvas = inside < x < CANVAS - inside and inside < y < CANVAS - 20
    if not on_canvas or (hatted and bow.place[1] > _HAT_COVERS_ABOVE):
        return False
    if view[2] > -0.12 and not bow.behind:
        return True
    center = head.project(CENTER)[1]
    offset = (view - center) / (RADII * volume)
    beside = float(np.hypot(offset[0], offset[1])) + 0.5 * bow.shape.size
    return beside > (1.33 if bow.behind else 1.15)
