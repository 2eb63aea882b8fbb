"""girlsmoe-train check-portraits: are labels seen, do portraits differ, do things show?

Standard library only at import, as in `trainer.cli`.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from girlsmoe_desktop.core.errors import UserError
from trainer import events
from trainer.commands.common import (
    add_device,
    add_reporting,
    at_least,
    check_size,
    need,
    stop_request,
    train_reader,
    write_json,
)

if TYPE_CHECKING:
    import argparse

    from trainer.console import Console

    _Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # argparse has no public name

GOAL = 0.98
"""Balanced accuracy that every label should reach."""
_TOLD_EVERY = 10
_SHEET_PAIRS = 24


def add_command(commands: _Commands) -> None:
    """Adds the command, with its three checks, to the parser of all commands."""
    parser = commands.add_parser(
        "check-portraits", help="check labels, variety and visibility of drawn portraits"
    )
    checks = parser.add_subparsers(required=True, metavar="CHECK")
    _add_labels(checks)
    _add_variety(checks)
    _add_visibility(checks)


def _add_labels(checks: _Commands) -> None:
    labels = checks.add_parser(
        "labels", help="train a small network on one folder, and see what it reads in another"
    )
    labels.add_argument("--train", type=Path, required=True, help="folder made by draw, to learn")
    labels.add_argument(
        "--test", type=Path, required=True, help="another, drawn with another --seed"
    )
    labels.add_argument(
        "--epochs",
        type=int,
        default=10,
        help="rounds of learning (default 10); more for fewer than 15000 pictures",
    )
    labels.add_argument("--seed", type=int, default=0, help="same seed, same network (default 0)")
    labels.add_argument("--size", type=int, default=128, help="side in pixels (default 128)")
    add_device(labels)
    labels.add_argument("--out", type=Path, required=True, help="folder for report and sheet")
    add_reporting(labels)
    labels.set_defaults(command=_check_labels)


def _add_variety(checks: _Commands) -> None:
    variety = checks.add_parser("variety", help="measure how much pictures differ; find doubles")
    variety.add_argument("pictures", type=Path, help="folder of pictures, or a sheet of tiles")
    variety.add_argument("--tile", type=int, default=128, help="side of a sheet's tiles")
    variety.add_argument("--sample", type=int, default=120, help="pictures compared pair by pair")
    variety.add_argument("--out", type=Path, help="folder for report and sheet")
    add_reporting(variety)
    variety.set_defaults(command=_check_variety)


def _add_visibility(checks: _Commands) -> None:
    visibility = checks.add_parser(
        "visibility", help="draw portraits with labelled things and without them"
    )
    visibility.add_argument("--count", type=int, default=300, help="portraits a label")
    visibility.add_argument("--seed", type=int, default=0, help="seed of the portraits (default 0)")
    visibility.add_argument(
        "--label", action="append", dest="labels", metavar="LABEL", help="only this; repeatable"
    )
    visibility.add_argument("--out", type=Path, help="folder for report and sheet")
    visibility.add_argument("--workers", type=int, default=os.cpu_count() or 1, help="processes")
    add_reporting(visibility)
    visibility.set_defaults(command=_check_visibility)


def _check_labels(args: argparse.Namespace, console: Console) -> None:
    """Trains a reader of labels on one folder and judges another with it."""
    need("torch")
    at_least(args, epochs=1, seed=0)
    check_size(args)
    from trainer.data.drawn import load_folder
    from trainer.device import choose_device
    from trainer.judges.fitting import FitSettings
    from trainer.judges.labels import judge_labels, mistake_tiles
    from trainer.judges.overlap import must_be_apart
    from trainer.judges.sheets import save_sheet

    device = choose_device(args.device)
    must_be_apart(args.train, args.test)
    train, test = load_folder(args.train, args.size), load_folder(args.test, args.size)
    if train.contents == test.contents:
        raise UserError(
            f"{args.test} holds the pictures of {args.train}: a test needs others. "
            "Draw them with another --seed."
        )
    is_new = not args.out.exists()
    # Before the work that would be lost if its results could not be written.
    args.out.mkdir(parents=True, exist_ok=True)
    settings = FitSettings(epochs=args.epochs, seed=args.seed, device=device)
    reader, done = train_reader(args, console, train, settings)
    if reader is None:
        if is_new:
            args.out.rmdir()
        console(events.Finished(done, True, f"Stopped after {done} steps; nothing is written."))
        return
    report = judge_labels(reader, test)
    text = report.to_text(GOAL)
    origin = {
        "trained_on": len(train),
        "tested_on": len(test),
        "drawing": test.drawing,
        "epochs": args.epochs,
        "seed": args.seed,
        "size": args.size,
    }
    write_json(args.out / "labels.json", {**origin, **report.to_json()})
    save_sheet(args.out / "mistakes.png", mistake_tiles(report, test.pixels), 8)
    console(events.Finished(done, False, f"{text}\nWrote labels.json to {args.out}."))


def _check_variety(args: argparse.Namespace, console: Console) -> None:
    """Measures the variety of a folder and finds pictures that are alike."""
    need("numpy", "PIL")
    at_least(args, sample=2)
    from trainer.judges.pictures import open_pictures
    from trainer.judges.sheets import captioned, save_sheet, side_by_side
    from trainer.judges.variety import judge_variety, look_at

    sources = open_pictures(args.pictures, args.tile)
    looks = []
    with stop_request(args) as request:
        for _, read in sources:
            looks.append(look_at(read()))
            if len(looks) % _TOLD_EVERY == 0 or len(looks) == len(sources):
                console(events.Progress(len(looks), len(sources), "picture"))
            if request():
                break
        whole = len(looks) == len(sources)
        report = judge_variety(looks, args.sample, request) if whole else None
    if report is None:
        message = f"Stopped after {len(looks)} of {len(sources)} pictures."
        console(events.Finished(len(looks), True, message))
        return
    names = [name for name, _ in sources]
    if args.out is not None:
        write_json(args.out / "variety.json", report.to_json(names))
        pairs = [(pair.first, pair.second, pair.distance) for pair in report.alike[:_SHEET_PAIRS]]
        tiles = [
            captioned(
                side_by_side(sources[first][1](), sources[second][1]()),
                f"{names[first]} {names[second]} {distance:.3f}",
            )
            for first, second, distance in pairs or [(*report.closest, report.smallest_rmse)]
        ]
        save_sheet(args.out / "closest.png", tiles, 4)
    console(events.Finished(len(looks), False, report.to_text()))


def _check_visibility(args: argparse.Namespace, console: Console) -> None:
    """Draws portraits with labelled things and without, and measures what changes."""
    need("skia", "PIL")
    at_least(args, count=1, seed=0, workers=1)
    from trainer.judges.sheets import captioned, save_sheet, side_by_side
    from trainer.judges.visibility import REMOVALS, draw_both, judge_visibility, report_text

    labels = args.labels or list(REMOVALS)
    for label in labels:
        if label not in REMOVALS:
            raise UserError(f"{label} can't be taken away: choose among {', '.join(REMOVALS)}.")
    total, done = len(labels) * args.count, 0

    def on_progress(now: int) -> None:
        nonlocal done
        done = now
        console(events.Progress(now, total, "portrait"))

    with stop_request(args) as request:
        reports = judge_visibility(
            labels, args.count, args.seed, args.workers, on_progress, request
        )
    if reports is None:
        console(events.Finished(done, True, f"Stopped after {done} of {total} portraits."))
        return
    if args.out is not None:
        write_json(args.out / "visibility.json", [report.to_json() for report in reports])
        tiles = [
            captioned(
                side_by_side(*draw_both(one.label, args.seed, one.index)),
                f"{one.label} {args.seed}/{one.index}: {one.share:.2%}",
            )
            for report in reports
            for one in report.smallest
        ]
        save_sheet(args.out / "least_visible.png", tiles, 6)
    console(events.Finished(done, False, report_text(reports)))
