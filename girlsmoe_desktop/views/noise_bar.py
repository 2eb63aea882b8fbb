"""The noise of the character on the stage: the lock that keeps it, its bars, and tools for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from girlsmoe_desktop.views import theme
from girlsmoe_desktop.views.buttons import IconButton, TextButton
from girlsmoe_desktop.views.motion import LONG_MS, Move
from girlsmoe_desktop.views.noise_bars import NoiseBars
from girlsmoe_desktop.views.slider import ShareSlider
from girlsmoe_desktop.views.surfaces import label

if TYPE_CHECKING:
    from girlsmoe_desktop.core.character import Character
    from girlsmoe_desktop.state.designer import Designer
    from girlsmoe_desktop.state.studio import Studio

HEIGHT_PX, COMPACT_HEIGHT_PX, TOOLS_PX = 56, 48, 84
USUAL_AMOUNT = 30
"""Per cent: the face stays recognisable."""


class NoiseBar(QWidget):
    """A pill under the portrait. It grows when the noise is edited.

    Attributes:
        lock: Keeps the noise.
        bars: The noise.
        vary: Varies the noise by the amount.
        edit: Shows the tools.
        hold, free: Let the pointer hold components instead of painting; let all go.
        amount: How much `vary` changes, per cent.
        take_start, take_end: Take the noise of A or B.

    """

    def __init__(self, studio: Studio, designer: Designer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio, self._designer = studio, designer
        self._height_px = HEIGHT_PX
        self._from_px = self._to_px = HEIGHT_PX
        self._unfolding = Move(self, self._take_height, LONG_MS)
        self._unfolding.finished.connect(self._take_height)
        self.lock = IconButton("", "unlock")
        self.lock.setCheckable(True)
        self.bars = NoiseBars()
        self.vary = IconButton(self.tr("Vary the noise a little"), "perturb")
        self.edit = IconButton(self.tr("Edit the noise"), "brush")
        self.edit.setCheckable(True)
        self._tools = QWidget()
        self.hold = IconButton(self.tr("Hold: keep parts of the noise as they are"), "hold")
        self.hold.setCheckable(True)
        self.free = TextButton(self.tr("Hold nothing"))
        self.amount = ShareSlider(self.tr("Amount of variation"))
        self.amount.setValue(USUAL_AMOUNT)
        self._amount_words = label("", "secondary", quiet=True)
        self.take_start = TextButton(self.tr("Take A's"))
        self.take_end = TextButton(self.tr("Take B's"))
        self._lay_out()
        self._connect()
        self._show_held()
        self._show_amount()
        self._show_ends()
        self._show_tools(False)

    def set_compact(self, compact: bool) -> None:
        """Takes less height."""
        self._height_px = COMPACT_HEIGHT_PX if compact else HEIGHT_PX
        self._show_tools(self.edit.isChecked())

    def perturb(self) -> None:
        """Varies the noise by the amount."""
        self._designer.perturb(self.amount.share)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paints the pill."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color("line"))
        painter.setBrush(theme.color("panel"))
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(area, 20, 20)

    def _lay_out(self) -> None:
        tools = QHBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(6)
        self.amount.setFixedWidth(110)
        for button in (self.free, self.take_start, self.take_end):
            button.height_px, button.padding_px = 32, 10
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        tools.addWidget(self.hold)
        tools.addWidget(self.free)
        self._amount_words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        tools.addWidget(self._amount_words, 1)
        tools.addWidget(self.amount)
        tools.addWidget(self.take_start)
        tools.addWidget(self.take_end)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(10, 6, 10, 6)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(4)
        self._grid.addWidget(self.lock, 0, 0)
        self._grid.addWidget(self.bars, 0, 1)
        self._grid.addWidget(self.vary, 0, 2)
        self._grid.addWidget(self.edit, 0, 3)
        self._grid.addWidget(self._tools, 1, 0, 1, 4)
        self._grid.setColumnStretch(1, 1)
        self._grid.setRowStretch(0, 1)

    def _connect(self) -> None:
        session, designer = self._studio.session, self._designer
        self.lock.clicked.connect(designer.lock)
        self.bars.painted.connect(designer.paint_noise)
        self.bars.held.connect(designer.hold)
        self.vary.clicked.connect(self.perturb)
        self.edit.toggled.connect(self._show_tools)
        self.hold.toggled.connect(self._choose_tool)
        self.free.clicked.connect(lambda: designer.hold(()))
        self.amount.valueChanged.connect(self._show_amount)
        self.take_start.clicked.connect(lambda: self._take(self._studio.blend.start))
        self.take_end.clicked.connect(lambda: self._take(self._studio.blend.end))
        session.lock_changed.connect(self._show_held)
        session.held_changed.connect(self._show_held)
        session.character_changed.connect(self._show_noise)
        self._studio.blend.ends_changed.connect(self._show_ends)

    def _take(self, giver: Character | None) -> None:
        if giver is not None:
            self._designer.take_noise(giver)

    def _choose_tool(self, holds: bool) -> None:
        self.bars.holds = holds

    def _show_tools(self, shown: bool) -> None:
        self._tools.setVisible(shown)
        self.bars.set_editable(shown)
        self._unfold(self._height_px + (TOOLS_PX if shown else 0))
        tip = self.tr(
            "Drag to paint; with Shift to smooth; with the right button to reset. "
            "The arrow keys go along and change, Space holds, Delete resets."
        )
        about = self.tr("The noise that this character grew from")
        self.bars.setToolTip(tip if shown else about)

    def _unfold(self, height_px: int) -> None:
        """Goes to a height, in a short motion where one is seen."""
        self._from_px, self._to_px = self.height(), height_px
        if not (self.isVisible() and self._unfolding.begin()):
            self.setFixedHeight(height_px)

    def _take_height(self) -> None:
        way = self._unfolding.share * (self._to_px - self._from_px)
        self.setFixedHeight(self._from_px + round(way))

    def _show_held(self) -> None:
        session = self._studio.session
        words = (
            self.tr("Noise kept: the next characters differ in their options only")
            if session.locked
            else self.tr("Keep this noise for the next characters")
        )
        self.lock.setChecked(session.locked)
        self.lock.icon_name = "lock" if session.locked else "unlock"
        self.lock.setToolTip(words)
        self.lock.setAccessibleName(words)
        self.lock.update()
        self.bars.set_held(session.setup.held, locked=session.locked)
        self.free.setEnabled(bool(session.setup.held))
        self.vary.setEnabled(not session.locked)

    def _show_amount(self) -> None:
        self._amount_words.setText(self.tr("Vary by {0} %").format(self.amount.value()))

    def _show_ends(self) -> None:
        blend = self._studio.blend
        for button, end in ((self.take_start, blend.start), (self.take_end, blend.end)):
            button.setEnabled(end is not None)
            tip = self.tr("Take their noise, except for what is held")
            button.setToolTip(tip if end else self.tr("Set A and B under Blend first"))

    def _show_noise(self) -> None:
        setup = self._studio.session.setup
        if setup.character is not None:
            # What it is about to become: keys go on from there.
            self.bars.set_noise((setup.wanted or setup.character.recipe).z)
