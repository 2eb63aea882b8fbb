"""Which portraits two folders have in common, whatever else they hold."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

from girlsmoe_desktop.core.errors import UserError
from trainer.data.drawn import CSV_NAME, DRAWING_NAME

if TYPE_CHECKING:
    from pathlib import Path


def must_be_apart(train: Path, test: Path) -> None:
    """Raises UserError where a folder to be tested on holds portraits of the one to learn from.

    A portrait's seed and index make it. Other laws and versions of the drawing change some
    portraits of a seed and leave others as they are, and another size is another look at the same
    portrait: none of them makes a folder a test. Folders that don't say where they come from are
    passed.
    """
    one, other = _origin(train), _origin(test)
    if one is None or other is None or one[0] != other[0]:
        return
    seed, shared = one[0], one[1] & other[1]
    if shared:
        raise UserError(
            f"{test} holds {len(shared)} portraits that are in {train} too, both drawn with "
            f"--seed {seed}: a test needs others. Draw them into a new folder with another one, "
            f"such as: girlsmoe-train draw --seed {seed + 1} --count 2000 --out FOLDER"
        )


def _origin(folder: Path) -> tuple[int, set[int]] | None:
    """Returns a folder's seed and its portraits' indices, or None where it doesn't say them."""
    try:
        seed = json.loads((folder / DRAWING_NAME).read_text(encoding="utf-8"))["seed"]
        with (folder / CSV_NAME).open(newline="", encoding="utf-8") as file:
            rows = csv.reader(file)
            column = next(rows).index("index")
            return int(seed), {int(row[column]) for row in rows}
    except (OSError, ValueError, LookupError, TypeError, RuntimeError, csv.Error, StopIteration):
        return None  # whatever is wrong with them, who loads the pictures says so
