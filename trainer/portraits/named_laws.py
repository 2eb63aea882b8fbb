"""The laws of drawing by name, and laws from a table of odds in a file."""

from __future__ import annotations

import functools
import hashlib
import json
import math
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from girlsmoe_desktop.core import law as core
from girlsmoe_desktop.core.attributes import DETAILS, EYE_COLORS, HAIR_COLORS, HAIR_STYLES, LABELS
from girlsmoe_desktop.core.controls import paper_controls
from girlsmoe_desktop.core.errors import UserError
from trainer.portraits.law import DETAIL_LAW, DRAWING, HAIR_STYLE_LAW, DrawingLaw
from trainer.portraits.strict_json import read_file, values_of

if TYPE_CHECKING:
    from collections.abc import Mapping

LAW_NAMES = ("drawing", "empirical", "training", "uniform")
_POSSIBLE_STYLES = tuple(styles for styles, _ in HAIR_STYLE_LAW)
_ROUNDS = 5000
_CLOSE_ENOUGH = 1e-3
"""How far a style's probability may be from the one asked for."""
_HAIR_LABELS = tuple(f"{color}_hair" for color in HAIR_COLORS)
_EYE_LABELS = tuple(f"{color}_eyes" for color in EYE_COLORS)


def find_law(name: str) -> DrawingLaw:
    """Returns the law of that name, or the one that a file of that name describes.

    The names of `LAW_NAMES` are never files, so that a law doesn't depend on where it is asked
    for; a file that bears one is named with its folder, such as "./uniform".

    Raises:
        UserError: There is neither, or the file is no table of odds.
    """
    if name in LAW_NAMES:
        return named_law(name)
    if not Path(name).is_file():
        raise UserError(
            f"There is no law {name!r}: choose one of {', '.join(LAW_NAMES)}, "
            "or name a JSON file of odds by label (as ./uniform where it bears one of these names)."
        )
    return law_from_file(Path(name))


@functools.cache
def named_law(name: str) -> DrawingLaw:
    """Returns a law of `LAW_NAMES`; all but "drawing" bear the application's definitions.

    "empirical": colours and details by the counts of the paper's Table 1. Its style bits overlap,
    so the hairstyles are those that can be drawn, with exactly the table's share of each bit.
    "training": the paper's P_cond, colours even and every other bit 0.25, with the hairstyles
    projected in the same way. "uniform": every option of every control as likely as any other.
    """
    if name == "drawing":
        return DRAWING
    law = core.paper_laws()[name]
    if name == "empirical":
        share = {label: n / core.PORTRAITS for label, n in core.HAIR_STYLE_COUNTS.items()}
        styles = possible_styles(share)
    elif "hair_style" in law.choices:
        styles = _styles_of_options(law.choices["hair_style"])
    else:
        styles = possible_styles(law.odds)
    return DrawingLaw(
        name=name,
        hair_colors=law.choices["hair_color"],
        eye_colors=law.choices["eye_color"],
        styles=styles,
        details={detail: law.odds[detail] for detail in DETAILS},
    )


def _styles_of_options(weights: Mapping[str, float]) -> tuple[tuple[frozenset[str], float], ...]:
    """Returns the shares of the hairstyles where a law weighs the options of the drop-down."""
    (control,) = (c for c in paper_controls() if c.id == "hair_style")
    shares = dict.fromkeys(_POSSIBLE_STYLES, 0.0)
    for option, weight in weights.items():
        variants = control.option(option).variants
        whole = sum(variant.weight for variant in variants)
        for variant in variants:
            shares[frozenset(variant.labels)] += weight * variant.weight / whole
    return tuple(shares.items())


