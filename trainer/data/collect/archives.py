"""Reads the pictures in a zip archive, which may mean harm."""

from __future__ import annotations

import lzma
import stat
import zipfile
import zlib
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from trainer.data.collect.folders import is_picture_name
from trainer.data.collect.reasons import LeftOutError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from trainer.data.collect.pictures import Limits

MOST_RATIO = 100
"""Of bytes unpacked to bytes packed: pictures are packed already and hardly get smaller."""

_IS_UTF8, _IS_ENCRYPTED = 0x800, 0x1
_ENCODINGS = ("utf-8", "cp932")  # of names that don't say theirs; cp932 is Windows in Japan
_ERRORS = (
    *(OSError, EOFError, ValueError, NotImplementedError, RuntimeError),
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError),
)


class Archive:
    """An open zip archive. Names in it are never used as paths."""

    def __init__(self, file: zipfile.ZipFile) -> None:
        self._file = file

    def members(self) -> Iterator[tuple[str, zipfile.ZipInfo]]:
        """Yields the readable name and the entry of what is named as a picture."""
        for info in self._file.infolist():
            name = _name(info)
            if not info.is_dir() and is_picture_name(name):
                yield name, info

    def read(self, info: zipfile.ZipInfo, limits: Limits) -> bytes:
        """Returns the bytes of a member.

        Raises:
            LeftOutError: It is a link, leads out of the archive, is too large, locked or damaged.
        """
        _must_be_harmless(info)
        limits.must_hold_bytes(info.file_size)
        try:
            with self._file.open(info) as member:
                data = member.read(limits.most_bytes + 1)  # whatever size it said it has
        except _ERRORS as error:
            raise LeftOutError(f"It can't be unpacked ({error}).") from None
        limits.must_hold_bytes(len(data))
        return data


@contextmanager
def open_archive(path: Path) -> Iterator[Archive]:
    """Opens an archive.

    Raises:
        LeftOutError: It is none, damaged, or would unpack to far more than its own size.
    """
    try:
        file = zipfile.ZipFile(path)
    except _ERRORS as error:
        raise LeftOutError(f"The archive can't be read ({error}).", again=True) from None
    with file:
        archive = Archive(file)
        unpacked = sum(info.file_size for _, info in archive.members())
        if unpacked > MOST_RATIO * path.stat().st_size:
            raise LeftOutError(
                f"The archive would unpack to more than {MOST_RATIO} times its size."
            )
        yield archive


def _name(info: zipfile.ZipInfo) -> str:
    """Returns a member's name in its own script; zipfile takes old names for English ones."""
    if info.flag_bits & _IS_UTF8:
        return info.filename
    for encoding in _ENCODINGS:
        try:
            return info.filename.encode("cp437").decode(encoding)
        except UnicodeError:
            continue
    return info.filename


def _must_be_harmless(info: zipfile.ZipInfo) -> None:
    if stat.S_ISLNK(info.external_attr >> 16):
        raise LeftOutError("It is a link.")
    if info.flag_bits & _IS_ENCRYPTED:
        raise LeftOutError("It is locked by a password.")
    parts = PurePosixPath(info.filename.replace("\\", "/")).parts
    if ".." in parts or parts[0] == "/" or parts[0].endswith(":"):
        raise LeftOutError("Its name leads out of the archive.")
    if info.file_size > MOST_RATIO * max(1, info.compress_size):
        raise LeftOutError(f"It would unpack to more than {MOST_RATIO} times its size.")
