"""Laws of drawing: how the labels of a portrait are drawn, and how wishes narrow them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from girlsmoe_desktop.core.attributes import DETAILS, EYE_COLORS, HAIR_COLORS, HAIR_STYLES, LABELS
from girlsmoe_desktop.core.errors import UserError
from trainer.portraits.streams import pick

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import numpy as np

    Streams = Callable[[str], np.random.Generator]

# Each row: the style labels that are on, and its share. Rows of share 0 are drawn only on a wish.
# There are no other hairstyles: short hair is never tied, and tails are two or one.
HAIR_STYLE_LAW: tuple[tuple[frozenset[str], float], ...] = (
    (frozenset({"long_hair"}), 0.40),
    (frozenset({"short_hair"}), 0.22),
    (frozenset(), 0.08),
    (frozenset({"twintails", "long_hair"}), 0.085),
    (frozenset({"twintails"}), 0.055),
    (frozenset({"drill_hair", "twintails", "long_hair"}), 0.02),
    (frozenset({"drill_hair", "twintails"}), 0.02),
    (frozenset({"drill_hair", "long_hair"}), 0.025),
    (frozenset({"drill_hair"}), 0.015),
    (frozenset({"ponytail", "long_hair"}), 0.05),
    (frozenset({"ponytail"}), 0.03),
    (frozenset({"drill_hair", "ponytail", "long_hair"}), 0.0),
    (frozenset({"drill_hair", "ponytail"}), 0.0),
)
DETAIL_LAW = {
    "blush": 0.5,
    "smile": 0.55,
    "open_mouth": 0.36,
    "hat": 0.15,
    "ribbon": 0.35,
    "glasses": 0.2,
}
BLUSH_FROM = 0.4
"""Least strength of a blush that counts."""
# (smile, open mouth) -> kinds of mouth and their weights.
MOUTHS: dict[tuple[bool, bool], dict[str, float]] = {
    (True, False): {"smile": 0.84, "smirk": 0.09, "cat": 0.07},
    (True, True): {"laugh": 0.55, "grin": 0.23, "half_moon": 0.22},
    (False, True): {"oval": 0.46, "triangle": 0.44, "shout": 0.10},
    (False, False): {"flat": 0.82, "frown": 0.05, "pout": 0.08, "wavy": 0.05},
}
SMILES = frozenset({"smile", "smirk", "cat", "laugh", "grin", "half_moon"})
OPEN_MOUTHS = frozenset({"laugh", "grin", "half_moon", "oval", "triangle", "shout"})


@dataclass(frozen=True)
class DrawingLaw:
    """Odds of the labels of portraits that can be drawn.

    Hair colour, eye colour, hairstyle and each detail are drawn independently of each other.

    Attributes:
        name: What a data set's record calls it.
        hair_colors: Colour -> weight (0 or more, not all 0), for all 13.
        eye_colors: Colour -> weight, for all 10.
        styles: Every possible set of style labels, with its weight.
        details: Detail -> probability (0..1), for all 6.
    """

    name: str
    hair_colors: Mapping[str, float]
    eye_colors: Mapping[str, float]
    styles: tuple[tuple[frozenset[str], float], ...]
    details: Mapping[str, float]


DRAWING = DrawingLaw(
    name="drawing",
    hair_colors=dict.fromkeys(HAIR_COLORS, 1.0),
    eye_colors=dict.fromkeys(EYE_COLORS, 1.0),
    styles=HAIR_STYLE_LAW,
    details=DETAIL_LAW,
)
"""The default: every colour as likely as any other, and enough of every style to learn it."""


@dataclass(frozen=True)
class Choice:
    """The labels of one portrait: two colours, the style labels that are on, the detail bits."""

    hair_color: str
    eye_color: str
    styles: frozenset[str]
    details: Mapping[str, bool]


def choose(streams: Streams, wanted: Mapping[str, bool], law: DrawingLaw = DRAWING) -> Choice:
    """Returns the labels to draw: what is wanted, and the rest from the law.

    Args:
        streams: Gives the random stream of a named part.
        wanted: Label -> on or off, for any subset of the 34 labels. What is wanted is drawn even
            where the law never draws it.
        law: The odds of the rest.

    Raises:
        UserError: The wishes name no label, or contradict each other.
    """
    unknown = sorted(set(wanted) - set(LABELS))
    if unknown:
        raise UserError(f"{unknown[0]} is no label: choose among {', '.join(LABELS)}.")
    return Choice(
        hair_color=_color(streams, wanted, law.hair_colors, "hair"),
        eye_color=_color(streams, wanted, law.eye_colors, "eyes"),
        styles=_styles(streams, wanted, law.styles),
        details={name: _detail(streams, wanted, name, law.details[name]) for name in DETAILS},
    )


def _color(
    streams: Streams, wanted: Mapping[str, bool], weights: Mapping[str, float], part: str
) -> str:
    wishes = {color: wanted[f"{color}_{part}"] for color in weights if f"{color}_{part}" in wanted}
    on = [color for color, wish in wishes.items() if wish]
    left = on or [color for color in weights if color not in wishes]
    if len(on) > 1:
        labels = " and ".join(f"{color}_{part}" for color in on)
        raise UserError(f"{labels} are wished together: wish one colour of {part} at most.")
    if not left:
        raise UserError(f"Every colour of {part} is wished off: leave one of them free.")
    return pick(streams(f"law.{part}"), _or_even({color: weights[color] for color in left}))


def _or_even(weights: dict[str, float]) -> dict[str, float]:
    """Returns weights as they are, or all alike where the law gives none of them a share."""
    return weights if sum(weights.values()) > 0 else dict.fromkeys(weights, 1.0)


def _styles(
    streams: Streams,
    wanted: Mapping[str, bool],
    law: tuple[tuple[frozenset[str], float], ...],
) -> frozenset[str]:
    wishes = {name: wanted[name] for name in HAIR_STYLES if name in wanted}
    rows = [
        (labels, share)
        for labels, share in law
        if all((name in labels) == wish for name, wish in wishes.items())
    ]
    if not rows:
        together = ", ".join(f"{name} {'on' if wish else 'off'}" for name, wish in wishes.items())
        raise UserError(
            f"No hairstyle has {together}: short hair goes with nothing else, "
            "and twintails don't go with a ponytail."
        )
    weights = _or_even({str(row): share for row, (_, share) in enumerate(rows)})
    return rows[int(pick(streams("law.style"), weights))][0]


def _detail(streams: Streams, wanted: Mapping[str, bool], name: str, odds: float) -> bool:
    drawn = bool(streams(f"law.{name}").random() < odds)
    return wanted.get(name, drawn)
