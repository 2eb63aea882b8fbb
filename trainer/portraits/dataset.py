"""Writes a folder of labelled portraits: pictures, labels.csv and drawing.json."""

from __future__ import annotations

import csv
import functools
import io
import json
import multiprocessing
import os
import signal
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from itertools import islice
from typing import TYPE_CHECKING

from PIL import Image

from girlsmoe_desktop.core.errors import UserError
from trainer.portraits.render import render
from trainer.portraits.spec import labels_of, parameters_of, sample_spec

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

DRAWING_VERSION = 1
"""Grows whenever the same seed gives other pixels or labels."""

_CHUNK = 16
_DRAWING = "drawing.json"
_LABELS = "labels.csv"
_UNFINISHED = ".unfinished"
Rows = list[list[str]]


def draw_dataset(
    count: int,
    seed: int,
    size: int,
    out: Path,
    workers: int,
    on_progress: Callable[[int], None] | None = None,
    should_stop: Callable[[], bool] | None = None,
) -> None:
    """Draws portraits 0..count-1 of a seed into a folder; the bytes don't depend on the workers.

    Pictures that are there already are kept if the folder holds the same drawing, so that a
    drawing that was stopped goes on where it was and a finished one can grow. labels.csv is
    written when all pictures are there.

    Args:
        count: Number of portraits, 1 or more.
        seed: Seed, 0 or more.
        size: Side of a picture in pixels, 64..1024.
        out: Folder, made if needed.
        workers: Number of processes, 1 or more; 1 draws in this process.
        on_progress: Called with the number of portraits that are done.
        should_stop: Asked often; once it returns True the drawing ends early, without labels.csv.

    Raises:
        UserError: A number is out of range, the folder holds another drawing, or it can't be
            written.
    """
    _check_numbers(count, seed, size, workers)
    try:
        _claim(out, count, seed, size)
        rows = _draw(count, seed, size, out, workers, on_progress, should_stop)
        if rows is not None:
            _write_labels(out, rows)
            _write_record(out, {**_origin(seed, size), "count": count})
    except BrokenProcessPool as error:
        if should_stop is not None and should_stop():
            return  # whoever asked to stop may have ended the processes too
        raise UserError(
            "A drawing process ended unexpectedly: ask for fewer workers and start again; "
            "what is drawn is kept."
        ) from error
    except OSError as error:
        raise UserError(
            f"{out} can't be written ({error.strerror or error}): "
            "choose a folder that you may write to and that has room."
        ) from error


def _check_numbers(count: int, seed: int, size: int, workers: int) -> None:
    limits = (
        ("count", count, 1, 1_000_000),
        ("seed", seed, 0, 2**63 - 1),
        ("size", size, 64, 1024),
        ("workers", workers, 1, 1024),
    )
    for name, value, low, high in limits:
        if not low <= value <= high:
            raise UserError(f"{name} is {value}: choose {low}..{high}.")


def _claim(out: Path, count: int, seed: int, size: int) -> None:
    """Writes drawing.json, unless the folder holds one; its count comes with labels.csv.

    Raises:
        UserError: The folder holds another drawing, or pictures of unknown origin.
    """
    wanted = _origin(seed, size)
    out.mkdir(parents=True, exist_ok=True)
    for leftover in out.glob(f".*{_UNFINISHED}"):
        leftover.unlink()
    record = out / _DRAWING
    if record.exists():
        found = _read_record(record)
        for name, value in wanted.items():
            if found.get(name) != value:
                raise UserError(
                    f"{out} holds a drawing with {name} {found.get(name)}, not {value}: "
                    "choose another folder, or empty this one."
                )
        _check_growth(out, count, found)
    elif any(out.glob("*.png")):
        raise UserError(
            f"{out} holds pictures but no {_DRAWING}: choose another folder, or empty this one."
        )
    else:
        _write_record(out, wanted)


def _origin(seed: int, size: int) -> dict[str, int]:
    """Returns what every picture of a folder has in common."""
    return {"seed": seed, "size": size, "version": DRAWING_VERSION}


def _write_record(out: Path, record: dict[str, int]) -> None:
    _write(out / _DRAWING, (json.dumps(record, indent=2) + "\n").encode(), sync=True)


def _check_growth(out: Path, count: int, found: dict[str, object]) -> None:
    """Raises UserError where more portraits are finished than asked for.

    Without labels.csv none are: the drawing was stopped, and may end anywhere.
    """
    drawn = found.get("count", 0) if (out / _LABELS).exists() else 0
    if isinstance(drawn, int) and drawn > count:
        raise UserError(
            f"{out} holds a drawing of {drawn} portraits, more than {count}: "
            f"choose {drawn} or more, or another folder."
        )


