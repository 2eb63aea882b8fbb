"""The pose, the outline of the face, the skin and the hand of the illustrator."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trainer.portraits.colors import Rgb
    from trainer.portraits.model.point import Point3


@dataclass(frozen=True)
class Pose:
    """Where the head is and how it is turned.

    `x`, `y` and `scale` are in canvas units (the picture is 256 wide); `light` points toward the
    light, x to the right, y up, z toward the viewer.
    """

    x: float
    y: float
    scale: float
    yaw: float
    pitch: float
    roll: float
    light: Point3


@dataclass(frozen=True)
class FaceShape:
    """The face's outline: `cheek` widens it all and `jaw` its lower half (both about 1).

    `chin` lengthens, `point` sharpens and `plump` rounds the chin; `age` runs from child-like (0:
    short face, large low eyes) to adult (1). `crown` is the height of the skull above the brow, as
    a share of the height at which hair is built.
    """

    chin: float
    cheek: float
    jaw: float
    point: float
    plump: float
    age: float
    crown: float


@dataclass(frozen=True)
class Style:
    """The hand of the illustrator: weights and strengths, most of them about 0..1.

    `year` is the year (2003..2016) whose fashion moved them. Some act while a portrait is sampled
    and are only a record afterwards: `year`, `eye_scale`, `eye_height`, `lash_scale`, `pastel`,
    `chin`, `chin_point` and `plumpness`.
    """

    year: float
    line_width: float
    line_opacity: float
    hair_line: float
    skin_softness: float
    hair_contrast: float
    hair_roundness: float
    tone_range: float
    streaks: float
    tip_darkness: float
    tip_skin: float
    hue_variation: float
    ring_height: float
    ring_width: float
    ring_jitter: float
    ring_strength: float
    ring_crispness: float
    eye_scale: float
    eye_height: float
    lash_scale: float
    pastel: float
    chin: float
    chin_point: float
    plumpness: float
    rim_light: float
    iris_rays: float
    saturation: float
    brightness: float
    bloom: float
    sharpness: float
    grain: float
    cloth_softness: float
    fade: float
    ink: Rgb


@dataclass(frozen=True)
class Skin:
    """`tone` runs from fair (0) to deep tan (1), `warmth` from cream (0) to rose (1)."""

    tone: float
    warmth: float
