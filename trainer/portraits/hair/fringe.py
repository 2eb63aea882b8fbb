"""The fringe: clumps from the part line over the forehead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from trainer.portraits.colors import smooth_step
from trainer.portraits.hair.shapes import add_strands, add_strokes, along, jitter
from trainer.portraits.hair.shell import CENTER, RADII, clump_curves, front_depth

if TYPE_CHECKING:
    from trainer.portraits.colors import Floats, Values
    from trainer.portraits.hair.locks import LockBatch
    from trainer.portraits.head import Head
    from trainer.portraits.model import Fringe, Hair

    Rng = np.random.Generator

_EDGE = 0.62
"""Beyond this place (0 middle, 1 temple) clumps follow the cheek instead of the brow."""


def add_fringe(batch: LockBatch, head: Head, hair: Hair, rng: Rng) -> None:
    """Adds the fringe of a hairstyle."""
    fringe = hair.fringe
    _add_underlayer(batch, head, hair)
    weights = rng.gamma(14 if fringe.blunt else 2.4, 1, fringe.clumps) + 0.55
    weights /= weights.mean()
    place = _places(weights, rng)
    side = np.where(place >= fringe.parting, 1.0, -1.0)
    tip_x, tip_y = _tips(fringe, place, side, weights, rng)
    curves = _curves(head, hair, place, side, tip_x, tip_y)
    width = 1.85 / fringe.clumps * fringe.width * np.clip(weights, 0.45, 1.55) ** 0.8
    width = width * rng.uniform(0.92, 1.12, fringe.clumps)
    nearness = (1 - np.abs(place - fringe.parting * 0.6) * 0.6) * 0.3
    order = nearness + jitter(rng, fringe.clumps, 0.05)
    batch.add(
        curves,
        width,
        profile="blunt" if fringe.blunt else "bang",
        tone=jitter(rng, fringe.clumps, 0.06) + 0.02,
        tip=1.0,
        root=0.35,
        order=order,
    )
    _add_leaves(batch, fringe, curves, width, order, rng)
    add_strands(batch, curves, rng, fringe.strands, width=0.028, tip=0.6)
    add_strokes(batch, curves, rng, hair.ink_strokes, -0.32, 0.024)
    add_strokes(batch, curves, rng, hair.ink_strokes // 2, 0.30, 0.030)


def _places(weights: Floats, rng: Rng) -> Floats:
    """Returns the clumps' places, -1 left temple to 1 right: a few broad ones, several thin."""
    edges = np.concatenate([[0.0], np.cumsum(weights)])
    middles = (edges[:-1] + edges[1:]) / 2
    ends = [weights[0] / 2, edges[-1] - weights[-1] / 2]
    return np.asarray(
        np.interp(middles, ends, [-1, 1]) + jitter(rng, len(weights), 0.10 / len(weights))
    )


def _add_underlayer(batch: LockBatch, head: Head, hair: Hair) -> None:
    """Adds broad dark clumps below the fringe, so that the scalp never shows."""
    fringe = hair.fringe
    place = np.linspace(-1, 1, fringe.clumps + 3)
    side = np.sign(place - fringe.parting + 1e-6)
    parted = fringe.opening * 1.1 * np.exp(-(((place - fringe.parting) / 0.45) ** 2))
    tip_y = 0.52 - 0.22 * place**2 + parted
    curves = _curves(head, hair, place, side, place * 0.80 + fringe.sweep * side * 0.12, tip_y)
    batch.add(curves, 0.40, tone=-0.05, profile="blunt", order=-0.8, line=0.2)


