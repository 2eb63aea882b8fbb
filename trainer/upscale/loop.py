"""Trains a network that enlarges. It knows no front end: it asks whether to stop, tells events."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

import torch

from girlsmoe_desktop.core.errors import UserError
from trainer import events
from trainer.checkpoint import load_checkpoint, save_checkpoint
from trainer.ema import update_average
from trainer.meter import Meter
from trainer.upscale.config import CHANGEABLE
from trainer.upscale.network import SCALE
from trainer.upscale.sheet import UpscaleSheet
from trainer.upscale.state import UpscaleState
from trainer.upscale.step import Sources, draw_batch, train_step
from trainer.upscale.truths import Patches

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from trainer.runs import RunFolder
    from trainer.upscale.config import UpscaleConfig
    from trainer.upscale.eye import Eye
    from trainer.upscale.start import Start
    from trainer.upscale.truths import Truths


@dataclasses.dataclass(frozen=True)
class Material:
    """What a network learns from.

    Attributes:
        truths: Pictures as they should come out.
        paintings: A generator's pictures, each (H, W, 3) uint8, which have no truth; may be none.
        eye: Compares in features; None where that has no weight.
        start: What to begin with, None for new weights.
    """

    truths: Truths
    paintings: Sequence[NDArray[np.uint8]] = ()
    eye: Eye | None = None
    start: Start | None = None


def train_upscaler(
    config: UpscaleConfig,
    material: Material,
    run: RunFolder,
    should_stop: Callable[[], bool],
    on_event: Callable[[events.Event], None],
    device: str = "cpu",
    resume: bool = False,
) -> int:
    """Trains until `config.iterations`, or until asked to stop; returns the steps done in all.

    The run's folder ends with a checkpoint of the last step.

    Args:
        config: The run's settings; saved in the folder before the first step.
        material: What to learn from.
        run: The folder for checkpoints, samples and events.
        should_stop: Asked after every step.
        on_event: Told everything worth telling.
        device: A torch device.
        resume: Go on from the folder's latest checkpoint.

    Raises:
        UserError: a loss is no longer finite, or a checkpoint or the first weights do not fit.
    """

    def report(event: events.Event) -> None:
        run.append_event(event)
        on_event(event)

    state = _begin(config, material, run, torch.device(device), resume)
    run.drop_later(state.step)
    run.save_config(config)
    fields = dataclasses.asdict(config)
    report(
        events.Started(
            str(run.path), state.step, config.iterations, device, len(material.truths), fields
        )
    )
    stopped = _run_steps(state, material, run, should_stop, report)
    end = f"Stopped after step {state.step} of {config.iterations}. Add --resume to go on."
    done = f"Done: {state.step} steps."
    report(events.Finished(state.step, stopped, end if stopped else done))
    return state.step


def _begin(
    config: UpscaleConfig, material: Material, run: RunFolder, device: torch.device, resume: bool
) -> UpscaleState:
    state = UpscaleState(config, device)
    if resume:
        _restore(state, material, run.find_checkpoint())
    elif material.start is not None:
        try:
            state.start_from(material.start)
        except RuntimeError:
            raise UserError(
                "The network to start from has other layers than this preset's. Give one of the "
                "same channels and blocks, or set them with --set."
            ) from None
    return state


def _restore(state: UpscaleState, material: Material, path: Path) -> None:
    """Takes over a checkpoint.

    Raises:
        UserError: it belongs to other settings or other pictures.
    """
    checkpoint = load_checkpoint(path)
    try:
        saved, now = checkpoint["config"], dataclasses.asdict(state.config)
        changed = [k for k in saved if k in now and k not in CHANGEABLE and saved[k] != now[k]]
        if changed:
            raise ValueError(f"another {', '.join(changed)}")
        if checkpoint["data"]["contents"] != material.truths.contents:
            raise ValueError("other pictures in --data")
        state.load_state_dict(checkpoint["state"])
    except (KeyError, TypeError, AttributeError, ValueError, RuntimeError) as error:
        reason = (str(error) or type(error).__name__).splitlines()[0].rstrip(":.")
        raise UserError(
            f"The checkpoint {path} does not fit the run: {reason}. "
            "Go on with what it was started with, or start a new run."
        ) from None


def _run_steps(
    state: UpscaleState,
    material: Material,
    run: RunFolder,
    should_stop: Callable[[], bool],
    report: Callable[[events.Event], None],
) -> bool:
    """Does the remaining steps; tells whether it was asked to stop before the last."""
    config = state.config
    sources = _sources(state, material)
    sheet = UpscaleSheet(state, material.truths, material.paintings)
    meter, stopped = Meter(config.batch_images), False
    eye = None if material.eye is None else material.eye.to(state.device)
    while state.step < config.iterations and not stopped:
        meter.add(train_step(state, draw_batch(state, sources), eye))
        update_average(state.average, state.network, config.ema_decay, state.step)
        stopped = should_stop() and state.step < config.iterations
        is_last = stopped or state.step >= config.iterations
        if is_last or state.step % config.log_every_steps == 0:
            _must_be_finite(meter, state.step)
            report(meter.read(state.step, config.iterations))
        if is_last or state.step % config.checkpoint_every_steps == 0:
            _save(state, material, run, report)
        if is_last or state.step % config.sample_every_steps == 0:
            path = run.sample_path(state.step)
            sheet.save(path)
            report(events.Sample(state.step, str(path)))
    return stopped


def _sources(state: UpscaleState, material: Material) -> Sources:
    config = state.config
    truths = Patches(material.truths.pictures, SCALE * config.patch_px, state.rng)
    wanted = config.share_keep > 0 and len(material.paintings) > 0
    # Paintings are small as they are: reduced ones would be cleaner than any that is enlarged.
    paintings = Patches(material.paintings, config.patch_px, state.rng, (1,)) if wanted else None
    return Sources(truths, paintings)


def _must_be_finite(meter: Meter, step: int) -> None:
    broken = meter.broken()
    if broken:
        raise UserError(
            f"By step {step} training diverged: {', '.join(broken)} not a finite number any more. "
            "Go on from the last checkpoint with --resume and a lower learning_rate "
            "(--set key=value)."
        )


def _save(
    state: UpscaleState,
    material: Material,
    run: RunFolder,
    report: Callable[[events.Event], None],
) -> None:
    path = run.checkpoint_path(state.step)
    content: dict[str, Any] = {
        "config": dataclasses.asdict(state.config),
        "data": {"images": len(material.truths), "contents": material.truths.contents},
        "torch": str(torch.__version__),
        "state": state.state_dict(),
    }
    save_checkpoint(path, content)
    run.drop_old_checkpoints(state.config.keep_checkpoints)
    report(events.Checkpoint(state.step, str(path)))
