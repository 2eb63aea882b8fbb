"""Work with one waiting place: what a slider asks for while it is dragged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from girlsmoe_desktop.jobs.task import Task, Tasks

T = TypeVar("T")


class LatestWins(Generic[T]):
    """Runs one request at a time; of those that come meanwhile, only the newest is kept.

    Results arrive in the order of their requests, and the last request always gets one. A result
    that a newer request has overtaken is still delivered: a slider that is being dragged has to
    show something.
    """

    def __init__(
        self,
        tasks: Tasks,
        owner: QObject,
        success: Callable[[T], None],
        failure: Callable[[Exception], None],
    ) -> None:
        self._tasks = tasks
        self._owner = owner
        self._success = success
        self._failure = failure
        self._running: Task | None = None
        self._waiting: Callable[[], T] | None = None

    @property
    def is_idle(self) -> bool:
        """Whether nothing is under way or waits."""
        return self._running is None

    def request(self, work: Callable[[], T]) -> None:
        """Asks for work to be done; it takes the place of whatever was waiting."""
        if self._running is None:
            self._start(work)
        else:
            self._waiting = work

    def drop(self) -> None:
        """Forgets every request so far: none of them gets a result any more."""
        self._waiting = None
        if self._running is not None:
            self._running.cancel()
            self._running = None

    def _start(self, work: Callable[[], T]) -> None:
        self._running = self._tasks.run(
            self._owner, lambda _task: work(), self._succeeded, self._failed
        )

    def _succeeded(self, result: T) -> None:
        self._go_on()
        self._success(result)

    def _failed(self, error: Exception) -> None:
        self._go_on()
        self._failure(error)

    def _go_on(self) -> None:
        self._running = None
        if self._waiting is not None:
            work, self._waiting = self._waiting, None
            self._start(work)
