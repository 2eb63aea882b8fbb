"""girlsmoe-train: draws portraits, trains on them, exports the result.

Standard library only at import: torch takes seconds to load and is needed by some commands alone.
"""

from __future__ import annotations

import argparse
import contextlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from girlsmoe_desktop.core.errors import UserError
from trainer import config as configs
from trainer import events
from trainer.commands import (
    bench,
    check_path,
    check_portraits,
    collect,
    compare,
    detect,
    evaluate,
    evaluate_sr,
    full,
    parcels,
    scenes,
    tag,
    tagger,
    train,
    upscale,
)
from trainer.commands.common import add_reporting as _add_reporting
from trainer.commands.common import need as _need
from trainer.console import make_console
from trainer.runs import RunFolder
from trainer.upscale import config as upscale_configs

if TYPE_CHECKING:
    from collections.abc import Callable

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
    collect.add_command(commands)
    train.add_command(commands)
    _add_export(commands)
    parcels.add_commands(commands)
    detect.add_commands(commands)
    scenes.add_commands(commands)
    check_path.add_command(commands, parser.parse_args)
    tag.add_commands(commands)
    upscale.add_commands(commands)
    check_portraits.add_command(commands)
    tagger.add_command(commands)
    evaluate.add_command(commands)
    evaluate_sr.add_command(commands)
    compare.add_command(commands)
    bench.add_command(commands)
    full.add_command(commands, parser.parse_args)
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
    draw.add_argument(
        "--illustrators",
        metavar="A,B",
        help="who draws: some of game,watercolour,cel,soft,painter,sketch (default: all)",
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
    export.add_argument(
        "--truncation",
        type=float,
        default=1.0,
        help="what it multiplies noise by unless somebody sets it: below 1 characters are more "
        "alike and cleaner (default: 1)",
    )
    export.add_argument(
        "--half", action="store_true", help="keep the weights in 16 bits: a file half as large"
    )
    export.set_defaults(command=_export)


def _draw(args: argparse.Namespace, console: Console) -> None:
    """Draws portraits."""
    _need("skia", "PIL")
    from trainer.commands.draw import draw

    draw(args, console)


def _export(args: argparse.Namespace, console: Console) -> None:
    """Exports a checkpoint."""
    _need("torch", "safetensors", "onnx", "onnxscript", "onnxruntime")
    from trainer.export import Identity, export_model

    identity = Identity(
        id=args.id or "",
        name=args.name or "",
        version=args.version,
        preview=args.preview,
        truncation=args.truncation,
        half=args.half,
    )
    summary = export_model(RunFolder(args.run), args.out, args.checkpoint, identity)
    console(events.Finished(summary.step, False, summary.text))


def _list_presets(_args: argparse.Namespace, _console: Console) -> None:
    """Prints every preset with one line on it."""
    presets = {**configs.PRESETS, **upscale_configs.PRESETS}
    width = max(map(len, presets))
    for name, (_, line) in presets.items():
        print(f"{name:<{width}}  {line}")


if __name__ == "__main__":
    sys.exit(main())
