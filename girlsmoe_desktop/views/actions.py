"""Everything that menus and shortcuts can do, in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from girlsmoe_desktop.state.languages import LANGUAGES, SYSTEM

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu, QMenuBar

    from girlsmoe_desktop.state.history import History

Shortcut = QKeySequence.StandardKey | str | None


class Actions(QObject):
    """The actions of the window. What they do is connected by the window.

    Attributes:
        places: What goes to each place, by its number.
        themes: What chooses the colours, by the names that settings know.
        languages: What chooses the language, likewise.
        motions: What chooses whether things move, likewise.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        key = QKeySequence.StandardKey
        self.open = self._action(self.tr("&Open …"), key.Open)
        self.save = self._action(self.tr("&Save picture …"), key.Save)
        self.verify = self._action(self.tr("&Verify a picture …"), None)
        self.export = self._action(self.tr("E&xport for make.girls.moe …"), None)
        self.quit = self._action(self.tr("&Quit"), key.Quit, QAction.MenuRole.QuitRole)
        self.undo = self._action(self.tr("&Undo"), key.Undo)
        self.redo = self._action(self.tr("&Redo"), key.Redo)
        self.copy = self._action(self.tr("&Copy picture"), key.Copy)
        self.copy_recipe = self._action(self.tr("Copy rec&ipe"), "Ctrl+Shift+C")
        self.copy_code = self._action(self.tr("Copy s&hare code"), None)
        self.copy_words = self._action(self.tr("Copy &description"), None)
        self.paste = self._action(self.tr("&Paste"), key.Paste)
        self.find = self._action(self.tr("&Find"), key.Find)
        self.star = self._action(self.tr("S&tar"), "Ctrl+D")
        self.collect = self._action(self.tr("Put into a co&llection"), None)
        self.trash = self._action(self.tr("&Move to the trash"), key.Delete)
        self.unpin = self._action(self.tr("Leave &everything to chance"), "Ctrl+R")
        self.freeze = self._action(self.tr("Free&ze what is shown"), "Ctrl+E")
        self.odds = self._action(self.tr("&Odds …"), None)
        self.perturb = self._action(self.tr("&Vary the noise"), "Ctrl+P")
        self.compare = self._action(self.tr("Co&mpare …"), "Ctrl+K")
        self.sheet = self._action(self.tr("Character s&heet …"), "Ctrl+T")
        self.enlarge = self._action(self.tr("E&nlarge …"), "Ctrl+Shift+E")
        self.generate = self._action(self.tr("&Generate"), "Ctrl+G")
        self.stop = self._action(self.tr("S&top"), key.Cancel)
        self.lock = self._action(self.tr("&Keep the noise"), "Ctrl+L")
        self.set_start = self._action(self.tr("Set as &A"), "Ctrl+Shift+A")
        self.set_end = self._action(self.tr("Set as &B"), "Ctrl+Shift+B")
        self.enlarged = self._action(self.tr("&Enlarge the portrait"), "Ctrl+U")
        self.full_screen = self._action(self.tr("&Full screen"), key.FullScreen)
        self.shortcuts = self._action(self.tr("&Keyboard shortcuts"), key.HelpContents)
        self.themes = self._themes()
        self.languages = self._languages()
        self.motions = self._motions()
        self.about = self._action(
            self.tr("&About GirlsMoe Desktop"), None, QAction.MenuRole.AboutRole
        )
        self.about_qt = self._action(self.tr("About &Qt"), None, QAction.MenuRole.AboutQtRole)
        for checkable in (self.lock, self.enlarged, self.full_screen):
            checkable.setCheckable(True)
        self.places: list[QAction] = []
        self._group = QActionGroup(self)

    @property
    def of_a_character(self) -> list[QAction]:
        """What needs a character on the stage; also the gallery's context menu."""
        texts = [self.copy_recipe, self.copy_code, self.copy_words]
        looking = [self.set_start, self.set_end, self.compare]
        keeping = [self.star, self.collect, self.trash]
        return [*looking, self.copy, *texts, self.save, self.enlarge, *keeping]

    def add_place(self, name: str) -> QAction:
        """Adds a place to go to; to be called before `fill`."""
        action = self._action(name, f"Ctrl+{len(self.places) + 1}")
        action.setCheckable(True)
        self._group.addAction(action)
        self.places.append(action)
        return action

    def _themes(self) -> dict[str, QAction]:
        """Returns the actions that choose the colours, by the names that settings know."""
        named = {
            "system": self._action(self.tr("Colours of the &system"), None),
            "light": self._action(self.tr("&Light"), None),
            "dark": self._action(self.tr("&Dark"), None),
        }
        self._make_exclusive(list(named.values()))
        return named

    def _languages(self) -> dict[str, QAction]:
        """Returns the actions that choose the language, each named by its own speakers."""
        named = {SYSTEM: self._action(self.tr("Language of the &system"), None)}
        named |= {id_: self._action(name, None) for id_, name in LANGUAGES.items()}
        self._make_exclusive(list(named.values()))
        return named

    def _motions(self) -> dict[str, QAction]:
        """Returns the actions that choose whether things move, by the names that settings know."""
        named = {
            "system": self._action(self.tr("As the &system has it"), None),
            "on": self._action(self.tr("&On"), None),
            "off": self._action(self.tr("O&ff"), None),
        }
        self._make_exclusive(list(named.values()))
        return named

    def _make_exclusive(self, actions: list[QAction]) -> None:
        group = QActionGroup(self)
        for action in actions:
            action.setCheckable(True)
            group.addAction(action)

    def show_history(self, history: History) -> None:
        """Says in the menu what can be undone and done again."""
        undo, redo = history.undo_text, history.redo_text
        self.undo.setEnabled(bool(undo))
        self.redo.setEnabled(bool(redo))
        self.undo.setText(self.tr("&Undo: {0}").format(undo) if undo else self.tr("&Undo"))
        self.redo.setText(self.tr("&Redo: {0}").format(redo) if redo else self.tr("&Redo"))

    def fill(self, bar: QMenuBar) -> None:
        """Fills the menu bar."""
        opening = [self.open, self.save, self.verify]
        self._menu(bar, self.tr("&File"), [*opening, None, self.export, None, self.quit])
        tidying = [self.find, self.star, self.collect, self.trash]
        copying = [self.copy, self.copy_recipe, self.copy_code, self.copy_words, self.paste]
        history, setup = [self.undo, self.redo], [self.unpin, self.freeze]
        edit = [*history, None, *copying, None, *tidying, None, *setup]
        self._menu(bar, self.tr("&Edit"), edit)
        noise, ends = [self.lock, self.perturb, self.odds], [self.set_start, self.set_end]
        character = [
            self.generate,
            self.stop,
            None,
            *noise,
            None,
            *ends,
            self.compare,
            None,
            self.sheet,
            self.enlarge,
        ]
        self._menu(bar, self.tr("&Character"), character)
        view = [
            *self.places,
            None,
            self.enlarged,
            None,
            *self.themes.values(),
            None,
            self.full_screen,
        ]
        viewing = self._menu(bar, self.tr("&View"), view)
        moving = viewing.addMenu(self.tr("&Motion"))
        moving.addActions(list(self.motions.values()))
        speaking = viewing.addMenu(self.tr("Lan&guage"))
        speaking.addActions(list(self.languages.values()))
        self._menu(bar, self.tr("&Help"), [self.shortcuts, None, self.about, self.about_qt])

    def _action(
        self,
        text: str,
        shortcut: Shortcut,
        role: QAction.MenuRole = QAction.MenuRole.NoRole,
    ) -> QAction:
        action = QAction(text, self)
        action.setMenuRole(role)
        if isinstance(shortcut, QKeySequence.StandardKey):
            action.setShortcuts(shortcut)
        elif shortcut is not None:
            action.setShortcut(QKeySequence(shortcut))
        return action

    def _menu(self, bar: QMenuBar, title: str, actions: list[QAction | None]) -> QMenu:
        menu = bar.addMenu(title)
        for action in actions:
            if action is None:
                menu.addSeparator()
            else:
                menu.addAction(action)
        return menu
