"""What painting a layer of hair needs to know, and its clumps as they lie on the canvas."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.portraits.colors import Floats
    from trainer.portraits.head import Head
    from trainer.portraits.model import Style
    from trainer.portraits.palette import HairPalette

COLUMNS = 7
"""Points across a clump, without its drawn edges."""


@dataclass(frozen=True)
class HairPaint:
    """What all layers are painted with.

    `samples` is the number of points along a clump, `pixel` the side of one in canvas units.
    """

    head: Head
    palette: HairPalette
    style: Style
    light: Floats
    samples: int
    pixel: float


@dataclass(frozen=True)
class LayerLook:
    """How one layer differs: darkness, strength of highlights, length of the faded root.

    `shade` maps canvas positions (..., 2) to extra darkness (...); `over_skin` lets tips take
    colour from the skin below.
    """

    dark: float = 0.0
    highlights: float = 1.0
    root_fade: float = 0.0
    over_skin: bool = False
    shade: Callable[[Floats], Floats] | None = None


@dataclass(frozen=True)
class Placed:
    """All clumps of a layer: points and canvas positions (n, t, COLUMNS, 3 or 2), and numbers.

    `width` (n, t) is the share of the whole clump's width; the other numbers are (n,).
    """

    points: Floats
    xy: Floats
    depth: Floats
    width: Floats
    line: Floats
    shine: Floats
    tip: Floats
    dark: Floats
    root: Floats
    tone: Floats
    taper: Floats

    @property
    def t(self) -> Floats:
        """Positions along the clumps, (1, t)."""
        return np.linspace(0, 1, self.points.shape[1], dtype=np.float32)[None, :]
