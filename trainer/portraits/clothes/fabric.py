"""What makes cloth of a flat shape: light, cel shadows, folds of line, shadow and light edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from trainer.portraits.canvas import clipped, fill, linear, radial, stroke, union
from trainer.portraits.clothes.prints import draw_print
from trainer.portraits.clothes.torso import SIDES, mirrored
from trainer.portraits.colors import Floats, cloth_light, cloth_shadow, hex_color, mix

if TYPE_CHECKING:
    from trainer.portraits.canvas import Path
    from trainer.portraits.clothes.torso import Points, Torso
    from trainer.portraits.trim import Line

_LILAC = hex_color("b9bbdc")
"""What white cloth turns to at its edges, so that it stands out from white paper."""
_WARM = hex_color("ffe6d4")
_PALE_FROM = 0.62


def paleness(color: Floats) -> float:
    """Returns 0 for cloth of full colour or dark cloth .. 1 for white."""
    return float(np.clip((float(np.min(color)) - _PALE_FROM) / 0.25, 0, 1))


def shadow_of(color: Floats, depth: float = 0.6) -> Floats:
    """Returns the colour of a cel shadow; dark cloth gets relatively deeper ones, depth 0..1."""
    shade = cloth_shadow(color, depth)
    dark = 1 - float(np.mean(color))
    return mix(shade, shade * 0.7, 0.5 * dark)


def lit_edge(color: Floats) -> Floats:
    """Returns the colour of a light edge; dark cloth shines less, or it would look like satin."""
    return cloth_light(color, 0.12 + 0.55 * float(np.mean(color)))


def draw_piece(
    torso: Torso,
    path: Path,
    color: Floats,
    *,
    light: Line | None = None,
    shade: float = 0.5,
    line: float = 1.0,
) -> None:
    """Fills a small piece of cloth with light and shadow and draws its contour.

    Args:
        torso: The torso.
        path: The shape.
        color: Colour of the cloth.
        light: From the lit to the dark end; across the whole body by default.
        shade: Depth of the shadow at the dark end, 0..1.
        line: Width of the contour in usual line widths; 0 draws none.
    """
    q = torso.light_side
    start, end = light or ((-0.7 * q, -0.2), (0.8 * q, 0.8))
    shade *= 1 - 0.55 * paleness(color)
    shades = [cloth_light(color, 0.22), color, shadow_of(color, shade)]
    torso.canvas.drawPath(path, fill(shader=linear(start, end, shades, [0, 0.42, 1])))
    if line:
        torso.outline(path, color, line)


def draw_body_cloth(
    torso: Torso, path: Path, color: Floats, *, printed: bool = True, density: float = 1.0
) -> None:
    """Draws a large piece of cloth that covers chest and arms, with print, shadows and folds."""
    draw_piece(torso, path, color, line=0)
    pale = paleness(color)
    with clipped(torso.canvas, path):
        if printed:
            draw_print(torso, color)
        dim = fill(shadow_of(color, 0.6 + 0.2 * pale), 0.62 + 0.1 * pale, blur=_cel_blur(torso))
        torso.canvas.drawPath(_form_shadow(torso), dim)
        _draw_folds(torso, color, density)
        if pale > 0:
            _draw_glow(torso, path, pale)
            edge = stroke(_LILAC, 0.12, 0.75 * pale, blur=0.03)
            torso.canvas.drawPath(path, edge)
        _draw_shoulder_light(torso, color)
    torso.outline(path, color, 1.15)


def _draw_glow(torso: Torso, path: Path, strength: float) -> None:
    """Draws the warm light that skin and sun throw on white cloth."""
    x, y = torso.at(-0.45 * torso.light_side, 0.25)
    glow = radial((x, y), 0.55, [_WARM, _WARM], None, [0.42 * strength, 0.0])
    torso.canvas.drawPath(path, fill(shader=glow))


def _cel_blur(torso: Torso) -> float:
    """Returns how soft the edges of shadows are, in head units."""
    return 0.003 + 0.014 * torso.style.cloth_softness


def _form_shadow(torso: Torso) -> Path:
    """Returns the shadows on the dark arm and flank, and below the chest."""
    w, q = torso.half, torso.light_side
    flank: Points = [(w * 0.60, 0.16), (w * 0.80, 0.34), (w * 0.80, 1.6), (w * 0.46, 1.6)]
    flank.append((w * 0.62, 0.6))
    arm: Points = [
        (w * 0.97, 0.05),
        (w * 1.4, 0.3),
        (w * 1.5, 1.6),
        (w * 0.93, 1.6),
        (w * 0.90, 0.5),
    ]
    lit_arm: Points = [(w * 0.79, 0.3), (w * 0.88, 0.55), (w * 0.93, 1.6), (w * 0.78, 1.6)]
    parts = [torso.curve(mirrored(q, shape), True, 4) for shape in (flank, arm)]
    parts.append(torso.curve(mirrored(-q, lit_arm), True, 4))
    parts.append(_below_collar(torso))
    return union(parts)


def _below_collar(torso: Torso) -> Path:
    """Returns the ragged shadow of collar and hair on the dark side of the chest."""
    u, side = torso.rng.uniform, torso.light_side
    low = [(0.02, 0.12), (0.13, u(0.26, 0.40)), (0.23, u(0.18, 0.27)), (0.36, u(0.30, 0.48))]
    ragged = [*low, (0.46, u(0.14, 0.22)), (0.60, u(0.10, 0.26)), (0.66, -0.05), (0.2, -0.2)]
    return torso.curve(mirrored(side, ragged), True, 4)


def _draw_folds(torso: Torso, color: Floats, density: float) -> None:
    folds: list[Path] = []
    lights: list[Path] = []
    creases: list[Path] = []
    for side in SIDES:
        _armpit(torso, side, density, folds, lights, creases)
        _sleeve(torso, side, folds, creases)
    _hang(torso, density, folds, lights, creases)
    soft = _cel_blur(torso)
    torso.canvas.drawPath(union(folds), fill(shadow_of(color, 0.9), 0.75, blur=soft))
    torso.canvas.drawPath(union(lights), fill(lit_edge(color), 0.55, blur=soft))
    torso.creases(creases, color, 0.75)


def _armpit(
    torso: Torso,
    side: int,
    density: float,
    folds: list[Path],
    lights: list[Path],
    creases: list[Path],
) -> None:
    """Adds the line between arm and chest and the folds that fan out from the armpit."""
    w, u = torso.half, torso.rng.uniform
    top = u(0.20, 0.30)
    line = mirrored(
        side, [(w * 0.85, top), (w * 0.77, top + 0.20), (w * 0.77, 0.8), (w * 0.8, 1.6)]
    )
    creases.append(torso.brush(line, 0.034, 4, 0.1, 0.9, 0.5))
    seam = mirrored(side, [(w * 0.80, 0.0), (w * 0.87, 0.10), (w * 0.85, top)])
    creases.append(torso.brush(seam, 0.013, 4, 0.7, 0.7))
    folds.append(torso.brush([(x + 0.03 * side, y) for x, y in line], 0.12, 4, 0, 0.8, 0.5))
    count = int(density * (0.5 + 1.3 * torso.clothes.fit + u(0, 1.3)))
    first = int(u(0, 2))
    # Alternately up toward the collar and down toward the chest: never an arc below the breast.
    for number in range(count):
        y = top + 0.12 + 0.08 * number
        reach = u(0.16, 0.36)
        drop = u(-0.24, -0.10) if (number + first) % 2 else u(0.14, 0.32)
        fold = mirrored(side, [(w * 0.79, y), (w * (0.78 - reach * 0.45), y + drop * 0.55)])
        fold += mirrored(side, [(w * (0.79 - reach), y + drop)])
        width = u(0.05, 0.10)
        folds.append(torso.brush(fold, width, 4, 0.8, 0, 0.15))
        creases.append(torso.brush(fold, 0.018, 4, 0.9, 0, 0.1))
        above = [(x, y - width * 0.62) for x, y in fold]
        lights.append(torso.brush(above, width * 0.5, 4, 0.3, 0, 0.4))


def _hang(
    torso: Torso, density: float, folds: list[Path], lights: list[Path], creases: list[Path]
) -> None:
    """Adds folds that hang from collar and shoulders over the chest."""
    w, u = torso.half, torso.rng.uniform
    for number in range(int(density * (2 + 2.6 * torso.clothes.fit))):
        side = SIDES[number % 2]
        x, y, length, lean = u(0.14, 0.44), u(0.20, 0.42), u(0.26, 0.48), u(-0.12, 0.05)
        fold = mirrored(side, [(w * x, y), (w * (x + lean * 0.3), y + length * 0.5)])
        fold += mirrored(side, [(w * (x + lean), y + length)])
        width = u(0.03, 0.06)
        folds.append(torso.brush(fold, width, 4, 0, 0, 0.6))
        lit = [(a - torso.light_side * width * 0.65, b) for a, b in fold]
        lights.append(torso.brush(lit, width * 0.5, 4, 0, 0, 0.5))
        if number % 3 == 0:
            dark = [(a + torso.light_side * width * 0.3, b) for a, b in fold]
            creases.append(torso.brush(dark, 0.013, 4, 0, 0, 0.4))


def _sleeve(torso: Torso, side: int, folds: list[Path], creases: list[Path]) -> None:
    """Adds folds across the upper arm and gathers at the top of a puffed sleeve."""
    w, u = torso.half, torso.rng.uniform
    for low in (0.26, 0.46):
        if u(0, 1) > 0.45 + 0.5 * torso.clothes.fit:
            continue
        y = u(low, low + 0.14)
        fold = mirrored(side, [(w * 0.84, y + 0.06), (w * 0.95, y + u(0, 0.05))])
        fold += mirrored(side, [(w * u(1.0, 1.12), y - u(0.02, 0.12))])
        folds.append(torso.brush(fold, u(0.05, 0.10), 4, 0.8, 0, 0.2))
        creases.append(torso.brush(fold, 0.020, 4, 0.9, 0, 0.1))
    for number in range(int(torso.clothes.puff * 4.5)):
        x = 0.76 + 0.075 * number + u(-0.02, 0.02)
        fold = mirrored(
            side, [(w * x, 0.03), (w * (x + 0.05), 0.14), (w * (x + 0.08), u(0.25, 0.4))]
        )
        folds.append(torso.brush(fold, 0.045, 4, 0.9, 0, 0.2))
        creases.append(torso.brush(fold, 0.016, 4, 0.9, 0, 0.1))


def _draw_shoulder_light(torso: Torso, color: Floats) -> None:
    """Draws the light along the lit shoulder."""
    w, side = torso.half, -torso.light_side
    line = mirrored(side, [(0.40, 0.05), (w * 0.72, 0.10), (w * 0.90, 0.20), (w * 0.97, 0.45)])
    light = torso.brush(line, 0.075, 4, 0, 0, 0.6)
    torso.canvas.drawPath(light, fill(lit_edge(color), 0.5, blur=0.015))
