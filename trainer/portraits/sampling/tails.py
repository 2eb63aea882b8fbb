"""Draws tied hair: which tie shows the wished labels, and the tails that hang from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.portraits.colors import as_rgb, hex_color
from trainer.portraits.model import Tail
from trainer.portraits.streams import chance, pick, uniform

if TYPE_CHECKING:
    import numpy as np

    from trainer.portraits.colors import Rgb

    Rng = np.random.Generator

Range = tuple[float, float]

TWIN_TIES = frozenset({"low_twin", "high_twin", "twin_drill"})
"""Ties that count as twintails."""
_DRILLS = frozenset({"twin_drill", "side_drill"})
_LOW = frozenset({"low_twin", "low_pony"})
LONG_BELOW = -1.7
"""Long tails end below this height, in head units."""
_LONG = (-3.0, -2.3)
"""Heights at which they end: below the picture, however the head tilts."""
_LONG_DRILLS = (-2.2, -1.95)
_NOT_LONG = (-1.10, -0.85)
"""Heights at which other tails end: within the picture."""
_SHORTEST = 0.72
"""Least length of twin tails, in head units: shorter ones are hidden by the hair beside them."""
_BELOW_THE_CHIN = (-1.24, -1.13)
"""Heights at which low tails that are not long end: higher ones are hidden by the face."""
_BRAIDED = {"low_twin": 0.35, "high_twin": 0.08, "low_pony": 0.35, "side_pony": 0.12}
"""How often the tails of a tie are braided."""
_TIE_COLORS = ("26242e", "f4f1f6", "b23a48", "31477d", "4b2f3f", "d9a441", "3f6a5a", "c56f8c")
# Ranges of: height of the tie, thickness, swing; then x and z of the tie.
_PAIRS: dict[str, tuple[Range, Range, Range, float, float]] = {
    "low_twin": ((-0.42, -0.12), (0.24, 0.30), (0.14, 0.32), 0.76, 0.02),
    "high_twin": ((0.35, 0.80), (0.22, 0.30), (0.08, 0.38), 0.81, -0.15),
    "twin_drill": ((0.15, 0.55), (0.33, 0.39), (0.02, 0.25), 0.78, -0.10),
    "side_drill": ((-0.30, -0.08), (0.20, 0.25), (0.06, 0.22), 0.79, 0.45),
}


def sample_tie(styles: frozenset[str], rng: Rng) -> str:
    """Returns the kind of tie that shows the style labels, or "none"."""
    if "drill_hair" in styles:
        return "twin_drill" if "twintails" in styles else "side_drill"
    if "twintails" in styles:
        return pick(rng, {"low_twin": 0.38, "high_twin": 0.62})
    if "ponytail" in styles:
        # A low one that is not long would be hidden by jaw and bow.
        low = 0.20 if "long_hair" in styles else 0.0
        return pick(rng, {"side_pony": 0.40, "high_pony": 0.40, "low_pony": low})
    return "none"


def sample_tails(tied: str, long: bool, side: float, rng: Rng) -> tuple[Tail, ...]:
    """Returns the tails of a tie; a ponytail hangs to the `side` -1 or 1."""
    if tied in {"side_pony", "high_pony", "low_pony"}:
        return (_pony(tied, long, side, rng),)
    return _pair(tied, long, rng)


def _tip(tied: str, long: bool, rng: Rng) -> float:
    """Returns the height at which a tail ends."""
    if long:
        return float(rng.uniform(*(_LONG_DRILLS if tied in _DRILLS else _LONG)))
    return float(rng.uniform(*(_BELOW_THE_CHIN if tied in _LOW else _NOT_LONG)))


def _kind(tied: str, rng: Rng) -> str:
    return "braid" if chance(rng, _BRAIDED.get(tied, 0.0)) else "tail"


def _tie_color(rng: Rng) -> Rgb:
    return as_rgb(hex_color(str(rng.choice(_TIE_COLORS))))


def _pony(tied: str, long: bool, side: float, rng: Rng) -> Tail:
    u = uniform(rng)
    tip = _tip(tied, long, rng)
    if tied == "high_pony":
        base = (u(0.45, 0.65) * side, u(0.85, 1.02), -0.55)
        swing, thickness, lift = u(0.9, 1.25), u(0.26, 0.34), u(0.28, 0.45)
    elif tied == "low_pony":
        # It is brought forward over a shoulder, or it could not be seen.
        base = (0.60 * side, u(-0.60, -0.5), 0.0)
        swing, thickness, lift = u(-0.45, -0.2), u(0.27, 0.33), -0.14
    else:
        base = (0.82 * side, u(0.2, 0.6), -0.15)
        swing, thickness, lift = u(0.2, 0.6), u(0.21, 0.28), u(0.08, 0.2)
    return Tail(
        kind=_kind(tied, rng),
        base=base,
        side=side,
        clumps=10 if tied == "high_pony" else 8,
        length=base[1] - tip,
        swing=swing,
        layer="back" if tied == "high_pony" else "middle",
        thickness=thickness,
        wave=u(0, 0.14),
        kick=side * u(-0.15, 0.2) * (0.3 if tied == "low_pony" else 1.0),
        lift=lift,
        bend=side * u(0.0, 0.25) * (0.3 if tied == "low_pony" else 1.0),
        curl=side * u(-0.2, 0.25) * (0.3 if tied == "low_pony" else 1.0),
        phase=u(0, 6.28),
        tie=_tie_color(rng),
    )


def _pair(tied: str, long: bool, rng: Rng) -> tuple[Tail, ...]:
    u = uniform(rng)
    heights, thicknesses, swings, x, z = _PAIRS[tied]
    drill = tied in _DRILLS
    kind = "drill" if drill else _kind(tied, rng)
    height, thickness, swing = u(*heights), u(*thicknesses), u(*swings)
    tip = _tip(tied, long, rng)
    x *= 1 - 0.28 * max(0.0, height - 0.3)
    wave, lift, phase = u(0, 0.15), u(0.08, 0.2), u(0, 6.28)
    kick, bend, curl = u(-0.15, 0.25), u(-0.12, 0.2), u(-0.25, 0.3)
    color = _tie_color(rng)
    return tuple(
        Tail(
            kind=kind,
            base=(side * x, height, z),
            side=side,
            clumps=8,
            length=max(height - tip, _SHORTEST) * u(0.98, 1.02),
            swing=swing,
            layer="middle",
            thickness=thickness,
            wave=wave,
            kick=side * kick,
            lift=lift,
            bend=side * bend,
            curl=side * curl,
            phase=phase if side > 0 else phase + 3.1,
            tie=color,
        )
        for side in (-1.0, 1.0)
    )
