"""The way from one character to another, or through several, and where on it we stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from girlsmoe_desktop.core import journey
from girlsmoe_desktop.core.character import Character, descended

if TYPE_CHECKING:
    from girlsmoe_desktop.core.recipe import Recipe

MAX_STOPS = 12


class Blend(QObject):
    """Two characters, A and B, perhaps more after them, and a share of the way through all.

    Attributes:
        start: A, or None while it is not chosen.
        end: B, or None while it is not chosen.
        further: The stops after B.
        loop: Whether the way goes back to A.
        share: 0 is A; 1 is the last stop, or A again.

    Signals:
        ends_changed: The stops are others, or the way goes back now, or no longer.
    """

    ends_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.start: Character | None = None
        self.end: Character | None = None
        self.further: tuple[Character, ...] = ()
        self.loop = False
        self.share = 0.5

    @property
    def is_ready(self) -> bool:
        """Whether A and B are chosen."""
        return self.start is not None and self.end is not None

    @property
    def stops(self) -> list[Character]:
        """Everybody on the way, or nobody while A or B is missing."""
        if self.start is None or self.end is None:
            return []
        return [self.start, self.end, *self.further]

    def set_start(self, character: Character) -> None:
        """Makes a character A."""
        self.start = character
        self.ends_changed.emit()

    def set_end(self, character: Character) -> None:
        """Makes a character B."""
        self.end = character
        self.ends_changed.emit()

    def add(self, character: Character) -> None:
        """Lets the way go on to a character."""
        if len(self.further) < MAX_STOPS - 2:
            self.further = (*self.further, character)
            self.ends_changed.emit()

    def remove(self, place: int) -> None:
        """Takes a stop after B away: 0 is the first of them."""
        self.further = (*self.further[:place], *self.further[place + 1 :])
        self.ends_changed.emit()

    def set_loop(self, loop: bool) -> None:
        """Lets the way go back to A, or end at its last stop."""
        self.loop = loop
        self.ends_changed.emit()

    def swap(self) -> None:
        """Turns the way round: the same picture stays in view."""
        stops = self.stops
        if stops:
            self.start, self.end, *further = reversed(stops)
            self.further = tuple(further)
        else:
            self.start, self.end = self.end, self.start
        if not self.loop:
            self.share = 1.0 - self.share
        self.ends_changed.emit()

    def recipe(self) -> Recipe | None:
        """Returns the character at the share, or None while an end is missing.

        Raises:
            UserError: Two of them belong to different models.
        """
        return self.recipe_at(self.share)

    def recipe_at(self, share: float) -> Recipe | None:
        """Returns the character at a share of the way; as for `recipe`."""
        recipes = [character.recipe for character in self.stops]
        return journey.at(recipes, share, loop=self.loop) if recipes else None

    def frames(self, count: int, *, smooth: bool = False) -> list[Recipe]:
        """Returns the recipes of a film along the way; see `journey.frames`."""
        recipes = [character.recipe for character in self.stops]
        return journey.frames(recipes, count, loop=self.loop, smooth=smooth)

    def child(self, painted: Character) -> Character:
        """Returns a painted character of the way as the child of those it goes through."""
        return descended(painted, *self.stops)
