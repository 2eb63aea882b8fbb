"""The noise as bars that can be painted and held, with the mouse or the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from girlsmoe_desktop.views import theme
from girlsmoe_desktop.views.focus import FocusRing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

# Nearly every component of standard normal noise lies within this.
FULL_SCALE = 3.0
NARROWEST_PX = 2.6
KEY_STEP = 0.1
_RESETS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_KEYS = {
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Space,
    *_RESETS,
}


class NoiseBars(FocusRing, QWidget):
    """One bar for each component: up is positive. A long vector is shown as far as it fits.

    Attributes:
        holds: Whether the pointer holds components instead of painting them.

    Signals:
        painted: Emitted with the new noise, shape (z_dim,), and the key of the drag.
        held: Emitted with the components that are held now, and the key of the drag.
    """

    painted = Signal(object, object)
    held = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.holds = False
        self._z: NDArray[np.float32] | None = None
        self._kept: frozenset[int] = frozenset()
        self._locked = self._editable = False
        self._drag: object = None
        self._last: tuple[int, float] | None = None
        self._place = 0
        self._hold_on = True
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Noise"))

    def set_noise(self, z: NDArray[np.float32]) -> None:
        """Shows the noise, shape (z_dim,); not while it is painted, which runs ahead of it."""
        if self._drag is None:
            self._z = z
            self._describe()
            self.update()

    def set_held(self, held: frozenset[int], *, locked: bool) -> None:
        """Shows which components are held; all of them are while the noise is locked."""
        self._kept, self._locked = held, locked
        self._show_cursor()
        self._describe()
        self.update()

    def set_editable(self, editable: bool) -> None:
        """Lets the bars be changed, or only looked at."""
        self._editable = editable
        focus = Qt.FocusPolicy
        self.setFocusPolicy(focus.StrongFocus if editable else focus.NoFocus)
        self._show_cursor()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paints what is held, the zero line and the bars."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        self._paint_held(painter)
        painter.fillRect(QRectF(0, middle - 0.5, self.width(), 1), theme.color("line"))
        if self._z is None:
            return
        step = self._step()
        thickness = min(3.0, 0.62 * step)
        up, down = theme.color("accent"), theme.color("text_2")
        painter.setPen(Qt.PenStyle.NoPen)
        for place, value in enumerate(self._z[: self._shown()].tolist()):
            length = min(abs(value) / FULL_SCALE, 1.0) * (middle - 2)
            top = middle - length if value > 0 else middle
            left = (place + 0.5) * step - thickness / 2
            painter.setBrush(up if value > 0 else down)
            painter.drawRoundedRect(QRectF(left, top, thickness, max(length, 1.0)), 1, 1)
        if self.hasFocus() and self.has_ring:
            painter.setPen(QPen(theme.color("text"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self._place * step, 1, step, self.height() - 2), 2, 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Begins to paint, to reset (right button) or to hold."""
        super().mousePressEvent(event)
        place = self._place_at(event.position())
        if not self._editable or self._locked or place is None:
            event.ignore()
            return
        self._drag, self._last = object(), None
        self._hold_on = place not in self._kept
        self._touch(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Goes on."""
        if self._drag is not None:
            self._touch(event)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:  # noqa: N802
        """Ends the drag."""
        self._drag = self._last = None

    def event(self, event: QEvent) -> bool:
        """Claims its keys before shortcuts of the window get them, such as Delete."""
        if event.type() == QEvent.Type.ShortcutOverride and self._editable:
            assert isinstance(event, QKeyEvent)
            if Qt.Key(event.key()) in _KEYS:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Left and right go to a component, up and down change it, Space holds it, Delete: 0."""
        key, z = Qt.Key(event.key()), self._z
        if z is None or not self._editable:
            super().keyPressEvent(event)
            return
        self.has_ring = True
        sideways = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(key)
        upward = {Qt.Key.Key_Up: KEY_STEP, Qt.Key.Key_Down: -KEY_STEP}.get(key)
        if sideways is not None:
            self._place = min(max(self._place + sideways, 0), self._shown() - 1)
        elif upward is not None:
            self._set({self._place: float(z[self._place]) + upward}, ("keys", self._place))
        elif key == Qt.Key.Key_Space:
            self.held.emit(self._kept ^ {self._place}, None)
        elif key in _RESETS:
            self._set({self._place: 0.0}, None)
        else:
            super().keyPressEvent(event)
            return
        self._describe()
        self.update()

    def _touch(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position())
        if place is None or self._z is None:
            return
        value = FULL_SCALE * (1 - 2 * event.position().y() / self.height())
        value = float(np.clip(value, -FULL_SCALE, FULL_SCALE))
        start, first = self._last or (place, value)
        self._last = (place, value)
        touched = range(min(start, place), max(start, place) + 1)
        if self.holds:
            kept = self._kept | set(touched) if self._hold_on else self._kept - set(touched)
            self._kept = frozenset(kept)
            self.held.emit(self._kept, self._drag)
        elif event.buttons() & Qt.MouseButton.RightButton:
            self._set(dict.fromkeys(touched, 0.0), self._drag)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._set({each: self._smoothed(each) for each in touched}, self._drag)
        else:
            between = np.interp(list(touched), *_ordered((start, first), (place, value)))
            self._set(dict(zip(touched, between.tolist(), strict=True)), self._drag)
        self._place = place
        self.update()

    def _set(self, values: dict[int, float], key: object) -> None:
        """Sets components, but for those that are held."""
        free = {place: value for place, value in values.items() if place not in self._kept}
        if self._z is None or self._locked or not free:
            return
        z = np.array(self._z)
        z[list(free)] = list(free.values())
        self._z = z
        self.painted.emit(z, key)

    def _smoothed(self, place: int) -> float:
        assert self._z is not None
        near = self._z[max(place - 1, 0) : place + 2]
        return float(near.mean())

    def _step(self) -> float:
        return self.width() / self._shown()

    def _shown(self) -> int:
        count = self._z.size if self._z is not None else 1
        return min(count, max(int(self.width() / NARROWEST_PX), 1))

    def _place_at(self, position: QPointF) -> int | None:
        if self._z is None:
            return None
        return int(np.clip(position.x() // self._step(), 0, self._shown() - 1))

    def _paint_held(self, painter: QPainter) -> None:
        if self._z is None or self._locked:
            return
        step = self._step()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("soft"))
        for first, last in _runs(place for place in self._kept if place < self._shown()):
            area = QRectF(first * step, 0, (last - first + 1) * step, self.height())
            painter.drawRoundedRect(area, 4, 4)

    def _show_cursor(self) -> None:
        shape = Qt.CursorShape
        if not self._editable:
            self.unsetCursor()
        else:
            self.setCursor(shape.ForbiddenCursor if self._locked else shape.CrossCursor)

    def _describe(self) -> None:
        if self._z is None or self._place >= self._z.size:
            return
        told = self.tr("Component {0} of {1}: {2}").format(
            self._place + 1, self._z.size, f"{float(self._z[self._place]):.2f}"
        )
        held = self._locked or self._place in self._kept
        self.setAccessibleDescription(self.tr("{0}, held").format(told) if held else told)


def _runs(places: Iterable[int]) -> list[tuple[int, int]]:
    """Returns the first and the last of each run of places that follow one another."""
    runs: list[tuple[int, int]] = []
    for place in sorted(places):
        if runs and runs[-1][1] == place - 1:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs


def _ordered(
    one: tuple[int, float], other: tuple[int, float]
) -> tuple[tuple[int, int], tuple[float, float]]:
    """Returns the places and the values of two points, from left to right."""
    left, right = sorted((one, other), key=lambda point: point[0])
    return (left[0], right[0]), (left[1], right[1])
