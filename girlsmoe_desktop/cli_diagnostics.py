"""What helps to find out why something does not work: `girlsmoe info --diagnostics`."""

from __future__ import annotations

import getpass
import importlib
import os
import platform
import re
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import platformdirs

from girlsmoe_desktop import __version__, resources
from girlsmoe_desktop.cli_engine import engine_line
from girlsmoe_desktop.display import display_problem
from girlsmoe_desktop.runtime.library import installed, search_folders
from girlsmoe_desktop.runtime.trial import device_lines
from girlsmoe_desktop.store.database import usual_path

PACKAGES = ("numpy", "onnxruntime", "pillow", "PySide6_Essentials")
VARIABLES = (
    "QT_QPA_PLATFORM",
    "XDG_SESSION_TYPE",
    "XDG_CURRENT_DESKTOP",
    "WAYLAND_DISPLAY",
    "DISPLAY",
    "LANG",
    "GIRLSMOE_MODELS",
)
USER = "<user>"


def print_diagnostics() -> None:
    """Prints versions, devices, what Qt opens windows with, and places, without the user's name."""
    print("\n".join(map(redacted, _lines())))


def redacted(text: str) -> str:
    """Returns a text with the user's folder as ~ and their name as <user>."""
    home = str(Path.home())
    if len(home) > 1:
        text = re.sub(re.escape(home) + r"(?![\w.-])", "~", text)
    name = _user()
    # A name such as "a" or "root" would be found in words that have nothing to do with it.
    return re.sub(rf"(?<=[\\/]){re.escape(name)}(?=[\\/]|$)", USER, text) if name else text


def _user() -> str:
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):  # nobody, as in some containers
        return ""


def _lines() -> list[str]:
    return [
        f"GirlsMoe Desktop {__version__}{_packed()}",
        f"System: {platform.platform()}, {platform.machine()}, {os.cpu_count()} threads",
        f"Python: {sys.version.split()[0]}",
        *(f"{package}: {_version(package)}" for package in PACKAGES),
        *_qt(),
        f"Engine: {engine_line()}",
        "Devices:",
        *(f"  {line}" for line in device_lines(next(iter(installed().models.values()), None))),
        *_models(),
        "Places:",
        f"  program: {resources.assets().parent}",
        f"  gallery: {usual_path()}{_size(usual_path())}",
        f"  settings: {platformdirs.user_config_path('GirlsMoe', appauthor=False)}",
        *(f"  models: {folder}" for folder in search_folders()),
        "Environment:",
        *(f"  {name}: {os.environ[name]}" for name in VARIABLES if name in os.environ),
    ]


def _packed() -> str:
    return " (installed program)" if getattr(sys, "frozen", False) else " (from Python)"


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "unknown"


def _qt() -> list[str]:
    """Returns how Qt would open windows, and why it can't."""
    try:
        # By name: the layers without a window know no Qt, and here it may be what is broken.
        importlib.import_module("PySide6.QtWidgets")
        loads = "can be loaded"
    except ImportError as error:
        loads = f"can't be loaded ({error})"
    return [
        f"Qt: {loads}",
        f"Qt platform: {_platform()}",
        f"Display: {display_problem() or 'there is one'}",
    ]


def _platform() -> str:
    """Returns the plugin that Qt opens windows with here."""
    chosen = os.environ.get("QT_QPA_PLATFORM")
    if chosen:
        return f"{chosen} (chosen by QT_QPA_PLATFORM)"
    usual = {"win32": "windows", "darwin": "cocoa"}.get(sys.platform)
    return usual or ("wayland" if "WAYLAND_DISPLAY" in os.environ else "xcb")


def _models() -> list[str]:
    found = installed()
    lines = [
        f"  {model.manifest.id}: {model.manifest.name} {model.manifest.version}, {model.folder}"
        for model in found.models.values()
    ]
    return ["Models:", *lines, *(f"  damaged: {error}" for error in found.damaged)]


def _size(path: Path) -> str:
    try:
        return f" ({path.stat().st_size / 1e6:.1f} MB)"
    except OSError:
        return " (not there yet)"
