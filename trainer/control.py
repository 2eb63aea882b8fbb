"""Ways to ask a running command to stop: a signal, a line on standard input, a time limit.

Standard library only.
"""

from __future__ import annotations

import signal
import sys
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from girlsmoe_desktop.core.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType
    from typing import TextIO


class StopRequest:
    """Set once, by anyone, or by the clock; commands look at it between steps.

    Args:
        minutes: After so many it is set by itself; never where they are None.
    """

    def __init__(self, minutes: float | None = None) -> None:
        self._event = threading.Event()
        self._end = None if minutes is None else time.monotonic() + 60.0 * minutes

    def __call__(self) -> bool:
        """Tells whether somebody asked to stop, or the time is up."""
        if self._end is not None and time.monotonic() >= self._end:
            self._event.set()
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


class _Listener:
    """The one thread that reads an input; what it hears is for every command of the process."""

    def __init__(self, stdin: TextIO) -> None:
        self.stdin = stdin
        self._lock = threading.Lock()
        self._requests: list[StopRequest] = []
        self._heard = False
        threading.Thread(target=self._listen, name="control", daemon=True).start()

    def add(self, request: StopRequest) -> None:
        """Sets a request when the time comes, or now if it has."""
        with self._lock:
            self._requests.append(request)
            if self._heard:
                request.set()

    def _listen(self) -> None:
        try:
            for line in self.stdin.buffer:  # bytes: no text can be badly encoded
                if line.strip() == b"stop":
                    break
        finally:  # whoever cannot be heard any more must not run for ever
            with self._lock:
                self._heard = True
                for request in self._requests:
                    request.set()


_listener: _Listener | None = None


def stop_on_stdin(request: StopRequest) -> None:
    """Sets the request when a line "stop" comes on the standard input, or the input ends.

    The end of the input means that the program at its other end is gone. A command that follows
    another in the same process is stopped by the same line.

    Raises:
        UserError: there is no standard input.
    """
    global _listener
    stdin = sys.stdin
    if stdin is None:  # Python's sign of a closed descriptor
        raise UserError(
            "--control stdin listens to the standard input, which is closed. "
            "Leave --control out, or keep the input open."
        )

    if _listener is None or _listener.stdin is not stdin:
        _listener = _Listener(stdin)
    _listener.add(request)
