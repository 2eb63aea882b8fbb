"""The head in three dimensions: pose, face surface and outline."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import skia

from trainer.portraits.canvas import spline

if TYPE_CHECKING:
    from trainer.portraits.canvas import Matrix
    from trainer.portraits.colors import Floats, Values
    from trainer.portraits.model import FaceShape, Pose

_BROW = 0.15
"""Height above which the skull may be lower than it is built, in head units."""
_HAIRLINE = 0.84
"""Height to which skin is drawn, in head units: hair always lies over it."""
PERSPECTIVE = 0.06
"""How much nearer points grow, per head unit toward the viewer."""


class Head:
    """A posed head that maps head units to the canvas.

    Head units: x to the right of the picture, y up, z toward the viewer; the half-width of the
    face is about 0.76 and the chin lies near y = -0.92. Horizontal ellipses (half-width, half-depth
    and centre as functions of height) give both the face's surface and its outline, so that the
    features stay on the face however it is turned.

    Attributes:
        scale: Canvas units in one head unit.
        yaw: Turn to the right of the picture, in radians.
        pitch: Nod, in radians.
        roll: Tilt toward the shoulder, in radians.
        rotation: 3x3 matrix from head units to the view.
        chin_y: Height of the chin, in head units.
    """

    def __init__(self, pose: Pose, shape: FaceShape) -> None:
        self.x, self.y, self.scale = pose.x, pose.y, pose.scale
        self.yaw, self.pitch, self.roll = pose.yaw, pose.pitch, pose.roll
        nod_and_tilt = _about_z(pose.roll) @ _about_x(pose.pitch)
        self.rotation = nod_and_tilt @ _about_y(pose.yaw)
        self._nod_and_tilt = nod_and_tilt
        self._crown = shape.crown
        table = spline(_sections(shape), False, 5)
        self._heights = np.maximum.accumulate(table[:, 0])
        self._half_width = np.clip(table[:, 1], 0, None)
        self._half_depth, self._center = table[:, 2], table[:, 3]
        self.chin_y = float(self._heights[0])

    def project(self, points: Values) -> tuple[Floats, Floats]:
        """Returns canvas positions (..., 2) and view positions (..., 3) of points (..., 3)."""
        view = self._lowered(np.asarray(points, dtype=np.float64)) @ self.rotation.T
        near = 1 + PERSPECTIVE * view[..., 2]
        x = self.x + self.scale * view[..., 0] * near
        y = self.y - self.scale * view[..., 1] * near
        return np.stack([x, y], -1), view

    def _lowered(self, points: Floats) -> Floats:
        """Returns points (..., 3) on this head's skull: the brow stays, the crown sinks."""
        above = np.clip(points[..., 1] - _BROW, 0, None)
        lowered = points.copy()
        lowered[..., 1] -= (1 - self._crown) * above
        return lowered

    def place(self, x: float, y: float, z: float) -> Floats:
        """Returns the canvas position of one point in head units."""
        return self.project(np.array([x, y, z]))[0]

    def surface(self, x: Values, y: Values) -> Floats:
        """Returns the depth z of the face at x, y (head units, arrays or numbers)."""
        half_width = np.interp(y, self._heights, self._half_width) + 1e-3
        half_depth = np.interp(y, self._heights, self._half_depth)
        inside = np.clip(1 - (np.asarray(x) / half_width) ** 2, 0.0, 1)
        return np.asarray(np.interp(y, self._heights, self._center) + half_depth * np.sqrt(inside))

    def on_face(self, x: float, y: float, lift: float = 0.0) -> Floats:
        """Returns the canvas position of a point on the face, lifted toward the viewer."""
        return self.place(x, y, float(self.surface(x, y)) + lift)

    def outline(self) -> Floats:
        """Returns the face's contour on the canvas, from the right temple round to the left."""
        y = np.concatenate([np.linspace(_HAIRLINE, -0.6, 14), np.linspace(-0.7, self.chin_y, 9)])
        width = np.interp(y, self._heights, self._half_width) * math.cos(self.yaw)
        depth = np.interp(y, self._heights, self._half_depth) * math.sin(self.yaw)
        center = np.interp(y, self._heights, self._center)
        reach = np.sqrt(width**2 + depth**2)
        right = center * math.sin(self.yaw) + reach
        left = center * math.sin(self.yaw) - reach
        # On the far side the brow ridge, the eye socket and the cheek make the contour wavy.
        socket = -0.07 * np.exp(-(((y + 0.04) / 0.16) ** 2))
        cheek = 0.03 * np.exp(-(((y + 0.45) / 0.16) ** 2))
        dent = abs(math.sin(self.yaw)) * (socket + cheek)
        if self.yaw > 0:
            right = right + dent
        else:
            left = left - dent
        far, near = self._flat(right, y, center), self._flat(left, y, center)
        return np.vstack([far, near[::-1][1:]])

    def _flat(self, x: Floats, y: Floats, z: Floats) -> Floats:
        flat = self._lowered(np.stack([x, y, z * math.cos(self.yaw)], -1))
        view = flat @ self._nod_and_tilt.T
        return np.stack([self.x + self.scale * view[:, 0], self.y - self.scale * view[:, 1]], -1)

    def frame_on_face(
        self, x: float, y: float, side: float = 1.0, narrowest: float = 0.0
    ) -> Matrix:
        """Returns the matrix from a tangent plane of the face to the canvas.

        Args:
            x: Origin, in head units.
            y: Origin, in head units.
            side: 1 or -1; the local x axis points outward on that side, the local y axis up.
            narrowest: Least length of the local x axis, as a share of the head unit: it keeps a
                turned-away eye from becoming a slit.
        """
        step = 0.04
        origin = self.on_face(x, y)
        across = (self.on_face(x + step, y) - self.on_face(x - step, y)) / (2 * step) * side
        up = (self.on_face(x, y + step) - self.on_face(x, y - step)) / (2 * step)
        length = float(np.linalg.norm(across)) / self.scale
        if length < narrowest:
            across = across * narrowest / length
        height = float(np.linalg.norm(up)) / self.scale
        up = up * max(height, 0.95) / height
        cells = (across[0], up[0], origin[0], across[1], up[1], origin[1])
        return skia.Matrix.MakeAll(*map(float, cells), 0.0, 0.0, 1.0)

    @property
    def tilt_degrees(self) -> float:
        """How far the head's upright leans clockwise on the canvas, in degrees."""
        up = self.rotation @ np.array([0.0, 1.0, 0.0])
        return math.degrees(math.atan2(up[0], up[1]))


