"""Asks how a picture is saved, and shows before that exactly what the file will carry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from girlsmoe_desktop.core.pictures import (
    DESCRIPTION_KEY,
    RECIPE_KEY,
    RIGHTS_KEY,
    SCALES,
    SOFTWARE_KEY,
    Carry,
)
from girlsmoe_desktop.state.exchange import SaveOptions
from girlsmoe_desktop.views import paper, pictures
from girlsmoe_desktop.views.buttons import PrimaryButton, TextButton
from girlsmoe_desktop.views.pill_switch import PillSwitch
from girlsmoe_desktop.views.surfaces import label

if TYPE_CHECKING:
    from girlsmoe_desktop.core.character import Character
    from girlsmoe_desktop.core.pictures import Passport

PREVIEW_PX, WORDS_PX = 200, 168
INSET_PX = 20


class _Preview(QWidget):
    """The picture."""

    def __init__(self, character: Character) -> None:
        super().__init__()
        self._character = character
        self.setFixedSize(PREVIEW_PX, PREVIEW_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paints it with round corners."""
        painter = QPainter(self)
        side_px = round(PREVIEW_PX * self.devicePixelRatioF())
        image = paper.shown(self._character.pixels, side_px)
        pictures.paint_rounded(painter, QRectF(self.rect()), image, 16)


class SaveDialog(QDialog):
    """How one or several pictures are saved.

    Attributes:
        kind, scale, carry: The choices.
        contents: What the file will carry.
        save, cancel: The ends.
    """

    def __init__(
        self,
        character: Character,
        count: int,
        passport: Passport,
        options: SaveOptions,
        parent: QWidget | None = None,
    ) -> None:
        """Makes the dialog.

        Args:
            character: The one that is shown, the first of them.
            count: How many are saved.
            passport: What is known of the character that is shown.
            options: What is chosen at first.
            parent: As for any widget.
        """
        super().__init__(parent)
        self._passport = passport
        one = self.tr("Save the picture")
        self.setWindowTitle(one if count == 1 else self.tr("Save %n picture(s)", "", count))
        side_px = character.pixels.shape[0]
        kinds = {"png": "PNG", "jpg": "JPEG", "webp": "WebP"}
        sizes = {str(scale): self.tr("{0} px").format(scale * side_px) for scale in SCALES}
        carries = {
            Carry.RECIPE.value: self.tr("Recipe"),
            Carry.CREDIT.value: self.tr("Credit"),
            Carry.NOTHING.value: self.tr("Nothing"),
        }
        self.kind = PillSwitch(self.tr("Kind of file"), kinds)
        self.scale = PillSwitch(self.tr("Size"), sizes)
        self.carry = PillSwitch(self.tr("The file carries"), carries)
        for switch, chosen in (
            (self.kind, options.ending),
            (self.scale, str(options.scale)),
            (self.carry, options.carry.value),
        ):
            switch.choose(chosen)
        self.contents = QPlainTextEdit()
        self.save = PrimaryButton(self.tr("Save as …"), "save")
        self.cancel = TextButton(self.tr("Cancel"))
        self._about = label("", "secondary", quiet=True, wrap=True)
        self._lay_out(character)
        self.carry.chosen.connect(self._show_contents)
        self.save.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        self._show_contents()
        self.save.setFocus()

    @property
    def options(self) -> SaveOptions:
        """What is chosen."""
        return SaveOptions(self.kind.key, int(self.scale.key), Carry(self.carry.key))

    def _lay_out(self, character: Character) -> None:
        self.contents.setReadOnly(True)
        self.contents.setTabChangesFocus(True)
        self.contents.setFixedHeight(WORDS_PX)
        self.contents.setAccessibleName(self.tr("What the file will carry"))
        choices = QVBoxLayout()
        choices.setSpacing(4)
        for row in (self.kind, self.scale, self.carry):
            choices.addWidget(label(row.accessibleName(), "strong", quiet=True))
            choices.addWidget(row)
            choices.addSpacing(8)
        choices.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(INSET_PX)
        top.addWidget(_Preview(character), 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(choices, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.cancel)
        foot.addWidget(self.save, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(INSET_PX, INSET_PX, INSET_PX, INSET_PX)
        layout.setSpacing(10)
        layout.addLayout(top)
        layout.addWidget(self._about)
        layout.addWidget(self.contents)
        layout.addSpacing(4)
        layout.addLayout(foot)

    def _show_contents(self) -> None:
        carry = Carry(self.carry.key)
        self._about.setText(
            {
                Carry.RECIPE: self.tr(
                    "Whoever has the file can make this very character again, and change it."
                ),
                Carry.CREDIT: self.tr(
                    "The file says what it shows, how it came to be and who may use it."
                ),
                Carry.NOTHING: self.tr("The file holds pixels and nothing else."),
            }[carry]
        )
        names = {
            DESCRIPTION_KEY: self.tr("Description"),
            SOFTWARE_KEY: self.tr("Made with"),
            RIGHTS_KEY: self.tr("Rights"),
            RECIPE_KEY: self.tr("Recipe"),
        }
        texts = self._passport.carried(carry)
        lines = [f"{names[key]}: {text}" for key, text in texts.items()]
        self.contents.setPlainText("\n\n".join(lines) or self.tr("Nothing."))
        self.contents.setEnabled(bool(lines))


def ask_how(
    parent: QWidget, character: Character, count: int, passport: Passport, options: SaveOptions
) -> SaveOptions | None:
    """Returns how to save, or None; see `SaveDialog`."""
    dialog = SaveDialog(character, count, passport, options, parent)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    chosen = dialog.options
    dialog.deleteLater()
    return chosen if accepted else None
