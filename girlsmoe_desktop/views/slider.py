"""A slider from one end to the other, in the window's own look."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSlider, QWidget

from girlsmoe_desktop.views import theme
from girlsmoe_desktop.views.focus import FocusRing

THUMB_PX = 18


class ShareSlider(FocusRing, QSlider):
    """Chooses a share in steps of one in a hundred; a click goes straight there.

    Attributes:
        origin: The share from which on the line is filled.

    Signals:
        touched: The mouse is about to move it.
    """

    touched = Signal()

    STEPS = 100
    origin = 0.0

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(0, self.STEPS)
        self.setPageStep(10)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @property
    def share(self) -> float:
        """Where it stands, 0..1."""
        return (self.value() - self.minimum()) / (self.maximum() - self.minimum())

    def sizeHint(self) -> QSize:  # noqa: N802
        """Returns a comfortable height."""
        return QSize(160, 32)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Returns what is still of use."""
        return QSize(64, 24)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Takes the thumb to the pointer."""
        self.touched.emit()
        self.has_ring = False
        self.update()
        if event.button() == Qt.MouseButton.LeftButton:
            # In this order, so that who listens to the press finds the thumb where it went.
            self._go_to(event)
            self.setSliderDown(True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Drags the thumb."""
        if self.isSliderDown():
            self._go_to(event)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:  # noqa: N802
        """Lets the thumb go."""
        self.setSliderDown(False)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paints line, filled part and thumb."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        middle = self.height() / 2
        line = QRectF(THUMB_PX / 2, middle - 2, self.width() - THUMB_PX, 4)
        place = line.left() + self.share * line.width()
        painter.setBrush(theme.color("groove"))
        painter.drawRoundedRect(line, 2, 2)
        ink = self.ink()
        painter.setBrush(ink)
        start = line.left() + self.origin * line.width()
        filled = QRectF(min(start, place), line.top(), abs(place - start), 4)
        painter.drawRoundedRect(filled, 2, 2)
        ring = self.hasFocus() and self.has_ring
        painter.setPen(QPen(ink, 2) if ring else theme.color("groove"))
        painter.setBrush(theme.color("thumb"))
        painter.drawEllipse(QPointF(place, middle), THUMB_PX / 2 - 1, THUMB_PX / 2 - 1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawEllipse(QPointF(place, middle), 3.5, 3.5)

    def ink(self) -> QColor:
        """Returns the colour of the filled part and the thumb's middle."""
        return theme.color("accent" if self.isEnabled() else "text_3")

    def _go_to(self, event: QMouseEvent) -> None:
        share = (event.position().x() - THUMB_PX / 2) / max(self.width() - THUMB_PX, 1)
        span = self.maximum() - self.minimum()
        self.setValue(self.minimum() + round(min(max(share, 0.0), 1.0) * span))
