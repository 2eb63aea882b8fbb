"""Which processor trains."""

from __future__ import annotations

import torch

from girlsmoe_desktop.core.errors import UserError


def choose_device(name: str) -> str:
    """Returns "cpu" or "cuda"; "auto" takes a GPU where torch can use one.

    Raises:
        UserError: "cuda" was asked for and torch cannot use one.
    """
    has_cuda = torch.cuda.is_available()
    if name == "auto":
        return "cuda" if has_cuda else "cpu"
    if name == "cuda" and not has_cuda:
        raise UserError("torch finds no GPU it can use. Use --device cpu.")
    return name
