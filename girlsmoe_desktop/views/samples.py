"""Sheets of samples read from a run's folder. For worker threads: no widget is touched here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.views.pictures import to_image
from trainer.runs import RunFolder

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray
    from PySide6.QtGui import QImage

# Pictures in a row and in a column of a sheet.
SIDE = 8
MAX_FRAMES = 10
FRAME_PX = 192
# No sheet of the trainer is larger: eight pictures of 256.
MAX_SHEET_PX = 4096


@dataclass(frozen=True)
class Frame:
    """A moment of a run.

    Attributes:
        step: Steps done then.
        path: The sheet of samples.
        changed_ns: When it was written.
        place: Which of its pictures is filmed, counted along its rows.
        image: That picture.
    """

    step: int
    path: Path
    changed_ns: int
    place: int
    image: QImage


def load_sheet(path: Path) -> QImage:
    """Returns a whole sheet.

    Raises:
        UserError: It can't be read.
    """
    return to_image(_read(path))


def count_cast(folder: Path) -> int:
    """Returns how many of a sheet's first pictures are of people's own characters."""
    try:
        text = RunFolder(folder).cast_path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return 0
    return min(sum(1 for line in text.splitlines() if line.strip()), SIDE)


def load_frames(folder: Path, known: Mapping[Path, Frame], place: int = 0) -> list[Frame]:
    """Returns moments of a run from its first sheet to its last, evenly spread.

    Args:
        folder: The run's folder.
        known: Frames that were read before, by path; of these only changed ones are read again.
        place: Which picture of the sheets is filmed.
    """
    frames = []
    for path in _spread(RunFolder(folder).sample_paths()):
        try:
            frames.append(_frame(path, known.get(path), place))
        except (UserError, OSError):
            continue  # a sheet that was damaged or taken away costs its frame alone
    return frames


def _frame(path: Path, known: Frame | None, place: int) -> Frame:
    changed_ns = path.stat().st_mtime_ns
    if known is not None and (known.changed_ns, known.place) == (changed_ns, place):
        return known
    pixels = _read(path)
    side = max(pixels.shape[0] // SIDE, 1)
    top, left = (side * index for index in divmod(place, SIDE))
    picture = Image.fromarray(pixels[top : top + side, left : left + side])
    if side < FRAME_PX:
        picture = picture.resize((FRAME_PX, FRAME_PX), Image.Resampling.LANCZOS)
    return Frame(int(path.stem), path, changed_ns, place, to_image(np.asarray(picture)))


def _spread(paths: Sequence[Path]) -> list[Path]:
    if len(paths) <= MAX_FRAMES:
        return list(paths)
    last = len(paths) - 1
    return [paths[round(number * last / (MAX_FRAMES - 1))] for number in range(MAX_FRAMES)]


def _read(path: Path) -> NDArray[np.uint8]:
    try:
        with Image.open(path, formats=("PNG",)) as picture:
            if max(picture.size) > MAX_SHEET_PX:
                raise UserError("{0} is larger than any sheet of samples: leave it out.", path)
            return np.asarray(picture.convert("RGB"), dtype=np.uint8)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise UserError(
            "{0} can't be read ({1}). The next sheet of samples takes its place.", path, error
        ) from error
