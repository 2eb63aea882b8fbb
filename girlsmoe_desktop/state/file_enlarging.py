"""Pictures from the disk that are enlarged one after the other, each into a file of its own."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.jobs.latest_wins import LatestWins
from girlsmoe_desktop.runtime.enlarging import Outcome, Progress, enlarge, find_sources
from girlsmoe_desktop.state.picture_list import PictureList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from girlsmoe_desktop.jobs.task import Task, Tasks
    from girlsmoe_desktop.runtime.enlarging import Source
    from girlsmoe_desktop.state.enlarger import Enlarger
    from girlsmoe_desktop.state.history import Undo
    from girlsmoe_desktop.state.studio import Studio

_Listed = tuple[tuple[Path, ...], frozenset[Path]]
"""Files and folders that were given, and pictures of the folders that were taken off the list."""


class FileEnlarging(QObject):
    """A list of pictures, and the work on it. What can't be done is told by the studio.

    Attributes:
        pictures: The list.
        recursive: Whether folders in folders are meant too.
        out: The folder for results; None puts each beside its picture.
        is_looking: Whether folders are being looked through.

    Signals:
        changed: The list, the choices or whether it is busy changed.
        progressed: Emitted with a `Progress`.
    """

    changed = Signal()
    progressed = Signal(object)

    def __init__(
        self, studio: Studio, tasks: Tasks, enlarger: Enlarger, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._studio, self._tasks, self._enlarger = studio, tasks, enlarger
        self.pictures = PictureList(self)
        self.recursive = True
        self.out: Path | None = None
        self._listed: _Listed = ((), frozenset())
        self._looking: LatestWins[list[Path]] = LatestWins(
            tasks, self, self._found, self._found_nothing
        )
        self._task: Task | None = None
        self._stopped = threading.Event()
        self._done = self._refused = 0

    @property
    def is_busy(self) -> bool:
        """Whether pictures are being enlarged."""
        return self._task is not None

    @property
    def is_stopping(self) -> bool:
        """Whether it was cancelled and is about to end."""
        return self.is_busy and self._stopped.is_set()

    @property
    def is_looking(self) -> bool:
        """Whether folders are being looked through."""
        return not self._looking.is_idle

    def add(self, paths: Sequence[Path]) -> None:
        """Puts pictures, and those in folders, on the list."""
        given, left_out = self._listed
        new = tuple(path for path in dict.fromkeys(paths) if path not in given)
        again = left_out - set(paths)
        if not self.is_busy and (new or again != left_out):
            self._change(self.tr("Put pictures on the list"), ((*given, *new), again))

    def remove(self, paths: Sequence[Path]) -> None:
        """Takes pictures off the list; their files stay."""
        gone = set(paths)
        given, left_out = self._listed
        if not self.is_busy and gone:
            kept = tuple(path for path in given if path not in gone)
            self._change(self.tr("Take pictures off the list"), (kept, left_out | gone))

    def clear(self) -> None:
        """Takes all pictures off the list."""
        if not self.is_busy and self._listed[0]:
            self._change(self.tr("Take pictures off the list"), ((), frozenset()))

    def set_recursive(self, recursive: bool) -> None:
        """Means folders in folders too, or not."""
        self.recursive = recursive
        self._look()

    def set_out(self, folder: Path | None) -> None:
        """Puts results into a folder; None puts each beside its picture."""
        self.out = folder
        self.changed.emit()

    def start(self, scale: int) -> None:
        """Enlarges all that are listed, unless that is under way."""
        upscaler = self._enlarger.upscaler
        if self.is_busy or upscaler is None or not self.pictures.rowCount():
            return
        sharpness, stopped = self._enlarger.sharpness, threading.Event()
        find = self._finder(scale)
        self._stopped, self._done, self._refused = stopped, 0, 0

        def work(task: Task) -> int:
            sources = find()
            for outcome in enlarge(
                upscaler,
                sources,
                scale=scale,
                sharpness=sharpness,
                on_progress=task.report,
                should_stop=lambda: task.cancelled or stopped.is_set(),
            ):
                task.report(outcome)
            return len(sources)

        self.pictures.begin()
        self._task = self._tasks.run(self, work, self._succeeded, self._failed, self._go_on)
        self.changed.emit()

    def cancel(self) -> None:
        """Ends the work as soon as the tile in hand is done; what is written stays."""
        self._stopped.set()
        self.changed.emit()

    def _finder(self, scale: int) -> _Finder:
        return _Finder(self._listed, scale, self.out, recursive=self.recursive)

    def _change(self, text: str, listed: _Listed) -> None:
        self._studio.session.history.add(text, self._going_to(self._listed))
        self._listed = listed
        self._look()

    def _going_to(self, listed: _Listed) -> Undo:
        def go() -> Undo:
            before, self._listed = self._listed, listed
            self._look()
            return self._going_to(before)

        return go

    def _look(self) -> None:
        """Has the list made anew, unless it is being worked on; then it is made afterwards."""
        if not self.is_busy:
            find = self._finder(1)
            self._looking.request(lambda: [source.path for source in find()])
        self.changed.emit()

    def _found(self, paths: list[Path]) -> None:
        self.pictures.show_paths(paths)
        self.changed.emit()

    def _found_nothing(self, error: Exception) -> None:
        self._found([])
        self._studio.tell(error)

    def _go_on(self, part: Outcome | Progress) -> None:
        if isinstance(part, Progress):
            self.pictures.show_at_work(part.path)
            self.progressed.emit(part)
            return
        self._done += part.error is None
        self._refused += part.error is not None
        self.pictures.take(part)

    def _succeeded(self, count: int) -> None:
        self._end()
        told = self.tr("%n picture(s) enlarged", "", self._done)
        if self._refused:
            told = self.tr("{0} · {1} refused: the list says why").format(told, self._refused)
        if self._done + self._refused < count:
            told = self.tr("{0} · stopped").format(told)
        self._studio.noticed.emit(told)

    def _failed(self, error: Exception) -> None:
        self._end()
        self._studio.tell(error)

    def _end(self) -> None:
        self._task = None
        self.pictures.show_at_work(None)
        self.changed.emit()


class _Finder:
    """Finds what a list means. For worker threads."""

    def __init__(self, listed: _Listed, scale: int, out: Path | None, *, recursive: bool) -> None:
        self._given, self._left_out = listed
        self._scale, self._out, self._recursive = scale, out, recursive

    def __call__(self) -> list[Source]:
        """Returns the pictures.

        Raises:
            UserError: There is none; no error where none was asked for.
        """
        given = [path for path in self._given if path.exists()]
        if not given:
            if self._given:
                raise UserError("There is no file {0}: check the name.", self._given[0])
            return []
        found = find_sources(given, self._scale, out=self._out, recursive=self._recursive)
        return [source for source in found if source.path not in self._left_out]
