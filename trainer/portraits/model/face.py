"""Eyes, brows, mouth and cheeks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class EyeColor:
    """An eye colour class and its shade; hue and `glow_turn` in degrees."""

    name: str
    hue: float
    saturation: float
    value: float
    glow_turn: float


@dataclass(frozen=True)
class EyeShape:
    """The outline of an eye, in units of its own half-width and half-height.

    `width` and `height` are half-sizes in head units; `inner` and `outer` are the heights of the
    corners, `peak` and `peak_x` the top of the upper lid, `squareness` its outer shoulder, `tilt`
    the slant, the wing is the tip of the lashes, the iris numbers its half-sizes and height,
    `lash` the weight of the lashes and `low` the height of the lower lid's outer half.
    """

    width: float
    height: float
    inner: float
    peak: float
    peak_x: float
    squareness: float
    outer: float
    tilt: float
    wing_x: float
    wing_y: float
    iris_width: float
    iris_height: float
    iris_y: float
    lash: float
    low: float


@dataclass(frozen=True)
class Eyes:
    """Both eyes: their shape, place, lids, lashes and lights.

    `openness` (about 1) raises the upper lid and `squint` (0..1) the lower one.
    """

    color: EyeColor
    shape: EyeShape
    x: float
    y: float
    openness: float
    squint: float
    pupil: float
    light_side: float
    light_size: float
    sparkle: float
    gaze_x: float
    gaze_y: float
    lash_weight: float
    wing: float
    lower_lash: float
    crease: float
    spikes: int


@dataclass(frozen=True)
class Brows:
    """Both brows: the heights of their ends, their arch and their place over the eye.

    `mood` is a record of what they were drawn from.
    """

    mood: str
    inner: float
    arch: float
    outer: float
    width: float
    lift: float
    asymmetry: float


@dataclass(frozen=True)
class Mouth:
    """The mouth: one of the kinds in `law.MOUTHS`, its place, size and line."""

    kind: str
    x: float
    y: float
    width: float
    bend: float
    opening: float
    line: float
    lip: float
    skew: float
    teeth: bool
    fang: int


@dataclass(frozen=True)
class Cheeks:
    """Nose and blush: `blush` is the strength 0..1, `hatching` the number of fine strokes."""

    nose: str
    nose_y: float
    blush: float
    hatching: int
