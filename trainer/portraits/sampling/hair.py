"""Draws a hairstyle: a cut for the wished length, a fringe, a flow, and tails."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from trainer.portraits.model import Flow, Fringe, Hair
from trainer.portraits.sampling.fringe import FRINGES, sample_fringe
from trainer.portraits.sampling.tails import sample_tails, sample_tie
from trainer.portraits.streams import chance, pick, sign, uniform

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.portraits.model import HairColor

    Rng = np.random.Generator
    Streams = Callable[[str], np.random.Generator]

Range = tuple[float, float]

CUTS: dict[str, dict[str, float]] = {
    "long": {"hime": 0.16, "straight": 0.32, "wavy": 0.26, "layered": 0.16, "curled": 0.10},
    "medium": {"lob": 1.0},
    "short": {"bob_in": 0.46, "bob_out": 0.06, "short": 0.26, "pixie": 0.08, "shaggy": 0.14},
}
# Ranges of: length (height of the tips), flare, curl, wave, side_length, side_inward.
_CUT_RANGES: dict[str, tuple[Range, Range, Range, Range, Range, Range]] = {
    "hime": ((-3.4, -2.6), (-0.06, 0.06), (0, 0), (0, 0.03), (-1.05, -0.75), (0, 0)),
    "straight": (
        (-3.4, -2.6),
        (-0.04, 0.16),
        (-0.05, 0.06),
        (0.06, 0.17),
        (-2.4, -1.1),
        (-0.05, 0.1),
    ),
    "wavy": ((-3.4, -2.6), (0.0, 0.24), (-0.06, 0.06), (0.10, 0.20), (-2.2, -1.0), (-0.06, 0.06)),
    "layered": ((-3.1, -2.5), (0.10, 0.28), (-0.12, 0.0), (0.02, 0.08), (-0.95, -0.6), (-0.2, 0.0)),
    "curled": ((-3.1, -2.5), (0.12, 0.32), (-0.1, 0.05), (0.16, 0.26), (-2.0, -1.0), (-0.06, 0.06)),
    "lob": ((-1.33, -1.20), (0.06, 0.18), (0.16, 0.5), (0.03, 0.10), (-1.25, -0.95), (0.15, 0.40)),
    "bob_in": ((-0.92, -0.74), (0.02, 0.10), (0.52, 0.74), (0, 0), (-0.98, -0.80), (0.42, 0.62)),
    "bob_out": ((-0.9, -0.74), (-0.04, 0.06), (-0.4, -0.2), (0, 0), (-0.92, -0.72), (-0.28, -0.05)),
    "short": ((-0.86, -0.68), (0.0, 0.08), (0.48, 0.68), (0, 0), (-0.90, -0.72), (0.38, 0.56)),
    "pixie": ((-0.72, -0.56), (-0.06, 0.02), (0.3, 0.5), (0, 0), (-0.72, -0.54), (0.22, 0.36)),
    "shaggy": ((-0.90, -0.72), (0.02, 0.10), (0.1, 0.4), (0, 0.06), (-0.94, -0.72), (0.1, 0.35)),
}

_CLEAR_OF_A_LOW_TIE = -0.55
"""Height at which hair at the temples ends beside a low ponytail, in head units."""


def sample_hair(
    styles: frozenset[str], color: HairColor, side_of: Callable[[str], float], streams: Streams
) -> Hair:
    """Returns a hairstyle that shows exactly the given style labels.

    Args:
        styles: The style labels that are on.
        color: The shade.
        side_of: Gives the side, -1 or 1, to which the ponytail of a tie hangs.
        streams: Gives the random stream of a named part.
    """
    tied = sample_tie(styles, streams("hair.tie"))
    cut = _cut(styles, tied, streams("hair.cut"))
    kind = "straight" if cut == "hime" else pick(streams("hair.fringe.kind"), FRINGES)
    fringe = sample_fringe(kind, streams("hair.fringe"))
    hair = _loose_hair(cut, fringe, color, streams("hair.numbers"), streams("hair.flow"))
    if tied == "none":
        return hair
    keeps = cut in CUTS["long"] or tied == "side_drill"
    hair = hair if keeps else _gathered(hair, streams("hair.gather"))
    if tied == "low_pony":
        # Else hair at the temples would cover the tie.
        hair = replace(hair, side_length=max(hair.side_length, _CLEAR_OF_A_LOW_TIE))
    hair = replace(hair, flicks=min(hair.flicks, 2), streamers=min(hair.streamers, 1))
    tails = sample_tails(tied, "long_hair" in styles, side_of(tied), streams("hair.tails"))
    if tied == "side_drill":
        hair = replace(hair, front_falls=0, locks=0, side_length=-0.42)
        if "ponytail" in styles:
            hair = _gathered(hair, streams("hair.gather"))
            side = side_of("high_pony")
            pony = sample_tails("high_pony", "long_hair" in styles, side, streams("hair.pony"))
            tails = tails + pony
    return replace(hair, tie=tied, tails=tails)


def _cut(styles: frozenset[str], tied: str, rng: Rng) -> str:
    if "short_hair" in styles:
        return pick(rng, CUTS["short"])
    if "long_hair" not in styles:
        return "lob"
    loose_too = tied == "twin_drill" and chance(rng, 0.3)
    if tied in {"none", "side_drill"} or loose_too:
        return pick(rng, CUTS["long"])
    return "lob"


def _uneven(cut: str, rng: Rng) -> float:
    """Returns how unlike the sides' lengths are: never so much that a lob seems short or long."""
    spread = float(rng.normal(0, 0.13))
    if cut in CUTS["long"]:
        return spread * (0.4 if cut == "hime" else 1.0)
    return float(np.clip(spread, -0.08, 0.08))


