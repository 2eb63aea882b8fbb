"""Why something is not taken."""

from __future__ import annotations


class LeftOutError(Exception):
    """One source can't be taken; the others can.

    Attributes:
        reason: In words, for the table.
        again: Whether another run should try it again, as after a timeout.
    """

    def __init__(self, reason: str, *, again: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.again = again


class StoppedError(Exception):
    """Somebody asked to stop while something was waited for."""
