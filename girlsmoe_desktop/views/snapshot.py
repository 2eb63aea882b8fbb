"""Saves a picture of the window once somebody is on its stage, and ends the program."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from pathlib import Path

    from girlsmoe_desktop.views.first_paint import FirstPaint
    from girlsmoe_desktop.views.main_window import MainWindow

# The character fades in; the picture is to show all of it.
SETTLING_MS = 900
LIMIT_MS = 60_000
EXIT_FAILED = 2


class Snapshot(QObject):
    """Waits for the first character of a window, saves what is seen, and closes the window.

    It prints when the window was painted and when the character was there, in seconds since 1970,
    so that whoever started the program knows how long they took.
    """

    def __init__(self, window: MainWindow, first_paint: FirstPaint, path: Path) -> None:
        """Begins to wait.

        Args:
            window: Is not shown yet.
            first_paint: Of that window.
            path: The picture's name; its ending says its kind.
        """
        super().__init__(window)
        self._window, self._path = window, path
        self._is_there = False
        first_paint.painted.connect(lambda: _print("window painted"))
        window.studio.session.character_changed.connect(self._see)
        window.studio.model_failed.connect(self._fail)
        QTimer.singleShot(LIMIT_MS, self, lambda: self._fail("nobody came on the stage in time"))

    def _see(self) -> None:
        if self._is_there or self._window.studio.session.character is None:
            return
        self._is_there = True
        _print("first character")
        QTimer.singleShot(SETTLING_MS, self, self._save)

    def _save(self) -> None:
        if self._window.grab().save(str(self._path)):
            self._end(0)
        else:
            self._fail(f"{self._path} can't be written: choose a PNG's name in a folder of yours")

    def _fail(self, why: str) -> None:
        print(f"girlsmoe: there is no picture of the window: {why}.", flush=True)
        self._end(EXIT_FAILED)

    def _end(self, code: int) -> None:
        self._window.close()
        QApplication.exit(code)


def _print(what: str) -> None:
    print(f"{what}: {time.time():.3f}", flush=True)
