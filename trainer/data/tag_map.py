"""Which tags of other taggers say which of the 34 labels, and how probabilities are decided."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import numpy as np

from girlsmoe_desktop.core.attributes import EYE_COLORS, HAIR_COLORS, LABEL_INDEX, LABELS
from girlsmoe_desktop.core.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    Probabilities = NDArray[np.float32]
    TagTable = Mapping[str, Sequence[str]]

THRESHOLD = 0.25
"""Above it a label that is not a colour is on. Source: section 3, Jin et al. 2017."""
OWN_THRESHOLD = 0.5
"""The same for our own taggers, which learn yes and no alike, however rare a label is."""
HAIR = slice(0, len(HAIR_COLORS))
EYES = slice(len(LABELS) - len(EYE_COLORS), len(LABELS))
OTHERS = slice(HAIR.stop, EYES.start)

# Where it says more than the label's own name; the likeliest of the tags counts.
_MORE: TagTable = {
    "silver_hair": ("silver_hair",),
    "gray_hair": ("gray_hair", "grey_hair"),
    "blonde_hair": ("blonde_hair", "blond_hair"),
    "long_hair": ("long_hair", "very_long_hair", "absurdly_long_hair"),
    "short_hair": ("short_hair", "very_short_hair"),
    "twintails": ("twintails", "low_twintails", "short_twintails"),
    "drill_hair": ("drill_hair", "twin_drills"),
    "ponytail": ("ponytail", "high_ponytail", "low_ponytail", "short_ponytail"),
    "ribbon": ("ribbon", "hair_ribbon"),
    "blush": ("blush", "light_blush"),
}
DEFAULT_TABLE: TagTable = {label: _MORE.get(label, (label,)) for label in LABELS}
"""Label -> the tags of Danbooru, which both foreign taggers know, that mean it."""


class TagMap:
    """Reads the labels' probabilities off those of a tagger's own tags.

    Args:
        tags: The tagger's tags, in the order of its output; with spaces or underscores.
        table: Label -> tags that mean it.

    Attributes:
        sha256: Of which places of the output mean which label.
        unknown: Labels that no tag of the tagger means; they are never seen.

    Raises:
        UserError: None of the labels has a tag.
    """

    def __init__(self, tags: Sequence[str], table: TagTable = DEFAULT_TABLE) -> None:
        places = {_normal(tag): place for place, tag in enumerate(tags)}
        self._places = [
            [places[_normal(tag)] for tag in table.get(label, ()) if _normal(tag) in places]
            for label in LABELS
        ]
        self.sha256 = hashlib.sha256(json.dumps(self._places).encode()).hexdigest()
        self.unknown = tuple(
            label for label, found in zip(LABELS, self._places, strict=True) if not found
        )
        if len(self.unknown) == len(LABELS):
            raise UserError(
                f"Of the tagger's {len(tags)} tags, such as {_some(tags)}, none means one of the "
                "34 labels: give the list of tags that belongs to it, or a table with --map."
            )

    def __call__(self, probabilities: Probabilities) -> Probabilities:
        """Returns (N, 34) for a tagger's (N, tags)."""
        labels = np.zeros((len(probabilities), len(LABELS)), np.float32)
        for label, places in enumerate(self._places):
            if places:
                labels[:, label] = probabilities[:, places].max(1)
        return labels


def read_table(path: Path) -> TagTable:
    """Returns a table from a JSON file such as {"hat": ["hat", "beret"]}; the rest is as usual.

    Raises:
        UserError: It can't be read, or names what is no label.
    """
    try:
        given = json.loads(path.read_bytes())
        table = {str(label): tuple(map(str, tags)) for label, tags in given.items()}
    except OSError as error:
        raise UserError(f"The table {path} can't be read ({error.strerror}).") from error
    except (ValueError, TypeError, AttributeError):
        raise UserError(
            f'{path} is no table of tags: write labels with lists of tags, as {{"hat": ["hat"]}}.'
        ) from None
    wrong = [label for label in table if label not in LABEL_INDEX]
    if wrong:
        raise UserError(f"{path} names {wrong[0]!r}, which is none of the 34 labels.")
    return {**DEFAULT_TABLE, **table}


def check_threshold(threshold: float) -> None:
    """Raises UserError where a threshold is no probability."""
    if not 0 < threshold < 1:
        raise UserError(f"--threshold is {threshold:g}: choose more than 0 and less than 1.")


def decide(probabilities: Probabilities, threshold: float = THRESHOLD) -> NDArray[np.bool_]:
    """Returns which labels are on: the likeliest hair and eye colour, the rest above a threshold.

    Args:
        probabilities: Of the labels, (N, 34).
        threshold: 0..1.
    """
    answers = probabilities > threshold
    rows = np.arange(len(probabilities))
    for group in (HAIR, EYES):
        answers[:, group] = False
        answers[rows, group.start + probabilities[:, group].argmax(1)] = True
    return answers


def doubts(probabilities: Probabilities, threshold: float = THRESHOLD) -> Probabilities:
    """Returns how doubtful each picture (N, 34) is, 0..1.

    It is the mean of three doubts: how unlikely the likeliest hair colour is, how unlikely the
    likeliest eye colour, and how near to the threshold the other labels are.
    """
    hair, eyes = (1 - probabilities[:, group].max(1) for group in (HAIR, EYES))
    others = probabilities[:, OTHERS]
    near = np.where(others > threshold, (1 - others) / (1 - threshold), others / threshold)
    mean: Probabilities = ((hair + eyes + near.mean(1)) / 3).astype(np.float32)
    return mean


def _normal(tag: str) -> str:
    return tag.strip().lower().replace(" ", "_")


def _some(tags: Sequence[str]) -> str:
    return ", ".join(repr(tag) for tag in tags[:3])
