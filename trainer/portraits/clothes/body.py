"""Paints neck, chest and the garment."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import skia

from trainer.portraits.canvas import CANVAS, clipped, curve, fill, linear, saved, stroke, union
from trainer.portraits.clothes.garments import DRAWN
from trainer.portraits.clothes.torso import SIDES, UNDER, Torso, mirrored
from trainer.portraits.colors import WHITE, mix
from trainer.portraits.palette import skin_colors

if TYPE_CHECKING:
    from trainer.portraits.canvas import Canvas
    from trainer.portraits.head import Head
    from trainer.portraits.model import PortraitSpec

_NAPE = (0.0, -0.62, 0.02)
"""Where the neck enters the head, in head units."""
_WASH_FROM = 218.0
_WASH, _MORE_WASH = 0.04, 0.42


def draw_body(canvas: Canvas, spec: PortraitSpec, head: Head, rng: np.random.Generator) -> None:
    """Draws the body below the chin; `rng` is the stream of the folds."""
    clothes = spec.clothes
    with saved(canvas):
        canvas.translate(clothes.neck_x, clothes.neck_y)
        canvas.scale(head.scale, head.scale)
        canvas.rotate(math.degrees(clothes.lean))
        light_side = 1 if spec.pose.light[0] < 0 else -1
        torso = Torso(canvas, clothes, spec.style, rng, light_side)
        nape, chin = (_on_torso(spec, head, place) for place in (_NAPE, (0, head.chin_y, 0.5)))
        _draw_skin(torso, spec, nape, chin)
        DRAWN[clothes.kind](torso)
        _shade_below_head(torso, chin)
    _wash_lower_edge(canvas, spec)


def _on_torso(
    spec: PortraitSpec, head: Head, place: tuple[float, float, float]
) -> tuple[float, float]:
    """Returns where a point of the head lies in torso units."""
    clothes = spec.clothes
    away = (head.place(*place) - [clothes.neck_x, clothes.neck_y]) / head.scale
    c, s = math.cos(clothes.lean), math.sin(clothes.lean)
    return float(away[0] * c + away[1] * s), float(away[1] * c - away[0] * s)


def _draw_skin(
    torso: Torso, spec: PortraitSpec, nape: tuple[float, float], chin: tuple[float, float]
) -> None:
    """Draws neck and chest, the shadow of the jaw, and the collar bones."""
    skin, n = skin_colors(spec.skin), torso.clothes.neck_width
    contour = []
    for side in SIDES:
        low = torso.bend(mirrored(side, [(n * 1.04, -0.20), (0.30, -0.09), (0.55, 0.01)]))
        out = torso.bend(mirrored(side, [(torso.half * 0.9, 0.16), (torso.half, 0.6), (0.9, 1.4)]))
        middle = ((nape[0] * 0.45) + side * n * 0.96, nape[1] * 0.45 - 0.12)
        contour.append(np.vstack([[(nape[0] + side * n, nape[1])], [middle], low, out]))
    path = curve(np.vstack([contour[0], contour[1][::-1]]), True, 5)
    shades = [mix(skin.base, skin.shadow, 0.35), skin.base, mix(skin.base, skin.shadow, 0.15)]
    torso.canvas.drawPath(path, fill(shader=linear((0, -0.3), (0, 0.6), shades, [0, 0.45, 1])))
    q = torso.light_side
    x, y = chin
    jaw = [(nape[0] - 0.6, nape[1] - 0.1), (nape[0] + 0.6, nape[1] - 0.1), (x + 0.34, y - 0.06)]
    jaw += [
        (x + 0.15 + 0.12 * q, y + 0.15),
        (x + 0.10 * q, y + 0.26),
        (x - 0.15 + 0.08 * q, y + 0.13),
    ]
    jaw.append((x - 0.34, y - 0.06))
    with clipped(torso.canvas, path):
        rose = mix(skin.shadow, skin.deep, 0.35)
        torso.canvas.drawPath(curve(jaw, True, 5), fill(rose, 0.90, blur=0.014))
        side_shadow = [(nape[0] + q * n * 0.45, nape[1]), (q * n * 0.62, -0.2), (q * 0.34, -0.02)]
        side_shadow += [(q * 0.6, -0.05), (q * 0.4, -0.6)]
        torso.canvas.drawPath(curve(side_shadow, True, 4), fill(skin.shadow, 0.7, blur=0.015))
        _draw_bones(torso, skin.deep, skin.line)
    torso.canvas.drawPath(path, stroke(skin.line, torso.line_width, 0.85))


def _draw_bones(torso: Torso, shade: np.ndarray, line: np.ndarray) -> None:
    shadows, lines = [], []
    for side in SIDES:
        bone = mirrored(side, [(0.045, 0.075), (0.14, 0.035), (0.28, 0.035), (0.46, -0.005)])
        lines.append(torso.brush(bone, 0.024, 4, 0.7, 0, 0.15))
        shadows.append(torso.brush([(x, y + 0.03) for x, y in bone], 0.06, 4, 0.3, 0, 0.3))
        tendon = mirrored(side, [(0.135, -0.26), (0.085, -0.10), (0.045, 0.03)])
        shadows.append(torso.brush(tendon, 0.03, 4, 0, 0.4, 0.8))
    torso.canvas.drawPath(union(shadows), fill(shade, 0.42, blur=0.012))
    torso.canvas.drawPath(union(lines), fill(line, 0.55))


def _shade_below_head(torso: Torso, chin: tuple[float, float]) -> None:
    """Draws the shadow that head and hair cast on the collar."""
    q, (x, y) = torso.light_side, chin
    shade = [(x - 0.62, y - 0.35), (x + 0.62, y - 0.35), (x + 0.50 + 0.10 * q, y + 0.16)]
    shade += [(x + 0.16 * q, y + 0.30), (x - 0.50 + 0.10 * q, y + 0.16)]
    dim = fill(UNDER, 0.26, blur=0.03, blend=skia.BlendMode.kSrcATop)
    torso.canvas.drawPath(curve(shade, True, 5), dim)


def _wash_lower_edge(canvas: Canvas, spec: PortraitSpec) -> None:
    """Lightens the body toward the lower edge, as a sketch that ends there."""
    alpha = _WASH + _MORE_WASH * spec.style.fade
    wash = linear((0, _WASH_FROM), (0, CANVAS), [WHITE, WHITE], None, [0.0, alpha])
    paint = fill(shader=wash, blend=skia.BlendMode.kSrcATop)
    canvas.drawRect(skia.Rect.MakeLTRB(0, _WASH_FROM, CANVAS, CANVAS), paint)
