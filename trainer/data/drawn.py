"""Reads folders of drawn portraits, with their labels, into one array."""

from __future__ import annotations

import csv
import hashlib
import json
from dataclasses import dataclass, field
from pathlib import PureWindowsPath
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from girlsmoe_desktop.core.attributes import LABELS
from girlsmoe_desktop.core.errors import UserError
from trainer.data import pixel_array
from trainer.runs import write_atomically

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

CSV_NAME = "labels.csv"
DRAWING_NAME = "drawing.json"
CACHE_VERSION = "1"


@dataclass(frozen=True)
class LabelledImages:
    """Training pictures and what they show.

    Attributes:
        pixels: (N, size, size, 3) uint8, RGB.
        labels: (N, 34) float32, 0 or 1, in the order of `LABELS`.
        contents: SHA-256 of what says which pictures these are, labels.csv and drawing.json, by
            file name; "" for a file that is not there. A copied or touched folder keeps it. Of
            several folders it is the SHA-256 of theirs, in their order.
        drawing: Version of the code that drew them, "unknown" where the folder does not say.
    """

    pixels: NDArray[np.uint8]
    labels: NDArray[np.float32]
    contents: Mapping[str, str] = field(default_factory=dict)
    drawing: str = "unknown"

    def __len__(self) -> int:
        return len(self.pixels)


def load_folders(folders: Sequence[Path], size: int) -> LabelledImages:
    """Returns the pictures of several folders, such as the shards of a drawing, as one.

    Args:
        folders: One or more; see `load_folder`. Their order is the order of the pictures.
        size: Side in pixels.

    Raises:
        UserError: a folder is given twice or can't be read, or there are fewer than two pictures.
    """
    twice = {str(folder) for folder in folders if _count_of(folder, folders) > 1}
    if twice:
        raise UserError(f"--data {min(twice)} is given twice: give each folder once.")
    parts = [_load(folder, size) for folder in folders]
    total = sum(map(len, parts))
    if total < 2:
        where = " and ".join(str(folder / CSV_NAME) for folder in folders)
        verb = "lists" if len(folders) == 1 else "list"
        raise UserError(f"{where} {verb} {total} pictures; training needs at least two.")
    return parts[0] if len(parts) == 1 else _joined(parts)


def count_pictures(folders: Sequence[Path]) -> int:
    """Returns how many pictures the tables of folders list; a table that is missing lists none."""
    tables = [folder / CSV_NAME for folder in folders]
    lines = [table.read_bytes().count(b"\n") for table in tables if table.is_file()]
    return sum(max(0, count - 1) for count in lines)


def _count_of(folder: Path, folders: Sequence[Path]) -> int:
    return [other.resolve() for other in folders].count(folder.resolve())


def load_folder(folder: Path, size: int) -> LabelledImages:
    """Returns a folder's pictures at a size, from the cache in it if that is still right.

    Args:
        folder: Holds labels.csv and the pictures it names, PNG or WebP, or all in one array.
        size: Side in pixels; pictures of another size are resized (Lanczos).

    Raises:
        UserError: no labels.csv, columns or pictures missing, or a picture that cannot be read.
    """
    return load_folders([folder], size)


def _joined(parts: list[LabelledImages]) -> LabelledImages:
    """Returns pictures one after another; each part is let go once it is copied."""
    labels = np.concatenate([part.labels for part in parts])
    contents = {
        name: hashlib.sha256("".join(part.contents[name] for part in parts).encode()).hexdigest()
        for name in parts[0].contents
    }
    drawing = ", ".join(sorted({part.drawing for part in parts}))
    pixels = np.empty((len(labels), *parts[0].pixels.shape[1:]), np.uint8)
    start = 0
    while parts:
        part = parts.pop(0)
        pixels[start : start + len(part)] = part.pixels
        start += len(part)
        del part
    return LabelledImages(pixels, labels, contents, drawing)


def _load(folder: Path, size: int) -> LabelledImages:
    """Returns a folder's pictures, however few."""
    names, labels = read_labels(folder / CSV_NAME)
    contents = {name: _hash_of(folder / name) for name in (CSV_NAME, DRAWING_NAME)}
    drawing = _read_drawing(folder / DRAWING_NAME)
    if (folder / pixel_array.NAME).is_file():
        pixels = pixel_array.read_pixels(folder, folder / CSV_NAME, size)
        return LabelledImages(pixels, labels, contents, drawing)
    return LabelledImages(_cached_pixels(folder, names, size), labels, contents, drawing)


def _cached_pixels(folder: Path, names: list[str], size: int) -> NDArray[np.uint8]:
    """Returns pictures from their files or, once they have been read, from the cache."""
    cache = folder / f"cache-{size}-{_fingerprint(folder, names)[:16]}.npy"
    pixels = _load_cache(cache, (len(names), size, size, 3))
    if pixels is None:
        pixels = np.empty((len(names), size, size, 3), np.uint8)
        for place, name in enumerate(names):
            pixels[place] = _read_picture(folder / name, size)
        _save_cache(cache, pixels)
    return pixels


