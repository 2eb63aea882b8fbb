"""Independent random streams, one per named part of a portrait."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable


def stream(seed: int, index: int, part: str) -> np.random.Generator:
    """Returns the random generator of one part of one portrait.

    Each part draws from a stream of its own, so that a change to one part never reshuffles
    another.

    Args:
        seed: Seed of the data set, 0 or more.
        index: Number of the portrait, 0 or more.
        part: Name of the part, such as "hair.fringe".
    """
    return np.random.default_rng([seed, index, zlib.crc32(part.encode())])


def uniform(rng: np.random.Generator) -> Callable[[float, float], float]:
    """Returns a function that draws a plain float between two bounds."""
    return lambda low, high: float(rng.uniform(low, high))


def chance(rng: np.random.Generator, probability: float) -> bool:
    """Returns True with the given probability (0..1)."""
    return bool(rng.random() < probability)


def sign(rng: np.random.Generator) -> float:
    """Returns -1.0 or 1.0, each as likely as the other."""
    return 1.0 if rng.random() < 0.5 else -1.0


def pick(rng: np.random.Generator, odds: dict[str, float]) -> str:
    """Returns one key of a table of weights (0 or more, not all 0)."""
    weights = np.array(list(odds.values()), dtype=np.float64)
    return str(rng.choice(list(odds), p=weights / weights.sum()))
