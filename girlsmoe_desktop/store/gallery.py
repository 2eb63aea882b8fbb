"""The gallery on the disk: characters with their recipes and pictures, stars, and a trash."""

from __future__ import annotations

import hashlib
import io
import itertools
import json
import time
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image

from girlsmoe_desktop.core.character import Character
from girlsmoe_desktop.core.errors import Sentence, UserError
from girlsmoe_desktop.core.recipe import recipe_from_json
from girlsmoe_desktop.store.collections import Collections
from girlsmoe_desktop.store.database import (
    DamagedError,
    changing,
    keep_aside,
    open_database,
    told,
)

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from girlsmoe_desktop.core.recipe import Recipe

Look = tuple[str, str]
"""A control and the option that is shown."""
_AT_ONCE = 500
"""How many numbers one statement names."""
_NOWHERE = Path("gallery in memory")


class Place(Enum):
    """Which part of the gallery is looked at."""

    EVERYONE = "everyone"
    STARRED = "starred"
    TRASH = "trash"


_WHERE = {
    Place.EVERYONE: "trashed_ms IS NULL",
    Place.STARRED: "trashed_ms IS NULL AND starred",
    Place.TRASH: "trashed_ms IS NOT NULL",
}


class Order(Enum):
    """In which order characters are shown."""

    NEWEST = "newest"
    OLDEST = "oldest"
    STARRED = "starred"
    HAIR = "hair"
    NUMBER = "number"


_ORDERS = {
    # The latest batch first, and within one as they were made.
    Order.NEWEST: "batch DESC, number",
    Order.OLDEST: "batch, number",
    Order.STARRED: "starred DESC, batch DESC, number",
    # Whoever shows no colour comes last.
    Order.HAIR: "(SELECT min(option) FROM look WHERE control = 'hair_color' "
    "AND look.number = character.number) NULLS LAST, batch DESC, number",
    Order.NUMBER: "number",
}


@dataclass(frozen=True)
class Query:
    """What to look for.

    Attributes:
        place: The part of the gallery.
        looks: Of each of these sets a character shows at least one look.
        collection: Id of a collection that they are in, or None for any.
        number: The number that they have, or None for any.
        order: In which order they are wanted.
    """

    place: Place = Place.EVERYONE
    looks: tuple[frozenset[Look], ...] = ()
    collection: int | None = None
    number: int | None = None
    order: Order = Order.NEWEST


