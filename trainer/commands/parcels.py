"""girlsmoe-train pack and unpack: carry a run to another machine in small files."""

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING

from girlsmoe_desktop.core.errors import UserError
from trainer import events
from trainer.parcel import MEGABYTE, pack, unpack
from trainer.runs import RunFolder

if TYPE_CHECKING:
    import argparse

    from trainer.console import Console

_LEAST_PART_MB = 0.001


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds both commands."""
    packing = commands.add_parser("pack", help="cut a run into small files to carry elsewhere")
    packing.add_argument("run", type=Path, help="folder of the run")
    packing.add_argument("--out", type=Path, required=True, help="folder to make")
    packing.add_argument("--checkpoint", default="latest", help="latest, or a number of steps")
    packing.add_argument(
        "--part-mb", type=float, default=15, help="largest file in MB of 1,000,000 bytes (15)"
    )
    packing.set_defaults(command=_pack)
    unpacking = commands.add_parser("unpack", help="put a packed run together again")
    unpacking.add_argument("parcel", type=Path, help="folder that pack made")
    unpacking.add_argument("--run", type=Path, required=True, help="folder to make")
    unpacking.set_defaults(command=_unpack)


def _pack(args: argparse.Namespace, console: Console) -> None:
    if not _LEAST_PART_MB <= args.part_mb < math.inf:  # nor is NaN
        raise UserError(f"--part-mb must be a number from {_LEAST_PART_MB} on; got {args.part_mb}.")
    packed = pack(RunFolder(args.run), args.out, int(args.part_mb * MEGABYTE), args.checkpoint)
    parts = [part for file in packed for part in file.parts]
    size = sum(part.bytes for part in parts) / MEGABYTE
    text = f"Packed {len(packed)} files as {len(parts)} parts, {size:.1f} MB, in {args.out}."
    console(events.Finished(_step_of(args.run, args.checkpoint), False, text))


def _unpack(args: argparse.Namespace, console: Console) -> None:
    run = RunFolder(args.run)
    packed = unpack(args.parcel, run)
    text = f"Put {len(packed)} files together in {args.run}. Go on with: train --resume."
    console(events.Finished(_step_of(args.run, "latest"), False, text))


def _step_of(run: Path, which: str) -> int:
    return int(RunFolder(run).find_checkpoint(which).stem)
