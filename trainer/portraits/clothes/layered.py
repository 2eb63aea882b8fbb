"""Garments worn over another: blazer, cardigan, vest, pinafore, uniform jacket, coat, muffler."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from trainer.portraits.canvas import clipped, fill, union
from trainer.portraits.clothes.closings import (
    draw_buttons,
    draw_closing,
    draw_placket,
)
from trainer.portraits.clothes.collars import (
    draw_fur_collar,
    draw_lapels,
    draw_pointed_collar,
    draw_round_collar,
    draw_stand_collar,
    shirt_opening,
    shirt_white,
)
from trainer.portraits.clothes.fabric import draw_body_cloth, draw_piece, shadow_of
from trainer.portraits.clothes.prints import draw_print
from trainer.portraits.clothes.shapes import closed_front, open_front, trunk
from trainer.portraits.clothes.torso import SIDES, mirrored
from trainer.portraits.colors import GOLD, Floats, cloth_light, hex_color, mix
from trainer.portraits.trim import draw_lace

if TYPE_CHECKING:
    from trainer.portraits.canvas import Path
    from trainer.portraits.clothes.torso import Points, Torso

_ROUND_FROM = 1.18
"""Collar size from which a shirt below a jacket has a round collar."""


def _draw_shirt_front(torso: Torso, color: Floats) -> None:
    """Draws the part of a shirt that shows between the edges of a jacket."""
    opening = 0.08 if _has_round_collar(torso) else shirt_opening(torso.clothes)
    path = torso.cut(
        [(-0.40, -0.12), (-0.20, -0.10), (0.0, opening), (0.20, -0.10), (0.40, -0.12)],
        [(0.55, 1.5), (-0.55, 1.5)],
    )
    draw_piece(torso, path, color, light=((0, 0.9), (0, -0.1)), shade=0.5)
    draw_placket(torso, color, max(opening, 0.2))


def _has_round_collar(torso: Torso) -> bool:
    return torso.clothes.collar_size > _ROUND_FROM


def _draw_halves(torso: Torso, color: Floats, edge: Points, density: float = 1.0) -> None:
    path = union(open_front(torso, side, edge) for side in SIDES)
    torso.cast(path, alpha=0.22)
    draw_body_cloth(torso, path, color, printed=False, density=density)


def _draw_shirt_collar(torso: Torso, shirt: Floats) -> None:
    """Draws the collar of the shirt, and what closes it, over a jacket."""
    if _has_round_collar(torso):
        draw_round_collar(torso, cloth_light(shirt, 0.3), None, laced=False)
    else:
        draw_pointed_collar(torso, cloth_light(shirt, 0.3), shirt_opening(torso.clothes))
    draw_closing(torso, 0.09)


def draw_blazer(torso: Torso) -> None:
    """Draws a blazer with lapels over a shirt."""
    clothes, color = torso.clothes, np.asarray(torso.clothes.main)
    shirt = shirt_white(np.asarray(clothes.second))
    _draw_shirt_front(torso, shirt)
    low = 0.62 + 0.25 * clothes.neckline
    _draw_halves(torso, color, [(0.0, 1.6), (0.02, low), (0.24, 0.10), (0.30, -0.18)], 0.6)
    draw_lapels(torso, color, low)
    if clothes.detail > 0.55:
        _draw_badge(torso)
    _draw_shirt_collar(torso, shirt)


def _draw_badge(torso: Torso) -> None:
    color = np.asarray(torso.clothes.accent)
    badge = torso.cut(
        [(0.50, 0.50), (0.66, 0.48)], [(0.66, 0.48), (0.66, 0.60), (0.58, 0.70), (0.51, 0.60)]
    )
    draw_piece(torso, badge, mix(color, GOLD, 0.2), line=0.8)
    star = torso.curve([(0.55, 0.54), (0.62, 0.53), (0.585, 0.62)])
    torso.canvas.drawPath(star, fill(hex_color("f2d27a"), 0.95))


def draw_cardigan(torso: Torso) -> None:
    """Draws a knitted cardigan over a shirt."""
    clothes, color = torso.clothes, np.asarray(torso.clothes.main)
    shirt = shirt_white(np.asarray(clothes.second))
    _draw_shirt_front(torso, shirt)
    low = 0.55 + 0.22 * clothes.neckline
    edge: Points = [(0.02, 1.6), (0.02, low + 0.1), (0.05, low), (0.28, 0.12), (0.35, -0.10)]
    _draw_halves(torso, color, edge)
    band_color = np.asarray(clothes.trim) if clothes.stripes == 3 else cloth_light(color, 0.10)
    for side in SIDES:
        wide = 0.085
        outer = [(x + wide, y + 0.01) for x, y in reversed(edge)]
        band = torso.cut(mirrored(side, edge), mirrored(side, outer))
        draw_piece(torso, band, band_color, line=0.8)
    draw_buttons(
        torso, cloth_light(np.asarray(clothes.accent), 0.2), 0.05, [low + 0.12, low + 0.34]
    )
    _draw_shirt_collar(torso, shirt)


def draw_vest(torso: Torso) -> None:
    """Draws a knitted vest over a shirt."""
    clothes, color = torso.clothes, np.asarray(torso.clothes.main)
    shirt = shirt_white(np.asarray(clothes.second))
    opening = 0.08 if _has_round_collar(torso) else shirt_opening(clothes)
    below: Points = [(0.0, opening), (0.13, 0.02), (0.20, -0.12), (0.28, -0.20)]
    draw_body_cloth(torso, closed_front(torso, below), shirt, printed=False)
    draw_placket(torso, shirt, max(opening, 0.2))
    low = 0.36 + 0.2 * clothes.neckline
    neckline: Points = [(0.0, low), (0.14, low * 0.62), (0.29, 0.05), (0.37, -0.10)]
    path = trunk(torso, neckline)
    torso.cast(path, alpha=0.22)
    draw_body_cloth(torso, path, color, density=0.7)
    line = [(-x, y + 0.05) for x, y in reversed(neckline)] + [
        (x, y + 0.05) for x, y in neckline[1:]
    ]
    band = np.asarray(clothes.trim) if clothes.stripes else shadow_of(color, 0.5)
    for number in range(max(1, min(clothes.stripes, 2))):
        torso.line([(x, y + 0.05 * number) for x, y in line], band, 0.024)
    _draw_shirt_collar(torso, shirt)


def draw_bib(torso: Torso, color: Floats) -> None:
    """Draws the front and the frilled straps of a pinafore."""
    clothes, w = torso.clothes, torso.half
    top = [(-0.46, 0.44), (-0.22, 0.40), (0.0, 0.46), (0.22, 0.40), (0.46, 0.44)]
    path = torso.cut(
        top, [(w * 0.76, 0.48), (w * 0.80, 1.6)], [(-w * 0.80, 1.6), (-w * 0.76, 0.48)]
    )
    torso.cast(path, alpha=0.22)
    draw_piece(torso, path, color, line=0)
    with clipped(torso.canvas, path):
        draw_print(torso, color)
        shade = [(-0.6, 0.72), (0.0, 0.66), (0.7, 0.62), (0.9, 1.6), (-0.9, 1.6)]
        torso.canvas.drawPath(torso.curve(shade), fill(shadow_of(color), 0.45, blur=0.04))
    torso.outline(path, color)
    lace = mix(shirt_white(color), np.asarray(clothes.second), 0.3)
    draw_lace(torso.canvas, torso.bend(list(reversed(top))), 0.09, 9, lace)
    for side in SIDES:
        strap = torso.cut(
            mirrored(side, [(0.30, 0.46), (0.36, 0.20), (0.40, -0.05)]),
            mirrored(side, [(0.56, 0.0), (0.54, 0.22), (0.50, 0.50)]),
        )
        frill = torso.bend(
            mirrored(side, [(0.54, -0.03), (0.62, 0.14), (0.60, 0.32), (0.52, 0.50)])
        )
        draw_lace(torso.canvas, frill, -0.15 * side, 5, lace)
        draw_piece(torso, strap, color)


def draw_open_jacket(torso: Torso, color: Floats) -> None:
    """Draws an open training jacket with a stripe down the front and along the sleeve."""
    clothes = torso.clothes
    edge: Points = [(0.62, 1.6), (0.52, 0.9), (0.40, 0.34), (0.32, 0.02), (0.26, -0.22)]
    _draw_halves(torso, color, edge)
    trim, w = np.asarray(clothes.trim), torso.half
    for side in SIDES:
        outer = [(0.36, -0.22), (0.50, -0.02), (0.50, 0.20), (0.42, 0.36)]
        collar = torso.cut(mirrored(side, list(reversed(edge[2:]))), mirrored(side, outer[::-1]))
        torso.cast(collar)
        draw_piece(torso, collar, cloth_light(color, 0.05))
        border = [(x - 0.025, y - 0.01) for x, y in outer[1:]]
        torso.line(mirrored(side, border), trim, 0.022)
        for number in range(min(clothes.stripes, 2)):
            x = w * (0.95 + 0.06 * number)
            seam = mirrored(
                side, [(x - 0.2, 0.05), (x - 0.02, 0.22), (x + 0.04, 0.6), (x + 0.08, 1.5)]
            )
            torso.line(seam, trim, 0.03)


def draw_military(torso: Torso) -> None:
    """Draws a uniform jacket with golden borders, shoulder pieces and two rows of buttons."""
    clothes, color, w = torso.clothes, np.asarray(torso.clothes.main), torso.half
    gold = np.asarray(clothes.trim)
    _draw_halves(torso, color, [(0.0, 1.6), (0.0, 0.6), (0.02, 0.1), (0.28, -0.16)], 0.6)
    front = torso.cut([(-0.30, 0.16), (0.0, 0.22), (0.30, 0.16)], [(0.22, 0.9), (-0.22, 0.9)])
    facing = np.asarray(clothes.second) if clothes.detail > 0.5 else color
    draw_piece(torso, front, facing, line=0.8)
    for side in SIDES:
        torso.line(mirrored(side, [(0.31, 0.16), (0.27, 0.5), (0.22, 0.95)]), gold, 0.026)
        draw_buttons(torso, GOLD, side * 0.20, [0.30, 0.50, 0.70])
        tab = torso.cut(
            mirrored(side, [(w * 0.58, 0.0), (w * 0.80, 0.02), (w * 0.98, 0.14)]),
            mirrored(side, [(w * 0.98, 0.24), (w * 0.80, 0.15), (w * 0.58, 0.10)]),
        )
        torso.cast(tab)
        draw_piece(torso, tab, mix(color, np.asarray(clothes.accent), 0.4))
        torso.outline(tab, gold * 1.0, 0.4)
        torso.line(
            mirrored(side, [(w * 0.60, 0.09), (w * 0.80, 0.14), (w * 0.97, 0.22)]), gold, 0.026
        )
    draw_stand_collar(torso, color, 0.06)
    draw_closing(torso, 0.12)


def draw_coat(torso: Torso) -> None:
    """Draws a coat or cape with a collar of fur."""
    clothes, color = torso.clothes, np.asarray(torso.clothes.main)
    inner = shirt_white(np.asarray(clothes.second))
    _draw_shirt_front(torso, inner)
    draw_pointed_collar(torso, cloth_light(inner, 0.2))
    _draw_halves(torso, color, [(0.0, 1.6), (0.03, 0.5), (0.20, 0.10), (0.30, -0.18)])
    fur = mix(hex_color("f1ede9"), np.asarray(clothes.second), 0.3 * (clothes.detail > 0.5))
    draw_fur_collar(torso, fur)
    draw_closing(torso, 0.30)


def draw_muffler(torso: Torso) -> None:
    """Draws a knitted scarf wound around the neck, over a coat."""
    clothes, color = torso.clothes, np.asarray(torso.clothes.main)
    wool = np.asarray(clothes.accent)
    _draw_halves(torso, color, [(0.0, 1.6), (0.0, 0.6), (0.02, 0.1), (0.30, -0.16)])
    draw_buttons(torso, cloth_light(np.asarray(clothes.second), 0.2), 0.09, [0.55, 0.80])
    side = torso.light_side
    end = torso.cut(
        mirrored(side, [(0.06, 0.1), (0.10, 0.5), (0.08, 0.95)]),
        mirrored(side, [(0.36, 0.95), (0.36, 0.5), (0.32, 0.1)]),
    )
    turn = torso.cut(
        [(-0.24, -0.42), (-0.36, -0.34), (-0.46, -0.10), (-0.36, 0.10), (0.0, 0.24)],
        [(0.0, 0.24), (0.36, 0.10), (0.46, -0.10), (0.36, -0.34), (0.24, -0.42)],
        [(0.24, -0.42), (0.12, -0.22), (0.0, -0.16), (-0.12, -0.22), (-0.24, -0.42)],
    )
    for path in (end, turn):
        torso.cast(path, y=0.05)
        draw_piece(torso, path, wool, line=0)
        with clipped(torso.canvas, path):
            draw_print(torso, wool, clothes.pattern)
            torso.canvas.drawPath(_wool_folds(torso), fill(shadow_of(wool, 0.8), 0.55, blur=0.01))
        torso.outline(path, wool, 1.1)
    torso.creases([torso.brush(line, 0.022) for line in _TURNS], wool)


_TURNS: tuple[Points, ...] = (
    [(-0.38, -0.22), (-0.14, -0.04), (0.14, 0.0), (0.34, -0.06)],
    [(-0.42, -0.06), (-0.20, 0.08), (0.04, 0.12)],
    [(0.40, -0.24), (0.26, -0.10), (0.08, -0.07)],
)


def _wool_folds(torso: Torso) -> Path:
    folds = [torso.brush([(x, y + 0.03) for x, y in line], 0.09, 4, 0.2, 0) for line in _TURNS]
    folds.append(torso.brush([(-0.4, 0.08), (0.0, 0.24), (0.4, 0.08)], 0.12))
    return union(folds)
