"""What can be undone: a pile of steps, and those that were undone, to be done again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

Undo = Callable[[], "Undo"]
"""Goes one way and returns what goes the other way."""
AT_MOST = 200


@dataclass(frozen=True)
class _Step:
    text: str
    undo: Undo


class History(QObject):
    """Steps back and forth.

    Signals:
        changed: What can be undone or done again changed.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._back: list[_Step] = []
        self._forth: list[_Step] = []
        self._key: object = None

    @property
    def undo_text(self) -> str:
        """The words for what `undo` takes back; empty if there is nothing."""
        return self._back[-1].text if self._back else ""

    @property
    def redo_text(self) -> str:
        """The words for what `redo` does again; empty if there is nothing."""
        return self._forth[-1].text if self._forth else ""

    def add(self, text: str, undo: Undo, key: object = None) -> None:
        """Adds a step that is being taken.

        Args:
            text: What it does, in words for a menu.
            undo: Takes it back.
            key: A step of the same key as the one before belongs to it, as in one drag of a slider.
        """
        self._forth.clear()
        if key is None or key != self._key:
            self._back.append(_Step(text, undo))
            del self._back[:-AT_MOST]
        self._key = key
        self.changed.emit()

    def undo(self) -> None:
        """Takes the last step back."""
        self._go(self._back, self._forth)

    def redo(self) -> None:
        """Does again what was taken back last."""
        self._go(self._forth, self._back)

    def _go(self, source: list[_Step], target: list[_Step]) -> None:
        if source:
            step = source.pop()
            target.append(_Step(step.text, step.undo()))
            # What follows is a step of its own.
            self._key = None
            self.changed.emit()
