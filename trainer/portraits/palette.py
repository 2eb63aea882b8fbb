"""Colour classes: the bands shades are drawn from, and the ramps painted from a shade."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from trainer.portraits.colors import WHITE, Floats, hex_color, hsv, mix, to_hsv, turn_hue
from trainer.portraits.model import EyeColor, HairColor
from trainer.portraits.streams import chance, sign

if TYPE_CHECKING:
    from trainer.portraits.model import Skin, Style

Range = tuple[float, float]

# Hue in degrees, saturation and value of each class. The bands keep the classes apart also after
# the finishing tint: gray, silver, white and black by value; orange, yellow and brown by hue.
HAIR_BANDS: dict[str, tuple[Range, Range, Range]] = {
    "blonde": ((38, 49), (0.32, 0.54), (0.86, 0.98)),
    "brown": ((14, 26), (0.40, 0.56), (0.38, 0.56)),
    "black": ((200, 330), (0.12, 0.30), (0.17, 0.26)),
    "blue": ((212, 229), (0.46, 0.66), (0.56, 0.82)),
    "pink": ((330, 350), (0.28, 0.48), (0.86, 0.97)),
    "purple": ((264, 284), (0.36, 0.54), (0.48, 0.70)),
    "green": ((88, 155), (0.32, 0.50), (0.46, 0.72)),
    "red": ((350, 363), (0.58, 0.72), (0.55, 0.74)),
    "silver": ((215, 265), (0.05, 0.11), (0.74, 0.79)),
    "white": ((20, 280), (0.0, 0.03), (0.925, 0.955)),
    "orange": ((18, 26), (0.56, 0.72), (0.86, 0.94)),
    "aqua": ((173, 188), (0.36, 0.58), (0.70, 0.90)),
    "gray": ((210, 270), (0.03, 0.08), (0.42, 0.50)),
}
EYE_BANDS: dict[str, tuple[Range, float, float]] = {
    "blue": ((210, 228), 0.78, 0.84),
    "red": ((350, 361), 0.82, 0.84),
    "brown": ((18, 26), 0.62, 0.54),
    "green": ((112, 155), 0.62, 0.62),
    "purple": ((264, 284), 0.56, 0.74),
    "yellow": ((46, 54), 0.76, 0.94),
    "pink": ((325, 339), 0.52, 0.95),
    "aqua": ((178, 189), 0.64, 0.86),
    "black": ((0, 360), 0.10, 0.30),
    "orange": ((23, 30), 0.82, 0.94),
}
# How far an illustrator's pastel may pull each class toward white or deepen it.
_PASTEL = {
    "black": 0.2,
    "gray": 0.15,
    "silver": 0.15,
    "blue": 0.5,
    "red": 0.4,
    "orange": 0.4,
    "brown": 0.6,
    "pink": 0.6,
    "white": 0.3,
    "purple": 0.5,
    "blonde": 0.8,
    "green": 0.8,
    "aqua": 0.6,
}
_IRIS_DEPTH = {"yellow": 0.48, "orange": 0.48, "pink": 0.48, "aqua": 0.42}
_STEADY_HUES = frozenset({"blonde", "orange", "red", "pink", "aqua", "blue"})


def sample_hair_color(name: str, pastel: float, rng: np.random.Generator) -> HairColor:
    """Returns a shade of a hair colour class; `pastel` is the illustrator's, about -0.1..0.2."""
    hue, saturation, value = (float(rng.uniform(*band)) for band in HAIR_BANDS[name])
    base = hsv(hue, saturation, value)
    pull = pastel * _PASTEL[name]
    base = mix(base, WHITE * 0.98, pull) if pull > 0 else base * (1 + pull)
    hue, saturation, value = to_hsv(base)
    turn = float(rng.uniform(10, 28)) * sign(rng)
    return HairColor(
        name=name,
        hue=hue,
        saturation=saturation,
        value=value,
        shadow_hue=_shadow_hue(name, rng),
        depth=float(rng.random()),
        tint_turn=turn * (0.45 if name in _STEADY_HUES else 0.9),
        tint_warm=chance(rng, 0.5),
        rim_warm=chance(rng, 0.5),
        tip_amount=float(rng.uniform(0.4, 0.75)) if chance(rng, 0.04) else 0.0,
        tip_turn=float(rng.normal(0, 22)),
        tip_saturation=float(rng.uniform(0.6, 1.3)),
        tip_value=float(rng.uniform(0.9, 1.35)),
    )


def _shadow_hue(name: str, rng: np.random.Generator) -> float:
    """Returns the hue of a shadow, cool; white hair also has rosy and creamy ones."""
    cool, warm = float(rng.uniform(200, 285)), float(rng.uniform(-30, 40))
    return warm % 360 if name == "white" and chance(rng, 0.35) else cool


