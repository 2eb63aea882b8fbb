"""How fast a model paints here, beside what this machine's processor can do at best."""

from __future__ import annotations

import statistics
import time
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from threadpoolctl import threadpool_limits

from girlsmoe_desktop.core.recipe import make_recipe

if TYPE_CHECKING:
    from collections.abc import Callable

    from girlsmoe_desktop.runtime.generator import Generator

MATRIX_SIDE = 1536
WARM_UP_RUNS = 5
PAUSE_S = 0.25
"""Before each picture: the threads of a finished product turn round for up to 0.2 s, on the cores
that are to paint."""


@dataclass(frozen=True)
class Timing:
    """Medians over runs in turn.

    Attributes:
        picture_ms: To paint one picture alone.
        sgemm_gflops: Rate of numpy's float32 matrix product, 10**9 operations a second.
        picture_gflop: What one picture takes, 10**9 operations.
        runs: How many of each were measured.
    """

    picture_ms: float
    sgemm_gflops: float
    picture_gflop: float
    runs: int

    @property
    def share(self) -> float:
        """The generator's rate as a share of the matrix product's."""
        return self.picture_gflop / (self.picture_ms / 1000) / self.sgemm_gflops


def measure(generator: Generator, runs: int = 50, threads: int = 0) -> Timing:
    """Returns medians; pictures and matrix products alternate, so that both see the same load.

    Args:
        generator: The model, opened with that number of threads.
        runs: How many of each.
        threads: For the matrix product; 0 leaves the number to its library.
    """
    with threadpool_limits(threads or None):
        return _measure(generator, runs)


def _measure(generator: Generator, runs: int) -> Timing:
    recipes = [make_recipe(generator.manifest, seed, {}) for seed in range(runs + WARM_UP_RUNS)]
    matrix = np.random.default_rng(0).random((MATRIX_SIDE, MATRIX_SIDE), dtype=np.float32)
    picture_s: list[float] = []
    product_s: list[float] = []
    for recipe in recipes:
        time.sleep(PAUSE_S)
        picture_s.append(_seconds(partial(generator.paint, [recipe])))
        product_s.append(_seconds(partial(np.matmul, matrix, matrix)))
    return Timing(
        picture_ms=1000 * statistics.median(picture_s[WARM_UP_RUNS:]),
        sgemm_gflops=2 * MATRIX_SIDE**3 / statistics.median(product_s[WARM_UP_RUNS:]) / 1e9,
        picture_gflop=generator.operations(recipes[0]) / 1e9,
        runs=runs,
    )


def _seconds(work: Callable[[], object]) -> float:
    """Returns the time of the second of two runs; the first finds other things in the caches."""
    work()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
