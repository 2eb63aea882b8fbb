"""Draws what may lie behind a person: gradients with stripes and shapes on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw

from trainer.portraits.streams import chance, pick, uniform

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Rng = np.random.Generator


def draw_backdrop(width: int, height: int, rng: Rng, scale: float = 1.0) -> NDArray[np.float32]:
    """Returns a backdrop, (height, width, 3) from 0 to 255.

    Args:
        width: In pixels.
        height: In pixels.
        rng: Decides everything.
        scale: Of lines and stripes; less than 1 for small pictures.
    """
    corners = rng.uniform(20, 255, (2, 2, 3)).astype(np.uint8)
    image = Image.fromarray(corners).resize((width, height), Image.Resampling.BICUBIC)
    draw = ImageDraw.Draw(image, "RGBA")
    if chance(rng, 0.5):
        _stripes(draw, width, height, rng, scale)
    for _ in range(int(rng.integers(5, 60))):
        _shape(draw, width, height, rng, scale)
    return np.array(image, np.float32)


def _ink(rng: Rng) -> tuple[int, ...]:
    return (*(int(level) for level in rng.integers(0, 256, 3)), int(rng.integers(60, 256)))


def _stripes(draw: ImageDraw.ImageDraw, width: int, height: int, rng: Rng, scale: float) -> None:
    ink, step, lean = _ink(rng), int(rng.integers(12, 90)), int(rng.integers(-400, 400))
    step, lean = max(2, round(step * scale)), round(lean * scale)
    for x in range(-abs(lean), width + abs(lean), 2 * step):
        draw.line((x, 0, x + lean, height), fill=ink, width=step)


def _shape(draw: ImageDraw.ImageDraw, width: int, height: int, rng: Rng, scale: float) -> None:
    between = uniform(rng)
    size = between(10 * scale, 0.35 * width)
    x, y = between(-size, width), between(-size, height)
    frame = (x, y, x + size, y + size * between(0.3, 1.0))
    ink, kind = _ink(rng), pick(rng, {"oval": 1, "ring": 1, "block": 1, "star": 1, "line": 1})
    if kind == "oval":
        draw.ellipse(frame, fill=ink)
    elif kind == "ring":
        draw.ellipse(frame, outline=ink, width=_line(between(1, 9), scale))
    elif kind == "block":
        draw.rectangle(frame, fill=ink)
    elif kind == "line":
        draw.line(frame, fill=ink, width=_line(between(1, 9), scale))
    else:
        draw.regular_polygon((x, y, max(4.0, size / 2)), int(rng.integers(3, 8)), fill=ink)


def _line(width: float, scale: float) -> int:
    return max(1, int(width * scale))
