"""The window: rail, panel, stage and gallery, and what its menus do."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QGridLayout, QMainWindow, QStackedWidget, QWidget

from girlsmoe_desktop.state.collecting import Collecting
from girlsmoe_desktop.state.critic import Critic
from girlsmoe_desktop.state.designer import Designer
from girlsmoe_desktop.state.enlarger import Enlarger
from girlsmoe_desktop.state.exchange import Exchange
from girlsmoe_desktop.state.memory import Memory
from girlsmoe_desktop.state.tidying import Tidying
from girlsmoe_desktop.state.wardrobe import Wardrobe
from girlsmoe_desktop.views import file_desk, files, theme
from girlsmoe_desktop.views.actions import Actions
from girlsmoe_desktop.views.collection_menu import CollectMenu
from girlsmoe_desktop.views.commands import Commands
from girlsmoe_desktop.views.design_panel import DesignPanel
from girlsmoe_desktop.views.file_desk import FileDesk
from girlsmoe_desktop.views.gallery import Gallery
from girlsmoe_desktop.views.motion import Motion, dissolve
from girlsmoe_desktop.views.places import BLEND, DESIGN, ENLARGE, FAMILY, MODELS, TRAIN
from girlsmoe_desktop.views.rail import Rail
from girlsmoe_desktop.views.rooms import Rooms
from girlsmoe_desktop.views.saving_status import SavingStatus
from girlsmoe_desktop.views.stage import Stage
from girlsmoe_desktop.views.status import StatusLine

if TYPE_CHECKING:
    from pathlib import Path

    from girlsmoe_desktop.jobs.task import Tasks
    from girlsmoe_desktop.state.settings import Settings
    from girlsmoe_desktop.state.studio import Studio
    from girlsmoe_desktop.state.training import Training

DEFAULT_SIZE_PX = (1440, 900)
MINIMUM_SIZE_PX = (880, 560)
# Room for what the window system puts around a window.
FRAME_PX = (32, 64)
# Below this width the gallery lies under the stage.
NARROW_PX = 1320
SETTLING_MS = 60
PANEL_PX, NARROW_PANEL_PX = 320, 304


class MainWindow(QMainWindow):
    """Everything on the screen. It owns the studio and ends its work when it closes.

    Attributes:
        studio, tasks, settings: What it works with.
        tidying, collecting: What is done with the gallery.
        wardrobe, designer: What is done with who is on the stage.
        enlarger: Makes pictures larger.
        exchange, desk: How characters leave and enter the window.
        actions_, commands: What menus and shortcuts can do.
        rooms: The other places: Blend, Family, Enlarge, Train, Models.
        comes_back: Whether it closed only to be made anew in another language.
        rail, design, stage, gallery, status: Its parts.
    """

    def __init__(self, studio: Studio, tasks: Tasks, settings: Settings) -> None:
        super().__init__()
        self.studio, self.tasks, self.settings = studio, tasks, settings
        self.comes_back = False
        for part in (tasks, studio):
            part.setParent(self)
        self.tidying = Tidying(studio, self)
        self.tidying.put_in_order(settings.order)
        self._memory = Memory(studio, self)
        self.actions_ = Actions(self)
        self.rail = Rail()
        self.wardrobe = Wardrobe(studio, tasks, self)
        self.designer = Designer(studio, self.wardrobe, self)
        self.design = DesignPanel(studio, tasks, self.wardrobe, self.designer, settings.count)
        self.enlarger = Enlarger(studio, tasks, settings, self)
        self.exchange = Exchange(studio, tasks, self.enlarger, self)
        self.rooms = Rooms(studio, tasks, settings, self.exchange, self)
        self.stage = Stage(studio, tasks, self.designer, self.enlarger)
        self.collecting = Collecting(studio, self)
        self.gallery = Gallery(studio, tasks, self.tidying, self.collecting)
        self.desk = FileDesk(self, self.exchange, settings, studio.noticed.emit)
        self.status = StatusLine(studio)
        self.critic = Critic(studio, tasks, self)
        self._panels, self._views = QStackedWidget(), QStackedWidget()
        self._grid = QGridLayout()
        self._is_narrow: bool | None = None
        self._motion: Motion | None = None
        self._place = DESIGN
        self.setWindowTitle("GirlsMoe Desktop")
        self.setAcceptDrops(True)
        self._lay_out()
        self.commands = Commands(self)
        self._connect()
        self._restore_geometry()
        self.stage.say(self.tr("Opening the model …"))

    def go_to(self, place: int) -> None:
        """Shows the panel of a place of the rail, and its own view if it has one."""
        room = None if place == DESIGN else self.rooms.view(place)
        panel = self.design if place == DESIGN else self.rooms.panel(place)
        dissolve(self._panels, lambda: _show(self._panels, panel))
        _show(self._views, room or self.stage)
        self.stage.look_through(self.rooms.family_view if place == FAMILY else None)
        self.gallery.setVisible(room is None or place == ENLARGE)
        self._place = place
        self.rail.show_place(place)
        self.actions_.places[place].setChecked(True)
        self._tell_marked()
        self.commands.enable()

    @property
    def shows_character(self) -> bool:
        """Whether the character is in view, not what a place shows instead."""
        return self._place not in (TRAIN, MODELS)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Takes models, and once there is one, files to open with it."""
        self._takes(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802
        """Goes on taking them, wherever they are dragged to."""
        self._takes(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Makes the characters of dropped files again; where pictures are enlarged, those are."""
        if not self._takes(event):
            return
        brought = file_desk.dropped_pictures(event) if self._place == ENLARGE else []
        if brought:
            self.rooms.enlarge.bring(brought)
        else:
            self.desk.drop(event)

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
        self.settings.order = self.tidying.order
        self.settings.save()
        self._memory.flush()
        self.desk.close()
        self.hide()  # training ends its step first, which may take a while
        self.rooms.shut_down()
        self.tasks.shut_down()
        self.studio.gallery.gallery.close()
        super().closeEvent(event)

    def _takes(self, event: QDropEvent) -> bool:
        if self._place == ENLARGE and file_desk.dropped_pictures(event):
            # Never as a move: whoever dragged the file would delete it afterwards.
            event.setDropAction(Qt.DropAction.CopyAction)
            event.setAccepted(event.dropAction() == Qt.DropAction.CopyAction)
            return event.isAccepted()
        if self.studio.generator is None and not file_desk.brings_model(event):
            event.ignore()
            return False
        return self.desk.takes(event)

    def _lay_out(self) -> None:
        self._add_place(DESIGN, self.tr("Design"), "create")
        self._add_place(BLEND, self.tr("Blend"), "blend")
        self._add_place(FAMILY, self.tr("Family"), "family")
        self._add_place(ENLARGE, self.tr("Enlarge"), "enlarge")
        self._add_place(TRAIN, self.tr("Train"), "train")
        self._add_place(MODELS, self.tr("Models"), "models")
        centre = QWidget()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._grid.addWidget(self.rail, 0, 0, 2, 1)
        self._grid.addWidget(self._panels, 0, 1, 2, 1)
        self._grid.addWidget(self._views, 0, 2)
        self._grid.setColumnStretch(2, 1)
        self._grid.setRowStretch(0, 1)
        centre.setLayout(self._grid)
        self.setCentralWidget(centre)
        self.setStatusBar(self.status)
        self.status.addPermanentWidget(SavingStatus(self.exchange.saving))
        words = self.tr("Put into a co&llection")
        collect = CollectMenu(self, words, self.collecting, lambda: self.commands.chosen())
        self.actions_.collect.setMenu(collect)
        self.actions_.fill(self.menuBar())
        self.gallery.view.addActions(self.actions_.of_a_character)
        self._arrange(False)

    def _add_place(self, place: int, name: str, icon_name: str) -> None:
        self.rail.add(name, icon_name)
        self.actions_.add_place(name).triggered.connect(lambda: self.go_to(place))

    def _arrange(self, narrow: bool) -> None:
        self._is_narrow = narrow
        self._panels.setFixedWidth(NARROW_PANEL_PX if narrow else PANEL_PX)
        self._grid.removeWidget(self.gallery)
        self.gallery.set_strip(narrow)
        self.stage.set_compact(narrow)
        self.rooms.set_compact(narrow)
        if narrow:
            self._grid.addWidget(self.gallery, 1, 2)
        else:
            self._grid.addWidget(self.gallery, 0, 3, 2, 1)

    def _connect(self) -> None:
        studio = self.studio
        studio.model_failed.connect(
            lambda text: self.stage.say(
                self.tr("There is no model to paint with"), text, offer=True
            )
        )
        # Later than the first character, which should not wait for it.
        open_later = partial(QTimer.singleShot, SETTLING_MS, self, self.enlarger.open)
        once = Qt.ConnectionType.SingleShotConnection
        studio.session.character_changed.connect(open_later, once)
        # Tiles are made anew for every model.
        self.stage.portrait.sharpened.connect(lambda *look: self.design.traits.show_sharper(*look))
        self.stage.retry.clicked.connect(self._retry)
        self.stage.choose.clicked.connect(self._choose_model)
        self.rooms.installed.connect(self._try_out)
        self.rooms.save_wanted.connect(self.desk.save)
        self.gallery.view.selectionModel().selectionChanged.connect(self._tell_marked)
        self.rooms.trains.connect(self._watch_training)
        self.critic.ready.connect(self._offer_best)
        self.critic.doubted.connect(self.stage.show_doubts)
        self.design.generate.count.best_of_changed.connect(self._choose_best_of)
        self.desk.model_dropped.connect(lambda path: self.rooms.models.take(path))
        studio.failed.connect(self.stage.banner.show_problem)
        studio.noticed.connect(self.stage.banner.show_notice)
        studio.model_opened.connect(self._memory.start)
        studio.model_opened.connect(self._begin)
        self.wardrobe.tried.connect(self.stage.try_on)
        self.rail.chosen.connect(self.go_to)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)
        self.go_to(DESIGN)
        if self.settings.run:
            # A run that was left says so at the foot. It can wait until the window is there.
            QTimer.singleShot(0, self, lambda: self.rooms.train)

    def _tell_marked(self) -> None:
        """Tells who is marked in the gallery, where that is asked for."""
        if self._place == ENLARGE:
            self.rooms.enlarge.show_marked(self.gallery.chosen())

    def _offer_best(self, offered: bool) -> None:
        count = self.design.generate.count
        count.offer_best(offered)
        if offered:
            count.set_best_of(self.settings.best_of)

    def _choose_best_of(self, best_of: int) -> None:
        self.studio.best_of = best_of
        if self.studio.reader is not None:
            self.settings.best_of = best_of

    def _retry(self) -> None:
        self.stage.say(self.tr("Opening the model …"))
        self.studio.reopen()

    def _choose_model(self) -> None:
        folder = files.ask_model(self)
        if folder is not None:
            self.stage.say(self.tr("Opening the model …"))
            self.studio.open(str(folder))

    def _watch_training(self, training: Training) -> None:
        """Says at the foot how training goes, wherever the person is."""
        from girlsmoe_desktop.views.train_status import TrainStatus

        self.status.addPermanentWidget(TrainStatus(training))

    def _try_out(self, folder: Path) -> None:
        """Opens a model that was just made, and makes its first character."""
        studio = self.studio
        self.go_to(DESIGN)
        once = Qt.ConnectionType.SingleShotConnection
        studio.model_opened.connect(lambda: studio.generate(1), once)
        studio.open(str(folder))

    def _begin(self) -> None:
        """Gives Generate the focus, unless the person has gone elsewhere meanwhile."""
        focused = self.focusWidget()
        places = self.rail.places
        if focused is None or (focused in places and not any(place.has_ring for place in places)):
            self.design.generate.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_full_screen(self, full: bool) -> None:
        """Fills the screen, or leaves it."""
        flag = Qt.WindowState.WindowFullScreen
        self.setWindowState(self.windowState() | flag if full else self.windowState() & ~flag)

    def set_theme(self, name: str) -> None:
        """Takes light or dark colours, or those of the system, and remembers it."""
        self.settings.theme = name
        self._follow_system()

    def begin_moving(self) -> None:
        """Lets things move, if the person and the system do."""
        self._motion = Motion(self.tasks, self.settings.motion, self)

    def set_motion(self, name: str) -> None:
        """Lets things move, or not, or as the system has it, and remembers it."""
        self.settings.motion = name
        if self._motion is not None:
            self._motion.choose(name)

    def set_language(self, name: str) -> None:
        """Remembers a language; the window comes back in it unless a model is being trained."""
        if name == self.settings.language:
            return
        self.settings.language = name
        if self.rooms.is_training:
            words = self.tr("The language changes when the program is started the next time.")
            self.stage.banner.show_notice(words)
            return
        self.comes_back = True
        self.close()

    def _follow_system(self) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        theme.apply(application, theme.is_wanted_dark(self.settings.theme))

    def _restore_geometry(self) -> None:
        self.setMinimumSize(*MINIMUM_SIZE_PX)
        room = self.screen().availableSize() - QSize(*FRAME_PX)
        self.resize(QSize(*DEFAULT_SIZE_PX).boundedTo(room))
        # Qt itself brings a window back that lies off every screen; a damaged value restores
        # nothing, and the size above stays.
        self.restoreGeometry(self.settings.geometry)


def _show(stack: QStackedWidget, widget: QWidget) -> None:
    """Shows a widget of a stack; it is added when it is first shown."""
    if stack.indexOf(widget) < 0:
        stack.addWidget(widget)
    stack.setCurrentWidget(widget)
