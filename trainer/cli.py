"""girlsmoe-train: draws portraits, trains on them, exports the result.

Standard library only at import: torch takes seconds to load and is needed by some commands alone.
"""

from __future__ import annotations

import argparse
import contextlib
import dataclasses
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from girlsmoe_desktop.core.errors import UserError
from trainer import config as configs
from trainer import events
from trainer.commands import bench, check_portraits, evaluate, full, parcels, tagger
from trainer.commands.common import add_data, add_device, stop_request
from trainer.commands.common import add_reporting as _add_reporting
from trainer.commands.common import need as _need
from trainer.console import make_console
from trainer.runs import RunFolder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from trainer.config import TrainConfig
    from trainer.console import Console

    _Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # argparse has no public name


def main(argv: list[str] | None = None) -> int:
    """Runs one command and returns the exit code.

    0: done, or stopped in good order; 2: the user must put something right, as for a misspelt
    option or a full disk; 130: interrupted at once.
    """
    args = build_parser().parse_args(argv)
    console = make_console(getattr(args, "events", "bar"))
    command: Callable[[argparse.Namespace, Console], None] = args.command
    try:
        command(args, console)
    except UserError as error:
        _tell_mistake(str(error), args, console)
        return 2
    except OSError as error:
        # Files and folders fail in more places than have a sentence of their own.
        where = f"{error.filename}: " if error.filename else ""
        message = (
            f"{where}{error.strerror or error}. "
            "Check that the folders exist, that you may write to them and that there is room."
        )
        _tell_mistake(message, args, console)
        return 2
    except KeyboardInterrupt:
        console.close()
        print("girlsmoe-train: interrupted", file=sys.stderr)
        return 130
    finally:
        console.close()
    return 0


def _tell_mistake(message: str, args: argparse.Namespace, console: Console) -> None:
    """Tells why a command ended, to programs and to people."""
    with contextlib.suppress(OSError):  # the program that listened may be gone
        console.close()
        if getattr(args, "events", "bar") == "json":
            console(events.Error(message))
        print(f"girlsmoe-train: {message}", file=sys.stderr)


