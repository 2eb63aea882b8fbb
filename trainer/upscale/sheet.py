"""Sample sheets of a super-resolution run: the same pictures, enlarged again as it goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from PIL import Image
from torch.nn import functional as F  # noqa: N812

from trainer.pixels import to_pixels
from trainer.runs import write_atomically
from trainer.upscale.degrade import Kind, reduce_all
from trainer.upscale.network import SCALE
from trainer.upscale.truths import Patches

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from trainer.upscale.state import UpscaleState
    from trainer.upscale.truths import Truths

COLUMNS = 8
PATCH_PX = 64


class UpscaleSheet:
    """Draws rows of small pictures and of what the network makes of them.

    There are patches of every kind of small picture, each above its result and its truth, and the
    middles of a generator's paintings, which have no truth.

    Args:
        state: The run; its own random numbers are left alone.
        truths: Where patches are cut.
        paintings: A generator's pictures, each (H, W, 3) uint8; may be none.
    """

    def __init__(
        self, state: UpscaleState, truths: Truths, paintings: Sequence[NDArray[np.uint8]]
    ) -> None:
        self._state = state
        rng = torch.Generator().manual_seed(state.config.seed + 1)
        side = min(PATCH_PX, *(min(p.shape[:2]) // SCALE for p in truths.pictures[:64]))
        cut = Patches(truths.pictures[:64], SCALE * side, rng)
        self._rows = []
        for kind in Kind:
            truth = cut.draw(COLUMNS)
            self._rows.append((reduce_all(truth, [kind] * COLUMNS, rng), truth))
        self._paintings = None
        if len(paintings):
            side = min(side, *(min(p.shape[:2]) for p in paintings[:COLUMNS]))
            parts = Patches(paintings[:64], side, rng, reductions=(1,))
            self._paintings = parts.draw(COLUMNS)

    @torch.no_grad()
    def save(self, path: Path) -> None:
        """Writes the sheet as a PNG."""
        rows = []
        for small, truth in self._rows:
            rows += [_doubled(small), self._enlarged(small), truth]
        if self._paintings is not None:
            rows += [_doubled(self._paintings), self._enlarged(self._paintings)]
        strips = [torch.cat(list(row), dim=2) for row in rows]
        widest = max(strip.shape[2] for strip in strips)
        filled = [F.pad(strip, (0, widest - strip.shape[2]), value=1.0) for strip in strips]
        pixels = to_pixels(torch.cat(filled, dim=1)[None] * 2 - 1)[0].numpy()
        write_atomically(path, lambda file: Image.fromarray(pixels).save(file, "PNG"))

    def _enlarged(self, small: torch.Tensor) -> torch.Tensor:
        device = self._state.device
        large: torch.Tensor = self._state.average(small.to(device))
        return large.float().cpu()


def _doubled(small: torch.Tensor) -> torch.Tensor:
    return F.interpolate(small, scale_factor=SCALE, mode="nearest")
