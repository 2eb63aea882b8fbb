"""The panel of the models: which there are, which is used, and what it runs on."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from girlsmoe_desktop.state.languages import said
from girlsmoe_desktop.views import files, questions
from girlsmoe_desktop.views.buttons import PrimaryButton
from girlsmoe_desktop.views.device_box import DeviceBox
from girlsmoe_desktop.views.engine_box import EngineBox
from girlsmoe_desktop.views.model_row import ModelRow
from girlsmoe_desktop.views.surfaces import INSET_PX, Surface, breakable, fill_panel, label

if TYPE_CHECKING:
    from pathlib import Path

    from girlsmoe_desktop.runtime.shelf import ShelvedModel
    from girlsmoe_desktop.state.devices import Devices
    from girlsmoe_desktop.state.engine import AddedEngine
    from girlsmoe_desktop.state.models import Models
    from girlsmoe_desktop.state.settings import Settings


class ModelsPanel(Surface):
    """List, devices, and a button that imports.

    Attributes:
        rows: The models, from top to bottom.
        device: The section of the devices.
        engine: The section of the package for a graphics card.
        bring: Imports a model.
    """

    def __init__(
        self,
        models: Models,
        devices: Devices,
        engine: AddedEngine,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("panel", "right", parent)
        self._models, self._settings = models, settings
        self.rows: list[ModelRow] = []
        self.device = DeviceBox(devices)
        self.engine = EngineBox(engine)
        self.bring = PrimaryButton(self.tr("Import …"), "plus")
        self._damaged = label("", "secondary", quiet=True, wrap=True)
        self._list = QVBoxLayout()
        self._lay_out()
        models.changed.connect(self._show)
        models.busy_changed.connect(self._enable)
        models.replacing_asked.connect(self._ask_to_replace)
        self.bring.clicked.connect(self._ask_for_one)
        self._show()

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(INSET_PX, 4, INSET_PX, 8)
        column.setSpacing(8)
        self._list.setSpacing(6)
        column.addLayout(self._list)
        column.addWidget(self._damaged)
        column.addWidget(self.device)
        column.addWidget(self.engine)
        column.addStretch(1)
        foot = QVBoxLayout()
        foot.setContentsMargins(INSET_PX, 12, INSET_PX, INSET_PX)
        foot.addWidget(self.bring)
        fill_panel(self, self.tr("Models"), content, foot)

    def _show(self) -> None:
        focused = self._focused()
        for gone in self.rows:
            self._list.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        opened = self._models.opened
        self.rows = [self._row(model, model is opened) for model in self._models.shelf]
        reasons = "\n".join(said(error.sentence) for error in self._models.damaged)
        self._damaged.setText(breakable(reasons))
        self._damaged.setVisible(bool(reasons))
        self._order_tabs()
        self._enable()
        for row in self.rows:
            if row.model.manifest.id == focused:
                row.button.setFocus()

    def _focused(self) -> str:
        """Returns the id of the model whose row has the focus; "" for none."""
        return next((r.model.manifest.id for r in self.rows if r.button.hasFocus()), "")

    def _row(self, model: ShelvedModel, is_open: bool) -> ModelRow:
        row = ModelRow(model, is_open)
        row.button.clicked.connect(lambda: self._models.open(model))
        if row.remove is not None:
            row.remove.clicked.connect(lambda: self._ask_to_remove(model))
        self._list.addWidget(row)
        return row

    def _order_tabs(self) -> None:
        stops: list[QWidget] = []
        for row in self.rows:
            stops += [row.button, *([row.remove] if row.remove is not None else [])]
        stops += [self.device.choice, self.device.test]
        stops += [self.engine.add, self.engine.stop, self.engine.remove, self.bring]
        for before, after in itertools.pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _enable(self) -> None:
        busy = self._models.is_busy
        words = self.tr("Trying it out …") if busy else self.tr("Import …")
        self.bring.setText(words)
        self.bring.setAccessibleName(words)
        self.bring.setEnabled(not busy)
        for row in self.rows:
            if row.remove is not None:
                row.remove.setEnabled(not busy)

    def _ask_for_one(self) -> None:
        path = files.ask_import(self, self._settings.folder)
        if path is not None:
            self._settings.folder = str(path.parent)
            self._models.take(path)

    def _ask_to_replace(self, path: Path, model_id: str) -> None:
        if questions.ask_to_replace_model(self.window(), model_id):
            self._models.take(path, replace=True)

    def _ask_to_remove(self, model: ShelvedModel) -> None:
        if questions.ask_to_remove_model(self.window(), model.manifest.name):
            self._models.remove(model)
