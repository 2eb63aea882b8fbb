"""Training a model: what is asked of the trainer, and how far it has come."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.runtime.library import user_folder
from girlsmoe_desktop.state.model_names import free_id
from girlsmoe_desktop.state.run_plan import RunPlan, Step, load_plan, must_be_there, not_written
from girlsmoe_desktop.state.run_record import RunRecord, read_record
from girlsmoe_desktop.state.studio import told
from trainer import events
from trainer.runs import RunFolder, claim_run, write_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from girlsmoe_desktop.core.recipe import Recipe
    from girlsmoe_desktop.state.material import Material
    from girlsmoe_desktop.state.studio import Runner
    from girlsmoe_desktop.state.trainer import Launch, Trainer

LOCK = "window.lock"


class Phase(Enum):
    """Where training stands."""

    IDLE = auto()  # nothing is shown
    PREPARING = auto()  # portraits are being drawn, or pictures made ready, step by step
    REVIEWING = auto()  # the person looks at the faces
    RUNNING = auto()
    PAUSING = auto()  # the step is ended and saved
    PAUSED = auto()
    FINISHED = auto()  # to its end, or as far as the person wanted
    FAILED = auto()
    INSTALLING = auto()


UNDER_WAY = (Phase.PREPARING, Phase.RUNNING, Phase.PAUSING, Phase.INSTALLING)


class Training(QObject):
    """One run at a time, in a child process.

    Attributes:
        phase: Where it stands.
        plan: What was asked for, or None.
        record: What the run has told, or None.
        problem: Why it failed.
        python: What commands run in; empty as long as none is known.

    Signals:
        changed: The phase is another, or the run has told something.
        sampled: There is a new sheet of samples.
        failed: Something asked for could not be done; with the reason.
        installed: Emitted with the folder of a model that was installed.
    """

    changed = Signal()
    sampled = Signal()
    failed = Signal(str)
    installed = Signal(object)

    def __init__(self, runner: Runner, launch: Launch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner, self._launch = runner, launch
        self._process: Trainer | None = None
        self._lock: QLockFile | None = None
        self._is_last = False
        self._is_killed = False
        self.phase = Phase.IDLE
        self.plan: RunPlan | None = None
        self.record: RunRecord | None = None
        self.problem = ""
        self.python = ""

    @property
    def is_under_way(self) -> bool:
        """Whether a command runs."""
        return self.phase in UNDER_WAY

    @property
    def _is_taken(self) -> bool:
        """Whether a run has to be ended before there can be another."""
        return self.is_under_way or self.phase is Phase.REVIEWING

    @property
    def step(self) -> Step | None:
        """The step that is under way, or comes next; None where nothing is planned."""
        return self.plan.next_step if self.plan is not None else None

    def start(
        self, root: Path, preset: str, material: Material, cast: Sequence[Recipe] = ()
    ) -> None:
        """Starts a new run.

        Args:
            root: The folder of runs.
            preset: Name of the settings.
            material: What it learns from.
            cast: Who is filmed while it learns.
        """
        if self._is_taken:
            return
        try:
            must_be_there(material)
            plan = RunPlan(claim_run(root, preset).path, preset, material)
            plan.save()
            _save_cast(plan, cast)
        except UserError as error:
            self.failed.emit(told(error))
            return
        self.plan, self.record = plan, RunRecord(plan.folder)
        self.resume()

    def resume(self) -> None:
        """Starts the run's next command, or goes on with it."""
        if self._is_taken or self.plan is None or not self._take_lock(self.plan.folder):
            return
        self._is_last = self._is_killed = False
        self.problem = ""
        self._go_on(self.plan)

    def pause(self) -> None:
        """Ends the command in good order: the run can be gone on with."""
        if self._process is not None and self.phase in (Phase.PREPARING, Phase.RUNNING):
            self._process.stop()
            self._set_phase(Phase.PAUSING)

    def stop(self) -> None:
        """Ends the run for good; what it has learned so far can be installed.

        Asked once more, it does not wait for the step's end.
        """
        if self.phase is Phase.PAUSING:
            if self._process is not None and self._is_last:
                self._is_killed = True
                self._process.kill()
            self._is_last = True
            self.changed.emit()
        elif self.phase in (Phase.PREPARING, Phase.RUNNING):
            self._is_last = True
            self.pause()
        elif self.phase in (Phase.PAUSED, Phase.FAILED, Phase.REVIEWING):
            self._free_lock()
            self._finish()

    def finish_review(self) -> None:
        """Goes on with the faces that the person has not thrown out."""
        if self.plan is not None and self.phase is Phase.REVIEWING:
            self._did(self.plan)

    @property
    def is_stopping(self) -> bool:
        """Whether it ends for good once the step is done."""
        return self.phase is Phase.PAUSING and self._is_last

    def install(self, name: str) -> None:
        """Makes a model of the latest checkpoint, in the folder of the user's models.

        Args:
            name: As it is shown; its identifier is made from it.
        """
        if self.record is None or self.phase is not Phase.FINISHED:
            return
        model_id = free_id(name)
        out = user_folder() / model_id
        how = ["--out", str(out), "--id", model_id, "--name", name.strip() or model_id]
        how += [] if self.record.is_complete else ["--preview"]
        self._run(
            Phase.INSTALLING,
            ["export", str(self.record.folder), *how],
            lambda _event: None,
            lambda ok, message: self._installed(out, ok, message),
        )

    def pick_up(self, folder: Path) -> None:
        """Shows the run of a folder, to be gone on with or installed."""
        if not self._is_taken:
            self._runner.run(
                self,
                lambda _handle: _read_run(folder),
                self._picked_up,
                lambda error: self.failed.emit(told(error)),
            )

    def forget(self) -> None:
        """Shows no run any more; its folder stays."""
        if not self._is_taken:
            self._show_nothing()

    def shut_down(self) -> None:
        """Ends the command: training is paused, and saved."""
        if self._process is not None:
            self._process.shut_down()
            self._process = None
        self._free_lock()

    def _go_on(self, plan: RunPlan) -> None:
        step = plan.next_step
        if step is Step.TRAIN:
            self._run(Phase.RUNNING, plan.arguments(step), self._take, self._trained)
            return
        if self.record is not None:
            self.record.prepare()
        if step is Step.REVIEW:
            self._set_phase(Phase.REVIEWING)
        else:
            arguments = plan.arguments(step)
            self._run(Phase.PREPARING, arguments, self._take_preparing, self._prepared)

    def _run(
        self,
        phase: Phase,
        arguments: list[str],
        on_event: Callable[[events.Event], None],
        on_end: Callable[[bool, str], None],
    ) -> None:
        self.phase = phase
        self._process = self._launch(self.python, arguments, on_event, on_end)
        self.changed.emit()

    def _take(self, event: events.Event) -> None:
        if self.record is not None:
            self.record.take(event)
            if isinstance(event, events.Sample | events.Started):
                self.sampled.emit()
            self.changed.emit()

    def _take_preparing(self, event: events.Event) -> None:
        if self.record is not None:
            self.record.take_preparing(event)
            self.changed.emit()

    def _prepared(self, ok: bool, message: str) -> None:
        record, plan = self.record, self.plan
        if record is None or plan is None:
            return
        ending = record.ending if ok else None
        if ending is not None and not ending.stopped:
            self._did(plan)
        else:
            is_good = ok and self.phase is Phase.PAUSING
            self._ended(is_good, message or self._said_nothing())

    def _did(self, plan: RunPlan) -> None:
        """Notes that a step is done, and takes the next one unless it is to rest."""
        after = plan.with_done(plan.next_step)
        try:
            after.save()
        except UserError as error:
            self._ended(False, told(error))
            return
        self.plan = after
        if self.phase is Phase.PAUSING:
            self._ended(True, "")
        else:
            self._process = None
            self._go_on(after)

    def _trained(self, ok: bool, message: str) -> None:
        is_complete = self.record is not None and self.record.is_complete
        is_good = ok and (is_complete or self.phase is Phase.PAUSING)
        self._ended(is_good, message or self._said_nothing())

    def _ended(self, is_good: bool, message: str) -> None:
        self._process = None
        self._free_lock()
        if not is_good and not self._is_killed:
            self.problem = message
            self._set_phase(Phase.FAILED)
        elif self._is_last or (self.record is not None and self.record.is_complete):
            self._finish()
        else:
            self._set_phase(Phase.PAUSED)

    def _finish(self) -> None:
        """Ends with something to install, or with nothing to show."""
        if self.record is not None and self.record.has_checkpoint:
            self._set_phase(Phase.FINISHED)
        else:
            self._show_nothing()

    def _show_nothing(self) -> None:
        self.plan = self.record = None
        self._set_phase(Phase.IDLE)

    def _installed(self, out: Path, ok: bool, message: str) -> None:
        self._process = None
        self._set_phase(Phase.FINISHED)
        if ok:
            self.installed.emit(out)
        else:
            self.failed.emit(message)

    def _picked_up(self, run: tuple[RunPlan | None, RunRecord]) -> None:
        if self._is_taken:
            return
        self.plan, self.record = run
        self.problem = ""
        can_go_on = self.plan is not None and not self.record.is_complete
        self._set_phase(Phase.PAUSED if can_go_on else Phase.FINISHED)
        self.sampled.emit()

    def _said_nothing(self) -> str:
        return self.tr(
            "The trainer ended without a word on how far it came. Is it of the same version as the "
            "window?"
        )

    def _take_lock(self, folder: Path) -> bool:
        """Keeps other windows from training in the same folder."""
        lock = QLockFile(str(folder / LOCK))
        lock.setStaleLockTime(0)  # it is held for days
        if lock.tryLock(0):
            self._lock = lock
            return True
        words = self.tr(
            "{0} is in use by another window, or can't be written to. Go on there, or close it "
            "first."
        )
        self.failed.emit(words.format(folder))
        return False

    def _free_lock(self) -> None:
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    def _set_phase(self, phase: Phase) -> None:
        self.phase = phase
        self.changed.emit()


def _save_cast(plan: RunPlan, cast: Sequence[Recipe]) -> None:
    """Writes who is filmed into a run's folder.

    Raises:
        UserError: It can't be written.
    """
    path = RunFolder(plan.folder).cast_path
    try:
        if cast:
            write_bytes(path, "".join(f"{recipe.to_json()}\n" for recipe in cast).encode())
    except OSError as error:
        raise not_written(path, error) from error


def _read_run(folder: Path) -> tuple[RunPlan | None, RunRecord]:
    """Returns plan and record of a run; it has no plan where another program started it.

    Raises:
        UserError: There is no run.
    """
    run = RunFolder(folder)
    if not run.checkpoint_steps() and not run.config_path.exists():
        plan = load_plan(folder)
        return plan, RunRecord(folder)
    record = read_record(folder)
    try:
        return load_plan(folder), record
    except UserError:
        return None, record
