"""A drop-down in two lines: what is chosen, and what chance drew for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QIcon,
    QImage,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from girlsmoe_desktop.state import words
from girlsmoe_desktop.views import icons, theme
from girlsmoe_desktop.views.focus import FocusRing
from girlsmoe_desktop.views.swatches import NAME, PICTURE, SwatchDelegate, SwatchView

if TYPE_CHECKING:
    from girlsmoe_desktop.core.controls import Control

HEIGHT_PX = 52
RADIUS_PX = 12.0
GAP_PX = 4
HOVER_MS = 120
"""How long the pointer rests on an option before the character puts it on."""


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
        opened: The list is about to be shown.
        tried: Emitted with the id of an option that is looked at in the list, or None.
    """

    chosen = Signal(object)
    opened = Signal()
    tried = Signal(object)

    def __init__(self, control: Control, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption = words.name(control.id)
        self._drawn: str | None = None
        self.addItem(self.tr("Random"), None)
        self.setItemData(0, self.tr("Random"), NAME)
        for option in control.option_ids:
            self.addItem(words.name(option), option)
        self._draw_icons()
        self.setIconSize(QSize(20, 20))
        self._swatches = SwatchView()
        self.setView(self._swatches)
        self.setItemDelegate(SwatchDelegate(option_icon, self))
        self.setMaxVisibleItems(self.count())
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(HOVER_MS)
        self._pause.timeout.connect(self._try)
        self.highlighted.connect(lambda _row: self._pause.start())
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

    def set_picture(self, option: str, picture: QImage) -> None:
        """Shows in the list what an option looks like."""
        self.setItemData(self.findData(option), picture, PICTURE)

    def clear_pictures(self) -> None:
        """Forgets what the options look like."""
        for row in range(self.count()):
            self.setItemData(row, None, PICTURE)

    def showPopup(self) -> None:  # noqa: N802
        """Opens the list as a grid under the box, or where there is room for it."""
        self.opened.emit()
        popup, room = self._swatches.window(), self.screen().availableGeometry()
        size = self._swatches.fit(self.count(), room.size()).expandedTo(QSize(self.width(), 0))
        # Before it is shown: the list that Qt would make of so many entries fills the screen.
        popup.setFixedSize(size)
        super().showPopup()
        place = QRect(self.mapToGlobal(QPoint(0, self.height() + GAP_PX)), popup.size())
        place.moveTop(max(room.top(), min(place.top(), room.bottom() - place.height())))
        place.moveLeft(max(room.left(), min(place.left(), room.right() - place.width())))
        popup.move(place.topLeft())

    def hidePopup(self) -> None:  # noqa: N802
        """Closes the list; nothing is looked at any more."""
        super().hidePopup()
        self._pause.stop()
        self.tried.emit(None)

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

    def _try(self) -> None:
        if self._swatches.isVisible():
            self.tried.emit(self._swatches.currentIndex().data(Qt.ItemDataRole.UserRole))

    def _draw_icons(self) -> None:
        for row in range(self.count()):
            self.setItemIcon(row, option_icon(self.itemData(row)))