def _about_x(angle: float) -> Floats:
    c, s = math.cos(angle), math.sin(angle)
    return np.array([[1, 0, 0], [0, c, -s], [0, s, c]])


def _about_y(angle: float) -> Floats:
    c, s = math.cos(angle), math.sin(angle)
    return np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]])


def _about_z(angle: float) -> Floats:
    c, s = math.cos(angle), math.sin(angle)
    return np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]])


def _sections(shape: FaceShape) -> Floats:
    """Returns rows of height, half-width, half-depth and centre, from the chin to the crown."""
    chin, point, plump = shape.chin, shape.point, shape.plump
    height = [-0.92 - chin, -0.903 - chin, -0.845 - chin, -0.73 - chin * 0.8, -0.57 - chin * 0.5]
    height += [-0.38, -0.18, 0.1, 0.5, 1.0]
    jaw = shape.jaw
    half_width = [
        0.0,
        0.095 - 0.03 * point,
        0.212 - 0.04 * point + 0.02 * plump,
        (0.372 - 0.03 * point + 0.04 * plump) * jaw,
        (0.545 - 0.015 * point + 0.04 * plump) * jaw,
        (0.655 + 0.02 * plump) * (0.5 + 0.5 * jaw),
        *(0.728, 0.752, 0.75, 0.55),
    ]
    half_depth = [0, 0.05, 0.13, 0.24, 0.38, 0.50, 0.58, 0.62, 0.62, 0.6]
    center = [0.56, 0.54, 0.48, 0.38, 0.24, 0.14, 0.08, 0.05, 0.05, 0.05]
    return np.stack([height, np.array(half_width) * shape.cheek, half_depth, center], 1)
