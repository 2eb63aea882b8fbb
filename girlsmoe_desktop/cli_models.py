"""Models and devices without a window: girlsmoe models import | remove, and the devices of info."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from girlsmoe_desktop.runtime.model_import import import_model, remove_model
from girlsmoe_desktop.runtime.trial import device_lines

if TYPE_CHECKING:
    import argparse

    from girlsmoe_desktop.runtime.library import InstalledModel


def add_models(command: argparse.ArgumentParser) -> None:
    """Adds what can be done with models to their command."""
    actions = command.add_subparsers(required=True, metavar="ACTION")
    text = "Add a model to your own, once it has painted a picture."
    adding = actions.add_parser("import", help=text, description=text)
    adding.add_argument("path", type=Path, help="folder or zip with model.json and generator.onnx")
    adding.add_argument(
        "--replace", action="store_true", help="take the place of another model of that id"
    )
    adding.set_defaults(act=_import)
    text = "Delete one of your own models."
    removing = actions.add_parser("remove", help=text, description=text)
    removing.add_argument("id", help="see `girlsmoe info`")
    removing.set_defaults(act=_remove)


def run_models(arguments: argparse.Namespace) -> int:
    """Does what was asked for and returns the exit code.

    Raises:
        UserError: It can't be done.
    """
    arguments.act(arguments)
    return 0


def print_devices(model: InstalledModel | None) -> None:
    """Prints what a model really runs on here, and why not on the others."""
    print("\nDevices:")
    for line in device_lines(model):
        print(f"  {line}")


def _import(arguments: argparse.Namespace) -> None:
    model = import_model(arguments.path, replace=arguments.replace)
    manifest = model.manifest
    print(f"{manifest.id}: {manifest.name} {manifest.version}, {manifest.size} px")
    print(f"  {model.folder}")


def _remove(arguments: argparse.Namespace) -> None:
    print(f"Removed {remove_model(arguments.id)}")
