"""Work shared out to processes, with results in order and memory that doesn't grow."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

AHEAD = 3
"""Jobs handed out, or done and waiting for their turn, for each worker."""
_T = TypeVar("_T")
_R = TypeVar("_R")


@contextmanager
def ordered_results(
    job: Callable[[_T], _R], items: Sequence[_T], workers: int
) -> Iterator[Iterator[_R]]:
    """Gives a job's results for each item, in the items' order, as they come.

    Args:
        job: Can be pickled.
        items: What the job is called with, one after another.
        workers: Number of processes; 1 works in this one.
    """
    if workers == 1:
        yield map(job, items)
        return
    # "spawn" starts clean processes: a forked copy of a process with threads may hang.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(
        min(workers, len(items)), mp_context=context, initializer=_ignore_interrupts
    )
    try:
        yield _in_order(pool, job, items, AHEAD * workers)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _ignore_interrupts() -> None:
    """Leaves Ctrl-C, which a terminal sends to the workers too, to the process that waits."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def _interrupts_held_back() -> Iterator[None]:
    """Keeps Ctrl-C for after the block; processes started in it never get one.

    A worker loads its modules before its initializer runs, and must not be interrupted there.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _in_order(
    pool: ProcessPoolExecutor, job: Callable[[_T], _R], items: Sequence[_T], ahead: int
) -> Iterator[_R]:
    """Yields results in order, with no more than `ahead` items handed out at a time."""

    def submit(item: _T) -> Future[_R]:
        with _interrupts_held_back():  # the pool starts its processes when it is given work
            return pool.submit(job, item)

    left = iter(items)
    waiting = deque(submit(item) for item in islice(left, ahead))
    while waiting:
        result = waiting.popleft().result()
        waiting.extend(submit(item) for item in islice(left, 1))
        yield result
