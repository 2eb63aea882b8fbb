"""The big picture of one character: a square card with a shadow."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QElapsedTimer, QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from girlsmoe_desktop.jobs.latest_wins import LatestWins
from girlsmoe_desktop.state import words
from girlsmoe_desktop.views import paper, pictures, theme
from girlsmoe_desktop.views.lit_room import CardShadow
from girlsmoe_desktop.views.motion import LONG_MS, Move

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from girlsmoe_desktop.core.character import Character
    from girlsmoe_desktop.jobs.task import Tasks
    from girlsmoe_desktop.state.enlarger import Enlarger

MAX_SIDE_PX = 720
ROOMY_PX = 560
# So long a picture must have stayed before it is enlarged: while a slider is dragged, none is.
REST_MS = 80
# Pictures that follow one another more quickly than this are steps of one movement: none fades.
STREAM_MS = 250

_log = logging.getLogger(__name__)


class _Wanted(NamedTuple):
    """Whose picture is wanted: how large, and on which paper."""

    character: Character
    side_px: int
    dark: bool


class _Picture(NamedTuple):
    """A picture ready for the screen, what it was made for, and of which pixels."""

    wanted: _Wanted
    image: QImage
    pixels: NDArray[np.uint8]
    is_enlarged: bool


class Portrait(QWidget):
    """Shows a character as large as the room allows.

    Its picture is made on a worker thread; until then the one before stays, stretched if the room
    has changed. First it is made with Lanczos, and when it has stayed for a moment, with the
    upscaler.

    Attributes:
        shown: Whose picture is in view.
        is_enlarged: Whether the upscaler made it.

    Signals:
        dragged: The picture is dragged away.
        sharpened: The upscaler's picture came; with the character and its pixels, (H, W, 3).
    """

    dragged = Signal()
    sharpened = Signal(object, object)

    def __init__(self, tasks: Tasks, enlarger: Enlarger, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._enlarger = enlarger
        self._pictures: LatestWins[_Picture] = LatestWins(tasks, self, self._take, self._miss)
        self._larger: LatestWins[_Picture | None] = LatestWins(
            tasks, self, self._take_larger, self._miss
        )
        self._overtaken = threading.Event()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._enlarge)
        self._character: Character | None = None
        self._wanted: _Wanted | None = None
        self._image = QImage()
        self._shadow = CardShadow()
        self.shown: Character | None = None
        self.is_enlarged = False
        self._shown_for: _Wanted | None = None
        self._pressed_at: QPointF | None = None
        self._before = QImage()
        self._fading = Move(self, self.update, LONG_MS)
        self._shown_at = QElapsedTimer()
        self._shown_at.start()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 160)
        enlarger.changed.connect(self._ask_anew)

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

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Goes on with what it left undone while it was out of sight."""
        super().showEvent(event)
        if not self.is_enlarged:
            self._ask_anew()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paints shadow and picture."""
        if self._image.isNull():
            return
        self._ask()  # the window may have moved to a screen of another density
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = self.card()
        radius = 28.0 if card.width() >= ROOMY_PX - 64 else 20.0
        self._shadow.paint(painter, self, card, radius)
        pictures.paint_rounded(painter, card, self._image, radius)
        if self._fading.is_under_way:
            painter.setOpacity(1.0 - self._fading.share)
            pictures.paint_rounded(painter, card, self._before, radius)

    def _ask(self) -> None:
        """Has the picture made for who is shown, the room and the theme, unless it is already."""
        if self._character is None:
            return
        side_px = round(self.card().width() * self.devicePixelRatioF())
        wanted = _Wanted(self._character, side_px, theme.is_dark())
        if wanted == self._wanted or side_px <= 0:
            return
        self._wanted = wanted
        self._overtaken.set()
        pixels, times = wanted.character.pixels, self._times()
        larger = self._enlarger.kept(pixels, times) if times > 1 else None
        source, is_enlarged = (pixels, False) if larger is None else (larger, True)
        self._pictures.request(lambda: _made(wanted, source, is_enlarged=is_enlarged))
        if times > 1 and not is_enlarged:
            self._rest.start()
        else:
            self._rest.stop()

    def _ask_anew(self) -> None:
        """Has the picture made again: the upscaler makes others now."""
        self._wanted = self._shown_for = None
        self._ask()

    def _times(self) -> int:
        """Returns how many times larger the upscaler is to make the picture."""
        assert self._wanted is not None
        return self._enlarger.times(len(self._wanted.character.pixels), self._wanted.side_px)

    def _enlarge(self) -> None:
        """Has the upscaler make the picture; it gives up as soon as another one is wanted."""
        wanted = self._wanted
        if wanted is None or not self.isVisible():
            return
        times, overtaken = self._times(), threading.Event()
        self._overtaken = overtaken

        def work() -> _Picture | None:
            pixels = wanted.character.pixels
            larger = self._enlarger.enlarged(pixels, times, should_stop=overtaken.is_set)
            return None if larger is None else _made(wanted, larger, is_enlarged=True)

        self._larger.request(work)

    def _take(self, picture: _Picture) -> None:
        # The one made with Lanczos may come last.
        if not (self.is_enlarged and self._shown_for == picture.wanted):
            self._show(picture)

    def _take_larger(self, picture: _Picture | None) -> None:
        if picture is not None and picture.wanted == self._wanted:
            self._show(picture)

    def _show(self, picture: _Picture) -> None:
        self._fade_to(picture)
        self._shown_for, self._image = picture.wanted, picture.image
        self.shown = picture.wanted.character
        self.is_enlarged = picture.is_enlarged
        self.update()
        if picture.is_enlarged:
            self.sharpened.emit(self.shown, picture.pixels)

    def _fade_to(self, picture: _Picture) -> None:
        """Lets the picture of before fade, unless it is only a step of a slider."""
        self._fading.stop()
        self._before = self._image
        is_rest = self._shown_at.restart() >= STREAM_MS
        if is_rest and not self._before.isNull() and self._is_other(picture):
            self._fading.begin()

    def _is_other(self, picture: _Picture) -> bool:
        """Returns whether a picture is of somebody else, or sharper, and not only dressed anew."""
        if self.shown is picture.wanted.character:
            return picture.is_enlarged != self.is_enlarged
        before = self.shown.recipe.z if self.shown else None
        return before is not picture.wanted.character.recipe.z

    def _miss(self, error: Exception) -> None:
        """Notes why a picture could not be made; the one before stays."""
        _log.error("A picture could not be made for the window", exc_info=error)


def _made(wanted: _Wanted, pixels: NDArray[np.uint8], *, is_enlarged: bool) -> _Picture:
    """Returns a picture for the screen. For worker threads."""
    image = paper.made(pixels, wanted.side_px, wanted.dark)
    return _Picture(wanted, image, pixels, is_enlarged)
