"""girlsmoe-train train-tagger: a network that reads labels, to judge generators with.

Standard library only at import, as in `trainer.cli`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from trainer import events
from trainer.commands.common import (
    add_data,
    add_device,
    add_reporting,
    at_least,
    check_size,
    need,
    train_reader,
)

if TYPE_CHECKING:
    import argparse

    from trainer.console import Console

    _Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # argparse has no public name

_WIDTHS = {"tiny": (16, 32, 64, 128), "small": (24, 48, 96, 192), "large": (48, 96, 192, 384)}


def add_command(commands: _Commands) -> None:
    """Adds the command to the parser of all commands."""
    tagger = commands.add_parser(
        "train-tagger", help="train the network that reads labels off pictures, to judge with"
    )
    add_data(tagger, "folder made by draw, to learn from; repeat it for shards")
    tagger.add_argument(
        "--test", type=Path, required=True, help="folder drawn with another --seed, to be tested on"
    )
    tagger.add_argument("--out", type=Path, required=True, help="folder to make")
    tagger.add_argument("--id", help="the tagger's identifier (default: the folder's name)")
    tagger.add_argument("--name", default="Tagger", help="its name as shown (default: Tagger)")
    tagger.add_argument("--version", default="1.0", help="version of the weights (default: 1.0)")
    tagger.add_argument(
        "--half", action="store_true", help="keep the weights in 16 bits: a file half as large"
    )
    tagger.add_argument("--epochs", type=int, default=10, help="rounds of learning (default 10)")
    tagger.add_argument(
        "--width",
        choices=tuple(_WIDTHS),
        default="small",
        help="tiny, small (default) or large, the slowest",
    )
    tagger.add_argument(
        "--faces",
        action="store_true",
        help="for faces that detect cuts out: learn from portraits before other grounds, too",
    )
    tagger.add_argument("--seed", type=int, default=0, help="same seed, same network (default 0)")
    tagger.add_argument("--size", type=int, default=128, help="side in pixels (default 128)")
    add_device(tagger)
    add_reporting(tagger)
    tagger.set_defaults(command=_train)


def _train(args: argparse.Namespace, console: Console) -> None:
    """Trains a reader with strong distortions, tests it, and writes it as a tagger."""
    need("torch", "onnx", "onnxscript", "onnxruntime")
    at_least(args, epochs=1, seed=0)
    check_size(args)
    from trainer.data.drawn import load_folder, load_folders
    from trainer.device import choose_device
    from trainer.judges.fitting import FitSettings
    from trainer.judges.labels import judge_labels
    from trainer.judges.overlap import must_be_apart
    from trainer.judges.tagger import FOR_FACES, TaggerIdentity, export_tagger, must_be_fit

    identity = TaggerIdentity(
        args.id or args.out.resolve().name, args.name, args.version, args.half
    )
    # Before the work that would be lost if its result could not be written.
    must_be_fit(args.out, identity)
    for folder in args.data:
        must_be_apart(folder, args.test)
    device = choose_device(args.device)
    train, test = load_folders(args.data, args.size), load_folder(args.test, args.size)
    settings = FitSettings(
        epochs=args.epochs,
        seed=args.seed,
        widths=_WIDTHS[args.width],
        device=device,
        strong=True,
        faces=args.faces,
    )
    reader, done = train_reader(args, console, train, settings)
    if reader is None:
        console(events.Finished(done, True, f"Stopped after {done} steps; nothing is written."))
        return
    report = judge_labels(reader, test)
    origin: dict[str, str | int | float] = {
        "epochs": args.epochs,
        "seed": args.seed,
        "tested_on": len(test),
    }
    if args.faces:
        origin["learned_for"] = FOR_FACES
    size = export_tagger(reader, args.out, identity, train, report, origin)
    worst = report.worst
    rated = f"worst label {worst.label}, {worst.balanced_accuracy:.4f}" if worst else "none judged"
    text = f"Wrote the tagger to {args.out}: {size / 1e6:.1f} MB, {rated}."
    console(events.Finished(done, False, text))
