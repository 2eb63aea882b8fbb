"""The big picture of one character: a square card with a shadow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from girlsmoe_desktop.state import words
from girlsmoe_desktop.views import paper, pictures, theme

if TYPE_CHECKING:
    from girlsmoe_desktop.core.character import Character

MAX_SIDE_PX = 720
ROOMY_PX = 560
SHADOW_STEPS = 14


class Portrait(QWidget):
    """Shows a character as large as the room allows.

    Signals:
        dragged: The picture is dragged away.
    """

    dragged = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._character: Character | None = None
        self._scaled = QImage()
        self._pressed_at: QPointF | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 160)

    def set_character(self, character: Character) -> None:
        """Shows a character."""
        self._character = character
        self._scaled = QImage()
        self.setAccessibleName(words.title(character))
        self.setAccessibleDescription(words.description(character))
        self.update()

    def card(self) -> QRectF:
        """Returns where the picture lies, in the portrait's own coordinates."""
        room = min(self.width(), self.height())
        margin = 32 if room >= ROOMY_PX else 10
        side = min(room - 2 * margin, MAX_SIDE_PX)
        area = QRectF(0, 0, side, side)
        area.moveCenter(QPointF(self.width() // 2, self.height() // 2))
        return area.toAlignedRect().toRectF()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Notes where a drag may begin."""
        on_card = self._character is not None and self.card().contains(event.position())
        left = event.button() == Qt.MouseButton.LeftButton
        self._pressed_at = event.position() if on_card and left else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Begins to drag the picture away, once the pointer has gone far enough."""
        start = self._pressed_at
        if start is None:
            return
        way = (event.position() - start).manhattanLength()
        if way >= QApplication.startDragDistance():
            self._pressed_at = None
            self.dragged.emit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Takes the paper of a new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._scaled = QImage()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paints shadow and picture."""
        if self._character is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = self.card()
        radius = 28.0 if card.width() >= ROOMY_PX - 64 else 20.0
        self._paint_shadow(painter, card, radius)
        pictures.paint_rounded(painter, card, self._picture(card), radius)

    def _picture(self, card: QRectF) -> QImage:
        assert self._character is not None
        side_px = round(card.width() * self.devicePixelRatioF())
        if self._scaled.width() != side_px:
            self._scaled = paper.shown(self._character.pixels, side_px)
        return self._scaled

    def _paint_shadow(self, painter: QPainter, card: QRectF, radius: float) -> None:
        # A soft edge from thin layers, no wider than the margin, so that nothing cuts it off.
        spread = min(card.top(), card.left(), 26.0)
        layer = theme.color("shadow")
        layer.setAlphaF((0.34 if theme.is_dark() else 0.11) / SHADOW_STEPS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(layer)
        for step in range(SHADOW_STEPS):
            grown = spread * (1 - step / SHADOW_STEPS) - spread / 4
            area = card.adjusted(-grown, -grown, grown, grown).translated(0, spread / 4)
            painter.drawRoundedRect(area, radius + grown, radius + grown)
