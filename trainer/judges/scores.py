"""Figures of answers against what was wanted. Needs numpy alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Bools = NDArray[np.bool_]


@dataclass(frozen=True)
class LabelScore:
    """How well one label is seen.

    Attributes:
        label: Its name.
        on: Pictures that have it.
        off: Pictures that don't.
        hits: Share of the pictures with the label in which it is seen (true positive rate).
        rejections: Share of those without in which it is not (true negative rate).

    A share of no pictures is NaN.
    """

    label: str
    on: int
    off: int
    hits: float
    rejections: float

    @property
    def balanced_accuracy(self) -> float:
        """Mean of both shares: 0.5 for guessing, whatever the label's share; NaN if one is."""
        return (self.hits + self.rejections) / 2


def score_labels(seen: Bools, wanted: Bools, names: Sequence[str]) -> list[LabelScore]:
    """Returns one score a label.

    Args:
        seen: What was answered, (N, labels).
        wanted: What is true, (N, labels).
        names: The labels.
    """
    return [
        LabelScore(
            name,
            int(wanted[:, index].sum()),
            int((~wanted[:, index]).sum()),
            _share(seen[wanted[:, index], index]),
            _share(~seen[~wanted[:, index], index]),
        )
        for index, name in enumerate(names)
    ]


def _share(answers: Bools) -> float:
    return float(answers.mean()) if len(answers) else float("nan")


def confusion(seen: Bools, wanted: Bools) -> NDArray[np.int64]:
    """Returns how often each class (row) was answered as each (column).

    Args:
        seen: Answers, one class on in each row, (N, classes).
        wanted: What is true, (N, classes); rows with no class or several are left out.
    """
    clear = wanted.sum(1) == 1
    table = np.zeros((wanted.shape[1], wanted.shape[1]), np.int64)
    np.add.at(table, (wanted[clear].argmax(1), seen[clear].argmax(1)), 1)
    return table
