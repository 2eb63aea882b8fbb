"""The room around a picture: it takes the picture's light, and the card throws a shadow on it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QLinearGradient,
    QPainter,
    QPaintEvent,
    QPixmap,
    QRadialGradient,
)
from PySide6.QtWidgets import QWidget

from girlsmoe_desktop.views import pictures, theme

# How much of the picture's colour the room takes, at its top and at its foot.
LIGHT_TOP, LIGHT_FOOT, GLOW = 0.04, 0.16, 0.22
SHADOW_STEPS = 14


class LitRoom(QWidget):
    """A room in the light of a picture."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._light: QColor | None = None

    def set_compact(self, compact: bool) -> None:
        """Leaves more of a small room to the picture."""
        layout = self.layout()
        assert layout is not None, "rooms lay themselves out"
        layout.setContentsMargins(*((16, 6, 16, 10) if compact else (24, 12, 24, 16)))
        layout.setSpacing(2 if compact else 6)

    def set_light(self, light: QColor | None) -> None:
        """Takes a light; None for a room without a picture."""
        self._light = light
        self.update()

    def lit_card(self) -> QRectF:
        """Returns where the picture lies."""
        raise NotImplementedError

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paints the room, darker and more coloured to its foot, and a glow around the card."""
        painter = QPainter(self)
        base = theme.color("stage")
        if self._light is None:
            painter.fillRect(self.rect(), base)
            return
        wash = QLinearGradient(0, 0, 0, self.height())
        wash.setColorAt(0, pictures.mixed(base, self._light, LIGHT_TOP))
        wash.setColorAt(1, pictures.mixed(base, self._light, LIGHT_FOOT))
        painter.fillRect(self.rect(), wash)
        painter.fillRect(self.rect(), _glow(self.lit_card(), self._light))


class CardShadow:
    """The soft edge around a card: thin layers, painted once for a room."""

    def __init__(self) -> None:
        self._layers = QPixmap()
        self._of: tuple[QSize, QRectF, float, bool] | None = None

    def paint(self, painter: QPainter, widget: QWidget, card: QRectF, radius_px: float) -> None:
        """Paints it onto a widget, which is all the room it has."""
        key = (widget.size(), card, widget.devicePixelRatioF(), theme.is_dark())
        if key != self._of:
            self._of = key
            self._layers = _shadow(widget, card, radius_px)
        painter.drawPixmap(0, 0, self._layers)


def _glow(card: QRectF, colour: QColor) -> QRadialGradient:
    glow = QRadialGradient(QPointF(card.center().toPoint()), card.width() * 0.78)
    for place, alpha in ((0.0, GLOW), (0.6, GLOW), (1.0, 0.0)):
        light = QColor(colour)
        light.setAlphaF(alpha)
        glow.setColorAt(place, light)
    return glow


def _shadow(widget: QWidget, card: QRectF, radius_px: float) -> QPixmap:
    # No wider than the margin, so that nothing cuts it off.
    spread = min(card.top(), card.left(), 26.0)
    layers = QPixmap(widget.size() * widget.devicePixelRatioF())
    layers.setDevicePixelRatio(widget.devicePixelRatioF())
    layers.fill(Qt.GlobalColor.transparent)
    painter = QPainter(layers)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    layer = theme.color("shadow")
    layer.setAlphaF((0.34 if theme.is_dark() else 0.11) / SHADOW_STEPS)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(layer)
    for step in range(SHADOW_STEPS):
        grown = spread * (1 - step / SHADOW_STEPS) - spread / 4
        area = card.adjusted(-grown, -grown, grown, grown).translated(0, spread / 4)
        painter.drawRoundedRect(area, radius_px + grown, radius_px + grown)
    painter.end()
    return layers
