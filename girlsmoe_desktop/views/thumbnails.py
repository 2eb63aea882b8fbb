"""The list of thumbnails: how characters are laid out, painted, marked and dragged in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from girlsmoe_desktop.state import sections
from girlsmoe_desktop.state.gallery_model import GalleryModel
from girlsmoe_desktop.views import icons, pictures, theme
from girlsmoe_desktop.views.shelves import Shelves

if TYPE_CHECKING:
    from girlsmoe_desktop.views.thumbnail_pictures import ThumbnailPictures

PICTURE_PX, GAP_PX = 90, 8
HEADING_PX = 30
RADIUS_PX = 14.0
EDGE_PX = 2.5
STAR_PX = 20
Index = QModelIndex | QPersistentModelIndex


class ThumbnailView(QListView):
    """A grid under headings, or one line; it knows whether it is used from the keyboard.

    Qt's own list lays out every item by itself, and knows no headings.

    Attributes:
        by_keyboard: Whether a focus ring should be seen.

    Signals:
        dragged: Those who are marked are dragged away.
    """

    dragged = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.by_keyboard = False
        self._empty_words = ""
        self._is_strip = False
        self._cell_px = self._cell_height_px = PICTURE_PX + GAP_PX
        self._shelves = Shelves((), 1, self._cell_px, self._cell_px)
        self._sections: list[sections.Section] = []
        self._hovered = -1
        self.entered.connect(self._hover)
        self.viewportEntered.connect(lambda: self._hover(QModelIndex()))

    def set_empty_words(self, words: str) -> None:
        """Sets what is said while nobody is in the list."""
        self._empty_words = words
        self.viewport().update()

    def set_strip(self, strip: bool, picture_px: int) -> None:
        """Lays everybody out in one line (True) or in rows, with pictures of a size."""
        self._is_strip = strip
        self.set_cell(picture_px + GAP_PX, picture_px + GAP_PX)

    def set_cell(self, width_px: int, height_px: int) -> None:
        """Gives everybody so much room, the gap included."""
        self._cell_px, self._cell_height_px = width_px, height_px
        self.doItemsLayout()

    def setModel(self, model: QAbstractItemModel | None) -> None:  # noqa: N802
        """Shows a model; of a gallery also its sections."""
        super().setModel(model)
        if isinstance(model, GalleryModel):
            # Sections change also where no row comes or goes.
            model.found.connect(self.doItemsLayout)

    def doItemsLayout(self) -> None:  # noqa: N802
        """Divides everybody among the rows."""
        model = self.model()
        count = model.rowCount() if model is not None else 0
        self._sections = []
        if isinstance(model, GalleryModel) and not self._is_strip:
            self._sections = model.sections()
        counts = [section.count for section in self._sections] or [count] * (count > 0)
        # Qt asks between a change of the rows and the end of it, too.
        if sum(counts) != count:
            counts, self._sections = [count] * (count > 0), []
        columns = max(count, 1) if self._is_strip else self._columns()
        self._shelves = Shelves(
            tuple(counts),
            columns,
            self._cell_px,
            self._cell_height_px,
            HEADING_PX if self._sections else 0,
        )
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:  # noqa: N802
        """Sets how far can be scrolled."""
        size, shelves = self.viewport().size(), self._shelves
        for bar, room, need in (
            (self.verticalScrollBar(), size.height(), 0 if self._is_strip else shelves.height),
            (self.horizontalScrollBar(), size.width(), shelves.width if self._is_strip else 0),
        ):
            bar.setRange(0, max(need - room, 0))
            bar.setPageStep(room)
            bar.setSingleStep(self._cell_height_px // 2)
        QAbstractItemView.updateGeometries(self)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Takes as many columns as there is room for."""
        super().resizeEvent(event)
        if not self._is_strip and self._columns() != self._shelves.columns:
            self.doItemsLayout()
        else:
            self.updateGeometries()

    def visualRect(self, index: Index) -> QRect:  # noqa: N802
        """Returns where somebody is painted, in the viewport."""
        if not index.isValid() or index.row() >= self._shelves.count:
            return QRect()
        return QRect(*self._shelves.cell(index.row())).translated(-self._offset())

    def indexAt(self, point: QPoint) -> QModelIndex:  # noqa: N802
        """Returns who is painted at a point of the viewport."""
        place = point + self._offset()
        row = self._shelves.at(place.x(), place.y())
        return QModelIndex() if row is None else self.model().index(row, 0)

    def scrollTo(  # noqa: N802
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Brings somebody into view, with the heading if they are the first under it."""
        if not index.isValid() or index.row() >= self._shelves.count:
            return
        cell, hints = QRect(*self._shelves.cell(index.row())), QAbstractItemView.ScrollHint
        if any(section.start == index.row() for section in self._sections):
            cell.setTop(cell.top() - HEADING_PX)
        bar = self.horizontalScrollBar() if self._is_strip else self.verticalScrollBar()
        start, end = (cell.left(), cell.right()) if self._is_strip else (cell.top(), cell.bottom())
        room = bar.pageStep()
        if hint == hints.PositionAtCenter:
            bar.setValue((start + end - room) // 2)
        elif start < bar.value() or hint == hints.PositionAtTop:
            bar.setValue(start)
        elif end >= bar.value() + room or hint == hints.PositionAtBottom:
            bar.setValue(end - room + 1)

    def moveCursor(  # noqa: N802
        self, action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Returns who is reached by a key from who is current."""
        count = self._shelves.count
        if not count:
            return QModelIndex()
        current = self.currentIndex()
        if not current.isValid():
            return self.model().index(0, 0)
        return self.model().index(min(max(self._reached(action, current.row()), 0), count - 1), 0)

    def setSelection(  # noqa: N802
        self, rect: QRect, command: QItemSelectionModel.SelectionFlag
    ) -> None:
        """Marks everybody between two corners, in reading order."""
        ends = []
        for corner in (rect.topLeft(), rect.bottomRight()):
            place = corner + self._offset()
            ends.append(self._shelves.nearest(place.x(), place.y()))
        first, last = ends
        if first is None or last is None:
            self.selectionModel().select(QItemSelection(), command)
            return
        rows = sorted((first, last))
        chosen = QItemSelection(*(self.model().index(row, 0) for row in rows))
        self.selectionModel().select(chosen, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:  # noqa: N802
        """Returns what is to be painted anew when a selection changes: what of it is in view."""
        region = QRegion()
        for row in self._in_view(self.viewport().rect()):
            index = self.model().index(row, 0)
            if selection.contains(index):
                region += self.visualRect(index)
        return region

    def horizontalOffset(self) -> int:  # noqa: N802
        """Returns how far it is scrolled to the right, px."""
        return self.horizontalScrollBar().value()

    def verticalOffset(self) -> int:  # noqa: N802
        """Returns how far it is scrolled down, px."""
        return self.verticalScrollBar().value()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paints who is in view, or why there is nobody."""
        painter = QPainter(self.viewport())
        if not self._shelves.count:
            self._paint_nobody(painter)
            return
        self._paint_headings(painter)
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        still, current = option.state, self.currentIndex()
        chosen = self.selectionModel()
        flag = QStyle.StateFlag
        for row in self._in_view(event.rect()):
            index = self.model().index(row, 0)
            option.rect = self.visualRect(index)
            option.state = still
            if chosen.isSelected(index):
                option.state |= flag.State_Selected
            if index == current and self.hasFocus():
                option.state |= flag.State_HasFocus
            if row == self._hovered:
                option.state |= flag.State_MouseOver
            self.itemDelegate().paint(painter, option, index)

    def selectionCommand(  # noqa: N802
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Returns what a click or key does: somebody stays marked whatever is clicked."""
        flags = QItemSelectionModel.SelectionFlag
        if not index.isValid():
            return flags.NoUpdate
        command = super().selectionCommand(index, event)
        is_only = [chosen.row() for chosen in self.selectedIndexes()] == [index.row()]
        return flags.NoUpdate if is_only and command & flags.Toggle else command

    def startDrag(self, _actions: Qt.DropAction) -> None:  # noqa: N802
        """Lets the marked ones be dragged away."""
        self.dragged.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Notes whether the focus came by the keyboard."""
        self.by_keyboard = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Goes over to the mouse."""
        self.by_keyboard = False
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Goes over to the keyboard."""
        self.by_keyboard = True
        super().keyPressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Shows nobody as under the pointer."""
        super().leaveEvent(event)
        self._hover(QModelIndex())

    def _reached(self, action: QAbstractItemView.CursorAction, row: int) -> int:
        keys, shelves = QAbstractItemView.CursorAction, self._shelves
        page = max(self.viewport().height() // self._cell_height_px, 1)
        across = max(self.viewport().width() // self._cell_px, 1) if self._is_strip else 0
        if action in (keys.MoveHome, keys.MoveEnd):
            return 0 if action == keys.MoveHome else shelves.count - 1
        if action in (keys.MoveLeft, keys.MovePrevious, keys.MoveRight, keys.MoveNext):
            return row + (1 if action in (keys.MoveRight, keys.MoveNext) else -1)
        by = -1 if action in (keys.MoveUp, keys.MovePageUp) else 1
        if self._is_strip:
            return row + by * (across if action in (keys.MovePageUp, keys.MovePageDown) else 1)
        return shelves.beside(row, by * (page if action not in (keys.MoveUp, keys.MoveDown) else 1))

    def _columns(self) -> int:
        return max(self.viewport().width() // self._cell_px, 1)

    def _offset(self) -> QPoint:
        return QPoint(self.horizontalOffset(), self.verticalOffset())

    def _in_view(self, area: QRect) -> range:
        """Returns the rows that reach into an area of the viewport."""
        if self._is_strip:
            left = area.left() + self.horizontalOffset()
            first, end = left // self._cell_px, (left + area.width()) // self._cell_px + 1
            return range(max(first, 0), min(end, self._shelves.count))
        top = area.top() + self.verticalOffset()
        return self._shelves.between(top, top + area.height())

    def _paint_headings(self, painter: QPainter) -> None:
        for section, top in zip(self._sections, self._shelves.tops, strict=False):
            line = QRectF(4, top - self.verticalOffset(), self._heading_width(), HEADING_PX - 4)
            if line.bottom() < 0 or line.top() > self.viewport().height():
                continue
            painter.setPen(theme.color("text_2"))
            middle = Qt.AlignmentFlag.AlignVCenter
            painter.setFont(theme.font("strong"))
            painter.drawText(line, middle, sections.title(section.kind))
            painter.setFont(theme.font("secondary"))
            count = QLocale().toString(section.count)
            painter.drawText(line, middle | Qt.AlignmentFlag.AlignRight, count)

    def _heading_width(self) -> int:
        return self._shelves.columns * self._cell_px - GAP_PX

    def _paint_nobody(self, painter: QPainter) -> None:
        painter.setPen(theme.color("text_2"))
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        area = self.viewport().rect().adjusted(16, 24, -16, 0)
        painter.drawText(area, flags, self._empty_words)

    def _hover(self, index: QModelIndex) -> None:
        before, self._hovered = self._hovered, index.row()
        for row in (before, self._hovered):
            if 0 <= row < self._shelves.count:
                self.update(self.model().index(row, 0))


class ThumbnailDelegate(QStyledItemDelegate):
    """Paints characters as round-cornered pictures; the edge of the chosen one lies inside."""

    def __init__(self, ready: ThumbnailPictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.side_px = PICTURE_PX
        self._ready = ready

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802
        """Returns a picture and its gap."""
        return QSize(self.side_px + GAP_PX, self.side_px + GAP_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one character."""
        area = QRectF(0, 0, self.side_px, self.side_px)
        area.moveCenter(QRectF(option.rect).center())
        state = option.state
        side_px = round(self.side_px * painter.device().devicePixelRatioF())
        picture = self._ready.of(index.data(GalleryModel.NUMBER), side_px)
        if picture is not None:
            pictures.paint_rounded(painter, area, picture, RADIUS_PX)
        else:
            painter.fillPath(pictures.rounded(area, RADIUS_PX), theme.color("track"))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            self._edge(painter, area, theme.color("accent"), EDGE_PX, 0)
            view = option.widget
            by_keyboard = isinstance(view, ThumbnailView) and view.by_keyboard
            ring = by_keyboard and state & QStyle.StateFlag.State_HasFocus
            self._edge(painter, area, theme.color("text" if ring else "panel"), 2.0, EDGE_PX)
        elif state & QStyle.StateFlag.State_MouseOver:
            self._edge(painter, area, theme.color("text_3"), 1.5, 0)
        if index.data(GalleryModel.STARRED):
            self._star(painter, area)
        painter.restore()

    def _star(self, painter: QPainter, area: QRectF) -> None:
        disc = QRectF(area.right() - STAR_PX - 6, area.top() + 6, STAR_PX, STAR_PX)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("raised"))
        painter.drawEllipse(disc)
        inner = disc.adjusted(3, 3, -3, -3)
        icons.paint(painter, inner, "star_filled", theme.color("accent_text"))

    def _edge(
        self, painter: QPainter, area: QRectF, color: QColor, width: float, inset: float
    ) -> None:
        painter.setPen(QPen(color, width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        by = inset + width / 2
        painter.drawRoundedRect(area.adjusted(by, by, -by, -by), RADIUS_PX - by, RADIUS_PX - by)
