"""The form for a new run: what it learns from, how large it is, where it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from girlsmoe_desktop.state import training_words
from girlsmoe_desktop.state.run_plan import COUNTS, DEFAULT_COUNT, OFFERED
from girlsmoe_desktop.views import files
from girlsmoe_desktop.views.buttons import TextButton
from girlsmoe_desktop.views.number_field import NumberField
from girlsmoe_desktop.views.pick_box import PickBox
from girlsmoe_desktop.views.pill_switch import PillSwitch
from girlsmoe_desktop.views.surfaces import breakable, label

if TYPE_CHECKING:
    from pathlib import Path

    from girlsmoe_desktop.state.settings import Settings

DRAWN, FOLDER = "drawn", "folder"
COUNT_PX = 104
COUNT_STEP = 1000


def small_button(text: str) -> TextButton:
    """Returns a quiet button that is no wider than its words."""
    button = TextButton(text)
    button.height_px = 32
    button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return button


class TrainSetup(QWidget):
    """What a new run is to be.

    Attributes:
        source: Whether portraits are drawn, or taken from a folder.
        count: How many are drawn.
        choose: Asks for the folder of portraits.
        preset: The settings.
        elsewhere: Asks for another folder of runs.
    """

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._folder: Path | None = None
        self.source = PillSwitch(
            self.tr("Portraits"),
            {DRAWN: self.tr("Drawn for you"), FOLDER: self.tr("A folder")},
        )
        self.count = NumberField(COUNTS, DEFAULT_COUNT, COUNT_STEP)
        self.choose = small_button(self.tr("Choose the folder …"))
        self.preset = PickBox(self.tr("Model"))
        for name in OFFERED:
            self.preset.addItem(training_words.preset_name(name), name)
        self.elsewhere = small_button(self.tr("Keep runs elsewhere …"))
        self._drawn, self._taken = QWidget(), QWidget()
        self._path = label("", "secondary", quiet=True, wrap=True)
        self._about = label("", "secondary", quiet=True, wrap=True)
        self._runs = label("", "secondary", quiet=True, wrap=True)
        self._lay_out()
        self.source.chosen.connect(lambda _key: self._show())
        self.preset.currentIndexChanged.connect(lambda _row: self._show())
        self.choose.clicked.connect(self._ask_for_portraits)
        self.elsewhere.clicked.connect(self._ask_for_runs)
        self._show()

    @property
    def data(self) -> Path | None:
        """The folder of portraits that was chosen; None if they are to be drawn."""
        return self._folder if self.source.key == FOLDER else None

    @property
    def is_complete(self) -> bool:
        """Whether everything is said that a run needs."""
        return self.source.key == DRAWN or self._folder is not None

    def take_portraits(self, folder: Path) -> None:
        """Has the run learn from a folder."""
        self._folder = folder
        self.source.choose(FOLDER)
        self._show()

    def _lay_out(self) -> None:
        drawn = QHBoxLayout(self._drawn)
        drawn.setContentsMargins(0, 0, 0, 0)
        how_many = label(self.tr("How many"))
        self.count.setAccessibleName(self.tr("How many portraits"))
        drawn.addWidget(how_many, 1)
        drawn.addWidget(self.count)
        taken = QVBoxLayout(self._taken)
        taken.setContentsMargins(0, 0, 0, 0)
        taken.addWidget(self._path)
        taken.addWidget(self.choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(label(self.tr("Portraits to learn from"), "strong", quiet=True))
        layout.addWidget(self.source)
        layout.addWidget(self._drawn)
        layout.addWidget(self._taken)
        layout.addSpacing(8)
        layout.addWidget(self.preset)
        layout.addWidget(self._about)
        layout.addSpacing(8)
        layout.addWidget(label(self.tr("Kept in"), "strong", quiet=True))
        layout.addWidget(self._runs)
        layout.addWidget(self.elsewhere)

    def _show(self) -> None:
        is_drawn = self.source.key == DRAWN
        self._drawn.setVisible(is_drawn)
        self._taken.setVisible(not is_drawn)
        chosen = str(self._folder) if self._folder else self.tr("No folder is chosen yet.")
        self._path.setText(breakable(chosen))
        self._about.setText(training_words.preset_text(self.preset.currentData()))
        self._runs.setText(breakable(str(self._settings.runs)))

    def _ask_for_portraits(self) -> None:
        folder = files.ask_folder(self, self.tr("Choose a folder of portraits"), self._folder)
        if folder is not None:
            self.take_portraits(folder)

    def _ask_for_runs(self) -> None:
        title = self.tr("Choose a folder for runs")
        folder = files.ask_folder(self, title, self._settings.runs)
        if folder is not None:
            self._settings.runs = folder
            self._show()
