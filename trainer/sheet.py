"""Sample sheets: the same 64 noises and attributes, drawn again as the run goes on.

Characters of people's own may stand in for the first of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from PIL import Image
from torch import Tensor

from trainer.cast import as_inputs
from trainer.conditions import draw_conditions, to_input
from trainer.pixels import to_pixels
from trainer.runs import write_atomically

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from girlsmoe_desktop.core.recipe import Recipe
    from trainer.state import TrainState

SIDE = 8  # pictures in a row and in a column


class SampleSheet:
    """Draws sheets with noise and attributes fixed by the config's seed.

    Args:
        state: The run; its own random numbers are left alone.
        cast: Whom to paint in the first row, from the left; the rest of it stays as it is.

    Raises:
        UserError: somebody's noise is of another length.
    """

    def __init__(self, state: TrainState, cast: Sequence[Recipe] = ()) -> None:
        config = state.config
        rng = torch.Generator(state.device).manual_seed(config.seed + 1)
        law, rows = config.condition_law, state.batches.labels
        self._state = state
        self._labels = to_input(draw_conditions(law, SIDE**2, rows, rng))
        self._z = torch.randn((SIDE**2, config.z_dim), generator=rng, device=state.device)
        z, labels = (torch.from_numpy(part) for part in as_inputs(cast, config.z_dim))
        self._z[: len(cast)] = z.to(state.device)
        self._labels[: len(cast)] = to_input(labels.to(state.device))

    @torch.no_grad()
    def save(self, path: Path) -> None:
        """Writes the sheet as a PNG of 8 x 8 pictures."""
        network = self._state.best_generator
        was_training = network.training
        network.eval()
        img = network(self._z, self._labels)
        network.train(was_training)
        write_atomically(path, lambda file: _tiled(img).save(file, "PNG"))


def _tiled(img: Tensor) -> Image.Image:
    """Returns pictures (64, 3, H, W) in [-1, 1] as one image of 8 x 8."""
    pixels = to_pixels(img).cpu()
    _, height, width, channels = pixels.shape
    grid = pixels.reshape(SIDE, SIDE, height, width, channels).permute(0, 2, 1, 3, 4)
    return Image.fromarray(grid.reshape(SIDE * height, SIDE * width, channels).numpy())
