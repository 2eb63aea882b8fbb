"""The way from one character to another, and where on it we stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from girlsmoe_desktop.core.recipe import blend

if TYPE_CHECKING:
    from girlsmoe_desktop.core.character import Character
    from girlsmoe_desktop.core.recipe import Recipe


class Blend(QObject):
    """Two characters, A and B, and a share of the way from A to B.

    Attributes:
        start: A, or None while it is not chosen.
        end: B, or None while it is not chosen.
        share: 0 is A, 1 is B.

    Signals:
        ends_changed: A or B is another character.
    """

    ends_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.start: Character | None = None
        self.end: Character | None = None
        self.share = 0.5

    @property
    def is_ready(self) -> bool:
        """Whether both ends are chosen."""
        return self.start is not None and self.end is not None

    def set_start(self, character: Character) -> None:
        """Makes a character A."""
        self.start = character
        self.ends_changed.emit()

    def set_end(self, character: Character) -> None:
        """Makes a character B."""
        self.end = character
        self.ends_changed.emit()

    def swap(self) -> None:
        """Turns the way round: the same picture stays in view."""
        self.start, self.end = self.end, self.start
        self.share = 1.0 - self.share
        self.ends_changed.emit()

    def recipe(self) -> Recipe | None:
        """Returns the character at the share, or None while an end is missing.

        Raises:
            UserError: The two belong to different models.
        """
        if self.start is None or self.end is None:
            return None
        return blend(self.start.recipe, self.end.recipe, self.share)
