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
        return _KINDS[fields.pop("event")](**fields)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise UserError(
            f"This line is no training event: {line.strip()[:120]!r}. "
            "Is the trainer of the same version?"
        ) from None
