"""What models run on: the choice, and a test that says how quick each is, or why it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from girlsmoe_desktop.runtime.devices import AUTO, CPU, DEVICES
from girlsmoe_desktop.state.languages import decimal, said
from girlsmoe_desktop.views.buttons import TextButton
from girlsmoe_desktop.views.pick_box import PickBox
from girlsmoe_desktop.views.surfaces import label

if TYPE_CHECKING:
    from girlsmoe_desktop.state.devices import Devices


class DeviceBox(QWidget):
    """The section of the devices.

    Attributes:
        choice: The device that models run on.
        test: Tries them out.
        said: Device id -> what is known of it.
    """

    def __init__(self, devices: Devices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._devices = devices
        self.choice = PickBox(self.tr("Paint on"))
        self.test = TextButton(self.tr("Test"), "play")
        self.said: dict[str, QLabel] = {}
        self._fill_choice()
        self._lay_out()
        self.choice.activated.connect(lambda _row: devices.choose(self.choice.currentData()))
        self.test.clicked.connect(devices.test)
        devices.changed.connect(self._show)
        self._show()

    def _fill_choice(self) -> None:
        self.choice.addItem(self.tr("Automatic"), AUTO)
        problems = self._devices.problems
        model = self.choice.model()
        assert isinstance(model, QStandardItemModel)
        for row, device in enumerate(DEVICES, start=1):
            self.choice.addItem(device.name, device.id)
            if problems[device.id]:
                model.item(row).setEnabled(False)
                self.choice.setItemData(row, problems[device.id], Qt.ItemDataRole.ToolTipRole)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(self.tr("Device"), "strong", quiet=True))
        column.addWidget(self.choice)
        table = QGridLayout()
        table.setHorizontalSpacing(12)
        table.setVerticalSpacing(6)
        table.setColumnStretch(1, 1)
        for row, device in enumerate(DEVICES):
            name = label(device.name, "secondary", wrap=True)
            name.setWordWrap(False)
            said = self.said[device.id] = label("", "secondary", quiet=True, wrap=True)
            table.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            table.addWidget(said, row, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(table)
        self.test.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.test.setToolTip(self.tr("Paints a few pictures on each and measures the time"))
        column.addWidget(self.test)

    def _show(self) -> None:
        devices = self._devices
        self.choice.setCurrentIndex(max(self.choice.findData(devices.chosen), 0))
        self.test.setEnabled(not devices.is_testing)
        for device_id, problem in devices.problems.items():
            self.said[device_id].setText(problem or self._about(device_id))

    def _about(self, device_id: str) -> str:
        trial = self._devices.trials.get(device_id)
        if trial is not None and trial.picture_ms is not None:
            return self.tr("{0} ms per picture").format(decimal(trial.picture_ms))
        if trial is not None:
            return said(trial.problem or "")
        if self._devices.is_testing:
            return self.tr("Testing …")
        return self.tr("Always there.") if device_id == CPU else self.tr("Ready to be tried.")
