"""The big picture of one character: a square card with a shadow."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from girlsmoe_desktop.jobs.latest_wins import LatestWins
from girlsmoe_desktop.state import words
from girlsmoe_desktop.views import paper, pictures, theme

if TYPE_CHECKING:
    from girlsmoe_desktop.core.character import Character
    from girlsmoe_desktop.jobs.task import Tasks

MAX_SIDE_PX = 720
ROOMY_PX = 560
SHADOW_STEPS = 14

_log = logging.getLogger(__name__)


class _Picture(NamedTuple):
    """A picture ready for the screen, and whose it is."""

    character: Character
    image: QImage


class Portrait(QWidget):
    """Shows a character as large as the room allows.

    Its picture is made on a worker thread; until then the one before stays, stretched if the room
    has changed.

    Attributes:
        shown: Whose picture is in view.

    Signals:
        dragged: The picture is dragged away.
    """

    dragged = Signal()

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures: LatestWins[_Picture] = LatestWins(tasks, self, self._take, self._miss)
        self._character: Character | None = None
        self._wanted: tuple[Character, int, bool] | None = None
        self._image = QImage()
        self._layers = QPixmap()
        self._shadow_of: tuple[QSize, float, bool] | None = None
        self.shown: Character | None = None
        self._pressed_at: QPointF | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 160)

    def set_character(self, character: Character) -> None:
        """Shows a character."""
        self._character = character
        self.setAccessibleName(words.title(character))
        self.setAccessibleDescription(words.description(character))
        self._ask()

    def card(self) -> QRectF:
        """Returns where the picture lies, in the portrait's own coordinates."""
        room = min(self.width(), self.height())
        margin = 32 if room >= ROOMY_PX else 10
        side = min(room - 2 * margin, MAX_SIDE_PX)
        area = QRectF(0, 0, side, side)
        area.moveCenter(QPointF(self.width() // 2, self.height() // 2))
        return area.toAlignedRect().toRectF()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Notes where a drag may begin."""
        on_card = self._character is not None and self.card().contains(event.position())
        left = event.button() == Qt.MouseButton.LeftButton
        self._pressed_at = event.position() if on_card and left else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Begins to drag the picture away, once the pointer has gone far enough."""
        start = self._pressed_at
        if start is None:
            return
        way = (event.position() - start).manhattanLength()
        if way >= QApplication.startDragDistance():
            self._pressed_at = None
            self.dragged.emit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Takes the paper of a new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._ask()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Takes a picture that is as sharp as the new room allows."""
        super().resizeEvent(event)
        self._ask()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paints shadow and picture."""
        if self._image.isNull():
            return
        self._ask()  # the window may have moved to a screen of another density
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = self.card()
        radius = 28.0 if card.width() >= ROOMY_PX - 64 else 20.0
        painter.drawPixmap(0, 0, self._shadow(card, radius))
        pictures.paint_rounded(painter, card, self._image, radius)

    def _ask(self) -> None:
        """Has the picture made for who is shown, the room and the theme, unless it is already."""
        if self._character is None:
            return
        side_px = round(self.card().width() * self.devicePixelRatioF())
        wanted = character, _, dark = (self._character, side_px, theme.is_dark())
        if wanted == self._wanted or side_px <= 0:
            return
        self._wanted = wanted
        pixels = character.pixels
        self._pictures.request(lambda: _Picture(character, paper.made(pixels, side_px, dark)))

    def _take(self, picture: _Picture) -> None:
        self.shown, self._image = picture.character, picture.image
        self.update()

    def _miss(self, error: Exception) -> None:
        """Notes why a picture could not be made; the one before stays."""
        _log.error("A picture could not be made for the window", exc_info=error)

    def _shadow(self, card: QRectF, radius: float) -> QPixmap:
        """Returns the soft edge around the card: thin layers, painted once for a room."""
        key = (self.size(), self.devicePixelRatioF(), theme.is_dark())
        if key == self._shadow_of:
            return self._layers
        self._shadow_of = key
        # No wider than the margin, so that nothing cuts it off.
        spread = min(card.top(), card.left(), 26.0)
        self._layers = QPixmap(self.size() * self.devicePixelRatioF())
        self._layers.setDevicePixelRatio(self.devicePixelRatioF())
        self._layers.fill(Qt.GlobalColor.transparent)
        painter = QPainter(self._layers)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        layer = theme.color("shadow")
        layer.setAlphaF((0.34 if theme.is_dark() else 0.11) / SHADOW_STEPS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(layer)
        for step in range(SHADOW_STEPS):
            grown = spread * (1 - step / SHADOW_STEPS) - spread / 4
            area = card.adjusted(-grown, -grown, grown, grown).translated(0, spread / 4)
            painter.drawRoundedRect(area, radius + grown, radius + grown)
        painter.end()
        return self._layers
