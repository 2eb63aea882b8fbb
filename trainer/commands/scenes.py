"""girlsmoe-train draw-scenes and check-detect: how well are faces found and read?

Standard library only at import, as in `trainer.cli`.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from girlsmoe_desktop.core.errors import UserError
from trainer import events
from trainer.commands.common import add_reporting, at_least, need, stop_request, write_json

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from trainer.console import Console
    from trainer.data.matching import Match, Tally
    from trainer.data.tag_scores import TagScores

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
    check = commands.add_parser(
        "check-detect", help="tell how well scenes' faces were found, and tagged"
    )
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
    """Compares faces that were cut out, and their tags, with those that are there."""
    from trainer.data.matching import match_faces

    figures, lines = judge_faces(match_faces(args.scenes, args.faces), args.faces)
    if args.out is not None:
        write_json(args.out, figures)
    console(events.Finished(figures["detection"]["all"]["found"], False, "\n".join(lines)))


def judge_faces(matches: Sequence[Match], faces: Path) -> tuple[dict[str, Any], list[str]]:
    """Returns how well scenes' faces were found and, once they are tagged, read.

    Args:
        matches: Of `match_faces`.
        faces: Folder of the faces that were cut out.

    Returns:
        The figures, as JSON values, and lines that tell of them.

    Raises:
        UserError: Their tags are damaged.
    """
    from trainer.data.matching import tally_faces
    from trainer.data.tag_scores import compare_tags

    tallies, tags = tally_faces(matches), compare_tags(matches, faces)
    figures: dict[str, Any] = {"detection": {kind: t.to_json() for kind, t in tallies.items()}}
    lines = [_detection_line(kind, tally) for kind, tally in sorted(tallies.items())]
    if tags is not None:
        figures["tags"] = tags.to_json()
        lines += _tag_lines(tags)
    return figures, lines


def _detection_line(kind: str, tally: Tally) -> str:
    return (
        f"{kind:<12} {tally.found} of {tally.present} faces found (recall {tally.recall:.3f}), "
        f"{tally.false} that are none (precision {tally.precision:.3f}), "
        f"crops overlap {tally.overlap:.3f}"
    )


def _tag_lines(tags: TagScores) -> list[str]:
    head = (
        f"tags of {tags.faces} faces: hair colour right in {tags.hair:.3f}, eye colour in "
        f"{tags.eyes:.3f}, all labels in {tags.mean:.3f} (balanced {tags.balanced:.3f})"
    )
    return [
        head,
        *(
            f"  {score.label:<12} {right:.3f} right, {score.hits:.3f} of {score.on} seen, "
            f"{score.rejections:.3f} of {score.off} not seen where it is not"
            for score, right in zip(tags.scores, tags.accuracy, strict=True)
        ),
    ]
