"""A second look at what was painted: is the hat really there?"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from girlsmoe_desktop.core.reading import doubts
from girlsmoe_desktop.jobs.latest_wins import LatestWins
from girlsmoe_desktop.state import words

if TYPE_CHECKING:
    from girlsmoe_desktop.core.character import Character
    from girlsmoe_desktop.core.manifest import Manifest
    from girlsmoe_desktop.jobs.task import Tasks
    from girlsmoe_desktop.runtime.reader import Reader
    from girlsmoe_desktop.state.studio import Studio

_log = logging.getLogger(__name__)


class Critic(QObject):
    """Has the installed tagger read the character on the stage.

    Signals:
        ready: There is a tagger for the open model, or none; emitted with which.
        doubted: Emitted with what can't be seen clearly, in words; empty if all can.
    """

    ready = Signal(bool)
    doubted = Signal(str)

    def __init__(self, studio: Studio, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._studio, self._tasks = studio, tasks
        self._reads: LatestWins[str] = LatestWins(tasks, self, self.doubted.emit, self._note)
        studio.model_opened.connect(self._begin)
        studio.session.character_changed.connect(self._read)

    def _begin(self) -> None:
        manifest = self._studio.manifest
        self._studio.reader = None
        if manifest is not None:
            self._tasks.run(self, lambda _: _open(manifest), self._take, self._note)

    def _take(self, reader: Reader | None) -> None:
        manifest = self._studio.manifest
        if reader is None or manifest is None or _fits(reader, manifest):
            self._studio.reader = reader
            self.ready.emit(reader is not None)
            self._read()

    def _read(self) -> None:
        reader, manifest = self._studio.reader, self._studio.manifest
        character = self._studio.session.character
        self._reads.drop()
        self.doubted.emit("")
        if reader is None or manifest is None or character is None:
            return
        if character.recipe.model_sha256 == manifest.sha256:
            self._reads.request(lambda: _doubts(reader, character, manifest))

    def _note(self, error: Exception) -> None:
        # Nobody asked for it, so nobody is told.
        _log.warning("The tagger can't be used", exc_info=error)
        self.ready.emit(False)


def _open(manifest: Manifest) -> Reader | None:
    from girlsmoe_desktop.runtime.reader import Reader, find_reader

    folder = find_reader(manifest.labels)
    return None if folder is None else Reader(folder)


def _fits(reader: Reader, manifest: Manifest) -> bool:
    return set(reader.manifest.labels) == set(manifest.labels)


def _doubts(reader: Reader, character: Character, manifest: Manifest) -> str:
    (row,) = reader.read(character.pixels[None])
    seen = dict(zip(reader.manifest.labels, row.tolist(), strict=True))
    unclear = doubts(seen, character.recipe, manifest)
    looks = character.looks
    named = [
        words.phrase(control.id, option) if option != "off" else words.without(control.id)
        for control in unclear
        if (option := looks.get(control.id)) is not None
    ]
    return ", ".join(named)
