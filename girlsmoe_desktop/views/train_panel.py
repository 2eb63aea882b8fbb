"""The panel that teaches a new model: sets a run up, pauses it, goes on, installs what it made."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from girlsmoe_desktop.state import training_words as words
from girlsmoe_desktop.state.model_names import free_id
from girlsmoe_desktop.state.training import Phase
from girlsmoe_desktop.views import files
from girlsmoe_desktop.views.buttons import PrimaryButton, TextButton, hand_over_focus
from girlsmoe_desktop.views.surfaces import INSET_PX, Surface, breakable, fill_panel, intro, label
from girlsmoe_desktop.views.train_python import TrainPython
from girlsmoe_desktop.views.train_setup import TrainSetup

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QShowEvent

    from girlsmoe_desktop.state.gallery_model import GalleryModel
    from girlsmoe_desktop.state.run_record import RunRecord
    from girlsmoe_desktop.state.settings import Settings
    from girlsmoe_desktop.state.training import Training

MAX_NAME = 60


class _Main(PrimaryButton):
    """The button of the foot, whose meaning changes under the pointer."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Takes a double click for the one click that it is meant as: Start is no Pause."""
        event.accept()


class _Side(TextButton):
    """A button beside it, whose meaning changes as well."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Takes a double click for one click: Stop is no Stop at once."""
        event.accept()


class _Install(QWidget):
    """What the model is to be called.

    Attributes:
        name: The field for it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.name = QLineEdit(self.tr("My model"))
        self.name.setMaxLength(MAX_NAME)
        self.name.setAccessibleName(self.tr("Name of the model"))
        self._id = label("", "secondary", quiet=True, wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(label(self.tr("Name of the model"), "strong", quiet=True))
        layout.addWidget(self.name)
        layout.addWidget(self._id)
        self.name.textChanged.connect(lambda _text: self.show_id())

    def show_id(self) -> None:
        """Shows what the model's folder will be called."""
        text = self.tr("Its folder will be called {0}.")
        self._id.setText(breakable(text.format(free_id(self.name.text()))))


