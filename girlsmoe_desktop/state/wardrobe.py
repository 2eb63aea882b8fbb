"""Dresses the character on the stage, for good or to try; and paints small pictures of options."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from girlsmoe_desktop.core.character import descended
from girlsmoe_desktop.core.recipe import with_option
from girlsmoe_desktop.jobs.latest_wins import LatestWins
from girlsmoe_desktop.state.studio import PORTION

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from girlsmoe_desktop.core.character import Character
    from girlsmoe_desktop.core.recipe import Recipe
    from girlsmoe_desktop.jobs.task import Task, Tasks
    from girlsmoe_desktop.state.studio import Studio

Look = tuple[str, str]


class Wardrobe(QObject):
    """Dresses the character on the stage.

    Whoever is dressed is new: like a blend, they are in the gallery only once they are kept.

    Signals:
        tried: Somebody to look at for now, or None: the one on the stage again.
        fitted: A control, an option, and the character on the stage with it.
        cleared: Somebody else is on the stage: what was fitted is out of date.
    """

    tried = Signal(object)
    fitted = Signal(str, str, object)
    cleared = Signal()

    def __init__(self, studio: Studio, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._session = studio.session
        self._tasks = tasks
        self._fitted: dict[Look, Character] = {}
        self._trying: Look | None = None
        self._fitting: Task | None = None
        self._dressing: LatestWins[Character] = LatestWins(tasks, self, self._show, studio.tell)
        self._shows = False
        studio.session.character_changed.connect(self._start_anew)
        studio.session.went_back.connect(self._dressing.drop)
        studio.session.came_back.connect(self._go_on)
        studio.model_opened.connect(self._start_anew)

    @property
    def base(self) -> Recipe | None:
        """The recipe of who is on the stage, or will be soon; None if it can't be changed."""
        character, manifest = self._session.character, self._studio.manifest
        if character is None or manifest is None:
            return None
        if character.recipe.model_sha256 != manifest.sha256:
            return None
        return self._session.setup.wanted or character.recipe

    def dress(self, change: Callable[[Recipe], Recipe]) -> None:
        """Changes the recipe of the character on the stage, and shows what comes of it."""
        base = self.base
        if base is not None:
            # What is chosen next goes on top of this, though it is not painted yet.
            self._session.want(change(base))
            self._go_on()

    def wear(self, control_id: str, option_id: str) -> None:
        """Puts an option on the character on the stage."""
        recipe = self._with((control_id, option_id))
        if recipe is None:
            return
        self.try_on(control_id, None)
        ready = self._fitted.get((control_id, option_id))
        if ready is not None and self._session.setup.wanted is None:
            self._show(ready)
        else:
            self.dress(lambda _: recipe)

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
        if not recipes:
            return
        left = iter(looks)

        def take(painted: list[Character]) -> None:
            for character in painted:
                self._take(next(left), character)

        if self._fitting is not None:
            self._fitting.cancel()
        self._fitting = self._paint(recipes, take)

    def _with(self, look: Look) -> Recipe | None:
        base, manifest = self.base, self._studio.manifest
        if base is None or manifest is None:
            return None
        return with_option(base, manifest.control(look[0]), look[1])

    def _go_on(self) -> None:
        """Has painted what is wanted, if anything is."""
        wanted = self._session.setup.wanted
        if wanted is not None and self.base is wanted:
            self._dressing.request(lambda: self._studio.paint(wanted))

    def _show(self, character: Character) -> None:
        base = self._session.character
        child = descended(character, base) if base else character
        self._shows = True
        if self._dressing.is_idle:
            self._session.show(child)
        else:
            self._session.show_meanwhile(child)
        self._shows = False

    def _paint(self, recipes: Sequence[Recipe], take: Callable[[list[Character]], None]) -> Task:
        def work(task: Task) -> None:
            for start in range(0, len(recipes), PORTION):
                if task.cancelled:
                    return
                task.report(self._studio.paint_all(list(recipes[start : start + PORTION])))

        return self._tasks.run(self, work, lambda _: None, self._studio.tell, take)

    def _is_still(self, look: Look, character: Character) -> bool:
        manifest = self._studio.manifest
        known = manifest is not None and look[0] in {c.id for c in manifest.controls}
        recipe = self._with(look) if known else None
        if recipe is None or recipe.model_sha256 != character.recipe.model_sha256:
            return False
        fitted = character.recipe
        return (
            recipe.z is fitted.z
            and recipe.strengths == fitted.strengths
            and recipe.truncation == fitted.truncation
        )

    def _take(self, look: Look, character: Character) -> None:
        self._fitted[look] = character
        self.fitted.emit(*look, character)
        if look == self._trying:
            self.tried.emit(character)

    def _start_anew(self) -> None:
        if self._fitting is not None:
            self._fitting.cancel()
        if not self._shows:
            # Somebody else is there: what was asked for was meant for the one before.
            self._dressing.drop()
        self._fitting = self._trying = None
        fitted, self._fitted = self._fitted, {}
        self.cleared.emit()
        # Whoever only took another of a control's options looks as before in all of them.
        for look, character in fitted.items():
            if self._is_still(look, character):
                self._take(look, character)
