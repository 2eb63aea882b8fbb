"""The places of the rail behind the first one: each is made when it is first gone to.

Most people design when they start the program. What the other places need is neither imported nor
built before it is asked for, so that the window opens in less time.
"""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from girlsmoe_desktop.views.places import BLEND, ENLARGE, FAMILY, MODELS, TRAIN

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from girlsmoe_desktop.jobs.task import Tasks
    from girlsmoe_desktop.state.devices import Devices
    from girlsmoe_desktop.state.exchange import Exchange
    from girlsmoe_desktop.state.family import Family
    from girlsmoe_desktop.state.filming import Filming
    from girlsmoe_desktop.state.models import Models
    from girlsmoe_desktop.state.preview import Preview
    from girlsmoe_desktop.state.settings import Settings
    from girlsmoe_desktop.state.studio import Studio
    from girlsmoe_desktop.state.training import Training
    from girlsmoe_desktop.views.blend_panel import BlendPanel
    from girlsmoe_desktop.views.enlarge_panel import EnlargePanel
    from girlsmoe_desktop.views.enlarge_view import EnlargeView
    from girlsmoe_desktop.views.family_panel import FamilyPanel
    from girlsmoe_desktop.views.family_view import FamilyView
    from girlsmoe_desktop.views.model_view import ModelView
    from girlsmoe_desktop.views.models_panel import ModelsPanel
    from girlsmoe_desktop.views.train_panel import TrainPanel
    from girlsmoe_desktop.views.train_view import TrainView


