"""A line that says how far something is."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from girlsmoe_desktop.views import pictures, theme


class ProgressLine(QWidget):
    """A line that fills from left to right."""

    def __init__(self) -> None:
        super().__init__()
        self.share = 0.0
        self.setFixedHeight(6)

    def show_share(self, share: float) -> None:
        """Fills a share, 0..1, of the line."""
        self.share = share
        self.setAccessibleName(self.tr("{0} % done").format(int(100 * share)))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paints the line and its filled part."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        painter.fillPath(pictures.rounded(area, 3), theme.color("groove"))
        if self.share > 0:
            area.setWidth(max(area.width() * self.share, 6.0))
            painter.fillPath(pictures.rounded(area, 3), theme.color("accent"))
