"""What models can run on here: which is chosen, which work, and how quick they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from girlsmoe_desktop.runtime.devices import DEVICES
from girlsmoe_desktop.runtime.providers import problem_of
from girlsmoe_desktop.runtime.trial import Trial, try_device
from girlsmoe_desktop.state.languages import said

if TYPE_CHECKING:
    from girlsmoe_desktop.state.settings import Settings
    from girlsmoe_desktop.state.studio import Handle, Runner, Studio


class Devices(QObject):
    """The devices of a studio.

    Attributes:
        trials: Device id -> what came of the last trial.
        is_testing: Whether they are being tried out.

    Signals:
        changed: The choice, a trial, or whether they are being tried out changed.
    """

    changed = Signal()

    def __init__(
        self, studio: Studio, runner: Runner, settings: Settings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._studio, self._runner, self._settings = studio, runner, settings
        self.trials: dict[str, Trial] = {}
        self.is_testing = False
        studio.model_opened.connect(self._forget)

    @property
    def chosen(self) -> str:
        """Id of the one that models are to run on, or AUTO."""
        return self._studio.device

    @property
    def problems(self) -> dict[str, str]:
        """Device id -> why it can't be used, as a sentence; "" where it may be tried."""
        return {device.id: said(problem_of(device) or "") for device in DEVICES}

    def choose(self, device_id: str) -> None:
        """Runs models on another device, now and at the next start."""
        self._settings.device = device_id
        if device_id != self.chosen:
            self._studio.use_device(device_id)
            self.changed.emit()

    def test(self) -> None:
        """Paints pictures with the open model on every device that is there, one by one."""
        generator = self._studio.generator
        if generator is None or self.is_testing:
            return
        model = generator.model
        usable = [device for device, problem in self.problems.items() if not problem]
        self._set_testing(True)

        def work(handle: Handle) -> None:
            for device in usable:
                if handle.cancelled:
                    return
                handle.report(try_device(model, device))

        self._runner.run(self, work, lambda _: self._set_testing(False), self._fail, self._keep)

    def _keep(self, trial: Trial) -> None:
        self.trials[trial.device_id] = trial
        self.changed.emit()

    def _fail(self, error: Exception) -> None:
        self._set_testing(False)
        self._studio.tell(error)

    def _set_testing(self, testing: bool) -> None:
        self.is_testing = testing
        self.changed.emit()

    def _forget(self) -> None:
        """Forgets figures, which belonged to another model."""
        self.trials.clear()
        self.changed.emit()
