"""Compares faces that were cut out with those that are known to be there."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from girlsmoe_desktop.core.errors import UserError
from trainer.data.boxes import Box, iou, smallest_box, zoomed_out
from trainer.data.faces import SETTINGS_NAME
from trainer.data.records import kept_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from trainer.data.records import Row

_SAME_FROM = 0.4
"""Overlap (IoU) of boxes from which a face counts as found."""


@dataclass
class Tally:
    """Of the faces of some scenes: how many are there, were found, and what else was.

    Attributes:
        present: Faces that should be found.
        found: Those of them that were.
        false: Cut out where no face is.
        optional: Found though hidden or too small; they count neither way.
        overlaps: Overlap (IoU) of the crop with the true one, for each that was found.
    """

    present: int = 0
    found: int = 0
    false: int = 0
    optional: int = 0
    overlaps: list[float] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """Share of the faces there that were found."""
        return self.found / self.present if self.present else 1.0

    @property
    def precision(self) -> float:
        """Share of what was cut out that is a face."""
        right = self.found + self.optional
        return right / (right + self.false) if right + self.false else 1.0

    @property
    def overlap(self) -> float:
        """Mean overlap of crops."""
        return sum(self.overlaps) / len(self.overlaps) if self.overlaps else 0.0

    def add(self, other: Tally) -> None:
        """Counts another's scenes too."""
        self.present += other.present
        self.found += other.found
        self.false += other.false
        self.optional += other.optional
        self.overlaps += other.overlaps

    def to_json(self) -> dict[str, Any]:
        """Returns the figures."""
        counts = {"present": self.present, "found": self.found, "false": self.false}
        rates = {"recall": self.recall, "precision": self.precision, "overlap": self.overlap}
        return counts | {name: round(rate, 4) for name, rate in rates.items()}


def compare_faces(scenes: Path, faces: Path) -> dict[str, Tally]:
    """Returns a tally for each kind of scene, and one of "all".

    Args:
        scenes: Folder of `draw_scenes`.
        faces: Folder of the faces that were cut out of them.

    Raises:
        UserError: One of the folders is not of its kind.
    """
    settings = _settings_of(faces)
    zoom, smallest = settings["zoom"], smallest_box(settings["min_size"], settings["zoom"])
    cut: dict[str, list[Box]] = {}
    for row in kept_rows(faces):
        cut.setdefault(row["picture"], []).append(Box(*row["box"]))
    tallies = {"all": Tally()}
    for scene in _scenes(scenes):
        tally = _tally(scene, cut.get(scene["id"], []), smallest, zoom)
        tallies["all"].add(tally)
        tallies.setdefault(scene["kind"], Tally()).add(tally)
    return tallies


def _settings_of(faces: Path) -> dict[str, Any]:
    try:
        settings: dict[str, Any] = json.loads((faces / SETTINGS_NAME).read_bytes())
        return {"zoom": float(settings["zoom"]), "min_size": int(settings["min_size"])}
    except (OSError, ValueError, KeyError, TypeError):
        raise UserError(f"{faces} holds no {SETTINGS_NAME}: give a folder of detect.") from None


def _scenes(folder: Path) -> Iterator[Row]:
    for row in kept_rows(folder):
        if "faces" not in row or "kind" not in row:
            raise UserError(f"{folder} holds no scenes: give a folder of draw-scenes.")
        yield row


def _tally(scene: Row, cut: Sequence[Box], smallest: int, zoom: float) -> Tally:
    """Returns what was found in one scene, pairing the boxes that overlap most first."""
    true = [(Box(*face["box"]), bool(face["hidden"])) for face in scene["faces"]]
    needed = {n for n, (box, hidden) in enumerate(true) if not hidden and box.width >= smallest}
    pairs = sorted(
        ((iou(box, seen), n, m) for n, (box, _) in enumerate(true) for m, seen in enumerate(cut)),
        reverse=True,
    )
    tally = Tally(present=len(needed))
    true_left, cut_left = set(range(len(true))), set(range(len(cut)))
    for overlap, n, m in pairs:
        if overlap < _SAME_FROM or n not in true_left or m not in cut_left:
            continue
        true_left.remove(n)
        cut_left.remove(m)
        if n in needed:
            tally.found += 1
            tally.overlaps.append(_crop_overlap(true[n][0], cut[m], zoom))
        else:
            tally.optional += 1
    tally.false = len(cut_left)
    return tally


def _crop_overlap(true: Box, cut: Box, zoom: float) -> float:
    one, other = (zoomed_out(box, zoom) for box in (true, cut))
    return iou(Box(one.x, one.y, one.side, one.side), Box(other.x, other.y, other.side, other.side))
