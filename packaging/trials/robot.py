"""Somebody before a screen, who looks at it and types: X11 by python-xlib."""

from __future__ import annotations

import contextlib
import time
from typing import TYPE_CHECKING

from PIL import Image
from Xlib import XK, X
from Xlib.display import Display
from Xlib.error import BadDrawable, BadMatch, BadWindow
from Xlib.ext import xtest

if TYPE_CHECKING:
    from collections.abc import Callable

from trials.common import LIMIT_S, expect

# Between keys, so that no two are taken for one.
PAUSE_S = 0.03
REST_S = 0.3
# Keys are pressed once more after so long, should they have been lost.
RETRY_AFTER_S = 30.0
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

    def focus(self, window: int) -> None:
        """Gives a window the keyboard, as a window manager would, once nothing moves in it."""
        self._display.create_resource_object("window", window).set_input_focus(
            X.RevertToPointerRoot, X.CurrentTime
        )
        self._display.sync()
        self._rest(window)

    def press_until(self, keys: str, what: str, is_so: Callable[[], object]) -> None:
        """Presses keys, now and then once more, until something is so.

        Raises:
            BuildError: They were pressed in vain; with `what`.
        """
        deadline = time.monotonic() + LIMIT_S
        while not is_so():
            expect(time.monotonic() < deadline, f"{keys} was pressed in vain: {what}")
            self.press(keys)
            patience = time.monotonic() + RETRY_AFTER_S
            while time.monotonic() < patience and not is_so():
                time.sleep(0.1)

    def press_until_new(self, keys: str, what: str) -> int:
        """Presses keys until another window, or a menu, is shown; returns it.

        Raises:
            BuildError: None came, however often they were pressed.
        """
        before = set(self.windows())
        self.press_until(keys, what, lambda: set(self.windows()) - before)
        return next(window for window in reversed(self.windows()) if window not in before)

    def press_until_gone(self, keys: str, window: int, what: str) -> None:
        """Presses keys until a window is shown no longer.

        Raises:
            BuildError: It stayed, however often they were pressed.
        """
        self.press_until(keys, what, lambda: window not in self.windows())

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

    def _rest(self, window: int) -> None:
        """Waits until a window shows the same for a moment; what blinks for ever is let be."""
        deadline, before = time.monotonic() + RETRY_AFTER_S, None
        while time.monotonic() < deadline:
            picture = self.picture(window)
            now = None if picture is None else picture.tobytes()
            if now is not None and now == before:
                return
            before = now
            time.sleep(REST_S)

    def _code(self, key: str) -> int:
        code: int = self._display.keysym_to_keycode(XK.string_to_keysym(key))
        expect(code, f"this screen's keyboard has no {key}")
        return code
