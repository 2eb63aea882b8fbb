"""girlsmoe sheet: many characters side by side, or one character in many variants."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from girlsmoe_desktop.cli_options import (
    EXIT_OK,
    add_engine,
    add_overwrite,
    add_recipe,
    count_of,
    first_seed,
    model_of,
    parse_settings,
)
from girlsmoe_desktop.core.atlas import write_atlas
from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.files import check_target
from girlsmoe_desktop.core.pictures import SCALES, contact_sheet, load_picture, save_png
from girlsmoe_desktop.core.recipe import make_recipe, with_truncation
from girlsmoe_desktop.core.sheet import EXPRESSIONS, labelled, plan
from girlsmoe_desktop.resources import assets
from girlsmoe_desktop.runtime.generator import Generator
from girlsmoe_desktop.runtime.library import open_model

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from girlsmoe_desktop.core.sheet import Axis

_EXAMPLE = """
examples:
  girlsmoe sheet --count 36 --out many.png
  girlsmoe sheet --of one.png --rows expressions --across hair_color --scale 2 --out one-sheet.png
  girlsmoe sheet --of one.png --across expressions --atlas game/one
"""


def sheet(arguments: argparse.Namespace) -> int:
    """Paints a sheet."""
    if arguments.of is None:
        if arguments.rows or arguments.across or arguments.atlas:
            raise UserError(
                "--rows, --across and --atlas vary one character: give its picture with --of."
            )
        return _many(arguments)
    return _variants(arguments)


def add_sheet(command: argparse.ArgumentParser) -> None:
    """Adds the options of `sheet`."""
    command.formatter_class = argparse.RawDescriptionHelpFormatter
    command.epilog = _EXAMPLE
    add_recipe(command)
    command.add_argument("--count", type=count_of, default=36, help="how many (default 36)")
    command.add_argument("--columns", type=count_of, default=6, help="pictures a row (default 6)")
    command.add_argument(
        "--of", type=Path, metavar="PICTURE", help="vary this character, saved by girlsmoe"
    )
    command.add_argument("--rows", metavar="WHAT", help="an attribute, or expressions (with --of)")
    command.add_argument(
        "--across", metavar="WHAT", help=f"another attribute (with --of; default {EXPRESSIONS})"
    )
    command.add_argument(
        "--scale",
        type=int,
        choices=SCALES,
        default=1,
        help="times the own size, with Lanczos (with --of)",
    )
    command.add_argument(
        "--atlas", type=Path, metavar="FOLDER", help="write one for Ren'Py and Godot (with --of)"
    )
    command.add_argument("--out", type=Path, help="a PNG's name (default sheet.png)")
    add_overwrite(command)
    add_engine(command)


def _many(arguments: argparse.Namespace) -> int:
    out = arguments.out or Path("sheet.png")
    model = open_model(arguments.model)
    pinned = parse_settings(model.manifest, arguments.set)
    check_target(out, overwrite=arguments.overwrite)
    first = first_seed(arguments)
    recipes = [
        make_recipe(model.manifest, first + index, pinned, truncation=arguments.truncation)
        for index in range(arguments.count)
    ]
    pictures = Generator(model, arguments.threads).paint(recipes)
    pixels = contact_sheet(list(pictures), arguments.columns)
    save_png(out, pixels, overwrite=arguments.overwrite)
    print(f"{out}  {arguments.count} characters, seeds from {first}")
    return EXIT_OK


def _variants(arguments: argparse.Namespace) -> int:
    _, recipe = load_picture(arguments.of)
    if arguments.truncation is not None:
        recipe = with_truncation(recipe, arguments.truncation)
    model = model_of(arguments, recipe)
    wanted = plan(model.manifest, recipe, arguments.rows, arguments.across or EXPRESSIONS)
    out = arguments.out or (None if arguments.atlas else Path("sheet.png"))
    if out is not None:
        check_target(out, overwrite=arguments.overwrite)
    generator = Generator(model, arguments.threads)
    pictures = list(generator.paint([cell.recipe for cell in wanted.cells]))
    rows, columns = wanted.shape
    if out is not None:
        captions = (_captions(wanted.rows), _captions(wanted.columns))
        pixels = labelled(pictures, wanted.shape, captions, _letter, arguments.scale)
        save_png(out, pixels, overwrite=arguments.overwrite)
        print(f"{out}  {rows} x {columns} pictures")
    if arguments.atlas is not None:
        tag = arguments.of.stem
        write_atlas(arguments.atlas, tag, wanted.cells, pictures, arguments.scale)
        print(f"{arguments.atlas}  an atlas of {rows} x {columns} pictures")
    return EXIT_OK


def _captions(axis: Axis | None) -> Sequence[str]:
    if axis is None:
        return []
    return ["\n".join(variant.words).replace("_", " ") for variant in axis.variants]


def _letter(words: str, height_px: int, width_px: int) -> NDArray[np.uint8]:
    """Returns how dark each pixel of words is; they are made smaller until they fit."""
    path = assets() / "fonts" / "Inter-Medium.ttf"
    font = ImageFont.truetype(str(path), height_px)
    while font.getlength(words) > width_px and font.size > 5:
        font = ImageFont.truetype(str(path), font.size - 1)
    size = (min(round(font.getlength(words)) + 2, width_px), round(1.4 * font.size))
    picture = Image.new("L", size)
    ImageDraw.Draw(picture).text((0, 0), words, fill=255, font=font)
    return np.asarray(picture)
