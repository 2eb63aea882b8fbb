"""Short motions: none is longer than a seventh of a second, none keeps anybody waiting.

What moves is already there: it can be pressed, and is read out, from the first moment on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QObject, Qt, QVariantAnimation
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from girlsmoe_desktop.jobs.task import Task, Tasks

SHORT_MS, LONG_MS = 120, 140
# Nobody looks at these: what is taken of them should show how things end.
_UNSEEN = ("offscreen", "minimal")


class _Permission:
    """Whether things may move, for the whole window as its colours are."""

    granted = False


def allow(allowed: bool) -> None:
    """Lets things move from now on, or not."""
    _Permission.granted = allowed


def is_allowed() -> bool:
    """Returns whether things may move."""
    return _Permission.granted


class Motion(QObject):
    """Lets things move as the person wants it, or as the system has it.

    The system is asked anew whenever somebody comes back to the window: they may have been there.
    """

    def __init__(self, tasks: Tasks, choice: str, parent: QObject | None = None) -> None:
        """Begins with nothing moving, until the system has answered.

        Args:
            tasks: Asks the system.
            choice: "on", "off", or "system".
            parent: As for any object.
        """
        super().__init__(parent)
        self._tasks, self._choice = tasks, choice
        self._instance().applicationStateChanged.connect(self._look)
        self.choose(choice)

    def choose(self, choice: str) -> None:
        """Lets things move, "on" or "off", or as the "system" has it."""
        self._choice = choice
        if choice == "system":
            self._ask()
        else:
            allow(choice == "on")

    def _look(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive and self._choice == "system":
            self._ask()

    def _ask(self) -> None:
        if QGuiApplication.platformName() in _UNSEEN:
            allow(False)
            return
        self._tasks.run(self, _system_asks_for_less, self._take, lambda _error: None)

    def _take(self, less: bool) -> None:
        if self._choice == "system":
            allow(not less)

    @staticmethod
    def _instance() -> QGuiApplication:
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        return application


def _system_asks_for_less(_task: Task) -> bool:
    """Returns what the system says. For worker threads."""
    # What the window does not wait for is not loaded before it.
    from girlsmoe_desktop import system_motion

    return system_motion.asks_for_less()


class Move(QVariantAnimation):
    """A share that runs from 0 to 1, once for each `begin`, for who paints by it."""

    def __init__(self, parent: QObject, moved: Callable[[], None], length_ms: int) -> None:
        """Makes one that stands at its end.

        Args:
            parent: Whom it belongs to.
            moved: Called with each step, the last one included.
            length_ms: How long it takes.
        """
        super().__init__(parent)
        self.setStartValue(0.0)
        self.setEndValue(1.0)
        self.setDuration(length_ms)
        self.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.valueChanged.connect(lambda _share: moved())

    @property
    def share(self) -> float:
        """How far it has come, 0..1; 1 while nothing moves."""
        return float(self.currentValue()) if self.is_under_way else 1.0

    @property
    def is_under_way(self) -> bool:
        """Whether it has begun and not ended."""
        return self.state() == QAbstractAnimation.State.Running

    def begin(self) -> bool:
        """Begins anew where things may move; returns whether it did."""
        self.stop()
        if is_allowed():
            self.start()
        return is_allowed()


class _Veil(QWidget):
    """A picture of what was there before, over what is there now, until it has faded."""

    def __init__(self, over: QWidget, picture: QPixmap) -> None:
        super().__init__(over)
        self._picture = picture
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(over.rect())
        self._move = Move(self, self.update, SHORT_MS)
        self._move.finished.connect(self.deleteLater)
        self.show()
        self.raise_()
        self._move.begin()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paints what is left of the picture."""
        painter = QPainter(self)
        painter.setOpacity(1.0 - self._move.share)
        painter.drawPixmap(0, 0, self._picture)


def dissolve(widget: QWidget, change: Callable[[], None]) -> None:
    """Changes what a widget shows; the sight of before fades from it."""
    if not is_allowed() or not widget.isVisible():
        change()
        return
    before = widget.grab()
    change()
    _Veil(widget, before)
