"""Paints mouths: curved lines for closed ones, filled shapes for open ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from trainer.portraits.canvas import brush, clipped, fill, linear, oval, polygon, saved, spline
from trainer.portraits.colors import WHITE, Floats, hex_color, mix
from trainer.portraits.law import OPEN_MOUTHS
from trainer.portraits.palette import skin_colors

if TYPE_CHECKING:
    from trainer.portraits.canvas import Canvas
    from trainer.portraits.head import Head
    from trainer.portraits.model import Mouth, PortraitSpec
    from trainer.portraits.palette import SkinColors

_BENDS = {"smile": 0.40, "smirk": 0.24, "flat": 0.0, "frown": -0.26, "pout": -0.45, "wavy": -0.04}

Outline = tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class _Opening:
    """An open mouth in units of half-width and depth: its right half, upper and lower edge.

    `width` scales the mouth's half-width, `depth` makes the depth from it, `tongue` is the
    tongue's half-width; points run from the middle to the corner for the upper edge, and from the
    corner to the middle for the lower one. Upper points are in half-widths.
    """

    width: float
    depth: float
    tongue: float
    upper: Outline
    lower: Outline


_OPENINGS = {
    "laugh": _Opening(
        1.0, 1.06, 0.62,
        ((0, -0.05), (0.55, 0.01), (1, 0.17)),
        ((0.90, -0.30), (0.64, -0.80), (0.24, -1.0)),
    ),
    "grin": _Opening(
        1.0, 0.66, 0.62,
        ((0, -0.01), (0.55, 0.08), (1.05, 0.38)),
        ((0.86, -0.35), (0.52, -0.85), (0.18, -1.0)),
    ),
    "half_moon": _Opening(
        0.68, 1.45, 0.62,
        ((0, -0.05), (0.5, 0.03), (1, 0.28)),
        ((0.82, -0.40), (0.42, -0.88), (0.1, -1.0)),
    ),
    "shout": _Opening(
        1.0, 0.95, 0.62,
        ((0, 0.34), (0.35, 0.15), (0.62, -0.44)),
        ((0.78, -0.62), (0.60, -0.95), (0.2, -1.0)),
    ),
    "oval": _Opening(
        0.75, 1.30, 0.50,
        ((0, 0.32), (0.28, 0.28), (0.60, -0.22)),
        ((0.56, -0.55), (0.24, -0.92), (0.08, -0.95)),
    ),
    "triangle": _Opening(
        0.85, 1.05, 0.50,
        ((0, 0.36), (0.12, 0.32), (0.66, -0.30)),
        ((0.56, -0.70), (0.20, -0.86), (0.06, -0.87)),
    ),
}  # fmt: skip


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
    canvas.drawPath(brush(points, mouth.line, 6, 0.15, 0.15), fill(line, 0.95))
    leading = 1 if mouth.skew > 0 else -1
    for side in (-1, 1):
        if mouth.kind == "smile" or (mouth.kind == "smirk" and side == leading):
            corner = points[-1 if side > 0 else 0]
            tick = [
                corner + np.array([side * 0.010, 0.018]),
                corner,
                corner - [side * 0.008, 0.010],
            ]
            canvas.drawPath(brush(tick, mouth.line * 0.7, 3, 0.3, 0.3), fill(line, 0.7))
    _draw_lip_shadow(canvas, mouth.width, -0.085, skin)
    if mouth.lip > 0.3:
        lip = fill(hex_color("f0837f"), 0.45 * mouth.lip, blur=0.012)
        canvas.drawOval(oval(0, -0.045, 0.42 * mouth.width, 0.026), lip)


def _closed_line(mouth: Mouth) -> Floats:
    """Returns the points of a closed mouth from the left to the right corner."""
    if mouth.kind == "cat":
        x = np.linspace(-1, 1, 13)
        y = 0.020 * x * x - 0.034 * np.abs(np.sin(np.pi * x))
        return np.stack([x * mouth.width, y], 1)
    width = mouth.width * (0.55 if mouth.kind == "pout" else 1.0)
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
    canvas.drawPath(brush(arc, 0.022, 4), fill(skin.deep, 0.55))


def _mirrored(half: Outline) -> list[tuple[float, float]]:
    """Returns points from the left corner over the middle to the right, of a half from x = 0."""
    return [(-x, y) for x, y in reversed(half[1:])] + list(half)


def _draw_open(canvas: Canvas, mouth: Mouth, skin: SkinColors, line: Floats) -> None:
    opening = _OPENINGS[mouth.kind]
    width = mouth.width * opening.width
    limited = min(mouth.opening, 1.0) if mouth.kind in {"grin", "shout"} else mouth.opening
    depth = limited * width * opening.depth
    upper = np.array(_mirrored(opening.upper)) * width
    right = [(x * width, y * depth) for x, y in opening.lower]
    lower = np.array([upper[-1].tolist(), *right, *((-x, y) for x, y in reversed(right))])
    lower = np.vstack([lower, upper[:1]])
    top, bottom = spline(upper, False, 6), spline(lower, False, 5)
    path = polygon(np.vstack([top, bottom[1:]]))
    dark, flesh = hex_color("a83e42"), hex_color("e8766c")
    shades = [dark, mix(dark, flesh, 0.5), flesh]
    canvas.drawPath(path, fill(shader=linear((0, 0.04), (0, -depth), shades, [0, 0.45, 1])))
    with clipped(canvas, path):
        tongue = oval(0.03 * width, -depth, opening.tongue * width, depth * 0.46)
        canvas.drawOval(tongue, fill(hex_color("ffa79a"), blur=0.012))
        _draw_teeth(canvas, mouth, top, width)
    canvas.drawPath(brush(bottom[2:-2], mouth.line * 0.8, 2, 0.5, 0.5), fill(line, 0.8))
    upper[0] += [-0.06 * width, 0.012]
    upper[-1] += [0.06 * width, 0.012]
    canvas.drawPath(brush(upper, mouth.line, 5, 0.2, 0.2), fill(line, 0.95))
    _draw_lip_shadow(canvas, width, -depth - 0.045, skin)


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
