"""Tries what was built, as it comes to somebody who has no Python.

Usage: python packaging/smoke.py [--folder] [--pictures FOLDER]

Tries everything that `make dist` made; with --folder only the programs' folder, which
`packaging/dist.py app` makes. Everything happens in a folder whose name has spaces, Japanese and an
emoji, with an empty home, no network where that can be had, and nothing of Python on the path.
Pictures are compared with what the tree makes, in the clean environment that the build left.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent))

import product
from problems import BuildError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PLACE = "Moe's 新しい フォルダー 🌸"
NO_SCREEN = "Xvfb is not here: install it (Debian: apt-get install xvfb), then try again"


def main(argv: list[str]) -> int:
    """Tries everything; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=_AsWritten)
    parser.add_argument("--folder", action="store_true", help="only the programs' folder")
    parser.add_argument("--pictures", type=Path, help="keep the pictures of the window there")
    arguments = parser.parse_args(argv)
    if not product.PYTHON.is_file():
        print("dist-test: nothing was built here: run `make dist` first.", file=sys.stderr)
        return 2
    if not Path(sys.prefix).samefile(product.ENVIRONMENT):
        return subprocess.run(
            [*_offline(), product.PYTHON, __file__, *argv], check=False
        ).returncode
    with tempfile.TemporaryDirectory(prefix="girlsmoe-") as scratch:
        place = Path(scratch) / PLACE
        place.mkdir()
        tally = Tally()
        try:
            (try_folder if arguments.folder else try_packages)(place, tally)
        except (BuildError, OSError) as error:
            print(f"FAILED  {error}\n{tally.passed} passed, 1 failed", flush=True)
            return 1
        finally:
            if arguments.pictures is not None:
                keep_pictures(place, arguments.pictures)
    print(f"{tally.passed} passed, 0 failed")
    return 0


class Tally:
    """Tells what is well, as it turns out, and counts it."""

    def __init__(self) -> None:
        self.passed = 0
        self._began = time.monotonic()

    def take(
        self, try_: Callable[..., str | Iterator[str]], *words: object, **more: object
    ) -> None:
        """Runs a trial, which fails with a BuildError or tells one or several things."""
        told = try_(*words, **more)
        for line in [told] if isinstance(told, str) else told:
            self.passed += 1
            print(f"[{time.monotonic() - self._began:6.1f} s] ok  {line}", flush=True)


def try_folder(place: Path, tally: Tally) -> None:
    """Tries the programs' folder as it was built."""
    from trials import installed

    folder = place / product.FOLDER.name
    shutil.copytree(product.FOLDER, folder, symlinks=True)
    try_programs(folder, place / "home", tally, packed=False)
    if sys.platform == "linux":
        tally.take(installed.try_menu, folder, place / "home")


def try_packages(place: Path, tally: Tally) -> None:
    """Tries every package that there is for this system."""
    from trials import contents, installed

    tally.take(contents.check_sums)
    folder = unpack(place)
    try_programs(folder, place / "home", tally, packed=True)
    if sys.platform == "linux":
        tally.take(installed.try_menu, folder, place / "home")
        tally.take(installed.try_debian, place / "root")
        if product.artefact("run").is_file():
            tally.take(installed.try_installer, place / "third home")


def try_programs(folder: Path, home: Path, tally: Tally, *, packed: bool) -> None:
    """Looks through the programs' folder and uses both programs."""
    from trials import contents, terminal, window
    from trials.common import bare, expect

    tally.take(contents.check_contents, folder)
    tally.take(contents.check_sizes, folder, packed=packed)
    if sys.platform == "linux":
        tally.take(contents.check_libraries, folder)
    home.mkdir()
    environment = bare(home)
    tally.take(terminal.use_terminal, folder, home, environment)
    if sys.platform == "linux":
        expect(shutil.which("Xvfb"), NO_SCREEN)
        # The first opening makes the first character, in a gallery that is still empty.
        tally.take(window.use_window, folder, home, environment)
    tally.take(window.time_starts, folder, home, environment)


def unpack(place: Path) -> Path:
    """Unpacks the portable artefact; returns the folder of the programs."""
    from trials.common import run

    if sys.platform == "linux":
        run(["tar", "--extract", "--file", product.artefact("tar.xz"), "--directory", place])
    elif sys.platform == "win32":
        with zipfile.ZipFile(product.artefact("zip")) as archive:
            archive.extractall(place)
    else:
        mount = place / "image"
        run(["hdiutil", "attach", product.artefact("dmg"), "-nobrowse", "-mountpoint", mount])
        run(["ditto", mount / product.APP_BUNDLE.name, place / product.APP_BUNDLE.name])
        run(["hdiutil", "detach", mount])
        return place / product.APP_BUNDLE.name / "Contents" / "MacOS"
    return place / product.file_stem()


def keep_pictures(place: Path, target: Path) -> None:
    """Copies the pictures that were made of the window."""
    target.mkdir(parents=True, exist_ok=True)
    for picture in (place / "home").glob("*.png"):
        shutil.copy(picture, target)


def _offline() -> list[str]:
    """Returns what goes before a command that is to see no network; nothing where it can't be."""
    unshare = ["unshare", "--user", "--map-root-user", "--net"]
    if sys.platform != "linux" or shutil.which("unshare") is None:
        return []
    works = subprocess.run([*unshare, "true"], capture_output=True, check=False).returncode == 0
    print("There is no network." if works else "The network can't be taken away here.", flush=True)
    return unshare if works else []


class _AsWritten(argparse.RawDescriptionHelpFormatter):
    pass


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
