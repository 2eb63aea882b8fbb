"""Pictures that a generator paints, for a network that is to enlarge such pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import torch

from trainer.conditions import training_law
from trainer.judges.painter import open_painter

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray


def paint(generator: Path, count: int, seed: int) -> list[NDArray[np.uint8]]:
    """Returns pictures of the training law's characters, each (size, size, 3).

    Args:
        generator: A run, or an exported model.
        count: How many.
        seed: Decides noise and labels.

    Raises:
        UserError: the folder is neither.
    """
    painter = open_painter(generator)
    rng = torch.Generator().manual_seed(seed)
    labels = training_law(count, rng)
    z = torch.randn((count, painter.z_dim), generator=rng)
    return list(painter.paint(z.numpy(), labels.numpy().astype(np.float32)))
