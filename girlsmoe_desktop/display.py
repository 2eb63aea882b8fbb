"""Whether there is a screen to open a window on. Standard library only."""

from __future__ import annotations

import ctypes
import os
import sys


def display_problem() -> str | None:
    """Returns why there is no display to open a window on, or None when there is one."""
    chosen = {"QT_QPA_PLATFORM", "WAYLAND_DISPLAY"} & set(os.environ)
    if sys.platform != "linux" or chosen:
        return None
    if "DISPLAY" not in os.environ:
        return "There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)"
    if _answers():
        return None
    return f"The display {os.environ['DISPLAY']} can't be reached"


def _answers() -> bool:
    """Returns whether the X server that DISPLAY names lets us in."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # can't be told here; Qt will say more
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    failed: int = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return failed == 0
