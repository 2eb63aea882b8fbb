"""Bows, lace and shaded cloth, shared by garments and by what is worn on the head."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

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

_BOW_LINE = 0.027
Line = tuple[tuple[float, float], tuple[float, float]]


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
    shades = _bow_shades(np.asarray(bow.color))
    with saved(canvas):
        canvas.translate(float(x), float(y))
        canvas.rotate(bow.angle_degrees)
        canvas.scale(bow.size, bow.size)
        if bow.tails > 0:
            for side in (-1, 1):
                _draw_bow_tail(canvas, bow, side, shades)
        for side in (-1, 1):
            _draw_loop(canvas, bow, side, shades)
        _draw_knot(canvas, shades)


@dataclass(frozen=True)
class _Shades:
    """A ribbon's colours: in light, plain, in shadow, inside its loops, and its lines."""

    light: Floats
    plain: Floats
    dark: Floats
    inside: Floats
    ink: Floats


def _bow_shades(color: Floats) -> _Shades:
    """Returns the colours of a ribbon; pale ones are tinted, so that they show on white."""
    pale = float(np.clip((np.min(color) - 0.70) / 0.2, 0, 1))
    plain = mix(color, cloth_shadow(color, 0.22), pale)
    return _Shades(
        light=cloth_light(color, 0.16 + 0.26 * float(np.max(color))),
        plain=plain,
        dark=cloth_shadow(plain, 0.62),
        inside=mix(cloth_shadow(plain, 0.95), darker(color, 0.45), 0.35),
        ink=darker(color, 0.47),
    )


def _draw_knot(canvas: Canvas, shades: _Shades) -> None:
    knot = curve(
        [
            *((-0.15, -0.17), (0.0, -0.21), (0.15, -0.17), (0.18, 0.02)),
            *((0.14, 0.18), (0.0, 0.21), (-0.14, 0.18), (-0.18, 0.02)),
        ]
    )
    ramp = linear((-0.12, -0.2), (0.14, 0.2), [shades.light, shades.plain, shades.dark])
    canvas.drawPath(knot, fill(shader=ramp))
    for x, lean in ((-0.05, -0.03), (0.06, 0.02)):
        crease = [(x, -0.18), (x + lean, 0.0), (x - lean * 0.5, 0.17)]
        draw_inside(canvas, knot, brush(crease, 0.045, 4), shades.inside, 0.6, 0.008)
    canvas.drawPath(knot, stroke(shades.ink, _BOW_LINE, 0.82))


def _draw_bow_tail(canvas: Canvas, bow: BowShape, side: int, shades: _Shades) -> None:
    """Draws a tail that widens, sways a little and ends in a notch."""
    length = bow.tails * (1.10 if side * bow.spread > 0.45 else 0.94)
    out, sway = bow.spread * side, 0.10 * side
    near = [(0.02 * side, 0.0), (out * 0.45 - 0.12 * side, 0.42 * length)]
    near += [(out * 0.80 - 0.13 * side - sway, 0.85 * length)]
    near += [(out * 1.02 - 0.16 * side, 1.30 * length)]
    far = [(out * 1.02 + 0.40 * side, 1.16 * length), (out * 0.86 + 0.27 * side, 0.80 * length)]
    far += [(out * 0.62 + 0.21 * side, 0.42 * length), (0.17 * side, 0.0)]
    notch = [(out * 1.0 + 0.10 * side, 1.06 * length)]
    rising, falling = spline(near, False, 5), spline(far, False, 5)
    path = polygon(np.vstack([rising, notch, falling]))
    tones = [shades.inside, shades.dark, shades.plain, shades.light, shades.plain]
    ramp = linear((0, 0.05), (out, 1.25 * length), tones, [0, 0.22, 0.5, 0.75, 1])
    canvas.drawPath(path, fill(shader=ramp))
    # The far half turns away from the light.
    middle = spline((np.array(near) + np.array(far)[::-1]) / 2, False, 5)
    half = polygon(np.vstack([middle, falling]))
    draw_inside(canvas, path, half, shades.dark, 0.55, 0.02)
    fold = brush(middle[2:-3:3], 0.05, 4, 0.9, 0, 0.15)
    canvas.drawPath(fold, fill(shades.ink, 0.55))
    canvas.drawPath(path, stroke(shades.ink, _BOW_LINE, 0.82))


