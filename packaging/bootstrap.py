"""Sets up .venv and starts the program from a checkout; needs Python 3.11 and nothing else.

bootstrap.py app    what the application needs
bootstrap.py all    the trainer's and the developers' tools too
bootstrap.py run    `app`, then the window; without a display a sheet of characters instead
bootstrap.py packages   only prints the Debian packages that Qt needs
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from girlsmoe_desktop.display import display_problem  # noqa: E402  standard library only

VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
SHEET = ROOT / "out" / "first_characters.png"
PIP_INSTALL = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
EXTRAS = {"app": "", "all": "[train,dev]"}

# Servers are busy at times, and somebody else may be installing just now.
APT_TRIES = 3
APT_PATIENCE = ["-o", "Acquire::Retries=3", "-o", "DPkg::Lock::Timeout=120"]
# What Qt's xcb and offscreen plugins load and PySide6's wheel does not bring.
QT_PACKAGES = [
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-render-util0",
    "libxcb-util1",
    "libxcb-randr0",
    "libxcb-shape0",
    "libxcb-shm0",
    "libxcb-sync1",
    "libxcb-xfixes0",
    "libxcb-xkb1",
    "libxkbcommon-x11-0",
    "libxkbcommon0",
    "libx11-xcb1",
    "libegl1",
    "libgl1",
    "libfontconfig1",
    "libfreetype6",
    "libdbus-1-3",
    "libglib2.0-0",
]
# Loads the platform plugin itself, so that whatever it lacks is named.
QT_PROBE = """
import ctypes, pathlib, sys
import PySide6.QtWidgets
if sys.platform == "linux":
    plugins = pathlib.Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms"
    ctypes.CDLL(str(plugins / "libqxcb.so"))
"""


class SetupError(Exception):
    """Something the user has to put right; the message says how."""


def main(argv: list[str]) -> int:
    """Does what the one argument says; returns the exit code."""
    if argv == ["packages"]:
        print(*QT_PACKAGES)
        return 0
    if len(argv) != 1 or argv[0] not in (*EXTRAS, "run"):
        print(__doc__, file=sys.stderr)
        return 2
    try:
        prepare("app" if argv[0] == "run" else argv[0])
        return start() if argv[0] == "run" else 0
    except SetupError as error:
        print(f"setup: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("setup: stopped; the same command goes on.", file=sys.stderr)
        return 130


def prepare(what: str) -> None:
    """Makes .venv hold what is asked for; returns at once when it does already."""
    stamp = VENV / f".{what}.stamp"
    state = fingerprint()
    if not is_current(stamp, state) and not (
        what == "app" and is_current(VENV / ".all.stamp", state)
    ):
        make_venv()
        # What is replaced is no longer known to be whole, even if the dependencies change back.
        for name in EXTRAS:
            (VENV / f".{name}.stamp").unlink(missing_ok=True)
        say(f"Installing {'the application' if what == 'app' else 'everything'} into {VENV} ...")
        run_or_explain(
            [*PIP_INSTALL, "--editable", f"{ROOT}{EXTRAS[what]}"],
            "pip could not install the packages; check the network connection, then try again",
        )
        ensure_qt_libraries()
        stamp.write_text(state)


def fingerprint() -> str:
    """Returns what an installation depends on: the dependencies and the Python that runs them."""
    text = (ROOT / "pyproject.toml").read_bytes() + sys.version.encode() + str(ROOT).encode()
    return hashlib.sha256(text).hexdigest()


def is_current(stamp: Path, state: str) -> bool:
    """Returns whether that installation was finished in this state."""
    return PYTHON.exists() and stamp.is_file() and stamp.read_text() == state


def make_venv() -> None:
    """Creates .venv, with Debian's python3-venv where the standard library was split up."""
    if sys.version_info < (3, 11):  # noqa: UP036
        raise SetupError(
            f"Python {sys.version.split()[0]} is too old: install Python 3.11 or later, then name "
            "it, for example `make run PYTHON=python3.12`."
        )
    if venv_works():
        return
    version = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    if not importable("ensurepip"):
        apt_install([version], f"Python's venv module is missing (Debian's package {version})")
    say(f"Creating {VENV} ...")
    shutil.rmtree(VENV, ignore_errors=True)  # what an interrupted try may have left
    run_or_explain(
        [sys.executable, "-m", "venv", VENV],
        f"the virtual environment {VENV} could not be made; see the lines above",
    )


def venv_works() -> bool:
    """Returns whether .venv exists, runs, has pip, and is of this Python's version."""
    script = f"import pip, sys; sys.exit(sys.version_info[:2] != {sys.version_info[:2]})"
    probe = [PYTHON, "-c", script]
    return (
        PYTHON.exists() and subprocess.run(probe, capture_output=True, check=False).returncode == 0
    )


def importable(module: str) -> bool:
    """Returns whether this Python has that module."""
    probe = [sys.executable, "-c", f"import {module}"]
    return subprocess.run(probe, capture_output=True, check=False).returncode == 0


def ensure_qt_libraries() -> None:
    """Installs the system libraries that Qt needs, or says which command does."""
    problem = qt_problem()
    if problem is None:
        return
    if sys.platform != "linux":
        raise SetupError(f"Qt can't be loaded: {problem}")
    apt_install(QT_PACKAGES, f"Qt's system libraries are missing ({problem})")
    problem = qt_problem()
    if problem is not None:
        raise SetupError(f"Qt still can't be loaded: {problem}")


def qt_problem() -> str | None:
    """Returns why Qt can't be loaded, or None when it can."""
    probe = subprocess.run(
        [PYTHON, "-c", QT_PROBE], capture_output=True, text=True, check=False, cwd=ROOT
    )
    if probe.returncode == 0:
        return None
    return (probe.stderr.strip().splitlines() or ["unknown reason"])[-1]


def apt_install(packages: list[str], reason: str) -> None:
    """Installs Debian packages where that is allowed; else says the exact command."""
    command = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    advice = f"{reason}. Install them with:\n  sudo {' '.join(command)}\nand try again."
    prefix = apt_prefix()
    if prefix is None:
        raise SetupError(advice)
    say(f"{reason}: installing them with apt ...")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for _ in range(APT_TRIES):
        # A list that can't be refreshed may still do; packages that can't be installed may not.
        for step in (["apt-get", "update"], command):
            done = subprocess.run(
                [*prefix, *step[:2], *APT_PATIENCE, *step[2:]],
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                check=False,
            )
        if done.returncode == 0:
            return
    raise SetupError(advice)


def apt_prefix() -> list[str] | None:
    """Returns what goes before apt-get, or None where it may not be run without asking."""
    if shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    silent = subprocess.run(["sudo", "--non-interactive", "true"], capture_output=True, check=False)
    return ["sudo", "--non-interactive"] if silent.returncode == 0 else None


def start() -> int:
    """Opens the window, or writes a sheet of characters where there is no display."""
    command = [BIN / "girlsmoe"]
    problem = display_problem()
    if problem is not None:
        say(f"{problem}, so no window can open. Writing a sheet of characters instead:")
        command += ["sheet", "--count", "36", "--overwrite", "--out", SHEET.relative_to(ROOT)]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


def run_or_explain(command: list[str | Path], problem: str) -> None:
    """Runs a command; a failure becomes a SetupError of these words."""
    if subprocess.run(command, cwd=ROOT, check=False).returncode != 0:
        raise SetupError(f"{problem}.")


def say(text: str) -> None:
    """Prints one line of progress at once."""
    print(text, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
