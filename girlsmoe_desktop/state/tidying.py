"""What is done with characters once they are made: stars, the trash, and looking for them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.state.search import looks_of, number_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from girlsmoe_desktop.state.history import Undo
    from girlsmoe_desktop.state.studio import Studio
    from girlsmoe_desktop.store.gallery import Order, Place


class Tidying(QObject):
    """Keeps a studio's gallery in order, by the numbers of its characters.

    What can't be done is told by the studio.

    Attributes:
        text: What is searched for, as it was typed.

    Signals:
        changed: Stars or the trash changed.
    """

    changed = Signal()

    def __init__(self, studio: Studio, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._gallery = studio.gallery
        self._history = studio.session.history
        self.text = ""

    @property
    def place(self) -> Place:
        """The part of the gallery that is shown."""
        return self._gallery.query.place

    @property
    def order(self) -> Order:
        """In which order the gallery is shown."""
        return self._gallery.query.order

    def go_to(self, place: Place) -> None:
        """Shows a part of the gallery."""
        self._try(lambda: self._gallery.look_for(replace(self._gallery.query, place=place)))

    def search(self, text: str) -> None:
        """Shows who bears the looks, or the number, in a text; everyone for an empty one."""
        self.text = text
        manifest = self._studio.manifest
        controls = manifest.controls if manifest else ()
        known = [(c.id, option) for c in controls for option in c.option_ids if option != "off"]
        number, rest = number_of(text)
        wanted = replace(self._gallery.query, looks=looks_of(rest, known), number=number)
        self._try(lambda: self._gallery.look_for(wanted))

    def put_in_order(self, order: Order) -> None:
        """Shows characters in another order."""
        self._try(lambda: self._gallery.look_for(replace(self._gallery.query, order=order)))

    def star(self, numbers: Sequence[int]) -> None:
        """Gives them all a star, or takes it where all have one."""
        starred = not all(self._gallery.is_starred(number) for number in numbers)
        changed = [one for one in numbers if self._gallery.is_starred(one) != starred]
        if self._try(lambda: self._gallery.set_starred(changed, starred)):
            words = self.tr("Give a star") if starred else self.tr("Take the star away")
            self._history.add(words, self._restarring(changed, not starred))

    def trash(self, numbers: Sequence[int]) -> None:
        """Puts them into the trash, but for those with a star, and says so."""
        self._try(lambda: self._trash(numbers))

    def bring_back(self, numbers: Sequence[int]) -> None:
        """Takes them out of the trash."""
        self._try(lambda: self._gallery.bring_back(numbers))

    def empty_trash(self) -> None:
        """Deletes for ever who is in the trash."""
        self._try(self._gallery.empty_trash)

    def _trash(self, numbers: Sequence[int]) -> None:
        gone = self._gallery.trash(numbers)
        if gone:
            self._history.add(self.tr("Move to the trash"), self._returning(gone))
            words = self.tr("In the trash: {0}. Undo brings them back.").format(len(gone))
        else:
            words = self.tr("Characters with a star are protected: take the star away first.")
        self._studio.noticed.emit(words)

    def _returning(self, numbers: Sequence[int]) -> Undo:
        def bring_back() -> Undo:
            self.bring_back(numbers)
            return lambda: self._trash_again(numbers)

        return bring_back

    def _trash_again(self, numbers: Sequence[int]) -> Undo:
        self._try(lambda: self._gallery.trash(numbers))
        return self._returning(numbers)

    def _restarring(self, numbers: Sequence[int], starred: bool) -> Undo:
        def restar() -> Undo:
            self._try(lambda: self._gallery.set_starred(numbers, starred))
            return self._restarring(numbers, not starred)

        return restar

    def _try(self, work: Callable[[], object]) -> bool:
        """Does something and returns whether it could be done; if not, it was told."""
        try:
            work()
        except UserError as error:
            self._studio.tell(error)
            return False
        finally:
            self.changed.emit()
        return True
