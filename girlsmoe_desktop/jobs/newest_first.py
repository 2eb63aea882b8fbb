"""Work with a short queue: what a list shows while one scrolls through it."""

from __future__ import annotations

import logging
from collections import OrderedDict
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from girlsmoe_desktop.jobs.task import Task, Tasks

K = TypeVar("K")
V = TypeVar("V")
# Several screens full.
KEPT_AT_MOST = 1_000
PORTION = 8

_log = logging.getLogger(__name__)


class NewestFirst(QObject, Generic[K, V]):
    """Hands out what is there, and has a worker thread make what is not, the newest wish first.

    The last that were asked for are those in view now. What waits behind too many is forgotten,
    what was not seen for longest is given away: whoever wants it again, asks again.

    Attributes:
        waiting_at_most: How many are remembered: about what one screen shows.

    Signals:
        made: More is there: whoever shows it paints again, and so asks again.
    """

    made = Signal()
    waiting_at_most = 60

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._ready: OrderedDict[K, V] = OrderedDict()
        self._waiting: OrderedDict[K, None] = OrderedDict()
        self._under_way: Collection[K] = ()
        # All that a paint asks for goes to work together.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._go_on)

    def begin(self, key: K) -> Callable[[], V] | None:
        """Returns the work that makes what is wanted, or None: then it can't be made now.

        Called on the GUI thread; the work itself runs on a worker thread.
        """
        raise NotImplementedError

    def get(self, key: K) -> V | None:
        """Returns what is wanted, or None: then it will be made."""
        if key in self._ready:
            self._ready.move_to_end(key)
            return self._ready[key]
        if key not in self._under_way:
            self._waiting[key] = None
            self._waiting.move_to_end(key)
            _shorten(self._waiting, self.waiting_at_most)
            self._soon.start()
        return None

    def _go_on(self) -> None:
        if self._under_way:
            return
        works: dict[K, Callable[[], V]] = {}
        while self._waiting and len(works) < PORTION:
            key, _ = self._waiting.popitem()
            work = self.begin(key)
            if work is not None:
                works[key] = work
        if works:
            self._under_way = works
            self._tasks.run(self, lambda task: _done(works, task), self._take, self._miss)

    def _take(self, made: Mapping[K, V]) -> None:
        self._under_way = ()
        self._ready.update(made)
        _shorten(self._ready, KEPT_AT_MOST)
        self.made.emit()
        self._go_on()

    def _miss(self, error: Exception) -> None:
        self._under_way = ()
        _log.error("What a list shows can't be made", exc_info=error)
        self._go_on()


def _done(works: Mapping[K, Callable[[], V]], task: Task) -> dict[K, V]:
    return {key: work() for key, work in works.items() if not task.cancelled}


def _shorten(queue: OrderedDict[K, V], at_most: int) -> None:
    while len(queue) > at_most:
        queue.popitem(last=False)
