"""Paints hair bows, hair bands and clips."""

from __future__ import annotations

import math
from contextlib import contextmanager
from typing import TYPE_CHECKING

import numpy as np
import skia

from trainer.portraits.canvas import fill, linear, polygon, radial, saved, spline, stroke
from trainer.portraits.colors import WHITE, Floats, darker, hex_color, mix
from trainer.portraits.trim import draw_bow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.portraits.canvas import Canvas, Path
    from trainer.portraits.head import Head
    from trainer.portraits.model import Band, Clip, HairBow, Point3


@contextmanager
def _on_head(canvas: Canvas, head: Head, place: Point3, turn: float = 0.0) -> Iterator[None]:
    """Draws the block in head units, y down, upright with the head, at a place."""
    x, y = head.place(*place)
    with saved(canvas):
        canvas.translate(float(x), float(y))
        canvas.rotate(head.tilt_degrees + turn)
        canvas.scale(head.scale, head.scale)
        yield


def draw_hair_bow(canvas: Canvas, bow: HairBow, head: Head) -> None:
    """Draws a bow in the hair."""
    with _on_head(canvas, head, bow.place):
        draw_bow(canvas, 0, 0, bow.shape)


def lies_behind(bow: HairBow, head: Head) -> bool:
    """Returns whether a bow is drawn before the face."""
    return bool(head.project(np.array(bow.place))[1][2] < -0.12)


def draw_band(canvas: Canvas, band: Band, head: Head, volume: float) -> None:
    """Draws a hair band, lined with lace if it is frilled; volume is the shell's, about 1.1."""
    color, size = np.asarray(band.color), head.scale
    outer = _arc(head, volume, volume, band.z)
    inner = _arc(head, volume, volume, band.z + band.width)
    if band.frilled:
        _draw_frill(
            canvas, spline(outer), spline(_arc(head, volume, volume * 1.13, band.z - 0.02)), size
        )
    path = polygon(np.vstack([spline(outer, False, 5), spline(inner, False, 5)[::-1]]))
    shades = [mix(color, WHITE, 0.35), color, mix(color, darker(color, 0.5), 0.5)]
    canvas.drawPath(path, fill(shader=linear(outer[3], outer[-3], shades)))
    canvas.drawPath(path, stroke(darker(color, 0.42), size * 0.022, 0.9))


def _arc(head: Head, volume: float, size: float, z: float) -> Floats:
    angle = np.linspace(-1.3, 1.3, 15)
    share = math.sqrt(max(0.2, 1 - ((z + 0.10) / 0.95 / volume) ** 2))
    x = 0.955 * size * np.sin(angle) * share**0.5
    y = 0.10 + 1.01 * size * np.cos(angle) * share**0.6
    return head.project(np.stack([x, y, 0 * angle + z], -1))[0]


def _draw_frill(canvas: Canvas, inner: Floats, outer: Floats, size: float) -> None:
    waves = 0.65 + 0.35 * np.abs(np.sin(np.pi * np.arange(len(inner)) / 3.0))
    edge = inner + (outer - inner) * waves[:, None]
    path = polygon(np.vstack([inner, edge[::-1]]))
    canvas.drawPath(path, fill(WHITE * 0.99))
    canvas.drawPath(path, stroke(hex_color("7b7fa5"), size * 0.02, 0.8))


def draw_clip(canvas: Canvas, clip: Clip, head: Head) -> None:
    """Draws a flower, a pair of pins, a heart or a star."""
    color = np.asarray(clip.color)
    with _on_head(canvas, head, clip.place, clip.angle_degrees):
        if clip.kind == "flower":
            _draw_flower(canvas, color)
        elif clip.kind == "pins":
            _draw_pins(canvas, color)
        else:
            path = _heart() if clip.kind == "heart" else _star()
            canvas.drawPath(path, fill(color))
            canvas.drawPath(path, stroke(darker(color, 0.5), 0.016, 0.8))
            canvas.drawCircle(-0.06, -0.04, 0.025, fill(WHITE, 0.8))


def _draw_flower(canvas: Canvas, color: Floats) -> None:
    for petal in range(5):
        angle = petal * math.tau / 5
        x, y = 0.09 * math.cos(angle), 0.09 * math.sin(angle)
        shades = radial((x, y), 0.10, [mix(color, WHITE, 0.4), color])
        canvas.drawCircle(x, y, 0.085, fill(shader=shades))
        canvas.drawCircle(x, y, 0.085, stroke(darker(color, 0.5), 0.016, 0.8))
    canvas.drawCircle(0, 0, 0.055, fill(hex_color("ffe680")))


def _draw_pins(canvas: Canvas, color: Floats) -> None:
    for shift in (-0.045, 0.045):
        pin = skia.Path()
        pin.addRoundRect(skia.Rect.MakeLTRB(-0.17, -0.025 + shift, 0.17, 0.025 + shift), 0.02, 0.02)
        canvas.drawPath(pin, fill(color))
        canvas.drawPath(pin, stroke(darker(color, 0.5), 0.014, 0.8))


def _heart() -> Path:
    t = np.linspace(0, math.tau, 40, endpoint=False)
    y = 13 * np.cos(t) - 5 * np.cos(2 * t) - 2 * np.cos(3 * t) - np.cos(4 * t)
    return polygon(np.stack([16 * np.sin(t) ** 3, -y], 1) * 0.0095)


def _star() -> Path:
    t = np.arange(10) * math.pi / 5
    reach = np.where(np.arange(10) % 2, 0.075, 0.16)
    return polygon(np.stack([np.sin(t), -np.cos(t)], 1) * reach[:, None])
