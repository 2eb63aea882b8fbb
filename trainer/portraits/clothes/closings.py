"""What closes a garment: neckties, scarves with hanging ends, bows, buttons, zips, brooches."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import skia

from trainer.portraits.canvas import clipped, fill, linear, radial, stroke, union
from trainer.portraits.clothes.fabric import draw_piece, shadow_of
from trainer.portraits.clothes.torso import mirrored
from trainer.portraits.colors import WHITE, Floats, cloth_light, hex_color, mix
from trainer.portraits.trim import draw_bow

if TYPE_CHECKING:
    from trainer.portraits.clothes.torso import Torso

_GOLD = tuple(hex_color(text) for text in ("fff1b8", "d9b25a", "8a6020"))
_TIE_BANDS = 0.15


def draw_closing(torso: Torso, y: float = 0.10) -> None:
    """Draws what closes the collar at height `y`: a bow, a necktie, a scarf or nothing."""
    collar = torso.clothes.collar
    if collar == "bow":
        draw_neck_bow(torso, y)
    elif collar == "tie":
        draw_necktie(torso, y)
    elif collar == "scarf":
        draw_knotted_scarf(torso, y)


def draw_neck_bow(torso: Torso, y: float) -> None:
    """Draws a bow with its shadow."""
    x, y = torso.at(0, y)
    size = torso.clothes.bow.size
    below = skia.Path()
    below.addOval(skia.Rect.MakeLTRB(x - size, y - size * 0.3, x + size, y + size * 0.5))
    torso.cast(below, alpha=0.24)
    draw_bow(torso.canvas, x, y, torso.clothes.bow)


def draw_necktie(torso: Torso, top: float) -> None:
    """Draws a necktie with its knot at height `top`, striped if the garment has stripes."""
    color = np.asarray(torso.clothes.accent)
    left = [(-0.055, top + 0.10), (-0.10, top + 0.45), (-0.135, top + 0.85)]
    right = [(0.135, top + 0.85), (0.10, top + 0.45), (0.055, top + 0.10)]
    path = torso.cut(left, [left[-1], (0, top + 1.05), right[0]], right)
    torso.cast(path, y=0.02)
    q = torso.light_side
    draw_piece(torso, path, color, light=((-0.14 * q, 0.2), (0.16 * q, 0.5)))
    if torso.clothes.stripes >= 2:
        heights = np.arange(top, top + 1.1, _TIE_BANDS).tolist()
        bands = [
            torso.cut([(-0.3, y + 0.18), (0.3, y - 0.06)], [(0.3, y - 0.015), (-0.3, y + 0.225)])
            for y in heights
        ]
        with clipped(torso.canvas, path):
            torso.canvas.drawPath(union(bands), fill(np.asarray(torso.clothes.trim), 0.85))
    fold = [(0.02 * q, top + 0.12), (0.05 * q, top + 0.35), (0.06 * q, top + 0.8)]
    torso.mark(path, torso.brush(fold, 0.06, 4, 0.4, 0.4), shadow_of(color, 0.9), 0.6)
    upper = [(-0.085, top - 0.04), (0, top - 0.025), (0.085, top - 0.04)]
    lower = [(0.055, top + 0.12), (0, top + 0.13), (-0.055, top + 0.12)]
    knot = torso.cut(upper, lower)
    draw_piece(torso, knot, cloth_light(color, 0.08), light=((-0.1 * q, top), (0.1 * q, top + 0.1)))


def draw_knotted_scarf(torso: Torso, top: float) -> None:
    """Draws a plain knot with two tapered ends that hang down, without loops."""
    color, q = np.asarray(torso.clothes.accent), torso.light_side
    spread, length = 0.10 + 0.05 * torso.clothes.detail, 0.42 + 0.2 * torso.clothes.fit
    for side in (-q, q):
        inner = [
            (0.0, top + 0.06),
            (spread * 0.35, top + length * 0.5),
            (spread * 0.6, top + length),
        ]
        outer = [inner[-1], (spread * 1.7, top + length * 0.62), (0.055, top + 0.05)]
        path = torso.cut(mirrored(side, inner), mirrored(side, outer))
        torso.cast(path, y=0.03, alpha=0.22)
        draw_piece(torso, path, color, light=((0, top), (side * 0.25, top + 0.5)))
        fold = [
            (0.02, top + 0.08),
            (spread * 0.8, top + length * 0.5),
            (spread * 0.9, top + length),
        ]
        mark = torso.brush(mirrored(side, fold), 0.05, 4, 0.5, 0)
        torso.mark(path, mark, shadow_of(color, 0.9), 0.65)
    upper = [(-0.075, top - 0.06), (0, top - 0.075), (0.075, top - 0.06)]
    knot = torso.cut(upper, [(0.065, top + 0.08), (0, top + 0.10), (-0.065, top + 0.08)])
    draw_piece(torso, knot, cloth_light(color, 0.08), light=((-0.1 * q, top), (0.1 * q, top + 0.1)))
    torso.creases([torso.brush([(0.01, top - 0.05), (0.03, top + 0.06)], 0.02, 3)], color)


def draw_buttons(torso: Torso, color: Floats, x: float, heights: list[float]) -> None:
    """Draws buttons below each other."""
    for y in heights:
        draw_button(torso, x, y, color)


def draw_button(torso: Torso, x: float, y: float, color: Floats, radius: float = 0.034) -> None:
    """Draws a button."""
    x, y = torso.at(x, y)
    shades = [cloth_light(color, 0.7), color, shadow_of(color, 0.9)]
    lit = radial((x - radius * 0.4, y - radius * 0.4), radius * 1.7, shades)
    torso.canvas.drawCircle(x, y, radius, fill(shader=lit))
    torso.canvas.drawCircle(x, y, radius, stroke(torso.ink(color), 0.011, 0.85))


def draw_brooch(torso: Torso, x: float, y: float, color: Floats, radius: float = 0.05) -> None:
    """Draws a stone in a golden setting."""
    x, y = torso.at(x, y)
    rim = linear((x - radius, y - radius), (x + radius, y + radius), _GOLD)
    torso.canvas.drawCircle(x, y, radius * 1.35, fill(shader=rim))
    torso.canvas.drawCircle(x, y, radius * 1.35, stroke(_GOLD[2] * 0.8, 0.012, 0.8))
    stone = [cloth_light(color, 0.5), color, shadow_of(color, 0.9)]
    torso.canvas.drawCircle(
        x, y, radius, fill(shader=radial((x, y + radius * 0.4), radius * 1.3, stone))
    )
    glint = (x - radius * 0.3, y - radius * 0.35)
    torso.canvas.drawCircle(*glint, radius * 0.26, fill(WHITE, 0.95))


def draw_placket(torso: Torso, color: Floats, low: float = 0.3) -> None:
    """Draws the buttoned front edge of a shirt from height `low` down."""
    seams = [torso.brush([(x, low), (x, 0.8), (x, 1.4)], 0.017, 3, 0.8, 1) for x in (-0.055, 0.065)]
    torso.creases(seams, color, 0.55)
    buttons = mix(shadow_of(color, 0.35), np.asarray(torso.clothes.accent), 0.25)
    draw_buttons(torso, buttons, 0.005, [low + 0.12, low + 0.36, low + 0.60])


def draw_zip(torso: Torso, color: Floats, top: float) -> None:
    """Draws a closed zip from height `top` down with its pull."""
    torso.line([(0, top), (0, 0.8), (0, 1.5)], shadow_of(color, 0.9), 0.05, 0.8)
    torso.line([(0, top), (0, 0.8), (0, 1.5)], cloth_light(color, 0.8), 0.014, 0.8)
    pull = torso.brush([(0, top + 0.02), (0.01, top + 0.11)], 0.05, 3, 0.6, 1)
    torso.canvas.drawPath(pull, fill(hex_color("d8d6e0")))
    torso.outline(pull, hex_color("8c8a98"), 0.6)
