"""How a command tells its events: a progress bar for people, JSON lines for programs."""

from __future__ import annotations

import json
import os
import sys
from typing import Any, Protocol

from trainer import events


class Console(Protocol):
    """Something that tells events."""

    def __call__(self, event: events.Event) -> None:
        """Tells one event."""

    def close(self) -> None:
        """Leaves the terminal tidy."""


def make_console(style: str) -> Console:
    """Returns the console of a style, "json" or "bar"."""
    return JsonConsole() if style == "json" else BarConsole()


class JsonConsole:
    """One JSON object a line on standard output."""

    def __call__(self, event: events.Event) -> None:
        """Prints and flushes one event; whether anybody reads it must not matter to the work."""
        try:
            print(events.to_line(event), flush=True)
        except BrokenPipeError:
            _forget_stdout()

    def close(self) -> None:
        """Does nothing: every line is out already."""


class BarConsole:
    """A progress bar on standard error; results on standard output."""

    def __init__(self) -> None:
        self._bar: Any = None

    def __call__(self, event: events.Event) -> None:
        """Shows one event."""
        match event:
            case events.Started():
                print(json.dumps(event.config, indent=2))
                self._open(event.iterations, event.step, "step")
            case events.Step():
                shown = {"img/s": event.images_per_s, **event.losses}
                self._move(event.step, event.iterations, "step")
                self._bar.set_postfix(shown)
            case events.Progress():
                self._move(event.done, event.count, event.unit)
            case events.Finished():
                self.close()
                print(event.message)
            case events.Sample() | events.Checkpoint() | events.Error():
                pass

    def close(self) -> None:
        """Ends the bar's line."""
        if self._bar is not None:
            self._bar.close()
            self._bar = None

    def _open(self, total: int, done: int, unit: str) -> None:
        from tqdm import tqdm  # late, so that --help works without the train extra

        self._bar = tqdm(total=total, initial=done, unit=unit, file=sys.stderr)

    def _move(self, done: int, total: int, unit: str) -> None:
        if self._bar is not None and self._bar.unit != unit:  # something else is counted from here
            self.close()
        if self._bar is None:
            self._open(total, 0, unit)
        self._bar.update(done - self._bar.n)


def _forget_stdout() -> None:
    """Sends what is still to be printed nowhere, also what Python flushes at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
