"""Tells when a window is seen for the first time: what can wait for that begins then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

PATIENCE_MS = 1000
"""A window that opens as an icon is not painted; what waits begins all the same."""


class FirstPaint(QObject):
    """Watches a window until it has been painted.

    Signals:
        painted: It is on the screen, or is not painted in time. Emitted once.
    """

    painted = Signal()

    def __init__(self, window: QWidget) -> None:
        """Begins to watch.

        Args:
            window: Is not shown yet.
        """
        super().__init__(window)
        self._window = window
        self._timer = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._timer.timeout.connect(self._tell)
        self._timer.start()
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Notices that the window is being painted."""
        if event.type() == QEvent.Type.Paint and watched is self._window:
            watched.removeEventFilter(self)
            # Its parts are painted after it, before anything else is done.
            self._timer.start(0)
        return super().eventFilter(watched, event)

    def _tell(self) -> None:
        self._window.removeEventFilter(self)
        self.painted.emit()
