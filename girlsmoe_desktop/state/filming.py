"""Makes a film of the blend in the background: paints its frames, then writes the file."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from girlsmoe_desktop.core.animation import CancelledError, write_film
from girlsmoe_desktop.state.studio import PORTION

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from girlsmoe_desktop.core.animation import Film
    from girlsmoe_desktop.core.recipe import Recipe
    from girlsmoe_desktop.jobs.task import Task, Tasks
    from girlsmoe_desktop.state.studio import Studio

# Below this many seconds an estimate says more about noise than about the work.
_SETTLED_S = 0.5


class Filming(QObject):
    """One film at a time. What can't be done is told by the studio.

    Attributes:
        is_busy: Whether a film is being made.

    Signals:
        busy_changed: A film is being made, or no longer.
        progressed: Emitted with the share that is done, 0..1, and the seconds left or None.
        finished: Emitted with what was written.
    """

    busy_changed = Signal(bool)
    progressed = Signal(float, object)
    finished = Signal(object)

    def __init__(self, studio: Studio, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._studio, self._tasks = studio, tasks
        self._task: Task | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a film is being made."""
        return self._task is not None

    def make(self, recipes: list[Recipe], path: Path, film: Film, *, overwrite: bool) -> None:
        """Makes a film.

        Args:
            recipes: Of its frames.
            path: Where to.
            film: How.
            overwrite: Whether replacing a file of that name was agreed to.
        """
        if self.is_busy or self._studio.generator is None:
            return
        started = time.monotonic()

        def work(task: Task) -> Path:
            steps = _Steps(task, 2 * len(recipes) * (2 if film.there_and_back else 1), started)
            frames = self._painted(recipes, steps)
            write_film(path, frames, film, overwrite=overwrite, on_frame=steps.write)
            return path

        self._task = self._tasks.run(
            self, work, self._succeeded, self._failed, lambda part: self.progressed.emit(*part)
        )
        self.busy_changed.emit(True)

    def cancel(self) -> None:
        """Ends the film under way; nothing of it is left."""
        if self._task is not None:
            self._task.cancel()
            self._end()

    def _painted(self, recipes: list[Recipe], steps: _Steps) -> list[NDArray[np.uint8]]:
        frames: list[NDArray[np.uint8]] = []
        for start in range(0, len(recipes), PORTION):
            steps.paint(start)
            painted = self._studio.paint_all(recipes[start : start + PORTION])
            frames += [character.pixels for character in painted]
        steps.painted = len(recipes)
        return frames

    def _succeeded(self, path: Path) -> None:
        self._end()
        self.finished.emit(path)

    def _failed(self, error: Exception) -> None:
        self._end()
        if not isinstance(error, CancelledError):
            self._studio.tell(error)

    def _end(self) -> None:
        self._task = None
        self.busy_changed.emit(False)


class _Steps:
    """Tells how far a film is, and ends it when it is cancelled. For the worker thread."""

    def __init__(self, task: Task, total: int, started: float) -> None:
        self._task, self._total, self._started = task, total, started
        self.painted = 0

    def paint(self, done: int) -> None:
        """Notes painted frames."""
        self._tell(done)

    def write(self, done: int) -> bool:
        """Notes written frames; returns whether to go on."""
        self._tell(self.painted + done)
        return not self._task.cancelled

    def _tell(self, done: int) -> None:
        if self._task.cancelled:
            raise CancelledError
        share = min(done / self._total, 1.0)
        passed = time.monotonic() - self._started
        left = passed * (1.0 - share) / share if share and passed > _SETTLED_S else None
        self._task.report((share, left))
