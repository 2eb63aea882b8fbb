"""Light on hair: soft cel shading over the whole mass, a broken ring of light, tints."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from trainer.portraits.colors import Floats, mix, smooth_step
from trainer.portraits.hair.shell import CENTER, RADII

if TYPE_CHECKING:
    from trainer.portraits.hair.looks import HairPaint, LayerLook, Placed

_BASE = 0.64
"""Brightness of lit hair, where 0 is the deepest shadow and 1 light."""
_MASSES = 0.075
"""How much broad masses of hair differ in brightness."""
_BANDS = (0.7, 1.4)
"""Least and most bands of tone across a clump."""
_SLANT = 0.45
"""Spread of how many bands a clump's line crosses from root to tip."""
_LOOSE_FACES = 0.9
"""How far hair away from the skull turns to the viewer."""


def shade(placed: Placed, paint: HairPaint, look: LayerLook, rng: np.random.Generator) -> Floats:
    """Returns the colours (n, t, columns, 3) of a layer's clumps."""
    normal = _normals(placed, paint)
    streak = _streaks(placed, rng)
    phases = rng.uniform(0, 6.28, 3)
    value = _brightness(placed, paint, look, normal, streak, phases)
    colors = paint.palette.ramp(value)
    colors = _tinted(colors, placed, paint, phases)
    colors = _highlighted(colors, placed, paint, look, normal, streak, phases)
    colors = _rim_lit(colors, paint, normal)
    skin = smooth_step(0.35, 1.0, placed.t) * placed.tip[:, None] * look.over_skin
    skin = (skin * paint.style.tip_skin)[..., None, None]
    return np.asarray(colors + (paint.palette.tip - colors) * skin)


def _normals(placed: Placed, paint: HairPaint) -> Floats:
    normal = ((placed.points - CENTER) / RADII**2).astype(np.float32)
    # Below the skull hair hangs: its normal no longer points down.
    normal[..., 1] = np.where(placed.points[..., 1] < 0.15, normal[..., 1] * 0.15, normal[..., 1])
    normal /= np.linalg.norm(normal, axis=-1, keepdims=True) + 1e-6
    # Tails and what hangs far from the skull are bodies of their own, whose front faces the viewer.
    away = np.linalg.norm((placed.points - CENTER) / RADII, axis=-1)
    normal[..., 2] += _LOOSE_FACES * smooth_step(1.1, 1.7, away)
    normal /= np.linalg.norm(normal, axis=-1, keepdims=True)
    return np.asarray(normal @ paint.head.rotation.T.astype(np.float32))


def _streaks(placed: Placed, rng: np.random.Generator) -> Floats:
    """Returns tones (n, t, columns) about 0: each clump's own, and few broad bands along it.

    Bands run slightly across the clump, so that they taper out at its edges.
    """
    count, columns = len(placed.tone), placed.points.shape[2]
    across = np.linspace(-0.5, 0.5, columns, dtype=np.float32)
    bands, slant = rng.uniform(*_BANDS, (count, 1, 1)), rng.normal(0, _SLANT, (count, 1, 1))
    phase = rng.random((count, 1, 1))
    turns = bands * across + slant * placed.t[..., None] + phase
    wave = np.sin(2 * np.pi * turns.astype(np.float32))
    fine = rng.standard_normal((count, 1, columns), np.float32)
    own = rng.standard_normal((count, 1, 1), np.float32)
    return np.asarray(0.85 * (2 * smooth_step(-0.7, 0.7, wave) - 1) + 0.07 * fine + 0.55 * own)


