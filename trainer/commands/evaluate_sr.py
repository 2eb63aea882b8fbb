"""girlsmoe-train evaluate-sr: compares an upscaler with resampling and with others' networks.

Standard library only at import, as in `trainer.cli`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from girlsmoe_desktop.core.errors import UserError
from trainer import events
from trainer.commands.common import (
    BUNDLED_MODELS,
    add_reporting,
    at_least,
    need,
    stop_request,
    write_json,
)
from trainer.runs import write_bytes

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from trainer.console import Console
    from trainer.judges.upscaling.comparison import Comparison
    from trainer.judges.upscaling.contenders import Contender
    from trainer.judges.upscaling.ours import Ours
    from trainer.judges.upscaling.pairs import PairSet
    from trainer.judges.upscaling.report import Findings

    _Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # argparse has no public name

_SHARPNESSES = (0.0, 0.25, 0.5, 0.75, 1.0)
_SHOWN = {"portraits": 2, "paintings": 1, "ground": 1}
"""Pictures of each kind on the sheets."""


def add_command(commands: _Commands) -> None:
    """Adds the command to the parser of all commands."""
    judge = commands.add_parser(
        "evaluate-sr", help="compare an upscaler with resampling and with others' networks"
    )
    judge.add_argument("upscaler", type=Path, help="folder made by export-sr")
    judge.add_argument(
        "--data", type=Path, required=True, help="folder of portraits, drawn with --size 512"
    )
    judge.add_argument("--pictures", type=int, default=24, help="portraits of it (default 24)")
    judge.add_argument("--side", type=int, default=128, help="of the small portraits (128)")
    judge.add_argument(
        "--ground", type=Path, help="folder of drawings not made by draw, to compare on too"
    )
    judge.add_argument(
        "--reducer", choices=("area", "bicubic"), default="area", help="what halves those (area)"
    )
    judge.add_argument(
        "--sharpness",
        type=float,
        nargs="+",
        default=list(_SHARPNESSES),
        metavar="SHARPNESS",
        help="where ours is tried, 0 to 1",
    )
    judge.add_argument(
        "--no-peers", action="store_true", help="leave others' networks out where they are there"
    )
    judge.add_argument(
        "--tagger",
        type=Path,
        default=BUNDLED_MODELS / "tagger-64",
        help="folder made by train-tagger, whose maps tell how far pictures look apart",
    )
    judge.add_argument(
        "--note",
        action="store_true",
        help="write figures and the best first sharpness into the upscaler's manifest and card",
    )
    judge.add_argument("--out", type=Path, required=True, help="folder for tables and sheet")
    add_reporting(judge)
    judge.set_defaults(command=_evaluate)


def _evaluate(args: argparse.Namespace, console: Console) -> None:
    """Measures everything and writes the report."""
    need("torch", "onnx", "onnxruntime")
    at_least(args, pictures=1, side=16)
    if not all(0 <= at <= 1 for at in args.sharpness):
        raise UserError("--sharpness must be from 0 to 1.")
    from trainer.judges.measures import Stopped
    from trainer.judges.upscaling.comparison import compare
    from trainer.judges.upscaling.contenders import BICUBIC, LANCZOS
    from trainer.judges.upscaling.ours import Ours
    from trainer.judges.upscaling.peers import PEERS, find_peers
    from trainer.judges.upscaling.perception import Perception

    ours, perception = Ours(args.upscaler), Perception(args.tagger)
    blends = {at: ours.at(at) for at in sorted(set(args.sharpness))}
    peers, missing = ([], [each.name for each in PEERS]) if args.no_peers else find_peers()
    contenders: list[Contender] = [BICUBIC, LANCZOS, *peers, *blends.values()]
    sets = _pairs(args)
    total, done = len(contenders) * sum(len(each.pairs) for each in sets), 0

    def report() -> None:
        nonlocal done
        done += 1
        console(events.Progress(done, total, "picture"))

    try:
        with stop_request(args) as request:
            compared = [compare(each, contenders, perception, report, request) for each in sets]
    except Stopped:
        message = f"Stopped after {done} of {total} pictures; nothing is written."
        console(events.Finished(done, True, message))
        return
    names = {at: blend.name for at, blend in blends.items()}
    found = _findings(args.upscaler, ours, compared, contenders, names, missing)
    _write(found, args.out, perception.sha256)
    if args.note:
        _note(found, args.upscaler)
    console(events.Finished(done, False, _told(found, args.out)))


def _pairs(args: argparse.Namespace) -> list[PairSet]:
    """Returns the portraits, and the other drawings if there are any."""
    import numpy as np

    from trainer.judges.pictures import open_pictures
    from trainer.judges.upscaling.pairs import drawn_pairs, folder_pairs, painted_pairs

    names, drawings = [], []
    for name, read in open_pictures(args.data, 1)[: args.pictures]:
        names.append(name)
        drawings.append(read())
    shapes = {drawing.shape for drawing in drawings}
    if len(shapes) != 1 or any(height != width for height, width, _ in shapes):
        raise UserError(f"The portraits in {args.data} are not squares of one size: draw some.")
    drawn = drawn_pairs(names, np.stack(drawings), args.side)
    ground = [folder_pairs(args.ground, args.reducer)] if args.ground else []
    return [drawn, painted_pairs(drawn), *ground]


def _findings(
    folder: Path,
    ours: Ours,
    compared: Sequence[Comparison],
    contenders: Sequence[Contender],
    names: dict[float, str],
    missing: list[str],
) -> Findings:
    from trainer.judges.upscaling.choice import suggested
    from trainer.judges.upscaling.contenders import TIMED_SIDE, time_of
    from trainer.judges.upscaling.report import Findings
    from trainer.judges.upscaling.seams import worst_differences
    from trainer.judges.upscaling.sheet import sheet_of, weak_spots

    first = compared[0]
    at = suggested({at: first.figures[name] for at, name in names.items()})
    picture = first.pairs.pairs[0].small
    shown = [p for each in compared for p in each.pairs.pairs[: _SHOWN[each.pairs.kind]]]
    kept = {names[each] for each in (min(names), at, max(names))}
    others = set(names.values()) - kept
    return Findings(
        name=ours.manifest.name,
        comparisons=compared,
        ours=names,
        missing=missing,
        times={
            each.name: time_of(each, [picture[:TIMED_SIDE, :TIMED_SIDE]]) for each in contenders
        },
        sharpness=at,
        seams=worst_differences(folder, ours.at(at), at, picture),
        sheet=sheet_of(shown, [each for each in contenders if each.name not in others]),
        weak=weak_spots(shown, ours.at(at)),
    )


def _write(found: Findings, out: Path, tagger_sha256: str) -> None:
    from trainer.judges.sheets import save_sheet
    from trainer.judges.upscaling.report import to_html, to_markdown

    out.mkdir(parents=True, exist_ok=True)
    save_sheet(out / "sheet.png", [found.sheet], 1)
    save_sheet(out / "weak_spots.png", [found.weak], 1)
    write_bytes(out / "table.md", to_markdown(found).encode())
    write_bytes(out / "report.html", to_html(found).encode())
    metrics: dict[str, Any] = {**found.to_json(), "measured_with": {"tagger": tagger_sha256}}
    write_json(out / "metrics.json", metrics)


def _note(found: Findings, folder: Path) -> None:
    from trainer.judges.upscaling.report import to_markdown
    from trainer.portraits.pictures import encode
    from trainer.upscale.card import note

    note(folder, found.summary(), found.sharpness, to_markdown(found), encode(found.weak, "png"))


def _told(found: Findings, out: Path) -> str:
    text = f"The slider should begin at {found.sharpness:g}; see {out / 'report.html'}."
    if not found.missing:
        return text
    return (
        f"{text} Not compared with {', '.join(found.missing)}: pip install '.[peers]' brings them."
    )
