"""Draws everything worn on the head."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from trainer.portraits.accessories.sight import bow_is_visible
from trainer.portraits.colors import WHITE, Floats, as_rgb, hex_color, hsv, mix
from trainer.portraits.model import Band, BowShape, Clip, Glasses, HairBow
from trainer.portraits.streams import chance, pick, sign

if TYPE_CHECKING:
    from trainer.portraits.head import Head
    from trainer.portraits.model import Hair, Style, Tail

    Rng = np.random.Generator

_BROWS_Y = 0.30
_CHEEKS_Y = -0.45
_BESIDE_NECK = 0.30
"""How much farther out than its tie a bow below the cheeks sits, in head units."""
_BELOW_TIE = 0.28
"""How much lower it sits, or it would cover the mouth."""
_BESIDE_EYES = 0.72
"""Where a bow beside the eyes may begin, in head units from the middle."""
_OVER_FACE = 0.6
"""Tails that hang above an eye are so much shorter."""
FRAMES: dict[str, tuple[float, dict[str, tuple[float, float]]]] = {
    "round": (0.20, {"square": (2.0, 2.2), "cat": (0.0, 0.06), "ratio": (0.94, 1.02)}),
    "oval": (0.21, {"square": (2.1, 2.6), "cat": (0.0, 0.15), "ratio": (0.78, 0.88)}),
    "rectangle": (0.19, {"square": (3.6, 6.0), "cat": (0.0, 0.2), "ratio": (0.72, 0.82)}),
    "thick": (0.12, {"square": (3.2, 5.0), "cat": (0.05, 0.25), "ratio": (0.80, 0.90)}),
    "cat_eye": (0.10, {"square": (2.4, 3.2), "cat": (0.5, 0.9), "ratio": (0.74, 0.84)}),
    "under_rim": (0.06, {"square": (2.6, 4.0), "cat": (0.0, 0.2), "ratio": (0.78, 0.88)}),
    "top_rim": (0.06, {"square": (2.6, 4.0), "cat": (0.0, 0.4), "ratio": (0.78, 0.88)}),
    "rimless": (0.06, {"square": (2.4, 4.0), "cat": (0.0, 0.2), "ratio": (0.76, 0.86)}),
}
"""Share and ranges of every kind of frame: squareness, lift of the outer corner, height."""
_FRAME_COLORS = (
    *("4e4450", "4e4450", "9c3844", "b84650", "505884", "7a5644", "946a4c", "a07a3a", "687080"),
    *("7c68a2", "c2683e", "44807c"),
)
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
        fatness=float(rng.uniform(0.68, 1.05)),
        lift=float(rng.uniform(-0.1, 0.35)),
        spread=float(rng.uniform(0.3, 0.65)),
        pointed=chance(rng, 0.5),
        color=as_rgb(color),
    )


def sample_hair_bows(
    head: Head, hair: Hair, hatted: bool, color: Floats, rng: Rng
) -> tuple[HairBow, ...]:
    """Returns bows in the hair that can be seen: at the ties, or somewhere on the head."""
    tails = float(rng.choice([0.0, 0.8, 1.2]))
    at_ties = [
        _bow_at_tie(tail, hair, color, tails, rng)
        for tail in hair.tails
        if hair.tie != "side_drill" or tail.kind != "drill"
    ]
    seen = tuple(bow for bow in at_ties if bow_is_visible(head, bow, hair.volume, hatted))
    if seen:
        return seen
    side = _seen_side(head, rng)
    spot = pick(rng, _SPOTS)
    return (_SPOTTED["under_hat" if hatted else spot](hair.volume, side, color, tails, rng),)


def _seen_side(head: Head, rng: Rng) -> float:
    """Returns the side that a turned head shows, or either of a head that looks ahead."""
    side = sign(rng)
    if abs(head.yaw) < 0.15:
        return side
    return -1.0 if head.yaw > 0 else 1.0


def _bow_at_tie(tail: Tail, hair: Hair, color: Floats, tails: float, rng: Rng) -> HairBow:
    """Returns the bow at a tail's root; it sits outside the tie, to keep clear of the eyes."""
    x, y, z = tail.base
    angle = -tail.side * float(rng.uniform(5, 30))
    if tail.layer == "back":
        size = float(rng.uniform(0.62, 0.80))
        return HairBow((x * 1.1, y + 0.12, z), sample_bow(size, angle, color, tails, rng), True)
    low = hair.tie in {"low_twin", "low_pony"}
    # The bow's own tails would cover the only tail of the hair.
    tails = 0.0 if hair.tie == "low_pony" else tails
    size = float(rng.uniform(0.36, 0.42) if low else rng.uniform(0.38, 0.48))
    shape = sample_bow(size, angle, color, tails, rng)
    out = abs(x) * 1.04
    if y < _CHEEKS_Y:
        out, y = out + _BESIDE_NECK, y - _BELOW_TIE
    elif y < _BROWS_Y:
        out = max(out, _BESIDE_EYES + 1.08 * size)
    return HairBow((tail.side * out, y + 0.04, z + 0.15), shape, behind=False)


