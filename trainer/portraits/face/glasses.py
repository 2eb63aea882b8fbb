"""Paints glasses: two lenses in a plane before the eyes, a bridge, and temples to the ears."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from trainer.portraits.canvas import clipped, fill, linear, polygon, spline, stroke
from trainer.portraits.colors import WHITE, Floats, cloth_light, darker, hex_color, mix

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from trainer.portraits.canvas import Canvas
    from trainer.portraits.head import Head
    from trainer.portraits.model import Glasses, PortraitSpec

    Bits = NDArray[np.bool_]

_POINTS = 56
_WRAP = 0.30
"""How much the outer edge of a lens lies farther back, per head unit outward."""
_LIFT = 0.05
"""How far the lenses stand before the eyes, in head units."""
_NARROWEST = 0.74
"""Least width of a turned-away lens, as a share: it must frame the eye, which isn't narrower."""
_THINNER_INSIDE = 0.5
_BRIDGE_WIRE = 0.78
_FRAME_SHADE = 0.84
_CHEEK = hex_color("e2a99a")
_GLASS = hex_color("dfe9f7")


def draw_glasses(canvas: Canvas, spec: PortraitSpec, head: Head, glasses: Glasses) -> None:
    """Draws lenses, bridge and temples."""
    lenses = {side: _Lens(spec, head, glasses, side) for side in (-1, 1)}
    color, wire = np.asarray(glasses.color), head.scale * glasses.wire
    ends = []
    for side, lens in lenses.items():
        hinge = lens.at(0.99, 0.30)
        ear = head.place(side * 0.86, spec.eyes.y + 0.10, 0.02)
        # The temple on the far side hides behind the face.
        if side * head.yaw < 0.22:
            _draw_wire(canvas, np.stack([hinge, ear]), color, wire * 0.9)
        lens.paint(canvas)
        ends.append(lens.at(-0.96, 0.26))
    left, right = ends
    rise = np.array(head.on_face(0, spec.eyes.y + 0.12, _LIFT))
    middle = mix((left + right) / 2, rise, 0.75)
    bridge = spline(np.stack([left, middle, right]), False, 6)
    _draw_wire(canvas, bridge, color, wire * _BRIDGE_WIRE)


