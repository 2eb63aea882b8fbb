"""The onnxruntime that models run with: the one that came along, or one that the user added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from girlsmoe_desktop import added_engine
from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.runtime.engines import Engine, add_engine, added_one, remove_engine

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from girlsmoe_desktop.state.studio import Handle, Runner, Studio


class AddedEngine(QObject):
    """The added engine of a program.

    Attributes:
        is_busy: Whether one is being added.
        doing: Name of the wheel that is being unpacked; "" while what they bring is tried.

    Signals:
        changed: There is another, there is none any more, or what is being done changed.
    """

    changed = Signal()

    def __init__(self, studio: Studio, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._studio, self._runner = studio, runner
        self._handle: Handle | None = None
        self._started_with = added_engine.in_use()
        self._is_other = False
        self.doing = ""

    @property
    def is_busy(self) -> bool:
        """Whether one is being added."""
        return self._handle is not None

    @property
    def engine(self) -> Engine | None:
        """The one that was added, None where there is none."""
        return added_one()

    @property
    def wants_restart(self) -> bool:
        """Whether models will run with another from the next start on."""
        return self._is_other

    def add(self, wheels: Sequence[Path]) -> None:
        """Adds what wheels bring, away from the window; says what is wrong with them."""
        if self.is_busy or not wheels:
            return

        def work(handle: Handle) -> Engine | None:
            return add_engine(wheels, handle.report, lambda: handle.cancelled)

        self.doing = wheels[0].name
        self._handle = self._runner.run(self, work, self._added, self._fail, self._tell)
        self.changed.emit()

    def cancel(self) -> None:
        """Leaves all as it was, as soon as it can."""
        if self._handle is not None:
            self._handle.cancel()
            self._end()

    def remove(self) -> None:
        """Goes back to the one that came along; says why where that can't be."""
        try:
            if remove_engine():
                self._is_other = self._started_with is not None
        except UserError as error:
            self._studio.tell(error)
        self.changed.emit()

    def _added(self, engine: Engine | None) -> None:
        self._is_other = self._is_other or engine is not None
        self._end()

    def _fail(self, error: Exception) -> None:
        self._end()
        self._studio.tell(error)

    def _tell(self, doing: str) -> None:
        self.doing = doing
        self.changed.emit()

    def _end(self) -> None:
        self._handle = None
        self.changed.emit()
