"""The ellipsoid round the skull on which hair lies, and the smooth curves of clumps."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import numpy as np

from trainer.portraits import canvas

if TYPE_CHECKING:
    from trainer.portraits.colors import Floats, Values

CENTER = np.array([0, 0.13, -0.12])
RADII = np.array([0.925, 1.00, 0.96])
SAMPLES = 17
"""Samples along a clump while its geometry is built."""


def on_shell(around: Values, down: Values, size: Values = 1.08) -> Floats:
    """Returns points (..., 3) on the shell.

    Args:
        around: Angle about the vertical, in radians; 0 is the front, positive to the right.
        down: Angle from the crown, in radians.
        size: Size of the shell, about 1.1.
    """
    around = np.asarray(around, dtype=np.float64)
    down = np.asarray(down, dtype=np.float64) + 0 * around
    x, y, z = np.sin(down) * np.sin(around), np.cos(down), np.sin(down) * np.cos(around)
    return np.asarray(CENTER + RADII * np.stack([x, y, z], -1) * np.asarray(size)[..., None])


def front_depth(x: Floats, y: Floats, size: float = 1.08) -> Floats:
    """Returns the depth z of the front of the shell at x, y."""
    across = ((x - CENTER[0]) / (RADII[0] * size)) ** 2
    up = ((y - CENTER[1]) / (RADII[1] * size)) ** 2
    return np.asarray(CENTER[2] + RADII[2] * size * np.sqrt(np.clip(1 - across - up, 0.0, 1)))


@functools.cache
def _clump_matrix(controls: int) -> Floats:
    """Returns the matrix from control points to samples: a spline, smoothed three times."""
    dense = canvas.spline(np.eye(controls), False, 12)
    position = np.linspace(0, len(dense) - 1, SAMPLES)
    lower = np.floor(position).astype(int).clip(0, len(dense) - 2)
    share = (position - lower)[:, None]
    matrix = dense[lower] * (1 - share) + dense[lower + 1] * share
    for _ in range(3):
        inner = 0.25 * matrix[:-2] + 0.5 * matrix[1:-1] + 0.25 * matrix[2:]
        matrix = np.concatenate([matrix[:1], inner, matrix[-1:]])
    return np.asarray(matrix)


def clump_curves(controls: Values) -> Floats:
    """Returns curves (n, SAMPLES, 3) through control points (n, k, 3)."""
    points = np.asarray(controls, dtype=np.float64)
    if points.shape[1] == SAMPLES:
        return points
    return np.asarray(_clump_matrix(points.shape[1]) @ points)


def even_spacing(curves: Floats) -> Floats:
    """Returns curves (n, SAMPLES, 3) resampled by arc length, so that tips taper evenly."""
    count, points, _ = curves.shape
    length = np.zeros((count, points))
    length[:, 1:] = np.cumsum(np.linalg.norm(np.diff(curves, axis=1), axis=2), 1)
    length /= length[:, -1:] + 1e-9
    at = np.linspace(0, 1, points)
    passed = (length[:, None, :] <= at[None, :, None]).sum(2) - 1
    lower = np.clip(passed, 0, points - 2)
    row = np.arange(count)[:, None]
    step = length[row, lower + 1] - length[row, lower] + 1e-9
    share = ((at[None] - length[row, lower]) / step)[..., None]
    return np.asarray(curves[row, lower] * (1 - share) + curves[row, lower + 1] * share)
