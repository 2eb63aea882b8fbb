"""A slider whose ground is the film itself: small pictures of the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap

from girlsmoe_desktop.views import pictures, theme
from girlsmoe_desktop.views.slider import THUMB_PX, ShareSlider

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget

FRAMES = 7
HEIGHT_PX, RADIUS_PX = 56, 10.0


class FilmSlider(ShareSlider):
    """Chooses a share of a way; behind its handle lie frames of it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._frames: list[QImage] = []
        self._film = QPixmap()

    @property
    def frames(self) -> list[QImage]:
        """The pictures that are shown."""
        return list(self._frames)

    def show_frames(self, frames: Sequence[QImage]) -> None:
        """Shows frames of the way, from its beginning to its end; none: a plain ground."""
        self._frames = list(frames)
        self._film = QPixmap()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Returns the height of the film."""
        return QSize(160, HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Returns the same height."""
        return QSize(120, HEIGHT_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paints the frames and the handle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        ground = QRectF(self.rect()).adjusted(0, 3, 0, -3)
        path = pictures.rounded(ground, RADIUS_PX)
        painter.fillPath(path, theme.color("track"))
        painter.setClipPath(path)
        if self._frames:
            painter.drawPixmap(ground.topLeft(), self._scaled_film(ground))
        painter.setClipping(False)
        self._paint_handle(painter)

    def _scaled_film(self, ground: QRectF) -> QPixmap:
        """Returns the frames side by side; scaled once, not whenever the handle moves."""
        ratio = self.devicePixelRatioF()
        size = (ground.size() * ratio).toSize()
        if self._film.size() != size:
            self._film = QPixmap(size)
            self._film.setDevicePixelRatio(ratio)
            painter = QPainter(self._film)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            for number, frame in enumerate(self._frames):
                self._paint_frame(painter, QRectF(QPointF(), ground.size()), number, frame)
            painter.end()
        return self._film

    def _paint_frame(self, painter: QPainter, ground: QRectF, number: int, frame: QImage) -> None:
        width = ground.width() / len(self._frames)
        place = QRectF(ground.left() + number * width, ground.top(), width, ground.height())
        # The middle of the picture, as wide as its place.
        share = min(place.width() / place.height(), 1.0)
        cut = QRectF(0, 0, share * frame.width(), frame.height())
        cut.moveCenter(QRectF(frame.rect()).center())
        painter.drawImage(place, frame, cut)

    def _paint_handle(self, painter: QPainter) -> None:
        line = self.width() - THUMB_PX
        x = THUMB_PX / 2 + self.share * line
        handle = QRectF(x - 5, 0.5, 10, self.height() - 1)
        ring = self.hasFocus() and self.has_ring
        painter.setPen(QPen(theme.color("text" if ring else "line"), 2 if ring else 1))
        painter.setBrush(theme.color("accent" if self.isEnabled() else "thumb"))
        painter.drawRoundedRect(handle, 5, 5)
        painter.setPen(QPen(theme.color("on_accent"), 1.5, Qt.PenStyle.SolidLine))
        up = QPointF(0, 6)
        painter.drawLine(handle.center() + up, handle.center() - up)
