"""What is known of the model in use: what it learned from, how well, under which licence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from girlsmoe_desktop.core.obedience import obedience
from girlsmoe_desktop.state import obedience_words, words
from girlsmoe_desktop.state.training_words import number
from girlsmoe_desktop.views.banner import Banner
from girlsmoe_desktop.views.card_text import CardText
from girlsmoe_desktop.views.surfaces import Card, Surface, breakable, label, scrolled
from girlsmoe_desktop.views.train_cards import Figure
from girlsmoe_desktop.views.weak_sign import WeakSign

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from girlsmoe_desktop.core.controls import Control
    from girlsmoe_desktop.core.manifest import Manifest
    from girlsmoe_desktop.state.models import Models

WIDEST_PX, SIDE_PX = 820, 24
FIGURES_A_ROW, FIGURE_GAP_PX = 3, 28
# From so wide a room on attributes stand in two columns.
ROOMY_PX = 700


class AttributeTable(QWidget):
    """How often each option is seen in what is painted with it.

    Attributes:
        signs: Option's words -> the sign beside those that fail often.
    """

    def __init__(self) -> None:
        super().__init__()
        self.signs: dict[str, WeakSign] = {}
        self._lines: list[tuple[QWidget, ...]] = []
        self._columns = 1
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(5)

    def show_model(self, manifest: Manifest) -> None:
        """Shows what was measured, or that nothing was."""
        self.signs.clear()
        for part in (part for line in self._lines for part in line):
            part.hide()
            part.deleteLater()
        self._lines = []
        for control in manifest.controls:
            for option in control.option_ids:
                self._add(manifest, control, option)
        if not self._lines:
            text = self.tr("Not measured yet: try each one and judge by eye.")
            self._lines = [(label(text, quiet=True, wrap=True),)]
        self._arrange()

    def set_columns(self, columns: int) -> None:
        """Stands in so many columns, each read downwards."""
        if columns != self._columns:
            self._columns = columns
            self._arrange()

    def _arrange(self) -> None:
        is_table = len(self._lines) > 1
        columns = self._columns if is_table else 1
        rows = -(-len(self._lines) // columns)
        for place, line in enumerate(self._lines):
            column, row = divmod(place, rows)
            for part_place, part in enumerate(line):
                where = (row, 3 * column + part_place, 1, 1 if is_table else 3)
                self._grid.addWidget(part, *where, Qt.AlignmentFlag.AlignTop)
        for column in range(2):
            self._grid.setColumnStretch(3 * column + 1, int(column < columns))

    def _add(self, manifest: Manifest, control: Control, option: str) -> None:
        one = obedience(manifest, control, option)
        if one is None:
            return
        name = words.phrase(control.id, option)
        shown = label(obedience_words.shown(one), "secondary", quiet=True, wrap=True)
        title = label(name, "secondary", wrap=True)
        title.setWordWrap(False)
        line: tuple[QWidget, ...] = (title, shown)
        if one.is_weak:
            sign = self.signs[name] = WeakSign(self.tr("This model is weak here."))
            line = (*line, sign)
        self._lines.append(line)


class ModelView(Surface):
    """The room of the model in use.

    Attributes:
        banner: For messages.
        facts: Figures by name.
        attributes: How each is obeyed.
        card: What its makers say.
    """

    def __init__(self, models: Models, parent: QWidget | None = None) -> None:
        super().__init__("stage", "", parent)
        self._models = models
        self.banner = Banner()
        self._title = label("", "empty", wrap=True)
        self._about = label("", quiet=True, wrap=True)
        self._licence = label("", wrap=True)
        self.facts = {
            "images": Figure(self.tr("pictures learned from")),
            "images_seen": Figure(self.tr("pictures seen")),
            "fid": Figure(self.tr("distance to real ones")),
            "attributes_mean": Figure(self.tr("attributes obeyed")),
            "attributes_worst": Figure(self.tr("the worst of them")),
        }
        self.attributes, self.card = AttributeTable(), CardText()
        self._words = Card(self.tr("What its makers say"), self.card)
        self._figures = QGridLayout()
        self._lay_out()
        models.changed.connect(self._show)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Uses the width that there is."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Puts figures into one row, and attributes into two columns, where there is room."""
        room = min(self.width() - 2 * SIDE_PX, WIDEST_PX)
        known = [figure for figure in self.facts.values() if not figure.isHidden()]
        needed = sum(figure.sizeHint().width() + FIGURE_GAP_PX for figure in known)
        columns = len(known) if needed <= room else FIGURES_A_ROW
        for place, figure in enumerate(known):
            self._figures.addWidget(figure, *divmod(place, columns))
        for column in range(len(self.facts) + 1):
            self._figures.setColumnStretch(column, int(column == columns))
        self.attributes.set_columns(2 if room >= ROOMY_PX else 1)

    def _lay_out(self) -> None:
        figures = self._figures
        figures.setHorizontalSpacing(FIGURE_GAP_PX)
        figures.setVerticalSpacing(10)
        content = QWidget()
        content.setMaximumWidth(WIDEST_PX)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(self._about)
        column.addLayout(figures)
        column.addWidget(Card(self.tr("Licence"), self._licence))
        column.addWidget(Card(self.tr("Attributes"), self.attributes))
        column.addWidget(self._words)
        column.addStretch(1)
        area = scrolled(content)
        area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        area.setAccessibleName(self.tr("About the model"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SIDE_PX, 16, 16, 16)
        layout.setSpacing(10)
        layout.addWidget(self.banner)
        layout.addWidget(area, 1)

    def _show(self) -> None:
        model = self._models.opened
        if model is None:
            self._title.setText(self.tr("No model"))
            return
        manifest = model.manifest
        self._title.setText(breakable(manifest.name))
        self._about.setText(self._summary(manifest))
        self._licence.setText(words.licence(manifest))
        for name, figure in self.facts.items():
            figure.show_value(_shown(manifest, name))
        self._arrange()
        self.attributes.show_model(manifest)
        self.card.show_card(model.card, model.pictures)
        self._words.setVisible(bool(model.card.strip()))

    def _summary(self, manifest: Manifest) -> str:
        parts = [
            self.tr("Version {0}").format(manifest.version),
            self.tr("{0} px").format(manifest.size),
            self.tr("%n label(s)", "", len(manifest.labels)),
        ]
        text = " · ".join(parts)
        if manifest.preview:
            text = self.tr("{0} · an early preview, not fully trained yet").format(text)
        return text


def _shown(manifest: Manifest, name: str) -> str:
    """Returns a figure of a manifest in words, "" where it has none."""
    value = manifest.metrics.get(name, manifest.provenance.get(name))
    if isinstance(value, str) or value is None or not abs(value) < 1e15:
        return ""
    if name.startswith("attributes"):
        return words.percent(round(100 * value))
    return number(value)
