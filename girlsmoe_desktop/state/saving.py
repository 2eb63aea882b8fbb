"""Saving many pictures: in the background, with progress, and it can be stopped."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from girlsmoe_desktop.core.character import Character
    from girlsmoe_desktop.jobs.task import Task, Tasks
    from girlsmoe_desktop.state.studio import Studio

    Write = Callable[[Character], object]

WORTH_TELLING_S = 2.0


class Saving(QObject):
    """One folder at a time. What can't be written is told by the studio.

    Attributes:
        done, total: How many pictures were written, of how many.

    Signals:
        changed: Saving began, went on or ended.
    """

    changed = Signal()

    def __init__(self, studio: Studio, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._studio, self._tasks = studio, tasks
        self._task: Task | None = None
        self._stopped = threading.Event()
        self.done = self.total = 0
        self._began = 0.0

    @property
    def left_s(self) -> float | None:
        """Seconds that it will still take; None as long as that can't be told."""
        spent = time.monotonic() - self._began
        if not self.is_busy or not self.done or spent < WORTH_TELLING_S:
            return None
        return spent * (self.total - self.done) / self.done

    @property
    def is_busy(self) -> bool:
        """Whether pictures are being written."""
        return self._task is not None

    def save(self, characters: Sequence[Character], folder: Path, write: Write) -> None:
        """Writes characters, unless others are being written.

        Args:
            characters: Who.
            folder: Where; only to be told.
            write: Writes one of them; called on a worker thread.
        """
        if self.is_busy:
            return

        stopped = self._stopped = threading.Event()

        def work(task: Task) -> None:
            for done, character in enumerate(characters, start=1):
                if task.cancelled or stopped.is_set():
                    return
                write(character)
                task.report(done)

        def succeed(_nothing: None) -> None:
            self._end()
            words = self.tr("%n picture(s) saved in {0}", "", self.done)
            self._studio.noticed.emit(words.format(folder))

        def fail(error: Exception) -> None:
            self._end()
            self._studio.tell(error)

        self.done, self.total, self._began = 0, len(characters), time.monotonic()
        self._task = self._tasks.run(self, work, succeed, fail, self._go_on)
        self.changed.emit()

    def stop(self) -> None:
        """Writes no more after the picture under way; those that are there stay."""
        self._stopped.set()

    def _go_on(self, done: int) -> None:
        self.done = done
        self.changed.emit()

    def _end(self) -> None:
        self._task = None
        self.changed.emit()
