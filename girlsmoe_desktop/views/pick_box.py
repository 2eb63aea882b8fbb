"""A drop-down in two lines: what it is about, and what is chosen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from girlsmoe_desktop.views import icons, theme
from girlsmoe_desktop.views.focus import FocusRing

HEIGHT_PX = 52
RADIUS_PX = 12.0


class PickBox(FocusRing, QComboBox):
    """One of several entries."""

    def __init__(self, caption: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption = caption
        self.setAccessibleName(caption)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Returns a height for two lines."""
        return QSize(200, HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Returns the same height, and as little width as the panel has."""
        return QSize(120, HEIGHT_PX)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Leaves the wheel to the panel: scrolling must not change what is under the pointer."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paints caption, value and chevron."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        painter.setPen(theme.color("line"))
        painter.setBrush(theme.color("hover" if self.underMouse() else "raised"))
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_PX, RADIUS_PX)
        self._paint_line(painter, "caption", "text_2", 8, self._caption)
        self._paint_line(painter, "strong", "text", 24, self.currentText())
        chevron = QRectF(area.right() - 30, area.center().y() - 9, 18, 18)
        icons.paint(painter, chevron, "chevron", theme.color("text_2"))
        self.paint_ring(painter, area, RADIUS_PX)

    def _paint_line(self, painter: QPainter, scale: str, role: str, top: int, text: str) -> None:
        painter.setFont(theme.font(scale))
        painter.setPen(theme.color(role))
        area = QRectF(14, top, self.width() - 48, 20 if scale == "strong" else 16)
        shown = QFontMetricsF(painter.font()).elidedText(
            text, Qt.TextElideMode.ElideRight, area.width()
        )
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shown)
