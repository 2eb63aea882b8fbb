"""The gallery as a list that views can show: only who is looked at is read from the disk."""

from __future__ import annotations

import bisect
import logging
from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.state import words
from girlsmoe_desktop.store.gallery import Entry, Order, Place, Query

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from girlsmoe_desktop.core.character import Character
    from girlsmoe_desktop.core.recipe import Recipe
    from girlsmoe_desktop.store.gallery import Gallery

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
# About 100 MB at 128 pixels; several screens full.
_READ_AT_MOST = 2_000
# Views follow each row that goes; beyond so many it is quicker to begin anew.
_ROW_BY_ROW = 100
_WORDY = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)

_log = logging.getLogger(__name__)


class GalleryModel(QAbstractListModel):
    """Those of a gallery who meet a query, in its order.

    Attributes:
        query: What is looked for.

    Signals:
        found: Other characters are shown, for another query or after a change.
    """

    CHARACTER = Qt.ItemDataRole.UserRole
    STARRED = Qt.ItemDataRole.UserRole + 1

    found = Signal()

    def __init__(self, gallery: Gallery, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.gallery = gallery
        self.query = Query()
        self._entries = gallery.find(self.query)
        self._starred = gallery.starred()
        self._read: OrderedDict[int, Character] = OrderedDict()

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802
        """Returns how many characters there are."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Returns the character, whether it has a star, or words about it."""
        if not index.isValid():
            return None
        if role == self.STARRED:
            return self._entries[index.row()].number in self._starred
        if role not in (self.CHARACTER, *_WORDY):
            return None
        try:
            character = self.character(index.row())
        except UserError:
            _log.warning("A character can't be shown", exc_info=True)
            return None
        return character if role == self.CHARACTER else self._words(character, role)

    def character(self, row: int) -> Character:
        """Returns the character in that row.

        Raises:
            UserError: It can't be read.
        """
        number = self._entries[row].number
        if number not in self._read:
            self._keep_read(self.gallery.read(number))
        self._read.move_to_end(number)
        return self._read[number]

    def of_numbers(self, numbers: Iterable[int]) -> list[Character]:
        """Returns the characters of these numbers that can be read."""
        found: list[Character] = []
        for number in numbers:
            try:
                found.append(self._read.get(number) or self.gallery.read(number))
            except UserError:
                _log.warning("A character can't be read", exc_info=True)
        return found

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Returns that characters can be dragged away, too."""
        own = super().flags(index)
        return own | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else own

    @property
    def total(self) -> int:
        """How many characters there are about, whether they are shown or not."""
        return self.gallery.last_number

    def row_of(self, character: Character | None) -> int | None:
        """Returns the row of a character, or None when it is not shown."""
        number = character.number if character else None
        rows = (row for row, entry in enumerate(self._entries) if entry.number == number)
        return next(rows, None)

    def has(self, recipe: Recipe) -> bool:
        """Returns whether somebody was made from that very recipe."""
        return self.gallery.has(recipe)

    def number(self, row: int) -> int:
        """Returns the number of the character in that row, without reading more of it."""
        return self._entries[row].number

    def is_starred(self, number: int) -> bool:
        """Returns whether the character of that number has a star."""
        return number in self._starred

    def new_batch(self) -> int:
        """Returns the number of a new batch, for `insert`."""
        return self.gallery.new_batch()

    def insert(self, characters: Sequence[Character], batch: int) -> list[Character]:
        """Puts characters into the gallery, at the end of their batch.

        Returns:
            The characters with their numbers.

        Raises:
            UserError: They could not be written.
        """
        kept = self.gallery.add(characters, batch)
        for character in kept:
            self._keep_read(character)
        if self.query.order is Order.NEWEST:
            self._show(self._meeting_the_query([Entry(one.number, batch) for one in kept]), batch)
        else:
            self.refresh()
        return kept

    def look_for(self, query: Query) -> None:
        """Shows those who meet a query."""
        if query != self.query:
            self.query = query
            self.refresh()

    def refresh(self) -> None:
        """Shows those who meet the query now."""
        self.beginResetModel()
        self._entries = self.gallery.find(self.query)
        self._starred = self.gallery.starred()
        self.endResetModel()
        self.found.emit()

    def set_starred(self, numbers: Iterable[int], starred: bool) -> None:
        """Gives the characters of these numbers a star, or takes it."""
        marked = set(numbers)
        self.gallery.set_starred(marked, starred)
        self._starred = self._starred | marked if starred else self._starred - marked
        if self.query.place is Place.STARRED or self.query.order is Order.STARRED:
            self.refresh()
        elif self._entries:
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1), [self.STARRED])

    def trash(self, numbers: Iterable[int]) -> list[int]:
        """Puts those of these numbers that have no star into the trash and returns theirs."""
        gone = [number for number in numbers if not self.is_starred(number)]
        self.gallery.trash(gone)
        self._drop(set(gone))
        return gone

    def bring_back(self, numbers: Iterable[int]) -> None:
        """Takes the characters of these numbers out of the trash."""
        self.gallery.bring_back(numbers)
        self.refresh()

    def empty_trash(self) -> None:
        """Deletes for ever who is in the trash."""
        self.gallery.empty_trash()
        self.refresh()

    def _meeting_the_query(self, entries: list[Entry]) -> list[Entry]:
        if self.query == Query():
            return entries
        found = set(self.gallery.find(self.query))
        return [entry for entry in entries if entry in found]

    def _words(self, character: Character, role: int) -> str:
        title, description = words.title(character), words.description(character)
        if role == Qt.ItemDataRole.DisplayRole:
            return title
        if role == Qt.ItemDataRole.ToolTipRole:
            return description
        star = self.tr("with a star") if self.is_starred(character.number) else ""
        return f"{title}: {', '.join(part for part in (description, star) if part)}"

    def _keep_read(self, character: Character) -> None:
        self._read[character.number] = character
        while len(self._read) > _READ_AT_MOST:
            self._read.popitem(last=False)

    def _show(self, entries: list[Entry], batch: int) -> None:
        if not entries:
            return
        row = bisect.bisect_right(self._entries, -batch, key=lambda entry: -entry.batch)
        self.beginInsertRows(_ROOT, row, row + len(entries) - 1)
        self._entries[row:row] = entries
        self.endInsertRows()
        self.found.emit()

    def _drop(self, numbers: set[int]) -> None:
        if len(numbers) > _ROW_BY_ROW:
            self.refresh()
            return
        for row in reversed(range(len(self._entries))):
            if self._entries[row].number in numbers:
                self.beginRemoveRows(_ROOT, row, row)
                del self._entries[row]
                self.endRemoveRows()
        self.found.emit()