def sample_eye_color(name: str, rng: np.random.Generator) -> EyeColor:
    """Returns a shade of an eye colour class."""
    hues, saturation, value = EYE_BANDS[name]
    free = name in {"blue", "purple", "green", "aqua", "red"}
    glow = float(rng.uniform(-34, 10))
    return EyeColor(
        name=name,
        hue=float(rng.uniform(*hues)),
        saturation=saturation * float(rng.uniform(0.92, 1.08)),
        value=value * float(rng.uniform(0.94, 1.05)),
        # A yellow or brown iris must not glow into the neighbouring class.
        glow_turn=glow if free else -0.3 * abs(glow),
    )


@dataclass(frozen=True)
class IrisColors:
    """The colours of an iris, from the pupil to the light in its lower half."""

    pupil: Floats
    ring: Floats
    dark: Floats
    middle: Floats
    bright: Floats
    glow: Floats
    reflection: Floats


def iris_colors(color: EyeColor) -> IrisColors:
    """Returns the colours painted for an eye colour."""
    hue, saturation, value = color.hue, color.saturation, color.value
    strong = min(1.0, saturation * 1.15)
    depth = _IRIS_DEPTH.get(color.name, 0.32)
    # Dark yellow would look olive if its hue turned the way the other classes do.
    turn = -8.0 if color.name in {"yellow", "orange"} else 12.0
    sky = hex_color("c6d8ff")
    return IrisColors(
        pupil=hsv(hue + 1.5 * turn, strong, value * 0.14),
        ring=hsv(hue + turn, strong, value * 0.36),
        dark=hsv(hue + turn, strong, value * depth * 0.86),
        middle=hsv(hue + turn / 6, saturation * 1.05, value * (0.88 + 0.3 * (depth - 0.34))),
        bright=hsv(hue - 6, saturation * 0.66, value * 1.26),
        glow=hsv(hue + color.glow_turn, saturation * 0.50, value * 1.30 + 0.06),
        reflection=mix(hsv(hue, saturation * 0.35, value * 1.3), sky, 0.45),
    )


@dataclass(frozen=True)
class SkinColors:
    """Skin in light and shadow, its line, what hair and chin cast on it, and the blush."""

    base: Floats
    shadow: Floats
    deep: Floats
    line: Floats
    under_hair: Floats
    under_chin: Floats
    glow: Floats
    blush: tuple[Floats, Floats, Floats]


def skin_colors(skin: Skin) -> SkinColors:
    """Returns the colours painted for a skin."""
    tone = skin.tone
    fair = mix(hex_color("fff4e4"), hex_color("fff1ea"), skin.warmth)
    base = mix(fair, hex_color("fbdcc0"), min(tone * 2, 1) * 0.7)
    if tone > 0.5:
        base = mix(base, hex_color("c68a62"), (tone - 0.5) * 1.5)
    pale = ("ff8b84", "ff9a8c", "ffa898")
    tan = ("d8584c", "d86a58", "d87a62")
    inner, middle, outer = (hex_color(text) for text in (pale if tone <= 0.6 else tan))
    shade = base * np.array([0.99, 0.85, 0.77])
    under = base * np.array([0.96, 0.82, 0.77])
    return SkinColors(
        base=base,
        shadow=mix(shade, hex_color("f2b8ac") * base, 0.30),
        deep=mix(base * np.array([0.93, 0.70, 0.67]), hex_color("cc8a98") * base, 0.30),
        line=base * np.array([0.60, 0.36, 0.34]),
        under_hair=mix(under, hex_color("c9a6c4") * base, 0.25),
        under_chin=mix(np.array([0.98, 0.86, 0.83]), WHITE, 0.10 * tone),
        glow=mix(base, hex_color("fffef6"), 0.85 if tone <= 0.5 else 0.85 - 1.3 * (tone - 0.5)),
        blush=(inner, middle, outer),
    )


_RAMP_AT = np.array([0.0, 0.25, 0.5, 0.78, 1.05])


@dataclass(frozen=True)
class HairPalette:
    """The ramp of a hair colour from deepest shadow to light, with highlights, line and tints."""

    stops: Floats
    highlight: Floats
    line: Floats
    tip: Floats
    shadow: Floats
    deep: Floats
    tint: Floats
    rim: Floats
    dye: Floats
    dye_amount: float

    def ramp(self, brightness: Floats) -> Floats:
        """Returns colours (..., 3) for brightness values, 0 deepest shadow to about 1 light."""
        channels = [np.interp(brightness, _RAMP_AT, self.stops[:, i]) for i in range(3)]
        return np.stack(channels, -1).astype(np.float32)