def _brightness(
    placed: Placed,
    paint: HairPaint,
    look: LayerLook,
    normal: Floats,
    streak: Floats,
    phases: Floats,
) -> Floats:
    """Returns brightness (n, t, columns): a soft-edged shadow over the mass, jagged by strands."""
    style, t = paint.style, placed.t
    facing = normal @ paint.light + 0.06 * streak + placed.tone[:, None, None]
    soft = 0.10 + 0.30 * style.skin_softness
    shadow = smooth_step(0.34 + soft, 0.34 - soft, facing)
    value = _BASE - 0.15 * style.hair_contrast * shadow + 0.10 * (facing - 0.5)
    # Below the ring of light the hair turns away from the sky; toward its tips it catches some.
    below = angle_from_crown(placed.points) - style.ring_height
    value = value - 0.13 * style.hair_contrast * np.exp(-(((below - 0.42) / 0.26) ** 2))
    # An inner sheet comes out of the mass lit as the rest and falls into shadow below it.
    flat = (placed.tone * style.tone_range - look.dark)[:, None]
    flat = flat - placed.dark[:, None] * smooth_step(0.15, 0.5, t)
    flat = flat - 0.22 * placed.root[:, None] * smooth_step(0.35, 0.0, t)
    flat = flat - style.tip_darkness * smooth_step(0.60, 1, t) * (1 - placed.tip[:, None])
    value = value + flat[..., None] + streak * np.float32(style.streaks)
    value = value + style.hair_contrast * _masses(placed.points, phases)
    # Where clumps part, the side away from the light turns into shadow with a clear edge.
    across = np.linspace(-1, 1, value.shape[2], dtype=np.float32) * -np.sign(paint.light[0])
    parted = smooth_step(0.05, 0.6, 1 - placed.width)[..., None]
    value = value - 0.20 * style.hair_roundness * parted * smooth_step(0.15, 0.55, across)
    if look.shade is not None:
        value = value - look.shade(placed.xy)
    return np.asarray(value)


def _masses(points: Floats, phases: Floats) -> Floats:
    """Returns slow changes of brightness round the head, as a broad brush leaves them."""
    around, up = np.arctan2(points[..., 0], points[..., 2]), points[..., 1]
    wave = np.sin(2.6 * around + 0.8 * up + phases[0])
    return np.asarray(_MASSES * (wave + 0.6 * np.sin(5.3 * around - 0.6 * up + phases[1])))


def _tinted(colors: Floats, placed: Placed, paint: HairPaint, phases: Floats) -> Floats:
    """Returns colours with slow changes of hue and dyed tips."""
    palette, points = paint.palette, placed.points
    drift = 0.5 + 0.5 * np.sin(points[..., 0] * 1.7 + points[..., 1] * 1.3 + phases[0])
    colors = colors + (palette.tint - colors) * (paint.style.hue_variation * drift)[..., None]
    if palette.dye_amount:
        low = np.clip(smooth_step(-0.3, -0.9, points[..., 1]) + 0.25, 0, 1)
        amount = palette.dye_amount * smooth_step(0.62, 0.98, placed.t)[..., None] * low
        colors = colors + (palette.dye - colors) * amount[..., None]
    return np.asarray(colors)


def angle_from_crown(points: Floats) -> Floats:
    """Returns the angle from the crown in radians, of points (..., 3)."""
    offset = (points - CENTER) / RADII
    length = np.linalg.norm(offset, axis=-1)
    return np.asarray(np.arccos(np.clip(offset[..., 1] / length, -1, 1)))


def _highlighted(
    colors: Floats,
    placed: Placed,
    paint: HairPaint,
    look: LayerLook,
    normal: Floats,
    streak: Floats,
    phases: Floats,
) -> Floats:
    """Returns colours with a ring of light round the crown, jagged from strand to strand."""
    style, points = paint.style, placed.points
    offset = angle_from_crown(points) - style.ring_height - 0.9 * style.ring_jitter * streak
    width = np.where(offset < 0, style.ring_width, style.ring_width * 0.6)
    around = np.arctan2(points[..., 0] - CENTER[0], points[..., 2] - CENTER[2])
    wave = np.sin(2.1 * around + phases[0]) + 0.7 * np.sin(4.7 * around + phases[1])
    wave = wave + 0.5 * streak
    patch = smooth_step(-0.5, 1.1, wave + (normal @ paint.light) * 1.2 - 0.25)
    on_head = smooth_step(-0.25, 0.25, points[..., 1]) * smooth_step(0.05, 0.55, normal[..., 2])
    light = np.exp(-((offset / width) ** 2)) * patch * on_head * placed.shine[:, None, None]
    light = np.clip(light, 0, 1)
    light = mix(light, smooth_step(0.30, 0.55, light), style.ring_crispness) * look.highlights
    amount = np.clip(light, 0, 0.9)[..., None]
    return np.asarray(colors + (paint.palette.highlight - colors) * amount)


def _rim_lit(colors: Floats, paint: HairPaint, normal: Floats) -> Floats:
    """Returns colours with light from behind on the silhouette away from the light."""
    if not paint.style.rim_light:
        return colors
    away = -1 if paint.light[0] > 0 else 1
    edge = smooth_step(0.45, 0.1, normal[..., 2])
    amount = edge * np.clip(normal[..., 0] * away, 0, 1) * paint.style.rim_light
    return np.asarray(colors + (paint.palette.rim - colors) * amount[..., None])
