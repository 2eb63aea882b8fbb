"""Draws everything worn on the head."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from trainer.portraits.accessories.sight import bow_is_visible
from trainer.portraits.colors import WHITE, Floats, as_rgb, hex_color, hsv, mix
from trainer.portraits.model import Band, BowShape, Clip, Glasses, HairBow, Hat
from trainer.portraits.streams import chance, pick, sign

if TYPE_CHECKING:
    from trainer.portraits.head import Head
    from trainer.portraits.model import Hair, Style

    Rng = np.random.Generator

_HATS = {"sun": 0.20, "witch": 0.20, "beret": 0.26, "sailor": 0.16, "santa": 0.10, "boater": 0.08}
_FRAMES = {"round": 0.32, "square": 0.26, "half": 0.16, "oval": 0.26}
_FRAME_COLORS = ("2a2430", "8c2233", "3a3f66", "5b3a26", "b0522a")
_CLOTH_COLORS = (
    *("f7f7fb", "28325c", "8c2331", "e8b7c4", "3f6f9e", "2e2e38", "6d8f5d", "f0dfb8", "c85a6a"),
    *("7a68a8", "5d4a3c", "9fc3dd", "d8483c", "4a8a86", "e9e4da", "a3446c", "f4c65a"),
)
_RIBBON_COLORS = (
    *("c4323f", "d8483c", "28325c", "2e2e38", "a3446c", "3f6f9e", "e889a8", "f4c65a", "4a8a86"),
    *("7a68a8", "fbfbff", "e05a7a", "4f7fd0", "6fae4e"),
)


def cloth_color(style: Style, rng: Rng) -> Floats:
    """Returns a colour for cloth, a little paler in soft styles."""
    if chance(rng, 0.8):
        color = hex_color(_CLOTH_COLORS[int(rng.integers(len(_CLOTH_COLORS)))])
    else:
        color = hsv(*(float(rng.uniform(*r)) for r in ((0, 360), (0.25, 0.65), (0.5, 0.95))))
    pale = mix(color, WHITE, 0.04 + 0.10 * style.cloth_softness)
    return np.asarray(np.clip(pale * float(rng.uniform(0.94, 1.03)), 0, 1))


def ribbon_color(hair: Floats, rng: Rng) -> Floats:
    """Returns a ribbon colour that stands out from the hair."""
    order = rng.permutation(len(_RIBBON_COLORS))
    colors = [hex_color(_RIBBON_COLORS[int(i)]) for i in order]
    return next((c for c in colors if float(np.linalg.norm(c - hair)) > 0.55), colors[0])


def sample_bow(size: float, angle: float, color: Floats, tails: float, rng: Rng) -> BowShape:
    """Returns the shape of a bow."""
    return BowShape(
        size=size,
        angle_degrees=angle,
        tails=tails,
        fatness=float(rng.uniform(0.55, 0.85)),
        lift=float(rng.uniform(-0.1, 0.35)),
        spread=float(rng.uniform(0.3, 0.65)),
        pointed=chance(rng, 0.5),
        color=as_rgb(color),
    )


def sample_hair_bows(
    head: Head, hair: Hair, hatted: bool, color: Floats, rng: Rng
) -> tuple[HairBow, ...]:
    """Returns bows in the hair that can be seen: at the ties, or at the temple or the crown."""
    tails = float(rng.choice([0.0, 0.8, 1.2]))
    size = float(rng.uniform(0.36, 0.52))
    low = hair.tie == "low_twin"
    # Low bows move outward and shrink, so that they don't cover the eyes.
    outward, size = (1.30, size * 0.85) if low else (1.10, size)
    at_ties = [
        HairBow(
            place=(tail.base[0] * outward, tail.base[1] + 0.05, tail.base[2]),
            shape=sample_bow(size, -tail.side * float(rng.uniform(15, 40)), color, tails, rng),
            behind=tail.layer == "back",
        )
        for tail in hair.tails
        if hair.tie != "side_drill" or tail.kind != "drill"
    ]
    seen = tuple(bow for bow in at_ties if bow_is_visible(head, bow, hair.volume, hatted))
    if seen:
        return seen
    return (_loose_bow(head, hair, hatted, color, size, tails, rng),)


def _loose_bow(
    head: Head, hair: Hair, hatted: bool, color: Floats, size: float, tails: float, rng: Rng
) -> HairBow:
    near = -1.0 if head.yaw > 0 else 1.0
    side = sign(rng) if abs(head.yaw) < 0.15 else near
    spot = pick(rng, {"temple": 0.55, "crown": 0.45})
    lean = float(rng.uniform(20, 40))
    if hatted:
        shape = sample_bow(size * 0.85, near * lean, color, tails, rng)
        return HairBow((near * 1.02, 0.22, 0.30), shape, behind=False)
    if spot == "crown":
        # Well in front of the crown, which may touch the upper edge of the picture.
        shape = sample_bow(size, float(rng.uniform(-8, 8)), color, 0.0, rng)
        return HairBow((side * 0.12, 0.86 * hair.volume, 0.50), shape, behind=False)
    shape = sample_bow(size, side * lean, color, tails, rng)
    return HairBow((side * 0.80, 0.72, 0.38), shape, behind=False)


def sample_hat(style: Style, with_bow: bool, rng: Rng) -> Hat:
    """Returns a hat; only a portrait with ribbons may get one with a bow."""
    kind = pick(rng, _HATS)
    own = {"sailor": "fafafd", "santa": "d2303a", "boater": "ecd79e"}
    color = hex_color(own[kind]) if kind in own else cloth_color(style, rng)
    if kind == "sun" and chance(rng, 0.6):
        color = hex_color("f4ead2")
    if kind == "witch":
        color = mix(hex_color("2b2638"), cloth_color(style, rng) * 0.35, 0.4)
    trim = hex_color("2f4a86") if kind == "sailor" else cloth_color(style, rng)
    side = sign(rng)
    bow = sample_bow(float(rng.uniform(0.3, 0.38)), -12 * side, trim, 0.9, rng)
    return Hat(
        kind=kind,
        color=as_rgb(color),
        trim=as_rgb(trim),
        x=float(rng.uniform(-0.06, 0.06)),
        tilt_degrees=float(rng.uniform(-8, 8)),
        brim=float(rng.uniform(1.45, 1.75)),
        droop=float(rng.uniform(-0.1, 0.5)),
        bend=float(rng.uniform(-0.6, 0.6)),
        bow=bow if with_bow and kind != "santa" and chance(rng, 0.6) else None,
        bow_side=side,
    )


def sample_glasses(rng: Rng) -> Glasses:
    """Returns glasses with a frame that shows at 64 pixels."""
    color = _FRAME_COLORS[int(rng.integers(len(_FRAME_COLORS)))]
    return Glasses(
        kind=pick(rng, _FRAMES),
        color=as_rgb(hex_color(color)),
        height=float(rng.uniform(0.18, 0.22)),
        wire=float(rng.uniform(0.032, 0.044)),
    )


def sample_band(style: Style, rng: Rng) -> Band:
    """Returns a hair band."""
    return Band(
        color=as_rgb(cloth_color(style, rng)),
        z=float(rng.uniform(0.18, 0.34)),
        width=float(rng.uniform(0.10, 0.17)),
        frilled=chance(rng, 0.35),
    )


def sample_clips(style: Style, rng: Rng) -> tuple[Clip, ...]:
    """Returns no clip or one, at a temple."""
    if not chance(rng, 0.2):
        return ()
    side = sign(rng)
    place = (side * float(rng.uniform(0.62, 0.78)), float(rng.uniform(0.38, 0.60)), 0.70)
    kind = pick(rng, {"flower": 0.3, "pins": 0.3, "heart": 0.2, "star": 0.2})
    color = as_rgb(cloth_color(style, rng))
    return (Clip(kind, place, float(rng.uniform(-40, 40)), color),)
