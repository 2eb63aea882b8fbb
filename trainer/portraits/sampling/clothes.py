"""Draws garments, their colours, and how neck and shoulders are held."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from trainer.portraits.canvas import CANVAS
from trainer.portraits.colors import GOLD, WHITE, Floats, as_rgb, hex_color, hsv, mix, to_hsv
from trainer.portraits.model import Clothes
from trainer.portraits.sampling.dress import sample_bow
from trainer.portraits.streams import chance, pick, uniform

if TYPE_CHECKING:
    from trainer.portraits.head import Head
    from trainer.portraits.model import BowShape, Pose, Style

    Rng = np.random.Generator

GARMENTS = {
    "sailor": 0.22,
    "blazer": 0.14,
    "shirt": 0.15,
    "cardigan": 0.09,
    "vest": 0.07,
    "sweater": 0.05,
    "hoodie": 0.04,
    "tee": 0.05,
    "pinafore": 0.07,
    "kimono": 0.05,
    "mandarin": 0.02,
    "military": 0.03,
    "coat": 0.02,
    "muffler": 0.02,
}
"""Weights of the garments."""
BOW_GARMENTS = frozenset(
    {"sailor", "blazer", "shirt", "cardigan", "vest", "pinafore", "military", "coat"}
)
"""Garments that a neck bow can close."""

# Each row goes together: a light cloth, a deep one, an accent.
_HARMONIES = (
    ("faf9fd", "28304f", "b8283a"),
    ("faf9fd", "25252f", "a32a3c"),
    ("faf7f9", "3f5f92", "d24a3c"),
    ("f8f7fc", "23544a", "c23a34"),
    ("f7f6fb", "8c2436", "2e3350"),
    ("faf9fd", "5f84b8", "e0a23c"),
    ("f6f4fb", "473c6c", "c83a68"),
    ("f6f4f0", "646f86", "9a2f48"),
    ("f4f0fa", "6c56a0", "e0bc5c"),
    ("efe8da", "3e3b46", "b23232"),
    ("eaf2fa", "4a80b4", "e07a4a"),
    ("f9e6e8", "a23c4c", "f2ecee"),
    ("e4f0e2", "3f7450", "d88a3a"),
    ("faf9fd", "c4343c", "2b3048"),
    ("faf5f8", "cf6f88", "7d3b5a"),
    ("e8ecf8", "7f90c0", "35447a"),
    ("faf9fd", "2c3c78", "e8b03c"),
    ("f2ead8", "c9a25e", "71382f"),
    ("f8f7fc", "20212b", "3d7ec0"),
    ("eff6f6", "2f8480", "e0a441"),
    ("faf9fd", "3a4a8a", "d23848"),
    ("fdf9f4", "a02a34", "33304a"),
)
# How often the main cloth is the light one of the harmony, by garment.
_LIGHT_MAIN = {
    "sailor": 0.48,
    "shirt": 0.44,
    "blazer": 0.24,
    "cardigan": 0.4,
    "vest": 0.34,
    "sweater": 0.38,
    "hoodie": 0.38,
    "tee": 0.5,
    "pinafore": 0.22,
    "kimono": 0.35,
    "mandarin": 0.36,
    "military": 0.42,
    "coat": 0.36,
    "muffler": 0.38,
}
_TINTED = 0.42
"""How often the light cloth of a harmony takes a pastel of any hue instead of its near-white."""
_TINTS = (60, 370)
"""Hues of these pastels, in degrees: those between would look like bare skin."""
_PATTERNED = {
    "kimono": {"none": 0.25, "flowers": 0.55, "stripe": 0.2},
    "pinafore": {"none": 0.55, "check": 0.2, "dots": 0.15, "flowers": 0.1},
    "shirt": {"none": 0.76, "stripe": 0.12, "check": 0.08, "dots": 0.04},
    "vest": {"none": 0.8, "check": 0.2},
    "hoodie": {"none": 0.93, "check": 0.07},
    "sweater": {"none": 0.72, "stripe": 0.28},
    "muffler": {"none": 0.45, "check": 0.35, "stripe": 0.2},
    "mandarin": {"none": 0.6, "flowers": 0.4},
    "tee": {"none": 0.7, "stripe": 0.3},
}
_PUFFED = frozenset({"sailor", "shirt", "pinafore"})
_USUAL_PATTERN = {"none": 1.0}
_CLOSINGS = {
    "sailor": {"scarf": 0.8, "tie": 0.2},
    "shirt": {"plain": 0.65, "tie": 0.35},
    "pinafore": {"plain": 1.0},
    "coat": {"plain": 1.0},
    "military": {"plain": 0.7, "tie": 0.3},
}
_USUAL_CLOSING = {"tie": 0.55, "plain": 0.45}
_LEAST_CONTRAST = 0.45
"""Least distance (red, green, blue) of a neck bow from the cloth below it."""
_FARTHEST_TURN = 0.5
_LEAST_CHEST = 0.62
"""Least height (head units) of what shows below the pit of the neck, so that a bow fits."""


def sample_clothes(
    kind: str, bow: bool, head: Head, pose: Pose, style: Style, ribbon: Floats, rng: Rng
) -> Clothes:
    """Returns a garment.

    Args:
        kind: A key of `GARMENTS`.
        bow: Whether a bow closes the collar; only for `BOW_GARMENTS`.
        head: The head above.
        pose: Its pose.
        style: The illustrator.
        ribbon: Colour of the portrait's ribbons.
        rng: Stream of the clothes.
    """
    main, second, accent = _harmony(kind, style, rng)
    u = uniform(rng)
    closing = pick(rng, _CLOSINGS.get(kind, _USUAL_CLOSING))
    pattern = pick(rng, _PATTERNED.get(kind, _USUAL_PATTERN))
    normal = [float(rng.normal()) for _ in range(6)]
    nape = head.place(0, -0.75, -0.25)
    chin_on_canvas = float(head.on_face(0, head.chin_y)[1])
    return Clothes(
        kind=kind,
        main=as_rgb(main),
        second=as_rgb(second),
        accent=as_rgb(accent),
        trim=as_rgb(_trim(kind, main, second, rng)),
        stripes=int(rng.integers(0, 4)),
        pattern=pattern,
        pattern_size=u(0, 1),
        collar="bow" if bow else closing,
        bow=_neck_bow(ribbon, (main, second), accent, rng),
        collar_size=u(0.92, 1.3),
        neckline=u(0, 1),
        puff=max(0.0, u(-0.7, 1.0)) * (kind in _PUFFED),
        fit=u(0, 1),
        detail=u(0, 1),
        neck_x=float(nape[0]) * 0.60 + CANVAS / 2 * 0.25 + pose.x * 0.15,
        neck_y=min(chin_on_canvas + pose.scale * u(0.24, 0.38), CANVAS - _LEAST_CHEST * pose.scale),
        neck_width=u(0.20, 0.23),
        shoulder_width=u(0.94, 1.12),
        slope=u(0.15, 0.29),
        turn=float(np.clip(pose.yaw * 0.75 + 0.33 * normal[0], -_FARTHEST_TURN, _FARTHEST_TURN)),
        lean=0.11 * normal[1] + 0.3 * pose.roll,
        raise_left=max(0.0, 0.13 * normal[2] - 0.03),
        raise_right=max(0.0, 0.13 * normal[3] - 0.03),
        elbow_left=max(-0.1, 0.25 * normal[4] + 0.08),
        elbow_right=max(-0.1, 0.25 * normal[5] + 0.08),
    )


def _harmony(kind: str, style: Style, rng: Rng) -> tuple[Floats, Floats, Floats]:
    """Returns main, second and accent colour, varied a little around a harmony."""
    row = _HARMONIES[int(rng.integers(len(_HARMONIES)))]
    turn = float(rng.normal(0, 7))
    light, deep, accent = (_varied(hex_color(text), turn, style, rng) for text in row)
    if chance(rng, 0.14):
        deep = _varied(hsv(float(rng.uniform(0, 360)), 0.42, 0.52), 0, style, rng)
    if chance(rng, _TINTED):
        tint = hsv(float(rng.uniform(*_TINTS)) % 360, float(rng.uniform(0.18, 0.36)), 0.95)
        light = _varied(tint, 0, style, rng)
    main_is_light = chance(rng, _LIGHT_MAIN[kind])
    return (light, deep, accent) if main_is_light else (deep, light, accent)


def _varied(color: Floats, turn: float, style: Style, rng: Rng) -> Floats:
    hue, saturation, value = to_hsv(color)
    spread = float(rng.uniform(0.85, 1.12))
    varied = hsv(hue + turn, saturation * spread, value * float(rng.uniform(0.93, 1.05)))
    return mix(varied, WHITE, 0.08 * style.cloth_softness)


def _trim(kind: str, main: Floats, second: Floats, rng: Rng) -> Floats:
    if kind == "military":
        return GOLD
    below = second if kind == "sailor" else main
    if below.mean() > 0.7:
        return hex_color(str(rng.choice(["3a4f8c", "8c2a34", "2e2e38"])))
    return GOLD if chance(rng, 0.15) else hex_color("f4f2f6")


def _neck_bow(ribbon: Floats, below: tuple[Floats, Floats], accent: Floats, rng: Rng) -> BowShape:
    """Returns a bow in the first colour that stands out from the cloth below it."""
    colors = [ribbon, accent, hex_color("b5303c"), hex_color("f4c65a")]
    apart = [min(float(np.linalg.norm(color - cloth)) for cloth in below) for color in colors]
    color = next((c for c, d in zip(colors, apart, strict=True) if d > _LEAST_CONTRAST), colors[3])
    size, angle = float(rng.uniform(0.38, 0.52)), float(rng.uniform(-7, 7))
    return sample_bow(size, angle, color, float(rng.uniform(0.8, 1.2)), rng)
