"""Draws a folder of portraits, a contact sheet, or one portrait from its JSON."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

import numpy as np

from girlsmoe_desktop.core.errors import UserError
from trainer import events
from trainer.commands.common import stop_request
from trainer.portraits.dataset import draw_dataset
from trainer.portraits.named_laws import find_law
from trainer.portraits.pictures import FORMATS, encode, write_whole
from trainer.portraits.plan import Plan, Shard, check_seed, check_size
from trainer.portraits.render import render
from trainer.portraits.sampling.style import ILLUSTRATORS
from trainer.portraits.sheets import draw_sheet, sheet_rows
from trainer.portraits.spec import sample_spec
from trainer.portraits.spec_file import load_spec, spec_to_json

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from trainer.console import Console

_DEFAULTS: dict[str, Any] = {
    "count": 20_000,
    "seed": 0,
    "size": 128,
    "law": "drawing",
    "illustrators": ",".join(ILLUSTRATORS),
    "workers": os.cpu_count() or 1,
    "shard": (1, 1),
    "picture_format": "png",
    "index": 0,
}
# What is drawn -> the options that say something to it, besides the one that chooses it and
# --events. Only a folder takes so long that a program has to be able to stop it.
_OPTIONS: dict[str, frozenset[str]] = {
    "folder": frozenset(
        (
            *("count", "seed", "size", "law", "illustrators", "workers", "shard"),
            *("picture_format", "out", "control", "max_minutes"),
        )
    ),
    "sheet": frozenset(("seed", "size", "law", "out")),
    "spec": frozenset(("size", "out")),
    "write_spec": frozenset(("seed", "law", "index")),
}
_FLAGS = {"picture_format": "--format"}


def draw(args: argparse.Namespace, console: Console) -> None:
    """Draws what the options ask for.

    Raises:
        UserError: Options don't go together, or one of them is wrong.
    """
    kind = next((k for k in ("sheet", "spec", "write_spec") if getattr(args, k)), "folder")
    _resolve(args, kind)
    work = {"folder": _folder, "sheet": _sheet, "spec": _portrait, "write_spec": _write_spec}
    work[kind](args, console)


def _resolve(args: argparse.Namespace, kind: str) -> None:
    """Puts defaults where nothing was said.

    Raises:
        UserError: Something was said that has no effect, or --out was not.
    """
    known = _OPTIONS[kind]
    for name in (*_DEFAULTS, "out", "control", "max_minutes"):
        if getattr(args, name) is not None and name not in known:
            flag, wherewith = (_FLAGS.get(n, f"--{n.replace('_', '-')}") for n in (name, kind))
            where = "a folder of portraits" if kind == "folder" else wherewith
            raise UserError(f"{flag} says nothing to {where}: leave it out.")
        if getattr(args, name) is None and name in _DEFAULTS:
            setattr(args, name, _DEFAULTS[name])
    if args.out is None and "out" in known:
        what = "folder to draw into" if kind == "folder" else "picture to write, such as sheet.png"
        raise UserError(f"--out is missing: name the {what}.")


def _folder(args: argparse.Namespace, console: Console) -> None:
    """Draws portraits, or a shard of them, into a folder."""
    plan = Plan(
        count=args.count,
        seed=args.seed,
        size=args.size,
        law=find_law(args.law),
        picture_format=args.picture_format,
        shard=Shard(*args.shard),
        illustrators=_illustrators(args.illustrators),
    )
    plan.check()
    count, done = len(plan.indices), 0

    def on_progress(now: int) -> None:
        nonlocal done
        done = now
        console(events.Progress(now, count, "portrait"))

    with stop_request(args) as request:
        draw_dataset(plan, args.out, args.workers, on_progress, request)
    stopped = done < count and request()
    message = f"Drew {done} of {count} portraits into {args.out}."
    if stopped:
        message += " The same command goes on with the rest."
    console(events.Finished(done, stopped, message))


def _illustrators(text: str) -> tuple[str, ...]:
    """Returns the illustrators that a list with commas names, in their own order."""
    wanted = {name.strip() for name in text.split(",")}
    unknown = wanted - set(ILLUSTRATORS)
    if unknown:
        raise UserError(
            f"There is no illustrator {min(unknown)!r}: choose some of {','.join(ILLUSTRATORS)}."
        )
    return tuple(name for name in ILLUSTRATORS if name in wanted)


def _sheet(args: argparse.Namespace, console: Console) -> None:
    """Draws a contact sheet."""
    check_seed(args.seed)
    check_size(args.size)
    picture_format = _format_of(args.out)
    rows = sheet_rows(args.sheet, args.seed, find_law(args.law))
    count = sum(len(row.tiles) for row in rows)
    sheet = draw_sheet(
        rows, args.size, lambda done: console(events.Progress(done, count, "portrait"))
    )
    _save(args.out, encode(np.asarray(sheet), picture_format))
    console(events.Finished(count, False, f"Drew {count} portraits on {args.out}."))


def _portrait(args: argparse.Namespace, console: Console) -> None:
    """Draws the portrait of a JSON file."""
    check_size(args.size)
    picture_format = _format_of(args.out)
    spec = load_spec(args.spec)
    try:
        pixels = render(spec, args.size)
    except (ArithmeticError, LookupError, MemoryError, RuntimeError, TypeError, ValueError) as e:
        # Each number is sane, but together they describe nothing that can be painted.
        raise UserError(
            f"{args.spec} can't be painted ({type(e).__name__}: {e}): its numbers don't fit "
            "together. Start from a file of: girlsmoe-train draw --write-spec FILE"
        ) from e
    _save(args.out, encode(pixels, picture_format))
    console(events.Finished(1, False, f"Drew {args.spec} on {args.out}."))


def _write_spec(args: argparse.Namespace, console: Console) -> None:
    """Writes a portrait of a seed as JSON."""
    check_seed(args.seed)
    if not 0 <= args.index < 2**63:
        raise UserError(f"index is {args.index}: choose 0..{2**63 - 1}.")
    spec = sample_spec(args.seed, args.index, law=find_law(args.law))
    text = json.dumps(spec_to_json(spec), indent=2, allow_nan=False) + "\n"
    _save(args.write_spec, text.encode())
    message = f"Wrote portrait {args.index} of seed {args.seed} to {args.write_spec}."
    console(events.Finished(1, False, message))


def _format_of(path: Path) -> str:
    """Returns the format of `FORMATS` that a picture's name asks for."""
    ending = path.suffix[1:].lower()
    if ending not in FORMATS:
        endings = " or ".join(f".{name}" for name in FORMATS)
        raise UserError(f"--out {path} has no known ending: name a picture that ends in {endings}.")
    return ending


def _save(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, data)
