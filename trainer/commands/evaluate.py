"""girlsmoe-train evaluate: measures a run or a model, and writes a report.

Standard library only at import, as in `trainer.cli`.
"""

from __future__ import annotations

import dataclasses
import statistics
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from girlsmoe_desktop.core.errors import UserError
from trainer import events
from trainer.commands.common import (
    add_data,
    add_device,
    add_reporting,
    at_least,
    need,
    stop_request,
    write_json,
)
from trainer.runs import RunFolder, write_bytes

if TYPE_CHECKING:
    import argparse

    from trainer.console import Console
    from trainer.judges.evaluation import Evaluation

    _Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # argparse has no public name


def add_command(commands: _Commands) -> None:
    """Adds the command to the parser of all commands."""
    evaluate = commands.add_parser("evaluate", help="measure a run or a model, and write a report")
    evaluate.add_argument("subject", type=Path, help="folder of a run, or of an exported model")
    add_data(evaluate, "folder made by draw that it learned from; repeat it for shards")
    evaluate.add_argument(
        "--tagger", type=Path, required=True, help="folder made by train-tagger, to judge with"
    )
    evaluate.add_argument("--out", type=Path, required=True, help="folder for report and sheets")
    evaluate.add_argument("--checkpoint", default="latest", help="latest, or a number of steps")
    evaluate.add_argument(
        "--pictures", type=int, default=12_800, help="on either side of a distance (default 12800)"
    )
    evaluate.add_argument("--repeats", type=int, default=5, help="distances taken (default 5)")
    evaluate.add_argument(
        "--per-label", type=int, default=1_000, help="pictures a label (default 1000)"
    )
    evaluate.add_argument(
        "--per-snapshot",
        type=int,
        default=2_560,
        help="pictures a snapshot of a run, for the curve of distances (default 2560; 0: none)",
    )
    evaluate.add_argument(
        "--note",
        type=Path,
        action="append",
        default=[],
        metavar="MODEL",
        help="folder of the run's exported model, to note the figures in too",
    )
    evaluate.add_argument("--seed", type=int, default=0, help="same seed, same pictures (0)")
    add_device(evaluate)
    add_reporting(evaluate)
    evaluate.set_defaults(command=_evaluate)


def _evaluate(args: argparse.Namespace, console: Console) -> None:
    """Measures, writes the report, and notes the main figures in a model's manifest."""
    need("torch", "onnx", "onnxruntime")
    at_least(args, pictures=2, repeats=1, per_label=20, per_snapshot=0, seed=0)
    if args.per_snapshot == 1:
        raise UserError("--per-snapshot 1: a distance needs at least 2 pictures; 0 leaves it out.")
    from girlsmoe_desktop.core.attributes import LABELS
    from trainer.data.drawn import load_folders
    from trainer.device import choose_device
    from trainer.judges.evaluation import Extent, evaluate, must_be_enough, work_in
    from trainer.judges.painter import open_painter
    from trainer.judges.tagger import Tagger

    device = choose_device(args.device)
    painter = open_painter(args.subject, args.checkpoint, device)
    tagger = Tagger(args.tagger)
    data = load_folders(args.data, painter.size)
    extent = Extent(args.pictures, args.repeats, args.per_label, args.per_snapshot, args.seed)
    must_be_enough(data, painter, tagger, extent)
    args.out.mkdir(parents=True, exist_ok=True)
    steps = RunFolder(args.subject).snapshot_steps() if args.per_snapshot else []
    snapshots = {step: partial(open_painter, args.subject, str(step), device) for step in steps}
    total, done = work_in(data, extent, len(LABELS), len(snapshots)), 0

    def on_progress(now: int) -> None:
        nonlocal done
        done = now
        console(events.Progress(now, total, "picture"))

    with stop_request(args) as request:
        found = evaluate(painter, snapshots, tagger, data, extent, on_progress, request)
    if found is None:
        message = f"Stopped after {done} of {total} pictures; nothing is written."
        console(events.Finished(done, True, message))
        return
    by = {
        "tagger": tagger.manifest.sha256,
        "data": dict(data.contents),
        "pictures": extent.pictures,
        "repeats": extent.repeats,
    }
    _write(found, by, args.out, [args.subject, *args.note])
    console(events.Finished(done, False, _summary(found, args.out)))


def _write(found: Evaluation, by: dict[str, Any], out: Path, subjects: list[Path]) -> None:
    """Writes everything.

    Args:
        found: What was measured.
        by: What it was measured with; only figures of the same can be compared.
        out: The folder.
        subjects: What was measured, then models that the figures are noted in too.
    """
    from trainer.judges.report import report_html
    from trainer.judges.sheets import save_sheet

    for name, sheet in found.sheets.items():
        save_sheet(out / f"{name}.png", [sheet], 1)
    run = RunFolder(subjects[0])
    reports = run.reports()
    metrics = {**found.to_json(), "ms_a_step": _ms_a_step(run, reports), "measured_with": by}
    write_json(out / "metrics.json", metrics)
    page = report_html(found, _loss_curves(reports))
    write_bytes(out / "report.html", page.encode())
    for manifest in (subject / "model.json" for subject in subjects):
        if manifest.is_file():
            _note_in_manifest(manifest, found.figures() | found.precisions())


def _note_in_manifest(path: Path, figures: dict[str, float]) -> None:
    from girlsmoe_desktop.core.manifest import read_manifest

    manifest = read_manifest(path)
    noted = dataclasses.replace(manifest, metrics={**manifest.metrics, **figures})
    write_bytes(path, noted.to_json().encode())


def _loss_curves(reports: list[events.Step]) -> dict[str, list[tuple[float, float]]]:
    """Returns the losses by name, each as points (step, value)."""
    curves: dict[str, list[tuple[float, float]]] = {}
    for report in reports:
        for name, value in report.losses.items():
            curves.setdefault(name, []).append((report.step, value))
    return curves


def _ms_a_step(run: RunFolder, reports: list[events.Step]) -> float | None:
    """Returns the median time of a training step in milliseconds; None where there was none."""
    rates = [report.images_per_s for report in reports if report.images_per_s > 0]
    if not rates:
        return None
    return round(1e3 * run.load_config().batch_images / statistics.median(rates), 1)


def _summary(found: Evaluation, out: Path) -> str:
    like = found.likeness
    return (
        f"FID {like.mean:.3f} (spread {like.spread:.3f}; real against real {like.floor_mean:.3f}); "
        f"attributes {found.mean_obedience:.3f}, worst {found.worst.label} "
        f"{found.worst.painted:.3f}; diversity {found.diversity:.3f}. "
        f"Wrote report.html and metrics.json to {out}."
    )
