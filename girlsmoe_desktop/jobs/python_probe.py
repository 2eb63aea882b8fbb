"""Looks for a Python that can train: one that has torch and a trainer of the same version."""

from __future__ import annotations

import json
import shutil
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QProcess, QTimer

from girlsmoe_desktop import __version__
from girlsmoe_desktop.jobs.trainer_process import environment

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# The first import of torch can take half a minute on a cold disk.
LIMIT_MS = 90_000
INSTALL = 'pip install "girlsmoe-desktop[train]"'
_PROBE = """
import json
from importlib.util import find_spec
names = ("girlsmoe_desktop", "trainer", "torch", "safetensors", "psutil", "skia", "onnx",
         "onnxscript")
answer = {"missing": [name for name in names if find_spec(name) is None]}
if not answer["missing"]:
    import girlsmoe_desktop, torch
    cuda = torch.cuda.is_available()
    answer["version"] = girlsmoe_desktop.__version__
    answer["torch"] = str(torch.__version__)
    answer["device"] = torch.cuda.get_device_name(0) if cuda else "CPU"
print()
print(json.dumps(answer))
"""


@dataclass(frozen=True)
class TrainerPython:
    """A Python that can train.

    Attributes:
        path: Its executable.
        torch: Version of its torch.
        device: The graphics card it trains on, or "CPU".
    """

    path: str
    torch: str
    device: str


def usual_pythons() -> list[str]:
    """Returns where to look: the running Python or, in a packaged program, the system's."""
    if not getattr(sys, "frozen", False):
        return [sys.executable]
    return [found for name in ("python3", "python") if (found := shutil.which(name))]


class PythonProbe(QObject):
    """Asks Pythons, one after the other, whether they can train."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._waiting: list[str] = []
        self._problem = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LIMIT_MS)
        self._timer.timeout.connect(self._give_up)

    def ask(
        self,
        pythons: Sequence[str],
        success: Callable[[TrainerPython], None],
        failure: Callable[[str], None],
    ) -> None:
        """Asks until one can train; an earlier question is dropped.

        Args:
            pythons: Executables.
            success: Told the first that can train.
            failure: Told why none can, and what to do.
        """
        self.shut_down()
        self._success, self._failure = success, failure
        self._waiting = list(pythons)
        self._problem = self.tr(
            "Training needs a Python with torch, and none was found. Install Python 3.11 or later "
            "from python.org, run {0} in it, then choose it here."
        ).format(INSTALL)
        self._ask_next()

    def shut_down(self) -> None:
        """Stops asking; nothing is told any more."""
        self._timer.stop()
        self._waiting = []
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.waitForFinished()
            process.deleteLater()

    def _ask_next(self) -> None:
        if not self._waiting:
            self._failure(self._problem)
            return
        process = self._process = QProcess(self)
        process.setProcessEnvironment(environment())
        # Not through a function that holds this object: it would be kept by its own child, and
        # end while that is being deleted.
        process.finished.connect(self._read)
        process.errorOccurred.connect(self._fail)
        self._timer.start()
        process.start(self._waiting[0], ["-c", _PROBE])

    def _fail(self, error: QProcess.ProcessError) -> None:
        is_asked = self.sender() is self._process
        if is_asked and error == QProcess.ProcessError.FailedToStart:
            words = self.tr("{0} can't be started: choose the executable of a Python.")
            self._refuse(words.format(self._waiting[0]))

    def _give_up(self) -> None:
        words = self.tr("{0} did not answer in time: try again, or choose another Python.")
        process = self._process
        self._process = None
        if process is not None:
            process.kill()
            process.waitForFinished()
            process.deleteLater()
        self._refuse(words.format(self._waiting[0]))

    def _read(self) -> None:
        process = self._process
        if process is None or self.sender() is not process:
            return
        python = self._waiting[0]
        answer = _answer(bytes(process.readAllStandardOutput().data()))
        if answer.get("version") == __version__ and not answer["missing"]:
            self._timer.stop()
            self._process, self._waiting = None, []
            process.deleteLater()
            self._success(TrainerPython(python, str(answer["torch"]), str(answer["device"])))
        else:
            self._refuse(self._why_not(python, answer))

    def _why_not(self, python: str, answer: dict[str, Any]) -> str:
        if answer.get("missing"):
            words = self.tr("{0} can't train: it lacks {1}. Run {2} in it, or choose another.")
            return words.format(python, ", ".join(map(str, answer["missing"])), INSTALL)
        if "version" in answer:
            words = self.tr("{0} has version {1} of the trainer, and the window is {2}: run {3}.")
            return words.format(python, answer["version"], __version__, INSTALL)
        words = self.tr("{0} gave no answer that can be read: choose another Python.")
        return words.format(python)

    def _refuse(self, problem: str) -> None:
        self._timer.stop()
        if self._process is not None:
            self._process.deleteLater()
            self._process = None
        self._problem = problem
        del self._waiting[:1]
        self._ask_next()


def _answer(output: bytes) -> dict[str, Any]:
    """Returns what the probe printed in its last line, or nothing if that can't be read."""
    lines = output.decode("utf-8", "replace").strip().splitlines()
    try:
        answer = json.loads(lines[-1]) if lines else {}
    except (ValueError, RecursionError):
        return {}
    whole = isinstance(answer, dict) and isinstance(answer.get("missing"), list)
    return answer if whole else {}
