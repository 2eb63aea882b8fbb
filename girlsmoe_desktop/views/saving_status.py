"""A word on pictures that are being saved in the line at the foot, and a way to stop it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from girlsmoe_desktop.state import words
from girlsmoe_desktop.views.buttons import IconButton
from girlsmoe_desktop.views.progress_line import ProgressLine

if TYPE_CHECKING:
    from girlsmoe_desktop.state.saving import Saving

LINE_PX, BUTTON_PX = 96, 24


class SavingStatus(QWidget):
    """Shows how far saving is; hidden while nothing is saved.

    Attributes:
        stop: Writes no more pictures.
    """

    def __init__(self, saving: Saving, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saving = saving
        self._words, self._line = QLabel(), ProgressLine()
        self._line.setFixedWidth(LINE_PX)
        self.stop = IconButton(self.tr("Stop saving"), "close")
        self.stop.setFixedSize(BUTTON_PX, BUTTON_PX)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (self._words, self._line, self.stop):
            row.addWidget(part)
        self.stop.clicked.connect(saving.stop)
        saving.changed.connect(self._show)
        self.hide()

    def _show(self) -> None:
        saving = self._saving
        told = self.tr("Saving: {0} of {1}").format(saving.done, saving.total)
        if saving.left_s is not None:
            told = self.tr("{0} · {1} left").format(told, words.time_left(saving.left_s))
        self._words.setText(told)
        self._line.show_share(saving.done / max(saving.total, 1))
        self.setVisible(saving.is_busy)
