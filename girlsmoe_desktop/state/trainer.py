"""Whoever runs the trainer's commands, as training sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer import events


class Trainer(Protocol):
    """A command of the trainer under way."""

    def stop(self) -> None:
        """Asks it to end in good order."""

    def kill(self) -> None:
        """Ends it at once."""

    def shut_down(self) -> None:
        """Ends it, politely first and then firmly; it tells nothing any more."""


class Launch(Protocol):
    """Whoever starts commands of the trainer."""

    def __call__(
        self,
        python: str,
        arguments: list[str],
        on_event: Callable[[events.Event], None],
        on_end: Callable[[bool, str], None],
    ) -> Trainer:
        """Starts one; `on_end` is told whether it ended well and, if not, why."""
