"""Places things on a plane so that like ones lie close: principal components, then t-SNE."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Points = NDArray[np.float64]

_COMPONENTS = 50
STEPS, _EARLY_STEPS = 400, 100
_EXAGGERATION = 12.0
_MOMENTUM = (0.5, 0.8)
_TINY = 1e-12


def principal_components(features: NDArray[Any], count: int) -> Points:
    """Returns the places (N, count) of features (N, k) along the directions of most variance.

    Fewer where there are no more directions; the sign of each is such that its largest is positive.
    """
    centred = features.astype(np.float64) - features.mean(0, dtype=np.float64)
    left, strength, _ = np.linalg.svd(centred, full_matrices=False)
    places: Points = (left * strength)[:, :count]
    largest = np.abs(places).argmax(0)
    signs = np.sign(places[largest, np.arange(places.shape[1])])
    return places * np.where(signs == 0, 1, signs)


class Embedding:
    """Places on a plane that are moved, step by step, until like things lie close.

    Every pair is looked at, so that some thousand things are the most that is practical. The same
    features give the same places, also where what was stopped is gone on with.

    Args:
        features: (N, k), N at least 1.
        perplexity: How many neighbours count, about.

    Attributes:
        step: How many of the `STEPS` are done.

    Source: Equations 1 to 8, van der Maaten and Hinton 2008, JMLR 9; begun from two principal
    components in place of random places.
    """

    def __init__(self, features: NDArray[Any], perplexity: float = 30.0) -> None:
        self._perplexity = perplexity
        self._reduced = principal_components(features, _COMPONENTS)
        plane = np.zeros((len(features), 2))
        plane[:, : self._reduced.shape[1]] = self._reduced[:, :2]
        few = len(features) < 5 or not self._reduced.any()
        self.step = STEPS if few else 0
        if not few:
            plane = plane / max(plane[:, 0].std(), _TINY) * 1e-4
        # The places, their speed, and the gain of each coordinate.
        self._state = np.stack([plane, np.zeros_like(plane), np.ones_like(plane)])

    @property
    def plane(self) -> Points:
        """The places, (N, 2)."""
        plane: Points = self._state[0]
        return plane

    @property
    def state(self) -> Points:
        """What it takes, with the step, to go on from here."""
        return self._state.copy()

    def go_on_from(self, step: int, state: Points) -> None:
        """Goes on from the state after a step of the same features.

        Raises:
            ValueError: It is of others.
        """
        if state.shape != self._state.shape or not 0 <= step <= STEPS:
            raise ValueError("the state is of another embedding")
        self.step, self._state = step, state.astype(np.float64)

    def advance(self) -> None:
        """Takes a step of gradient descent, with momentum and a gain for each coordinate."""
        plane, speed, gains = self._state
        early = self.step < _EARLY_STEPS
        gradient = _gradient(plane, self._wanted * (_EXAGGERATION if early else 1.0))
        same_way = (gradient > 0) == (speed > 0)
        gains = np.maximum(np.where(same_way, gains * 0.8, gains + 0.2), 0.01)
        rate = max(len(plane) / _EXAGGERATION / 4, 50.0)
        speed = _MOMENTUM[not early] * speed - rate * gains * gradient
        plane = plane + speed
        self._state = np.stack([plane - plane.mean(0), speed, gains])
        self.step += 1

    @functools.cached_property
    def _wanted(self) -> Points:
        perplexity = min(self._perplexity, (len(self._reduced) - 1) / 3)
        return _affinities(_square_distances(self._reduced), perplexity)


def _square_distances(places: Points) -> Points:
    norms = (places**2).sum(1)
    distances: Points = norms[:, None] + norms[None] - 2 * places @ places.T
    np.fill_diagonal(distances, 0)
    return np.maximum(distances, 0)


def _affinities(distances: Points, perplexity: float) -> Points:
    """Returns how near points are to one another, symmetric, summing to 1."""
    count = len(distances)
    others = ~np.eye(count, dtype=bool)
    # From the nearest neighbour on, lest all of a far point's affinities vanish.
    nearest = np.where(others, distances, np.inf).min(1, keepdims=True)
    above = np.where(others, distances - nearest, np.inf)
    scale = max(float(distances[others].mean()), _TINY)
    low, high = np.full((count, 1), 1e-6 / scale), np.full((count, 1), 1e6 / scale)
    near = np.zeros_like(distances)
    for _ in range(60):
        sharpness = np.sqrt(low * high)
        near = np.exp(-above * sharpness)
        near /= near.sum(1, keepdims=True)
        entropy = -(near * np.log(near + _TINY)).sum(1, keepdims=True)
        too_wide = entropy > np.log(perplexity)
        low, high = np.where(too_wide, sharpness, low), np.where(too_wide, high, sharpness)
    both: Points = (near + near.T) / (2 * count)
    return np.maximum(both, _TINY)


def _gradient(plane: Points, wanted: Points) -> Points:
    kernel = 1 / (1 + _square_distances(plane))
    np.fill_diagonal(kernel, 0)
    pull = (wanted - kernel / kernel.sum()) * kernel
    gradient: Points = 4 * (pull.sum(1)[:, None] * plane - pull @ plane)
    return gradient


def on_grid(plane: Points, side: int) -> list[tuple[int, int]]:
    """Returns a cell (row, column) of a grid for each point: the free one nearest to its place.

    Args:
        plane: (N, 2).
        side: Cells in a row and in a column; side * side must be N or more.
    """
    low, high = plane.min(0), plane.max(0)
    spots = (plane - low) / np.maximum(high - low, _TINY) * (side - 1)
    rows, columns = np.mgrid[:side, :side]
    free = np.zeros((side, side))
    cells = []
    for across, down in spots:
        far = (rows - down) ** 2 + (columns - across) ** 2 + free
        row, column = divmod(int(far.argmin()), side)
        free[row, column] = np.inf
        cells.append((row, column))
    return cells
