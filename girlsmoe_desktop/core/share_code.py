"""A character in about 40 letters that survive any chat: model, seed and attributes.

GM1-ABCDE-FGHJK-... : Crockford's base 32 of 4 bytes of the model's sha256, 8 bytes of seed, one
bit a label and 2 bytes of check sum. GM2- where the truncation is not 1: then 2 bytes of it, in
thousandths, stand between the seed and the labels. Letters that look alike are read alike (O as 0,
I and L as 1).
"""

from __future__ import annotations

import zlib
from dataclasses import replace
from typing import TYPE_CHECKING

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.latent import MAX_SEED, normals
from girlsmoe_desktop.core.manifest import MAX_TRUNCATION
from girlsmoe_desktop.core.recipe import TRUNCATION_DIGITS, Recipe

if TYPE_CHECKING:
    from collections.abc import Iterable

    from girlsmoe_desktop.core.manifest import Manifest

PREFIX, WITH_TRUNCATION = "GM1", "GM2"
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans("OIL", "011")
_GROUP = 5
_MODEL, _SEED, _TRUNCATION, _CHECK = 4, 8, 2, 2
_PARTS = 10**TRUNCATION_DIGITS


def is_share_code(text: str) -> bool:
    """Returns whether a text looks like a code."""
    return text.strip().upper().startswith((f"{PREFIX}-", f"{WITH_TRUNCATION}-"))


def share_code(recipe: Recipe, manifest: Manifest) -> str:
    """Returns the code of a character.

    Raises:
        UserError: The character has no code: its noise was not drawn from a seed, it is a
            mixture, or its truncation lies between those of two.
    """
    if recipe.seed is None:
        raise UserError(
            "This character's noise was blended or painted, so no short code holds it: save the "
            "picture with its recipe, or copy the recipe."
        )
    if any(value not in (0.0, 1.0) for value in recipe.strengths.values()):
        raise UserError(
            "This character is a mixture, so no short code holds it: save the picture with its "
            "recipe, or copy the recipe."
        )
    parts = round(recipe.truncation * _PARTS)
    if parts / _PARTS != recipe.truncation:
        raise UserError(
            "This character's truncation has more digits than a short code holds: save the picture "
            "with its recipe, or copy the recipe."
        )
    is_truncated = recipe.truncation != 1.0
    bits = sum(1 << i for i, label in enumerate(manifest.labels) if recipe.strengths[label])
    body = (
        bytes.fromhex(recipe.model_sha256)[:_MODEL]
        + recipe.seed.to_bytes(_SEED, "big")
        + (parts.to_bytes(_TRUNCATION, "big") if is_truncated else b"")
        + bits.to_bytes(_label_bytes(manifest), "big")
    )
    letters = _encode(body + _check_sum(body))
    groups = [letters[start : start + _GROUP] for start in range(0, len(letters), _GROUP)]
    return "-".join([WITH_TRUNCATION if is_truncated else PREFIX, *groups])


def recipe_of(code: str, manifests: Iterable[Manifest]) -> Recipe:
    """Returns the recipe of a code.

    Args:
        code: As `share_code` gave it; spaces, hyphens and case don't matter.
        manifests: Of the models that are there.

    Raises:
        UserError: It is no code, was mistyped, or is of a model that is not there.
    """
    prefix, body = _body(code)
    manifest = _model(body[:_MODEL], manifests)
    begin = _MODEL + _SEED + (_TRUNCATION if prefix == WITH_TRUNCATION else 0)
    seed = int.from_bytes(body[_MODEL : _MODEL + _SEED], "big")
    truncation = int.from_bytes(body[_MODEL + _SEED : begin], "big") / _PARTS
    bits = int.from_bytes(body[begin:], "big")
    if len(body) != begin + _label_bytes(manifest) or bits >> len(manifest.labels):
        raise UserError("The code is of another version of the model: ask for the recipe instead.")
    if seed > MAX_SEED or truncation > MAX_TRUNCATION:
        raise UserError("The code names a seed that can't be: copy it again.")
    strengths = {label: float(bits >> i & 1) for i, label in enumerate(manifest.labels)}
    z = normals(seed, manifest.z_dim)
    recipe = Recipe(manifest.id, manifest.sha256, z, strengths, seed)
    return replace(recipe, truncation=truncation) if prefix == WITH_TRUNCATION else recipe


def _model(start: bytes, manifests: Iterable[Manifest]) -> Manifest:
    for manifest in manifests:
        if bytes.fromhex(manifest.sha256)[:_MODEL] == start:
            return manifest
    raise UserError(
        "The code is of a model, or a version of one, that is not installed here: install it, or "
        "ask for the picture."
    )


def _body(code: str) -> tuple[str, bytes]:
    """Returns the prefix of a code, and what its letters hold without the check sum."""
    letters = "".join(code.upper().split()).replace("-", "")
    prefix = letters[: len(PREFIX)]
    if prefix not in (PREFIX, WITH_TRUNCATION):
        raise UserError("This is no share code: one begins with {0}-.", PREFIX)
    letters = letters.removeprefix(prefix).translate(_READ_AS)
    count = 5 * len(letters) // 8
    if count <= _CHECK + _MODEL + _SEED or count > 256 or set(letters) - set(_LETTERS):
        raise UserError("The share code is not complete or has strange letters: copy it again.")
    number = 0
    for letter in letters:
        number = 32 * number + _LETTERS.index(letter)
    data = (number >> (5 * len(letters) - 8 * count)).to_bytes(count, "big")
    body, check = data[:-_CHECK], data[-_CHECK:]
    if check != _check_sum(body):
        raise UserError("The share code was mistyped (its check sum is wrong): copy it again.")
    return prefix, body


def _encode(data: bytes) -> str:
    count = -(-8 * len(data) // 5)
    number = int.from_bytes(data, "big") << (5 * count - 8 * len(data))
    return "".join(_LETTERS[number >> 5 * place & 31] for place in reversed(range(count)))


def _check_sum(body: bytes) -> bytes:
    return zlib.crc32(body).to_bytes(4, "big")[:_CHECK]


def _label_bytes(manifest: Manifest) -> int:
    return -(-len(manifest.labels) // 8)
