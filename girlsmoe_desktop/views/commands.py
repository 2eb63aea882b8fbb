"""What the window's menus, shortcuts and buttons do, and when it can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from girlsmoe_desktop.core.character import UNNUMBERED
from girlsmoe_desktop.store.gallery import Place
from girlsmoe_desktop.views.places import BLEND, ENLARGE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from girlsmoe_desktop.core.character import Character
    from girlsmoe_desktop.views.main_window import MainWindow


class Commands(QObject):
    """Connects the actions of a window with its parts."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._actions, self._studio = window, window.actions_, window.studio
        self._connect()
        self.enable()

    def enable(self) -> None:
        """Lets be chosen what can be done now."""
        act, studio, window = self._actions, self._studio, self._window
        has_model, has_character = (
            studio.generator is not None,
            studio.session.character is not None and window.shows_character,
        )
        for action in (act.open, act.paste, act.verify, act.odds):
            action.setEnabled(has_model)
        act.generate.setEnabled(has_model and not studio.is_busy)
        act.stop.setEnabled(studio.is_busy)
        act.enlarged.setEnabled(window.enlarger.upscaler is not None)
        act.unpin.setEnabled(bool(studio.session.pinned or studio.session.strengths))
        for action in (
            *act.of_a_character,
            act.lock,
            act.freeze,
            act.perturb,
            act.export,
            act.sheet,
        ):
            action.setEnabled(has_character)
        on_stage = studio.session.character
        is_kept = has_character and on_stage is not None and on_stage.number != UNNUMBERED
        act.star.setEnabled(is_kept)
        act.collect.setEnabled(is_kept)
        act.trash.setEnabled(is_kept and window.tidying.place is not Place.TRASH)
        window.stage.show_star(on_stage is not None and studio.gallery.is_starred(on_stage.number))

    def _connect(self) -> None:
        window, act = self._window, self._actions
        session, desk, stage = self._studio.session, window.desk, window.stage
        act.open.triggered.connect(desk.open)
        act.save.triggered.connect(lambda: desk.save(self._marked()))
        act.verify.triggered.connect(desk.verify)
        act.export.triggered.connect(lambda: self._with_stage(desk.export_options))
        act.copy_recipe.triggered.connect(lambda: self._with_stage(desk.copy_recipe))
        act.copy_code.triggered.connect(lambda: self._with_stage(desk.copy_code))
        act.copy_words.triggered.connect(lambda: self._with_stage(desk.copy_words))
        act.paste.triggered.connect(desk.paste)
        act.quit.triggered.connect(window.close)
        act.undo.triggered.connect(session.history.undo)
        act.redo.triggered.connect(session.history.redo)
        session.history.changed.connect(lambda: act.show_history(session.history))
        act.show_history(session.history)
        act.freeze.triggered.connect(lambda: window.designer.freeze())
        act.perturb.triggered.connect(stage.noise.perturb)
        act.copy.triggered.connect(lambda: self._with_stage(desk.copy))
        act.find.triggered.connect(self._find)
        act.star.triggered.connect(self._star)
        act.trash.triggered.connect(window.gallery.trash_chosen)
        act.unpin.triggered.connect(window.designer.leave_to_chance)
        act.generate.triggered.connect(
            lambda: self._studio.generate(window.design.generate.count.count)
        )
        act.stop.triggered.connect(self._studio.stop)
        act.lock.triggered.connect(window.designer.lock)
        act.set_start.triggered.connect(self._set_start)
        act.set_end.triggered.connect(self._set_end)
        act.full_screen.triggered.connect(window.set_full_screen)
        rooms = window.rooms
        rooms.film_wanted.connect(lambda: desk.export_film(self._studio.blend, rooms.filming))
        rooms.filmed.connect(self._tell_film)
        window.design.odds.clicked.connect(self._show_odds)
        act.odds.triggered.connect(self._show_odds)
        act.enlarged.setChecked(window.enlarger.is_on)
        act.enlarged.triggered.connect(window.enlarger.set_on)
        window.enlarger.changed.connect(self.enable)
        act.compare.triggered.connect(self._compare)
        act.shortcuts.triggered.connect(self._show_shortcuts)
        act.enlarge.triggered.connect(lambda: window.go_to(ENLARGE))
        act.sheet.triggered.connect(lambda: self._with_stage(desk.make_sheet))
        for name, action in act.themes.items():
            action.setChecked(name == window.settings.theme)
            action.triggered.connect(lambda _=False, name=name: window.set_theme(name))
        for name, action in act.languages.items():
            action.setChecked(name == window.settings.language)
            action.triggered.connect(lambda _=False, name=name: window.set_language(name))
        for name, action in act.motions.items():
            action.setChecked(name == window.settings.motion)
            action.triggered.connect(lambda _=False, name=name: window.set_motion(name))
        act.about.triggered.connect(self._show_about)
        act.about_qt.triggered.connect(QApplication.aboutQt)
        stage.keep.clicked.connect(self._keep)
        stage.star.clicked.connect(self._star)
        stage.copy.clicked.connect(act.copy.trigger)
        stage.save.clicked.connect(act.save.trigger)
        stage.portrait.dragged.connect(lambda: self._with_stage(self._drag_portrait))
        window.gallery.view.dragged.connect(self._drag_marked)
        for signal in (
            self._studio.model_opened,
            self._studio.busy_changed,
            session.character_changed,
            session.pins_changed,
            window.tidying.changed,
            self._studio.gallery.found,
        ):
            signal.connect(self.enable)
        session.lock_changed.connect(act.lock.setChecked)

    def _star(self) -> None:
        """Gives a star to those who are chosen, or takes it."""
        chosen = self.chosen()
        if chosen:
            self._window.tidying.star(chosen)

    def _find(self) -> None:
        """Goes to the search field of the gallery."""
        self._window.gallery.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._window.gallery.search.selectAll()

    def _tell_film(self, path: Path) -> None:
        self._window.stage.banner.show_notice(self.tr("Saved as {0}").format(path))

    # Dialogs are loaded when they are asked for: the window does not wait for them.

    def _show_about(self) -> None:
        from girlsmoe_desktop.views.about import show_about

        show_about(self._window, self._studio.manifest)

    def _show_shortcuts(self) -> None:
        from girlsmoe_desktop.views.shortcuts_dialog import ShortcutsDialog

        dialog = ShortcutsDialog(self._window.menuBar(), self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _show_odds(self) -> None:
        from girlsmoe_desktop.views.odds_dialog import OddsDialog

        manifest = self._studio.manifest
        if manifest is not None:
            window = self._window
            dialog = window.findChild(OddsDialog)
            if dialog is None:
                dialog = OddsDialog(manifest, self._studio.session, window.designer, window)
                # Not modal: the odds are tried while it is open. Another model has others.
                dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
                self._studio.model_opened.connect(dialog.close)
            dialog.show()
            dialog.raise_()
            dialog.activateWindow()

    def chosen(self) -> list[int]:
        """Returns who is marked in the gallery, or else who is on the stage, if in the gallery."""
        on_stage = self._studio.session.character
        if on_stage is None or on_stage.number == UNNUMBERED:
            return []
        return self._window.gallery.chosen() or [on_stage.number]

    def _marked(self) -> list[Character]:
        """Returns who is marked in the gallery if that is more than one, or who is on the stage."""
        on_stage = self._studio.session.character
        numbers = self._window.gallery.chosen()
        if len(numbers) > 1:
            return self._studio.gallery.of_numbers(numbers)
        return [on_stage] if on_stage is not None else []

    def _compare(self) -> None:
        """Shows two who are marked side by side, or who is on the stage and who was before."""
        numbers = sorted(self._window.gallery.chosen())
        if len(numbers) > 1:
            pair = self._studio.gallery.of_numbers(numbers[:2])
        else:
            session = self._studio.session
            pair = [one for one in (session.previous, session.character) if one is not None]
        if len(pair) < 2:
            words = self.tr(
                "Mark two characters in the gallery (Ctrl and a click) to compare them."
            )
            self._window.stage.banner.show_notice(words)
            return
        from girlsmoe_desktop.views.compare_dialog import CompareDialog

        dialog = CompareDialog(pair[0], pair[1], self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _with_stage(self, act: Callable[[Character], None]) -> None:
        """Does something with the character on the stage, if there is one."""
        if self._studio.session.character is not None:
            act(self._studio.session.character)

    def _drag_portrait(self, character: Character) -> None:
        self._window.desk.drag(self._window.stage.portrait, [character])

    def _drag_marked(self) -> None:
        numbers = self._window.gallery.chosen()
        self._window.desk.drag(self._window.gallery.view, self._studio.gallery.of_numbers(numbers))

    def _keep(self) -> None:
        character = self._studio.session.character
        if character is not None:
            self._studio.keep(character)

    def _set_start(self) -> None:
        self._window.go_to(BLEND)
        self._window.rooms.blend.take_start()

    def _set_end(self) -> None:
        self._window.go_to(BLEND)
        self._window.rooms.blend.take_end()
