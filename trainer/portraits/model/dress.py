"""What is worn on the head."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trainer.portraits.colors import Rgb
    from trainer.portraits.model.point import Point3


@dataclass(frozen=True)
class BowShape:
    """A bow: loop `size`, `angle_degrees`, tail length in loops, fatness and lift of the loops."""

    size: float
    angle_degrees: float
    tails: float
    fatness: float
    lift: float
    spread: float
    pointed: bool
    color: Rgb


@dataclass(frozen=True)
class HairBow:
    """A bow in the hair; `behind` says that it is tied at the back of the head.

    `strap` is the width of the ribbon round the head on which it sits, 0 for none.
    """

    place: Point3
    shape: BowShape
    behind: bool
    strap: float = 0.0


@dataclass(frozen=True)
class Glasses:
    """Glasses.

    `kind` says where the lens has a rim: "under_rim", "top_rim" and "rimless" lack a part of it.
    `width` and `height` are the lens' half-sizes in half-widths of the eye, `squareness` the power
    of its superellipse (2 is an ellipse), `cat_eye` the lift of its outer upper corner (0..1),
    `wire` the rim's width, `drop` and `outward` how far the lens' middle lies below the eye's and
    farther from the nose, all three in head units, `tint` the colour of the
    glass, `glare` its shine and `fade` how much paler the rim grows downward (0..1).
    """

    kind: str
    color: Rgb
    width: float
    height: float
    squareness: float
    cat_eye: float
    wire: float
    drop: float
    outward: float
    tint: float
    glare: float
    fade: float


@dataclass(frozen=True)
class Band:
    """A hair band: colour, place from front to back, width, and whether lace lines it."""

    color: Rgb
    z: float
    width: float
    frilled: bool


@dataclass(frozen=True)
class Clip:
    """A hair clip: its kind, place, turn, size (about 1) and colour."""

    kind: str
    place: Point3
    angle_degrees: float
    size: float
    color: Rgb
