"""The one door to files that come with the program: bundled models, icons."""

from __future__ import annotations

import sys
from pathlib import Path


def assets() -> Path:
    """Returns the folder of bundled assets, whether frozen, installed or run from a checkout."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen) / "assets"
    package = Path(__file__).resolve().parent
    installed = package / "assets"
    return installed if installed.is_dir() else package.parent / "assets"
