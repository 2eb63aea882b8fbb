"""Finds pictures of a folder that are the same, or look the same. Needs numpy alone."""

from __future__ import annotations

import math
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

LISTED = 1000
"""Near-duplicates that are listed, the nearest; a set that has collapsed has millions of them."""

_BLOCK = 2048
_MIDDLE = 128
"""Of a channel's values. Products of signatures that are centred here are exact in float32: each
sum of 16 x 16 x 3 products of numbers in -128..127 stays below 2**24."""
_ITSELF = np.iinfo(np.int32).max


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
        alike: The pairs nearest to each other of those nearer than was asked for, the nearest
            first.
        pairs: How many pairs are nearer, listed or not.
        nearest: Distance from each picture to the one most like it, (N,).
    """

    alike: Sequence[Alike]
    pairs: int
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
    listed: int = LISTED,
) -> Neighbours | None:
    """Returns how many pairs look alike, and the nearest of them; or None if it was stopped.

    It compares every pair, which no index can miss: squared distances come from products of whole
    blocks of signatures (|a|^2 + |b|^2 - 2ab), exact in whole numbers; 50,000 pictures take about
    half a minute on one core. Whatever the pictures, it keeps a block of distances and the list.

    Args:
        signatures: (N, side, side, 3) uint8, side 16 at most, N at least 2.
        below: The bound, RMSE of values in 0..1.
        should_stop: Asked between blocks.
        listed: How many pairs are listed at most, 1 or more.
    """
    flat = signatures.reshape(len(signatures), -1)
    worst = _Worst(listed, limit=flat.shape[1] * (255 * below) ** 2)
    nearest = np.full(len(flat), _ITSELF, np.int32)
    for row in range(0, len(flat), _BLOCK):
        rows = slice(row, row + _BLOCK)
        for column in range(row, len(flat), _BLOCK):
            if should_stop is not None and should_stop():
                return None
            columns = slice(column, column + _BLOCK)
            apart = _squared_distances(flat[rows], flat[columns])
            if row == column:
                # Each pair is here twice, and each picture beside itself: keep one of the two.
                apart[np.tril_indices(len(apart))] = _ITSELF
            nearest[rows] = np.minimum(nearest[rows], apart.min(1))
            nearest[columns] = np.minimum(nearest[columns], apart.min(0))
            worst.take(apart, row, column)
    return Neighbours(
        [Alike(first, second, _root(apart, flat.shape[1])) for apart, first, second in worst.pairs],
        worst.count,
        (np.sqrt(nearest / flat.shape[1]) / 255).astype(np.float32),
    )


class _Worst:
    """The nearest of the pairs that come by, and the number of those below a limit.

    Attributes:
        count: Pairs below the limit.
        pairs: (squared distance, first, second) of the nearest of them, sorted.
    """

    def __init__(self, size: int, limit: float) -> None:
        self._size = size
        self._limit = limit
        self.count = 0
        self.pairs: list[tuple[int, int, int]] = []

    def take(self, apart: NDArray[np.int32], row: int, column: int) -> None:
        """Takes the squared distances of a block that begins at a row and a column."""
        self.count += int(np.count_nonzero(apart < self._limit))
        is_full = len(self.pairs) == self._size
        distances = apart.ravel()
        places = np.flatnonzero(distances < (self.pairs[-1][0] if is_full else self._limit))
        if len(places) > self._size:
            places = places[np.argpartition(distances[places], self._size)[: self._size]]
        found = [
            (int(distances[place]), row + int(i), column + int(j))
            for place, i, j in zip(places, *np.divmod(places, apart.shape[1]), strict=True)
        ]
        if found:
            self.pairs = sorted([*self.pairs, *found])[: self._size]


def _squared_distances(some: NDArray[np.uint8], others: NDArray[np.uint8]) -> NDArray[np.int32]:
    """Returns the squared distance of every one of some signatures to every other, (N, M)."""
    left, right = (part.astype(np.float32) - _MIDDLE for part in (some, others))
    lengths = [np.einsum("ij,ij->i", part, part).astype(np.int32) for part in (left, right)]
    apart: NDArray[np.int32] = (left @ right.T).astype(np.int32)
    apart *= -2
    apart += lengths[0][:, None]
    apart += lengths[1]
    return apart


def _root(squared: int, values: int) -> float:
    """Returns the RMSE in 0..1 of a squared distance between so many values in 0..255."""
    return math.sqrt(squared / values) / 255


def rmse(left: NDArray[np.uint8], right: NDArray[np.uint8]) -> float:
    """Returns the root of the mean squared difference of two pictures' values in 0..1."""
    apart = (left.astype(np.float64) - right) / 255
    return float(np.sqrt((apart**2).mean()))
