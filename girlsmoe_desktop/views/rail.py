"""The rail at the left edge: the places of the window."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from girlsmoe_desktop.views import icons, pictures, theme
from girlsmoe_desktop.views.buttons import RailButton, tab_to_the_checked
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
        design, blend: The places.

    Signals:
        chosen: Emitted with the number of the place.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", "right", parent)
        self.setFixedWidth(WIDTH_PX)
        self.design = RailButton(self.tr("Design"), "create")
        self.blend = RailButton(self.tr("Blend"), "blend")
        self._places = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 12)
        layout.setSpacing(2)
        layout.addWidget(_Mark())
        layout.addSpacing(4)
        for place, button in enumerate((self.design, self.blend)):
            button.setFixedHeight(60)
            layout.addWidget(button)
            self._places.addButton(button)
            button.clicked.connect(lambda _checked, place=place: self.chosen.emit(place))
        layout.addStretch(1)
        self.design.setChecked(True)
        tab_to_the_checked(self._places)