def build_parser() -> argparse.ArgumentParser:
    """Returns the parser of all commands."""
    parser = argparse.ArgumentParser(
        prog="girlsmoe-train", description="Draw portraits, train on them, export the result."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_draw(commands)
    _add_train(commands)
    _add_export(commands)
    parcels.add_commands(commands)
    check_portraits.add_command(commands)
    tagger.add_command(commands)
    evaluate.add_command(commands)
    bench.add_command(commands)
    full.add_command(commands)
    presets = commands.add_parser("presets", help="list the training presets")
    presets.set_defaults(command=_list_presets)
    return parser


def _add_draw(commands: _Commands) -> None:
    draw = commands.add_parser("draw", help="draw labelled portraits to train on")
    kind = draw.add_mutually_exclusive_group()
    kind.add_argument(
        "--sheet", choices=("random", "attributes", "parts"), help="draw a contact sheet instead"
    )
    kind.add_argument("--spec", type=Path, metavar="FILE", help="draw one portrait from its JSON")
    kind.add_argument(
        "--write-spec", type=Path, metavar="FILE", help="write the JSON of one portrait"
    )
    draw.add_argument("--index", type=int, help="which portrait --write-spec writes (default 0)")
    draw.add_argument("--count", type=int, help="pictures (default 20000)")
    draw.add_argument("--seed", type=int, help="same seed, same pictures (default 0)")
    draw.add_argument("--size", type=int, help="side of a picture in pixels (default 128)")
    draw.add_argument(
        "--law",
        metavar="NAME|FILE",
        help="odds of the labels: drawing (default), empirical, training, uniform, "
        "or a JSON file of odds by label (one that bears such a name as ./uniform)",
    )
    draw.add_argument("--workers", type=int, help="processes (default: one a core)")
    draw.add_argument(
        "--shard", type=_shard, metavar="I/N", help="draw the I-th of N equal parts of the pictures"
    )
    draw.add_argument(
        "--format",
        choices=("png", "webp"),
        dest="picture_format",
        help="png (default) or webp; both lossless, webp is a fifth smaller",
    )
    draw.add_argument("--out", type=Path, help="folder to draw into; for one picture, its file")
    _add_reporting(draw)
    draw.set_defaults(command=_draw)


def _shard(text: str) -> tuple[int, int]:
    """Returns the numbers of "2/8"."""
    number, _, of = text.partition("/")
    if not (number.isdecimal() and of.isdecimal()):
        raise argparse.ArgumentTypeError(f"{text!r} is no shard; write it as 2/8")
    return int(number), int(of)


def _add_train(commands: _Commands) -> None:
    train = commands.add_parser("train", help="train a generator")
    train.add_argument("--preset", help="see: girlsmoe-train presets")
    add_data(train, "folder made by draw; repeat it for the shards of a drawing")
    train.add_argument(
        "--run", type=Path, required=True, help="folder for everything the run makes"
    )
    train.add_argument("--resume", action="store_true", help="go on from the latest checkpoint")
    train.add_argument("--iterations", type=int, help="steps in all, instead of the preset's")
    train.add_argument(
        "--tensorboard", action="store_true", help="also write TensorBoard logs into the run"
    )
    train.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", dest="settings")
    add_device(train)
    _add_reporting(train)
    train.set_defaults(command=_train)


def _add_export(commands: _Commands) -> None:
    export = commands.add_parser("export", help="turn a checkpoint into a model for the desktop")
    export.add_argument("run", type=Path, help="folder of the run")
    export.add_argument("--out", type=Path, required=True, help="folder to make")
    export.add_argument("--checkpoint", default="latest", help="latest, or a number of steps")
    export.add_argument("--id", help="the model's identifier (default: the folder's name)")
    export.add_argument("--name", help="the model's name as shown (default: the identifier)")
    export.add_argument("--version", default="1.0", help="version of the weights (default: 1.0)")
    export.add_argument(
        "--preview", action="store_true", help="say that it is not trained to the end"
    )
    export.set_defaults(command=_export)


def _draw(args: argparse.Namespace, console: Console) -> None:
    """Draws portraits."""
    _need("skia", "PIL")
    from trainer.commands.draw import draw

    draw(args, console)


def _train(args: argparse.Namespace, console: Console) -> None:
    """Trains, or goes on training."""
    run = RunFolder(args.run)
    config = resolve_config(args, run)
    _need("torch", "safetensors", "psutil")
    from trainer.data.drawn import count_pictures, load_folders
    from trainer.device import choose_device
    from trainer.loop import train
    from trainer.memory import must_fit
    from trainer.world import join_world

    with (
        join_world(choose_device(args.device), config.batch_images) as (world, device),
        stop_request(args) as request,
        _listeners(args, run, console, world.is_main) as tell,
    ):
        must_fit(config, count_pictures(args.data), device, world.size)
        data = load_folders(args.data, config.size)
        train(config, data, run, request, tell, device, args.resume, world)


@contextlib.contextmanager
def _listeners(
    args: argparse.Namespace, run: RunFolder, console: Console, is_main: bool
) -> Iterator[Callable[[events.Event], None]]:
    """Gives what is told of a run's events: the console and, if wished, TensorBoard's logs."""
    if not args.tensorboard or not is_main:
        yield console
        return
    _need("tensorboard")
    from trainer.board import Board

    steps = run.checkpoint_steps()
    with Board(run, steps[-1] if args.resume and steps else 0) as board:

        def tell(event: events.Event) -> None:
            console(event)
            board(event)

        yield tell


def resolve_config(args: argparse.Namespace, run: RunFolder) -> TrainConfig:
    """Returns the settings of a run: its preset or, resumed, its own, then the overrides.

    Raises:
        UserError: unknown settings, a folder that is taken, or a resumed run that would change.
    """
    if not args.resume:
        run.must_be_new()
        if not args.preset:
            raise UserError(f"--preset is missing. Choose one of: {', '.join(configs.PRESETS)}.")
        start = configs.preset(args.preset)
    else:
        start = run.load_config()
        if args.preset not in (None, start.preset):
            raise UserError(f"{run.path} was started with --preset {start.preset}; leave it out.")
    values = configs.assignments(args.settings)
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


def _export(args: argparse.Namespace, console: Console) -> None:
    """Exports a checkpoint."""
    _need("torch", "safetensors", "onnx", "onnxscript", "onnxruntime")
    from trainer.export import Identity, export_model

    identity = Identity(args.id or "", args.name or "", args.version, args.preview)
    summary = export_model(RunFolder(args.run), args.out, args.checkpoint, identity)
    console(events.Finished(summary.step, False, summary.text))


def _list_presets(_args: argparse.Namespace, _console: Console) -> None:
    """Prints every preset with one line on it."""
    width = max(map(len, configs.PRESETS))
    for name, (_, line) in configs.PRESETS.items():
        print(f"{name:<{width}}  {line}")


if __name__ == "__main__":
    sys.exit(main())
