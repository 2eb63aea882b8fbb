"""Cuts the faces out of a folder's pictures; stopped, it goes on where it was.

The folder that is written holds the faces, a table and faces.json, which says how they were cut.
The table has a row a face, kept or skipped, and a row "picture ..." for each picture that was
looked at: "done", or skipped with the reason. A picture's row comes after those of its faces.
"""

from __future__ import annotations

import dataclasses
import functools
import hashlib
import io
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from PIL import Image

from girlsmoe_desktop.core.errors import UserError
from trainer.data import boxes
from trainer.data.decode import BadPictureError, Limits, read_picture
from trainer.data.records import KEPT, NAME, SKIPPED, Records, plain
from trainer.data.sturdy import sturdy_results
from trainer.runs import write_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from trainer.data.boxes import Found, Square
    from trainer.data.records import Row
    from trainer.data.sources import Source

DONE = "done"
"""Status of the row of a picture whose faces, if any, have rows of their own."""
SETTINGS_NAME = "faces.json"
# Format -> how Pillow saves it, losing nothing: of WebP the quickest, a fourteenth larger than the
# smallest and four times as quick.
_SAVING: dict[str, dict[str, Any]] = {
    "webp": {"format": "WEBP", "lossless": True, "quality": 50, "method": 0},
    "png": {"format": "PNG", "compress_level": 4},
}
_FOLDER = "faces"
_LONGEST_NAME = 80


class Detector(Protocol):
    """Something that finds faces; it can be pickled."""

    def __call__(self, pixels: NDArray[np.uint8], smallest: int) -> Sequence[Found]:
        """Returns the faces in a picture (H, W, 3) whose boxes have at least a side."""


@dataclass(frozen=True)
class Cutting:
    """How faces are cut out.

    Attributes:
        zoom: Side of a crop over the side of the face's box.
        edges: What a crop does that reaches over the picture's edge: "pad" fills it with white,
            "shift" moves it inside.
        min_size: Least side of a crop, in pixels.
        picture_format: "webp" or "png"; neither loses anything.
    """

    zoom: float = 1.5
    edges: str = "pad"
    min_size: int = 96
    picture_format: str = "webp"

    def check(self) -> None:
        """Raises UserError where nothing could be cut like this."""
        if not 1 <= self.zoom <= 4:
            raise UserError(f"--zoom is {self.zoom:g}: choose 1 to 4.")
        if not 16 <= self.min_size <= 4096:
            raise UserError(f"--min-size is {self.min_size}: choose 16 to 4096.")


@dataclass(frozen=True)
class Counts:
    """How far it is, of all pictures, and what came of it."""

    pictures: int = 0
    faces: int = 0
    skipped: int = 0

    def with_row(self, row: Row) -> Counts:
        """Returns the counts with one more row of the table."""
        if row["status"] == KEPT:
            return dataclasses.replace(self, faces=self.faces + 1)
        if not row["id"].startswith(_PICTURE):
            return self
        skipped = self.skipped + (row["status"] == SKIPPED)
        return dataclasses.replace(self, pictures=self.pictures + 1, skipped=skipped)


_PICTURE = "picture "


@dataclass(frozen=True)
class _Job:
    """What a process needs to know to cut the faces out of any of the pictures."""

    folder: Path
    out: Path
    detector: Detector
    cutting: Cutting
    limits: Limits


def cut_faces(
    folder: Path,
    sources: Sequence[Source],
    out: Path,
    detector: Detector,
    cutting: Cutting,
    origin: dict[str, Any],
    workers: int,
    on_progress: Callable[[Counts], None] | None = None,
    should_stop: Callable[[], bool] | None = None,
    limits: Limits | None = None,
) -> Counts:
    """Cuts the faces out of pictures into a folder; returns what its table now tells of.

    Args:
        folder: Where the pictures are.
        sources: The pictures; those that the table has already are not looked at again.
        out: Folder, made if needed.
        detector: Finds the faces.
        cutting: How they are cut out.
        origin: What is known of the detector, for faces.json.
        workers: Number of processes, 1 or more.
        on_progress: Called after each picture.
        should_stop: Asked after each picture; once it returns True this ends early.
        limits: What a picture may be at most.

    Raises:
        UserError: The folder holds faces that were cut in another way, or can't be written.
    """
    cutting.check()
    _claim(out, {**dataclasses.asdict(cutting), **origin})
    job = _Job(folder, out, detector, cutting, limits or Limits())
    with Records(out, brief=True) as records:
        known = ({"id": id_, **row} for id_, row in records.rows.items())
        counts = functools.reduce(Counts.with_row, known, Counts())
        left = [source for source in sources if _PICTURE + source.id not in records]
        if on_progress is not None:
            on_progress(counts)
        rows_of_each = sturdy_results(
            functools.partial(_rows_of, job), left, workers, on_crash=_crashed
        )
        for rows in rows_of_each:
            records.write_all(rows)
            counts = functools.reduce(Counts.with_row, rows, counts)
            if on_progress is not None:
                on_progress(counts)
            if should_stop is not None and should_stop():
                rows_of_each.close()
                break
    return counts


