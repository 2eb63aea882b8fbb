"""onnxruntime for a graphics card: girlsmoe engine add | remove."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from girlsmoe_desktop import added_engine
from girlsmoe_desktop.core.errors import Sentence, UserError
from girlsmoe_desktop.core.recipe import make_recipe
from girlsmoe_desktop.runtime.devices import CPU_PROVIDER, DEVICES, name_of
from girlsmoe_desktop.runtime.engines import add_engine, added_one, remove_engine
from girlsmoe_desktop.runtime.generator import Generator, is_blank
from girlsmoe_desktop.runtime.library import open_model
from girlsmoe_desktop.runtime.providers import available

if TYPE_CHECKING:
    import argparse


def add_engines(command: argparse.ArgumentParser) -> None:
    """Adds what can be done with engines to their command."""
    actions = command.add_subparsers(required=True, metavar="ACTION")
    text = "Use another onnxruntime from the next start on, once it has painted a picture."
    adding = actions.add_parser("add", help=text, description=text)
    adding.add_argument(
        "wheels",
        type=Path,
        nargs="+",
        metavar="WHEEL",
        help="the .whl of onnxruntime-gpu, onnxruntime-directml or another of its packages, and "
        "those of nvidia's libraries that it needs",
    )
    adding.set_defaults(act=_add)
    text = "Go back to the onnxruntime that came with the program."
    removing = actions.add_parser("remove", help=text, description=text)
    removing.set_defaults(act=_remove)
    trying = actions.add_parser("try", description="Paint a picture, and print the providers.")
    trying.set_defaults(act=_try)


def run_engines(arguments: argparse.Namespace) -> int:
    """Does what was asked for and returns the exit code.

    Raises:
        UserError: It can't be done.
    """
    arguments.act(arguments)
    return 0


def engine_line() -> str:
    """Returns in a line which onnxruntime models run with."""
    engine, used = added_one(), added_engine.in_use()
    if engine is None:
        return "the onnxruntime that came with the program"
    packages = ", ".join(engine.packages) or "onnxruntime"
    if engine.is_broken:
        return f"{packages} was added, but ended the program, and is left out (engine remove)"
    return f"{packages}, added" if used else f"{packages}, added, used from the next start on"


def _add(arguments: argparse.Namespace) -> None:
    engine = add_engine(arguments.wheels, _tell)
    assert engine is not None  # nobody stops it but Ctrl+C
    print(f"Added {', '.join(engine.packages)}; it painted on the {name_of(engine.painted_on)}.")
    if engine.painted_on == CPU_PROVIDER:
        for card in DEVICES:
            if card.provider in engine.providers and card.needs is not None:
                print(Sentence("{0} did not start: it needs {1}.", card.name, card.needs))
    print("It is used from the next start on; `girlsmoe engine remove` takes it away.")


def _tell(name: str) -> None:
    print(f"Unpacking {name} ..." if name else "Trying it ...", flush=True)


def _remove(_arguments: argparse.Namespace) -> None:
    print("Removed." if remove_engine() else "There is none but that which came along.")


def _try(_arguments: argparse.Namespace) -> None:
    """Paints on the best device that the engine has."""
    generator = Generator(open_model())
    pictures = generator.paint([make_recipe(generator.manifest, 1, {})])
    if is_blank(pictures):
        raise UserError("It paints an empty picture.")
    print(json.dumps({"providers": available(), "painted_on": generator.provider}))