class TrainPanel(Surface):
    """The form, or what is to be said of the run that is shown; at the foot what may be done.

    Attributes:
        setup: The form.
        install: What a trained model is to be called.
        python: What training runs in.
        main: Start, Pause, Go on or Install.
        side: Stop, or what else there is to do.
        further: Trains on a run that was ended.
    """

    def __init__(
        self,
        training: Training,
        settings: Settings,
        gallery: GalleryModel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("panel", "right", parent)
        self._training, self._settings = training, settings
        self._shown = Phase.IDLE
        self.setup, self.install = TrainSetup(settings, gallery), _Install()
        self.python = TrainPython(settings)
        self._intro = intro(self.tr("Teach a new model from portraits."))
        self._facts = label("", quiet=True, wrap=True)
        self._problem = label("", wrap=True)
        self.further, self.side = _Side(self.tr("Train on")), _Side("")
        self.main = _Main("")
        self._lay_out()
        training.changed.connect(self._follow)
        self.setup.changed.connect(self._show)
        self.setup.failed.connect(training.failed)
        self.python.found.connect(self._take_python)
        self.main.clicked.connect(self._do_main)
        self.side.clicked.connect(self._do_side)
        self.further.clicked.connect(training.resume)
        self._show()
        if settings.run and Path(settings.run).is_dir():
            training.pick_up(Path(settings.run))

    def shut_down(self) -> None:
        """Ends what runs beside the window."""
        self.python.shut_down()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Looks for a Python only now: its torch takes seconds to load."""
        super().showEvent(event)
        self.python.look()

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(INSET_PX, 8, INSET_PX, 8)
        column.setSpacing(8)
        column.addWidget(self._intro)
        for part in (self.setup, self._facts, self._problem, self.install):
            column.addWidget(part)
        column.addSpacing(8)
        column.addWidget(self.python)
        column.addStretch(1)
        foot = QVBoxLayout()
        foot.setContentsMargins(INSET_PX, 12, INSET_PX, INSET_PX)
        foot.setSpacing(8)
        for button in (self.further, self.side, self.main):
            foot.addWidget(button)
        fill_panel(self, self.tr("Train"), content, foot)

    def _follow(self) -> None:
        """Shows a new phase; what a run tells in between concerns the stage alone."""
        record = self._training.record
        run = str(record.folder) if record is not None else ""
        if run != self._settings.run:
            self._settings.run = run
        self._show()

    def _take_python(self, python: str) -> None:
        self._training.python = python
        self._show()

    def _show(self) -> None:
        phase, record = self._training.phase, self._training.record
        is_new = phase is Phase.IDLE
        self._keep_focus(self.install if is_new else self.setup)
        self.setup.setVisible(is_new)
        self._intro.setVisible(is_new)
        self._facts.setVisible(record is not None)
        self._problem.setVisible(phase is Phase.FAILED)
        self._problem.setText(breakable(self._training.problem))
        if record is not None:
            self._facts.setText(self._about(record))
        can_install = phase is Phase.FINISHED and record is not None and record.has_checkpoint
        self.install.setVisible(can_install)
        if can_install and self._shown is not Phase.FINISHED:
            self.install.show_id()
        self.python.setVisible(is_new or not self._training.python)
        self._shown = phase
        self._show_buttons(phase, can_install)

    def _keep_focus(self, going: QWidget) -> None:
        """Takes the focus out of what is about to be hidden; Qt would choose any neighbour."""
        focused = self.window().focusWidget()
        if focused is not None and going.isAncestorOf(focused):
            self.side.setFocus(Qt.FocusReason.OtherFocusReason)

    def _about(self, record: RunRecord) -> str:
        plan = self._training.plan
        name = words.preset_name(plan.preset) if plan else record.folder.name
        parts = [name]
        if record.images:
            parts.append(self.tr("%Ln portrait(s)", "", record.images))
        if self._training.phase is Phase.REVIEWING:
            parts.append(words.phase_name(Phase.REVIEWING))
        if record.device:
            parts.append(record.device.upper() if record.device == "cpu" else record.device)
        place = self.tr("Kept in {0}").format(record.folder)
        return "\n".join((" · ".join(parts), breakable(place)))

    def _show_buttons(self, phase: Phase, can_install: bool) -> None:
        text, icon, enabled = {
            Phase.IDLE: (self.tr("Start training"), "play", self.setup.material is not None),
            Phase.PREPARING: (self.tr("Pause"), "pause", True),
            Phase.REVIEWING: (self.tr("Go on with the rest"), "play", True),
            Phase.RUNNING: (self.tr("Pause"), "pause", True),
            Phase.PAUSING: (self.tr("Saving …"), "pause", False),
            Phase.PAUSED: (self.tr("Go on"), "play", True),
            Phase.FAILED: (self.tr("Try again"), "play", self._training.plan is not None),
            Phase.FINISHED: (self.tr("Install this model"), "plus", can_install),
            Phase.INSTALLING: (self.tr("Making the model …"), "plus", False),
        }[phase]
        going = phase in (Phase.PREPARING, Phase.RUNNING)
        self._set(self.side, self._side_words(phase))
        self.side.setVisible(phase is not Phase.INSTALLING)
        usable = enabled and (going or bool(self._training.python))
        if not usable:
            hand_over_focus(self.main, self.side)
        self._set(self.main, text, icon)
        self.main.setEnabled(usable)
        record, plan = self._training.record, self._training.plan
        is_short = record is not None and not record.is_complete and plan is not None
        self.further.setVisible(phase is Phase.FINISHED and is_short)
        self.further.setEnabled(bool(self._training.python))

    def _side_words(self, phase: Phase) -> str:
        if phase is Phase.IDLE:
            return self.tr("Pick up a run …")
        if phase is Phase.FINISHED:
            return self.tr("New training")
        if phase in (Phase.PAUSED, Phase.FAILED, Phase.REVIEWING):
            return self.tr("End it here")
        return self.tr("Stop at once") if self._training.is_stopping else self.tr("Stop")

    def _set(self, button: TextButton, text: str, icon: str = "") -> None:
        if (button.text(), button.icon_name) != (text, icon):
            button.icon_name = icon
            button.setText(text)
            button.setAccessibleName(text)
            button.updateGeometry()

    def _do_main(self) -> None:
        training, phase = self._training, self._training.phase
        if phase is Phase.IDLE:
            preset: str = self.setup.preset.currentData()
            material = self.setup.material
            if material is not None:
                training.start(self._settings.runs, preset, material, self.setup.cast)
        elif phase is Phase.REVIEWING:
            training.finish_review()
        elif phase in (Phase.PREPARING, Phase.RUNNING):
            training.pause()
        elif phase in (Phase.PAUSED, Phase.FAILED):
            training.resume()
        elif phase is Phase.FINISHED:
            training.install(self.install.name.text())

    def _do_side(self) -> None:
        phase = self._training.phase
        if phase is Phase.IDLE:
            title = self.tr("Choose the folder of a run")
            folder = files.ask_folder(self, title, self._settings.runs)
            if folder is not None:
                self._training.pick_up(folder)
        elif phase is Phase.FINISHED:
            self._training.forget()
        else:
            self._training.stop()
