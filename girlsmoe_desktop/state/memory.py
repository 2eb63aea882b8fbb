"""Brings back what was set up when the window was last closed, or the program ended otherwise."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from girlsmoe_desktop.core.errors import UserError

if TYPE_CHECKING:
    from girlsmoe_desktop.core.manifest import Manifest
    from girlsmoe_desktop.state.studio import Studio

KEY = "session"
DELAY_MS = 300
"""Changes that follow one another so soon are written once."""

_log = logging.getLogger(__name__)


class Memory(QObject):
    """Writes the session into the gallery's file soon after every change, and reads it once."""

    def __init__(self, studio: Studio, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.timeout.connect(self.write)
        self._started = False

    def start(self) -> None:
        """Puts back who was on the stage, the pins and the lock, and watches from now on.

        To be called when a model is open; again has no effect. What no longer fits is left out.
        """
        session, manifest = self._studio.session, self._studio.manifest
        if self._started:
            return
        self._started = True
        assert manifest is not None, "the pins are the model's"
        try:
            self._put_back(self._studio.gallery.gallery.recall(KEY), manifest)
        except (UserError, ValueError):
            _log.warning("The last session can't be read", exc_info=True)
        for signal in (session.character_changed, session.pins_changed, session.lock_changed):
            signal.connect(self._timer.start)

    def write(self) -> None:
        """Writes the session now. What can't be written is no reason to stop anybody."""
        self._timer.stop()
        session = self._studio.session
        noted = {
            "character": session.character.number if session.character else None,
            "pinned": session.pinned,
            "locked": session.locked,
        }
        try:
            self._studio.gallery.gallery.remember(KEY, noted)
        except UserError:
            _log.warning("The session can't be written", exc_info=True)

    def flush(self) -> None:
        """Writes what waits to be written."""
        if self._timer.isActive():
            self.write()

    def _put_back(self, noted: object, manifest: Manifest) -> None:
        if not isinstance(noted, dict):
            return
        session, gallery = self._studio.session, self._studio.gallery.gallery
        number, pinned = noted.get("character"), noted.get("pinned")
        options = {control.id: control.option_ids for control in manifest.controls}
        for control_id, option_id in (pinned if isinstance(pinned, dict) else {}).items():
            if option_id in options.get(control_id, ()):
                session.pin(control_id, option_id)
        if isinstance(number, int) and number > 0 and session.character is None:
            session.show(gallery.read(number))
        session.set_locked(noted.get("locked") is True and session.character is not None)