def _read_record(record: Path) -> dict[str, object]:
    try:
        found = json.loads(record.read_text(encoding="utf-8"))
    except (ValueError, UnicodeDecodeError):
        found = None
    if not isinstance(found, dict) or not isinstance(found.get("count", 0), int):
        raise UserError(
            f"{record} is damaged: choose another folder, or empty this one and draw it anew."
        )
    return found


def _draw(
    count: int,
    seed: int,
    size: int,
    out: Path,
    workers: int,
    on_progress: Callable[[int], None] | None,
    should_stop: Callable[[], bool] | None,
) -> list[Rows] | None:
    """Returns the rows of all chunks in order, or None if the drawing was stopped."""
    chunks = [range(start, min(start + _CHUNK, count)) for start in range(0, count, _CHUNK)]
    job = functools.partial(_draw_chunk, seed, size, out)
    finished: dict[int, Rows] = {}
    done = 0
    with _results(job, chunks, workers) as results:
        for start, rows in results:
            finished[start] = rows
            done += len(rows)
            if on_progress is not None:
                on_progress(done)
            if should_stop is not None and should_stop() and done < count:
                return None
    return [finished[chunk.start] for chunk in chunks]


@contextmanager
def _results(
    job: Callable[[range], tuple[int, Rows]], chunks: list[range], workers: int
) -> Iterator[Iterator[tuple[int, Rows]]]:
    """Gives the results of a job for each chunk as they come, in any order."""
    if workers == 1:
        yield map(job, chunks)
        return
    # "spawn" starts clean processes: a forked copy of a process with threads may hang.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(
        min(workers, len(chunks)), mp_context=context, initializer=_ignore_interrupts
    )
    try:
        yield _unordered(pool, job, chunks, 2 * workers)
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


def _unordered(
    pool: ProcessPoolExecutor,
    job: Callable[[range], tuple[int, Rows]],
    chunks: Iterable[range],
    ahead: int,
) -> Iterator[tuple[int, Rows]]:
    """Yields results as they finish, with no more than `ahead` chunks handed out at a time."""

    def submit(chunk: range) -> Future[tuple[int, Rows]]:
        with _interrupts_held_back():  # the pool starts its processes when it is given work
            return pool.submit(job, chunk)

    left = iter(chunks)
    running = {submit(chunk) for chunk in islice(left, ahead)}
    while running:
        done, running = wait(running, return_when=FIRST_COMPLETED)
        running |= {submit(chunk) for chunk in islice(left, len(done))}
        for future in done:
            yield future.result()


def _draw_chunk(seed: int, size: int, out: Path, chunk: range) -> tuple[int, Rows]:
    """Draws the missing pictures of a chunk; returns its first index and its rows."""
    return chunk.start, [_draw_one(seed, index, size, out) for index in chunk]


def _draw_one(seed: int, index: int, size: int, out: Path) -> list[str]:
    spec = sample_spec(seed, index)
    path = out / f"{index:06d}.png"
    if not _is_complete(path, size):
        buffer = io.BytesIO()
        Image.fromarray(render(spec, size)).save(buffer, format="PNG")
        _write(path, buffer.getvalue())
    labels = [str(int(on)) for on in labels_of(spec).values()]
    parameters = [_cell(value) for value in parameters_of(spec).values()]
    return [path.name, str(index), *labels, *parameters]


def _is_complete(path: Path, size: int) -> bool:
    """Returns whether a picture is there and whole; a power cut may leave an empty file."""
    try:
        with Image.open(path, formats=["PNG"]) as image:
            fits = image.size == (size, size)
            image.verify()
    except Exception:  # whatever is wrong with it, it is drawn anew
        return False
    return fits


def _cell(value: str | float) -> str:
    if isinstance(value, bool):
        return str(int(value))
    return f"{value:.6g}" if isinstance(value, float) else str(value)


def _write_labels(out: Path, chunks: list[Rows]) -> None:
    first = sample_spec(0, 0)
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(["file", "index", *labels_of(first), *parameters_of(first)])
    for rows in chunks:
        table.writerows(rows)
    _write(out / _LABELS, text.getvalue().encode(), sync=True)


def _write(path: Path, data: bytes, *, sync: bool = False) -> None:
    """Writes a file under another name first, so that the name stands for the whole file."""
    temporary = path.with_name(f".{path.name}{_UNFINISHED}")
    try:
        with temporary.open("wb") as file:
            file.write(data)
            if sync:
                file.flush()
                os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
