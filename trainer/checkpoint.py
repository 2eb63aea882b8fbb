"""Everything a run needs to go on exactly where it was, in one file."""

from __future__ import annotations

import pickle
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
        if not zipfile.is_zipfile(path):  # torch would try older formats, and fail in many ways
            raise RuntimeError("it is missing, or not whole")
        state: dict[str, Any] = torch.load(path, map_location="cpu", weights_only=True)
    except (OSError, RuntimeError, EOFError, pickle.UnpicklingError) as error:
        reason = (str(error) or type(error).__name__).splitlines()[0].rstrip(".")
        raise UserError(
            f"The checkpoint {path} cannot be read: {reason}. "
            "Delete it to go on from the one before."
        ) from None
    if not isinstance(state, dict) or state.get("format") != FORMAT:
        raise UserError(f"The checkpoint {path} was not written by this version of the trainer.")
    return state
