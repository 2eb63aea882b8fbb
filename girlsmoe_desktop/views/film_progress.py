"""How far a film is, and a way to end it; nothing while none is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from girlsmoe_desktop.views.buttons import IconButton
from girlsmoe_desktop.views.progress_line import ProgressLine
from girlsmoe_desktop.views.surfaces import label

if TYPE_CHECKING:
    from girlsmoe_desktop.state.filming import Filming


class FilmProgress(QWidget):
    """A line that fills, the time left, and Cancel.

    Attributes:
        cancel: Ends the film.
    """

    def __init__(self, filming: Filming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = ProgressLine()
        self._words = label("", "secondary", quiet=True)
        self.cancel = IconButton(self.tr("Cancel the film"), "close")
        row = QHBoxLayout()
        row.addWidget(self._words, 1)
        row.addWidget(self.cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(row)
        layout.addWidget(self._line)
        self.cancel.clicked.connect(filming.cancel)
        filming.busy_changed.connect(self._begin)
        filming.progressed.connect(self._show_progress)
        self.hide()

    def _begin(self, busy: bool) -> None:
        self._show_progress(0.0, None)
        self.setVisible(busy)

    def _show_progress(self, share: float, seconds_left: float | None) -> None:
        self._line.show_share(share)
        making = self.tr("Making the film …")
        left = self.tr("Making the film: {0} s left")
        self._words.setText(making if seconds_left is None else left.format(round(seconds_left)))
