"""The Fréchet distance has a known value between known clouds."""

import numpy as np
import pytest

from trainer.judges.fid import FeatureStatistics, frechet_distance


def statistics(vectors, batch=1000):
    result = FeatureStatistics(vectors.shape[1])
    for start in range(0, len(vectors), batch):
        result.add(vectors[start : start + batch])
    return result


def cloud(mean, covariance, count=200, seed=0):
    """Returns vectors whose mean and covariance are exactly the given ones."""
    raw = np.random.default_rng(seed).normal(size=(count, len(mean)))
    raw -= raw.mean(0)
    raw = raw @ np.linalg.inv(np.linalg.cholesky(np.cov(raw.T))).T
    return raw @ np.linalg.cholesky(covariance).T + mean


def test_of_gaussians_along_the_axes():
    one = statistics(cloud(np.zeros(3), np.diag([1.0, 4.0, 9.0])))
    other = statistics(cloud(np.array([1.0, 2.0, 0.0]), np.diag([4.0, 4.0, 1.0]), seed=1))
    # |m1 - m2|^2 = 5; the sum of (s1 - s2)^2 = 1 + 0 + 4
    assert frechet_distance(one, other) == pytest.approx(10.0)


def test_of_gaussians_that_do_not_commute():
    first = np.array([[2.0, 1.0], [1.0, 1.0]])
    second = np.array([[1.0, 0.0], [0.0, 3.0]])
    one, other = statistics(cloud(np.zeros(2), first)), statistics(cloud(np.ones(2), second))
    # For 2x2 matrices tr (AB)^(1/2) = sqrt(tr AB + 2 sqrt(det AB)).
    product = first @ second
    shared = np.sqrt(np.trace(product) + 2 * np.sqrt(np.linalg.det(product)))
    expected = 2.0 + np.trace(first) + np.trace(second) - 2 * shared
    assert frechet_distance(one, other) == pytest.approx(expected)
    assert frechet_distance(other, one) == pytest.approx(expected)


def test_of_a_cloud_with_itself_is_nothing():
    vectors = np.random.default_rng(2).normal(size=(50, 40)) * np.geomspace(1e-3, 1e3, 40)
    assert frechet_distance(statistics(vectors), statistics(vectors)) == pytest.approx(0, abs=1e-4)


def test_singular_covariances_give_a_number():
    rng = np.random.default_rng(3)
    flat = rng.normal(size=(10, 30))  # fewer vectors than features
    shifted = flat + 2.0
    assert frechet_distance(statistics(flat), statistics(shifted)) == pytest.approx(4.0 * 30)


def test_the_size_of_the_batches_does_not_matter():
    rng = np.random.default_rng(4)
    vectors = (rng.normal(size=(500, 20)) + 100).astype(np.float32)
    whole = statistics(vectors, 500)
    for batch in (1, 7, 64):
        parts = statistics(vectors, batch)
        assert parts.count == whole.count == 500
        np.testing.assert_allclose(parts.mean, whole.mean, rtol=1e-12)
        np.testing.assert_allclose(parts.covariance, whole.covariance, rtol=1e-9, atol=1e-12)
    np.testing.assert_allclose(whole.covariance, np.cov(vectors.astype(np.float64).T), atol=1e-9)


def test_what_cannot_be_measured_is_refused():
    empty = FeatureStatistics(3)
    with pytest.raises(ValueError, match=r"not \(N, 3\)"):
        empty.add(np.zeros((4, 2)))
    with pytest.raises(ValueError, match="finite"):
        empty.add(np.full((4, 3), np.nan))
    empty.add(np.zeros((0, 3)))
    empty.add(np.zeros((1, 3)))
    with pytest.raises(ValueError, match="at least 2"):
        frechet_distance(empty, empty)
