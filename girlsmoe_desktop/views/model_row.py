"""A model in the list: its picture, its name, how large it is; a click puts it to use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from girlsmoe_desktop.state.languages import decimal
from girlsmoe_desktop.views import icons, paper, pictures, theme
from girlsmoe_desktop.views.buttons import IconButton, PaintedButton

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from girlsmoe_desktop.runtime.shelf import ShelvedModel

HEIGHT_PX, PICTURE_PX, INSET_PX = 72, 52, 10


class ModelButton(PaintedButton):
    """The row itself."""

    radius_px = 16.0

    def __init__(self, model: ShelvedModel, facts: str, is_open: bool) -> None:
        super().__init__(model.manifest.name, "models")
        self._sample, self._facts, self._is_open = model.sample, facts, is_open
        self._shown: tuple[tuple[int, bool], QImage] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        in_use = self.tr("{0}, in use").format(self.text()) if is_open else self.text()
        self.setAccessibleName(in_use)
        self.setAccessibleDescription(facts)
        words = in_use if is_open else self.tr("Use {0}").format(self.text())
        self.setToolTip(f"{words}\n{facts}")

    def sizeHint(self) -> QSize:  # noqa: N802
        """Returns the height of a row."""
        return QSize(200, HEIGHT_PX)

    def fill(self) -> QColor | None:
        """Returns soft for the one in use."""
        return theme.color("soft") if self._is_open else super().fill() or theme.color("raised")

    def paint_content(self, painter: QPainter, area: QRectF) -> None:
        """Paints picture, name and facts, and a tick for the one in use."""
        square = QRectF(INSET_PX, (area.height() - PICTURE_PX) / 2, PICTURE_PX, PICTURE_PX)
        self._paint_picture(painter, square)
        left = square.right() + 12
        room = area.right() - left - 12
        name_room = room - (24 if self._is_open else 0)
        ink = "accent_text" if self._is_open else "text"
        self._paint_line(painter, QRectF(left, 15, name_room, 22), self.text(), "strong", ink)
        self._paint_line(painter, QRectF(left, 37, room, 20), self._facts, "secondary", "text_2")
        if self._is_open:
            tick = QRectF(area.right() - 30, 17, 18, 18)
            icons.paint(painter, tick, "check", theme.color("accent_text"))

    def _paint_picture(self, painter: QPainter, square: QRectF) -> None:
        if self._sample is None:
            painter.fillPath(pictures.rounded(square, 12), theme.color("track"))
            icons.paint(painter, square.adjusted(14, 14, -14, -14), "models", theme.color("text_2"))
            return
        key = (round(PICTURE_PX * self.devicePixelRatioF()), theme.is_dark())
        if self._shown is None or self._shown[0] != key:
            side_px = min(self._sample.shape[:2])
            self._shown = key, paper.shown(self._sample[:side_px, :side_px], key[0])
        pictures.paint_rounded(painter, square, self._shown[1], 12)

    def _paint_line(
        self, painter: QPainter, area: QRectF, text: str, scale: str, role: str
    ) -> None:
        font = theme.font(scale)
        painter.setFont(font)
        painter.setPen(theme.color(role))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shown)


class ModelRow(QWidget):
    """A model, and what takes it away if it is the user's own.

    Attributes:
        model: What it shows.
        button: Puts it to use.
        remove: Takes it away; None for a model that came with the program.
    """

    def __init__(self, model: ShelvedModel, is_open: bool) -> None:
        super().__init__()
        self.model = model
        self.button = ModelButton(model, self._facts(model), is_open)
        self.remove: IconButton | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.button, 1)
        if model.is_own:
            words = self.tr("Remove {0}").format(model.manifest.name)
            self.remove = IconButton(words, "trash")
            row.addWidget(self.remove)

    def _facts(self, model: ShelvedModel) -> str:
        size = self.tr("{0} px").format(model.manifest.size)
        weight = self.tr("{0} MB").format(decimal(model.size_bytes / 1e6))
        parts = [size, weight, *([self.tr("yours")] if model.is_own else [])]
        if model.manifest.preview:
            parts.insert(0, self.tr("preview"))
        return " · ".join(parts)
