"""Pictures of faces, read from the disk when they are first to be seen."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image
from PySide6.QtCore import QObject, Signal

from girlsmoe_desktop.views.pictures import to_image

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QImage

    from girlsmoe_desktop.jobs.task import Task, Tasks

SIDE_PX = 256
# About 200 MB; several screens full.
AT_MOST = 1_000
# Of those that were asked for, the last are the ones that are in sight.
WAITING_AT_MOST = 200
_AT_ONCE = 8
_MAX_SIDE = 8_192


class FacePictures(QObject):
    """Reads pictures on a worker thread and keeps those that were seen last.

    Signals:
        read: There are more pictures.
    """

    read = Signal()

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._kept: OrderedDict[Path, QImage | None] = OrderedDict()
        self._waiting: OrderedDict[Path, None] = OrderedDict()
        self._is_reading = False

    def get(self, path: Path) -> QImage | None:
        """Returns a picture, or None as long as it is not read, or if it can't be."""
        if path in self._kept:
            self._kept.move_to_end(path)
            return self._kept[path]
        self._waiting[path] = None
        self._waiting.move_to_end(path)
        while len(self._waiting) > WAITING_AT_MOST:
            self._waiting.popitem(last=False)
        self._read_some()
        return None

    def _read_some(self) -> None:
        if self._is_reading or not self._waiting:
            return
        some = [self._waiting.popitem(last=True)[0] for _ in range(min(_AT_ONCE, len(self)))]
        self._is_reading = True
        self._tasks.run(self, lambda task: _read(some, task), self._take, lambda _: self._take([]))

    def __len__(self) -> int:
        """Returns how many are asked for and not read yet."""
        return len(self._waiting)

    def _take(self, pictures: Sequence[tuple[Path, QImage | None]]) -> None:
        self._is_reading = False
        self._kept.update(pictures)
        while len(self._kept) > AT_MOST:
            self._kept.popitem(last=False)
        self.read.emit()
        self._read_some()


def _read(paths: Sequence[Path], task: Task) -> list[tuple[Path, QImage | None]]:
    return [(path, _picture(path)) for path in paths if not task.cancelled]


def _picture(path: Path) -> QImage | None:
    """Returns a face at the size in which it is shown; None where the file is damaged or gone."""
    try:
        with Image.open(path, formats=("WEBP", "PNG")) as picture:
            if max(picture.size) > _MAX_SIDE:
                return None
            small = picture.convert("RGB").resize((SIDE_PX, SIDE_PX), Image.Resampling.LANCZOS)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    return to_image(np.asarray(small))
