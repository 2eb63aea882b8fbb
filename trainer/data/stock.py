"""What there is to count in a folder of faces or in a training set."""

from __future__ import annotations

import collections
import csv
import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from girlsmoe_desktop.core.attributes import LABELS
from girlsmoe_desktop.core.errors import UserError
from trainer.data import review
from trainer.data.drawn import CSV_NAME, read_labels
from trainer.data.face_table import (
    DUPLICATES_NAME,
    TAGS_NAME,
    Face,
    duplicates_in,
    label_vector,
    read_faces,
    seen_in,
)
from trainer.data.pixel_array import must_have_files
from trainer.data.records import NAME as RECORDS_NAME
from trainer.data.records import plain
from trainer.data.tag import SETTINGS_NAME as TAGGER_NAME
from trainer.data.tag import read_features

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

_TABLES = (RECORDS_NAME, DUPLICATES_NAME, review.NAME, TAGS_NAME, TAGGER_NAME, CSV_NAME)


@dataclass
class Stock:
    """The pictures that are counted.

    Attributes:
        folder: Where they are.
        faces: The pictures.
        labels: What they show, (N, 34); None where nobody has looked.
        left_out: Why those that are in the folder and not counted are not, by their ids.
        features: By which like ones are found, (M, k), on the disk; None without.
        feature_places: Which of them is each picture's, (N,).
    """

    folder: Path
    faces: Sequence[Face]
    labels: NDArray[np.bool_] | None
    left_out: Mapping[str, str] = field(default_factory=dict)
    features: NDArray[Any] | None = None
    feature_places: NDArray[np.int64] | None = None

    @property
    def name(self) -> str:
        """What the folder is called."""
        return plain(self.folder.absolute().name)

    @property
    def reasons(self) -> Mapping[str, int]:
        """How many are left out for which reason."""
        return collections.Counter(self.left_out.values())

    @property
    def contents(self) -> Mapping[str, str]:
        """SHA-256 of each table that says which pictures these are and what they show."""
        found = [self.folder / name for name in _TABLES if (self.folder / name).is_file()]
        return {path.name: _hash_of(path) for path in found}

    def features_of(self, places: Sequence[int]) -> NDArray[np.float64] | None:
        """Returns the features of some pictures by their places, (n, k); None without."""
        if self.features is None or self.feature_places is None:
            return None
        return np.asarray(self.features[self.feature_places[list(places)]], np.float64)


def _hash_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def open_stock(folder: Path) -> Stock:
    """Returns what is in a folder of faces or in a training set.

    Raises:
        UserError: It is neither, damaged, or nothing is left of it.
    """
    if (folder / CSV_NAME).is_file():
        stock = _training_set(folder)
    elif (folder / RECORDS_NAME).is_file():
        stock = _faces(folder)
    else:
        raise UserError(
            f"{folder} holds neither {RECORDS_NAME} nor {CSV_NAME}: give a folder of faces that "
            "detect wrote, or a training set."
        )
    if not stock.faces:
        raise UserError(f"{folder} has no pictures that are left: there is nothing to count.")
    return stock


def _faces(folder: Path) -> Stock:
    seen, doubles, rejected = seen_in(folder), duplicates_in(folder), review.Review(folder).rejected
    faces: list[Face] = []
    left_out: dict[str, str] = {}
    for face in read_faces(folder):
        if face.id in doubles:
            left_out[face.id] = "nearly the same as another"
        elif face.id in rejected:
            left_out[face.id] = "rejected in review"
        elif seen and face.id not in seen:
            left_out[face.id] = "not tagged"
        else:
            faces.append(face)
    if not seen:
        return Stock(folder, faces, None, left_out)
    found = [seen[face.id] for face in faces]
    labels = np.array([label_vector(one.labels, LABELS) for one in found]).reshape(-1, len(LABELS))
    features, places = read_features(folder), np.array([one.feature for one in found], np.int64)
    if features is not None and places.max(initial=-1) >= len(features):
        raise UserError(f"{folder / TAGS_NAME} names features that are gone: tag again.")
    return Stock(folder, faces, labels, left_out, features, places)


def _training_set(folder: Path) -> Stock:
    must_have_files(folder)
    names, labels = read_labels(folder / CSV_NAME)
    with (folder / CSV_NAME).open(newline="", encoding="utf-8") as file:
        about = [(row.get("year"), row.get("size")) for row in csv.DictReader(file)]
    faces = [
        Face(name, folder / name, _number(size) or 0, _number(year))
        for name, (year, size) in zip(names, about, strict=True)
    ]
    return Stock(folder, faces, labels > 0)


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else None
