"""Noise that is the same on every machine: seeds, the latent vector z, paths between two of them.

A seed is the key of a counter-based generator (Philox4x64-10). Its 64-bit words are specified to
the bit; everything from there on is done here, in double precision and then rounded to a coarse
grid, because the last bit of a logarithm or a cosine differs between maths libraries and numpy's
own normal sampler is free to change.

Source: Philox: Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3".
Normals: Box and Muller 1958.
"""

from __future__ import annotations

import math
import zlib
from typing import TYPE_CHECKING

import numpy as np

from girlsmoe_desktop.core.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Collection

    from numpy.typing import NDArray

MAX_SEED = 2**63 - 1
# Every component of z is a multiple of this. Two maths libraries that differ in the last bit of a
# double then still give the same float32, but for about one component in four billion.
GRID = 2.0**-20


def checked_seed(seed: int) -> int:
    """Returns the seed if it is one.

    Raises:
        UserError: It lies outside 0..2**63-1.
    """
    if not 0 <= seed <= MAX_SEED:
        raise UserError(
            "The seed {0} is out of range: give a whole number from 0 to {1}.", seed, MAX_SEED
        )
    return seed


def uniforms(seed: int, stream: str, count: int) -> list[float]:
    """Returns `count` doubles in [0, 1), one independent sequence for each stream name."""
    key = np.array([checked_seed(seed), zlib.crc32(stream.encode())], dtype=np.uint64)
    words = np.random.Philox(key=key).random_raw(count)
    return [int(word >> np.uint64(11)) * 2.0**-53 for word in words]


def normals(seed: int, count: int, stream: str = "z") -> NDArray[np.float32]:
    """Returns `count` standard normal float32 numbers, the same on every machine."""
    pairs = (count + 1) // 2
    draws = uniforms(seed, stream, 2 * pairs)
    values: list[float] = []
    for first, second in zip(draws[::2], draws[1::2], strict=True):
        radius = math.sqrt(-2.0 * math.log(1.0 - first))  # 1 - [0, 1) is never zero
        angle = 2.0 * math.pi * second
        values += [radius * math.cos(angle), radius * math.sin(angle)]
    on_grid = [round(value / GRID) * GRID for value in values[:count]]
    return np.array(on_grid, dtype=np.float32)


def perturbed(
    z: NDArray[np.float32], amount: float, seed: int, held: Collection[int] = ()
) -> NDArray[np.float32]:
    """Returns noise near z: z turned towards fresh noise, so that its length stays likely.

    Args:
        z: Noise, shape (z_dim,).
        amount: 0 leaves it as it is, 1 replaces it: the weight of the fresh noise, whose square
            and that of the old one's weight add up to 1.
        seed: Of the fresh noise.
        held: Components that stay as they are.
    """
    amount = min(max(amount, 0.0), 1.0)
    fresh = normals(seed, z.size, "perturb").astype(np.float64)
    turned = math.sqrt(1.0 - amount**2) * z.astype(np.float64) + amount * fresh
    result = np.asarray(turned, dtype=np.float32)
    kept = sorted(held)
    result[kept] = z[kept]
    return result


def slerp(start: NDArray[np.float32], end: NDArray[np.float32], t: float) -> NDArray[np.float32]:
    """Returns the point at share t (0..1) of the great circle from start to end, as float32.

    Normal vectors of many dimensions have nearly one length; a straight line between two of them
    dips towards the origin, where the generator was never trained, and a great circle does not.
    The length is interpolated linearly, so both ends are met exactly.

    Args:
        start: z, shape (z_dim,).
        end: z, shape (z_dim,).
        t: Share of the way, 0..1.
    """
    if t <= 0.0:
        return start.copy()
    if t >= 1.0:
        return end.copy()
    a, b = start.astype(np.float64), end.astype(np.float64)
    length_a, length_b = float(np.linalg.norm(a)), float(np.linalg.norm(b))
    if min(length_a, length_b) < 1e-12:
        return np.asarray((1.0 - t) * a + t * b, dtype=np.float32)
    unit_a, unit_b = a / length_a, b / length_b
    omega = math.acos(float(np.clip(unit_a @ unit_b, -1.0, 1.0)))
    if omega < 1e-6 or math.pi - omega < 1e-6:
        return np.asarray((1.0 - t) * a + t * b, dtype=np.float32)
    direction = (math.sin((1.0 - t) * omega) * unit_a + math.sin(t * omega) * unit_b) / math.sin(
        omega
    )
    length = (1.0 - t) * length_a + t * length_b
    return np.asarray(length * direction, dtype=np.float32)
