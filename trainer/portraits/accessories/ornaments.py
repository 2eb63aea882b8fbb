"""Paints hair bows, hair bands and clips."""

from __future__ import annotations

import math
from contextlib import contextmanager
from typing import TYPE_CHECKING

import numpy as np
import skia

from trainer.portraits.canvas import curve, fill, linear, polygon, saved, spline, stroke
from trainer.portraits.colors import (
    WHITE,
    Floats,
    cloth_light,
    cloth_shadow,
    darker,
    hex_color,
    mix,
)
from trainer.portraits.trim import draw_bow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.portraits.canvas import Canvas, Path
    from trainer.portraits.head import Head
    from trainer.portraits.model import Band, Clip, HairBow, Point3


_BEHIND_BELOW = -0.45
_STRAP_Z = 0.36
_STRAP_TAPERS = 0.35
_STRAP_FLAT = 0.24
"""How much of a strap's width shows where it passes the temples."""


@contextmanager
def _on_head(canvas: Canvas, head: Head, place: Point3, turn: float = 0.0) -> Iterator[None]:
    """Draws the block in head units, y down, upright with the head, at a place."""
    x, y = head.place(*place)
    with saved(canvas):
        canvas.translate(float(x), float(y))
        canvas.rotate(head.tilt_degrees + turn)
        canvas.scale(head.scale, head.scale)
        yield


def draw_hair_bow(canvas: Canvas, bow: HairBow, head: Head, volume: float) -> None:
    """Draws a bow in the hair, with its strap; volume is the size of the hair's shell."""
    if bow.strap:
        _draw_strap(canvas, np.asarray(bow.shape.color), _STRAP_Z, bow.strap, head, volume)
    with _on_head(canvas, head, bow.place):
        draw_bow(canvas, 0, 0, bow.shape)


def lies_behind(bow: HairBow, head: Head) -> bool:
    """Returns whether a bow is drawn before the face."""
    return bool(head.project(np.array(bow.place))[1][2] < _BEHIND_BELOW)


def draw_band(canvas: Canvas, band: Band, head: Head, volume: float) -> None:
    """Draws a hair band, lined with lace if it is frilled; volume is the shell's, about 1.1."""
    if band.frilled:
        inner, outer = (
            spline(_arc(head, volume * v, band.z - z)) for v, z in ((1.0, 0), (1.15, 0.02))
        )
        _draw_frill(canvas, inner, outer, head.scale)
    _draw_strap(canvas, np.asarray(band.color), band.z, band.width, head, volume)


def _draw_strap(
    canvas: Canvas, color: Floats, z: float, width: float, head: Head, volume: float
) -> None:
    """Draws a ribbon over the head from ear to ear."""
    size = head.scale
    outer = spline(_arc(head, volume, z), False, 5)
    inner = spline(_arc(head, volume * (1 - _STRAP_FLAT * width), z + width), False, 5)
    to_end = 1 - np.abs(np.linspace(-1, 1, len(outer)))
    inner = outer + (inner - outer) * np.sqrt(np.clip(to_end / _STRAP_TAPERS, 0, 1))[:, None]
    path = polygon(np.vstack([outer, inner[::-1]]))
    plain = mix(color, cloth_shadow(color, 0.2), float(np.min(color)))
    shades = [cloth_shadow(plain, 0.6), plain, cloth_light(color, 0.45), plain]
    shades.append(cloth_shadow(plain, 0.75))
    ramp = linear(outer[4], outer[-5], shades, [0, 0.2, 0.42, 0.68, 1])
    canvas.drawPath(path, fill(shader=ramp))
    gleam = polygon(inner + (outer - inner) * 0.72, closed=False)
    canvas.drawPath(gleam, stroke(cloth_light(color, 0.8), size * 0.02, 0.5))
    canvas.drawPath(path, stroke(darker(color, 0.48), size * 0.012, 0.55))


def _arc(head: Head, size: float, z: float) -> Floats:
    """Returns canvas positions over the head from ear to ear, at a depth z."""
    angle = np.linspace(-1.42, 1.42, 15)
    down = 0.10 + 0.25 * np.abs(np.sin(angle)) ** 3
    share = math.sqrt(max(0.2, 1 - ((z + 0.10) / 0.95 / size) ** 2))
    x = 0.965 * size * np.sin(angle) * share**0.5
    y = 0.10 + 1.01 * size * np.cos(angle) * share**0.6
    return head.project(np.stack([x, y, z - down], -1))[0]


