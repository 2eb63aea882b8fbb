"""Draws eyes, brows, mouth and cheeks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from trainer.portraits.law import MOUTHS
from trainer.portraits.model import Brows, Cheeks, Eyes, EyeShape, Mouth, Skin
from trainer.portraits.palette import sample_eye_color
from trainer.portraits.streams import chance, pick, sign

if TYPE_CHECKING:
    from trainer.portraits.model import FaceShape
    from trainer.portraits.sampling.style import Illustrator

# One column an archetype: gentle, cat-like, drooping, cool, doll-like, dreamy.
_ARCHETYPES: dict[str, tuple[float, ...]] = {
    "width": (0.188, 0.196, 0.192, 0.200, 0.198, 0.196),
    "height": (0.200, 0.196, 0.196, 0.188, 0.216, 0.194),
    "inner": (-0.22, -0.46, -0.02, -0.30, -0.20, -0.16),
    "peak": (0.90, 0.89, 0.86, 0.84, 0.93, 0.82),
    "peak_x": (0.00, 0.14, -0.10, 0.10, 0.04, -0.02),
    "squareness": (0.78, 0.84, 0.74, 0.88, 0.80, 0.84),
    "outer": (0.12, 0.46, -0.30, 0.28, 0.08, 0.02),
    "tilt": (0.00, 0.11, -0.12, 0.05, 0.00, -0.02),
    "wing_x": (0.20, 0.26, 0.22, 0.28, 0.18, 0.26),
    "wing_y": (0.06, 0.26, -0.18, 0.10, 0.04, -0.06),
    "iris_width": (0.71, 0.69, 0.71, 0.68, 0.73, 0.71),
    "iris_height": (1.16, 1.19, 1.17, 1.27, 1.14, 1.24),
    "iris_y": (0.06, 0.08, 0.06, 0.13, 0.03, 0.09),
    "lash": (0.92, 1.02, 0.92, 1.10, 0.92, 1.02),
    "low": (0.00, 0.06, -0.06, 0.08, 0.00, 0.00),
}
_SHAPE_NOISE = {
    "width": 0.007,
    "height": 0.008,
    "inner": 0.05,
    "peak": 0.02,
    "outer": 0.06,
    "tilt": 0.025,
    "wing_x": 0.05,
    "wing_y": 0.05,
    "low": 0.03,
}
# (smile, open mouth) -> odds of the moods of the brows.
_MOODS: dict[tuple[bool, bool], dict[str, float]] = {
    (True, False): {"calm": 0.62, "raised": 0.12, "tender": 0.12, "wry": 0.04, "keen": 0.10},
    (True, True): {"calm": 0.52, "raised": 0.32, "tender": 0.10, "keen": 0.06},
    (False, False): {"calm": 0.78, "tender": 0.05, "keen": 0.14, "wry": 0.03},
    (False, True): {"calm": 0.58, "raised": 0.28, "tender": 0.07, "keen": 0.07},
}
_WIDTHS = {
    (True, False): (0.122, 0.160),
    (False, False): (0.080, 0.105),
    (True, True): (0.115, 0.155),
    (False, True): (0.098, 0.125),
}
"""Least and largest half-width of a mouth, by smile and opening."""
_FLATNESS = 0.95
"""Height of all eyes as a share of their archetypes': a little flatter."""
_LASHES = 0.95
"""Weight of all lashes as a share of their archetypes': finer."""
_YOUTH = 0.10
"""How much larger the eyes of a child are than those of an adult."""
_LIDS = {"calm": 1.0, "raised": 1.04, "tender": 0.97, "keen": 0.97, "wry": 1.0}


def sample_skin(illustrator: Illustrator, rng: np.random.Generator) -> Skin:
    """Returns the skin: mostly fair, at times deep."""
    fair = 0.06 + float(rng.random()) ** 3 * 0.40
    tan = float(rng.uniform(0.6, 1.0))
    return Skin(
        tone=tan if chance(rng, illustrator.tan_odds * 0.35) else fair,
        warmth=float(rng.uniform(0.45, 1.0)),
    )


def _eye_shape(illustrator: Illustrator, age: float, rng: np.random.Generator) -> EyeShape:
    taste = illustrator.eye_taste / illustrator.eye_taste.sum()
    weights = rng.dirichlet(taste * 1.1)
    numbers = {name: float(np.dot(row, weights)) for name, row in _ARCHETYPES.items()}
    for name, spread in _SHAPE_NOISE.items():
        numbers[name] += float(rng.normal(0, spread))
    shape = EyeShape(**numbers)
    style = illustrator.style
    size = style.eye_scale * (1 + _YOUTH * (0.5 - age)) * float(rng.uniform(0.77, 0.86))
    return replace(
        shape,
        width=shape.width * (0.4 + 0.6 * size),
        height=_FLATNESS * shape.height * size * style.eye_height,
        lash=_LASHES * shape.lash * style.lash_scale,
    )


