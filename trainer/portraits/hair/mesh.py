"""Sends vertex-coloured meshes to skia."""

from __future__ import annotations

import functools
import threading
from collections import deque
from typing import TYPE_CHECKING, Any

import numpy as np
import skia

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from trainer.portraits.canvas import Canvas
    from trainer.portraits.colors import Floats

# skia indexes vertices with 16 bits.
_LARGEST = 60_000


def pack_colors(colors: Floats) -> NDArray[np.uint32]:
    """Returns colours with opacity (..., 4), each 0..1, as skia's 32-bit integers."""
    levels = np.multiply(colors, 255, dtype=np.float32)
    levels += np.float32(0.5)
    np.clip(levels, 0, 255, out=levels)
    # An integer's bytes are blue, green, red and opacity, the lowest first.
    ordered = np.empty(levels.shape, np.uint8)
    for place, channel in enumerate((2, 1, 0, 3)):
        ordered[..., place] = levels[..., channel]
    return np.asarray(ordered.view("<u4")[..., 0])


@functools.lru_cache(32)
def _joined_strips(count: int, rows: int, columns: int) -> tuple[int, ...]:
    """Returns triangle-strip indices of grids, grid after grid."""
    ids = np.arange(count * rows * columns).reshape(count, rows, columns)
    pairs = np.stack([ids[:, :, :-1], ids[:, :, 1:]], -1).transpose(0, 2, 1, 3)
    strips = pairs.reshape(count, columns - 1, 2 * rows)
    # Triangles without area lead from one strip to the next.
    joined = np.concatenate([strips[:, :, :1], strips, strips[:, :, -1:]], 2)
    return tuple(joined.reshape(-1).tolist())


def _strip_indices(count: int, rows: int, columns: int) -> tuple[int, ...]:
    # The indices of few grids are the first ones of many: so few tables serve all numbers.
    many = 1 << (count - 1).bit_length()
    return _joined_strips(many, rows, columns)[: count * (columns - 1) * (2 * rows + 2)]


class _Pool(threading.local):
    """Points that are used again: making one takes longer than moving one."""

    def __init__(self) -> None:
        self._points: list[Any] = []

    def moved_to(self, positions: Floats) -> list[Any]:
        """Returns points at positions (n, 2), valid until the next call."""
        x, y = positions.T.tolist()
        for _ in range(len(x) - len(self._points)):
            self._points.append(skia.Point(0, 0))
        points = self._points[: len(x)]
        deque(map(skia.Point.set, points, x, y), maxlen=0)
        return points


_POOL = _Pool()


def draw_grids(canvas: Canvas, positions: Floats, colors: Floats) -> None:
    """Draws grids of vertices, the first one lowest.

    Args:
        canvas: A skia canvas.
        positions: (n, rows, columns, 2) canvas units.
        colors: (n, rows, columns, 4), each 0..1.
    """
    count, rows, columns = positions.shape[:3]
    packed, paint = pack_colors(colors), skia.Paint(AntiAlias=True)
    batch = _LARGEST // (rows * columns)
    for start in range(0, count, batch):
        end = min(count, start + batch)
        vertices = skia.Vertices(
            skia.Vertices.kTriangleStrip_VertexMode,
            _POOL.moved_to(positions[start:end].reshape(-1, 2)),
            None,
            packed[start:end].reshape(-1).tolist(),
            _strip_indices(end - start, rows, columns),
        )
        canvas.drawVertices(vertices, paint, skia.BlendMode.kDst)
