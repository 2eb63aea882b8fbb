"""Small pictures of the gallery's characters, made on a worker thread as they come into view."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QImage

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.jobs.newest_first import NewestFirst
from girlsmoe_desktop.store.gallery import decoded_picture
from girlsmoe_desktop.views import paper, theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from girlsmoe_desktop.jobs.task import Tasks
    from girlsmoe_desktop.store.gallery import Gallery

_log = logging.getLogger(__name__)


class Key(NamedTuple):
    """Whose picture, how large, and on which paper."""

    number: int
    side_px: int
    dark: bool


class ThumbnailPictures(NewestFirst[Key, QImage]):
    """Hands out pictures that are there, and has those made that are not."""

    def __init__(self, gallery: Gallery, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(tasks, parent)
        self._gallery = gallery

    def of(self, number: int, side_px: int) -> QImage | None:
        """Returns the picture of a character, or None: then it will be made."""
        return self.get(Key(number, side_px, theme.is_dark()))

    def begin(self, key: Key) -> Callable[[], QImage] | None:
        """Reads a picture and returns the work that makes it ready for the screen."""
        try:
            data = self._gallery.encoded_picture(key.number)
        except UserError:
            _log.warning("A picture can't be read", exc_info=True)
            return None
        return None if data is None else partial(_made, key, data)


def _made(key: Key, data: bytes) -> QImage:
    """Returns a picture; one that is damaged is left empty, as the others can be shown."""
    try:
        return paper.made(decoded_picture(data, key.number), key.side_px, key.dark)
    except UserError:
        _log.warning("A picture can't be shown", exc_info=True)
        return QImage(1, 1, QImage.Format.Format_ARGB32)
