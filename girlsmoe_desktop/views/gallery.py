"""Everyone who was made: a panel at the side, or a strip when the window is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    QTimer,
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
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.state.gallery_model import GalleryModel
from girlsmoe_desktop.store.gallery import Place
from girlsmoe_desktop.views import icons, paper, pictures, theme
from girlsmoe_desktop.views.buttons import IconButton, TextButton
from girlsmoe_desktop.views.collection_menu import ShelfMenu
from girlsmoe_desktop.views.files import ask_to_delete
from girlsmoe_desktop.views.surfaces import Surface, label

if TYPE_CHECKING:
    from girlsmoe_desktop.core.character import Character
    from girlsmoe_desktop.state.collecting import Collecting
    from girlsmoe_desktop.state.studio import Studio
    from girlsmoe_desktop.state.tidying import Tidying

PICTURE_PX, STRIP_PICTURE_PX, GAP_PX = 90, 64, 8
PANEL_PX, STRIP_PX, STRIP_HEAD_PX = 320, 92, 236
WIDEST_PX = 16777215  # Qt's own bound
RADIUS_PX = 14.0
EDGE_PX = 2.5
STAR_PX = 20
# Scaled pictures that are kept at hand: several screens full, 40 MB at one pixel per point.
SCALED_AT_MOST = 1_000
# Up to so many characters a search is done between two letters; with more it waits for a pause.
SOON, PAUSE_MS = 5_000, 150
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


class Gallery(Surface):
    """The list of characters; choosing one puts it on the stage.

    Attributes:
        view: The list.
        search: Where looks are typed.
        shelf, shelf_menu: Which collection is shown, and in which order.
        starred, trash: Show only those with a star, or those in the trash.
        bring_back, empty: What can be done in the trash.
    """

    def __init__(
        self,
        studio: Studio,
        tidying: Tidying,
        collecting: Collecting,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("panel", "left", parent)
        self._studio, self._tidying, self._collecting = studio, tidying, collecting
        self._delegate = ThumbnailDelegate(self)
        self._count = label("", "secondary", quiet=True)
        self._title = label("", "title")
        self._head, self._foot = QWidget(), QWidget()
        self._layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._foot_layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._foot)
        self.view = ThumbnailView()
        self.search = QLineEdit()
        self.shelf = IconButton(self.tr("Collections and order"), "collection")
        self.shelf_menu = ShelfMenu(collecting, tidying, self)
        self.starred = IconButton(self.tr("Only those with a star"), "star")
        self.trash = IconButton(self.tr("The trash"), "trash")
        self.bring_back = TextButton(self.tr("Bring back"))
        self.empty = TextButton(self.tr("Empty the trash"))
        self._somebody_goes = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._set_up_view()
        self._lay_out()
        self.set_strip(False)
        self._connect()
        self._show_state()

    def set_strip(self, strip: bool) -> None:
        """Lies down under the stage (True) or stands at the side."""
        self._delegate.side_px = STRIP_PICTURE_PX if strip else PICTURE_PX
        self._lines = ["left", "top"] if strip else ["left"]
        way = QBoxLayout.Direction
        self._layout.setDirection(way.LeftToRight if strip else way.TopToBottom)
        self._layout.setContentsMargins(*((8, 4, 8, 4) if strip else (12, 12, 2, 8)))
        self._foot_layout.setDirection(way.TopToBottom if strip else way.LeftToRight)
        self._head.setMinimumWidth(STRIP_HEAD_PX if strip else 0)
        self._head.setMaximumWidth(STRIP_HEAD_PX if strip else WIDEST_PX)
        self.view.setWrapping(not strip)
        scroll_bar = Qt.ScrollBarPolicy
        self.view.setVerticalScrollBarPolicy(
            scroll_bar.ScrollBarAlwaysOff if strip else scroll_bar.ScrollBarAsNeeded
        )
        self.setMinimumSize(0, 0)
        self.setMaximumSize(WIDEST_PX, WIDEST_PX)
        if strip:
            self.setFixedHeight(STRIP_PX)
        else:
            self.setFixedWidth(PANEL_PX)
        self._show_state()
        self.view.scheduleDelayedItemsLayout()

    def chosen(self) -> list[int]:
        """Returns the numbers of those who are marked in the list, in its order."""
        rows = sorted(index.row() for index in self.view.selectedIndexes())
        return [self._studio.gallery.number(row) for row in rows]

    def trash_chosen(self) -> None:
        """Puts who is marked into the trash, and the next one on the stage."""
        rows = [index.row() for index in self.view.selectedIndexes()]
        if not rows or self._tidying.place is Place.TRASH:
            return
        gallery = self._studio.gallery
        before = gallery.rowCount()
        self._tidying.trash(self.chosen())
        if 0 < gallery.rowCount() < before:
            next_one = gallery.index(min(*rows, gallery.rowCount() - 1))
            # Part of the same step: an undo of it brings back who has gone.
            with QSignalBlocker(self.view.selectionModel()):
                self.view.setCurrentIndex(next_one)
            character = self._character(next_one.row())
            if character is not None:
                self._studio.session.show(character)

    def _connect(self) -> None:
        studio, tidying, collecting = self._studio, self._tidying, self._collecting
        studio.session.character_changed.connect(self._show_current)
        studio.gallery.found.connect(self._show_state)
        tidying.changed.connect(self._show_state)
        self.view.selectionModel().currentChanged.connect(self._follow)
        # Also who was current already, while somebody else was on the stage.
        self.view.clicked.connect(self._choose)
        self.view.selectionModel().selectionChanged.connect(self._enable)
        collecting.changed.connect(self._show_state)
        self.search.textChanged.connect(self._search_soon)
        self.search.returnPressed.connect(self._search)
        self._pause.timeout.connect(self._search)
        self.shelf.clicked.connect(self._open_shelf)
        self.starred.clicked.connect(lambda on: self._go_to(Place.STARRED, on))
        self.trash.clicked.connect(lambda on: self._go_to(Place.TRASH, on))
        self.bring_back.clicked.connect(lambda: tidying.bring_back(self.chosen()))
        self.empty.clicked.connect(self._empty)

    def _set_up_view(self) -> None:
        view = self.view
        # Before the view hears of it: where it goes on when somebody goes is no choice.
        self._studio.gallery.rowsAboutToBeRemoved.connect(lambda: self._note_going(True))
        self._studio.gallery.rowsRemoved.connect(lambda: self._note_going(False))
        view.setModel(self._studio.gallery)
        view.setItemDelegate(self._delegate)
        view.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        view.setFlow(QListView.Flow.LeftToRight)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setLayoutMode(QListView.LayoutMode.Batched)
        view.setBatchSize(2_000)
        view.setUniformItemSizes(True)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setMouseTracking(True)
        view.setDragEnabled(True)
        view.setDragDropMode(QListView.DragDropMode.DragOnly)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        view.setAccessibleName(self.tr("Gallery"))

    def _lay_out(self) -> None:
        for button in (self.starred, self.trash):
            button.setCheckable(True)
        self.search.setPlaceholderText(self.tr("Search: silver hat, smile …"))
        self.search.setAccessibleName(self.tr("Search the gallery"))
        self.search.setClearButtonEnabled(True)
        for clear in self.search.findChildren(QAbstractButton):
            clear.setAccessibleName(self.tr("Clear the search"))
        self._title.setFixedHeight(36)
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line = QHBoxLayout()
        line.setSpacing(2)
        line.addWidget(self._title, 3)
        line.addWidget(self._count, 1)
        line.addSpacing(6)
        line.addWidget(self.shelf)
        line.addWidget(self.starred)
        line.addWidget(self.trash)
        head = QVBoxLayout(self._head)
        head.setContentsMargins(4, 0, 10, 4)
        head.setSpacing(2)
        head.addLayout(line)
        head.addWidget(self.search)
        self._foot_layout.setContentsMargins(4, 0, 10, 0)
        self._foot_layout.setSpacing(4)
        self._foot_layout.addWidget(self.bring_back, 1)
        self._foot_layout.addWidget(self.empty, 1)
        self._layout.setSpacing(4)
        self._layout.addWidget(self._head)
        self._layout.addWidget(self.view, 1)
        self._layout.addWidget(self._foot)

    def _character(self, row: int) -> Character | None:
        try:
            return self._studio.gallery.character(row)
        except UserError as error:
            self._studio.tell(error)
            return None

    def _note_going(self, going: bool) -> None:
        self._somebody_goes = going

    def _follow(self, current: QModelIndex) -> None:
        if not self._somebody_goes:
            self._choose(current)

    def _choose(self, current: QModelIndex) -> None:
        character = self._character(current.row()) if current.isValid() else None
        if character is not None:
            self._studio.choose(character)

    def _go_to(self, place: Place, on: bool) -> None:
        self._tidying.go_to(place if on else Place.EVERYONE)

    def _empty(self) -> None:
        if ask_to_delete(self, self._studio.gallery.rowCount()):
            self._tidying.empty_trash()

    def _show_current(self) -> None:
        row = self._studio.gallery.row_of(self._studio.session.character)
        if row is None:
            # The current one stays, unmarked: the arrow keys go on from there.
            self.view.clearSelection()
        elif self.view.currentIndex().row() != row or not self.view.selectedIndexes():
            self.view.setCurrentIndex(self._studio.gallery.index(row))

    def _show_state(self) -> None:
        count, place = self._studio.gallery.rowCount(), self._tidying.place
        self._title.setText(self._name(place))
        self._title.setToolTip(self._name(place))
        self._count.setText(str(count))
        self._count.setAccessibleName(self.tr("Number of characters: {0}").format(count))
        self.starred.setChecked(place is Place.STARRED)
        self.trash.setChecked(place is Place.TRASH)
        self._foot.setVisible(place is Place.TRASH)
        self.view.set_empty_words(self._why_nobody(place))
        self._show_current()
        self._enable()

    def _enable(self) -> None:
        self.bring_back.setEnabled(self.view.selectionModel().hasSelection())
        self.empty.setEnabled(self._studio.gallery.rowCount() > 0)

    def _search_soon(self) -> None:
        """Searches now, or when typing rests: many are not looked through at every letter."""
        if self._studio.gallery.total > SOON:
            self._pause.start(PAUSE_MS)
        else:
            self._search()

    def _search(self) -> None:
        self._pause.stop()
        self._tidying.search(self.search.text())

    def _open_shelf(self) -> None:
        self.shelf_menu.popup(self.shelf.mapToGlobal(QPoint(0, self.shelf.height() + 4)))

    def _name(self, place: Place) -> str:
        shown = self._collecting.shown
        if shown is not None and place is not Place.TRASH:
            return shown.name
        return {
            Place.EVERYONE: self.tr("Gallery"),
            Place.STARRED: self.tr("Starred"),
            Place.TRASH: self.tr("Trash"),
        }[place]

    def _why_nobody(self, place: Place) -> str:
        shown = self._collecting.shown
        if self._tidying.text.strip():
            return self.tr("Nobody looks like that.")
        return {
            Place.EVERYONE: self.tr("Nobody is in this collection yet.") if shown else "",
            Place.STARRED: self.tr("Nobody has a star yet."),
            Place.TRASH: self.tr("The trash is empty."),
        }[place]
