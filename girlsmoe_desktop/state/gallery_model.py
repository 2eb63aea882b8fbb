"""The gallery as a list that views can show: only who is looked at is read from the disk."""

from __future__ import annotations

import bisect
import logging
import time
from collections import OrderedDict
from typing import TYPE_CHECKING

import numpy as np
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
from girlsmoe_desktop.state.sections import Section, Sections
from girlsmoe_desktop.store.gallery import Order, Place, Query

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

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
    NUMBER = Qt.ItemDataRole.UserRole + 2

    found = Signal()

    def __init__(self, gallery: Gallery, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.gallery = gallery
        self.query = Query()
        self._numbers: NDArray[np.int64] = gallery.find(self.query)
        self._starred = gallery.starred()
        self._read: OrderedDict[int, Character] = OrderedDict()
        self._just_made: tuple[int, frozenset[int]] = (0, frozenset())

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802
        """Returns how many characters there are."""
        return 0 if parent.isValid() else len(self._numbers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Returns the character, whether it has a star, or words about it."""
        if not index.isValid():
            return None
        if role == self.NUMBER:
            return self.number(index.row())
        if role == self.STARRED:
            return self.number(index.row()) in self._starred
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
        number = self.number(row)
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
        if character is None:
            return None
        rows = np.flatnonzero(self._numbers == character.number)
        return int(rows[0]) if rows.size else None

    def sections(self) -> list[Section]:
        """Returns how the rows are divided, such as by when they were made."""
        made = Sections(self.gallery.made_ms, time.time(), self._just_made[1])
        try:
            return made.of(self._numbers, self.query.order, self._starred)
        except UserError:  # the window has closed the gallery, or it can't be read: no headings
            return []

    def has(self, recipe: Recipe) -> bool:
        """Returns whether somebody was made from that very recipe."""
        return self.gallery.has(recipe)

    def number(self, row: int) -> int:
        """Returns the number of the character in that row, without reading more of it."""
        return int(self._numbers[row])

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
        numbers = [one.number for one in kept]
        known = self._just_made[1] if self._just_made[0] == batch else frozenset()
        self._just_made = batch, known | set(numbers)
        if self.query.order is Order.NEWEST:
            self._show(self._meeting_the_query(numbers), batch)
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
        self._numbers = self.gallery.find(self.query)
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
        elif len(self._numbers):
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

    def _meeting_the_query(self, numbers: list[int]) -> list[int]:
        if self.query == Query():
            return numbers
        found = set(self.gallery.find(self.query).tolist())
        return [number for number in numbers if number in found]

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

    def _show(self, numbers: list[int], batch: int) -> None:
        if not numbers:
            return
        # Later batches stand before it, and those of its own that are there already.
        row = bisect.bisect_right(
            self._numbers, -batch, key=lambda number: -self.gallery.batch(int(number))
        )
        self.beginInsertRows(_ROOT, row, row + len(numbers) - 1)
        self._numbers = np.insert(self._numbers, row, numbers)
        self.endInsertRows()
        self.found.emit()

    def _drop(self, numbers: set[int]) -> None:
        if len(numbers) > _ROW_BY_ROW:
            self.refresh()
            return
        rows = np.flatnonzero(np.isin(self._numbers, list(numbers)))
        for row in reversed(rows.tolist()):
            self.beginRemoveRows(_ROOT, row, row)
            self._numbers = np.delete(self._numbers, row)
            self.endRemoveRows()
        self.found.emit()
