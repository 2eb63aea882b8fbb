"""A switch with three states: off, left to chance, on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from girlsmoe_desktop.state import words
from girlsmoe_desktop.views import icons, theme
from girlsmoe_desktop.views.buttons import PaintedCheck, mark_tab_stop, tab_to_the_checked
from girlsmoe_desktop.views.pill_switch import Thumb

SEGMENT_PX = QSize(48, 32)
CHANCE = "random"


class _Segment(PaintedCheck, QRadioButton):
    """One of the three states: to assistive technology an ordinary radio button."""

    def __init__(self, option: str, name: str) -> None:
        super().__init__(name)
        self.option = option
        self.is_drawn = False
        self.setToolTip(name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Returns the room of the word, at least a third of the switch."""
        if self.option == CHANCE:
            return SEGMENT_PX
        width = self.fontMetrics().horizontalAdvance(self.text()) + 20
        return SEGMENT_PX.expandedTo(QSize(width, 0))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paints icon or word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        radius = area.height() / 2
        if self.option == CHANCE:
            square = QRectF(0, 0, 18, 18)
            square.moveCenter(area.center())
            icons.paint(painter, square, "dice", self._ink())
        else:
            self._paint_word(painter, area)
        self.paint_ring(painter, QRectF(self.rect()), radius + 2)

    def _paint_word(self, painter: QPainter, area: QRectF) -> None:
        painter.setFont(theme.font("strong" if self.isChecked() or self.is_drawn else "body"))
        painter.setPen(self._ink())
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.text())
        if self.is_drawn:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawEllipse(QRectF(area.center().x() - 2, area.bottom() - 5, 4, 4))

    def _ink(self) -> QColor:
        if not self.isEnabled():
            return theme.color("text_3")
        if self.isChecked() and self.option == "on":
            return theme.color("accent_text")
        strong = self.isChecked() or self.underMouse()
        return theme.color("text" if strong else "text_2")


class Segmented(QWidget):
    """Off, chance, on.

    While it is left to chance, the state that was drawn carries a small dot.

    Signals:
        chosen: Emitted with "off" or "on", or None for chance, when the person chooses.
    """

    chosen = Signal(object)

    def __init__(self, control_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = words.name(control_id)
        self._group = QButtonGroup(self)
        self._thumb = Thumb(self, self._group)
        self._segments = {
            option: _Segment(option, word)
            for option, word in (
                ("off", words.name("off")),
                (CHANCE, self.tr("Random")),
                ("on", words.name("on")),
            )
        }
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for segment in self._segments.values():
            self._group.addButton(segment)
            layout.addWidget(segment, 1)
        self._segments[CHANCE].setChecked(True)
        tab_to_the_checked(self._group)
        self.set_drawn(None)
        self._group.buttonClicked.connect(self._tell)
        self.setAccessibleName(self._name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def option(self) -> str | None:
        """The chosen state, "off" or "on", or None for chance."""
        chosen = next(option for option, s in self._segments.items() if s.isChecked())
        return None if chosen == CHANCE else chosen

    def segments(self) -> list[QRadioButton]:
        """Returns the three, from left to right."""
        return list(self._segments.values())

    def open_to_tab(self) -> None:
        """Lets Tab reach all three for now, so that their order can be set.

        Qt's tab order passes over widgets that Tab does not reach. Follow with `close_to_tab`.
        """
        for segment in self._segments.values():
            segment.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def close_to_tab(self) -> None:
        """Lets Tab reach the chosen one only."""
        mark_tab_stop(self._group)

    def segment(self, option: str | None) -> QRadioButton:
        """Returns the radio button of a state."""
        return self._segments[option or CHANCE]

    def set_option(self, option: str | None) -> None:
        """Shows a state, without a signal."""
        self._segments[option or CHANCE].setChecked(True)

    def set_drawn(self, option: str | None) -> None:
        """Marks the state that chance drew, or none."""
        for known, segment in self._segments.items():
            segment.is_drawn = option == known
            segment.setAccessibleName(f"{self._name}: {segment.text()}")
            segment.update()
        if option is not None:
            drawn = self.tr("{0}: random, {1} was drawn").format(self._name, words.name(option))
            self._segments[CHANCE].setAccessibleName(drawn)
            self._segments[CHANCE].setToolTip(drawn)
        else:
            self._segments[CHANCE].setToolTip(self.tr("Random"))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paints track and thumb."""
        self._thumb.paint()

    def _tell(self) -> None:
        self.chosen.emit(self.option)
