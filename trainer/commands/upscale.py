"""girlsmoe-train train-sr and export-sr: networks that enlarge pictures.

Standard library only at import, as in `trainer.cli`.
"""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING

from girlsmoe_desktop.core.errors import UserError
from trainer import events, settings
from trainer.commands.common import (
    BUNDLED_MODELS,
    add_device,
    add_reporting,
    at_least,
    limit_of,
    need,
    stop_request,
)
from trainer.commands.train import RUNS
from trainer.runs import RunFolder, claim_run
from trainer.upscale import config as configs

if TYPE_CHECKING:
    import argparse

    from trainer.console import Console
    from trainer.upscale.config import UpscaleConfig
    from trainer.upscale.loop import Material

    _Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # argparse has no public name

_TAGGER = BUNDLED_MODELS / "tagger-64"


def add_commands(commands: _Commands) -> None:
    """Adds the commands to the parser of all commands."""
    train = commands.add_parser("train-sr", help="train a network that enlarges pictures 2x")
    train.add_argument("--preset", help="see: girlsmoe-train presets")
    train.add_argument(
        "--data",
        type=Path,
        required=True,
        action="append",
        help="folder of large pictures, as draw --size 512 makes them, or any; repeat it for more",
    )
    train.add_argument("--run", type=Path, help="folder of the run (default: a new one in runs)")
    train.add_argument("--resume", action="store_true", help="go on from the latest checkpoint")
    train.add_argument(
        "--start",
        type=Path,
        metavar="FOLDER",
        help="run whose weights to begin with, as of mse-x2, or exported upscaler",
    )
    train.add_argument(
        "--generator", type=Path, metavar="FOLDER", help="model or run whose paintings to learn on"
    )
    train.add_argument(
        "--paintings", type=int, default=1000, help="how many it paints (default 1000)"
    )
    train.add_argument(
        "--tagger",
        type=Path,
        default=_TAGGER,
        help="tagger in whose features pictures are compared (default: the bundled one)",
    )
    train.add_argument("--iterations", type=int, help="steps in all, instead of the preset's")
    train.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", dest="settings")
    add_device(train)
    add_reporting(train)
    train.set_defaults(command=_train)

    export = commands.add_parser(
        "export-sr", help="turn two runs, soft and sharp, into an upscaler for the desktop"
    )
    export.add_argument("--soft", type=Path, required=True, help="run of mse-x2")
    export.add_argument(
        "--sharp",
        type=Path,
        required=True,
        help="run of srgan-x2; or an upscaler, whose step from soft to sharp is laid on --soft",
    )
    export.add_argument("--out", type=Path, required=True, help="folder to make")
    export.add_argument("--id", help="the upscaler's identifier (default: the folder's name)")
    export.add_argument("--name", default="Upscaler", help="its name as shown (default: Upscaler)")
    export.add_argument("--version", default="1.0", help="version of the weights (default: 1.0)")
    export.add_argument(
        "--sharpness", type=float, default=0.5, help="where the slider stands at first (0.5)"
    )
    export.add_argument(
        "--metrics", type=Path, help="metrics.json of evaluate-sr, to be told in the card"
    )
    export.add_argument(
        "--preview", action="store_true", help="say that it is not trained to the end"
    )
    export.set_defaults(command=_export)


def _train(args: argparse.Namespace, console: Console) -> None:
    """Trains, or goes on training."""
    config = _resolve(args)
    at_least(args, paintings=1)
    limit_of(args)
    need("torch", "safetensors", "psutil", "onnx", "onnxruntime")
    from trainer.device import choose_device
    from trainer.upscale.loop import train_upscaler

    device = choose_device(args.device)
    material = _material(args, config)
    with stop_request(args) as request:
        # Last, so that a mistake leaves no empty folder behind.
        run = RunFolder(args.run) if args.run else claim_run(RUNS, config.preset)
        train_upscaler(config, material, run, request, console, device, args.resume)


def _resolve(args: argparse.Namespace) -> UpscaleConfig:
    """Returns the settings of a run: its preset or, resumed, its own, then the overrides."""
    if args.resume:
        if args.run is None:
            raise UserError("--run is missing: --resume goes on in it. Give the run's folder.")
        start = configs.from_dict(RunFolder(args.run).load_settings())
        if args.preset not in (None, start.preset):
            raise UserError(f"{args.run} was started with --preset {start.preset}; leave it out.")
    else:
        if args.run is not None:
            RunFolder(args.run).must_be_new()
        if not args.preset:
            raise UserError(f"--preset is missing. Choose one of: {', '.join(configs.PRESETS)}.")
        start = configs.preset(args.preset)
    values = settings.assignments(args.settings)
    if "preset" in values:
        raise UserError("preset cannot be set by hand. Choose a --preset.")
    if args.iterations is not None:
        values["iterations"] = str(args.iterations)
    config = settings.override(start, values)
    if args.resume:
        _must_be_same_run(start, config)
    return config


def _must_be_same_run(old: UpscaleConfig, new: UpscaleConfig) -> None:
    before, after = dataclasses.asdict(old), dataclasses.asdict(new)
    changed = [k for k in before if before[k] != after[k] and k not in configs.CHANGEABLE]
    if changed:
        raise UserError(f"{', '.join(changed)} cannot change in a resumed run. Start a new one.")


def _material(args: argparse.Namespace, config: UpscaleConfig) -> Material:
    """Returns what the network learns from, read and painted."""
    from trainer.upscale.eye import open_eye
    from trainer.upscale.loop import Material
    from trainer.upscale.network import SCALE
    from trainer.upscale.paintings import paint
    from trainer.upscale.start import read_start
    from trainer.upscale.truths import load_truths

    truths = load_truths(args.data, SCALE * config.patch_px)
    paintings = paint(args.generator, args.paintings, config.seed) if args.generator else []
    too_small = len(paintings) and min(paintings[0].shape[:2]) < config.patch_px
    if too_small:
        raise UserError(
            f"{args.generator} paints {paintings[0].shape[0]} pixels, a step's patches have "
            f"{config.patch_px}: add --set patch_px={paintings[0].shape[0]}."
        )
    eye = open_eye(args.tagger) if config.lambda_feature else None
    start = read_start(args.start, config.lambda_adv > 0) if args.start else None
    return Material(truths, paintings, eye, start)


def _export(args: argparse.Namespace, console: Console) -> None:
    """Exports two checkpoints as one upscaler."""
    need("torch", "safetensors", "onnx", "onnxscript", "onnxruntime")
    from trainer.upscale.export import UpscalerIdentity, export_upscaler

    name = args.id or args.out.resolve().name
    identity = UpscalerIdentity(name, args.name, args.version, args.preview)
    soft = RunFolder(args.soft)
    size = export_upscaler(soft, args.sharp, args.out, identity, args.sharpness, args.metrics)
    text = f"Wrote the upscaler to {args.out}: two networks of {size / 1e6:.1f} MB each."
    console(events.Finished(0, False, text))
