"""Illustrators: six bundles of habits, of which each portrait blends two, in a year's fashion."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from trainer.portraits.colors import as_rgb, hex_color, mix
from trainer.portraits.model import Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.portraits.colors import Floats

ILLUSTRATORS = ("game", "watercolour", "cel", "soft", "painter", "sketch")
"""Names of the illustrators, in the order of the columns and rows below."""
_HABITS: dict[str, tuple[float, ...]] = {
    "line_width": (0.75, 0.60, 0.90, 0.75, 0.60, 0.80),
    "line_opacity": (0.50, 0.26, 0.80, 0.52, 0.30, 0.62),
    "hair_line": (0.66, 0.46, 0.85, 0.60, 0.52, 0.80),
    "skin_softness": (0.55, 0.90, 0.15, 0.55, 0.80, 0.50),
    "hair_contrast": (1.68, 1.41, 1.88, 1.55, 2.02, 1.61),
    "hair_roundness": (0.95, 0.80, 0.95, 0.85, 1.10, 0.95),
    "tone_range": (1.92, 1.92, 1.54, 1.73, 2.50, 2.30),
    "streaks": (0.085, 0.075, 0.050, 0.075, 0.105, 0.105),
    "tip_darkness": (0.09, -0.02, 0.10, 0.03, 0.13, 0.06),
    "tip_skin": (0.50, 0.60, 0.28, 0.52, 0.42, 0.48),
    "hue_variation": (0.19, 0.35, 0.08, 0.26, 0.27, 0.22),
    "ring_height": (0.82, 0.78, 0.86, 0.80, 0.80, 0.76),
    "ring_width": (0.11, 0.14, 0.08, 0.11, 0.13, 0.10),
    "ring_jitter": (0.085, 0.095, 0.070, 0.085, 0.095, 0.105),
    "ring_strength": (1.00, 0.75, 1.20, 1.05, 0.88, 0.78),
    "ring_crispness": (0.70, 0.40, 0.90, 0.75, 0.50, 0.65),
    "eye_scale": (1.04, 1.05, 1.00, 1.10, 0.99, 1.03),
    "eye_height": (1.00, 1.00, 1.00, 1.00, 1.00, 1.00),
    "lash_scale": (1.00, 0.85, 1.15, 1.05, 0.90, 0.95),
    "pastel": (0.04, 0.14, -0.02, 0.09, -0.04, 0.05),
    "chin": (0.00, 0.00, 0.02, -0.04, 0.04, 0.01),
    "plumpness": (0.50, 0.60, 0.20, 0.95, 0.10, 0.50),
    "rim_light": (0.08, 0.20, 0.00, 0.15, 0.34, 0.05),
    "iris_rays": (0.50, 0.30, 0.70, 0.90, 0.30, 0.20),
    "saturation": (0.96, 0.86, 1.04, 0.98, 0.88, 0.84),
    "brightness": (1.00, 1.02, 1.00, 1.02, 0.97, 1.00),
    "bloom": (0.055, 0.075, 0.030, 0.070, 0.060, 0.045),
    "sharpness": (0.50, 0.34, 0.58, 0.42, 0.38, 0.52),
    "grain": (0.5, 0.6, 0.2, 0.3, 0.7, 0.7),
    "cloth_softness": (0.5, 0.9, 0.1, 0.5, 0.8, 0.5),
    "fade": (0.08, 0.24, 0.00, 0.10, 0.15, 0.18),
}
YEARS = (2003.0, 2016.0)
"""First and last year of release of the games whose fashions are drawn."""
# How the fashion of the last year differs from that of the middle one: each habit is multiplied by
# the exponential. The first year differs as much in the other direction: harder and wider lines,
# flat and saturated cel colours, small crisp highlights, tall eyes.
_FASHION: dict[str, float] = {
    "line_width": -0.14,
    "line_opacity": -0.18,
    "hair_line": -0.08,
    "skin_softness": 0.22,
    "cloth_softness": 0.22,
    "hair_contrast": -0.07,
    "tone_range": 0.06,
    "hue_variation": 0.20,
    "ring_width": 0.15,
    "ring_crispness": -0.35,
    "eye_height": -0.05,
    "rim_light": 0.30,
    "iris_rays": 0.15,
    "saturation": -0.05,
    "bloom": 0.55,
    "fade": 0.15,
}
_CHIN_POINT = -0.22
"""The same for the sharpness of the chin, which is added to."""
_AT_MOST_ONE = frozenset(
    {"line_opacity", "hair_line", "skin_softness", "cloth_softness", "ring_crispness"}
)
_INKS = ("4a2a30", "6a4658", "2a1e2c", "63384a", "3a3050", "6b4228")
_TAN_ODDS = (0.10, 0.05, 0.15, 0.08, 0.22, 0.18)
# Rows: illustrators; columns: the eye archetypes of `sampling.face`.
_EYE_TASTE = (
    (3.0, 2.0, 1.5, 1.0, 1.5, 1.0),
    (3.0, 1.0, 3.0, 1.0, 1.5, 2.0),
    (1.5, 4.0, 1.0, 2.0, 1.5, 0.5),
    (2.0, 1.0, 1.5, 0.3, 5.0, 0.8),
    (1.0, 2.5, 1.0, 3.0, 1.0, 1.5),
    (3.0, 2.0, 2.0, 1.5, 0.6, 1.5),
)


@dataclass(frozen=True)
class Illustrator:
    """A style with its tastes: odds of tan skin and weights of the eye archetypes."""

    style: Style
    tan_odds: float
    eye_taste: Floats


def sample_year(rng: np.random.Generator) -> float:
    """Returns a year of release with its fraction, in `YEARS`, all as likely."""
    return float(rng.uniform(*YEARS))


def sample_illustrator(
    rng: np.random.Generator, year: float, among: Sequence[str] = ILLUSTRATORS
) -> Illustrator:
    """Returns one dominant illustrator blended with a second one, every habit a little varied.

    Args:
        rng: Stream of the illustrator; the year takes nothing from it.
        year: The year, in `YEARS`, whose fashion the habits follow.
        among: The illustrators to take them from, some of `ILLUSTRATORS` in their order; one alone
            is blended with nobody.
    """
    known = [ILLUSTRATORS.index(name) for name in among]
    first, second = (known[place] for place in [*rng.permutation(len(known)), 0][:2])
    share = float(rng.uniform(0.62, 1.0))
    weights = np.zeros(len(_INKS))
    weights[first] += share
    weights[second] += 1 - share
    habits = {
        name: float(np.dot(row, weights)) * float(rng.uniform(0.95, 1.05))
        for name, row in _HABITS.items()
    }
    fashion = (year - YEARS[0]) / (YEARS[1] - YEARS[0]) * 2 - 1
    for name, drift in _FASHION.items():
        habits[name] *= math.exp(drift * fashion)
    for name in _AT_MOST_ONE:
        habits[name] = min(habits[name], 1.0)
    ink = mix(hex_color(_INKS[first]), hex_color(_INKS[second]), 1 - share)
    return Illustrator(
        style=Style(**habits, ink=as_rgb(ink), year=year, chin_point=_CHIN_POINT * fashion),
        tan_odds=float(np.dot(_TAN_ODDS, weights)),
        eye_taste=weights @ np.array(_EYE_TASTE),
    )
