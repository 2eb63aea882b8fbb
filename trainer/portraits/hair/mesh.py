"""Sends vertex-coloured meshes to skia."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

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
    levels = np.clip(colors * 255 + 0.5, 0, 255).astype(np.uint32)
    red, green, blue, alpha = (levels[..., i] for i in range(4))
    return np.asarray((alpha << 24) | (red << 16) | (green << 8) | blue)


@functools.lru_cache(32)
def _strip_indices(count: int, rows: int, columns: int) -> tuple[int, ...]:
    """Returns triangle-strip indices of grids, joined by triangles without area."""
    ids = np.arange(count * rows * columns).reshape(count, rows, columns)
    pairs = np.stack([ids[:, :, :-1], ids[:, :, 1:]], -1).transpose(0, 2, 1, 3)
    strips = pairs.reshape(count, columns - 1, 2 * rows)
    joined = np.concatenate([strips[:, :, :1], strips, strips[:, :, -1:]], 2)
    return tuple(joined.reshape(-1).tolist())


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
        x, y = positions[start:end].reshape(-1, 2).T.tolist()
        vertices = skia.Vertices(
            skia.Vertices.kTriangleStrip_VertexMode,
            list(map(skia.Point, x, y)),
            None,
            packed[start:end].reshape(-1).tolist(),
            _strip_indices(end - start, rows, columns),
        )
        canvas.drawVertices(vertices, paint, skia.BlendMode.kDst)
