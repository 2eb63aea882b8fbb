"""What training runs in: which Python was found, or how to get one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from girlsmoe_desktop.jobs.python_probe import INSTALL, PythonProbe, usual_pythons
from girlsmoe_desktop.views import files
from girlsmoe_desktop.views.buttons import small_button
from girlsmoe_desktop.views.surfaces import breakable, label

if TYPE_CHECKING:
    from girlsmoe_desktop.jobs.python_probe import TrainerPython
    from girlsmoe_desktop.state.settings import Settings


class TrainPython(QWidget):
    """Looks for a Python that can train, when it is first asked to.

    Attributes:
        choose: Asks for another one.
        copy: Copies the command that makes one.

    Signals:
        found: Emitted with the executable of one that can train, or "" where none can.
    """

    found = Signal(str)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._probe = PythonProbe(self)
        self._was_asked = False
        self._text = ""
        self._words = label("", "secondary", quiet=True, wrap=True)
        self.copy = small_button(self.tr("Copy the command"))
        self.choose = small_button(self.tr("Choose a Python …"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(label(self.tr("Trains with"), "strong", quiet=True))
        layout.addWidget(self._words)
        layout.addWidget(self.copy)
        layout.addWidget(self.choose)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(INSTALL))
        self.choose.clicked.connect(self._ask)
        self.copy.hide()

    @property
    def text(self) -> str:
        """What is said of the Python."""
        return self._text

    def look(self) -> None:
        """Looks for one; after the first time it does nothing."""
        if not self._was_asked:
            chosen = [self._settings.python] if self._settings.python else []
            self._look_at([*chosen, *usual_pythons()])

    def look_at(self, python: str) -> None:
        """Tries one that the person chose; it is remembered if it can train."""
        self._look_at([python], remember=True)

    def shut_down(self) -> None:
        """Stops looking."""
        self._probe.shut_down()

    def _look_at(self, pythons: list[str], *, remember: bool = False) -> None:
        self._was_asked = True
        self._say(self.tr("Looking for a Python that can train …"))
        self.copy.hide()
        self.found.emit("")
        self._probe.ask(pythons, lambda python: self._take(python, remember), self._miss)

    def _take(self, python: TrainerPython, remember: bool) -> None:
        if remember:
            self._settings.python = python.path
        self._say(self.tr("torch {0} on {1}").format(python.torch, python.device))
        self._words.setToolTip(python.path)
        self.found.emit(python.path)

    def _miss(self, why: str) -> None:
        self._say(why)
        self.copy.show()

    def _say(self, text: str) -> None:
        self._text = text
        self._words.setText(breakable(text))
        self._words.setAccessibleName(text)
        self._words.setToolTip("")

    def _ask(self) -> None:
        path = files.ask_program(self, self.tr("Choose the program of a Python"))
        if path is not None:
            self.look_at(str(path))