def sample_eyes(
    illustrator: Illustrator,
    color: str,
    yaw: float,
    mood: str,
    smile: bool,
    age: float,
    rng: np.random.Generator,
) -> Eyes:
    """Returns the eyes: a blend of archetypes in a colour; the mood opens or lowers the lids."""
    shape = _eye_shape(illustrator, age, rng)
    sideways = chance(rng, 0.05)
    gaze_x = (
        sign(rng) * rng.uniform(0.14, 0.22) if sideways else rng.uniform(-0.07, 0.07) + yaw * 0.12
    )
    return Eyes(
        color=sample_eye_color(color, rng),
        shape=shape,
        x=float(rng.uniform(0.280, 0.308)),
        y=float(rng.uniform(-0.215, -0.17)) + 0.05 * (age - 0.5),
        openness=float(np.clip(rng.normal(0.93, 0.04), 0.84, 1.00)) * _LIDS[mood],
        squint=float(rng.uniform(0.2, 0.9)) * smile + float(rng.uniform(0, 0.15)),
        pupil=float(rng.uniform(0.54, 0.76)),
        light_side=1.0 if chance(rng, 0.85) else -1.0,
        light_size=float(rng.uniform(0.70, 0.95)),
        sparkle=float(rng.random()),
        gaze_x=float(gaze_x),
        gaze_y=float(rng.uniform(-0.08, 0.02)),
        lash_weight=float(rng.uniform(0.85, 1.25)),
        wing=float(rng.uniform(0.6, 1.3)),
        lower_lash=float(rng.uniform(0.5, 1.2)),
        crease=float(rng.uniform(0.2, 1)) if chance(rng, 0.85) else 0.0,
        spikes=int(rng.integers(0, 2)),
    )


def sample_mood(smile: bool, open_mouth: bool, rng: np.random.Generator) -> str:
    """Returns a mood of the brows that suits the mouth."""
    return pick(rng, _MOODS[(smile, open_mouth)])


def sample_brows(mood: str, eye_height: float, rng: np.random.Generator) -> Brows:
    """Returns the brows for a mood."""
    strength = float(rng.random())
    calm = Brows(
        mood=mood,
        inner=float(rng.normal(0.012, 0.010)),
        arch=float(rng.uniform(0.010, 0.032)),
        outer=float(rng.uniform(-0.045, 0.01)),
        width=float(rng.uniform(0.017, 0.026)),
        lift=eye_height + float(rng.uniform(0.11, 0.17)),
        asymmetry=float(rng.normal(0, 0.006)),
    )
    if mood == "raised":
        return replace(calm, lift=calm.lift + 0.03 + 0.03 * strength, arch=calm.arch + 0.02)
    if mood == "keen":
        down = 0.008 + 0.018 * strength
        return replace(calm, inner=-down, outer=calm.outer + 0.02, lift=calm.lift - 0.01)
    if mood == "tender":
        up = 0.022 + 0.022 * strength
        return replace(calm, inner=up, outer=calm.outer - 0.015, arch=calm.arch * 0.6)
    if mood == "wry":
        return replace(calm, asymmetry=sign(rng) * (0.02 + 0.02 * strength))
    return calm


def sample_mouth(
    smile: bool, open_mouth: bool, mouth_y: float, chin_y: float, rng: np.random.Generator
) -> Mouth:
    """Returns a mouth; an open one never reaches the chin."""
    kind = pick(rng, MOUTHS[(smile, open_mouth)])
    small = kind in {"half_moon", "oval", "triangle", "pout"}
    narrow, wide = _WIDTHS[(smile, open_mouth)]
    width = float(rng.uniform(narrow, wide))
    opening = float(rng.uniform(0.75, 1.0) if small else rng.uniform(0.75, 1.15))
    if open_mouth and not small:
        mouth_y += 0.03
        opening = min(opening, (mouth_y - chin_y - 0.07) / (width * 1.3))
    return Mouth(
        kind=kind,
        x=float(rng.uniform(-0.01, 0.01)),
        y=mouth_y,
        width=width,
        bend=float(rng.uniform(0.85, 1.4)),
        opening=opening,
        line=float(rng.uniform(0.019, 0.024)),
        lip=float(rng.random()),
        skew=float(rng.normal(0, 0.02)),
        teeth=chance(rng, 0.15),
        fang=int(sign(rng)) if chance(rng, 0.07) else 0,
    )


def chin_height(shape: FaceShape) -> float:
    """Returns the height of the chin in head units."""
    return -0.92 - shape.chin


def mouth_height(nose_y: float, shape: FaceShape, rng: np.random.Generator) -> float:
    """Returns the height of the mouth between nose and chin."""
    return nose_y + (chin_height(shape) - nose_y) * float(rng.uniform(0.36, 0.42))


def sample_cheeks(blush: bool, eye_y: float, chin_y: float, rng: np.random.Generator) -> Cheeks:
    """Returns nose and blush; without the label only a breath of colour is left."""
    return Cheeks(
        nose=pick(rng, {"tick": 0.55, "dot": 0.25, "shade": 0.20}),
        nose_y=eye_y + (chin_y - eye_y) * float(rng.uniform(0.40, 0.45)),
        blush=float(rng.uniform(0.68, 1.0)) if blush else float(rng.uniform(0.12, 0.26)),
        hatching=int(rng.choice([0, 0, 2, 3])),
    )
