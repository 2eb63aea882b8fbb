"""A card for one stop of a way: who it is, and a button to take who is on the stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from girlsmoe_desktop.state import words
from girlsmoe_desktop.views import paper, pictures, theme
from girlsmoe_desktop.views.buttons import TextButton
from girlsmoe_desktop.views.surfaces import label

if TYPE_CHECKING:
    from girlsmoe_desktop.core.character import Character

THUMB_PX = 84


class Thumb(QWidget):
    """A small picture with the letter of its end.

    Attributes:
        character: Who is shown, or None.
    """

    def __init__(self, letter: str, side_px: int = THUMB_PX) -> None:
        super().__init__()
        self._letter = letter
        self.character: Character | None = None
        self.setFixedSize(side_px, side_px)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paints picture, or an empty place, and the letter."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        if self.character is None:
            painter.setPen(theme.color("groove"))
            painter.setBrush(theme.color("track"))
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 14, 14)
        else:
            side_px = round(self.width() * self.devicePixelRatioF())
            image = paper.shown(self.character.pixels, side_px)
            pictures.paint_rounded(painter, area, image, 14)
        badge = QRectF(6, 6, 22, 22) if self.width() >= THUMB_PX else QRectF(2, 2, 16, 16)
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
        self._thumb = Thumb(letter)
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
        # What is to be done must be read to its end.
        self._text.setWordWrap(not description)
        self._text.setToolTip(description)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paints the card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color("line"))
        painter.setBrush(theme.color("raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 20, 20)
