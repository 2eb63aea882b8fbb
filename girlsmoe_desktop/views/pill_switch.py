"""A switch between a few words, one of which holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QRadioButton,
    QSizePolicy,
    QWidget,
)

from girlsmoe_desktop.views import theme
from girlsmoe_desktop.views.buttons import PaintedCheck, tab_to_the_checked
from girlsmoe_desktop.views.motion import SHORT_MS, Move, is_allowed

if TYPE_CHECKING:
    from collections.abc import Mapping

HEIGHT_PX = 32


class Thumb:
    """What lies under the button of a group that holds; it slides from one to the other."""

    def __init__(self, track: QWidget, group: QButtonGroup) -> None:
        self._track, self._group = track, group
        self._from = QRectF()
        # Made when it first slides: a window opens with many switches that nobody has touched.
        self._sliding: Move | None = None
        group.buttonToggled.connect(self._slide)

    def paint(self) -> None:
        """Paints the pill that the buttons lie in, and the thumb where it is now."""
        painter = QPainter(self._track)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("track"))
        radius = self._track.height() / 2
        painter.drawRoundedRect(QRectF(self._track.rect()), radius, radius)
        holds = self._group.checkedButton()
        if holds is not None:
            area = self._between(QRectF(holds.geometry())).adjusted(2, 2, -2, -2)
            painter.setPen(theme.color("line"))
            painter.setBrush(theme.color("thumb"))
            painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)

    @property
    def share(self) -> float:
        """How far it has come on its way, 0..1."""
        return self._sliding.share if self._sliding is not None else 1.0

    def _between(self, end: QRectF) -> QRectF:
        share = self.share
        left = self._from.left() + share * (end.left() - self._from.left())
        width = self._from.width() + share * (end.width() - self._from.width())
        return QRectF(left, end.top(), width, end.height()) if share < 1.0 else end

    def _slide(self, button: QAbstractButton, checked: bool) -> None:
        if not checked:
            self._from = self._between(QRectF(button.geometry()))
        elif self._track.isVisible() and is_allowed():
            if self._sliding is None:
                self._sliding = Move(self._track, self._track.update, SHORT_MS)
            self._sliding.begin()
        self._track.update()


class _Pill(PaintedCheck, QRadioButton):
    """One of the words: to assistive technology an ordinary radio button."""

    def __init__(self, word: str, switch: str) -> None:
        super().__init__(word)
        self.setAccessibleName(f"{switch}: {word}")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Returns the room of the word."""
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 28, HEIGHT_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paints the word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        strong = self.isChecked() or self.underMouse()
        painter.setFont(theme.font("strong" if self.isChecked() else "body"))
        ink = "text" if strong else "text_2"
        painter.setPen(theme.color(ink if self.isEnabled() else "text_3"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.text())
        self.paint_ring(painter, QRectF(self.rect()), self.height() / 2)


class PillSwitch(QWidget):
    """One of several words.

    Signals:
        chosen: Emitted with the key of the word when another one holds.
    """

    chosen = Signal(str)

    def __init__(self, name: str, words: Mapping[str, str], parent: QWidget | None = None) -> None:
        """Makes a switch; the first word holds.

        Args:
            name: What is chosen, for assistive technology.
            words: Key -> word.
            parent: As for any widget.
        """
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._thumb = Thumb(self, self._group)
        self._pills = {key: _Pill(word, name) for key, word in words.items()}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for pill in self._pills.values():
            self._group.addButton(pill)
            layout.addWidget(pill, 1)
        next(iter(self._pills.values())).setChecked(True)
        tab_to_the_checked(self._group)
        self._group.buttonToggled.connect(self._tell)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    @property
    def key(self) -> str:
        """The key of the word that holds."""
        return next(key for key, pill in self._pills.items() if pill.isChecked())

    def choose(self, key: str) -> None:
        """Makes a word hold."""
        self._pills[key].setChecked(True)

    def set_word(self, key: str, word: str) -> None:
        """Gives a choice another word."""
        pill = self._pills[key]
        pill.setText(word)
        pill.setAccessibleName(f"{self.accessibleName()}: {word}")
        pill.updateGeometry()

    def pill(self, key: str) -> QRadioButton:
        """Returns the radio button of a word."""
        return self._pills[key]

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paints track and thumb."""
        self._thumb.paint()

    def _tell(self, _button: object, checked: bool) -> None:
        if checked:
            self.chosen.emit(self.key)
