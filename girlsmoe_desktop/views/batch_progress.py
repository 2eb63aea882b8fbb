"""How far a batch of pictures is, how long it will still take, and a way to end it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from girlsmoe_desktop.state import words
from girlsmoe_desktop.views.buttons import TextButton
from girlsmoe_desktop.views.progress_line import ProgressLine
from girlsmoe_desktop.views.surfaces import label

if TYPE_CHECKING:
    from girlsmoe_desktop.runtime.enlarging import Progress
    from girlsmoe_desktop.state.file_enlarging import FileEnlarging

HEIGHT_PX = 52


class BatchProgress(QWidget):
    """A line that fills, which picture it is, the time left, and Cancel.

    Attributes:
        cancel: Ends the batch.
    """

    def __init__(self, enlarging: FileEnlarging, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._enlarging = enlarging
        self._words, self._line = label("", "secondary"), ProgressLine()
        self.cancel = TextButton(self.tr("Cancel"))
        told = QVBoxLayout()
        told.setSpacing(6)
        told.addStretch(1)
        told.addWidget(self._words)
        told.addWidget(self._line)
        told.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(told, 1)
        row.addWidget(self.cancel)
        self.setFixedHeight(HEIGHT_PX)
        self.cancel.clicked.connect(enlarging.cancel)
        enlarging.changed.connect(self._begin)
        enlarging.progressed.connect(self._show)

    @property
    def said(self) -> str:
        """What it says."""
        return self._words.text()

    def _begin(self) -> None:
        self.cancel.setEnabled(not self._enlarging.is_stopping)
        if self._enlarging.is_stopping:
            self._words.setText(self.tr("Stopping …"))
        elif not self._enlarging.is_busy:
            self._words.setText(self.tr("Beginning …"))
            self._line.show_share(0)

    def _show(self, progress: Progress) -> None:
        if self._enlarging.is_stopping:
            return
        self._line.show_share(progress.share)
        told = self.tr("{0} of {1}").format(progress.index + 1, progress.count)
        if progress.left_s is not None:
            told = self.tr("{0} · {1} left").format(told, words.time_left(progress.left_s))
        self._words.setText(told)
        self._words.setToolTip(str(progress.path))
