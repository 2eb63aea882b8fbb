"""girlsmoe upscale: pictures made two or four times as large."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from girlsmoe_desktop.cli_options import EXIT_OK, add_threads
from girlsmoe_desktop.core.enlargement import SCALES
from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.upscaler import read_upscaler_manifest
from girlsmoe_desktop.runtime.enlarging import enlarge, find_sources
from girlsmoe_desktop.runtime.library import MANIFEST
from girlsmoe_desktop.runtime.upscaler import Upscaler, find_upscaler

if TYPE_CHECKING:
    from girlsmoe_desktop.runtime.enlarging import Outcome, Progress

EXIT_FAILED = 2
_EXAMPLE = """
A result is a PNG called name-2x.png, or name-2x-2.png if there is one already: nothing is
replaced. Without --out it lies beside its picture; those of a folder lie in folder-2x.

examples:
  girlsmoe upscale moe.png
  girlsmoe upscale moe.png photo.jpg --scale 4 --sharpness 0.8 --out large
  girlsmoe upscale drawings --recursive --out large
"""


def upscale(arguments: argparse.Namespace) -> int:
    """Enlarges pictures; those that can't be are told, and the others done."""
    sources = find_sources(
        arguments.pictures, arguments.scale, out=arguments.out, recursive=arguments.recursive
    )
    upscaler = Upscaler(_folder(arguments.upscaler), arguments.threads)
    outcomes = enlarge(
        upscaler,
        sources,
        scale=arguments.scale,
        sharpness=arguments.sharpness,
        on_progress=_show if sys.stderr.isatty() else None,
    )
    failed = 0
    for outcome in outcomes:
        failed += outcome.error is not None
        _tell(outcome)
    if len(sources) > 1:
        print(f"{len(sources) - failed} of {len(sources)} pictures enlarged")
    return EXIT_FAILED if failed else EXIT_OK


def add_upscale(command: argparse.ArgumentParser) -> None:
    """Adds the options of `upscale`."""
    command.formatter_class = argparse.RawDescriptionHelpFormatter
    command.epilog = _EXAMPLE
    command.add_argument(
        "pictures", type=Path, nargs="+", metavar="IN", help="pictures, and folders of them"
    )
    command.add_argument("--scale", type=int, choices=SCALES, default=2, help="times (default 2)")
    command.add_argument(
        "--sharpness", type=_sharpness, help="0 (soft) to 1 (sharp; default: the upscaler's own)"
    )
    command.add_argument("--out", type=Path, metavar="DIR", help="the folder for the results")
    command.add_argument("--recursive", action="store_true", help="folders in folders too")
    command.add_argument("--upscaler", type=Path, metavar="FOLDER", help="another upscaler")
    add_threads(command)


def print_upscaler() -> None:
    """Prints which upscaler is installed."""
    folder = find_upscaler()
    if folder is None:
        print("\nUpscaler: none")
        return
    manifest = read_upscaler_manifest(folder / MANIFEST)
    preview = ", a preview that is not trained to the end" if manifest.preview else ""
    print(
        f"\nUpscaler: {manifest.id}: {manifest.name} {manifest.version}, "
        f"{manifest.scale} times{preview}\n  {folder}"
    )


def _folder(wanted: Path | None) -> Path:
    folder = wanted or find_upscaler()
    if folder is None:
        raise UserError(
            "No upscaler is installed: give the folder of one with --upscaler, or install the "
            "program again."
        )
    return folder


def _tell(outcome: Outcome) -> None:
    _clear()
    if outcome.error is not None:
        print(f"girlsmoe: {outcome.error}", file=sys.stderr)
        return
    note = "  (the first picture of a film)" if outcome.is_first_of_many else ""
    print(f"{outcome.target}  {outcome.size[0]}x{outcome.size[1]}{note}", flush=True)


def _show(progress: Progress) -> None:
    left = "" if progress.left_s is None else f", {_words(progress.left_s)} left"
    line = f"{progress.index + 1}/{progress.count}  {progress.share:.0%}{left}"
    print(f"\r{line}\x1b[K", end="", file=sys.stderr, flush=True)


def _clear() -> None:
    if sys.stderr.isatty():
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def _words(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 90 else f"{seconds / 60:.0f} min"


def _sharpness(text: str) -> float:
    value = float(text)
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"{text} is not in 0..1")
    return value
