"""Average pictures and small copies of many; stopped, their reading goes on where it was.

What was read is known again by each picture's name, size in bytes and time of change: of a year in
which nothing changed nothing is read again.
"""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image

from trainer.data.tag import read_picture

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from trainer.data.face_table import Face
    from trainer.data.keep import Arrays, Keep

    Pixels = NDArray[np.uint8]

THUMB = 36
"""Side of a thumbnail in pixels."""
MOST_ON_MAP = 1200
"""Thumbnails there are at most: each picture on a map is compared with each."""
SAMPLES = 8
"""Pictures of a year that are shown."""
_TILE = 72
_SAVED_EVERY = 1024
_NO_YEAR = -1
_KEY_BYTES = 16
_PILE = np.dtype(
    [
        ("year", np.int64),
        ("read", np.int64),
        ("good", np.int64),
        ("mark", np.uint8, hashlib.sha256().digest_size),
        ("total", np.uint64, (_TILE, _TILE, 3)),
    ]
)


@dataclass
class _Pile:
    """What was read of the pictures of a year, always the first of them.

    Attributes:
        places: Of all its pictures, in order.
        read: How many of them were read.
        good: How many of those could be.
        mark: A hash of the keys of those that were read.
        total: The sum of those that could be, (72, 72, 3).
    """

    places: list[int] = field(default_factory=list)
    read: int = 0
    good: int = 0
    mark: Any = field(default_factory=hashlib.sha256)
    total: NDArray[np.uint64] = field(
        default_factory=lambda: np.zeros((_TILE, _TILE, 3), np.uint64)
    )

    def is_next(self, place: int) -> bool:
        """Returns whether a picture is the first that was not read."""
        return self.read < len(self.places) and self.places[self.read] == place

    def take_up(self, kept: Any, keys: Sequence[bytes]) -> None:  # noqa: ANN401
        """Takes over what was read before, if it was read of these very pictures."""
        first = self.places[: int(kept["read"])]
        mark = hashlib.sha256(b"".join(keys[place] for place in first))
        if mark.digest() == kept["mark"].tobytes():
            self.read, self.good, self.mark = len(first), int(kept["good"]), mark
            self.total = kept["total"].copy()

    def row(self, year: int | None) -> tuple[Any, ...]:
        """Returns what is to be kept of it."""
        mark = np.frombuffer(self.mark.digest(), np.uint8)
        return (_NO_YEAR if year is None else year, self.read, self.good, mark, self.total)


