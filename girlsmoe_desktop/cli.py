"""The engine without a window: girlsmoe generate, interpolate, upscale, verify, info, ..."""

from __future__ import annotations

import argparse
import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from girlsmoe_desktop import __version__
from girlsmoe_desktop.cli_diagnostics import print_diagnostics
from girlsmoe_desktop.cli_engine import add_engines, engine_line, run_engines
from girlsmoe_desktop.cli_films import add_interpolate, interpolate
from girlsmoe_desktop.cli_models import add_models, print_devices, run_models
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
from girlsmoe_desktop.cli_share import add_paint_code, add_print_code, paint_code, print_code
from girlsmoe_desktop.cli_sheet import add_sheet, sheet
from girlsmoe_desktop.cli_upscale import add_upscale, print_upscaler, upscale
from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.files import check_target, is_folder
from girlsmoe_desktop.core.pictures import load_saved, save_png
from girlsmoe_desktop.core.recipe import make_recipe
from girlsmoe_desktop.core.verify import Verdict
from girlsmoe_desktop.runtime.benchmark import measure
from girlsmoe_desktop.runtime.generator import Generator
from girlsmoe_desktop.runtime.library import installed, open_model
from girlsmoe_desktop.runtime.verifying import verify

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from girlsmoe_desktop.core.manifest import Manifest
    from girlsmoe_desktop.core.recipe import Recipe
    from girlsmoe_desktop.runtime.library import InstalledModel

EXIT_DIFFERS, EXIT_USAGE, EXIT_STOPPED = 1, 2, 130
# Pictures are painted and saved in portions, so that a large count shows progress and can be
# stopped without losing what is done.
PORTION = 8


def main(argv: list[str] | None = None) -> int:
    """Runs one subcommand and returns the exit code: 0 done, 1 differs, 2 can't be done."""
    arguments = _parser().parse_args(argv)
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A name that the terminal can't show must not stop the pictures after it.
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        code = int(arguments.run(arguments))
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read our output has gone; nobody is left to tell. Python would try once more to
        # write it when it ends, so that is sent nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_OK
    except OSError as error:
        print(f"girlsmoe: the output can't be written ({error.strerror}).", file=sys.stderr)
        return EXIT_USAGE
    except UserError as error:
        print(f"girlsmoe: {error}", file=sys.stderr)
        return EXIT_USAGE
    except KeyboardInterrupt:
        print("girlsmoe: stopped; what was saved before is complete.", file=sys.stderr)
        return EXIT_STOPPED
    return code


def _generate(arguments: argparse.Namespace) -> int:
    model = open_model(arguments.model)
    pinned = parse_settings(model.manifest, arguments.set)
    first = first_seed(arguments)
    seeds = range(first, first + arguments.count)
    targets = [_target(arguments.out, model.manifest.id, seed, arguments.count) for seed in seeds]
    recipes = [
        make_recipe(model.manifest, seed, pinned, truncation=arguments.truncation) for seed in seeds
    ]
    for recipe, target in _paint_and_save(model, recipes, targets, arguments):
        print(f"{target}  {describe(model.manifest, recipe)}")
    return EXIT_OK


def _paint_and_save(
    model: InstalledModel,
    recipes: Sequence[Recipe],
    targets: Sequence[Path],
    arguments: argparse.Namespace,
) -> Iterator[tuple[Recipe, Path]]:
    """Saves each recipe's picture at its target, and yields the pair once it is on the disk."""
    for target in targets:
        check_target(target, overwrite=arguments.overwrite)
    generator = Generator(model, arguments.threads)
    for start in range(0, len(recipes), PORTION):
        portion = recipes[start : start + PORTION]
        pictures = generator.paint(portion)
        for recipe, pixels, target in zip(portion, pictures, targets[start:], strict=False):
            save_png(target, pixels, recipe, overwrite=arguments.overwrite)
            yield recipe, target


def _verify(arguments: argparse.Namespace) -> int:
    saved = load_saved(arguments.file)
    model = model_of(arguments, saved.recipe)
    again = Generator(model, arguments.threads).paint([saved.recipe])[0]
    verdict = verify(saved, again, arguments.threads)
    print(verdict.value)
    return EXIT_DIFFERS if verdict is Verdict.DIFFERS else EXIT_OK


