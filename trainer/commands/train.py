"""girlsmoe-train train: trains a generator, or goes on training it.

Standard library only at import, as in `trainer.cli`.
"""

from __future__ import annotations

import contextlib
import dataclasses
import os
from pathlib import Path
from typing import TYPE_CHECKING

from girlsmoe_desktop.core.errors import UserError
from trainer import config as configs
from trainer import settings
from trainer.commands.common import (
    add_data,
    add_device,
    add_reporting,
    limit_of,
    need,
    stop_request,
)
from trainer.runs import RunFolder, claim_run

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator

    from trainer import events
    from trainer.config import TrainConfig
    from trainer.console import Console

    _Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # argparse has no public name

RUNS = Path("runs")
"""Where runs are kept that are given no folder of their own."""


def add_command(commands: _Commands) -> None:
    """Adds the command to the parser of all commands."""
    train = commands.add_parser("train", help="train a generator")
    train.add_argument("--preset", help="see: girlsmoe-train presets")
    add_data(train, "folder made by draw; repeat it for the shards of a drawing")
    train.add_argument(
        "--run",
        type=Path,
        help="folder for everything the run makes (default: a new one in runs, numbered)",
    )
    train.add_argument(
        "--start",
        type=Path,
        metavar="FOLDER",
        help="exported model of the same size, or of half the side, that a new run begins with",
    )
    train.add_argument(
        "--cast",
        type=Path,
        action="append",
        metavar="FILE",
        help="paint this character in every sample sheet: a picture that girlsmoe saved, or a file "
        "with a recipe a line; repeat it, for 8 at most. The run keeps them when it is resumed",
    )
    train.add_argument("--resume", action="store_true", help="go on from the latest checkpoint")
    train.add_argument("--iterations", type=int, help="steps in all, instead of the preset's")
    train.add_argument(
        "--tensorboard", action="store_true", help="also write TensorBoard logs into the run"
    )
    train.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", dest="settings")
    add_device(train)
    add_reporting(train)
    train.set_defaults(command=_train)


def _train(args: argparse.Namespace, console: Console) -> None:
    """Trains, or goes on training."""
    config = resolve_config(args)
    limit_of(args)
    need("torch", "safetensors", "psutil", *(["tensorboard"] if args.tensorboard else []))
    need(*(["onnx"] if args.start else []))
    from trainer.cast import cast_of, read_cast
    from trainer.data.drawn import count_pictures, load_folders
    from trainer.device import choose_device
    from trainer.loop import train
    from trainer.memory import must_fit
    from trainer.start import read_start
    from trainer.world import join_world

    start = None if args.start is None else read_start(args.start)
    if start is not None:
        config = dataclasses.replace(config, start=start.name)

    named = None if args.cast is None else read_cast(args.cast)
    with join_world(choose_device(args.device), config.batch_images) as (world, device):
        must_fit(config, count_pictures(args.data), device, world.size)
        data = load_folders(args.data, config.size)
        with stop_request(args) as request:
            # Last, so that a mistake leaves no empty folder behind.
            run = RunFolder(args.run) if args.run else claim_run(RUNS, config.preset)
            with _listeners(args, run, console, world.is_main) as tell:
                cast = cast_of(run) if named is None else named
                train(config, data, run, request, tell, device, args.resume, world, start, cast)


@contextlib.contextmanager
def _listeners(
    args: argparse.Namespace, run: RunFolder, console: Console, is_main: bool
) -> Iterator[Callable[[events.Event], None]]:
    """Gives what is told of a run's events: the console and, if wished, TensorBoard's logs."""
    if not args.tensorboard or not is_main:
        yield console
        return
    from trainer.board import Board

    steps = run.checkpoint_steps()
    with Board(run, steps[-1] if args.resume and steps else 0) as board:

        def tell(event: events.Event) -> None:
            console(event)
            board(event)

        yield tell


def resolve_config(args: argparse.Namespace) -> TrainConfig:
    """Returns the settings of a run: its preset or, resumed, its own, then the overrides.

    Raises:
        UserError: unknown settings, a folder that is missing or taken, or a resumed run that would
            change.
    """
    run = None if args.run is None else RunFolder(args.run)
    if run is None and (args.resume or "RANK" in os.environ):
        why = "--resume goes on in it" if args.resume else "all processes must know it"
        raise UserError(f"--run is missing: {why}. Give the run's folder.")
    if args.start and args.resume:
        raise UserError("--start is for new runs: leave it out to go on with this one.")
    if run is None or not args.resume:
        if run is not None:
            run.must_be_new()
        if not args.preset:
            raise UserError(f"--preset is missing. Choose one of: {', '.join(configs.PRESETS)}.")
        start = configs.preset(args.preset)
    else:
        start = run.load_config()
        if args.preset not in (None, start.preset):
            raise UserError(f"{run.path} was started with --preset {start.preset}; leave it out.")
    values = settings.assignments(args.settings)
    if args.iterations is not None:
        values["iterations"] = str(args.iterations)
    config = configs.override(start, values)
    if args.resume:
        _must_be_same_run(start, config)
    return config


def _must_be_same_run(old: TrainConfig, new: TrainConfig) -> None:
    """Raises UserError where a change would make the checkpoint useless."""
    before, after = dataclasses.asdict(old), dataclasses.asdict(new)
    changed = [k for k in before if before[k] != after[k] and k not in configs.CHANGEABLE]
    if changed:
        raise UserError(f"{', '.join(changed)} cannot change in a resumed run. Start a new one.")
