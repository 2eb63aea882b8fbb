"""girlsmoe-train bench: how fast does a preset train here?

Standard library only at import, as in `trainer.cli`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer import config as configs
from trainer import events, settings
from trainer.commands.common import add_device, at_least, need

if TYPE_CHECKING:
    import argparse

    from trainer.console import Console

    _Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # argparse has no public name


def add_command(commands: _Commands) -> None:
    """Adds the command to the parser of all commands."""
    bench = commands.add_parser("bench", help="time the training steps of a preset")
    bench.add_argument("--preset", default="preview-64", help="see: girlsmoe-train presets")
    bench.add_argument("--steps", type=int, default=20, help="steps timed (default 20)")
    bench.add_argument("--threads", type=int, help="CPU threads (default: torch's choice)")
    bench.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", dest="settings")
    add_device(bench)
    bench.add_argument("--events", choices=("bar", "json"), default="bar")
    bench.set_defaults(command=_bench)


def _bench(args: argparse.Namespace, console: Console) -> None:
    """Times a preset's steps."""
    config = configs.override(configs.preset(args.preset), settings.assignments(args.settings))
    at_least(args, steps=1, threads=1)
    need("torch")
    import torch

    from trainer.bench import measure
    from trainer.device import choose_device

    device = choose_device(args.device)
    if args.threads is not None:
        torch.set_num_threads(args.threads)
    total = config.gp_every_steps + max(args.steps, config.gp_every_steps)
    found = measure(
        config, device, args.steps, lambda done: console(events.Progress(done, total, "step"))
    )
    on = torch.cuda.get_device_name() if device == "cuda" else f"{torch.get_num_threads()} threads"
    text = (
        f"{args.preset} on {device} ({on}): {found.ms:.1f} ms an iteration, "
        f"{found.images_per_s:.1f} images/s, {found.tflops:.3g} TFLOP/s, "
        f"{found.share:.0%} of the {found.peak_tflops:.3g} of a matrix product in "
        f"{config.precision}."
    )
    console(events.Finished(total, False, text))
