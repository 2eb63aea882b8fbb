"""All keys in one list, made from the actions themselves, so that it is never out of date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from girlsmoe_desktop.views.buttons import TextButton
from girlsmoe_desktop.views.surfaces import DIALOG_INSET_PX, label, scrolled

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenuBar

SIZE_PX = (460, 600)
_COLON = re.compile(r":\s|：")


class _Row(QWidget):
    """One thing that can be done, and its keys."""

    def __init__(self, deed: str, keys: str) -> None:
        super().__init__()
        self.words = f"{deed} {keys}".casefold()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 12, 2)
        row.addWidget(label(deed), 3)
        told = label(keys, "strong", quiet=True)
        told.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(told, 2)
        self.setAccessibleName(f"{deed}: {keys}")


class ShortcutsDialog(QDialog):
    """Lists what menus can do with their keys, then the keys of single places.

    Attributes:
        search: Leaves only what holds its words.
    """

    def __init__(self, bar: QMenuBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.resize(*SIZE_PX)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search: undo, noise …"))
        self.search.setAccessibleName(self.tr("Search the shortcuts"))
        self._groups: list[tuple[QWidget, list[_Row]]] = []
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for menu in bar.actions():
            self._add_group(_plain(menu.text()), self._rows_of(menu))
        for place, rows in self._keys_of_places():
            self._add_group(place, rows)
        self._column.addStretch(1)
        close = TextButton(self.tr("Close"))
        close.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(4 * [DIALOG_INSET_PX]))
        layout.setSpacing(10)
        layout.addWidget(self.search)
        layout.addWidget(scrolled(content), 1)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.search.textChanged.connect(self._filter)

    @property
    def shown(self) -> list[str]:
        """What is listed now, as one line each."""
        rows = (row for _, group in self._groups for row in group)
        return [row.accessibleName() for row in rows if row.isVisibleTo(self)]

    def _rows_of(self, menu: QAction) -> list[tuple[str, str]]:
        inside = menu.menu()
        actions = inside.actions() if isinstance(inside, QMenu) else []
        # Without what would be undone now.
        names = ((_COLON.split(_plain(action.text()))[0], _keys(action)) for action in actions)
        return [(name, keys) for name, keys in names if keys]

    def _keys_of_places(self) -> list[tuple[str, list[tuple[str, str]]]]:
        arrows = self.tr("arrow keys")
        noise = [
            (self.tr("Go along the noise, change it"), arrows),
            (self.tr("Hold a part of it"), self.tr("Space, or drag with the pin")),
            (self.tr("Reset a part of it"), self.tr("Delete, or the right button")),
            (self.tr("Smooth it"), self.tr("Shift and drag")),
        ]
        strengths = [
            (self.tr("Change a strength"), arrows),
            (self.tr("Back to the middle"), self.tr("double click")),
        ]
        gallery = [
            (self.tr("Choose somebody"), arrows),
            (self.tr("Mark several"), self.tr("Shift or Ctrl and a click")),
            (
                self.tr("Mark everybody"),
                QKeySequence(QKeySequence.StandardKey.SelectAll).toString(),
            ),
            (self.tr("Take away into another program"), self.tr("drag")),
        ]
        enlarging = [
            (self.tr("Move the divider or the lens"), arrows),
            (self.tr("Look at another part"), self.tr("Shift and arrow keys, or drag")),
            (self.tr("Take pictures off the list"), self.tr("Delete")),
        ]
        return [
            (self.tr("Noise"), noise),
            (self.tr("Strengths"), strengths),
            (self.tr("Gallery"), gallery),
            (self.tr("Enlarge"), enlarging),
        ]

    def _add_group(self, name: str, rows: list[tuple[str, str]]) -> None:
        if not rows:
            return
        heading = label(name, "strong", quiet=True)
        heading.setContentsMargins(0, 12, 0, 4)
        self._column.addWidget(heading)
        made = [_Row(*row) for row in rows]
        for row in made:
            self._column.addWidget(row)
        self._groups.append((heading, made))

    def _filter(self, text: str) -> None:
        wanted = text.casefold().split()
        for heading, rows in self._groups:
            for row in rows:
                row.setVisible(all(word in row.words for word in wanted))
            heading.setVisible(any(row.isVisibleTo(self) for row in rows))


def _plain(text: str) -> str:
    """Returns the words of a menu without the marks of their keys, and without an ellipsis."""
    # Where words have no letters of a keyboard, the key stands behind them: 開く(&O).
    text = re.sub(r"\(&\w\)", "", text)
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip(" …")


def _keys(action: QAction) -> str:
    """Returns the first keys of an action: others are those of rare keyboards."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
