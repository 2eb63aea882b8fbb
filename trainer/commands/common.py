"""What commands share: their options, the packages they need, the wish to stop."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from girlsmoe_desktop.core.errors import UserError
from trainer.control import StopRequest, stop_on_signals, stop_on_stdin

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator


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


@contextmanager
def stop_request(args: argparse.Namespace) -> Iterator[StopRequest]:
    """Gives a request that signals set and, where options say so, standard input and the clock.

    Raises:
        UserError: the clock is to stop it before it begins.
    """
    if args.max_minutes is not None and not args.max_minutes > 0:
        raise UserError(f"--max-minutes is {args.max_minutes:g}: choose more than 0.")
    request = StopRequest(args.max_minutes)
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
