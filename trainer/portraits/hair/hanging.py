"""Surfaces that lie on the skull and then hang, and the waves in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from trainer.portraits.colors import smooth_step
from trainer.portraits.hair.shell import CENTER, RADII, SAMPLES, clump_curves, on_shell

if TYPE_CHECKING:
    from trainer.portraits.colors import Floats, Values
    from trainer.portraits.model import Hair

    Rng = np.random.Generator


def drift(rng: Rng, count: int, spread: float, knots: int = 5) -> Floats:
    """Returns noise (count,) around 0 that changes slowly from one value to the next."""
    values = rng.normal(0, spread, knots)
    return np.asarray(np.interp(np.linspace(0, knots - 1, count), np.arange(knots), values))


def roots(hair: Hair, around: Floats) -> Floats:
    """Returns roots (n, 3) along the part line, from the crown (back) to the hairline (front)."""
    size = hair.volume
    up, back = CENTER[1] + RADII[1] * size * 0.90, CENTER[2] - RADII[2] * size * 0.42
    share = smooth_step(-0.35, 0.95, np.cos(around)) * hair.part_length
    x = hair.parting * (0.30 + 0.55 * share) + 0.07 * np.sin(around)
    y = up + 0.06 * np.sin(np.pi * share) - 0.05 * share
    z = back + 0.71 * share + 0.10 * np.cos(around) * (1 - hair.part_length)
    return np.stack([x, y, z], -1)


def falling(
    hair: Hair,
    around: Floats,
    end: Values,
    *,
    size: Values,
    flare: Values,
    curl: Values,
    bulge: float = 0.0,
    spread: Values = 0.0,
) -> Floats:
    """Returns control points (n, 7, 3) of curves that lie on the skull and then hang.

    Args:
        hair: The hairstyle.
        around: Angles about the vertical (n,), in radians.
        end: Heights of the tips, one or (n,), in head units.
        size: Size of the shell, one or (n,).
        flare: How far the tips move outward, as a share of the distance from the middle.
        curl: How far the tips turn inward; negative turns them out and up.
        bulge: How far the middle swells.
        spread: Sideways shift of the tips, in head units.
    """
    count = len(around)
    end, curl = np.broadcast_to(end, (count,)), np.broadcast_to(curl, (count,))
    upper = on_shell(around, np.full(count, 0.60), np.asarray(size) * 1.02)
    middle = on_shell(around, np.full(count, 1.15), np.asarray(size) * 1.01)
    ear = on_shell(around, np.full(count, 1.62), size)
    drop = np.minimum(end, ear[:, 1] - 0.12) - ear[:, 1]
    hang = smooth_step(-1.0, -2.2, end)
    first, second, tip = ear.copy(), ear.copy(), ear.copy()
    first[:, 1] += drop * 0.50
    first[:, 0] *= 1 + flare * 0.5 + bulge - hang * 0.03
    first[:, 2] *= 1 + flare * 0.3
    second[:, 1] += drop * 0.84
    second[:, 0] *= 1 + flare * 0.9 + bulge * 0.5 - curl * 0.35 - hang * 0.06
    tip[:, 1] += drop + np.where(curl < 0, -curl * 0.25, 0)
    tip[:, 0] = tip[:, 0] * (1 + flare - curl - hang * 0.10) + spread
    tip[:, 2] = tip[:, 2] * (1 - 0.15 * curl) - 0.05
    return np.stack([roots(hair, around), upper, middle, ear, first, second, tip], 1)


def waved(
    controls: Values, amplitude: Values, frequency: float, phase: Values, start: float = 0.3
) -> Floats:
    """Returns curves (n, SAMPLES, 3) that wave from the share `start` of their length on."""
    result = clump_curves(controls).copy()
    count, t = len(result), np.linspace(0, 1, SAMPLES)[None, :]
    grown = np.broadcast_to(amplitude, (count,))[:, None] * smooth_step(start, 0.85, t)
    angle = 2 * np.pi * frequency * t + np.broadcast_to(phase, (count,))[:, None]
    result[..., 0] += grown * np.sin(angle)
    result[..., 2] += grown * 0.6 * np.cos(angle)
    return result
