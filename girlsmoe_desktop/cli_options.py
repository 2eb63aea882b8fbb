"""Options that several subcommands share, and what they mean."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from girlsmoe_desktop.runtime.library import installed_model, open_model

if TYPE_CHECKING:
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
    command.add_argument(
        "--threads", type=_threads, default=0, help="CPU threads; 0: as many as fit (default)"
    )


def add_overwrite(command: argparse.ArgumentParser) -> None:
    """Adds what every subcommand that saves takes."""
    command.add_argument("--overwrite", action="store_true", help="replace files that exist")
