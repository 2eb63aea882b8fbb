"""Which pictures a folder holds: those that its table kept or, without one, all there are."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from girlsmoe_desktop.core.errors import UserError
from trainer.data.decode import SUFFIXES
from trainer.data.records import NAME, kept_rows, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_PASSED_ON = ("year", "title")
"""What a face is told of the picture it was cut from."""


@dataclass(frozen=True)
class Source:
    """A picture to look at.

    Attributes:
        id: Unique in its folder.
        file: Relative to the folder.
        known: What is known of it and belongs to its faces as well.
    """

    id: str
    file: str
    known: Mapping[str, Any] = field(default_factory=dict)


def list_sources(folder: Path, besides: Path | None = None) -> list[Source]:
    """Returns the pictures of a folder, in the order of its table or of their names.

    Args:
        folder: Of a step before, with its table, or any folder of pictures.
        besides: A folder whose pictures don't count, as it may lie in the other.

    Raises:
        UserError: There is no such folder, it holds no picture, or its table is damaged or names a
            file that is not in it.
    """
    if not folder.is_dir():
        raise UserError(f"There is no folder {folder}: give one that holds pictures.")
    listed = _of_table(folder) if (folder / NAME).is_file() else _of_files(folder, besides)
    sources = list(listed)
    if not sources:
        raise UserError(f"{folder} holds no pictures: give the folder of some.")
    return sources


def _of_table(folder: Path) -> Iterator[Source]:
    for row in kept_rows(folder):
        file = row.get("file")
        if file is None:  # a row about something other than a picture
            continue
        if not is_inside(file):
            raise UserError(
                f"{folder / NAME} names the picture {file!r}, which is not in its folder: "
                "put it right, or collect anew."
            )
        known = {name: row[name] for name in _PASSED_ON if row.get(name) is not None}
        yield Source(str(row["id"]), file, known)


def _of_files(folder: Path, besides: Path | None) -> Iterator[Source]:
    left_out = None if besides is None else besides.resolve()
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() not in SUFFIXES or path.name.startswith(".") or not path.is_file():
            continue
        if left_out is not None and path.resolve().is_relative_to(left_out):
            continue
        name = path.relative_to(folder).as_posix()
        yield Source(plain(name), name)


def is_inside(file: object) -> bool:
    """Returns whether what a table gives as a file is a path within its folder."""
    if not isinstance(file, str) or not file or "\0" in file or "\\" in file or ":" in file:
        return False
    path = Path(file)
    return not path.is_absolute() and ".." not in path.parts
