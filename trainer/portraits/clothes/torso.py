"""The torso on which garments are drawn: a bent frontal plane, shaded cloth, folds, sleeves.

Units: head units from the pit of the neck, x to the right, y down; about y < 0.95 shows. Garments
are designed for a frontal torso; `Torso.bend` slopes and raises the shoulders and turns the body.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from trainer.portraits import canvas as draw
from trainer.portraits.canvas import fill, linear, radial, stroke, union
from trainer.portraits.colors import (
    WHITE,
    Floats,
    cloth_light,
    cloth_shadow,
    darker,
    hex_color,
    mix,
)
from trainer.portraits.trim import draw_cloth, draw_inside, draw_lace

if TYPE_CHECKING:
    from trainer.portraits.canvas import Canvas, Path
    from trainer.portraits.colors import Values
    from trainer.portraits.model import Clothes, Style
    from trainer.portraits.trim import Line

SIDES = (-1, 1)
UNDER = hex_color("3a2f66")
"""The violet of shadows that one piece of cloth casts on another."""

Points = list[tuple[float, float]]


def mirrored(side: int, points: Points) -> Points:
    """Returns points of a right half, moved to side -1 or 1."""
    return [(side * x, y) for x, y in points]


@dataclass(frozen=True)
class Torso:
    """Draws cloth on one torso.

    Attributes:
        canvas: A skia canvas in torso units.
        clothes: The garment.
        style: The illustrator.
        rng: Stream of the folds.
        light_side: 1 if the light comes from the left, else -1.
    """

    canvas: Canvas
    clothes: Clothes
    style: Style
    rng: np.random.Generator
    light_side: int

    @property
    def half(self) -> float:
        """Half the width of the shoulders."""
        return self.clothes.shoulder_width * 1.07

    def bend(self, points: Values) -> Floats:
        """Returns points (n, 2) of the frontal torso where they lie on the posed one."""
        turn = self.clothes.turn * 0.55
        c, s = math.cos(turn), math.sin(turn)
        # Plain floats: the outlines are short, and array calls would cost more than they do.
        return np.array([self._bend_point(float(x), float(y), c, s) for x, y in points])

    def _bend_point(self, x: float, y: float, c: float, s: float) -> tuple[float, float]:
        clothes, out = self.clothes, max(abs(x) - 0.30, 0.0)
        lowered = y + clothes.slope * 2.0 * min(out, 1.2) * math.exp(-1.2 * max(y - 0.5, 0.0))
        raised = clothes.raise_left if x < 0 else clothes.raise_right
        t = min(out / 0.70, 1.0)
        lowered -= raised * t * t * (3 - 2 * t) * math.exp(-1.5 * max(y - 0.3, 0.0))
        t = min(max((y + 0.35) / 0.80, 0.0), 1.0)
        depth = 0.50 * math.sqrt(max(1 - (x / 1.35) ** 2, 0.0)) * t * t * (3 - 2 * t)
        return x * c + depth * s, lowered

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Returns where one point of the frontal torso lies."""
        bent = self.bend([(x, y)])[0]
        return float(bent[0]), float(bent[1])

    def curve(self, points: Points, closed: bool = True, steps: int = 6) -> Path:
        """Returns a smooth path on the torso."""
        return draw.curve(self.bend(points), closed, steps)

    def polygon(self, points: Points, closed: bool = True) -> Path:
        """Returns a path of straight lines on the torso."""
        return draw.polygon(self.bend(points), closed)

    def brush(
        self,
        points: Points,
        width: float,
        steps: int = 5,
        start: float = 0.0,
        end: float = 0.0,
        peak: float = 0.5,
    ) -> Path:
        """Returns a tapered stroke on the torso; see `canvas.brush`."""
        return draw.brush(self.bend(points), width, steps, start, end, peak)

    def ink(self, color: Floats) -> Floats:
        """Returns the line colour of cloth."""
        return mix(darker(color, 0.42), self.style.ink, 0.35)

    def cloth(
        self,
        path: Path,
        color: Floats,
        light: Line = ((-0.6, -0.3), (0.8, 0.9)),
        line: float | None = None,
        shade: float = 0.35,
    ) -> None:
        """Fills a path with shaded cloth and draws its outline."""
        width = 0.025 * self.style.line_width if line is None else line
        draw_cloth(
            self.canvas,
            path,
            color,
            light=light,
            shade=shade,
            line=width,
            line_color=self.ink(color),
            opacity=0.45 + 0.4 * self.style.line_opacity,
        )

    def mark(
        self, path: Path, shape: Path, color: Floats, alpha: float, blur: float = 0.03
    ) -> None:
        """Fills a soft mark inside a path."""
        draw_inside(self.canvas, path, shape, color, alpha, blur)

    def cast(self, path: Path, width: float = 0.08, alpha: float = 0.25) -> None:
        """Draws the shadow that a piece of cloth casts on what lies below."""
        self.canvas.drawPath(path, stroke(UNDER, width, alpha, blur=0.03))

    def collar_shadow(self, depth: float, width: float) -> None:
        """Draws the shadow below a collar."""
        outline = [(-width, 0.02), (-width * 0.7, depth * 0.9), (0.0, depth * 1.5)]
        outline += [(width * 0.7, depth * 0.9), (width, 0.02), (0.2, 0.1), (-0.2, 0.1)]
        self.canvas.drawPath(self.curve(outline), fill(UNDER, 0.20, blur=0.04))

    def stitch(
        self, points: Points, color: Floats, width: float = 0.012, alpha: float = 0.7
    ) -> None:
        """Draws a dashed seam."""
        line = self.bend(draw.spline(points, False, 8))
        dashes = [draw.polygon(line[i : i + 2], False) for i in range(0, len(line) - 1, 2)]
        self.canvas.drawPath(union(dashes), stroke(color, width, alpha))

    def edge(self, points: Points, color: Floats, width: float = 0.03) -> None:
        """Draws a ribbon with dark borders along a line."""
        path = self.curve(points, False)
        self.canvas.drawPath(path, stroke(self.ink(color), width + 0.022, 0.7))
        self.canvas.drawPath(path, stroke(color, width))

    def line(self, points: Points, color: Floats, width: float, alpha: float = 0.95) -> None:
        """Draws a plain line."""
        self.canvas.drawPath(self.curve(points, False), stroke(color, width, alpha))

    def button(self, x: float, y: float, color: Floats, radius: float = 0.042) -> None:
        """Draws a button."""
        x, y = self.at(x, y)
        shades = [cloth_light(color, 0.6), color, cloth_shadow(color)]
        lit = radial((x - radius * 0.4, y - radius * 0.4), radius * 1.6, shades)
        self.canvas.drawCircle(x, y, radius, fill(shader=lit))
        self.canvas.drawCircle(x, y, radius, stroke(self.ink(color), 0.012, 0.8))

    def brooch(self, x: float, y: float, color: Floats, radius: float = 0.06) -> None:
        """Draws a stone in a golden setting."""
        x, y = self.at(x, y)
        gold = [hex_color("fff1b8"), hex_color("d9b25a"), hex_color("8a6020")]
        setting = linear((x - radius, y - radius), (x + radius, y + radius), gold)
        self.canvas.drawCircle(x, y, radius * 1.35, fill(shader=setting))
        self.canvas.drawCircle(x, y, radius * 1.35, stroke(hex_color("6e4a1c"), 0.012, 0.8))
        stone = [cloth_light(color, 0.5), color, cloth_shadow(color)]
        lit = radial((x, y + radius * 0.4), radius * 1.3, stone)
        self.canvas.drawCircle(x, y, radius, fill(shader=lit))
        self.canvas.drawCircle(
            x - radius * 0.3, y - radius * 0.35, radius * 0.26, fill(WHITE, 0.95)
        )

    def lace(self, points: Points, depth: float, scallops: int, color: Floats = WHITE) -> None:
        """Draws lace along a line."""
        draw_lace(self.canvas, self.bend(points), depth, scallops, color)

    def bodice(self, neck_y: float, neck_x: float) -> Path:
        """Returns the outline of a garment's trunk, open to a V below the neck."""
        w = self.half
        right = [(w * 1.02, 0.75), (w * 0.98, 0.30), (w * 0.80, 0.10), (0.52, 0.02)]
        right += [(neck_x, neck_y), (0.1, 0.42)]
        left = [(-x, y) for x, y in reversed(right)]
        points = [*left[1:], (-w * 1.02, 1.5), (w * 1.02, 1.5), *right[:-1], (0.1, 0.42), (0, 0.46)]
        return self.curve([(-0.1, 0.42), *points], True, 5)
