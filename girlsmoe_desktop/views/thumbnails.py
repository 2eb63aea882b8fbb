"""The list of thumbnails: how characters are painted, marked and dragged in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from girlsmoe_desktop.state.gallery_model import GalleryModel
from girlsmoe_desktop.views import icons, paper, pictures, theme

if TYPE_CHECKING:
    from girlsmoe_desktop.core.character import Character

PICTURE_PX, GAP_PX = 90, 8
RADIUS_PX = 14.0
EDGE_PX = 2.5
STAR_PX = 20
# Scaled pictures that are kept at hand: several screens full, 40 MB at one pixel per point.
SCALED_AT_MOST = 1_000
Index = QModelIndex | QPersistentModelIndex


class ThumbnailView(QListView):
    """A list that knows whether it is used from the keyboard.

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

    def set_empty_words(self, words: str) -> None:
        """Sets what is said while nobody is in the list."""
        self._empty_words = words
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paints the list, or why there is none."""
        super().paintEvent(event)
        if self.model() is not None and self.model().rowCount() == 0:
            painter = QPainter(self.viewport())
            painter.setPen(theme.color("text_2"))
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
            area = self.viewport().rect().adjusted(16, 24, -16, 0)
            painter.drawText(area, flags, self._empty_words)

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


class ThumbnailDelegate(QStyledItemDelegate):
    """Paints characters as round-cornered pictures; the edge of the chosen one lies inside."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.side_px = PICTURE_PX
        self._scaled: dict[tuple[int, int, bool], QImage] = {}

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802
        """Returns a picture and its gap."""
        return QSize(self.side_px + GAP_PX, self.side_px + GAP_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one character."""
        area = QRectF(0, 0, self.side_px, self.side_px)
        area.moveCenter(QRectF(option.rect).center())
        state = option.state
        character = index.data(GalleryModel.CHARACTER)
        if character is None:
            return
        pictures.paint_rounded(painter, area, self._picture(character, painter), RADIUS_PX)
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

    def _picture(self, character: Character, painter: QPainter) -> QImage:
        device = painter.device()
        side_px = round(self.side_px * device.devicePixelRatioF())
        key = (character.number, side_px, theme.is_dark())
        if key not in self._scaled:
            while len(self._scaled) >= SCALED_AT_MOST:
                del self._scaled[next(iter(self._scaled))]
            self._scaled[key] = paper.shown(character.pixels, side_px)
        return self._scaled[key]
