"""girlsmoe-train draw-scenes and check-detect: how well are faces found?

Standard library only at import, as in `trainer.cli`.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from girlsmoe_desktop.core.errors import UserError
from trainer import events
from trainer.commands.common import add_reporting, at_least, need, stop_request, write_json

if TYPE_CHECKING:
    import argparse

    from trainer.console import Console

    _Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # argparse has no public name


def add_commands(commands: _Commands) -> None:
    """Adds both commands to the parser of all commands."""
    draw = commands.add_parser(
        "draw-scenes", help="draw people before busy backgrounds, to measure detect"
    )
    draw.add_argument("--count", type=int, default=200, help="scenes (default 200)")
    draw.add_argument("--seed", type=int, default=0, help="same seed, same scenes (default 0)")
    draw.add_argument("--out", type=Path, required=True, help="folder to draw into")
    draw.add_argument(
        "--workers", type=int, default=os.cpu_count() or 1, help="processes (default: one a core)"
    )
    add_reporting(draw)
    draw.set_defaults(command=_draw)
    check = commands.add_parser("check-detect", help="tell how well detect found scenes' faces")
    check.add_argument("scenes", type=Path, help="folder made by draw-scenes")
    check.add_argument("faces", type=Path, help="what detect made of it")
    check.add_argument("--out", type=Path, metavar="FILE", help="file for the figures, as JSON")
    check.add_argument("--events", choices=("bar", "json"), default="bar")
    check.set_defaults(command=_check)


def _draw(args: argparse.Namespace, console: Console) -> None:
    """Draws scenes."""
    need("skia", "PIL")
    at_least(args, count=1, seed=0, workers=1)
    from trainer.data.scenes import MOST_SCENES, draw_scenes

    if args.count > MOST_SCENES:
        raise UserError(f"--count is {args.count}: choose {MOST_SCENES} or fewer.")
    with stop_request(args) as request:
        done = draw_scenes(
            *(args.count, args.seed, args.out, args.workers),
            lambda now: console(events.Progress(now, args.count, "scene")),
            request,
        )
    stopped = done < args.count
    message = f"{done} of {args.count} scenes are in {args.out}."
    if stopped:
        message += " The same command goes on with the rest."
    console(events.Finished(done, stopped, message))


def _check(args: argparse.Namespace, console: Console) -> None:
    """Compares faces that were cut out with those that are there."""
    from trainer.data.matching import compare_faces

    tallies = compare_faces(args.scenes, args.faces)
    if args.out is not None:
        write_json(args.out, {kind: tally.to_json() for kind, tally in tallies.items()})
    lines = [
        f"{kind:<12} {tally.found} of {tally.present} faces found (recall {tally.recall:.3f}), "
        f"{tally.false} that are none (precision {tally.precision:.3f}), "
        f"crops overlap {tally.overlap:.3f}"
        for kind, tally in sorted(tallies.items())
    ]
    console(events.Finished(tallies["all"].found, False, "\n".join(lines)))
