"""Somebody before a screen, who looks at it and types: X11 by python-xlib."""

from __future__ import annotations

import contextlib
import time

from PIL import Image
from Xlib import XK, X
from Xlib.display import Display
from Xlib.error import BadDrawable, BadMatch, BadWindow
from Xlib.ext import xtest

from trials.common import LIMIT_S, expect, wait_until

# Between keys, so that no two are taken for one.
PAUSE_S = 0.03
# Tenths of a second after which keys are pressed once more, should they have been lost.
RETRY_AFTER_CHECKS = 300
_MODIFIERS = {"ctrl": "Control_L", "alt": "Alt_L", "shift": "Shift_L"}
_GONE = (BadWindow, BadDrawable, BadMatch)


class Robot:
    """Sees and types on a screen without a window manager.

    Attributes:
        name: Of the screen, for DISPLAY.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self._display = Display(name)
        self._root = self._display.screen().root

    def windows(self) -> list[int]:
        """Returns the ids of all windows and menus that are shown, the lowest first."""
        found = []
        for window in self._root.query_tree().children:
            with contextlib.suppress(*_GONE):
                shown = window.get_attributes().map_state == X.IsViewable
                if shown and window.get_geometry().width > 10:
                    found.append(window.id)
        return found

    def press(self, keys: str) -> None:
        """Presses keys together, such as "ctrl+s" or "Return", and lets go of them."""
        *modifiers, key = keys.split("+")
        codes = [self._code(_MODIFIERS[name]) for name in modifiers] + [self._code(key)]
        for code in codes:
            xtest.fake_input(self._display, X.KeyPress, code)
        for code in reversed(codes):
            xtest.fake_input(self._display, X.KeyRelease, code)
        self._display.sync()
        time.sleep(PAUSE_S)

    def type(self, text: str) -> None:
        """Types small letters, digits and full stops."""
        for letter in text:
            self.press("period" if letter == "." else letter)

    def focus(self, window: int) -> None:
        """Gives a window the keyboard, as a window manager would."""
        self._display.create_resource_object("window", window).set_input_focus(
            X.RevertToPointerRoot, X.CurrentTime
        )
        self._display.sync()
        time.sleep(PAUSE_S)

    def press_until_new(self, keys: str, what: str) -> int:
        """Presses keys until another window, or a menu, is shown; returns it.

        Raises:
            BuildError: None came, however often they were pressed.
        """
        before = set(self.windows())
        deadline = time.monotonic() + LIMIT_S
        while True:
            expect(time.monotonic() < deadline, f"{keys} was pressed in vain: {what}")
            self.press(keys)
            for _ in range(RETRY_AFTER_CHECKS):
                fresh = [window for window in self.windows() if window not in before]
                if fresh:
                    return fresh[-1]
                time.sleep(0.1)

    def wait_gone(self, window: int, what: str) -> None:
        """Waits until a window is shown no longer."""
        wait_until(what, lambda: window not in self.windows())

    def picture(self, window: int) -> Image.Image | None:
        """Returns what a window shows, RGB; None where it is not there any more."""
        drawable = self._display.create_resource_object("window", window)
        try:
            size = drawable.get_geometry()
            data = drawable.get_image(0, 0, size.width, size.height, X.ZPixmap, 0xFFFFFFFF).data
        except _GONE:
            return None
        return Image.frombytes("RGB", (size.width, size.height), data, "raw", "BGRX")

    def close(self) -> None:
        """Leaves the screen."""
        self._display.close()

    def _code(self, key: str) -> int:
        code: int = self._display.keysym_to_keycode(XK.string_to_keysym(key))
        expect(code, f"this screen's keyboard has no {key}")
        return code
