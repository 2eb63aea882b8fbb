"""Paints eyes and brows.

An eye is drawn in units of its own half-width and half-height: u outward, v up, about -1..1.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from trainer.portraits.canvas import (
    brush,
    clipped,
    fill,
    linear,
    oval,
    polygon,
    radial,
    saved,
    spline,
    stroke,
)
from trainer.portraits.colors import WHITE, Floats, hex_color, mix
from trainer.portraits.palette import hair_palette, iris_colors, skin_colors

if TYPE_CHECKING:
    from trainer.portraits.canvas import Canvas
    from trainer.portraits.head import Head
    from trainer.portraits.model import Eyes, PortraitSpec
    from trainer.portraits.palette import IrisColors, SkinColors

_NARROWEST = 0.70
_SQUINT = 0.30
"""How far a full squint raises the lower lid, in half-heights."""
_FULLNESS = 0.76
"""Exponent of the iris' outline: 1 is an ellipse, 0 a rectangle."""
_BROW_STRENGTH = 0.64
"""Opacity of brows, as a share: they are fine and soft."""
# Place along the upper edge of the lashes (1 is the outer end), then the flick's direction.
_FLICKS = ((0.90, 0.07, 0.05), (0.78, 0.05, 0.05), (0.95, 0.06, 0.01))


@dataclass(frozen=True)
class _Eye:
    """One eye: its lids as curves, the centre and half-size of its iris, its colours."""

    eyes: Eyes
    side: int
    upper: Floats
    lower: Floats
    center: tuple[float, float]
    radius: tuple[float, float]
    iris: IrisColors
    skin: SkinColors
    lash: Floats


def lash_color(spec: PortraitSpec) -> Floats:
    """Returns the colour of lashes: dark, with a hint of the hair."""
    deep = hair_palette(spec.hair.color, spec.skin, spec.style).deep
    warm = mix(deep, hex_color("3a2226"), 0.72) * 0.6
    return mix(warm, np.asarray(spec.style.ink) * 0.6, 0.45)


def draw_eye(canvas: Canvas, spec: PortraitSpec, head: Head, side: int) -> None:
    """Draws the eye on side -1 or 1."""
    eye = _eye(spec, side)
    with saved(canvas):
        canvas.concat(head.frame_on_face(side * eye.eyes.x, eye.eyes.y, side, _NARROWEST))
        canvas.scale(eye.eyes.shape.width, eye.eyes.shape.height)
        _draw_white(canvas, eye)
        with clipped(canvas, polygon(np.vstack([eye.upper, eye.lower[1:]]))):
            _draw_iris(canvas, eye, spec.style.iris_rays)
            _draw_lid_shadow(canvas, eye)
            _draw_catchlights(canvas, eye)
        _draw_lower_lashes(canvas, eye)
        _draw_upper_lashes(canvas, eye)
        _draw_crease(canvas, eye)


def _eye(spec: PortraitSpec, side: int) -> _Eye:
    eyes, shape = spec.eyes, spec.eyes.shape
    upper, lower = _lids(eyes)
    return _Eye(
        eyes=eyes,
        side=side,
        upper=upper,
        lower=lower,
        center=(eyes.gaze_x * side - 0.02, shape.iris_y + eyes.gaze_y),
        radius=(shape.iris_width, shape.iris_height),
        iris=iris_colors(eyes.color),
        skin=skin_colors(spec.skin),
        lash=lash_color(spec),
    )


def _lids(eyes: Eyes) -> tuple[Floats, Floats]:
    """Returns the upper lid from the inner to the outer corner, and the lower lid back."""
    shape = eyes.shape
    peak, inner, outer = shape.peak * eyes.openness, shape.inner, shape.outer
    shoulder = peak * shape.squareness + outer * (1 - shape.squareness)
    upper = [(-1, inner), (-0.90, inner + (peak - inner) * 0.50)]
    upper += [(-0.60, inner + (peak - inner) * 0.86), (shape.peak_x, peak), (0.60, shoulder)]
    upper += [(0.90, outer + (shoulder - outer) * 0.60), (1.0, outer)]
    floor = -1 + _SQUINT * eyes.squint
    lower = [(1.0, outer), (0.90, (outer + floor) * 0.48 + shape.low)]
    lower += [(0.60, floor * 0.88 + shape.low * 0.6), (0.15, floor), (-0.30, floor * 0.97)]
    lower += [(-0.66, floor * 0.74), (-0.90, (inner + floor) * 0.46), (-1, inner)]
    slant = np.array([[1, shape.tilt], [0, 1]])
    return spline(np.array(upper) @ slant), spline(np.array(lower) @ slant)


