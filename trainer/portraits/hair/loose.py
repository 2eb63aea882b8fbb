"""Single locks that leave the outline: flicks, streamers, tufts, wisps and cowlicks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from trainer.portraits.hair.sheet import Clumps, Layer, sheet
from trainer.portraits.hair.shell import CENTER, RADII, on_shell

if TYPE_CHECKING:
    from trainer.portraits.colors import Floats, Values
    from trainer.portraits.model import Hair

    Rng = np.random.Generator

_THIN = 0.03
"""Width of a single hair in head units."""


def add_blade(layer: Layer, controls: Values, width: float, order: float, rooted: bool) -> None:
    """Adds one pointed lock along control points (k, 3); a rooted one begins with no width."""
    middle = np.asarray(controls, dtype=np.float64)
    way = np.gradient(middle, axis=0)[:, :2]
    way /= np.linalg.norm(way, axis=1, keepdims=True) + 1e-9
    aside = np.stack([-way[:, 1], way[:, 0], 0 * way[:, 0]], 1) * width / 2
    one = np.ones(1)
    clump = Clumps(
        left=0 * one,
        right=one,
        aim=0.5 * one,
        length=one,
        taper=0.38 * one,
        point=1.1 * one,
        blunt=0 * one,
        start=(0.12 if rooted else 0.0) * one,
        bend=np.zeros((1, 3)),
        order=order * one,
        tone=0 * one,
    )
    surface = np.stack([middle - aside, middle, middle + aside])
    layer.add(sheet(surface, clump, line=0.9 if width > _THIN else 0.3, shine=0.3))


def add_flicks(layer: Layer, hair: Hair, rng: Rng) -> None:
    """Adds tips that turn out of the silhouette and break its bowl shape."""
    for _ in range(hair.flicks):
        side = float(rng.choice([-1, 1]))
        around = np.array([np.radians(rng.uniform(82, 104)) * side])
        low = max(hair.length, -1.3) * rng.uniform(0.35, 0.9)
        start = on_shell(around, np.array([1.0]), hair.volume * 0.94)[0]
        reach, drop = hair.flick * rng.uniform(0.5, 1.1), start[1] - low
        way = [
            (0.0, 0.0, 0.0),
            (0.0, -0.45 * drop, -0.02),
            (side * reach * 0.2, -0.8 * drop, -0.02),
            (side * (0.05 + reach), -0.98 * drop + 0.25 * reach, 0.0),
        ]
        curve = start + np.array(way)
        add_blade(layer, curve, float(rng.uniform(0.10, 0.20)), 0.1, True)


def add_streamers(layer: Layer, hair: Hair, rng: Rng) -> None:
    """Adds long thin locks that leave the outline in an S and flick at the tip."""
    size = hair.volume
    for _ in range(hair.streamers):
        side = float(rng.choice([-1, 1]))
        length = rng.uniform(0.45, 1.0) * min(1.5, max(0.55, -hair.length * 0.55))
        height, out = rng.uniform(max(hair.length * 0.55, -0.95), 0.25), rng.uniform(0.3, 0.85)
        edge = side * (RADII[0] * size * (0.93 if height > -0.3 else 0.86) + hair.flare * 0.4)
        start = on_shell(np.array([side * np.radians(96)]), np.array([0.8]), size * 0.98)[0]
        reach = side * out * length
        curve = [
            start,
            [edge * 0.98, height + 0.35, -0.10],
            [edge + side * 0.03, height, -0.08],
            [edge + reach * 0.10, height - 0.45 * length, -0.06],
            [edge + reach * 0.26, height - 0.80 * length, -0.04],
            [edge + reach * 0.56, height - (1.08 - 0.20 * out) * length, -0.02],
        ]
        add_blade(layer, curve, float(rng.uniform(0.10, 0.20)), 0.2, True)


def add_tufts(layer: Layer, hair: Hair, rng: Rng) -> None:
    """Adds tufts that lift off the dome."""
    size = hair.volume
    for _ in range(hair.tufts):
        around, start = rng.uniform(-1.9, 1.9), rng.uniform(0.15, 0.5)
        reach = rng.uniform(0.6, 1.1)
        heights = ((0.3, 0.0, 0.96), (1, 0.4, 0.99), (1, 0.8, 1.01), (1, 1.15, 1.03))
        rings = [
            on_shell(np.array(around), np.array(start * a + reach * b), size * grown)
            for a, b, grown in heights
        ]
        add_blade(layer, np.stack(rings), float(rng.uniform(0.08, 0.16)), 0.3, True)


def add_wisps(layer: Layer, hair: Hair, rng: Rng) -> None:
    """Adds single hairs that lift off the silhouette and fall back."""
    for _ in range(hair.wisps):
        around, size = rng.uniform(1.3, 1.8) * rng.choice([-1, 1]), hair.volume
        start, reach = rng.uniform(0.2, 0.9), rng.uniform(0.5, 0.9)
        lift = rng.uniform(0.03, 0.09)
        steps = ((0.0, 0.97), (0.35, 1.0 + 0.4 * lift), (0.7, 1.0 + lift), (1.0, 1.0 + 1.3 * lift))
        curve = [
            on_shell(np.array(around), np.array(start + reach * along), size * grown)
            for along, grown in steps
        ]
        add_blade(layer, np.stack(curve), _THIN, 0.0, True)


def add_cowlicks(layer: Layer, hair: Hair, rng: Rng) -> None:
    """Adds hair that stands up from the crown."""
    top = CENTER[1] + RADII[1] * hair.volume * 0.955
    for number in range(hair.cowlicks):
        side, size = float(rng.choice([-1, 1])), float(rng.uniform(0.26, 0.46))
        start = np.array([hair.parting * 0.2 + 0.05 * number, top, 0.0])
        way: list[Floats] = [np.zeros(3)]
        way += [np.array(at) for at in ((0.10, 0.40, 0.05), (0.55, 0.62, 0.10), (1.05, 0.30, 0.12))]
        curve = [start + at * np.array([side * size, size, 1.0]) for at in way]
        add_blade(layer, curve, 0.09, 0.4, False)
