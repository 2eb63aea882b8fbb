"""What a run learns from: portraits that are drawn for it, or a folder, and what is in that."""

from __future__ import annotations

import os
from dataclasses import dataclass
from enum import Enum
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.resources import assets

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

COUNTS = range(2, 1_000_001)
DEFAULT_COUNT = 20_000
CASCADE = "lbpcascade_animeface.xml"
LABELS, FACES = "labels.csv", "faces.json"
_PICTURES = frozenset(
    (".apng", ".avif", ".bmp", ".gif", ".jpeg", ".jpg", ".png", ".tif", ".tiff", ".webp")
)
# Of a folder as large as a whole disk only a part is looked at; it holds pictures or it does not.
_LOOKED_AT = 50_000


class Kind(Enum):
    """What there is to learn from."""

    DRAWN = "drawn"  # nothing yet: portraits are drawn
    PREPARED = "prepared"  # pictures with labels
    FACES = "faces"  # that were cut out, as girlsmoe-train detect does
    PICTURES = "pictures"  # of any kind, that show faces


def bundled_tagger() -> Path:
    """Returns the folder of the tagger of faces that comes with the program."""
    return assets() / "models" / "tagger-faces-64"


@dataclass(frozen=True)
class Material:
    """What a run learns from.

    Attributes:
        kind: What it is.
        folder: Where it is; None for portraits that are drawn.
        count: How many are drawn.
        tagger: Sees which attributes faces have: a folder, or an ONNX file.
        cascade: The file by which faces are found; None has the trainer fetch it.
    """

    kind: Kind = Kind.DRAWN
    folder: Path | None = None
    count: int = DEFAULT_COUNT
    tagger: Path | None = None
    cascade: Path | None = None

    def to_json(self) -> dict[str, Any]:
        """Returns it as it is kept."""
        paths = {"folder": self.folder, "tagger": self.tagger, "cascade": self.cascade}
        kept = {name: None if path is None else str(path) for name, path in paths.items()}
        return {"kind": self.kind.value, "count": self.count, **kept}

    @staticmethod
    def from_json(values: Mapping[str, Any]) -> Material:
        """Returns what was kept.

        Raises:
            KeyError, TypeError, ValueError: It is damaged.
        """
        folder, tagger, cascade = (
            None if values[name] is None else Path(str(values[name]))
            for name in ("folder", "tagger", "cascade")
        )
        kind = Kind(values["kind"])
        if (kind is Kind.DRAWN) != (folder is None):
            raise ValueError(kind)
        return Material(kind, folder, int(values["count"]), tagger, cascade)


def kind_of(folder: Path) -> Kind:
    """Returns what a folder holds.

    Raises:
        UserError: Nothing to learn from.
    """
    if (folder / LABELS).is_file():
        return Kind.PREPARED
    if (folder / FACES).is_file():
        return Kind.FACES
    if any(Path(name).suffix.lower() in _PICTURES for name in islice(_names(folder), _LOOKED_AT)):
        return Kind.PICTURES
    raise UserError(
        "{0} holds no pictures and no prepared portraits. Choose a folder of pictures, one that "
        "girlsmoe-train has made, or have portraits drawn for you.",
        folder,
    )


def _names(folder: Path) -> Iterator[str]:
    for _, _, names in os.walk(folder):
        yield from names
