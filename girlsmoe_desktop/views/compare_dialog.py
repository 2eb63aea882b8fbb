"""Two characters side by side: what one has that the other has not, and where pictures differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from girlsmoe_desktop.core.difference import (
    changed_share,
    label_changes,
    noise_turn,
    pixel_difference,
)
from girlsmoe_desktop.state import words
from girlsmoe_desktop.state.languages import decimal
from girlsmoe_desktop.views import paper, pictures, theme
from girlsmoe_desktop.views.before_after import BeforeAfter, Sight
from girlsmoe_desktop.views.buttons import TextButton
from girlsmoe_desktop.views.strengths import shown as shown_strength
from girlsmoe_desktop.views.surfaces import DIALOG_INSET_PX, Card, label, scrolled

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from girlsmoe_desktop.core.character import Character
    from girlsmoe_desktop.core.difference import LabelChange

PICTURE_PX, SIDE_PX, RADIUS_PX = 248, 240, 16.0
# How much of the picture is seen under the marks of what changed.
BEHIND = 0.28


class _Card(QWidget):
    """A picture with round corners."""

    def __init__(self, image: QImage, name: str) -> None:
        super().__init__()
        self._image = image
        self.setFixedSize(PICTURE_PX, PICTURE_PX)
        self.setAccessibleName(name)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paints the picture."""
        painter = QPainter(self)
        pictures.paint_rounded(painter, QRectF(self.rect()), self._image, RADIUS_PX)


class CompareDialog(QDialog):
    """Two characters.

    Attributes:
        divided: One over the other, up to a divider.
        changes: What differs, a line each.
        shared: What both show, a line each.
    """

    def __init__(self, before: Character, after: Character, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Compare"))
        side_px = round(PICTURE_PX * self.devicePixelRatioF())
        first, second = (paper.shown(one.pixels, side_px) for one in (before, after))
        difference = pixel_difference(before.pixels, after.pixels)
        self.divided = _divided(first, second)
        self.divided.setAccessibleName(self.tr("One over the other"))
        self.changes = _changes(before, after)
        self.shared = _shared(before, after)
        share = self.tr("{0} % of the picture differs").format(
            round(100 * changed_share(difference))
        )
        where = pictures.scaled(_marked(after.pixels, difference), side_px)
        over = (self.tr("One over the other"), self.tr("Drag the line"), self.divided)
        pairs = (
            (words.title(before), words.description(before), _Card(first, words.title(before))),
            (words.title(after), words.description(after), _Card(second, words.title(after))),
            over,
            (self.tr("Where they differ"), share, _Card(where, share)),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(14)
        for place, (title, text, picture) in enumerate(pairs):
            grid.addLayout(_captioned(title, text, picture), *divmod(place, 2))
        self._lay_out(grid)

    def _lay_out(self, grid: QGridLayout) -> None:
        close = TextButton(self.tr("Close"))
        close.clicked.connect(self.close)
        side = QVBoxLayout()
        side.setSpacing(14)
        lists = {self.tr("What differs"): self.changes, self.tr("What both have"): self.shared}
        for title, lines in lists.items():
            if lines or lines is self.changes:
                # Each gets as much of the room as it has lines, and its title.
                side.addWidget(Card(title, scrolled(_listed(lines))), len(lines) + 2)
        side.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(*(4 * [DIALOG_INSET_PX]))
        layout.setSpacing(DIALOG_INSET_PX)
        layout.addLayout(grid)
        layout.addLayout(side, 1)
        self.setMinimumWidth(2 * PICTURE_PX + SIDE_PX + 3 * DIALOG_INSET_PX + 14)
        close.setFocus()


def _divided(first: QImage, second: QImage) -> BeforeAfter:
    """Returns two pictures of one size, one over the other up to a divider."""
    result = BeforeAfter(fills=True)
    result.setFixedSize(PICTURE_PX, PICTURE_PX)
    light = theme.color("stage")
    whole = QRectF(0, 0, 1, 1)
    result.show_sight(Sight(first, second, QSizeF(1, 1), ("", ""), QImage(), whole, light))
    return result


def _captioned(title: str, text: str, picture: QWidget) -> QVBoxLayout:
    """Returns a picture under its name and what is to be said of it."""
    quiet = label(text, "secondary", quiet=True)
    quiet.setToolTip(text)
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addWidget(label(title, "strong"))
    column.addWidget(quiet)
    column.addSpacing(4)
    column.addWidget(picture)
    return column


def _listed(lines: list[str]) -> QWidget:
    """Returns lines under one another."""
    result = QWidget()
    column = QVBoxLayout(result)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    for text in lines or [words.same()]:
        column.addWidget(label(text, wrap=True))
    column.addStretch(1)
    return result


def _changes(before: Character, after: Character) -> list[str]:
    """Returns what differs between two characters, a line each."""
    lines = [_label_line(change) for change in label_changes(before.recipe, after.recipe)]
    noise = words.noise_change(noise_turn(before.recipe, after.recipe))
    ends = [words.truncated(one.recipe.truncation) for one in (before, after)]
    radius = [] if ends[0] == ends[1] else [" → ".join(ends)]
    return [*([noise] if noise else []), *radius, *lines]


def _shared(before: Character, after: Character) -> list[str]:
    """Returns what both characters show, a line each; what neither has is left out."""
    return [
        words.phrase(control, option)
        for control, option in before.looks.items()
        if option not in (None, "off") and after.looks.get(control) == option
    ]


def _label_line(change: LabelChange) -> str:
    ends = (_strength(change.before), _strength(change.after))
    return f"{words.label_name(change.label)}: {ends[0]} → {ends[1]}"


def _strength(strength: float) -> str:
    if strength in (0.0, 1.0):
        return words.name("on" if strength else "off")
    return decimal(shown_strength(strength), 2)


def _marked(pixels: NDArray[np.uint8], difference: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Returns a picture gone pale, with what changed in the accent's colour, (H, W, 3)."""
    ground, accent = (
        np.array([color.red(), color.green(), color.blue()], np.float32)
        for color in (theme.color("raised"), theme.color("accent"))
    )
    gray = pixels.astype(np.float32).mean(axis=2, keepdims=True)
    pale = ground + BEHIND * (gray - ground)
    marked = pale + difference[:, :, None] * (accent - pale)
    result: NDArray[np.uint8] = np.rint(np.clip(marked, 0, 255)).astype(np.uint8)
    return result
