"""The torso on which garments are drawn: a posed body and strokes, shapes and lines on it.

Units: head units from the pit of the neck, x to the right, y down; about y < 0.8 shows. Garments
are designed for a frontal torso; `Torso.bend` slopes and raises the shoulders and turns the body.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from trainer.portraits import canvas as draw
from trainer.portraits.canvas import clipped, fill, stroke, union
from trainer.portraits.colors import Floats, darker, hex_color, mix

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.portraits.canvas import Canvas, Path
    from trainer.portraits.colors import Values
    from trainer.portraits.model import Clothes, Style

SIDES = (-1, 1)
UNDER = hex_color("453a70")
"""The violet of shadows that one piece of cloth casts on another."""

Points = list[tuple[float, float]]

_CHEST_DEPTH = 0.62
"""How far the chest lies before the shoulders, which turning moves sideways."""
_PIT_DEPTH = 0.32
"""Depth of the pit of the neck, which turning leaves in its place."""
_CHEST_WIDTH = 1.45
_NEARNESS = 0.09
"""Growth of what the turn brings nearer, and how far it sinks, per head unit."""
_PALE_INK = hex_color("51507c")
_LINE = 0.0165
_INK_SHARE = 0.30


def mirrored(side: int, points: Points) -> Points:
    """Returns points of a right half, moved to side -1 or 1."""
    return [(side * x, y) for x, y in points]


def _ramp(t: Floats) -> Floats:
    cut = np.minimum(np.maximum(t, 0.0), 1.0)
    return np.asarray(cut * cut * (3 - 2 * cut))


@dataclass(frozen=True)
class Torso:
    """Draws on one torso.

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
        return self.clothes.shoulder_width

    @cached_property
    def _turn(self) -> tuple[float, float]:
        return math.cos(self.clothes.turn), math.sin(self.clothes.turn)

    def bend(self, points: Values) -> Floats:
        """Returns points (n, 2) of the frontal torso where they lie on the posed one."""
        flat = np.asarray(points, dtype=np.float64)
        x, y = flat[:, 0], flat[:, 1]
        clothes, (c, s) = self.clothes, self._turn
        out = np.minimum(np.maximum(np.abs(x) - 0.26, 0.0), 1.2)
        raised = np.where(x < 0, clothes.raise_left, clothes.raise_right) * _ramp(out / 0.7)
        lower = (clothes.slope * 1.5 * out - raised) * np.exp(-1.2 * np.maximum(y - 0.5, 0.0))
        bulge = np.sqrt(np.maximum(1 - (x / _CHEST_WIDTH) ** 2, 0.0))
        depth = _CHEST_DEPTH * bulge * _ramp((y + 0.35) / 0.8)
        near = _NEARNESS * (depth * c - x * s)
        bent_x, bent_y = (x * c + (depth - _PIT_DEPTH) * s) * (1 + near), y + lower + near
        return np.stack([bent_x, bent_y], 1)

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Returns where one point of the frontal torso lies."""
        bent = self.bend([(x, y)])[0]
        return float(bent[0]), float(bent[1])

    def curve(self, points: Points, closed: bool = True, steps: int = 5) -> Path:
        """Returns a smooth path on the torso."""
        return draw.curve(self.bend(points), closed, steps)

    def cut(self, *edges: Points, steps: int = 4) -> Path:
        """Returns a closed path of smooth edges that meet in sharp corners, as cloth is cut."""
        bent = self.bend([point for edge in edges for point in edge])
        parts, start = [], 0
        for edge in edges:
            part = bent[start : start + len(edge)]
            parts.append(draw.spline(part, False, steps) if len(edge) > 2 else part)
            start += len(edge)
        return draw.polygon(np.concatenate(parts))

    def brush(
        self,
        points: Points,
        width: float,
        steps: int = 4,
        start: float = 0.0,
        end: float = 0.0,
        peak: float = 0.5,
    ) -> Path:
        """Returns a tapered stroke on the torso; see `canvas.brush`."""
        return draw.brush(self.bend(points), width, steps, start, end, peak)

    def ink(self, color: Floats) -> Floats:
        """Returns the line colour of cloth: dark, in the hue of the cloth."""
        line = darker(color, 0.36 if float(np.mean(color)) > 0.6 else 0.45)
        pale = min(max((float(np.min(color)) - 0.6) / 0.3, 0.0), 1.0)
        line = mix(line, _PALE_INK, 0.6 * pale)
        return mix(line, self.style.ink, _INK_SHARE)

    @property
    def line_width(self) -> float:
        """Width of outlines."""
        return _LINE * (0.42 + 0.50 * self.style.line_width)

    def outline(self, path: Path, color: Floats, width: float = 1.0) -> None:
        """Draws the contour of a piece of cloth; `width` in usual line widths."""
        alpha = 0.42 + 0.42 * self.style.line_opacity
        self.canvas.drawPath(path, stroke(self.ink(color), self.line_width * width, alpha))

    def creases(self, paths: Sequence[Path], color: Floats, alpha: float = 0.7) -> None:
        """Draws tapered lines in the ink of a cloth."""
        if paths:
            self.canvas.drawPath(union(paths), fill(self.ink(color), alpha))

    def line(self, points: Points, color: Floats, width: float, alpha: float = 0.95) -> None:
        """Draws a plain line."""
        self.canvas.drawPath(self.curve(points, False), stroke(color, width, alpha))

    def cast(self, path: Path, x: float = 0.0, y: float = 0.045, alpha: float = 0.44) -> None:
        """Draws the shadow that a piece of cloth casts on what lies below, moved by x, y."""
        moved = draw.moved(path, x + 0.02 * self.light_side, y)
        self.canvas.drawPath(moved, fill(UNDER, alpha, blur=0.012))

    def mark(
        self, path: Path, shape: Path, color: Floats, alpha: float, blur: float = 0.02
    ) -> None:
        """Fills a soft mark inside a path."""
        with clipped(self.canvas, path):
            self.canvas.drawPath(shape, fill(color, alpha, blur=blur))

    def shoulder(self, side: int, neck: tuple[float, float] = (0.27, -0.14)) -> Points:
        """Returns the contour of shoulder and sleeve from the neck down past the lower edge."""
        w, clothes = self.half, self.clothes
        elbow = clothes.elbow_left if side < 0 else clothes.elbow_right
        puff, loose = 0.085 * clothes.puff, 0.04 * clothes.fit
        return mirrored(
            side,
            [
                neck,
                (0.40, -0.055),
                (w * 0.62, -0.015 - puff * 0.1),
                (w * 0.86, 0.02 - puff * 0.5),
                (w * 0.965 + puff * 0.3, 0.085 - puff * 0.6),
                (w * 1.01 + puff * 0.8 + loose, 0.22 - puff * 0.3),
                (w * 1.03 + puff + loose + elbow * 0.16, 0.45),
                (w * 1.05 + puff * 0.5 + loose + elbow * 0.45, 0.9),
                (w * 1.06 + elbow * 0.8, 1.6),
            ],
        )
