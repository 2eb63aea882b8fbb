"""Whether tiles show: what the program makes tile by tile, beside the whole picture at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from girlsmoe_desktop.runtime.upscaler import Upscaler
from trainer.judges.upscaling.contenders import SCALE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from trainer.judges.upscaling.ours import Blended

    Pixels = NDArray[np.uint8]

SIZES = ((331, 487), (613, 297), (1999, 23))
"""Height and width of pictures of which each takes the program several tiles."""


def worst_differences(
    folder: Path,
    whole: Blended,
    sharpness: float,
    picture: Pixels,
    sizes: Sequence[tuple[int, int]] = SIZES,
) -> Mapping[str, int]:
    """Returns, by size, the greatest difference of a pixel's channel, 0 to 255.

    Args:
        folder: Of the upscaler that the program runs.
        whole: The same network, given the whole picture at once.
        sharpness: At which both stand.
        picture: What pictures of all sizes are made of, side by side.
        sizes: Heights and widths.
    """
    upscaler = Upscaler(folder)
    around = upscaler.manifest.context
    worst = {}
    for height, width in sizes:
        large = _repeated(picture, height, width)
        tiled = upscaler.upscale(large, sharpness=sharpness)
        assert tiled is not None  # nobody stops it
        # As the program does: beyond the picture its edge goes on.
        wide = np.pad(large, ((around, around), (around, around), (0, 0)), mode="edge")
        edge = SCALE * around
        at_once = whole.upscale(wide)[edge:-edge, edge:-edge]
        worst[f"{width}x{height}"] = int(np.abs(tiled.astype(int) - at_once).max())
    return worst


def _repeated(picture: Pixels, height: int, width: int) -> Pixels:
    """Returns a picture's copies side by side, cut to a size."""
    rows = np.arange(height) % picture.shape[0]
    columns = np.arange(width) % picture.shape[1]
    copies: Pixels = picture[rows[:, None], columns]
    return copies