def _claim(out: Path, settings: dict[str, Any]) -> None:
    """Writes faces.json, unless the folder holds one that says the same."""
    path = out / SETTINGS_NAME
    if not path.is_file():
        if (out / NAME).exists():
            raise UserError(f"{out} holds the table of another step: choose a new folder.")
        write_bytes(path, (json.dumps(settings, indent=2) + "\n").encode())
        return
    try:
        before = json.loads(path.read_bytes())
    except ValueError:
        raise UserError(f"{path} is damaged: choose a new folder.") from None
    if before != settings:
        raise UserError(
            f"{out} holds faces that were cut in another way, see {SETTINGS_NAME} there: "
            "give the same options, or choose a new folder."
        )


def _rows_of(job: _Job, source: Source) -> list[Row]:
    """Cuts the faces out of one picture; returns the rows that tell of it."""
    try:
        pixels = read_picture(job.folder / source.file, job.limits)
    except BadPictureError as error:
        return [_skipped(source, str(error))]
    smallest = boxes.smallest_box(job.cutting.min_size, job.cutting.zoom)
    found = boxes.without_doubles(job.detector(pixels, smallest))
    rows = [_face_row(job, source, pixels, number, face) for number, face in enumerate(found)]
    height, width = pixels.shape[:2]
    done = {"file": plain(source.file), "width": width, "height": height, "faces": len(found)}
    return [*rows, {"id": _PICTURE + source.id, "status": DONE, **done}]


def _skipped(source: Source, reason: str) -> Row:
    about = {"reason": reason, "file": plain(source.file)}
    return {"id": _PICTURE + source.id, "status": SKIPPED, **about}


def _crashed(source: Source) -> list[Row]:
    return [_skipped(source, "ended the process that read it")]


def _face_row(
    job: _Job, source: Source, pixels: NDArray[np.uint8], number: int, face: Found
) -> Row:
    """Writes one face, if it is large enough; returns its row."""
    square = _square_of(job.cutting, face, pixels)
    row: Row = {"id": f"{source.id}-{number}", "status": KEPT, "picture": source.id}
    row |= {"box": list(face.box), "crop": list(square), "size": square.side}
    row |= {"neighbours": face.neighbours, **source.known}
    if square.side < job.cutting.min_size:
        return {**row, "status": SKIPPED, "reason": f"{square.side} pixels, too small"}
    kind = job.cutting.picture_format
    file = f"{_FOLDER}/{file_name(row['id'])}.{kind}"
    write_bytes(job.out / file, _encoded(boxes.cut(pixels, square), kind))
    return {**row, "file": file}


def _encoded(crop: NDArray[np.uint8], kind: str) -> bytes:
    buffer = io.BytesIO()
    Image.fromarray(crop).save(buffer, **_SAVING[kind])
    return buffer.getvalue()


def _square_of(cutting: Cutting, face: Found, pixels: NDArray[np.uint8]) -> Square:
    square = boxes.zoomed_out(face.box, cutting.zoom)
    if cutting.edges == "pad":
        return square
    height, width = pixels.shape[:2]
    return boxes.shifted_inside(square, width, height)


def file_name(id_: str) -> str:
    """Returns an id as a name that every file system takes; no two ids share one."""
    name = "".join(
        letter
        if letter.isascii() and (letter.isalnum() or letter in "-_")
        else f"%{ord(letter):X}%"
        for letter in id_
    )
    if len(name) <= _LONGEST_NAME:
        return name
    return f"{name[: _LONGEST_NAME - 17]}-{hashlib.sha256(id_.encode()).hexdigest()[:16]}"
