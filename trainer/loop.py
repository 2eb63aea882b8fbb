"""The training loop. It knows no front end: it asks `should_stop` and tells `on_event`."""

from __future__ import annotations

import dataclasses
import math
import time
from typing import TYPE_CHECKING, Any

import torch
from torch import Tensor

from girlsmoe_desktop.core.errors import UserError
from trainer import events
from trainer.checkpoint import load_checkpoint, save_checkpoint
from trainer.config import CHANGEABLE
from trainer.ema import update_average
from trainer.film import save_film
from trainer.sheet import SampleSheet
from trainer.state import TrainState
from trainer.step import Losses, train_step

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from torch import nn

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

    The run's folder always ends with a checkpoint of the last step, unless training diverged or
    the checkpoint cannot be written.

    Args:
        config: The run's settings; saved in the folder before the first step.
        data: The training pictures, of the config's size.
        run: The folder for checkpoints, samples and events.
        should_stop: Asked after every step.
        on_event: Told everything worth telling, in this thread.
        device: A torch device.
        resume: Go on from the folder's latest checkpoint.

    Raises:
        UserError: a loss or a weight is no longer finite, or the checkpoint does not fit the
            settings or the data.
    """
    path = run.find_checkpoint() if resume else None
    state = TrainState(config, data, torch.device(device))
    if path is not None:
        _restore(state, data, path)
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


def _restore(state: TrainState, data: LabelledImages, path: Path) -> None:
    """Takes over a checkpoint.

    Raises:
        UserError: it belongs to other settings or other data.
    """
    checkpoint = load_checkpoint(path)
    try:
        _must_fit_settings(checkpoint["config"], state.config, path)
        _must_fit_data(checkpoint["data"], data, path)
        state.load_state_dict(checkpoint["state"])
    except (KeyError, TypeError, AttributeError, ValueError, RuntimeError) as error:
        reason = (str(error) or type(error).__name__).splitlines()[0].rstrip(":.")
        raise UserError(
            f"The checkpoint {path} does not fit the run ({reason}). "
            "Delete it to go on from the one before, or start a new run."
        ) from None


def _must_fit_settings(saved: dict[str, Any], config: TrainConfig, path: Path) -> None:
    """Raises UserError where what cannot change in a run is not what it was."""
    now = dataclasses.asdict(config)
    changed = [
        f"{key} {now[key]}, not {value}"
        for key, value in saved.items()
        if key in now and key not in CHANGEABLE and now[key] != value
    ]
    if changed:
        raise UserError(
            f"The run's config.json says {'; '.join(changed)} as its checkpoint {path} does. "
            "Put config.json right, or start a new run."
        )


def _must_fit_data(saved: dict[str, Any], data: LabelledImages, path: Path) -> None:
    """Raises UserError where the pictures are not those the run was trained on.

    Checkpoints without "contents" come from before it was kept; of them, `Batches` compares the
    number of pictures.
    """
    contents = saved.get("contents", data.contents)
    differing = [name for name in data.contents if contents.get(name) != data.contents[name]]
    if differing:
        raise UserError(
            f"The run was trained on other data: {' and '.join(differing)} in --data "
            f"({len(data)} pictures) is not what {path} was made with ({saved['images']} "
            "pictures). Give the folder it was started with, or start a new run."
        )


def _run_steps(
    state: TrainState,
    data: LabelledImages,
    run: RunFolder,
    should_stop: Callable[[], bool],
    report: Callable[[events.Event], None],
) -> bool:
    """Does the remaining steps; tells whether it was asked to stop before the last.

    A step's checkpoint comes before anything is told or drawn of it: the program that listens may
    be gone, and the checkpoint is what must not be lost.
    """
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
        is_logged = is_last or state.step % config.log_every_steps == 0
        if is_last or state.step % config.checkpoint_every_steps == 0:
            _must_be_finite([*meter.broken(), *_broken_weights(state)], state.step, run)
            _save(state, data, run, report)
            saved_step = state.step
        elif is_logged:
            _must_be_finite(meter.broken(), state.step, run)
        try:
            if is_logged:
                report(meter.read(state.step, config.iterations))
            if is_last or state.step % config.sample_every_steps == 0:
                _draw_sample(sheet, run, state.step, report)
        except Exception:
            if saved_step < state.step and not _broken_weights(state):
                _save(state, data, run, report)
            raise
    assert saved_step == state.step, "the last step was not saved"
    return stopped


def _draw_sample(
    sheet: SampleSheet, run: RunFolder, step: int, report: Callable[[events.Event], None]
) -> None:
    """Writes a sample sheet and the film strip with it, and tells of the sheet."""
    path = run.sample_path(step)
    sheet.save(path)
    save_film(run)
    report(events.Sample(step, str(path)))


def _broken_weights(state: TrainState) -> list[str]:
    """Returns what has a weight that is not finite: the losses are from before the last update."""
    networks: dict[str, nn.Module | None] = {
        "the generator's weights": state.generator,
        "the discriminator's weights": state.discriminator,
        "the averaged weights": state.average,
    }
    return [name for name, part in networks.items() if part is not None and not _is_finite(part)]


def _is_finite(network: nn.Module) -> bool:
    return all(bool(value.isfinite().all()) for value in network.state_dict().values())


def _must_be_finite(broken: list[str], step: int, run: RunFolder) -> None:
    """Raises UserError where anything is broken: the run cannot recover and must not be saved."""
    if not broken:
        return
    how = "a lower learning_rate or a higher lambda_gp (--set key=value)"
    if run.checkpoint_steps():
        advice = f"Go on from the last checkpoint with --resume and {how}."
    else:
        advice = f"There is no checkpoint yet: start again in the same folder with {how}."
    raise UserError(
        f"By step {step} training diverged: {', '.join(broken)} not a finite number any more. "
        + advice
    )


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
            "contents": dict(data.contents),
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

    def broken(self) -> list[str]:
        """Returns the names of the losses that were not finite since the last reading."""
        return [name for name, value in self._means().items() if not math.isfinite(value)]

    def read(self, step: int, iterations: int) -> events.Step:
        """Returns the report and starts anew."""
        means = {name: round(value, 4) for name, value in self._means().items()}
        seconds = time.perf_counter() - self._since
        rate = self._steps * self._batch_images / seconds
        self._clear()
        return events.Step(step, iterations, round(rate, 1), means)

    def _means(self) -> dict[str, float]:
        return {name: _mean(total, count) for name, (total, count) in self._sums.items()}

    def _clear(self) -> None:
        self._steps = 0
        self._since = time.perf_counter()
        self._sums: dict[str, tuple[Tensor, int]] = {}


def _mean(total: Tensor, count: int) -> float:
    return float(total) / count
