"""Opens the database of what people make: one SQLite file, which survives whatever ends us.

It is written ahead (WAL): a change that has returned survives the end of the program, however
sudden, and no end of anything leaves half of one.
"""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

import platformdirs

from girlsmoe_desktop.core.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FILE = "gallery.sqlite3"
VERSION = 3
"""Of the tables; a file of a later version is left alone."""
_APPLICATION_ID = 0x4769726C
"""Says in the file's header whose it is."""
_PATIENCE_S = 3.0
"""How long to wait for another program that has the file locked."""
_SIDE_FILES = ("", "-wal", "-shm")

_FAMILY = """
CREATE TABLE parent (
    child INTEGER NOT NULL REFERENCES character ON DELETE CASCADE,
    parent INTEGER NOT NULL REFERENCES character ON DELETE CASCADE,
    PRIMARY KEY (child, parent)
) WITHOUT ROWID;
CREATE INDEX parent_children ON parent (parent, child);
"""
_COLLECTIONS = """
CREATE TABLE collection (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    folded TEXT NOT NULL UNIQUE
);
CREATE TABLE member (
    collection INTEGER NOT NULL REFERENCES collection ON DELETE CASCADE,
    number INTEGER NOT NULL REFERENCES character ON DELETE CASCADE,
    PRIMARY KEY (collection, number)
) WITHOUT ROWID;
CREATE INDEX member_number ON member (number);
CREATE INDEX character_starred ON character (batch DESC, number) WHERE starred;
"""
_TABLES = """
CREATE TABLE character (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    batch INTEGER NOT NULL,
    made_ms INTEGER NOT NULL,
    recipe TEXT NOT NULL,
    looks TEXT NOT NULL,
    digest BLOB NOT NULL,
    starred INTEGER NOT NULL DEFAULT 0,
    trashed_ms INTEGER
);
CREATE INDEX character_order ON character (trashed_ms, batch DESC, number);
CREATE INDEX character_digest ON character (digest);
CREATE TABLE picture (
    number INTEGER PRIMARY KEY REFERENCES character ON DELETE CASCADE,
    data BLOB NOT NULL
);
CREATE TABLE look (
    control TEXT NOT NULL,
    option TEXT NOT NULL,
    number INTEGER NOT NULL REFERENCES character ON DELETE CASCADE,
    PRIMARY KEY (control, option, number)
) WITHOUT ROWID;
CREATE INDEX look_number ON look (number);
CREATE TABLE note (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
"""


# Version of a file -> what brings it to the next one.
_UPGRADES = {1: _FAMILY, 2: _COLLECTIONS}


class DamagedError(UserError):
    """The file is no database, or one that can't be read."""


def usual_path() -> Path:
    """Returns where the user's gallery lies."""
    return platformdirs.user_data_path("GirlsMoe", appauthor=False) / FILE


def open_database(path: Path | None) -> sqlite3.Connection:
    """Returns the database of that file, with its tables; None is one that nothing keeps.

    Raises:
        DamagedError: The file can't be read as a database.
        UserError: It is another program's or a newer version's, is locked, or can't be written.
    """
    if path is None:
        database = sqlite3.connect(":memory:", isolation_level=None)
        _prepare(database, "The gallery")
        return database
    with told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        database = sqlite3.connect(path, timeout=_PATIENCE_S, isolation_level=None)
        try:
            _prepare(database, str(path))
        except BaseException:
            database.close()
            raise
        return database


def keep_aside(path: Path) -> Path:
    """Gives a damaged database another name, so that nothing writes to it, and returns the name.

    Raises:
        UserError: It can't be renamed.
    """
    stamp = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")
    aside = path.with_name(f"{path.stem}-damaged-{stamp}{path.suffix}")
    with told(path):
        for ending in _SIDE_FILES:
            part = path.with_name(path.name + ending)
            if part.exists():
                part.rename(aside.with_name(aside.name + ending))
    return aside


@contextmanager
def changing(database: sqlite3.Connection) -> Iterator[None]:
    """Makes all changes within the block, or none of them."""
    database.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        database.rollback()
        raise
    database.commit()


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turns what goes wrong with a file into words for the user."""
    try:
        yield
    except OSError as error:
        raise UserError(
            "The gallery {0} can't be opened ({1}): make its folder one that you may write to.",
            path,
            error.strerror or error,
        ) from error
    except sqlite3.DatabaseError as error:
        raise _in_words(error, path) from error


def _in_words(error: sqlite3.DatabaseError, path: Path) -> UserError:
    # The low byte is the kind, the others say more.
    kind = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if kind in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return UserError(
            "The gallery {0} is in use by another program: close that and start again.", path
        )
    if kind in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return UserError(
            "The gallery {0} can't be written: make it and its folder yours to write to.", path
        )
    if kind == sqlite3.SQLITE_FULL:
        return UserError(
            "There is no room left on the disk of {0}: what was kept before is safe; make room.",
            path,
        )
    if kind in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
        return DamagedError("The gallery {0} is damaged ({1}).", path, error)
    return UserError("The gallery {0} can't be used ({1}).", path, error)


def _prepare(database: sqlite3.Connection, name: str) -> None:
    database.execute("PRAGMA foreign_keys = ON")
    (owner,) = database.execute("PRAGMA application_id").fetchone()
    (version,) = database.execute("PRAGMA user_version").fetchone()
    (tables,) = database.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if version > VERSION and owner == _APPLICATION_ID:
        raise UserError(
            "{0} was written by a newer GirlsMoe Desktop: use that one. The file is left as it is.",
            name,
        )
    if tables and owner != _APPLICATION_ID:
        raise UserError("{0} is another program's database: move it away and start again.", name)
    database.execute("PRAGMA journal_mode = WAL")
    # Enough for WAL: a loss of power may take the last moment's changes, but never damages.
    database.execute("PRAGMA synchronous = NORMAL")
    if not tables:
        owned = f"PRAGMA application_id = {_APPLICATION_ID}"
        _run(database, f"{_TABLES} {_FAMILY} {_COLLECTIONS} {owned}", 0, VERSION)
        return
    for before in range(version, VERSION):
        _run(database, _UPGRADES[before], before, before + 1)


def _run(database: sqlite3.Connection, statements: str, before: int, after: int) -> None:
    """Brings the tables from one version to another, or does nothing.

    Another window may be doing the same: whoever comes second finds it done.
    """
    with changing(database):
        (version,) = database.execute("PRAGMA user_version").fetchone()
        if version != before:
            return
        for statement in statements.split(";"):
            database.execute(statement)
        database.execute(f"PRAGMA user_version = {after}")
