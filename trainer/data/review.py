"""Which faces are doubtful, and what a person decided of them.

review.json holds the ids that were rejected and those that were looked at and are good, with the
steps in which that was done, so that each can be undone.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from girlsmoe_desktop.core.errors import UserError
from trainer.data.face_table import duplicates_in, read_faces, seen_in
from trainer.runs import write_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from trainer.data.face_table import Face

NAME = "review.json"
REJECT, KEEP = "reject", "keep"


@dataclass(frozen=True)
class Step:
    """What was decided at once: `REJECT` or `KEEP`, and of which ids."""

    what: str
    ids: tuple[str, ...]


class Review:
    """What was decided of a folder's faces.

    Args:
        folder: Of the faces; review.json in it need not be there yet.

    Attributes:
        shown: Ids in the order of the last list, by which its numbers are understood.

    Raises:
        UserError: review.json is damaged.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        self._steps: list[Step] = []
        self.shown: tuple[str, ...] = ()
        if self._path.is_file():
            self._read()

    @property
    def rejected(self) -> frozenset[str]:
        """Ids of faces that no training shall see."""
        return self._decided(REJECT)

    @property
    def kept(self) -> frozenset[str]:
        """Ids of faces that were looked at and are good."""
        return self._decided(KEEP)

    def decide(self, what: str, ids: Iterable[str]) -> None:
        """Rejects faces or keeps them, as one step; the last decision of a face holds.

        Raises:
            UserError: It can't be written; nothing is decided then.
        """
        self._steps.append(Step(what, tuple(dict.fromkeys(ids))))
        try:
            self.save()
        except UserError:
            self._steps.pop()
            raise

    def undo(self) -> Step | None:
        """Takes the last step back and returns it; None where there is none.

        Raises:
            UserError: It can't be written; nothing is taken back then.
        """
        if not self._steps:
            return None
        step = self._steps.pop()
        try:
            self.save()
        except UserError:
            self._steps.append(step)
            raise
        return step

    def save(self) -> None:
        """Writes review.json whole or not at all.

        Raises:
            UserError: It can't be written.
        """
        data = {
            "rejected": sorted(self.rejected),
            "kept": sorted(self.kept),
            "steps": [[step.what, *step.ids] for step in self._steps],
            "shown": self.shown,
        }
        text = json.dumps(data, indent=1, ensure_ascii=False) + "\n"
        try:
            write_bytes(self._path, text.encode())
        except OSError as error:
            raise UserError(
                f"{self._path} can't be written ({error.strerror or error}): see that you may "
                "write to its folder and that there is room."
            ) from error

    def _decided(self, what: str) -> frozenset[str]:
        last = {id_: step.what for step in self._steps for id_ in step.ids}
        return frozenset(id_ for id_, decision in last.items() if decision == what)

    def _read(self) -> None:
        try:
            data = json.loads(self._path.read_bytes())
            rejected = frozenset(map(_text, data["rejected"]))
            self._steps = [_step(words) for words in data.get("steps", [])]
            self.shown = tuple(map(_text, data.get("shown", [])))
        except (ValueError, KeyError, TypeError, AttributeError):
            raise UserError(
                f'{self._path} is damaged: put it right, such as {{"rejected": ["some-id"]}}, or '
                "delete it and review again."
            ) from None
        # Another program, or a person, may have written nothing but what is rejected.
        if rejected - self.rejected:
            self._steps.append(Step(REJECT, tuple(sorted(rejected - self.rejected))))
        if self.rejected - rejected:
            self._steps.append(Step(KEEP, tuple(sorted(self.rejected - rejected))))


@dataclass(frozen=True)
class Doubt:
    """A face and how doubtful it is, 0..1; None where neither tagger nor detector said anything."""

    face: Face
    value: float | None


def doubtful(folder: Path, review: Review) -> list[Doubt]:
    """Returns the faces that are still to be looked at, the most doubtful first.

    Raises:
        UserError: The folder's tables are missing or damaged.
    """
    settled = review.rejected | review.kept
    return [one for one in all_doubts(folder) if one.face.id not in settled]


def all_doubts(folder: Path) -> list[Doubt]:
    """Returns all faces but those that are nearly the same as another, the most doubtful first.

    Raises:
        UserError: The folder's tables are missing or damaged.
    """
    seen, doubles = seen_in(folder), duplicates_in(folder)
    left = (face for face in read_faces(folder) if face.id not in doubles)
    found = [
        Doubt(face, seen[face.id].doubt if face.id in seen else face.detector_doubt)
        for face in left
    ]
    return sorted(found, key=lambda one: (-1.0 if one.value is None else -one.value, one.face.id))


def _text(value: Any) -> str:  # noqa: ANN401
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _step(words: Any) -> Step:  # noqa: ANN401
    what, *ids = map(_text, words)
    if what not in (REJECT, KEEP):
        raise ValueError(what)
    return Step(what, tuple(ids))
