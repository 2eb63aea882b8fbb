"""The default law of the labels, and how wishes narrow it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from girlsmoe_desktop.core.attributes import DETAILS, EYE_COLORS, HAIR_COLORS, HAIR_STYLES, LABELS
from girlsmoe_desktop.core.errors import UserError
from trainer.portraits.streams import stream

if TYPE_CHECKING:
    from collections.abc import Mapping

# Each row: the style labels that are on, and its share. Rows of share 0 are drawn only on a wish.
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
    "smile": 0.5,
    "open_mouth": 0.4,
    "hat": 0.15,
    "ribbon": 0.35,
    "glasses": 0.2,
}
# (smile, open mouth) -> kinds of mouth and their weights.
MOUTHS: dict[tuple[bool, bool], dict[str, float]] = {
    (True, False): {"smile": 0.84, "smirk": 0.09, "cat": 0.07},
    (True, True): {"laugh": 0.55, "grin": 0.23, "half_moon": 0.22},
    (False, True): {"oval": 0.42, "triangle": 0.34, "shout": 0.24},
    (False, False): {"flat": 0.70, "frown": 0.12, "pout": 0.12, "wavy": 0.06},
}
SMILES = frozenset({"smile", "smirk", "cat", "laugh", "grin", "half_moon"})
OPEN_MOUTHS = frozenset({"laugh", "grin", "half_moon", "oval", "triangle", "shout"})


@dataclass(frozen=True)
class Choice:
    """The labels of one portrait: two colours, the style labels that are on, the detail bits."""

    hair_color: str
    eye_color: str
    styles: frozenset[str]
    details: Mapping[str, bool]


def choose(seed: int, index: int, wanted: Mapping[str, bool]) -> Choice:
    """Returns the labels to draw: what is wanted, and the rest from the default law.

    Args:
        seed: Seed of the data set.
        index: Number of the portrait.
        wanted: Label -> on or off, for any subset of the 34 labels.

    Raises:
        UserError: The wishes name no label, or contradict each other.
    """
    unknown = sorted(set(wanted) - set(LABELS))
    if unknown:
        raise UserError(f"{unknown[0]} is no label: choose among {', '.join(LABELS)}.")
    return Choice(
        hair_color=_color(seed, index, wanted, HAIR_COLORS, "hair"),
        eye_color=_color(seed, index, wanted, EYE_COLORS, "eyes"),
        styles=_styles(seed, index, wanted),
        details={name: _detail(seed, index, wanted, name) for name in DETAILS},
    )


def _color(
    seed: int, index: int, wanted: Mapping[str, bool], colors: tuple[str, ...], part: str
) -> str:
    wishes = {color: wanted[f"{color}_{part}"] for color in colors if f"{color}_{part}" in wanted}
    on = [color for color, wish in wishes.items() if wish]
    left = on or [color for color in colors if color not in wishes]
    if len(on) > 1:
        labels = " and ".join(f"{color}_{part}" for color in on)
        raise UserError(f"{labels} are wished together: wish one colour of {part} at most.")
    if not left:
        raise UserError(f"Every colour of {part} is wished off: leave one of them free.")
    return str(stream(seed, index, f"law.{part}").choice(left))


def _styles(seed: int, index: int, wanted: Mapping[str, bool]) -> frozenset[str]:
    wishes = {name: wanted[name] for name in HAIR_STYLES if name in wanted}
    rows = [
        (labels, share)
        for labels, share in HAIR_STYLE_LAW
        if all((name in labels) == wish for name, wish in wishes.items())
    ]
    if not rows:
        together = ", ".join(f"{name} {'on' if wish else 'off'}" for name, wish in wishes.items())
        raise UserError(
            f"No hairstyle has {together}: short hair goes with nothing else, "
            "and twintails don't go with a ponytail."
        )
    shares = np.array([share for _, share in rows])
    if not shares.sum():
        shares = np.ones(len(rows))
    chosen = stream(seed, index, "law.style").choice(len(rows), p=shares / shares.sum())
    return rows[int(chosen)][0]


def _detail(seed: int, index: int, wanted: Mapping[str, bool], name: str) -> bool:
    drawn = bool(stream(seed, index, f"law.{name}").random() < DETAIL_LAW[name])
    return wanted.get(name, drawn)