def _bow_at_temple(volume: float, side: float, color: Floats, tails: float, rng: Rng) -> HairBow:
    size, lean = float(rng.uniform(0.40, 0.52)), side * float(rng.uniform(4, 26))
    place = (side * 0.74 * volume, float(rng.uniform(0.66, 0.78)), 0.42)
    shape = sample_bow(size, lean, color, tails * _OVER_FACE, rng)
    return HairBow(place, shape, behind=False)


def _bow_on_crown(volume: float, side: float, color: Floats, tails: float, rng: Rng) -> HairBow:
    # Well in front of the crown, which may touch the upper edge of the picture; a bow that
    # stands on the head has no room for tails.
    del tails
    shape = sample_bow(float(rng.uniform(0.44, 0.56)), float(rng.uniform(-10, 10)), color, 0, rng)
    return HairBow((side * float(rng.uniform(0, 0.3)), 0.76 * volume, 0.60), shape, behind=False)


def _bow_at_back(volume: float, side: float, color: Floats, tails: float, rng: Rng) -> HairBow:
    """Returns a bow so big that its loops show on both sides of the head."""
    shape = sample_bow(float(rng.uniform(1.16, 1.28)), side * 4.0, color, tails * 0.6, rng)
    fatness, lift = float(rng.uniform(0.72, 0.86)), float(rng.uniform(0.08, 0.24))
    # Round loops would look like the ears of an animal.
    shape = replace(shape, fatness=fatness, lift=lift, pointed=True)
    return HairBow((side * 0.05, 0.62, -0.75 * volume), shape, behind=True)


def _bow_on_strap(volume: float, side: float, color: Floats, tails: float, rng: Rng) -> HairBow:
    shape = sample_bow(float(rng.uniform(0.42, 0.52)), side * 16.0, color, tails * _OVER_FACE, rng)
    around = float(rng.uniform(0.55, 0.85))
    place = (side * math.sin(around) * 0.93 * volume, math.cos(around) * 0.93 * volume + 0.10, 0.36)
    return HairBow(place, shape, behind=False, strap=float(rng.uniform(0.18, 0.28)))


def _bow_under_hat(volume: float, side: float, color: Floats, tails: float, rng: Rng) -> HairBow:
    """Returns a bow beside the cheek, clear of any hat."""
    size = float(rng.uniform(0.40, 0.48))
    out = max(volume, _BESIDE_EYES + 1.08 * size)
    shape = sample_bow(size, side * 22.0, color, tails, rng)
    return HairBow((side * out, 0.02, 0.05), shape, behind=False)


_SPOTS = {"temple": 0.40, "crown": 0.28, "back": 0.06, "strap": 0.26}
_SPOTTED = {
    "temple": _bow_at_temple,
    "crown": _bow_on_crown,
    "back": _bow_at_back,
    "strap": _bow_on_strap,
    "under_hat": _bow_under_hat,
}


def sample_glasses(rng: Rng) -> Glasses:
    """Returns glasses with a frame that shows at 64 pixels."""
    kind = pick(rng, {name: share for name, (share, _) in FRAMES.items()})
    color = hex_color(_FRAME_COLORS[int(rng.integers(len(_FRAME_COLORS)))])
    ranges = FRAMES[kind][1]
    square, cat, ratio = (float(rng.uniform(*ranges[k])) for k in ("square", "cat", "ratio"))
    width = float(rng.uniform(1.26, 1.38))
    return Glasses(
        kind=kind,
        color=as_rgb(color),
        width=width,
        height=width * ratio,
        squareness=square,
        cat_eye=cat,
        wire=float(rng.uniform(0.037, 0.043) if kind == "thick" else rng.uniform(0.033, 0.038)),
        outward=float(rng.uniform(0.05, 0.07)),
        drop=float(rng.uniform(-0.02, 0.02)),
        tint=max(0.0, float(rng.uniform(-0.15, 0.15))),
        glare=float(rng.uniform(0.3, 0.9)),
        fade=float(rng.uniform(0.0, 0.3)),
    )


def sample_band(style: Style, rng: Rng) -> Band:
    """Returns a hair band."""
    return Band(
        color=as_rgb(cloth_color(style, rng)),
        z=float(rng.uniform(0.26, 0.42)),
        width=float(rng.uniform(0.12, 0.22)),
        frilled=chance(rng, 0.35),
    )


def sample_clips(head: Head, style: Style, rng: Rng) -> tuple[Clip, ...]:
    """Returns no clip or one, at a temple."""
    if not chance(rng, 0.12):
        return ()
    side = _seen_side(head, rng)
    place = (side * float(rng.uniform(0.52, 0.66)), float(rng.uniform(0.42, 0.60)), 0.70)
    kind = pick(rng, {"flower": 0.4, "pins": 0.4, "heart": 0.1, "star": 0.1})
    color = as_rgb(cloth_color(style, rng))
    size = float(rng.uniform(0.9, 1.25))
    return (Clip(kind, place, float(rng.uniform(-40, 40)), size, color),)
