"""The part of the form that is about a folder: which one, what it holds, how that is made ready."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.state.material import CASCADE, Kind, Material, bundled_tagger, kind_of
from girlsmoe_desktop.state.studio import told
from girlsmoe_desktop.views import files
from girlsmoe_desktop.views.buttons import small_button
from girlsmoe_desktop.views.surfaces import breakable, label

if TYPE_CHECKING:
    from pathlib import Path


class _Choice(QWidget):
    """Something that is chosen: its name, what is chosen now, a button to choose another."""

    def __init__(self, name: str, button: str) -> None:
        super().__init__()
        self.button = small_button(button)
        self._text = label("", "secondary", quiet=True, wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(label(name, "strong", quiet=True))
        layout.addWidget(self._text)
        layout.addWidget(self.button)

    def say(self, text: str) -> None:
        """Says what is chosen now."""
        self._text.setText(breakable(text))


class TrainFolder(QWidget):
    """A folder to learn from; where it holds pictures, how faces and their attributes are found.

    Attributes:
        choose: Asks for the folder.
        tagger: What sees attributes.
        cascade: What finds faces.

    Signals:
        changed: Something else is chosen.
        failed: A folder can't be learned from; with the reason.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder: Path | None = None
        self._kind: Kind | None = None
        self._tagger: Path | None = None
        self._cascade: Path | None = None
        self._path = label("", "secondary", quiet=True, wrap=True)
        self._holds = label("", "body", wrap=True)
        self.choose = small_button(self.tr("Choose the folder …"))
        self.tagger = _Choice(self.tr("Attributes are read by"), self.tr("Choose a tagger …"))
        self.cascade = _Choice(self.tr("Faces are found by"), self.tr("Choose the file …"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for part in (self._path, self._holds, self.choose, self.tagger, self.cascade):
            layout.addWidget(part)
        self.choose.clicked.connect(self._ask_for_folder)
        self.tagger.button.clicked.connect(self._ask_for_tagger)
        self.cascade.button.clicked.connect(self._ask_for_cascade)
        self._show()

    @property
    def material(self) -> Material | None:
        """What was chosen, or None."""
        if self._folder is None or self._kind is None:
            return None
        if self._kind is Kind.PREPARED:
            return Material(self._kind, self._folder)
        tagger = self._tagger or bundled_tagger()
        return Material(self._kind, self._folder, tagger=tagger, cascade=self._cascade)

    def take(self, folder: Path) -> None:
        """Has the run learn from a folder."""
        try:
            self._kind = kind_of(folder)
        except UserError as error:
            self._kind = None
            self.failed.emit(told(error))
        self._folder = folder
        self._show()

    def _show(self) -> None:
        chosen = str(self._folder) if self._folder else self.tr("No folder is chosen yet.")
        self._path.setText(breakable(chosen))
        self._holds.setText(self._what_it_holds())
        self._holds.setVisible(self._kind is not None)
        self.tagger.setVisible(self._kind in (Kind.PICTURES, Kind.FACES))
        self.cascade.setVisible(self._kind is Kind.PICTURES)
        own = self.tr("The program's own tagger, which has learned from drawn portraits.")
        self.tagger.say(str(self._tagger) if self._tagger else own)
        fetched = self.tr(
            "{0}, which the trainer fetches once from github.com unless you choose the file."
        )
        self.cascade.say(str(self._cascade) if self._cascade else fetched.format(CASCADE))
        self.changed.emit()

    def _what_it_holds(self) -> str:
        if self._kind is Kind.PICTURES:
            return self.tr(
                "Pictures: faces are cut out of them and their attributes read, then you look "
                "them over. Use only pictures that you may use."
            )
        if self._kind is Kind.FACES:
            return self.tr("Faces that were cut out: their attributes are read, then you look.")
        return self.tr("Portraits with labels, ready to learn from.")

    def _ask_for_folder(self) -> None:
        title = self.tr("Choose a folder of pictures or portraits")
        folder = files.ask_folder(self, title, self._folder)
        if folder is not None:
            self.take(folder)

    def _ask_for_tagger(self) -> None:
        folder = files.ask_folder(self, self.tr("Choose the folder of a tagger"), self._tagger)
        if folder is not None:
            self._tagger = folder
            self._show()

    def _ask_for_cascade(self) -> None:
        path = files.ask_program(self, self.tr("Choose the file {0}").format(CASCADE))
        if path is not None:
            self._cascade = path
            self._show()
