"""Tags the pictures of a folder; stopped, it goes on where it was.

Three files are written: tags.jsonl with a row a picture (the 34 probabilities, the labels that are
on, the doubt), features.f16 with what the tagger's features are, and tags.json, which says how.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image

from girlsmoe_desktop.core.attributes import LABELS
from girlsmoe_desktop.core.errors import UserError
from trainer.data import decode
from trainer.data.face_table import TAGS_NAME
from trainer.data.records import KEPT, SKIPPED, Records
from trainer.data.tag_map import check_threshold, decide, doubts
from trainer.runs import telling_of, write_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from trainer.data.face_table import Face
    from trainer.data.records import Row
    from trainer.data.taggers import Sight, Tagger

SETTINGS_NAME = "tags.json"
FEATURES_NAME = "features.f16"
_LARGEST = float(np.finfo(np.float16).max)
_PLACES = 4


@dataclass(frozen=True)
class Counts:
    """How many pictures have been dealt with, and how many of them could not be read."""

    done: int = 0
    skipped: int = 0


def tag_faces(
    folder: Path,
    faces: Sequence[Face],
    tagger: Tagger,
    threshold: float | None = None,
    on_progress: Callable[[Counts], None] | None = None,
    should_stop: Callable[[], bool] | None = None,
) -> Counts:
    """Tags pictures into a folder's tables; returns how far they are.

    Pictures that were tagged before are not read again; with another threshold their labels are
    decided anew.

    Args:
        folder: Gets the tables; made if needed.
        faces: The pictures.
        tagger: Sees what they show.
        threshold: Above it a label that is not a colour is on; the tagger's usual one if None.
        on_progress: Called after each batch.
        should_stop: Asked after each batch; once it returns True this ends early.

    Raises:
        UserError: The folder was tagged by another tagger or can't be written, or the tagger
            can't be run.
    """
    threshold = tagger.threshold if threshold is None else threshold
    check_threshold(threshold)
    settings = _Settings(folder, tagger, threshold)
    with Records(folder, TAGS_NAME) as records:
        wanted = {face.id for face in faces}
        if settings.other_threshold:
            _decide_again(records, threshold)
            settings.save()
        left = [face for face in faces if face.id not in records]
        done = [row for id_, row in records.rows.items() if id_ in wanted]
        counts = Counts(len(done), sum(row["status"] == SKIPPED for row in done))
        for start in range(0, len(left), tagger.batch):
            batch = left[start : start + tagger.batch]
            counts = _tag_batch(folder, batch, tagger, settings, records, counts)
            if on_progress is not None:
                on_progress(counts)
            if should_stop is not None and should_stop():
                break
    return counts


def read_features(folder: Path) -> NDArray[np.float16] | None:
    """Returns the features of a folder's pictures, (N, k), by their place; None if there are none.

    They stay on the disk until they are looked at.

    Raises:
        UserError: tags.json is damaged.
    """
    path = folder / FEATURES_NAME
    if not path.is_file():
        return None
    length = int(_read_settings(folder / SETTINGS_NAME)["features"])
    count = path.stat().st_size // (length * np.dtype(np.float16).itemsize)
    if not count:  # nothing can't be mapped
        return np.empty((0, length), np.float16)
    return np.memmap(path, np.float16, "r", shape=(count, length))


class _Settings:
    """How a folder is tagged, in tags.json; the length of features is known after a batch."""

    def __init__(self, folder: Path, tagger: Tagger, threshold: float) -> None:
        self._path = folder / SETTINGS_NAME
        self._wanted: dict[str, Any] = {
            "kind": tagger.kind,
            "tagger": tagger.name,
            "sha256": tagger.sha256,
            "map": tagger.map_sha256,
            "threshold": threshold,
        }
        self._before: dict[str, Any] = {}
        if self._path.is_file():
            self._before = _read_settings(self._path)
            self._must_agree(folder)

    @property
    def threshold(self) -> float:
        """Above which a label that is not a colour is on."""
        return float(self._wanted["threshold"])

    @property
    def other_threshold(self) -> bool:
        """Whether labels were decided by another threshold."""
        return bool(self._before) and self._before["threshold"] != self._wanted["threshold"]

    def save(self, features: int | None = None) -> None:
        """Writes the file where it says anything else, or is not there yet."""
        length = self._before["features"] if features is None else features
        now = {**self._wanted, "features": length}
        if now != self._before:
            write_bytes(self._path, (json.dumps(now, indent=2) + "\n").encode())
            self._before = now

    def _must_agree(self, folder: Path) -> None:
        for key in ("sha256", "map"):
            if self._before.get(key) != self._wanted[key]:
                raise UserError(
                    f"{folder} was tagged by {self._before['tagger']}, or with another --map: give "
                    f"the same, or delete {TAGS_NAME}, {SETTINGS_NAME} and {FEATURES_NAME} there."
                )


def _read_settings(path: Path) -> dict[str, Any]:
    try:
        settings = json.loads(path.read_bytes())
        if int(settings["features"]) > 0 and settings["tagger"] and settings["threshold"]:
            return dict(settings)
        raise ValueError
    except (OSError, ValueError, KeyError, TypeError):
        raise UserError(
            f"{path} is missing or damaged: delete {TAGS_NAME} and {FEATURES_NAME} beside it and "
            "tag again."
        ) from None


def _tag_batch(
    folder: Path,
    batch: Sequence[Face],
    tagger: Tagger,
    settings: _Settings,
    records: Records,
    counts: Counts,
) -> Counts:
    """Tags a batch of pictures; returns the counts with them."""
    pictures = {face: read_picture(face.path) for face in batch}
    read = {face: found for face, found in pictures.items() if isinstance(found, Image.Image)}
    rows: list[Row] = [
        {"id": face.id, "status": SKIPPED, "reason": found}
        for face, found in pictures.items()
        if isinstance(found, str)
    ]
    if read:
        sight = tagger.read(list(read.values()))
        settings.save(sight.features.shape[1])
        # Before the rows that point to them: what no row points to is never looked at.
        first = _append_features(folder / FEATURES_NAME, sight.features)
        rows += _rows_of(list(read), sight, first, settings.threshold)
    records.write_all(rows)
    return Counts(counts.done + len(batch), counts.skipped + len(batch) - len(read))


def read_picture(path: Path) -> Image.Image | str:
    """Returns a picture, or in words why it can't be read."""
    try:
        return Image.fromarray(decode.read_picture(path))
    except decode.BadPictureError as error:
        return f"can't be read: {error}"


