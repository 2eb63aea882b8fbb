"""Measures every contender on every pair."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING

import numpy as np

from trainer.judges.measures import Stopped
from trainer.judges.upscaling import distances

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from trainer.judges.upscaling.contenders import Contender
    from trainer.judges.upscaling.pairs import Pair, PairSet
    from trainer.judges.upscaling.perception import Perception


@dataclass(frozen=True)
class Figures:
    """What was measured, of one picture or as the mean of many; see `distances`.

    Attributes:
        psnr: Nearness to the truth in dB.
        ssim: Likeness of structure, 1 is the same.
        gmsd: Spread of how alike gradients are, 0 is the same.
        perception: Distance in the tagger's maps, 0 is the same.
        sharpness: Steepness of edges, 1 is the truth's.
        grain: Structure made up on flat ground, RMS in 1/255.
        halo: Overshoot around edges, mean in 1/255.
    """

    psnr: float
    ssim: float
    gmsd: float
    perception: float
    sharpness: float
    grain: float
    halo: float

    @property
    def artefacts(self) -> float:
        """What was made up, on flat ground and around edges, in 1/255."""
        return self.grain + self.halo


MEASURES = tuple(each.name for each in fields(Figures))


@dataclass(frozen=True)
class Comparison:
    """What was found on one set of pairs.

    Attributes:
        pairs: The set.
        figures: Means over the pairs, by contender.
    """

    pairs: PairSet
    figures: Mapping[str, Figures]

    def best_psnr(self, names: Sequence[str]) -> float | None:
        """Returns the best PSNR of some contenders; None where none of them took part."""
        found = [self.figures[name].psnr for name in names if name in self.figures]
        return max(found, default=None)


def compare(
    pairs: PairSet,
    contenders: Sequence[Contender],
    perception: Perception,
    report: Callable[[], None],
    should_stop: Callable[[], bool],
) -> Comparison:
    """Returns the means of all measures.

    Args:
        pairs: What is enlarged, and how it should come out.
        contenders: What enlarges.
        perception: The eyes that tell how far pictures look apart.
        report: Called after each picture of each contender.
        should_stop: Asked then.

    Raises:
        Stopped: it was.
    """
    spreads = perception.spreads([pair.truth for pair in pairs.pairs])
    found: dict[str, list[Figures]] = {contender.name: [] for contender in contenders}
    for pair in pairs.pairs:
        seen = perception.maps(pair.truth)
        for contender in contenders:
            grown = contender.upscale(pair.small)
            far = perception.distance(grown, seen, spreads)
            found[contender.name].append(_measured(grown / 255, pair, far))
            report()
            if should_stop():
                raise Stopped
    return Comparison(pairs, {name: mean(figures) for name, figures in found.items()})


def _measured(grown: distances.Floats, pair: Pair, perception: float) -> Figures:
    truth = pair.truth / 255
    return Figures(
        psnr=distances.psnr(grown, truth),
        ssim=distances.ssim(grown, truth),
        gmsd=distances.gmsd(grown, truth),
        perception=perception,
        sharpness=distances.sharpness(grown, truth),
        grain=distances.grain(grown, truth),
        halo=distances.halo(grown, truth),
    )


def mean(figures: Sequence[Figures]) -> Figures:
    """Returns means; pictures of which a measure says nothing are left out of its mean."""
    columns = {name: [asdict(each)[name] for each in figures] for name in MEASURES}
    told = {name: [v for v in values if not np.isnan(v)] for name, values in columns.items()}
    return Figures(**{k: float(np.mean(v)) if v else float("nan") for k, v in told.items()})
