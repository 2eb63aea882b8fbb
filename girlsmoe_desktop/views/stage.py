"""The room of the character in view: its name, its portrait, its noise, and its light."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from girlsmoe_desktop.core.character import UNNUMBERED
from girlsmoe_desktop.state import words
from girlsmoe_desktop.views import pictures
from girlsmoe_desktop.views.banner import Banner
from girlsmoe_desktop.views.buttons import IconButton, TextButton
from girlsmoe_desktop.views.lit_room import LitRoom
from girlsmoe_desktop.views.noise_bar import NoiseBar
from girlsmoe_desktop.views.portrait import Portrait
from girlsmoe_desktop.views.surfaces import breakable, label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from girlsmoe_desktop.core.character import Character
    from girlsmoe_desktop.jobs.task import Tasks
    from girlsmoe_desktop.state.designer import Designer
    from girlsmoe_desktop.state.enlarger import Enlarger
    from girlsmoe_desktop.state.studio import Studio


class _Words(QScrollArea):
    """A title and a text: as high as they are, or less and with a scroll bar."""

    def __init__(self) -> None:
        super().__init__()
        self._said = ("", "")
        self._title = label("", "empty", wrap=True)
        self._text = label("", quiet=True, wrap=True)
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(48, 0, 48, 0)
        for part in (self._title, self._text):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self._column.addWidget(part)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)
        # Both paint the window's colour by default; the room's should show through.
        content.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    @property
    def said(self) -> str:
        """The words."""
        return "\n".join(self._said)

    def say(self, title: str, text: str) -> None:
        """Shows words, from their beginning."""
        self._said = (title, text)
        for part, shown in ((self._title, title), (self._text, text)):
            part.setText(breakable(shown))
            part.setAccessibleName(shown)
        self.verticalScrollBar().setValue(0)

    def fit(self, width_px: int) -> None:
        """Takes no more height than the words need at a width."""
        if self.said.strip():
            self.setMaximumHeight(self._column.totalHeightForWidth(width_px))


class _Message(QWidget):
    """Words where the portrait would be; what may be done about it stays in view below them.

    Attributes:
        retry, choose: What may be done about it.
    """

    def __init__(self) -> None:
        super().__init__()
        self._words = _Words()
        self.retry = TextButton(self.tr("Try again"))
        self.choose = TextButton(self.tr("Choose a model folder …"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 24, 0, 24)
        layout.addStretch(2)
        # All the room that they can use is the words', before the space around them gets any.
        layout.addWidget(self._words, 100)
        layout.addSpacing(16)
        for button in (self.retry, self.choose):
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    @property
    def said(self) -> str:
        """The words."""
        return self._words.said

    def say(self, title: str, text: str, *, offer: bool) -> None:
        """Shows words, with or without the buttons."""
        self._words.say(title, text)
        self._words.fit(self.width())
        for button in (self.retry, self.choose):
            button.setVisible(offer)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Gives the words the height that they need at the new width."""
        # Not by themselves: a scroll area that changes its size while it gets one is painted wrong.
        super().resizeEvent(event)
        self._words.fit(event.size().width())


class Stage(LitRoom):
    """Shows the session's character.

    Attributes:
        banner: For messages.
        noise: The noise bar.
        portrait: The picture.
        keep, star, copy, save: The buttons of the header.
        retry, choose: What is offered in place of the portrait when there is no model.
    """

    def __init__(
        self,
        studio: Studio,
        tasks: Tasks,
        designer: Designer,
        enlarger: Enlarger,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = studio.session
        self._title = label("", "button")
        self._description = label("", "secondary", quiet=True)
        self.keep = IconButton(self.tr("Keep in the gallery"), "plus")
        self.star = IconButton(self.tr("Star"), "star")
        self.star.setCheckable(True)
        self.copy = IconButton(self.tr("Copy the picture"), "copy")
        self.save = IconButton(self.tr("Save the picture"), "save")
        self.banner = Banner()
        self.portrait = Portrait(tasks, enlarger)
        self.noise = NoiseBar(studio, designer)
        self._message = _Message()
        self.retry, self.choose = self._message.retry, self._message.choose
        self._view: QWidget = self.portrait
        self._middle = QStackedLayout()
        self._column = QVBoxLayout(self)
        self._lay_out()
        for part in (self.keep, self.star, self.copy, self.save, self.noise):
            part.hide()
        self._session.character_changed.connect(self._show_character)

    def say(self, title: str, text: str = "", *, offer: bool = False) -> None:
        """Shows words in place of the portrait.

        Args:
            title: What is the case.
            text: More about it.
            offer: Whether to offer another try and another model.
        """
        self._message.say(title, text, offer=offer)
        self._middle.setCurrentWidget(self._message)

    def look_through(self, view: QWidget | None) -> None:
        """Shows the character through another view; None is the portrait."""
        self._view = view or self.portrait
        if self._middle.indexOf(self._view) < 0:
            self._middle.addWidget(self._view)
        if self._session.character is not None and not self.said:
            self._middle.setCurrentWidget(self._view)

    def try_on(self, character: Character | None) -> None:
        """Shows somebody for now; None shows the one on the stage again."""
        shown = character or self._session.character
        if shown is not None:
            self.portrait.set_character(shown)

    def show_doubts(self, doubts: str) -> None:
        """Says behind the description what can't be seen clearly; nothing for an empty text."""
        character = self._session.character
        if character is None:
            return
        described = words.description(character)
        if doubts:
            described = self.tr("{0} (hard to see: {1})").format(described, doubts)
        self._description.setText(described)
        self._description.setToolTip(described)

    def show_star(self, starred: bool) -> None:
        """Shows whether the character has a star."""
        self.star.setChecked(starred)
        self.star.icon_name = "star_filled" if starred else "star"
        self.star.setToolTip(self.tr("Take the star away") if starred else self.tr("Give a star"))
        self.star.update()

    def set_compact(self, compact: bool) -> None:
        """Leaves more of a small room to the portrait, also of the noise's."""
        super().set_compact(compact)
        self.noise.set_compact(compact)

    @property
    def said(self) -> str:
        """The words in place of the portrait, or nothing while it is shown."""
        if self._middle.currentWidget() is not self._message:
            return ""
        return self._message.said

    def lit_card(self) -> QRectF:
        """Returns where the portrait lies."""
        card = self.portrait.card().toAlignedRect()
        return QRectF(QRect(self.portrait.mapTo(self, card.topLeft()), card.size()))

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self._title)
        names.addWidget(self._description)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addLayout(names, 1)
        head.addWidget(self.keep)
        head.addWidget(self.star)
        head.addWidget(self.copy)
        head.addWidget(self.save)
        self._middle.addWidget(self._message)
        self._middle.addWidget(self.portrait)
        self._column.addLayout(head)
        self._column.addWidget(self.banner)
        self._column.addLayout(self._middle, 1)
        self._column.addWidget(self.noise)
        self.set_compact(False)

    def _show_character(self) -> None:
        character = self._session.character
        if character is None:
            return
        self.set_light(pictures.ambient(character.pixels))
        self._title.setText(words.title(character))
        self._description.setText(words.description(character))
        self._description.setToolTip(words.description(character))
        self.portrait.set_character(character)
        self._middle.setCurrentWidget(self._view)
        self.star.setVisible(character.number != UNNUMBERED)
        self.keep.setVisible(character.number == UNNUMBERED)
        for part in (self.copy, self.save, self.noise):
            part.show()