class Rooms(QObject):
    """Makes panels, views and what they work with, each once.

    Signals:
        film_wanted: A film of the blend is to be exported.
        save_wanted: Characters are to be saved larger; with them and the scale.
        filmed: One was written; with its path.
        trains: Training can be watched from now on; with it.
        installed: A model was made and installed; with its folder.
    """

    film_wanted = Signal()
    save_wanted = Signal(object, int)
    filmed = Signal(object)
    trains = Signal(object)
    installed = Signal(object)

    def __init__(
        self, studio: Studio, tasks: Tasks, settings: Settings, exchange: Exchange, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._studio, self._tasks, self._settings = studio, tasks, settings
        self._exchange = exchange
        self._is_compact = False

    def panel(self, place: int) -> QWidget:
        """Returns the panel of a place."""
        names = {
            BLEND: "blend",
            FAMILY: "family_panel",
            ENLARGE: "enlarge",
            TRAIN: "train",
            MODELS: "models_panel",
        }
        panel: QWidget = getattr(self, names[place])
        return panel

    def view(self, place: int) -> QWidget | None:
        """Returns the view that a place shows in the room of the stage, if it has one."""
        names = {ENLARGE: "enlarge_view", TRAIN: "train_view", MODELS: "model_view"}
        view: QWidget | None = getattr(self, names[place]) if place in names else None
        return view

    def set_compact(self, compact: bool) -> None:
        """Leaves more of small rooms to their pictures."""
        self._is_compact = compact
        if "enlarge_view" in vars(self):
            self.enlarge_view.set_compact(compact)

    @property
    def is_training(self) -> bool:
        """Whether a model is being made."""
        return "training" in vars(self) and self.training.is_under_way

    def shut_down(self) -> None:
        """Pauses training and waits until it has saved."""
        if "training" in vars(self):
            self.training.shut_down()
        if "train" in vars(self):
            self.train.shut_down()

    @cached_property
    def filming(self) -> Filming:
        """Writes films."""
        from girlsmoe_desktop.state.filming import Filming

        filming = Filming(self._studio, self._tasks, self)
        filming.finished.connect(self.filmed)
        return filming

    @cached_property
    def blend(self) -> BlendPanel:
        """The panel of Blend."""
        from girlsmoe_desktop.views.blend_panel import BlendPanel

        panel = BlendPanel(self._studio, self._tasks, self.filming)
        panel.export.clicked.connect(self.film_wanted)
        return panel

    @cached_property
    def family(self) -> Family:
        """Who comes from whom."""
        from girlsmoe_desktop.state.family import Family

        return Family(self._studio, self)

    @cached_property
    def family_panel(self) -> FamilyPanel:
        """The panel of Family."""
        from girlsmoe_desktop.views.family_panel import FamilyPanel

        return FamilyPanel(self._studio, self.family)

    @cached_property
    def family_view(self) -> FamilyView:
        """The tree, which takes the portrait's place."""
        from girlsmoe_desktop.views.family_view import FamilyView

        return FamilyView(self._studio, self.family)

    @cached_property
    def preview(self) -> Preview:
        """A picture before and after it is enlarged."""
        from girlsmoe_desktop.state.preview import Preview

        return Preview(self._tasks, self._exchange.enlarger, self)

    @cached_property
    def enlarge(self) -> EnlargePanel:
        """The panel of Enlarge."""
        from girlsmoe_desktop.state.file_enlarging import FileEnlarging
        from girlsmoe_desktop.views.enlarge_panel import EnlargePanel

        enlarger, saving = self._exchange.enlarger, self._exchange.saving
        files = FileEnlarging(self._studio, self._tasks, enlarger, self)
        view = self.enlarge_view
        panel = EnlargePanel(self._studio, enlarger, self.preview, files, saving, self._settings)
        panel.named.connect(view.name)
        panel.save_wanted.connect(self.save_wanted)
        panel.tell_name()
        return panel

    @cached_property
    def enlarge_view(self) -> EnlargeView:
        """The room in which before and after are compared."""
        from girlsmoe_desktop.views.enlarge_view import EnlargeView

        view = EnlargeView(self.preview, self._tasks, self._exchange.enlarger)
        view.set_compact(self._is_compact)
        self._studio.failed.connect(view.banner.show_problem_if_seen)
        self._studio.noticed.connect(view.banner.show_notice_if_seen)
        return view

    @cached_property
    def training(self) -> Training:
        """A model that is being made."""
        from girlsmoe_desktop.jobs.trainer_process import TrainerProcess
        from girlsmoe_desktop.state.training import Training

        training = Training(self._tasks, partial(TrainerProcess, parent=self), self)
        training.installed.connect(self.installed)
        self.trains.emit(training)
        return training

    @cached_property
    def train(self) -> TrainPanel:
        """The panel of Train."""
        from girlsmoe_desktop.views.train_panel import TrainPanel

        return TrainPanel(self.training, self._settings, self._studio.gallery)

    @cached_property
    def train_view(self) -> TrainView:
        """How training goes."""
        from girlsmoe_desktop.views.train_view import TrainView

        return TrainView(self.training, self._tasks)

    @cached_property
    def models(self) -> Models:
        """The models that are installed."""
        from girlsmoe_desktop.state.models import Models

        models = Models(self._studio, self._tasks, self._settings, self)
        models.refresh()
        return models

    @cached_property
    def devices(self) -> Devices:
        """What models run on."""
        from girlsmoe_desktop.state.devices import Devices

        return Devices(self._studio, self._tasks, self._settings, self)

    @cached_property
    def models_panel(self) -> ModelsPanel:
        """The panel of Models."""
        from girlsmoe_desktop.state.engine import AddedEngine
        from girlsmoe_desktop.views.models_panel import ModelsPanel

        engine = AddedEngine(self._studio, self._tasks, self)
        return ModelsPanel(self.models, self.devices, engine, self._settings)

    @cached_property
    def model_view(self) -> ModelView:
        """The card of the model that is open."""
        from girlsmoe_desktop.views.model_view import ModelView

        view = ModelView(self.models)
        self._studio.failed.connect(view.banner.show_problem_if_seen)
        self._studio.noticed.connect(view.banner.show_notice_if_seen)
        return view
