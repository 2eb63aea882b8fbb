"""Paints eyes and brows.

An eye is drawn in units of its own half-width and half-height: u outward, v up, about -1..1.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import skia

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
# u, v offset from the lid, then the spike's direction.
_SPIKES = ((0.80, 0.02, 0.30, 0.16), (0.97, 0.0, 0.26, 0.04), (0.55, 0.02, 0.22, 0.20))


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
    upper = [(-1, inner), (-0.85, inner + (peak - inner) * 0.58), (-0.50, peak * 0.94)]
    upper += [(shape.peak_x, peak), (0.60, shoulder), (0.91, outer + (peak - outer) * 0.48)]
    upper += [(1.03, outer)]
    lower = [(1.03, outer), (0.80, -0.58 + shape.low), (0.42, -0.92), (-0.05, -0.98)]
    lower += [(-0.52, -0.84), (-0.84, -0.44 + inner * 0.2), (-1, inner)]
    slant = np.array([[1, shape.tilt], [0, 1]])
    return spline(np.array(upper) @ slant), spline(np.array(lower) @ slant)


def _draw_white(canvas: Canvas, eye: _Eye) -> None:
    path = polygon(np.vstack([eye.upper, eye.lower[1:]]))
    canvas.drawPath(path, stroke(eye.skin.shadow, 0.30, 0.40, blur=0.12))
    shades = [hex_color("8f92b6"), hex_color("ccd0e6")]
    shades += [mix(eye.skin.base, hex_color("fbfbff"), 0.75), mix(eye.skin.base, WHITE, 0.45)]
    white = linear((0, 0.95), (0, -0.85), shades, [0, 0.40, 0.70, 1])
    canvas.drawPath(path, fill(shader=white))


def _draw_iris(canvas: Canvas, eye: _Eye, rays: float) -> None:
    (x, y), (rx, ry), iris = eye.center, eye.radius, eye.iris
    disc = skia.Path.Oval(oval(x, y, rx, ry))
    shades = [iris.dark * 0.8, iris.dark, mix(iris.middle, iris.dark, 0.45), iris.middle]
    shades.append(iris.bright)
    ramp = linear((0, y + ry), (0, y - ry), shades, [0, 0.34, 0.52, 0.72, 1.0])
    canvas.drawPath(disc, fill(shader=ramp))
    with clipped(canvas, disc):
        _draw_glow(canvas, eye, rays)
        _draw_pupil(canvas, eye)
        arc = [(x - rx * 0.70, y + ry * 0.16), (x - rx * 0.30, y + ry * 0.36)]
        arc += [(x + rx * 0.25, y + ry * 0.36), (x + rx * 0.72, y + ry * 0.10)]
        canvas.drawPath(brush(arc, ry * 0.20, 4), fill(iris.reflection, 0.26, blur=0.04))
        arc = [(x - rx * 0.66, y - ry * 0.30), (x, y - ry * 0.52), (x + rx * 0.66, y - ry * 0.30)]
        canvas.drawPath(brush(arc, 0.06, 4), fill(iris.dark, 0.30))
    canvas.drawOval(oval(x, y, rx * 0.965, ry * 0.975), stroke(iris.ring, 0.105, 0.80))


def _draw_glow(canvas: Canvas, eye: _Eye, rays: float) -> None:
    """Draws the bright crescent in the lower half and its rays."""
    (x, y), (rx, ry), iris = eye.center, eye.radius, eye.iris
    shades = [iris.glow, mix(iris.bright, iris.glow, 0.4), iris.middle]
    light = radial((x, y - ry * 0.80), rx * 1.05, shades, [0, 0.5, 1], [1.0, 0.85, 0.0])
    canvas.drawOval(oval(x, y - ry * 0.62, rx * 0.80, ry * 0.46), fill(shader=light))
    if rays <= 0.3:
        return
    for q in (-0.62, -0.3, 0, 0.3, 0.62):
        ray = [
            (x + q * rx * 0.85, y - ry * (0.86 - 0.2 * abs(q))),
            (x + q * rx * 0.5, y - ry * 0.34),
        ]
        canvas.drawPath(brush(ray, rx * 0.13, 2), fill(iris.glow, 0.40 * rays))


def _draw_pupil(canvas: Canvas, eye: _Eye) -> None:
    """Draws a tall pupil that merges with the dark top of the iris."""
    (x, y), (rx, ry), dark = eye.center, eye.radius, eye.iris.pupil
    size = eye.eyes.pupil
    pupil = oval(x, y + ry * 0.10, rx * 0.44 * size, ry * 0.46 * size)
    canvas.drawOval(pupil, fill(dark, 0.92, blur=0.05))
    shade = radial((x, y + ry * 0.95), rx * 1.25, [dark, dark, dark], [0, 0.6, 1], [0.95, 0.75, 0])
    canvas.drawOval(oval(x, y + ry * 0.80, rx * 1.05, ry * 0.66), fill(shader=shade))


def _draw_lid_shadow(canvas: Canvas, eye: _Eye) -> None:
    shadow = np.vstack([eye.upper, (eye.upper - [0, 0.40])[::-1]])
    canvas.drawPath(polygon(shadow), fill(hex_color("2c2440"), 0.50, blur=0.08))


def _draw_catchlights(canvas: Canvas, eye: _Eye) -> None:
    """Draws one big and one small light, on the same side of both eyes."""
    (x, y), (rx, ry), eyes = eye.center, eye.radius, eye.eyes
    way, size = -eye.side * eyes.light_side, eyes.light_size
    peak = eyes.shape.peak * eyes.openness
    height = min(y + ry * 0.36, peak - 0.36)
    big = oval(x + way * rx * 0.40, height, rx * 0.31 * size, 0.27 * size)
    canvas.drawOval(big, fill(WHITE, 0.98))
    small = oval(x - way * rx * 0.42, y - ry * 0.44, rx * 0.18 * size, 0.13 * size)
    canvas.drawOval(small, fill(WHITE, 0.88))
    if eyes.sparkle > 0.6:
        extra = oval(x + way * rx * 0.58, y - 0.16 * ry, rx * 0.11, 0.09)
        canvas.drawOval(extra, fill(WHITE, 0.8))
    if eyes.sparkle > 0.8:
        extra = oval(x - way * rx * 0.10, y - ry * 0.66, rx * 0.14, 0.07)
        canvas.drawOval(extra, fill(WHITE, 0.55))


def _draw_lower_lashes(canvas: Canvas, eye: _Eye) -> None:
    """Draws short lashes along the outer half of the lower lid."""
    color, lid = mix(eye.lash, hex_color("8a4a40"), 0.45), eye.lower - [0, 0.03]
    count = len(lid)
    outer, inner = lid[3 : int(count * 0.46)], lid[int(count * 0.35) : int(count * 0.75)]
    canvas.drawPath(brush(outer, 0.11 * eye.eyes.lower_lash, 2, 0.75, 0, 0.25), fill(color, 0.75))
    canvas.drawPath(brush(inner, 0.045, 2, 0.2), fill(color, 0.30))


def _lash_thickness(eye: _Eye) -> Floats:
    at = np.linspace(0, 1, len(eye.upper))
    positions = [0, 0.15, 0.35, 0.6, 0.82, 0.94, 1]
    thickness = np.interp(at, positions, [0.04, 0.17, 0.32, 0.40, 0.42, 0.36, 0.22])
    return np.asarray(thickness * eye.eyes.shape.lash * eye.eyes.lash_weight)


def _draw_upper_lashes(canvas: Canvas, eye: _Eye) -> None:
    """Draws the mass of the upper lashes with its wing and spikes."""
    shape, upper, eyes = eye.eyes.shape, eye.upper, eye.eyes
    at, thick = np.linspace(0, 1, len(upper)), _lash_thickness(eye)
    aside = np.interp(at, [0, 0.6, 1], [0, 0, 0.10]) * shape.lash * eyes.lash_weight
    outer = upper + np.stack([aside, thick], 1)
    inner = upper - np.stack([0 * at, 0.03 + 0.10 * np.sin(np.pi * at)], 1)
    wing_y = shape.outer + shape.tilt + shape.wing_y * eyes.wing
    wing = [[1.03 + shape.wing_x * eyes.wing, wing_y]]
    mass = polygon(np.vstack([inner, [upper[-1] + [0.06, -0.02]], wing, outer[::-1]]))
    edge, core = mix(eye.lash, hex_color("7a3630"), 0.5), eye.lash * 0.72
    shades = [edge, core, core, mix(core, edge, 0.5)]
    canvas.drawPath(mass, fill(shader=linear((-1, 0), (1.15, 0), shades, [0, 0.28, 0.8, 1])))
    for u, down, across, up in _SPIKES[: eyes.spikes]:
        nearest = int(np.argmin(np.abs(upper[:, 0] - u)))
        start = outer[nearest] - [down, 0.03]
        end = start + np.array([across, up + shape.wing_y * 0.3])
        middle = (start + end) / 2 + [0.03, -0.03]
        canvas.drawPath(brush([start, middle, end], 0.13, 3, 1, 0, 0.12), fill(core))


def _draw_crease(canvas: Canvas, eye: _Eye) -> None:
    """Draws the fold above the lid."""
    if not eye.eyes.crease:
        return
    lift = _lash_thickness(eye)[5:-2] + 0.13 + 0.10 * eye.eyes.crease
    fold = eye.upper[5:-2] + np.stack([0 * lift + 0.03, lift], 1)
    color = mix(eye.skin.line, eye.lash, 0.35)
    canvas.drawPath(brush(fold[::3], 0.075, 3, 0.1, 0.1, 0.6), fill(color, 0.70))


def draw_brow(canvas: Canvas, spec: PortraitSpec, head: Head, side: int, opacity: float) -> None:
    """Draws the brow on side -1 or 1."""
    brows, eyes = spec.brows, spec.eyes
    palette = hair_palette(spec.hair.color, spec.skin, spec.style)
    color = mix(mix(palette.shadow, palette.deep, 0.45), hex_color("7b4a40"), 0.3)
    width = eyes.shape.width * 1.02
    points = [
        (-0.95 * width, brows.inner),
        (-0.35 * width, brows.inner * 0.45 + 0.03 + brows.arch * 0.5),
        (0.35 * width, 0.03 + brows.arch),
        (1.05 * width, -0.03 + brows.outer),
    ]
    height = eyes.y + brows.lift + brows.asymmetry * side
    with saved(canvas):
        canvas.concat(head.frame_on_face(side * eyes.x * 0.98, height, side, 0.72))
        canvas.drawPath(brush(points, brows.width, 6, 0.45, 0.0, 0.3), fill(color, opacity))
