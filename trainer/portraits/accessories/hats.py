"""Paints hats as bodies in three dimensions, so that they turn with the head."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from trainer.portraits.accessories.hat_textures import (
    draw_check,
    draw_creases,
    draw_ribs,
    draw_seams,
    draw_weave,
)
from trainer.portraits.accessories.hat_trim import (
    draw_emblem,
    draw_fur,
    draw_pompom,
    draw_stem,
)
from trainer.portraits.accessories.solid import (
    COLUMNS,
    Seat,
    Surface,
    fill_surface,
    lathe,
    tones,
)
from trainer.portraits.canvas import brush as brushed
from trainer.portraits.canvas import clipped, fill, polygon, saved, spline, stroke
from trainer.portraits.colors import WHITE, Floats, cloth_light, cloth_shadow, darker, mix
from trainer.portraits.hair.shell import CENTER, RADII
from trainer.portraits.trim import draw_bow

if TYPE_CHECKING:
    from trainer.portraits.canvas import Canvas, Path
    from trainer.portraits.head import Head
    from trainer.portraits.model.hats import Brim, Hat, HatBand, Peak, Profile

_LINE = 0.013
"""Width of outlines, in head units."""
_EASE = 0.035
"""Room between hair and hat, in head units."""
_BRIM_ROWS = 7
_PEAK_ROWS = 6
_CUFF_RIBS = 32


def draw_hat(
    canvas: Canvas, hat: Hat, head: Head, volume: float, light: Floats, front: bool
) -> None:
    """Draws the part of a hat that lies in front of the head, or the part behind it.

    Args:
        canvas: A skia canvas.
        hat: The hat.
        head: The posed head.
        volume: Size of the hair's shell, about 1.1.
        light: Unit vector toward the light, in the view.
        front: Which part.
    """
    painting = _HatPainting(canvas, hat, head, volume, light)
    if front:
        painting.paint_front()
    else:
        painting.paint_back()


class _HatPainting:
    """One hat on one head."""

    def __init__(self, canvas: Canvas, hat: Hat, head: Head, volume: float, light: Floats) -> None:
        self.canvas, self.hat, self.head, self.light = canvas, hat, head, light
        place = hat.seat
        self.seat = Seat(head, place.place, place.turn, place.back, place.askew)
        self.radius = _opening(hat, volume)
        self.profile = _tall_enough(hat, volume)
        self.color, self.trim = np.asarray(hat.color), np.asarray(hat.trim)
        self.ink = darker(self.color, 0.49)
        self.line = head.scale * _LINE
        self.seen_from_below = float(self.seat.axis()[2]) < 0

    def paint_back(self) -> None:
        """Paints the far half of a brim that is seen from below."""
        brim = self.hat.brim
        if brim is None or not self.seen_from_below:
            return
        surface = self._brim_surface(brim)
        path = polygon(surface.xy[0])
        with clipped(self.canvas, path):
            surface.draw(self.canvas, self._brim_top(surface), self._brim_under(surface))
        self.canvas.drawPath(path, stroke(self.ink, self.line, 0.8))

    def paint_front(self) -> None:
        """Paints everything before the head."""
        hat = self.hat
        if hat.brim is not None and not self.seen_from_below:
            self._paint_brim(hat.brim)
        for side in (-1, 1):
            if hat.ears:
                self._paint_ear(side)
        crown = self._paint_crown()
        if hat.band is not None:
            self._paint_band(hat.band)
        if hat.peak is not None:
            self._paint_peak(hat.peak)
        if hat.brim is not None and self.seen_from_below:
            self._paint_near_brim(hat.brim)
        self._paint_topping(crown)
        self._paint_emblem()
        if hat.bow is not None:
            self._paint_bow()

    def _crown_surface(self) -> Surface:
        crown = self.hat.crown
        points = lathe(self.profile, self.radius, crown.bend, crown.bend_from)
        return Surface(self.seat, _sagged(points, crown.sag))

    def _paint_crown(self) -> Surface:
        crown, hat = self._crown_surface(), self.hat
        path = crown.outline()
        fill_surface(self.canvas, crown, self._crown_colors(crown), path)
        with clipped(self.canvas, path):
            if hat.material == "felt":
                draw_creases(self.canvas, crown, self.color, hat.crown.folds, self.line)
            if hat.material == "straw":
                draw_weave(self.canvas, crown, self.color, self.line)
            if hat.material == "check":
                draw_check(self.canvas, crown, self.color, self.line)
            if hat.crown.ribs:
                draw_ribs(self.canvas, crown, self.color, hat.crown.ribs, self.line)
            if hat.crown.panels:
                draw_seams(self.canvas, crown, self.ink, hat.crown.panels, self.line)
            self._paint_rim_light(path)
        self.canvas.drawPath(path, stroke(self.ink, self.line, 0.8))
        return crown

    def _crown_colors(self, crown: Surface) -> Floats:
        return tones(
            crown.normals,
            self.light,
            self.color,
            unevenness=self._folds(crown) - self._low_shade(crown),
        )

    def _folds(self, surface: Surface) -> Floats:
        """Returns soft folds that start at the opening and fade upward."""
        rows, columns = surface.points.shape[:2]
        angle = np.linspace(-math.pi, math.pi, columns)[None, :]
        height = np.linspace(0, 1, rows)[:, None]
        phase = self.hat.seat.place[1] * 60
        waves = np.sin(5 * angle + phase + 2.5 * height) + 0.7 * np.sin(9 * angle - phase)
        return np.asarray(self.hat.crown.folds * waves * (1 - 0.6 * height))

    def _low_shade(self, surface: Surface) -> Floats:
        """Returns a little shade just above the opening."""
        height = np.linspace(0, 1, len(surface.points))[:, None]
        return np.asarray(0.30 * np.exp(-((height / 0.16) ** 2)))

    def _paint_rim_light(self, path: Path) -> None:
        size = self.head.scale
        with saved(self.canvas):
            self.canvas.translate(float(-self.light[0] * 0.02 * size), 0.018 * size)
            edge = stroke(cloth_light(self.color, 0.75), 0.04 * size, 0.30, blur=0.016 * size)
            self.canvas.drawPath(path, edge)

    def _paint_band(self, band: HatBand) -> None:
        profile = np.array(self.profile)
        heights = np.linspace(band.low, band.high, 5)
        share = np.interp(heights, profile[:, 1], profile[:, 0])
        round_off = np.sqrt(np.clip(1 - np.linspace(-1, 1, 5) ** 4, 0, 1))
        thick = band.bulge * (0.35 + 0.65 * round_off)
        pairs = [(float(s + t), float(h)) for s, t, h in zip(share, thick, heights, strict=True)]
        points = _sagged(lathe(pairs, self.radius, steps=2), self.hat.crown.sag, len(profile))
        surface, color = Surface(self.seat, points), np.asarray(band.color)
        path = surface.outline()
        if band.kind == "fur":
            draw_fur(self.canvas, surface, color, self.light, self.head.scale)
            return
        fill_surface(self.canvas, surface, tones(surface.normals, self.light, color), path)
        with clipped(self.canvas, path):
            if band.kind == "cuff":
                draw_ribs(self.canvas, surface, color, _CUFF_RIBS, self.line)
            for stripe in range(band.stripes):
                row = (len(points) - 1) * (stripe + 1) / (band.stripes + 1)
                columns = np.linspace(0, COLUMNS - 1.01, 60)
                for piece in surface.line(np.stack([np.full_like(columns, row), columns], 1)):
                    pale = WHITE * 0.98 if float(np.mean(color)) < 0.7 else darker(color, 0.6)
                    line = stroke(pale, self.head.scale * 0.025, 0.9)
                    self.canvas.drawPath(polygon(piece, closed=False), line)
        self.canvas.drawPath(path, stroke(darker(color, 0.49), self.line * 0.9, 0.8))

    def _brim_surface(self, brim: Brim) -> Surface:
        angle = np.linspace(-math.pi, math.pi, COLUMNS)[None, :]
        out = np.linspace(1, 0, _BRIM_ROWS)[:, None]
        wave = brim.wave * np.sin(brim.waves * angle + brim.phase) * out**1.5
        reach = out * brim.width * math.cos(brim.slope)
        down = out * brim.width * math.sin(brim.slope) + brim.curl * brim.width * (out**3) * 0.5
        base = self.hat.crown.profile[0][0]
        x = (self.radius[0] * base + reach) * np.sin(angle)
        z = (self.radius[1] * base + reach) * np.cos(angle)
        return Surface(self.seat, np.stack([x, wave - down, z], -1))

    def _brim_top(self, surface: Surface) -> Floats:
        inward = np.linspace(0, 1, len(surface.points))[:, None]
        shade = 0.45 * smooth_inner(inward)
        return tones(surface.normals, self.light, self.color, unevenness=0.12 - shade)

    def _brim_under(self, surface: Surface) -> Floats:
        inward = np.linspace(0, 1, len(surface.points))[:, None, None]
        low = cloth_shadow(self.color, 0.75)
        deep = mix(low, darker(self.color, 0.45), 0.55)
        return np.asarray(low + (deep - low) * inward + np.zeros_like(surface.normals))

    def _paint_brim(self, brim: Brim) -> None:
        """Paints a brim that is seen from above."""
        surface = self._brim_surface(brim)
        self._fill_brim(surface, surface.outline(hollow=False))

    def _paint_near_brim(self, brim: Brim) -> None:
        """Paints the near half of a brim that is seen from below."""
        surface = self._brim_surface(brim)
        across = surface.xy[0] @ _right(self.head)
        start, end = sorted((int(np.argmin(across)), int(np.argmax(across))))
        self._fill_brim(surface, surface.part(start, end))

    def _fill_brim(self, surface: Surface, path: Path) -> None:
        with clipped(self.canvas, path):
            surface.draw(self.canvas, self._brim_top(surface), self._brim_under(surface))
            if self.hat.material == "straw":
                draw_weave(self.canvas, surface, self.color, self.line)
            self._paint_rim_light(path)
        self.canvas.drawPath(path, stroke(self.ink, self.line, 0.8))

    def _paint_peak(self, peak: Peak) -> None:
        angle = np.linspace(-1, 1, 21)[None, :] * peak.half_angle
        out = np.linspace(1, 0, _PEAK_ROWS)[:, None]
        length = peak.length * np.cos(angle / peak.half_angle * math.pi / 2) ** 0.6
        base = self.hat.crown.profile[0][0] + 0.01
        reach, arch = out * length * math.cos(peak.slope), 0.10 * np.cos(angle / peak.half_angle)
        x = (self.radius[0] * base + 0.25 * reach) * np.sin(angle)
        z = self.radius[1] * base * np.cos(angle) + reach
        y = -out * length * math.sin(peak.slope) + arch * out * 0.4 + 0.02
        surface = Surface(self.seat, np.stack([x, y, z], -1))
        color = np.asarray(self.hat.trim if self.hat.kind == "cap" else self.hat.color)
        if peak.leather:
            color = darker(self.trim, 0.35)
        path = polygon(np.vstack([surface.xy[0], surface.xy[-1][::-1]]))
        under = mix(cloth_shadow(color, 0.8), darker(color, 0.5), 0.5)
        with clipped(self.canvas, path):
            top = tones(surface.normals, self.light, color, unevenness=0.08)
            surface.draw(self.canvas, top, under + np.zeros_like(top))
            self._paint_glint(surface, color, 0.85 if peak.leather else 0.3)
        self.canvas.drawPath(path, stroke(darker(color, 0.49), self.line, 0.82))

    def _paint_glint(self, surface: Surface, color: Floats, alpha: float) -> None:
        lean = -0.30 * float(np.sign(self.light[0]) or 1.0)
        columns = (0.5 - 0.5 * lean + np.linspace(-0.22, 0.22, 9)) * 20
        middle = (_PEAK_ROWS - 1) * 0.42
        for piece in surface.line(np.stack([np.full(9, middle), columns], 1)):
            if len(piece) > 3:
                mark = brushed(piece[::2], self.head.scale * 0.055, 4)
                paint = fill(mix(color, WHITE, 0.8), alpha, blur=self.head.scale * 0.010)
                self.canvas.drawPath(mark, paint)

    def _paint_ear(self, side: int) -> None:
        """Paints a cat's ear: a flat cone that leans outward, with its lining."""
        tall, width = self.hat.ears, 0.40 * self.hat.ears + 0.14
        foot = np.array([side * 0.56 * self.radius[0], self.profile[-1][1] * 0.62, 0.05])
        inner_foot = foot + np.array([-side * width, 0.10, 0.0])
        outer_foot = foot + np.array([side * width * 0.85, -0.22, 0.0])
        tip = foot + np.array([side * 0.42 * tall, tall, 0.02])
        corners = np.array([inner_foot, tip, outer_foot])
        middle = corners.mean(0)
        path = polygon(self.seat.project(_ear_outline(corners, foot - (0, 0.25, 0)))[0])
        lining = middle + (corners - middle) * 0.66
        hollow = polygon(self.seat.project(_ear_outline(lining, foot))[0])
        self.canvas.drawPath(path, fill(self.color))
        pink = cloth_light(mix(self.trim, np.array([0.96, 0.72, 0.76]), 0.6), 0.2)
        size = self.head.scale
        with clipped(self.canvas, path):
            self.canvas.drawPath(hollow, fill(pink, blur=size * 0.008))
            self.canvas.drawPath(hollow, stroke(cloth_shadow(pink, 0.8), size * 0.012, 0.7))
            shade = fill(cloth_shadow(self.color, 0.8), 0.6, blur=size * 0.05)
            self.canvas.drawCircle(*map(float, self.seat.project(foot)[0]), 0.16 * size, shade)
            self._paint_rim_light(path)
        self.canvas.drawPath(path, stroke(self.ink, self.line, 0.8))

    def _paint_topping(self, crown: Surface) -> None:
        end, hat = crown.xy[-1].mean(0), self.hat
        if hat.topping == "pompom":
            color = np.asarray(hat.band.color if hat.band else hat.trim)
            radius = hat.topping_size * self.head.scale
            draw_pompom(self.canvas, end, radius, color, self.light)
        elif hat.topping in {"stem", "button"} and crown.normals[-1, 0, 2] > -0.6:
            below = crown.xy[-4].mean(0)
            draw_stem(self.canvas, end, below, self.color, self.head.scale, hat.topping)

    def _on_crown(self, angle: float, height: float, lift: float = 0.03) -> Floats:
        """Returns the canvas position of a point on the crown."""
        profile = np.array(self.profile)
        share = float(np.interp(height, profile[:, 1], profile[:, 0]))
        x = (share * self.radius[0] + lift) * math.sin(angle)
        z = (share * self.radius[1] + lift) * math.cos(angle)
        return self.seat.at(x, height, z)

    def _paint_emblem(self) -> None:
        hat = self.hat
        if hat.emblem == "none":
            return
        band = hat.band
        height = (band.low + band.high) / 2 if band and hat.peak is None else 0.24
        angle = hat.bow_angle if hat.emblem == "flower" else 0.0
        place = self._on_crown(angle, height)
        turn = self.head.tilt_degrees + math.degrees(hat.seat.askew)
        size = self.head.scale * (0.9 if hat.seat.radius == 0 else 0.8)
        draw_emblem(self.canvas, hat.emblem, place, turn, size, self.trim)

    def _paint_bow(self) -> None:
        bow, band = self.hat.bow, self.hat.band
        if bow is None:
            return
        height = (band.low + band.high) / 2 if band else 0.16
        place = self._on_crown(self.hat.bow_angle, height)
        with saved(self.canvas):
            self.canvas.translate(float(place[0]), float(place[1]))
            self.canvas.rotate(self.head.tilt_degrees)
            self.canvas.scale(self.head.scale, self.head.scale)
            draw_bow(self.canvas, 0, 0, bow)


