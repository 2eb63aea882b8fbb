"""Everyone made in this session: a panel at the side, or a strip when the window is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from girlsmoe_desktop.state.gallery_model import GalleryModel
from girlsmoe_desktop.views import paper, pictures, theme
from girlsmoe_desktop.views.surfaces import Surface, label

if TYPE_CHECKING:
    from girlsmoe_desktop.state.character import Character
    from girlsmoe_desktop.state.studio import Studio

PICTURE_PX, STRIP_PICTURE_PX, GAP_PX = 90, 64, 8
PANEL_PX, STRIP_PX = 320, 88
RADIUS_PX = 14.0
EDGE_PX = 2.5
Index = QModelIndex | QPersistentModelIndex


class ThumbnailView(QListView):
    """A list that knows whether it is used from the keyboard.

    Attributes:
        by_keyboard: Whether a focus ring should be seen.
    """

    def __init__(self) -> None:
        super().__init__()
        self.by_keyboard = False

    def selectionCommand(  # noqa: N802
        self, index: Index, _event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Returns what a click or key does: whoever is on the stage stays marked, even by Ctrl."""
        flags = QItemSelectionModel.SelectionFlag
        return flags.ClearAndSelect if index.isValid() else flags.NoUpdate

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
        image = self._picture(index.data(GalleryModel.CHARACTER), painter)
        pictures.paint_rounded(painter, area, image, RADIUS_PX)
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
        painter.restore()

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
            self._scaled[key] = paper.shown(character.pixels, side_px)
        return self._scaled[key]


class Gallery(Surface):
    """The list of characters; choosing one puts it on the stage.

    Attributes:
        view: The list.
    """

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__("panel", "left", parent)
        self._studio = studio
        self._delegate = ThumbnailDelegate(self)
        self._count = label("", "secondary", quiet=True)
        self._head = QWidget()
        self.view = ThumbnailView()
        self._set_up_view()
        self._lay_out()
        self.set_strip(False)
        studio.session.character_changed.connect(self._show_current)
        studio.gallery.rowsInserted.connect(self._show_count)
        self.view.selectionModel().selectionChanged.connect(self._choose)

    def set_strip(self, strip: bool) -> None:
        """Lies down under the stage (True) or stands at the side."""
        self._delegate.side_px = STRIP_PICTURE_PX if strip else PICTURE_PX
        self._lines = ["left", "top"] if strip else ["left"]
        self._head.setVisible(not strip)
        self.view.setWrapping(not strip)
        scroll_bar = Qt.ScrollBarPolicy
        self.view.setVerticalScrollBarPolicy(
            scroll_bar.ScrollBarAlwaysOff if strip else scroll_bar.ScrollBarAsNeeded
        )
        self.setMinimumSize(0, 0)
        self.setMaximumSize(16777215, 16777215)
        if strip:
            self.setFixedHeight(STRIP_PX)
        else:
            self.setFixedWidth(PANEL_PX)
        self.view.scheduleDelayedItemsLayout()

    def _set_up_view(self) -> None:
        view = self.view
        view.setModel(self._studio.gallery)
        view.setItemDelegate(self._delegate)
        view.setFlow(QListView.Flow.LeftToRight)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setUniformItemSizes(True)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setMouseTracking(True)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        view.setAccessibleName(self.tr("Gallery"))

    def _lay_out(self) -> None:
        head = QHBoxLayout(self._head)
        head.setContentsMargins(4, 0, 14, 0)
        title = label(self.tr("Gallery"), "title")
        title.setFixedHeight(36)
        head.addWidget(title, 1)
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._count, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 2, 8)
        layout.setSpacing(4)
        layout.addWidget(self._head)
        layout.addWidget(self.view, 1)

    def _choose(self, selected: QItemSelection) -> None:
        for index in selected.indexes():
            self._studio.session.show(self._studio.gallery.character(index.row()))

    def _show_current(self) -> None:
        row = self._studio.gallery.row_of(self._studio.session.character)
        if row is None:
            # The current one stays, unmarked: the arrow keys go on from there.
            self.view.clearSelection()
        else:
            self.view.setCurrentIndex(self._studio.gallery.index(row))

    def _show_count(self) -> None:
        count = self._studio.gallery.rowCount()
        self._count.setText(str(count))
        self._count.setAccessibleName(self.tr("Number of characters: {0}").format(count))
