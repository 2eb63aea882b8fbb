"""Draws hats: each kind is a recipe of ranges for the same few forms."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from trainer.portraits.colors import WHITE, Floats, as_rgb, cloth_shadow, hex_color, mix
from trainer.portraits.model.hats import Brim, Crown, Hat, HatBand, HatSeat, Peak
from trainer.portraits.sampling.dress import cloth_color, sample_bow
from trainer.portraits.streams import chance, pick, sign, uniform

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.portraits.model import Style

    Rng = np.random.Generator
    Uniform = Callable[[float, float], float]

_WHITE_CLOTH = hex_color("f6f6fb")
_STRAWS = ("efd9a0", "e6c98a", "f4e6c0", "d9b878")
_NAVY = "2a3560"


def sample_hat(style: Style, with_bow: bool, rng: Rng) -> Hat:
    """Returns a hat; only a portrait with ribbons may get one with a bow.

    Args:
        style: The illustrator.
        with_bow: Whether ribbons are worn.
        rng: The hat's stream.
    """
    kind = pick(rng, {name: share for name, (share, _) in HATS.items()})
    color, trim = cloth_color(style, rng), cloth_color(style, rng)
    if float(np.linalg.norm(color - trim)) < 0.35:
        trim = cloth_shadow(color, 0.9) if float(np.mean(color)) > 0.45 else mix(color, WHITE, 0.75)
    plain = _plain_hat(kind, color, trim, uniform(rng))
    hat = HATS[kind][1](plain, rng, uniform(rng))
    side = sign(rng)
    bow = sample_bow(float(rng.uniform(0.42, 0.52)), -14 * side, np.asarray(hat.trim), 0.8, rng)
    tied = with_bow and kind in _TAKES_BOW and chance(rng, 0.6)
    if tied:
        hat = replace(hat, bow=bow, emblem="none" if hat.emblem == "flower" else hat.emblem)
    return replace(hat, bow_angle=side * float(rng.uniform(0.55, 0.9)))


def _plain_hat(kind: str, color: Floats, trim: Floats, u: Uniform) -> Hat:
    """Returns a skullcap: what every recipe starts from."""
    return Hat(
        kind=kind,
        color=as_rgb(color),
        trim=as_rgb(trim),
        material="felt",
        seat=HatSeat(
            place=(u(-0.03, 0.03), u(0.63, 0.70), -0.12),
            turn=u(-0.15, 0.15),
            back=u(0.10, 0.24),
            askew=u(-0.13, 0.13),
            radius=0.0,
        ),
        crown=Crown(
            profile=((1.0, 0.0), (0.98, 0.25), (0.80, 0.52), (0.42, 0.66), (0.0, 0.70)),
            bend=0.0,
            bend_from=0.2,
            folds=u(0.05, 0.16),
            panels=0,
            ribs=0,
            sag=0.0,
        ),
        brim=None,
        peak=None,
        band=None,
        topping="none",
        topping_size=u(0.17, 0.24),
        emblem="none",
        ears=0.0,
        bow=None,
        bow_angle=0.0,
    )


def _band(hat: Hat, low: float, high: float, bulge: float = 0.015, stripes: int = 0) -> HatBand:
    return HatBand(low, high, bulge, hat.trim, stripes, "cloth")


def _beret(hat: Hat, rng: Rng, u: Uniform) -> Hat:
    puff, height, side = u(1.16, 1.32), u(0.44, 0.56), sign(rng)
    profile = (
        *((0.93, 0.0), (0.95, 0.07), (puff * 0.97, 0.15), (puff, 0.26)),
        *((puff * 0.86, height * 0.86), (puff * 0.5, height), (0.0, height * 1.04)),
    )
    askew = side * u(0.10, 0.30)
    return replace(
        hat,
        seat=replace(hat.seat, askew=askew, back=u(-0.04, 0.14)),
        crown=replace(hat.crown, profile=profile, bend=side * u(0.2, 0.5), folds=u(0.10, 0.22)),
        band=_band(hat, 0.0, 0.07, 0.01) if chance(rng, 0.5) else None,
        topping="stem" if chance(rng, 0.7) else "pompom",
        topping_size=u(0.11, 0.15),
        emblem=pick(rng, {"none": 0.6, "badge": 0.2, "flower": 0.2}),
    )


def _witch(hat: Hat, rng: Rng, u: Uniform) -> Hat:
    color = mix(hex_color("2b2638"), np.asarray(hat.color) * 0.45, u(0.2, 0.6))
    side, height = sign(rng), u(0.95, 1.2)
    profile = (
        *((0.95, 0.0), (0.80, 0.22), (0.60, 0.46 * height), (0.42, 0.68 * height)),
        *((0.25, 0.88 * height), (0.10, 1.05 * height), (0.0, 1.12 * height)),
    )
    return replace(
        hat,
        color=as_rgb(color),
        crown=replace(
            hat.crown, profile=profile, bend=side * u(0.7, 1.9), bend_from=0.3, folds=u(0.2, 0.32)
        ),
        brim=Brim(u(0.50, 0.68), u(0.0, 0.22), u(-0.1, 0.3), u(0.03, 0.09), 2, u(0, 6)),
        band=_band(hat, 0.03, u(0.16, 0.22)),
        emblem=pick(rng, {"buckle": 0.5, "none": 0.3, "flower": 0.2}),
    )


def _straw(hat: Hat, rng: Rng, u: Uniform) -> Hat:
    height = u(0.46, 0.58)
    profile = (
        *((0.97, 0.0), (0.95, 0.22), (0.86, height * 0.78), (0.62, height * 0.98)),
        (0.0, height * 1.04),
    )
    return replace(
        hat,
        color=as_rgb(hex_color(str(rng.choice(_STRAWS)))),
        material="straw",
        seat=replace(hat.seat, place=(hat.seat.place[0], u(0.66, 0.72), -0.12)),
        crown=replace(hat.crown, profile=profile, folds=0.05),
        brim=Brim(u(0.46, 0.66), u(0.0, 0.3), u(-0.1, 0.4), u(0.0, 0.07), 2, u(0, 6)),
        band=_band(hat, 0.02, u(0.14, 0.22)),
        emblem=pick(rng, {"none": 0.6, "flower": 0.4}),
    )


def _sun(hat: Hat, rng: Rng, u: Uniform) -> Hat:
    color = hex_color("f6efe2") if chance(rng, 0.5) else np.asarray(hat.color)
    hat = _straw(hat, rng, u)
    return replace(
        hat,
        color=as_rgb(color),
        material="felt",
        brim=Brim(u(0.50, 0.66), u(0.15, 0.45), u(-0.2, 0.3), u(0.06, 0.13), 3, u(0, 6)),
    )


def _boater(hat: Hat, rng: Rng, u: Uniform) -> Hat:
    height = u(0.36, 0.44)
    profile = (
        *((0.97, 0.0), (0.96, height * 0.5), (0.955, height * 0.95), (0.92, height)),
        *((0.5, height + 0.02), (0.0, height + 0.02)),
    )
    return replace(
        hat,
        color=as_rgb(hex_color(str(rng.choice(_STRAWS)))),
        material="straw",
        seat=replace(hat.seat, place=(hat.seat.place[0], u(0.72, 0.78), -0.10)),
        crown=replace(hat.crown, profile=profile, folds=0.0),
        brim=Brim(u(0.34, 0.46), u(-0.05, 0.06), 0.0, 0.0, 2, 0.0),
        band=_band(hat, 0.02, height * 0.62, stripes=int(rng.integers(0, 2))),
    )


def _bucket(hat: Hat, rng: Rng, u: Uniform) -> Hat:
    profile = ((0.99, 0.0), (0.95, 0.25), (0.86, 0.47), (0.80, 0.52), (0.4, 0.57), (0.0, 0.58))
    return replace(
        hat,
        material="check" if chance(rng, 0.3) else "felt",
        crown=replace(hat.crown, profile=profile, panels=int(rng.integers(4, 7))),
        seat=replace(hat.seat, place=(hat.seat.place[0], u(0.68, 0.72), -0.12)),
        brim=Brim(u(0.28, 0.38), u(0.62, 0.85), 0.0, u(0.0, 0.03), 2, u(0, 6)),
        band=_band(hat, 0.02, 0.10) if chance(rng, 0.4) else None,
        emblem=pick(rng, {"none": 0.7, "badge": 0.3}),
    )


def _cap(hat: Hat, rng: Rng, u: Uniform) -> Hat:
    return replace(
        hat,
        seat=replace(hat.seat, turn=sign(rng) * u(0.05, 0.5), back=u(-0.06, 0.08)),
        crown=replace(hat.crown, panels=6, folds=u(0.02, 0.08)),
        peak=Peak(u(0.46, 0.60), u(0.62, 0.82), u(0.85, 1.0), leather=False),
        topping="button",
        emblem=pick(rng, {"badge": 0.7, "none": 0.3}),
    )


def _newsboy(hat: Hat, rng: Rng, u: Uniform) -> Hat:
    puff = u(1.14, 1.28)
    profile = (
        *((0.98, 0.0), (1.0, 0.08), (puff, 0.20), (puff * 0.98, 0.34)),
        *((puff * 0.74, 0.54), (puff * 0.4, 0.63), (0.0, 0.65)),
    )
    return replace(
        hat,
        material=pick(rng, {"check": 0.5, "felt": 0.5}),
        seat=replace(hat.seat, turn=u(-0.4, 0.4), back=u(-0.08, 0.06)),
        crown=replace(hat.crown, profile=profile, panels=8, folds=u(0.10, 0.2)),
        peak=Peak(u(0.36, 0.46), u(0.7, 0.9), u(0.75, 0.95), leather=False),
        topping="button",
    )


def _officer(hat: Hat, rng: Rng, u: Uniform) -> Hat:
    flare, height = u(1.14, 1.26), u(0.36, 0.46)
    white = chance(rng, 0.5)
    profile = (
        *((0.93, 0.0), (0.95, 0.20), (flare, height * 0.92), (flare * 0.97, height)),
        *((flare * 0.5, height * 1.06), (0.0, height * 1.08)),
    )
    cloth = _WHITE_CLOTH if white else mix(np.asarray(hat.color), hex_color(_NAVY), 0.6)
    trim = hex_color(_NAVY) if white else np.asarray(hat.trim)
    return replace(
        hat,
        color=as_rgb(cloth),
        trim=as_rgb(trim),
        seat=replace(hat.seat, back=u(0.0, 0.16)),
        crown=replace(hat.crown, profile=profile, folds=0.04),
        peak=Peak(u(0.36, 0.46), u(0.75, 0.95), u(0.80, 0.95), leather=True),
        band=HatBand(0.0, 0.20, 0.012, as_rgb(trim), int(rng.integers(0, 3)), "cloth"),
        emblem=pick(rng, {"badge": 0.6, "anchor": 0.4}),
    )


def _sailor(hat: Hat, rng: Rng, u: Uniform) -> Hat:
    puff, height = u(1.06, 1.2), u(0.42, 0.5)
    trim = hex_color(str(rng.choice((_NAVY, "24304e", "8c2331", "3f6f9e"))))
    profile = (
        *((0.92, 0.0), (0.93, 0.18), (puff, 0.28), (puff * 0.96, height * 0.84)),
        *((puff * 0.6, height), (0.0, height * 1.04)),
    )
    return replace(
        hat,
        color=as_rgb(_WHITE_CLOTH),
        trim=as_rgb(trim),
        seat=replace(hat.seat, askew=sign(rng) * u(0.05, 0.22)),
        crown=replace(hat.crown, profile=profile, folds=u(0.1, 0.18)),
        band=HatBand(0.0, 0.18, 0.012, as_rgb(trim), int(rng.integers(1, 3)), "cloth"),
        emblem="anchor" if chance(rng, 0.5) else "none",
        topping="pompom" if chance(rng, 0.25) else "none",
        topping_size=u(0.12, 0.15),
    )


def _beanie(hat: Hat, rng: Rng, u: Uniform) -> Hat:
    slouch = u(0.78, 0.98)
    profile = (
        *((1.0, 0.0), (1.01, 0.25), (0.92, slouch * 0.66), (0.58, slouch * 0.94)),
        (0.0, slouch * 1.02),
    )
    return replace(
        hat,
        material="knit",
        crown=replace(hat.crown, profile=profile, bend=u(-0.4, 0.4), ribs=30, folds=0.05),
        band=HatBand(0.0, u(0.2, 0.3), 0.07, hat.trim, 0, "cuff"),
        topping="pompom" if chance(rng, 0.75) else "none",
        topping_size=u(0.20, 0.28),
    )


def _santa(hat: Hat, rng: Rng, u: Uniform) -> Hat:
    side = sign(rng)
    fur = hex_color("fbf8f4")
    profile = (
        *((0.98, 0.0), (0.96, 0.22), (0.80, 0.48), (0.56, 0.74), (0.38, 1.0), (0.24, 1.25)),
        *((0.10, 1.45), (0.0, 1.5)),
    )
    color = hex_color("c62b36") if chance(rng, 0.6) else np.asarray(hat.color)
    return replace(
        hat,
        color=as_rgb(color),
        trim=as_rgb(fur),
        crown=replace(
            hat.crown, profile=profile, bend=side * u(2.1, 2.7), bend_from=0.16, folds=u(0.15, 0.25)
        ),
        band=HatBand(-0.04, 0.2, 0.09, as_rgb(fur), 0, "fur"),
        topping="pompom",
        topping_size=u(0.20, 0.26),
    )


def _top(hat: Hat, rng: Rng, u: Uniform) -> Hat:
    side, radius = sign(rng), u(0.38, 0.47)
    color = mix(hex_color("262430"), np.asarray(hat.color) * 0.6, u(0.0, 0.7))
    profile = (
        *((0.96, 0.0), (0.90, 0.5 * radius), (0.92, 1.0 * radius), (1.02, 1.3 * radius)),
        *((0.98, 1.33 * radius), (0.5, 1.34 * radius), (0.0, 1.34 * radius)),
    )
    place = (side * u(0.40, 0.54), u(0.84, 0.92), 0.26)
    return replace(
        hat,
        color=as_rgb(color),
        seat=HatSeat(place, u(-0.3, 0.3), u(-0.02, 0.12), side * u(0.34, 0.52), radius),
        crown=replace(hat.crown, profile=profile, folds=0.03),
        brim=Brim(0.42 * radius, u(-0.1, 0.1), u(-0.6, -0.2), 0.03, 2, 1.5),
        band=_band(hat, 0.02, 0.42 * radius),
        emblem=pick(rng, {"flower": 0.6, "none": 0.4}),
    )


def _cat(hat: Hat, rng: Rng, u: Uniform) -> Hat:
    sag = u(0.2, 0.42)
    knit = chance(rng, 0.6)
    profile = ((1.03, 0.0), (1.05, 0.2), (1.0, 0.42), (0.72, 0.66), (0.34, 0.75), (0.0, 0.77))
    return replace(
        hat,
        material="knit" if knit else "felt",
        seat=replace(hat.seat, askew=u(-0.06, 0.06), place=(0.0, u(0.56, 0.62), -0.10)),
        crown=replace(hat.crown, profile=profile, ribs=34 if knit else 0, sag=sag),
        band=HatBand(0.0, 0.13, 0.03, hat.trim, 0, "cuff" if knit else "cloth"),
        ears=u(0.42, 0.56),
    )


HATS: dict[str, tuple[float, Callable[[Hat, Rng, Uniform], Hat]]] = {
    "beret": (0.15, _beret),
    "witch": (0.12, _witch),
    "straw": (0.10, _straw),
    "sun": (0.08, _sun),
    "boater": (0.06, _boater),
    "bucket": (0.06, _bucket),
    "cap": (0.09, _cap),
    "newsboy": (0.07, _newsboy),
    "officer": (0.07, _officer),
    "sailor": (0.07, _sailor),
    "beanie": (0.10, _beanie),
    "santa": (0.07, _santa),
    "top": (0.05, _top),
    "cat": (0.06, _cat),
}
"""Share and recipe of every kind of hat."""
_TAKES_BOW = frozenset({"beret", "straw", "sun", "boater", "witch", "bucket"})
