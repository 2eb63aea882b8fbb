"""A film strip of a run: the same characters, one row a sample sheet, from first to last."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from girlsmoe_desktop.core.errors import UserError
from trainer.judges.pictures import read_rgb
from trainer.runs import write_atomically
from trainer.sheet import SIDE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from trainer.runs import RunFolder

FRAMES = 24
"""Rows of a strip at most: of more sheets, evenly chosen ones, the first and the last included."""


def save_film(run: RunFolder) -> None:
    """Writes a run's strip anew from its sample sheets; nothing where there are none."""
    sheets = chosen(run.sample_paths())
    if not sheets:
        return
    rows = [row for row in map(_first_row, sheets) if row is not None]
    if not rows:
        return
    strip = Image.fromarray(np.concatenate([row for row in rows if row.shape == rows[-1].shape]))
    write_atomically(run.film_path, lambda file: strip.save(file, "PNG"))


def chosen(paths: Sequence[Path]) -> list[Path]:
    """Returns at most `FRAMES` of some paths, evenly spread, in their order."""
    if len(paths) <= FRAMES:
        return list(paths)
    last = len(paths) - 1
    return [paths[round(number * last / (FRAMES - 1))] for number in range(FRAMES)]


def _first_row(path: Path) -> NDArray[np.uint8] | None:
    """Returns the first row of a sheet, or None where it can't be read."""
    try:
        sheet = read_rgb(path)
    except UserError:
        return None  # a sheet that was damaged or taken away costs its row alone
    return sheet[: len(sheet) // SIDE]
