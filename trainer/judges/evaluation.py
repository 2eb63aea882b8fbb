"""All that is measured and shown of one generator."""

from __future__ import annotations

import statistics
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.obedience import PRECISION
from girlsmoe_desktop.core.pictures import contact_sheet
from trainer.judges.figures import figures
from trainer.judges.measures import (
    CHUNK,
    Likeness,
    Obedience,
    Stopped,
    mean_distance,
    measure_likeness,
    measure_obedience,
    measure_progress,
    nearest,
)
from trainer.judges.tagger import decide

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy.typing import NDArray

    from trainer.data.drawn import LabelledImages
    from trainer.judges.painter import Painter
    from trainer.judges.tagger import Tagger

    Pixels = NDArray[np.uint8]

COMPARED = 36
"""Samples that are laid beside the training pictures nearest to them."""
_TIMED = 15


@dataclass(frozen=True)
class Extent:
    """How much is measured.

    Attributes:
        pictures: On either side of a Fréchet distance; the paper took 12,800.
        repeats: Distances taken; the paper took 5.
        per_label: Pictures painted to see whether one label is obeyed.
        per_snapshot: Pictures painted by each snapshot of a run.
        seed: Decides everything.
    """

    pictures: int = 12_800
    repeats: int = 5
    per_label: int = 1_000
    per_snapshot: int = 2_560
    seed: int = 0


@dataclass(frozen=True)
class Evaluation:
    """What was found.

    Attributes:
        name: What was judged.
        parameters: Of the generator.
        likeness: Fréchet distances.
        progress: Fréchet distance by number of steps, for a run with snapshots.
        obedience: One figure a label.
        painted_distance: Mean feature distance of two painted pictures.
        real_distance: The same of two real ones.
        copy_distance: Mean feature distance of a painted picture to the nearest real one.
        real_copy_distance: The same of a real one to the nearest other real one.
        ms_a_picture: Median time to paint one picture, in milliseconds.
        sheets: Pictures for the eye, by name.
    """

    name: str
    parameters: int
    likeness: Likeness
    progress: Mapping[int, float]
    obedience: list[Obedience]
    painted_distance: float
    real_distance: float
    copy_distance: float
    real_copy_distance: float
    ms_a_picture: float
    sheets: Mapping[str, Pixels]

    @property
    def diversity(self) -> float:
        """How far painted pictures are apart, as a share of how far real ones are."""
        return self.painted_distance / self.real_distance

    @property
    def worst(self) -> Obedience:
        """The label that is obeyed least."""
        return min(self.obedience, key=lambda one: one.painted)

    @property
    def mean_obedience(self) -> float:
        """Mean over the labels."""
        return statistics.fmean(one.painted for one in self.obedience)

    def figures(self) -> dict[str, float]:
        """Returns the main figures by name, as a model's manifest keeps them."""
        return {
            "fid": round(self.likeness.mean, 4),
            "fid_spread": round(self.likeness.spread, 4),
            "fid_real": round(self.likeness.floor_mean, 4),
            "attributes_mean": round(self.mean_obedience, 4),
            "attributes_worst": round(self.worst.painted, 4),
            "diversity": round(self.diversity, 4),
        }

    def precisions(self) -> dict[str, float]:
        """Returns how often each label is obeyed, by the names that a model's manifest has."""
        return {PRECISION + one.label: round(one.painted, 4) for one in self.obedience}

    def to_json(self) -> dict[str, Any]:
        """Returns everything but the pictures as JSON values."""
        return {
            "name": self.name,
            "parameters": self.parameters,
            **self.figures(),
            "worst_label": self.worst.label,
            "pictures": self.likeness.pictures,
            "fids": [round(value, 4) for value in self.likeness.distances],
            "fid_by_step": {str(step): round(fid, 4) for step, fid in self.progress.items()},
            "fids_real": [round(value, 4) for value in self.likeness.floor],
            "copy_distance": round(self.copy_distance, 4),
            "copy_distance_real": round(self.real_copy_distance, 4),
            "ms_a_picture": round(self.ms_a_picture, 2),
            "attributes": {
                one.label: {
                    "painted": round(one.painted, 4),
                    "real": None if one.real != one.real else round(one.real, 4),
                }
                for one in self.obedience
            },
        }


def must_be_enough(data: LabelledImages, painter: Painter, tagger: Tagger, extent: Extent) -> None:
    """Raises UserError where the pictures don't suffice or sizes differ, before any work."""
    if painter.size != tagger.manifest.size:
        raise UserError(
            f"{painter.name} paints {painter.size} pixels a side, the tagger "
            f"{tagger.manifest.id} reads {tagger.manifest.size}. "
            f"Train a tagger with --size {painter.size}."
        )
    if len(data) < 2 * extent.pictures:
        raise UserError(
            f"--data holds {len(data)} pictures; comparing {extent.pictures} with as many others "
            f"needs {2 * extent.pictures}. Draw more, or give a smaller --pictures."
        )