def _info(arguments: argparse.Namespace) -> int:
    if arguments.diagnostics:
        print_diagnostics()
        return EXIT_OK
    found = installed()
    print(f"GirlsMoe Desktop {__version__}")
    for model in found.models.values():
        manifest = model.manifest
        preview = ", a preview that is not trained to the end" if manifest.preview else ""
        print(f"\n{manifest.id}: {manifest.name} {manifest.version}, {manifest.size} px{preview}")
        print(f"  {model.folder}")
        for control in manifest.controls:
            print(f"  {control.id} = {' | '.join((*control.option_ids, 'random'))}")
    for error in found.damaged:
        print(f"\n{error}")
    print_upscaler()
    print_devices(next(iter(found.models.values()), None))
    print(f"\nEngine: {engine_line()}")
    if not found.models:
        open_model()  # says where models were looked for
    return EXIT_OK


def _bench(arguments: argparse.Namespace) -> int:
    generator = Generator(open_model(arguments.model), arguments.threads)
    timing = measure(generator, arguments.runs, arguments.threads)
    manifest = generator.manifest
    print(
        f"{manifest.id}: {timing.picture_ms:.1f} ms a picture of {manifest.size} px "
        f"(median of {timing.runs}, {generator.provider}, threads: {arguments.threads or 'all'}); "
        f"sgemm here, in the same run: {timing.sgemm_gflops:.0f} GFLOP/s; the model's "
        f"{timing.picture_gflop:.2f} GFLOP a picture go at {timing.share:.0%} of that"
    )
    return EXIT_OK


def describe(manifest: Manifest, recipe: Recipe) -> str:
    """Returns the character in a few words, such as "hair_color=blue hair_style=long smile"."""
    words: list[str] = []
    for control in manifest.controls:
        option = recipe.options(manifest)[control.id]
        if control.kind == "switch":
            words += [control.id] if option == "on" else []
        else:
            words.append(f"{control.id}={option or 'mixed'}")
    return " ".join(words)


def _target(out: Path, model_id: str, seed: int, count: int) -> Path:
    """Returns where the picture of a seed goes; `out` is a folder or the name of a PNG."""
    if out.suffix.lower() != ".png" or is_folder(out):
        return out / f"{model_id}-{seed}.png"
    return out if count == 1 else out.with_name(f"{out.stem}-{seed}{out.suffix}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="girlsmoe",
        description="Design anime characters on your own machine. "
        "Without a subcommand the window opens, with these if you like: --model ID_OR_FOLDER; "
        "--open FILE, a picture or recipe to make again; --screenshot PNG, which saves a picture "
        "of the window with its first character and ends.",
    )
    parser.add_argument("--version", action="version", version=f"girlsmoe {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, (run, text, add_options) in _SUBCOMMANDS.items():
        command = commands.add_parser(name, help=text, description=text)
        command.set_defaults(run=run)
        add_options(command)
    return parser


def _add_generate(command: argparse.ArgumentParser) -> None:
    add_recipe(command)
    command.add_argument("--count", type=count_of, default=1, help="how many (default 1)")
    command.add_argument("--out", type=Path, default=Path(), help="folder, or a PNG's name")
    add_overwrite(command)
    add_engine(command)


def _add_verify(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", type=Path, help="a PNG that girlsmoe saved")
    add_engine(command)


def _add_info(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--diagnostics",
        action="store_true",
        help="what to send along when something does not work: versions, devices, display, places",
    )


def _add_bench(command: argparse.ArgumentParser) -> None:
    command.add_argument("--runs", type=count_of, default=50, help="of each kind (default 50)")
    add_engine(command)


_SUBCOMMANDS = {
    "generate": (_generate, "Paint characters and save them, each with its recipe.", _add_generate),
    "interpolate": (interpolate, "Paint the way through two or more characters.", add_interpolate),
    "sheet": (sheet, "Paint many characters, or many variants of one, side by side.", add_sheet),
    "upscale": (upscale, "Make pictures two or four times as large.", add_upscale),
    "code": (print_code, "Print a saved character's share code.", add_print_code),
    "from-code": (paint_code, "Paint the character of a share code.", add_paint_code),
    "verify": (_verify, "Paint a saved picture again and compare.", _add_verify),
    "info": (_info, "List models, what can be set, and devices.", _add_info),
    "models": (run_models, "Import a model, or remove one of your own.", add_models),
    "engine": (run_engines, "Use another onnxruntime, as for a graphics card.", add_engines),
    "bench": (_bench, "Time the model on this machine.", _add_bench),
}
