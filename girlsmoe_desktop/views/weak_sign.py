"""A small sign beside what a model does not do well; why stands in its tooltip."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from girlsmoe_desktop.views import icons, theme

SIDE_PX = 18


class WeakSign(QWidget):
    """The sign: a picture, nothing to press."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(SIDE_PX, SIDE_PX)
        self.setToolTip(text)
        self.setAccessibleName(text)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paints the sign."""
        painter = QPainter(self)
        icons.paint(painter, QRectF(self.rect()), "weak", theme.color("accent_text"))


def with_sign(widget: QWidget, text: str) -> QWidget:
    """Returns a control with the sign behind it; the control alone where there is no text."""
    if not text:
        return widget
    widget.setAccessibleDescription(text)
    widget.setToolTip(text)
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(widget, 1)
    row.addWidget(WeakSign(text))
    return holder
