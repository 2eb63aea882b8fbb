"""Collections: characters that somebody put together under a name."""

from __future__ import annotations

import unicodedata
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.store.database import changing, told

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

MAX_NAME = 60
_NOWHERE = Path("gallery in memory")


@dataclass(frozen=True)
class Collection:
    """A collection: its id, and what people call it."""

    id: int
    name: str


class Collections:
    """The collections of a gallery. A character may be in several. For one thread at a time."""

    def __init__(self, database: sqlite3.Connection, path: Path | None) -> None:
        self._database, self._path = database, path

    def all(self) -> list[Collection]:
        """Returns all collections, by name."""
        rows = self._read("SELECT id, name FROM collection ORDER BY folded, id")
        return [Collection(*row) for row in rows]

    def make(self, name: str, id_: int | None = None) -> Collection:
        """Makes a collection.

        Args:
            name: What it is to be called; surrounding spaces are left out.
            id_: That of one that was deleted and comes back.

        Raises:
            UserError: The name is empty, too long, or another's.
        """
        name = _checked(name)
        with self._changing():
            self._check_free(name, None)
            made = self._database.execute(
                "INSERT INTO collection VALUES (?, ?, ?)", [id_, name, _folded(name)]
            )
        assert made.lastrowid is not None
        return Collection(made.lastrowid, name)

    def rename(self, id_: int, name: str) -> None:
        """Gives a collection another name.

        Raises:
            UserError: As for `make`.
        """
        name = _checked(name)
        with self._changing():
            self._check_free(name, id_)
            change = "UPDATE collection SET name = ?, folded = ? WHERE id = ?"
            self._database.execute(change, [name, _folded(name), id_])

    def delete(self, id_: int) -> None:
        """Deletes a collection, and none of its characters."""
        with self._changing():
            self._database.execute("DELETE FROM collection WHERE id = ?", [id_])

    def members(self, id_: int) -> set[int]:
        """Returns the numbers of who is in a collection."""
        rows = self._read("SELECT number FROM member WHERE collection = ?", id_)
        return {number for (number,) in rows}

    def add(self, id_: int, numbers: Iterable[int]) -> None:
        """Puts characters into a collection; whoever is gone meanwhile is left out."""
        with self._changing():
            self._database.executemany(
                "INSERT OR IGNORE INTO member SELECT ?, number FROM character WHERE number = ?",
                [(id_, number) for number in numbers],
            )

    def remove(self, id_: int, numbers: Iterable[int]) -> None:
        """Takes characters out of a collection."""
        with self._changing():
            self._database.executemany(
                "DELETE FROM member WHERE collection = ? AND number = ?",
                [(id_, number) for number in numbers],
            )

    def _check_free(self, name: str, own: int | None) -> None:
        for (id_,) in self._read("SELECT id FROM collection WHERE folded = ?", _folded(name)):
            if id_ != own:
                raise UserError("There is already a collection {0}: choose another name.", name)

    def _read(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        with told(self._path or _NOWHERE):
            return self._database.execute(statement, values).fetchall()

    @contextmanager
    def _changing(self) -> Iterator[None]:
        with told(self._path or _NOWHERE), changing(self._database):
            yield


def _checked(name: str) -> str:
    # Nothing that can't be written to a file, nor names of which nothing is seen.
    plain = " ".join(name.split())
    written = "".join(one for one in plain if unicodedata.category(one) not in ("Cc", "Cs", "Cn"))
    shown = " ".join(written.split())
    is_seen = any(unicodedata.category(one)[0] not in "CZ" for one in shown)
    if not is_seen or len(shown) > MAX_NAME:
        raise UserError(
            "A collection's name has 1 to {0} letters: choose one of that length.", MAX_NAME
        )
    return shown


def _folded(name: str) -> str:
    """Returns what two names have in common that people would take for the same."""
    return unicodedata.normalize("NFKC", name).casefold()
