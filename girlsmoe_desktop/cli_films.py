"""girlsmoe interpolate: the way through characters as pictures or as a film."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from girlsmoe_desktop.cli_options import EXIT_OK, add_engine, add_overwrite, count_of, model_of
from girlsmoe_desktop.core.animation import FPS, KINDS, Film, write_film
from girlsmoe_desktop.core.files import check_target
from girlsmoe_desktop.core.journey import MAX_FRAMES, frames
from girlsmoe_desktop.core.pictures import SCALES, load_picture, save_png
from girlsmoe_desktop.runtime.generator import MAX_BATCH, Generator

if TYPE_CHECKING:
    from collections.abc import Sequence

    from girlsmoe_desktop.core.recipe import Recipe

_EXAMPLE = """
examples:
  girlsmoe interpolate one.png two.png --frames 30 --out way
  girlsmoe interpolate one.png two.png three.png --loop --format gif --out round.gif
"""


def interpolate(arguments: argparse.Namespace) -> int:
    """Paints the way through saved characters."""
    stops = [load_picture(path)[1] for path in arguments.pictures]
    recipes = frames(stops, arguments.frames, loop=arguments.loop, smooth=arguments.smooth)
    generator = Generator(model_of(arguments, stops[0]), arguments.threads)
    if arguments.format == "frames":
        _save_pictures(generator, recipes, arguments)
    else:
        _save_film(generator, recipes, arguments)
    return EXIT_OK


def add_interpolate(command: argparse.ArgumentParser) -> None:
    """Adds the options of `interpolate`."""
    command.formatter_class = argparse.RawDescriptionHelpFormatter
    command.epilog = _EXAMPLE
    command.add_argument(
        "pictures", type=Path, nargs="+", action=_AtLeastTwo, help="saved by girlsmoe, two or more"
    )
    command.add_argument("--frames", type=_frames, default=16, help="ends included (default 16)")
    command.add_argument(
        "--format", choices=list(KINDS), default="frames", help="frames: PNGs with their recipes"
    )
    command.add_argument("--fps", type=_fps, default=20, help="frames a second (default 20)")
    command.add_argument("--loop", action="store_true", help="come back to the first")
    command.add_argument("--smooth", action="store_true", help="slow down at every stop")
    command.add_argument("--ping-pong", action="store_true", help="there and back (films)")
    command.add_argument(
        "--scale",
        type=int,
        choices=SCALES,
        default=1,
        help="times the own size, with Lanczos (films)",
    )
    command.add_argument("--out", type=Path, help="a folder (default frames), or a film's name")
    add_overwrite(command)
    add_engine(command)


class _AtLeastTwo(argparse.Action):
    """Takes two pictures or more."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: object,
        option_string: str | None = None,
    ) -> None:
        """Keeps the pictures, if they are enough."""
        del option_string
        if not isinstance(values, list) or len(values) < 2:
            parser.error("give two pictures or more")
        setattr(namespace, self.dest, values)


def _save_pictures(
    generator: Generator, recipes: Sequence[Recipe], arguments: argparse.Namespace
) -> None:
    out = arguments.out or Path("frames")
    targets = [out / f"frame-{index:04d}.png" for index in range(len(recipes))]
    for target in targets:
        check_target(target, overwrite=arguments.overwrite)
    for start in range(0, len(recipes), MAX_BATCH):
        portion = recipes[start : start + MAX_BATCH]
        for recipe, pixels, target in zip(
            portion, generator.paint(portion), targets[start:], strict=False
        ):
            save_png(target, pixels, recipe, overwrite=arguments.overwrite)
    print(f"{len(recipes)} frames in {out}")


def _save_film(
    generator: Generator, recipes: Sequence[Recipe], arguments: argparse.Namespace
) -> None:
    out = arguments.out or Path(f"film{KINDS[arguments.format]}")
    check_target(out, overwrite=arguments.overwrite)
    film = Film(arguments.format, arguments.fps, arguments.ping_pong, arguments.scale)
    write_film(out, list(generator.paint(recipes)), film, overwrite=arguments.overwrite)
    print(f"{len(recipes)} frames in {out}")


def _frames(text: str) -> int:
    value = count_of(text)
    if not 2 <= value <= MAX_FRAMES:
        raise argparse.ArgumentTypeError(f"{value} is not in 2..{MAX_FRAMES}")
    return value


def _fps(text: str) -> int:
    value = int(text)
    if value not in FPS:
        raise argparse.ArgumentTypeError(f"{value} is not in {FPS[0]}..{FPS[-1]}")
    return value
