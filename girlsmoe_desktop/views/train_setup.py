"""The form for a new run: what it learns from, how large it is, where it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from girlsmoe_desktop.state import training_words
from girlsmoe_desktop.state.cast import starred_cast
from girlsmoe_desktop.state.material import COUNTS, DEFAULT_COUNT, Kind, Material
from girlsmoe_desktop.state.run_plan import OFFERED
from girlsmoe_desktop.views import files
from girlsmoe_desktop.views.buttons import small_button
from girlsmoe_desktop.views.number_field import NumberField
from girlsmoe_desktop.views.pick_box import PickBox
from girlsmoe_desktop.views.pill_switch import PillSwitch
from girlsmoe_desktop.views.surfaces import breakable, label
from girlsmoe_desktop.views.tick_box import TickBox
from girlsmoe_desktop.views.train_folder import TrainFolder

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from girlsmoe_desktop.core.recipe import Recipe
    from girlsmoe_desktop.state.gallery_model import GalleryModel
    from girlsmoe_desktop.state.settings import Settings

DRAWN, FOLDER = "drawn", "folder"
COUNT_PX = 104
COUNT_STEP = 1000


class TrainSetup(QWidget):
    """What a new run is to be.

    Attributes:
        source: Whether portraits are drawn, or taken from a folder.
        count: How many are drawn.
        folder: The folder they are taken from.
        preset: The settings.
        films: Whether those with a star are filmed.
        elsewhere: Asks for another folder of runs.

    Signals:
        changed: Something else is to be learned from.
        failed: A folder can't be learned from; with the reason.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(
        self, settings: Settings, gallery: GalleryModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._settings, self._gallery = settings, gallery
        self.source = PillSwitch(
            self.tr("Portraits"),
            {DRAWN: self.tr("Drawn for you"), FOLDER: self.tr("A folder")},
        )
        self.count = NumberField(COUNTS, DEFAULT_COUNT, COUNT_STEP)
        self.folder = TrainFolder()
        self.preset = PickBox(self.tr("Model"))
        for name in OFFERED:
            self.preset.addItem(training_words.preset_name(name), name)
        self.elsewhere = small_button(self.tr("Keep runs elsewhere …"))
        self.films = TickBox(self.tr("Film my starred characters"))
        self.films.setChecked(True)
        self.films.setToolTip(
            self.tr("They are painted again and again while the model learns; 8 at most")
        )
        self._drawn = QWidget()
        self._about = label("", "secondary", quiet=True, wrap=True)
        self._runs = label("", "secondary", quiet=True, wrap=True)
        self._lay_out()
        self.source.chosen.connect(lambda _key: self._show())
        self.preset.currentIndexChanged.connect(lambda _row: self._show())
        self.folder.changed.connect(self.changed)
        self.folder.failed.connect(self.failed)
        self.elsewhere.clicked.connect(self._ask_for_runs)
        self._show()

    @property
    def material(self) -> Material | None:
        """What is to be learned from; None where that is not said yet."""
        if self.source.key == DRAWN:
            return Material(Kind.DRAWN, count=self.count.number)
        return self.folder.material

    @property
    def cast(self) -> list[Recipe]:
        """Who is to be filmed."""
        if not self.films.isChecked():
            return []
        return starred_cast(self._gallery, self.preset.currentData())

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Offers to film those who have a star now."""
        super().showEvent(event)
        self.films.setVisible(bool(self._gallery.gallery.starred()))

    def _lay_out(self) -> None:
        drawn = QHBoxLayout(self._drawn)
        drawn.setContentsMargins(0, 0, 0, 0)
        how_many = label(self.tr("How many"))
        self.count.setAccessibleName(self.tr("How many portraits"))
        drawn.addWidget(how_many, 1)
        drawn.addWidget(self.count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(label(self.tr("Portraits to learn from"), "strong", quiet=True))
        layout.addWidget(self.source)
        layout.addWidget(self._drawn)
        layout.addWidget(self.folder)
        layout.addSpacing(8)
        layout.addWidget(self.preset)
        layout.addWidget(self._about)
        layout.addWidget(self.films)
        layout.addSpacing(8)
        layout.addWidget(label(self.tr("Kept in"), "strong", quiet=True))
        layout.addWidget(self._runs)
        layout.addWidget(self.elsewhere)

    def _show(self) -> None:
        is_drawn = self.source.key == DRAWN
        self._drawn.setVisible(is_drawn)
        self.folder.setVisible(not is_drawn)
        self._about.setText(training_words.preset_text(self.preset.currentData()))
        self._runs.setText(breakable(str(self._settings.runs)))
        self.changed.emit()

    def _ask_for_runs(self) -> None:
        title = self.tr("Choose a folder for runs")
        folder = files.ask_folder(self, title, self._settings.runs)
        if folder is not None:
            self._settings.runs = folder
            self._show()
