"""Pictures as they should come out, each with the small one that is to be enlarged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from girlsmoe_desktop.core.errors import UserError
from trainer.judges.pictures import open_pictures
from trainer.judges.upscaling.contenders import SCALE, to_pixels, to_values

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    Pixels = NDArray[np.uint8]

REDUCERS: Mapping[str, Image.Resampling] = {
    "area": Image.Resampling.BOX,
    "bicubic": Image.Resampling.BICUBIC,
}
"""How pictures are reduced, by name: means over areas, or Pillow's smoothed bicubic."""
PORTRAITS, PAINTINGS, GROUND = "portraits", "paintings", "ground"
"""Kinds of pairs: drawn ones, those with a generator's faults, and drawings that aren't ours."""
LEAST_PX = 32
"""Of a truth's sides."""


@dataclass(frozen=True)
class Pair:
    """A small picture (H, W, 3), and the truth (2H, 2W, 3)."""

    name: str
    small: Pixels
    truth: Pixels


@dataclass(frozen=True)
class PairSet:
    """Pairs that were made in one way.

    Attributes:
        kind: One of `PORTRAITS`, `PAINTINGS`, `GROUND`.
        name: What reports call it.
        how: How they were made, a sentence.
        pairs: One or more.
    """

    kind: str
    name: str
    how: str
    pairs: Sequence[Pair]


def drawn_pairs(names: Sequence[str], pixels: Pixels, side: int) -> PairSet:
    """Returns portraits of a side, each with itself at twice that.

    Both are reduced from one drawing by means over areas, as `draw` itself makes small portraits.

    Args:
        names: Of the drawings.
        pixels: The drawings (N, size, size, 3).
        side: Of the small pictures; twice of it must go into the drawings' a whole number of times.

    Raises:
        UserError: it does not.
    """
    size = pixels.shape[1]
    if size % (SCALE * side):
        raise UserError(
            f"The portraits have {size} pixels a side, which can't be reduced to {SCALE * side} "
            f"and {side}: draw some with --size {8 * side}."
        )
    pairs = [
        Pair(name, _means(drawing, size // side), _means(drawing, size // (SCALE * side)))
        for name, drawing in zip(names, pixels, strict=True)
    ]
    how = f"Portraits drawn at {size} px, reduced by areas to {side} px and to {SCALE * side} px."
    return PairSet(PORTRAITS, f"portraits {side} to {SCALE * side}", how, pairs)


def painted_pairs(drawn: PairSet, seed: int = 0) -> PairSet:
    """Returns the same truths with small pictures as a generator would have painted them.

    Args:
        drawn: From `drawn_pairs`.
        seed: Decides lines' waver, blotches and grain.
    """
    import torch

    from trainer.upscale.degrade import Kind, reduce_all

    rng = torch.Generator().manual_seed(seed)
    pairs = []
    for pair in drawn.pairs:
        truth = torch.from_numpy(to_values(pair.truth))[None]
        small = reduce_all(truth, [Kind.PAINTED], rng)[0].numpy()
        pairs.append(Pair(pair.name, to_pixels(small), pair.truth))
    how = (
        "The same portraits; the small ones are made like a generator's paintings: lines waver, "
        "colours are blotched, there is a fine grain."
    )
    name = drawn.name.replace(PORTRAITS, PAINTINGS)
    return PairSet(PAINTINGS, name, how, pairs)


def folder_pairs(folder: Path, reducer: str) -> PairSet:
    """Returns the pictures of a folder, each with itself reduced to half.

    Args:
        folder: Of PNG, JPEG or WebP pictures; the last row or column is left out where one is odd.
        reducer: One of `REDUCERS`.

    Raises:
        UserError: it holds fewer than two, or one that can't be read or is too small.
    """
    pairs = []
    for name, read in open_pictures(folder, 1):
        picture = read()
        height, width = (length // SCALE * SCALE for length in picture.shape[:2])
        if min(height, width) < LEAST_PX:
            raise UserError(
                f"{folder / name} is {picture.shape[1]}x{picture.shape[0]} px: comparing needs "
                f"{LEAST_PX} or more each way. Take it out of the folder."
            )
        truth = picture[:height, :width]
        size = (width // SCALE, height // SCALE)
        small = np.asarray(Image.fromarray(truth).resize(size, REDUCERS[reducer]))
        pairs.append(Pair(name, small, truth))
    how = f"{len(pairs)} pictures of {folder.resolve().name}, reduced to half by {reducer}."
    return PairSet(GROUND, f"{folder.resolve().name}, {reducer}", how, pairs)


def _means(picture: Pixels, factor: int) -> Pixels:
    """Returns the means of squares of pixels."""
    height, width = (length // factor for length in picture.shape[:2])
    cells = picture.reshape(height, factor, width, factor, 3).mean((1, 3))
    means: Pixels = np.rint(cells).astype(np.uint8)
    return means
