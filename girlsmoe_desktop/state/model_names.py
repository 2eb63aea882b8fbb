"""Identifiers of models that are made here."""

from __future__ import annotations

import re
import unicodedata

from girlsmoe_desktop.runtime.library import installed, user_folder

DEFAULT_ID = "my-model"


def free_id(name: str) -> str:
    """Returns an identifier made from a name that no installed model has."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].strip("-") or DEFAULT_ID
    taken = set(installed().models)
    number, result = 1, slug
    while result in taken or (user_folder() / result).exists():
        number += 1
        result = f"{slug}-{number}"
    return result
