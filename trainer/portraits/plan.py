"""What a folder of portraits is to hold, and the record of it in drawing.json."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from girlsmoe_desktop.core.errors import UserError
from trainer.portraits.law import DRAWING, DrawingLaw
from trainer.portraits.pictures import FORMATS
from trainer.portraits.sampling.style import ILLUSTRATORS
from trainer.portraits.version import DRAWING_VERSION

if TYPE_CHECKING:
    from pathlib import Path

RECORD_NAME = "drawing.json"
LABELS_NAME = "labels.csv"
SPECS_NAME = "specs.jsonl"


def check_seed(seed: int) -> None:
    """Raises UserError where a seed is out of range."""
    _check_range("seed", seed, 0, 2**63 - 1)


def check_size(size: int) -> None:
    """Raises UserError where a picture's side in pixels is out of range."""
    _check_range("size", size, 64, 1024)


def _check_range(name: str, value: int, low: int, high: int) -> None:
    if not low <= value <= high:
        raise UserError(f"{name} is {value}: choose {low}..{high}.")


@dataclass(frozen=True)
class Shard:
    """One of `of` equal parts of a drawing, the first with `number` 1."""

    number: int = 1
    of: int = 1


@dataclass(frozen=True)
class Plan:
    """A drawing: portraits 0..count-1 of a seed, or a shard of them.

    Attributes:
        count: Number of portraits of the whole drawing, 1..1,000,000.
        seed: 0..2**63-1.
        size: Side of a picture in pixels, 64..1024.
        law: How the labels are drawn.
        picture_format: "png", or "webp" (lossless too, a fifth smaller).
        shard: Shards are runs of neighbouring portraits; merged in order they are the whole.
        illustrators: Who draws, some of `ILLUSTRATORS` in their order.
    """

    count: int
    seed: int
    size: int
    law: DrawingLaw = DRAWING
    picture_format: str = "png"
    shard: Shard = field(default_factory=Shard)
    illustrators: tuple[str, ...] = ILLUSTRATORS

    @property
    def indices(self) -> range:
        """The portraits to draw."""
        first = self.count * (self.shard.number - 1) // self.shard.of
        return range(first, self.count * self.shard.number // self.shard.of)

    def check(self) -> None:
        """Raises UserError where a number is out of range, or there is no such format."""
        limits = (
            ("count", self.count, 1, 1_000_000),
            ("the number of shards", self.shard.of, 1, self.count),
            ("shard", self.shard.number, 1, self.shard.of),
        )
        for limit in limits:
            _check_range(*limit)
        check_seed(self.seed)
        check_size(self.size)
        if self.picture_format not in FORMATS:
            raise UserError(
                f"There is no format {self.picture_format!r}: choose {' or '.join(FORMATS)}."
            )

    def origin(self) -> dict[str, int | str]:
        """Returns what every picture of the folder has in common, for its record."""
        common: dict[str, int | str] = {
            "seed": self.seed,
            "size": self.size,
            "version": DRAWING_VERSION,
            "law": self.law.name,
            "format": self.picture_format,
        }
        if self.illustrators != ILLUSTRATORS:
            common["illustrators"] = ",".join(self.illustrators)
        if self.shard.of == 1:
            return common
        return {**common, "shard": f"{self.shard.number}/{self.shard.of} of {self.count}"}

    def check_record(self, out: Path) -> bool:
        """Returns whether the folder has a record that this plan may go on with.

        A folder of shards may become the whole: so are shards merged.

        Raises:
            UserError: The folder holds another drawing, or pictures of unknown origin.
        """
        path = out / RECORD_NAME
        if not path.exists():
            if any(any(out.glob(f"*.{name}")) for name in FORMATS):
                raise UserError(
                    f"{out} holds pictures but no {RECORD_NAME}: "
                    "choose another folder, or empty this one."
                )
            return False
        found = _read_record(path)
        for name, value in {"illustrators": None, **self.origin()}.items():
            if found.get(name) != value:
                raise UserError(
                    f"{out} holds a drawing with {name} {_said(found.get(name))}, not "
                    f"{_said(value)}: "
                    "choose another folder, or empty this one."
                )
        if "shard" in found and self.shard.of == 1:
            self._check_whole(out, str(found["shard"]))
        elif "shard" not in found:
            self._check_growth(out, found)
        return True

    def _check_whole(self, out: Path, shard: str) -> None:
        """Raises UserError where the folder of a shard is to become some other whole."""
        if shard.rpartition(" of ")[2] != str(self.count):
            raise UserError(
                f"{out} holds shard {shard}, not a part of {self.count}: give its --shard to go on "
                "with it, the count of the whole to merge, or choose another folder."
            )

    def _check_growth(self, out: Path, found: dict[str, Any]) -> None:
        """Raises UserError where more portraits are finished than asked for.

        Without labels.csv none are: the drawing was stopped, and may end anywhere.
        """
        drawn = found.get("count", 0) if (out / LABELS_NAME).exists() else 0
        if drawn > self.count:
            raise UserError(
                f"{out} holds a drawing of {drawn} portraits, more than {self.count}: "
                f"choose {drawn} or more, or another folder."
            )


def _said(value: object) -> object:
    return "none" if value is None else value


def _read_record(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict) or not isinstance(found.get("count", 0), int):
        raise UserError(
            f"{path} is damaged: choose another folder, or empty this one and draw it anew."
        )
    return found
