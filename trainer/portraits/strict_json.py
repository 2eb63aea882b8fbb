"""JSON in which a name stands once."""

from __future__ import annotations

from typing import Any


def without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Returns the pairs of a JSON object; give it to `json.loads` as `object_pairs_hook`.

    Raises:
        ValueError: A name stands twice: which value was meant, nobody can tell.
    """
    names = [name for name, _ in pairs]
    for name in names:
        if names.count(name) > 1:
            raise ValueError(f"{name!r} is there twice")
    return dict(pairs)
