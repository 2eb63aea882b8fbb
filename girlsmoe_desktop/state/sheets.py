"""A character sheet in the making: what it goes through, its pictures, and its files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from girlsmoe_desktop.core.atlas import write_atlas
from girlsmoe_desktop.core.pictures import Passport, save_picture
from girlsmoe_desktop.core.sheet import EXPRESSIONS, axes, labelled, plan
from girlsmoe_desktop.state import words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from girlsmoe_desktop.core.character import Character
    from girlsmoe_desktop.core.manifest import Manifest
    from girlsmoe_desktop.core.pictures import Carry
    from girlsmoe_desktop.core.sheet import Axis, Variant
    from girlsmoe_desktop.jobs.task import Task, Tasks
    from girlsmoe_desktop.state.studio import Studio

    Letter = Callable[[str, int, int], NDArray[np.uint8]]

PORTION = 8


class Sheets(QObject):
    """The sheet of one character.

    Attributes:
        character: Who.
        axes: What rows and columns can go through, by id.
        plan: What is made now.
        pictures: Those of its cells that are painted, from the first on.
        is_saving: Whether a file is being written.

    Signals:
        changed: Pictures were painted, or another sheet was begun.
        saving_changed: A file is being written, or no longer.
        saved: One was written; with its path.
        failed: Something could not be done; with the error.
    """

    changed = Signal()
    saving_changed = Signal()
    saved = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        studio: Studio,
        tasks: Tasks,
        manifest: Manifest,
        character: Character,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._studio, self._tasks, self._manifest = studio, tasks, manifest
        self._task: Task | None = None
        self.character = character
        self.axes = axes(manifest)
        self.plan = plan(manifest, character.recipe, None, next(iter(self.axes)))
        self.pictures: list[NDArray[np.uint8]] = []
        self.is_saving = False

    @property
    def is_painted(self) -> bool:
        """Whether all pictures are there."""
        return len(self.pictures) == len(self.plan.cells)

    def fits(self, rows: str, columns: str) -> bool:
        """Returns whether two axes don't set the same control."""
        return not self.axes[rows].control_ids & self.axes[columns].control_ids

    def make(self, rows: str | None, columns: str) -> None:
        """Begins another sheet.

        Args:
            rows: Id of an axis, or None.
            columns: Id of an axis that fits to it.
        """
        self.stop()
        self.plan = plan(self._manifest, self.character.recipe, rows, columns)
        self.pictures = []
        recipes = [cell.recipe for cell in self.plan.cells]

        def work(task: Task) -> None:
            for start in range(0, len(recipes), PORTION):
                if task.cancelled:
                    return
                painted = self._studio.paint_all(recipes[start : start + PORTION])
                task.report([character.pixels for character in painted])

        self._task = self._tasks.run(self, work, lambda _: None, self.failed.emit, self._take)
        self.changed.emit()

    def stop(self) -> None:
        """Paints no more."""
        if self._task is not None:
            self._task.cancel()

    def save_sheet(self, path: Path, scale: int, letter: Letter, carry: Carry, rights: str) -> None:
        """Writes the sheet with its captions; replacing a file was agreed to.

        Args:
            path: Its name.
            scale: How many times the pictures' own size.
            letter: See `core.sheet.labelled`.
            carry: What the file carries.
            rights: What people may do with it.
        """
        pictures, shape, captions = self.pictures, self.plan.shape, self.captions
        texts = self._texts(carry, rights)

        def work(_task: Task) -> Path:
            pixels = labelled(pictures, shape, captions, letter, scale)
            save_picture(path, pixels, texts, overwrite=True)
            return path

        self._save(work)

    def save_atlas(self, folder: Path, scale: int, carry: Carry, rights: str) -> None:
        """Writes an atlas; the arguments are as for `save_sheet`.

        Args:
            folder: Its name; not there yet.
            scale: How many times the pictures' own size.
            carry: What the picture in it carries.
            rights: What people may do with it.
        """
        pictures, cells, texts = self.pictures, self.plan.cells, self._texts(carry, rights)

        def work(_task: Task) -> Path:
            write_atlas(folder, folder.name, cells, pictures, scale, texts)
            return folder

        self._save(work)

    @property
    def captions(self) -> tuple[Sequence[str], Sequence[str]]:
        """The words beside the rows, none for a single row, and above the columns."""
        rows = self.plan.rows
        return (captions(rows) if rows is not None else [], captions(self.plan.columns))

    def _texts(self, carry: Carry, rights: str) -> dict[str, str]:
        passport = Passport(self.character.recipe, words.description(self.character), rights)
        return passport.carried(carry)

    def _save(self, work: Callable[[Task], Path]) -> None:
        def succeed(path: Path) -> None:
            self._set_saving(False)
            self.saved.emit(path)

        def fail(error: Exception) -> None:
            self._set_saving(False)
            self.failed.emit(error)

        self._set_saving(True)
        self._tasks.run(self, work, succeed, fail)

    def _set_saving(self, saving: bool) -> None:
        self.is_saving = saving
        self.saving_changed.emit()

    def _take(self, pictures: list[NDArray[np.uint8]]) -> None:
        self.pictures = [*self.pictures, *pictures]
        self.changed.emit()


def axis_name(axis: Axis) -> str:
    """Returns what people call an axis."""
    if axis.id == EXPRESSIONS:
        return QCoreApplication.translate("sheets", "Expressions")
    return words.name(axis.id)


def captions(axis: Axis) -> list[str]:
    """Returns what stands beside each variant of an axis, a line for each of its options."""
    return [_caption(variant, axis.id == EXPRESSIONS) for variant in axis.variants]


def _caption(variant: Variant, is_face: bool) -> str:
    shown = [
        words.without(control) if option == "off" else words.phrase(control, option)
        for control, option in variant.options
        if option != "off" or not is_face
    ]
    return "\n".join(shown) or QCoreApplication.translate("sheets", "Neutral")
