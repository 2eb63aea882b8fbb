"""What the window remembers from one start to the next: an ini file in the user's own folder."""

from __future__ import annotations

import platformdirs
from PySide6.QtCore import QByteArray, QSettings

FILE = "window.ini"
COUNTS = range(1, 37)
DEFAULT_COUNT = 9


class Settings:
    """Remembered values. What is missing or damaged reads as the default."""

    def __init__(self) -> None:
        folder = platformdirs.user_config_path("GirlsMoe", appauthor=False)
        self._store = QSettings(str(folder / FILE), QSettings.Format.IniFormat)

    @property
    def geometry(self) -> QByteArray:
        """The window's place and size as Qt packs them; empty the first time."""
        value = self._store.value("window/geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._store.setValue("window/geometry", value)

    @property
    def count(self) -> int:
        """How many characters are made at once."""
        try:
            count = int(str(self._store.value("generate/count", DEFAULT_COUNT)))
        except ValueError:
            return DEFAULT_COUNT
        return count if count in COUNTS else DEFAULT_COUNT

    @count.setter
    def count(self, value: int) -> None:
        self._store.setValue("generate/count", value)

    @property
    def folder(self) -> str:
        """The folder last saved to or opened from; empty the first time."""
        return str(self._store.value("files/folder", ""))

    @folder.setter
    def folder(self, value: str) -> None:
        self._store.setValue("files/folder", value)

    def save(self) -> None:
        """Writes everything to the disk now."""
        self._store.sync()
