"""Which pictures are nearly the same: hashes that see what eyes see, and groups of close ones."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

BITS = 64
_SIDE = 32
_WAVES = 8
_MOST_PAIRS = 4_000_000
"""Pairs that are compared at once; it bounds the memory."""


def _cosines() -> NDArray[np.float64]:
    """Returns the lowest waves but the flat one of a cosine transform, (8, 32)."""
    wave, place = np.arange(1, _WAVES + 1)[:, None], np.arange(_SIDE)[None]
    return np.asarray(np.cos(np.pi * wave * (2 * place + 1) / (2 * _SIDE)))


_COSINES = _cosines()


def perceptual_hash(pixels: NDArray[np.uint8]) -> int:
    """Returns 64 bits that change little when a picture (H, W, 3) is resized or recompressed.

    Bits tell which of the 8x8 slowest waves across the picture are stronger than their median. The
    flat wave, which tells only how bright it is, is left out.
    """
    # A box would count rows of pixels that it cuts through whole or not at all.
    triangle = Image.Resampling.BILINEAR
    small = Image.fromarray(pixels).convert("L").resize((_SIDE, _SIDE), triangle)
    grey = np.asarray(small, np.float64)
    # Rounded: an even picture has no waves, and must not be told by the noise of its sums.
    waves = np.round(_COSINES @ grey @ _COSINES.T, 3)
    bits = (waves > np.median(waves)).ravel()
    return int.from_bytes(np.packbits(bits).tobytes())


def groups_of(hashes: Sequence[int], distance: int) -> list[list[int]]:
    """Returns the groups of two or more whose hashes are close, or are linked by close ones.

    Args:
        hashes: 64 bits each.
        distance: Bits in which close hashes differ at most, 0..32.

    Returns:
        Places in `hashes`, in order; the groups by their first place.
    """
    unique, members = np.unique(np.array(hashes, np.uint64), return_inverse=True)
    union = _Union(len(unique))
    for one, other in _close_pairs(unique, distance):
        union.join(one, other)
    groups: dict[int, list[int]] = {}
    for place, member in enumerate(members.ravel().tolist()):
        groups.setdefault(union.root(member), []).append(place)
    return sorted(group for group in groups.values() if len(group) > 1)


class _Union:
    """Things that are joined into sets."""

    def __init__(self, count: int) -> None:
        self._parents = list(range(count))

    def root(self, thing: int) -> int:
        """Returns the thing that stands for the whole set of a thing."""
        parents = self._parents
        while parents[thing] != thing:
            parents[thing] = parents[parents[thing]]
            thing = parents[thing]
        return thing

    def join(self, one: int, other: int) -> None:
        """Makes the sets of two things one."""
        self._parents[self.root(one)] = self.root(other)


def _close_pairs(hashes: NDArray[np.uint64], distance: int) -> Iterator[tuple[int, int]]:
    """Yields the pairs of places that are close, some of them several times.

    Cut into one band more than the bits that may differ, close hashes agree in a whole band: only
    those that share one are compared.
    """
    for shift, width in _bands(distance + 1):
        band = (hashes >> np.uint64(shift)) & np.uint64((1 << width) - 1)
        order = np.argsort(band, kind="stable")
        edges = np.flatnonzero(np.diff(band[order])) + 1
        for bucket in np.split(order, edges):
            if len(bucket) > 1:
                yield from _close_in(hashes, bucket, distance)


def _bands(count: int) -> Iterator[tuple[int, int]]:
    """Yields the first bit and the width of each of some bands of 64 bits."""
    cuts = [round(BITS * number / count) for number in range(count + 1)]
    for low, high in itertools.pairwise(cuts):
        yield low, high - low


def _close_in(
    hashes: NDArray[np.uint64], bucket: NDArray[np.intp], distance: int
) -> Iterator[tuple[int, int]]:
    rows = max(1, _MOST_PAIRS // len(bucket))
    for start in range(0, len(bucket), rows):
        some = bucket[start : start + rows]
        differing = np.bitwise_count(hashes[some][:, None] ^ hashes[bucket][None])
        first, second = np.nonzero(differing <= distance)
        later = second > first + start
        yield from zip(some[first[later]].tolist(), bucket[second[later]].tolist(), strict=True)


def bits_apart(one: int, other: int) -> int:
    """Returns in how many bits two hashes differ."""
    return (one ^ other).bit_count()