class Gallery:
    """Everyone that was made. Numbers are never used twice.

    Every change is on the disk when its method returns. For one thread at a time.

    Attributes:
        collections: What people put together.
    """

    def __init__(self, database: sqlite3.Connection, path: Path | None) -> None:
        self._database = database
        self._path = path
        self.collections = Collections(database, path)

    @property
    def is_kept(self) -> bool:
        """Whether it outlives the program."""
        return self._path is not None

    def close(self) -> None:
        """Ends the use of the file."""
        self._database.close()

    @property
    def last_number(self) -> int:
        """The number that was given last; 0 before the first."""
        ((last,),) = self._all("SELECT coalesce(max(number), 0) FROM character")
        return int(last)

    def new_batch(self) -> int:
        """Returns a number for a batch, greater than all there are."""
        ((last,),) = self._all("SELECT coalesce(max(batch), 0) FROM character")
        return int(last) + 1

    def add(self, characters: Sequence[Character], batch: int) -> list[Character]:
        """Keeps characters and returns them with their numbers.

        Raises:
            UserError: They could not be written; none of them is kept.
        """
        pictures = [_encoded(character.pixels) for character in characters]
        now_ms = _now_ms()
        with self._changing():
            return [
                self._add(character, picture, batch, now_ms)
                for character, picture in zip(characters, pictures, strict=True)
            ]

    def find(self, query: Query) -> NDArray[np.int64]:
        """Returns the numbers of those who meet a query, in its order."""
        conditions, values = [_WHERE[query.place]], list[str | int]()
        if query.collection is not None:
            conditions.append("number IN (SELECT number FROM member WHERE collection = ?)")
            values.append(query.collection)
        if query.number is not None:
            conditions.append("number = ?")
            values.append(query.number)
        for looks in query.looks:
            any_of = " OR ".join("(control = ? AND option = ?)" for _ in looks) or "0"
            conditions.append(f"number IN (SELECT number FROM look WHERE {any_of})")
            values += [word for look in sorted(looks) for word in look]
        statement = (
            f"SELECT number FROM character WHERE {' AND '.join(conditions)} "
            f"ORDER BY {_ORDERS[query.order]}"
        )
        with told(self._path or _NOWHERE):
            # No object for each of perhaps 100,000.
            found = itertools.chain.from_iterable(self._database.execute(statement, values))
            return np.fromiter(found, np.int64)

    def batch(self, number: int) -> int:
        """Returns the batch of a character; 0 if there is none of that number."""
        row = self._one("SELECT batch FROM character WHERE number = ?", [number])
        return int(row[0]) if row else 0

    def made_ms(self, number: int) -> int:
        """Returns when a character was made, in milliseconds since 1970; 0 if it is gone."""
        row = self._one("SELECT made_ms FROM character WHERE number = ?", [number])
        return int(row[0]) if row else 0

    def encoded_picture(self, number: int) -> bytes | None:
        """Returns a character's picture as it is kept, for `decoded_picture`."""
        row = self._one("SELECT data FROM picture WHERE number = ?", [number])
        return row[0] if row else None

    def read(self, number: int) -> Character:
        """Returns a character.

        Raises:
            UserError: There is none of that number, or it can't be read.
        """
        row = self._one(
            "SELECT recipe, looks, data FROM character JOIN picture USING (number) "
            "WHERE number = ?",
            [number],
        )
        if row is None:
            raise UserError("There is no character {0} in the gallery any more.", number)
        recipe, looks, picture = row
        shown, parents = json.loads(looks), tuple(self.parents(number))
        pixels = decoded_picture(picture, number)
        return Character(recipe_from_json(recipe), pixels, shown, number, parents)

    def parents(self, number: int) -> list[int]:
        """Returns whom a character was made from, those that are still in the gallery."""
        return self._kin("parent", "child", number)

    def children(self, number: int) -> list[int]:
        """Returns who was made from a character, those that are still in the gallery."""
        return self._kin("child", "parent", number)

    def exists(self, number: int) -> bool:
        """Returns whether there is a character of that number, in the trash or not."""
        return self._one("SELECT 1 FROM character WHERE number = ?", [number]) is not None

    def has(self, recipe: Recipe) -> bool:
        """Returns whether somebody outside the trash was made from just that recipe."""
        wanted = "SELECT 1 FROM character WHERE digest = ? AND trashed_ms IS NULL"
        return self._one(wanted, [_digest(recipe)]) is not None

    def starred(self) -> set[int]:
        """Returns the numbers of those with a star."""
        return {number for (number,) in self._all("SELECT number FROM character WHERE starred")}

    def set_starred(self, numbers: Iterable[int], starred: bool) -> None:
        """Gives characters a star, or takes it."""
        self._update("starred = ?", int(starred), numbers)

    def trash(self, numbers: Iterable[int]) -> None:
        """Puts characters into the trash, but for those with a star: they are protected."""
        self._update("trashed_ms = ?", _now_ms(), numbers, "NOT starred AND trashed_ms IS NULL")

    def bring_back(self, numbers: Iterable[int]) -> None:
        """Takes characters out of the trash."""
        self._update("trashed_ms = ?", None, numbers)

    def empty_trash(self) -> None:
        """Deletes for ever who is in the trash."""
        with self._changing():
            self._database.execute("DELETE FROM character WHERE trashed_ms IS NOT NULL")

    def remember(self, key: str, value: object) -> None:
        """Keeps a value that JSON can hold under a key."""
        with self._changing():
            self._database.execute(
                "INSERT INTO note VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
                [key, json.dumps(value)],
            )

    def recall(self, key: str) -> object:
        """Returns the value kept under a key, or None."""
        row = self._one("SELECT value FROM note WHERE key = ?", [key])
        return None if row is None else json.loads(row[0])

    def _add(self, character: Character, picture: bytes, batch: int, now_ms: int) -> Character:
        recipe = character.recipe
        looks = json.dumps(dict(character.looks))
        added = self._database.execute(
            "INSERT INTO character (batch, made_ms, recipe, looks, digest) VALUES (?, ?, ?, ?, ?)",
            [batch, now_ms, recipe.to_json(), looks, _digest(recipe)],
        )
        number = added.lastrowid
        assert number is not None
        self._database.execute("INSERT INTO picture VALUES (?, ?)", [number, picture])
        shown = [(c, option, number) for c, option in character.looks.items() if option is not None]
        self._database.executemany("INSERT INTO look VALUES (?, ?, ?)", shown)
        self._database.executemany(
            # Whoever was deleted for ever meanwhile is no parent any more.
            "INSERT INTO parent SELECT ?, number FROM character WHERE number = ?",
            [(number, parent) for parent in character.parents],
        )
        return replace(character, number=number)

    def _kin(self, wanted: str, known: str, number: int) -> list[int]:
        rows = self._all(
            f"SELECT {wanted} FROM parent JOIN character ON character.number = {wanted} "
            f"WHERE {known} = ? AND trashed_ms IS NULL ORDER BY {wanted}",
            [number],
        )
        return [found for (found,) in rows]

    def _update(
        self, change: str, value: object, numbers: Iterable[int], only: str = "true"
    ) -> None:
        wanted = list(numbers)
        with self._changing():
            for start in range(0, len(wanted), _AT_ONCE):
                part = wanted[start : start + _AT_ONCE]
                marks = ", ".join("?" * len(part))
                self._database.execute(
                    f"UPDATE character SET {change} WHERE number IN ({marks}) AND {only}",
                    [value, *part],
                )

    @contextmanager
    def _changing(self) -> Iterator[None]:
        with told(self._path or _NOWHERE), changing(self._database):
            yield

    def _one(self, statement: str, values: Sequence[object] = ()) -> tuple[Any, ...] | None:
        return next(iter(self._all(statement, values)), None)

    def _all(self, statement: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        with told(self._path or _NOWHERE):
            return self._database.execute(statement, values).fetchall()


@dataclass(frozen=True)
class Opened:
    """A gallery that can be used, and what the user should know of it, or nothing."""

    gallery: Gallery
    problem: Sentence | None = None


def open_gallery(path: Path) -> Opened:
    """Returns the gallery of a file, whatever state that is in.

    A damaged file is kept under another name and a new one begun. Where no file can be used the
    gallery lasts as long as the program, and the file stays as it is.
    """
    try:
        return Opened(_open(path))
    except DamagedError as error:
        return _begun_anew(path, error)
    except UserError as error:
        return _passing(error)


def _open(path: Path | None) -> Gallery:
    return Gallery(open_database(path), path)


def _begun_anew(path: Path, error: UserError) -> Opened:
    try:
        aside = keep_aside(path)
        said = Sentence("{0} It is kept as {1}, and a new gallery was begun.", error, aside.name)
        return Opened(_open(path), said)
    except UserError as another:
        return _passing(another)


def _passing(error: UserError) -> Opened:
    said = Sentence(
        "{0} Until then your characters last as long as this window: save those you like.", error
    )
    return Opened(_open(None), said)


def _now_ms() -> int:
    return time.time_ns() // 1_000_000


def _digest(recipe: Recipe) -> bytes:
    return hashlib.sha256(recipe.to_json().encode()).digest()


def _encoded(pixels: NDArray[np.uint8]) -> bytes:
    """Returns a picture as lossless WebP, the fastest way: it is waited for."""
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, format="WEBP", lossless=True, method=0)
    return file.getvalue()


def decoded_picture(data: bytes, number: int) -> NDArray[np.uint8]:
    """Returns the pixels, shape (H, W, 3); may be called on any thread.

    Raises:
        UserError: It is damaged.
    """
    try:
        with Image.open(io.BytesIO(data), formats=["WEBP"]) as image:
            return np.asarray(image.convert("RGB"))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise UserError("The picture of character {0} is damaged ({1}).", number, error) from error
