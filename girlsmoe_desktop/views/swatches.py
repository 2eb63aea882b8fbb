"""The open drop-down: the character on the stage with every option, as small pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QIcon, QImage, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from girlsmoe_desktop.views import pictures, theme

if TYPE_CHECKING:
    from collections.abc import Callable

COLUMNS = 4
PICTURE_PX, CELL_PX = 58, QSize(66, 88)
MARGIN_PX = 6
RADIUS_PX = 12.0
PICTURE, NAME = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
"""Roles of an option's picture, a QImage, and of a name shorter than the entry's words."""
Index = QModelIndex | QPersistentModelIndex


class SwatchDelegate(QStyledItemDelegate):
    """Paints a picture with its name below; a patch or an icon until there is a picture."""

    def __init__(self, icon_of: Callable[[str | None], QIcon], parent: QWidget) -> None:
        super().__init__(parent)
        self._icon_of = icon_of

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802
        """Returns the size of a cell."""
        return CELL_PX

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one option."""
        cell = QRectF(option.rect)
        area = QRectF(cell.center().x() - PICTURE_PX / 2, cell.top() + 4, PICTURE_PX, PICTURE_PX)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_picture(painter, area, index)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(theme.color("accent"), 2.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(-2, -2, 2, 2), RADIUS_PX + 2, RADIUS_PX + 2)
        font = theme.font("caption")
        painter.setFont(font)
        painter.setPen(theme.color("text"))
        words = QRectF(cell.left(), area.bottom() + 4, cell.width(), 16)
        name = index.data(NAME) or index.data()
        shown = QFontMetricsF(font).elidedText(
            str(name), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, shown)
        painter.restore()

    def _paint_picture(self, painter: QPainter, area: QRectF, index: Index) -> None:
        picture = index.data(PICTURE)
        if isinstance(picture, QImage):
            pictures.paint_rounded(painter, area, picture, RADIUS_PX)
            return
        painter.setPen(theme.color("line"))
        painter.setBrush(theme.color("panel"))
        painter.drawRoundedRect(area, RADIUS_PX, RADIUS_PX)
        inner = area.toAlignedRect().adjusted(18, 18, -18, -18)
        self._icon_of(index.data(Qt.ItemDataRole.UserRole)).paint(painter, inner)


class SwatchView(QListView):
    """A grid for the list of a drop-down."""

    def __init__(self) -> None:
        super().__init__()
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setGridSize(CELL_PX)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def fit(self, count: int, room: QSize) -> QSize:
        """Returns the size that shows that many options at once, or as many as there is room for.

        There is a scroll bar only in the latter case: it would take the room of a column.
        """
        rows = -(-count // COLUMNS)
        edge = 2 * MARGIN_PX + 8
        size = QSize(COLUMNS * CELL_PX.width() + edge, rows * CELL_PX.height() + edge)
        fits = size.height() <= room.height()
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if fits else policy.ScrollBarAsNeeded
        )
        return size.boundedTo(room)
