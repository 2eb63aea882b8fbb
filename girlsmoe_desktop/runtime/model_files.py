"""The files of a model that somebody brings, in a folder or a zip: read by name, never unpacked."""

from __future__ import annotations

import re
import stat
import zipfile
import zlib
from typing import TYPE_CHECKING

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.manifest import MAX_BYTES as MAX_MANIFEST_BYTES
from girlsmoe_desktop.runtime.library import CARD, MANIFEST
from girlsmoe_desktop.runtime.onnx_check import MAX_BYTES as MAX_ONNX_BYTES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WEIGHTS = "generator.onnx"
SAMPLE = "sample.png"
MAX_CARD_BYTES = 256 << 10
MAX_PICTURE_BYTES = 16 << 20
MAX_PICTURES = 16
MAX_MEMBERS = 1000
# Of what is packed and of what it was; weights hardly shrink, words about fivefold.
MAX_RATIO = 200
_PICTURE = re.compile(r"!\[[^\]]*\]\(([A-Za-z0-9][A-Za-z0-9_-]{0,63}\.(?:png|jpe?g|webp))\)")
_DEVICES = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.I
)
_FORBIDDEN = re.compile(r'[\x00-\x1f\\:*?"<>|]')


def read_files(path: Path) -> dict[str, bytes]:
    """Returns the files of the model in a folder or a zip, by name; what else lies there is left.

    Raises:
        UserError: There is none, or something in it is not as a model's should be.
    """
    try:
        if path.is_dir():
            return _collect(lambda name, most: _read_file(path / name, most))
        with zipfile.ZipFile(path) as archive:
            members = _members(archive)
            return _collect(lambda name, most: _read_member(archive, members.get(name), most))
    except OSError as error:
        raise UserError(
            "{0} can't be read ({1}): check that it is there.", path, error.strerror or error
        ) from error
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as error:
        raise UserError(
            "{0} is no model that can be imported ({1}): choose a folder or a zip with "
            "{2} and {3}.",
            path.name,
            error,
            MANIFEST,
            WEIGHTS,
        ) from error


def is_usable_name(name: str) -> bool:
    """Returns whether every system can have a file or folder of that name, and only there."""
    return (
        name not in ("", ".", "..")
        and not _FORBIDDEN.search(name)
        and not _DEVICES.fullmatch(name)
        and name[-1] not in ". "
    )


def pictures_of(card: str) -> list[str]:
    """Returns the names of the pictures that a card shows, each once, those beside it only."""
    return list(dict.fromkeys(_PICTURE.findall(card)))[:MAX_PICTURES]


def _collect(read: Callable[[str, int], bytes | None]) -> dict[str, bytes]:
    """Returns all files of a model.

    Args:
        read: Returns the file of a name, None if it is not there, ValueError beyond a size.
    """
    files: dict[str, bytes] = {}
    for name, most in ((MANIFEST, MAX_MANIFEST_BYTES), (WEIGHTS, MAX_ONNX_BYTES)):
        data = read(name, most)
        if data is None:
            raise ValueError(f"there is no {name} in it")
        files[name] = data
    card = read(CARD, MAX_CARD_BYTES)
    if card is not None:
        files[CARD] = card
    shown = pictures_of(card.decode("utf-8")) if card is not None else []
    for name in dict.fromkeys((SAMPLE, *shown)):
        picture = read(name, MAX_PICTURE_BYTES)
        if picture is not None:
            files[name] = picture
    return files


def _read_file(path: Path, most: int) -> bytes | None:
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(mode):
        raise ValueError(f"{path.name} in it is a link or no file")
    with path.open("rb") as file:
        data = file.read(most + 1)
    return _checked(path.name, data, most)


def _members(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """Returns the files in the folder that holds the manifest, by name.

    Raises:
        ValueError: A name is not what it seems, or there is not just one manifest.
    """
    infos = archive.infolist()
    if len(infos) > MAX_MEMBERS:
        raise ValueError(f"it holds more than {MAX_MEMBERS} files")
    seen: set[str] = set()
    for info in infos:
        _check_member(info)
        if info.filename.casefold() in seen:
            raise ValueError(f"it holds {info.filename!r} twice")
        seen.add(info.filename.casefold())
    manifests = [info.filename for info in infos if info.filename.split("/")[-1] == MANIFEST]
    if not manifests:
        raise ValueError(f"there is no {MANIFEST} in it")
    if len(manifests) > 1:
        raise ValueError(f"it holds {len(manifests)} files {MANIFEST}, it must be one")
    folder = manifests[0].removesuffix(MANIFEST)
    return {
        info.filename.removeprefix(folder): info
        for info in infos
        if info.filename.startswith(folder) and not info.is_dir()
    }


def _check_member(info: zipfile.ZipInfo) -> None:
    # What zipfile itself made of the name is not to be relied on.
    name = info.orig_filename
    parts = name.removesuffix("/").split("/")
    if not all(map(is_usable_name, parts)):
        raise ValueError(f"the name {name[:80]!r} in it is not allowed")
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise ValueError(f"{name[:80]!r} in it is a link or no file")
    if info.flag_bits & 1:
        raise ValueError("it is encrypted")


def _read_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo | None, most: int) -> bytes | None:
    if info is None:
        return None
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise ValueError(f"{info.filename} in it is packed in an unusual way")
    if info.file_size > MAX_RATIO * max(info.compress_size, 1):
        raise ValueError(f"{info.filename} in it is packed absurdly tight")
    # Not one byte more than promised, whatever the packed data would unfold to.
    most = min(most, info.file_size)
    with archive.open(info) as file:
        data = file.read(most + 1)
    return _checked(info.filename, data, most)


def _checked(name: str, data: bytes, most: int) -> bytes:
    if len(data) > most:
        raise ValueError(f"{name} in it is larger than {most} bytes")
    return data
