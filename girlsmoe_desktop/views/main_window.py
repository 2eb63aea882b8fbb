"""The window: rail, panel, stage and gallery, and what its menus do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QGridLayout, QMainWindow, QStackedWidget, QWidget

from girlsmoe_desktop.core.character import UNNUMBERED
from girlsmoe_desktop.state import words
from girlsmoe_desktop.state.memory import Memory
from girlsmoe_desktop.state.tidying import Tidying
from girlsmoe_desktop.state.wardrobe import Wardrobe
from girlsmoe_desktop.store.gallery import Place
from girlsmoe_desktop.views import files, pictures, theme
from girlsmoe_desktop.views.about import show_about
from girlsmoe_desktop.views.actions import Actions
from girlsmoe_desktop.views.blend_panel import BlendPanel
from girlsmoe_desktop.views.design_panel import DesignPanel
from girlsmoe_desktop.views.gallery import Gallery
from girlsmoe_desktop.views.rail import Rail
from girlsmoe_desktop.views.stage import Stage
from girlsmoe_desktop.views.status import StatusLine

if TYPE_CHECKING:
    from girlsmoe_desktop.jobs.task import Tasks
    from girlsmoe_desktop.state.settings import Settings
    from girlsmoe_desktop.state.studio import Studio

DEFAULT_SIZE_PX = (1440, 900)
MINIMUM_SIZE_PX = (880, 560)
# Room for what the window system puts around a window.
FRAME_PX = (32, 64)
# Below this width the gallery lies under the stage.
NARROW_PX = 1320
PANEL_PX, NARROW_PANEL_PX = 320, 304
DESIGN, BLEND = 0, 1


class MainWindow(QMainWindow):
    """Everything on the screen. It owns the studio and ends its work when it closes.

    Attributes:
        studio, tasks, settings: What it works with.
        tidying, wardrobe: What is done with the gallery, and with who is on the stage.
        actions_: What menus and shortcuts can do.
        rail, design, blend, stage, gallery, status: Its parts.
    """

    def __init__(self, studio: Studio, tasks: Tasks, settings: Settings) -> None:
        super().__init__()
        self.studio, self.tasks, self.settings = studio, tasks, settings
        for part in (tasks, studio):
            part.setParent(self)
        self.tidying = Tidying(studio, self)
        self._memory = Memory(studio, self)
        self.actions_ = Actions(self)
        self.rail = Rail()
        self.wardrobe = Wardrobe(studio, tasks, self)
        self.design = DesignPanel(studio, self.wardrobe, settings.count)
        self.blend = BlendPanel(studio, tasks)
        self.stage = Stage(studio.session)
        self.gallery = Gallery(studio, self.tidying)
        self.status = StatusLine(studio)
        self._panels = QStackedWidget()
        self._grid = QGridLayout()
        self._is_narrow: bool | None = None
        self.setWindowTitle("GirlsMoe Desktop")
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect_actions()
        self._connect_studio()
        self._restore_geometry()
        self.stage.say(self.tr("Opening the model …"))

    def go_to(self, place: int) -> None:
        """Shows the panel of a place of the rail."""
        self._panels.setCurrentIndex(place)
        (self.rail.design, self.rail.blend)[place].setChecked(True)
        (self.actions_.design, self.actions_.blend)[place].setChecked(True)

    def save(self) -> None:
        """Asks where, and saves the character on the stage with its recipe."""
        character = self.studio.session.character
        if character is None:
            return
        path = files.ask_save(self, self.settings.folder, words.title(character))
        saved = self.studio.save(character, path) if path is not None else None
        if saved is not None:
            self.settings.folder = str(saved.parent)
            self.stage.banner.show_notice(self.tr("Saved as {0}").format(saved))

    def open(self) -> None:
        """Asks for a saved picture and makes its character again."""
        path = files.ask_open(self, self.settings.folder)
        if path is not None:
            self.settings.folder = str(path.parent)
            self.studio.restore(path)

    def copy(self) -> None:
        """Puts the picture on the stage into the clipboard, at its own size."""
        character = self.studio.session.character
        if character is not None:
            QGuiApplication.clipboard().setImage(pictures.to_image(character.pixels))
            self.stage.banner.show_notice(self.tr("The picture is in the clipboard."))

    def star(self) -> None:
        """Gives a star to those who are chosen, or takes it."""
        chosen = self._chosen()
        if chosen:
            self.tidying.star(chosen)

    def go_to_search(self) -> None:
        """Goes to the search field of the gallery."""
        self.gallery.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.gallery.search.selectAll()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Takes files, once there is a model to open them with."""
        self._take(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802
        """Goes on taking them, wherever they are dragged to."""
        self._take(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Makes the characters of dropped files again."""
        if self._take(event):
            for path in _dropped(event):
                self.studio.restore(path)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Moves the gallery under the stage when there is no room beside it."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW_PX
        if narrow != self._is_narrow:
            self._arrange(narrow)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Keeps the menu right when the system changes to full screen and back."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self.actions_.full_screen.setChecked(self.isFullScreen())

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Remembers the window's place and waits for the worker threads."""
        self.settings.geometry = self.saveGeometry()
        self.settings.count = self.design.generate.count.count
        self.settings.save()
        self._memory.flush()
        self.tasks.shut_down()
        self.studio.gallery.gallery.close()
        super().closeEvent(event)

    def _take(self, event: QDropEvent) -> bool:
        # Never as a move: whoever dragged the file would delete it afterwards.
        copy = Qt.DropAction.CopyAction
        event.setDropAction(copy)
        usable = self.studio.generator is not None and bool(_dropped(event))
        event.setAccepted(usable and event.dropAction() == copy)
        return event.isAccepted()

    def _lay_out(self) -> None:
        self._panels.addWidget(self.design)
        self._panels.addWidget(self.blend)
        centre = QWidget()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._grid.addWidget(self.rail, 0, 0, 2, 1)
        self._grid.addWidget(self._panels, 0, 1, 2, 1)
        self._grid.addWidget(self.stage, 0, 2)
        self._grid.setColumnStretch(2, 1)
        self._grid.setRowStretch(0, 1)
        centre.setLayout(self._grid)
        self.setCentralWidget(centre)
        self.setStatusBar(self.status)
        self.actions_.fill(self.menuBar())
        self.gallery.view.addActions(self.actions_.of_a_character)
        self._arrange(False)

    def _arrange(self, narrow: bool) -> None:
        self._is_narrow = narrow
        self._panels.setFixedWidth(NARROW_PANEL_PX if narrow else PANEL_PX)
        self._grid.removeWidget(self.gallery)
        self.gallery.set_strip(narrow)
        self.stage.set_compact(narrow)
        if narrow:
            self._grid.addWidget(self.gallery, 1, 2)
        else:
            self._grid.addWidget(self.gallery, 0, 3, 2, 1)

    def _connect_actions(self) -> None:
        act, session = self.actions_, self.studio.session
        act.open.triggered.connect(self.open)
        act.save.triggered.connect(self.save)
        act.quit.triggered.connect(self.close)
        act.undo.triggered.connect(self.tidying.undo)
        act.copy.triggered.connect(self.copy)
        act.find.triggered.connect(self.go_to_search)
        act.star.triggered.connect(self.star)
        act.trash.triggered.connect(self.gallery.trash_chosen)
        act.unpin.triggered.connect(session.unpin_all)
        act.generate.triggered.connect(
            lambda: self.studio.generate(self.design.generate.count.count)
        )
        act.stop.triggered.connect(self.studio.stop)
        act.lock.triggered.connect(session.set_locked)
        act.set_start.triggered.connect(self._set_start)
        act.set_end.triggered.connect(self._set_end)
        act.design.triggered.connect(lambda: self.go_to(DESIGN))
        act.blend.triggered.connect(lambda: self.go_to(BLEND))
        act.full_screen.triggered.connect(self._set_full_screen)
        act.about.triggered.connect(lambda: show_about(self, self.studio.manifest))
        act.about_qt.triggered.connect(QApplication.aboutQt)
        self.rail.chosen.connect(self.go_to)
        self.stage.keep.clicked.connect(self._keep)
        self.wardrobe.tried.connect(self.stage.try_on)
        self.stage.star.clicked.connect(self.star)
        self.stage.copy.clicked.connect(self.copy)
        self.stage.save.clicked.connect(self.save)
        self.go_to(DESIGN)

    def _connect_studio(self) -> None:
        studio = self.studio
        studio.model_failed.connect(
            lambda text: self.stage.say(
                self.tr("There is no model to paint with"), text, offer=True
            )
        )
        self.stage.retry.clicked.connect(self._retry)
        self.stage.choose.clicked.connect(self._choose_model)
        studio.failed.connect(self.stage.banner.show_problem)
        studio.noticed.connect(self.stage.banner.show_notice)
        studio.model_opened.connect(self._memory.start)
        studio.model_opened.connect(self._enable)
        studio.model_opened.connect(self._begin)
        studio.busy_changed.connect(self._enable)
        studio.session.character_changed.connect(self._enable)
        studio.session.pins_changed.connect(self._enable)
        self.tidying.changed.connect(self._enable)
        studio.gallery.found.connect(self._enable)
        studio.session.lock_changed.connect(self.actions_.lock.setChecked)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._enable()

    def _enable(self) -> None:
        act, studio = self.actions_, self.studio
        has_model, has_character = (
            studio.generator is not None,
            studio.session.character is not None,
        )
        act.open.setEnabled(has_model)
        act.generate.setEnabled(has_model and not studio.is_busy)
        act.stop.setEnabled(studio.is_busy)
        act.unpin.setEnabled(bool(studio.session.pinned))
        for action in (*act.of_a_character, act.lock):
            action.setEnabled(has_character)
        on_stage = studio.session.character
        is_kept = on_stage is not None and on_stage.number != UNNUMBERED
        act.star.setEnabled(is_kept)
        act.trash.setEnabled(is_kept and self.tidying.place is not Place.TRASH)
        act.undo.setEnabled(self.tidying.can_undo)
        self.stage.show_star(on_stage is not None and studio.gallery.is_starred(on_stage.number))

    def _chosen(self) -> list[int]:
        """Returns who is marked in the gallery, or else who is on the stage, if in the gallery."""
        on_stage = self.studio.session.character
        if on_stage is None or on_stage.number == UNNUMBERED:
            return []
        return self.gallery.chosen() or [on_stage.number]

    def _keep(self) -> None:
        character = self.studio.session.character
        if character is not None:
            self.studio.keep(character)

    def _retry(self) -> None:
        self.stage.say(self.tr("Opening the model …"))
        self.studio.reopen()

    def _choose_model(self) -> None:
        folder = files.ask_folder(self)
        if folder is not None:
            self.stage.say(self.tr("Opening the model …"))
            self.studio.open(str(folder))

    def _begin(self) -> None:
        """Gives Generate the focus, unless the person has gone elsewhere meanwhile."""
        focused = self.focusWidget()
        places = (self.rail.design, self.rail.blend)
        if focused is None or (focused in places and not any(place.has_ring for place in places)):
            self.design.generate.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_start(self) -> None:
        self.go_to(BLEND)
        self.blend.take_start()

    def _set_end(self) -> None:
        self.go_to(BLEND)
        self.blend.take_end()

    def _set_full_screen(self, full: bool) -> None:
        flag = Qt.WindowState.WindowFullScreen
        self.setWindowState(self.windowState() | flag if full else self.windowState() & ~flag)

    def _follow_system(self) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        theme.apply(application, theme.system_is_dark())

    def _restore_geometry(self) -> None:
        self.setMinimumSize(*MINIMUM_SIZE_PX)
        room = self.screen().availableSize() - QSize(*FRAME_PX)
        self.resize(QSize(*DEFAULT_SIZE_PX).boundedTo(room))
        # Qt itself brings a window back that lies off every screen; a damaged value restores
        # nothing, and the size above stays.
        self.restoreGeometry(self.settings.geometry)


def _dropped(event: QDropEvent) -> list[Path]:
    urls = event.mimeData().urls()
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    return [path for path in paths if path.is_file()]
