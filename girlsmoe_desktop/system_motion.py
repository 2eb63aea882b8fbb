"""Whether the system asks for less motion. Standard library only.

Qt tells it from version 6.12 on, which the program may not have yet; so the places are asked that
the desktops themselves keep it in. Whoever asks may wait for another program: not for the thread
that paints.
"""

from __future__ import annotations

import configparser
import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path

_PATIENCE_S = 2.0
_SPI_GETCLIENTAREAANIMATION = 0x1042
# What is asked for the setting, and the answer that means less motion.
_ASKED = {
    "darwin": (("defaults", "read", "com.apple.universalaccess", "reduceMotion"), "1"),
    "linux": (("gsettings", "get", "org.gnome.desktop.interface", "enable-animations"), "false"),
}
# Files of the desktops, in the folder of settings: section, key, and the values that mean it.
_NOTED = (
    ("kdeglobals", "KDE", "AnimationDurationFactor", ("0", "0.0")),
    ("gtk-4.0/settings.ini", "Settings", "gtk-enable-animations", ("0", "false")),
    ("gtk-3.0/settings.ini", "Settings", "gtk-enable-animations", ("0", "false")),
)


def asks_for_less() -> bool:
    """Returns whether the system asks for less motion; what can't be told is no."""
    if sys.platform == "win32":
        return _windows_asks()
    return _is_noted() or _is_answered()


def _environment() -> dict[str, str]:
    """Returns the environment of a program that is not ours: it looks for its own libraries."""
    result = dict(os.environ)
    for name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"):
        if getattr(sys, "frozen", False):
            result.pop(name, None)
        if original := os.environ.get(f"{name}_ORIG"):
            result[name] = original
    return result


def _windows_asks() -> bool:
    animates = ctypes.c_int(1)
    library = ctypes.CDLL("user32")
    library.SystemParametersInfoW(_SPI_GETCLIENTAREAANIMATION, 0, ctypes.byref(animates), 0)
    return not animates.value


def _is_noted() -> bool:
    folder = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    return any(_value(folder / file, section, key) in quiet for file, section, key, quiet in _NOTED)


def _value(file: Path, section: str, key: str) -> str:
    parser = configparser.ConfigParser(strict=False, interpolation=None)
    try:
        parser.read(file, encoding="utf-8")
    except (configparser.Error, UnicodeDecodeError, OSError):
        return ""
    return parser.get(section, key, fallback="").strip().lower()


def _is_answered() -> bool:
    command, quiet = _ASKED.get(sys.platform, (("",), ""))
    program = shutil.which(command[0])
    # Outside of a session GNOME's program would make files of its own in the person's home.
    has_session = sys.platform != "linux" or "XDG_RUNTIME_DIR" in os.environ
    if program is None or not has_session:
        return False
    try:
        answer = subprocess.run(
            [program, *command[1:]],
            capture_output=True,
            text=True,
            timeout=_PATIENCE_S,
            env=_environment(),
        )
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return False
    return answer.stdout.strip().lower() == quiet
