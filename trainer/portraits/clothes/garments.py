"""The garments, each drawn on a torso."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from trainer.portraits.canvas import fill, linear, union
from trainer.portraits.clothes.collars import (
    draw_closing,
    draw_round_collar,
    draw_sailor_collar,
    draw_scarf,
    draw_shirt_collar,
    white_shirt,
)
from trainer.portraits.clothes.fabric import draw_folds, draw_pattern, draw_sleeves
from trainer.portraits.clothes.torso import SIDES, mirrored
from trainer.portraits.colors import (
    GOLD,
    WHITE,
    Floats,
    cloth_light,
    cloth_shadow,
    hex_color,
    mix,
)
from trainer.portraits.trim import draw_bow

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.portraits.clothes.torso import Torso

_BLOUSE = hex_color("fbfaff")


def draw_sailor(torso: Torso) -> None:
    """Draws a sailor suit."""
    main, second = np.asarray(torso.clothes.main), np.asarray(torso.clothes.second)
    path = torso.bodice(-0.02, 0.36)
    torso.cloth(path, main)
    draw_folds(torso, path, main)
    draw_sleeves(torso, main)
    insert = torso.polygon([(-0.26, 0.06), (0.26, 0.06), (0, 0.52)])
    shades = linear((0, 0), (0, 0.5), [cloth_shadow(main, 0.8), main])
    torso.canvas.drawPath(insert, fill(shader=shades))
    if torso.clothes.variant:
        torso.stitch([(-0.20, 0.16), (0, 0.18), (0.20, 0.16)], second, 0.02, 0.9)
        torso.stitch([(-0.16, 0.24), (0, 0.26), (0.16, 0.24)], second, 0.02, 0.9)
    draw_sailor_collar(torso)
    if torso.clothes.collar == "bow":
        draw_bow(torso.canvas, *torso.at(0, 0.52), torso.clothes.bow)
    else:
        draw_scarf(torso)


def _draw_buttons(torso: Torso, color: Floats) -> None:
    seam = torso.brush([(0.07, 0.2), (0.07, 0.8), (0.07, 1.4)], 0.016, 4, 1, 1)
    torso.canvas.drawPath(seam, fill(torso.ink(color), 0.5))
    shade = np.asarray(torso.clothes.accent)
    if torso.clothes.stripes != 2:
        shade = mix(color, hex_color("e6e0ee"), 0.6)
    for y in (0.44, 0.72, 1.0):
        torso.button(0, y, shade, 0.036)


def draw_shirt(torso: Torso) -> None:
    """Draws a shirt or blouse."""
    clothes, color = torso.clothes, np.asarray(torso.clothes.main)
    path = torso.bodice(-0.05, 0.36)
    torso.cloth(path, color)
    draw_pattern(torso, path, color)
    draw_folds(torso, path, color)
    draw_sleeves(torso, color, puffed=clothes.puffed, pattern=True)
    _draw_buttons(torso, color)
    pale = mix(color, WHITE, 0.5)
    if clothes.puffed:
        piping = np.asarray(clothes.accent) if clothes.stripes else None
        draw_round_collar(torso, pale, piping, laced=clothes.variant)
    else:
        draw_shirt_collar(torso, pale)
    draw_closing(torso)


def draw_blazer(torso: Torso) -> None:
    """Draws a blazer over a blouse."""
    clothes, color, blouse = torso.clothes, np.asarray(torso.clothes.second), white_shirt(torso)
    path = torso.bodice(-0.05, 0.36)
    torso.cloth(path, blouse)
    draw_folds(torso, path, blouse, 0.6)
    _draw_buttons(torso, blouse)
    for side in SIDES:
        _draw_blazer_half(torso, color, side)
    draw_sleeves(torso, color)
    for side in SIDES:
        _draw_lapel(torso, color, side)
    if clothes.puffed:
        badge = [(0.60, 0.62), (0.78, 0.60), (0.78, 0.76), (0.69, 0.86), (0.60, 0.76)]
        torso.cloth(torso.curve(badge, True, 4), np.asarray(clothes.accent), line=0.014)
        star = torso.curve([(0.64, 0.66), (0.74, 0.65), (0.69, 0.79)])
        torso.canvas.drawPath(star, fill(hex_color("f2d27a"), 0.95))
    draw_shirt_collar(torso, mix(blouse, WHITE, 0.5))
    draw_closing(torso)


def _draw_blazer_half(torso: Torso, color: Floats, side: int) -> None:
    w = torso.half
    outline = [(0.38, -0.06), (0.55, 0.01), (w * 0.82, 0.10), (w * 0.98, 0.30), (w * 1.02, 0.75)]
    outline += [(w * 1.04, 1.45), (0.0, 1.45), (0.02, 1.05), (0.26, 0.50)]
    path = torso.curve(mirrored(side, outline), True, 5)
    torso.cast(path, 0.06, 0.20)
    torso.cloth(path, color, light=((-0.7, 0), (1.0, 1.1)))
    draw_folds(torso, path, color, 0.7)


def _draw_lapel(torso: Torso, color: Floats, side: int) -> None:
    outline = [(0.35, -0.12), (0.56, 0.06), (0.64, 0.34), (0.50, 0.40), (0.54, 0.50)]
    points = mirrored(side, [*outline, (0.05, 1.10), (0.20, 0.5)])
    below = torso.curve([(x, y + 0.05) for x, y in points], True, 4)
    torso.canvas.drawPath(below, fill(hex_color("2a2050"), 0.28, blur=0.03))
    torso.cloth(torso.curve(points, True, 4), cloth_light(color, 0.07))
    if torso.clothes.stripes:
        line = [(0.55, 0.07), (0.62, 0.33), (0.49, 0.385), (0.52, 0.49), (0.07, 1.05)]
        torso.line(mirrored(side, line), np.asarray(torso.clothes.stripe), 0.026)


def draw_dress(torso: Torso) -> None:
    """Draws a dress over a blouse."""
    clothes, color, w = torso.clothes, np.asarray(torso.clothes.main), torso.half
    blouse = torso.bodice(-0.03, 0.34)
    torso.cloth(blouse, _BLOUSE)
    draw_folds(torso, blouse, _BLOUSE, 0.6)
    draw_sleeves(torso, _BLOUSE, puffed=clothes.puffed)
    neckline = [(-w * 0.80, 0.46), (-0.55, 0.42), (-0.25, 0.44), (0, 0.53), (0.25, 0.44)]
    neckline += [(0.55, 0.42), (w * 0.80, 0.46)]
    path = torso.curve([*neckline, (w * 0.84, 1.5), (-w * 0.84, 1.5)], True, 5)
    torso.cloth(path, color)
    draw_pattern(torso, path, color)
    draw_folds(torso, path, color, 1.3)
    for side in SIDES:
        strap = mirrored(side, [(0.42, 0.46), (0.58, 0.46), (0.60, 0.02), (0.48, 0.0)])
        torso.cloth(torso.curve(strap, True, 2), color)
        torso.button(side * 0.51, 0.44, GOLD, 0.04)
    border = [(x, y - 0.03) for x, y in reversed(neckline)]
    torso.lace(border, -0.13, 12, mix(np.asarray(clothes.second), WHITE, 0.6))
    piping = np.asarray(clothes.accent) if clothes.variant else None
    draw_round_collar(torso, hex_color("fcfcff"), piping, laced=clothes.stripes == 2)
    if clothes.collar == "bow":
        draw_bow(torso.canvas, *torso.at(0, 0.22), clothes.bow)
    else:
        torso.brooch(0, 0.17, np.asarray(clothes.accent), 0.05)


def draw_turtleneck(torso: Torso) -> None:
    """Draws a knitted sweater with a high collar."""
    clothes, color, w = torso.clothes, np.asarray(torso.clothes.main), torso.half
    right = [(w * 1.02, 1.5), (w * 1.02, 0.75), (w * 0.98, 0.30), (w * 0.80, 0.10), (0.52, 0.02)]
    right.append((0.30, -0.1))
    path = torso.curve([*((-x, y) for x, y in reversed(right)), *right], True, 5)
    torso.cloth(path, color)
    if clothes.pattern == "stripe":
        draw_pattern(torso, path, color)
    draw_folds(torso, path, color, 1.2)
    draw_sleeves(torso, color)
    ribs = np.linspace(-0.5, 0.5, 9).tolist()
    lines = [torso.brush([(x, 0.25), (x * 1.05, 0.6), (x, 1.2)], 0.014, 3, 0.4, 0.4) for x in ribs]
    torso.canvas.drawPath(union(lines), fill(torso.ink(color), 0.35))
    roll = [(-0.27, -0.40), (0, -0.33), (0.27, -0.40), (0.33, -0.12), (0.36, 0.06), (0, 0.20)]
    collar = torso.curve([*roll, (-0.36, 0.06), (-0.33, -0.12)], True, 5)
    torso.cast(collar)
    torso.cloth(collar, cloth_light(color, 0.05), light=((-0.3, 0), (0.35, 0)))
    shade = torso.curve([(-0.3, -0.4), (0.3, -0.4), (0.3, -0.2), (0, -0.12), (-0.3, -0.2)])
    torso.mark(collar, shade, cloth_shadow(color, 0.9), 0.5)
    ribs = np.linspace(-0.22, 0.22, 7).tolist()
    lines = [torso.brush([(x, -0.36), (x * 1.15, -0.1), (x * 1.2, 0.10)], 0.02, 3) for x in ribs]
    torso.canvas.drawPath(union(lines), fill(torso.ink(color), 0.5))
    if clothes.puffed:
        chain = [(-0.40, 0.16), (-0.2, 0.46), (0, 0.56), (0.2, 0.46), (0.40, 0.16)]
        torso.line(chain, GOLD, 0.018, 0.9)
        torso.brooch(0, 0.60, np.asarray(clothes.accent), 0.05)


def draw_hoodie(torso: Torso) -> None:
    """Draws a hooded sweater."""
    clothes, color = torso.clothes, np.asarray(torso.clothes.main)
    path = torso.bodice(0.02, 0.40)
    torso.cloth(path, color)
    draw_pattern(torso, path, color, "stripe" if clothes.stripes == 2 else "none")
    draw_folds(torso, path, color, 1.2)
    draw_sleeves(torso, mix(np.asarray(clothes.second), color, 0.2) if clothes.puffed else color)
    _draw_hood(torso, color)
    torso.stitch(
        [(-0.66, 0.10), (-0.46, 0.27), (0, 0.47), (0.46, 0.27), (0.66, 0.10)], torso.ink(color)
    )
    cord = np.asarray(clothes.second)
    for side in SIDES:
        line = torso.brush(
            mirrored(side, [(0.14, 0.38), (0.18, 0.65), (0.14, 0.92)]), 0.045, 4, 0.8, 0.8
        )
        torso.canvas.drawPath(line, fill(cord))
        tip = torso.brush(mirrored(side, [(0.14, 0.86), (0.14, 0.97)]), 0.07, 3, 1, 1)
        torso.canvas.drawPath(tip, fill(cloth_shadow(cord, 0.6)))
    zip_line = torso.brush([(0, 0.48), (0, 1.3)], 0.022, 3, 1, 1)
    torso.canvas.drawPath(zip_line, fill(torso.ink(color), 0.6))


def _draw_hood(torso: Torso, color: Floats) -> None:
    right = [(0.52, 0.26), (0.80, 0.0), (0.55, -0.32), (0.30, -0.42), (0.34, -0.1), (0.18, 0.16)]
    left = [(-x, y) for x, y in right]
    outline = [*reversed(left[:4]), (0.0, 0.50), *right, (0.0, 0.30), *reversed(left[4:])]
    path = torso.curve(outline)
    torso.cast(path)
    torso.cloth(path, cloth_light(color, 0.08))
    inside = [(-0.34, -0.2), (-0.24, 0.2), (0, 0.38), (0.24, 0.2), (0.34, -0.2), (0.44, 0.0)]
    inside += [(0.2, 0.36), (0, 0.46), (-0.2, 0.36), (-0.44, 0.0)]
    marks = [torso.curve(inside)]
    for side in SIDES:
        fold = [(0.73, 0.0), (0.5, 0.13), (0.28, 0.33)]
        marks.append(torso.brush(mirrored(side, fold), 0.075, 4))
    torso.mark(path, union(marks), cloth_shadow(color, 0.9), 0.6, 0.02)


def draw_kimono(torso: Torso) -> None:
    """Draws a kimono with its crossed collar and sash."""
    clothes, color = torso.clothes, np.asarray(torso.clothes.main)
    accent, lining = np.asarray(clothes.accent), mix(np.asarray(clothes.main), WHITE, 0.12)
    path = torso.bodice(0.0, 0.42)
    torso.cloth(path, color)
    draw_folds(torso, path, color, 1.1)
    pattern = "dots" if clothes.pattern == "none" else clothes.pattern
    if clothes.variant:
        draw_pattern(torso, path, color, pattern)
    draw_sleeves(torso, color)
    for side in (1, -1):
        for shift, shade in ((0.0, WHITE), (0.075, accent), (0.15, lining)):
            _draw_kimono_edge(torso, side, shift, shade)
    sash = torso.polygon([(-1.0, 1.02), (1.0, 1.02), (1.0, 1.6), (-1.0, 1.6)])
    torso.cloth(sash, accent)


def _draw_kimono_edge(torso: Torso, side: int, shift: float, color: Floats) -> None:
    w = shift
    outer = [(0.22 + w, -0.26 + w * 0.5), (0.34 + w, -0.10 + w * 0.6), (0.25 + w, 0.35 + w)]
    outer += [(-0.25, 0.95 + w * 1.3), (-0.42, 0.95 + w * 1.3)]
    inner = [(0.10 + w * 0.6, 0.30 + w * 0.9), (0.20 + w * 0.6, -0.02 + w)]
    path = torso.curve(mirrored(side, [*outer, *inner]), True, 5)
    torso.cloth(path, color, light=((side * 0.5, -0.2), (0, 1.0)), line=0.016)
    fold = [(0.22 + w * 0.6, 0), (0.12 + w * 0.6, 0.3 + w * 0.9), (-0.3, 0.9 + w * 1.3)]
    mark = torso.brush(mirrored(side, fold), 0.05, 5, 1, 1)
    torso.mark(path, mark, cloth_shadow(color, 0.9), 0.5, 0.015)


DRAWN: dict[str, Callable[[Torso], None]] = {
    "sailor": draw_sailor,
    "blazer": draw_blazer,
    "shirt": draw_shirt,
    "dress": draw_dress,
    "turtleneck": draw_turtleneck,
    "hoodie": draw_hoodie,
    "kimono": draw_kimono,
}
