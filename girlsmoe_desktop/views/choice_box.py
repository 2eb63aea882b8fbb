"""A drop-down in two lines: what is chosen, and what chance drew for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QIcon,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyledItemDelegate, QWidget

from girlsmoe_desktop.state import words
from girlsmoe_desktop.views import icons, theme
from girlsmoe_desktop.views.focus import FocusRing

if TYPE_CHECKING:
    from girlsmoe_desktop.core.controls import Control

HEIGHT_PX = 52
RADIUS_PX = 12.0


def option_icon(option: str | None) -> QIcon:
    """Returns a picture of an option: a patch of its colour, a hair style, or dice for chance."""
    if option in theme.SWATCHES:
        return icons.dot(QColor(theme.SWATCHES[option]), theme.color("groove"))
    if option is None:
        return icons.icon("dice", theme.color("text_2"))
    name = f"style_{option}" if icons.exists(f"style_{option}") else "label"
    return icons.icon(name, theme.color("text_2"))


class ChoiceBox(FocusRing, QComboBox):
    """One of several options of a control, or chance.

    Signals:
        chosen: Emitted with the option's id, or None for chance, when the person chooses.
    """

    chosen = Signal(object)

    def __init__(self, control: Control, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption = words.name(control.id)
        self._drawn: str | None = None
        self.addItem(self.tr("Random"), None)
        for option in control.option_ids:
            self.addItem(words.name(option), option)
        self._draw_icons()
        self.setIconSize(QSize(20, 20))
        # The default one draws entries like a menu's and takes no style.
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setMaxVisibleItems(self.count())
        self.setAccessibleName(self._caption)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.activated.connect(lambda _row: self.chosen.emit(self.currentData()))

    def set_option(self, option: str | None) -> None:
        """Shows an option, or chance."""
        self.setCurrentIndex(max(self.findData(option), 0))

    def set_drawn(self, option: str | None) -> None:
        """Says in the entry for chance what chance drew, or nothing."""
        self._drawn = option
        random = self.tr("Random")
        self.setItemText(0, random if option is None else f"{random} · {words.name(option)}")
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Returns a height for two lines."""
        return QSize(200, HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Returns the same height, and as little width as the panel has."""
        return QSize(120, HEIGHT_PX)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Leaves the wheel to the panel: scrolling must not change what is under the pointer."""
        event.ignore()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Draws the pictures again in the colours of a new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.count():
            self._draw_icons()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paints picture, caption, value and chevron."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        painter.setPen(theme.color("line"))
        painter.setBrush(theme.color("hover" if self.underMouse() else "raised"))
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_PX, RADIUS_PX)
        self._paint_picture(painter)
        self._paint_words(painter)
        chevron = QRectF(area.right() - 30, area.center().y() - 9, 18, 18)
        icons.paint(painter, chevron, "chevron", theme.color("text_2"))
        self.paint_ring(painter, area, RADIUS_PX)

    def _paint_picture(self, painter: QPainter) -> None:
        option = self.currentData()
        shown = self._drawn if option is None else option
        option_icon(shown).paint(painter, 12, (HEIGHT_PX - 26) // 2, 26, 26)

    def _paint_words(self, painter: QPainter) -> None:
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("text_2"))
        words_area = QRectF(50, 8, self.width() - 84, 16)
        painter.drawText(words_area, Qt.AlignmentFlag.AlignVCenter, self._caption)
        scale = theme.font("strong")
        painter.setFont(scale)
        painter.setPen(theme.color("text" if self.isEnabled() else "text_3"))
        value_area = QRectF(50, 24, self.width() - 84, 20)
        value = QFontMetricsF(scale).elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, value_area.width()
        )
        painter.drawText(value_area, Qt.AlignmentFlag.AlignVCenter, value)

    def _draw_icons(self) -> None:
        for row in range(self.count()):
            self.setItemIcon(row, option_icon(self.itemData(row)))