def _draw_white(canvas: Canvas, eye: _Eye) -> None:
    path = polygon(np.vstack([eye.upper, eye.lower[1:]]))
    canvas.drawPath(path, stroke(eye.skin.shadow, 0.30, 0.36, blur=0.12))
    shades = [mix(eye.skin.deep, hex_color("7d7aa4"), 0.60)]
    shades += [mix(eye.skin.shadow, hex_color("d4d6e8"), 0.72)]
    shades += [mix(eye.skin.base, hex_color("f2f0f6"), 0.6), mix(eye.skin.base, WHITE, 0.45)]
    white = linear((0, 1.0), (0, -0.9), shades, [0, 0.28, 0.56, 1])
    canvas.drawPath(path, fill(shader=white))


def _draw_iris(canvas: Canvas, eye: _Eye, rays: float) -> None:
    (x, y), (rx, ry), iris = eye.center, eye.radius, eye.iris
    canvas.drawPath(polygon(_iris_outline(x, y, rx, ry)), fill(iris.ring))
    disc = polygon(_iris_outline(x, y - 0.01, rx * 0.89, ry * 0.915))
    shades = [iris.pupil, iris.dark, mix(iris.dark, iris.middle, 0.75), iris.middle, iris.bright]
    ramp = linear((0, y + ry), (0, y - ry), shades, [0.14, 0.36, 0.52, 0.70, 0.90])
    canvas.drawPath(disc, fill(shader=ramp, blur=0.015))
    with clipped(canvas, disc):
        _draw_glow(canvas, eye, rays)
        _draw_pupil(canvas, eye)
        way = eye.side * eye.eyes.light_side
        sky = oval(x + way * rx * 0.42, y + ry * 0.22, rx * 0.34, ry * 0.24)
        canvas.drawOval(sky, fill(iris.reflection, 0.36, blur=0.07))


def _iris_outline(x: float, y: float, half_width: float, half_height: float) -> Floats:
    """Returns the outline of an iris: an ellipse with fuller shoulders."""
    turn = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    c, s = np.cos(turn), np.sin(turn)
    reach = np.stack([np.sign(c) * np.abs(c) ** _FULLNESS, np.sign(s) * np.abs(s) ** _FULLNESS], 1)
    return np.asarray(reach * [half_width, half_height] + [x, y])


def _draw_glow(canvas: Canvas, eye: _Eye, rays: float) -> None:
    """Draws the bright crescent in the lower half and its rays."""
    (x, y), (rx, ry), iris = eye.center, eye.radius, eye.iris
    light = radial((x, y - ry * 0.90), rx * 1.0, [iris.glow, iris.bright], [0, 1], [0.95, 0])
    canvas.drawOval(oval(x, y - ry * 0.60, rx * 0.86, ry * 0.50), fill(shader=light))
    low = _iris_outline(x, y - ry * 0.04, rx * 0.76, ry * 0.80)
    low = low[low[:, 1] < y - ry * 0.18]
    crescent = np.vstack([low, (low * [1, 0.86] + [0, (y - ry * 0.18) * 0.14 + 0.06])[::-1]])
    canvas.drawPath(polygon(crescent), fill(iris.glow, 0.85, blur=0.03))
    if rays <= 0.3:
        return
    for q in (-0.62, -0.3, 0, 0.3, 0.62):
        ray = [
            (x + q * rx * 0.85, y - ry * (0.86 - 0.2 * abs(q))),
            (x + q * rx * 0.5, y - ry * 0.34),
        ]
        canvas.drawPath(brush(ray, rx * 0.10, 2), fill(iris.glow, 0.30 * rays))


def _draw_pupil(canvas: Canvas, eye: _Eye) -> None:
    """Draws a tall pupil that merges with the dark top of the iris."""
    (x, y), (rx, ry), dark = eye.center, eye.radius, eye.iris.pupil
    size = eye.eyes.pupil
    pupil = oval(x, y + ry * 0.02, rx * 0.40 * size, ry * 0.42 * size)
    canvas.drawOval(pupil, fill(dark, 0.92, blur=0.04))
    shade = radial((x, y + ry * 0.95), rx * 1.25, [dark, dark, dark], [0, 0.5, 1], [0.65, 0.34, 0])
    canvas.drawOval(oval(x, y + ry * 0.80, rx * 1.05, ry * 0.66), fill(shader=shade))


def _draw_lid_shadow(canvas: Canvas, eye: _Eye) -> None:
    shadow = np.vstack([eye.upper, (eye.upper - [0, 0.42])[::-1]])
    canvas.drawPath(polygon(shadow), fill(hex_color("2c2440"), 0.45, blur=0.09))


def _draw_catchlights(canvas: Canvas, eye: _Eye) -> None:
    """Draws one big and one small light, on the same side of both eyes."""
    (x, y), (rx, ry), eyes = eye.center, eye.radius, eye.eyes
    way, size = -eye.side * eyes.light_side, eyes.light_size
    peak = eyes.shape.peak * eyes.openness
    height = min(y + ry * 0.42, peak - 0.32)
    big = oval(x + way * rx * 0.46, height, rx * 0.29 * size, 0.23 * size)
    canvas.drawOval(big, fill(WHITE, 0.95, blur=0.03))
    small = oval(x - way * rx * 0.46, y - ry * 0.46, rx * 0.15 * size, 0.12 * size)
    canvas.drawOval(small, fill(WHITE, 0.80, blur=0.02))
    if eyes.sparkle > 0.6:
        extra = oval(x + way * rx * 0.60, y - 0.10 * ry, rx * 0.10, 0.08)
        canvas.drawOval(extra, fill(WHITE, 0.75))


