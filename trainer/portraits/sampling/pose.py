"""Draws where the head is, how it turns, and the face's outline."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from trainer.portraits.canvas import CANVAS
from trainer.portraits.model import FaceShape, Pose
from trainer.portraits.streams import chance, sign

if TYPE_CHECKING:
    from trainer.portraits.model import Style


@dataclass(frozen=True)
class _Frame:
    """Where in the picture heads are, in canvas units.

    Attributes:
        scale: Least and greatest length of one head unit.
        chin: Mean height of the chin, from the top.
        up_and_down: How far the chin is from there at most.
        sideways: How far the head is from the middle at most, before its turn and tilt move it.
    """

    scale: tuple[float, float]
    chin: float
    up_and_down: float
    sideways: float


_LARGE_LOWERS = 0.35
_BACK_SHOWS = 12.0
"""Canvas units of free picture that a turn by one radian is worth to a ponytail."""
_HIGH_TIE = (0.55, -0.55)
"""Where a high ponytail is tied: beside the middle of the head and before it, in head units."""
_SWING = 1.05
"""How far outward of its tie a high ponytail swings, in head units."""
_HALF_WIDTH = 0.95
"""Of the hair on the head, in head units."""
_BARE = _Frame(scale=(92, 110), chin=179, up_and_down=14, sideways=29)
_ROOMY = _Frame(scale=(85, 104), chin=182, up_and_down=14, sideways=19)
"""Of hair whose tails, or whose ends, have to be seen."""
_MAKES_ROOM = 13
"""How far a head moves at least to one side, so that a ponytail is seen on the other."""
_UNDER_HAT = _Frame(scale=(82, 97), chin=187, up_and_down=8, sideways=15)


def sample_shape(style: Style, rng: np.random.Generator) -> FaceShape:
    """Returns the outline of the face."""
    age = float(rng.beta(2.2, 2.2))
    return FaceShape(
        chin=float(rng.uniform(-0.02, 0.02)) + 0.06 * age - 0.185 + 0.6 * style.chin,
        cheek=float(rng.uniform(0.73, 0.79)),
        jaw=float(rng.uniform(0.95, 1.05)),
        point=float(rng.uniform(-0.95, -0.1)) + 0.3 * (age - 0.5) + style.chin_point,
        plump=0.45 * float(rng.random()) + 0.14 + 0.40 * style.plumpness - 0.3 * (age - 0.5),
        age=age,
        crown=float(rng.uniform(0.83, 0.92)),
    )


def sample_pose(
    shape: FaceShape,
    hatted: bool,
    styles: frozenset[str],
    rng: np.random.Generator,
    lighting: np.random.Generator,
) -> Pose:
    """Returns the pose.

    A head under a hat is smaller and lower, so that the hat fits; tails, and the ends of hair that
    is neither long nor short, have their room in the picture too. The light has a stream of its
    own, `lighting`, so that it can change and the pose stay.
    """
    yaw = float(np.clip(rng.normal(0, 0.14), -0.34, 0.34))
    if chance(rng, 0.50):
        yaw = float(rng.uniform(0.16, 0.34)) * sign(rng)
    pitch = float(np.clip(rng.normal(-0.07, 0.075), -0.22, 0.06))
    roll = float(np.clip(rng.normal(0, 0.15), -0.27, 0.27))
    frame = _frame(hatted, styles)
    scale = float(rng.uniform(*frame.scale))
    # A large head is lower, so that its crown stays in the picture.
    chin_on_canvas = frame.chin + _LARGE_LOWERS * (scale - sum(frame.scale) / 2)
    chin_on_canvas += float(np.clip(rng.normal(0, 0.5), -1, 1)) * frame.up_and_down
    chin = (0.94 + shape.chin) * math.cos(pitch) + 0.5 * math.sin(pitch)
    from_left = chance(lighting, 0.75)
    light_x = lighting.uniform(-0.8, -0.1) if from_left else lighting.uniform(0.1, 0.7)
    return Pose(
        x=CANVAS / 2 + _aside(frame, styles, rng) - yaw * 12 - roll * 14,
        y=chin_on_canvas - chin * scale,
        scale=scale,
        yaw=yaw,
        pitch=pitch,
        roll=roll,
        light=(
            float(light_x),
            float(lighting.uniform(0.45, 0.8)),
            float(lighting.uniform(0.6, 0.9)),
        ),
    )


def _frame(hatted: bool, styles: frozenset[str]) -> _Frame:
    if hatted:
        return _UNDER_HAT
    loose = styles & {"long_hair", "short_hair"} and not styles & {"twintails", "ponytail"}
    return _BARE if loose else _ROOMY


def _aside(frame: _Frame, styles: frozenset[str], rng: np.random.Generator) -> float:
    """Returns how far the head is from the middle, in canvas units."""
    share = float(rng.uniform(-1, 1))
    if "ponytail" not in styles:
        return share * frame.sideways
    return math.copysign(_MAKES_ROOM + abs(share) * frame.sideways, share)


def roomy_side(pose: Pose, tie: str) -> float:
    """Returns the side, -1 left or 1 right, where a ponytail of a tie is seen best.

    That is where the head leaves more of the picture free and, for a head near the middle, the side
    away from which the face turns: there the back of the head shows. A high one is tied so far back
    that on the other side it may stay behind the head.
    """
    if tie == "high_pony":
        seen = {side: _seen_of_a_high_one(pose, side) for side in (-1.0, 1.0)}
        return max(seen, key=lambda side: seen[side])
    free = CANVAS / 2 - pose.x - _BACK_SHOWS * pose.yaw
    return 1.0 if free > 0 else -1.0


def _seen_of_a_high_one(pose: Pose, side: float) -> float:
    """Returns about how far a high ponytail is seen beside the hair, in head units."""
    x, z = _HIGH_TIE
    begins = x * math.cos(pose.yaw) + side * z * math.sin(pose.yaw)
    room = (CANVAS if side > 0 else 0.0) - pose.x
    return min(begins + _SWING, side * room / pose.scale) - _HALF_WIDTH
