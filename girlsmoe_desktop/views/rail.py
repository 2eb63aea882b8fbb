"""The rail at the left edge: the places of the window."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from girlsmoe_desktop.views import icons, pictures, theme
from girlsmoe_desktop.views.buttons import RailButton, mark_tab_stop, tab_to_the_checked
from girlsmoe_desktop.views.surfaces import Surface

WIDTH_PX = 72


class _Mark(QWidget):
    """The program's mark."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(WIDTH_PX, 52)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paints a face on a rounded square."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        square = QRectF((WIDTH_PX - 36) / 2, 8, 36, 36)
        painter.fillPath(pictures.rounded(square, 10), theme.color("accent"))
        face = square.adjusted(7, 7, -7, -7)
        icons.paint(painter, face, "mark", theme.color("on_accent"))


class Rail(Surface):
    """Buttons for the places, one chosen at a time.

    Attributes:
        places: The buttons, by the number of the place.

    Signals:
        chosen: Emitted with the number of the place.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", "right", parent)
        self.setFixedWidth(WIDTH_PX)
        self.places: list[RailButton] = []
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout()
        self._column.setSpacing(2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 12)
        layout.setSpacing(2)
        layout.addWidget(_Mark())
        layout.addSpacing(4)
        layout.addLayout(self._column)
        layout.addStretch(1)
        tab_to_the_checked(self._group)

    def add(self, name: str, icon_name: str) -> None:
        """Adds a place below the others."""
        button, number = RailButton(name, icon_name), len(self.places)
        button.setFixedHeight(60)
        button.clicked.connect(lambda: self.chosen.emit(number))
        self.places.append(button)
        self._column.addWidget(button)
        self._group.addButton(button)
        mark_tab_stop(self._group)

    def show_place(self, number: int) -> None:
        """Marks a place as the one that is shown."""
        self.places[number].setChecked(True)
