"""Compares the tags of faces cut out of drawn scenes with the labels that they were drawn by."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from girlsmoe_desktop.core.attributes import LABELS
from trainer.data.face_table import label_vector, seen_in
from trainer.data.tag_map import EYES, HAIR
from trainer.judges.scores import score_labels

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from trainer.data.matching import Match
    from trainer.judges.scores import LabelScore


@dataclass(frozen=True)
class TagScores:
    """How often tags are what is there.

    Attributes:
        faces: Faces that were compared.
        accuracy: Share of faces in which it is said rightly whether a label is on, for each of the
            34 labels.
        scores: How often each is seen where it is, and not where it is not.
        hair: Share of faces whose hair colour is the one that was told.
        eyes: The same of eye colours.
    """

    faces: int
    accuracy: Sequence[float]
    scores: Sequence[LabelScore]
    hair: float
    eyes: float

    @property
    def mean(self) -> float:
        """Mean accuracy of the labels."""
        return sum(self.accuracy) / len(self.accuracy)

    @property
    def balanced(self) -> float:
        """Mean balanced accuracy of the labels that can be judged: 0.5 for guessing."""
        values = [s.balanced_accuracy for s in self.scores if not math.isnan(s.balanced_accuracy)]
        return sum(values) / len(values) if values else math.nan

    def to_json(self) -> dict[str, Any]:
        """Returns the figures; a share of nothing is null."""
        labels = {
            score.label: {
                "accuracy": _number(right),
                "hits": _number(score.hits),
                "rejections": _number(score.rejections),
                "on": score.on,
            }
            for score, right in zip(self.scores, self.accuracy, strict=True)
        }
        rates = {"hair_color": self.hair, "eye_color": self.eyes, "accuracy": self.mean}
        rates |= {"balanced_accuracy": self.balanced}
        return {"faces": self.faces, **{n: _number(v) for n, v in rates.items()}, "labels": labels}


def compare_tags(matches: Iterable[Match], faces: Path) -> TagScores | None:
    """Returns how right a tagger was; None where nothing is tagged or no label is known.

    Args:
        matches: Of `match_faces`; faces that others hide or that are too small don't count.
        faces: Folder of the faces that were cut out.

    Raises:
        UserError: Their tags are damaged.
    """
    seen = seen_in(faces)
    both = [
        (pair.face["labels"], seen[pair.cut["id"]].labels)
        for match in matches
        for pair in match.pairs
        if pair.face.get("labels") and pair.cut["id"] in seen
    ]
    if not both:
        return None
    true, told = (np.array([label_vector(tuple(row[n]), LABELS) for row in both]) for n in (0, 1))
    right = (true == told).mean(0)
    return TagScores(
        len(both),
        [float(share) for share in right],
        score_labels(told, true, LABELS),
        _same_color(true, told, HAIR),
        _same_color(true, told, EYES),
    )


def _same_color(true: NDArray[np.bool_], told: NDArray[np.bool_], group: slice) -> float:
    return float((true[:, group] == told[:, group]).all(1).mean())


def _number(value: float) -> float | None:
    return None if math.isnan(value) else round(value, 4)
