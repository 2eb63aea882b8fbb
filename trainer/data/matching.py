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
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from trainer.data.records import Row

_SAME_FROM = 0.4
"""Overlap (IoU) of boxes from which a face counts as found."""
TURNED_FROM = 10.0
"""Degrees from which a face counts as turned."""


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


@dataclass(frozen=True)
class Pair:
    """A face of a scene and the row of the crop that shows it.

    Attributes:
        overlap: That (IoU) of the crop with the true one.
    """

    face: Row
    cut: Row
    overlap: float


@dataclass(frozen=True)
class Match:
    """Which faces of a scene were found.

    Attributes:
        kind: The scene's.
        missed: Faces that should have been found and were not.
        pairs: Those found that should be.
        optional: Those found that are hidden or too small.
        false: Rows of crops that show no face.
    """

    kind: str
    missed: Sequence[Row]
    pairs: Sequence[Pair]
    optional: Sequence[Pair]
    false: Sequence[Row]


def match_faces(scenes: Path, faces: Path) -> list[Match]:
    """Returns for each scene which of its faces were cut out.

    Args:
        scenes: Folder of `draw_scenes`.
        faces: Folder of the faces that were cut out of them, or of the scenes once collected.

    Raises:
        UserError: One of the folders is not of its kind.
    """
    zoom, min_size = _settings_of(faces)
    smallest = smallest_box(min_size, zoom)
    cut: dict[str, list[Row]] = {}
    for row in kept_rows(faces):
        cut.setdefault(row["picture"], []).append(row)
    # A picture that was collected is called by its hash.
    return [
        _matched(
            scene, cut.get(scene["id"]) or cut.get(scene.get("sha256", ""), []), smallest, zoom
        )
        for scene in _scenes(scenes)
    ]


def tally_faces(matches: Iterable[Match]) -> dict[str, Tally]:
    """Returns a tally for each kind of scene, one of "all", and one of "turned" faces."""
    tallies = {"all": Tally(), "turned": Tally()}
    for match in matches:
        tally = _tally(match)
        tallies["all"].add(tally)
        tallies.setdefault(match.kind, Tally()).add(tally)
        tallies["turned"].add(_tally(_turned_only(match)))
    return tallies


def _settings_of(faces: Path) -> tuple[float, int]:
    """Returns by how much crops are larger than boxes, and their least side in pixels."""
    try:
        settings: dict[str, Any] = json.loads((faces / SETTINGS_NAME).read_bytes())
        return float(settings["zoom"]), int(settings["min_size"])
    except (OSError, ValueError, KeyError, TypeError):
        raise UserError(f"{faces} holds no {SETTINGS_NAME}: give a folder of detect.") from None


def _scenes(folder: Path) -> Iterator[Row]:
    for row in kept_rows(folder):
        if "faces" not in row or "kind" not in row:
            raise UserError(f"{folder} holds no scenes: give a folder of draw-scenes.")
        yield row


def _matched(scene: Row, cut: Sequence[Row], smallest: int, zoom: float) -> Match:
    """Returns what was found in one scene, pairing the boxes that overlap most first."""
    true = scene["faces"]
    overlaps = sorted(
        (
            (iou(Box(*face["box"]), Box(*row["box"])), n, m)
            for n, face in enumerate(true)
            for m, row in enumerate(cut)
        ),
        reverse=True,
    )
    found: dict[int, int] = {}
    for overlap, n, m in overlaps:
        if overlap >= _SAME_FROM and n not in found and m not in found.values():
            found[n] = m
    needed = {n for n, face in enumerate(true) if _is_needed(face, smallest)}
    pairs = {n: _pair(true[n], cut[m], zoom) for n, m in sorted(found.items())}
    return Match(
        scene["kind"],
        [true[n] for n in sorted(needed - found.keys())],
        [pair for n, pair in pairs.items() if n in needed],
        [pair for n, pair in pairs.items() if n not in needed],
        [row for m, row in enumerate(cut) if m not in found.values()],
    )


def _pair(face: Row, cut: Row, zoom: float) -> Pair:
    crops = (zoomed_out(Box(*row["box"]), zoom) for row in (face, cut))
    one, other = (Box(crop.x, crop.y, crop.side, crop.side) for crop in crops)
    return Pair(face, cut, iou(one, other))


def _is_needed(face: Row, smallest: int) -> bool:
    return not face["hidden"] and Box(*face["box"]).width >= smallest


def _turned_only(match: Match) -> Match:
    """Returns of a match what is told of turned faces."""

    def turned(face: Row) -> bool:
        return abs(float(face["turn"])) >= TURNED_FROM

    missed = [face for face in match.missed if turned(face)]
    return Match(match.kind, missed, [pair for pair in match.pairs if turned(pair.face)], (), ())


def _tally(match: Match) -> Tally:
    present, found = len(match.missed) + len(match.pairs), len(match.pairs)
    overlaps = [pair.overlap for pair in match.pairs]
    return Tally(present, found, len(match.false), len(match.optional), overlaps)
