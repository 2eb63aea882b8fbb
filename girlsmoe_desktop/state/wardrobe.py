"""Puts options on the character on the stage: to wear, to try on, and as small pictures of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from girlsmoe_desktop.core.recipe import with_option
from girlsmoe_desktop.state.studio import PORTION

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from girlsmoe_desktop.core.character import Character
    from girlsmoe_desktop.core.recipe import Recipe
    from girlsmoe_desktop.state.studio import Handle, Runner, Studio

Look = tuple[str, str]


class Wardrobe(QObject):
    """Dresses the character on the stage; the noise, and so the face, stays.

    Whoever is dressed is new: like a blend, they are in the gallery only once they are kept.

    Signals:
        tried: Somebody to look at for now, or None: the one on the stage again.
        fitted: A control, an option, and the character on the stage with it.
        cleared: Somebody else is on the stage: what was fitted is out of date.
    """

    tried = Signal(object)
    fitted = Signal(str, str, object)
    cleared = Signal()

    def __init__(self, studio: Studio, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._runner = runner
        self._fitted: dict[Look, Character] = {}
        self._wanted: Recipe | None = None
        self._trying: Look | None = None
        self._dressing: Handle | None = None
        self._fitting: Handle | None = None
        studio.session.character_changed.connect(self._start_anew)

    def wear(self, control_id: str, option_id: str) -> None:
        """Puts an option on the character on the stage."""
        recipe = self._with((control_id, option_id))
        if recipe is None:
            return
        self.try_on(control_id, None)
        ready = self._fitted.get((control_id, option_id)) if self._wanted is None else None
        if ready is not None:
            self._studio.session.show(ready)
            return
        # What is chosen next goes on top of this, though it is not painted yet.
        self._wanted = recipe
        self._dressing = self._paint(
            self._dressing, [recipe], lambda painted: self._studio.session.show(painted[0])
        )

    def try_on(self, control_id: str, option_id: str | None) -> None:
        """Shows the character with an option for now; None ends it."""
        self._trying = None if option_id is None else (control_id, option_id)
        if self._trying is None:
            self.tried.emit(None)
        elif self._trying in self._fitted:
            self.tried.emit(self._fitted[self._trying])

    def fit(self, control_id: str) -> None:
        """Paints the character with every option of a control, those that are missing."""
        control = self._studio.manifest.control(control_id) if self._studio.manifest else None
        looks = [(control_id, option) for option in control.option_ids] if control else []
        looks = [look for look in looks if look not in self._fitted]
        recipes = [recipe for recipe in map(self._with, looks) if recipe is not None]
        if recipes:
            left = iter(looks)

            def take(painted: list[Character]) -> None:
                for character in painted:
                    self._take(next(left), character)

            self._fitting = self._paint(self._fitting, recipes, take)

    def _with(self, look: Look) -> Recipe | None:
        """Returns the recipe of who is on the stage, or will be soon, with a look."""
        character, manifest = self._studio.session.character, self._studio.manifest
        if character is None or manifest is None:
            return None
        if character.recipe.model_sha256 != manifest.sha256:
            return None
        control_id, option_id = look
        base = self._wanted or character.recipe
        return with_option(base, manifest.control(control_id), option_id)

    def _paint(
        self,
        before: Handle | None,
        recipes: Sequence[Recipe],
        take: Callable[[list[Character]], None],
    ) -> Handle:
        """Paints in portions, in place of what was under way before."""
        if before is not None:
            before.cancel()

        def work(handle: Handle) -> None:
            for start in range(0, len(recipes), PORTION):
                if handle.cancelled:
                    return
                handle.report(self._studio.paint_all(list(recipes[start : start + PORTION])))

        return self._runner.run(self, work, lambda _: None, self._studio.tell, take)

    def _take(self, look: Look, character: Character) -> None:
        self._fitted[look] = character
        self.fitted.emit(*look, character)
        if look == self._trying:
            self.tried.emit(character)

    def _start_anew(self) -> None:
        for work in (self._dressing, self._fitting):
            if work is not None:
                work.cancel()
        self._dressing = self._fitting = self._wanted = self._trying = None
        self._fitted.clear()
        self.cleared.emit()
