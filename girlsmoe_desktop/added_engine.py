"""The onnxruntime that a user added, as for a graphics card, in place of the one that came along.

It lies in a folder of its own and is looked for there first: nothing of the program is changed, and
without the folder all is as it was. One that ends the program while it is loaded, as drivers that
do not fit can make it, is left out from the next start on. Standard library only, since all of this
comes before onnxruntime is first imported.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import sys
import time
from importlib.machinery import PathFinder
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.machinery import ModuleSpec
    from types import ModuleType

PACKAGE = "onnxruntime"
VARIABLE = "GIRLSMOE_ENGINE"
"""A folder to take the engine from, or BUNDLED."""
BUNDLED = "bundled"
_MARK = "loading-"
_BROKEN = "broken"
_YOUNG_S = 60.0
"""Where it can't be seen whether a process still runs, its mark counts for so long."""


def folder() -> Path:
    """Returns where an added engine lies; it need not be there."""
    return platformdirs.user_data_path("GirlsMoe", appauthor=False) / "engine"


def added() -> Path | None:
    """Returns the folder of an added engine, None where there is none."""
    return folder() if (folder() / PACKAGE / "__init__.py").is_file() else None


def is_broken() -> bool:
    """Returns whether the added engine ended the program when it was last loaded."""
    return (folder() / _BROKEN).exists()


def in_use() -> Path | None:
    """Returns the folder that onnxruntime is taken from here, None for the one that came along."""
    chosen = [finder for finder in sys.meta_path if isinstance(finder, _Finder)]
    return chosen[0].folder if chosen else None


def use_added() -> None:
    """Has onnxruntime imported from where the user added one, if there is one that works.

    Call `is_fine` once it has painted; until then an end of the program counts as its fault.
    """
    wanted = os.environ.get(VARIABLE, "")
    if wanted:
        if wanted != BUNDLED:
            sys.meta_path.insert(0, _Finder(Path(wanted)))
        return
    place = added()
    if place is None:
        return
    # A folder that can't be written to can't be marked; the engine in it is used all the same.
    with contextlib.suppress(OSError):
        if _has_ended_somebody(place):
            (place / _BROKEN).touch()
        if is_broken():
            return
        _mark(place).touch()
        atexit.register(is_fine)
    sys.meta_path.insert(0, _Finder(place))


def is_fine() -> None:
    """Takes note that the engine has been loaded and has not ended the program."""
    place = in_use()
    if place is not None:
        with contextlib.suppress(OSError):
            _mark(place).unlink(missing_ok=True)


class _Finder:
    """Finds onnxruntime, and nothing else, in a folder.

    It comes before all other finders, also that of the packaged program, which would find the
    modules that came along by their full names.
    """

    def __init__(self, place: Path) -> None:
        self.folder = place

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Returns where a module of onnxruntime is; None for all others."""
        if fullname == PACKAGE:
            return PathFinder.find_spec(fullname, [str(self.folder)], target)
        if fullname.startswith(f"{PACKAGE}."):
            return PathFinder.find_spec(fullname, path, target)
        return None


def _mark(place: Path) -> Path:
    return place / f"{_MARK}{os.getpid()}"


def _has_ended_somebody(place: Path) -> bool:
    """Returns whether a process began to load the engine, is gone, and never said it was fine."""
    ended = [mark for mark in place.glob(f"{_MARK}*") if not _may_run(mark)]
    for mark in ended:
        mark.unlink(missing_ok=True)
    return bool(ended)


def _may_run(mark: Path) -> bool:
    """Returns whether the process of a mark may still be at it."""
    if sys.platform == "win32":  # there, asking for a process by number could end it
        return time.time() - mark.stat().st_mtime < _YOUNG_S
    try:
        os.kill(int(mark.name.removeprefix(_MARK)), 0)
    except (ProcessLookupError, ValueError):
        return False
    except PermissionError:
        return True
    return True