class Album:
    """Of each year the average picture and some of its pictures, and thumbnails for a map.

    No more is held than that, however many pictures there are.

    Args:
        faces: The pictures.
        folder: Where they are.
        keep: What was read of them before, and where that is kept.

    Attributes:
        thumbs: Place of a picture -> its thumbnail, (THUMB, THUMB, 3).
        unread: Place of a picture -> why it can't be read.
    """

    def __init__(self, faces: Sequence[Face], folder: Path, keep: Keep) -> None:
        self._faces, self._keep = faces, keep
        self._keys = [_key_of(face, folder) for face in faces]
        self._piles: dict[int | None, _Pile] = {}
        for place, face in enumerate(faces):
            self._piles.setdefault(face.year, _Pile()).places.append(place)
        self._mapped = set(_spread(len(faces), MOST_ON_MAP))
        self._shown = {
            pile.places[pick]
            for pile in self._piles.values()
            for pick in _spread(len(pile.places), SAMPLES)
        }
        self.thumbs: dict[int, Pixels] = {}
        self._tiles: dict[int, Pixels] = {}
        self.unread: dict[int, str] = {}
        self._bad: set[int] = set()
        if keep.arrays:
            self._take_up(keep.arrays)

    def read(
        self,
        on_progress: Callable[[int, int], None] | None = None,
        should_stop: Callable[[], bool] | None = None,
    ) -> bool:
        """Reads the pictures that were not read before; returns whether that is all of them.

        Those that could not be read are tried again.

        Args:
            on_progress: Called at first and after each picture with how many are read, of how many.
            should_stop: Asked after each picture.
        """
        left, count = self._left(), len(self._faces)
        if on_progress is not None:
            on_progress(count - len(left), count)
        for number, place in enumerate(left, start=1):
            self._read(place)
            stopped = should_stop is not None and should_stop()
            if stopped or number % _SAVED_EVERY == 0 or number == len(left):
                self._keep.put(self._state())
            if on_progress is not None:
                on_progress(count - len(left) + number, count)
            if stopped and number < len(left):
                return False
        return True

    def years(self) -> list[int | None]:
        """Returns the years of pictures that could be read; None for those without, last."""
        found = [year for year, pile in self._piles.items() if pile.good]
        return sorted(found, key=lambda year: math.inf if year is None else year)

    def mean(self, year: int | None) -> Pixels:
        """Returns the average picture of a year."""
        pile = self._piles[year]
        mean: Pixels = (pile.total / pile.good).round().astype(np.uint8)
        return mean

    def samples(self, year: int | None) -> list[Pixels]:
        """Returns some pictures of a year, spread over it."""
        places = self._piles[year].places
        return [self._tiles[place] for place in places if place in self._tiles]

    def _left(self) -> list[int]:
        """Returns the places of the pictures to read, in order."""
        left = {place for pile in self._piles.values() for place in pile.places[pile.read :]}
        left |= self._shown - self._tiles.keys()
        left |= self._mapped - self.thumbs.keys()
        return sorted(left | self._bad)

    def _read(self, place: int) -> None:
        face = self._faces[place]
        pile, found = self._piles[face.year], read_picture(face.path)
        is_new = pile.is_next(place)
        if is_new:
            pile.read += 1
            pile.mark.update(self._keys[place])
        if isinstance(found, str):
            self.unread[place] = found
            self._bad |= {place} if is_new else set()
        else:
            self._add(place, pile, found, is_new or place in self._bad)
            self._bad.discard(place)

    def _add(self, place: int, pile: _Pile, picture: Image.Image, counts: bool) -> None:
        tile = _reduced(picture, _TILE)
        if counts:
            pile.total += tile
            pile.good += 1
        if place in self._shown:
            self._tiles[place] = tile
        if place in self._mapped:
            self.thumbs[place] = _reduced(picture, THUMB)

    def _state(self) -> Arrays:
        """Returns what is to be kept."""
        read = [pile.row(year) for year, pile in self._piles.items() if pile.read]
        bad = np.frombuffer(b"".join(self._keys[place] for place in self._bad), np.uint8)
        return {
            "years": np.array(read, _PILE),
            "bad": bad.reshape(-1, _KEY_BYTES),
            "tiles": self._copies(self._tiles, _TILE),
            "thumbs": self._copies(self.thumbs, THUMB),
        }

    def _copies(self, copies: Mapping[int, Pixels], side: int) -> NDArray[Any]:
        rows = [(np.frombuffer(self._keys[place], np.uint8), copies[place]) for place in copies]
        return np.array(
            rows, [("key", np.uint8, _KEY_BYTES), ("pixels", np.uint8, (side, side, 3))]
        )

    def _take_up(self, kept: Arrays) -> None:
        """Takes over what was kept of these very pictures."""
        for row in kept["years"]:
            pile = self._piles.get(None if row["year"] == _NO_YEAR else int(row["year"]))
            if pile is not None:
                pile.take_up(row, self._keys)
        places = {key: place for place, key in enumerate(self._keys)}
        self._bad = {places[key] for key in map(bytes, kept["bad"]) if key in places}
        self._tiles = _still_wanted(kept["tiles"], places, self._shown)
        self.thumbs = _still_wanted(kept["thumbs"], places, self._mapped)


def _key_of(face: Face, folder: Path) -> bytes:
    """Returns by what a picture is known again as long as nobody changes it."""
    try:
        status = face.path.stat()
        state = f"{status.st_size} {status.st_mtime_ns}"
    except OSError:
        state = "gone"
    name = face.path.relative_to(folder).as_posix()
    text = "\0".join((face.id, name, state))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:_KEY_BYTES]


def _still_wanted(
    copies: Iterable[Any], places: Mapping[bytes, int], wanted: Collection[int]
) -> dict[int, Pixels]:
    found = ((places.get(row["key"].tobytes()), row["pixels"]) for row in copies)
    return {place: pixels for place, pixels in found if place is not None and place in wanted}


def _reduced(picture: Image.Image, side: int) -> Pixels:
    return np.asarray(picture.resize((side, side), Image.Resampling.BOX))


def _spread(count: int, most: int) -> list[int]:
    """Returns at most so many places of a list, evenly over it."""
    if count <= most:
        return list(range(count))
    return [place * count // most for place in range(most)]
