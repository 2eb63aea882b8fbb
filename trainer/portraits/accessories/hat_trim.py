"""Paints what is sewn onto hats: pompoms, fur, stems and emblems."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import skia

from trainer.portraits.accessories.ornaments import draw_flower
from trainer.portraits.accessories.solid import tones
from trainer.portraits.canvas import brush, clipped, curve, fill, polygon, radial, saved, stroke
from trainer.portraits.colors import GOLD, WHITE, Floats, cloth_light, cloth_shadow, darker, mix

if TYPE_CHECKING:
    from trainer.portraits.accessories.solid import Surface
    from trainer.portraits.canvas import Canvas

_TUFTS = 15
_STRANDS = 26


def draw_pompom(
    canvas: Canvas, center: Floats, radius: float, color: Floats, light: Floats
) -> None:
    """Draws a ball of wool or fur with a ragged edge.

    Args:
        canvas: A skia canvas.
        center: Where, in canvas units.
        radius: In canvas units.
        color: Of the wool.
        light: Unit vector toward the light, in the view.
    """
    x, y = map(float, center)
    angle = np.linspace(0, math.tau, _TUFTS * 2, endpoint=False)
    angle = angle + 0.07 * np.sin(angle * 5 + x)
    tips = 1.05 + 0.06 * np.sin(angle * 7.3 + y) + 0.05 * np.sin(angle * 3.1 + x)
    ragged = np.where(np.arange(_TUFTS * 2) % 2, 0.93, tips)
    edge = np.stack([np.cos(angle), np.sin(angle)], 1) * ragged[:, None] * radius + (x, y)
    path = curve(edge, True, 3)
    spot = (x + float(light[0]) * radius * 0.5, y - float(light[1]) * radius * 0.6)
    plain = mix(color, cloth_shadow(color, 0.25), float(np.min(color)))
    shades = [cloth_light(color, 0.6), plain, cloth_shadow(plain, 0.5), cloth_shadow(plain, 0.8)]
    canvas.drawPath(path, fill(shader=radial(spot, radius * 1.7, shades, [0, 0.42, 0.75, 1])))
    with clipped(canvas, path):
        for number in range(_STRANDS):
            turn, reach = number * 2.4, radius * math.sqrt((number + 0.5) / _STRANDS)
            out = np.array([math.cos(turn), math.sin(turn)])
            foot = np.array([x, y]) + out * reach * 0.72
            bent = foot + out * radius * 0.14 + (0.0, radius * 0.05)
            tip = foot + out * radius * 0.24 + (0.0, radius * 0.16)
            lit = float(out @ np.array([light[0], -light[1]])) > 0.2
            ink = cloth_light(color, 0.8) if lit else cloth_shadow(plain, 1.0)
            canvas.drawPath(brush([foot, bent, tip], radius * 0.10, 3), fill(ink, 0.55))
    canvas.drawPath(path, stroke(darker(color, 0.5), radius * 0.07, 0.6))


def draw_fur(canvas: Canvas, surface: Surface, color: Floats, light: Floats, size: float) -> None:
    """Draws a band of fur: the band's body with tufts along both edges."""
    path = surface.outline()
    ink = cloth_shadow(color, 0.95)
    tufts = [_tufts(surface, row) for row in (0, len(surface.points) - 1)]
    for tuft in tufts:
        canvas.drawPath(tuft, stroke(darker(color, 0.55), size * 0.03, 0.75))
    canvas.drawPath(path, stroke(darker(color, 0.55), size * 0.03, 0.75))
    for tuft in tufts:
        canvas.drawPath(tuft, fill(mix(color, ink, 0.12)))
    with clipped(canvas, path):
        surface.draw(canvas, tones(surface.normals, light, color))
    columns = np.linspace(4, surface.points.shape[1] - 5, 15)
    for number, column in enumerate(columns.tolist()):
        row = (len(surface.points) - 1) * (0.3 + 0.4 * (number % 2))
        way = np.stack([np.linspace(row, row - 2.0, 4), np.full(4, column)], 1)
        for piece in surface.line(way):
            if len(piece) > 2:
                canvas.drawPath(brush(piece, size * 0.022, 2), fill(ink, 0.5))


