"""girlsmoe-train check-path: pictures of which all is known go the whole way of real ones.

Standard library only at import, as in `trainer.cli`.
"""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from trainer import events
from trainer.commands.common import BUNDLED_MODELS, add_reporting, at_least, write_json
from trainer.commands.scenes import judge_faces
from trainer.commands.stages import Stages, StoppedError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from trainer.commands.stages import Parse
    from trainer.console import Console
    from trainer.data.matching import Match

    _Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # argparse has no public name

_STAGES = 7
_LEAST_SIDE = 64


def add_command(commands: _Commands, parse: Parse) -> None:
    """Adds the command to the parser of all commands.

    Args:
        commands: The parser's commands.
        parse: Reads a line of any of them.
    """
    check = commands.add_parser(
        "check-path", help="send drawn scenes from collect to select, and compare with the truth"
    )
    check.add_argument("--out", type=Path, required=True, help="folder for everything")
    check.add_argument("--count", type=int, default=200, help="scenes (default 200)")
    check.add_argument("--seed", type=int, default=1, help="of the scenes (default 1)")
    check.add_argument("--cascade", type=Path, metavar="FILE", help="see detect")
    check.add_argument(
        "--tagger",
        type=Path,
        default=BUNDLED_MODELS / "tagger-faces-64",
        help="see tag (default: the bundled one)",
    )
    check.add_argument(
        "--workers", type=int, default=os.cpu_count() or 1, help="processes (default: one a core)"
    )
    add_reporting(check)
    check.set_defaults(command=partial(_check, parse))


def _check(parse: Parse, args: argparse.Namespace, console: Console) -> None:
    """Does what is still to be done, and tells how well all of it went."""
    at_least(args, count=1, seed=0, workers=1)
    stages = Stages(parse, args, console)
    out: Path = args.out
    try:
        _run_stages(args, stages)
    except StoppedError:
        console(events.Finished(0, True, stages.farewell(_STAGES, out)))
        return
    from trainer.data.matching import match_faces

    faces = out / "faces"
    matches = match_faces(out / "scenes", faces)
    figures, lines = judge_faces(matches, faces)
    more, words = _judge_rest(matches, faces)
    write_json(out / "report.json", {**figures, **more})
    console(events.Finished(args.count, False, "\n".join([*lines, *words])))


def _run_stages(args: argparse.Namespace, stages: Stages) -> None:
    scenes, collected, faces = (args.out / name for name in ("scenes", "collected", "faces"))
    workers = ("--workers", str(args.workers))
    drawing = ("--count", str(args.count), "--seed", str(args.seed))
    stages.run("draw-scenes", *drawing, "--out", scenes, *workers)
    stages.run("collect", "--folder", scenes, "--out", collected)
    cascade = () if args.cascade is None else ("--cascade", args.cascade)
    stages.run("detect", collected, "--out", faces, *cascade, *workers)
    stages.run("dedupe", faces, *workers)
    stages.run("tag", faces, "--tagger", args.tagger)
    stages.run("select", faces, "--out", args.out / "set", "--size", str(_LEAST_SIDE))
    stages.run("stats", faces, "--out", args.out / "stats.html")


def _judge_rest(matches: Sequence[Match], faces: Path) -> tuple[dict[str, Any], list[str]]:
    """Returns what came of the steps after tagging: figures, and lines that tell of them.

    All people in scenes differ, so that every double is a mistake. What is no face should come
    first where people look through the faces.
    """
    from trainer.data.face_table import duplicates_in
    from trainer.data.review import all_doubts

    doubles = len(duplicates_in(faces))
    false = {row["id"] for match in matches for row in match.false}
    order = [one.face.id for one in all_doubts(faces)]
    places = [place for place, id_ in enumerate(order, start=1) if id_ in false]
    figures = {"doubles": doubles, "reviewed": len(order), "no_faces_at": places}
    lines = [f"{doubles} faces are taken for doubles; none is one"]
    if places:
        told = ", ".join(map(str, places))
        lines.append(f"what is no face comes in place {told} of {len(order)} when reviewing")
    return figures, lines
