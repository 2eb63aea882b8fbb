"""Asks how a picture is saved, and shows before that exactly what the file will carry."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from girlsmoe_desktop.core.pictures import (
    DESCRIPTION_KEY,
    ENLARGED_KEY,
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
from girlsmoe_desktop.views.surfaces import DIALOG_INSET_PX, label

if TYPE_CHECKING:
    from girlsmoe_desktop.core.character import Character
    from girlsmoe_desktop.core.pictures import Passport
    from girlsmoe_desktop.state.enlarger import Enlarger

PREVIEW_PX, WORDS_PX = 200, 168


class _Preview(QWidget):
    """The picture."""

    def __init__(self, character: Character, enlarger: Enlarger) -> None:
        super().__init__()
        self._character, self._enlarger = character, enlarger
        self.scale = 1
        self.setFixedSize(PREVIEW_PX, PREVIEW_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paints it with round corners."""
        painter = QPainter(self)
        side_px = round(PREVIEW_PX * self.devicePixelRatioF())
        pixels = self._character.pixels
        larger = self._enlarger.kept(pixels, self.scale) if self.scale > 1 else None
        image = paper.shown(pixels if larger is None else larger, side_px)
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
        enlarger: Enlarger,
        options: SaveOptions,
        parent: QWidget | None = None,
    ) -> None:
        """Makes the dialog.

        Args:
            character: The one that is shown, the first of them.
            count: How many are saved.
            passport: What is known of the character that is shown.
            enlarger: Makes it larger.
            options: What is chosen at first.
            parent: As for any widget.
        """
        super().__init__(parent)
        self._passport, self._enlarger, self._character = passport, enlarger, character
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
        self._how = label("", "secondary", quiet=True, wrap=True)
        self._preview = _Preview(character, enlarger)
        self._lay_out()
        self.carry.chosen.connect(self._show_contents)
        self.scale.chosen.connect(self._show_size)
        self.save.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        self._show_size()
        self.save.setFocus()

    @property
    def options(self) -> SaveOptions:
        """What is chosen."""
        return SaveOptions(self.kind.key, int(self.scale.key), Carry(self.carry.key))

    @property
    def how(self) -> str:
        """What is said of how the picture is enlarged."""
        return self._how.text()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Takes the height that its words need in this language."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        # A layout with words that wrap lets the rest be pressed flat.
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def _lay_out(self) -> None:
        self.contents.setReadOnly(True)
        self.contents.setTabChangesFocus(True)
        self.contents.setFixedHeight(WORDS_PX)
        self.contents.setAccessibleName(self.tr("What the file will carry"))
        choices = QVBoxLayout()
        choices.setSpacing(4)
        for row in (self.kind, self.scale, self.carry):
            choices.addWidget(label(row.accessibleName(), "strong", quiet=True))
            choices.addWidget(row)
            if row is self.scale:
                choices.addWidget(self._how)
            choices.addSpacing(8)
        choices.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(DIALOG_INSET_PX)
        top.addWidget(self._preview, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(choices, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.cancel)
        foot.addWidget(self.save, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(4 * [DIALOG_INSET_PX]))
        layout.setSpacing(10)
        layout.addLayout(top)
        layout.addWidget(self._about)
        layout.addWidget(self.contents)
        layout.addSpacing(4)
        layout.addLayout(foot)

    def _show_size(self) -> None:
        """Says how the picture is enlarged, and has it done while the person looks on."""
        scale = int(self.scale.key)
        self._preview.scale = scale
        self._preview.update()
        enlargement = self._enlarger.enlargement(scale)
        self._passport = replace(self._passport, enlargement=enlargement)
        if enlargement is not None:
            named = self.tr("Enlarged by {0} {1}, sharpness {2} %")
            share = round(100 * enlargement.sharpness)
            self._how.setText(named.format(enlargement.upscaler_id, enlargement.version, share))
            pixels = self._character.pixels
            self._enlarger.prepare(self, pixels, scale, self._preview.update)
        else:
            lanczos = self.tr("Enlarged with Lanczos: no upscaler is installed")
            self._how.setText(lanczos if scale > 1 else self.tr("As the model paints it"))
        self._show_contents()

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
            ENLARGED_KEY: self.tr("Enlarged"),
        }
        texts = self._passport.carried(carry)
        lines = [f"{names[key]}: {text}" for key, text in texts.items()]
        self.contents.setPlainText("\n\n".join(lines) or self.tr("Nothing."))
        self.contents.setEnabled(bool(lines))
        if self.isVisible():
            self._fit()


def ask_how(
    parent: QWidget,
    character: Character,
    count: int,
    passport: Passport,
    enlarger: Enlarger,
    options: SaveOptions,
) -> SaveOptions | None:
    """Returns how to save, or None; see `SaveDialog`."""
    dialog = SaveDialog(character, count, passport, enlarger, options, parent)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    chosen = dialog.options
    dialog.deleteLater()
    return chosen if accepted else None
