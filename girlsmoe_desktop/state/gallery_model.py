"""The characters made in this session, as a list that views can show."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from girlsmoe_desktop.state import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from girlsmoe_desktop.core.recipe import Recipe
    from girlsmoe_desktop.state.character import Character

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class GalleryModel(QAbstractListModel):
    """Characters, the newest first. Each gets a number that stays its own."""

    CHARACTER = Qt.ItemDataRole.UserRole

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._characters: list[Character] = []
        self._last_number = 0

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802
        """Returns how many characters there are."""
        return 0 if parent.isValid() else len(self._characters)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Returns the character, or words about it."""
        if not index.isValid():
            return None
        character = self._characters[index.row()]
        if role == self.CHARACTER:
            return character
        if role == Qt.ItemDataRole.DisplayRole:
            return words.title(character)
        if role == Qt.ItemDataRole.ToolTipRole:
            return words.description(character)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{words.title(character)}: {words.description(character)}"
        return None

    def character(self, row: int) -> Character:
        """Returns the character in that row."""
        return self._characters[row]

    def row_of(self, character: Character | None) -> int | None:
        """Returns the row of that very character, or None when it is not in the gallery."""
        for row, known in enumerate(self._characters):
            if known is character:
                return row
        return None

    def has(self, recipe: Recipe) -> bool:
        """Returns whether somebody was made from that very recipe."""
        return any(known.recipe is recipe for known in self._characters)

    def insert(self, characters: Sequence[Character], row: int = 0) -> list[Character]:
        """Puts characters into the gallery at a row and returns them with their numbers."""
        numbered = [
            replace(character, number=self._last_number + offset)
            for offset, character in enumerate(characters, start=1)
        ]
        self._last_number += len(numbered)
        self.beginInsertRows(_ROOT, row, row + len(numbered) - 1)
        self._characters[row:row] = numbered
        self.endInsertRows()
        return numbered
