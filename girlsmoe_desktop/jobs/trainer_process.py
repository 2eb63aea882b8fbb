"""The trainer as a child process: events come in by its output, the wish to stop goes out."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Qt

from girlsmoe_desktop.core.errors import UserError
from trainer import events

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

COMMAND = ("-u", "-m", "trainer.cli")
# Far longer than any event; what is longer is no event and must not fill the memory.
MAX_LINE_BYTES = 1 << 20
TAIL_BYTES = 8192
# A step and its checkpoint take seconds, on a slow machine some more.
PATIENCE_MS = 20_000
_PREFIX = "girlsmoe-train: "


def environment() -> QProcessEnvironment:
    """Returns the environment of a Python that is not ours.

    A packaged program changes where libraries are looked for; another Python must not see that.
    """
    result = QProcessEnvironment.systemEnvironment()
    result.insert("PYTHONUTF8", "1")
    if getattr(sys, "frozen", False):
        for name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"):
            original = os.environ.get(f"{name}_ORIG")
            result.remove(name)
            if original is not None:
                result.insert(name, original)
    return result


class LineBuffer:
    """Puts pieces of output together to lines; lines that are too long are left out."""

    def __init__(self, max_bytes: int = MAX_LINE_BYTES) -> None:
        self._max_bytes = max_bytes
        self._rest = bytearray()
        self._skipping = False

    def add(self, data: bytes) -> list[str]:
        """Returns the lines that a piece completes."""
        self._rest += data
        *whole, rest = self._rest.split(b"\n")
        self._rest = bytearray(rest)
        if whole and self._skipping:
            del whole[0]
            self._skipping = False
        if len(self._rest) > self._max_bytes:
            self._rest.clear()
            self._skipping = True
        kept = (line for line in whole if len(line) <= self._max_bytes)
        return [line.decode("utf-8", "replace") for line in kept]


class TrainerProcess(QObject):
    """One command of the trainer, from its start to its end."""

    def __init__(
        self,
        python: str,
        arguments: Sequence[str],
        on_event: Callable[[events.Event], None],
        on_end: Callable[[bool, str], None],
        parent: QObject | None = None,
    ) -> None:
        """Starts the command.

        Args:
            python: The Python to run it in.
            arguments: Those of girlsmoe-train.
            on_event: Told every event; lines that are none are passed over.
            on_end: Told once whether it ended well and, if not, why.
            parent: As for any object.
        """
        super().__init__(parent)
        self._python = python
        self._on_event, self._on_end = on_event, on_end
        self._lines = LineBuffer()
        self._tail = bytearray()
        self._problem = ""
        self._is_over = False
        self._process = QProcess(self)
        self._process.setProcessEnvironment(environment())
        self._process.readyReadStandardOutput.connect(self._read_events)
        self._process.readyReadStandardError.connect(self._read_words)
        self._process.finished.connect(self._finish)
        # Queued: it may fail while it is being started, before anybody holds this object.
        self._process.errorOccurred.connect(
            self._could_not_start, Qt.ConnectionType.QueuedConnection
        )
        self._process.start(python, [*COMMAND, *arguments])

    def stop(self) -> None:
        """Asks the command to end in good order; it may take a step and a checkpoint."""
        self._process.write(b"stop\n")

    def kill(self) -> None:
        """Ends the command at once; what is not on the disk yet is lost."""
        self._process.kill()

    def shut_down(self, patience_ms: int = PATIENCE_MS) -> None:
        """Ends the command, politely first and then firmly. Nothing is told any more."""
        self._is_over = True
        if self._process.state() == QProcess.ProcessState.NotRunning:
            return
        self.stop()
        # The end of its input means that nobody is there any more; it stops for that as well.
        self._process.closeWriteChannel()
        if not self._process.waitForFinished(patience_ms):
            self._process.kill()
            self._process.waitForFinished()

    def _read_events(self) -> None:
        for line in self._lines.add(bytes(self._process.readAllStandardOutput().data())):
            try:
                event = events.from_line(line)
            except UserError:
                continue  # such as what a library prints
            if isinstance(event, events.Error):
                self._problem = event.message
            elif not self._is_over:
                self._on_event(event)

    def _read_words(self) -> None:
        self._tail += self._process.readAllStandardError().data()
        del self._tail[:-TAIL_BYTES]

    def _finish(self, code: int, status: QProcess.ExitStatus) -> None:
        self._read_events()
        self._read_words()
        if status == QProcess.ExitStatus.CrashExit:
            words = self.tr(
                "The trainer ended suddenly. If the computer ran out of memory, close other "
                "programs or choose a smaller model, and go on."
            )
            self._end(False, words)
        else:
            self._end(code == 0, "" if code == 0 else self._why(code))

    def _could_not_start(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            words = self.tr("{0} can't be started ({1}). Choose another Python.")
            self._end(False, words.format(self._python, self._process.errorString()))

    def _end(self, ok: bool, message: str) -> None:
        if not self._is_over:
            self._is_over = True
            self._on_end(ok, message)
            self.deleteLater()

    def _why(self, code: int) -> str:
        """Returns what the command said last."""
        if self._problem:
            return self._problem
        words = self._tail.decode("utf-8", "replace").strip().splitlines()
        if not words:
            return self.tr("The trainer ended with code {0} and gave no reason.").format(code)
        last = words[-1].strip()
        if last.startswith(_PREFIX):
            return last.removeprefix(_PREFIX)
        return self.tr("The trainer ended with an error: {0}").format(last)
