"""How much of a portrait a labelled thing changes: drawn with it, and again without it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from trainer.portraits.law import OPEN_MOUTHS, SMILES
from trainer.portraits.processes import ordered_results
from trainer.portraits.render import render
from trainer.portraits.spec import sample_spec

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from numpy.typing import NDArray

    from trainer.portraits.model import PortraitSpec

SIDE = 128
"""Side in pixels at which portraits are compared."""
CHANGED_ABOVE = 24
"""A pixel has changed if a channel differs by more levels than this, of 255."""
SMALLEST_KEPT = 6


def _without_hat(spec: PortraitSpec) -> PortraitSpec:
    return replace(spec, hat=None)


def _without_glasses(spec: PortraitSpec) -> PortraitSpec:
    return replace(spec, glasses=None)


def _without_ribbon(spec: PortraitSpec) -> PortraitSpec:
    """Takes off every bow: in the hair, at the collar and on the hat."""
    collar = "plain" if spec.clothes.collar == "bow" else spec.clothes.collar
    hat = replace(spec.hat, bow=None) if spec.hat is not None else None
    return replace(spec, bows=(), clothes=replace(spec.clothes, collar=collar), hat=hat)


def _without_blush(spec: PortraitSpec) -> PortraitSpec:
    return replace(spec, cheeks=replace(spec.cheeks, blush=0.0, hatching=0))


def _without_smile(spec: PortraitSpec) -> PortraitSpec:
    kind = "oval" if spec.mouth.kind in OPEN_MOUTHS else "flat"
    return replace(spec, mouth=replace(spec.mouth, kind=kind))


def _without_open_mouth(spec: PortraitSpec) -> PortraitSpec:
    kind = "smile" if spec.mouth.kind in SMILES else "flat"
    return replace(spec, mouth=replace(spec.mouth, kind=kind))


def _without_tails(spec: PortraitSpec) -> PortraitSpec:
    return replace(spec, hair=replace(spec.hair, tie="none", tails=()))


REMOVALS: Mapping[str, Callable[[PortraitSpec], PortraitSpec]] = {
    "twintails": _without_tails,
    "drill_hair": _without_tails,
    "ponytail": _without_tails,
    "blush": _without_blush,
    "smile": _without_smile,
    "open_mouth": _without_open_mouth,
    "hat": _without_hat,
    "ribbon": _without_ribbon,
    "glasses": _without_glasses,
}
"""Label -> what takes the thing away and leaves the rest of the portrait."""


@dataclass(frozen=True)
class Visible:
    """How much one portrait's thing shows: the share of the pixels that change without it."""

    label: str
    index: int
    share: float


@dataclass(frozen=True)
class VisibilityReport:
    """How much a label's thing shows in portraits of a seed: all of them, the least first."""

    label: str
    seed: int
    found: Sequence[Visible]

    @property
    def median(self) -> float:
        """The median share."""
        return float(np.median([one.share for one in self.found]))

    @property
    def percentile_1(self) -> float:
        """The share that one portrait in a hundred falls below."""
        return float(np.percentile([one.share for one in self.found], 1))

    @property
    def smallest(self) -> Sequence[Visible]:
        """The portraits in which the thing shows least."""
        return self.found[:SMALLEST_KEPT]

    def to_json(self) -> dict[str, Any]:
        """Returns the report as JSON values."""
        return {
            "label": self.label,
            "seed": self.seed,
            "portraits": len(self.found),
            "median": round(self.median, 5),
            "percentile_1": round(self.percentile_1, 5),
            "smallest": [
                {"index": one.index, "share": round(one.share, 5)} for one in self.smallest
            ],
        }


def changed_share(before: NDArray[np.uint8], after: NDArray[np.uint8]) -> float:
    """Returns the share of the pixels, of two pictures (H, W, 3), that differ visibly."""
    apart = np.abs(before.astype(np.int16) - after)
    return float((apart.max(2) > CHANGED_ABOVE).mean())


def draw_both(label: str, seed: int, index: int) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Returns a portrait that has a label, and the same one without the thing."""
    spec = sample_spec(seed, index, {label: True})
    return render(spec, SIDE), render(REMOVALS[label](spec), SIDE)


def judge_visibility(
    labels: Sequence[str],
    count: int,
    seed: int,
    workers: int = 1,
    on_progress: Callable[[int], None] | None = None,
    should_stop: Callable[[], bool] | None = None,
) -> list[VisibilityReport] | None:
    """Returns a report on each label, or None if it was stopped.

    Args:
        labels: Among `REMOVALS`.
        count: Portraits of each label.
        seed: Seed of the portraits, which have the indices 0..count-1.
        workers: Number of processes; 1 draws in this process.
        on_progress: Called with the number of portraits that are done, of all labels.
        should_stop: Asked between portraits.
    """
    jobs = [(label, index) for label in labels for index in range(count)]
    found: dict[str, list[Visible]] = {label: [] for label in labels}
    with ordered_results(partial(_look, seed), jobs, workers) as results:
        for done, one in enumerate(results, 1):
            found[one.label].append(one)
            if on_progress is not None:
                on_progress(done)
            if should_stop is not None and should_stop() and done < len(jobs):
                return None
    return [
        VisibilityReport(label, seed, sorted(ones, key=lambda one: (one.share, one.index)))
        for label, ones in found.items()
    ]


def _look(seed: int, job: tuple[str, int]) -> Visible:
    label, index = job
    return Visible(label, index, changed_share(*draw_both(label, seed, index)))


def report_text(reports: Sequence[VisibilityReport]) -> str:
    """Returns the reports as a table to read, with the indices of the least visible ones."""
    lines = [f"{'label':<12} {'median':>8} {'1st perc.':>9}  smallest (index: share)"]
    for report in reports:
        least = ", ".join(f"{one.index}: {one.share:.2%}" for one in report.smallest)
        lines.append(
            f"{report.label:<12} {report.median:>8.2%} {report.percentile_1:>9.2%}  {least}"
        )
    return "\n".join(lines)
