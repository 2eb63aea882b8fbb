"""What a run reports, one JSON object a line. Standard library only."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass
from typing import Any

from girlsmoe_desktop.core.errors import UserError


@dataclass(frozen=True)
class Started:
    """A run begins, or goes on, after `step` steps."""

    run: str
    step: int
    iterations: int
    device: str
    images: int
    config: dict[str, Any]


@dataclass(frozen=True)
class Step:
    """Means since the last report: the losses, and training pictures a second."""

    step: int
    iterations: int
    images_per_s: float
    losses: dict[str, float]


@dataclass(frozen=True)
class Sample:
    """A sheet of samples was written."""

    step: int
    path: str


@dataclass(frozen=True)
class Checkpoint:
    """A checkpoint was written."""

    step: int
    path: str


@dataclass(frozen=True)
class Finished:
    """A command ended well; `stopped` tells that it was asked to end early."""

    step: int
    stopped: bool
    message: str


@dataclass(frozen=True)
class Progress:
    """`done` of `count` things are dealt with; `unit` is what one is called."""

    done: int
    count: int
    unit: str


@dataclass(frozen=True)
class Error:
    """A command failed; the message is for the user."""

    message: str


Event = Started | Step | Sample | Checkpoint | Finished | Progress | Error

_KINDS: dict[str, type[Event]] = {
    kind.__name__.lower(): kind
    for kind in (Started, Step, Sample, Checkpoint, Finished, Progress, Error)
}


def to_line(event: Event) -> str:
    """Returns an event as one line of JSON, without the line's end."""
    return json.dumps({"event": type(event).__name__.lower(), **dataclasses.asdict(event)})


def from_line(line: str) -> Event:
    """Returns the event on a line.

    Raises:
        UserError: the line is not an event of this version.
    """
    try:
        fields = json.loads(line)
        event = _KINDS[fields.pop("event")](**fields)
        _must_be_of_its_types(event)
        return event
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise UserError(
            f"This line is no training event: {line.strip()[:120]!r}. "
            "Is the trainer of the same version?"
        ) from None


_MAX_COUNT = 10**15
_FIELD_TYPES: dict[str, tuple[type, ...]] = {
    "int": (int,),
    "float": (int, float),
    "bool": (bool,),
    "str": (str,),
    "dict[str, float]": (dict,),
    "dict[str, Any]": (dict,),
}


def _must_be_of_its_types(event: Event) -> None:
    """Raises TypeError where a field holds what it never holds, such as a step that is a word."""
    for field in dataclasses.fields(event):
        value = getattr(event, field.name)
        parts = value.values() if field.type == "dict[str, float]" else ()
        if not _is_of(value, _FIELD_TYPES[str(field.type)]) or not all(
            _is_of(part, _FIELD_TYPES["float"]) for part in parts
        ):
            raise TypeError(field.name)


def _is_of(value: object, kinds: tuple[type, ...]) -> bool:
    """Returns whether a value is of one of the types; whole numbers are counts."""
    is_count = type(value) is not int or 0 <= value <= _MAX_COUNT
    return type(value) in kinds and is_count  # not isinstance: True is an int
