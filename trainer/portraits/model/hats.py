"""Hats: a turned crown with a brim, a peak, a band, a cuff, ears and toppings as wished."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trainer.portraits.colors import Rgb
    from trainer.portraits.model.dress import BowShape
    from trainer.portraits.model.point import Point3

Profile = tuple[tuple[float, float], ...]
"""Radius, as a share of the opening's, and length along the axis, from the opening upward."""


@dataclass(frozen=True)
class HatSeat:
    """How a hat sits: the middle of its opening, its tilts in radians, and its own radius.

    `turn` is about its axis, `back` toward the back of the head, `askew` to the right of the
    picture. A `radius` of 0 fits the hat to the hair.
    """

    place: Point3
    turn: float
    back: float
    askew: float
    radius: float


@dataclass(frozen=True)
class Crown:
    """The body of a hat: its profile, and how far (radians) and from where its axis bends.

    `folds` is the strength of soft folds, `panels` the number of sewn panels and `ribs` the number
    of knitted ribs; 0 for none. `sag` is by how much the opening hangs lower beside the face.
    """

    profile: Profile
    bend: float
    bend_from: float
    folds: float
    panels: int
    ribs: int
    sag: float


@dataclass(frozen=True)
class Brim:
    """A brim all round: its width, its slope down (radians), and its waves."""

    width: float
    slope: float
    curl: float
    wave: float
    waves: int
    phase: float


@dataclass(frozen=True)
class Peak:
    """A peak over the forehead: its length, its slope down and half its opening (radians)."""

    length: float
    slope: float
    half_angle: float
    leather: bool


@dataclass(frozen=True)
class HatBand:
    """A band round the crown, from `low` to `high` along its axis, `bulge` thick.

    `kind` is "cloth", "cuff" (knitted and turned up) or "fur".
    """

    low: float
    high: float
    bulge: float
    color: Rgb
    stripes: int
    kind: str


@dataclass(frozen=True)
class Hat:
    """A hat.

    `material` is "felt", "straw", "knit" or "check"; `topping` on its end is "none", "stem",
    "button" or "pompom"; `emblem` on its front is "none", "badge", "anchor", "buckle" or "flower".
    `ears` is the height of cat's ears, 0 for none. `bow_angle` places the bow about the axis.
    """

    kind: str
    color: Rgb
    trim: Rgb
    material: str
    seat: HatSeat
    crown: Crown
    brim: Brim | None
    peak: Peak | None
    band: HatBand | None
    topping: str
    topping_size: float
    emblem: str
    ears: float
    bow: BowShape | None
    bow_angle: float
