"""The folder of collected pictures: their files, where each came from, what it was begun with."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from girlsmoe_desktop.core.errors import UserError
from trainer.data.records import KEPT, NAME, Records, plain
from trainer.runs import write_bytes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    from trainer.data.collect.pictures import Look
    from trainer.data.collect.reasons import LeftOutError
    from trainer.data.records import Row

BEGUN = "collect.json"
PICTURES = "pictures"
PAGES = "pages.jsonl"
_VERSION = 1
_NAME_LENGTH = 16
_HALF = ".part"  # ends the names of files that are being written


def begin(folder: Path, sources: Mapping[str, Any], options: Mapping[str, Any]) -> None:
    """Notes what a folder is collected from, or checks that it goes on with the same.

    Args:
        folder: Made if it is missing.
        sources: What may not change from run to run.
        options: What may.

    Raises:
        UserError: It was begun with other sources, or holds something else.
    """
    path = folder / BEGUN
    if not path.is_file():
        _must_be_empty(folder)
    elif any(_has_rows(folder / name) for name in (NAME, PAGES)):
        _must_be_same(path, sources)
    notes = {"version": _VERSION, "sources": dict(sources), "options": dict(options)}
    text = json.dumps(notes, indent=2, ensure_ascii=False) + "\n"
    try:
        write_bytes(path, text.encode())
    except OSError as error:
        raise UserError(
            f"{folder} can't be written ({error.strerror or error}): "
            "give a folder by --out that you may write to and that has room."
        ) from None


def _must_be_empty(folder: Path) -> None:
    if folder.is_dir() and any(path.suffix != _HALF for path in folder.iterdir()):
        raise UserError(f"{folder} is not empty and no collection: give a new folder by --out.")


def _has_rows(table: Path) -> bool:
    return table.is_file() and table.stat().st_size > 0


def _must_be_same(path: Path, sources: Mapping[str, Any]) -> None:
    try:
        notes = json.loads(path.read_text(encoding="utf-8"))
        before = notes["sources"]
        changed = sorted(k for k in before.keys() | sources if before.get(k) != sources.get(k))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise UserError(
            f"{path} is damaged: put it right, or give a new folder by --out."
        ) from None
    if changed:
        told = ", ".join(f"--{key} was {before.get(key)!r}" for key in changed)
        raise UserError(
            f"{path.parent} was begun with other sources ({told}): give the same again, "
            "or a new folder by --out."
        )


class Collection:
    """An open folder of collected pictures.

    Attributes:
        kept: Pictures kept since it was opened.
        left_out: Sources left out since it was opened.
        doubles: Of those, how many hold the bytes of another.
        pages: What was found on pages: a row a page, with the addresses of its pictures.
    """

    def __init__(self, folder: Path) -> None:
        """Opens a folder, and clears away what a killed run left half-written."""
        self._folder = folder
        self.kept = self.left_out = self.doubles = 0
        for place in (folder, folder / PICTURES):
            for part in place.glob(f"*{_HALF}"):
                part.unlink()
        self._table = Records(folder)
        self.pages = Records(folder, PAGES)
        self._kept_from: dict[str, str] = {}
        for id_, row in self._table.rows.items():
            if row["status"] == KEPT and "replaced_by" not in row and self._has_file(row):
                self._kept_from[row["source"]] = id_  # the last one, if it was killed half-way

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._table.close()
        self.pages.close()

    def __len__(self) -> int:
        """Returns how many pictures it holds."""
        return sum(row["status"] == KEPT for row in self._table.rows.values())

    def row_of(self, source: str) -> Row | None:
        """Returns what is known of a source from before; None where it must be looked at.

        A row that is to be tried again, or whose file is gone, counts for nothing.
        """
        if source in self._kept_from:
            return self._table.rows[self._kept_from[source]]
        row = self._table.rows.get(source)
        return None if row is None or row.get("again") or self._lost(row) else row

    def keep(self, source: str, data: bytes, look: Look, known: Mapping[str, Any]) -> None:
        """Keeps a picture, or notes that it holds the bytes of one that is kept.

        Args:
            source: Where it is from.
            data: Its file.
            look: What it is.
            known: What else is known of it.
        """
        id_ = hashlib.sha256(data).hexdigest()
        row = self._table.rows.get(id_)
        if row is not None and row["source"] != source and self._has_file(row):
            self._note_double(source, id_, known)
            return
        if row is not None and self._is_current(row) and _says(row, known):
            return
        name = f"{PICTURES}/{id_[:_NAME_LENGTH]}.{look.ending}"
        write_bytes(self._folder / name, data)
        moves = {"frames": look.frames} if look.frames > 1 else {}
        size = {"width": look.width, "height": look.height, "bytes": len(data)}
        about = {"file": name, "source": source, **known, "fetched": now()}
        self._table.keep(id_, {**about, **size, "mode": look.mode, **moves})
        self.kept += row is None or not self._is_current(row)
        self._replace(source, id_)

    def leave_out(self, source: str, why: LeftOutError, known: Mapping[str, Any]) -> None:
        """Notes that a source is not taken, and why."""
        self.left_out += 1
        again = {"again": True} if why.again else {}
        row = self._table.rows.get(source)
        if row is None or row.get("reason") != why.reason:
            self._table.skip(source, plain(why.reason), {**known, "fetched": now(), **again})

    def _note_double(self, source: str, id_: str, known: Mapping[str, Any]) -> None:
        row = self._table.rows.get(source)
        if row is None or row.get("same_as") != id_:
            values = {"same_as": id_, **known, "fetched": now()}
            self._table.skip(source, "The same bytes are kept already.", values)
        self.doubles += 1
        self.left_out += 1
        self._replace(source, id_)

    def _replace(self, source: str, id_: str) -> None:
        """Notes in older rows of a source that something else is there now."""
        before = self._kept_from.pop(source, None)
        if before is not None and before != id_:
            self._table.write({**self._table.rows[before], "replaced_by": id_})
        if self._table.rows[id_]["source"] == source:
            self._kept_from[source] = id_
            if source in self._table:
                values = {"same_as": id_, "fetched": now()}
                self._table.skip(source, "It was taken at a later try.", values)

    def _is_current(self, row: Row) -> bool:
        """Returns whether a row tells of what is there now."""
        id_: str = row["id"]
        return self._kept_from.get(row["source"]) == id_

    def _has_file(self, row: Row) -> bool:
        file: str = row["file"]
        return (self._folder / file).is_file()

    def _lost(self, row: Row) -> bool:
        """Returns whether a row says that its bytes are kept elsewhere, where they are no more."""
        other = self._table.rows.get(row.get("same_as", ""))
        return other is not None and not self._has_file(other)


def _says(row: Row, known: Mapping[str, Any]) -> bool:
    return all(row.get(key) == value for key, value in known.items())


def now() -> str:
    """Returns the time in ISO 8601, in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")
