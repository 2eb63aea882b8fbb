"""A training set's pictures as one array in a file: mapped into memory, it is read at full speed.

Whatever maps the file shares it: the processes of a machine, and machines that see one folder.
"""

from __future__ import annotations

import csv
import os
from typing import TYPE_CHECKING, BinaryIO

import numpy as np
from PIL import Image

from girlsmoe_desktop.core.errors import UserError
from trainer.runs import telling_of

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    Pixels = NDArray[np.uint8]

NAME = "pixels.npy"
_SAVED_EVERY = 256


class PixelWriter:
    """Writes an array picture by picture; what was stopped or killed goes on after the last one.

    The file is written from its start to its end by ordinary means: a mapped one would end the
    process on a full disk.

    Args:
        out: The folder.
        size: Side of the pictures in pixels.

    Attributes:
        done: How many pictures the file holds.
    """

    def __init__(self, out: Path, size: int) -> None:
        self._path, self._part = out / NAME, out / f"{NAME}.part"
        self._shape = (size, size, 3)
        self._row_bytes = size * size * 3
        self._file: BinaryIO = self._part.open("r+b" if self._part.is_file() else "w+b")
        self._write_header(0)
        self._start = self._file.tell()
        self._file.seek(0, os.SEEK_END)
        self.done = max(0, self._file.tell() - self._start) // self._row_bytes
        self._file.truncate(self._start + self.done * self._row_bytes)
        self._file.seek(0, os.SEEK_END)

    def put(self, pixels: Pixels | None) -> None:
        """Adds a picture, (size, size, 3); black in place of one that can't be read."""
        row = np.zeros(self._shape, np.uint8) if pixels is None else pixels
        with telling_of(self._path):
            self._file.write(np.ascontiguousarray(row).tobytes())
        self.done += 1
        if self.done % _SAVED_EVERY == 0:
            self._save()

    def is_blank(self, place: int) -> bool:
        """Returns whether a picture that was written is black all over."""
        self._file.seek(self._start + place * self._row_bytes)
        blank = not any(self._file.read(self._row_bytes))
        self._file.seek(0, os.SEEK_END)
        return blank

    def finish(self) -> None:
        """Gives the file its name: it is whole."""
        self._write_header(self.done)
        self._save()
        self.close()
        self._part.replace(self._path)

    def close(self) -> None:
        """Closes the file; what it holds stays."""
        self._file.close()

    def _write_header(self, count: int) -> None:
        # NumPy leaves room in the header for the number to grow.
        self._file.seek(0)
        about = {"descr": "|u1", "fortran_order": False, "shape": (count, *self._shape)}
        np.lib.format.write_array_header_1_0(self._file, about)

    def _save(self) -> None:
        with telling_of(self._path):
            self._file.flush()
            os.fsync(self._file.fileno())


def read_pixels(folder: Path, table: Path, size: int) -> Pixels:
    """Returns the pictures that a table lists, (N, size, size, 3), by its column "index".

    As long as nothing was left out and the size is the array's own, it is the mapped file itself;
    writing to it changes nothing on the disk.

    Raises:
        UserError: The array is damaged, or the table names others than it holds.
    """
    path = folder / NAME
    try:
        # Copied on writing: torch wants memory that could be written to.
        whole: Pixels = np.load(path, mmap_mode="c", allow_pickle=False)
        with table.open(newline="", encoding="utf-8") as file:
            places = np.array([int(row["index"]) for row in csv.DictReader(file)], np.int64)
    except (OSError, ValueError, KeyError, TypeError, EOFError) as error:
        raise UserError(f"{path} or {table.name} is damaged ({error}): select anew.") from None
    is_square = whole.ndim == 4 and whole.shape[1] == whole.shape[2] and whole.shape[3] == 3
    if whole.dtype != np.uint8 or not is_square:
        raise UserError(f"{path} holds {whole.dtype} {whole.shape}, no pictures: select anew.")
    if len(places) and not 0 <= places.min() <= places.max() < len(whole):
        raise UserError(f"{table} names pictures that {path} lacks: select anew.")
    pixels = whole if np.array_equal(places, np.arange(len(whole))) else whole[places]
    return pixels if whole.shape[1] == size else np.stack([_resized(row, size) for row in pixels])


def must_have_files(folder: Path) -> None:
    """Raises UserError where a training set's pictures are no files of their own."""
    if (folder / NAME).is_file():
        raise UserError(
            f"{folder} holds its pictures in one array: give a training set that was selected "
            "without --array, or the folder of faces."
        )


def _resized(pixels: Pixels, size: int) -> Pixels:
    picture = Image.fromarray(pixels).resize((size, size), Image.Resampling.LANCZOS)
    return np.asarray(picture)
