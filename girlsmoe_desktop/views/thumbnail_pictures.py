"""Small pictures of the gallery's characters, made on a worker thread as they come into view."""

from __future__ import annotations

import logging
from collections import OrderedDict
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.store.gallery import decoded_picture
from girlsmoe_desktop.views import paper, theme

if TYPE_CHECKING:
    from girlsmoe_desktop.jobs.task import Task, Tasks
    from girlsmoe_desktop.store.gallery import Gallery

# Pictures that are kept at hand: several screens full, 40 MB at one pixel per point.
KEPT_AT_MOST = 1_000
# Wanted ones that are remembered; who scrolls on does not wait for what has gone by.
WAITING_AT_MOST = 60
PORTION = 8

_log = logging.getLogger(__name__)


class Key(NamedTuple):
    """Whose picture, how large, and on which paper."""

    number: int
    side_px: int
    dark: bool


class ThumbnailPictures(QObject):
    """Hands out pictures that are there, and has those made that are not.

    Signals:
        made: Pictures came: whoever shows them paints again.
    """

    made = Signal()

    def __init__(self, gallery: Gallery, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._gallery, self._tasks = gallery, tasks
        self._ready: OrderedDict[Key, QImage] = OrderedDict()
        self._waiting: OrderedDict[Key, None] = OrderedDict()
        self._making: Task | None = None
        # All that a paint asks for goes to work together.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._go_on)

    def of(self, number: int, side_px: int) -> QImage | None:
        """Returns the picture of a character, or None: then it will be made."""
        key = Key(number, side_px, theme.is_dark())
        if key in self._ready:
            self._ready.move_to_end(key)
            return self._ready[key]
        self._waiting[key] = None
        self._waiting.move_to_end(key)
        while len(self._waiting) > WAITING_AT_MOST:
            self._waiting.popitem(last=False)
        if self._making is None and not self._soon.isActive():
            self._soon.start(0)
        return None

    def _go_on(self) -> None:
        # The last that were asked for are those in view now.
        keys = list(self._waiting)[-PORTION:]
        if not keys or self._making is not None:
            return
        for key in keys:
            del self._waiting[key]
        wanted = [(key, data) for key in keys if (data := self._read(key.number)) is not None]

        def work(_task: Task) -> list[tuple[Key, QImage]]:
            return [(key, _made(key, data)) for key, data in wanted]

        self._making = self._tasks.run(self, work, self._take, self._miss)

    def _read(self, number: int) -> bytes | None:
        try:
            return self._gallery.encoded_picture(number)
        except UserError:
            _log.warning("A picture can't be read", exc_info=True)
            return None

    def _take(self, pictures: list[tuple[Key, QImage]]) -> None:
        self._making = None
        self._ready.update(pictures)
        while len(self._ready) > KEPT_AT_MOST:
            self._ready.popitem(last=False)
        self.made.emit()
        self._go_on()

    def _miss(self, error: Exception) -> None:
        self._making = None
        _log.error("Pictures of the gallery can't be made", exc_info=error)


def _made(key: Key, data: bytes) -> QImage:
    """Returns a picture; one that is damaged is left empty, as the others can be shown."""
    try:
        return paper.made(decoded_picture(data, key.number), key.side_px, key.dark)
    except UserError:
        _log.warning("A picture can't be shown", exc_info=True)
        return QImage(1, 1, QImage.Format.Format_ARGB32)
