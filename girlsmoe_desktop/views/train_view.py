"""A run on the stage: what is left, its losses, its samples, and how they came about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from girlsmoe_desktop.jobs.latest_wins import LatestWins
from girlsmoe_desktop.state import training_words as words
from girlsmoe_desktop.state.material import Kind
from girlsmoe_desktop.state.run_plan import Step
from girlsmoe_desktop.state.training import Phase
from girlsmoe_desktop.views import samples
from girlsmoe_desktop.views.banner import Banner
from girlsmoe_desktop.views.film_strip import FilmStrip, PlayButton
from girlsmoe_desktop.views.loss_chart import LossChart, Series
from girlsmoe_desktop.views.pill_switch import PillSwitch
from girlsmoe_desktop.views.prepare_view import PrepareView
from girlsmoe_desktop.views.progress_line import ProgressLine
from girlsmoe_desktop.views.surfaces import Card, Surface, label
from girlsmoe_desktop.views.train_cards import EmptyStage, Figure, SheetView

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QImage

    from girlsmoe_desktop.jobs.task import Tasks
    from girlsmoe_desktop.state.run_plan import RunPlan
    from girlsmoe_desktop.state.run_record import RunRecord
    from girlsmoe_desktop.state.training import Training
    from girlsmoe_desktop.views.samples import Frame

LOOKS, ATTRIBUTES = "looks", "attributes"


class TrainView(Surface):
    """The stage of training.

    Attributes:
        banner: For messages.
        curves: Which losses are shown.
        chart, sheet, film, play: Its parts.
        prepare: What is seen before, where pictures are made ready.
    """

    def __init__(self, training: Training, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__("stage", "", parent)
        self._training = training
        self._folder: Path | None = None
        self._sheets: LatestWins[tuple[Path, QImage]] = LatestWins(
            tasks, self, self._show_sheet, lambda _error: None
        )
        self._films: LatestWins[tuple[Path, list[Frame]]] = LatestWins(
            tasks, self, self._show_film, lambda _error: None
        )
        self.banner = Banner()
        self._title, self._step = label("", "title"), label("", "secondary", quiet=True)
        self.left = Figure(self.tr("left"))
        self.speed = Figure(self.tr("pictures a second"))
        self.seen = Figure(self.tr("pictures seen"))
        self.progress = ProgressLine()
        self.curves = PillSwitch(
            self.tr("Curves"), {LOOKS: self.tr("Looks"), ATTRIBUTES: self.tr("Attributes")}
        )
        self.chart, self.sheet, self.film = LossChart(), SheetView(), FilmStrip()
        self.play = PlayButton(self.film)
        self._samples = Card(self.tr("Samples"), self.sheet)
        self.prepare = PrepareView(training, tasks)
        self._middle = QStackedLayout()
        self._lay_out()
        training.changed.connect(self._show_run)
        training.sampled.connect(self._look_for_samples)
        training.failed.connect(self.banner.show_problem)
        self.prepare.failed.connect(self.banner.show_problem)
        self.curves.chosen.connect(lambda _key: self._show_curves())
        self.sheet.chosen.connect(lambda _place: self._look_for_samples())
        self.film.valueChanged.connect(lambda _value: self._ask_for_sheet())
        self._show_run()

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self._title)
        names.addWidget(self._step)
        head = QHBoxLayout()
        head.setSpacing(28)
        head.addLayout(names, 1)
        for figure in (self.left, self.speed, self.seen):
            head.addWidget(figure)
        run = QWidget()
        cards = QGridLayout(run)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(12)
        cards.addLayout(head, 0, 0, 1, 2)
        cards.addWidget(self.progress, 1, 0, 1, 2)
        cards.addWidget(Card(self.tr("Losses"), self.chart, self.curves), 2, 0)
        cards.addWidget(self._samples, 2, 1)
        film = Card(self.tr("Same noise, step by step"), self.film, self.play)
        film.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        cards.addWidget(film, 3, 0, 1, 2)
        cards.setColumnStretch(0, 11)
        cards.setColumnStretch(1, 9)
        cards.setRowStretch(2, 1)
        self._empty, self._run = EmptyStage(), run
        self._middle.addWidget(self._empty)
        self._middle.addWidget(run)
        self._middle.addWidget(self.prepare)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(10)
        column.addWidget(self.banner)
        column.addLayout(self._middle, 1)

    def _show_run(self) -> None:
        record, plan = self._training.record, self._training.plan
        if plan is not None and _is_prepared(plan):
            self._folder = None
            self._middle.setCurrentWidget(self.prepare)
            self.prepare.show_plan(plan)
            return
        self.prepare.hide_plan()
        self._middle.setCurrentWidget(self._empty if record is None else self._run)
        if record is None:
            self._folder = None
            return
        if record.folder != self._folder:
            self._folder = record.folder
            self.film.show_frames([])
            self.sheet.show_image(None)
            self.sheet.show_starred(samples.count_cast(record.folder))
            self._look_for_samples()
        self._title.setText(self._name(record))
        self._show_figures(record)
        self._show_curves()

    def _name(self, record: RunRecord) -> str:
        plan = self._training.plan
        return words.preset_name(plan.preset) if plan is not None else record.folder.name

    def _show_figures(self, record: RunRecord) -> None:
        phase = self._training.phase
        going = phase in (Phase.RUNNING, Phase.PAUSED, Phase.PAUSING)
        if phase is Phase.PREPARING:
            done, count = record.prepared
            left, share = record.preparing_seconds_left, done / count if count else 0.0
            text = self.tr("Portrait {0} of {1}").format(words.number(done), words.number(count))
            said = text if count else ""
        else:
            left, share = (record.seconds_left if going else None), record.share
            text = self.tr("Step {0} of {1}")
            said = text.format(words.number(record.step), words.number(record.iterations))
            said = said if record.iterations else ""
        happens = words.what_happens(self._training)
        self._step.setText(" · ".join(part for part in (happens, said) if part))
        self.progress.show_share(share)
        self.left.show_value("" if left is None else words.duration(left))
        speed = record.images_per_s if phase is Phase.RUNNING else 0.0
        self.speed.show_value(words.number(speed) if speed else "")
        self.seen.show_value(words.number(record.images_seen) if record.images_seen else "")

    def _show_curves(self) -> None:
        record = self._training.record
        if record is None:
            return
        # The roles say who is who: the painter is what is installed in the end.
        table = {
            LOOKS: (("g_adv", self.tr("Painter"), "accent"), ("d_adv", self.tr("Critic"), "text")),
            ATTRIBUTES: (
                ("g_cls", self.tr("Painter"), "accent"),
                ("d_cls_real", self.tr("Critic"), "text"),
            ),
        }[self.curves.key]
        known = record.curves
        self.chart.show_series(
            [Series(name, role, known[key]) for key, name, role in table if key in known]
        )

    def _look_for_samples(self) -> None:
        folder = self._folder
        if folder is not None:
            known = {frame.path: frame for frame in self.film.frames}
            place = self.sheet.place
            self._films.request(lambda: (folder, samples.load_frames(folder, known, place)))

    def _show_film(self, loaded: tuple[Path, list[Frame]]) -> None:
        folder, frames = loaded
        if folder == self._folder:
            self.film.show_frames(frames)
            self._ask_for_sheet()

    def _ask_for_sheet(self) -> None:
        frame = self.film.frame
        if frame is not None:
            path, text = frame.path, self.tr("Samples at step {0}")
            self._samples.title.setText(text.format(words.number(frame.step)))
            self._sheets.request(lambda: (path, samples.load_sheet(path)))

    def _show_sheet(self, loaded: tuple[Path, QImage]) -> None:
        path, image = loaded
        if self._folder is not None and path.is_relative_to(self._folder):
            self.sheet.show_image(image)


def _is_prepared(plan: RunPlan) -> bool:
    """Returns whether pictures are still on their way to a training set."""
    is_own = plan.material.kind in (Kind.PICTURES, Kind.FACES)
    return is_own and plan.next_step is not Step.TRAIN