def _flow(cut: str, rng: Rng, numbers: Rng) -> Flow:
    calm = cut == "hime"
    windy = chance(rng, 0.25) and not calm
    leaning = sign(rng) * rng.uniform(0.10, 0.24) if chance(rng, 0.2) else 0.0
    return Flow(
        volume=float(np.clip(rng.normal(0, 0.12), -0.24, 0.12)),
        length=_uneven(cut, rng),
        bend=0.02 if calm else float(abs(rng.normal(0, 0.16))) + 0.08,
        frequency=float(rng.uniform(1.6, 3.0)),
        phase_left=float(rng.uniform(0, 6.28)),
        phase_right=float(rng.uniform(0, 6.28)),
        wind=sign(rng) * float(rng.uniform(0.2, 0.3 if cut == "lob" else 0.6)) if windy else 0.0,
        sway=float(np.clip(rng.normal(0, 0.10) + leaning, -0.35, 0.35)),
        fan=float(abs(numbers.normal(0, 0.14))) if cut in CUTS["long"] else 0.0,
    )


def _loose_hair(cut: str, fringe: Fringe, color: HairColor, rng: Rng, flowing: Rng) -> Hair:
    u = uniform(rng)
    ranges = [u(*bounds) for bounds in _CUT_RANGES[cut]]
    length, flare, curl, wave, side_length, side_inward = ranges
    long = cut in CUTS["long"]
    parted = fringe.kind in {"side", "messy"}
    hair = Hair(
        color=color,
        cut=cut,
        tie="none",
        fringe=fringe,
        flow=_flow(cut, flowing, rng),
        tails=(),
        volume=u(0.96, 1.05),
        parting=fringe.parting * 0.6 if parted else u(-0.12, 0.12),
        part_length=u(0.35, 1.0),
        whorl=float(rng.normal(0, 0.15)),
        mess=u(0, 0.22),
        length=length,
        flare=flare,
        curl=curl,
        wave=wave,
        frequency=u(0.8, 1.5),
        bulge=u(0.05, 0.14) if cut in {"bob_in", "short", "pixie", "shaggy"} else 0.0,
        back_clumps=int(u(6, 10)),
        back_v=u(-1, 1),
        blunt=False,
        flicks=int(u(0, 3)),
        flick=u(0.10, 0.22),
        streamers=int(rng.choice(5, p=[0.30, 0.34, 0.22, 0.10, 0.04])),
        front_falls=int(u(1, 4)) if long else 0,
        fall_inward=u(-0.3, 1),
        one_sided=int(rng.choice([-1, 0, 0, 0, 0, 0, 1])),
        side_clumps=int(u(3, 6)),
        side_length=side_length,
        side_inward=side_inward,
        locks=int(rng.choice(4, p=[0.02, 0.08, 0.55, 0.35])),
        lock_x=u(0.36, 0.49),
        lock_length=u(-1.30, -0.80) if chance(rng, 0.62) or not long else u(-2.0, -1.2),
        lock_width=u(0.42, 0.62),
        lock_curve=u(0.02, 0.22),
        lock_wave=u(0.01, 0.06),
        lock_phase=u(-1, 1),
        tufts=int(u(0, 2)),
        wisps=int(u(0, 2)),
        cowlicks=int(chance(rng, 0.2)) + int(chance(rng, 0.05)),
        ink_strokes=int(u(9, 20)),
    )
    return _with_character(hair, rng)


def _with_character(hair: Hair, rng: Rng) -> Hair:
    """Returns the hair with what sets its cut apart from the others."""
    if hair.cut == "hime":
        hair = replace(
            hair, blunt=chance(rng, 0.5), mess=0.0, flicks=0, streamers=min(hair.streamers, 1)
        )
        hair = replace(hair, locks=2, lock_length=float(rng.uniform(-0.98, -0.72)))
        hair = replace(hair, lock_width=0.5, lock_curve=0.04)
    if hair.cut == "layered":
        hair = replace(
            hair, mess=float(rng.uniform(0.25, 0.5)), flicks=int(rng.integers(4, 8)), flick=0.3
        )
    if hair.cut == "curled":
        hair = replace(hair, frequency=float(rng.uniform(1.8, 2.6)))
    if hair.cut in {"shaggy", "short", "pixie"}:
        hair = replace(
            hair,
            mess=float(rng.uniform(0.15, 0.40)),
            flicks=int(rng.integers(1, 4)),
            flick=float(rng.uniform(0.15, 0.3)),
            tufts=int(rng.integers(1, 4)),
        )
    if hair.cut == "bob_out":
        hair = replace(hair, flicks=int(rng.integers(2, 5)), flick=float(rng.uniform(0.2, 0.35)))
    if hair.cut in CUTS["short"]:
        hair = replace(hair, lock_length=float(rng.uniform(-0.98, -0.75)))
    shorter = float(np.clip((-hair.lock_length - 0.40) / 0.6, 0.25, 1.0))
    return replace(hair, lock_curve=hair.lock_curve * shorter)


def _gathered(hair: Hair, rng: Rng) -> Hair:
    """Returns the hair with its loose part tied away: what is left ends at the nape."""
    return replace(
        hair,
        length=float(rng.uniform(-0.88, -0.66)),
        flare=0.02,
        curl=float(rng.uniform(0.34, 0.5)),
        wave=hair.wave * 0.5,
        bulge=0.0,
        front_falls=0,
        side_length=float(rng.uniform(-1.05, -0.78)),
        side_inward=float(rng.uniform(0.2, 0.36)),
        blunt=False,
        streamers=0,
        flow=replace(hair.flow, fan=0.0),
    )
