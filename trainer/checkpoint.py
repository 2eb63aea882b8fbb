"""Everything a run needs to go on exactly where it was, in one file."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, Any

import torch

from girlsmoe_desktop.core.errors import UserError
from trainer.runs import write_atomically

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = 1


def save_checkpoint(path: Path, state: dict[str, Any]) -> None:
    """Writes tensors, numbers and texts (nothing that carries code) whole or not at all."""
    write_atomically(path, lambda file: torch.save({"format": FORMAT, **state}, file))


def load_checkpoint(path: Path) -> dict[str, Any]:
    """Returns what `save_checkpoint` wrote, on the CPU.

    Raises:
        UserError: the file is missing, damaged, or of another version.
    """
    try:
        _must_be_whole(path)
        state: dict[str, Any] = torch.load(path, map_location="cpu", weights_only=True)
    except Exception as error:  # a damaged file fails in as many ways as it has bytes
        reason = (str(error) or type(error).__name__).splitlines()[0].rstrip(".")
        raise UserError(
            f"The checkpoint {path} cannot be read: {reason}. "
            "Delete it to go on from the one before, or export another with --checkpoint."
        ) from None
    if not isinstance(state, dict) or state.get("format") != FORMAT:
        raise UserError(f"The checkpoint {path} was not written by this version of the trainer.")
    return state


def _must_be_whole(path: Path) -> None:
    """Raises RuntimeError for a file that differs from what was written.

    torch reads tensors without looking at their checksums, and tries older formats, each with its
    own errors, on whatever is no archive.
    """
    if not zipfile.is_zipfile(path):
        raise RuntimeError("it is missing, or not whole")
    with zipfile.ZipFile(path) as archive:
        damaged = archive.testzip()
    if damaged is not None:
        raise RuntimeError(f"its part {damaged} is damaged")
