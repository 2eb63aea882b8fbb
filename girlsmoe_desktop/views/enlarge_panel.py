"""The panel of Enlarge: what is made larger, how much, how sharp, and where it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from girlsmoe_desktop.core.enlargement import SCALES
from girlsmoe_desktop.state import words
from girlsmoe_desktop.views.batch_progress import BatchProgress
from girlsmoe_desktop.views.buttons import IconButton, PrimaryButton
from girlsmoe_desktop.views.picture_files import PictureFiles
from girlsmoe_desktop.views.pill_switch import PillSwitch
from girlsmoe_desktop.views.slider import ShareSlider
from girlsmoe_desktop.views.surfaces import INSET_PX, Surface, fill_panel, intro, label

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from girlsmoe_desktop.core.character import Character
    from girlsmoe_desktop.state.enlarger import Enlarger
    from girlsmoe_desktop.state.file_enlarging import FileEnlarging
    from girlsmoe_desktop.state.preview import Preview
    from girlsmoe_desktop.state.saving import Saving
    from girlsmoe_desktop.state.settings import Settings
    from girlsmoe_desktop.state.studio import Studio

ONE, MARKED, FILES = "one", "marked", "files"


class EnlargePanel(Surface):
    """What is enlarged, and how.

    Attributes:
        target: ONE who is on the stage, those MARKED in the gallery, or FILES.
        scale: How many times.
        sharpness, suggested: How sharp, and back to what the upscaler suggests.
        files: The pictures from the disk.
        start: Saves, or enlarges.
        progress: How far a batch is.

    Signals:
        save_wanted: Characters are to be saved; with them and the scale.
        named: Another picture is looked at; with its name.
    """

    save_wanted = Signal(object, int)
    named = Signal(str)

    def __init__(
        self,
        studio: Studio,
        enlarger: Enlarger,
        preview: Preview,
        files: FileEnlarging,
        saving: Saving,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("panel", "right", parent)
        self._studio, self._enlarger, self._preview = studio, enlarger, preview
        self._enlarging, self._saving, self._settings = files, saving, settings
        self._marked: list[int] = []
        self._drag: object = None
        self.target = PillSwitch(
            self.tr("What to enlarge"),
            {ONE: self.tr("This one"), MARKED: self.tr("Marked"), FILES: self.tr("Files")},
        )
        sizes = {str(scale): f"{scale}×" for scale in SCALES}
        self.scale = PillSwitch(self.tr("Size"), sizes)
        self.sharpness = ShareSlider(self.tr("Sharpness"))
        self.suggested = IconButton(self.tr("As the upscaler suggests"), "undo")
        self.files = PictureFiles(files, settings)
        self.start = PrimaryButton("", "save")
        self.progress = BatchProgress(files)
        self._share = label("", "strong")
        self._hint = label("", "secondary", quiet=True, wrap=True)
        about = self.tr("Redraws pictures larger, with clean lines.")
        self._about = intro(about)
        self._foot = QStackedWidget()
        self._lay_out()
        self._connect()
        self.scale.choose(str(settings.enlarge_scale))
        preview.set_scale(settings.enlarge_scale)
        self._show_enlarger()
        self._aim()

    def show_marked(self, numbers: Sequence[int]) -> None:
        """Knows who is marked in the gallery; with several, those are meant."""
        before, self._marked = self._marked, list(numbers)
        if self.target.key != FILES and len(before) != len(numbers):
            self.target.choose(MARKED if len(numbers) > 1 else ONE)
        self._show()

    def bring(self, paths: Sequence[Path]) -> None:
        """Puts files and folders on the list, and shows it."""
        self.target.choose(FILES)
        self._enlarging.add(paths)

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(INSET_PX, 8, INSET_PX, 8)
        column.setSpacing(8)
        column.addWidget(self._about)
        column.addWidget(self.target)
        column.addSpacing(8)
        column.addWidget(label(self.scale.accessibleName(), "strong", quiet=True))
        column.addWidget(self.scale)
        column.addSpacing(8)
        column.addLayout(self._sharpness_row())
        column.addLayout(self._slider_row())
        column.addSpacing(8)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._hint, 1)
        column.addWidget(self.files, 1)
        self._foot.addWidget(self.start)
        self._foot.addWidget(self.progress)
        foot = QVBoxLayout()
        foot.setContentsMargins(INSET_PX, 8, INSET_PX, INSET_PX)
        foot.addWidget(self._foot)
        fill_panel(self, self.tr("Enlarge"), content, foot)

    def _sharpness_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(label(self.tr("Sharpness"), "strong", quiet=True), 1)
        self._share.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._share, 1)
        self.suggested.setFixedSize(28, 28)
        row.addWidget(self.suggested)
        return row

    def _slider_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        for part in (self.tr("soft"), self.sharpness, self.tr("sharp")):
            if isinstance(part, str):
                words_ = label(part, "caption", quiet=True)
                words_.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
                row.addWidget(words_)
            else:
                row.addWidget(part, 1)
        return row

    def _connect(self) -> None:
        self.target.chosen.connect(self._aim)
        self.scale.chosen.connect(self._choose_scale)
        self.sharpness.touched.connect(self._begin_drag)
        self.sharpness.valueChanged.connect(self._choose_sharpness)
        self.suggested.clicked.connect(lambda: self._sharpen(None))
        self.files.chosen.connect(self._look_at_file)
        self.start.clicked.connect(self._start)
        self._enlarger.changed.connect(self._show_enlarger)
        self._enlarging.changed.connect(self._show)
        self._saving.changed.connect(self._show)
        self._studio.session.character_changed.connect(self._look_at_character)

    def tell_name(self) -> None:
        """Turns to who or what is to be enlarged, and says its name."""
        self._look_at_character()
        self._look_at_file(self.files.current())

    def _aim(self) -> None:
        brings_files = self.target.key == FILES
        self.files.setVisible(brings_files)
        for part in (self._about, self._hint):  # the list needs their room
            part.setVisible(not brings_files)
        self.tell_name()
        self._show()

    def _look_at_character(self) -> None:
        character = self._studio.session.character
        if self.target.key == FILES:
            return
        if character is None:
            self.named.emit("")
            self._preview.show_nothing()
        else:
            self.named.emit(words.title(character))
            self._preview.show_pixels(character.pixels)
        self._show()

    def _look_at_file(self, path: Path | None) -> None:
        if self.target.key != FILES:
            return
        self.named.emit("" if path is None else path.name)
        if path is None:
            self._preview.show_nothing()
        else:
            self._preview.show_file(path)

    def _choose_scale(self, scale: str) -> None:
        self._settings.enlarge_scale = int(scale)
        self._preview.set_scale(int(scale))

    def _begin_drag(self) -> None:
        self._drag = object()

    def _choose_sharpness(self, value: int) -> None:
        self._sharpen(value / ShareSlider.STEPS, self._drag)

    def _sharpen(self, sharpness: float | None, key: object = None) -> None:
        """Makes pictures so sharp; a whole drag is one step to undo."""
        before = self._enlarger.choice
        if sharpness != before:
            history = self._studio.session.history
            history.add(self.tr("Sharpness"), lambda: self._enlarger.resharpen(before), key)
            self._enlarger.set_sharpness(sharpness)

    def _show_enlarger(self) -> None:
        enlarger = self._enlarger
        share = round(100 * enlarger.sharpness)
        self.sharpness.blockSignals(True)
        self.sharpness.setValue(share)
        self.sharpness.blockSignals(False)
        self.sharpness.update()
        self._share.setText(words.percent(share))
        self.suggested.setEnabled(enlarger.choice is not None)
        self.sharpness.setEnabled(enlarger.upscaler is not None)
        self._show()

    def _show(self) -> None:
        """Says what the button does, and whether it can."""
        target, is_busy = self.target.key, self._enlarging.is_busy
        self._foot.setCurrentWidget(self.progress if is_busy else self.start)
        for part in (self.target, self.scale, self.suggested):
            part.setEnabled(not is_busy)
        self.suggested.setEnabled(not is_busy and self._enlarger.choice is not None)
        self.sharpness.setEnabled(not is_busy and self._enlarger.upscaler is not None)
        count, text = self._wanted(target)
        self.start.setText(text)
        self.start.setAccessibleName(text)
        self.start.icon_name = "enlarge" if target == FILES else "save"
        is_ready = self._enlarger.upscaler is not None or target != FILES
        self.start.setEnabled(count > 0 and is_ready and not self._saving.is_busy)
        self.start.update()
        self._hint.setText(self._hints(target))
        self._show_sizes()

    def _show_sizes(self) -> None:
        """Says which sides pictures get, where it is the same for all."""
        character = self._studio.session.character
        for scale in SCALES:
            word = f"{scale}×"
            if self.target.key != FILES and character is not None:
                side_px = self.tr("{0} px").format(scale * len(character.pixels))
                word = f"{word}  {side_px}"
            self.scale.set_word(str(scale), word)

    def _wanted(self, target: str) -> tuple[int, str]:
        """Returns how many are to be enlarged, and what the button says."""
        if target == FILES:
            count = self._enlarging.pictures.rowCount()
            nothing = self.tr("Enlarge the pictures")
            return count, self.tr("Enlarge %n picture(s)", "", count) if count else nothing
        if target == MARKED:
            count = len(self._marked)
            nothing = self.tr("Save the characters …")
            return count, self.tr("Save %n character(s) …", "", count) if count else nothing
        return int(self._studio.session.character is not None), self.tr("Save the picture …")

    def _hints(self, target: str) -> str:
        if self._enlarger.upscaler is None and self._enlarger.has_looked:
            return self.tr(
                "No upscaler is installed: pictures are saved larger with Lanczos. Install the "
                "program again to get one."
            )
        if target == MARKED:
            return self.tr("Mark several in the gallery with Shift or Ctrl and a click.")
        return self.tr("The file carries what it takes to verify it at its larger size, too.")

    def _start(self) -> None:
        scale = int(self.scale.key)
        if self.target.key == FILES:
            self._enlarging.start(scale)
            return
        characters: list[Character] = []
        if self.target.key == MARKED:
            characters = self._studio.gallery.of_numbers(self._marked)
        elif self._studio.session.character is not None:
            characters = [self._studio.session.character]
        self.save_wanted.emit(characters, scale)
