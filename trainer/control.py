"""Ways to ask a running command to stop: a signal, or a line on standard input. Stdlib only."""

from __future__ import annotations

import signal
import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType


class StopRequest:
    """Set once, by anyone; commands look at it between steps."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def __call__(self) -> bool:
        """Tells whether somebody asked to stop."""
        return self._event.is_set()

    def set(self) -> None:
        """Asks to stop."""
        self._event.set()


@contextmanager
def stop_on_signals(request: StopRequest) -> Iterator[None]:
    """Turns Ctrl-C and SIGTERM into a stop request while the block runs.

    A second Ctrl-C interrupts at once, for whoever does not want to wait for the step's end.
    """

    def on_signal(number: int, _frame: FrameType | None) -> None:
        if number == signal.SIGINT and request():
            raise KeyboardInterrupt
        request.set()

    old = {number: signal.signal(number, on_signal) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in old.items():
            signal.signal(number, handler)


def stop_on_stdin(request: StopRequest) -> None:
    """Starts a daemon thread that sets the request when a line "stop" comes, or the input ends.

    The end of the input means that the program at its other end is gone.
    """

    def listen() -> None:
        for line in sys.stdin:
            if line.strip() == "stop":
                break
        request.set()

    threading.Thread(target=listen, name="control", daemon=True).start()
