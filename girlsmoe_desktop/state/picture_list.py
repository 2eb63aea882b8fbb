"""The list of picture files to enlarge, and what became of each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from girlsmoe_desktop.core.errors import Sentence
from girlsmoe_desktop.state.languages import said

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtCore import QObject

    from girlsmoe_desktop.runtime.enlarging import Outcome

Index = QModelIndex | QPersistentModelIndex
MARK, NOTE = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
"""Roles: a `Mark`, and a line on what became of the picture."""


class Mark(Enum):
    """How it stands with a picture."""

    WAITING = "waiting"
    AT_WORK = "at work"
    DONE = "done"
    REFUSED = "refused"


@dataclass
class _Entry:
    path: Path
    outcome: Outcome | None = None


class PictureList(QAbstractListModel):
    """Picture files by name."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[_Entry] = []
        self._rows: dict[Path, int] = {}
        self._at_work: Path | None = None

    @property
    def paths(self) -> list[Path]:
        """The files, in their order."""
        return [entry.path for entry in self._entries]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        """Returns how many there are."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Returns the name, the whole path as a tooltip, the mark, or the note."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.path.name
        if role == MARK:
            return self._mark(entry)
        if role == NOTE:
            return self._note(entry)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            told = str(entry.path) if role == Qt.ItemDataRole.ToolTipRole else entry.path.name
            return "\n".join(text for text in (told, self._note(entry)) if text)
        return None

    def show_paths(self, paths: Sequence[Path]) -> None:
        """Lists files; of those that were listed before, what became of them stays."""
        known = {entry.path: entry for entry in self._entries}
        self.beginResetModel()
        self._entries = [known.get(path) or _Entry(path) for path in paths]
        self._rows = {path: row for row, path in enumerate(paths)}
        self.endResetModel()

    def begin(self) -> None:
        """Forgets what became of all of them."""
        for entry in self._entries:
            entry.outcome = None
        self.show_at_work(None)
        if self._entries:
            self.dataChanged.emit(self.index(0), self.index(len(self._entries) - 1))

    def show_at_work(self, path: Path | None) -> None:
        """Marks the one that is being enlarged."""
        before, self._at_work = self._at_work, path
        for changed in (before, path):
            self._tell(changed)

    def take(self, outcome: Outcome) -> None:
        """Notes what became of a picture."""
        row = self._rows.get(outcome.source.path)
        if row is not None:
            self._entries[row].outcome = outcome
            self._tell(outcome.source.path)

    def _tell(self, path: Path | None) -> None:
        row = None if path is None else self._rows.get(path)
        if row is not None:
            self.dataChanged.emit(self.index(row), self.index(row))

    def _mark(self, entry: _Entry) -> Mark:
        if entry.outcome is not None:
            return Mark.DONE if entry.outcome.error is None else Mark.REFUSED
        return Mark.AT_WORK if entry.path == self._at_work else Mark.WAITING

    def _note(self, entry: _Entry) -> str:
        outcome = entry.outcome
        if outcome is None:
            return ""
        if outcome.error is not None:
            sentence = outcome.error.sentence
            # The list names the file already; its whole path would leave no room for the reason.
            values = (
                entry.path.name if value == entry.path else value for value in sentence.values
            )
            return said(Sentence(sentence.template, *values))
        told = self.tr("{0}, {1} × {2} px")
        if outcome.is_first_of_many:
            told = self.tr("{0}, {1} × {2} px: the first picture of a film")
        assert outcome.target is not None
        return told.format(outcome.target.name, *outcome.size)
