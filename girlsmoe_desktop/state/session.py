"""What the person at the window has set up: the character on the stage, the pins, the lock."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal

from girlsmoe_desktop.core.latent import normals
from girlsmoe_desktop.core.recipe import make_recipe, with_noise
from girlsmoe_desktop.state.history import History

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from girlsmoe_desktop.core.character import Character
    from girlsmoe_desktop.core.law import Law
    from girlsmoe_desktop.core.manifest import Manifest
    from girlsmoe_desktop.core.recipe import Recipe
    from girlsmoe_desktop.state.history import Undo

SEED_BITS = 63


@dataclass(frozen=True)
class Setup:
    """Everything that is set up, as one value that can be put back.

    Attributes:
        character: The one on the stage, or None before the first.
        pinned: Control id -> option id; controls left to chance are missing.
        strengths: Label -> strength, where somebody set one; it goes before the pins.
        locked: Whether the next characters keep the noise of the one on the stage.
        held: Components of the noise that they keep even so.
        law: The odds of what is left to chance; None for the model's own.
        truncation: Of the next characters; None for that of the kept noise, or the model's own.
        wanted: What the character on the stage is about to become, while it is painted.
    """

    character: Character | None = None
    pinned: Mapping[str, str] = field(default_factory=dict)
    strengths: Mapping[str, float] = field(default_factory=dict)
    locked: bool = False
    held: frozenset[int] = frozenset()
    law: Law | None = None
    truncation: float | None = None
    wanted: Recipe | None = field(default=None, compare=False)


class Session(QObject):
    """The setup, one change after the other. Every change can be undone through `history`.

    Attributes:
        setup: What is set up now.
        history: The steps that led here.
        previous: Who else was on the stage before, or None.

    Signals:
        character_changed: Another character is on the stage.
        pins_changed: An option, a strength or the truncation was set or let go.
        lock_changed: Emitted with the new state of the lock.
        held_changed: Other components of the noise are held.
        law_changed: The odds are others.
        went_back: A step is about to be undone or done again: what is under way is out of date.
        came_back: It was.
    """

    character_changed = Signal()
    pins_changed = Signal()
    lock_changed = Signal(bool)
    held_changed = Signal()
    law_changed = Signal()
    went_back = Signal()
    came_back = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setup = Setup()
        self.history = History(self)
        self.previous: Character | None = None
        # Looks a character up again before an undo shows it: it may be gone from the gallery.
        self.look_up: Callable[[Character], Character] = _itself
        # Leaves out of a setup what the open model does not have.
        self.suit: Callable[[Setup], Setup] = _as_it_is

    @property
    def character(self) -> Character | None:
        """The character on the stage, or None before the first."""
        return self.setup.character

    @property
    def locked(self) -> bool:
        """Whether the next characters keep the noise of the one on the stage."""
        return self.setup.locked

    @property
    def pinned(self) -> dict[str, str]:
        """A copy of the pins, control id -> option id; controls left to chance are missing."""
        return dict(self.setup.pinned)

    @property
    def strengths(self) -> dict[str, float]:
        """A copy of the strengths that somebody set, label -> strength."""
        return dict(self.setup.strengths)

    def refit(self, suit: Callable[[Setup], Setup]) -> None:
        """Leaves out what another model does not have, now and of every setup that comes back."""
        self.suit = suit
        self._put(suit(self.setup))

    def step(self, text: str, key: object = None) -> None:
        """Says that a step begins now; undoing it comes back to what is set up at this moment.

        Args:
            text: What the step does, in words for a menu.
            key: As for `History.add`.
        """
        self.history.add(text, self._back_to(self.setup), key)

    def pin(self, control_id: str, option_id: str | None) -> None:
        """Pins a control to an option, or leaves it to chance (None)."""
        pinned = {known: option for known, option in self.pinned.items() if known != control_id}
        if option_id is not None:
            pinned[control_id] = option_id
        self._put(replace(self.setup, pinned=pinned))

    def pin_all(self, pinned: Mapping[str, str], strengths: Mapping[str, float]) -> None:
        """Pins exactly these options and strengths."""
        self._put(replace(self.setup, pinned=dict(pinned), strengths=dict(strengths)))

    def unpin_all(self) -> None:
        """Leaves every control to chance."""
        self.pin_all({}, {})

    def set_strengths(self, strengths: Mapping[str, float | None]) -> None:
        """Sets the strengths of some labels, or leaves them to their controls again (None)."""
        merged = {**self.setup.strengths, **strengths}
        left = {label: value for label, value in merged.items() if value is not None}
        self._put(replace(self.setup, strengths=left))

    def set_locked(self, locked: bool) -> None:
        """Keeps the noise of the character on the stage from now on, or lets it vary."""
        self._put(replace(self.setup, locked=locked))

    def hold(self, components: Iterable[int]) -> None:
        """Keeps just these components of the noise from now on."""
        self._put(replace(self.setup, held=frozenset(components)))

    def set_law(self, law: Law | None) -> None:
        """Sets the odds of what is left to chance; None for the model's own."""
        self._put(replace(self.setup, law=law))

    def set_truncation(self, truncation: float | None) -> None:
        """Sets the truncation of the next characters; None leaves it to the model."""
        self._put(replace(self.setup, truncation=truncation))

    def want(self, recipe: Recipe | None) -> None:
        """Notes what the character on the stage is about to become, or that it stays."""
        self.setup = replace(self.setup, wanted=recipe)

    def show(self, character: Character) -> None:
        """Puts a character on the stage; what the one before was about to become is dropped."""
        self._put(replace(self.setup, character=character, wanted=None))

    def show_meanwhile(self, character: Character) -> None:
        """Puts a character on the stage on the way to what is wanted."""
        self._put(replace(self.setup, character=character))

    def next_recipes(self, manifest: Manifest, count: int) -> list[Recipe]:
        """Returns recipes of new characters that honour what is set up, none of them twice.

        They are fewer than asked for when little or nothing is left to chance.
        """
        drawn = (self._next_recipe(manifest) for _ in range(count))
        different = {(r.z.tobytes(), tuple(sorted(r.strengths.items()))): r for r in drawn}
        return list(different.values())

    def candidates(self, recipe: Recipe, count: int) -> list[Recipe]:
        """Returns a recipe and others of the same labels, with noise of their own.

        Not drawn anew as a whole: whoever picks among them must not change the odds.
        """
        return [recipe, *(self._with_other_noise(recipe) for _ in range(count - 1))]

    def is_all_fixed(self, manifest: Manifest) -> bool:
        """Returns whether nothing is left to chance."""
        setup = self.setup
        all_pinned = all(
            control.id in setup.pinned or set(control.labels) <= set(setup.strengths)
            for control in manifest.controls
        )
        return setup.locked and setup.character is not None and all_pinned

    def _next_recipe(self, manifest: Manifest) -> Recipe:
        setup = self.setup
        recipe = make_recipe(
            manifest,
            secrets.randbits(SEED_BITS),
            setup.pinned,
            setup.law,
            strengths=setup.strengths,
            truncation=setup.truncation,
        )
        kept = setup.character.recipe if setup.character is not None else None
        if kept is None or kept.z.shape != recipe.z.shape:
            # Another model's noise may be of another kind.
            return recipe
        if setup.locked:
            # Not through a seed: the noise of a blend has none.
            own = kept.truncation if setup.truncation is None else recipe.truncation
            return replace(recipe, z=kept.z, seed=kept.seed, truncation=own)
        held = sorted(place for place in setup.held if place < kept.z.size)
        if not held:
            return recipe
        z = np.array(recipe.z)
        z[held] = kept.z[held]
        return with_noise(recipe, z)

    def _with_other_noise(self, recipe: Recipe) -> Recipe:
        seed = secrets.randbits(SEED_BITS)
        z = normals(seed, recipe.z.size)
        held = sorted(place for place in self.setup.held if place < z.size)
        if not held:
            return replace(recipe, z=z, seed=seed)
        z[held] = recipe.z[held]
        return with_noise(recipe, z)

    def _put(self, setup: Setup) -> None:
        before, self.setup = self.setup, setup
        differing = {
            part.name
            for part in fields(Setup)
            if part.compare
            and getattr(before, part.name) is not getattr(setup, part.name)
            and getattr(before, part.name) != getattr(setup, part.name)
        }
        if "character" in differing:
            if not _is_same(before.character, setup.character):
                self.previous = before.character
            self.character_changed.emit()
        if differing & {"pinned", "strengths", "truncation"}:
            self.pins_changed.emit()
        if "locked" in differing:
            self.lock_changed.emit(setup.locked)
        if "held" in differing:
            self.held_changed.emit()
        if "law" in differing:
            self.law_changed.emit()

    def _back_to(self, setup: Setup) -> Undo:
        def go_back() -> Undo:
            now = self.setup
            self.went_back.emit()
            character = setup.character and self.look_up(setup.character)
            self._put(self.suit(replace(setup, character=character)))
            self.came_back.emit()
            return self._back_to(now)

        return go_back


def _itself(character: Character) -> Character:
    return character


def _as_it_is(setup: Setup) -> Setup:
    return setup


def _is_same(one: Character | None, other: Character | None) -> bool:
    """Tells whether two are one character, such as before and after it came into the gallery."""
    return one is not None and other is not None and one.recipe is other.recipe
