"""girlsmoe-train detect and dedupe: from collected pictures to faces, each of them once.

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
    from trainer.data.faces import Counts

    _Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # argparse has no public name

_SHEET_GROUPS, _SHEET_FACES = 24, 8
_MOST_BITS = 12


def add_commands(commands: _Commands) -> None:
    """Adds both commands to the parser of all commands."""
    _add_detect(commands)
    _add_dedupe(commands)


def _add_detect(commands: _Commands) -> None:
    detect = commands.add_parser("detect", help="cut the faces out of a folder's pictures")
    detect.add_argument("pictures", type=Path, help="folder that was collected, or any of pictures")
    detect.add_argument("--out", type=Path, required=True, help="folder of faces to make")
    detect.add_argument(
        "--cascade",
        type=Path,
        metavar="FILE",
        help="lbpcascade_animeface.xml, or another (default: fetched once)",
    )
    detect.add_argument(
        "--zoom", type=float, default=1.5, help="side of a crop over that of the face (default 1.5)"
    )
    detect.add_argument(
        "--edges",
        choices=("pad", "shift"),
        default="pad",
        help="crops that reach over the edge: filled with white (default), or moved inside",
    )
    detect.add_argument(
        "--min-size", type=int, default=96, help="least side of a crop in pixels (default 96)"
    )
    detect.add_argument(
        "--neighbours",
        type=int,
        default=5,
        help="sights of a face needed: fewer find more, and more that are none (default 5)",
    )
    detect.add_argument(
        "--format",
        choices=("webp", "png"),
        default="webp",
        dest="picture_format",
        help="of the faces, both lossless (default webp)",
    )
    _add_workers(detect)
    add_reporting(detect)
    detect.set_defaults(command=_detect)


def _add_dedupe(commands: _Commands) -> None:
    dedupe = commands.add_parser("dedupe", help="find faces that are nearly the same")
    dedupe.add_argument("faces", type=Path, help="folder made by detect")
    dedupe.add_argument(
        "--distance",
        type=int,
        default=6,
        metavar="N",
        help="bits of 64 in which the hashes of doubles differ at most (default 6)",
    )
    dedupe.add_argument("--sheet", type=Path, help="picture of some groups to write, a row each")
    _add_workers(dedupe)
    add_reporting(dedupe)
    dedupe.set_defaults(command=_dedupe)


def _add_workers(parser: argparse.ArgumentParser) -> None:
    cores = os.cpu_count() or 1
    parser.add_argument(
        "--workers", type=int, default=cores, help="processes (default: one a core)"
    )


def _detect(args: argparse.Namespace, console: Console) -> None:
    """Cuts the faces out of pictures."""
    need("cv2", "PIL", "platformdirs")
    at_least(args, workers=1, neighbours=1)
    from trainer.data.cascade import Cascade, check_opencv, find_cascade, hash_of
    from trainer.data.faces import Counts, Cutting, cut_faces
    from trainer.data.sources import list_sources

    check_opencv()
    cutting = Cutting(args.zoom, args.edges, args.min_size, args.picture_format)
    cutting.check()
    sources = list_sources(args.pictures, besides=args.out)
    path = find_cascade(args.cascade)
    detector = Cascade(path, args.neighbours)
    detector.check()
    origin = {"cascade": hash_of(path), "neighbours": args.neighbours}
    counts = Counts()

    def on_progress(now: Counts) -> None:
        nonlocal counts
        counts = now
        console(events.Progress(now.pictures, max(now.pictures, len(sources)), "picture"))

    with stop_request(args) as request:
        cut_faces(
            *(args.pictures, sources, args.out, detector, cutting, origin),
            *(args.workers, on_progress, request),
        )
    stopped = counts.pictures < len(sources) and request()
    message = (
        f"{counts.faces} faces of {counts.pictures} pictures are in {args.out}; "
        f"{counts.skipped} pictures could not be read."
    )
    if stopped:
        message += f" {len(sources)} are to be looked at: the same command goes on with the rest."
    console(events.Finished(counts.pictures, stopped, message))


def _dedupe(args: argparse.Namespace, console: Console) -> None:
    """Finds faces that are nearly the same."""
    need("numpy", "PIL")
    at_least(args, workers=1, distance=0)
    if args.distance > _MOST_BITS:
        raise UserError(f"--distance is {args.distance}: choose 0 to {_MOST_BITS}.")
    from trainer.data.dedupe import (
        NAME,
        SETTINGS_NAME,
        group_faces,
        group_tiles,
        read_faces,
        write_groups,
    )
    from trainer.judges.sheets import save_sheet

    done = 0

    def on_progress(now: int, count: int) -> None:
        nonlocal done
        done = now
        console(events.Progress(now, count, "face"))

    with stop_request(args) as request:
        faces = read_faces(args.faces, args.workers, on_progress, request)
    if faces is None:
        console(
            events.Finished(done, True, f"Stopped after {done} faces: the same command goes on.")
        )
        return
    groups = group_faces(faces, args.distance)
    write_groups(args.faces, groups)
    if args.sheet is not None:
        tiles = group_tiles(args.faces, groups, _SHEET_GROUPS, _SHEET_FACES)
        save_sheet(args.sheet, tiles, _SHEET_FACES)
    doubles = sum(len(group.faces) - 1 for group in groups)
    summary = {"distance": args.distance, "faces": len(faces), "groups": len(groups)}
    write_json(args.faces / SETTINGS_NAME, {**summary, "doubles": doubles})
    message = (
        f"{doubles} of {len(faces)} faces are nearly the same as another, in {len(groups)} groups; "
        f"{args.faces / NAME} tells which."
    )
    if len(faces) < done:
        message += f" {done - len(faces)} faces could not be read."
    console(events.Finished(done, False, message))
