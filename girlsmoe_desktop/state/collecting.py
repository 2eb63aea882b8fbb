"""What is done with collections: made, named, filled, looked into, deleted; all can be undone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from girlsmoe_desktop.core.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from girlsmoe_desktop.state.history import Undo
    from girlsmoe_desktop.state.studio import Studio
    from girlsmoe_desktop.store.collections import Collection


class Collecting(QObject):
    """The collections of a studio's gallery. What can't be done is told by the studio.

    Attributes:
        collections: All of them, by name.

    Signals:
        changed: A collection, its members, or which one is looked into changed.
    """

    changed = Signal()

    def __init__(self, studio: Studio, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._studio, self._gallery = studio, studio.gallery
        self._history = studio.session.history
        self._store = studio.gallery.gallery.collections
        self.collections: list[Collection] = self._store.all()

    @property
    def shown(self) -> Collection | None:
        """The one that is looked into, or None for the whole gallery."""
        id_ = self._gallery.query.collection
        return next((one for one in self.collections if one.id == id_), None)

    def show(self, collection: Collection | None) -> None:
        """Looks into a collection, or at the whole gallery."""
        id_ = None if collection is None else collection.id
        self._try(lambda: self._gallery.look_for(replace(self._gallery.query, collection=id_)))

    def make(self, name: str, numbers: Sequence[int] = ()) -> None:
        """Makes a collection, of some characters or empty."""

        def make() -> None:
            made = self._store.make(name)
            self._store.add(made.id, numbers)
            self._history.add(self.tr("New collection"), self._deleting(made, list(numbers)))

        self._try(make)

    def rename(self, collection: Collection, name: str) -> None:
        """Gives a collection another name."""

        def rename() -> None:
            self._store.rename(collection.id, name)
            words = self.tr("Rename the collection")
            self._history.add(words, self._renaming(collection, collection.name, name))

        self._try(rename)

    def delete(self, collection: Collection) -> None:
        """Deletes a collection, and none of its characters."""

        def delete() -> None:
            members = sorted(self._store.members(collection.id))
            self._delete(collection)
            self._history.add(self.tr("Delete the collection"), self._making(collection, members))

        self._try(delete)

    def add(self, collection: Collection, numbers: Sequence[int]) -> None:
        """Puts characters into a collection."""

        def add() -> None:
            new = sorted(set(numbers) - self._store.members(collection.id))
            self._store.add(collection.id, new)
            if new:
                words = self.tr("Put into {0}").format(collection.name)
                self._history.add(words, self._removing(collection, new))
            told = self.tr("%n character(s) put into {0}", "", len(new))
            self._studio.noticed.emit(told.format(collection.name))

        self._try(add)
        self._refresh(collection)

    def remove(self, collection: Collection, numbers: Sequence[int]) -> None:
        """Takes characters out of a collection; they stay in the gallery."""

        def remove() -> None:
            gone = sorted(set(numbers) & self._store.members(collection.id))
            self._store.remove(collection.id, gone)
            if gone:
                words = self.tr("Take out of {0}").format(collection.name)
                self._history.add(words, self._adding(collection, gone))

        self._try(remove)
        self._refresh(collection)

    def _delete(self, collection: Collection) -> None:
        if self.shown == collection:
            self.show(None)
        self._store.delete(collection.id)

    def _deleting(self, collection: Collection, members: list[int]) -> Undo:
        def delete() -> Undo:
            self._try(lambda: self._delete(collection))
            return self._making(collection, members)

        return delete

    def _making(self, collection: Collection, members: list[int]) -> Undo:
        def make() -> Undo:
            def again() -> None:
                self._store.make(collection.name, collection.id)
                self._store.add(collection.id, members)

            self._try(again)
            return self._deleting(collection, members)

        return make

    def _renaming(self, collection: Collection, name: str, other: str) -> Undo:
        def rename() -> Undo:
            self._try(lambda: self._store.rename(collection.id, name))
            return self._renaming(collection, other, name)

        return rename

    def _adding(self, collection: Collection, numbers: list[int]) -> Undo:
        def add() -> Undo:
            self._try(lambda: self._store.add(collection.id, numbers))
            self._refresh(collection)
            return self._removing(collection, numbers)

        return add

    def _removing(self, collection: Collection, numbers: list[int]) -> Undo:
        def remove() -> Undo:
            self._try(lambda: self._store.remove(collection.id, numbers))
            self._refresh(collection)
            return self._adding(collection, numbers)

        return remove

    def _refresh(self, collection: Collection) -> None:
        """Shows who is in a collection now, if it is looked into."""
        if self._gallery.query.collection == collection.id:
            self._try(self._gallery.refresh)

    def _try(self, work: Callable[[], object]) -> None:
        try:
            work()
            self.collections = self._store.all()
        except UserError as error:
            self._studio.tell(error)
        self.changed.emit()
