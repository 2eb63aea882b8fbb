"""The panel that makes children: of one character by variation, of two by crossing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from girlsmoe_desktop.state import words
from girlsmoe_desktop.views.buttons import TextButton
from girlsmoe_desktop.views.end_card import EndCard
from girlsmoe_desktop.views.generate_bar import CountButton, HalfButton
from girlsmoe_desktop.views.slider import ShareSlider
from girlsmoe_desktop.views.surfaces import INSET_PX, Surface, intro, label

if TYPE_CHECKING:
    from girlsmoe_desktop.core.character import Character
    from girlsmoe_desktop.state.family import Family
    from girlsmoe_desktop.state.studio import Studio

USUAL_AMOUNT, USUAL_COUNT = 35, 6


class FamilyPanel(Surface):
    """Who is looked at, and how its children are made.

    Attributes:
        amount: How much children differ, per cent.
        count: How many are made.
        vary: Makes children of the one on the stage.
        partner: The other one for a cross.
        cross: Makes children of both.
    """

    def __init__(self, studio: Studio, family: Family, parent: QWidget | None = None) -> None:
        super().__init__("panel", "right", parent)
        self._studio, self._family = studio, family
        self._other: Character | None = None
        self.amount = ShareSlider(self.tr("How much children differ"))
        self.amount.setValue(USUAL_AMOUNT)
        self._amount_words = label("", "strong")
        self.count = CountButton(USUAL_COUNT)
        self.vary = HalfButton(self.tr("Make variations"), "perturb")
        self.partner = EndCard("+")
        self.partner.take.setText(self.tr("Take as partner"))
        self.cross = TextButton(self.tr("Cross with the partner"), "cross")
        self._lay_out()
        self.vary.clicked.connect(self._vary)
        self.cross.clicked.connect(self._cross)
        self.partner.take.clicked.connect(self._take)
        self.amount.valueChanged.connect(self._show_amount)
        for signal in (
            studio.model_opened,
            studio.busy_changed,
            studio.session.character_changed,
        ):
            signal.connect(self._enable)
        self._show_amount()
        self._show_partner()

    def _lay_out(self) -> None:
        title = label(self.tr("Family"), "title")
        title.setFixedHeight(36)
        scale = QHBoxLayout()
        scale.addWidget(label(self.tr("How much they differ"), "strong", quiet=True), 3)
        self._amount_words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        scale.addWidget(self._amount_words, 1)
        foot = QHBoxLayout()
        foot.setSpacing(0)
        foot.addWidget(self.vary, 1)
        foot.addWidget(self.count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(INSET_PX, 12, INSET_PX, INSET_PX)
        layout.setSpacing(8)
        layout.addWidget(title)
        about = self.tr("Every child knows its parents: click anybody in the tree to go back.")
        layout.addWidget(intro(about))
        layout.addSpacing(8)
        layout.addLayout(scale)
        layout.addWidget(self.amount)
        layout.addSpacing(12)
        layout.addWidget(label(self.tr("Cross"), "strong", quiet=True))
        layout.addWidget(self.partner)
        layout.addWidget(self.cross)
        layout.addStretch(1)
        layout.addLayout(foot)

    def _vary(self) -> None:
        character = self._studio.session.character
        if character is not None:
            self._family.vary(character, self.count.count, self.amount.share)

    def _cross(self) -> None:
        character = self._studio.session.character
        if character is not None and self._other is not None:
            self._family.cross(character, self._other, self.count.count)

    def _take(self) -> None:
        self._other = self._studio.session.character
        self._show_partner()

    def _show_partner(self) -> None:
        self.partner.show_character(self._other, self.tr("Choose one in the gallery or the tree."))
        self._enable()

    def _show_amount(self) -> None:
        self._amount_words.setText(words.percent(self.amount.value()))

    def _enable(self) -> None:
        on_stage = self._studio.session.character
        can_make = on_stage is not None and not self._studio.is_busy
        self.vary.setEnabled(can_make)
        self.count.setEnabled(can_make)
        self.partner.take.setEnabled(on_stage is not None)
        is_another = self._other is not None and self._other is not on_stage
        self.cross.setEnabled(can_make and is_another)
