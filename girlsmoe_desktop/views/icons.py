"""Line icons, drawn in the colour that is asked for at the moment of painting."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from girlsmoe_desktop import resources


@cache
def _svg(name: str) -> str:
    return (resources.assets() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def exists(name: str) -> bool:
    """Returns whether there is an icon of that name."""
    return (resources.assets() / "icons" / f"{name}.svg").is_file()


@lru_cache(maxsize=256)
def _drawn(name: str, color: str) -> QSvgRenderer:
    """Returns an icon in a colour, read once: a window paints the same ones over and over."""
    return QSvgRenderer(QByteArray(_svg(name).replace("currentColor", color).encode()))


def paint(painter: QPainter, area: QRectF, name: str, color: QColor) -> None:
    """Paints an icon into the area."""
    _drawn(name, color.name()).render(painter, area)


def icon(name: str, color: QColor, size_px: int = 20) -> QIcon:
    """Returns an icon for Qt's own widgets, sharp on screens of up to three pixels per point."""
    pixmap = QPixmap(3 * size_px, 3 * size_px)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint(painter, QRectF(pixmap.rect()), name, color)
    painter.end()
    return QIcon(pixmap)


def dot(color: QColor, edge: QColor, size_px: int = 20) -> QIcon:
    """Returns a round patch of colour."""
    pixmap = QPixmap(3 * size_px, 3 * size_px)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(color)
    painter.setPen(edge)
    painter.drawEllipse(QRectF(pixmap.rect()).adjusted(5, 5, -5, -5))
    painter.end()
    return QIcon(pixmap)
