"""Tails, braids and drills: hair that is tied away from the head."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from trainer.portraits.canvas import curve, polygon, spline, stroke
from trainer.portraits.colors import WHITE, darker
from trainer.portraits.hair.flow import hang_straight
from trainer.portraits.hair.hanging import drift, waved
from trainer.portraits.hair.sheet import Layer, Tube, divide, leaves, sheet

if TYPE_CHECKING:
    from trainer.portraits.canvas import Canvas
    from trainer.portraits.colors import Floats
    from trainer.portraits.head import Head
    from trainer.portraits.model import Hair, Style, Tail

    Rng = np.random.Generator

_COILS = 0.52
"""Windings of a drill over a length that equals its thickness."""
_ROWS = 9
_TIE_AT = 2
"""Sample of the axis at which the hair tie sits."""
_LOW_TIE_AT = 6
"""That of a low ponytail, whose root is hidden behind the jaw."""
_BRAID_TIED = 0.88
"""Share of a braid's length after which it is tied."""
_SWELL = (0.16, 0.62, 1.05, 1.0, 0.74, 0.50)
"""Half-widths of a tail from its tie on, in units of its thickness."""


def add_tail(layer: Layer, tail: Tail, hair: Hair, rng: Rng) -> None:
    """Adds a tail, a braid or a drill to a layer."""
    if tail.kind == "drill":
        turns = _COILS * tail.length / tail.thickness + 1.0
        layer.tubes.append(
            Tube("drill", _drill_axis(tail), tail.thickness * 0.98, turns, tail.side)
        )
    elif tail.kind == "braid":
        axis = _loose_axis(tail)
        turns = tail.length / (tail.thickness * 1.15)
        layer.tubes.append(Tube("braid", axis, tail.thickness * 0.72, turns, tail.side))
    else:
        _add_loose_tail(layer, tail, hair, rng)


def draw_ties(canvas: Canvas, hair: Hair, head: Head, style: Style) -> None:
    """Draws a hair tie round the root of each tail and the end of each braid."""
    for tail in hair.tails:
        if hair.tie == "side_drill" and tail.kind == "drill":
            continue
        axis = spline(_drill_axis(tail) if tail.kind == "drill" else _loose_axis(tail), False, 8)
        hang_straight(axis, head)
        if tail.kind == "braid":
            at, wide = round(_BRAID_TIED * (len(axis) - 1)), 0.36
        else:
            at, wide = _TIE_AT, 0.55 if tail.kind == "drill" else 0.34
            if hair.tie == "low_pony":
                at, wide = _LOW_TIE_AT, 0.44
        _draw_tie(canvas, tail, head, style, axis[at], axis[at + 1], wide)


def _draw_tie(
    canvas: Canvas, tail: Tail, head: Head, style: Style, at: Floats, ahead: Floats, wide: float
) -> None:
    start, end = head.project(np.stack([at, ahead]))[0]
    way = (end - start) / (np.linalg.norm(end - start) + 1e-9)
    aside = np.array([-way[1], way[0]]) * tail.thickness * wide * head.scale
    ends = [start - aside, start + way * 1.2, start + aside]
    width = 0.075 * head.scale
    canvas.drawPath(curve(ends, False), stroke(darker(np.array(tail.tie), 0.45), width + 1.4))
    canvas.drawPath(curve(ends, False), stroke(np.array(tail.tie), width))
    glint = [start - aside * 0.6 - way * 0.6, start - aside * 0.1 - way * 0.2]
    canvas.drawPath(polygon(glint, False), stroke(WHITE, width * 0.25, 0.5 * style.ring_strength))


def _drill_axis(tail: Tail) -> Floats:
    x, y, z = tail.base
    side, out, length = tail.side, tail.swing, tail.length
    return np.array(
        [
            (x, y, z),
            (x + side * (0.14 + out * 0.16), y - 0.05, z + 0.05),
            (x + side * (0.22 + out * 0.26), y - 0.34 * length, z + 0.15),
            (x + side * (0.18 + out * 0.24), y - 0.70 * length, z + 0.20),
            (x + side * (0.09 + out * 0.18), y - 1.04 * length, z + 0.22),
        ]
    )


def _add_loose_tail(layer: Layer, tail: Tail, hair: Hair, rng: Rng) -> None:
    """Adds a dark inner and an outer sheet round an axis that swings out, hangs and curls."""
    angle = np.linspace(-np.pi / 2, np.pi / 2, _ROWS)
    x, z = np.sin(angle) * tail.thickness, np.cos(angle) * tail.thickness
    axis = _loose_axis(tail)
    for inner in (True, False):
        uneven = drift(rng, _ROWS, 0.05, 4) * tail.length
        points = []
        for step, (at, swell) in enumerate(zip(axis, _SWELL, strict=True)):
            late = max(0.0, (step - 2) / 3)
            offset = np.stack([x * swell, uneven * late, z * swell * (-0.5 if inner else 0.6)], 1)
            points.append(at + offset)
        phase = angle * 0.5 + tail.phase + 0.6 * inner
        curves = waved(np.stack(points, 1), tail.wave, hair.frequency, phase, 0.25)
        clumps = divide(
            rng,
            tail.clumps // 2 + inner,
            uneven=0.5,
            overlap=0.18,
            shortening=0.22,
            taper=(0.5, 0.75),
            point=1.2,
            bend=0.05,
        )
        if not inner:
            clumps = clumps.and_(leaves(rng, clumps, tail.clumps // 2, shortening=(0.05, 0.4)))
        if inner:
            layer.add(sheet(curves, clumps, dark=0.12, strokes=2))
        else:
            layer.add(sheet(curves, clumps, root=0.6, strokes=9))


def _loose_axis(tail: Tail) -> Floats:
    """Returns the axis (6, 3) of a tail from its tie on."""
    side, out, bend, length = tail.side, tail.swing, tail.bend, tail.length
    end = side * (0.22 + 0.5 * out) + tail.kick + tail.curl
    offsets = [
        (0.0, 0.0, 0.0),
        (side * (0.20 + 0.10 * out), tail.lift, -0.02),
        (side * (0.32 + 0.36 * out), -0.25 * length, 0.0),
        (side * (0.32 + 0.48 * out) + bend, -0.60 * length, 0.04),
        (side * (0.26 + 0.46 * out) + bend * 0.6, -0.86 * length, 0.04),
        (end, abs(tail.curl) * 0.25 - length, 0.04),
    ]
    return np.asarray(np.array(tail.base) + np.array(offsets))
