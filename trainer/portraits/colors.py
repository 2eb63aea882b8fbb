"""Colours: red, green and blue as floats in 0..1, and the rules by which cloth is shaded."""

from __future__ import annotations

import colorsys
from typing import Any

import numpy as np
from numpy.typing import NDArray

Rgb = tuple[float, float, float]
Floats = NDArray[np.floating[Any]]
Values = Any  # a number, or an array of them

WHITE = np.ones(3)
GOLD = np.array([0.851, 0.698, 0.353])
_PERIWINKLE = np.array([0.604, 0.643, 0.839])


def hex_color(text: str) -> Floats:
    """Returns the colour written as six hexadecimal digits."""
    return np.array([int(text[i : i + 2], 16) for i in (0, 2, 4)]) / 255.0


def hsv(hue: float, saturation: float, value: float) -> Floats:
    """Returns a colour from hue in degrees (any turn), saturation and value (cut to 0..1)."""
    clipped = (min(max(saturation, 0.0), 1.0), min(max(value, 0.0), 1.0))
    return np.array(colorsys.hsv_to_rgb((hue / 360.0) % 1.0, *clipped))


def to_hsv(color: Floats) -> tuple[float, float, float]:
    """Returns hue in degrees, saturation and value (0..1) of a colour."""
    hue, saturation, value = colorsys.rgb_to_hsv(*np.clip(color, 0, 1).tolist())
    return hue * 360.0, saturation, value


def mix(a: Floats | Rgb, b: Floats | Rgb, amount: float) -> Floats:
    """Returns a at amount 0, b at amount 1, and what lies between."""
    return np.asarray(a) * (1.0 - amount) + np.asarray(b) * amount


def as_rgb(color: Floats) -> Rgb:
    """Returns a colour as a plain tuple, cut to 0..1."""
    red, green, blue = np.clip(color, 0, 1).tolist()
    return red, green, blue


def turn_hue(hue: float, toward: float, degrees: float) -> float:
    """Returns a hue moved by some degrees along the shorter way toward another hue."""
    return hue + degrees * (1.0 if (toward - hue + 180.0) % 360.0 > 180.0 else -1.0)


def darker(color: Floats, factor: float = 0.55) -> Floats:
    """Returns a darker, slightly cooler colour for outlines and seams; factor 0..1."""
    tinted = np.asarray(color) * factor * np.array([0.95, 0.85, 1.02])
    return np.asarray(np.clip(tinted + np.array([0.02, 0.0, 0.03]), 0, 1))


def cloth_shadow(color: Floats, strength: float = 1.0) -> Floats:
    """Returns the shadow colour of cloth: toward violet, more saturated; whites turn periwinkle.

    Args:
        color: The lit colour.
        strength: 0 gives the colour itself, 1 its deepest shadow.
    """
    hue, saturation, value = to_hsv(color)
    whiteness = float(np.clip((np.min(color) - 0.70) / 0.2, 0, 1))
    way = (255.0 - hue + 180.0) % 360.0 - 180.0
    turned = hue + float(np.clip(way, -1, 1)) * min(abs(way), 22.0)
    deep = hsv(turned, min(1.0, saturation * 1.12 + 0.07), value * 0.56 + 0.02)
    return mix(color, mix(deep, _PERIWINKLE, whiteness), strength)


def cloth_light(color: Floats, strength: float = 0.4) -> Floats:
    """Returns cloth in warm light; strength 0..1."""
    return mix(color, np.array([1.0, 0.965, 0.886]), strength)


def smooth_step(low: Values, high: Values, x: Values) -> Values:
    """Returns 0 at or beyond low, 1 at or beyond high and a smooth ramp between; like x."""
    t = np.minimum(np.maximum((x - low) / (high - low), 0), 1)
    return t * t * (3 - 2 * t)
