"""JSON that people write: read from text or file, each name once, with mistakes in a sentence."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeVar

from girlsmoe_desktop.core.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

T = TypeVar("T")


def values_of(text: str) -> Any:  # noqa: ANN401
    """Returns the values of a JSON text.

    Raises:
        UserError: It is no JSON, or a name stands twice in an object.
    """
    try:
        return json.loads(text, object_pairs_hook=_without_doubles)
    except (ValueError, RecursionError) as error:
        raise UserError(f"This is no JSON: {error}.") from None


def read_file(path: Path, make: Callable[[str], T]) -> T:
    """Returns what a function makes of a file's text.

    Raises:
        UserError: The file can't be read, or the function refuses it; the message names the file.
    """
    try:
        return make(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"{path} can't be read as text: {error}.") from None
    except UserError as error:
        raise UserError(f"{path}: {error}") from None


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Returns the pairs of an object; which value of a name that stands twice, nobody can tell."""
    names = [name for name, _ in pairs]
    for name in names:
        if names.count(name) > 1:
            raise ValueError(f"{name!r} is there twice")
    return dict(pairs)
