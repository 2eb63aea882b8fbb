"""A screen to open windows on, which nobody sees."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from typing import TYPE_CHECKING

from trials.common import expect

if TYPE_CHECKING:
    from collections.abc import Iterator

SCREEN_PX = (1600, 1000)


@contextlib.contextmanager
def screen() -> Iterator[dict[str, str]]:
    """Opens a screen; gives the variables of a program that is to use it."""
    if sys.platform != "linux":
        yield {}
        return
    read, write = os.pipe()
    size = "x".join(map(str, SCREEN_PX))
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{size}x24", "-nolisten", "tcp"]
    server = subprocess.Popen(
        command, pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    os.close(write)
    try:
        with os.fdopen(read) as told:
            number = told.readline().strip()
        expect(number, "Xvfb did not start")
        yield {"DISPLAY": f":{number}"}
    finally:
        server.terminate()
        server.wait()
