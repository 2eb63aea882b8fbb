"""The panel that glides from one character to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from girlsmoe_desktop.core.character import UNNUMBERED
from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.jobs.latest_wins import LatestWins
from girlsmoe_desktop.state import words
from girlsmoe_desktop.views import paper, pictures, theme
from girlsmoe_desktop.views.buttons import IconButton, PrimaryButton, TextButton, hand_over_focus
from girlsmoe_desktop.views.slider import ShareSlider
from girlsmoe_desktop.views.surfaces import Surface, label

if TYPE_CHECKING:
    from girlsmoe_desktop.core.character import Character
    from girlsmoe_desktop.jobs.task import Tasks
    from girlsmoe_desktop.state.studio import Studio

INSET_PX = 16
THUMB_PX = 88


class _Thumb(QWidget):
    """A small picture with the letter of its end."""

    def __init__(self, letter: str) -> None:
        super().__init__()
        self._letter = letter
        self.character: Character | None = None
        self.setFixedSize(THUMB_PX, THUMB_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paints picture, or an empty place, and the letter."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        if self.character is None:
            painter.fillPath(pictures.rounded(area, 14), theme.color("track"))
        else:
            side_px = round(THUMB_PX * self.devicePixelRatioF())
            image = paper.shown(self.character.pixels, side_px)
            pictures.paint_rounded(painter, area, image, 14)
        badge = QRectF(6, 6, 22, 22)
        painter.setPen(theme.color("line"))
        painter.setBrush(theme.color("raised"))
        painter.drawEllipse(badge)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("text"))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, self._letter)


class EndCard(QWidget):
    """One end of the way: who it is, and a button to take the character on the stage.

    Attributes:
        take: The button.
    """

    def __init__(self, letter: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thumb = _Thumb(letter)
        self._title = label("", "strong")
        self._text = label("", "secondary", quiet=True)
        self.take = TextButton(self.tr("Set as {0}").format(letter))
        self.take.height_px = 32
        self.take.setToolTip(self.tr("Take the character on the stage"))
        self.take.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addStretch(1)
        names.addWidget(self._title)
        names.addWidget(self._text)
        names.addSpacing(6)
        names.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)
        names.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 8, 12, 8)
        layout.setSpacing(12)
        layout.addWidget(self._thumb)
        layout.addLayout(names, 1)
        self.show_character(None, "")

    def show_character(self, character: Character | None, hint: str) -> None:
        """Shows who stands at this end, or a hint how to come by somebody."""
        self._thumb.character = character
        self._thumb.update()
        self._title.setText(words.title(character) if character else self.tr("Nobody yet"))
        description = words.description(character) if character else ""
        self._text.setText(description or hint)
        self._text.setToolTip(description)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paints the card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color("line"))
        painter.setBrush(theme.color("raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 20, 20)


class BlendPanel(Surface):
    """A, B, the slider between them, and a button that keeps what it shows.

    Attributes:
        start, end: The cards of A and B.
        slider: The share of the way.
        keep: Puts the picture between them into the gallery.
    """

    def __init__(self, studio: Studio, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__("panel", "right", parent)
        self._studio = studio
        self._renders: LatestWins[Character] = LatestWins(
            tasks, self, studio.session.show, studio.tell
        )
        self.start, self.end = EndCard("A"), EndCard("B")
        self._swap = IconButton(self.tr("Swap A and B"), "swap")
        self.slider = ShareSlider(self.tr("Share of B"))
        self._share = label("", "strong")
        self.keep = PrimaryButton(self.tr("Keep this one"), "plus")
        self._lay_out()
        self._connect()
        self._show_ends()

    def take_start(self) -> None:
        """Makes the character on the stage A."""
        if self._studio.session.character is not None:
            self._studio.blend.set_start(self._studio.session.character)

    def take_end(self) -> None:
        """Makes the character on the stage B."""
        if self._studio.session.character is not None:
            self._studio.blend.set_end(self._studio.session.character)

    def _connect(self) -> None:
        session, blend = self._studio.session, self._studio.blend
        self.start.take.clicked.connect(self.take_start)
        self.end.take.clicked.connect(self.take_end)
        self._swap.clicked.connect(blend.swap)
        self.slider.valueChanged.connect(self._move)
        self.slider.sliderPressed.connect(self._come_back)
        self.keep.clicked.connect(self._keep)
        blend.ends_changed.connect(self._show_ends)
        session.character_changed.connect(self._follow_stage)
        self._studio.gallery.rowsInserted.connect(self._show_names)

    def _lay_out(self) -> None:
        scale = QHBoxLayout()
        scale.addWidget(label(self.tr("Share of B"), "strong", quiet=True), 1)
        self._share.setAlignment(Qt.AlignmentFlag.AlignRight)
        scale.addWidget(self._share, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(INSET_PX, 12, INSET_PX, INSET_PX)
        layout.setSpacing(8)
        title = label(self.tr("Blend"), "title")
        title.setFixedHeight(36)
        layout.addWidget(title)
        layout.addWidget(label(self.tr("Glide from one character to another."), quiet=True))
        layout.addWidget(self.start)
        layout.addWidget(self._swap, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.end)
        layout.addSpacing(8)
        layout.addLayout(scale)
        layout.addWidget(self.slider)
        layout.addStretch(1)
        layout.addWidget(self.keep)

    def _show_ends(self) -> None:
        blend = self._studio.blend
        self._renders.drop()
        self._show_names()
        self.slider.blockSignals(True)
        self.slider.setValue(round(blend.share * self.slider.STEPS))
        self.slider.blockSignals(False)
        self._show_share()
        self._enable()
        if blend.is_ready:
            self._render()

    def _show_names(self) -> None:
        blend = self._studio.blend
        anybody = self._studio.gallery.rowCount() > 0
        hint = self.tr("Choose one in the gallery.") if anybody else ""
        self.start.show_character(blend.start, hint)
        self.end.show_character(blend.end, hint)

    def _move(self) -> None:
        self._studio.blend.share = self.slider.share
        self._show_share()
        self._render()

    def _come_back(self) -> None:
        """Shows the blend again after somebody was chosen, though the thumb has not moved."""
        on_stage = self._studio.session.character
        if on_stage is not None and on_stage.number != UNNUMBERED:
            self._render()

    def _render(self) -> None:
        try:
            recipe = self._studio.blend.recipe()
        except UserError as error:
            self._studio.tell(error)
            return
        if recipe is not None:
            self._renders.request(lambda: self._studio.paint(recipe))

    def _keep(self) -> None:
        character = self._studio.session.character
        if character is not None:
            hand_over_focus(self.keep, self.slider)
            self._studio.keep(character)

    def _show_share(self) -> None:
        self._share.setText(self.tr("{0} %").format(self.slider.value()))

    def _follow_stage(self) -> None:
        character = self._studio.session.character
        if character is not None and character.number != UNNUMBERED:
            # Somebody was chosen: a picture of the blend that is still under way comes too late.
            self._renders.drop()
        self._enable()

    def _enable(self) -> None:
        blend, session = self._studio.blend, self._studio.session
        on_stage = session.character
        for card in (self.start, self.end):
            card.take.setEnabled(on_stage is not None)
        self._swap.setEnabled(blend.is_ready)
        self.slider.setEnabled(blend.is_ready)
        # At either end of the way stands a character that is usually there already.
        is_new = on_stage is not None and not self._studio.gallery.has(on_stage.recipe)
        self.keep.setEnabled(blend.is_ready and is_new)
