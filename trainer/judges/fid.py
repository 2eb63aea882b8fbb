"""The Fréchet distance between two sets of pictures, seen as clouds of feature vectors."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


class FeatureStatistics:
    """Count, mean and covariance of feature vectors that come batch by batch.

    All sums are in double precision and are taken about the running mean, so that the order and the
    size of the batches change the result by rounding alone.

    Source: Chan, Golub and LeVeque 1979, "Updating formulae and a pairwise algorithm for computing
    sample variances".
    """

    def __init__(self, features: int) -> None:
        self.count = 0
        self._mean = np.zeros(features)
        self._scatter = np.zeros((features, features))

    def add(self, batch: NDArray[np.floating]) -> None:
        """Takes in feature vectors (N, features).

        Raises:
            ValueError: they are of another length, or not all finite.
        """
        if batch.ndim != 2 or batch.shape[1] != len(self._mean):
            raise ValueError(f"features have shape {batch.shape}, not (N, {len(self._mean)})")
        if not np.isfinite(batch).all():
            raise ValueError("features are not all finite")
        if not len(batch):
            return
        batch = batch.astype(np.float64)
        mean = batch.mean(0)
        centred = batch - mean
        total = self.count + len(batch)
        apart = mean - self._mean
        self._scatter += centred.T @ centred
        self._scatter += np.outer(apart, apart) * (self.count * len(batch) / total)
        self._mean += apart * (len(batch) / total)
        self.count = total

    @property
    def mean(self) -> Floats:
        """The mean vector (features,)."""
        return self._mean.copy()

    @property
    def covariance(self) -> Floats:
        """The unbiased covariance (features, features).

        Raises:
            ValueError: fewer than two vectors were added.
        """
        if self.count < 2:
            raise ValueError(f"a covariance needs at least 2 vectors; got {self.count}")
        return self._scatter / (self.count - 1)


def frechet_distance(one: FeatureStatistics, other: FeatureStatistics) -> float:
    """Returns |m1 - m2|^2 + tr(C1 + C2 - 2 (C1 C2)^(1/2)), at least 0.

    The trace of the root is the sum of the roots of the eigenvalues of C1^(1/2) C2 C1^(1/2), which
    is symmetric: no complex numbers come up, also where a covariance is singular.

    Source: FID, Heusel et al. 2017, arXiv:1706.08500; 5.3, Jin et al. 2017, arXiv:1708.05509, with
    other features.
    """
    first, second = one.covariance, other.covariance
    root = _root(first)
    middle = np.linalg.eigvalsh(root @ second @ root)
    shared = np.sqrt(np.clip(middle, 0.0, None)).sum()
    apart = one.mean - other.mean
    return max(0.0, float(apart @ apart + np.trace(first) + np.trace(second) - 2.0 * shared))


def _root(matrix: Floats) -> Floats:
    """Returns the root of a symmetric matrix without negative eigenvalues (but for rounding)."""
    values, vectors = np.linalg.eigh(matrix)
    return np.asarray((vectors * np.sqrt(np.clip(values, 0.0, None))) @ vectors.T)
