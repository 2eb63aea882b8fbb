"""Tails and drills: hair that is tied away from the head."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from trainer.portraits.hair.locks import Tube
from trainer.portraits.hair.shapes import add_forks, add_strands, jitter, waved

if TYPE_CHECKING:
    from trainer.portraits.hair.locks import LockBatch
    from trainer.portraits.model import Hair, Tail

    Rng = np.random.Generator

_SWELL = ((0.6, 0.5), (1.05, 1.0), (0.95, 1.0), (0.62, 0.6), (0.55, 0.5))
"""Half-widths in x and z of a tail after its tie, in units of its thickness."""


def add_tail(batch: LockBatch, tail: Tail, hair: Hair, rng: Rng) -> None:
    """Adds a tail or a drill to a layer."""
    if tail.kind == "drill":
        batch.tubes.append(_drill(tail))
    else:
        _add_loose_tail(batch, tail, hair, rng)


def _drill(tail: Tail) -> Tube:
    x, y, z = tail.base
    side, out, length = tail.side, tail.swing, tail.length
    axis = [
        (x, y, z),
        (x + side * (0.14 + out * 0.16), y - 0.05, z + 0.05),
        (x + side * (0.22 + out * 0.26), y - 0.34 * length, z + 0.15),
        (x + side * (0.18 + out * 0.24), y - 0.70 * length, z + 0.20),
        (x + side * (0.09 + out * 0.18), y - 1.04 * length, z + 0.22),
    ]
    turns = 3.2 * length / 1.1 / (tail.thickness / 0.25) ** 0.6 + 1.2
    return Tube(np.array(axis), tail.thickness * 0.98, turns, side)


def _add_loose_tail(batch: LockBatch, tail: Tail, hair: Hair, rng: Rng) -> None:
    """Adds clumps round an axis that swings out, hangs and curls at the tip."""
    count, radius = tail.clumps, tail.thickness
    angle = np.linspace(0, 2 * np.pi, count, endpoint=False) + jitter(rng, count, 0.2)
    reach = rng.uniform(0.5, 1, count)
    x, z = np.cos(angle) * reach * radius, np.sin(angle) * reach * radius
    uneven = jitter(rng, count, 0.10) * tail.length
    drop = (0 * x, 0.3 * np.abs(x), 0 * x, uneven * 0.4, uneven * 0.8, uneven)
    swell = ((0.05 / radius, 0.05 / radius), *_SWELL)
    base_x, base_y, base_z = tail.base
    points = [
        np.stack([base_x + dx + x * sx, base_y + dy + down, base_z + dz + z * sz], -1)
        for (dx, dy, dz), (sx, sz), down in zip(_tail_axis(tail), swell, drop, strict=True)
    ]
    points[-1][:, 0] += jitter(rng, count, 0.05)
    swing = np.cos(angle) * reach * 0.7 + tail.phase
    curves = waved(np.stack(points, 1), tail.wave, hair.frequency, swing, 0.25)
    width = radius * 1.2 * rng.uniform(0.8, 1.2, count)
    tone = jitter(rng, count, 0.05) + 0.09 * np.sin(angle) * reach
    batch.add(curves, width, tone=tone, line=0.75, profile="tail", hug=0)
    add_forks(
        batch, curves, width, rng, count // 2 + 1,
        spread=0.05, shortening=0.30, tone=0.02, line=0.6, hug=0,
    )  # fmt: skip
    add_strands(batch, curves, rng, 2, width=0.04, spread=0.12, hug=0)


def _tail_axis(tail: Tail) -> list[tuple[float, float, float]]:
    """Returns the axis of a tail, from its tie, as offsets from there."""
    side, out, bend, length = tail.side, tail.swing, tail.bend, tail.length
    end = side * (0.22 + 0.5 * out) + tail.kick + tail.curl
    return [
        (0.0, 0.0, 0.0),
        (side * (0.20 + 0.10 * out), tail.lift, -0.02),
        (side * (0.32 + 0.36 * out), -0.25 * length, 0.0),
        (side * (0.32 + 0.48 * out) + bend, -0.60 * length, 0.04),
        (side * (0.26 + 0.46 * out) + bend * 0.6, -0.86 * length, 0.04),
        (end, abs(tail.curl) * 0.25 - length, 0.04),
    ]
