"""What is measured of a generator: likeness, obedience, diversity, copying.

All of it is seen through a tagger that the generator's training never used.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from girlsmoe_desktop.core.attributes import LABELS
from trainer.judges.answers import GROUPS
from trainer.judges.fid import FeatureStatistics, frechet_distance
from trainer.judges.tagger import decide

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from numpy.typing import NDArray

    from trainer.judges.painter import Painter
    from trainer.judges.tagger import Tagger

    Floats = NDArray[np.float32]
    Pixels = NDArray[np.uint8]
    Rng = np.random.Generator
    Report = Callable[[int], None]

CHUNK = 256
"""Pictures that are painted, read and forgotten at a time."""
SHOWN_A_LABEL = 20
"""Pictures of each label that are kept for the eye."""
PAIRS = 20_000
"""Pairs of pictures whose distance is taken."""


class Stopped(Exception):  # noqa: N818 - it is no error
    """Raised out of a measure that was asked to stop."""


def painted(painter: Painter, labels: Floats, rng: Rng, report: Report) -> Iterator[Pixels]:
    """Yields pictures painted under labels (N, 34), a chunk at a time; tells `report` of each."""
    for start in range(0, len(labels), CHUNK):
        wanted = labels[start : start + CHUNK]
        z = rng.standard_normal((len(wanted), painter.z_dim), np.float32)
        yield painter.paint(z, wanted)
        report(len(wanted))


@dataclass(frozen=True)
class Likeness:
    """Fréchet distances of several repeats, with that between real pictures beside it.

    Attributes:
        pictures: On either side of each comparison.
        distances: Of painted pictures to real ones, one a repeat.
        floor: Of real pictures to as many other real ones, one a repeat.
    """

    pictures: int
    distances: tuple[float, ...]
    floor: tuple[float, ...]

    @property
    def mean(self) -> float:
        """Mean distance over the repeats."""
        return float(np.mean(self.distances))

    @property
    def spread(self) -> float:
        """Largest less smallest distance."""
        return max(self.distances) - min(self.distances)

    @property
    def floor_mean(self) -> float:
        """Mean distance between real pictures."""
        return float(np.mean(self.floor))


def measure_likeness(
    painter: Painter,
    tagger: Tagger,
    real: Floats,
    labels: Floats,
    *,
    pictures: int,
    repeats: int,
    rng: Rng,
    report: Report,
) -> tuple[Likeness, Floats]:
    """Returns the distances, and the features of the last repeat's painted pictures.

    In each repeat other real pictures are picked; as many are painted under their labels, and as
    many others are the floor.

    Args:
        painter: What is judged.
        tagger: Gives the features.
        real: Features of real pictures, (N, k), N at least 2 * pictures.
        labels: Their labels, (N, 34).
        pictures: On either side of a comparison.
        repeats: Comparisons.
        rng: Picks and makes noise.
        report: Told of pictures painted and read.

    Source: 5.3, Jin et al. 2017, arXiv:1708.05509, with our tagger's features and a floor.
    """
    distances, floor = [], []
    features = np.zeros((0, real.shape[1]), np.float32)
    for _ in range(repeats):
        order = rng.permutation(len(real))
        one, other = order[:pictures], order[pictures : 2 * pictures]
        pictures_painted = painted(painter, labels[one], rng, report)
        features = np.concatenate([tagger.read(chunk).features for chunk in pictures_painted])
        target = _statistics(real[one])
        distances.append(frechet_distance(target, _statistics(features)))
        floor.append(frechet_distance(target, _statistics(real[other])))
    return Likeness(pictures, tuple(distances), tuple(floor)), features


def _statistics(features: Floats) -> FeatureStatistics:
    statistics = FeatureStatistics(features.shape[1])
    statistics.add(features)
    return statistics


def measure_progress(
    painters: Mapping[int, Callable[[], Painter]],
    tagger: Tagger,
    real: Floats,
    labels: Floats,
    *,
    pictures: int,
    seed: int,
    report: Report,
) -> dict[int, float]:
    """Returns the Fréchet distances of one generator at several numbers of steps.

    All of them paint from the same noises and labels, and are compared with all real pictures.

    Args:
        painters: Opens the generator of each number of steps.
        tagger: Gives the features.
        real: Features of real pictures, (N, k).
        labels: Their labels, (N, 34).
        pictures: Painted by each.
        seed: Of noises and labels.
        report: Told of pictures painted and read.

    Source: Figure 10, Jin et al. 2017, arXiv:1708.05509, with our tagger's features.
    """
    target = _statistics(real)
    distances = {}
    for step, open_painter in painters.items():
        rng = np.random.default_rng(seed)
        wanted = labels[rng.integers(0, len(labels), pictures)]
        found = FeatureStatistics(real.shape[1])
        for chunk in painted(open_painter(), wanted, rng, report):
            found.add(tagger.read(chunk).features)
        distances[step] = frechet_distance(target, found)
    return distances


@dataclass(frozen=True)
class Obedience:
    """How often one label is seen where it was asked for, 0..1.

    Attributes:
        label: Its name.
        painted: Share of painted pictures.
        real: Share of real pictures that have it: what the tagger misses by itself.
    """

    label: str
    painted: float
    real: float


def labels_with(label: int, labels: Floats, count: int, rng: Rng) -> Floats:
    """Returns label rows (count, 34) in which one label is on, the others as in real pictures.

    Where no real picture has it, it is switched on in any of them, in its colour group alone.
    """
    having = np.flatnonzero(labels[:, label] > 0)
    rows: Floats = labels[rng.choice(having if len(having) else len(labels), count)].copy()
    if not len(having):
        for group in GROUPS.values():
            if group.start <= label < group.stop:
                rows[:, group] = 0
        rows[:, label] = 1
    return rows


def measure_obedience(
    painter: Painter,
    tagger: Tagger,
    labels: Floats,
    real_seen: NDArray[np.bool_],
    *,
    per_label: int,
    rng: Rng,
    report: Report,
) -> tuple[list[Obedience], list[Pixels]]:
    """Returns one figure a label, and the first pictures of each for the eye.

    Args:
        painter: What is judged.
        tagger: Reads what was painted.
        labels: Labels of real pictures, (N, 34).
        real_seen: What the tagger sees in them, (N, 34).
        per_label: Pictures a label.
        rng: Picks labels and makes noise.
        report: Told of pictures painted and read.

    Source: Table 2, Jin et al. 2017, arXiv:1708.05509: precision by eye on 20 pictures a label.
    """
    figures, shown = [], []
    for index, label in enumerate(LABELS):
        wanted = labels_with(index, labels, per_label, rng)
        hits = 0
        kept: list[Pixels] = []
        for pixels in painted(painter, wanted, rng, report):
            hits += int(decide(tagger.read(pixels).probabilities)[:, index].sum())
            kept.extend(pixels[: SHOWN_A_LABEL - len(kept)])
        having = labels[:, index] > 0
        real = float(real_seen[having, index].mean()) if having.any() else float("nan")
        figures.append(Obedience(label, hits / per_label, real))
        shown.append(np.stack(kept))
    return figures, shown


def mean_distance(features: Floats, rng: Rng) -> float:
    """Returns the mean distance of random pairs of feature vectors (N, k)."""
    one, other = rng.integers(0, len(features), (2, PAIRS))
    apart = one != other
    away = features[one[apart]].astype(np.float64) - features[other[apart]]
    return float(np.sqrt((away**2).sum(1)).mean())


def nearest(
    queries: Floats, features: Floats, but: NDArray[np.int64] | None = None
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Returns for each query (n, k) the index of the nearest of features (N, k), and how far.

    Args:
        queries: What is looked for.
        features: What is looked among.
        but: For each query the index of the one that it must not find: itself.
    """
    a, b = queries.astype(np.float64), features.astype(np.float64)
    squared = (a**2).sum(1)[:, None] - 2 * a @ b.T + (b**2).sum(1)[None]
    rows = np.arange(len(a))
    if but is not None:
        squared[rows, but] = np.inf
    best = squared.argmin(1)
    return best, np.sqrt(np.clip(squared[rows, best], 0, None))
