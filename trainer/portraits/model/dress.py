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
    """A bow in the hair; `behind` says that it is tied at the back of the head."""

    place: Point3
    shape: BowShape
    behind: bool


@dataclass(frozen=True)
class Hat:
    """A hat: its kind, colours, tilt, the width of its brim and the way it bends."""

    kind: str
    color: Rgb
    trim: Rgb
    x: float
    tilt_degrees: float
    brim: float
    droop: float
    bend: float
    bow: BowShape | None
    bow_side: float


@dataclass(frozen=True)
class Glasses:
    """Glasses: the kind of frame, its colour, the lens' half-height and the wire's width."""

    kind: str
    color: Rgb
    height: float
    wire: float


@dataclass(frozen=True)
class Band:
    """A hair band: colour, place from front to back, width, and whether lace lines it."""

    color: Rgb
    z: float
    width: float
    frilled: bool


@dataclass(frozen=True)
class Clip:
    """A hair clip: its kind, place, turn and colour."""

    kind: str
    place: Point3
    angle_degrees: float
    color: Rgb
