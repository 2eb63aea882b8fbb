"""Writes a model's folder whole or not at all, and replaces an earlier one safely."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from girlsmoe_desktop.core.errors import UserError
from trainer.runs import write_bytes

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

LICENSE = (
    "The weights and every picture made with them are free for any use, commercial use included; "
    "nobody has to be named."
)


def must_be_replaceable(out: Path, files: Collection[str]) -> None:
    """Raises UserError where a folder holds anything but the files of an earlier export."""
    if out.resolve() == Path.cwd().resolve():
        # Whoever stands in it would be left in a folder that is gone.
        raise UserError(
            f"{out} is the current folder, which an export cannot replace. "
            "Choose another folder for --out."
        )
    if out.exists() and (
        not out.is_dir() or any(entry.name not in files for entry in out.iterdir())
    ):
        raise UserError(f"{out} holds other things. Choose a new folder for --out.")


def read_weights(path: Path, sha256: str, advice: str) -> bytes:
    """Returns an ONNX file that its manifest vouches for.

    Args:
        path: The file; the manifest lies beside it.
        sha256: What the manifest says of it, hexadecimal.
        advice: What to do where it is missing or another, a sentence.

    Raises:
        UserError: it can't be read, or is not the one that was described.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UserError(f"{path} can't be read ({error.strerror}). {advice}") from error
    if hashlib.sha256(data).hexdigest() != sha256:
        raise UserError(f"{path} is not the file that its model.json describes. {advice}")
    return data


def write_folder(out: Path, files: Mapping[str, bytes]) -> None:
    """Makes a folder of files beside its place, then moves it there.

    What was there before is deleted last, and put back if anything fails.

    Raises:
        UserError: it can't be written.
    """
    out = out.resolve()
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{out.name}-", dir=out.parent) as temporary:
            fresh = Path(temporary) / "new"
            fresh.mkdir()
            for name, data in files.items():
                write_bytes(fresh / name, data)
            if out.exists():
                _replace_folder(out, fresh)
            else:
                fresh.rename(out)
    except OSError as error:
        raise UserError(
            f"{out} can't be written ({error.strerror or error}): "
            "choose an --out that you may write to and that has room."
        ) from error


def _replace_folder(out: Path, fresh: Path) -> None:
    """Moves one folder to where another is."""
    shelter = Path(tempfile.mkdtemp(prefix=f".{out.name}-old-", dir=out.parent))
    old = shelter / out.name
    try:
        out.rename(old)
        fresh.rename(out)
    except BaseException:
        if old.exists():
            old.rename(out)
        shelter.rmdir()
        raise
    shutil.rmtree(shelter, ignore_errors=True)
