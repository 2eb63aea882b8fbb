"""Sliders for who wants mixtures, exaggerations and another variety: a number a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from girlsmoe_desktop.core.manifest import MAX_TRUNCATION
from girlsmoe_desktop.state import words
from girlsmoe_desktop.state.languages import MINUS, decimal
from girlsmoe_desktop.views import theme
from girlsmoe_desktop.views.buttons import IconButton
from girlsmoe_desktop.views.slider import ShareSlider
from girlsmoe_desktop.views.surfaces import column_label

if TYPE_CHECKING:
    from girlsmoe_desktop.core.controls import Control

ROW_PX, FIELD_PX, DICE_PX, NAME_PX, SLIDER_PX = 30, 50, 28, 88, 72
# What can be typed; the slider itself goes from -1 to 1.
FURTHEST = 10.0


def shown(strength: float) -> float:
    """Returns a recipe's strength (0 off, 1 on) as people see it: -1 off, 1 on."""
    return 2.0 * strength - 1.0


def meant(value: float) -> float:
    """Returns what people see (-1 off, 1 on) as a recipe's strength; the inverse of `shown`."""
    return (value + 1.0) / 2.0


class _Slider(ShareSlider):
    """A slider from -1 to 1 that fills from its middle; quiet while chance sets it."""

    origin = 0.5

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setRange(-self.STEPS, self.STEPS)
        self.is_set = False

    def ink(self) -> QColor:
        """Returns the accent only for what somebody set."""
        return super().ink() if self.is_set else theme.color("text_3")

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Goes to the middle."""
        event.accept()
        self.setSliderDown(False)
        self.setValue(0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paints a tick in the middle, then the slider."""
        painter = QPainter(self)
        tick = QRectF(self.width() / 2 - 0.5, self.height() / 2 - 6, 1, 12)
        painter.fillRect(tick, theme.color("groove"))
        painter.end()
        super().paintEvent(event)


class FineRow(QWidget):
    """A number to set finely: its name, a slider, a field to type in, and back to what it was.

    The slider goes one to either side of its middle.

    Attributes:
        slider, field, chance: What it can be set with; `chance` lets it go again.

    Signals:
        changed: Emitted with the value, or None where it was let go, and the key of the drag.
    """

    changed = Signal(object, object)
    # What is shown in the middle of the slider, and the least and most that can be typed.
    middle, least, most = 0.0, -FURTHEST, FURTHEST

    def __init__(
        self, title: str, name: str, typing: str, chance: IconButton, parent: QWidget | None = None
    ) -> None:
        """Makes a row.

        Args:
            title: What stands before the slider.
            name: The slider's accessible name.
            typing: The field's tooltip.
            chance: The button at its end.
            parent: Of the row.
        """
        super().__init__(parent)
        self.slider = _Slider(name)
        self.field = QLineEdit()
        self.chance = chance
        self._drag = object()
        self._value = 0.0
        self.slider.setMinimumWidth(SLIDER_PX)
        self.field.setProperty("compact", True)
        self.field.setFixedSize(FIELD_PX, ROW_PX - 4)
        self.field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.field.setAccessibleName(name)
        self.field.setToolTip(typing)
        self.chance.setFixedSize(DICE_PX, DICE_PX)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(column_label(title, NAME_PX, "secondary"))
        row.addWidget(self.slider, 1)
        row.addWidget(self.field)
        row.addWidget(self.chance)
        self.setFixedHeight(ROW_PX)
        self.slider.touched.connect(self._begin)
        self.slider.valueChanged.connect(self._slide)
        self.field.editingFinished.connect(self._type)
        self.chance.clicked.connect(lambda: self.changed.emit(None, None))

    def show_value(self, value: float, *, is_set: bool) -> None:
        """Shows a value: one that somebody set, or what the character has from elsewhere."""
        self._value = value
        place = min(max(self.as_shown(value) - self.middle, -1.0), 1.0)
        self.slider.is_set = is_set
        self.slider.blockSignals(True)
        self.slider.setValue(round(place * self.slider.STEPS))
        self.slider.blockSignals(False)
        self.slider.update()
        if not self.field.hasFocus():
            self._write()
        self.field.setProperty("tone", None if is_set else "quiet")
        self.chance.setEnabled(is_set)

    def stops(self) -> list[QWidget]:
        """Returns what Tab reaches, in its order."""
        return [self.slider, self.field, self.chance]

    def as_shown(self, value: float) -> float:
        """Returns a value as people see it."""
        return value

    def as_meant(self, number: float) -> float:
        """Returns what people see as a value; the inverse of `as_shown`."""
        return number

    def _begin(self) -> None:
        self._drag = object()

    def _slide(self, steps: int) -> None:
        number = self.middle + steps / self.slider.STEPS
        self.changed.emit(self.as_meant(number), self._drag)

    def _type(self) -> None:
        if not self.field.isModified():
            return
        self.field.setModified(False)
        text = self.field.text().replace(MINUS, "-").replace(",", ".").strip()
        if not text:
            self.changed.emit(None, None)
            return
        try:
            number = float(text)
        except ValueError:
            self._write()
            return
        self.changed.emit(self.as_meant(min(max(number, self.least), self.most)), None)
        self._write()

    def _write(self) -> None:
        self.field.setText(decimal(self.as_shown(self._value), 2))


class StrengthRow(FineRow):
    """The strength of one label; it can be left to chance again."""

    def __init__(self, label: str, control: Control, parent: QWidget | None = None) -> None:
        name = words.label_name(label)
        # A choice's name stands above its rows.
        is_choice = control.kind == "choice"
        super().__init__(
            words.short_label_name(label, control.id) if is_choice else name,
            self.tr("Strength: {0}").format(name),
            self.tr("From −1 (off) to 1 (on); type more for more"),
            IconButton(self.tr("Leave {0} to chance").format(name), "dice"),
            parent,
        )
        self.show_value(0.0, is_set=False)

    def as_shown(self, value: float) -> float:
        """Returns a recipe's strength as people see it."""
        return shown(value)

    def as_meant(self, number: float) -> float:
        """Returns what people see as a recipe's strength."""
        return meant(number)


class TruncationRow(FineRow):
    """How far from the average one characters may be: the length of their noise."""

    middle, least, most = 1.0, 0.0, MAX_TRUNCATION

    def __init__(self, parent: QWidget | None = None) -> None:
        name = self.tr("Variety")
        super().__init__(
            name,
            name,
            self.tr("From 0 (the average face) to 2; 1 is as the model was trained"),
            IconButton(self.tr("Back to the model's own variety"), "undo"),
            parent,
        )
        tip = self.tr("Below 1 faces are more alike and cleaner, above 1 bolder (truncation)")
        self.setToolTip(tip)
        self.slider.setToolTip(tip)
        self.show_value(1.0, is_set=False)


class StrengthGroup(QWidget):
    """The strengths of one control's labels.

    Attributes:
        rows: Label -> its row.

    Signals:
        changed: Emitted with a label, its strength or None for chance, and the key of the drag.
    """

    changed = Signal(str, object, object)

    def __init__(self, control: Control, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: dict[str, StrengthRow] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(0)
        for label in control.labels:
            row = self.rows[label] = StrengthRow(label, control)
            row.changed.connect(
                lambda strength, key, label=label: self.changed.emit(label, strength, key)
            )
            column.addWidget(row)
