"""Paints a layer of hair as one vertex-coloured mesh: shading, highlights, line art, strands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from trainer.portraits.colors import Floats, smooth_step
from trainer.portraits.hair.light import shade
from trainer.portraits.hair.looks import COLUMNS, HairPaint, LayerLook, Placed
from trainer.portraits.hair.mesh import draw_grids
from trainer.portraits.hair.tubes import draw_tube

if TYPE_CHECKING:
    from trainer.portraits.canvas import Canvas
    from trainer.portraits.hair.sheet import Layer

_LINE = 0.95
"""Width of a drawn edge in canvas units at line width 1."""
_FEATHER = 0.9
"""Width over which an edge fades, in canvas units."""
_INNER, _OUTER = 0.6, 1.2
"""Least widths in pixels over which a line swells and fades: narrower ones come out dotted."""
_CLEFT = 0.35
"""How far above the cleft between two clumps their lines begin, as a share of the length."""
_MIDDLE = COLUMNS // 2


def paint_layer(
    canvas: Canvas, layer: Layer, paint: HairPaint, look: LayerLook, rng: np.random.Generator
) -> None:
    """Paints one layer, far clumps first."""
    for tube in layer.tubes:
        draw_tube(canvas, tube, paint.head, paint.palette, paint.style, paint.light, look.dark)
    if not layer.sheets:
        return
    placed = _place(layer, paint)
    shaded = shade(placed, paint, look, rng)
    order = np.argsort(placed.depth, kind="stable")
    positions, colors = _outlined(placed, shaded, paint, look)
    draw_grids(canvas, positions[order], colors[order])
    _draw_strands(canvas, layer, placed, shaded, paint, rng)


def _place(layer: Layer, paint: HairPaint) -> Placed:
    read = [each.points(COLUMNS, paint.samples) for each in layer.sheets]
    points = np.concatenate([points for points, _ in read]).astype(np.float32)
    xy, view = paint.head.project(points)
    order = np.concatenate([each.clumps.order for each in layer.sheets])
    per_clump = {
        name: np.concatenate(
            [np.full(len(each.clumps), getattr(each, name)) for each in layer.sheets]
        ).astype(np.float32)
        for name in ("line", "shine", "tip", "dark", "root")
    }
    return Placed(
        points=points,
        xy=xy.astype(np.float32),
        depth=view[:, int(paint.samples * 0.55), _MIDDLE, 2] + order,
        width=np.concatenate([width for _, width in read]).astype(np.float32),
        tone=np.concatenate([each.clumps.tone for each in layer.sheets]).astype(np.float32),
        taper=np.concatenate([each.clumps.taper for each in layer.sheets]).astype(np.float32),
        **per_clump,
    )


def _outlined(
    placed: Placed, shaded: Floats, paint: HairPaint, look: LayerLook
) -> tuple[Floats, Floats]:
    """Returns vertex positions and colours with opacity: line and feather beside each clump.

    Lines are strong where clumps part and thin out at their tips.
    """
    style, t = paint.style, placed.t
    cleft = placed.taper[:, None]
    parted = smooth_step(cleft - _CLEFT, cleft + 0.15, t)
    ink = np.clip(placed.line[:, None] * style.hair_line * (0.04 + 0.96 * parted), 0, 1)
    reach = _LINE * style.line_width * (0.35 + 0.65 * parted) * (1 - 0.9 * smooth_step(0.7, 1, t))
    way = np.gradient(placed.xy[:, :, (0, -1)], axis=1)
    way /= np.linalg.norm(way, axis=3, keepdims=True) + 1e-6
    aside = np.stack([-way[..., 1], way[..., 0]], -1)
    outward = placed.xy[:, :, (0, -1)] - placed.xy[:, :, _MIDDLE, None]
    sign = np.sign(np.sum(np.sum(outward * aside, -1), 1))[:, None, :, None]
    aside = aside * np.where(sign == 0, 1, sign)
    # Meshes are drawn without anti-aliasing: lines are widened to what shows, and so much fainter.
    core, fade = reach * 0.6, _FEATHER * (1 - 0.6 * smooth_step(0.7, 1, t))
    feather = np.maximum(fade, _OUTER * paint.pixel)
    swell = np.maximum(core, _INNER * paint.pixel * (1 - smooth_step(0.7, 1, t)))
    ink = ink * (core + fade) / (swell + feather)
    edge = placed.xy[:, :, (0, -1)] + aside * swell[:, :, None, None]
    rim = edge + aside * feather[:, :, None, None]
    positions = np.concatenate(
        [rim[:, :, :1], edge[:, :, :1], placed.xy, edge[:, :, 1:], rim[:, :, 1:]], 2
    )
    colors = np.empty((*positions.shape[:3], 4), np.float32)
    colors[:, :, 2:-2, :3] = shaded
    # The last bit of a tip, where all columns meet, would be a dark dot.
    colors[..., 3] = (1 - 0.7 * smooth_step(0.9, 1, t))[..., None]
    for column, weight in ((0, 0.75), (1, 0.75), (-2, 1.0), (-1, 1.0)):
        beside = shaded[:, :, 0 if column >= 0 else -1]
        share = (ink * weight)[..., None]
        colors[:, :, column, :3] = beside * (1 - share) + paint.palette.line * share
    colors[:, :, (0, -1), 3] = 0
    if look.root_fade:
        colors[..., 3] *= smooth_step(0.02, look.root_fade, t)[..., None]
    return positions, colors


def _draw_strands(
    canvas: Canvas,
    layer: Layer,
    placed: Placed,
    shaded: Floats,
    paint: HairPaint,
    rng: np.random.Generator,
) -> None:
    """Draws single strands along the clumps: mostly dark gaps, some light hairs."""
    first = np.cumsum([0, *(len(each.clumps) for each in layer.sheets)])
    chosen = [
        rng.integers(start, end, (each.strokes + 1) // 2)
        for each, start, end in zip(layer.sheets, first, first[1:], strict=False)
    ]
    clump = np.concatenate(chosen)
    if not len(clump):
        return
    count, samples = len(clump), 9
    begin = rng.uniform(0.05, 0.55, count)
    end = np.minimum(begin + rng.uniform(0.30, 0.65, count), 0.97)
    row = begin[:, None] + (end - begin)[:, None] * np.linspace(0, 1, samples)
    across = np.clip(rng.uniform(0.08, 0.92, count), 0, 1) * (COLUMNS - 1)
    line = _read_grid(placed.xy[clump], row, across)
    below = _read_grid(shaded[clump], row, across)
    light = rng.random(count) < 0.25
    target = np.where(light[:, None], paint.palette.stops[-1], paint.palette.deep)
    strength = rng.uniform(0.18, 0.55, count) * np.where(light, 0.7, 1.0)
    color = below + (target[:, None] - below) * 0.72
    way = np.gradient(line, axis=1)
    way /= np.linalg.norm(way, axis=2, keepdims=True) + 1e-6
    taper = np.sin(np.pi * np.linspace(0.04, 0.96, samples) ** 0.75)
    wanted = rng.uniform(0.5, 2.2, count)[:, None] * taper * paint.style.line_width
    half = wanted + _OUTER * paint.pixel
    strength = strength[:, None] * (wanted + 0.6 * paint.pixel) / half
    offset = np.stack([-way[..., 1], way[..., 0]], -1) * half[..., None]
    positions = np.stack([line - offset, line, line + offset], 2)
    alpha = np.zeros((count, samples, 3), np.float32)
    alpha[:, :, 1] = strength * taper
    colors = np.concatenate([np.repeat(color[:, :, None], 3, 2), alpha[..., None]], -1)
    draw_grids(canvas, positions, colors.astype(np.float32))


def _read_grid(grid: Floats, row: Floats, across: Floats) -> Floats:
    """Returns values of grids (n, t, COLUMNS, k) at rows (n, s) in 0..1 and columns (n,)."""
    y = row * (grid.shape[1] - 1)
    j = np.clip(y.astype(int), 0, grid.shape[1] - 2)
    i = np.clip(across.astype(int), 0, COLUMNS - 2)[:, None]
    a, b = (across[:, None] - i)[..., None], (y - j)[..., None]
    n = np.arange(len(grid))[:, None]
    near = grid[n, j, i] * (1 - b) + grid[n, j + 1, i] * b
    far = grid[n, j, i + 1] * (1 - b) + grid[n, j + 1, i + 1] * b
    return np.asarray(near * (1 - a) + far * a)
