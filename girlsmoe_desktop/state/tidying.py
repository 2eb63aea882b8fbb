"""What is done with characters once they are made: stars, the trash, and looking for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.state.search import looks_of
from girlsmoe_desktop.store.gallery import Place, Query

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from girlsmoe_desktop.state.studio import Studio


class Tidying(QObject):
    """Keeps a studio's gallery in order, by the numbers of its characters.

    What can't be done is told by the studio.

    Attributes:
        text: What is searched for, as it was typed.

    Signals:
        changed: Stars, the trash or what can be undone changed.
    """

    changed = Signal()

    def __init__(self, studio: Studio, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._gallery = studio.gallery
        self._last_trashed: list[int] = []
        self.text = ""

    @property
    def place(self) -> Place:
        """The part of the gallery that is shown."""
        return self._gallery.query.place

    @property
    def can_undo(self) -> bool:
        """Whether the last ones in the trash can be brought back at once."""
        return bool(self._last_trashed)

    def go_to(self, place: Place) -> None:
        """Shows a part of the gallery."""
        self._try(lambda: self._gallery.look_for(Query(place, self._gallery.query.looks)))

    def search(self, text: str) -> None:
        """Shows who bears the looks named in a text; everyone for an empty one."""
        self.text = text
        manifest = self._studio.manifest
        controls = manifest.controls if manifest else ()
        known = [(c.id, option) for c in controls for option in c.option_ids if option != "off"]
        self._try(lambda: self._gallery.look_for(Query(self.place, looks_of(text, known))))

    def star(self, numbers: Sequence[int]) -> None:
        """Gives them all a star, or takes it where all have one."""
        starred = not all(self._gallery.is_starred(number) for number in numbers)
        self._try(lambda: self._gallery.set_starred(numbers, starred))

    def trash(self, numbers: Sequence[int]) -> None:
        """Puts them into the trash, but for those with a star, and says so."""
        self._try(lambda: self._trash(numbers))

    def undo(self) -> None:
        """Brings back who was put into the trash last."""
        last, self._last_trashed = self._last_trashed, []
        if last:
            self.bring_back(last)

    def bring_back(self, numbers: Sequence[int]) -> None:
        """Takes them out of the trash."""
        self._try(lambda: self._gallery.bring_back(numbers))

    def empty_trash(self) -> None:
        """Deletes for ever who is in the trash."""
        self._last_trashed = []
        self._try(self._gallery.empty_trash)

    def _trash(self, numbers: Sequence[int]) -> None:
        gone = self._gallery.trash(numbers)
        if gone:
            self._last_trashed = gone
            words = self.tr("In the trash: {0}. Undo brings them back.").format(len(gone))
        else:
            words = self.tr("Characters with a star are protected: take the star away first.")
        self._studio.noticed.emit(words)

    def _try(self, work: Callable[[], object]) -> None:
        try:
            work()
        except UserError as error:
            self._studio.tell(error)
        self.changed.emit()
