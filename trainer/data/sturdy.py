"""Work in processes that goes on when an item ends the process that has it.

Decoders of pictures are large programs in C, and some picture makes one crash.
"""

from __future__ import annotations

from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING, TypeVar

from trainer.portraits.processes import AHEAD, ordered_results

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

_T = TypeVar("_T")
_R = TypeVar("_R")


def sturdy_results(
    job: Callable[[_T], _R], items: Sequence[_T], workers: int, on_crash: Callable[[_T], _R]
) -> Generator[_R]:
    """Yields a job's results for each item, in the items' order, as they come.

    Args:
        job: Can be pickled.
        items: What the job is called with, one after another.
        workers: Number of processes; 1 works in this one, which a crash ends.
        on_crash: Returns the result of an item that ends a process each time.
    """
    done = 0
    while done < len(items):
        try:
            with ordered_results(job, items[done:], workers) as results:
                for result in results:
                    done += 1
                    yield result
        except BrokenProcessPool:
            # One of those that were handed out did it: each of them gets a process of its own.
            for item in items[done : done + AHEAD * workers]:
                done += 1
                yield _alone(job, item, on_crash)


def _alone(job: Callable[[_T], _R], item: _T, on_crash: Callable[[_T], _R]) -> _R:
    try:
        with ordered_results(job, [item], 2) as results:
            return next(results)
    except BrokenProcessPool:
        return on_crash(item)
