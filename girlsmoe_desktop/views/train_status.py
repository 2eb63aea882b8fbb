"""A word on training in the line at the foot, wherever the person is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QWidget

from girlsmoe_desktop.state import training_words as words
from girlsmoe_desktop.state.training import Phase

if TYPE_CHECKING:
    from girlsmoe_desktop.state.training import Training


class TrainStatus(QLabel):
    """Says what training does and how far it is; nothing where there is none."""

    def __init__(self, training: Training, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._training = training
        training.changed.connect(self._show)

    def _show(self) -> None:
        phase, record = self._training.phase, self._training.record
        text = words.what_happens(self._training)
        if record is not None and phase in (Phase.RUNNING, Phase.PAUSED):
            text = self.tr("{0} · {1} %").format(text, int(100 * record.share))
        self.setText(text)
