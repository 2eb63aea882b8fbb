"""Builds the layers of a hairstyle: back, middle, cap, sides, fringe and what stands on top."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from trainer.portraits.hair.flow import press_under_hat, settle
from trainer.portraits.hair.fringe import add_fringe
from trainer.portraits.hair.locks import HairLayers, LockBatch
from trainer.portraits.hair.shapes import (
    add_forks,
    add_strands,
    add_strokes,
    falling,
    jitter,
    roots,
    waved,
)
from trainer.portraits.hair.shell import (
    CENTER,
    RADII,
    SAMPLES,
    clump_curves,
    front_depth,
    on_shell,
)
from trainer.portraits.hair.tails import add_tail

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from trainer.portraits.colors import Floats
    from trainer.portraits.head import Head
    from trainer.portraits.model import Hair

    Rng = np.random.Generator
    Streams = Callable[[str], np.random.Generator]

_TURNED = 0.14
"""From this yaw on (radians) temple hair vanishes behind the far cheek."""


def build_hair(head: Head, hair: Hair, hatted: bool, streams: Streams) -> HairLayers:
    """Returns the clumps of a hairstyle on a posed head.

    Args:
        head: The head.
        hair: The hairstyle.
        hatted: Whether a hat presses the hair.
        streams: Gives the random stream of a named part.
    """
    layers = HairLayers()
    disorder = streams("paint.hair.disorder")
    _add_back(layers.back, hair, streams("paint.hair.back"), disorder)
    _add_flicks(layers.back, hair, streams("paint.hair.flicks"), disorder)
    _add_streamers(layers.back, hair, streams("paint.hair.streamers"))
    _add_falls(layers.middle, hair, streams("paint.hair.falls"), disorder)
    _add_cap(layers.cap, head, hair, streams("paint.hair.cap"))
    if not hatted:
        _add_tufts(layers.cap, hair, streams("paint.hair.tufts"))
        _add_wisps(layers.top, hair, streams("paint.hair.wisps"))
        _add_cowlicks(layers.top, hair, streams("paint.hair.cowlicks"))
    _add_sides(layers.side, hair, streams("paint.hair.sides"), disorder)
    _add_locks(layers.side, hair, streams("paint.hair.locks"))
    add_fringe(layers.fringe, head, hair, streams("paint.hair.fringe"))
    for number, tail in enumerate(hair.tails):
        layer = layers.back if tail.layer == "back" else layers.middle
        add_tail(layer, tail, hair, streams(f"paint.hair.tail{number}"))
    settle(layers, head, hair)
    if hatted:
        press_under_hat(layers)
    _hide_far_temple(layers, head)
    return layers


def _hide_far_temple(layers: HairLayers, head: Head) -> None:
    """Moves temple hair that has turned behind the far cheek below the face."""
    if abs(head.yaw) <= _TURNED:
        return
    half = SAMPLES // 2

    def far(curves: Floats) -> NDArray[np.bool_]:
        depth = head.project(curves[:, half])[1][:, 2]
        return np.asarray((depth < -0.22) & (curves[:, half, 0] * head.yaw > 0))

    layers.middle.extend(layers.side.take(far))


def _add_back(batch: LockBatch, hair: Hair, rng: Rng, disorder: Rng) -> None:
    """Adds the mass of hair behind the head."""
    count, length, mess = hair.back_clumps, hair.length, hair.mess
    long = length < -1.3
    spaced = np.linspace(math.radians(60), math.radians(300), count)
    around = spaced + jitter(rng, count, 0.05)
    at_side = np.abs(np.sin(around))
    end = length * (1 + jitter(rng, count, 0.05 + 0.05 * mess))
    if not hair.blunt:
        end = end - length * (rng.random(count) < 0.25) * rng.uniform(0.08, 0.25, count)
    end = end + jitter(rng, count, 0.05)
    end = end - 0.16 * hair.back_v * (1 - at_side) + 0.1 * hair.back_v * at_side
    curves = falling(
        hair,
        disorder,
        around,
        end,
        size=hair.volume * 0.97 + jitter(rng, count, 0.015),
        flare=hair.flare + jitter(rng, count, 0.03 + 0.06 * mess),
        curl=hair.curl + jitter(rng, count, 0.05 + 0.1 * mess),
        bulge=hair.bulge,
        spread=jitter(rng, count, 0.07 + 0.05 * mess),
    )
    phase = 2.2 * np.cos(around) + jitter(rng, count, 0.4)
    curves = waved(curves, hair.wave * (1 + jitter(rng, count, 0.2)), hair.frequency, phase)
    width = hair.clump_width * rng.uniform(0.70, 1.25, count)
    profile = "blunt" if hair.blunt else "long" if long else "lock"
    batch.add(curves, width, tone=jitter(rng, count, 0.07), line=0.9, profile=profile)
    shortening = 0.45 if long else 0.12
    add_forks(
        batch, curves, width, rng, int(count * 0.8),
        spread=0.05 + 0.04 * mess, shortening=shortening, line=0.55,
    )  # fmt: skip
    add_strands(batch, curves, rng, int(1 + 3 * mess))
    add_strokes(batch, curves, rng, 6, -0.32, 0.038)
    add_strokes(batch, curves, rng, 6 if long else 3, 0.26, 0.062)


def _add_flicks(batch: LockBatch, hair: Hair, rng: Rng, disorder: Rng) -> None:
    """Adds tips that turn out of the silhouette and break its bowl shape."""
    count = hair.flicks
    if not count:
        return
    around = np.radians(rng.uniform(66, 112, count)) * rng.choice([-1, 1], count)
    end = max(hair.length, -1.3) * rng.uniform(0.45, 1.0, count) - 0.05
    curves = falling(
        hair,
        disorder,
        around,
        end,
        size=hair.volume,
        flare=np.abs(jitter(rng, count, 0.03)) + 0.02,
        curl=-hair.flick * rng.uniform(0.25, 0.8, count),
        bulge=0.02,
    )
    width = hair.clump_width * rng.uniform(0.40, 0.75, count)
    tone = jitter(rng, count, 0.04)
    batch.add(curves, width, tone=tone, line=0.8, order=0.3, hug=0.4, profile="fork")


def _add_streamers(batch: LockBatch, hair: Hair, rng: Rng) -> None:
    """Adds long thin locks that leave the outline in an S and flick at the tip."""
    size = hair.volume
    for _ in range(hair.streamers):
        side = float(rng.choice([-1, 1]))
        length = rng.uniform(0.45, 1.0) * min(1.5, max(0.55, -hair.length * 0.55))
        height, out = rng.uniform(max(hair.length * 0.55, -0.95), 0.25), rng.uniform(0.3, 0.85)
        edge = side * (RADII[0] * size * (0.93 if height > -0.3 else 0.86) + hair.flare * 0.4)
        start = on_shell(np.array([side * math.radians(96)]), np.array([0.8]), size * 0.98)[0]
        reach = side * out * length
        curve = [
            start,
            [edge * 0.98, height + 0.35, -0.10],
            [edge + side * 0.03, height, -0.08],
            [edge + reach * 0.10, height - 0.45 * length, -0.06],
            [edge + reach * 0.26, height - 0.80 * length, -0.04],
            [edge + reach * 0.56, height - (1.08 - 0.20 * out) * length, -0.02],
        ]
        tone = float(rng.normal(0.03, 0.04))
        width = float(rng.uniform(0.16, 0.30))
        batch.add([curve], width, profile="fork", tone=tone, line=0.85, order=0.2, hug=0.2)


def _add_falls(batch: LockBatch, hair: Hair, rng: Rng, disorder: Rng) -> None:
    """Adds the hair that falls in front of the shoulders, at times all over one of them."""
    if not hair.front_falls or hair.length > -1.05:
        return
    count = hair.front_falls * 2
    right = {1: count, 0: hair.front_falls, -1: 0}[hair.one_sided]
    degrees = [rng.uniform(60, 92, right), -rng.uniform(60, 92, count - right)]
    around = np.radians(np.concatenate(degrees))
    curves = falling(
        hair,
        disorder,
        around,
        hair.length * rng.uniform(0.78, 1.0, count),
        size=hair.volume + jitter(rng, count, 0.01),
        flare=hair.flare * 0.6 + jitter(rng, count, 0.04) - 0.05,
        curl=hair.curl + jitter(rng, count, 0.06),
        bulge=hair.bulge,
        spread=jitter(rng, count, 0.10),
    )
    curves[:, 3:, 2] = np.maximum(curves[:, 3:, 2], 0.10 + 0.1 * rng.random((count, 1)))
    inward = np.array([0.05, 0.10, 0.12])[None] * hair.fall_inward
    curves[:, 4:, 0] -= np.sign(around)[:, None] * inward
    phase = jitter(rng, count, 0.4) + np.sign(around) * 0.8
    amplitude = hair.wave * (1 + jitter(rng, count, 0.2)) + 0.03
    curves = waved(curves, amplitude, hair.frequency, phase)
    width = hair.clump_width * rng.uniform(0.55, 0.85, count)
    batch.add(curves, width, tone=jitter(rng, count, 0.04), line=0.8, profile="long")
    forks = max(1, count // 2)
    add_forks(batch, curves, width, rng, forks, spread=0.05, shortening=0.35, line=0.6)
    add_strokes(batch, curves, rng, 3, -0.28, 0.03)
    add_strokes(batch, curves, rng, 3, 0.24, 0.05)


def _add_cap(batch: LockBatch, head: Head, hair: Hair, rng: Rng) -> None:
    """Adds the hair on the skull, as far as it faces the viewer."""
    size = hair.volume
    around = np.linspace(-math.pi, math.pi, 22, endpoint=False) + jitter(rng, 22, 0.10)
    around = around[np.cos(around + head.yaw) > -0.2]
    count = len(around)
    swirl = hair.whorl + jitter(rng, count, 0.10)
    end = np.where(np.cos(around) > 0.3, 0.80, 1.40)
    uneven = size * (1 - 0.02 * np.abs(np.sin(around)) + jitter(rng, count, 0.016))
    rings = [
        on_shell(around + (1 - share) * swirl * 0.5, end * share, uneven)
        for share in (0.38, 0.62, 0.85, 1.0)
    ]
    curves = clump_curves(np.stack([roots(hair, around), *rings], 1))
    batch.add(curves, 0.46, tone=jitter(rng, count, 0.02), line=0.18, profile="cap")
    dark = curves[rng.integers(0, count, 5)]
    batch.add(dark, 0.05, tone=-0.16, profile="strand", line=0.6, order=0.2, shine=0.2)


def _add_tufts(batch: LockBatch, hair: Hair, rng: Rng) -> None:
    """Adds tufts that lift off the dome."""
    count, size = hair.tufts, hair.volume
    if not count:
        return
    around, start = rng.uniform(-2.0, 2.0, count), rng.uniform(0.15, 0.5, count)
    reach = rng.uniform(0.55, 1.0, count)
    heights = ((0.3, 0.0, 0.98), (1, 0.4, 1.02), (1, 0.8, 1.022), (1, 1.15, 1.01))
    rings = [on_shell(around, start * a + reach * b, size * grown) for a, b, grown in heights]
    width, tone = rng.uniform(0.10, 0.22, count), jitter(rng, count, 0.03)
    batch.add(np.stack(rings, 1), width, tone=tone, profile="leaf", line=0.6, order=0.3)


def _add_wisps(batch: LockBatch, hair: Hair, rng: Rng) -> None:
    """Adds single hairs that fly off the silhouette."""
    for _ in range(hair.wisps):
        around = rng.uniform(1.2, 1.9) * rng.choice([-1, 1])
        down = np.array([rng.uniform(0.35, 1.5)])
        start = on_shell(np.array([around]), down, hair.volume)[0]
        reach = rng.uniform(0.6, 1.9)
        way = np.array([np.sin(around) * 0.22 * reach, rng.uniform(-0.02, 0.14), 0])
        below = np.array([0, -0.03 * reach, 0])
        curve = [start - way * 0.9 + [0, 0.04, 0], start, start + way * 0.6 + below]
        curve.append(start + way + below * 5)
        batch.add([curve], 0.030, profile="strand", line=0.3, hug=0)


def _add_cowlicks(batch: LockBatch, hair: Hair, rng: Rng) -> None:
    """Adds hair that stands up from the crown."""
    top = CENTER[1] + RADII[1] * hair.volume * 0.955
    for number in range(hair.cowlicks):
        side, size = float(rng.choice([-1, 1])), float(rng.uniform(0.22, 0.40))
        start = np.array([hair.parting * 0.2 + 0.05 * number, top, 0.0])
        way = [(0.10, 0.40, 0.05), (0.55, 0.62, 0.10), (1.05, 0.30, 0.12)]
        curve = [start, *(start + np.array([side * size * x, size * y, z]) for x, y, z in way)]
        batch.add([curve], 0.08, profile="leaf", tone=0.05)


def _add_sides(batch: LockBatch, hair: Hair, rng: Rng, disorder: Rng) -> None:
    """Adds the hair at the temples."""
    each, mess = hair.side_clumps, hair.mess
    count = each * 2
    side = np.repeat([1, -1], each)
    spaced = np.tile(np.linspace(54, 90, each), 2)
    around = np.radians(spaced + jitter(rng, count, 3)) * side
    end = hair.side_length * (1 + jitter(rng, count, 0.06 + 0.10 * mess))
    curves = falling(
        hair,
        disorder,
        around,
        end + np.tile(np.linspace(0.06, -0.06, each), 2),
        size=hair.volume,
        flare=hair.flare * 0.7 + jitter(rng, count, 0.02 + 0.04 * mess),
        curl=hair.side_inward + jitter(rng, count, 0.05 + 0.08 * mess),
        bulge=hair.bulge * 0.8,
        spread=jitter(rng, count, 0.05 + 0.04 * mess),
    )
    phase = jitter(rng, count, 0.3) + side * 1.3
    amplitude = hair.wave * 0.7 + hair.lock_wave * 0.6
    curves = waved(curves, amplitude, hair.frequency, phase)
    width = hair.clump_width * 0.66 * rng.uniform(0.8, 1.2, count)
    batch.add(curves, width, tone=jitter(rng, count, 0.06), order=-0.25)
    add_forks(
        batch, curves, width, rng, each + 1,
        spread=0.04 + 0.03 * mess, shortening=0.16, tone=-0.02, line=0.85,
    )  # fmt: skip
    add_strands(batch, curves, rng, 2, width=0.03, spread=0.10)
    add_strokes(batch, curves, rng, hair.ink_strokes, -0.32, 0.026)


def _add_locks(batch: LockBatch, hair: Hair, rng: Rng) -> None:
    """Adds the locks that frame the face."""
    count = hair.locks
    for side in (1, -1) if count else ():
        x = side * (np.linspace(hair.lock_x, hair.lock_x + 0.16, count) + jitter(rng, count, 0.02))
        end = hair.lock_length * (1 + jitter(rng, count, 0.10)) + np.linspace(0, 0.10, count)
        curves = _lock_curves(hair, x, end, side, hair.lock_curve + jitter(rng, count, 0.03))
        phase = jitter(rng, count, 0.3) + side * 1.2 + hair.lock_phase
        amplitude = hair.wave * 0.5 + hair.lock_wave
        curves = waved(curves, amplitude, hair.frequency + 0.25, phase, 0.45)
        width = hair.clump_width * hair.lock_width * rng.uniform(0.75, 1.15, count)
        batch.add(curves, width, tone=jitter(rng, count, 0.05) + 0.02, tip=0.45, order=0.02)
        add_forks(
            batch, curves, width, rng, count,
            spread=0.03, shortening=0.20, share=0.7, tip=0.45, line=0.7,
        )  # fmt: skip
        add_strands(batch, curves, rng, 1, width=0.022, spread=0.10, tip=0.4)


def _lock_curves(hair: Hair, x: Floats, end: Floats, side: int, inward: Floats) -> Floats:
    size, zero = hair.volume, 0 * x
    top = CENTER[1] + RADII[1] * size * 0.955
    brow = np.maximum(front_depth(x * 0.95, zero + 0.46, size), 0.40)
    hang = end + 0.12
    points = [
        (side * 0.12 + hair.parting * 0.25 + zero, top + zero, zero - 0.36),
        (x * 0.70, zero + 0.92, front_depth(x * 0.70, zero + 0.92, size)),
        (x * 1.10, zero + 0.46, brow),
        (x * 1.17, zero - 0.12, zero + 0.50),
        (x * 1.13, hang * 0.55 - 0.12, zero + 0.50),
        (x * (1.08 - inward * 0.6), hang * 0.84 - 0.12, zero + 0.50),
        (x * (1.02 - inward * 1.6), end, zero + 0.48),
    ]
    return np.stack([np.stack(point, -1) for point in points], 1)