def read_labels(path: Path) -> tuple[list[str], NDArray[np.float32]]:
    """Returns the file names and the labels (N, 34) of labels.csv.

    Raises:
        UserError: it is missing, or no such table.
    """
    if not path.is_file():
        raise UserError(
            f"There is no {path}. Draw portraits with: "
            f"girlsmoe-train draw --count 20000 --out {path.parent}"
        )
    try:
        with path.open(newline="", encoding="utf-8") as file:
            reader = csv.DictReader(file)
            columns = reader.fieldnames or ()
            missing = [name for name in ("file", *LABELS) if name not in columns]
            # Of each row only what is needed is kept: a drawing's rows have hundreds of columns.
            rows = [] if missing else [[row[n] for n in ("file", *LABELS)] for row in reader]
    except (csv.Error, UnicodeDecodeError) as error:
        raise UserError(f"{path} is no table in UTF-8: {error}. Draw the folder anew.") from None
    if missing:
        raise UserError(f"{path} lacks the columns {', '.join(missing)}. Draw the folder anew.")
    try:
        values = np.array([[float(cell) for cell in row[1:]] for row in rows], np.float32)
        values = values.reshape(len(rows), len(LABELS))
    except (TypeError, ValueError):
        raise UserError(f"{path} has labels that are not 0 or 1. Draw the folder anew.") from None
    if not np.isin(values, (0.0, 1.0)).all():
        raise UserError(f"{path} has labels other than 0 and 1. Draw the folder anew.")
    names = [row[0] for row in rows]
    for name in names:
        if not _is_inside(name):
            raise UserError(
                f"{path} names the picture {name!r}, which is not in its folder. "
                "Draw the folder anew."
            )
    return names, values


def _is_inside(name: str | None) -> bool:
    """Returns whether a name is of something in the folder, on any system."""
    path = PureWindowsPath(name or "")  # knows both kinds of slash
    return bool(path.parts) and not path.anchor and ".." not in path.parts and "\0" not in str(path)


def _hash_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def _fingerprint(folder: Path, names: list[str]) -> str:
    """Returns a hash of labels.csv and of every picture's name, size and time of change.

    It is for the cache alone, which must notice a picture that was painted over.

    Raises:
        UserError: pictures are missing.
    """
    digest = hashlib.sha256(CACHE_VERSION.encode())
    digest.update((folder / CSV_NAME).read_bytes())
    missing = []
    for name in names:
        try:
            status = (folder / name).stat()
        except (FileNotFoundError, NotADirectoryError):
            missing.append(name)
            continue
        digest.update(f"{name}:{status.st_size}:{status.st_mtime_ns}\n".encode())
    if missing:
        raise UserError(
            f"{len(missing)} of the {len(names)} pictures in {folder / CSV_NAME} are missing, "
            f"the first is {missing[0]}. Draw the folder anew."
        )
    return digest.hexdigest()


def _read_picture(path: Path, size: int) -> NDArray[np.uint8]:
    """Returns a picture, (size, size, 3) uint8."""
    try:
        with Image.open(path) as image:
            rgb = image.convert("RGB")
    except Exception as error:  # decoders fail on damage in many ways, SyntaxError among them
        raise UserError(
            f"{path} cannot be read as a picture: {error}. Delete it and draw the folder anew."
        ) from None
    if rgb.size != (size, size):
        rgb = rgb.resize((size, size), Image.Resampling.LANCZOS)
    return np.asarray(rgb)


def _read_drawing(path: Path) -> str:
    """Returns the drawing code's version from the folder's description, if it has one."""
    if not path.is_file():
        return "unknown"
    try:
        return str(json.loads(path.read_text(encoding="utf-8"))["version"])
    except (ValueError, KeyError, TypeError):
        return "unknown"  # worth a note in a manifest, not worth stopping a run


def _load_cache(path: Path, shape: tuple[int, ...]) -> NDArray[np.uint8] | None:
    """Returns the cached array, or None where there is none that can be used."""
    if not path.is_file():
        return None
    try:
        pixels: NDArray[np.uint8] = np.load(path, allow_pickle=False)
    except (OSError, ValueError, EOFError):
        return None  # damaged: the pictures are still there
    return pixels if pixels.shape == shape and pixels.dtype == np.uint8 else None


def _save_cache(path: Path, pixels: NDArray[np.uint8]) -> None:
    """Keeps the array for the next start and drops outdated ones of this size."""
    size = pixels.shape[1]
    try:
        write_atomically(path, lambda file: np.save(file, pixels))
    except OSError:
        return  # a read-only folder of data is fine, each start is slower
    for old in path.parent.glob(f"cache-{size}-*.npy"):
        if old != path:
            old.unlink(missing_ok=True)
