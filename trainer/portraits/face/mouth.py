"""Paints mouths: curved lines for closed ones, filled shapes for open ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from trainer.portraits.canvas import brush, clipped, fill, linear, oval, polygon, saved
from trainer.portraits.colors import WHITE, Floats, hex_color, mix
from trainer.portraits.law import OPEN_MOUTHS
from trainer.portraits.palette import skin_colors

if TYPE_CHECKING:
    from trainer.portraits.canvas import Canvas
    from trainer.portraits.head import Head
    from trainer.portraits.model import Mouth, PortraitSpec
    from trainer.portraits.palette import SkinColors

_BENDS = {"smile": 0.46, "smirk": 0.35, "flat": 0.05, "frown": -0.09, "pout": -0.14, "wavy": -0.04}
_CAT_WIDTH = 0.84
"""Width of a cat mouth, as a share of the mouth's."""
_WIDTHS = {"flat": 0.60, "frown": 0.58, "pout": 0.44, "wavy": 0.80}


@dataclass(frozen=True)
class _Opening:
    """An open mouth: a superellipse whose upper and lower halves differ.

    `width` is a share of the mouth's half-width and `depth` the whole height in half-widths of
    the opening; `above` is the share of the height above the corners, `taper` widens the top (and
    narrows it where negative), `lift` raises the corners, in half-widths, and `fullness` is the
    exponent of the halves: 1 an ellipse, less is fuller, more is pointed.
    """

    width: float
    depth: float
    above: float
    taper: float
    lift: float
    fullness: float


_OPENINGS = {
    "laugh": _Opening(1.00, 1.30, 0.06, 0.05, 0.26, 0.92),
    "grin": _Opening(1.12, 0.85, 0.04, 0.05, 0.40, 0.95),
    "half_moon": _Opening(0.84, 1.45, 0.05, 0.08, 0.28, 1.10),
    "shout": _Opening(0.76, 1.30, 0.34, -0.10, -0.06, 0.86),
    "oval": _Opening(0.72, 1.20, 0.30, 0.0, -0.04, 0.95),
    "triangle": _Opening(0.76, 1.15, 0.40, -0.20, -0.10, 0.90),
}


def draw_mouth(canvas: Canvas, spec: PortraitSpec, head: Head) -> None:
    """Draws the mouth."""
    mouth, skin = spec.mouth, skin_colors(spec.skin)
    line = mix(mix(skin.line, hex_color("7a2a2a"), 0.5), spec.style.ink, 0.2)
    with saved(canvas):
        canvas.concat(head.frame_on_face(mouth.x, mouth.y))
        if mouth.kind in OPEN_MOUTHS:
            _draw_open(canvas, mouth, skin, line)
        else:
            _draw_closed(canvas, mouth, skin, line)


def _draw_closed(canvas: Canvas, mouth: Mouth, skin: SkinColors, line: Floats) -> None:
    points = _closed_line(mouth)
    canvas.drawPath(brush(points, mouth.line, 6, 0.45, 0.45), fill(line, 0.82))
    leading = 1 if mouth.skew > 0 else -1
    for side in (-1, 1):
        if mouth.kind == "smile" or (mouth.kind == "smirk" and side == leading):
            corner = points[-1 if side > 0 else 0]
            tick = [
                corner + np.array([side * 0.008, 0.014]),
                corner,
                corner - [side * 0.006, 0.010],
            ]
            canvas.drawPath(brush(tick, mouth.line * 0.8, 3, 0.5, 0.5), fill(line, 0.8))
    _draw_lip_shadow(canvas, mouth.width, -0.085, skin)
    if mouth.lip > 0.3:
        lip = fill(hex_color("f0837f"), 0.60 * mouth.lip, blur=0.014)
        canvas.drawOval(oval(0, -0.045, 0.42 * mouth.width, 0.026), lip)


