"""Chooses faces to train on and writes them as training reads them.

The folder gets the pictures, labels.csv and selection.json: how they were chosen, and how many
were left out for which reason. Stopped, it goes on where it was.
"""

from __future__ import annotations

import collections
import functools
import hashlib
import io
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image

from girlsmoe_desktop.core.attributes import EYE_COLORS, HAIR_COLORS, LABELS
from girlsmoe_desktop.core.errors import UserError
from trainer.data import pixel_array
from trainer.data.face_table import duplicates_in, label_vector, read_faces, seen_in
from trainer.data.faces import file_name
from trainer.data.review import Review
from trainer.data.tag import read_picture
from trainer.data.training_set import claim, in_threads, write_labels, write_record
from trainer.runs import write_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from trainer.data.face_table import Face, Seen

NAME = "selection.json"
UNREAD = "picture can't be read"
_SIDES = (16, 1024)
# The quickest of the lossless ways of WebP that is clearly smaller than PNG.
_SAVING: dict[str, Any] = {"format": "WEBP", "lossless": True, "quality": 50, "method": 2}


@dataclass(frozen=True)
class Wish:
    """Which faces are wanted.

    Attributes:
        size: Side of the pictures to write, in pixels.
        since: First year of release, or None for all, also those of which it is not known.
        min_size: Least side of a crop; None for `size`, so that none is enlarged.
        balance: No hair colour and no eye colour has more pictures than this many times its share
            if all were even; None for no limit.
        array: Write one array in place of a file a picture.
    """

    size: int = 128
    since: int | None = None
    min_size: int | None = None
    balance: float | None = None
    array: bool = False

    @property
    def least_side(self) -> int:
        """Least side of a crop in pixels."""
        return self.size if self.min_size is None else self.min_size

    def check(self) -> None:
        """Raises UserError where nothing can be chosen like this."""
        low, high = _SIDES
        if not low <= self.size <= high:
            raise UserError(f"--size is {self.size}: choose {low} to {high}.")
        if self.balance is not None and not self.balance >= 1:
            raise UserError(f"--balance is {self.balance:g}: choose 1 or more.")


@dataclass(frozen=True)
class Selection:
    """What is chosen: faces in the order of their table, what was seen; the rest by reason."""

    faces: Sequence[Face]
    seen: Mapping[str, Seen]
    left_out: Mapping[str, int]


def choose(folder: Path, wish: Wish) -> Selection:
    """Returns which faces of a folder are wanted.

    Raises:
        UserError: The folder is not tagged, its tables are damaged, or fewer than two are wanted.
    """
    wish.check()
    faces, seen = read_faces(folder), seen_in(folder)
    if not seen:
        raise UserError(f"{folder} is not tagged: run `girlsmoe-train tag` on it first.")
    doubles, rejected = duplicates_in(folder), Review(folder).rejected
    left_out: collections.Counter[str] = collections.Counter()
    chosen = []
    for face in faces:
        reason = _reason(face, wish, seen, doubles, rejected)
        if reason is None:
            chosen.append(face)
        else:
            left_out[reason] += 1
    if wish.balance is not None:
        whole = len(chosen)
        chosen = _balanced(chosen, seen, wish.balance)
        left_out["more of a colour than --balance allows"] += whole - len(chosen)
    if len(chosen) < 2:
        raise UserError(
            f"{len(chosen)} of {len(faces)} faces are wanted, training needs at least two. "
            f"Left out: {in_words(left_out)}."
        )
    return Selection(chosen, seen, {reason: n for reason, n in left_out.items() if n})


def _reason(
    face: Face, wish: Wish, seen: Mapping[str, Seen], doubles: set[str], rejected: frozenset[str]
) -> str | None:
    """Returns why a face is left out, None if it is wanted."""
    if face.id in doubles:
        return "nearly the same as another"
    if face.id in rejected:
        return "rejected in review"
    if face.id not in seen:
        return "not tagged"
    if face.size < wish.least_side:
        return f"smaller than {wish.least_side} pixels"
    if wish.since is not None and face.year is None:
        return "year not known"
    if wish.since is not None and (face.year or 0) < wish.since:
        return f"before {wish.since}"
    return None


def in_words(left_out: Mapping[str, int]) -> str:
    """Returns the reasons for which faces are left out, with their numbers."""
    return ", ".join(f"{n} {reason}" for reason, n in left_out.items() if n) or "none"


