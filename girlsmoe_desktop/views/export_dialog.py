"""Asks how a film of the blend is exported."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from girlsmoe_desktop.core.animation import FPS, Film, find_encoder
from girlsmoe_desktop.core.journey import MAX_FRAMES
from girlsmoe_desktop.core.pictures import SCALES
from girlsmoe_desktop.state.languages import decimal
from girlsmoe_desktop.views.buttons import PrimaryButton, TextButton
from girlsmoe_desktop.views.number_field import NumberField
from girlsmoe_desktop.views.pill_switch import PillSwitch
from girlsmoe_desktop.views.surfaces import DIALOG_INSET_PX, label
from girlsmoe_desktop.views.tick_box import TickBox

WIDTH_PX = 460
USUAL_FRAMES_A_LEG, USUAL_FPS = 24, 20


@dataclass(frozen=True)
class Wish:
    """What a person wants of a film.

    Attributes:
        film: The kind of file.
        frames: How many, before it goes back.
        smooth: Whether it slows down at every stop.
    """

    film: Film
    frames: int
    smooth: bool


class ExportDialog(QDialog):
    """How a film is made.

    Attributes:
        kind, scale, frames, fps, there_and_back, smooth: The choices.
        save, cancel: The ends.
    """

    def __init__(
        self, side_px: int, legs: int, *, loops: bool, parent: QWidget | None = None
    ) -> None:
        """Makes the dialog.

        Args:
            side_px: Of a frame, at its own size.
            legs: How many pairs of stops the way joins.
            loops: Whether the way comes back to its beginning by itself.
            parent: As for any widget.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export a film"))
        self.setMinimumWidth(WIDTH_PX)
        kinds = {
            "gif": "GIF",
            "apng": "APNG",
            "webp": "WebP",
            "mp4": "MP4",
            "frames": self.tr("Pictures"),
            "strip": self.tr("Strip"),
        }
        self.kind = PillSwitch(self.tr("Kind of file"), kinds)
        sizes = {str(scale): self.tr("{0} px").format(scale * side_px) for scale in SCALES}
        self.scale = PillSwitch(self.tr("Size"), sizes)
        self.frames = NumberField(range(2, MAX_FRAMES + 1), legs * USUAL_FRAMES_A_LEG)
        self.frames.setAccessibleName(self.tr("Frames"))
        self.fps = NumberField(FPS, USUAL_FPS)
        self.fps.setAccessibleName(self.tr("Frames a second"))
        self.there_and_back = TickBox(self.tr("There and back"))
        self.there_and_back.setChecked(not loops)
        self.smooth = TickBox(self.tr("Slow down at every stop"))
        self._length = label("", "secondary", quiet=True)
        self.save = PrimaryButton(self.tr("Save as …"), "save")
        self.cancel = TextButton(self.tr("Cancel"))
        self._lay_out()
        self._connect()
        self._show_length()
        self.save.setFocus()

    @property
    def wish(self) -> Wish:
        """What is chosen."""
        film = Film(
            self.kind.key,
            self.fps.number,
            self.there_and_back.isChecked(),
            int(self.scale.key),
        )
        return Wish(film, self.frames.number, self.smooth.isChecked())

    def _lay_out(self) -> None:
        mp4 = self.kind.pill("mp4")
        if find_encoder() is None:
            mp4.setEnabled(False)
            mp4.setToolTip(self.tr("MP4 takes the program ffmpeg: install it and start again."))
        numbers = QVBoxLayout()
        for field in (self.frames, self.fps):
            row = QHBoxLayout()
            row.addWidget(label(field.accessibleName(), "strong", quiet=True), 1)
            row.addWidget(field)
            numbers.addLayout(row)
        foot = QHBoxLayout()
        foot.addWidget(self.cancel)
        foot.addWidget(self.save, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(4 * [DIALOG_INSET_PX]))
        layout.setSpacing(6)
        for switch in (self.kind, self.scale):
            layout.addWidget(label(switch.accessibleName(), "strong", quiet=True))
            layout.addWidget(switch)
            layout.addSpacing(8)
        layout.addLayout(numbers)
        layout.addSpacing(8)
        layout.addWidget(self.there_and_back)
        layout.addWidget(self.smooth)
        layout.addWidget(self._length)
        layout.addSpacing(10)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.frames.changed.connect(self._show_length)
        self.fps.changed.connect(self._show_length)
        self.there_and_back.toggled.connect(self._show_length)
        self.save.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)

    def _show_length(self) -> None:
        count = self.frames.number
        shown = 2 * count - 2 if self.there_and_back.isChecked() else count
        seconds = decimal(shown / self.fps.number)
        self._length.setText(self.tr("%n frame(s), {0} s", "", shown).format(seconds))


def ask_wish(parent: QWidget, side_px: int, legs: int, *, loops: bool) -> Wish | None:
    """Returns what film is wanted, or None; see `ExportDialog`."""
    dialog = ExportDialog(side_px, legs, loops=loops, parent=parent)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    wish = dialog.wish
    dialog.deleteLater()
    return wish if accepted else None
