"""What is known of the faces in a folder: its table, which of them are doubles, what was seen."""

from __future__ import annotations

import functools
import sys
from dataclasses import dataclass
from pathlib import PureWindowsPath
from typing import TYPE_CHECKING, Any

import numpy as np

from girlsmoe_desktop.core.errors import UserError
from trainer.data.records import KEPT, NAME, SKIPPED, of_kept_rows, read_rows

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from trainer.data.records import Row

DUPLICATES_NAME = "duplicates.jsonl"
TAGS_NAME = "tags.jsonl"
_HALF_NEIGHBOURS = 10
_FIRST_YEAR, _LAST_YEAR = 1900, 2200


@dataclass(frozen=True)
class Face:
    """A face that was cut out.

    Attributes:
        id: Unique in its folder.
        path: Of its picture.
        size: Side of the crop in the picture it comes from, in pixels; 0 if that is not known.
        year: In which the picture was released, or None.
        neighbours: How many times the detector saw it, or None.
    """

    id: str
    path: Path
    size: int = 0
    year: int | None = None
    neighbours: int | None = None

    @property
    def detector_doubt(self) -> float | None:
        """How doubtful its detector is that it is a face, 0..1; None where it did not say."""
        if self.neighbours is None:
            return None
        return 1 / (1 + max(0, self.neighbours) / _HALF_NEIGHBOURS)


def read_faces(folder: Path) -> list[Face]:
    """Returns the faces that a folder's table kept, in its order.

    Raises:
        UserError: There is no table, it is damaged, or it names no faces.
    """
    faces = list(of_kept_rows(folder, functools.partial(_face_of, folder)))
    if not faces:
        raise UserError(f"{folder / NAME} names no faces: give a folder that detect wrote.")
    return faces


def _face_of(folder: Path, row: Row) -> Face:
    file = row.get("file")
    if not isinstance(file, str) or not _is_inside(file):
        raise UserError(
            f"{folder / NAME} names the picture {file!r} for {row['id']}, which is not in its "
            "folder: give a folder that detect wrote."
        )
    year, neighbours = _whole(row.get("year")), _whole(row.get("neighbours"))
    if year is not None and not _FIRST_YEAR <= year <= _LAST_YEAR:
        year = None
    return Face(str(row["id"]), folder / file, _whole(row.get("size")) or 0, year, neighbours)


def duplicates_in(folder: Path) -> set[str]:
    """Returns the ids of faces that are nearly the same as another that stays."""
    statuses = read_rows(folder, DUPLICATES_NAME, lambda row: row["status"])
    return {id_ for id_, status in statuses.items() if status == SKIPPED}


@dataclass(frozen=True)
class Seen:
    """What a tagger saw in a picture.

    Attributes:
        labels: Names of those that are on.
        doubt: How doubtful it is, 0..1.
        feature: Its place among the features.
    """

    labels: tuple[str, ...]
    doubt: float
    feature: int


def seen_in(folder: Path) -> dict[str, Seen]:
    """Returns what a tagger saw in a folder's pictures by their ids; nothing if none was there.

    Raises:
        UserError: The table is damaged.
    """
    found = read_rows(folder, TAGS_NAME, functools.partial(_seen_of, folder))
    return {id_: seen for id_, seen in found.items() if seen is not None}


def _seen_of(folder: Path, row: Row) -> Seen | None:
    """Returns what a row tells was seen; None where the picture could not be read."""
    if row["status"] != KEPT:
        return None
    try:
        # Of thousands of faces each label is to be held once.
        labels = tuple(sys.intern(label) for label in row["labels"])
        return Seen(labels, float(row["doubt"]), int(row["feature"]))
    except (KeyError, TypeError, ValueError) as error:
        raise UserError(
            f"{folder / TAGS_NAME} is damaged ({error}): delete it and tag again."
        ) from None


def label_vector(labels: tuple[str, ...], order: tuple[str, ...]) -> NDArray[np.bool_]:
    """Returns which labels of an order are on."""
    return np.array([label in labels for label in order])


def _is_inside(name: str) -> bool:
    """Returns whether a name is of something in the folder, on any system."""
    path = PureWindowsPath(name)  # knows both kinds of slash
    return bool(path.parts) and not path.anchor and ".." not in path.parts and "\0" not in name


def _whole(value: Any) -> int | None:  # noqa: ANN401
    """Returns a whole number, also one in text such as "2010"; None for anything else."""
    try:
        return None if value is None or isinstance(value, bool) else int(value)
    except (TypeError, ValueError, OverflowError):
        return None