def work_in(data: LabelledImages, extent: Extent, labels: int, snapshots: int) -> int:
    """Returns how many pictures an evaluation reads in all."""
    painted = extent.repeats * extent.pictures + labels * extent.per_label
    return len(data) + painted + snapshots * extent.per_snapshot


def evaluate(
    painter: Painter,
    snapshots: Mapping[int, Callable[[], Painter]],
    tagger: Tagger,
    data: LabelledImages,
    extent: Extent,
    on_progress: Callable[[int], None],
    should_stop: Callable[[], bool],
) -> Evaluation | None:
    """Returns what was found, or None if it was stopped.

    Args:
        painter: What is judged.
        snapshots: Opens it as it was after so many steps.
        tagger: The eyes it is judged with.
        data: The pictures it learned from.
        extent: How much is measured.
        on_progress: Told how many pictures have been read.
        should_stop: Asked after every few.

    Raises:
        UserError: see `must_be_enough`.
    """
    must_be_enough(data, painter, tagger, extent)
    done = 0

    def report(count: int) -> None:
        nonlocal done
        done += count
        on_progress(done)
        if should_stop():
            raise Stopped

    rng = np.random.default_rng(extent.seed)
    try:
        real, seen = _read_all(tagger, data, report)
        likeness, painted = measure_likeness(
            painter,
            tagger,
            real,
            data.labels,
            pictures=extent.pictures,
            repeats=extent.repeats,
            rng=rng,
            report=report,
        )
        obedience, shown = measure_obedience(
            painter, tagger, data.labels, seen, per_label=extent.per_label, rng=rng, report=report
        )
        progress = measure_progress(
            snapshots,
            tagger,
            real,
            data.labels,
            pictures=extent.per_snapshot,
            seed=extent.seed,
            report=report,
        )
    except Stopped:
        return None
    samples, sample_features = _samples(painter, tagger, data, rng)
    match, apart = nearest(sample_features, real)
    pairs = [
        np.concatenate([sample, data.pixels[index]], 1)
        for sample, index in zip(samples, match, strict=True)
    ]
    sheets = {
        **figures(painter, data.labels, rng),
        "nearest": contact_sheet(pairs, 6),
        "labels": contact_sheet([one for row in shown for one in row], len(shown[0])),
    }
    return Evaluation(
        name=painter.name,
        parameters=painter.parameters,
        likeness=likeness,
        progress=progress,
        obedience=obedience,
        painted_distance=mean_distance(painted, rng),
        real_distance=mean_distance(real, rng),
        copy_distance=float(apart.mean()),
        real_copy_distance=_usual_gap(real, rng),
        ms_a_picture=_time_of_one(painter, data),
        sheets=sheets,
    )


def _read_all(
    tagger: Tagger, data: LabelledImages, report: Callable[[int], None]
) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """Returns the features of all real pictures, and what is seen in them."""
    features, seen = [], []
    for start in range(0, len(data), CHUNK):
        reading = tagger.read(data.pixels[start : start + CHUNK])
        features.append(reading.features)
        seen.append(decide(reading.probabilities))
        report(len(reading.features))
    return np.concatenate(features), np.concatenate(seen)


def _samples(
    painter: Painter, tagger: Tagger, data: LabelledImages, rng: np.random.Generator
) -> tuple[Pixels, NDArray[np.float32]]:
    """Returns samples to be laid beside training pictures, and their features."""
    rows = data.labels[rng.integers(0, len(data), COMPARED)]
    pixels = painter.paint(rng.standard_normal((COMPARED, painter.z_dim), np.float32), rows)
    return pixels, tagger.read(pixels).features


def _usual_gap(real: NDArray[np.float32], rng: np.random.Generator) -> float:
    """Returns how far real pictures are from the nearest other one, on average."""
    picks = rng.choice(len(real), min(COMPARED, len(real)), replace=False)
    return float(nearest(real[picks], real, but=picks)[1].mean())


def _time_of_one(painter: Painter, data: LabelledImages) -> float:
    """Returns the median time of one picture in milliseconds, a warm-up aside."""
    z = np.zeros((1, painter.z_dim), np.float32)
    row = data.labels[:1]
    painter.paint(z, row)
    times = []
    for _ in range(_TIMED):
        start = time.perf_counter()
        painter.paint(z, row)
        times.append((time.perf_counter() - start) * 1e3)
    return statistics.median(times)
