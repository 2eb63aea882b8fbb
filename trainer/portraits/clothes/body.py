"""Paints neck, chest and the garment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.portraits.canvas import fill, linear, saved, stroke, union
from trainer.portraits.clothes.garments import DRAWN
from trainer.portraits.clothes.torso import Torso
from trainer.portraits.colors import mix
from trainer.portraits.palette import skin_colors

if TYPE_CHECKING:
    import numpy as np

    from trainer.portraits.canvas import Canvas
    from trainer.portraits.head import Head
    from trainer.portraits.model import PortraitSpec


def draw_body(canvas: Canvas, spec: PortraitSpec, head: Head, rng: np.random.Generator) -> None:
    """Draws the body below the chin; `rng` is the stream of the folds."""
    clothes = spec.clothes
    with saved(canvas):
        canvas.translate(clothes.neck_x, clothes.neck_y)
        canvas.scale(head.scale, head.scale)
        canvas.skew(clothes.lean * 0.5, 0)
        light_side = 1 if spec.pose.light[0] < 0 else -1
        torso = Torso(canvas, clothes, spec.style, rng, light_side)
        _draw_neck(torso, spec)
        DRAWN[clothes.kind](torso)


def _draw_neck(torso: Torso, spec: PortraitSpec) -> None:
    skin, w = skin_colors(spec.skin), torso.half
    right = [(0.22, -0.85), (0.205, -0.35), (0.23, -0.12), (0.50, 0.0), (w * 0.8, 0.12)]
    right += [(w, 0.35), (w * 1.1, 1.4)]
    path = torso.curve([*((-x, y) for x, y in right), *reversed(right)], True, 5)
    shades = [mix(skin.base, skin.shadow, 0.55), mix(skin.base, skin.shadow, 0.12), skin.base]
    torso.canvas.drawPath(path, fill(shader=linear((0, -0.5), (0, 0.9), shades, [0, 0.4, 1])))
    torso.canvas.drawPath(path, stroke(skin.line, 0.024, 0.75))
    below_chin = [(-0.5, -0.8), (0.6, -0.8), (0.42, -0.30), (0.12, -0.10), (-0.2, -0.22)]
    torso.mark(path, torso.curve([*below_chin, (-0.42, -0.40)]), skin.deep, 0.80, 0.03)
    bones = [
        torso.brush([(-0.40, 0.10), (-0.2, 0.13), (-0.05, 0.18)], 0.022, 4),
        torso.brush([(0.44, 0.10), (0.22, 0.13), (0.07, 0.18)], 0.022, 4),
    ]
    torso.canvas.drawPath(union(bones), fill(skin.deep, 0.8))
