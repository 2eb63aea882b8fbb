"""What the person at the window has set up: the character on the stage, the pins, the lock."""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from girlsmoe_desktop.core.recipe import make_recipe

if TYPE_CHECKING:
    from girlsmoe_desktop.core.character import Character
    from girlsmoe_desktop.core.manifest import Manifest
    from girlsmoe_desktop.core.recipe import Recipe

SEED_BITS = 63


class Session(QObject):
    """The current character, the options that are pinned, and whether its noise is kept.

    Attributes:
        character: The one on the stage, or None before the first.
        locked: Whether the next characters keep the noise of the one on the stage.

    Signals:
        character_changed: Another character is on the stage.
        pins_changed: An option was pinned or let go.
        lock_changed: Emitted with the new state of the lock.
    """

    character_changed = Signal()
    pins_changed = Signal()
    lock_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.character: Character | None = None
        self.locked = False
        self._pinned: dict[str, str] = {}

    @property
    def pinned(self) -> dict[str, str]:
        """A copy of the pins, control id -> option id; controls left to chance are missing."""
        return dict(self._pinned)

    def pin(self, control_id: str, option_id: str | None) -> None:
        """Pins a control to an option, or leaves it to chance (None)."""
        if self._pinned.get(control_id) == option_id:
            return
        if option_id is None:
            del self._pinned[control_id]
        else:
            self._pinned[control_id] = option_id
        self.pins_changed.emit()

    def unpin_all(self) -> None:
        """Leaves every control to chance."""
        if self._pinned:
            self._pinned.clear()
            self.pins_changed.emit()

    def set_locked(self, locked: bool) -> None:
        """Keeps the noise of the character on the stage from now on, or lets it vary."""
        if locked != self.locked:
            self.locked = locked
            self.lock_changed.emit(locked)

    def show(self, character: Character) -> None:
        """Puts a character on the stage."""
        if character is not self.character:
            self.character = character
            self.character_changed.emit()

    def next_recipes(self, manifest: Manifest, count: int) -> list[Recipe]:
        """Returns recipes of new characters that honour the pins and the lock, none of them twice.

        They are fewer than asked for when little or nothing is left to chance.
        """
        drawn = (self._next_recipe(manifest) for _ in range(count))
        different = {(r.z.tobytes(), tuple(sorted(r.strengths.items()))): r for r in drawn}
        return list(different.values())

    def is_all_fixed(self, manifest: Manifest) -> bool:
        """Returns whether nothing is left to chance."""
        all_pinned = all(control.id in self._pinned for control in manifest.controls)
        return self.locked and self.character is not None and all_pinned

    def _next_recipe(self, manifest: Manifest) -> Recipe:
        recipe = make_recipe(manifest, secrets.randbits(SEED_BITS), self._pinned)
        kept = self.character.recipe if self.locked and self.character is not None else None
        if kept is None or kept.z.shape != recipe.z.shape:
            # Another model's noise may be of another kind.
            return recipe
        # Not through a seed: the noise of a blend has none.
        return replace(recipe, z=kept.z, seed=kept.seed)
