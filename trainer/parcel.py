"""A run cut into small files, to be carried to another machine and put together there.

Standard library only.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from girlsmoe_desktop.core.errors import UserError
from trainer.runs import RunFolder, write_atomically, write_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

FORMAT = 1
CONTENTS = "parcel.json"
MEGABYTE = 1_000_000
MOST_PARTS = 10_000
_BLOCK = 1 << 20


@dataclass(frozen=True)
class Part:
    """One small file of a parcel: its name, its length in bytes, its SHA-256."""

    file: str
    bytes: int
    sha256: str


@dataclass(frozen=True)
class Packed:
    """One file of a run, by its path in the run's folder, and the parts it is cut into."""

    path: str
    parts: tuple[Part, ...]


def pack(run: RunFolder, out: Path, part_bytes: int, which: str = "latest") -> tuple[Packed, ...]:
    """Cuts what a run needs to go on into files of at most `part_bytes`, with a list of them.

    The folder appears under its name only when it is whole. Taken along are the settings, the
    events and one checkpoint.

    Args:
        run: The run's folder; left as it is.
        out: The folder to make; it must be empty or not exist.
        part_bytes: Largest length of a part in bytes, at least 1,000.
        which: "latest" or a number of steps.

    Raises:
        UserError: no such checkpoint, settings that can't be read, a folder that is in use, or too
            many parts.
    """
    if part_bytes < 1000:
        raise UserError(f"A part must have room for at least 1000 bytes; got {part_bytes}.")
    _must_be_empty(out)
    run.load_config()
    paths = [run.find_checkpoint(which), run.config_path]
    paths += [run.events_path] if run.events_path.is_file() else []
    count = sum(-(-path.stat().st_size // part_bytes) for path in paths)
    if count > MOST_PARTS:
        raise UserError(f"That would be {count} parts, more than {MOST_PARTS}: make them larger.")
    out.parent.mkdir(parents=True, exist_ok=True)
    unfinished = Path(tempfile.mkdtemp(prefix=f".{out.name}.", dir=out.parent))
    try:
        packed = _pack_files(run, paths, unfinished / out.name, part_bytes)
        if out.exists():
            out.rmdir()
        (unfinished / out.name).rename(out)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return packed


def _pack_files(
    run: RunFolder, paths: list[Path], folder: Path, part_bytes: int
) -> tuple[Packed, ...]:
    """Cuts files of a run into a folder, and writes their list."""
    packed: list[Packed] = []
    for path in paths:
        first = sum(len(file.parts) for file in packed) + 1
        name = path.relative_to(run.path).as_posix()
        packed.append(Packed(name, tuple(_cut(path, folder, part_bytes, first))))
    contents = {"format": FORMAT, "files": [asdict(file) for file in packed]}
    write_bytes(folder / CONTENTS, (json.dumps(contents, indent=1) + "\n").encode())
    return tuple(packed)


def unpack(parcel: Path, run: RunFolder) -> tuple[Packed, ...]:
    """Puts a run together again from the files that `pack` wrote.

    Every part is read and compared with the list before anything is written.

    Args:
        parcel: The folder of the parts.
        run: The folder to make; it must not hold a run.

    Raises:
        UserError: the folder is no parcel, a part is missing or differs from what was packed, or
            the run's folder is taken.
    """
    run.must_be_new()
    packed = _read_contents(parcel)
    for part in (part for file in packed for part in file.parts):
        _must_be_whole(parcel / part.file, part)
    # The settings come last: a folder without them is not taken for a run.
    for file in sorted(packed, key=lambda file: file.path == run.config_path.name):
        _join(file, parcel, run.path / file.path)
    return packed


def _cut(path: Path, out: Path, part_bytes: int, first: int) -> Iterator[Part]:
    """Writes a file's parts, numbered from `first`."""
    with path.open("rb") as file:
        number = first
        while block := file.read(part_bytes):
            name = f"{number:05d}.part"
            write_bytes(out / name, block)
            yield Part(name, len(block), hashlib.sha256(block).hexdigest())
            number += 1


def _join(packed: Packed, parcel: Path, path: Path) -> None:
    """Writes a file from its parts, whole or not at all."""

    def write(file: BinaryIO) -> None:
        for part in packed.parts:
            file.write((parcel / part.file).read_bytes())

    write_atomically(path, write)


def _must_be_empty(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UserError(f"{folder} is in use already. Choose an --out that is new or empty.")


def _must_be_whole(path: Path, part: Part) -> None:
    """Raises UserError for a part that is missing or differs from what was packed."""
    if not path.is_file():
        raise UserError(f"{path} is missing. Copy the parcel again, with all of its files.")
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    if path.stat().st_size != part.bytes or digest.hexdigest() != part.sha256:
        raise UserError(f"{path} is not what was packed. Copy that file again.")


def _read_contents(parcel: Path) -> tuple[Packed, ...]:
    """Returns a parcel's list of files.

    Raises:
        UserError: there is none, or it is not one that `pack` writes.
    """
    path = parcel / CONTENTS
    if not path.is_file():
        raise UserError(f"{parcel} is not a packed run: it has no {CONTENTS}.")
    try:
        contents = json.loads(path.read_text(encoding="utf-8"))
        if contents["format"] != FORMAT:
            raise UserError(f"{path} was written by another version of the trainer.")
        files = tuple(_packed(values) for values in contents["files"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise UserError(f"{path} can't be read ({error}). Copy the parcel again.") from None
    if RunFolder(Path()).config_path.name not in {file.path for file in files}:
        raise UserError(f"{path} lists no settings. Pack the run again.")
    return files


def _packed(values: dict[str, Any]) -> Packed:
    """Returns a checked entry of the list.

    Raises:
        ValueError: a name that leads out of its folder.
    """
    parts = tuple(Part(str(p["file"]), int(p["bytes"]), str(p["sha256"])) for p in values["parts"])
    for name in (values["path"], *(part.file for part in parts)):
        pure = PurePosixPath(name)
        if pure.is_absolute() or ".." in pure.parts or "\\" in name or ":" in name or not pure.name:
            raise ValueError(f"{name!r} is no name in its folder")
    return Packed(str(values["path"]), parts)
