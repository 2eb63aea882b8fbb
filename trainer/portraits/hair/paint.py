"""Paints a layer of clumps as one vertex-coloured mesh: shading, highlights, line art."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from trainer.portraits.colors import Floats, mix, smooth_step
from trainer.portraits.hair.mesh import draw_grids
from trainer.portraits.hair.shell import CENTER, RADII
from trainer.portraits.hair.tubes import draw_tube

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.portraits.canvas import Canvas
    from trainer.portraits.hair.locks import LockArrays, LockBatch
    from trainer.portraits.head import Head
    from trainer.portraits.model import Style
    from trainer.portraits.palette import HairPalette

# Across a clump: feather, line, edge, middle, edge, line, feather.
_ACROSS = np.array([-1, -1, -0.78, 0, 0.78, 1, 1], dtype=np.float32)
_COLUMNS = len(_ACROSS)
_HIGHLIGHT_ACROSS = np.array([0, 0.35, 0.80, 1.0, 0.80, 0.35, 0.0], np.float32)


@dataclass(frozen=True)
class HairPaint:
    """What all layers are painted with; `samples` is the number of points along a clump."""

    head: Head
    palette: HairPalette
    style: Style
    light: Floats
    samples: int


@dataclass(frozen=True)
class LayerLook:
    """How one layer differs: darkness, strength of highlights, length of the faded root.

    `shade` maps canvas positions (n, t, 2) to extra darkness (n, t); `over_skin` lets tips take
    colour from the skin below.
    """

    dark: float = 0.0
    highlights: float = 1.0
    root_fade: float = 0.0
    over_skin: bool = False
    shade: Callable[[Floats], Floats] | None = None


@dataclass(frozen=True)
class _Placed:
    """Clumps on the canvas: positions, widths, sideways directions and view normals."""

    locks: LockArrays
    t: Floats
    xy: Floats
    depth: Floats
    aside: Floats
    half_width: Floats
    normal: Floats


def paint_layer(
    canvas: Canvas,
    batch: LockBatch,
    paint: HairPaint,
    look: LayerLook,
    rng: np.random.Generator,
) -> None:
    """Paints one layer, far clumps first."""
    for tube in batch.tubes:
        draw_tube(canvas, tube, paint.head, paint.palette, paint.style, paint.light, look.dark)
    if not sum(len(curves) for curves in batch.curves):
        return
    locks = batch.arrays(paint.samples)
    placed = _place(locks, paint)
    phases = rng.uniform(0, 6.28, 3)
    colors = paint.palette.ramp(_brightness(placed, paint, look, rng))
    colors = _tinted(colors, placed, paint, phases)
    colors = _highlighted(colors, placed, paint, look, phases, rng)
    colors = _rim_lit(colors, placed, paint)
    positions, painted = _outlined(colors, placed, paint, look)
    middle = int(placed.depth.shape[1] * 0.55)
    order = np.argsort(placed.depth[:, middle] + locks.order, kind="stable")
    draw_grids(canvas, positions[order], painted[order])


def _place(locks: LockArrays, paint: HairPaint) -> _Placed:
    head, curves = paint.head, locks.curves
    xy, view = head.project(curves)
    xy = xy.astype(np.float32)
    way = np.gradient(xy, axis=1)
    way /= np.linalg.norm(way, axis=2, keepdims=True) + 1e-6
    normal = ((curves - CENTER) / RADII**2).astype(np.float32)
    # Below the skull hair hangs: its normal no longer points down.
    normal[..., 1] = np.where(curves[..., 1] < 0.15, normal[..., 1] * 0.15, normal[..., 1])
    normal /= np.linalg.norm(normal, axis=2, keepdims=True) + 1e-6
    normal = normal @ head.rotation.T.astype(np.float32)
    width = locks.profile * locks.width[:, None] * np.float32(head.scale * 0.5)
    # Clumps on the skull turn edge-on at the silhouette.
    edge_on = smooth_step(0.75, 0.05, np.abs(normal[..., 2]))
    return _Placed(
        locks=locks,
        t=np.linspace(0, 1, curves.shape[1], dtype=np.float32)[None, :],
        xy=xy,
        depth=view[..., 2],
        aside=np.stack([-way[..., 1], way[..., 0]], -1),
        half_width=width * (1 - locks.hug[:, None] * 0.45 * edge_on),
        normal=normal,
    )


def _round_normals(placed: _Placed, roundness: float) -> Floats:
    """Returns normals (n, t, columns, 3): each clump is a half cylinder on the skull."""
    flat = np.zeros_like(placed.aside[..., 0])
    sideways = np.stack([placed.aside[..., 0], -placed.aside[..., 1], flat], -1)
    bulge = np.float32(roundness) * (2.2 - 1.2 * placed.locks.hug)
    tilt = _ACROSS[None, None, :, None] * bulge[:, None, None, None]
    normals = placed.normal[:, :, None, :] + sideways[:, :, None, :] * tilt
    length = np.sqrt(np.einsum("abcd,abcd->abc", normals, normals))
    return np.asarray(normals / length[..., None])


def _brightness(
    placed: _Placed, paint: HairPaint, look: LayerLook, rng: np.random.Generator
) -> Floats:
    """Returns brightness (n, t, columns): 0 deepest shadow, 1 light."""
    style, locks, t = paint.style, placed.locks, placed.t
    contrast = style.hair_contrast
    facing = _round_normals(placed, style.hair_roundness) @ paint.light
    # A half-Lambert term keeps form in the shadow.
    diffuse = 0.45 * np.clip(facing * 0.5 + 0.5, 0, 1) ** 1.4
    diffuse = diffuse + 0.55 * smooth_step(-0.25, 1.05, facing)
    value = 0.42 + (0.55 * diffuse - 0.25) * contrast
    flat = locks.tone[:, None] * style.tone_range + _crown_light(placed, paint)
    flat = flat - 0.20 * locks.root[:, None] * (1 - smooth_step(0, 0.45, t)) - look.dark
    tip = locks.tip[:, None]
    flat = flat - style.tip_darkness * smooth_step(0.60, 1, t) * (1 - tip)
    flat = flat + 0.10 * smooth_step(0.55, 1, t) * tip
    belly = np.exp(-(((t - 0.42) / 0.22) ** 2)) - 0.35
    flat = flat + 0.10 * contrast * belly * (tip > 0)
    if look.shade is not None:
        flat = flat - look.shade(placed.xy)
    value = value + flat[..., None]
    noise = rng.standard_normal((len(locks.tone), 1, _COLUMNS), np.float32)
    value = value + noise * np.float32(style.streaks)
    edge = (np.abs(_ACROSS) > 0.7) * (smooth_step(0.15, 0.6, t) * locks.line[:, None])[..., None]
    ridge = np.abs(_ACROSS) < 0.5
    return np.asarray(value - 0.10 * contrast * edge + 0.02 * contrast * ridge)


def _crown_light(placed: _Placed, paint: HairPaint) -> Floats:
    down = _angle_from_crown(placed.locks.curves)
    lit = 0.35 + 0.65 * smooth_step(0, 0.9, placed.normal @ paint.light)
    return np.asarray(paint.style.crown_light * np.exp(-(((down - 0.55) / 0.45) ** 2)) * lit)


def _angle_from_crown(curves: Floats) -> Floats:
    offset = (curves - CENTER) / RADII
    length = np.linalg.norm(offset, axis=2)
    return np.asarray(np.arccos(np.clip(offset[..., 1] / length, -1, 1)))


def _tinted(colors: Floats, placed: _Placed, paint: HairPaint, phases: Floats) -> Floats:
    """Returns colours with slow changes of hue and dyed tips."""
    palette, curves = paint.palette, placed.locks.curves
    drift = 0.5 + 0.5 * np.sin(curves[..., 0] * 1.7 + curves[..., 1] * 1.3 + phases[0])
    colors = colors + (palette.tint - colors) * (paint.style.hue_variation * drift)[..., None, None]
    if palette.dye_amount:
        low = np.clip(smooth_step(-0.3, -0.9, curves[..., 1]) + 0.25, 0, 1)
        amount = palette.dye_amount * smooth_step(0.62, 0.98, placed.t) * low
        colors = colors + (palette.dye - colors) * amount[..., None, None]
    return colors


def _highlighted(
    colors: Floats,
    placed: _Placed,
    paint: HairPaint,
    look: LayerLook,
    phases: Floats,
    rng: np.random.Generator,
) -> Floats:
    """Returns colours with a broken ring of light round the crown."""
    style, curves, count = paint.style, placed.locks.curves, len(placed.locks.tone)
    jitter = rng.standard_normal((count, 1), np.float32) * np.float32(style.ring_jitter)
    offset = _angle_from_crown(curves) - style.ring_height - jitter
    width = np.where(offset < 0, style.ring_width, style.ring_width * 0.7)
    around = np.arctan2(curves[..., 0] - CENTER[0], curves[..., 2] - CENTER[2])
    wave = np.sin(2.1 * around + phases[0]) + 0.7 * np.sin(4.7 * around + phases[1])
    wave = wave + 0.4 * np.sin(9 * around + phases[2])
    patch = smooth_step(-0.25, 0.55, wave + (placed.normal @ paint.light) * 1.2 - 0.25)
    on_head = smooth_step(-0.25, 0.25, curves[..., 1]) * smooth_step(
        0.05, 0.55, placed.normal[..., 2]
    )
    shine = placed.locks.shine[:, None] * rng.random((count, 1)) ** 0.4
    light = np.clip(np.exp(-((offset / width) ** 2)) * patch * on_head * shine, 0, 1)
    light = mix(light, smooth_step(0.22, 0.55, light), style.ring_crispness) * look.highlights
    grain = 0.75 + 0.25 * rng.random((count, 1, _COLUMNS), np.float32)
    amount = np.clip(light[..., None] * _HIGHLIGHT_ACROSS * grain, 0, 1)
    return np.asarray(colors + (paint.palette.highlight - colors) * amount[..., None])


def _rim_lit(colors: Floats, placed: _Placed, paint: HairPaint) -> Floats:
    """Returns colours with light from behind on the silhouette away from the light."""
    if not paint.style.rim_light:
        return colors
    away = -1 if paint.light[0] > 0 else 1
    edge = smooth_step(0.45, 0.1, placed.normal[..., 2])
    amount = edge * np.clip(placed.normal[..., 0] * away, 0, 1) * paint.style.rim_light
    return np.asarray(colors + (paint.palette.rim - colors) * amount[..., None, None])


def _outlined(
    colors: Floats, placed: _Placed, paint: HairPaint, look: LayerLook
) -> tuple[Floats, Floats]:
    """Returns vertex positions and colours with opacity, with lines that thin out at the tips."""
    palette, locks, t = paint.palette, placed.locks, placed.t
    over_skin = smooth_step(0.45, 1.0, t) * locks.tip[:, None] * look.over_skin
    skin_share = (over_skin * paint.style.tip_skin)[..., None, None]
    colors = colors + (palette.tip - colors) * skin_share
    painted = np.empty((*placed.half_width.shape, _COLUMNS, 4), np.float32)
    painted[..., :3] = colors
    painted[..., 3] = 1 - 0.10 * over_skin[..., None]
    strength = 0.03 + smooth_step(0.10, 0.55, t) * 0.40 + 0.55 * smooth_step(0.5, 0.92, t)
    ink = locks.line[:, None] * paint.style.hair_line * np.clip(strength, 0, 1)
    for column, weight in ((0, 0.6), (1, 0.6), (_COLUMNS - 2, 1.0), (_COLUMNS - 1, 1.0)):
        beside = colors[:, :, 2 if column < 2 else _COLUMNS - 3]
        share = np.clip(ink * weight, 0, 1)[..., None]
        painted[:, :, column, :3] = beside * (1 - share) + palette.line * share
    painted[:, :, (0, -1), 3] = 0
    if look.root_fade:
        painted[..., 3] *= smooth_step(0.02, look.root_fade, t)[..., None]
    return _vertices(placed, paint.style), painted


def _vertices(placed: _Placed, style: Style) -> Floats:
    t, width = placed.t, placed.half_width
    grown = 0.25 + 0.75 * smooth_step(0.1, 0.6, t)
    line = 1.45 * style.line_width * grown * placed.locks.line[:, None]
    line = line * (1 - 0.85 * smooth_step(0.72, 1, t))
    feather = 0.9 - 0.45 * smooth_step(0.8, 1, t)
    offset = np.empty((*width.shape, _COLUMNS), np.float32)
    offset[...] = width[..., None] * _ACROSS
    edge = width + line * 0.5
    offset[..., -2], offset[..., 1] = edge, -edge
    offset[..., -1], offset[..., 0] = edge + feather, -edge - feather
    return np.asarray(placed.xy[:, :, None, :] + placed.aside[:, :, None, :] * offset[..., None])