def smooth_inner(inward: Floats) -> Floats:
    """Returns the shade a crown casts on its brim: 0 at the rim, 1 at the crown."""
    return np.asarray(inward**3)


def _opening(hat: Hat, volume: float) -> tuple[float, float]:
    """Returns half-width and half-depth of a hat's opening: the hair's shell at that height."""
    if hat.seat.radius:
        return hat.seat.radius, hat.seat.radius
    up = (hat.seat.place[1] - CENTER[1]) / (RADII[1] * volume)
    share = math.sqrt(max(0.2, 1 - up * up))
    return RADII[0] * volume * share + _EASE, RADII[2] * volume * share + _EASE


def _tall_enough(hat: Hat, volume: float) -> Profile:
    """Returns the crown's profile, stretched where the hair would come through its top."""
    if hat.seat.radius:
        return hat.crown.profile
    needed = CENTER[1] + RADII[1] * volume + _EASE - hat.seat.place[1]
    stretch = max(1.0, needed / hat.crown.profile[-1][1])
    return tuple((share, height * stretch) for share, height in hat.crown.profile)


def _sagged(points: Floats, sag: float, rows: int = 0) -> Floats:
    """Returns points whose lower rows hang down beside the face and behind it."""
    if not sag:
        return points
    angle = np.linspace(-math.pi, math.pi, points.shape[1])[None, :]
    count = len(points)
    low = np.linspace(1, 0.86 if rows else 0, count)[:, None] ** 2
    beside = np.clip((1 - np.cos(angle)) / 1.4, 0, 1) ** 1.4
    down = np.zeros_like(points)
    down[..., 1] = -sag * low * beside
    return points + down


def _right(head: Head) -> Floats:
    """Returns the head's x axis on the canvas."""
    step = head.place(1, 0, 0) - head.place(0, 0, 0)
    return np.asarray(step / np.hypot(*step))


def _ear_outline(corners: Floats, low: Floats) -> Floats:
    left, tip, right = corners
    bulge = 0.06 * (tip - low)
    rising = spline(np.array([left, (left + tip) / 2 - (right - left) * 0.07 + bulge, tip]))
    falling = spline(np.array([tip, (right + tip) / 2 + (right - left) * 0.07 + bulge, right]))
    return np.vstack([rising, falling, low[None]])