class _Lens:
    """One lens before one eye."""

    def __init__(self, spec: PortraitSpec, head: Head, glasses: Glasses, side: int) -> None:
        eyes = spec.eyes
        self.glasses, self.head, self.side = glasses, head, side
        self.width = glasses.width * eyes.shape.width
        self.height = glasses.height * eyes.shape.width
        self.center = head.on_face(side * (eyes.x + glasses.outward), eyes.y - glasses.drop, _LIFT)
        out = np.array([side * 1.0, 0.0, -_WRAP])
        self.across = _limited(_direction(head, out), head.scale * _NARROWEST)
        self.up = _direction(head, np.array([0.0, 1.0, 0.0]))
        angle = np.linspace(0, 2 * np.pi, _POINTS, endpoint=False)
        u, v = np.cos(angle), np.sin(angle)
        power = 2 / glasses.squareness
        u, v = np.sign(u) * np.abs(u) ** power, np.sign(v) * np.abs(v) ** power
        # A lens is a little narrower below; a cat's eye rises at its outer corner.
        rise = glasses.cat_eye * 0.34 * np.clip(u, 0, 1) ** 2 * np.clip(v + 0.4, 0, 1.4)
        self.local = np.stack([u * (1 + 0.05 * v), v + rise], 1)
        self.outline = self.at(self.local[:, 0], self.local[:, 1])

    def at(self, u: Floats | float, v: Floats | float) -> Floats:
        """Returns canvas positions; u runs outward and v up, -1..1 over the lens."""
        x, y = np.asarray(u) * self.width, np.asarray(v) * self.height
        return np.asarray(self.center + x[..., None] * self.across + y[..., None] * self.up)

    def paint(self, canvas: Canvas) -> None:
        """Paints the glass, its glare, and the rim."""
        glasses, path = self.glasses, polygon(self.outline)
        color, wire = np.asarray(glasses.color), self.head.scale * glasses.wire
        with clipped(canvas, path):
            tint = mix(_GLASS, mix(color, WHITE, 0.5), 0.6 if glasses.tint else 0.0)
            canvas.drawPath(path, fill(tint, 0.08 + glasses.tint))
            self._paint_glare(canvas)
        low = self.local[:, 1] < 0.28
        if glasses.kind == "rimless":
            canvas.drawPath(path, stroke(mix(color, _GLASS, 0.25), wire * 0.8, 0.95))
        elif glasses.kind == "under_rim":
            self._paint_rim(canvas, low, wire * 1.3)
        elif glasses.kind == "top_rim":
            canvas.drawPath(path, stroke(mix(color, _GLASS, 0.4), wire * 0.6, 0.85))
            self._paint_rim(canvas, ~low, wire * 1.15)
        else:
            self._paint_rim(canvas, np.ones_like(low), wire)

    def _paint_rim(self, canvas: Canvas, kept: Bits, wire: float) -> None:
        """Paints a rim, thinner beside the nose, and paler below, in the light of the cheek.

        Args:
            canvas: A skia canvas.
            kept: The points of the outline that it covers, one run of them.
            wire: Its width in canvas units.
        """
        color = np.asarray(self.glasses.color)
        pale = mix(color, mix(color, _CHEEK, 0.5) * 1.15, self.glasses.fade)
        shade = linear(self.at(0.0, 0.3), self.at(0.0, -1.0), [darker(color, _FRAME_SHADE), pale])
        order = np.arange(_POINTS + 1) % _POINTS
        if not kept.all():
            start = int(np.flatnonzero(kept & ~np.roll(kept, 1))[0])
            order = (start + np.arange(int(kept.sum()))) % _POINTS
        line, inward = self.outline[order], np.clip(-self.local[order, :1], 0, 1)
        half = 0.5 * wire * (1 - _THINNER_INSIDE * inward**2)
        way = np.gradient(line, axis=0)
        way /= np.linalg.norm(way, axis=1, keepdims=True) + 1e-9
        aside = np.stack([-way[:, 1], way[:, 0]], 1) * half
        ring = polygon(np.vstack([line + aside, (line - aside)[::-1]]))
        canvas.drawPath(ring, fill(shader=shade))
        gleam = polygon(line - (0.0, wire * 0.14), closed=False)
        canvas.drawPath(gleam, stroke(cloth_light(color, 0.35), wire * 0.26, 0.45))

    def _paint_glare(self, canvas: Canvas) -> None:
        """Paints a soft diagonal shine in the upper outer part of the glass."""
        lean = 0.34
        for low, high, alpha in ((0.42, 0.66, 1.0), (0.74, 0.82, 0.7)):
            u = np.array([low + lean, high + lean, high - lean, low - lean]) * self.side
            streak = self.at(u * self.side, np.array([1.0, 1.0, -1.0, -1.0]))
            ramp = linear(self.at(0.0, 0.9), self.at(0.0, -0.5), [WHITE, WHITE], None, [1.0, 0.0])
            strength = 0.38 * self.glasses.glare * alpha
            canvas.drawPath(polygon(streak), fill(alpha=strength, shader=ramp))


def _draw_wire(canvas: Canvas, line: Floats, color: Floats, width: float) -> None:
    """Draws a piece of frame: dark wire with a thin light along its upper side."""
    path = polygon(line, closed=False)
    canvas.drawPath(path, stroke(darker(color, _FRAME_SHADE), width, 0.96))
    gleam = polygon(line - (0.0, width * 0.16), closed=False)
    canvas.drawPath(gleam, stroke(cloth_light(color, 0.35), width * 0.30, 0.55))


def _direction(head: Head, way: Floats) -> Floats:
    """Returns canvas units in one head unit along a direction."""
    ends = head.project(np.stack([way * 0.1, way * -0.1]))[0]
    return np.asarray((ends[0] - ends[1]) / 0.2)


def _limited(way: Floats, least: float) -> Floats:
    """Returns a canvas direction, made at least so long."""
    length = float(np.hypot(*way))
    return way * (max(length, least) / max(length, 1e-6))
