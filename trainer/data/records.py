"""The table that each step on real pictures keeps: a line a picture, appended as it is done.

A step that was killed leaves at most half a line, which is dropped when the table is read again;
whatever a line tells of was on the disk before the line was written.
"""

from __future__ import annotations

import functools
import json
import os
from typing import TYPE_CHECKING, Any, TypeVar

from girlsmoe_desktop.core.errors import UserError
from trainer.runs import telling_of, write_atomically

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path
    from types import TracebackType
    from typing import Self

NAME = "records.jsonl"
KEPT, SKIPPED = "kept", "skipped"
"""Values of a row's "status"; a skipped one has a "reason" in words."""

Row = dict[str, Any]
_T = TypeVar("_T")


class Records:
    """The table of a folder, open for more.

    Every row has an "id", a string that is unique in the table, and a "status".

    Attributes:
        rows: id -> row, in the order in which they were first written. A row written again takes
            the place of the one before. Of a table that was opened in brief each has nothing but
            its status.
    """

    def __init__(self, folder: Path, name: str = NAME, *, brief: bool = False) -> None:
        """Opens a table, which need not be there yet.

        Args:
            folder: Made if it is missing.
            name: Of the table.
            brief: Remember no more of the rows than their status: of millions there is no room
                for more.

        Raises:
            UserError: A line that is not the last can't be read, or the folder can't be written.
        """
        folder.mkdir(parents=True, exist_ok=True)
        self._path = folder / name
        self._remembered = _brief if brief else _whole
        self.rows, whole_bytes = _read(self._path, self._remembered)
        self._file = self._path.open("ab")
        self._file.truncate(whole_bytes)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def __contains__(self, id_: str) -> bool:
        return id_ in self.rows

    def keep(self, id_: str, values: Mapping[str, Any]) -> None:
        """Notes something that was kept."""
        self.write({"id": id_, "status": KEPT, **values})

    def skip(self, id_: str, reason: str, values: Mapping[str, Any] | None = None) -> None:
        """Notes something that was left out, and why."""
        self.write({"id": id_, "status": SKIPPED, "reason": reason, **(values or {})})

    def write(self, row: Row) -> None:
        """Appends a row; it is on the disk when this returns."""
        self.write_all([row])

    def write_all(self, rows: Sequence[Row]) -> None:
        """Appends rows, which are on the disk when this returns; a kill may leave some."""
        lines = b"".join(map(_line, rows))
        with telling_of(self._path):
            self._file.write(lines)
            self._file.flush()
            os.fsync(self._file.fileno())
        self.rows |= {row["id"]: self._remembered(row) for row in rows}

    def close(self) -> None:
        """Closes the file."""
        self._file.close()


def write_table(path: Path, rows: Iterable[Row]) -> None:
    """Writes a table whole or not at all; one that is there is replaced."""
    write_atomically(path, lambda file: file.writelines(map(_line, rows)))


def _line(row: Row) -> bytes:
    return json.dumps(row, ensure_ascii=False).encode() + b"\n"


def plain(text: str) -> str:
    """Returns a file's name as text that can be written, whatever its bytes are."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def kept_rows(folder: Path, name: str = NAME) -> Iterator[Row]:
    """Yields the rows of a folder's table that were kept.

    Raises:
        UserError: There is no table, or it is damaged.
    """
    yield from of_kept_rows(folder, _whole, name)


def of_kept_rows(folder: Path, remembered: Callable[[Row], _T], name: str = NAME) -> Iterator[_T]:
    """Yields what is to be remembered of each row that `kept_rows` yields: less than all of it.

    Raises:
        UserError: There is no table, or it is damaged.
    """
    path = folder / name
    if not path.is_file():
        raise UserError(
            f"{folder} holds no {name}: give the folder that the step before wrote, see "
            "`girlsmoe-train --help`."
        )
    rows, _ = _read(path, lambda row: remembered(row) if row["status"] == KEPT else None)
    yield from (row for row in rows.values() if row is not None)


def read_rows(folder: Path, name: str, remembered: Callable[[Row], _T]) -> dict[str, _T]:
    """Returns what is to be remembered of a table's rows by ids; nothing where there is no table.

    Raises:
        UserError: It is damaged.
    """
    return _read(folder / name, remembered)[0]


def _whole(row: Row) -> Row:
    return row


@functools.cache
def _of_status(status: str) -> Row:
    """Returns the row that stands for all of a status; it must not be changed."""
    return {"status": status}


def _brief(row: Row) -> Row:
    return _of_status(row["status"])


def _read(path: Path, remembered: Callable[[Row], _T]) -> tuple[dict[str, _T], int]:
    """Returns what is remembered of a table's rows, and how many bytes of it are whole lines."""
    rows: dict[str, _T] = {}
    whole = 0
    if not path.is_file():
        return rows, whole
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            if not line.endswith(b"\n"):
                break
            try:
                row = json.loads(line)
                row["status"]
                rows[str(row["id"])] = remembered(row)
            except (ValueError, KeyError, TypeError) as error:
                raise UserError(
                    f"{path} is damaged in line {number}: put it right, or begin in a new folder."
                ) from error
            whole += len(line)
    return rows, whole
