"""Looks for garbage on the GUI thread alone."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 500


class GuiGarbage(QObject):
    """Takes the search for objects that only refer to one another over from Python.

    Python does it on whichever thread happens to make one object too many. On a worker thread it
    would find widgets and pixmaps, which may be destroyed on the GUI thread only, and end them
    while Qt still handles their events: a crash, once in a while.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(collect_due)

    def begin(self) -> None:
        """Begins to look. What the start of the program made stays: it is not looked through."""
        if not gc.get_freeze_count():
            gc.freeze()
        self._timer.start()


def collect_due() -> None:
    """Looks through the generations that Python would have looked through by now."""
    young, middle, old = gc.get_count()
    many_young, many_middle, many_old = gc.get_threshold()
    if old > many_old:
        gc.collect(2)
    elif middle > many_middle or young > many_young * many_middle:
        gc.collect(1)
    elif young > many_young:
        gc.collect(0)