def possible_styles(odds: Mapping[str, float]) -> tuple[tuple[frozenset[str], float], ...]:
    """Projects independent odds of the style bits to the hairstyles that can be drawn.

    Of all laws of the possible hairstyles that keep every bit's probability, it is the one nearest
    to independent bits: these, restricted to what is possible, fitted to each probability in turn
    until all of them hold (iterative proportional fitting).

    Args:
        odds: Style label -> probability (0..1), for all 5; other labels are ignored.

    Raises:
        UserError: No law of the possible hairstyles has these probabilities.
    """
    has = np.array([[name in styles for name in HAIR_STYLES] for styles in _POSSIBLE_STYLES])
    wanted = np.array([odds[name] for name in HAIR_STYLES], dtype=np.float64)
    shares = np.where(has, wanted, 1 - wanted).prod(1)
    for _ in range(_ROUNDS):
        for column, goal in zip(has.T, wanted, strict=True):
            for rows, part in ((column, goal), (~column, 1 - goal)):
                now = shares[rows].sum()
                if now > 0:
                    shares[rows] *= part / now
        if np.abs(has.T @ shares - wanted).max() < 1e-9:
            break
    if abs(shares.sum() - 1) > _CLOSE_ENOUGH or (
        np.abs(has.T @ shares - wanted).max() > _CLOSE_ENOUGH
    ):
        said = ", ".join(f"{name} {odds[name]:.4g}" for name in HAIR_STYLES)
        raise UserError(
            f"No hairstyles have the odds {said}: short hair goes with nothing else, and twintails "
            "don't go with a ponytail. Lower some of them."
        )
    shares /= shares.sum()
    return tuple(zip(_POSSIBLE_STYLES, shares.tolist(), strict=True))


def law_from_file(path: Path) -> DrawingLaw:
    """Returns the law of a JSON file {label: odds}.

    Odds of a hair or eye colour are weights among its kind, those of the other labels
    probabilities. Of the hair colours, the eye colours and the hairstyles the table gives all or
    none; what it doesn't give is drawn as by "drawing".

    Raises:
        UserError: The file can't be read, or is no such table.
    """
    return read_file(path, lambda text: law_from_table(values_of(text)))


def law_from_table(table: object) -> DrawingLaw:
    """Returns the law of a table {label: odds}; see `law_from_file`.

    Raises:
        UserError: It is no such table.
    """
    odds = _checked_odds(table)
    styles = _group(odds, HAIR_STYLES)
    canonical = json.dumps(odds, sort_keys=True).encode()
    return DrawingLaw(
        name=f"table {hashlib.sha256(canonical).hexdigest()[:16]}",
        hair_colors=_color_weights(odds, _HAIR_LABELS, HAIR_COLORS) or DRAWING.hair_colors,
        eye_colors=_color_weights(odds, _EYE_LABELS, EYE_COLORS) or DRAWING.eye_colors,
        styles=possible_styles(styles) if styles else HAIR_STYLE_LAW,
        details={name: odds.get(name, DETAIL_LAW[name]) for name in DETAILS},
    )


def _checked_odds(table: object) -> dict[str, float]:
    if not isinstance(table, dict):
        raise UserError(f"a law is an object of odds by label, not a {type(table).__name__}.")
    for label, value in table.items():
        if label not in LABELS:
            raise UserError(f"{label!r} is no label: choose among {', '.join(LABELS)}.")
        number = isinstance(value, (int, float)) and not isinstance(value, bool)
        if not number or not math.isfinite(value) or not 0 <= value <= 1:
            raise UserError(f"the odds of {label} are {value!r}: give a number in 0..1.")
    return {label: float(value) for label, value in table.items()}


def _group(odds: Mapping[str, float], labels: tuple[str, ...]) -> dict[str, float]:
    """Returns the odds of a group of labels: of all of them, or none."""
    given = {label: odds[label] for label in labels if label in odds}
    missing = [label for label in labels if label not in odds]
    if given and missing:
        raise UserError(
            f"it gives odds for {next(iter(given))} but none for {', '.join(missing)}: "
            "give all of them or none."
        )
    return given


def _color_weights(
    odds: Mapping[str, float], labels: tuple[str, ...], colors: tuple[str, ...]
) -> dict[str, float]:
    given = _group(odds, labels)
    if given and not any(given.values()):
        raise UserError(f"the odds of {', '.join(labels)} are all 0: raise one of them.")
    return dict(zip(colors, given.values(), strict=True)) if given else {}