def _tips(
    fringe: Fringe, place: Floats, side: Floats, weights: Floats, rng: Rng
) -> tuple[Floats, Floats]:
    """Returns where the clumps end on the face."""
    count, disorder = len(place), 0.02 + fringe.jitter * 0.09
    away = np.abs(place - fringe.parting)
    x = place * 0.70 + fringe.sweep * side * 0.30 * np.clip(0.35 + away, 0, 1)
    x = x + fringe.lean * 0.26 * (1 - 0.3 * np.abs(place)) + jitter(rng, count, disorder)
    y = fringe.height - fringe.arch * place**2 + fringe.opening * np.exp(-((away / 0.38) ** 2))
    y = y + jitter(rng, count, disorder)
    if not fringe.blunt:
        y = y + (1 - np.clip(weights, 0.4, 1.4)) * 0.10
    outside = np.clip(np.abs(place) - _EDGE, 0, None)
    y = y - fringe.edge * outside
    x = x + np.sign(place) * outside * 0.35
    if fringe.middle_drop:
        middle = int(np.argmin(np.abs(place - fringe.parting * 0.4)))
        y[middle] -= fringe.middle_drop
        x[middle] = x[middle] * 0.4 + jitter(rng, 1, 0.06)[0]
    return np.clip(x, -0.88, 0.88), y


def _curves(
    head: Head, hair: Hair, place: Floats, side: Floats, tip_x: Floats, tip_y: Floats
) -> Floats:
    """Returns curves from the part line over the dome to the tips on the face."""
    fringe, size = hair.fringe, hair.volume
    top = CENTER[1] + RADII[1] * size * 0.955
    root_x = hair.parting * 0.30 + fringe.parting * 0.25 + place * 0.14
    root = np.stack([root_x, top - 0.02 * place**2, -0.34 + 0 * place], -1)
    x = hair.parting * 0.12 + fringe.parting * 0.30 + (place - fringe.parting) * 0.46
    dome = _on_front(x, 1.03 - 0.12 * place**2, size * 1.02)
    x = place * 0.84 + fringe.sweep * side * 0.10
    gap = fringe.opening * 0.25 * np.exp(-(((place - fringe.parting) / 0.4) ** 2))
    brow = _on_front(x, 0.60 - 0.12 * place**2 + gap, size * 1.03)
    lifted = head.surface(np.clip(tip_x, -0.70, 0.70), np.maximum(tip_y, -0.5)) + 0.14
    tip = np.stack([tip_x, tip_y, lifted], -1)
    first = brow * 0.45 + tip * 0.55
    first[:, 0] += (brow[:, 0] - tip[:, 0]) * 0.22 + place * 0.05
    first[:, 2] += 0.06
    second = brow * 0.16 + tip * 0.84
    second[:, 0] += (brow[:, 0] - tip[:, 0]) * 0.13 + fringe.flick * side * 0.06
    second[:, 2] += 0.04
    return clump_curves(np.stack([root, dome, brow, first, second, tip], 1))


def _on_front(x: Values, y: Values, size: float) -> Floats:
    return np.stack([x, y, front_depth(x, y, size)], -1)


def _add_leaves(
    batch: LockBatch, fringe: Fringe, curves: Floats, width: Floats, order: Floats, rng: Rng
) -> None:
    """Adds pointed leaves beside the clumps."""
    count, t = int(fringe.clumps * fringe.forks), along()
    parent, aside = rng.integers(0, fringe.clumps, count), rng.choice([-1, 1], count)
    leaves, wide = curves[parent].copy(), width[parent]
    out = (aside * wide * rng.uniform(0.28, 0.50, count))[:, None] * smooth_step(0.2, 0.95, t)
    back = (aside * wide * rng.uniform(0, 0.18, count))[:, None] * smooth_step(0.8, 1.05, t)
    leaves[..., 0] += out - back
    rise = rng.uniform(-0.03, 0.18, count) * (0.4 if fringe.blunt else 1)
    leaves[..., 1] += rise[:, None] * t**3
    batch.add(
        leaves,
        wide * rng.uniform(0.40, 0.70, count),
        profile="fork",
        tone=jitter(rng, count, 0.05) - 0.05,
        tip=1.0,
        order=order[parent] + aside * 0.03 + jitter(rng, count, 0.05),
        line=0.85,
    )
