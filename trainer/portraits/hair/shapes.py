"""What several layers of hair share: falling clumps, waves, forks, fine strands, drawn strokes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from trainer.portraits.colors import smooth_step
from trainer.portraits.hair.shell import CENTER, RADII, SAMPLES, clump_curves, on_shell

if TYPE_CHECKING:
    from trainer.portraits.colors import Floats, Values
    from trainer.portraits.hair.locks import LockBatch
    from trainer.portraits.model import Hair

    Rng = np.random.Generator


def jitter(rng: Rng, count: int, spread: float) -> Floats:
    """Returns normal noise around 0."""
    return rng.normal(0, spread, count)


def along() -> Floats:
    """Returns positions 0..1 of the samples of a curve, shape (1, SAMPLES)."""
    return np.linspace(0, 1, SAMPLES)[None, :]


def crown_of(hair: Hair) -> Floats:
    """Returns the point behind the crown from which the part line starts."""
    size = hair.volume
    up, back = CENTER[1] + RADII[1] * size * 0.90, CENTER[2] - RADII[2] * size * 0.42
    return np.array([hair.parting * 0.30, up, back])


def roots(hair: Hair, around: Floats) -> Floats:
    """Returns roots (n, 3) along the part line, from the crown (back) to the hairline (front)."""
    crown = crown_of(hair)
    share = smooth_step(-0.35, 0.95, np.cos(around)) * hair.part_length
    x = crown[0] + hair.parting * 0.55 * share + 0.07 * np.sin(around)
    y = crown[1] + 0.06 * np.sin(np.pi * share) - 0.05 * share
    z = crown[2] + 0.71 * share + 0.10 * np.cos(around) * (1 - hair.part_length)
    return np.stack([x, y, z], -1)


def falling(
    hair: Hair,
    rng: Rng,
    around: Floats,
    end: Floats,
    *,
    size: Values,
    flare: Values,
    curl: Values,
    bulge: float,
    spread: Values = 0.0,
) -> Floats:
    """Returns control points (n, 7, 3) of clumps that lie on the skull and then hang.

    Args:
        hair: The hairstyle.
        rng: Stream of the fine disorder.
        around: Angles about the vertical (n,), in radians.
        end: Heights of the tips (n,).
        size: Size of the shell, one or (n,).
        flare: How far the tips move outward, as a share of the distance from the middle.
        curl: How far the tips turn inward; negative turns them out and up.
        bulge: How far the middle swells.
        spread: Sideways shift of the tips, one or (n,).
    """
    count = len(around)
    upper = on_shell(around, np.full(count, 0.60), size * 1.02)
    middle = on_shell(around, np.full(count, 1.15), size * 1.01)
    ear = on_shell(around, np.full(count, 1.62), size)
    drop = np.minimum(end, ear[:, 1] - 0.12) - ear[:, 1]
    hang = smooth_step(-1.0, -2.2, end)
    first, second, tip = ear.copy(), ear.copy(), ear.copy()
    first[:, 1] += drop * 0.50
    first[:, 0] *= 1 + flare * 0.5 + bulge - hang * 0.05
    first[:, 2] *= 1 + flare * 0.3
    second[:, 1] += drop * 0.84
    second[:, 0] *= 1 + flare * 0.9 + bulge * 0.5 - curl * 0.35 - hang * 0.13
    tip[:, 1] += drop + np.where(curl < 0, -curl * 0.25, 0)
    tip[:, 0] = tip[:, 0] * (1 + flare - curl - hang * 0.20) + spread
    tip[:, 2] = tip[:, 2] * (1 - 0.15 * curl) - 0.05
    curves = np.stack([roots(hair, around), upper, middle, ear, first, second, tip], 1)
    curves[:, 3:6, 0] += rng.normal(0, 0.022 + 0.05 * hair.mess, (count, 1)) * [0.5, 1.0, 0.6]
    return curves


def waved(
    curves: Values, amplitude: Values, frequency: float, phase: Values, start: float = 0.3
) -> Floats:
    """Returns curves (n, SAMPLES, 3) that wave from `start` (0..1) on."""
    result = clump_curves(curves).copy()
    count, t = len(result), along()
    grown = np.broadcast_to(np.asarray(amplitude, dtype=np.float64), (count,))[:, None]
    grown = grown * smooth_step(start, 0.85, t)
    angle = 2 * np.pi * frequency * t + np.broadcast_to(phase, (count,))[:, None]
    result[..., 0] += grown * np.sin(angle)
    result[..., 2] += grown * 0.6 * np.cos(angle)
    return result


def add_forks(
    batch: LockBatch,
    curves: Floats,
    width: Floats,
    rng: Rng,
    count: int,
    *,
    spread: float = 0.10,
    shortening: float = 0.12,
    share: float = 0.60,
    tone: float = 0.0,
    **paint: Values,
) -> None:
    """Adds leaf-shaped points that leave parents in a slight S and taper over a long way."""
    if count <= 0:
        return
    parent, t = rng.integers(0, len(curves), count), along()
    leaf, wide = curves[parent].copy(), np.asarray(width)[parent]
    aside = rng.choice([-1, 1], count) * rng.uniform(0.25, 0.5, count) * wide
    aside = aside + rng.normal(0, spread, count) * 0.7
    back = (aside * rng.uniform(0.0, 0.5, count))[:, None] * smooth_step(0.80, 1.05, t)
    leaf[..., 0] += aside[:, None] * smooth_step(0.25, 0.95, t) - back
    leaf[..., 1] += (shortening * rng.uniform(-0.25, 1.2, count))[:, None] * t**2
    leaf[..., 2] += 0.015
    batch.add(
        leaf,
        wide * share * rng.uniform(0.6, 1.1, count),
        profile="fork",
        tone=tone + jitter(rng, count, 0.03),
        order=jitter(rng, count, 0.06),
        **paint,
    )


def add_strands(
    batch: LockBatch,
    curves: Floats,
    rng: Rng,
    count: int,
    *,
    width: float = 0.035,
    spread: float = 0.07,
    **paint: Values,
) -> None:
    """Adds single hairs that follow parents loosely."""
    if count <= 0:
        return
    t = along()
    hairs = curves[rng.integers(0, len(curves), count)].copy()
    hairs[..., 0] += jitter(rng, count, spread)[:, None] * t
    hairs[..., 1] += (jitter(rng, count, 0.05) - 0.02)[:, None] * t**2
    hairs[..., 2] += 0.05
    tone = jitter(rng, count, 0.10)
    batch.add(hairs, width, profile="strand", tone=tone, order=0.3, line=0.35, shine=0.4, **paint)


def add_strokes(
    batch: LockBatch, curves: Floats, rng: Rng, count: int, tone: float, width: float = 0.022
) -> None:
    """Adds short drawn strokes along parents: dark gaps (tone below 0) or light hairs."""
    if count <= 0:
        return
    parent = rng.integers(0, len(curves), count)
    start = rng.uniform(0.15, 0.55, count)
    end = start + rng.uniform(0.22, 0.5, count)
    position = np.clip(start[:, None] + (end - start)[:, None] * along(), 0, 1) * (SAMPLES - 1)
    lower = position.astype(int).clip(0, SAMPLES - 2)
    share, row = (position - lower)[..., None], parent[:, None]
    strokes = curves[row, lower] * (1 - share) + curves[row, lower + 1] * share
    strokes[..., 0] += jitter(rng, count, 0.06)[:, None]
    strokes[..., 2] += 0.06
    batch.add(
        strokes,
        width * rng.uniform(0.7, 1.5, count),
        profile="strand",
        tone=tone + jitter(rng, count, 0.05),
        order=0.5,
        line=0.0,
        shine=0.0,
    )
