"""Paints a drill: a relief-shaded tube round which the ridge of a spiral ribbon winds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from trainer.portraits.canvas import polygon, spline, stroke
from trainer.portraits.colors import Floats, smooth_step
from trainer.portraits.hair.mesh import draw_grids

if TYPE_CHECKING:
    from trainer.portraits.canvas import Canvas
    from trainer.portraits.hair.locks import Tube
    from trainer.portraits.head import Head
    from trainer.portraits.model import Style
    from trainer.portraits.palette import HairPalette

_COLUMNS = 13
_RADIUS_AT = [0, 0.05, 0.16, 0.45, 0.75, 0.93, 1]
_RADIUS = [0.40, 0.58, 0.84, 0.94, 0.80, 0.50, 0.10]
_BUMPS = 0.15
"""How far the ridges push the outline out, as a share of the radius."""


@dataclass(frozen=True)
class _Relief:
    """The tube's grid: place along (n, 1) and across (1, m), phase of the ribbon, ridge height."""

    along: Floats
    across: Floats
    phase: Floats
    ridge: Floats


def draw_tube(
    canvas: Canvas,
    tube: Tube,
    head: Head,
    palette: HairPalette,
    style: Style,
    light: Floats,
    dark: float,
) -> None:
    """Draws a drill as one mesh; `light` has length 1, `dark` darkens it."""
    relief = _relief(tube)
    axis = _even_axis(tube.axis, len(relief.along))
    xy = head.project(axis)[0]
    way = np.gradient(xy, axis=0)
    way /= np.linalg.norm(way, axis=1, keepdims=True) + 1e-9
    aside = np.stack([-way[:, 1], way[:, 0]], 1)
    positions = xy[:, None, :] + aside[:, None, :] * _reach(tube, relief, head.scale)[..., None]
    colors = _colors(relief, aside, palette, style, light, dark)
    opaque = np.ones((*colors.shape[:2], 1))
    draw_grids(canvas, positions[None], np.concatenate([np.clip(colors, 0, 1), opaque], -1)[None])
    for edge in (0, _COLUMNS - 1):
        line = stroke(palette.line, 1.5 * style.line_width, 0.85 * style.hair_line)
        canvas.drawPath(polygon(positions[:, edge], False), line)


def _even_axis(axis: Floats, count: int) -> Floats:
    dense = spline(axis, False, 16)
    length = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(dense, axis=0), axis=1))])
    at = np.linspace(0, length[-1], count)
    return np.stack([np.interp(at, length, dense[:, i]) for i in range(3)], 1)


def _relief(tube: Tube) -> _Relief:
    along = np.linspace(0, 1, int(tube.turns * 10) + 12)[:, None]
    across = np.linspace(-1, 1, _COLUMNS)[None]
    slant = tube.side * 0.52 * np.arcsin(np.clip(across, -1, 1) * 0.97) / 1.4
    turns = tube.turns * along**0.90 + slant - 0.16 * across * across
    phase = turns - np.floor(turns)
    return _Relief(along, across, phase, np.sin(np.pi * phase**0.80))


def _reach(tube: Tube, relief: _Relief, scale: float) -> Floats:
    """Returns how far the vertices lie from the axis, in canvas units."""
    radius = tube.radius * np.interp(relief.along, _RADIUS_AT, _RADIUS)
    inner = (relief.along > 0.03) & (relief.along < 0.97)
    bumps = (relief.ridge[:, [0, -1]] ** 0.7 - 0.6) * _BUMPS * np.where(inner, 1.0, 0.3)
    push = np.where(relief.across < 0, bumps[:, :1], bumps[:, 1:])
    return np.asarray(relief.across * radius * scale * (1 + push * relief.across**2))


def _colors(
    relief: _Relief,
    aside: Floats,
    palette: HairPalette,
    style: Style,
    light: Floats,
    dark: float,
) -> Floats:
    along, across, phase, ridge = relief.along, relief.across, relief.phase, relief.ridge
    x = across * aside[:, :1] + 0 * along
    y = across * -aside[:, 1:] - (phase - 0.42) * 0.75 + 0.15
    z = np.sqrt(np.clip(1 - across * across * 0.96, 0, 1)) + 0 * along
    normals = np.stack([x, y, z], -1)
    normals /= np.linalg.norm(normals, axis=2, keepdims=True)
    facing = normals @ light
    diffuse = 0.45 * np.clip(facing * 0.5 + 0.5, 0, 1) ** 1.4
    diffuse = diffuse + 0.55 * smooth_step(-0.25, 1.05, facing)
    value = 0.45 + (0.60 * diffuse - 0.26) * style.hair_contrast * 1.05
    crease = np.exp(-(np.where(phase < 0.5, phase / 0.07, (1 - phase) / 0.16) ** 2))
    value = value - 0.30 * crease - 0.12 * np.abs(across) ** 3 - dark - 0.08 * along
    strands = 0.045 * np.sin(phase * 25 + 2 * across) + 0.03 * np.sin(phase * 43 + across * 5)
    colors = palette.ramp(value + strands * (1 - crease))
    shine = np.clip((facing - 0.80) / 0.16, 0, 1) * ridge**2 * 0.38 * style.ring_strength
    shine = np.clip(shine * (1 - 0.6 * np.abs(across)), 0, 0.8)
    colors = colors + (palette.highlight - colors) * shine[..., None]
    ink = np.exp(-((np.minimum(phase, 1 - phase) / 0.045) ** 2)) * 0.55 * style.hair_line
    return np.asarray(colors + (palette.line - colors) * ink[..., None])
