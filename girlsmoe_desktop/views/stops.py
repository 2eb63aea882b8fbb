"""The stops of a way: A, B, and more of them below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from girlsmoe_desktop.state import words
from girlsmoe_desktop.state.blend import MAX_STOPS
from girlsmoe_desktop.views.buttons import IconButton, TextButton
from girlsmoe_desktop.views.end_card import EndCard, Thumb
from girlsmoe_desktop.views.surfaces import label

if TYPE_CHECKING:
    from girlsmoe_desktop.core.character import Character
    from girlsmoe_desktop.state.studio import Studio

THUMB_PX = 40


class FurtherStop(QWidget):
    """A row for one of the stops after B.

    Attributes:
        remove: Takes it away.
    """

    def __init__(self, character: Character, letter: str) -> None:
        super().__init__()
        thumb = Thumb(letter, THUMB_PX)
        thumb.character = character
        title = words.title(character)
        self.remove = IconButton(self.tr("Take {0} out of the way").format(title), "close")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(thumb)
        row.addWidget(label(title), 1)
        row.addWidget(self.remove)


class Stops(QWidget):
    """Who stands on the way, and whether it comes back.

    Attributes:
        start, end: The cards of A and B.
        swap, loop: Turn the way round, let it come back to A; whoever shows the stops places them.
        add: Lets it go on to who is on the stage.
        further: The rows of the stops after B.
    """

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self.start, self.end = EndCard("A"), EndCard("B")
        self.swap = IconButton(self.tr("Turn the way round"), "swap")
        self.add = TextButton(self.tr("Go on to who is on the stage"), "plus")
        self.loop = IconButton(self.tr("Come back to A: a loop"), "loop")
        self.loop.setCheckable(True)
        self.further: list[FurtherStop] = []
        self._rows = QVBoxLayout()
        self._lay_out()
        self.add.clicked.connect(self._go_on)
        self.swap.clicked.connect(studio.blend.swap)
        self.loop.clicked.connect(studio.blend.set_loop)

    def show_stops(self) -> None:
        """Shows the stops as they are now."""
        blend = self._studio.blend
        anybody = self._studio.gallery.rowCount() > 0
        hint = self.tr("Choose one in the gallery.") if anybody else ""
        self.start.show_character(blend.start, hint)
        self.end.show_character(blend.end, hint)
        self.loop.setChecked(blend.loop)
        for row in self.further:
            row.deleteLater()
        self.further = [
            FurtherStop(character, chr(ord("C") + place))
            for place, character in enumerate(blend.further)
        ]
        for place, row in enumerate(self.further):
            row.remove.clicked.connect(lambda _=False, place=place: blend.remove(place))
            self._rows.addWidget(row)

    def enable(self) -> None:
        """Lets be pressed what can be done now."""
        blend, on_stage = self._studio.blend, self._studio.session.character
        for card in (self.start, self.end):
            card.take.setEnabled(on_stage is not None)
        self.swap.setEnabled(blend.is_ready)
        self.loop.setEnabled(blend.is_ready)
        room = len(blend.stops) < MAX_STOPS
        self.add.setEnabled(blend.is_ready and on_stage is not None and room)

    def _lay_out(self) -> None:
        self._rows.setSpacing(4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.start)
        layout.addWidget(self.end)
        layout.addLayout(self._rows)
        layout.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)

    def _go_on(self) -> None:
        if self._studio.session.character is not None:
            self._studio.blend.add(self._studio.session.character)
