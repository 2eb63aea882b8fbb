"""The installed models: which there are, and how one comes, goes, or is put to use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from girlsmoe_desktop.runtime.library import MANIFEST, user_folder
from girlsmoe_desktop.runtime.model_import import OtherModelError, import_model, remove_model
from girlsmoe_desktop.runtime.shelf import shelved_models

if TYPE_CHECKING:
    from pathlib import Path

    from girlsmoe_desktop.core.errors import UserError
    from girlsmoe_desktop.runtime.library import InstalledModel
    from girlsmoe_desktop.runtime.shelf import ShelvedModel
    from girlsmoe_desktop.state.settings import Settings
    from girlsmoe_desktop.state.studio import Handle, Runner, Studio

SETTLING_MS = 300


class Models(QObject):
    """The models of a studio. Everything that reads or writes runs through `runner`.

    Attributes:
        shelf: Those that can be used, the best first.
        damaged: Why others can't be used.
        is_busy: Whether one is being imported or removed.

    Signals:
        changed: The shelf, or which of them is open, changed.
        busy_changed: An import or removal began or ended.
        replacing_asked: Another model of that id is there; with the new one's path, and the id.
    """

    changed = Signal()
    busy_changed = Signal()
    replacing_asked = Signal(object, str)

    def __init__(
        self, studio: Studio, runner: Runner, settings: Settings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._studio, self._runner, self._settings = studio, runner, settings
        self._reading: Handle | None = None
        self.shelf: list[ShelvedModel] = []
        self.damaged: list[UserError] = []
        self.is_busy = False
        self._watcher = QFileSystemWatcher(self)
        # A folder that is copied changes many times.
        self._settling = QTimer(self, singleShot=True, interval=SETTLING_MS)
        self._settling.timeout.connect(self.refresh)
        self._watcher.directoryChanged.connect(lambda _path: self._settling.start())
        studio.model_opened.connect(self._follow)
        studio.model_failed.connect(lambda _words: self.refresh())

    @property
    def opened(self) -> ShelvedModel | None:
        """The one that is open, or None."""
        manifest = self._studio.manifest
        same = [one for one in self.shelf if manifest is not None and one.manifest == manifest]
        return same[0] if same else None

    def refresh(self) -> None:
        """Looks for models again."""
        generator = self._studio.generator
        folder = generator.model.folder if generator is not None else None
        if self._reading is not None:
            self._reading.cancel()
        self._reading = self._runner.run(
            self, lambda _handle: shelved_models(folder), self._take, self._studio.tell
        )

    def open(self, model: ShelvedModel) -> None:
        """Puts a model to use, now and at the next start."""
        self._settings.model = model.manifest.id
        if model is not self.opened:
            self._studio.open(str(model.model.folder))

    def take(self, path: Path, *, replace: bool = False) -> None:
        """Imports a model.

        Args:
            path: A zip, a folder, or the manifest in a folder.
            replace: Whether it may take the place of another of its id.
        """
        if self.is_busy:
            return
        source = path.parent if path.name == MANIFEST else path
        self._set_busy(True)

        def fail(error: Exception) -> None:
            self._set_busy(False)
            if isinstance(error, OtherModelError):
                self.replacing_asked.emit(source, error.model_id)
            else:
                self._studio.tell(error)

        self._runner.run(
            self, lambda _handle: import_model(source, replace=replace), self._imported, fail
        )

    def remove(self, model: ShelvedModel) -> None:
        """Deletes one of the user's own models; another is opened if it is in use."""
        if self.is_busy:
            return
        model_id, was_open = model.manifest.id, model is self.opened
        self._set_busy(True)

        def removed(_folder: Path) -> None:
            self._set_busy(False)
            words = self.tr("{0} was removed.")
            self._studio.noticed.emit(words.format(model.manifest.name))
            self.refresh()
            if was_open:
                self._studio.open(None)

        self._runner.run(self, lambda _handle: remove_model(model_id), removed, self._failed)

    def _follow(self) -> None:
        """Shows another model as the one in use; looks for it where it is not known yet."""
        if self.opened is None:
            self.refresh()
        self.changed.emit()

    def _imported(self, model: InstalledModel) -> None:
        self._set_busy(False)
        manifest, opened = model.manifest, self._studio.manifest
        self._studio.noticed.emit(self.tr("{0} is installed.").format(manifest.name))
        if opened is None or opened.id == manifest.id:
            # What was open under that id is there no more.
            self._studio.open(str(model.folder))
        else:
            self.refresh()

    def _failed(self, error: Exception) -> None:
        self._set_busy(False)
        self._studio.tell(error)
        self.refresh()

    def _take(self, found: tuple[list[ShelvedModel], list[UserError]]) -> None:
        self.shelf, self.damaged = found
        self._watch()
        self.changed.emit()

    def _watch(self) -> None:
        """Notices what others put into the user's folder of models, or take out of it."""
        root = user_folder()
        # A model that is being copied may not be whole yet: its folder is watched all the same.
        there = [root, *root.iterdir()] if root.is_dir() else []
        wanted = {str(folder) for folder in there if folder.is_dir()}
        known = set(self._watcher.directories())
        if gone := sorted(known - wanted):
            self._watcher.removePaths(gone)
        if new := sorted(wanted - known):
            self._watcher.addPaths(new)

    def _set_busy(self, busy: bool) -> None:
        self.is_busy = busy
        self.busy_changed.emit()
