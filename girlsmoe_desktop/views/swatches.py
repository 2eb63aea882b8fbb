"""The options of a drop-down as small pictures: the character on the stage with every one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QIcon, QImage, QPainter, QPen
from PySide6.QtWidgets import (
    QComboBox,
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
HOVER_MS = 120
"""How long the pointer rests on an option before the character puts it on."""
PICTURE_PX, CELL_PX = 58, QSize(70, 88)
BARE_PICTURE_PX, BARE_CELL_PX = 62, QSize(71, 71)
"""Without names below, as in the panel."""
MARGIN_PX = 6
RADIUS_PX, DOT_PX = 12.0, 8.0
PICTURE, NAME, DRAWN = (Qt.ItemDataRole.UserRole + place for place in (1, 2, 3))
"""Roles of an option's picture, a QImage; of a name shorter than the entry's words; and whether
chance drew it."""
Index = QModelIndex | QPersistentModelIndex


class SwatchDelegate(QStyledItemDelegate):
    """Paints a picture, with its name below; a patch or an icon until there is a picture."""

    def __init__(
        self, icon_of: Callable[[str | None], QIcon], parent: QWidget, *, named: bool = True
    ) -> None:
        super().__init__(parent)
        self._icon_of, self._named = icon_of, named

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802
        """Returns the size of a cell."""
        return CELL_PX if self._named else BARE_CELL_PX

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one option."""
        cell = QRectF(option.rect)
        side = PICTURE_PX if self._named else BARE_PICTURE_PX
        area = QRectF(cell.center().x() - side / 2, cell.top() + 4, side, side)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_picture(painter, area, index)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(theme.color("accent"), 2.5))
            painter.drawRoundedRect(area.adjusted(-2, -2, 2, 2), RADIUS_PX + 2, RADIUS_PX + 2)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QPen(theme.color("text_3"), 1.5))
            painter.drawRoundedRect(area.adjusted(-1, -1, 1, 1), RADIUS_PX + 1, RADIUS_PX + 1)
        if index.data(DRAWN):
            self._mark_drawn(painter, area)
        if self._named:
            # A long name may reach a little into the gaps beside it.
            name = QRectF(cell.left() - 4, area.bottom() + 4, cell.width() + 8, 16)
            self._paint_name(painter, name, index)
        painter.restore()

    def _paint_name(self, painter: QPainter, area: QRectF, index: Index) -> None:
        font = theme.font("caption")
        painter.setFont(font)
        painter.setPen(theme.color("text"))
        name = index.data(NAME) or index.data()
        shown = QFontMetricsF(font).elidedText(str(name), Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, shown)

    def _mark_drawn(self, painter: QPainter, area: QRectF) -> None:
        dot = QRectF(0, 0, DOT_PX, DOT_PX)
        dot.moveCenter(area.bottomLeft() + QPointF(DOT_PX, -DOT_PX))
        painter.setPen(QPen(theme.color("raised"), 1.5))
        painter.setBrush(theme.color("accent"))
        painter.drawEllipse(dot)

    def _paint_picture(self, painter: QPainter, area: QRectF, index: Index) -> None:
        picture = index.data(PICTURE)
        if isinstance(picture, QImage):
            pictures.paint_rounded(painter, area, picture, RADIUS_PX)
            return
        painter.setPen(theme.color("line"))
        painter.setBrush(theme.color("track" if index.row() == 0 else "panel"))
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


class SwatchGrid(QListView):
    """The options of a drop-down where they can always be seen, in rows of four.

    Signals:
        tried: Emitted with the option that the pointer rests on, or None when it leaves.
    """

    tried = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setGridSize(BARE_CELL_PX)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Options"))
        # The arrow keys choose on the tile; this is for the pointer.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for set_policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            set_policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(HOVER_MS)
        self._pause.timeout.connect(self._try)
        self._under_pointer: str | None = None
        self.entered.connect(self._note)

    def show_options(self, box: QComboBox) -> None:
        """Shows the options of a drop-down, and which of them is chosen."""
        self.setModel(box.model())
        self.setAccessibleName(box.accessibleName())
        self.mark(box.currentIndex())
        self.setFixedHeight(-(-box.count() // COLUMNS) * BARE_CELL_PX.height())

    def mark(self, row: int) -> None:
        """Shows which option is chosen."""
        if self.model() is not None:
            self.setCurrentIndex(self.model().index(row, 0))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Ends the trying on."""
        super().leaveEvent(event)
        self._pause.stop()
        self.tried.emit(None)

    def _note(self, index: QModelIndex) -> None:
        self._under_pointer = index.data(Qt.ItemDataRole.UserRole)
        self._pause.start()

    def _try(self) -> None:
        if self.underMouse():
            self.tried.emit(self._under_pointer)