def _draw_lower_lashes(canvas: Canvas, eye: _Eye) -> None:
    """Draws short lashes along the outer half of the lower lid."""
    color, lid = mix(eye.lash, hex_color("8a4a40"), 0.40), eye.lower - [0, 0.03]
    count = len(lid)
    outer, inner = lid[3 : int(count * 0.46)], lid[int(count * 0.35) : int(count * 0.80)]
    canvas.drawPath(brush(outer, 0.08 * eye.eyes.lower_lash, 2, 0.3, 0, 0.35), fill(color, 0.50))
    canvas.drawPath(brush(inner, 0.05, 2, 0.2), fill(color, 0.22))


def _lash_thickness(eye: _Eye) -> Floats:
    at = np.linspace(0, 1, len(eye.upper))
    positions = [0, 0.10, 0.28, 0.52, 0.78, 0.92, 1]
    thickness = np.interp(at, positions, [0.02, 0.08, 0.18, 0.27, 0.33, 0.25, 0.06])
    return np.asarray(thickness * eye.eyes.shape.lash * eye.eyes.lash_weight)


def _draw_upper_lashes(canvas: Canvas, eye: _Eye) -> None:
    """Draws the mass of the upper lashes with its wing and flicks."""
    shape, upper, eyes = eye.eyes.shape, eye.upper, eye.eyes
    at, thick = np.linspace(0, 1, len(upper)), _lash_thickness(eye)
    aside = np.interp(at, [0, 0.25, 0.6, 0.9, 1], [-0.2, -0.15, 0.12, 0.55, 0.8]) * thick
    tip = upper[-1] + [shape.wing_x * eyes.wing, shape.wing_y * eyes.wing - 0.03]
    outer = (upper + np.stack([aside, thick], 1))[:-2]
    outer = spline(np.vstack([outer[::5], outer[-1:], [tip]]), False, 4)
    inner = upper - np.stack([0 * at, 0.02 + 0.12 * np.sin(np.pi * at) ** 0.7], 1)
    under = (tip + upper[-1]) / 2 + [-0.05, -0.05]
    mass = polygon(np.vstack([inner, [upper[-1] - [0.02, 0.10], under], outer[::-1]]))
    edge, core = (mix(eye.lash, hex_color("7a3630"), share) for share in (0.6, 0.22))
    shades = [edge, core, core, mix(core, edge, 0.4)]
    ramp = linear((-1, 0), (1.15, 0), shades, [0, 0.30, 0.8, 1])
    canvas.drawPath(mass, fill(shader=ramp, blur=0.006))
    for place, across, up in _FLICKS[: eyes.spikes]:
        start = outer[int(place * (len(outer) - 1))]
        end = start + np.array([across, up + shape.wing_y * 0.3])
        base = start - [0.10, 0.12]
        middle = (base + end) / 2 + [0.05, -0.04]
        canvas.drawPath(brush([base, middle, end], 0.12, 4, 1, 0, 0.1), fill(core, blur=0.02))


def _draw_crease(canvas: Canvas, eye: _Eye) -> None:
    """Draws the fold above the lid."""
    if not eye.eyes.crease:
        return
    lift = _lash_thickness(eye)[6:-3] + 0.12 + 0.10 * eye.eyes.crease
    fold = eye.upper[6:-3] + np.stack([0 * lift + 0.03, lift], 1)
    color = mix(eye.skin.line, eye.lash, 0.30)
    canvas.drawPath(brush(fold[::3], 0.065, 3, 0.1, 0.1, 0.6), fill(color, 0.48))


def draw_brow(canvas: Canvas, spec: PortraitSpec, head: Head, side: int, opacity: float) -> None:
    """Draws the brow on side -1 or 1."""
    brows, eyes = spec.brows, spec.eyes
    palette = hair_palette(spec.hair.color, spec.skin, spec.style)
    color = mix(mix(palette.shadow, palette.deep, 0.35), hex_color("8a5a4c"), 0.3)
    width = eyes.shape.width * 1.02
    points = [
        (-0.70 * width, brows.inner),
        (-0.25 * width, brows.inner * 0.50 + 0.012 + brows.arch * 0.6),
        (0.32 * width, 0.012 + brows.arch),
        (0.95 * width, -0.028 + brows.outer),
    ]
    height = eyes.y + brows.lift + brows.asymmetry * side
    with saved(canvas):
        canvas.concat(head.frame_on_face(side * eyes.x * 0.98, height, side, 0.72))
        canvas.drawPath(
            brush(points, brows.width, 6, 0.25, 0.0, 0.4),
            fill(color, _BROW_STRENGTH * opacity, blur=brows.width * 0.2),
        )