def _draw_frill(canvas: Canvas, inner: Floats, outer: Floats, size: float) -> None:
    waves = 0.65 + 0.35 * np.abs(np.sin(np.pi * np.arange(len(inner)) / 4.5))
    edge = inner + (outer - inner) * waves[:, None]
    path = polygon(np.vstack([inner, edge[::-1]]))
    canvas.drawPath(path, fill(WHITE * 0.99))
    canvas.drawPath(path, stroke(hex_color("7b7fa5"), size * 0.014, 0.7))


def draw_clip(canvas: Canvas, clip: Clip, head: Head) -> None:
    """Draws a flower, a pair of pins, a heart or a star."""
    color = np.asarray(clip.color)
    with _on_head(canvas, head, clip.place, clip.angle_degrees):
        canvas.scale(clip.size, clip.size)
        if clip.kind == "flower":
            draw_flower(canvas, color)
        elif clip.kind == "pins":
            _draw_pins(canvas, color)
        else:
            _draw_charm(canvas, _heart() if clip.kind == "heart" else _star(), color)


def _draw_charm(canvas: Canvas, path: Path, color: Floats) -> None:
    """Draws an enamelled charm with a glint."""
    shades = [cloth_light(color, 0.6), color, cloth_shadow(color, 0.7)]
    canvas.drawPath(path, fill(shader=linear((-0.1, -0.13), (0.1, 0.15), shades)))
    canvas.drawPath(path, stroke(darker(color, 0.48), 0.015, 0.8))
    canvas.drawCircle(-0.05, -0.045, 0.022, fill(WHITE, 0.85))


def draw_flower(canvas: Canvas, color: Floats) -> None:
    """Draws a flower of five notched petals, about 0.17 wide to either side, at the origin."""
    ink = darker(color, 0.45)
    petal = [(0.0, 0.0), (-0.075, -0.07), (-0.075, -0.145), (-0.03, -0.175), (0.0, -0.155)]
    petal += [(0.03, -0.175), (0.075, -0.145), (0.075, -0.07)]
    path = curve(petal, True, 4)
    shades = [cloth_shadow(color, 0.75), color, cloth_light(color, 0.6)]
    ramp = linear((0, 0), (0, -0.17), shades, [0, 0.45, 1])
    for number in range(5):
        with saved(canvas):
            canvas.rotate(72.0 * number)
            canvas.drawPath(path, fill(shader=ramp))
            canvas.drawPath(path, stroke(ink, 0.012, 0.75))
    canvas.drawCircle(0, 0, 0.048, fill(hex_color("f6d465")))
    canvas.drawCircle(0, 0, 0.048, stroke(hex_color("9a6a2c"), 0.011, 0.7))


def _draw_pins(canvas: Canvas, color: Floats) -> None:
    """Draws two hairpins, crossed a little."""
    for shift, turn in ((-0.055, -7.0), (0.055, 7.0)):
        with saved(canvas):
            canvas.rotate(turn)
            pin = skia.Path()
            bounds = skia.Rect.MakeLTRB(-0.20, -0.030 + shift, 0.20, 0.030 + shift)
            pin.addRoundRect(bounds, 0.03, 0.03)
            canvas.drawPath(pin, fill(color))
            canvas.drawPath(pin, stroke(darker(color, 0.48), 0.012, 0.65))
            gleam = stroke(cloth_light(color, 0.8), 0.014, 0.8)
            canvas.drawLine(-0.14, shift - 0.01, 0.06, shift - 0.01, gleam)


def _heart() -> Path:
    t = np.linspace(0, math.tau, 40, endpoint=False)
    y = 13 * np.cos(t) - 5 * np.cos(2 * t) - 2 * np.cos(3 * t) - np.cos(4 * t)
    return polygon(np.stack([16 * np.sin(t) ** 3, -y], 1) * 0.0095)


def _star() -> Path:
    t = np.arange(10) * math.pi / 5
    reach = np.where(np.arange(10) % 2, 0.075, 0.16)
    return polygon(np.stack([np.sin(t), -np.cos(t)], 1) * reach[:, None])
