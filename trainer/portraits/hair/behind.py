"""Hair behind the head, over the shoulders, and on the skull."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from trainer.portraits.colors import smooth_step
from trainer.portraits.hair.hanging import drift, falling, roots, waved
from trainer.portraits.hair.sheet import Layer, Sheet, divide, leaves, sheet
from trainer.portraits.hair.shell import on_shell

if TYPE_CHECKING:
    from trainer.portraits.colors import Floats
    from trainer.portraits.head import Head
    from trainer.portraits.model import Hair

    Rng = np.random.Generator

_ROWS = 25
"""Curves of a surface that goes round the head."""
_LONG = -1.3
"""Hair that ends below this height (head units) hangs on the back."""


# Share of the way to the end of the hair on the skull, and size: its end sinks into what hangs.
_CAP_RINGS = ((0.38, 1.0), (0.62, 1.0), (0.85, 0.995), (1.0, 0.965))


def add_back(layer: Layer, hair: Hair, rng: Rng) -> None:
    """Adds the mass of hair behind the head: a dark inner sheet and an outer one."""
    around = np.linspace(math.radians(62), math.radians(298), _ROWS)
    at_side = np.abs(np.sin(around))
    end = hair.length * (1 + drift(rng, _ROWS, 0.04))
    end = end - 0.16 * hair.back_v * (1 - at_side) + 0.10 * hair.back_v * at_side
    for inner in (True, False):
        curves = falling(
            hair,
            around,
            end + (0.10 if inner else 0.0),
            size=hair.volume * (0.93 if inner else 0.99),
            flare=hair.flare - 0.04 * inner,
            curl=hair.curl + drift(rng, _ROWS, 0.06),
            bulge=hair.bulge,
            spread=drift(rng, _ROWS, 0.03),
        )
        phase = 2.2 * np.cos(around) + 0.5 * inner
        curves = waved(curves, hair.wave, hair.frequency, phase)
        layer.add(_mass(curves, hair, rng, inner))


def _mass(curves: Floats, hair: Hair, rng: Rng, inner: bool) -> Sheet:
    long = hair.length < _LONG
    clumps = divide(
        rng,
        hair.back_clumps // 2 + 2 if inner else hair.back_clumps,
        uneven=0.15 + 0.35 * hair.mess,
        shortening=0.06 if hair.blunt else 0.08 + 0.12 * hair.mess,
        taper=(0.80, 0.9) if hair.blunt else (0.50, 0.72) if long else (0.62, 0.80),
        point=1.3,
        blunt=0.75 if hair.blunt else 0.0,
        bend=0.03 + 0.08 * hair.mess,
    )
    if not inner and not hair.blunt:
        count = int(hair.back_clumps * 0.25 * hair.mess)
        clumps = clumps.and_(leaves(rng, clumps, count, shortening=(0.02, 0.20), bend=0.04))
    return sheet(curves, clumps, dark=0.07 if inner else 0.02, strokes=4 if inner else 14, line=0.9)


def add_falls(layer: Layer, hair: Hair, rng: Rng) -> None:
    """Adds the hair that falls in front of the shoulders, at times over one of them only."""
    if not hair.front_falls or hair.length > _LONG:
        return
    for side in (-1, 1):
        if hair.one_sided == -side:
            continue
        around = np.radians(np.linspace(64, 96, 7)) * side
        end = hair.length * rng.uniform(0.80, 1.0)
        curves = falling(
            hair,
            around,
            end + drift(rng, 7, 0.06, 3),
            size=hair.volume,
            flare=hair.flare * 0.6 - 0.05 + float(rng.normal(0, 0.03)),
            curl=hair.curl,
            bulge=hair.bulge,
        )
        curves[:, 3:, 2] = np.maximum(curves[:, 3:, 2], 0.12)
        curves[:, 4:, 0] -= side * np.array([0.05, 0.10, 0.12]) * hair.fall_inward
        phase = np.linspace(0, 0.8, 7) + side * 0.8
        curves = waved(curves, hair.wave + 0.02, hair.frequency, phase)
        clumps = divide(rng, hair.front_falls + 1, uneven=0.5, taper=(0.45, 0.65), point=1.2)
        clumps = clumps.and_(leaves(rng, clumps, hair.front_falls + 1))
        layer.add(sheet(curves, clumps, strokes=5))


def add_cap(layer: Layer, head: Head, hair: Hair, rng: Rng) -> None:
    """Adds the unbroken hair on the skull, as far as it faces the viewer."""
    size = hair.volume
    around = np.linspace(-2.0, 2.0, 2 * _ROWS - 1) - head.yaw
    end = 1.40 - 0.68 * smooth_step(0.1, 0.6, np.cos(around))
    swirl = hair.whorl * 0.5
    uneven = size * (1 - 0.02 * np.abs(np.sin(around)) + drift(rng, len(around), 0.008, 14))
    rings = [
        on_shell(around + (1 - share) * swirl, end * share, uneven * grown)
        for share, grown in _CAP_RINGS
    ]
    curves = np.stack([roots(hair, around), *rings], 1)
    clumps = divide(rng, 6, uneven=0.4, shortening=0.0, taper=(0.80, 0.90), blunt=0.4, lean=0.0)
    layer.add(sheet(curves, clumps, line=0.25, strokes=10, tip=1.0))
