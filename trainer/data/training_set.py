"""Writes folders that training reads: pictures and labels.csv, which comes last."""

from __future__ import annotations

import csv
import io
import json
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

from girlsmoe_desktop.core.attributes import LABELS
from girlsmoe_desktop.core.errors import UserError
from trainer.data.drawn import CSV_NAME
from trainer.runs import write_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Sequence
    from pathlib import Path

_CHUNK, _THREADS = 32, 4


def claim(out: Path, name: str, settings: dict[str, Any]) -> None:
    """Takes a new or empty folder for what a file in it describes, or goes on with the same.

    Args:
        out: The folder.
        name: Of the JSON file.
        settings: What it says under "settings".

    Raises:
        UserError: The folder holds something else.
    """
    path = out / name
    if not path.is_file():
        if out.exists() and (not out.is_dir() or any(out.iterdir())):
            raise UserError(f"{out} holds other things: choose a new folder for --out.")
        write_record(path, settings, {})
        return
    before = read_settings(path)
    if before is None:
        raise UserError(f"{path} is damaged: choose a new folder for --out.")
    if before != json.loads(json.dumps(settings)):
        raise UserError(
            f"{out} holds what was made in another way, see {name} there: give the same options "
            "and inputs, or choose a new folder for --out."
        )


def read_settings(path: Path) -> Any | None:  # noqa: ANN401
    """Returns what a JSON file of `write_record` says under "settings"; None without one."""
    try:
        return json.loads(path.read_bytes())["settings"]
    except (OSError, ValueError, KeyError, TypeError):  # missing or damaged
        return None


def write_record(path: Path, settings: dict[str, Any], result: dict[str, Any]) -> None:
    """Writes the JSON file that describes a folder."""
    text = json.dumps({"settings": settings, **result}, indent=2, ensure_ascii=False)
    write_bytes(path, (text + "\n").encode())


def write_labels(out: Path, more: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Writes labels.csv, whose presence says that the pictures are all there.

    Args:
        out: The folder.
        more: Names of columns after the labels.
        rows: File, index, the 34 labels, and more.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["file", "index", *LABELS, *more])
    writer.writerows(rows)
    write_bytes(out / CSV_NAME, text.getvalue().encode())


def in_threads(work: Callable[[Any], Any], things: Sequence[Any]) -> Generator[Any]:
    """Yields the results of some work, in order; closed, it ends after what is under way."""
    with ThreadPoolExecutor(_THREADS) as pool:
        for start in range(0, len(things), _CHUNK):
            yield from pool.map(work, things[start : start + _CHUNK])
