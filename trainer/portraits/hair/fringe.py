"""The fringe: sheets from the part line over the forehead, one on either side of the parting."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from trainer.portraits.hair.sheet import Layer, Sheet, divide, leaves, sheet
from trainer.portraits.hair.shell import CENTER, RADII, front_depth

if TYPE_CHECKING:
    from trainer.portraits.colors import Floats, Values
    from trainer.portraits.head import Head
    from trainer.portraits.model import Fringe, Hair

    Rng = np.random.Generator

_EDGE = 0.62
"""Beyond this place (0 middle, 1 temple) hair follows the cheek instead of the brow."""
_ROWS = 13
_TUCKED = 0.16
"""How far the lower sheet reaches across the parting, as a share of the side's width."""


def add_fringe(layer: Layer, head: Head, hair: Hair, eye_top: float, rng: Rng) -> None:
    """Adds the fringe of a hairstyle; `eye_top` is the height of the upper lids in head units."""
    fringe = hair.fringe
    for side, width in ((-1.0, 1 + fringe.parting), (1.0, 1 - fringe.parting)):
        count = max(2, round(fringe.clumps * width / 2))
        place = fringe.parting + side * width * np.linspace(0, 1, _ROWS)
        below = fringe.parting + side * width * np.linspace(-_TUCKED, 1, _ROWS)
        layer.add(_underlayer(head, hair, below, side, count, rng))
        x, y = _tips(fringe, place, side, eye_top)
        clumps = divide(
            rng,
            count,
            uneven=0.04 if fringe.blunt else 0.32 + 0.40 * fringe.jitter,
            overlap=0.20,
            shortening=0.02 if fringe.blunt else 0.05 + 0.08 * fringe.jitter,
            taper=(0.72, 0.84) if fringe.blunt else (0.66, 0.82),
            point=1.6 if fringe.blunt else 1.45,
            blunt=0.35 if fringe.blunt else 0.0,
            lean=0.15 + 0.25 * fringe.jitter,
            bend=0.02 if fringe.blunt else 0.05 + 0.09 * fringe.jitter,
        )
        # Broad clumps narrow early, or they would end like spades; hair at the parting lies on top.
        clumps.taper[:] -= 0.10 * np.clip((clumps.right - clumps.left) * count - 1.2, 0, 1)
        clumps.order[:] -= 0.25 * (clumps.left + clumps.right) / 2
        if fringe.middle_drop:
            _drop_middle(fringe, clumps.bend, clumps.left, side)
        clumps = clumps.and_(
            leaves(rng, clumps, int(count * fringe.forks), bend=0.04, shortening=(-0.04, 0.16))
        )
        curves = _curves(head, hair, place, side, x, y)
        layer.add(sheet(curves, clumps, tip=1.0, strokes=hair.ink_strokes, root=0.3))


def _drop_middle(fringe: Fringe, bend: Floats, left: Floats, side: float) -> None:
    """Lengthens the clump beside the parting: it falls between the eyes."""
    if side != (1.0 if fringe.lean >= 0 else -1.0):
        return
    first = int(np.argmin(left))
    bend[first, 0] -= side * 0.08
    bend[first, 1] -= fringe.middle_drop


def _underlayer(head: Head, hair: Hair, place: Floats, side: float, count: int, rng: Rng) -> Sheet:
    """Returns a short dark sheet below the fringe, so that the scalp never shows."""
    fringe = hair.fringe
    parted = min(0.08, fringe.opening * 0.3) * np.exp(-(((place - fringe.parting) / 0.45) ** 2))
    y = 0.24 - 0.24 * place**2 + parted
    x = place * 0.80 + fringe.sweep * side * 0.12
    clumps = divide(rng, count + 2, overlap=0.25, taper=(0.62, 0.75), shortening=0.08, point=1.0)
    clumps.order[:] -= 0.8
    return sheet(_curves(head, hair, place, side, x, y), clumps, dark=0.10, line=0.6, tip=0.5)


def _tips(fringe: Fringe, place: Floats, side: float, eye_top: float) -> tuple[Floats, Floats]:
    """Returns where the curves end on the face."""
    away = np.abs(place - fringe.parting)
    x = place * 0.70 + fringe.sweep * side * 0.30 * np.clip(0.35 + away, 0, 1)
    x = x + fringe.lean * 0.26 * (1 - 0.3 * np.abs(place))
    y = (
        eye_top
        + fringe.height
        - fringe.arch * place**2
        + fringe.opening * np.exp(-((away / 0.38) ** 2))
    )
    outside = np.clip(np.abs(place) - _EDGE, 0, None)
    y = y - fringe.edge * outside
    x = x + np.sign(place) * outside * 0.35
    return np.clip(x, -0.92, 0.92), y


def _curves(
    head: Head, hair: Hair, place: Floats, side: float, tip_x: Floats, tip_y: Floats
) -> Floats:
    """Returns control points from the part line over the dome to the tips on the face."""
    fringe, size = hair.fringe, hair.volume
    top = CENTER[1] + RADII[1] * size * 0.955
    root_x = hair.parting * 0.30 + fringe.parting * 0.25 + place * 0.14
    root = np.stack([root_x, top - 0.02 * place**2, -0.34 + 0 * place], -1)
    x = hair.parting * 0.12 + fringe.parting * 0.30 + (place - fringe.parting) * 0.46
    dome = _on_front(x, 1.03 - 0.12 * place**2, size * 1.02)
    x = place * 0.84 + fringe.sweep * side * 0.10
    gap = fringe.opening * 0.25 * np.exp(-(((place - fringe.parting) / 0.4) ** 2))
    brow = _on_front(x, 0.60 - 0.12 * place**2 + gap, size * 1.03)
    lifted = head.surface(np.clip(tip_x, -0.70, 0.70), np.maximum(tip_y, -0.5)) + 0.14
    tip = np.stack([tip_x, tip_y, lifted], -1)
    first = brow * 0.45 + tip * 0.55
    first[:, 0] += (brow[:, 0] - tip[:, 0]) * 0.22 + place * 0.05
    first[:, 2] += 0.06
    second = brow * 0.16 + tip * 0.84
    second[:, 0] += (brow[:, 0] - tip[:, 0]) * 0.13 + fringe.flick * side * 0.06
    second[:, 2] += 0.04
    return np.stack([root, dome, brow, first, second, tip], 1)


def _on_front(x: Values, y: Values, size: float) -> Floats:
    return np.stack([x, y, front_depth(x, y, size)], -1)