def _tufts(surface: Surface, row: int) -> skia.Path:
    """Returns a ragged strip along one edge of a band."""
    facing = np.flatnonzero(surface.normals[row, :, 2] > 0.12)
    edge = surface.xy[row, facing]
    inner = surface.xy[len(surface.points) // 2, facing]
    away = (edge - inner) / (np.linalg.norm(edge - inner, axis=1, keepdims=True) + 1e-9)
    width = np.linalg.norm(edge - inner, axis=1).mean()
    saw = np.where(np.arange(len(edge)) % 2, 0.04, 0.20 + 0.08 * np.sin(np.arange(len(edge)) * 1.7))
    return polygon(np.vstack([edge + away * (saw * width)[:, None], inner[::-1]]))


def draw_stem(
    canvas: Canvas, end: Floats, below: Floats, color: Floats, size: float, kind: str
) -> None:
    """Draws the stem of a beret or the button of a cap, at the end of its crown."""
    ink = darker(color, 0.5)
    if kind == "button":
        x, y = map(float, end)
        button = skia.Rect.MakeLTRB(
            x - size * 0.07, y - size * 0.04, x + size * 0.07, y + size * 0.03
        )
        canvas.drawOval(button, fill(color))
        canvas.drawOval(button, stroke(ink, size * 0.018, 0.9))
        return
    up = end - below
    length = np.hypot(*up)
    way = up / length if length > 0.02 * size else np.array([0.1, -1.0])
    way = mix(way, np.array([0.0, -1.0]), 0.5)
    points = [
        end - way * size * 0.02,
        end + way * size * 0.07,
        end + way * size * 0.12 + size * 0.02,
    ]
    canvas.drawPath(brush(points, size * 0.06, 4, 1, 0.7), fill(ink))


def draw_emblem(
    canvas: Canvas, kind: str, place: Floats, turn: float, size: float, color: Floats
) -> None:
    """Draws a badge, an anchor, a buckle or a flower.

    Args:
        canvas: A skia canvas.
        kind: One of the emblems of a hat.
        place: In canvas units.
        turn: In degrees.
        size: Canvas units in one head unit.
        color: Of the hat's trim.
    """
    with saved(canvas):
        canvas.translate(float(place[0]), float(place[1]))
        canvas.rotate(turn)
        canvas.scale(size, size)
        if kind == "flower":
            canvas.scale(1.35, 1.35)
            draw_flower(canvas, mix(color, WHITE, 0.35))
        else:
            _EMBLEMS[kind](canvas)


def _draw_badge(canvas: Canvas) -> None:
    shades = radial((-0.03, -0.04), 0.16, [mix(GOLD, WHITE, 0.7), GOLD, darker(GOLD, 0.7)])
    edge = np.arange(10) * math.pi / 5
    reach = np.where(np.arange(10) % 2, 0.075, 0.13)
    star = polygon(np.stack([np.sin(edge), -np.cos(edge)], 1) * reach[:, None])
    canvas.drawPath(star, fill(shader=shades))
    canvas.drawPath(star, stroke(darker(GOLD, 0.42), 0.02, 0.9))


def _draw_anchor(canvas: Canvas) -> None:
    dark = stroke(darker(GOLD, 0.4), 0.062, 0.9)
    bright = stroke(mix(GOLD, WHITE, 0.15), 0.034)
    lines = [
        polygon([(0, -0.08), (0, 0.09)], closed=False),
        polygon([(-0.055, -0.04), (0.055, -0.04)], closed=False),
        curve([(-0.095, 0.02), (-0.05, 0.085), (0, 0.1), (0.05, 0.085), (0.095, 0.02)], False),
    ]
    for paint in (dark, bright):
        for line in lines:
            canvas.drawPath(line, paint)


def _draw_buckle(canvas: Canvas) -> None:
    frame = skia.Rect.MakeLTRB(-0.11, -0.10, 0.11, 0.10)
    canvas.drawRect(frame, stroke(darker(GOLD, 0.4), 0.066, 0.95))
    canvas.drawRect(frame, stroke(mix(GOLD, WHITE, 0.1), 0.038))
    canvas.drawLine(-0.10, 0, 0.03, 0, stroke(mix(GOLD, WHITE, 0.3), 0.025))


_EMBLEMS = {"badge": _draw_badge, "anchor": _draw_anchor, "buckle": _draw_buckle}
