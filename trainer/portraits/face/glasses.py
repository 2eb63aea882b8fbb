"""Paints glasses on the face."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import skia

from trainer.portraits.canvas import curve, fill, oval, polygon, saved, stroke
from trainer.portraits.colors import WHITE

if TYPE_CHECKING:
    from trainer.portraits.canvas import Canvas, Path
    from trainer.portraits.head import Head
    from trainer.portraits.model import Glasses, PortraitSpec


def _lens(kind: str, width: float, height: float) -> Path:
    if kind == "round":
        return skia.Path.Oval(oval(0, 0, width, width * 0.98))
    if kind == "oval":
        top = [(-width, height * 0.6), (0, height * 0.95), (width, height * 0.85)]
        low = [(width * 0.92, -height * 0.7), (0.1, -height * 1.05), (-width * 0.75, -height * 0.8)]
        return curve([*top, *low])
    path = skia.Path()
    path.addRoundRect(skia.Rect.MakeLTRB(-width, -height, width, height * 0.85), 0.08, 0.08)
    return path


def draw_glasses(canvas: Canvas, spec: PortraitSpec, head: Head, glasses: Glasses) -> None:
    """Draws lenses, bridge and temples."""
    shape, color = spec.eyes.shape, np.asarray(glasses.color)
    width = shape.width * 1.26
    for side in (-1, 1):
        _draw_lens(canvas, spec, head, glasses, side)
    down = -0.08 if glasses.kind == "half" else -0.05
    inner = spec.eyes.x - width + 0.02
    arch = [(-inner, 0.0), (0.0, 0.03), (inner, 0.0)]
    bridge = [head.on_face(x, spec.eyes.y + down + up, 0.05) for x, up in arch]
    canvas.drawPath(curve(bridge, False), stroke(color, head.scale * glasses.wire, 0.95))
    for side in (-1, 1):
        start = head.on_face(side * min(spec.eyes.x + width, 0.74), spec.eyes.y)
        end = head.place(side * 0.84, spec.eyes.y + 0.06, 0.10)
        wire = stroke(color, head.scale * glasses.wire, 0.9)
        canvas.drawLine(*map(float, (*start, *end)), wire)


def _draw_lens(
    canvas: Canvas,
    spec: PortraitSpec,
    head: Head,
    glasses: Glasses,
    side: int,
) -> None:
    shape = spec.eyes.shape
    width, height = shape.width * 1.26, max(shape.height * 1.05, glasses.height)
    wire = stroke(np.asarray(glasses.color), glasses.wire, 0.95)
    with saved(canvas):
        frame = head.frame_on_face(side * (spec.eyes.x + 0.01), spec.eyes.y - 0.03, side, 0.72)
        canvas.concat(frame)
        lens = _lens(glasses.kind, width, height)
        canvas.drawPath(lens, fill(WHITE, 0.12))
        shine = [(-0.12, height * 0.5), (-0.05, height * 0.5)]
        shine += [(-0.16, -height * 0.5), (-0.23, -height * 0.5)]
        canvas.drawPath(polygon(shine), fill(WHITE, 0.22))
        if glasses.kind == "half":
            canvas.clipRect(skia.Rect.MakeLTRB(-1, -1, 1, -0.02))
        canvas.drawPath(lens, wire)
