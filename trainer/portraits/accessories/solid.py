"""Surfaces in three dimensions: grids of points on the head, shaded, filled and outlined."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import skia

from trainer.portraits.canvas import clipped, merged, spline
from trainer.portraits.colors import cloth_light, cloth_shadow, smooth_step
from trainer.portraits.hair.mesh import pack_colors

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from trainer.portraits.canvas import Canvas, Path
    from trainer.portraits.colors import Floats
    from trainer.portraits.head import Head

    Bits = NDArray[np.bool_]

COLUMNS = 49
"""Points round a ring; the first and the last coincide at the back."""
_FACING = -0.02
_AROUND = np.linspace(0, math.tau, 120, endpoint=False)
_DIRECTIONS = np.stack([np.cos(_AROUND), np.sin(_AROUND)])


@dataclass(frozen=True)
class Seat:
    """Where and how a thing sits on the head.

    Its own units are head units with y along its axis and z to its front.

    Attributes:
        head: The posed head.
        origin: The middle of its opening, in head units.
        turn: Turn about its own axis, in radians.
        back: Tilt toward the back of the head, in radians.
        askew: Tilt to the right of the picture, in radians.
    """

    head: Head
    origin: tuple[float, float, float]
    turn: float
    back: float
    askew: float

    def project(self, points: Floats) -> tuple[Floats, Floats]:
        """Returns canvas positions (..., 2) and view positions (..., 3) of points (..., 3)."""
        return self.head.project(np.array(self.origin) + points @ self._rotation().T)

    def at(self, x: float, y: float, z: float) -> Floats:
        """Returns the canvas position of one point."""
        return self.project(np.array([x, y, z]))[0]

    def axis(self) -> Floats:
        """Returns the direction of the axis in the view."""
        return np.asarray(self.head.rotation @ self._rotation()[:, 1])

    def _rotation(self) -> Floats:
        c, s = math.cos(self.turn), math.sin(self.turn)
        about_y = np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]])
        c, s = math.cos(self.back), math.sin(self.back)
        about_x = np.array([[1, 0, 0], [0, c, s], [0, -s, c]])
        c, s = math.cos(self.askew), math.sin(self.askew)
        about_z = np.array([[c, s, 0], [-s, c, 0], [0, 0, 1]])
        return np.asarray(about_z @ about_x @ about_y)


class Surface:
    """A grid of points (rows, columns, 3), seen by the viewer.

    Seen from outside, columns run to the right and rows upward.

    Attributes:
        points: The points in the seat's units.
        xy: Their canvas positions (rows, columns, 2).
        view: Their view positions (rows, columns, 3).
        normals: Outward directions in the view (rows, columns, 3).
    """

    def __init__(self, seat: Seat, points: Floats) -> None:
        self.points = points
        self.xy, self.view = seat.project(points)
        along, up = np.gradient(self.view, axis=1), np.gradient(self.view, axis=0)
        closed = bool(np.allclose(points[0, 0], points[0, -1]))
        if closed:
            seam = (self.view[:, 1] - self.view[:, -2]) * 0.5
            along[:, 0] = along[:, -1] = seam
        normals = np.cross(along, up)
        length = np.linalg.norm(normals, axis=2, keepdims=True)
        apex = length[-1].max() < 1e-6
        self.normals = normals / (length + 1e-9)
        if apex:
            self.normals[-1] = self.normals[-2].mean(0)

    def draw(self, canvas: Canvas, outer: Floats, inner: Floats | None = None) -> None:
        """Fills the surface, what is far first.

        Args:
            canvas: A skia canvas.
            outer: Colours (rows, columns, 3) of the outside.
            inner: Colours of the inside; without them only the outside shows.
        """
        colors = outer
        if inner is not None:
            colors = np.where(self.normals[..., 2:] > 0, outer, inner)
        rgba = np.concatenate([colors, np.ones_like(colors[..., :1])], -1)
        rows, columns = self.points.shape[:2]
        ids = np.arange(rows * columns).reshape(rows, columns)
        quads = np.stack([ids[:-1, :-1], ids[:-1, 1:], ids[1:, :-1], ids[1:, 1:]], -1)
        quads = quads.reshape(-1, 4)
        if inner is None:
            facing = self.normals[..., 2].reshape(-1)[quads].max(1) > _FACING
            quads = quads[facing]
        depth = self.view[..., 2].reshape(-1)[quads].mean(1)
        ordered = quads[np.argsort(depth, kind="stable")]
        corners = ordered[:, [0, 1, 2, 1, 3, 2]].reshape(-1)
        x, y = self.xy.reshape(-1, 2).T.tolist()
        vertices = skia.Vertices(
            skia.Vertices.kTriangles_VertexMode,
            list(map(skia.Point, x, y)),
            None,
            pack_colors(rgba).reshape(-1).tolist(),
            corners.tolist(),
        )
        canvas.drawVertices(vertices, skia.Paint(AntiAlias=True), skia.BlendMode.kDst)

    def outline(self, hollow: bool = True) -> Path:
        """Returns the silhouette of a turned body.

        Args:
            hollow: Whether what shows of the inside, through an end that is open toward the
                viewer, is cut away.
        """
        strips = zip(self.xy[:-1], self.xy[1:], strict=True)
        hulls = [_hull(np.vstack([low, high])) for low, high in strips]
        hole = None
        if hollow and _signed_area(self.xy[0]) > 0:
            hole = self.xy[0]
        elif hollow and np.ptp(self.xy[-1], axis=0).max() > 1.0:
            hole = self.xy[-1]
        return merged(hulls, hole)

    def part(self, start: int, end: int) -> Path:
        """Returns the silhouette of a run of columns, from start to end inclusive."""
        return merged(
            [
                np.vstack([low[start : end + 1], high[start : end + 1][::-1]])
                for low, high in zip(self.xy[:-1], self.xy[1:], strict=True)
            ]
        )

    def line(self, along: Floats) -> list[Floats]:
        """Returns the pieces of a line that face the viewer, as canvas positions.

        Args:
            along: (n, 2) positions on the grid: row and column, in fractions of a cell.
        """
        rows, columns = self.points.shape[:2]
        row = np.clip(along[:, 0], 0, rows - 1.001)
        column = np.clip(along[:, 1], 0, columns - 1.001)
        r, c = row.astype(int), column.astype(int)
        down, right = (row - r)[:, None], (column - c)[:, None]

        def read(grid: Floats) -> Floats:
            upper = grid[r, c] * (1 - right) + grid[r, c + 1] * right
            lower = grid[r + 1, c] * (1 - right) + grid[r + 1, c + 1] * right
            return np.asarray(upper * (1 - down) + lower * down)

        xy, facing = read(self.xy), read(self.normals)[:, 2] > 0.06
        return [xy[start : end + 1] for start, end in _runs(facing[:-1] & facing[1:])]


def _hull(points: Floats) -> Floats:
    """Returns the convex hull of points (n, 2), found along many directions."""
    return np.asarray(points[np.argmax(points @ _DIRECTIONS, axis=0)])


def _signed_area(ring: Floats) -> float:
    """Returns twice a ring's area on the canvas: its sign tells from which side it is seen."""
    x, y = ring.T
    return float(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1]))


