"""The odds of what is left to chance, to see and to change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from girlsmoe_desktop.core.odds import shares, with_shares
from girlsmoe_desktop.state import words
from girlsmoe_desktop.state.languages import decimal
from girlsmoe_desktop.views.buttons import TextButton
from girlsmoe_desktop.views.pill_switch import PillSwitch
from girlsmoe_desktop.views.slider import ShareSlider
from girlsmoe_desktop.views.surfaces import DIALOG_INSET_PX, column_label, label, scrolled

if TYPE_CHECKING:
    from girlsmoe_desktop.core.controls import Control
    from girlsmoe_desktop.core.law import Law
    from girlsmoe_desktop.core.manifest import Manifest
    from girlsmoe_desktop.state.designer import Designer
    from girlsmoe_desktop.state.session import Session

SIZE_PX = (520, 620)
NAME_PX, SHARE_PX = 164, 56
MINE = "mine"


class _Row(QWidget):
    """One option: its name, a slider, and how often it is drawn."""

    def __init__(self, control: Control, option: str) -> None:
        super().__init__()
        name = words.phrase(control.id, option)
        self.slider = ShareSlider(self.tr("How often: {0}").format(name))
        self._share = column_label("", SHARE_PX, "secondary")
        self._share.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(column_label(name, NAME_PX))
        row.addWidget(self.slider, 1)
        row.addWidget(self._share)

    def show_share(self, share: float, *, weight: float) -> None:
        """Shows how often it is drawn, 0..1, and the weight, 0..1, that the slider stands for."""
        self._share.setText(words.percent(decimal(100 * share)))
        if not self.slider.isSliderDown():
            self.slider.blockSignals(True)
            self.slider.setValue(round(weight * self.slider.STEPS))
            self.slider.blockSignals(False)


class OddsDialog(QDialog):
    """Shows how often each option is drawn, and lets it be changed at once.

    Attributes:
        law: The laws of the model, and the person's own.
        rows: Control id, option id -> its row.
    """

    def __init__(
        self,
        manifest: Manifest,
        session: Session,
        designer: Designer,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._manifest, self._session, self._designer = manifest, session, designer
        self._mine: Law | None = None
        self._weights: dict[str, dict[str, float]] = {}
        self.setWindowTitle(self.tr("Odds of what is left to chance"))
        self.resize(*SIZE_PX)
        names = {
            "empirical": self.tr("Training pictures"),
            "site": "make.girls.moe",
            "uniform": self.tr("Even"),
        }
        self._names = {law: name for law, name in names.items() if law in manifest.laws}
        self._drag = object()
        self.law = PillSwitch(self.tr("Odds"), {**self._names, MINE: self.tr("Mine")})
        self.rows: dict[tuple[str, str], _Row] = {}
        self._lay_out()
        self.law.chosen.connect(self._choose)
        session.law_changed.connect(self._show_law)
        self._show_law()

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(2)
        for control in self._manifest.controls:
            column.addSpacing(10)
            column.addWidget(label(words.name(control.id), "strong", quiet=True))
            self._add_rows(control, column)
        column.addStretch(1)
        close = TextButton(self.tr("Close"))
        close.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(4 * [DIALOG_INSET_PX]))
        layout.setSpacing(12)
        about = self.tr(
            "Generate draws what is not pinned by these odds. Rare options are rarer in the "
            "pictures that the model learned from, too, and may come out less well."
        )
        layout.addWidget(label(about, "secondary", quiet=True, wrap=True))
        layout.addWidget(self.law)
        layout.addWidget(scrolled(content), 1)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)

    def _add_rows(self, control: Control, column: QVBoxLayout) -> None:
        # A switch is off or on: one slider says both.
        options = ("on",) if control.kind == "switch" else control.option_ids
        for option in options:
            row = self.rows[control.id, option] = _Row(control, option)
            row.slider.valueChanged.connect(
                lambda value, option=option: self._change(control, option, value)
            )
            row.slider.touched.connect(self._begin)
            column.addWidget(row)

    def _begin(self) -> None:
        self._drag = object()

    @property
    def _law(self) -> Law:
        return self._session.setup.law or self._manifest.law

    def _choose(self, name: str) -> None:
        if name != MINE:
            is_default = name == self._manifest.default_law
            self._designer.set_law(None if is_default else self._manifest.laws[name])
        elif self._mine is not None:
            self._designer.set_law(self._mine)

    def _change(self, control: Control, option: str, value: int) -> None:
        share = value / ShareSlider.STEPS
        if control.kind == "switch":
            weights = {"on": share, "off": 1.0 - share}
        else:
            weights = {**self._weights[control.id], option: share}
            self._weights[control.id] = weights
        self._mine = with_shares(self._law, control, weights)
        self._designer.set_law(self._mine, (control.id, option, self._drag))

    def _show_law(self) -> None:
        law = self._law
        same = (name for name in self._names if self._manifest.laws[name] == law)
        shown = next(same, MINE)
        if shown == MINE:
            self._mine = law
        self.law.blockSignals(True)
        self.law.choose(shown)
        self.law.blockSignals(False)
        for control in self._manifest.controls:
            self._show_control(law, control)

    def _show_control(self, law: Law, control: Control) -> None:
        found = shares(law, control)
        weights = self._weights.get(control.id)
        # The sliders keep the weights that were set, as long as they mean these shares; else the
        # likeliest option's slider stands at its end.
        if weights is None or not _agree(weights, found):
            most = max(found.values()) or 1.0
            weights = {option: share / most for option, share in found.items()}
            self._weights[control.id] = weights
        for (control_id, option), row in self.rows.items():
            if control_id == control.id:
                weight = found[option] if control.kind == "switch" else weights[option]
                row.show_share(found[option], weight=weight)


def _agree(weights: dict[str, float], found: dict[str, float]) -> bool:
    total = sum(weights.values())
    return total > 0 and all(abs(weights[o] / total - found[o]) < 1e-6 for o in found)
