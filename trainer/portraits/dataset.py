"""Writes a folder of labelled portraits.

It holds the pictures, labels.csv (labels and numbers, a row a portrait), specs.jsonl (the whole
spec, a line a portrait in the same order) and drawing.json (what the folder is).
"""

from __future__ import annotations

import csv
import functools
import io
import json
import os
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from girlsmoe_desktop.core.errors import UserError
from trainer.portraits.pictures import UNFINISHED, encode, is_complete, unfinished, write_whole
from trainer.portraits.plan import LABELS_NAME, RECORD_NAME, SPECS_NAME
from trainer.portraits.processes import ordered_results
from trainer.portraits.render import render
from trainer.portraits.spec import labels_of, parameters_of, sample_spec
from trainer.portraits.spec_file import spec_to_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path
    from typing import TextIO

    import numpy as np
    from numpy.typing import NDArray

    from trainer.portraits.model import PortraitSpec
    from trainer.portraits.plan import Plan

_CHUNK = 16
_MOST_WORKERS = 1024


@dataclass(frozen=True)
class _Chunk:
    """What some neighbouring portraits add to the tables."""

    count: int
    rows: str
    specs: str


def draw_dataset(
    plan: Plan,
    out: Path,
    workers: int,
    on_progress: Callable[[int], None] | None = None,
    should_stop: Callable[[], bool] | None = None,
) -> None:
    """Draws a plan's portraits into a folder; the bytes don't depend on the workers.

    Pictures that are there already are kept if the folder holds the same drawing, so that a
    drawing that was stopped goes on where it was, a finished one can grow, and the shards of a
    drawing, copied into one folder, become the whole. The tables are there when all pictures are.

    Args:
        plan: What to draw.
        out: Folder, made if needed.
        workers: Number of processes, 1 or more; 1 draws in this process.
        on_progress: Called with the number of portraits that are done.
        should_stop: Asked often; once it returns True the drawing ends early, without labels.csv.

    Raises:
        UserError: A number is out of range, the folder holds another drawing, or it can't be
            written.
    """
    plan.check()
    if not 1 <= workers <= _MOST_WORKERS:
        raise UserError(f"workers is {workers}: choose 1..{_MOST_WORKERS}.")
    try:
        _claim(out, plan)
        with _tables(out) as tables:
            if _draw(plan, out, workers, tables, on_progress, should_stop):
                tables.keep()
                _write_record(out, {**plan.origin(), "count": len(plan.indices)})
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


def _claim(out: Path, plan: Plan) -> None:
    """Writes drawing.json, unless the folder holds one; its count comes with labels.csv.

    Raises:
        UserError: The folder holds another drawing, or pictures of unknown origin.
    """
    out.mkdir(parents=True, exist_ok=True)
    goes_on = plan.check_record(out)
    for leftover in out.glob(f".*{UNFINISHED}"):
        leftover.unlink()
    if not goes_on:
        _write_record(out, plan.origin())


def _write_record(out: Path, record: dict[str, int | str]) -> None:
    write_whole(out / RECORD_NAME, (json.dumps(record, indent=2) + "\n").encode(), sync=True)


class _Tables:
    """labels.csv and specs.jsonl while they are written, a chunk at a time."""

    def __init__(self, out: Path, files: Mapping[str, TextIO]) -> None:
        self._out = out
        self._files = files
        first = sample_spec(0, 0)
        header = ["file", "index", *labels_of(first), *parameters_of(first)]
        files[LABELS_NAME].write(_csv([header]))

    def add(self, chunk: _Chunk) -> None:
        """Adds the next portraits."""
        self._files[LABELS_NAME].write(chunk.rows)
        self._files[SPECS_NAME].write(chunk.specs)

    def keep(self) -> None:
        """Gives the files their names, labels.csv last: it says that all is there."""
        for file in self._files.values():
            file.flush()
            os.fsync(file.fileno())
            file.close()
        for name in (SPECS_NAME, LABELS_NAME):
            unfinished(self._out / name).replace(self._out / name)


@contextmanager
def _tables(out: Path) -> Iterator[_Tables]:
    """Gives the tables to write; what isn't kept is deleted."""
    names = (SPECS_NAME, LABELS_NAME)
    try:
        with ExitStack() as stack:
            files = {
                name: stack.enter_context(
                    unfinished(out / name).open("w", encoding="utf-8", newline="")
                )
                for name in names
            }
            yield _Tables(out, files)
    finally:
        for name in names:
            with suppress(OSError):
                unfinished(out / name).unlink(missing_ok=True)


def _draw(
    plan: Plan,
    out: Path,
    workers: int,
    tables: _Tables,
    on_progress: Callable[[int], None] | None,
    should_stop: Callable[[], bool] | None,
) -> bool:
    """Draws and fills the tables; returns whether all is done."""
    indices = plan.indices
    chunks = [indices[start : start + _CHUNK] for start in range(0, len(indices), _CHUNK)]
    done = 0
    with ordered_results(functools.partial(_draw_chunk, plan, out), chunks, workers) as results:
        for chunk in results:
            tables.add(chunk)
            done += chunk.count
            if on_progress is not None:
                on_progress(done)
            if should_stop is not None and should_stop() and done < len(indices):
                return False
    return True


def _draw_chunk(plan: Plan, out: Path, indices: range) -> _Chunk:
    """Draws the missing pictures of a chunk; returns what it adds to the tables."""
    rows, specs = [], []
    for index in indices:
        row, spec = _draw_one(plan, index, out)
        rows.append(row)
        specs.append(f"{spec}\n")
    return _Chunk(len(indices), _csv(rows), "".join(specs))


def _draw_one(plan: Plan, index: int, out: Path) -> tuple[list[str], str]:
    spec = sample_spec(plan.seed, index, law=plan.law, illustrators=plan.illustrators)
    path = out / f"{index:06d}.{plan.picture_format}"
    if not is_complete(path, plan.size):
        write_whole(path, encode(_painted(spec, plan.size), plan.picture_format))
    labels = [str(int(on)) for on in labels_of(spec).values()]
    parameters = [_cell(value) for value in parameters_of(spec).values()]
    return [path.name, str(index), *labels, *parameters], spec_to_line(spec)


def _painted(spec: PortraitSpec, size: int) -> NDArray[np.uint8]:
    try:
        return render(spec, size)
    except (ArithmeticError, LookupError, RuntimeError, TypeError, ValueError) as error:
        raise UserError(
            f"Portrait {spec.index} of seed {spec.seed} can't be painted "
            f"({type(error).__name__}: {error}). Draw with another --seed, and please report it."
        ) from error


def _cell(value: str | float) -> str:
    if isinstance(value, bool):
        return str(int(value))
    return f"{value:.6g}" if isinstance(value, float) else str(value)


def _csv(rows: list[list[str]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()
