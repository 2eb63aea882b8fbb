"""Paints drills and braids: relief-shaded tubes round which ridges of hair run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from trainer.portraits.canvas import polygon, spline, stroke
from trainer.portraits.colors import Floats, smooth_step
from trainer.portraits.hair.mesh import draw_grids

if TYPE_CHECKING:
    from trainer.portraits.canvas import Canvas
    from trainer.portraits.hair.sheet import Tube
    from trainer.portraits.head import Head
    from trainer.portraits.model import Style
    from trainer.portraits.palette import HairPalette

_COLUMNS = 15
_ROWS_A_TURN = 28


@dataclass(frozen=True)
class _Kind:
    """How a kind of tube is shaped: radius along it, slant and bulge of its ridges."""

    radius_at: tuple[float, ...]
    radius: tuple[float, ...]
    bump: float
    """How far ridges push the outline out, as a share of the radius."""
    slope: float
    """How steeply a ridge's face looks up or down."""
    crease: float
    """Darkness between ridges."""


_KINDS = {
    # A drill is a cone: broad coils at the top, a point at the end.
    "drill": _Kind(
        (0, 0.04, 0.14, 0.35, 0.7, 0.92, 1), (0.45, 0.72, 1.0, 0.98, 0.66, 0.34, 0.04),
        bump=0.22, slope=0.85, crease=0.36,
    ),
    # A braid narrows slowly to its tie and ends in a brush.
    "braid": _Kind(
        (0, 0.06, 0.2, 0.6, 0.84, 0.88, 0.95, 1), (0.7, 0.95, 1.0, 0.86, 0.66, 0.42, 0.7, 0.08),
        bump=0.24, slope=0.6, crease=0.34,
    ),
}  # fmt: skip


@dataclass(frozen=True)
class _Relief:
    """The tube's grid: place along (n, 1) and across (1, m), phase of the ridges, their height."""

    kind: _Kind
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
    """Draws a drill or a braid as one mesh; `light` has length 1, `dark` darkens it."""
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
        line = stroke(palette.line, 1.2 * style.line_width, 0.85 * style.hair_line)
        canvas.drawPath(polygon(positions[:, edge], False), line)


def _even_axis(axis: Floats, count: int) -> Floats:
    dense = spline(axis, False, 16)
    length = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(dense, axis=0), axis=1))])
    at = np.linspace(0, length[-1], count)
    return np.stack([np.interp(at, length, dense[:, i]) for i in range(3)], 1)


def _relief(tube: Tube) -> _Relief:
    along = np.linspace(0, 1, int(tube.turns * _ROWS_A_TURN) + 16)[:, None]
    across = np.linspace(-1, 1, _COLUMNS)[None]
    if tube.kind == "braid":
        # Strands come from both edges in turn and dive under in the middle.
        left = across < 0
        turns = tube.turns * along - 0.55 * np.abs(across) + np.where(left, 0.5, 0.0)
    else:
        slant = tube.side * 0.50 * np.arcsin(across * 0.85) / 1.1
        turns = tube.turns * along**0.85 + slant - 0.22 * across * across
    phase = turns - np.floor(turns)
    return _Relief(_KINDS[tube.kind], along, across, phase, np.sin(np.pi * phase**0.80))


def _reach(tube: Tube, relief: _Relief, scale: float) -> Floats:
    """Returns how far the vertices lie from the axis, in canvas units."""
    kind = relief.kind
    radius = tube.radius * np.interp(relief.along, kind.radius_at, kind.radius)
    inner = np.where((relief.along > 0.03) & (relief.along < 0.93), 1.0, 0.3)
    bumps = (relief.ridge[:, [0, -1]] ** 0.7 - 0.6) * kind.bump * inner
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
    kind, along, across = relief.kind, relief.along, relief.across
    phase, ridge = relief.phase, relief.ridge
    x = across * aside[:, :1] + 0 * along
    # The face of a ridge tilts more and more and turns back within the crease: a jump of the tilt
    # would show the mesh as teeth.
    turned = smooth_step(0.80, 1.0, phase)
    tilt = phase * (1 - turned) - 0.42
    y = across * -aside[:, 1:] - tilt * kind.slope + 0.15
    z = np.sqrt(np.clip(1 - across * across * 0.96, 0, 1)) + 0 * along
    normals = np.stack([x, y, z], -1)
    normals /= np.linalg.norm(normals, axis=2, keepdims=True)
    facing = normals @ light
    lit = smooth_step(0.05, 0.65, facing)
    value = 0.40 + 0.26 * lit * style.hair_contrast * 0.8
    crease = np.exp(-(np.where(phase < 0.5, phase / 0.09, (1 - phase) / 0.20) ** 2))
    value = value - kind.crease * crease - 0.10 * np.abs(across) ** 3 - dark - 0.06 * along
    strands = 0.035 * np.sin(phase * 25 + 2 * across) + 0.02 * np.sin(phase * 43 + across * 5)
    colors = palette.ramp(value + strands * (1 - crease))
    shine = smooth_step(0.72, 0.92, facing) * ridge**2 * 0.45 * style.ring_strength
    shine = np.clip(shine * (1 - 0.7 * np.abs(across)), 0, 0.8)
    colors = colors + (palette.highlight - colors) * shine[..., None]
    ink = np.exp(-((np.minimum(phase, 1 - phase) / 0.06) ** 2)) * 0.75 * style.hair_line
    return np.asarray(colors + (palette.line - colors) * ink[..., None])
