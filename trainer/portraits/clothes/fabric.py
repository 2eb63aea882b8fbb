"""What makes cloth of a flat garment: folds, sleeves with folds of their own, printed patterns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from trainer.portraits.canvas import clipped, fill, stroke, union
from trainer.portraits.clothes.torso import SIDES, mirrored
from trainer.portraits.colors import WHITE, cloth_light, cloth_shadow, mix

if TYPE_CHECKING:
    from trainer.portraits.canvas import Path
    from trainer.portraits.clothes.torso import Torso
    from trainer.portraits.colors import Floats


def draw_folds(torso: Torso, path: Path, color: Floats, density: float = 1.0) -> None:
    """Draws soft shadow masses, then crisp folds with light edges, inside a path."""
    with clipped(torso.canvas, path):
        torso.canvas.drawPath(_shadow_mass(torso), fill(cloth_shadow(color, 0.5), 0.62, blur=0.06))
        folds, lights, creases = _armpit_folds(torso, density)
        _add_hanging_folds(torso, density, folds, lights, creases)
        _fill_folds(torso, color, folds, lights, creases)


def _fill_folds(
    torso: Torso, color: Floats, folds: list[Path], lights: list[Path], creases: list[Path]
) -> None:
    # All folds of a kind are one path: one blur instead of a dozen.
    blur = 0.010 + 0.035 * torso.style.cloth_softness
    torso.canvas.drawPath(union(folds), fill(cloth_shadow(color, 0.95), 0.58, blur=blur))
    torso.canvas.drawPath(union(lights), fill(cloth_light(color, 0.55), 0.50, blur=blur))
    torso.canvas.drawPath(union(creases), fill(torso.ink(color), 0.60))


def _shadow_mass(torso: Torso) -> Path:
    w, q = torso.half, torso.light_side
    low = [(-w * 1.3, 0.95), (-w * 0.8, 0.66), (-0.3, 0.92), (0.3, 0.84), (w * 0.8, 0.62)]
    low += [(w * 1.3, 0.85), (w * 1.3, 1.6), (-w * 1.3, 1.6)]
    chin = [(-0.60, -0.02), (-0.2, 0.28), (0.25, 0.28), (0.62, -0.02), (0.66, 0.18)]
    chin += [(0.36, 0.50), (0.05 + 0.1 * q, 0.66), (-0.42, 0.42)]
    far = [(q * w * 0.55, 0.1), (q * w * 1.3, 0.1), (q * w * 1.3, 1.6), (q * w * 0.80, 1.6)]
    far.append((q * w * 0.72, 0.8))
    return union([torso.curve(low), torso.curve(chin), torso.curve(far)])


def _armpit_folds(torso: Torso, density: float) -> tuple[list[Path], list[Path], list[Path]]:
    w, u = torso.half, torso.rng.uniform
    folds, lights, creases = [], [], []
    for side in SIDES:
        for _ in range(int(2 * density + 0.5)):
            y, inner, width = u(0.36, 0.7), u(0.28, 0.55), u(0.07, 0.16)
            a = (side * w * 0.80, y)
            b = (side * w * (0.80 + inner) / 2, y + u(0.0, 0.12))
            d = (side * w * inner, y + u(0.10, 0.42))
            folds.append(torso.brush([a, b, d], width, 5, 0.7, 0, 0.2))
            above = [(a[0], a[1] - width * 0.6), (b[0], b[1] - width * 0.7)]
            above.append((d[0], d[1] - width * 0.3))
            lights.append(torso.brush(above, width * 0.4, 5, 0.3, 0, 0.4))
            creases.append(torso.brush([a, b, (d[0] * 1.1, d[1] - 0.04)], 0.020, 4, 0.8, 0, 0.1))
    return folds, lights, creases


def _add_hanging_folds(
    torso: Torso, density: float, folds: list[Path], lights: list[Path], creases: list[Path]
) -> None:
    u = torso.rng.uniform
    for i in range(int(3 * density)):
        x, y, width = u(-0.55, 0.55), u(0.40, 0.75), u(0.06, 0.15)
        folds.append(torso.brush([(x, y), (x * 0.92 + 0.02, y + 0.25), (x * 0.75, y + 0.6)], width))
        shift = -torso.light_side * width * 0.7
        beside = [
            (x + shift, y + 0.03),
            (x * 0.92 + shift, y + 0.25),
            (x * 0.75 + shift, y + 0.5),
        ]
        lights.append(torso.brush(beside, width * 0.4))
        if i % 2:
            crease = [(x, y), (x * 0.92 + 0.02, y + 0.2), (x * 0.8, y + 0.42)]
            creases.append(torso.brush(crease, 0.016, 4, 0.6, 0, 0.2))


def draw_sleeves(torso: Torso, color: Floats, puffed: bool = False, pattern: bool = False) -> None:
    """Draws both arms as shapes of their own, with folds and a seam at the shoulder."""
    for side in SIDES:
        _sleeve(torso, color, side, puffed, pattern)


def _sleeve(torso: Torso, color: Floats, side: int, puffed: bool, pattern: bool) -> None:
    w, clothes = torso.half, torso.clothes
    elbow = clothes.elbow_left if side < 0 else clothes.elbow_right
    puff = 0.16 if puffed else 0.0
    outline = [
        (w * 0.66, 0.07),
        (w * 0.86, 0.08 - puff * 0.6),
        (w * 1.04 + puff * 0.5, 0.24 - puff * 0.3),
        (w * 1.13 + puff + elbow * 0.12, 0.56),
        (w * 1.16 + puff * 0.4 + elbow * 0.30, 0.90),
        (w * 1.18 + elbow * 0.34, 1.5),
        (w * 0.84 + elbow * 0.1, 1.5),
        (w * 0.80, 0.95),
        (w * 0.80, 0.56),
        (w * 0.72, 0.30),
    ]
    path = torso.curve(mirrored(side, outline), True, 5)
    lit = side == torso.light_side
    near, far = (w * 0.7, 0.1), (w * 1.25, 0.7)
    dim_near, dim_far = (w * 1.2, 0.1), (w * 0.75, 0.8)
    start, end = mirrored(side, [near, far] if lit else [dim_near, dim_far])
    torso.cloth(path, color, light=(start, end))
    if pattern:
        draw_pattern(torso, path, color)
    with clipped(torso.canvas, path):
        _sleeve_folds(torso, color, side, elbow, puffed)
    seam = [(w * 0.66, 0.08), (w * 0.74, 0.30), (w * 0.80, 0.58)]
    line = torso.brush(mirrored(side, seam), 0.018, 5, 0.6, 0.4)
    torso.canvas.drawPath(line, fill(torso.ink(color), 0.6))


def _sleeve_folds(torso: Torso, color: Floats, side: int, elbow: float, puffed: bool) -> None:
    w, u = torso.half, torso.rng.uniform
    inner = [
        (w * 0.66, 0.2),
        (w * 0.80, 0.5),
        (w * 0.96, 0.85),
        (w * 0.95, 1.6),
        (w * 0.7, 1.6),
    ]
    outer = [(w * 1.30 + elbow * 0.4, 0.6), (w * 1.08, 0.75), (w * 1.0, 1.6), (w * 1.6, 1.6)]
    mass = union([torso.curve(mirrored(side, inner)), torso.curve(mirrored(side, outer))])
    torso.canvas.drawPath(mass, fill(cloth_shadow(color, 0.55), 0.70, blur=0.05))
    folds, creases = [], []
    for low, high in ((0.40, 0.5), (0.55, 0.65), (0.72, 0.9)):
        y = u(low, high)
        line = [
            (w * 0.80, y),
            (w * 0.95, y + u(0, 0.1)),
            (w * u(1.04, 1.14), y + u(-0.05, 0.22)),
        ]
        folds.append(torso.brush(mirrored(side, line), u(0.05, 0.11), 5, 0.7, 0, 0.2))
        line = [(w * 0.80, y), (w * 0.93, y + 0.05), (w * u(1.0, 1.08), y + u(0, 0.12))]
        creases.append(torso.brush(mirrored(side, line), 0.018, 4, 0.8, 0, 0.1))
    for _ in range(4 if puffed else 0):
        x = u(0.76, 1.04)
        line = [(w * x * 0.93, 0.07), (w * x, 0.22), (w * x * 1.05, 0.42)]
        folds.append(torso.brush(mirrored(side, line), 0.06, 4, 0.8, 0, 0.2))
    light = [(w * 0.80, 0.12), (w * 0.98, 0.24), (w * 1.06 + elbow * 0.1, 0.55)]
    lights = [torso.brush(mirrored(side, light), 0.09, 5, 0.1, 0.1)]
    _fill_folds(torso, color, folds, lights, creases)


def draw_pattern(torso: Torso, path: Path, color: Floats, kind: str | None = None) -> None:
    """Prints dots, stripes or checks inside a path."""
    kind = torso.clothes.pattern if kind is None else kind
    if kind == "none":
        return
    accent = np.asarray(torso.clothes.accent)
    print_color = mix(color, accent if np.min(color) > 0.8 else WHITE, 0.5)
    step = 0.11 + 0.10 * torso.clothes.pattern_size
    with clipped(torso.canvas, path):
        if kind == "dots":
            _print_dots(torso, print_color, step)
        else:
            _print_lines(torso, print_color, step, checks=kind == "check")


def _print_dots(torso: Torso, color: Floats, step: float) -> None:
    rows = np.arange(-0.3, 1.1, step * 0.9).tolist()
    columns = np.arange(-1.3, 1.3, step).tolist()
    grid = [(x + step * 0.5 * (i % 2), y) for i, y in enumerate(rows) for x in columns]
    for x, y in torso.bend(grid).tolist():
        torso.canvas.drawCircle(x, y, 0.16 * step + 0.006, fill(color, 0.8))


def _print_lines(torso: Torso, color: Floats, step: float, checks: bool) -> None:
    columns = np.arange(-1.3, 1.3, step).tolist()
    lines = [torso.polygon([(x, -0.4), (x * 1.02, 0.4), (x, 1.2)], False) for x in columns]
    torso.canvas.drawPath(union(lines), stroke(color, step * 0.34, 0.45))
    if checks:
        across = np.linspace(-1.3, 1.3, 7).tolist()
        rows = np.arange(-0.3, 1.1, step).tolist()
        lines = [torso.polygon([(x, y) for x in across], False) for y in rows]
        torso.canvas.drawPath(union(lines), stroke(color, step * 0.34, 0.45))