def _balanced(faces: Sequence[Face], seen: Mapping[str, Seen], limit: float) -> list[Face]:
    """Returns faces of which no colour has too many; those with a rare label go first."""
    if not faces:
        return []
    often = collections.Counter(label for face in faces for label in seen[face.id].labels)
    most = {
        **{f"{color}_hair": limit * len(faces) / len(HAIR_COLORS) for color in HAIR_COLORS},
        **{f"{color}_eyes": limit * len(faces) / len(EYE_COLORS) for color in EYE_COLORS},
    }

    def rank(face: Face) -> tuple[int, float, str]:
        found = seen[face.id]
        return min((often[label] for label in found.labels), default=0), found.doubt, face.id

    taken: collections.Counter[str] = collections.Counter()
    chosen = set()
    for face in sorted(faces, key=rank):
        colors = [label for label in seen[face.id].labels if label in most]
        if all(taken[color] + 1 <= most[color] for color in colors):
            taken.update(colors)
            chosen.add(face.id)
    return [face for face in faces if face.id in chosen]


def write_selection(
    selection: Selection,
    out: Path,
    wish: Wish,
    on_progress: Callable[[int], None] | None = None,
    should_stop: Callable[[], bool] | None = None,
) -> dict[str, int] | None:
    """Writes what was chosen as a training set.

    Args:
        selection: What was chosen.
        out: Folder, made if needed; pictures that are there already are kept.
        wish: How it was chosen.
        on_progress: Called with the number of pictures that are done.
        should_stop: Asked after each picture; once it returns True this ends early.

    Returns:
        How many pictures were left out by reason; None if it was stopped, and labels.csv is not
        there yet.

    Raises:
        UserError: The folder holds another selection, or can't be written.
    """
    settings = {**asdict(wish), "min_size": wish.least_side, "faces": _fingerprint(selection)}
    claim(out, NAME, settings)
    rows = []
    write = _in_array if wish.array else _as_files
    results = write(out, wish.size, selection.faces)
    for done, (face, name) in enumerate(zip(selection.faces, results, strict=True), start=1):
        if name is not None:
            rows.append(_row(name, done - 1, face, selection.seen[face.id]))
        if on_progress is not None:
            on_progress(done)
        if should_stop is not None and should_stop() and done < len(selection.faces):
            results.close()
            return None
    unread = len(selection.faces) - len(rows)
    left_out = {**selection.left_out, **({UNREAD: unread} if unread else {})}
    counts = {label: int(sum(row[2 + place] for row in rows)) for place, label in enumerate(LABELS)}
    result = {"pictures": len(rows), "left_out": left_out, "labels": counts}
    write_record(out / NAME, settings, result)
    write_labels(out, ("id", "year", "size"), rows)
    return left_out


def _fingerprint(selection: Selection) -> str:
    """Returns a hash of which pictures these are and what they show."""
    digest = hashlib.sha256()
    for face in selection.faces:
        about = (face.id, face.path.name, *selection.seen[face.id].labels)
        digest.update("\0".join(about).encode() + b"\n")
    return digest.hexdigest()


def _row(name: str, index: int, face: Face, found: Seen) -> list[Any]:
    labels = label_vector(found.labels, LABELS).astype(int).tolist()
    year = "" if face.year is None else face.year
    return [name, index, *labels, face.id, year, face.size]


def _as_files(out: Path, size: int, faces: Sequence[Face]) -> Generator[str | None]:
    """Writes a file a face; yields their names, None for a picture that is bad."""
    yield from in_threads(functools.partial(_write_picture, out, size), faces)


def _in_array(out: Path, size: int, faces: Sequence[Face]) -> Generator[str | None]:
    """Writes one array, or the rest of it; yields its name a face, None for a bad picture."""
    name = pixel_array.NAME
    if (out / name).is_file():  # all but the table was done
        (out / name).replace(out / f"{name}.part")
    writer = pixel_array.PixelWriter(out, size)
    try:
        for place in range(writer.done):
            # Bad ones are black in the array; a good one may be as well.
            bad = writer.is_blank(place) and _small_pixels(size, faces[place]) is None
            yield None if bad else name
        for pixels in in_threads(functools.partial(_small_pixels, size), faces[writer.done :]):
            writer.put(pixels)
            yield None if pixels is None else name
        writer.finish()
    finally:
        writer.close()


def _small_pixels(size: int, face: Face) -> NDArray[np.uint8] | None:
    found = read_picture(face.path)
    return None if isinstance(found, str) else np.asarray(_reduced(found, size))


def _reduced(picture: Image.Image, size: int) -> Image.Image:
    # Lanczos widens with the reduction, so that nothing is skipped over.
    return picture.resize((size, size), Image.Resampling.LANCZOS)


def _write_picture(out: Path, size: int, face: Face) -> str | None:
    """Writes a face at a size, unless it is there; returns its file's name, None if it is bad."""
    name = f"{file_name(face.id)}.webp"
    if _is_there(out / name, size):
        return name
    found = read_picture(face.path)
    if isinstance(found, str):
        return None
    buffer = io.BytesIO()
    _reduced(found, size).save(buffer, **_SAVING)
    write_bytes(out / name, buffer.getvalue())
    return name


def _is_there(path: Path, size: int) -> bool:
    if not path.is_file():
        return False
    found = read_picture(path)
    return not isinstance(found, str) and np.asarray(found).shape[:2] == (size, size)
