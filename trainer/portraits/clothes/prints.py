"""Patterns printed or woven into cloth."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import skia

from trainer.portraits.canvas import fill, polygon, stroke, union
from trainer.portraits.colors import WHITE, Floats, mix

if TYPE_CHECKING:
    from trainer.portraits.clothes.torso import Torso

_LEFT, _RIGHT, _TOP, _BOTTOM = -1.35, 1.35, -0.3, 1.0
_PETALS = 5


def draw_print(torso: Torso, color: Floats, kind: str | None = None) -> None:
    """Draws a print on the whole torso; the caller clips it to a piece of cloth.

    Args:
        torso: The torso.
        color: Colour of the cloth.
        kind: The pattern; the garment's own by default.
    """
    kind = torso.clothes.pattern if kind is None else kind
    size, accent = torso.clothes.pattern_size, np.asarray(torso.clothes.accent)
    tone = mix(color, accent if float(np.min(color)) > 0.6 else WHITE, 0.55)
    if kind == "dots":
        _dots(torso, tone, 0.12 + 0.08 * size)
    elif kind == "flowers":
        _flowers(torso, mix(accent, WHITE, 0.35), tone, 0.26 + 0.16 * size)
    elif kind in {"stripe", "check"}:
        _lines(torso, tone, 0.11 + 0.12 * size, checks=kind == "check")


def _grid(torso: Torso, step: float) -> Floats:
    rows = np.arange(_TOP, _BOTTOM, step * 0.85)
    columns = np.arange(_LEFT, _RIGHT, step)
    x = columns[None] + (np.arange(len(rows)) % 2)[:, None] * step * 0.5
    y = np.broadcast_to(rows[:, None], x.shape)
    return torso.bend(np.stack([x.ravel(), y.ravel()], 1))


def _dots(torso: Torso, color: Floats, step: float) -> None:
    path = skia.Path()
    for x, y in _grid(torso, step).tolist():
        path.addCircle(x, y, 0.17 * step + 0.004)
    torso.canvas.drawPath(path, fill(color, 0.85))


def _flowers(torso: Torso, petal: Floats, leaf: Floats, step: float) -> None:
    """Draws small flowers of five petals, with leaves, scattered over a grid."""
    petals, hearts, leaves = skia.Path(), skia.Path(), skia.Path()
    places = _grid(torso, step)
    places = places + torso.rng.uniform(-0.28, 0.28, places.shape) * step
    sizes = torso.rng.uniform(0.12, 0.24, len(places)) * step
    turns = torso.rng.uniform(0, 6.3, len(places))
    around = np.arange(_PETALS) * 2 * np.pi / _PETALS
    for (x, y), size, turn in zip(places.tolist(), sizes.tolist(), turns.tolist(), strict=True):
        for angle in (around + turn).tolist():
            center = (x + size * float(np.cos(angle)), y + size * float(np.sin(angle)))
            petals.addCircle(*center, size * 0.75)
        leaves.addCircle(x + size * 2.2, y + size * 1.2, size * 0.55)
        hearts.addCircle(x, y, size * 0.5)
    torso.canvas.drawPath(leaves, fill(leaf, 0.7))
    torso.canvas.drawPath(petals, fill(petal, 0.9))
    torso.canvas.drawPath(hearts, fill(mix(petal, WHITE, 0.6), 0.95))


def _lines(torso: Torso, color: Floats, step: float, checks: bool) -> None:
    heights = np.array([-0.4, 0.0, 0.4, 1.2])
    columns = np.arange(_LEFT, _RIGHT, step)
    spread = 1 + 0.05 * np.maximum(heights, 0)
    upright = np.stack([columns[:, None] * spread, np.broadcast_to(heights, (len(columns), 4))], 2)
    bent = torso.bend(upright.reshape(-1, 2)).reshape(upright.shape)
    thin = stroke(color, step * 0.30, 0.45)
    torso.canvas.drawPath(union(polygon(line, False) for line in bent), thin)
    if checks:
        across = np.linspace(_LEFT, _RIGHT, 7)
        rows = np.arange(_TOP, _BOTTOM, step)
        level = np.stack(
            [
                np.broadcast_to(across, (len(rows), 7)),
                np.broadcast_to(rows[:, None], (len(rows), 7)),
            ],
            2,
        )
        bent = torso.bend(level.reshape(-1, 2)).reshape(level.shape)
        torso.canvas.drawPath(union(polygon(line, False) for line in bent), thin)
