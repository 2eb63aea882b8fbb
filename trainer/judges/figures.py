"""The paper's figures of what a generator paints: samples, fixed noise, fixed labels, ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from girlsmoe_desktop.core.latent import slerp
from girlsmoe_desktop.core.pictures import contact_sheet

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from trainer.judges.painter import Painter

    Floats = NDArray[np.float32]
    Pixels = NDArray[np.uint8]

SIDE = 8
"""Pictures in a row and in a column of a sheet."""
ROWS, STEPS = 5, 10
"""Ways between two characters, and pictures on each."""


def figures(painter: Painter, labels: Floats, rng: np.random.Generator) -> Mapping[str, Pixels]:
    """Returns sheets by name.

    Args:
        painter: What paints.
        labels: Label rows of real pictures, (N, 34).
        rng: Picks rows and makes noise.

    Source: Figures 7 (samples), 8 (one noise, many labels), 9 (one row of labels, many noises) and
    15 (interpolation), Jin et al. 2017, arXiv:1708.05509.
    """
    count = SIDE**2
    z = rng.standard_normal((count, painter.z_dim), np.float32)
    rows = labels[rng.integers(0, len(labels), count)]
    one_z, one_row = np.repeat(z[:1], count, 0), np.repeat(rows[:1], count, 0)
    return {
        "samples": contact_sheet([*painter.paint(z, rows)], SIDE),
        "fixed_noise": contact_sheet([*painter.paint(one_z, rows)], SIDE),
        "fixed_labels": contact_sheet([*painter.paint(z, one_row)], SIDE),
        "interpolation": contact_sheet([*painter.paint(*_ways(z, rows))], STEPS),
    }


def _ways(z: Floats, rows: Floats) -> tuple[Floats, Floats]:
    """Returns noises and labels on the way from each of some characters to another."""
    noises, wanted = [], []
    for start in range(0, 2 * ROWS, 2):
        for share in np.linspace(0, 1, STEPS):
            noises.append(slerp(z[start], z[start + 1], float(share)))
            wanted.append(rows[start] * (1 - share) + rows[start + 1] * share)
    return np.stack(noises), np.stack(wanted).astype(np.float32)
