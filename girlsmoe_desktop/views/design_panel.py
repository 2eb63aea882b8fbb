"""The panel that sets up the next character: one widget for each control of the manifest."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from girlsmoe_desktop.state import obedience_words, words
from girlsmoe_desktop.views import icons, theme
from girlsmoe_desktop.views.buttons import IconButton, hand_over_focus
from girlsmoe_desktop.views.generate_bar import GenerateBar
from girlsmoe_desktop.views.motion import dissolve
from girlsmoe_desktop.views.segmented import Segmented
from girlsmoe_desktop.views.strengths import StrengthGroup, TruncationRow
from girlsmoe_desktop.views.surfaces import INSET_PX, Surface, label, scrolled
from girlsmoe_desktop.views.traits import Traits
from girlsmoe_desktop.views.weak_sign import with_sign

if TYPE_CHECKING:
    from girlsmoe_desktop.core.controls import Control
    from girlsmoe_desktop.jobs.task import Tasks
    from girlsmoe_desktop.state.designer import Designer
    from girlsmoe_desktop.state.studio import Studio
    from girlsmoe_desktop.state.wardrobe import Wardrobe
    from girlsmoe_desktop.views.choice_box import ChoiceBox

ROW_PX = 36
# From this height on there is room for every option of a tile in the panel itself.
ROOMY_PX = 780


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
        traits: The tiles, and the options of the one that is open.
        choices: Control id -> its drop-down.
        switches: Control id -> its three-way switch.
        strengths: Control id -> the sliders of its labels, once they were asked for.
        truncation: The slider of the variety, once it was asked for.
        fine: Shows these sliders.
        freeze: Pins what the character on the stage shows.
        chance: Leaves everything to chance.
        odds: Asks for the odds of what is left to chance.
        generate: The foot.
    """

    def __init__(
        self,
        studio: Studio,
        tasks: Tasks,
        wardrobe: Wardrobe,
        designer: Designer,
        count: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("panel", "right", parent)
        self._studio, self._tasks = studio, tasks
        self._wardrobe, self._designer = wardrobe, designer
        self.traits = Traits((), studio, wardrobe, tasks)
        self.choices: dict[str, ChoiceBox] = {}
        self.switches: dict[str, Segmented] = {}
        self.generate = GenerateBar(count)
        self.generate.setEnabled(False)
        self.strengths: dict[str, StrengthGroup] = {}
        self.truncation: TruncationRow | None = None
        self._holders: dict[str, QVBoxLayout] = {}
        self._names: dict[str, QLabel] = {}
        self.fine = IconButton(
            self.tr("Fine-tune: variety, and strengths for mixtures and exaggerations"), "sliders"
        )
        self.fine.setCheckable(True)
        self.odds = IconButton(self.tr("Odds of what is left to chance"), "odds")
        self.freeze = IconButton(self.tr("Freeze everything that is shown"), "freeze")
        self.chance = IconButton(self.tr("Leave everything to chance"), "dice")
        for button in (self.freeze, self.odds, self.chance):
            button.setEnabled(False)
        self._content, self._controls, self._rows = QVBoxLayout(), QWidget(), QVBoxLayout()
        self._lay_out()
        studio.model_opened.connect(self._build)
        studio.busy_changed.connect(self.generate.set_busy)
        studio.session.pins_changed.connect(self._show_state)
        studio.session.character_changed.connect(self._show_state)
        wardrobe.fitted.connect(lambda *look: self.traits.show_swatch(*look))
        wardrobe.cleared.connect(lambda: self.traits.clear_pictures())
        self.fine.toggled.connect(self._fold)
        self.freeze.clicked.connect(lambda: designer.freeze())
        self.chance.clicked.connect(self._unpin)
        self.generate.generate_asked.connect(studio.generate)
        self.generate.stop_asked.connect(studio.stop)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(INSET_PX, 12, INSET_PX - 6, 0)
        head.addWidget(label(self.tr("Design"), "title"), 1)
        head.setSpacing(0)
        for button in (self.fine, self.odds, self.freeze, self.chance):
            head.addWidget(button)
        content = QWidget()
        content.setLayout(self._content)
        self._content.setContentsMargins(0, 0, 0, 0)
        self._content.addWidget(self._controls)
        foot = QHBoxLayout()
        foot.setContentsMargins(INSET_PX, 12, INSET_PX, INSET_PX)
        foot.addWidget(self.generate)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 1, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        self._content_holder = scrolled(content)
        layout.addWidget(self._content_holder, 1)
        layout.addLayout(foot)

    def _build(self) -> None:
        manifest = self._studio.manifest
        assert manifest is not None, "called when a model has been opened"
        self._clear()
        controls = manifest.controls
        self._add_choices([control for control in controls if control.kind == "choice"])
        switches = [control for control in controls if control.kind == "switch"]
        if switches:
            self._rows.addSpacing(8)
            self._rows.addWidget(label(self.tr("Details"), "strong", quiet=True))
        for control in switches:
            self._add_switch(control)
        self._rows.addStretch(1)
        self.generate.setEnabled(True)
        self.odds.setEnabled(True)
        self._order_tabs()
        self._show_strengths(self.fine.isChecked())
        self._unfold()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Shows the options of the open tile where there is room for them."""
        super().resizeEvent(event)
        self._unfold()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Takes the paper of a new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.traits.show_faces()

    def _unfold(self) -> None:
        self.traits.unfold(self.height() >= ROOMY_PX and not self.fine.isChecked())

    def _clear(self) -> None:
        """Takes away the controls of the model that was open before."""
        for table in (self.switches, self.strengths, self._holders):
            table.clear()
        self.truncation = None
        gone, self._controls = self._controls, QWidget()
        self._rows = QVBoxLayout(self._controls)
        self._rows.setContentsMargins(INSET_PX, 4, INSET_PX, 8)
        self._rows.setSpacing(8)
        self._content.replaceWidget(gone, self._controls)
        gone.hide()
        gone.deleteLater()

    def _order_tabs(self) -> None:
        # The controls were made after the foot, but stand before it.
        switches = self.switches.values()
        for switch in switches:
            switch.open_to_tab()
        stops: list[QWidget] = [self.fine, self.odds, self.freeze, self.chance]
        stops += self.truncation.stops() if self.truncation else []
        for control_id in (*self.choices, *self.switches):
            stops += self._stops_of(control_id)
        for before, after in pairwise([*stops, self.generate.button, self.generate.count]):
            QWidget.setTabOrder(before, after)
        for switch in switches:
            switch.close_to_tab()

    def _stops_of(self, control_id: str) -> list[QWidget]:
        """Returns what Tab reaches of a control, in its order."""
        stops: list[QWidget] = []
        if control_id in self.choices:
            stops.append(self.choices[control_id])
        else:
            stops += self.switches[control_id].segments()
        group = self.strengths.get(control_id)
        for row in group.rows.values() if group else ():
            stops += row.stops()
        return stops

    def _add_choices(self, controls: list[Control]) -> None:
        self.traits = Traits(controls, self._studio, self._wardrobe, self._tasks)
        self.choices = self.traits.boxes
        self._rows.addWidget(self.traits)
        for control in controls:
            box = self.choices[control.id]
            box.chosen.connect(lambda option, id_=control.id: self._designer.choose(id_, option))
            box.set_warning(self._warning(control))
            name = self._names[control.id] = label(words.name(control.id), "strong", quiet=True)
            name.hide()
            self._rows.addLayout(self._holder(control.id, name))

    def _add_switch(self, control: Control) -> None:
        switch = Segmented(control.id)
        switch.chosen.connect(lambda option: self._designer.choose(control.id, option))
        self.switches[control.id] = switch
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(_Glyph(control.id))
        row.addWidget(label(words.name(control.id)), 1)
        row.addWidget(with_sign(switch, self._warning(control)))
        holder = QWidget()
        holder.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        holder.setFixedHeight(ROW_PX - 4)
        self._rows.addLayout(self._holder(control.id, holder))

    def _warning(self, control: Control) -> str:
        manifest = self._studio.manifest
        return obedience_words.warning(manifest, control) if manifest is not None else ""

    def _holder(self, control_id: str, widget: QWidget) -> QVBoxLayout:
        """Returns the place of a control, with room for the strengths of its labels."""
        column = self._holders[control_id] = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(widget)
        return column

    def _fold(self, shown: bool) -> None:
        dissolve(self._content_holder, lambda: self._show_strengths(shown))

    def _show_strengths(self, shown: bool) -> None:
        manifest = self._studio.manifest
        if manifest is not None and shown and not self.strengths:
            self._add_truncation()
            for control in manifest.controls:
                self._add_strengths(control)
        if self.truncation is not None:
            self.truncation.setVisible(shown)
        for control_id, group in self.strengths.items():
            group.setVisible(shown)
            if control_id in self.choices:
                self._names[control_id].setVisible(shown)
        self._unfold()
        self._order_tabs()
        self._show_state()

    def _add_truncation(self) -> None:
        self.truncation = TruncationRow()
        self.truncation.changed.connect(self._designer.truncate)
        self._rows.insertWidget(0, self.truncation)

    def _add_strengths(self, control: Control) -> None:
        group = self.strengths[control.id] = StrengthGroup(control)
        group.changed.connect(self._designer.adjust)
        self._holders[control.id].addWidget(group)

    def _unpin(self) -> None:
        for first in [*self.choices.values()][:1]:
            hand_over_focus(self.chance, first)
        self._designer.leave_to_chance()

    def _show_state(self) -> None:
        """Shows the pins, and for what is left to chance, what the character on stage drew."""
        session = self._studio.session
        pinned, strengths = session.pinned, session.strengths
        looks = session.character.looks if session.character else {}
        self.chance.setEnabled(bool(pinned or strengths))
        self.freeze.setEnabled(self._wardrobe.base is not None)
        widgets: dict[str, ChoiceBox | Segmented] = {**self.choices, **self.switches}
        for control_id, widget in widgets.items():
            option = pinned.get(control_id)
            widget.set_option(option)
            widget.set_drawn(None if option is not None else looks.get(control_id))
        self.traits.mark_chosen()
        self.traits.show_faces()
        if self.fine.isChecked():
            self._fill_strengths()

    def _fill_strengths(self) -> None:
        session = self._studio.session
        own = session.character.recipe.strengths if session.character else {}
        for group in self.strengths.values():
            for name, row in group.rows.items():
                row.show_value(
                    session.setup.strengths.get(name, own.get(name, 0.0)),
                    is_set=name in session.setup.strengths,
                )
        if self.truncation is not None:
            self._fill_truncation(self.truncation)

    def _fill_truncation(self, row: TruncationRow) -> None:
        setup, manifest = self._studio.session.setup, self._studio.manifest
        value = setup.truncation
        if value is None and setup.character is not None:
            value = setup.character.recipe.truncation
        if value is None:
            value = manifest.truncation if manifest is not None else 1.0
        row.show_value(value, is_set=setup.truncation is not None)
