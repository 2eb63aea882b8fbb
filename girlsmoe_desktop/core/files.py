"""Files that appear under their name only when they are complete and on the disk."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from girlsmoe_desktop.core.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable


def check_target(path: Path, *, overwrite: bool = False) -> None:
    """Checks that a file may go there, before work is spent on it.

    Raises:
        UserError: It is a folder, it exists and overwrite is not set, or the name can't be used.
    """
    if is_folder(path):
        raise UserError("{0} is a folder: give the name of a file in it.", path)
    if path.exists() and not overwrite:
        raise UserError(
            "{0} exists already: choose another name, or allow it to be replaced (--overwrite).",
            path,
        )


def is_folder(path: Path) -> bool:
    """Returns whether there is a folder of that name.

    Raises:
        UserError: There can't be anything of that name, such as one that is too long.
    """
    try:
        return path.is_dir()
    except OSError as error:
        raise UserError(
            "{0} can't be used ({1}): choose another name.", path, error.strerror
        ) from error


def write_whole(
    path: Path, write: Callable[[BinaryIO], object], *, overwrite: bool = False
) -> None:
    """Writes a file whole or not at all.

    Args:
        path: Its name; missing folders are made.
        write: Gets the open file.
        overwrite: Whether an older file may be replaced.

    Raises:
        UserError: The file exists and overwrite is not set, or the folder can't be written.
    """
    check_target(path, overwrite=overwrite)
    temporary: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # A name of our own in the same folder: a rename is atomic only within one file system.
        handle, name = tempfile.mkstemp(prefix=f".{path.stem}.", suffix=".tmp", dir=path.parent)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        _give_usual_permissions(temporary)
        temporary.replace(path)
    except OSError as error:
        raise unwritable(path, error) from error
    finally:
        if temporary is not None:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


def write_folder(path: Path, fill: Callable[[Path], object]) -> None:
    """Writes a folder of files whole or not at all.

    Args:
        path: Its name; missing folders above it are made.
        fill: Gets an empty folder to put files into. What it raises ends it.

    Raises:
        UserError: Something other than an empty folder is there, or it can't be written.
    """
    try:
        if path.exists() and (not path.is_dir() or any(path.iterdir())):
            raise UserError("{0} is there already and not empty: choose a new folder.", path)
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{path.name}.", dir=path.parent) as temporary:
            folder = Path(temporary) / "folder"
            folder.mkdir()
            fill(folder)
            _sync(folder)
            if path.exists():
                path.rmdir()
            folder.rename(path)
    except OSError as error:
        raise unwritable(path, error) from error


def unwritable(path: Path, error: OSError) -> UserError:
    """Returns what to tell where something can't be written."""
    return UserError(
        "{0} can't be written ({1}): choose a folder that you may write to and that has room.",
        path,
        error.strerror or error,
    )


def _sync(folder: Path) -> None:
    """Waits until all files of a folder are on the disk."""
    for file in folder.rglob("*"):
        if file.is_file():
            with file.open("r+b") as opened:  # Windows syncs only what may be written
                os.fsync(opened.fileno())


def _give_usual_permissions(path: Path) -> None:
    """Gives a file from mkstemp, which only its owner may read, what new files usually have."""
    mask = os.umask(0)
    os.umask(mask)
    path.chmod(0o666 & ~mask)
