"""The panel that sets up the next character: one widget for each control of the manifest."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from girlsmoe_desktop.state import words
from girlsmoe_desktop.views import icons, paper, theme
from girlsmoe_desktop.views.buttons import IconButton, hand_over_focus
from girlsmoe_desktop.views.choice_box import ChoiceBox
from girlsmoe_desktop.views.generate_bar import GenerateBar
from girlsmoe_desktop.views.segmented import Segmented
from girlsmoe_desktop.views.surfaces import Surface, label
from girlsmoe_desktop.views.swatches import PICTURE_PX

if TYPE_CHECKING:
    from girlsmoe_desktop.core.character import Character
    from girlsmoe_desktop.core.controls import Control
    from girlsmoe_desktop.state.studio import Studio
    from girlsmoe_desktop.state.wardrobe import Wardrobe

INSET_PX = 16
ROW_PX = 36


class _Glyph(QWidget):
    """The icon before a row: a picture, nothing to press."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name if icons.exists(name) else "label"
        self.setFixedSize(24, 24)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paints the icon."""
        painter = QPainter(self)
        icons.paint(painter, QRectF(2, 2, 20, 20), self._name, theme.color("text_2"))


class DesignPanel(Surface):
    """Drop-downs, switches and Generate.

    Attributes:
        choices: Control id -> its drop-down.
        switches: Control id -> its three-way switch.
        generate: The foot.
    """

    def __init__(
        self, studio: Studio, wardrobe: Wardrobe, count: int, parent: QWidget | None = None
    ) -> None:
        super().__init__("panel", "right", parent)
        self._studio, self._wardrobe = studio, wardrobe
        self.choices: dict[str, ChoiceBox] = {}
        self.switches: dict[str, Segmented] = {}
        self.generate = GenerateBar(count)
        self.generate.setEnabled(False)
        self._chance = IconButton(self.tr("Leave everything to chance"), "dice")
        self._chance.setEnabled(False)
        self._rows = QVBoxLayout()
        self._lay_out()
        studio.model_opened.connect(self._build)
        studio.busy_changed.connect(self.generate.set_busy)
        studio.session.pins_changed.connect(self._show_state)
        studio.session.character_changed.connect(self._show_state)
        wardrobe.fitted.connect(self._show_swatch)
        wardrobe.cleared.connect(self._clear_swatches)
        self._chance.clicked.connect(self._unpin)
        self.generate.generate_asked.connect(studio.generate)
        self.generate.stop_asked.connect(studio.stop)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(INSET_PX, 12, INSET_PX - 6, 0)
        head.addWidget(label(self.tr("Design"), "title"), 1)
        head.addWidget(self._chance)
        self._rows.setContentsMargins(INSET_PX, 4, INSET_PX, 8)
        self._rows.setSpacing(8)
        content = QWidget()
        content.setLayout(self._rows)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(content)
        # Both paint the window's colour by default; the panel's should show through.
        content.setAutoFillBackground(False)
        scroll.viewport().setAutoFillBackground(False)
        foot = QHBoxLayout()
        foot.setContentsMargins(INSET_PX, 12, INSET_PX, INSET_PX)
        foot.addWidget(self.generate)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 1, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(scroll, 1)
        layout.addLayout(foot)

    def _build(self) -> None:
        manifest = self._studio.manifest
        assert manifest is not None, "called when a model has been opened"
        controls = manifest.controls
        for control in controls:
            if control.kind == "choice":
                self._add_choice(control)
        switches = [control for control in controls if control.kind == "switch"]
        if switches:
            self._rows.addSpacing(8)
            self._rows.addWidget(label(self.tr("Details"), "strong", quiet=True))
        for control in switches:
            self._add_switch(control)
        self._rows.addStretch(1)
        self.generate.setEnabled(True)
        self._order_tabs()
        self._show_state()

    def _order_tabs(self) -> None:
        # The controls were made after the foot, but stand before it.
        switches = self.switches.values()
        segments = [segment for switch in switches for segment in switch.open_to_tab()]
        foot = [self.generate.button, self.generate.count]
        for before, after in pairwise([self._chance, *self.choices.values(), *segments, *foot]):
            QWidget.setTabOrder(before, after)
        for switch in switches:
            switch.close_to_tab()

    def _add_choice(self, control: Control) -> None:
        box = ChoiceBox(control)
        box.chosen.connect(lambda option: self._choose(control.id, option))
        box.opened.connect(lambda: self._wardrobe.fit(control.id))
        box.tried.connect(lambda option: self._wardrobe.try_on(control.id, option))
        self.choices[control.id] = box
        self._rows.addWidget(box)

    def _add_switch(self, control: Control) -> None:
        switch = Segmented(control.id)
        switch.chosen.connect(lambda option: self._choose(control.id, option))
        self.switches[control.id] = switch
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(_Glyph(control.id))
        row.addWidget(label(words.name(control.id)), 1)
        row.addWidget(switch)
        holder = QWidget()
        holder.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        holder.setFixedHeight(ROW_PX - 4)
        self._rows.addWidget(holder)

    def _choose(self, control_id: str, option: str | None) -> None:
        """Pins what comes next to an option and puts it on who is there now."""
        self._studio.session.pin(control_id, option)
        if option is not None:
            self._wardrobe.wear(control_id, option)

    def _show_swatch(self, control_id: str, option: str, character: Character) -> None:
        if control_id in self.choices:
            side_px = round(PICTURE_PX * self.devicePixelRatioF())
            self.choices[control_id].set_picture(option, paper.shown(character.pixels, side_px))

    def _clear_swatches(self) -> None:
        for box in self.choices.values():
            box.clear_pictures()

    def _unpin(self) -> None:
        for first in [*self.choices.values()][:1]:
            hand_over_focus(self._chance, first)
        self._studio.session.unpin_all()

    def _show_state(self) -> None:
        """Shows the pins, and for what is left to chance, what the character on stage drew."""
        session = self._studio.session
        pinned = session.pinned
        looks = session.character.looks if session.character else {}
        self._chance.setEnabled(bool(pinned))
        widgets: dict[str, ChoiceBox | Segmented] = {**self.choices, **self.switches}
        for control_id, widget in widgets.items():
            option = pinned.get(control_id)
            widget.set_option(option)
            widget.set_drawn(None if option is not None else looks.get(control_id))
