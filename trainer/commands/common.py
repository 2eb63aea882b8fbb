"""What commands share: their options, the packages they need, the wish to stop."""

from __future__ import annotations

import json
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from girlsmoe_desktop.core.errors import UserError
from trainer import events
from trainer.control import StopRequest, stop_on_signals, stop_on_stdin
from trainer.runs import write_bytes

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from trainer.console import Console
    from trainer.data.drawn import LabelledImages
    from trainer.judges.fitting import FitSettings, FitStep
    from trainer.judges.reader import LabelReader

BUNDLED_MODELS = Path(__file__).resolve().parents[2] / "assets" / "models"
"""Where the models that come with the program lie."""
_TOLD_EVERY = 10


def add_reporting(parser: argparse.ArgumentParser) -> None:
    """Adds the options of commands that take long."""
    parser.add_argument(
        "--events", choices=("bar", "json"), default="bar", help="json: one event a line on stdout"
    )
    parser.add_argument("--control", choices=("stdin",), help="stop when a line 'stop' comes in")
    parser.add_argument(
        "--max-minutes",
        type=float,
        metavar="N",
        help="stop in good order after N minutes of work, as for Ctrl-C",
    )


def add_data(parser: argparse.ArgumentParser, what: str) -> None:
    """Adds the option for the folders of portraits."""
    parser.add_argument("--data", type=Path, required=True, action="append", help=what)


def add_device(parser: argparse.ArgumentParser) -> None:
    """Adds the option for the device that torch runs on."""
    parser.add_argument("--device", choices=("auto", "cpu", "cuda"), default="auto")


def at_least(args: argparse.Namespace, **limits: int) -> None:
    """Raises UserError where a number that was given is smaller than it may be."""
    for name, low in limits.items():
        value = getattr(args, name)
        if value is not None and value < low:
            option = name.replace("_", "-")
            raise UserError(f"--{option} is {value}: choose {low} or more.")


def check_size(args: argparse.Namespace) -> None:
    """Raises UserError where a reader of labels can't read pictures of such a side."""
    at_least(args, size=16)
    if args.size % 16:
        raise UserError(f"--size is {args.size}: choose a multiple of 16.")


def limit_of(args: argparse.Namespace) -> float | None:
    """Returns the minutes after which a command stops by itself; None for no limit.

    Raises:
        UserError: it would stop before it begins.
    """
    minutes: float | None = args.max_minutes
    if minutes is not None and not minutes > 0:
        raise UserError(f"--max-minutes is {minutes:g}: choose more than 0.")
    return minutes


@contextmanager
def stop_request(args: argparse.Namespace) -> Iterator[StopRequest]:
    """Gives a request that signals set and, where options say so, standard input and the clock.

    Raises:
        UserError: the clock is to stop it before it begins.
    """
    request = StopRequest(limit_of(args))
    with stop_on_signals(request):
        if args.control:
            stop_on_stdin(request)
        yield request


def need(*packages: str) -> None:
    """Raises UserError where packages of the train extra are missing."""
    from importlib.util import find_spec

    missing = [name for name in packages if find_spec(name) is None]
    if missing:
        raise UserError(
            f"{', '.join(missing)} is not installed. "
            "Install it with: pip install 'girlsmoe-desktop[train]'"
        )


def train_reader(
    args: argparse.Namespace, console: Console, data: LabelledImages, settings: FitSettings
) -> tuple[LabelReader | None, int]:
    """Returns a reader of labels, None if its training was stopped, and the steps done."""
    from trainer.judges.fitting import fit_reader

    done = 0

    def on_step(now: FitStep) -> None:
        nonlocal done
        done = now.step
        if now.step % _TOLD_EVERY == 0 or now.step == now.steps:
            losses = {"loss": round(now.loss, 4)}
            console(events.Step(now.step, now.steps, round(now.images_per_s, 1), losses))

    with stop_request(args) as request:
        reader = fit_reader(data, settings, on_step, request)
    return reader, done


def write_json(path: Path, data: Any) -> None:  # noqa: ANN401
    """Writes values as a file of indented JSON."""
    write_bytes(path, (json.dumps(data, indent=2) + "\n").encode())
