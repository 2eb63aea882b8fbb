"""Hair at the temples and the locks that frame the face."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from trainer.portraits.hair.hanging import drift, falling, waved
from trainer.portraits.hair.sheet import Layer, divide, leaves, sheet
from trainer.portraits.hair.shell import CENTER, RADII, front_depth

if TYPE_CHECKING:
    from trainer.portraits.colors import Floats
    from trainer.portraits.model import Hair

    Rng = np.random.Generator

_ROWS = 9
_SIDES = (-1, 1)


def add_sides(layer: Layer, hair: Hair, rng: Rng) -> None:
    """Adds the hair at the temples."""
    for side in _SIDES:
        around = np.radians(np.linspace(38, 94, _ROWS)) * side
        end = hair.side_length * (1 + float(rng.normal(0, 0.04)))
        curves = falling(
            hair,
            around,
            end + np.linspace(0.08, -0.08, _ROWS) + drift(rng, _ROWS, 0.04, 3),
            size=hair.volume,
            flare=hair.flare * 0.7,
            curl=hair.side_inward + drift(rng, _ROWS, 0.05, 3),
            bulge=hair.bulge * 0.8,
        )
        amplitude = hair.wave * 0.7 + hair.lock_wave * 0.6
        phase = np.linspace(0, 0.7, _ROWS) + side * 1.3
        curves = waved(curves, amplitude, hair.frequency, phase)
        clumps = divide(
            rng,
            hair.side_clumps,
            uneven=0.4,
            shortening=0.12 + 0.2 * hair.mess,
            taper=(0.58, 0.76),
            point=1.35,
            bend=0.015 + 0.05 * hair.mess,
        )
        clumps = clumps.and_(
            leaves(rng, clumps, hair.side_clumps // 3, shortening=(0.0, 0.2), bend=0.04)
        )
        clumps.order[:] -= 0.25
        layer.add(sheet(curves, clumps, strokes=hair.ink_strokes))


def add_locks(layer: Layer, hair: Hair, rng: Rng) -> None:
    """Adds the locks that frame the face."""
    for side in _SIDES if hair.locks else ():
        reach = hair.lock_width * (0.30 + 0.15 * hair.locks)
        x = side * np.linspace(hair.lock_x, hair.lock_x + reach, 5)
        end = hair.lock_length * (1 + float(rng.normal(0, 0.05))) + np.linspace(0, 0.12, 5)
        curves = _lock_curves(hair, x, end, side)
        phase = np.linspace(0, 0.5, 5) + side * 1.2 + hair.lock_phase
        amplitude = hair.wave * 0.5 + hair.lock_wave
        curves = waved(curves, amplitude, hair.frequency + 0.25, phase, 0.45)
        clumps = divide(
            rng, hair.locks, uneven=0.6, overlap=0.2, shortening=0.2, taper=(0.40, 0.60), point=1.25
        )
        clumps = clumps.and_(leaves(rng, clumps, hair.locks, shortening=(0.1, 0.3), bend=0.03))
        clumps.order[:] += 0.02
        layer.add(sheet(curves, clumps, tip=0.45, strokes=3))


def _lock_curves(hair: Hair, x: Floats, end: Floats, side: int) -> Floats:
    size, zero, inward = hair.volume, 0 * x, hair.lock_curve
    top = CENTER[1] + RADII[1] * size * 0.955
    brow = np.maximum(front_depth(x * 0.95, zero + 0.46, size), 0.40)
    hang = end + 0.12
    points = [
        (side * 0.12 + hair.parting * 0.25 + zero, top + zero, zero - 0.36),
        (x * 0.70, zero + 0.92, front_depth(x * 0.70, zero + 0.92, size)),
        (x * 1.08, zero + 0.46, brow),
        (x * 1.12, zero - 0.12, zero + 0.50),
        (x * 1.12, hang * 0.55 - 0.12, zero + 0.50),
        (x * (1.10 - inward * 0.5), hang * 0.84 - 0.12, zero + 0.50),
        (x * (1.06 - inward * 1.4), end, zero + 0.48),
    ]
    return np.stack([np.stack(point, -1) for point in points], 1)
