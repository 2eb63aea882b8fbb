"""A field for a whole number: digits, or the arrow keys."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QIntValidator, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

WIDTH_PX = 104


class NumberField(QLineEdit):
    """A whole number of a range.

    Signals:
        changed: Emitted with the number while it is typed.
    """

    changed = Signal(int)

    def __init__(
        self, values: range, value: int, step: int = 1, parent: QWidget | None = None
    ) -> None:
        """Makes the field.

        Args:
            values: What is allowed.
            value: The number at first, and in place of what is no number.
            step: What an arrow key adds.
            parent: As for any widget.
        """
        super().__init__(QLocale().toString(value), parent)
        self._values, self._usual, self._step = values, value, step
        self.setValidator(QIntValidator(values[0], values[-1], self))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(WIDTH_PX)
        self.textChanged.connect(lambda: self.changed.emit(self.number))

    @property
    def number(self) -> int:
        """The number, made to fit."""
        digits = "".join(filter(str.isdecimal, self.text()))
        return self._fitted(int(digits) if digits else self._usual)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Shows bare digits: signs between thousands would be in the way of typing."""
        self._write(str(self.number))
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Shows the number as people write it, and what was taken for it if it did not fit."""
        super().focusOutEvent(event)
        self._write(QLocale().toString(self.number))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Counts up and down with the arrow keys."""
        steps = {Qt.Key.Key_Up: self._step, Qt.Key.Key_Down: -self._step}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.setText(str(self._fitted(self.number + step)))

    def _write(self, text: str) -> None:
        """Writes the same number in another way."""
        with QSignalBlocker(self):
            self.setText(text)

    def _fitted(self, number: int) -> int:
        return min(max(number, self._values[0]), self._values[-1])