def _runs(on: Bits) -> list[tuple[int, int]]:
    """Returns (start, end) of every run of true values; end is one past the last."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], on, [False]]).astype(int)))
    return [(int(a), int(b)) for a, b in edges.reshape(-1, 2)]


def column_of(angle: float) -> float:
    """Returns the column of a ring at an angle about its axis; 0 is the front."""
    return (angle + math.pi) / math.tau * (COLUMNS - 1)


def lathe(
    profile: Sequence[tuple[float, float]],
    radius: tuple[float, float],
    bend: float = 0.0,
    bend_from: float = 0.0,
    steps: int = 3,
) -> Floats:
    """Returns the points (rows, COLUMNS, 3) of a turned, perhaps bent body.

    Args:
        profile: Radius (as a share) and length along the axis, from the opening to the end.
        radius: Half-width and half-depth of a ring of radius 1, in head units.
        bend: Angle in radians by which the axis has turned to the right at its end.
        bend_from: Share of the length at which the axis starts to turn.
        steps: Rings between two points of the profile.
    """
    turned = spline(np.array(profile), False, steps)
    share, length = np.clip(turned[:, 0], 0, None), turned[:, 1]
    reach = (length - length[0]) / max(1e-6, float(length[-1] - length[0]))
    lean = bend * smooth_step(bend_from, 1.0, reach)
    step = np.diff(length, prepend=length[0])
    axis_x, axis_y = np.cumsum(step * np.sin(lean)), length[0] + np.cumsum(step * np.cos(lean))
    angle = np.linspace(-math.pi, math.pi, COLUMNS)
    across = share[:, None] * radius[0] * np.sin(angle)
    x = axis_x[:, None] + across * np.cos(lean)[:, None]
    y = axis_y[:, None] - across * np.sin(lean)[:, None]
    z = share[:, None] * radius[1] * np.cos(angle)
    return np.stack([x, y, z], -1)


def tones(
    normals: Floats, light: Floats, base: Floats, *, unevenness: Floats | float = 0.0
) -> Floats:
    """Returns the colours (..., 3) of cloth painted in three soft-edged tones with a rim light.

    Args:
        normals: Directions in the view (..., 3).
        light: Unit vector toward the light, in the view.
        base: The cloth's colour.
        unevenness: Added to the light's strength (...), about -0.3..0.3: folds and brushwork.
    """
    strength = normals @ light + unevenness
    lit = smooth_step(0.68, 0.98, strength)[..., None]
    dark = (1 - smooth_step(0.16, 0.60, strength))[..., None]
    deep = (1 - smooth_step(-0.35, 0.12, strength))[..., None]
    color = base + (cloth_light(base, 0.34) - base) * lit
    color = color + (cloth_shadow(base, 0.55) - color) * dark
    color = color + (cloth_shadow(base, 0.85) - color) * deep
    edge = smooth_step(0.62, 0.98, 1 - np.abs(normals[..., 2]))[..., None] * dark
    return np.asarray(color + (cloth_light(base, 0.5) - color) * edge * 0.30)


def fill_surface(canvas: Canvas, surface: Surface, colors: Floats, path: Path) -> None:
    """Fills a surface inside its outline, so that its edge is smooth."""
    with clipped(canvas, path):
        surface.draw(canvas, colors)
