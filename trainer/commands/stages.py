"""Commands that are others' one after another. Standard library only."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from trainer import events
from trainer.commands.common import limit_of

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable
    from pathlib import Path

    from trainer.console import Console

    Parse = Callable[[list[str]], argparse.Namespace]

_LEAST_MINUTES = 0.001


class StoppedError(Exception):
    """A stage was stopped before its end."""


class Stages:
    """Runs other commands one after another, each with what is left of the time."""

    def __init__(self, parse: Parse, args: argparse.Namespace, console: Console) -> None:
        self._parse, self._console, self._control = parse, console, args.control
        minutes = limit_of(args)
        self._end = None if minutes is None else time.monotonic() + 60 * minutes
        self._done = 0

    def skip(self) -> None:
        """Counts a stage whose product is there."""
        self._done += 1

    def run(self, *words: str | Path, limited: bool = True) -> None:
        """Runs a command line.

        Args:
            words: The command and its options.
            limited: Whether the command takes long and can be stopped.

        Raises:
            StoppedError: it was, or no time is left for it.
        """
        line = [str(word) for word in words]
        if limited:
            line += self._limits()
        args = self._parse(line)
        stopped = False

        def tell(event: events.Event) -> None:
            nonlocal stopped
            stopped = stopped or (isinstance(event, events.Finished) and event.stopped)
            self._console(event)

        command: Callable[[argparse.Namespace, Callable[[events.Event], None]], None] = args.command
        command(args, tell)
        if stopped:
            raise StoppedError
        self._done += 1

    def _limits(self) -> list[str]:
        limits = ["--control", self._control] if self._control else []
        if self._end is None:
            return limits
        left = (self._end - time.monotonic()) / 60
        if left < _LEAST_MINUTES:
            raise StoppedError
        return [*limits, "--max-minutes", f"{left:.4f}"]

    def farewell(self, count: int, out: Path) -> str:
        """Returns what is said where the work, of so many stages, was stopped."""
        return (
            f"Stopped in stage {self._done + 1} of {count}. "
            f"The same command goes on from there with what lies in {out}."
        )
