"""How much the pictures of a folder differ, and how full, colourful and detailed they are."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image

from trainer.judges.duplicates import SIGNATURE_SIDE, find_identical, find_neighbours, rmse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from numpy.typing import NDArray

    from trainer.judges.duplicates import Alike

SIDE = 128
"""All figures are of pictures of this side; others are resized (Lanczos)."""
PAIR_SIDE = 32
"""Side at which pairs are compared, means over areas."""
SAMPLE = 120
"""Pictures, evenly spaced over the folder, whose pairs are compared."""
WHITE_FROM = 245
"""A pixel whose red, green and blue are all at least this (of 255) is white."""


@dataclass(frozen=True)
class Look:
    """What is kept of one picture.

    Attributes:
        digest: Hash of its pixels.
        signature: (16, 16, 3) uint8.
        small: (32, 32, 3) uint8.
        white: Share of white pixels.
        colour: Sum of saturation (largest less smallest channel, 0..255) over non-white pixels.
        edges: Mean over the pixels of |dx| + |dy| of the grey picture (mean of channels, 0..255).
    """

    digest: bytes
    signature: NDArray[np.uint8]
    small: NDArray[np.uint8]
    white: float
    colour: float
    edges: float


@dataclass(frozen=True)
class VarietyReport:
    """Figures of a folder; see `Look` and the constants above for what is measured.

    Attributes:
        pictures: How many were looked at.
        sample: How many of them were compared pair by pair at 32 px.
        mean_rmse: Mean over these pairs of the RMSE of values in 0..1.
        smallest_rmse: The smallest of them.
        closest: The pair that it belongs to, as numbers of pictures.
        white: Mean share of white pixels.
        saturation: Mean saturation of the non-white pixels, 0..255.
        edges: Mean edge energy, 0..510.
        identical: Groups of pictures with the same pixels.
        alike: Near-duplicates, the nearest first, of very many those only; identical ones are
            among them.
        alike_pairs: How many pairs are near-duplicates.
        nearest: (smallest, 1st percentile, median) distance of signatures to the nearest other.
    """

    pictures: int
    sample: int
    mean_rmse: float
    smallest_rmse: float
    closest: tuple[int, int]
    white: float
    saturation: float
    edges: float
    identical: Sequence[Sequence[int]]
    alike: Sequence[Alike]
    alike_pairs: int
    nearest: tuple[float, float, float]

    def to_json(self, names: Sequence[str]) -> dict[str, Any]:
        """Returns the report as JSON values, with the pictures' names."""
        smallest, first, median = self.nearest
        return {
            "pictures": self.pictures,
            "pairs_of": self.sample,
            "mean_rmse_32": round(self.mean_rmse, 4),
            "smallest_rmse_32": round(self.smallest_rmse, 4),
            "closest_32": [names[number] for number in self.closest],
            "white_share": round(self.white, 4),
            "saturation": round(self.saturation, 2),
            "edge_energy": round(self.edges, 2),
            "nearest_rmse_16": {
                "smallest": round(smallest, 4),
                "percentile_1": round(first, 4),
                "median": round(median, 4),
            },
            "identical": [[names[number] for number in group] for group in self.identical],
            "near_duplicate_pairs": self.alike_pairs,
            "near_duplicates": [
                [names[pair.first], names[pair.second], round(pair.distance, 4)]
                for pair in self.alike
            ],
        }

    def to_text(self) -> str:
        """Returns the report as lines to read."""
        smallest, first, median = self.nearest
        return "\n".join(
            (
                f"pictures            {self.pictures}",
                f"pairwise RMSE 32 px {self.mean_rmse:.3f} mean, {self.smallest_rmse:.3f} smallest "
                f"among {self.sample}",
                f"white share         {self.white:.3f}",
                f"saturation          {self.saturation:.1f} of non-white pixels, 0..255",
                f"edge energy         {self.edges:.1f}",
                f"nearest other 16 px {smallest:.3f} smallest, {first:.3f} 1st percentile, "
                f"{median:.3f} median",
                f"identical           {len(self.identical)} groups",
                f"near-duplicates     {self.alike_pairs} pairs",
            )
        )


def look_at(pixels: NDArray[np.uint8]) -> Look:
    """Returns what is kept of a picture (H, W, 3)."""
    image = Image.fromarray(pixels)
    if image.size != (SIDE, SIDE):
        image = image.resize((SIDE, SIDE), Image.Resampling.LANCZOS)
    levels = np.asarray(image).astype(np.int32)
    least, most = levels.min(2), levels.max(2)
    white = least >= WHITE_FROM
    gray = levels.mean(2)
    return Look(
        digest=hashlib.sha256(repr(pixels.shape).encode() + pixels.tobytes()).digest(),
        signature=_shrunk(image, SIGNATURE_SIDE),
        small=_shrunk(image, PAIR_SIDE),
        white=float(white.mean()),
        colour=float((most - least)[~white].sum()),
        edges=float(np.abs(np.diff(gray, axis=1)).mean() + np.abs(np.diff(gray, axis=0)).mean()),
    )


def judge_variety(
    looks: Iterable[Look], sample: int = SAMPLE, should_stop: Callable[[], bool] | None = None
) -> VarietyReport | None:
    """Returns the figures of pictures, at least two, or None if it was stopped."""
    looks = list(looks)
    neighbours = find_neighbours(
        np.stack([look.signature for look in looks]), should_stop=should_stop
    )
    if neighbours is None:
        return None
    pairs = _compare_pairs(looks, sample)
    closest = min(pairs, key=lambda pair: pairs[pair])
    coloured = sum(1 - look.white for look in looks) * SIDE**2
    nearest = neighbours.nearest
    return VarietyReport(
        pictures=len(looks),
        sample=min(sample, len(looks)),
        mean_rmse=float(np.mean(list(pairs.values()))),
        smallest_rmse=pairs[closest],
        closest=closest,
        white=float(np.mean([look.white for look in looks])),
        saturation=sum(look.colour for look in looks) / max(coloured, 1),
        edges=float(np.mean([look.edges for look in looks])),
        identical=find_identical([look.digest for look in looks]),
        alike=neighbours.alike,
        alike_pairs=neighbours.pairs,
        nearest=(
            float(nearest.min()),
            float(np.percentile(nearest, 1)),
            float(np.median(nearest)),
        ),
    )


def _compare_pairs(looks: Sequence[Look], sample: int) -> dict[tuple[int, int], float]:
    """Returns the RMSE of every pair of a sample that is evenly spaced."""
    count = min(sample, len(looks))
    numbers = [index * len(looks) // count for index in range(count)]
    return {
        (first, second): rmse(looks[first].small, looks[second].small)
        for first, second in combinations(numbers, 2)
    }


def _shrunk(image: Image.Image, side: int) -> NDArray[np.uint8]:
    return np.asarray(image.resize((side, side), Image.Resampling.BOX))
