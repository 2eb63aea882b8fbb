"""Draws what a hat is made of on its surface: creases, seams, ribs, plaited straw, checks."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from trainer.portraits.accessories.solid import COLUMNS, column_of
from trainer.portraits.canvas import brush, fill, polygon, stroke
from trainer.portraits.colors import Floats, cloth_light, cloth_shadow

if TYPE_CHECKING:
    from trainer.portraits.accessories.solid import Surface
    from trainer.portraits.canvas import Canvas, Paint

_CREASES = 7
_RINGS = 9
_CHECK = 4.0
"""Columns from one line of a check to the next."""


def draw_creases(
    canvas: Canvas, crown: Surface, color: Floats, strength: float, line: float
) -> None:
    """Draws soft creases that rise from the opening and fade.

    Args:
        canvas: A skia canvas.
        crown: The crown.
        color: Of the cloth.
        strength: About 0..0.3.
        line: Width of an outline, in canvas units.
    """
    top, shade = len(crown.points) - 1.0, cloth_shadow(color, 0.9)
    # Every hat's creases lie elsewhere, without a random stream.
    phase = float(crown.points[:, 0, 2].sum()) * 40
    for number in range(_CREASES):
        angle = (number + 0.5 + 0.35 * math.sin(phase + 2.3 * number)) / _CREASES - 0.5
        drift, reach = 2.2 * math.sin(phase + number), 0.42 + 0.2 * math.sin(phase * 2 + number)
        rows = np.linspace(0.08, reach, 7) * top
        columns = column_of(angle * math.pi * 1.15) + np.linspace(0, drift, 7)
        for piece in crown.line(np.stack([rows, columns], 1)):
            if len(piece) > 3:
                crease = brush(piece, line * 3.7, 3, 0.7, 0, 0.25)
                paint = fill(shade, min(0.75, 3.2 * strength), blur=line * 0.6)
                canvas.drawPath(crease, paint)


def draw_seams(canvas: Canvas, crown: Surface, ink: Floats, panels: int, line: float) -> None:
    """Draws the seams of a crown sewn from panels."""
    rows = np.linspace(0, len(crown.points) - 1.01, 16)
    for panel in range(panels):
        column = column_of((panel + 0.5) * math.tau / panels - math.pi)
        for piece in crown.line(np.stack([rows, np.full_like(rows, column)], 1)):
            if len(piece) > 2:
                seam = brush(piece[::2], line * 0.8, 3, 0.6, 0.4)
                canvas.drawPath(seam, fill(ink, 0.65))


def draw_ribs(canvas: Canvas, surface: Surface, color: Floats, ribs: int, line: float) -> None:
    """Draws knitted ribs: a dark groove and a light ridge each."""
    shade, light = cloth_shadow(color, 0.8), cloth_light(color, 0.5)
    rows = np.linspace(0, len(surface.points) - 1.3, 12)
    for rib in range(ribs):
        column = column_of((rib + 0.5) * math.tau / ribs - math.pi)
        for shift, ink, alpha in ((0.0, shade, 0.75), (0.55, light, 0.40)):
            way = np.stack([rows, np.full_like(rows, column + shift)], 1)
            for piece in surface.line(way):
                if len(piece) > 2:
                    groove = brush(piece[::2], line * 1.1, 2, 0.5, 0.2)
                    canvas.drawPath(groove, fill(ink, alpha))


def draw_weave(canvas: Canvas, surface: Surface, color: Floats, line: float) -> None:
    """Draws plaited straw: rings, darker and lighter, and short slanting stitches."""
    columns = np.linspace(0, COLUMNS - 1.01, 61)
    shade, light = cloth_shadow(color, 0.75), cloth_light(color, 0.8)
    rings = np.linspace(0.15, len(surface.points) - 1.1, _RINGS)
    for number, row in enumerate(rings):
        ink = shade if number % 2 == 0 else light
        way = np.stack([row + 0.05 * np.sin(columns * 1.3 + number), columns], 1)
        _draw_lines(canvas, surface, way, stroke(ink, line * 0.55, 0.5))
    gap = float(rings[1] - rings[0])
    stitch = stroke(shade, line * 0.45, 0.35)
    for number, row in enumerate(rings[:-1]):
        for column in np.arange(0.4 * (number % 3), COLUMNS - 2.5, 1.2):
            way = np.array([[row, column], [row + gap, column + 0.7]])
            _draw_lines(canvas, surface, way, stitch)


def draw_check(canvas: Canvas, surface: Surface, color: Floats, line: float) -> None:
    """Draws a checked cloth."""
    rows = np.linspace(0, len(surface.points) - 1.01, 14)
    columns = np.linspace(0, COLUMNS - 1.01, 49)
    ways = [np.stack([rows, np.full_like(rows, c)], 1) for c in np.arange(1.0, COLUMNS - 1, _CHECK)]
    heights = np.arange(2.0, len(surface.points) - 1.0, 3.0)
    ways += [np.stack([np.full_like(columns, row), columns], 1) for row in heights]
    paint = stroke(cloth_shadow(color, 0.9), line * 2.4, 0.32)
    for way in ways:
        _draw_lines(canvas, surface, way, paint)


def _draw_lines(canvas: Canvas, surface: Surface, way: Floats, paint: Paint) -> None:
    for piece in surface.line(way):
        canvas.drawPath(polygon(piece, closed=False), paint)
