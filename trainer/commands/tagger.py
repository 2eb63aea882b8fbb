"""girlsmoe-train train-tagger: a network that reads labels, to judge generators with.

Standard library only at import, as in `trainer.cli`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from girlsmoe_desktop.core.errors import UserError
from trainer import events
from trainer.commands.common import add_reporting, need, stop_request

if TYPE_CHECKING:
    import argparse

    from trainer.console import Console
    from trainer.judges.fitting import FitStep

    _Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # argparse has no public name

_TOLD_EVERY = 10
_WIDTHS = {"small": (24, 48, 96, 192), "large": (48, 96, 192, 384)}


def add_command(commands: _Commands) -> None:
    """Adds the command to the parser of all commands."""
    tagger = commands.add_parser(
        "train-tagger", help="train the network that reads labels off pictures, to judge with"
    )
    tagger.add_argument(
        "--data",
        type=Path,
        required=True,
        action="append",
        help="folder made by draw, to learn from; repeat it for shards",
    )
    tagger.add_argument(
        "--test", type=Path, required=True, help="folder drawn with another --seed, to be tested on"
    )
    tagger.add_argument("--out", type=Path, required=True, help="folder to make")
    tagger.add_argument("--id", help="the tagger's identifier (default: the folder's name)")
    tagger.add_argument("--name", default="Tagger", help="its name as shown (default: Tagger)")
    tagger.add_argument("--version", default="1.0", help="version of the weights (default: 1.0)")
    tagger.add_argument("--epochs", type=int, default=10, help="rounds of learning (default 10)")
    tagger.add_argument(
        "--width", choices=tuple(_WIDTHS), default="small", help="small (default) or large, slower"
    )
    tagger.add_argument("--seed", type=int, default=0, help="same seed, same network (default 0)")
    tagger.add_argument("--size", type=int, default=128, help="side in pixels (default 128)")
    tagger.add_argument("--device", choices=("auto", "cpu", "cuda"), default="auto")
    add_reporting(tagger)
    tagger.set_defaults(command=_train)


def _train(args: argparse.Namespace, console: Console) -> None:
    """Trains a reader with strong distortions, tests it, and writes it as a tagger."""
    need("torch", "onnx", "onnxscript", "onnxruntime")
    for name, low in (("epochs", 1), ("seed", 0), ("size", 16)):
        if getattr(args, name) < low:
            raise UserError(f"--{name} is {getattr(args, name)}: choose {low} or more.")
    if args.size % 16:
        raise UserError(f"--size is {args.size}: choose a multiple of 16.")
    from trainer.data.drawn import load_folder, load_folders
    from trainer.device import choose_device
    from trainer.judges.fitting import FitSettings, fit_reader
    from trainer.judges.labels import judge_labels
    from trainer.judges.overlap import must_be_apart
    from trainer.judges.tagger import TaggerIdentity, export_tagger, must_be_fit

    identity = TaggerIdentity(args.id or args.out.resolve().name, args.name, args.version)
    # Before the work that would be lost if its result could not be written.
    must_be_fit(args.out, identity)
    for folder in args.data:
        must_be_apart(folder, args.test)
    device = choose_device(args.device)
    train, test = load_folders(args.data, args.size), load_folder(args.test, args.size)
    done = 0

    def on_step(now: FitStep) -> None:
        nonlocal done
        done = now.step
        if now.step % _TOLD_EVERY == 0 or now.step == now.steps:
            losses = {"loss": round(now.loss, 4)}
            console(events.Step(now.step, now.steps, round(now.images_per_s, 1), losses))

    settings = FitSettings(
        epochs=args.epochs, seed=args.seed, widths=_WIDTHS[args.width], device=device, strong=True
    )
    with stop_request(args) as request:
        reader = fit_reader(train, settings, on_step, request)
    if reader is None:
        console(events.Finished(done, True, f"Stopped after {done} steps; nothing is written."))
        return
    report = judge_labels(reader, test)
    origin: dict[str, str | int | float] = {
        "epochs": args.epochs,
        "seed": args.seed,
        "tested_on": len(test),
    }
    size = export_tagger(reader, args.out, identity, train, report, origin)
    worst = report.worst
    rated = f"worst label {worst.label}, {worst.balanced_accuracy:.4f}" if worst else "none judged"
    text = f"Wrote the tagger to {args.out}: {size / 1e6:.1f} MB, {rated}."
    console(events.Finished(done, False, text))
