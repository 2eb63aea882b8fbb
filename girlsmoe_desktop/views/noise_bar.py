"""The noise of the character on the stage, and the lock that keeps it for the next ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from girlsmoe_desktop.views import theme
from girlsmoe_desktop.views.buttons import IconButton

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from girlsmoe_desktop.state.session import Session

HEIGHT_PX, COMPACT_HEIGHT_PX = 56, 48
STEP_PX = 4.0
# Nearly every component of standard normal noise lies within this.
FULL_SCALE = 3.0


class _Bars(QWidget):
    """One bar for each component: up is positive. A long vector is shown as far as it fits."""

    def __init__(self) -> None:
        super().__init__()
        self._z: NDArray[np.float32] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_noise(self, z: NDArray[np.float32]) -> None:
        """Shows the noise, shape (z_dim,)."""
        self._z = z
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paints the zero line and the bars."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        painter.fillRect(QRectF(0, middle - 0.5, self.width(), 1), theme.color("line"))
        if self._z is None:
            return
        shown = self._z[: max(int(self.width() / STEP_PX), 1)]
        step = self.width() / len(shown)
        up, down = theme.color("accent"), theme.color("text_2")
        painter.setPen(Qt.PenStyle.NoPen)
        for place, value in enumerate(shown.tolist()):
            length = min(abs(value) / FULL_SCALE, 1.0) * (middle - 2)
            top = middle - length if value > 0 else middle
            bar = QRectF((place + 0.5) * step - 1, top, 2, max(length, 1.0))
            painter.setBrush(up if value > 0 else down)
            painter.drawRoundedRect(bar, 1, 1)


class NoiseBar(QWidget):
    """A pill under the portrait: lock and bars."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.lock = IconButton("", "unlock")
        self.lock.setCheckable(True)
        self._bars = _Bars()
        self._bars.setToolTip(self.tr("The noise that this character grew from"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 6, 20, 6)
        layout.setSpacing(14)
        layout.addWidget(self.lock)
        layout.addWidget(self._bars, 1)
        self.set_compact(False)
        self._show_lock(session.locked)
        self.lock.clicked.connect(session.set_locked)
        session.lock_changed.connect(self._show_lock)
        session.character_changed.connect(self._show_noise)

    def set_compact(self, compact: bool) -> None:
        """Takes less height."""
        self.setFixedHeight(COMPACT_HEIGHT_PX if compact else HEIGHT_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paints the pill."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color("line"))
        painter.setBrush(theme.color("panel"))
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(area, 20, 20)

    def _show_lock(self, locked: bool) -> None:
        words = (
            self.tr("Noise kept: the next characters differ in their options only")
            if locked
            else self.tr("Keep this noise for the next characters")
        )
        self.lock.setChecked(locked)
        self.lock.icon_name = "lock" if locked else "unlock"
        self.lock.setToolTip(words)
        self.lock.setAccessibleName(words)
        self.lock.update()

    def _show_noise(self) -> None:
        character = self._session.character
        if character is not None:
            self._bars.set_noise(character.recipe.z)
