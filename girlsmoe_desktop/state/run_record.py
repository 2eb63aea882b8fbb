"""What a training run has told so far, in a bounded amount of memory."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from girlsmoe_desktop.core.errors import UserError
from trainer import events
from trainer.runs import RunFolder

if TYPE_CHECKING:
    from pathlib import Path

MAX_POINTS = 400
# Longer than any event.
MAX_LINE = 1 << 20
# How much a new report of the speed counts against those before it.
NEWS = 0.3


@dataclass
class Curve:
    """One loss over the steps. Of many points neighbours are put together, so that few remain.

    Attributes:
        points: (step, mean since the point before), in order.
        last: The newest report, or None.
    """

    points: list[tuple[int, float]] = field(default_factory=list)
    last: tuple[int, float] | None = None
    _stride: int = 1
    _waiting: list[float] = field(default_factory=list)

    def add(self, step: int, value: float) -> None:
        """Adds a report; what is not finite can't be drawn and is left out."""
        if not math.isfinite(value):
            return
        self.last = (step, value)
        self._waiting.append(value)
        if len(self._waiting) >= self._stride:
            self.points.append((step, sum(self._waiting) / len(self._waiting)))
            self._waiting.clear()
        if len(self.points) >= 2 * MAX_POINTS:
            self._thin()

    def drop_after(self, step: int) -> None:
        """Forgets what comes after a step: an attempt that was given up."""
        self.points = [point for point in self.points if point[0] <= step]
        self._waiting.clear()
        if self.last is not None and self.last[0] > step:
            self.last = self.points[-1] if self.points else None

    def _thin(self) -> None:
        pairs = zip(self.points[::2], self.points[1::2], strict=True)
        self.points = [(later[0], (earlier[1] + later[1]) / 2) for earlier, later in pairs]
        self._stride *= 2


@dataclass
class RunRecord:
    """A run as its events tell it.

    Attributes:
        folder: The run's folder.
        step, iterations: Steps done, and in all (0: not known yet).
        batch_images: Pictures in a step.
        images_per_s: Training pictures a second, smoothed; 0: not known yet.
        device: What it trains on.
        images: Portraits it learns from.
        curves: Name of the loss -> its course.
        prepared: How many pictures the step before training has dealt with, and of how many.
        ending: How that step's command ended, or None.
        is_complete: Whether it was trained to its end.
    """

    folder: Path
    step: int = 0
    iterations: int = 0
    batch_images: int = 0
    images_per_s: float = 0.0
    device: str = ""
    images: int = 0
    curves: dict[str, Curve] = field(default_factory=dict)
    prepared: tuple[int, int] = (0, 0)
    ending: events.Finished | None = None
    is_complete: bool = False
    _preparing_since: tuple[float, int] | None = None

    @property
    def share(self) -> float:
        """How much of the training is done, 0..1."""
        return min(self.step / self.iterations, 1.0) if self.iterations > 0 else 0.0

    @property
    def images_seen(self) -> int:
        """Training pictures so far, each as often as it was seen."""
        return self.step * self.batch_images

    @property
    def seconds_left(self) -> float | None:
        """How long training goes on at the present speed, or None where that is not known."""
        if self.images_per_s <= 0 or self.batch_images <= 0:
            return None
        return max(self.iterations - self.step, 0) * self.batch_images / self.images_per_s

    @property
    def preparing_seconds_left(self) -> float | None:
        """How long the step before training goes on at the present speed; None if not known."""
        done, count = self.prepared
        if self._preparing_since is None or done <= self._preparing_since[1]:
            return None
        seconds = time.monotonic() - self._preparing_since[0]
        return seconds * max(count - done, 0) / (done - self._preparing_since[1])

    @property
    def has_checkpoint(self) -> bool:
        """Whether there is anything to go on with, or to install."""
        return bool(RunFolder(self.folder).checkpoint_steps())

    def take(self, event: events.Event) -> None:
        """Takes in one event of training."""
        match event:
            case events.Started():
                self._start(event)
            case events.Step():
                self._step(event)
            case events.Finished():
                self.step = event.step
                self.is_complete = not event.stopped

    def prepare(self) -> None:
        """Begins with a step before training."""
        self.prepared, self.ending, self._preparing_since = (0, 0), None, None

    def take_preparing(self, event: events.Event) -> None:
        """Takes in one event of a step before training."""
        if isinstance(event, events.Progress):
            if self._preparing_since is None:
                # Those that were there already come at once and tell nothing of the speed.
                self._preparing_since = (time.monotonic(), event.done)
            self.prepared = (event.done, event.count)
        elif isinstance(event, events.Finished):
            self.ending = event

    def _start(self, event: events.Started) -> None:
        self.step, self.iterations = event.step, event.iterations
        self.device, self.images = event.device, event.images
        batch = event.config.get("batch_images")
        self.batch_images = batch if type(batch) is int else 0
        self.is_complete = False
        for curve in self.curves.values():
            curve.drop_after(event.step)

    def _step(self, event: events.Step) -> None:
        self.step, self.iterations = event.step, event.iterations
        if event.images_per_s > 0 and math.isfinite(event.images_per_s):
            old = self.images_per_s or event.images_per_s
            self.images_per_s = old + NEWS * (event.images_per_s - old)
        for name, value in event.losses.items():
            self.curves.setdefault(name, Curve()).add(event.step, value)


def read_record(folder: Path) -> RunRecord:
    """Returns what a run's folder tells of it; lines of events that are damaged are passed over.

    Raises:
        UserError: The folder holds no run, or can't be read.
    """
    run, record = RunFolder(folder), RunRecord(folder)
    config = run.load_config()
    record.iterations, record.batch_images = config.iterations, config.batch_images
    try:
        with run.events_path.open(encoding="utf-8", errors="replace") as file:
            for line in iter(lambda: file.readline(MAX_LINE), ""):
                _take_line(record, line)
    except FileNotFoundError:
        pass  # it ended before it told anything
    except OSError as error:
        raise UserError(
            "{0} can't be read ({1}). Check the folder, or choose another run.",
            run.events_path,
            error.strerror or error,
        ) from error
    return record


def _take_line(record: RunRecord, line: str) -> None:
    try:
        record.take(events.from_line(line))
    except UserError:
        return
