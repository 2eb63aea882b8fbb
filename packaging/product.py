"""Names, versions and paths of what is shipped, and templates filled with them.

Usage: python packaging/product.py TEMPLATE   (prints the filled template)
"""

from __future__ import annotations

import os
import platform
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from girlsmoe_desktop import __version__  # noqa: E402  a docstring and the version

NAME = "GirlsMoe Desktop"
VERSION = __version__
SUMMARY = "Design anime characters on your own machine"
PACKAGE = "girlsmoe-desktop"
WINDOW_PROGRAM, CONSOLE_PROGRAM = "girlsmoe", "girlsmoe-cli"
IDENTIFIER = "app.girlsmoe.desktop"
PUBLISHER = "The GirlsMoe Desktop maintainers"
CONTACT = "maintainers@girlsmoe.invalid"
# Inno Setup knows an installed program by this; it must never change.
WINDOWS_ID = "{6B0A1C1E-5C0D-4E5B-9B57-6A3F0B3A7C51}"
# Where people's galleries, own models and settings lie, below the system's folder for such things.
USER_FOLDER = "GirlsMoe"

RECIPE_ENDING = "girlsmoe"
RECIPE_TYPE = "application/x-girlsmoe-recipe+json"
RECIPE_WORDS = "Recipe of an anime character"

PACKAGING = ROOT / "packaging"
BUILD, DIST = ROOT / "build", ROOT / "dist"
# What PyInstaller writes: one folder with both programs.
FOLDER = DIST / "girlsmoe"
APP_BUNDLE = DIST / f"{NAME}.app"
INSIDE = "_internal"
# The clean environment, without torch, that the program is collected from.
ENVIRONMENT = BUILD / "dist-venv"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
ICONS, LICENCES = BUILD / "icons", BUILD / "licences"
ICON_SIZES_PX = (16, 22, 24, 32, 48, 64, 128, 256, 512)
OPT = "/opt/girlsmoe"

MAX_FOLDER_MB, MAX_DEB_MB, MAX_TAR_MB = 215, 85, 66

_SYSTEMS = {"linux": "linux", "darwin": "macos", "win32": "windows"}
_MACHINES = {"amd64": "x86_64", "x86_64": "x86_64", "aarch64": "arm64", "arm64": "arm64"}
_PLACEHOLDER = re.compile(r"@([A-Z][A-Z_]*)@")


def machine() -> str:
    """Returns what this machine's processor is called in file names."""
    name = platform.machine().lower()
    return _MACHINES.get(name, name)


def file_stem() -> str:
    """Returns the name, without ending, of what is made for this system."""
    return f"girlsmoe-{VERSION}-{_SYSTEMS.get(sys.platform, sys.platform)}-{machine()}"


def artefact(ending: str) -> Path:
    """Returns where the artefact of an ending, such as "tar.xz", is written."""
    return DIST / f"{file_stem()}.{ending}"


def debian_architecture() -> str:
    """Returns what Debian calls this machine's processor."""
    return {"x86_64": "amd64"}.get(machine(), machine())


def deb() -> Path:
    """Returns where the Debian package is written."""
    return DIST / f"{PACKAGE}_{VERSION}_{debian_architecture()}.deb"


def info_plist() -> dict[str, object]:
    """Returns what macOS is told of the application beyond what PyInstaller says itself."""
    return {
        "CFBundleDisplayName": NAME,
        "CFBundleShortVersionString": VERSION,
        "CFBundleVersion": VERSION,
        "LSApplicationCategoryType": "public.app-category.graphics-design",
        "LSMinimumSystemVersion": "13.0",
        "NSHighResolutionCapable": True,
        "NSRequiresAquaSystemAppearance": False,
        "CFBundleLocalizations": ["en", "ja", "ru", "zh_CN"],
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": RECIPE_WORDS,
                "CFBundleTypeRole": "Editor",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [f"{IDENTIFIER}.recipe"],
            }
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": f"{IDENTIFIER}.recipe",
                "UTTypeDescription": RECIPE_WORDS,
                "UTTypeConformsTo": ["public.json"],
                "UTTypeTagSpecification": {
                    "public.filename-extension": [RECIPE_ENDING],
                    "public.mime-type": [RECIPE_TYPE],
                },
            }
        ],
    }


def values(**more: str) -> dict[str, str]:
    """Returns placeholder -> value for templates; `more` adds to it."""
    known = {
        "NAME": NAME,
        "VERSION": VERSION,
        "SUMMARY": SUMMARY,
        "PACKAGE": PACKAGE,
        "PROGRAM": WINDOW_PROGRAM,
        "CONSOLE": CONSOLE_PROGRAM,
        "IDENTIFIER": IDENTIFIER,
        "PUBLISHER": PUBLISHER,
        "CONTACT": CONTACT,
        "WINDOWS_ID": WINDOWS_ID,
        "USER_FOLDER": USER_FOLDER,
        "ENDING": RECIPE_ENDING,
        "TYPE": RECIPE_TYPE,
        "TYPE_ICON": RECIPE_TYPE.replace("/", "-"),
        "TYPE_WORDS": RECIPE_WORDS,
        "INSIDE": INSIDE,
        "OPT": OPT,
        "STEM": file_stem(),
        "ROOT": str(ROOT),
        "FOLDER": _below_root(FOLDER),
        "DIST": _below_root(DIST),
        "BUILD": _below_root(BUILD),
        "ICONS": _below_root(ICONS),
        "APP_BUNDLE": _below_root(APP_BUNDLE),
    }
    return {**known, **more}


def render(template: Path, **more: str) -> str:
    """Returns a template's text with each @WORD@ replaced by its value.

    Raises:
        KeyError: It names a word that has no value.
    """
    known = values(**more)
    text = template.read_text(encoding="utf-8")
    return _PLACEHOLDER.sub(lambda match: known[match[1]], text)


def _below_root(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


if __name__ == "__main__":
    sys.stdout.write(render(Path(sys.argv[1])))
