"""Finds faces that are nearly the same and says which of each group to keep, in a table."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from girlsmoe_desktop.core.errors import UserError
from trainer.data.decode import BadPictureError, read_picture
from trainer.data.likeness import bits_apart, groups_of, perceptual_hash
from trainer.data.records import KEPT, SKIPPED, Records, kept_rows, write_table
from trainer.data.sources import is_inside
from trainer.data.sturdy import sturdy_results

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from trainer.data.records import Row

NAME = "duplicates.jsonl"
"""The table: a row for every face of a group, one of them kept; faces without doubles have none."""
SETTINGS_NAME = "dedupe.json"
"""How it was done, and what came of it."""
HASHES_NAME = "hashes.jsonl"
"""The table of hashes: a row a face."""
_SAVED_AT_ONCE = 64
_TILE = 96


@dataclass(frozen=True)
class Face:
    """A face that may be one of several nearly the same."""

    id: str
    file: str
    size: int
    neighbours: int
    hash: int


@dataclass(frozen=True)
class Group:
    """Faces that are nearly the same; the first is the one to keep."""

    faces: Sequence[Face]

    def rows(self) -> list[Row]:
        """Returns what the table tells of the group."""
        best, *others = self.faces
        rows: list[Row] = [{"id": best.id, "status": KEPT, "file": best.file, "group": best.id}]
        for face in others:
            about = {"group": best.id, "bits": bits_apart(face.hash, best.hash)}
            reason = f"nearly the same as {best.id}"
            rows.append(
                {"id": face.id, "status": SKIPPED, "reason": reason, "file": face.file, **about}
            )
        return rows


def read_faces(
    folder: Path,
    workers: int,
    on_progress: Callable[[int, int], None] | None = None,
    should_stop: Callable[[], bool] | None = None,
) -> list[Face] | None:
    """Returns the faces that a folder's table kept, with their hashes; None if stopped.

    Hashes are kept in a table of their own, so that no face is read twice. Faces whose files are
    gone or damaged are left out.

    Raises:
        UserError: There is no table, or it names no faces.
    """
    rows = [row for row in kept_rows(folder) if is_inside(row.get("file"))]
    if not rows:
        raise UserError(f"The table of {folder} names no faces: give the folder of some.")
    with Records(folder, HASHES_NAME) as records:
        left = [row for row in rows if not _is_hashed(folder, row, records.rows.get(row["id"]))]
        found: list[Row] = []
        done = len(rows) - len(left)
        job = functools.partial(_hashed, folder)
        for hashed in sturdy_results(job, left, workers, on_crash=_crashed):
            found.append(hashed)
            done += 1
            stopped = should_stop is not None and should_stop()
            if stopped or len(found) == _SAVED_AT_ONCE or done == len(rows):
                records.write_all(found)
                found = []
            if on_progress is not None:
                on_progress(done, len(rows))
            if stopped and done < len(rows):
                return None
        hashes = records.rows
    return [_face_of(row, hashes[row["id"]]) for row in rows if hashes[row["id"]]["status"] == KEPT]


def _is_hashed(folder: Path, row: Row, hashed: Row | None) -> bool:
    """Returns whether a face has a hash, and a file that may still be the one it is of."""
    try:
        return hashed is not None and (folder / row["file"]).stat().st_size == hashed.get("bytes")
    except OSError:
        return False


def _hashed(folder: Path, row: Row) -> Row:
    path = folder / row["file"]
    try:
        pixels = read_picture(path)
        side, size_bytes = min(pixels.shape[:2]), path.stat().st_size
    except BadPictureError as error:
        return _skipped(row, str(error))
    except OSError as error:
        return _skipped(row, f"can't be read: {error.strerror}")
    about = {"bytes": size_bytes, "side": side, "hash": f"{perceptual_hash(pixels):016x}"}
    return {"id": row["id"], "status": KEPT, **about}


def _skipped(row: Row, reason: str) -> Row:
    return {"id": row["id"], "status": SKIPPED, "reason": reason}


def _crashed(row: Row) -> Row:
    return _skipped(row, "ended the process that read it")


def _face_of(row: Row, hashed: Row) -> Face:
    size = min(int(row.get("size") or hashed["side"]), int(hashed["side"]))
    found = int(row.get("neighbours") or 0)
    return Face(str(row["id"]), row["file"], size, found, int(hashed["hash"], 16))


def group_faces(faces: Sequence[Face], distance: int) -> list[Group]:
    """Returns the groups of faces whose hashes differ in at most some bits, the largest first.

    Of each group the largest face comes first; of several, the one that was found most surely.
    """
    groups = [
        Group(sorted((faces[p] for p in places), key=lambda f: (-f.size, -f.neighbours, f.id)))
        for places in groups_of([face.hash for face in faces], distance)
    ]
    return sorted(groups, key=lambda group: -len(group.faces))


def write_groups(folder: Path, groups: Sequence[Group]) -> None:
    """Writes the table of the groups; one that is there is replaced."""
    write_table(folder / NAME, (row for group in groups for row in group.rows()))


def group_tiles(
    folder: Path, groups: Sequence[Group], rows: int, columns: int
) -> list[NDArray[np.uint8]]:
    """Returns tiles for a sheet: a row a group, the face to keep first, white where none is left.

    Args:
        folder: Where the faces are.
        groups: The groups; those shown are spread over them.
        rows: Groups shown at most.
        columns: Faces shown of each at most.
    """
    step = max(1, -(-len(groups) // rows))
    white = np.full((_TILE, _TILE, 3), 255, np.uint8)
    tiles: list[NDArray[np.uint8]] = []
    for group in groups[::step]:
        shown = [_tile(folder / face.file) for face in group.faces[:columns]]
        tiles += shown + [white] * (columns - len(shown))
    return tiles


def _tile(path: Path) -> NDArray[np.uint8]:
    try:
        picture = Image.fromarray(read_picture(path))
    except BadPictureError:  # it was there when it was compared
        picture = Image.new("RGB", (1, 1), "gray")
    return np.asarray(picture.resize((_TILE, _TILE), Image.Resampling.BOX))
