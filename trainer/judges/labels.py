"""Can the labels of drawn portraits be seen? A reader that learned from others answers."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from girlsmoe_desktop.core.attributes import LABELS
from trainer.judges.answers import GROUPS, decide
from trainer.judges.fitting import read_labels
from trainer.judges.scores import LabelScore, confusion, score_labels
from trainer.judges.sheets import captioned

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from trainer.data.drawn import LabelledImages
    from trainer.judges.reader import LabelReader

WORST_SHOWN = 8
"""Mistakes shown of each label."""


@dataclass(frozen=True)
class Mistake:
    """A label that was answered wrongly.

    Attributes:
        picture: Number of the picture in its folder.
        label: What it has, or is said to have; of a colour group, the colour it has.
        seen: What was answered: "on", "off" or a colour's label.
        doubt: How wrong the answer was: the logit, or the gap of logits, toward the wrong side.
    """

    picture: int
    label: str
    seen: str
    doubt: float


@dataclass(frozen=True)
class LabelsReport:
    """What a reader saw in a folder.

    Attributes:
        scores: One a label, in their order.
        tables: Group -> (classes, classes) counts, wanted by seen.
        mistakes: All of them, the worst of each label first, labels in their order.
    """

    scores: Sequence[LabelScore]
    tables: Mapping[str, NDArray[np.int64]]
    mistakes: Sequence[Mistake]

    @property
    def worst(self) -> LabelScore | None:
        """The label with the lowest balanced accuracy; None where none can be judged."""
        judged = [score for score in self.scores if not math.isnan(score.balanced_accuracy)]
        return min(judged, key=lambda score: score.balanced_accuracy, default=None)

    def to_json(self) -> dict[str, Any]:
        """Returns the report as JSON values; a share of nothing is null."""
        return {
            "worst": self.worst.label if self.worst else None,
            "labels": {
                score.label: {
                    "balanced_accuracy": _number(score.balanced_accuracy),
                    "hits": _number(score.hits),
                    "rejections": _number(score.rejections),
                    "on": score.on,
                    "off": score.off,
                }
                for score in self.scores
            },
            "confusion": {
                name: {"labels": list(LABELS[GROUPS[name]]), "wanted_by_seen": table.tolist()}
                for name, table in self.tables.items()
            },
            "mistakes": [
                {"picture": m.picture, "label": m.label, "seen": m.seen, "doubt": round(m.doubt, 2)}
                for m in self.mistakes
            ],
        }

    def to_text(self, goal: float) -> str:
        """Returns the report as lines to read.

        Args:
            goal: Balanced accuracies below it are marked.
        """
        lines = [f"{'label':<14} {'balanced':>8} {'hits':>7} {'reject.':>7} {'on':>6}"]
        for score in self.scores:
            mark = "  *" if score.balanced_accuracy < goal else ""
            lines.append(
                f"{score.label:<14} {score.balanced_accuracy:>8.4f} {score.hits:>7.4f} "
                f"{score.rejections:>7.4f} {score.on:>6}{mark}"
            )
        for name, table in self.tables.items():
            lines += ["", f"{name}, wanted by seen:", *_table_lines(name, table)]
        if self.worst:
            lines += ["", f"Worst: {self.worst.label}, {self.worst.balanced_accuracy:.4f}."]
        return "\n".join(lines)


def judge_labels(reader: LabelReader, data: LabelledImages) -> LabelsReport:
    """Returns how well a trained reader sees the labels of pictures it never saw."""
    logits = read_labels(reader, data.pixels)
    seen, wanted = decide(logits).numpy(), data.labels > 0
    tables = {name: confusion(seen[:, part], wanted[:, part]) for name, part in GROUPS.items()}
    scores = score_labels(seen, wanted, LABELS)
    return LabelsReport(scores, tables, find_mistakes(logits.numpy(), seen, wanted))


def find_mistakes(
    logits: NDArray[np.float32], seen: NDArray[np.bool_], wanted: NDArray[np.bool_]
) -> list[Mistake]:
    """Returns all wrong answers, the worst of each label first; a wrong colour counts once."""
    colors = {index: part for part in GROUPS.values() for index in range(part.start, part.stop)}
    mistakes = []
    for index, label in enumerate(LABELS):
        part = colors.get(index)
        if part is None:
            wrong = seen[:, index] != wanted[:, index]
        else:
            wrong = wanted[:, index] & ~seen[:, index]
        found = []
        for picture in np.flatnonzero(wrong):
            row = logits[picture]
            if part is None:
                answer, doubt = "on" if seen[picture, index] else "off", abs(row[index])
            else:
                best = part.start + int(row[part].argmax())
                answer, doubt = LABELS[best], row[best] - row[index]
            found.append(Mistake(int(picture), label, answer, float(doubt)))
        mistakes += sorted(found, key=lambda mistake: -mistake.doubt)
    return mistakes


def mistake_tiles(report: LabelsReport, pixels: NDArray[np.uint8]) -> list[NDArray[np.uint8]]:
    """Returns the worst mistakes of every label as captioned pictures."""
    shown: dict[str, int] = {}
    tiles = []
    for mistake in report.mistakes:
        shown[mistake.label] = shown.get(mistake.label, 0) + 1
        if shown[mistake.label] <= WORST_SHOWN:
            lines = _caption(mistake)
            tiles.append(captioned(pixels[mistake.picture], *lines))
    return tiles


def _caption(mistake: Mistake) -> tuple[str, str]:
    if mistake.seen in ("on", "off"):
        wanted = "off" if mistake.seen == "on" else "on"
        return f"{mistake.picture} {mistake.label}", f"is {wanted}, seen {mistake.seen}"
    return f"{mistake.picture} {mistake.label}", f"seen {mistake.seen}"


def _table_lines(name: str, table: NDArray[np.int64]) -> list[str]:
    colors = [label.split("_")[0] for label in LABELS[GROUPS[name]]]
    lines = [" " * 7 + "".join(f"{color[:6]:>7}" for color in colors)]
    for color, row in zip(colors, table, strict=True):
        lines.append(f"{color:<7}" + "".join(f"{count or '.':>7}" for count in row))
    return lines


def _number(value: float) -> float | None:
    return None if math.isnan(value) else round(value, 5)
