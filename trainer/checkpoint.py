"""Everything a run needs to go on exactly where it was, in one file.

The file is of the safetensors format: tensors by name, and in its header, as text, a JSON tree in
which the tensors hang. Nothing of it can carry code.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

import torch
from safetensors import safe_open
from safetensors.torch import save

from girlsmoe_desktop.core.errors import UserError
from trainer.runs import write_atomically

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = "girlsmoe-checkpoint-2"


def save_checkpoint(path: Path, state: dict[str, Any]) -> None:
    """Writes nested dicts and lists of tensors, numbers and texts, whole or not at all."""
    tensors: dict[str, torch.Tensor] = {}
    tree = json.dumps(_to_tree(state, "", tensors), separators=(",", ":"))
    header = {"format": FORMAT, "tree": tree, "sha256": _digest(tree, tensors)}
    write_atomically(path, lambda file: file.write(save(tensors, header)))


def load_checkpoint(path: Path) -> dict[str, Any]:
    """Returns what `save_checkpoint` wrote, on the CPU; tuples have become lists.

    Raises:
        UserError: the file is missing, damaged, or of another version.
    """
    try:
        header, tensors = _read(path)
    except Exception as error:  # a damaged file fails in as many ways as it has bytes
        raise _unreadable(path, (str(error) or type(error).__name__).splitlines()[0]) from None
    if header.get("format") != FORMAT:
        raise UserError(f"The checkpoint {path} was not written by this version of the trainer.")
    tree = header.get("tree", "")
    if _digest(tree, tensors) != header.get("sha256"):
        raise _unreadable(path, "it is damaged")
    state: dict[str, Any] = _from_tree(json.loads(tree), tensors)
    return state


def _read(path: Path) -> tuple[dict[str, str], dict[str, torch.Tensor]]:
    with safe_open(path, "pt") as file:
        # Copies: the file must not stay open, or some systems could not delete it.
        tensors = {name: file.get_tensor(name).clone() for name in file.keys()}  # noqa: SIM118
        return file.metadata() or {}, tensors


def _unreadable(path: Path, reason: str) -> UserError:
    return UserError(
        f"The checkpoint {path} cannot be read: {reason.rstrip('.')}. "
        "Delete it to go on from the one before, or export another with --checkpoint."
    )


def _digest(tree: str, tensors: dict[str, torch.Tensor]) -> str:
    """Returns the SHA-256 of all that is kept: the format itself has no checksums."""
    digest = hashlib.sha256(tree.encode())
    for name in sorted(tensors):
        value = tensors[name]
        digest.update(f"{name} {value.dtype} {tuple(value.shape)}".encode())
        digest.update(value.reshape(-1).view(torch.uint8).numpy().data)
    return digest.hexdigest()


def _to_tree(value: Any, name: str, tensors: dict[str, torch.Tensor]) -> Any:  # noqa: ANN401
    """Returns a value as JSON's types, and adds its tensors, by the names they have in it."""
    match value:
        case torch.Tensor():
            tensors[name] = value.detach().cpu().contiguous()
            return {"tensor": name}
        case dict():
            # Pairs: the keys of an optimiser's state are numbers, which JSON's can't be.
            pairs = [[key, _to_tree(each, f"{name}/{key}", tensors)] for key, each in value.items()]
            return {"dict": pairs}
        case list() | tuple():
            return [_to_tree(each, f"{name}/{i}", tensors) for i, each in enumerate(value)]
        case None | bool() | int() | float() | str():
            return value
    raise TypeError(f"{name} is a {type(value).__name__}, which a checkpoint can't keep")


def _from_tree(tree: Any, tensors: dict[str, torch.Tensor]) -> Any:  # noqa: ANN401
    """Returns the value that `_to_tree` took apart."""
    match tree:
        case {"tensor": name}:
            return tensors[name]
        case {"dict": pairs}:
            return {key: _from_tree(each, tensors) for key, each in pairs}
        case list():
            return [_from_tree(each, tensors) for each in tree]
    return tree
