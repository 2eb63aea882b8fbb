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

# One column an archetype: round, cat-like, drooping, cool, doll-like.
_ARCHETYPES: dict[str, tuple[float, ...]] = {
    "width": (0.198, 0.208, 0.203, 0.210, 0.220),
    "height": (0.168, 0.156, 0.160, 0.144, 0.196),
    "inner": (-0.12, -0.42, 0.08, -0.22, -0.08),
    "peak": (1.0, 0.96, 0.95, 0.82, 1.00),
    "peak_x": (0.05, 0.16, -0.02, 0.12, 0.08),
    "squareness": (0.93, 0.99, 0.86, 0.98, 0.95),
    "outer": (0.10, 0.42, -0.28, 0.26, 0.05),
    "tilt": (0.00, 0.09, -0.10, 0.04, 0.00),
    "wing_x": (0.20, 0.28, 0.18, 0.28, 0.16),
    "wing_y": (0.08, 0.34, -0.22, 0.10, 0.06),
    "iris_width": (0.69, 0.65, 0.70, 0.66, 0.73),
    "iris_height": (1.26, 1.28, 1.28, 1.36, 1.18),
    "iris_y": (0.26, 0.30, 0.26, 0.34, 0.18),
    "lash": (0.92, 1.08, 0.92, 1.08, 1.00),
    "low": (0.00, 0.06, -0.06, 0.08, 0.00),
}
_SHAPE_NOISE = {
    "width": 0.010,
    "height": 0.012,
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
    (True, False): {"calm": 0.46, "raised": 0.22, "worried": 0.06, "relaxed": 0.20, "wry": 0.06},
    (True, True): {"calm": 0.38, "raised": 0.36, "worried": 0.10, "relaxed": 0.12, "wry": 0.04},
    (False, False): {"calm": 0.36, "raised": 0.06, "angry": 0.20, "worried": 0.22, "relaxed": 0.16},
    (False, True): {"calm": 0.20, "raised": 0.38, "angry": 0.16, "worried": 0.26},
}
_OPENINGS = {"calm": 1.0, "raised": 1.05, "angry": 0.97, "worried": 0.96, "relaxed": 0.86, "wry": 1}


def sample_skin(illustrator: Illustrator, rng: np.random.Generator) -> Skin:
    """Returns the skin: mostly fair, at times deep."""
    fair = float(rng.random()) ** 2 * 0.42
    tan = float(rng.uniform(0.6, 1.0))
    return Skin(
        tone=tan if chance(rng, illustrator.tan_odds * 0.35) else fair,
        warmth=float(rng.random()),
    )


def _eye_shape(illustrator: Illustrator, rng: np.random.Generator) -> EyeShape:
    taste = illustrator.eye_taste / illustrator.eye_taste.sum()
    weights = rng.dirichlet(taste * 1.6)
    numbers = {name: float(np.dot(row, weights)) for name, row in _ARCHETYPES.items()}
    for name, spread in _SHAPE_NOISE.items():
        numbers[name] += float(rng.normal(0, spread))
    shape = EyeShape(**numbers)
    style = illustrator.style
    return replace(
        shape,
        width=shape.width * style.eye_scale,
        height=shape.height * style.eye_scale * style.eye_height,
        lash=shape.lash * style.lash_scale,
    )


def sample_eyes(
    illustrator: Illustrator, color: str, yaw: float, mood: str, rng: np.random.Generator
) -> Eyes:
    """Returns the eyes: a blend of archetypes in a colour; the mood opens or lowers the lids."""
    shape = _eye_shape(illustrator, rng)
    sideways = chance(rng, 0.18)
    gaze_x = (
        sign(rng) * rng.uniform(0.16, 0.26) if sideways else rng.uniform(-0.1, 0.1) + yaw * 0.12
    )
    return Eyes(
        color=sample_eye_color(color, rng),
        shape=shape,
        x=float(rng.uniform(0.375, 0.415)) + 0.25 * (shape.width - 0.23),
        y=float(rng.uniform(-0.21, -0.13)),
        openness=float(np.clip(rng.normal(1.0, 0.04), 0.9, 1.06)) * _OPENINGS[mood],
        pupil=float(rng.uniform(0.75, 1.05)),
        light_side=1.0 if chance(rng, 0.85) else -1.0,
        light_size=float(rng.uniform(0.75, 1.05)),
        sparkle=float(rng.random()),
        gaze_x=float(gaze_x),
        gaze_y=float(rng.uniform(-0.08, 0.08)),
        lash_weight=float(rng.uniform(0.85, 1.25)),
        wing=float(rng.uniform(0.6, 1.3)),
        lower_lash=float(rng.uniform(0.5, 1.2)),
        crease=float(rng.uniform(0.2, 1)) if chance(rng, 0.85) else 0.0,
        spikes=int(rng.integers(0, 4)),
    )


