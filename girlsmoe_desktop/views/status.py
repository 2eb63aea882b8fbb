"""The line at the foot: the model, what runs it, how fast it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from girlsmoe_desktop.runtime.devices import name_of
from girlsmoe_desktop.state.languages import decimal

if TYPE_CHECKING:
    from girlsmoe_desktop.state.studio import Studio


class StatusLine(QStatusBar):
    """Says which model is open, on what it runs, and how long a picture took."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._model, self._provider, self._speed = QLabel(), QLabel(), QLabel()
        for part in (self._model, self._provider, self._speed):
            self.addWidget(part)
        self.setSizeGripEnabled(False)
        self._model.setText(self.tr("Opening the model …"))
        studio.model_opened.connect(self._show_model)
        studio.device_left.connect(self._show_model)
        studio.model_failed.connect(lambda _words: self._model.setText(self.tr("No model")))
        studio.measured.connect(self._show_speed)

    @property
    def text(self) -> str:
        """Everything it says."""
        return " ".join(part.text() for part in (self._model, self._provider, self._speed))

    def _show_model(self) -> None:
        generator = self._studio.generator
        assert generator is not None, "called when a model has been opened"
        manifest = generator.manifest
        name = f"{manifest.name} · {manifest.size} px"
        if manifest.preview:
            name = self.tr("{0} · an early preview, not fully trained yet").format(name)
        self._model.setText(name)
        self._provider.setText(name_of(generator.provider))

    def _show_speed(self, ms_per_picture: float) -> None:
        shown = decimal(ms_per_picture, 0 if ms_per_picture >= 9.95 else 1)
        self._speed.setText(self.tr("{0} ms per picture").format(shown))