# Asked for several times in one portrait, and never again: a cache without an end would grow by
# every portrait that is drawn.
@functools.lru_cache(8)
def hair_palette(color: HairColor, skin: Skin, style: Style) -> HairPalette:
    """Returns the palette painted for a hair colour on a skin in a style."""
    base = hsv(color.hue, color.saturation, color.value)
    deep, shadow, light, highlight = _ramp_colors(color, base)
    pale = color.name in {"white", "silver", "blonde", "pink"}
    line = mix(deep * (0.62 if pale else 0.55), style.ink, 0.38)
    wash = hex_color("ffd9b0" if color.tint_warm else "c9a3d8")
    turned = hsv(color.hue + color.tint_turn, color.saturation + 0.05, color.value * 1.04)
    back_light = hex_color("ffe2c4" if color.rim_warm else "d7e6ff")
    return HairPalette(
        stops=np.array([deep, shadow, base, light, mix(light, highlight, 0.5)]),
        highlight=highlight,
        line=line,
        tip=mix(mix(base, light, 0.6), skin_colors(skin).base, 0.5),
        shadow=shadow,
        deep=deep,
        tint=mix(turned, wash, 0.12),
        rim=mix(light, back_light, 0.6),
        dye=_dye(color, base),
        dye_amount=color.tip_amount,
    )


def _dye(color: HairColor, base: Floats) -> Floats:
    if color.name in {"black", "gray"}:
        return mix(base, hsv(280 + 3 * color.tip_turn, 0.3, 0.5), 0.5)
    saturation = min(1.0, color.saturation * color.tip_saturation)
    return hsv(color.hue + color.tip_turn, saturation, min(1.0, color.value * color.tip_value))


def _ramp_colors(color: HairColor, base: Floats) -> tuple[Floats, Floats, Floats, Floats]:
    """Returns the deepest shadow, the shadow, the light and the highlight."""
    hue, saturation, value = color.hue, color.saturation, color.value
    if color.name in {"white", "silver"}:
        return _pale_ramp(color, base)
    if color.name == "black":
        deep = mix(base * 0.42, hsv(270, 0.4, 0.14), 0.3)
        light = mix(base, hsv(turn_hue(hue, 270, 14), 0.24, 0.58), 0.42)
        return deep, base * 0.72, light, hsv(hue, 0.13, 0.72)
    if color.name == "gray":
        deep = mix(base * 0.5, hsv(255, 0.3, 0.35), 0.4)
        shadow = mix(base * 0.78, hsv(250, 0.25, 0.45), 0.25)
        return deep, shadow, mix(base, WHITE, 0.34), np.array([0.97, 0.97, 1.0])
    if color.name in {"blonde", "orange"}:
        # Yellow shadows must not turn orange, so their hue moves less than in other classes.
        far, near = (20, 11) if color.name == "blonde" else (17, 9)
        extra = 0.08 if color.name == "blonde" else 0.12
        deep = hsv(hue - far, saturation * 1.15 + extra, value * 0.60)
        shadow = hsv(hue - near, saturation * 1.12 + 0.05, value * 0.84)
        light = hsv(hue + 3, saturation * 0.62, value * 1.12 + 0.05)
        return deep, shadow, light, mix(hsv(hue + 5, saturation * 0.18, 1.0), WHITE, 0.4)
    return _vivid_ramp(color)


def _pale_ramp(color: HairColor, base: Floats) -> tuple[Floats, Floats, Floats, Floats]:
    white = color.name == "white"
    hue, value = color.shadow_hue, color.value
    deep = hsv(
        hue, 0.24, value * ((0.61 if white else 0.60) - (0.32 if white else 0.24) * color.depth)
    )
    shadow = hsv(hue - 8, 0.12 + 0.06 * color.depth, value * (0.81 - 0.13 * color.depth))
    return deep, shadow, mix(base, WHITE, 0.5 if white else 0.42), WHITE


def _vivid_ramp(color: HairColor) -> tuple[Floats, Floats, Floats, Floats]:
    hue, saturation, value = color.hue, color.saturation, color.value
    floor = 0.60 if color.name in {"pink", "aqua"} else 0.50
    deep = hsv(turn_hue(hue, 270, 30), saturation * 1.12 + 0.12, value * floor)
    shadow = hsv(turn_hue(hue, 270, 15), saturation * 1.10 + 0.04, value * (floor + 0.28))
    lit_hue = hue - 2 if color.name in {"brown", "red"} else turn_hue(hue, 50, 4)
    light = hsv(lit_hue, saturation * 0.80, value * 1.24 + 0.06)
    highlight = mix(hsv(turn_hue(hue, 50, 5), saturation * 0.20, 1.0), WHITE, 0.35)
    return deep, shadow, light, highlight
