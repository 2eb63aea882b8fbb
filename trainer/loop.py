"""The training loop. It knows no front end: it asks `should_stop` and tells `on_event`."""

from __future__ import annotations

import dataclasses
import math
import time
from typing import TYPE_CHECKING

import torch
from torch import Tensor

from girlsmoe_desktop.core.errors import UserError
from trainer import events
from trainer.checkpoint import load_checkpoint, save_checkpoint
from trainer.ema import update_average
from trainer.sheet import SampleSheet
from trainer.state import TrainState
from trainer.step import Losses, train_step

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.config import TrainConfig
    from trainer.data.drawn import LabelledImages
    from trainer.runs import RunFolder


def train(
    config: TrainConfig,
    data: LabelledImages,
    run: RunFolder,
    should_stop: Callable[[], bool],
    on_event: Callable[[events.Event], None],
    device: str = "cpu",
    resume: bool = False,
) -> int:
    """Trains until `config.iterations`, or until asked to stop; returns the steps done in all.

    The run's folder always ends with a checkpoint of the last step, unless an error is raised.

    Args:
        config: The run's settings; saved in the folder before the first step.
        data: The training pictures, of the config's size.
        run: The folder for checkpoints, samples and events.
        should_stop: Asked after every step.
        on_event: Told everything worth telling, in this thread.
        device: A torch device.
        resume: Go on from the folder's latest checkpoint.

    Raises:
        UserError: a loss is no longer finite, or the checkpoint does not fit.
    """
    state = TrainState(config, data, torch.device(device))
    if resume:
        state.load_state_dict(load_checkpoint(run.find_checkpoint())["state"])
    run.save_config(config)

    def report(event: events.Event) -> None:
        run.append_event(event)
        on_event(event)

    fields = dataclasses.asdict(config)
    start = events.Started(str(run.path), state.step, config.iterations, device, len(data), fields)
    report(start)
    stopped = _run_steps(state, data, run, should_stop, report)
    report(events.Finished(state.step, stopped, _farewell(state, stopped)))
    return state.step


def _run_steps(
    state: TrainState,
    data: LabelledImages,
    run: RunFolder,
    should_stop: Callable[[], bool],
    report: Callable[[events.Event], None],
) -> bool:
    """Does the remaining steps; tells whether it was asked to stop before the last."""
    config = state.config
    sheet = SampleSheet(state)
    meter = Meter(config.batch_images)
    stopped = False
    saved_step = state.step
    while state.step < config.iterations and not stopped:
        meter.add(train_step(state))
        if state.average is not None:
            update_average(state.average, state.generator, config.ema_decay, state.step)
        stopped = should_stop()
        is_last = stopped or state.step >= config.iterations
        if state.step % config.log_every_steps == 0 or is_last:
            report(meter.read(state.step, config.iterations))
        if state.step % config.sample_every_steps == 0 or is_last:
            path = run.sample_path(state.step)
            sheet.save(path)
            report(events.Sample(state.step, str(path)))
        if state.step % config.checkpoint_every_steps == 0 or is_last:
            meter.check(state.step)
            _save(state, data, run, report)
            saved_step = state.step
    assert saved_step == state.step, "the last step was not saved"
    return stopped


def _save(
    state: TrainState,
    data: LabelledImages,
    run: RunFolder,
    report: Callable[[events.Event], None],
) -> None:
    """Writes a checkpoint with what an export needs to know, and drops old ones."""
    content = {
        "config": dataclasses.asdict(state.config),
        "data": {
            "images": len(data),
            "fingerprint": data.fingerprint,
            "drawing": data.drawing,
        },
        "torch": str(torch.__version__),
        "state": state.state_dict(),
    }
    path = run.checkpoint_path(state.step)
    save_checkpoint(path, content)
    run.drop_old_checkpoints(state.config.keep_checkpoints)
    report(events.Checkpoint(state.step, str(path)))


def _farewell(state: TrainState, stopped: bool) -> str:
    total = state.config.iterations
    if stopped:
        return f"Stopped after step {state.step} of {total}. Add --resume to go on."
    return f"Done: {state.step} steps."


class Meter:
    """Means of the losses since the last reading; sums stay on the device until then.

    Args:
        batch_images: Pictures in a step.
    """

    def __init__(self, batch_images: int) -> None:
        self._batch_images = batch_images
        self._clear()

    def add(self, losses: Losses) -> None:
        """Takes in one step's losses."""
        self._steps += 1
        for name, value in losses.items():
            total, count = self._sums.get(name, (torch.zeros_like(value), 0))
            self._sums[name] = (total + value, count + 1)

    def check(self, step: int) -> dict[str, float]:
        """Returns the means so far.

        Raises:
            UserError: one is not finite; the run cannot recover and must not be saved.
        """
        means = {name: _mean(total, count) for name, (total, count) in self._sums.items()}
        broken = [name for name, value in means.items() if not math.isfinite(value)]
        if broken:
            raise UserError(
                f"By step {step} {', '.join(broken)} is no longer a finite number: training "
                "diverged. Go on from the last checkpoint with --resume and a lower learning_rate "
                "or a higher lambda_gp (--set key=value)."
            )
        return means

    def read(self, step: int, iterations: int) -> events.Step:
        """Returns the report and starts anew.

        Raises:
            UserError: a loss is not finite.
        """
        means = {name: round(value, 4) for name, value in self.check(step).items()}
        seconds = time.perf_counter() - self._since
        rate = self._steps * self._batch_images / seconds
        self._clear()
        return events.Step(step, iterations, round(rate, 1), means)

    def _clear(self) -> None:
        self._steps = 0
        self._since = time.perf_counter()
        self._sums: dict[str, tuple[Tensor, int]] = {}


def _mean(total: Tensor, count: int) -> float:
    return float(total) / count
