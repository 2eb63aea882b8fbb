"""Settings as frozen records: to JSON and back, and changed by what people type.

A record is a frozen dataclass whose fields are whole numbers, numbers, words and switches, all
with defaults. Standard library only.
"""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING, Any, TypeVar

from girlsmoe_desktop.core.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from _typeshed import DataclassInstance

    Value = int | float | bool | str
    Settings = TypeVar("Settings", bound=DataclassInstance)

_KIND_NAMES = {int: "a whole number", float: "a number", bool: "true or false", str: "a word"}


def to_json(settings: DataclassInstance) -> str:
    """Returns the settings as indented JSON with a final newline."""
    return json.dumps(dataclasses.asdict(settings), indent=2) + "\n"


def from_dict(defaults: Settings, values: Mapping[str, Any]) -> Settings:
    """Returns the settings that a run folder's JSON describes.

    Args:
        defaults: What the JSON lacks is taken from here.
        values: By name.

    Raises:
        UserError: unknown fields, or values of the wrong kind.
    """
    for key, value in values.items():
        kind = type(_default(defaults, key))
        allowed = (int, float) if kind is float else (kind,)
        if type(value) not in allowed:  # not isinstance: True is an int
            raise UserError(f"{key} must be {_KIND_NAMES[kind]}; got {value!r}.")
    return dataclasses.replace(defaults, **values)


def override(settings: Settings, values: Mapping[str, str]) -> Settings:
    """Returns settings with some fields read from text.

    Args:
        settings: What to start from.
        values: Field names to their new values as typed, such as {"lambda_gp": "10"}.

    Raises:
        UserError: an unknown field, or a value that does not fit it.
    """
    typed = {key: _parsed(settings, key, text) for key, text in values.items()}
    return dataclasses.replace(settings, **typed)


def assignments(pairs: Iterable[str]) -> dict[str, str]:
    """Returns {"key": "value"} from "key=value" texts.

    Raises:
        UserError: a text without "=".
    """
    split = [pair.partition("=") for pair in pairs]
    for key, equals, _ in split:
        if not equals:
            raise UserError(f"--set takes key=value, such as lambda_gp=10; got {key!r}.")
    return {key.strip(): value.strip() for key, _, value in split}


def _default(defaults: DataclassInstance, key: str) -> Value:
    known = dataclasses.asdict(defaults)
    if key not in known:
        raise UserError(f"There is no setting {key!r}. The settings are: {', '.join(known)}.")
    default: Value = known[key]
    return default


def _parsed(defaults: DataclassInstance, key: str, text: str) -> Value:
    """Returns a typed value for a field, by the type of its default."""
    kind = type(_default(defaults, key))
    if kind is bool:
        if text.lower() not in ("true", "false"):
            raise UserError(f"{key} must be true or false; got {text!r}.")
        return text.lower() == "true"
    try:
        return kind(text)
    except ValueError:
        raise UserError(f"{key} must be {_KIND_NAMES[kind]}; got {text!r}.") from None