def _loop_points(bow: BowShape, side: int) -> Floats:
    """Returns the outline of a loop, from the knot over its upper edge and back."""
    # The loops differ a little, as if tied by hand.
    uneven = 0.35 * (bow.spread - 0.5) * side
    fat, lift = bow.fatness * (1 + 0.3 * uneven), bow.lift + uneven
    if bow.pointed:
        points = [
            *((0.0, -0.08), (0.32, -0.34 * fat - 0.15 * lift), (0.72, -0.66 * fat - 0.42 * lift)),
            *((1.08, -0.86 * fat - 0.6 * lift), (1.16, -0.40 * fat - 0.5 * lift)),
            *((1.12, 0.10 * fat - 0.4 * lift), (1.02, 0.52 * fat - 0.3 * lift)),
            *((0.66, 0.42 * fat - 0.12 * lift), (0.30, 0.24 * fat), (0.0, 0.10)),
        ]
    else:
        points = [
            *((0.0, -0.09), (0.24, -0.42 * fat - 0.1 * lift), (0.60, -0.76 * fat - 0.3 * lift)),
            *((0.96, -0.72 * fat - 0.4 * lift), (1.20, -0.30 * fat - 0.36 * lift)),
            *((1.16, 0.20 * fat - 0.26 * lift), (0.92, 0.56 * fat - 0.14 * lift)),
            *((0.60, 0.52 * fat - 0.05 * lift), (0.26, 0.28 * fat), (0.0, 0.11)),
        ]
    return np.array(points) * (side, 1)


def _draw_loop(canvas: Canvas, bow: BowShape, side: int, shades: _Shades) -> None:
    """Draws a loop: its outer face, folds that start at the knot, and its opening."""
    fat, lift = bow.fatness, bow.lift
    points = _loop_points(bow, side)
    path = curve(points)
    tones = [shades.dark, shades.plain, shades.light, shades.plain]
    start, end = (0.12 * side, 0.25 * fat), (1.0 * side, -0.45 * fat - 0.3 * lift)
    canvas.drawPath(path, fill(shader=linear(start, end, tones, [0, 0.35, 0.72, 1])))
    low = curve(
        [
            *((0.0, 0.04), (0.5 * side, 0.10 * fat), (1.2 * side, 0.05 * fat - 0.3 * lift)),
            *((1.3 * side, 0.8 * fat), (0.0, 0.8 * fat)),
        ]
    )
    draw_inside(canvas, path, low, shades.dark, 0.55, 0.04)
    _draw_opening(canvas, path, points, shades)
    root = curve(
        [(-0.1 * side, -0.28), (0.26 * side, -0.2), (0.26 * side, 0.3), (-0.1 * side, 0.3)]
    )
    draw_inside(canvas, path, root, shades.inside, 0.6, 0.06)
    for reach, height, width in ((0.74, -0.46, 0.13), (0.62, -0.08, 0.11), (0.46, 0.26, 0.09)):
        tip = (reach * side, height * fat - 0.3 * lift * reach)
        fold = [(0.10 * side, 0.12 * height), (0.45 * tip[0], 0.62 * tip[1]), tip]
        draw_inside(canvas, path, brush(fold, width, 4, 0.9, 0, 0.3), shades.inside, 0.55, 0.015)
        canvas.drawPath(brush(fold, 0.038, 4, 1.0, 0, 0.1), fill(shades.ink, 0.6))
    gleam = [(0.42 * side, -0.40 * fat), (0.72 * side, -0.56 * fat - 0.3 * lift)]
    gleam += [(0.98 * side, -0.46 * fat - 0.4 * lift)]
    draw_inside(canvas, path, brush(gleam, 0.10, 4), cloth_light(shades.light, 0.5), 0.5, 0.02)
    canvas.drawPath(path, stroke(shades.ink, _BOW_LINE, 0.82))


def _draw_opening(canvas: Canvas, path: Path, points: Floats, shades: _Shades) -> None:
    """Draws the inside of a loop, seen between its outer edge and the ribbon's front edge."""
    edge = spline(points[4:8], False, 5)
    inward = edge.mean(0) * 0.62
    bulge = 0.34 * np.sin(np.linspace(0, np.pi, len(edge)))[:, None]
    front = edge + (inward - edge) * bulge
    lens = polygon(np.vstack([edge * 1.04, front[::-1]]))
    draw_inside(canvas, path, lens, shades.inside, 0.9, 0.006)
    line = brush(front[::4], 0.038, 3, 0.2, 0.2)
    canvas.drawPath(line, fill(shades.ink, 0.65))


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
    canvas.drawPath(path, stroke(ink, 0.014, 0.65))
    for i in range(0, len(line) - 1, 6):
        end = line[i] + 0.75 * (edge[i] - line[i])
        canvas.drawLine(*map(float, (*line[i], *end)), stroke(ink, 0.014, 0.5))
