"""Collars: pointed, round, sailor, lapels, stand-up, knitted, crossed, hood and fur."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from trainer.portraits.canvas import brush, clipped, fill, polygon, spline, union
from trainer.portraits.clothes.fabric import draw_piece, shadow_of
from trainer.portraits.clothes.torso import SIDES, mirrored
from trainer.portraits.colors import Floats, cloth_light, mix
from trainer.portraits.trim import draw_lace

if TYPE_CHECKING:
    from trainer.portraits.canvas import Path
    from trainer.portraits.clothes.torso import Points, Torso
    from trainer.portraits.model import Clothes

_FUR_TOOTH = 0.14
_FUR_TUFTS = 16


def draw_pointed_collar(torso: Torso, color: Floats, opening: float = 0.08) -> None:
    """Draws the two points of a shirt collar that is open down to the height `opening`."""
    k, wide = torso.clothes.collar_size, 0.35 * max(opening - 0.08, 0.0)
    for side in SIDES:
        neck = mirrored(side, [(0.19, -0.30), (0.175 + wide * 0.3, -0.10), (0.02, opening)])
        tip = (0.20 * k + wide, 0.15 + 0.11 * k + opening * 0.5)
        edge = mirrored(side, [tip, (0.35 + wide * 0.6, 0.09), (0.33, -0.15)])
        path = torso.cut(
            neck,
            mirrored(side, [(0.02, opening), tip]),
            edge,
            mirrored(side, [(0.30, -0.24), (0.19, -0.30)]),
        )
        torso.cast(path)
        light = ((side * 0.40, -0.1), (0.0, 0.12)) if side != torso.light_side else None
        draw_piece(torso, path, color, light=light, shade=0.42)
        roll = mirrored(side, [(0.20, -0.24), (0.20 + wide * 0.3, -0.08), (0.06, opening)])
        torso.mark(path, torso.brush(roll, 0.085, 4, 0.8, 0.2), shadow_of(color, 0.55), 0.65)


def draw_round_collar(torso: Torso, color: Floats, piping: Floats | None, laced: bool) -> None:
    """Draws a round collar, with a coloured line or lace along its edge if wished."""
    k = torso.clothes.collar_size
    for side in SIDES:
        edge = [(0.31, -0.16), (0.30 + 0.22 * k, 0.0), (0.26 + 0.22 * k, 0.16 * k)]
        edge += [(0.28 * k, 0.27 * k), (0.10, 0.22 * k), (0.02, 0.08)]
        if laced:
            away = torso.bend(mirrored(side, edge[1:-1]))
            draw_lace(torso.canvas, away, -0.09 * side, 6, cloth_light(color, 0.5))
        neck = [(0.02, 0.08), (0.16, -0.12), (0.19, -0.30), (0.28, -0.26)]
        path = torso.cut(mirrored(side, edge), mirrored(side, neck))
        torso.cast(path)
        draw_piece(torso, path, color, shade=0.42)
        roll = mirrored(side, [(0.21, -0.24), (0.20, -0.08), (0.06, 0.10)])
        torso.mark(path, torso.brush(roll, 0.09, 4, 0.8, 0.2), shadow_of(color, 0.5), 0.6)
        if piping is not None:
            inner = [(x * 0.94 - 0.005, y * 0.90 - 0.005) for x, y in edge]
            torso.line(mirrored(side, inner), piping, 0.022)


def draw_sailor_collar(torso: Torso, color: Floats, knot: float) -> None:
    """Draws the broad collar of a sailor suit with its stripes, down to a knot at height `knot`."""
    clothes, k = torso.clothes, torso.clothes.collar_size
    wide = torso.half * (0.56 + 0.16 * k)
    for side in SIDES:
        back = [(0.20, -0.28), (0.31, -0.20), (0.50, -0.09), (wide, -0.005)]
        edge = [
            (wide, -0.005),
            (wide * 1.01, 0.10),
            (wide * 0.80, 0.27),
            (wide * 0.42, knot * 0.84),
        ]
        edge.append((0.025, knot + 0.05))
        roll = [(0.0, knot - 0.05), (0.10, 0.17), (0.17, 0.03), (0.205, -0.12), (0.20, -0.28)]
        parts = (back, edge, [edge[-1], roll[0]], roll)
        path = torso.cut(*(mirrored(side, part) for part in parts))
        torso.cast(path, y=0.05)
        draw_piece(torso, path, color, shade=0.6)
        fold = torso.brush(mirrored(side, [(0.21, -0.2), (0.22, 0.0), (0.06, knot - 0.06)]), 0.10)
        crease = torso.brush(mirrored(side, [(0.50, -0.06), (0.54, 0.08), (0.42, 0.26)]), 0.06)
        torso.mark(path, union([fold, crease]), shadow_of(color, 0.8), 0.5)
        with clipped(torso.canvas, path):
            for number in range(clothes.stripes):
                line = _between(edge, roll[::-1], 0.13 + 0.11 * number)
                torso.line(mirrored(side, line), np.asarray(clothes.trim), 0.024)


def _between(first: Points, second: Points, share: float) -> Points:
    """Returns points between two rows of as many points: 0 the first row .. 1 the second."""
    mixed = np.array(first) * (1 - share) + np.array(second) * share
    return [(float(x), float(y)) for x, y in mixed]


def draw_lapels(torso: Torso, color: Floats, low: float) -> None:
    """Draws the notched lapels of a jacket that closes at height `low`."""
    k = torso.clothes.collar_size
    for side in SIDES:
        roll = [(0.25, -0.24), (0.27, 0.05), (0.02, low)]
        edge = [(0.02, low), (0.22 + 0.12 * k, low * 0.62), (0.32 + 0.16 * k, 0.27)]
        notch = [edge[-1], (0.36 + 0.02 * k, 0.21), (0.40 + 0.12 * k, 0.15)]
        top = [notch[-1], (0.44, -0.02), (0.36, -0.18), (0.25, -0.24)]
        path = torso.cut(
            mirrored(side, roll),
            mirrored(side, edge),
            *(mirrored(side, notch[i : i + 2]) for i in (0, 1)),
            mirrored(side, top),
        )
        torso.cast(path)
        draw_piece(torso, path, cloth_light(color, 0.06))
        seam = torso.brush(mirrored(side, [(0.26, 0.0), (0.37, 0.20)]), 0.016, 4, 1, 1)
        torso.creases([seam], color)
        if torso.clothes.stripes == 3:
            hem = [
                (0.06, low - 0.03),
                (0.20 + 0.11 * k, low * 0.62 - 0.01),
                (0.29 + 0.15 * k, 0.28),
            ]
            torso.line(mirrored(side, hem), np.asarray(torso.clothes.trim), 0.022)


def draw_stand_collar(torso: Torso, color: Floats, open_by: float = 0.05) -> None:
    """Draws a stand-up collar with rounded front corners, open by `open_by` at the throat."""
    height = 0.18 + 0.09 * torso.clothes.collar_size
    behind = [(-0.24, -0.16 - height * 0.6), (0, -0.22), (0.24, -0.16 - height * 0.6), (0.0, -0.02)]
    draw_piece(torso, torso.curve(behind), shadow_of(color, 0.8), line=0.6)
    for side in SIDES:
        top = [
            (0.245, -0.14 - height * 0.75),
            (0.17, 0.03 - height),
            (open_by + 0.03, 0.09 - height),
        ]
        front = [top[-1], (open_by, 0.13 - height), (0.0, 0.12)]
        base = [(0.0, 0.12), (0.18, 0.04), (0.31, -0.12)]
        path = torso.cut(*(mirrored(side, part) for part in (top, front, base, [base[-1], top[0]])))
        torso.cast(path, alpha=0.2)
        draw_piece(torso, path, cloth_light(color, 0.05))
        border = [(x + 0.012, y + 0.022) for x, y in top]
        torso.line(mirrored(side, border), np.asarray(torso.clothes.trim), 0.024)


def draw_knit_collar(torso: Torso, color: Floats) -> None:
    """Draws the rolled collar of a sweater, higher for closed necklines."""
    high = 0.30 - 0.16 * torso.clothes.neckline
    top = [(-0.225, -0.10 - high), (0.0, -0.02 - high), (0.225, -0.10 - high)]
    right = [top[-1], (0.275, -0.18 - high * 0.2), (0.32, -0.06)]
    base = [(0.32, -0.06), (0.20, 0.09), (0.0, 0.15), (-0.20, 0.09), (-0.32, -0.06)]
    left = [(-x, y) for x, y in reversed(right)]
    path = torso.cut(top, right, base, left)
    torso.cast(path)
    q = torso.light_side
    draw_piece(torso, path, cloth_light(color, 0.05), light=((-0.3 * q, 0), (0.36 * q, 0)))
    ribs = [
        torso.brush([(x, -0.06 - high), (x * 1.16, -0.08), (x * 1.22, 0.13)], 0.02, 3, 0.5, 0.5)
        for x in np.linspace(-0.23, 0.23, 8).tolist()
    ]
    torso.mark(path, union(ribs), torso.ink(color), 0.38, 0.0)


def draw_crossed_collar(torso: Torso, colors: list[Floats], opening: float) -> None:
    """Draws the crossed bands of a kimono, the last colour outermost.

    Args:
        torso: The torso.
        colors: From the innermost band to the outermost.
        opening: How low the bands cross.
    """
    wide = 0.075 * torso.clothes.collar_size
    for side in (-1, 1):
        for number, color in enumerate(colors):
            shift, broad = 0.045 * number, wide * (1.0 + 1.1 * (number == len(colors) - 1))
            inner = [(0.17 + shift, -0.31), (0.175 + shift, -0.10)]
            inner += [(0.07 + shift, opening * 0.62), (-0.06 + shift, opening + 0.06)]
            # The band below ends where the other one crosses it.
            inner.append((-0.52 + shift, 1.2) if side > 0 else (-0.10 + shift, opening + 0.11))
            outer = [(x + broad * (1.0 + 0.2 * y), y + broad * 0.4) for x, y in reversed(inner)]
            outer[-1] = (inner[0][0] + broad * 0.9, inner[0][1] + broad * 1.1)
            path = torso.cut(mirrored(side, inner), mirrored(side, outer))
            torso.cast(path, y=0.03, alpha=0.25)
            draw_piece(torso, path, color, shade=0.4, line=0.8)


def draw_hood(torso: Torso, color: Floats) -> None:
    """Draws a hood that lies behind the neck and on the shoulders."""
    k = torso.clothes.collar_size
    for side in SIDES:
        top = [(0.20, -0.36), (0.34, -0.36 * k), (0.36 + 0.22 * k, -0.16), (0.40 + 0.24 * k, 0.06)]
        under = [top[-1], (0.38 * k, 0.22), (0.16, 0.34), (0.0, 0.44)]
        inner = [(0.0, 0.44), (0.04, 0.24), (0.19, 0.04), (0.225, -0.16), (0.20, -0.36)]
        path = torso.cut(*(mirrored(side, part) for part in (top, under, inner)))
        torso.cast(path)
        draw_piece(torso, path, cloth_light(color, 0.05), shade=0.6)
        lining = mirrored(side, [(0.21, -0.3), (0.26, -0.08), (0.20, 0.10), (0.04, 0.36)])
        folds = [torso.brush(lining, 0.10, 4, 0.9, 0.2, 0.4)]
        folds.append(torso.brush(mirrored(side, [(0.58, -0.06), (0.40, 0.05), (0.26, 0.20)]), 0.06))
        torso.mark(path, union(folds), shadow_of(color, 0.9), 0.6)
        line = torso.brush(mirrored(side, [(0.56, -0.04), (0.40, 0.05), (0.28, 0.17)]), 0.02)
        torso.creases([line], color)


def draw_fur_collar(torso: Torso, color: Floats) -> None:
    """Draws a thick collar of fur."""
    k = torso.clothes.collar_size
    for side in SIDES:
        outer = [
            (0.22, -0.34),
            (0.38, -0.33 * k),
            (0.44 + 0.16 * k, -0.10),
            (0.38 + 0.12 * k, 0.16),
        ]
        outer += [(0.30, 0.36 * k), (0.12, 0.50 * k)]
        inner = [(0.02, 0.40), (0.14, 0.14), (0.21, -0.10)]
        ring = spline(torso.bend(mirrored(side, outer + inner)), True, 9)
        away = ring - ring.mean(0)
        teeth = np.where(np.arange(len(ring)) % 2, _FUR_TOOTH, 0.0)
        spikes = 1 + teeth * torso.rng.uniform(0.1, 1.3, len(ring))
        path = polygon(ring.mean(0) + away * spikes[:, None])
        torso.cast(path, y=0.06)
        draw_piece(torso, path, color, shade=0.45, line=0.8)
        tufts = _tufts(torso, ring.mean(0), away, side)
        torso.canvas.drawPath(union(tufts), fill(shadow_of(color, 0.9), 0.6))


def _tufts(torso: Torso, center: Floats, away: Floats, side: int) -> list[Path]:
    """Returns short curved strokes of fur inside a ring of points around a centre."""
    random, tufts = torso.rng.uniform, []
    for step in away[torso.rng.integers(0, len(away), _FUR_TUFTS)]:
        x, y = (center + step * random(0.2, 0.85)).tolist()
        length = random(0.05, 0.11)
        points = [(x, y), (x + side * length * 0.3, y + length * 0.6), (x, y + length)]
        tufts.append(brush(points, 0.022, 3))
    return tufts


def shirt_white(main: Floats) -> Floats:
    """Returns the colour of a white blouse worn with a garment."""
    return mix(np.array([0.98, 0.975, 0.992]), main, 0.05)


def shirt_opening(clothes: Clothes) -> float:
    """Returns how far down a shirt is open: unbuttoned only where nothing closes it."""
    return 0.08 + 0.30 * clothes.neckline * (clothes.collar == "plain")


def neck_edge(neck: float) -> Points:
    """Returns the right half of a closed round neckline from its middle to the side of the neck."""
    return [
        (0.0, 0.08 + neck),
        (0.12, 0.06 + neck * 0.8),
        (0.24, -0.04 + neck * 0.3),
        (0.30, -0.15),
    ]
