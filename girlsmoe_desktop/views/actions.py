"""Everything that menus and shortcuts can do, in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu, QMenuBar

Shortcut = QKeySequence.StandardKey | str | None


class Actions(QObject):
    """The actions of the window. What they do is connected by the window."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        key = QKeySequence.StandardKey
        self.open = self._action(self.tr("&Open …"), key.Open)
        self.save = self._action(self.tr("&Save picture …"), key.Save)
        self.quit = self._action(self.tr("&Quit"), key.Quit, QAction.MenuRole.QuitRole)
        self.undo = self._action(self.tr("&Undo moving to the trash"), key.Undo)
        self.copy = self._action(self.tr("&Copy picture"), key.Copy)
        self.find = self._action(self.tr("&Find"), key.Find)
        self.star = self._action(self.tr("S&tar"), "Ctrl+D")
        self.trash = self._action(self.tr("&Move to the trash"), key.Delete)
        self.unpin = self._action(self.tr("Leave everything to &chance"), "Ctrl+R")
        self.generate = self._action(self.tr("&Generate"), "Ctrl+G")
        self.stop = self._action(self.tr("S&top"), key.Cancel)
        self.lock = self._action(self.tr("&Keep the noise"), "Ctrl+L")
        self.set_start = self._action(self.tr("Set as &A"), "Ctrl+Shift+A")
        self.set_end = self._action(self.tr("Set as &B"), "Ctrl+Shift+B")
        self.design = self._action(self.tr("&Design"), "Ctrl+1")
        self.blend = self._action(self.tr("&Blend"), "Ctrl+2")
        self.full_screen = self._action(self.tr("&Full screen"), key.FullScreen)
        self.about = self._action(
            self.tr("&About GirlsMoe Desktop"), None, QAction.MenuRole.AboutRole
        )
        self.about_qt = self._action(self.tr("About &Qt"), None, QAction.MenuRole.AboutQtRole)
        for checkable in (self.lock, self.design, self.blend, self.full_screen):
            checkable.setCheckable(True)
        places = QActionGroup(self)
        for place in (self.design, self.blend):
            places.addAction(place)

    @property
    def of_a_character(self) -> list[QAction]:
        """What needs a character on the stage; also the gallery's context menu."""
        return [self.set_start, self.set_end, self.copy, self.save, self.star, self.trash]

    def fill(self, bar: QMenuBar) -> None:
        """Fills the menu bar."""
        self._menu(bar, self.tr("&File"), [self.open, self.save, None, self.quit])
        tidying = [self.find, self.star, self.trash]
        edit = [self.undo, None, self.copy, None, *tidying, None, self.unpin]
        self._menu(bar, self.tr("&Edit"), edit)
        character = [self.generate, self.stop, None, self.lock, None, self.set_start, self.set_end]
        self._menu(bar, self.tr("&Character"), character)
        self._menu(bar, self.tr("&View"), [self.design, self.blend, None, self.full_screen])
        self._menu(bar, self.tr("&Help"), [self.about, self.about_qt])

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
