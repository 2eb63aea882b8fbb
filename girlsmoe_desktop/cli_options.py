"""Options that several subcommands share, and what they mean."""

from __future__ import annotations

import argparse
import secrets
from typing import TYPE_CHECKING

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.latent import MAX_SEED
from girlsmoe_desktop.runtime.library import installed_model, open_model

if TYPE_CHECKING:
    from collections.abc import Sequence

    from girlsmoe_desktop.core.manifest import Manifest
    from girlsmoe_desktop.core.recipe import Recipe
from girlsmoe_desktop.runtime.library import InstalledModel

EXIT_OK = 0
MAX_COUNT = 10_000


def count_of(text: str) -> int:
    """Returns a number of pictures.

    Raises:
        argparse.ArgumentTypeError: It is out of range.
    """
    value = int(text)
    if not 1 <= value <= MAX_COUNT:
        raise argparse.ArgumentTypeError(f"{value} is not in 1..{MAX_COUNT}")
    return value


def _threads(text: str) -> int:
    value = int(text)
    if not 0 <= value <= 1024:
        raise argparse.ArgumentTypeError(f"{value} is not in 0..1024")
    return value


def model_of(arguments: argparse.Namespace, recipe: Recipe) -> InstalledModel:
    """Returns the model that the user names, or else the one that a picture names."""
    return open_model(arguments.model) if arguments.model else installed_model(recipe.model_id)


def add_engine(command: argparse.ArgumentParser) -> None:
    """Adds what every subcommand that paints takes."""
    command.add_argument("--model", help="id or folder of a model (see `girlsmoe info`)")
    add_threads(command)


def add_threads(command: argparse.ArgumentParser) -> None:
    """Adds what every subcommand that runs a network takes."""
    command.add_argument(
        "--threads", type=_threads, default=0, help="CPU threads; 0: as many as fit (default)"
    )


def add_overwrite(command: argparse.ArgumentParser) -> None:
    """Adds what every subcommand that saves takes."""
    command.add_argument("--overwrite", action="store_true", help="replace files that exist")


def add_recipe(command: argparse.ArgumentParser) -> None:
    """Adds what says which characters are to be painted."""
    command.add_argument("--seed", type=int, help="first seed; picture i has seed + i")
    command.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="ATTRIBUTE=VALUE",
        help="such as hair_color=blue or glasses=off; what is not set is drawn at random",
    )
    add_truncation(command)


def add_truncation(command: argparse.ArgumentParser) -> None:
    """Adds what says how far from the average one characters may be."""
    command.add_argument(
        "--truncation",
        type=float,
        metavar="NUMBER",
        help="length of the noise, 0 to 2: below 1 characters are more alike and cleaner, above "
        "it bolder (default: the model's own, mostly 1)",
    )


def parse_settings(manifest: Manifest, settings: Sequence[str]) -> dict[str, str]:
    """Returns control id -> option id from words such as "hair_color=blue".

    Raises:
        UserError: A word is not of that form, or names what the model does not have.
    """
    pinned: dict[str, str] = {}
    for setting in settings:
        control_id, equals, option_id = setting.partition("=")
        if not equals:
            raise UserError(
                "--set takes ATTRIBUTE=VALUE, such as hair_color=blue, and got {0!r}.", setting
            )
        control = manifest.control(control_id)
        if option_id == "random":
            pinned.pop(control_id, None)
        else:
            pinned[control_id] = control.option(option_id).id
    return pinned


def first_seed(arguments: argparse.Namespace) -> int:
    """Returns the seed of the first of many characters, drawn if none is given.

    Raises:
        UserError: There are not so many seeds from there on.
    """
    seed = secrets.randbits(31) if arguments.seed is None else int(arguments.seed)
    last = MAX_SEED - arguments.count + 1
    if not 0 <= seed <= last:
        raise UserError(
            "The seed {0} is out of range: give a whole number from 0 to {1}.", seed, last
        )
    return seed
