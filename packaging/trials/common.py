"""What all trials use: a bare environment, running commands, and failing with a reason."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import product
from problems import BuildError

if TYPE_CHECKING:
    from collections.abc import Callable

# Generous: a machine that is busy with other things must not make a sound program look broken.
LIMIT_S = 300


def program(folder: Path, name: str) -> Path:
    """Returns the file of a program in an unpacked folder."""
    return folder / (f"{name}.exe" if sys.platform == "win32" else name)


def inside(folder: Path) -> Path:
    """Returns where the libraries and assets of unpacked programs lie."""
    return folder.parent / "Frameworks" if sys.platform == "darwin" else folder / product.INSIDE


def bare(home: Path) -> dict[str, str]:
    """Returns the environment of somebody who has no Python, in their empty home."""
    if sys.platform == "win32":
        kept = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP", "TMP")}
        local = {name: str(home) for name in ("USERPROFILE", "APPDATA", "LOCALAPPDATA")}
        return {**kept, **local, "PATH": str(Path(os.environ["SYSTEMROOT"]) / "System32")}
    # Beside that place: others' scripts, makeself's own too, trip over a path with spaces in it.
    commands = home.parent.parent / "commands"
    commands.mkdir(exist_ok=True)
    for folder in map(Path, ("/usr/bin", "/bin", "/usr/sbin", "/sbin")):
        for command in folder.glob("*") if folder.is_dir() else []:
            link = commands / command.name
            if not re.match(r"(python|pip|pypy)", command.name) and not link.is_symlink():
                link.symlink_to(command)
    return {"HOME": str(home), "PATH": str(commands), "LANG": "C.UTF-8"}


def run(
    command: list[str | Path], environment: dict[str, str] | None = None, *, check: bool = True
) -> subprocess.CompletedProcess[str]:
    """Runs a command and returns what it printed.

    Raises:
        BuildError: It failed, or did not end in time; with what it printed.
    """
    words = [str(word) for word in command]
    try:
        done = subprocess.run(
            words,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=LIMIT_S,
            stdin=subprocess.DEVNULL,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise BuildError(f"{' '.join(words)} did not end within {LIMIT_S} seconds") from None
    if check and done.returncode != 0:
        said = f"{done.stdout}{done.stderr}".strip()[-4000:]
        raise BuildError(f"{' '.join(words)} ended with {done.returncode}:\n{said}")
    return done


def wait_until(what: str, is_so: Callable[[], object]) -> None:
    """Waits for something, patiently.

    Raises:
        BuildError: It did not come about; with `what` was waited for.
    """
    deadline = time.monotonic() + LIMIT_S
    while not is_so():
        expect(time.monotonic() < deadline, f"waited {LIMIT_S} seconds in vain: {what}")
        time.sleep(0.1)


def expect(truth: object, otherwise: str) -> None:
    """Fails with these words unless something is so.

    Raises:
        BuildError: It is not.
    """
    if not truth:
        raise BuildError(otherwise)
