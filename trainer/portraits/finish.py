"""Turns the painted picture into the final one: size, tint, grain, sharpness, bloom."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from trainer.portraits.colors import Floats
    from trainer.portraits.model import Style

_WARM = np.array([0.07, 0.07, -0.01], np.float32)
_COOL = np.array([-0.03, 0.02, 0.06], np.float32)


def finish(
    painted: NDArray[np.uint8], size: int, style: Style, rng: np.random.Generator
) -> NDArray[np.uint8]:
    """Returns the picture on white, (size, size, 3).

    Args:
        painted: Premultiplied colours with opacity, (k * size, k * size, 4) for a whole k.
        size: Side in pixels.
        style: The illustrator.
        rng: Stream of tint and grain.
    """
    small = _shrink(painted, size)
    opacity, color = small[..., 3:4], small[..., :3]
    color = _tint(color, rng)
    coarse, fine = _noise(rng, size, 12), _noise(rng, size, 26)
    color = _grain(color, opacity, style.grain, coarse, fine)
    color, opacity = _fade(color, opacity, style.fade, coarse)
    image = _sharpen(color + (1 - opacity), style.sharpness)
    image = _bloom(image, opacity, style.bloom)
    image = image + 0.58 * opacity * (image * image * (3 - 2 * image) - image)
    gray = image.mean(2, keepdims=True)
    image = gray + (image - gray) * np.float32(style.saturation)
    image = 1 - (1 - np.clip(image, 0, 1)) * np.float32(2 - style.brightness)
    return np.asarray((np.clip(image, 0, 1) * 255 + 0.5).astype(np.uint8))


def opacity_of(painted: NDArray[np.uint8], size: int) -> NDArray[np.uint8]:
    """Returns the opacity of what `finish` takes, (size, size)."""
    return np.asarray((_shrink(painted, size)[..., 3] * 255 + 0.5).astype(np.uint8))


def _shrink(painted: NDArray[np.uint8], size: int) -> Floats:
    """Returns the mean of each square of pixels, (size, size, 4), each 0..1."""
    factor = painted.shape[0] // size
    rows = painted.reshape(size, factor, -1)
    total = np.zeros((size, rows.shape[2]), np.uint32)
    for row in range(factor):
        total += rows[:, row]
    columns = total.reshape(size, size, factor, 4)
    pixels = sum((columns[:, :, column] for column in range(1, factor)), columns[:, :, 0])
    return np.asarray(pixels.astype(np.float32) * np.float32(1 / (255.0 * factor * factor)))


def _noise(rng: np.random.Generator, size: int, cells: int) -> Floats:
    """Returns smooth noise (size, size) of standard deviation about 1."""
    cloud = Image.fromarray(rng.normal(0, 1, (cells, cells)).astype(np.float32))
    return np.asarray(cloud.resize((size, size), Image.Resampling.BICUBIC))


def _tint(color: Floats, rng: np.random.Generator) -> Floats:
    """Returns colours with a slight warm or cool change across the picture."""
    size = len(color)
    y, x = np.mgrid[0:size, 0:size].astype(np.float32) / size
    angle, strength = rng.uniform(-0.7, 0.7), rng.uniform(0.2, 0.6)
    way = (y - 0.5) * math.cos(angle) + (x - 0.5) * math.sin(angle)
    change = _WARM if rng.random() < 0.7 else _COOL
    return np.asarray(color * (1 - way[..., None] * change * (strength * 2)))


def _grain(color: Floats, opacity: Floats, amount: float, coarse: Floats, fine: Floats) -> Floats:
    """Returns colours with pigment that pools in the shadows."""
    shade = np.clip(1.25 * opacity - color.mean(2, keepdims=True), 0, 1)
    tint = coarse[..., None] * np.array([0.6, 0.2, -0.7], np.float32) + fine[..., None] * 0.55
    return np.asarray(color + opacity * amount * (0.008 + 0.022 * shade) * tint)


def _fade(color: Floats, opacity: Floats, amount: float, coarse: Floats) -> tuple[Floats, Floats]:
    """Returns the picture dissolving a little toward its lower corners."""
    if amount <= 0.15:
        return color, opacity
    size = len(color)
    y, x = np.mgrid[0:size, 0:size].astype(np.float32) / size
    low = np.clip((y - 0.78 + 0.05 * coarse) / 0.22, 0, 1)
    corner = np.clip(np.abs(x - 0.5) * 1.4 + 0.3, 0, 1)
    kept = 1 - (low * corner * amount)[..., None]
    return color * kept, opacity * kept


def _sharpen(image: Floats, amount: float) -> Floats:
    inner = image[1:-1, 1:-1]
    around = image[:-2, 1:-1] + image[2:, 1:-1] + image[1:-1, :-2] + image[1:-1, 2:]
    sharp = image.copy()
    sharp[1:-1, 1:-1] += (inner - (around + 4 * inner) / 8) * np.float32(amount)
    return np.clip(sharp, 0, 1)


def _bloom(image: Floats, opacity: Floats, amount: float) -> Floats:
    """Returns the picture with light bleeding softly over its surroundings."""
    size = len(image)
    small = max(1, size // 8)
    soft = Image.fromarray((image * 255).astype(np.uint8))
    soft = soft.resize((small, small), Image.Resampling.BOX)
    soft = soft.resize((size, size), Image.Resampling.BICUBIC)
    glow = np.asarray(soft).astype(np.float32) / 255.0
    return np.asarray(1 - (1 - image) * (1 - amount * glow * opacity))
