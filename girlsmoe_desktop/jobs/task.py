"""One-shot work on worker threads. `Tasks` is the one place in the window that owns threads."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
# A long batch, pictures that are enlarged, and a slider beside them; the models themselves spread
# over the cores.
THREADS = 3


class Task:
    """One piece of work under way. The work itself asks it whether to stop."""

    def __init__(self, deliver: Callable[[Callable[[], None]], None]) -> None:
        self._cancelled = threading.Event()
        self._deliver = deliver
        self.progress: Callable[[Any], None] | None = None

    @property
    def cancelled(self) -> bool:
        """Whether the result is no longer wanted; work that takes long asks this and returns."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Makes sure that none of the task's callbacks is called any more."""
        self._cancelled.set()

    def report(self, part: object) -> None:
        """Hands a part of the result over to the GUI thread. Called by the work."""
        progress = self.progress
        if progress is not None:
            self._deliver(lambda: progress(part))


class Tasks(QObject):
    """Runs work on worker threads and calls back on the GUI thread.

    Work hands over arrays, dataclasses or QImages, never a QPixmap or a widget: those belong to
    the GUI thread.
    """

    # Emitted by workers; Qt carries it to the thread of this object.
    _delivered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(THREADS, thread_name_prefix="girlsmoe")
        self._under_way: set[Task] = set()
        self._closed = False
        self._delivered.connect(self._call, Qt.ConnectionType.QueuedConnection)

    @property
    def is_idle(self) -> bool:
        """Whether nothing is under way."""
        return not self._under_way

    def run(
        self,
        owner: QObject,
        work: Callable[[Task], T],
        success: Callable[[T], None],
        failure: Callable[[Exception], None],
        progress: Callable[[Any], None] | None = None,
    ) -> Task:
        """Starts work and returns its task.

        Args:
            owner: On whose behalf; once it is deleted, nothing is called back.
            work: Runs on a worker thread.
            success: Gets what work returned, on the GUI thread.
            failure: Gets what work raised, on the GUI thread.
            progress: Gets what work reports, on the GUI thread, in order and before success.
        """
        task = Task(lambda call: self._deliver(owner, task, call))
        task.progress = progress
        if self._closed:
            task.cancel()
            return task
        self._under_way.add(task)
        self._pool.submit(self._work, owner, task, work, success, failure)
        return task

    def shut_down(self) -> None:
        """Cancels everything and waits until no worker thread is left."""
        self._closed = True
        for task in self._under_way:
            task.cancel()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _work(
        self,
        owner: QObject,
        task: Task,
        work: Callable[[Task], T],
        success: Callable[[T], None],
        failure: Callable[[Exception], None],
    ) -> None:
        if not task.cancelled:
            try:
                result = work(task)
            except Exception as error:  # whatever it was, the owner is told
                problem = error
                self._deliver(owner, task, lambda: failure(problem))
            else:
                self._deliver(owner, task, lambda: success(result))
        self._delivered.emit(lambda: self._under_way.discard(task))

    def _deliver(self, owner: QObject, task: Task, call: Callable[[], None]) -> None:
        def call_if_wanted() -> None:
            if not task.cancelled and shiboken6.isValid(owner):
                call()

        self._delivered.emit(call_if_wanted)

    @Slot(object)
    def _call(self, call: Callable[[], None]) -> None:
        if not self._closed:
            call()
