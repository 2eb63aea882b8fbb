"""The grid of faces: how they are painted, and the keys that decide of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from girlsmoe_desktop.state import words
from girlsmoe_desktop.state.reviewing import Reviewing
from girlsmoe_desktop.views import icons, pictures, theme
from girlsmoe_desktop.views.thumbnails import Index, ThumbnailView

if TYPE_CHECKING:
    from girlsmoe_desktop.views.face_pictures import FacePictures

SIDE_PX, GAP_PX, WORDS_PX = 100, 10, 18
RADIUS_PX, EDGE_PX, SIGN_PX = 14.0, 2.5, 24
FADED = 0.28
_REJECT_KEYS = frozenset((Qt.Key.Key_X, Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_Backspace))
_GOOD_KEYS = frozenset((Qt.Key.Key_Return, Qt.Key.Key_Enter))


class ReviewGrid(ThumbnailView):
    """The faces; a click or a key throws one out, or takes it back in.

    Signals:
        undo_wanted: The last decision is to be taken back.
    """

    undo_wanted = Signal()

    def __init__(self, reviewing: Reviewing, faces: FacePictures) -> None:
        super().__init__()
        self._reviewing = reviewing
        self.decides = True
        self.set_cell(SIDE_PX + GAP_PX, SIDE_PX + WORDS_PX + GAP_PX)
        self.setItemDelegate(_Delegate(faces, self))
        self.setModel(reviewing)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(2_000)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setDragDropMode(QListView.DragDropMode.NoDragDrop)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Faces"))
        faces.made.connect(self.viewport().update)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Divides all the width among the columns that there is room for."""
        width = self.viewport().width()
        columns = max(width // (SIDE_PX + GAP_PX), 1)
        self.set_cell(width // columns, SIDE_PX + WORDS_PX + GAP_PX)
        super().resizeEvent(event)

    def in_sight(self) -> list[int]:
        """Returns the rows that can be seen whole."""
        area = self.viewport().rect()
        seen = []
        for row in range(self._reviewing.rowCount()):
            place = self.visualRect(self._reviewing.index(row))
            if place.top() > area.bottom():
                break
            if area.contains(place.adjusted(GAP_PX, GAP_PX, -GAP_PX, -GAP_PX)):
                seen.append(row)
        return seen

    def reject_marked(self) -> None:
        """Throws out who is marked, or takes them back in; one alone hands the mark on."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        self._reviewing.toggle(rows)
        if len(rows) == 1 and rows[0] + 1 < self._reviewing.rowCount():
            self.go_to(rows[0] + 1)

    def keep_in_sight(self) -> None:
        """Notes that the rest of what is in sight is good, and goes on to what comes next."""
        rows = self.in_sight()
        self._reviewing.keep(rows)
        if rows and rows[-1] + 1 < self._reviewing.rowCount():
            self.go_to(rows[-1] + 1)
            self.scrollTo(self.currentIndex(), QListView.ScrollHint.PositionAtTop)

    def go_to(self, row: int | None) -> None:
        """Marks a face, and no other, and brings it into sight."""
        if row is not None:
            # The view's own way would ask which keys are held: those of Undo add to what is marked.
            only = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(self._reviewing.index(row), only)
            self.scrollTo(self.currentIndex())

    def event(self, event: QEvent) -> bool:
        """Keeps its keys from the menus, of which some have the same ones."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            ours = event.key() in _REJECT_KEYS | _GOOD_KEYS
            if self.decides and (ours or event.matches(QKeySequence.StandardKey.Undo)):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Decides, or leads through the grid."""
        if not self.decides:
            super().keyPressEvent(event)
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undo_wanted.emit()
        elif event.key() in _REJECT_KEYS:
            self.by_keyboard = True
            self.reject_marked()
        elif event.key() in _GOOD_KEYS:
            self.by_keyboard = True
            self.keep_in_sight()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Throws out who was clicked, or takes them back in; with Shift or Ctrl it only marks."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        is_plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if self.decides and is_plain and index.isValid() and self._is_left(event):
            self.go_to(index.row())
            self._reviewing.toggle([index.row()])

    def _is_left(self, event: QMouseEvent) -> bool:
        return event.button() == Qt.MouseButton.LeftButton


class _Delegate(QStyledItemDelegate):
    """Paints a face, how doubtful it is, and what was decided of it."""

    def __init__(self, faces: FacePictures, parent: ReviewGrid) -> None:
        super().__init__(parent)
        self._faces = faces

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802
        """Returns a picture, the words under it, and the gap."""
        return QSize(SIDE_PX + GAP_PX, SIDE_PX + WORDS_PX + GAP_PX)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | Index
    ) -> None:
        """Paints one face."""
        one, decision = index.data(Reviewing.DOUBT), index.data(Reviewing.DECISION)
        place = QRectF(option.rect)
        area = QRectF(0, place.top() + GAP_PX / 2, SIDE_PX, SIDE_PX)
        area.moveLeft(round(place.center().x() - SIDE_PX / 2))
        is_out = decision == "reject"
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(pictures.rounded(area, RADIUS_PX), theme.color("track"))
        image = self._faces.get(one.face.path)
        if image is not None:
            painter.setOpacity(FADED if is_out else 1.0)
            pictures.paint_rounded(painter, area, image, RADIUS_PX)
            painter.setOpacity(1.0)
        if not theme.is_dark():
            self._edge(painter, area, theme.color("line"), 1.0)  # white pictures on a white card
        self._paint_state(painter, option, area)
        if decision:
            self._sign(painter, area, "close" if is_out else "check", is_out)
        if one.value is not None:
            line = QRectF(area.left(), area.bottom() + 1, area.width(), WORDS_PX)
            painter.setFont(theme.font("caption"))
            painter.setPen(theme.color("text_2"))
            text = words.percent(round(100 * one.value))
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()

    def _paint_state(self, painter: QPainter, option: QStyleOptionViewItem, area: QRectF) -> None:
        view = option.widget
        if not isinstance(view, ReviewGrid) or not view.decides:
            return
        if option.state & QStyle.StateFlag.State_Selected and view.by_keyboard:
            self._edge(painter, area, theme.color("accent"), EDGE_PX)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            self._edge(painter, area, theme.color("text_3"), 1.5)

    def _edge(self, painter: QPainter, area: QRectF, color: QColor, width: float) -> None:
        painter.setPen(QPen(color, width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        by = width / 2
        painter.drawRoundedRect(area.adjusted(by, by, -by, -by), RADIUS_PX - by, RADIUS_PX - by)

    def _sign(self, painter: QPainter, area: QRectF, icon: str, strong: bool) -> None:
        disc = QRectF(area.right() - SIGN_PX - 6, area.top() + 6, SIGN_PX, SIGN_PX)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("raised"))
        painter.drawEllipse(disc)
        ink = theme.color("accent_text" if strong else "text_2")
        icons.paint(painter, disc.adjusted(4, 4, -4, -4), icon, ink)
