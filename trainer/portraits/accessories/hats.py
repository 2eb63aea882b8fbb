"""Paints hats. Units: head units, y down from the middle of the hat's opening."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from trainer.portraits.canvas import brush, curve, fill, saved, stroke
from trainer.portraits.colors import WHITE, Floats, darker, hex_color, mix
from trainer.portraits.trim import draw_bow, draw_cloth, draw_inside

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.portraits.canvas import Canvas
    from trainer.portraits.head import Head
    from trainer.portraits.model import Hat

_SEAT = {"sailor": 0.70, "beret": 0.74, "witch": 0.80, "sun": 0.80, "boater": 0.80, "santa": 0.76}
_BRIMMED = frozenset({"sun", "witch", "boater"})
_LINE = 0.03


def draw_hat(canvas: Canvas, hat: Hat, head: Head, volume: float, front: bool) -> None:
    """Draws the part of a hat that lies in front of the head, or the part behind it.

    Args:
        canvas: A skia canvas.
        hat: The hat.
        head: The posed head.
        volume: Size of the hair's shell, about 1.1.
        front: Which part.
    """
    x, y = head.place(hat.x, _SEAT[hat.kind], -0.12)
    with saved(canvas):
        canvas.translate(float(x), float(y))
        canvas.rotate(head.tilt_degrees + hat.tilt_degrees)
        canvas.scale(head.scale, head.scale)
        width = 0.99 * volume
        if hat.kind in _BRIMMED:
            _draw_brimmed(canvas, hat, head, width, front)
        elif front:
            _DRAWN[hat.kind](canvas, hat, width)
        if front and hat.bow is not None:
            draw_bow(canvas, hat.bow_side * width * 0.72, -0.04, hat.bow)


def _draw_brimmed(canvas: Canvas, hat: Hat, head: Head, width: float, front: bool) -> None:
    color = np.asarray(hat.color)
    brim = 1.42 if hat.kind == "boater" else hat.brim
    seen_from = 0.20 + 0.75 * math.sin(max(-0.25, head.pitch) + 0.12)
    rise, edge = brim * max(0.16, seen_from * 0.42), 0.06 + hat.droop * 0.25
    low = [(brim * 0.75, rise * 0.55 + hat.droop * 0.1), (0, rise * 0.62)]
    low.append((-brim * 0.75, rise * 0.55 + hat.droop * 0.1))
    if not front:
        back = [
            (-brim, edge),
            (-brim * 0.72, -rise * 0.75),
            (0, -rise),
            (brim * 0.72, -rise * 0.75),
        ]
        inner = mix(color, darker(color, 0.5), 0.5)
        draw_cloth(canvas, curve([*back, (brim, edge), *low], True, 8), inner, line=_LINE)
        return
    upper = [(-brim, edge), (-brim * 0.70, -rise * 0.35), (-width * 0.8, -rise * 0.25), (0, -0.05)]
    upper += [(width * 0.8, -rise * 0.25), (brim * 0.70, -rise * 0.35), (brim, edge)]
    path = curve([*upper, *low], True, 8)
    draw_cloth(canvas, path, color, light=((-brim, -0.3), (brim, 0.4)), line=_LINE)
    _draw_crown(canvas, hat, width)


def _crown_points(hat: Hat, width: float) -> list[tuple[float, float]]:
    if hat.kind == "witch":
        tip, w = hat.bend, width
        rising = [(-w * 0.96, 0.06), (-w * 0.62, -0.5), (-w * 0.25, -1.0), (tip * 0.5 - 0.1, -1.45)]
        falling = [(tip, -1.55), (tip * 0.6 + 0.16, -1.2), (w * 0.3, -0.85), (w * 0.62, -0.45)]
        return [*rising, *falling, (w * 0.96, 0.06), (w * 0.5, 0.16), (0, 0.20), (-w * 0.5, 0.16)]
    top = 0.66 if hat.kind == "sun" else 0.52
    half = [(0.96, 0.06), (0.92, -0.25), (0.72, -top * 0.92), (0.3, -top * 1.1)]
    left = [(-x * width, y) for x, y in half]
    right = [(x * width, y) for x, y in reversed(half)]
    return [*left, *right, (width * 0.5, 0.16), (0, 0.20), (-width * 0.5, 0.16)]


def _draw_crown(canvas: Canvas, hat: Hat, width: float) -> None:
    color = np.asarray(hat.color)
    path = curve(_crown_points(hat, width))
    draw_cloth(canvas, path, color, light=((-0.8, -0.5), (0.9, 0.2)), line=_LINE)
    shadow = mix(color, darker(color, 0.6), 0.4)
    for x in (-0.55, -0.1, 0.35, 0.65):
        fold = brush([(x + hat.bend * 0.1, 0.0), (x * 0.85, -0.3), (x * 0.6, -0.6)], 0.10, 4)
        draw_inside(canvas, path, fold, shadow, 0.6, 0.02)
    w = width
    band = [(-w * 0.97, 0.07), (-w * 0.93, -0.19), (-w * 0.5, -0.08), (0, -0.04), (w * 0.5, -0.08)]
    band += [(w * 0.93, -0.19), (w * 0.97, 0.07), (w * 0.5, 0.17), (0, 0.21), (-w * 0.5, 0.17)]
    draw_cloth(canvas, curve(band), np.asarray(hat.trim))


def _draw_beret(canvas: Canvas, hat: Hat, width: float) -> None:
    color, lean, w = np.asarray(hat.color), hat.bend * 0.5, width
    top = [(-w * 0.90, 0.02), (-w * 1.12 + lean * 0.3, -0.22), (-w * 0.9 + lean * 0.6, -0.62)]
    top += [(lean * 0.6, -0.78), (w * 0.95 + lean * 0.6, -0.58), (w * 1.14 + lean * 0.3, -0.22)]
    top += [(w * 0.9, 0.02), (w * 0.45, -0.10), (0, -0.14), (-w * 0.45, -0.10)]
    path = curve(top, True, 7)
    draw_cloth(canvas, path, color, light=((-0.7, -0.8), (0.8, 0.1)), line=_LINE)
    band = [
        (-w * 0.92, 0.05),
        (-w * 0.90, -0.06),
        (-w * 0.45, -0.18),
        (0, -0.22),
        (w * 0.45, -0.18),
    ]
    band += [(w * 0.90, -0.06), (w * 0.92, 0.05), (w * 0.45, -0.06), (0, -0.10), (-w * 0.45, -0.06)]
    rim = np.asarray(hat.trim) if hat.bow else mix(color, darker(color, 0.6), 0.4)
    draw_cloth(canvas, curve(band), rim)
    stem = [(lean * 0.6, -0.76), (lean * 0.6 + 0.02, -0.86), (lean * 0.6 + 0.08, -0.9)]
    canvas.drawPath(brush(stem, 0.07, 4, 1, 0.6), fill(darker(color, 0.6)))


def _draw_sailor(canvas: Canvas, hat: Hat, width: float) -> None:
    color, trim, w = np.asarray(hat.color), np.asarray(hat.trim), width
    top = [(-w * 0.7, -0.2), (-w * 1.0, -0.34), (-w * 0.86, -0.54), (0, -0.64), (w * 0.86, -0.54)]
    top += [(w * 1.0, -0.34), (w * 0.7, -0.2), (0, -0.3)]
    draw_cloth(canvas, curve(top), mix(color, hex_color("d8def0"), 0.4), line=0.028)
    band = [
        (-w * 0.86, -0.02),
        (-w * 0.80, -0.28),
        (0, -0.40),
        (w * 0.80, -0.28),
        (w * 0.86, -0.02),
    ]
    draw_cloth(canvas, curve([*band, (0, -0.14)]), trim, line=0.024)
    stripe = curve([(-w * 0.83, -0.13), (0, -0.25), (w * 0.83, -0.13)], False)
    canvas.drawPath(stripe, stroke(WHITE, 0.03, 0.9))


def _draw_santa(canvas: Canvas, hat: Hat, width: float) -> None:
    color, side, w = np.asarray(hat.color), hat.bow_side, width
    points = [(-w * 0.92, 0.0), (-w * 0.75, -0.45), (-0.2, -0.82), (0.5, -0.88), (1.0, -0.55)]
    points += [(1.22, -0.05), (1.08, -0.02), (0.92, -0.30), (w * 0.9, 0.0), (0, -0.15)]
    path = curve([(side * x, y) for x, y in points])
    draw_cloth(canvas, path, color, line=_LINE)
    for x in (0.3, 0.55, 0.75):
        fold = brush([(side * x, -0.75), (side * 0.6, -0.45), (side * 0.7, -0.1)], 0.10, 4)
        draw_inside(canvas, path, fold, darker(color, 0.6), 0.5, 0.02)
    _draw_fur(canvas, np.linspace(-1, 1, 13), w)
    for shade, shift, radius in ((hex_color("c9cde2"), 0.0, 0.17), (WHITE, -0.02, 0.15)):
        canvas.drawCircle(side * 1.16 + shift, 0.06 + shift, radius, fill(shade))


def _draw_fur(canvas: Canvas, places: Floats, width: float) -> None:
    for shade, shift, radius in ((hex_color("d5d8ea"), 0.0, 0.135), (WHITE, -0.015, 0.12)):
        for x in places.tolist():
            y = -0.16 + 0.20 * x * x
            canvas.drawCircle(x * width * 0.93 + shift, y + shift, radius, fill(shade))


_DRAWN: dict[str, Callable[[Canvas, Hat, float], None]] = {
    "beret": _draw_beret,
    "sailor": _draw_sailor,
    "santa": _draw_santa,
}
