"""Bows, lace and shaded cloth, shared by garments and by what is worn on the head."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import skia

from trainer.portraits.canvas import (
    brush,
    clipped,
    curve,
    fill,
    linear,
    polygon,
    saved,
    spline,
    stroke,
)
from trainer.portraits.colors import (
    WHITE,
    Floats,
    cloth_light,
    cloth_shadow,
    darker,
    hex_color,
    mix,
)

if TYPE_CHECKING:
    from trainer.portraits.canvas import Canvas, Path, Points
    from trainer.portraits.model import BowShape

_BOW_LINE = 0.055
Line = tuple[tuple[float, float], tuple[float, float]]


def draw_cloth(
    canvas: Canvas,
    path: Path,
    base: Floats,
    *,
    light: Line = ((-0.6, -0.3), (0.8, 0.9)),
    shade: float = 0.35,
    line: float = 0.022,
    line_color: Floats | None = None,
    opacity: float = 0.8,
) -> None:
    """Fills a path with cloth that is lit along a line from its first to its second point.

    Args:
        canvas: A skia canvas.
        path: The shape.
        base: Colour of the cloth.
        light: Where the light comes from and where it has faded.
        shade: Depth of the shadow at the far end, 0..1.
        line: Width of the outline; 0 draws none.
        line_color: Colour of the outline; a dark shade of the cloth by default.
        opacity: Opacity of the outline.
    """
    shades = [cloth_light(base, 0.26), base, cloth_shadow(base, shade * 1.5)]
    canvas.drawPath(path, fill(shader=linear(light[0], light[1], shades, [0, 0.45, 1])))
    if line:
        ink = darker(base, 0.5) if line_color is None else line_color
        canvas.drawPath(path, stroke(ink, line, opacity))


def draw_inside(
    canvas: Canvas,
    path: Path,
    mark: Path,
    color: Floats,
    alpha: float,
    blur: float = 0.03,
) -> None:
    """Fills a soft mark, clipped to a path."""
    with clipped(canvas, path):
        canvas.drawPath(mark, fill(color, alpha, blur=blur))


def draw_bow(canvas: Canvas, x: float, y: float, bow: BowShape) -> None:
    """Draws a bow with its knot at x, y, in units in which y points down."""
    color = np.asarray(bow.color)
    with saved(canvas):
        canvas.translate(float(x), float(y))
        canvas.rotate(bow.angle_degrees)
        canvas.scale(bow.size, bow.size)
        if bow.tails > 0:
            for side in (-1, 1):
                _draw_bow_tail(canvas, bow, side)
        for side in (-1, 1):
            _draw_loop(canvas, bow, side)
        knot = skia.Path()
        knot.addRoundRect(skia.Rect.MakeLTRB(-0.17, -0.19, 0.17, 0.19), 0.11, 0.13)
        light, _, dark = _bow_shades(color)
        shades = linear((-0.1, -0.2), (0.1, 0.2), [light, color, dark])
        canvas.drawPath(knot, fill(shader=shades))
        canvas.drawPath(knot, stroke(darker(color, 0.42), _BOW_LINE, 0.9))


def _bow_shades(color: Floats) -> tuple[Floats, Floats, Floats]:
    pale = float(np.min(color)) >= 0.8
    dark = mix(color, hex_color("aab0d4") if pale else darker(color, 0.5), 0.6)
    return mix(color, WHITE, 0.32), color, dark


def _draw_bow_tail(canvas: Canvas, bow: BowShape, side: int) -> None:
    light, color, dark = _bow_shades(np.asarray(bow.color))
    length = bow.tails * (1.08 if side * bow.spread > 0.45 else 0.94)
    out = bow.spread * side
    points = [
        (0.0, 0.05),
        (out * 0.5 - 0.10 * side, 0.45 * length),
        (out * 0.9 - 0.08 * side, 1.25 * length),
        (out * 0.9 + 0.12 * side, 1.12 * length),
        (out * 0.9 + 0.36 * side, 1.18 * length),
        (out * 0.6 + 0.24 * side, 0.5 * length),
        (0.14 * side, 0.02),
    ]
    path = curve(points, True, 5)
    shades = [dark, color, light, color]
    ramp = linear((0, 0), (out, 1.2 * length), shades, [0, 0.35, 0.7, 1])
    canvas.drawPath(path, fill(shader=ramp))
    canvas.drawPath(path, stroke(darker(color, 0.42), _BOW_LINE, 0.85))


def _loop_points(bow: BowShape, side: int) -> list[tuple[float, float]]:
    fat, lift = bow.fatness, bow.lift
    if bow.pointed:
        points = [
            (0, -0.06),
            (0.35, -0.30 * fat - 0.2 * lift),
            (0.95, -0.75 * fat - 0.6 * lift),
            (1.05, -0.5 * fat - 0.5 * lift),
            (1.0, 0.30 * fat - 0.4 * lift),
            (0.7, 0.30 * fat - 0.2 * lift),
            (0.3, 0.18 * fat),
            (0, 0.08),
        ]
    else:
        points = [
            (0, -0.08),
            (0.30, -0.42 * fat - 0.1 * lift),
            (0.85, -0.62 * fat - 0.4 * lift),
            (1.12, -0.30 * fat - 0.3 * lift),
            (1.06, 0.22 * fat - 0.2 * lift),
            (0.80, 0.50 * fat - 0.1 * lift),
            (0.35, 0.28 * fat),
            (0, 0.10),
        ]
    return [(x * side, y) for x, y in points]


def _draw_loop(canvas: Canvas, bow: BowShape, side: int) -> None:
    fat, lift = bow.fatness, bow.lift
    light, color, dark = _bow_shades(np.asarray(bow.color))
    ink = darker(color, 0.42)
    path = curve(_loop_points(bow, side))
    ends = (0.1 * side, 0.5 * fat), (0.6 * side, -0.7 * fat - 0.3 * lift)
    canvas.drawPath(path, fill(shader=linear(*ends, [dark, color, light, color], [0, 0.4, 0.8, 1])))
    hollow = [(0.0, -0.1), (0.55 * side, -0.12 * fat - 0.15 * lift), (0.62 * side, 0.02)]
    hollow += [(0.5 * side, 0.22 * fat), (0, 0.12)]
    draw_inside(canvas, path, curve(hollow), dark, 0.75, 0.05)
    fold = [
        (0.08 * side, -0.03),
        (0.35 * side, -0.10 * fat),
        (0.62 * side, -0.18 * fat - 0.12 * lift),
    ]
    canvas.drawPath(brush(fold, 0.07, 4, 0.8, 0, 0.2), fill(ink, 0.7))
    fold = [(0.08 * side, 0.04), (0.35 * side, 0.08 * fat), (0.55 * side, 0.16 * fat)]
    canvas.drawPath(brush(fold, 0.06, 4, 0.8, 0, 0.2), fill(ink, 0.6))
    canvas.drawPath(path, stroke(ink, _BOW_LINE, 0.9))


def draw_lace(canvas: Canvas, points: Points, depth: float, scallops: int, color: Floats) -> None:
    """Draws scalloped lace along a curve; `depth` is its width, to the left if positive."""
    dense = spline(points, False, 14)
    line = dense[np.linspace(0, len(dense) - 1, scallops * 6 + 1).astype(int)]
    way = np.gradient(line, axis=0)
    way /= np.linalg.norm(way, axis=1, keepdims=True) + 1e-9
    normal = np.stack([-way[:, 1], way[:, 0]], 1)
    arcs = 0.62 + 0.38 * np.abs(np.sin(np.pi * np.arange(len(line)) / 6.0))
    edge = line + normal * (depth * arcs)[:, None]
    path, ink = (
        polygon(np.vstack([line, edge[::-1]])),
        mix(darker(color, 0.5), hex_color("6a6a90"), 0.4),
    )
    canvas.drawPath(path, fill(mix(color, WHITE, 0.1)))
    canvas.drawPath(path, stroke(ink, 0.018, 0.75))
    for i in range(0, len(line) - 1, 6):
        end = line[i] + 0.75 * (edge[i] - line[i])
        canvas.drawLine(*map(float, (*line[i], *end)), stroke(ink, 0.014, 0.5))
