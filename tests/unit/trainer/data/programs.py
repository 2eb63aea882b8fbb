"""The trainer in a process of its own, as another program starts and stops it."""

import signal
import subprocess
import sys

from trainer.events import Finished, from_line

STOPS = ("SIGINT", "SIGTERM", "stdin")
"""Ways to ask it to stop."""


def start_python(*args):
    """Starts Python; what it reads and says goes through pipes."""
    command = [sys.executable, *map(str, args)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def stopped(process, how):
    """Asks it to stop, in one of `STOPS`, and returns its last word once it ended in good order."""
    if how == "stdin":
        process.stdin.write("stop\n")
        process.stdin.flush()
    else:
        process.send_signal(getattr(signal, how))
    last = from_line(process.stdout.read().splitlines()[-1])
    assert process.wait(30) == 0
    assert isinstance(last, Finished)
    assert last.stopped
    return last
