"""The faces that were cut out: looked at while they come, and sorted out by the person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from girlsmoe_desktop.state import training_words as words
from girlsmoe_desktop.state.reviewing import Shown
from girlsmoe_desktop.views.buttons import IconButton, small_button
from girlsmoe_desktop.views.face_pictures import FacePictures
from girlsmoe_desktop.views.pill_switch import PillSwitch
from girlsmoe_desktop.views.review_grid import ReviewGrid
from girlsmoe_desktop.views.slider import ShareSlider
from girlsmoe_desktop.views.surfaces import label

if TYPE_CHECKING:
    from girlsmoe_desktop.jobs.task import Tasks
    from girlsmoe_desktop.state.reviewing import Reviewing

SLIDER_PX = 120


class ReviewView(QWidget):
    """A grid of faces with what decides which are shown.

    Attributes:
        grid: The faces.
        shown: Those left, those thrown out, or all.
        doubt: Only what is at least so doubtful.
        undo: Takes the last decision back.
        good: Notes that the rest of what is in sight is good.
    """

    def __init__(self, reviewing: Reviewing, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reviewing = reviewing
        self.grid = ReviewGrid(reviewing, FacePictures(tasks, self))
        self.shown = PillSwitch(
            self.tr("Faces shown"),
            {
                Shown.LEFT.value: self.tr("To look at"),
                Shown.REJECTED.value: self.tr("Thrown out"),
                Shown.EVERYONE.value: self.tr("All"),
            },
        )
        self.doubt = ShareSlider(self.tr("Least doubt"))
        self.undo = IconButton(self.tr("Take the last decision back"), "undo")
        self.good = small_button(self.tr("The rest in sight is good"))
        self._least = label("", "secondary", quiet=True, wrap=True)
        self._least.setWordWrap(False)
        self._count = label("", "strong")
        self._hint = label("", "secondary", quiet=True, wrap=True)
        self._tools = QWidget()
        self._lay_out()
        self.shown.chosen.connect(lambda _key: self._filter())
        self.doubt.valueChanged.connect(lambda _value: self._filter())
        self.grid.undo_wanted.connect(self.take_back)
        self.undo.clicked.connect(self.take_back)
        self.good.clicked.connect(self.grid.keep_in_sight)
        reviewing.changed.connect(self._show)
        self._filter()

    def decide(self, decides: bool) -> None:
        """Lets the person decide, or only look."""
        self.grid.decides = decides
        for part in (self._tools, self._hint):
            part.setVisible(decides)
        self._show()

    def take_back(self) -> None:
        """Takes the last decision back and shows what it was about."""
        self.grid.go_to(self._reviewing.undo())

    def _lay_out(self) -> None:
        self.doubt.setFixedWidth(SLIDER_PX)
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self.shown)
        line.addStretch(1)
        line.addWidget(self.undo)
        doubt = QHBoxLayout()
        doubt.setSpacing(10)
        doubt.addWidget(self.doubt)
        doubt.addWidget(self._least)
        doubt.addStretch(1)
        tools = QVBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(6)
        tools.addLayout(line)
        tools.addLayout(doubt)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self._count, 1)
        foot.addWidget(self.good)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._tools)
        layout.addWidget(self.grid, 1)
        layout.addLayout(foot)
        layout.addWidget(self._hint)
        hint = self.tr(
            "Arrow keys, then X or Space: throw out what is no face, or a bad one. Enter: the rest "
            "in sight is good. {0}: take back. A click does what X does."
        )
        undo = QKeySequence(QKeySequence.StandardKey.Undo)
        self._hint.setText(hint.format(undo.toString(QKeySequence.SequenceFormat.NativeText)))

    def _filter(self) -> None:
        self._least.setText(self.tr("Doubt from {0} %").format(round(100 * self.doubt.share)))
        self._reviewing.show_only(Shown(self.shown.key), self.doubt.share)

    def _show(self) -> None:
        reviewing = self._reviewing
        if self.grid.decides:
            text = self.tr("{0} to look at · {1} thrown out")
            counts = (reviewing.left_count, reviewing.rejected_count)
            self._count.setText(text.format(*map(words.number, counts)))
        else:
            self._count.setText(self.tr("%Ln face(s)", "", reviewing.rowCount()))
        self.good.setVisible(self.grid.decides and reviewing.shown is Shown.LEFT)
        self.good.setEnabled(reviewing.rowCount() > 0)
        self.grid.set_empty_words(self._why_nobody())

    def _why_nobody(self) -> str:
        if not self._reviewing.is_ready:
            return self.tr("Reading the faces …")
        if self.grid.decides and self._reviewing.shown is Shown.LEFT:
            return self.tr("Everything has been looked at.")
        return self.tr("There are no such faces.")
