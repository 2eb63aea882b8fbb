"""girlsmoe code and girlsmoe from-code: characters as a line of letters."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from girlsmoe_desktop.cli_options import EXIT_OK, add_engine, add_overwrite, model_of
from girlsmoe_desktop.core.files import check_target
from girlsmoe_desktop.core.pictures import load_picture, save_png
from girlsmoe_desktop.core.share_code import recipe_of, share_code
from girlsmoe_desktop.runtime.generator import Generator
from girlsmoe_desktop.runtime.library import installed, open_model

if TYPE_CHECKING:
    import argparse


def print_code(arguments: argparse.Namespace) -> int:
    """Prints the share code of a saved character."""
    _, recipe = load_picture(arguments.file)
    print(share_code(recipe, model_of(arguments, recipe).manifest))
    return EXIT_OK


def paint_code(arguments: argparse.Namespace) -> int:
    """Paints the character of a share code."""
    models = [open_model(arguments.model)] if arguments.model else installed().models.values()
    recipe = recipe_of(arguments.code, [model.manifest for model in models])
    out = arguments.out or Path(f"{recipe.model_id}-{recipe.seed}.png")
    check_target(out, overwrite=arguments.overwrite)
    pixels = Generator(model_of(arguments, recipe), arguments.threads).paint([recipe])[0]
    save_png(out, pixels, recipe, overwrite=arguments.overwrite)
    print(out)
    return EXIT_OK


def add_print_code(command: argparse.ArgumentParser) -> None:
    """Adds the options of `code`."""
    command.add_argument("file", type=Path, help="a picture that girlsmoe saved")
    add_engine(command)


def add_paint_code(command: argparse.ArgumentParser) -> None:
    """Adds the options of `from-code`."""
    command.add_argument("code", help="such as GM1-ABCDE-..., in quotes if it has spaces")
    command.add_argument("--out", type=Path, help="a PNG's name (default: model and seed)")
    add_overwrite(command)
    add_engine(command)
