"""girlsmoe-train full: from nothing to a measured model, in steps that can be stopped.

Standard library only at import, as in `trainer.cli`.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from girlsmoe_desktop.core.errors import UserError
from trainer import config as configs
from trainer import events, settings
from trainer.commands.common import add_device, add_reporting, at_least
from trainer.commands.stages import Stages, StoppedError
from trainer.runs import RunFolder

if TYPE_CHECKING:
    import argparse

    from trainer.commands.stages import Parse
    from trainer.console import Console

    _Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # argparse has no public name

_STAGES = 7
_DRAWN_PX = 128


def add_command(commands: _Commands, parse: Parse) -> None:
    """Adds the command to the parser of all commands.

    Args:
        commands: The parser's commands.
        parse: Reads a line of any of them.
    """
    full = commands.add_parser(
        "full", help="draw, train a tagger, train, export, evaluate and pack: all in one folder"
    )
    full.add_argument("--out", type=Path, required=True, help="folder for everything")
    full.add_argument("--preset", default="modern-128", help="default modern-128")
    full.add_argument("--id", help="the model's identifier (default: the preset's name)")
    full.add_argument("--count", type=int, default=50_000, help="portraits (default 50000)")
    full.add_argument("--fresh", type=int, default=4_000, help="more of them, for tests (4000)")
    full.add_argument("--seed", type=int, default=1, help="of the portraits (default 1)")
    full.add_argument("--data", type=Path, help="portraits that are there already")
    full.add_argument("--tagger", type=Path, help="a tagger that is there already")
    full.add_argument("--tagger-epochs", type=int, default=10, help="default 10")
    full.add_argument("--workers", type=int, help="processes that draw (default: one a core)")
    full.add_argument("--pictures", type=int, default=12_800, help="see evaluate")
    full.add_argument("--per-label", type=int, default=1_000, help="see evaluate")
    full.add_argument("--per-snapshot", type=int, default=2_560, help="see evaluate")
    full.add_argument("--iterations", type=int, help="steps in all, instead of the preset's")
    full.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", dest="settings")
    add_device(full)
    add_reporting(full)
    full.set_defaults(command=partial(_full, parse))


def _full(parse: Parse, args: argparse.Namespace, console: Console) -> None:
    """Does what is still to be done."""
    config = _check(args)
    stages = Stages(parse, args, console)
    try:
        _run_stages(args, config, stages)
    except StoppedError:
        console(events.Finished(0, True, stages.farewell(_STAGES, args.out)))


def _check(args: argparse.Namespace) -> configs.TrainConfig:
    """Returns the run's settings.

    Raises:
        UserError: some stage would refuse its options, perhaps hours later.
    """
    from girlsmoe_desktop.core.manifest import is_model_id

    values = settings.assignments(args.settings)
    if args.iterations is not None:
        values["iterations"] = str(args.iterations)
    config = configs.override(configs.preset(args.preset), values)
    at_least(args, pictures=2, per_label=20, per_snapshot=0, fresh=1, tagger_epochs=1)
    if not is_model_id(args.id or args.preset):
        raise UserError(f"--id {args.id!r}: lower case letters, digits, '.', '_' and '-' only.")
    there = args.count
    if args.data:
        from trainer.data.drawn import count_pictures

        there = count_pictures([args.data])
    if there < 2 * args.pictures:
        where = f"{args.data} holds {there}" if args.data else f"--count {there}"
        raise UserError(
            f"{where}: comparing {args.pictures} pictures with as many others needs --count "
            f"{2 * args.pictures}, or fewer --pictures."
        )
    return config


def _run_stages(args: argparse.Namespace, config: configs.TrainConfig, stages: Stages) -> None:
    out: Path = args.out
    data, fresh, tagger = args.data or out / "portraits", out / "fresh", args.tagger
    run, model, report = RunFolder(out / "run"), out / (args.id or args.preset), out / "report"
    size = ("--size", str(config.size))
    # Drawn no smaller than people see them: shrunk pictures are the better small ones.
    drawn = ("--size", str(max(config.size, _DRAWN_PX)))
    device = ("--device", args.device)
    workers = () if args.workers is None else ("--workers", str(args.workers))
    if args.data:
        stages.skip()
    else:
        drawing = ("--count", str(args.count), "--seed", str(args.seed), *workers)
        stages.run("draw", *drawing, "--out", data, *drawn)
    if tagger:
        stages.skip()
        stages.skip()
    else:
        tagger = out / "tagger"
        drawing = ("--count", str(args.fresh), "--seed", str(args.seed + 1), *workers)
        stages.run("draw", *drawing, "--out", fresh, *drawn)
        if (tagger / "model.json").is_file():
            stages.skip()
        else:
            learning = ("--data", data, "--test", fresh, "--epochs", str(args.tagger_epochs))
            stages.run("train-tagger", *learning, "--out", tagger, *size, *device)
    stages.run("train", *_training(args, run), "--data", data, "--run", run.path, *device)
    stages.run("export", run.path, "--out", model, limited=False)
    extents = ("pictures", "per_label", "per_snapshot")
    extent = [w for name in extents for w in (_option(name), str(getattr(args, name)))]
    judging = ("--data", data, "--tagger", tagger, "--out", report, *extent, *device)
    stages.run("evaluate", run.path, *judging, "--note", model)
    parcel = out / f"parcel-{run.checkpoint_steps()[-1]:06d}"
    if parcel.exists():
        stages.skip()
    else:
        stages.run("pack", run.path, "--out", parcel, limited=False)


def _option(name: str) -> str:
    return "--" + name.replace("_", "-")


def _training(args: argparse.Namespace, run: RunFolder) -> list[str]:
    """Returns the options by which a run begins or goes on."""
    words = [word for pair in args.settings for word in ("--set", pair)]
    if args.iterations is not None:
        words += ["--iterations", str(args.iterations)]
    if run.config_path.is_file() and run.checkpoint_steps():
        words.append("--resume")
    return ["--preset", args.preset, *words]
