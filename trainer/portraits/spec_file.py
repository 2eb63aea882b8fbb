"""Portraits as JSON: written whole, read strictly."""

from __future__ import annotations

import functools
import json
import types
import typing
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

from girlsmoe_desktop.core.errors import UserError
from trainer.portraits import model
from trainer.portraits.colors import Rgb
from trainer.portraits.kinds import KINDS
from trainer.portraits.model import PortraitSpec
from trainer.portraits.sampling.style import YEARS
from trainer.portraits.strict_json import read_file, values_of
from trainer.portraits.version import DRAWING_VERSION

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = "girlsmoe-portrait"
_NUMBER_LIMIT = 1000.0
"""No length, angle, year or strength of a portrait is as large."""
_COUNT_LIMIT = 64
"""No portrait has as many clumps, strokes or bows."""
_SEED_LIMIT = 2**63 - 1
_ADVICE = "Put it right, or write the file anew with: girlsmoe-train draw --write-spec FILE"
# Ranges outside which the painters fail or paint nothing, closer than the general limits.
_RANGES: dict[str, tuple[float, float]] = {
    "Pose.scale": (20.0, 200.0),
    "Pose.yaw": (-0.8, 0.8),
    "Pose.pitch": (-0.8, 0.8),
    "Pose.roll": (-1.6, 1.6),
    "Style.year": YEARS,
    "Hair.volume": (0.8, 1.6),
    "Tail.thickness": (0.05, 1.0),
    "Tail.length": (0.0, 6.0),
}


def spec_to_json(spec: PortraitSpec) -> dict[str, Any]:
    """Returns a portrait as JSON values; the inverse of `spec_from_json`."""
    return {"format": FORMAT, "version": DRAWING_VERSION, "portrait": _plain(spec)}


def spec_to_line(spec: PortraitSpec) -> str:
    """Returns a portrait as one line of JSON, without the line's end."""
    return json.dumps(spec_to_json(spec), separators=(",", ":"), allow_nan=False)


def _plain(value: Any) -> Any:  # noqa: ANN401
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


def load_spec(path: Path) -> PortraitSpec:
    """Returns the portrait of a file.

    Raises:
        UserError: The file can't be read, or doesn't describe a portrait of this version.
    """
    return read_file(path, spec_from_text)


def spec_from_text(text: str) -> PortraitSpec:
    """Returns the portrait that a JSON text describes.

    Raises:
        UserError: It doesn't describe a portrait of this version.
    """
    try:
        data = values_of(text)
    except UserError as error:
        raise UserError(f"{error} {_ADVICE}") from None
    return spec_from_json(data)


def spec_from_json(data: object) -> PortraitSpec:
    """Returns the portrait that JSON values describe.

    Every field must be there, with a value of its type that a painter can paint.

    Raises:
        UserError: They don't describe a portrait of this version; the message names the field.
    """
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise UserError(f'This is no portrait: "format" must be "{FORMAT}". {_ADVICE}')
    version = data.get("version")
    if isinstance(version, bool) or version != DRAWING_VERSION:
        raise UserError(
            f"version is {_shown(version)}, but this program draws version {DRAWING_VERSION}. "
            "Write the file anew with: girlsmoe-train draw --write-spec FILE"
        )
    _check_names(data, ("format", "version", "portrait"), "the file")
    spec: PortraitSpec = _record(PortraitSpec, data["portrait"], "portrait")
    return spec


def _wrong(path: str, value: object, expected: str) -> UserError:
    return UserError(f"{path} is {_shown(value)}; it must be {expected}. {_ADVICE}")


def _shown(value: object) -> str:
    """Returns a value in a few words."""
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return f"a list of {len(value)}"
    text = json.dumps(value)
    return text if len(text) <= 40 else text[:40] + "..."


def _check_names(data: dict[str, object], names: tuple[str, ...], path: str) -> None:
    missing = [name for name in names if name not in data]
    unknown = [name for name in data if name not in names]
    if missing:
        raise UserError(f"{path} lacks {', '.join(missing)}. {_ADVICE}")
    if unknown:
        raise UserError(f"{path} has {_shown(unknown[0])}, which is no field of it. {_ADVICE}")


@functools.cache
def _types_of(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind, localns={**vars(model), "Rgb": Rgb})


def _record(kind: type, data: object, path: str) -> Any:  # noqa: ANN401
    """Returns a dataclass made of JSON values."""
    if not isinstance(data, dict):
        raise _wrong(path, data, f"an object with the fields of {kind.__name__}")
    hints = _types_of(kind)
    _check_names(data, tuple(hints), path)
    values = {
        field.name: _field(kind, field.name, hints[field.name], data[field.name], path)
        for field in fields(kind)
    }
    return kind(**values)


def _field(kind: type, name: str, hint: Any, value: object, path: str) -> Any:  # noqa: ANN401
    """Returns one field's value, checked against its type and its range."""
    place, key = f"{path}.{name}", f"{kind.__name__}.{name}"
    words = KINDS.get(key)
    if words is not None and not (isinstance(value, str) and value in words):
        raise _wrong(place, value, f"one of {', '.join(sorted(words))}")
    if hint is int and name in {"seed", "index"}:
        return _whole(value, 0, _SEED_LIMIT, place)
    low, high = _RANGES.get(key, (-_NUMBER_LIMIT, _NUMBER_LIMIT))
    if kind.__annotations__[name] == "Rgb":
        low, high = 0.0, 1.0
    return _value(hint, value, place, low, high)


def _value(hint: Any, value: object, path: str, low: float, high: float) -> Any:  # noqa: ANN401
    """Returns a value of a type: a number, a text, a bool, an optional, a tuple or a record."""
    if isinstance(hint, types.UnionType):
        inner = next(part for part in hint.__args__ if part is not type(None))
        return None if value is None else _value(inner, value, path, low, high)
    if typing.get_origin(hint) is tuple:
        return _tuple(hint.__args__, value, path, low, high)
    if is_dataclass(hint) and isinstance(hint, type):
        return _record(hint, value, path)
    if hint is bool or hint is str:
        if not isinstance(value, hint):
            raise _wrong(path, value, "true or false" if hint is bool else "a text")
        return value
    if hint is int:
        return _whole(value, -_COUNT_LIMIT, _COUNT_LIMIT, path)
    return _number(value, low, high, path)


def _tuple(
    items: tuple[Any, ...], value: object, path: str, low: float, high: float
) -> tuple[Any, ...]:
    any_length = len(items) == 2 and items[1] is Ellipsis
    expected = f"a list of at most {_COUNT_LIMIT}" if any_length else f"a list of {len(items)}"
    if not isinstance(value, list) or len(value) > _COUNT_LIMIT:
        raise _wrong(path, value, expected)
    hints = (items[0],) * len(value) if any_length else items
    if len(value) != len(hints):
        raise _wrong(path, value, expected)
    return tuple(
        _value(hint, item, f"{path}[{place}]", low, high)
        for place, (hint, item) in enumerate(zip(hints, value, strict=True))
    )


def _whole(value: object, low: int, high: int, path: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
        raise _wrong(path, value, f"a whole number in {low}..{high}")
    return value


def _number(value: object, low: float, high: float, path: str) -> float:
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        raise _wrong(path, value, "a number")
    if not low <= value <= high:  # nor is what is not finite
        raise _wrong(path, value, f"a number in {low:g}..{high:g}")
    return float(value)
