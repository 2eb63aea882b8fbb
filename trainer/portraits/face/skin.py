"""Paints the face without its features: skin, shadows, blush, contour, nose and ears."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import skia

from trainer.portraits.canvas import (
    brush,
    clipped,
    curve,
    fill,
    linear,
    oval,
    radial,
    saved,
    stroke,
)
from trainer.portraits.colors import WHITE, Floats, hex_color, mix
from trainer.portraits.law import BLUSH_FROM
from trainer.portraits.palette import skin_colors

if TYPE_CHECKING:
    from trainer.portraits.canvas import Canvas, Path
    from trainer.portraits.head import Head
    from trainer.portraits.model import PortraitSpec
    from trainer.portraits.palette import SkinColors


_CHIN_SHADOW = 0.15
"""How far below the chin its shadow falls on the neck, in head units."""


@dataclass(frozen=True)
class FaceShape:
    """The contour of a face on the canvas and as a path, with the colours of its skin."""

    contour: Floats
    path: Path
    colors: SkinColors
    line: Floats


def face_shape(spec: PortraitSpec, head: Head) -> FaceShape:
    """Returns what the painters of the face share."""
    contour = head.outline()
    colors = skin_colors(spec.skin)
    line = mix(colors.line, spec.style.ink, 0.40)
    return FaceShape(contour, curve(contour, True, 3), colors, line)


def draw_face(canvas: Canvas, spec: PortraitSpec, head: Head, face: FaceShape) -> None:
    """Paints skin, shadows, blush, contour and nose."""
    skin, size = face.colors, head.scale
    _cast_chin_shadow(canvas, spec, head, face)
    top, bottom = head.on_face(0, 0.5), head.on_face(0, head.chin_y)
    shades = [mix(skin.base, skin.shadow, 0.85), mix(skin.base, skin.shadow, 0.12)]
    shades += [skin.base, mix(skin.base, skin.shadow, 0.20)]
    canvas.drawPath(face.path, fill(shader=linear(top, bottom, shades, [0, 0.42, 0.75, 1])))
    with clipped(canvas, face.path):
        _draw_turned_shadow(canvas, spec, head, face)
        rim = stroke(skin.shadow, size * 0.17, 0.48, blur=size * 0.055)
        canvas.drawPath(face.path, rim)
        for side in (-1, 1):
            _draw_cheek(canvas, spec, head, skin, side)
            x, y = head.on_face(side * spec.eyes.x, spec.eyes.y + 0.20)
            socket = fill(skin.shadow, 0.35, blur=size * 0.05)
            canvas.drawOval(oval(x, y, size * 0.24, size * 0.10), socket)
        _draw_nose_bridge_blush(canvas, spec, head)
    count = len(face.contour)
    jaw = face.contour[int(count * 0.12) : int(count * 0.88)]
    width, opacity = size * 0.022 * spec.style.line_width, 0.66 + 0.26 * spec.style.line_opacity
    canvas.drawPath(brush(jaw, width, 3, 0.25, 0.25), fill(face.line, opacity))
    _draw_nose(canvas, spec, head, face)


def _cast_chin_shadow(canvas: Canvas, spec: PortraitSpec, head: Head, face: FaceShape) -> None:
    """Darkens the neck, and what covers it, below the chin."""
    size, clothes = head.scale, spec.clothes
    way = 1 if spec.pose.light[0] < 0 else -1
    falling = face.contour + np.array([way * size * 0.07, size * _CHIN_SHADOW])
    color = skin_colors(spec.skin).under_chin
    shadow = fill(color, blur=size * 0.010, blend=skia.BlendMode.kModulate)
    x, y = clothes.neck_x, clothes.neck_y
    sides = size * 0.75
    neck = skia.Rect.MakeLTRB(x - sides, y - size, x + sides, y + size * 0.45)
    with saved(canvas):
        canvas.clipRect(neck, skia.ClipOp.kIntersect, True)
        canvas.drawPath(curve(falling, True, 3), shadow)


def _draw_turned_shadow(
    canvas: Canvas,
    spec: PortraitSpec,
    head: Head,
    face: FaceShape,
) -> None:
    """Shades the edge of the face that is away from the light."""
    way = -1 if spec.pose.light[0] < 0 else 1
    offset = np.array([way * head.scale * 0.10, -head.scale * 0.055])
    lit = curve(face.contour + offset, True, 3)
    rest = skia.Op(face.path, lit, skia.PathOp.kDifference_PathOp)
    if rest is not None:
        blur = head.scale * (0.012 + 0.05 * spec.style.skin_softness)
        canvas.drawPath(rest, fill(face.colors.shadow, 0.62, blur=blur))


def _draw_cheek(
    canvas: Canvas,
    spec: PortraitSpec,
    head: Head,
    skin: SkinColors,
    side: int,
) -> None:
    size, eyes, blush = head.scale, spec.eyes, spec.cheeks.blush
    x, y = map(float, head.on_face(side * eyes.x * 1.02, eyes.y - 0.30))
    light = radial((x, y), size * 0.20, [skin.glow, skin.glow], None, [0.55, 0])
    canvas.drawCircle(x, y, size * 0.20, fill(shader=light))
    x, y = map(float, head.on_face(side * eyes.x * 1.14, eyes.y - 0.31))
    radius = size * 0.27
    alphas = [0.04 + blush * 0.60, 0.02 + blush * 0.34, 0]
    with saved(canvas):
        canvas.translate(x, y)
        canvas.scale(1.15, 0.72)
        flush = radial((0, 0), radius, skin.blush, [0, 0.55, 1], alphas)
        canvas.drawCircle(0, 0, radius, fill(shader=flush))
    if blush >= BLUSH_FROM:
        _draw_hatching(canvas, spec, head, side)


def _draw_hatching(canvas: Canvas, spec: PortraitSpec, head: Head, side: int) -> None:
    eyes, count = spec.eyes, spec.cheeks.hatching
    line = stroke(hex_color("e2635c"), head.scale * 0.012, 0.24 * spec.cheeks.blush)
    for i in range(count):
        x = side * eyes.x * 1.14 + (i - (count - 1) / 2) * 0.062
        start = head.on_face(x + 0.018, eyes.y - 0.285)
        end = head.on_face(x - 0.018, eyes.y - 0.345)
        canvas.drawLine(*map(float, (*start, *end)), line)


def _draw_nose_bridge_blush(canvas: Canvas, spec: PortraitSpec, head: Head) -> None:
    """Lets a strong blush run over the nose."""
    strength = spec.cheeks.blush - 0.75
    if strength <= 0:
        return
    x, y = head.on_face(0, spec.eyes.y - 0.30)
    size = head.scale
    flush = fill(hex_color("ff8080"), 0.8 * strength, blur=size * 0.05)
    canvas.drawOval(oval(x, y, size * 0.52, size * 0.10), flush)


def _draw_nose(canvas: Canvas, spec: PortraitSpec, head: Head, face: FaceShape) -> None:
    """Draws a tick or a dot with a touch of shadow and light."""
    size, skin = head.scale, face.colors
    tip = head.on_face(0, spec.cheeks.nose_y, 0.05)
    away = -1 if spec.pose.light[0] < 0 else 1
    way = math.copysign(1, head.yaw) if abs(head.yaw) > 0.04 else away
    step = way * size * 0.02
    if spec.cheeks.nose == "tick":
        points = [
            tip + np.array([step * 0.6, -size * 0.045]),
            tip + np.array([step * 1.1, -size * 0.005]),
        ]
        points.append(tip + np.array([step * 0.1, size * 0.012]))
        canvas.drawPath(brush(points, size * 0.014, 4, 0.4), fill(face.line, 0.60))
    elif spec.cheeks.nose == "dot":
        points = [
            tip - np.array([size * 0.02, 0]),
            tip + np.array([0, size * 0.01]),
            tip + np.array([size * 0.02, size * 0.002]),
        ]
        canvas.drawPath(brush(points, size * 0.02, 4), fill(face.line, 0.6))
    shadow = [
        tip + np.array([step * 0.2, -size * 0.02]),
        tip + np.array([step * 2.0, size * 0.006]),
    ]
    shadow.append(tip + np.array([step * 0.4, size * 0.026]))
    canvas.drawPath(curve(shadow), fill(skin.deep, 0.36, blur=size * 0.012))
    x, y = float(tip[0] - step * 0.6), float(tip[1] - size * 0.03)
    canvas.drawCircle(x, y, size * 0.013, fill(WHITE, 0.75, blur=size * 0.007))


def draw_ear(canvas: Canvas, spec: PortraitSpec, head: Head, side: int) -> None:
    """Draws the ear on side -1 or 1."""
    skin, size = skin_colors(spec.skin), head.scale
    origin = head.place(side * 0.765 * spec.shape.cheek, -0.06, -0.02)
    shape = [
        (-0.05, -0.18),
        (0.08, -0.21),
        (0.13, -0.11),
        (0.09, 0.04),
        (0.03, 0.17),
        (-0.06, 0.14),
    ]
    points = np.array(shape) * [side * size, size] + origin
    path = curve(points)
    canvas.drawPath(path, fill(mix(skin.base, skin.shadow, 0.35)))
    canvas.drawPath(path, stroke(mix(skin.line, spec.style.ink, 0.3), size * 0.020, 0.75))
    inner = curve((points - origin) * 0.6 + origin + [side * size * 0.01, 0])
    canvas.drawPath(inner, fill(skin.deep, 0.45, blur=size * 0.01))
