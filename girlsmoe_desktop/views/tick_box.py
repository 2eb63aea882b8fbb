"""A box to tick, with its words, in the window's own look."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from girlsmoe_desktop.views import icons, theme
from girlsmoe_desktop.views.buttons import PaintedCheck

HEIGHT_PX, BOX_PX, GAP_PX = 28, 18, 8


class TickBox(PaintedCheck, QCheckBox):
    """Something that is so, or not: to assistive technology an ordinary check box."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Returns the room of box and words."""
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(BOX_PX + GAP_PX + words + 6, HEIGHT_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paints the box, its tick, and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(2, (self.height() - BOX_PX) / 2, BOX_PX, BOX_PX)
        ink = theme.color("text" if self.isEnabled() else "text_3")
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent" if self.isEnabled() else "text_3"))
            painter.drawRoundedRect(box, 5, 5)
            icons.paint(painter, box.adjusted(2, 2, -2, -2), "check", theme.color("on_accent"))
        else:
            edge = "text_2" if self.isEnabled() else "text_3"
            painter.setPen(QPen(theme.color(edge), 1.5))
            painter.setBrush(theme.color("hover" if self.underMouse() else "panel"))
            painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), 5, 5)
        painter.setPen(ink)
        words = QRectF(self.rect()).adjusted(box.right() + GAP_PX, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        self.paint_ring(painter, QRectF(self.rect()), 8)
