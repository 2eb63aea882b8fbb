"""What makes a graphics card usable: a package that the user adds, and can take away again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from girlsmoe_desktop.views import files
from girlsmoe_desktop.views.buttons import TextButton
from girlsmoe_desktop.views.surfaces import label

if TYPE_CHECKING:
    from girlsmoe_desktop.state.engine import AddedEngine


class EngineBox(QWidget):
    """The section of the added engine.

    Attributes:
        said: What there is, or what is being done.
        add: Asks for the packages.
        stop: Shown while they are being added; stops that.
        remove: Goes back to what came with the program.
    """

    def __init__(self, engine: AddedEngine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self.said = label("", "secondary", quiet=True, wrap=True)
        self.add = TextButton(self.tr("Add a package …"), "plus")
        self.stop = TextButton(self.tr("Cancel"), "close")
        self.remove = TextButton(self.tr("Remove"), "trash")
        self._lay_out()
        self.add.clicked.connect(lambda: engine.add(files.ask_wheels(self)))
        self.stop.clicked.connect(engine.cancel)
        self.remove.clicked.connect(engine.remove)
        engine.changed.connect(self._show)
        self._show()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(self.tr("Graphics card"), "strong", quiet=True))
        column.addWidget(self.said)
        row = QHBoxLayout()
        for button in (self.add, self.stop, self.remove):
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        self.add.setToolTip(
            self.tr("Wheels of onnxruntime-gpu, onnxruntime-directml or onnxruntime-webgpu")
        )

    def _show(self) -> None:
        engine = self._engine
        self.said.setText(self._words())
        self.add.setVisible(not engine.is_busy)
        self.stop.setVisible(engine.is_busy)
        self.remove.setVisible(not engine.is_busy and engine.engine is not None)

    def _words(self) -> str:
        busy, engine = self._engine.is_busy, self._engine.engine
        if busy and self._engine.doing:
            return self.tr("Unpacking {0} …").format(self._engine.doing)
        if busy:
            return self.tr("Trying it out …")
        if engine is not None and engine.is_broken:
            return self.tr("{0} ended the program when it was last used, and is left out.").format(
                _names(engine.packages)
            )
        if self._engine.wants_restart and engine is None:
            return self.tr("Removed. The next start of the program uses what came with it.")
        if self._engine.wants_restart:
            assert engine is not None
            return self.tr("{0} works, and is used from the next start on.").format(
                _names(engine.packages)
            )
        if engine is not None:
            return self.tr("{0} was added.").format(_names(engine.packages))
        return self.tr(
            "To paint on a graphics card, add the package of onnxruntime that is made for it. "
            "It comes from PyPI, as a .whl file, and is tried before it is used."
        )


def _names(packages: tuple[str, ...]) -> str:
    return ", ".join(packages) or "onnxruntime"
