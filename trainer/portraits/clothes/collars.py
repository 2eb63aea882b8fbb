"""Collars, neckties and bows at the neck."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from trainer.portraits.canvas import clipped, fill, union
from trainer.portraits.clothes.torso import SIDES, mirrored
from trainer.portraits.colors import WHITE, Floats, cloth_shadow, hex_color, mix
from trainer.portraits.trim import draw_bow

if TYPE_CHECKING:
    from trainer.portraits.clothes.torso import Torso

_CAST = hex_color("4a3f74")


def draw_shirt_collar(torso: Torso, color: Floats) -> None:
    """Draws the two points of a shirt collar."""
    for side in SIDES:
        outline = [
            (0.25, -0.24),
            (0.36, -0.13),
            (0.46, 0.11),
            (0.32, 0.29),
            (0.02, 0.13),
            (0.13, 0.01),
        ]
        points = mirrored(side, outline)
        below = torso.curve([(x + 0.02, y + 0.05) for x, y in points], True, 4)
        torso.canvas.drawPath(below, fill(_CAST, 0.25, blur=0.02))
        path = torso.curve(points, True, 4)
        torso.cloth(path, color, light=((side * 0.5, -0.3), (0, 0.4)), shade=0.4)
        fold = mirrored(side, [(0.16, -0.08), (0.12, 0.06), (0.04, 0.15)])
        torso.mark(path, torso.brush(fold, 0.10, 4, 0.5, 0.3), cloth_shadow(color, 0.7), 0.5, 0.02)
        seam = mirrored(side, [(0.43, 0.07), (0.31, 0.25), (0.06, 0.13)])
        torso.stitch(seam, torso.ink(color), 0.010, 0.45)


def draw_round_collar(torso: Torso, color: Floats, piping: Floats | None, laced: bool) -> None:
    """Draws a round collar, with a coloured line or lace along its edge if wished."""
    for side in SIDES:
        if laced:
            edge = [(0.40, -0.12), (0.62, 0.06), (0.52, 0.30), (0.26, 0.36), (0.03, 0.18)]
            torso.lace(mirrored(side, edge), -0.10 * side, 7)
        outline = [(0.25, -0.24), (0.40, -0.12), (0.60, 0.08), (0.48, 0.29), (0.22, 0.33)]
        outline += [(0.02, 0.14), (0.13, 0.01)]
        path = torso.curve(mirrored(side, outline), True, 5)
        torso.cloth(path, color, light=((side * 0.6, -0.3), (0, 0.5)), shade=0.42)
        fold = mirrored(side, [(0.18, -0.1), (0.13, 0.06), (0.03, 0.17)])
        torso.mark(path, torso.brush(fold, 0.11, 4, 0.5, 0.3), cloth_shadow(color, 0.7), 0.5, 0.02)
        if piping is not None:
            line = [(0.40, -0.06), (0.54, 0.08), (0.44, 0.25), (0.21, 0.28), (0.05, 0.14)]
            torso.line(mirrored(side, line), piping, 0.022)


def draw_necktie(torso: Torso) -> None:
    """Draws a necktie, striped if the garment has stripes."""
    color = np.asarray(torso.clothes.accent)
    outline = [(-0.10, 0.16), (0.10, 0.16), (0.075, 0.30), (0.15, 0.90), (0, 1.3)]
    outline += [(-0.15, 0.90), (-0.075, 0.30)]
    path = torso.curve(outline, True, 4)
    torso.cloth(path, color, light=((-0.15, 0.2), (0.16, 0.6)))
    if torso.clothes.stripes:
        bands = [
            torso.polygon([(-0.3, y + 0.14), (0.3, y - 0.10), (0.3, y - 0.04), (-0.3, y + 0.20)])
            for y in np.arange(0.32, 1.4, 0.17).tolist()
        ]
        with clipped(torso.canvas, path):
            torso.canvas.drawPath(union(bands), fill(np.asarray(torso.clothes.stripe), 0.9))
    fold = torso.brush([(0.05, 0.3), (0.07, 0.6), (0.1, 1.0)], 0.08, 4, 0.4, 0.4)
    torso.mark(path, fold, cloth_shadow(color, 0.9), 0.6, 0.02)
    knot = torso.curve([(-0.10, 0.13), (0.10, 0.13), (0.07, 0.29), (-0.07, 0.29)], True, 4)
    torso.cloth(knot, mix(color, cloth_shadow(color), 0.2), light=((-0.1, 0.1), (0.1, 0.3)))


def draw_closing(torso: Torso, y: float = 0.22) -> None:
    """Draws what closes the collar: a bow, a necktie or nothing."""
    if torso.clothes.collar == "bow":
        draw_bow(torso.canvas, *torso.at(0, y), torso.clothes.bow)
    elif torso.clothes.collar == "tie":
        draw_necktie(torso)


def draw_sailor_collar(torso: Torso) -> None:
    """Draws the broad collar of a sailor suit with its stripes."""
    w, clothes, color = torso.half, torso.clothes, np.asarray(torso.clothes.second)
    stripe = np.asarray(clothes.stripe)
    torso.collar_shadow(0.52, w * 0.98)
    for side in SIDES:
        outline = [(0.24, -0.20), (0.36, -0.16), (0.62, 0.0), (w * 0.86, 0.14), (w * 0.86, 0.36)]
        outline += [(0.60, 0.42), (0.09, 0.60), (0, 0.50), (0.20, 0.14)]
        path = torso.curve(mirrored(side, outline))
        torso.cloth(path, color, light=((-0.2 * side, -0.2), (0.9 * side, 0.7)))
        inner = [(0.24, -0.2), (0.42, -0.05), (0.36, 0.2), (0.05, 0.55), (0, 0.4)]
        fold = [(0.5, 0.0), (0.62, 0.2), (0.55, 0.45)]
        marks = [torso.curve(mirrored(side, inner))]
        marks.append(torso.brush(mirrored(side, fold), 0.10, 4, 0.2, 0.2))
        torso.mark(path, union(marks), cloth_shadow(color, 0.9), 0.55)
        edge = [(0.28, -0.10), (0.56, 0.05), (w * 0.81, 0.17), (w * 0.80, 0.35), (0.57, 0.40)]
        border = np.array(mirrored(side, [*edge, (0.09, 0.54)]))
        center = np.array([side * 0.45, 0.20])
        for number, share in enumerate((0.88, 0.72, 0.60)[: 1 + clothes.stripes]):
            line = [(float(x), float(y)) for x, y in (border - center) * share + center]
            torso.line(line, stripe, 0.024 if number else 0.032)


def draw_scarf(torso: Torso) -> None:
    """Draws the narrow knotted scarf of a sailor suit."""
    color = np.asarray(torso.clothes.accent)
    for side in SIDES:
        outline = [(0.02, 0.50), (0.12, 0.56), (0.20, 0.80), (0.24, 1.3), (0.08, 1.3), (0.03, 0.75)]
        path = torso.curve(mirrored(side, outline), True, 5)
        torso.cloth(path, color, light=((0, 0.5), (side * 0.3, 1.0)))
        fold = torso.brush(mirrored(side, [(0.05, 0.58), (0.11, 0.8), (0.14, 1.2)]), 0.05, 4)
        torso.mark(path, fold, cloth_shadow(color), 0.75, 0.012)
    knot = torso.curve([(-0.09, 0.46), (0.09, 0.46), (0.07, 0.62), (-0.07, 0.62)])
    torso.cloth(knot, color, light=((-0.1, 0.45), (0.1, 0.65)))


def white_shirt(torso: Torso) -> Floats:
    """Returns the colour of a blouse below another garment."""
    return mix(np.asarray(torso.clothes.main), WHITE, 0.80)
