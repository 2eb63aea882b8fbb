"""What people change: options, strengths, noise, odds. Each change is a step to undo."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.latent import perturbed
from girlsmoe_desktop.core.recipe import (
    checked_strengths,
    checked_truncation,
    with_noise,
    with_strengths,
    with_truncation,
)
from girlsmoe_desktop.state import words
from girlsmoe_desktop.state.session import SEED_BITS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from girlsmoe_desktop.core.character import Character
    from girlsmoe_desktop.core.controls import Control
    from girlsmoe_desktop.core.law import Law
    from girlsmoe_desktop.state.studio import Studio
    from girlsmoe_desktop.state.wardrobe import Wardrobe


class Designer(QObject):
    """Notes in the session what is wanted, and has the wardrobe put it on who is on the stage.

    A `key` is the same for all changes of one drag, which are one step.
    """

    def __init__(self, studio: Studio, wardrobe: Wardrobe, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._session = studio.session
        self._wardrobe = wardrobe

    def choose(self, control_id: str, option_id: str | None) -> None:
        """Pins a control to an option, or to chance (None), and puts the option on."""
        manifest = self._studio.manifest
        if manifest is None:
            return
        self._session.step(_chosen(control_id, option_id))
        self._session.set_strengths(dict.fromkeys(manifest.control(control_id).labels))
        self._session.pin(control_id, option_id)
        if option_id is not None:
            self._wardrobe.wear(control_id, option_id)

    def adjust(self, label: str, strength: float | None, key: object = None) -> None:
        """Pins the strength of a label and puts it on; None leaves it to its control again.

        Args:
            label: Of the model.
            strength: 0 is off, 1 is on; between and beyond are mixtures and exaggerations.
            key: Of a drag.
        """
        manifest = self._studio.manifest
        if manifest is None:
            return
        wanted = {} if strength is None else {label: strength}
        try:
            checked_strengths(manifest, wanted)
        except UserError as error:
            self._studio.tell(error)
            return
        self._session.step(self.tr("Strength: {0}").format(words.label_name(label)), key)
        self._session.set_strengths({label: strength})
        if wanted:
            self._wardrobe.dress(lambda recipe: with_strengths(recipe, wanted))

    def truncate(self, truncation: float | None, key: object = None) -> None:
        """Sets the truncation, for who is on the stage too; None goes back to the model's own.

        Args:
            truncation: 0 to 2, as of a recipe.
            key: Of a drag.
        """
        manifest = self._studio.manifest
        if manifest is None:
            return
        try:
            own = checked_truncation(manifest.truncation if truncation is None else truncation)
        except UserError as error:
            self._studio.tell(error)
            return
        self._session.step(self.tr("Variety"), key)
        self._session.set_truncation(None if truncation is None else own)
        self._wardrobe.dress(lambda recipe: with_truncation(recipe, own))

    def leave_to_chance(self) -> None:
        """Leaves every control to chance."""
        self._session.step(self.tr("Leave everything to chance"))
        self._session.unpin_all()

    def freeze(self, control_ids: Iterable[str] | None = None) -> None:
        """Pins what the character on the stage shows: of some controls, or of all (None)."""
        character, manifest = self._session.character, self._studio.manifest
        if character is None or manifest is None or self._wardrobe.base is None:
            return
        self._session.step(self.tr("Freeze what is shown"))
        wanted = None if control_ids is None else set(control_ids)
        for control in manifest.controls:
            if wanted is None or control.id in wanted:
                self._freeze(character, control)

    def lock(self, locked: bool) -> None:
        """Keeps the noise for the next characters, or lets it vary."""
        if locked != self._session.locked:
            self._session.step(self.tr("Keep the noise") if locked else self.tr("Free the noise"))
            self._session.set_locked(locked)

    def hold(self, components: Iterable[int], key: object = None) -> None:
        """Keeps just these components of the noise, whatever is done to it."""
        self._session.step(self.tr("Hold a part of the noise"), key)
        self._session.hold(components)

    def paint_noise(self, z: NDArray[np.float32], key: object = None) -> None:
        """Gives the character on the stage other noise, shape (z_dim,)."""
        if self._wardrobe.base is not None:
            self._session.step(self.tr("Paint the noise"), key)
            self._wardrobe.dress(lambda recipe: with_noise(recipe, z))

    def perturb(self, amount: float) -> None:
        """Turns the noise towards fresh noise by an amount, 0..1; what is held stays."""
        base = self._wardrobe.base
        if base is None or self._is_locked():
            return
        self._session.step(self.tr("Vary the noise"))
        z = perturbed(base.z, amount, secrets.randbits(SEED_BITS), self._held(base.z.size))
        self._wardrobe.dress(lambda recipe: with_noise(recipe, z))

    def take_noise(self, giver: Character) -> None:
        """Takes the noise of somebody else, except for what is held."""
        base = self._wardrobe.base
        if base is None or self._is_locked():
            return
        if giver.recipe.z.shape != base.z.shape:
            words_ = self.tr("Their noise is of another kind: choose a character of this model.")
            self._studio.failed.emit(words_)
            return
        z = np.array(giver.recipe.z)
        held = self._held(z.size)
        z[held] = base.z[held]
        self._session.step(self.tr("Take the noise of another"))
        self._wardrobe.dress(lambda recipe: with_noise(recipe, z))

    def set_law(self, law: Law | None, key: object = None) -> None:
        """Sets the odds of what is left to chance; None for the model's own."""
        self._session.step(self.tr("Odds"), key)
        self._session.set_law(law)

    def _is_locked(self) -> bool:
        """Returns whether the noise is kept as it is; if so, it is said."""
        if self._session.locked:
            self._studio.noticed.emit(self.tr("The noise is kept: open its lock to change it."))
        return self._session.locked

    def _held(self, z_dim: int) -> list[int]:
        return sorted(place for place in self._session.setup.held if place < z_dim)

    def _freeze(self, character: Character, control: Control) -> None:
        option = character.looks.get(control.id)
        if option is not None:
            self._session.set_strengths(dict.fromkeys(control.labels))
            self._session.pin(control.id, option)
        else:
            known = character.recipe.strengths
            self._session.set_strengths({label: known[label] for label in control.labels})


def _chosen(control_id: str, option_id: str | None) -> str:
    """Returns the words for a choice, such as "Hair colour: Silver"."""
    chosen = words.random() if option_id is None else words.option_name(control_id, option_id)
    return f"{words.name(control_id)}: {chosen}"
