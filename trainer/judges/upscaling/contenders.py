"""What is compared: anything that makes a picture twice as wide and high."""

from __future__ import annotations

import statistics
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np
from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Pixels = NDArray[np.uint8]

SCALE = 2
TIMED_SIDE = 128
"""Side of the picture whose enlargement is timed."""
_TIMED, _LEAST_TIMED = 9, 3
_ENOUGH_MS = 5e3


class Contender(Protocol):
    """Something that enlarges pictures."""

    @property
    def name(self) -> str:
        """What reports call it."""
        ...

    def upscale(self, picture: Pixels) -> Pixels:
        """Returns a picture (H, W, 3) at (2H, 2W, 3), for any H and W."""
        ...


@dataclass(frozen=True)
class Resampled:
    """Enlarges without having learned anything.

    Attributes:
        name: What reports call it.
        resampling: Pillow's filter.
    """

    name: str
    resampling: Image.Resampling

    def upscale(self, picture: Pixels) -> Pixels:
        """See `Contender`."""
        height, width = picture.shape[:2]
        size = (SCALE * width, SCALE * height)
        return np.asarray(Image.fromarray(picture).resize(size, self.resampling))


NEAREST = Resampled("nearest", Image.Resampling.NEAREST)
BICUBIC = Resampled("bicubic", Image.Resampling.BICUBIC)
LANCZOS = Resampled("Lanczos", Image.Resampling.LANCZOS)


def to_values(picture: Pixels) -> NDArray[np.float32]:
    """Returns a picture (H, W, 3) as values (3, H, W) in 0..1."""
    return np.ascontiguousarray(picture.transpose(2, 0, 1)).astype(np.float32) / np.float32(255)


def to_pixels(values: NDArray[np.float32]) -> Pixels:
    """Returns values (3, H, W), which may go beyond 0..1, as a picture (H, W, 3)."""
    return np.rint(np.clip(values, 0, 1) * 255).astype(np.uint8).transpose(1, 2, 0)


def time_of(contender: Contender, pictures: Sequence[Pixels]) -> float:
    """Returns the median time to enlarge a picture, in milliseconds.

    The first one is thrown away: it makes room in memory and chooses algorithms.

    Args:
        contender: What is timed.
        pictures: One or more of one size; each in turn.
    """
    contender.upscale(pictures[0])
    times: list[float] = []
    for number in range(_TIMED):
        if len(times) >= _LEAST_TIMED and sum(times) > _ENOUGH_MS:
            break  # of one that takes seconds
        start = time.perf_counter()
        contender.upscale(pictures[number % len(pictures)])
        times.append((time.perf_counter() - start) * 1e3)
    return statistics.median(times)
