"""What the window waits for when the program starts, and what it does not."""

import subprocess
import sys

from PySide6.QtWidgets import QWidget

from girlsmoe_desktop.views.first_paint import FirstPaint

LOADED = """
import sys
import girlsmoe_desktop.app
heavy = ["onnxruntime", "importlib.metadata", "subprocess"]
heavy += ["girlsmoe_desktop.cli", "girlsmoe_desktop.views.models_panel"]
print([name for name in heavy if name in sys.modules])
"""


def test_the_window_loads_neither_the_engine_nor_other_places_nor_subcommands():
    done = subprocess.run(
        [sys.executable, "-c", LOADED], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_the_model_opens_once_the_window_is_painted(qtbot, open_window):
    window = open_window(wait=False)
    assert window.studio.generator is None
    qtbot.waitUntil(lambda: window.studio.generator is not None)


def test_what_is_painted_is_told_once(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    told = []
    first = FirstPaint(widget)
    first.painted.connect(lambda: told.append(widget.isVisible()))
    widget.show()
    qtbot.waitUntil(lambda: bool(told))
    widget.repaint()
    qtbot.wait(50)
    assert told == [True]


def test_a_window_that_is_not_painted_is_not_waited_for_for_ever(qtbot, monkeypatch):
    monkeypatch.setattr("girlsmoe_desktop.views.first_paint.PATIENCE_MS", 20)
    widget = QWidget()
    qtbot.addWidget(widget)
    first = FirstPaint(widget)
    with qtbot.waitSignal(first.painted):
        pass
