"""What the window remembers from one start to the next: an ini file in the user's own folder."""

from __future__ import annotations

from pathlib import Path

import platformdirs
from PySide6.QtCore import QByteArray, QSettings

from girlsmoe_desktop.core.enlargement import SCALES as ENLARGED
from girlsmoe_desktop.core.pictures import FORMATS, SCALES, Carry
from girlsmoe_desktop.runtime.devices import AUTO
from girlsmoe_desktop.runtime.devices import IDS as DEVICE_IDS
from girlsmoe_desktop.state.exchange import SaveOptions
from girlsmoe_desktop.state.languages import CHOICES, SYSTEM
from girlsmoe_desktop.store.gallery import Order

FILE = "window.ini"
COUNTS = range(1, 65)
DEFAULT_COUNT = 9
# Of so many the tagger, where there is one, picks who shows best what was asked for: who comes to
# the program for the first time sees hats that are hats.
DEFAULT_BEST_OF = 4
THEMES = ("system", "light", "dark")
MOTIONS = ("system", "on", "off")


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
    def best_of(self) -> int:
        """How many candidates are made for each character."""
        text = str(self._store.value("generate/best_of", DEFAULT_BEST_OF))
        return int(text) if text.isdecimal() and len(text) < 3 else DEFAULT_BEST_OF

    @best_of.setter
    def best_of(self, value: int) -> None:
        self._store.setValue("generate/best_of", value)

    @property
    def theme(self) -> str:
        """The colours: those of the system, light or dark."""
        name = str(self._store.value("window/theme", THEMES[0]))
        return name if name in THEMES else THEMES[0]

    @theme.setter
    def theme(self, value: str) -> None:
        self._store.setValue("window/theme", value)

    @property
    def motion(self) -> str:
        """Whether things move: as the system has it, on or off."""
        name = str(self._store.value("window/motion", MOTIONS[0]))
        return name if name in MOTIONS else MOTIONS[0]

    @motion.setter
    def motion(self, value: str) -> None:
        self._store.setValue("window/motion", value)

    @property
    def language(self) -> str:
        """The language of the window: that of the system or one of LANGUAGES."""
        name = str(self._store.value("window/language", SYSTEM))
        return name if name in CHOICES else SYSTEM

    @language.setter
    def language(self, value: str) -> None:
        self._store.setValue("window/language", value)

    @property
    def order(self) -> Order:
        """In which order the gallery is shown."""
        name = str(self._store.value("gallery/order", Order.NEWEST.value))
        return Order(name) if name in {known.value for known in Order} else Order.NEWEST

    @order.setter
    def order(self, value: Order) -> None:
        self._store.setValue("gallery/order", value.value)

    @property
    def folder(self) -> str:
        """The folder last saved to or opened from; empty the first time."""
        return str(self._store.value("files/folder", ""))

    @folder.setter
    def folder(self, value: str) -> None:
        self._store.setValue("files/folder", value)

    @property
    def save_options(self) -> SaveOptions:
        """How pictures were saved last."""
        usual, read = SaveOptions(), self._store.value
        ending = str(read("save/ending", usual.ending))
        scale = str(read("save/scale", usual.scale))
        carry = str(read("save/carry", usual.carry.value))
        return SaveOptions(
            ending if ending in FORMATS else usual.ending,
            int(scale) if scale in map(str, SCALES) else usual.scale,
            Carry(carry) if carry in {known.value for known in Carry} else usual.carry,
        )

    @save_options.setter
    def save_options(self, options: SaveOptions) -> None:
        self._store.setValue("save/ending", options.ending)
        self._store.setValue("save/scale", options.scale)
        self._store.setValue("save/carry", options.carry.value)

    @property
    def enlarges(self) -> bool:
        """Whether the character on the stage is shown enlarged by the upscaler."""
        return str(self._store.value("enlarge/on_stage", "true")) != "false"

    @enlarges.setter
    def enlarges(self, value: bool) -> None:
        self._store.setValue("enlarge/on_stage", "true" if value else "false")

    @property
    def enlarge_scale(self) -> int:
        """How many times larger pictures were made last."""
        scale = str(self._store.value("enlarge/scale", ""))
        return int(scale) if scale in map(str, ENLARGED) else ENLARGED[-1]

    @enlarge_scale.setter
    def enlarge_scale(self, value: int) -> None:
        self._store.setValue("enlarge/scale", value)

    @property
    def sharpness(self) -> float | None:
        """How sharp the upscaler is to be, 0 to 1; None for what it suggests."""
        try:
            value = float(str(self._store.value("enlarge/sharpness", "")))
        except ValueError:
            return None
        return value if 0 <= value <= 1 else None

    @sharpness.setter
    def sharpness(self, value: float | None) -> None:
        self._store.setValue("enlarge/sharpness", "" if value is None else value)

    @property
    def model(self) -> str:
        """The id of the model that was chosen last; empty the first time."""
        return str(self._store.value("model/id", ""))

    @model.setter
    def model(self, value: str) -> None:
        self._store.setValue("model/id", value)

    @property
    def device(self) -> str:
        """The id of the device that models are to run on."""
        device = str(self._store.value("model/device", AUTO))
        return device if device in DEVICE_IDS else AUTO

    @device.setter
    def device(self, value: str) -> None:
        self._store.setValue("model/device", value)

    @property
    def python(self) -> str:
        """The Python that the person chose to train with; empty for the program's own."""
        return str(self._store.value("train/python", ""))

    @python.setter
    def python(self, value: str) -> None:
        self._store.setValue("train/python", value)

    @property
    def runs(self) -> Path:
        """The folder that new training runs are kept in."""
        usual = platformdirs.user_data_path("GirlsMoe", appauthor=False) / "runs"
        return Path(str(self._store.value("train/runs", "")) or usual)

    @runs.setter
    def runs(self, value: Path) -> None:
        self._store.setValue("train/runs", str(value))

    @property
    def run(self) -> str:
        """The folder of the training run that was shown last; empty for none."""
        return str(self._store.value("train/run", ""))

    @run.setter
    def run(self, value: str) -> None:
        self._store.setValue("train/run", value)

    def save(self) -> None:
        """Writes everything to the disk now."""
        self._store.sync()
