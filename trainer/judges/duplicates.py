"""Finds pictures of a folder that are the same, or look the same. Needs numpy alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

SIGNATURE_SIDE = 16
"""A signature is the picture shrunk to this side: means over areas, red, green and blue."""
ALIKE_BELOW = 0.05
"""Pictures whose signatures differ by less (RMSE of values in 0..1) are near-duplicates."""

_BLOCK = 2048


@dataclass(frozen=True)
class Alike:
    """Two pictures, by their numbers, and the RMSE between their signatures."""

    first: int
    second: int
    distance: float


@dataclass(frozen=True)
class Neighbours:
    """How near to each other pictures come.

    Attributes:
        alike: Pairs nearer than was asked for, the nearest first.
        nearest: Distance from each picture to the one most like it, (N,).
    """

    alike: Sequence[Alike]
    nearest: NDArray[np.float32]


def find_identical(hashes: Sequence[bytes]) -> list[list[int]]:
    """Returns the groups of pictures, by their numbers, that have one hash."""
    groups: dict[bytes, list[int]] = {}
    for number, value in enumerate(hashes):
        groups.setdefault(value, []).append(number)
    return [group for group in groups.values() if len(group) > 1]


def find_neighbours(
    signatures: NDArray[np.uint8],
    below: float = ALIKE_BELOW,
    should_stop: Callable[[], bool] | None = None,
) -> Neighbours | None:
    """Returns all pairs that look alike, and none else; or None if it was stopped.

    It compares every pair, which no index can miss: squared distances come from products of whole
    blocks of signatures (|a|^2 + |b|^2 - 2ab), about half a minute for 50,000 on two cores. Pairs
    near the bound are measured again, since differences of large numbers round.

    Args:
        signatures: (N, side, side, 3) uint8, N at least 2.
        below: The bound, RMSE of values in 0..1.
        should_stop: Asked between blocks.
    """
    # Centred, so that the numbers that are subtracted from each other are small.
    flat = signatures.reshape(len(signatures), -1).astype(np.float32) / 255
    flat -= flat.mean(0)
    squares = np.einsum("ij,ij->i", flat, flat)
    bound = np.float32(flat.shape[1] * (below * 1.01) ** 2)
    nearest = np.full(len(flat), np.inf, np.float32)
    alike: list[Alike] = []
    starts = range(0, len(flat), _BLOCK)
    for row in starts:
        rows = slice(row, row + _BLOCK)
        for column in range(row, len(flat), _BLOCK):
            if should_stop is not None and should_stop():
                return None
            columns = slice(column, column + _BLOCK)
            apart = squares[rows, None] + squares[None, columns] - 2 * flat[rows] @ flat[columns].T
            if row == column:
                np.fill_diagonal(apart, np.inf)
            nearest[rows] = np.minimum(nearest[rows], apart.min(1))
            nearest[columns] = np.minimum(nearest[columns], apart.min(0))
            for i, j in np.argwhere(apart < bound):
                first, second = row + int(i), column + int(j)
                distance = rmse(signatures[first], signatures[second])
                if first < second and distance < below:
                    alike.append(Alike(first, second, distance))
    alike.sort(key=lambda pair: pair.distance)
    return Neighbours(alike, np.sqrt(np.maximum(nearest, 0) / flat.shape[1]))


def rmse(left: NDArray[np.uint8], right: NDArray[np.uint8]) -> float:
    """Returns the root of the mean squared difference of two pictures' values in 0..1."""
    apart = (left.astype(np.float64) - right) / 255
    return float(np.sqrt((apart**2).mean()))