def _closed_line(mouth: Mouth) -> Floats:
    """Returns the points of a closed mouth from the left to the right corner."""
    if mouth.kind == "cat":
        x = np.linspace(-1, 1, 13)
        y = 0.046 * x * x - 0.026 * np.abs(np.sin(np.pi * x))
        return np.stack([x * mouth.width * _CAT_WIDTH, y], 1)
    width = mouth.width * _WIDTHS.get(mouth.kind, 1.0)
    x = np.linspace(-1, 1, 11 if mouth.kind == "wavy" else 7)
    bend = _BENDS[mouth.kind] * mouth.bend
    y = bend * width * (1.25 * np.abs(x) ** 1.7 - 0.28) + mouth.skew * width * x
    if mouth.kind == "smirk":
        way = (1 if mouth.skew > 0 else -1) * x
        y = y + 0.26 * width * np.clip(way, 0, 1) ** 2 - 0.03 * width * np.clip(-way, 0, 1)
    if mouth.kind == "wavy":
        y = y + 0.13 * width * np.sin(x * 5.2)
    return np.stack([x * width, y], 1)


def _draw_lip_shadow(canvas: Canvas, width: float, height: float, skin: SkinColors) -> None:
    arc = [(-0.28 * width, height), (0, height - 0.011), (0.28 * width, height)]
    canvas.drawPath(brush(arc, 0.020, 4), fill(skin.deep, 0.50, blur=0.008))


def _outline(opening: _Opening, width: float, depth: float, skew: float) -> tuple[Floats, Floats]:
    """Returns the upper edge from the left corner to the right, and the lower one back."""
    turn = np.linspace(np.pi, 0, 17)
    c, s = np.cos(turn), np.sin(turn) ** opening.fullness
    edges = []
    for half in (opening.above, opening.above - 1):
        x = c * (1 + opening.taper * np.sign(half) * s)
        y = half * depth * s + opening.lift * width * x**2
        edges.append(np.stack([x * width, y + skew * width * x], 1))
    return edges[0], edges[1][::-1]


def _draw_open(canvas: Canvas, mouth: Mouth, skin: SkinColors, line: Floats) -> None:
    opening = _OPENINGS[mouth.kind]
    width = mouth.width * opening.width
    depth = mouth.opening * width * opening.depth
    top, bottom = _outline(opening, width, depth, mouth.skew)
    floor = float(bottom[:, 1].min())
    path = polygon(np.vstack([top, bottom[1:-1]]))
    dark, flesh = hex_color("c04a50"), hex_color("ee7a74")
    shades = [dark, mix(dark, flesh, 0.6), flesh]
    high = float(top[:, 1].max())
    ramp = linear((0, high), (0, floor), shades, [0, 0.5, 1])
    canvas.drawPath(path, fill(shader=ramp, blur=0.008))
    with clipped(canvas, path):
        tongue = oval(0.03 * width, floor, 0.62 * width, (high - floor) * 0.42)
        canvas.drawOval(tongue, fill(hex_color("fba69c"), blur=0.014))
        _draw_teeth(canvas, mouth, top, width)
    canvas.drawPath(brush(bottom, mouth.line * 0.75, 1, 0.7, 0.7), fill(line, 0.45, blur=0.006))
    if opening.lift > 0:
        out = np.array([0.05 * width, 0.030 * opening.lift])
        top = np.vstack([top[:1] + out * [-1, 1], top, top[-1:] + out])
    canvas.drawPath(brush(top, mouth.line * 0.9, 1, 0.5, 0.5), fill(line, 0.75, blur=0.004))
    _draw_lip_shadow(canvas, width, floor - 0.040, skin)


def _draw_teeth(canvas: Canvas, mouth: Mouth, top: Floats, width: float) -> None:
    broad = mouth.teeth and mouth.kind in {"laugh", "shout"} and width > 0.14
    if mouth.kind == "grin" or broad:
        fall = 0.036 * (1 - (top[:, 0] / (width * 1.1)) ** 4)
        edge = top - np.stack([0 * fall, np.clip(fall, 0, None)], 1)
        canvas.drawPath(
            polygon(np.vstack([top + np.array([0, 0.01]), edge[::-1]])), fill(hex_color("fffaf6"))
        )
    if mouth.fang and mouth.kind in {"laugh", "grin", "half_moon"}:
        x = mouth.fang * width * 0.42
        canvas.drawPath(polygon([(x - 0.028, 0.03), (x + 0.028, 0.03), (x, -0.045)]), fill(WHITE))