def _append_features(path: Path, features: NDArray[np.float32]) -> int:
    """Adds features to the file, whole rows only; returns the place of the first."""
    halves = np.clip(features, -_LARGEST, _LARGEST).astype(np.float16)
    with telling_of(path), path.open("ab") as file:
        place, torn = divmod(file.tell(), int(halves[0].nbytes))
        if torn:
            file.truncate(file.tell() - torn)
        file.write(halves.tobytes())
        file.flush()
        os.fsync(file.fileno())
    return place


def _rows_of(faces: Sequence[Face], sight: Sight, first: int, threshold: float) -> list[Row]:
    # Rounded first, so that what is decided can be decided again from the table.
    probabilities = sight.probabilities.round(_PLACES)
    answers, doubted = decide(probabilities, threshold), doubts(probabilities, threshold)
    return [
        {
            "id": face.id,
            "status": KEPT,
            "labels": _names(answers[place]),
            "doubt": _with_detector(float(doubted[place]), face.detector_doubt),
            "detector_doubt": face.detector_doubt,
            "probabilities": [round(float(value), _PLACES) for value in probabilities[place]],
            "feature": first + place,
        }
        for place, face in enumerate(faces)
    ]


def _with_detector(tagger_doubt: float, detector_doubt: float | None) -> float:
    if detector_doubt is None:
        return round(tagger_doubt, _PLACES)
    return round((tagger_doubt + detector_doubt) / 2, _PLACES)


def _names(answers: NDArray[np.bool_]) -> list[str]:
    return [label for label, on in zip(LABELS, answers, strict=True) if on]


def _decide_again(records: Records, threshold: float) -> None:
    """Decides what is in the table by another threshold."""
    rows = [row for row in records.rows.values() if row["status"] == KEPT]
    if not rows:
        return
    probabilities = np.array([row["probabilities"] for row in rows], np.float32)
    answers, doubted = decide(probabilities, threshold), doubts(probabilities, threshold)
    records.write_all(
        [
            {
                **row,
                "labels": _names(answers[place]),
                "doubt": _with_detector(float(doubted[place]), row["detector_doubt"]),
            }
            for place, row in enumerate(rows)
        ]
    )
