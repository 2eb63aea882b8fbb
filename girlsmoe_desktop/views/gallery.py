"""Everyone who was made: a panel at the side, or a strip when the window is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QItemSelectionModel,
    QLocale,
    QModelIndex,
    QPoint,
    QSignalBlocker,
    Qt,
    QTimer,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.store.gallery import Place
from girlsmoe_desktop.views.buttons import IconButton, TextButton
from girlsmoe_desktop.views.collection_menu import ShelfMenu
from girlsmoe_desktop.views.files import ask_to_delete
from girlsmoe_desktop.views.surfaces import Surface, label
from girlsmoe_desktop.views.thumbnail_pictures import ThumbnailPictures
from girlsmoe_desktop.views.thumbnails import PICTURE_PX, ThumbnailDelegate, ThumbnailView

if TYPE_CHECKING:
    from girlsmoe_desktop.core.character import Character
    from girlsmoe_desktop.jobs.task import Tasks
    from girlsmoe_desktop.state.collecting import Collecting
    from girlsmoe_desktop.state.studio import Studio
    from girlsmoe_desktop.state.tidying import Tidying

STRIP_PICTURE_PX = 64
PANEL_PX, STRIP_PX, STRIP_HEAD_PX, STRIP_BUTTON_PX = 320, 92, 236, 34
WIDEST_PX = 16777215  # Qt's own bound
# Up to so many characters a search is done between two letters; with more it waits for a pause.
SOON, PAUSE_MS = 5_000, 150


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
        tasks: Tasks,
        tidying: Tidying,
        collecting: Collecting,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("panel", "left", parent)
        self._studio, self._tidying, self._collecting = studio, tidying, collecting
        self._pictures = ThumbnailPictures(studio.gallery.gallery, tasks, self)
        self._delegate = ThumbnailDelegate(self._pictures, self)
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
        # A strip goes on behind the window's edge.
        self._layout.setContentsMargins(*((12, 4, 0, 4) if strip else (12, 12, 2, 8)))
        self._foot_layout.setContentsMargins(*((4, 0, 16, 0) if strip else (4, 0, 10, 8)))
        for button in (self.bring_back, self.empty):
            button.height_px = STRIP_BUTTON_PX if strip else TextButton.height_px
            button.updateGeometry()
        self._foot_layout.setDirection(way.TopToBottom if strip else way.LeftToRight)
        self._head.setMinimumWidth(STRIP_HEAD_PX if strip else 0)
        self._head.setMaximumWidth(STRIP_HEAD_PX if strip else WIDEST_PX)
        self._title.setProperty("scale", "button" if strip else "title")
        self._title.style().polish(self._title)
        self.view.set_strip(strip, self._delegate.side_px)
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
                self._mark(next_one)
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
        self._pictures.made.connect(view.viewport().update)
        view.setItemDelegate(self._delegate)
        view.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
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
        self._foot_layout.setSpacing(8)
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
            self._mark(self._studio.gallery.index(row))

    def _mark(self, index: QModelIndex) -> None:
        """Marks one and no other, whichever keys are held: those of a shortcut mean no choice."""
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.view.selectionModel().setCurrentIndex(index, flags)

    def _show_state(self) -> None:
        count, place = self._studio.gallery.rowCount(), self._tidying.place
        self._title.setText(self._name(place))
        self._title.setToolTip(self._name(place))
        self._count.setText(QLocale().toString(count))
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