def sample_mood(smile: bool, open_mouth: bool, rng: np.random.Generator) -> str:
    """Returns a mood of the brows that suits the mouth."""
    return pick(rng, _MOODS[(smile, open_mouth)])


def sample_brows(mood: str, eye_height: float, rng: np.random.Generator) -> Brows:
    """Returns the brows for a mood."""
    inner = float(rng.choice([-0.02, 0, 0, 0.02, 0.04])) + float(rng.normal(0, 0.012))
    arch, outer = float(rng.uniform(-0.01, 0.045)), float(rng.uniform(-0.05, 0.02))
    lift = eye_height + float(rng.uniform(0.16, 0.25))
    strength = float(rng.random())
    calm = Brows(
        mood=mood,
        inner=inner,
        arch=arch,
        outer=outer,
        width=float(rng.uniform(0.020, 0.034)),
        lift=lift,
        asymmetry=float(rng.normal(0, 0.008)),
    )
    if mood == "raised":
        return replace(calm, lift=lift + 0.03 + 0.04 * strength, arch=arch + 0.03)
    if mood == "angry":
        falling = -0.05 - 0.035 * strength
        return replace(calm, inner=falling, outer=outer + 0.045, lift=lift - 0.02, arch=arch * 0.4)
    if mood == "worried":
        rising = 0.05 + 0.035 * strength
        return replace(calm, inner=rising, outer=outer - 0.035, arch=arch * 0.3)
    if mood == "relaxed":
        return replace(calm, lift=lift - 0.015)
    if mood == "wry":
        return replace(calm, asymmetry=sign(rng) * (0.025 + 0.025 * strength))
    return calm


def sample_mouth(
    smile: bool, open_mouth: bool, mouth_y: float, chin_y: float, rng: np.random.Generator
) -> Mouth:
    """Returns a mouth; an open one never reaches the chin."""
    kind = pick(rng, MOUTHS[(smile, open_mouth)])
    small = kind in {"half_moon", "oval", "triangle", "pout"}
    width = float(rng.uniform(0.140, 0.190) if open_mouth else rng.uniform(0.125, 0.175))
    opening = float(rng.uniform(0.75, 1.0) if small else rng.uniform(0.75, 1.15))
    if open_mouth and not small:
        mouth_y += 0.03
        opening = min(opening, (mouth_y - chin_y - 0.07) / (width * 1.06))
    return Mouth(
        kind=kind,
        x=float(rng.uniform(-0.01, 0.01)),
        y=mouth_y,
        width=width,
        bend=float(rng.uniform(0.85, 1.4)),
        opening=opening,
        line=float(rng.uniform(0.024, 0.032)),
        lip=float(rng.random()),
        skew=float(rng.normal(0, 0.03)),
        teeth=chance(rng, 0.4),
        fang=int(sign(rng)) if chance(rng, 0.12) else 0,
    )


def chin_height(shape: FaceShape) -> float:
    """Returns the height of the chin in head units."""
    return -0.92 - shape.chin


def mouth_height(nose_y: float, shape: FaceShape, rng: np.random.Generator) -> float:
    """Returns the height of the mouth between nose and chin."""
    return max(nose_y - float(rng.uniform(0.105, 0.145)), chin_height(shape) + 0.23)


def sample_cheeks(blush: bool, eye_y: float, rng: np.random.Generator) -> Cheeks:
    """Returns nose and blush; without the label only a breath of colour is left."""
    return Cheeks(
        nose=pick(rng, {"tick": 0.55, "dot": 0.25, "shade": 0.20}),
        nose_y=eye_y - float(rng.uniform(0.335, 0.395)),
        blush=float(rng.uniform(0.62, 1.0)) if blush else float(rng.uniform(0.0, 0.10)),
        hatching=int(rng.choice([0, 0, 2, 3])),
    )
