"""The training loop. It knows no front end: it asks `should_stop` and tells `on_event`."""

from __future__ import annotations

import dataclasses
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import torch

from girlsmoe_desktop.core.errors import UserError
from trainer import events
from trainer.cast import keep_cast
from trainer.checkpoint import load_checkpoint, save_checkpoint
from trainer.config import CHANGEABLE
from trainer.ema import update_average
from trainer.film import save_film
from trainer.meter import Meter
from trainer.sheet import SampleSheet
from trainer.state import TrainState
from trainer.step import train_step
from trainer.watch import Balance, broken_weights, must_be_finite
from trainer.world import ALONE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from girlsmoe_desktop.core.recipe import Recipe
    from trainer.config import TrainConfig
    from trainer.data.drawn import LabelledImages
    from trainer.runs import RunFolder
    from trainer.start import Start
    from trainer.world import World


def train(
    config: TrainConfig,
    data: LabelledImages,
    run: RunFolder,
    should_stop: Callable[[], bool],
    on_event: Callable[[events.Event], None],
    device: str = "cpu",
    resume: bool = False,
    world: World = ALONE,
    start: Start | None = None,
    cast: Sequence[Recipe] = (),
) -> int:
    """Trains until `config.iterations`, or until asked to stop; returns the steps done in all.

    The run's folder ends with a checkpoint of the last step, unless training went wrong, the
    checkpoint cannot be written, or a second Ctrl-C cuts the step short.

    Args:
        config: The run's settings; saved in the folder before the first step.
        data: The training pictures, of the config's size.
        run: The folder for checkpoints, samples and events.
        should_stop: Asked after every step.
        on_event: Told everything worth telling, in this thread.
        device: A torch device.
        resume: Go on from the folder's latest checkpoint.
        world: The processes that train together; all of them must see the same folder, in which
            the main one alone writes. The others tell nothing.
        start: What a new run's generator begins with, instead of noise.
        cast: Who is painted in the first row of each sample sheet; kept in the folder.

    Raises:
        UserError: a loss or a weight is no longer finite, the discriminator has won for good, or
            the checkpoint or the start does not fit the settings or the data.
    """
    path = run.find_checkpoint() if resume else None

    def report(event: events.Event) -> None:
        if world.is_main:
            run.append_event(event)
            on_event(event)

    try:
        state = TrainState(config, data, torch.device(device), world, start)
        if path is not None:
            _restore(state, data, path)
        sheet = SampleSheet(state, cast)
        if world.is_main:
            run.drop_later(state.step)
            run.save_config(config)
            keep_cast(run, cast)
        begin, end, fields = state.step, config.iterations, dataclasses.asdict(config)
        report(events.Started(str(run.path), begin, end, device, len(data), fields))
        stopped = _run_steps(state, data, run, sheet, should_stop, report)
    except torch.OutOfMemoryError:
        raise UserError(
            "The GPU's memory ran out. Go on from the last checkpoint with --resume once no other "
            "program uses the GPU, or start anew with a smaller batch_images (--set key=value)."
        ) from None
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
    sheet: SampleSheet,
    should_stop: Callable[[], bool],
    report: Callable[[events.Event], None],
) -> bool:
    """Does the remaining steps; tells whether it was asked to stop before the last.

    A step's checkpoint comes before anything is told or drawn of it: the program that listens may
    be gone, and the checkpoint is what must not be lost. One that is due while the discriminator
    wins is left out, and the last step's does not drive out those from before it won.
    """
    config = state.config
    meter, balance = (
        Meter(config.batch_images),
        Balance(run.reports(state.step), config.d_first_steps),
    )
    stopped = False
    saved_step = state.step
    while state.step < config.iterations and not stopped:
        meter.add(train_step(state))
        if state.average is not None:
            update_average(state.average, state.generator, config.ema_decay, state.step)
        stopped = state.world.agree(should_stop()) and state.step < config.iterations
        is_last = stopped or state.step >= config.iterations
        is_logged = is_last or state.step % config.log_every_steps == 0
        if is_logged:
            must_be_finite(meter.broken(), state.step, run)
            now = meter.read(state.step, config.iterations)
            balance.read(now)
        is_due = balance.is_good and state.step % config.checkpoint_every_steps == 0
        is_kept = state.step % config.snapshot_every_steps == 0
        is_drawn = is_last or state.step % config.sample_every_steps == 0
        with _all_or_none(state.world, is_last or is_logged or is_due or is_kept or is_drawn):
            if is_last or is_due:
                must_be_finite(broken_weights(state), state.step, run)
                _save(state, data, run, report, drop_old=balance.is_good)
                saved_step = state.step
            try:
                if is_kept:
                    _save_snapshot(state, data, run)
                if is_logged:
                    report(now)
                if is_drawn:
                    _draw_sample(sheet, run, state, report)
            except Exception:
                if saved_step < state.step and not broken_weights(state):
                    _save(state, data, run, report, drop_old=balance.is_good)
                raise
        if not is_last:
            balance.must_not_be_lost(state.step, run)
    assert saved_step == state.step, "the last step was not saved"
    return stopped


@contextmanager
def _all_or_none(world: World, can_fail: bool) -> Iterator[None]:
    """Lets no process go on where another has failed: it would wait for that one for ever.

    Args:
        world: The processes.
        can_fail: Whether the block does anything that one process alone can fail at; all
            processes must say the same.

    Raises:
        UserError: another process failed.
    """
    try:
        yield
    except Exception:
        world.agree(True)
        raise
    if can_fail and world.agree(False):
        raise UserError("Another process of this training failed; its message says why.")


def _draw_sample(
    sheet: SampleSheet, run: RunFolder, state: TrainState, report: Callable[[events.Event], None]
) -> None:
    """Writes a sample sheet and the film strip with it, and tells of the sheet."""
    if not state.world.is_main:
        return
    path = run.sample_path(state.step)
    sheet.save(path)
    save_film(run)
    report(events.Sample(state.step, str(path)))


def _save(
    state: TrainState,
    data: LabelledImages,
    run: RunFolder,
    report: Callable[[events.Event], None],
    drop_old: bool,
) -> None:
    """Writes a checkpoint with what an export needs to know, and drops old ones if told to."""
    if not state.world.is_main:
        return
    path = run.checkpoint_path(state.step)
    save_checkpoint(path, {**_origin(state, data), "state": state.state_dict()})
    if drop_old:
        run.drop_old_checkpoints(state.config.keep_checkpoints)
    report(events.Checkpoint(state.step, str(path)))


def _save_snapshot(state: TrainState, data: LabelledImages, run: RunFolder) -> None:
    """Keeps the generator as it is now, in the form of a checkpoint that can't be gone on from."""
    if state.world.is_main:
        weights = state.best_generator.state_dict()
        kept = {"step": state.step, "generator": weights, "average": None}
        save_checkpoint(run.snapshot_path(state.step), {**_origin(state, data), "state": kept})


def _origin(state: TrainState, data: LabelledImages) -> dict[str, Any]:
    """Returns what an export needs to know of where weights come from."""
    return {
        "config": dataclasses.asdict(state.config),
        "data": {
            "images": len(data),
            "contents": dict(data.contents),
            "drawing": data.drawing,
        },
        "torch": str(torch.__version__),
    }


def _farewell(state: TrainState, stopped: bool) -> str:
    total = state.config.iterations
    if stopped:
        return f"Stopped after step {state.step} of {total}. Add --resume to go on."
    return f"Done: {state.step} steps."
