"""Finds the pictures in a folder and all folders below it."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.data.collect.reasons import LeftOutError
from trainer.data.records import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.data.collect.pictures import Limits

ENDINGS = frozenset(
    f".{ending}" for ending in ("png", "apng", "jpg", "jpeg", "jpe", "jfif", "webp")
)
"""Of names that are looked into; what a file really is, its bytes tell."""


def is_picture_name(name: str) -> bool:
    """Returns whether a name ends as those of pictures do."""
    return os.path.splitext(name)[1].lower() in ENDINGS  # noqa: PTH122 (it may be no path here)


def find_pictures(
    folder: Path, without: Path, on_closed: Callable[[str, LeftOutError], None]
) -> list[Path]:
    """Returns the files that are named as pictures, in the order of their names.

    Links to folders are not followed: they may lead round in a circle.

    Args:
        folder: Where to look.
        without: A folder to pass by: where the pictures go.
        on_closed: Is told of folders that can't be read, and why.
    """

    def on_error(error: OSError) -> None:
        reason = f"The folder can't be read ({error.strerror or error})."
        on_closed(plain(str(error.filename)), LeftOutError(reason, again=True))

    found: list[Path] = []
    for place, folders, files in os.walk(folder, onerror=on_error):
        here = Path(place)
        folders[:] = sorted(name for name in folders if here / name != without)
        found += [here / name for name in sorted(files) if is_picture_name(name)]
    return found


def read_picture(path: Path, limits: Limits) -> bytes:
    """Returns the bytes of a file.

    Raises:
        LeftOutError: It can't be read, is no plain file, or is too large.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):  # opening a pipe would wait for ever
            raise LeftOutError("It is no plain file.")
        limits.must_hold_bytes(status.st_size)
        with path.open("rb") as file:
            data = file.read(limits.most_bytes + 1)
    except OSError as error:
        raise LeftOutError(f"It can't be read ({error.strerror or error}).", again=True) from None
    limits.must_hold_bytes(len(data))
    return data
