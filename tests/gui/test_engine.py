"""The package for a graphics card, added and taken away in the place of the models."""

import threading

import pytest

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.runtime.engines import Engine
from girlsmoe_desktop.state import engine as state
from girlsmoe_desktop.views import files
from girlsmoe_desktop.views.places import MODELS

CARD = Engine(("onnxruntime_gpu 9.9",), ("CUDAExecutionProvider",), is_broken=False)


@pytest.fixture
def installed(monkeypatch):
    """What is added, and how: `there` is the engine, `go` lets one that is being added end."""

    class Installed:
        there = None
        error = None
        go = threading.Event()

        def add(self, wheels, tell, should_stop):
            tell(wheels[0].name)
            while not self.go.wait(0.01):
                if should_stop():
                    return None
            if self.error:
                raise self.error
            self.there = CARD
            return CARD

        def remove(self):
            was, self.there = self.there, None
            return was is not None

    one = Installed()
    one.go.clear()
    monkeypatch.setattr(state, "added_one", lambda: one.there)
    monkeypatch.setattr(state, "add_engine", one.add)
    monkeypatch.setattr(state, "remove_engine", one.remove)
    return one


@pytest.fixture
def box(open_window, monkeypatch, tmp_path):
    window = open_window()
    window.go_to(MODELS)
    monkeypatch.setattr(files, "ask_wheels", lambda _parent: [tmp_path / "gpu.whl"])
    return window.rooms.models_panel.engine


def test_one_is_added_and_removed(qtbot, installed, box):
    assert "PyPI" in box.said.text()
    assert not box.remove.isVisibleTo(box)
    box.add.click()
    assert "gpu.whl" in box.said.text()
    assert box.stop.isVisibleTo(box)
    assert not box.add.isVisibleTo(box)
    installed.go.set()
    qtbot.waitUntil(lambda: "from the next start on" in box.said.text())
    assert "onnxruntime_gpu 9.9" in box.said.text()
    box.remove.click()
    assert "PyPI" in box.said.text()


def test_one_that_is_in_use_stays_until_the_next_start(installed, box):
    installed.there = CARD
    box._engine._started_with = "engine"
    box._show()
    assert box.said.text() == "onnxruntime_gpu 9.9 was added."
    box.remove.click()
    assert box.said.text().startswith("Removed. The next start")


def test_adding_can_be_cancelled(qtbot, installed, box):
    box.add.click()
    box.stop.click()
    qtbot.waitUntil(lambda: "PyPI" in box.said.text())
    assert installed.there is None


def test_what_does_not_work_is_said(qtbot, installed, box):
    installed.error = UserError("The package does not work here.")
    installed.go.set()
    box.add.click()
    qtbot.waitUntil(lambda: "does not work" in box.window().stage.banner.text)
    assert "PyPI" in box.said.text()
    assert box.add.isVisibleTo(box)


def test_one_that_ended_the_program_is_named(installed, box):
    installed.there = Engine(CARD.packages, CARD.providers, is_broken=True)
    box._show()
    assert box.said.text().startswith("onnxruntime_gpu 9.9 ended the program")
    assert box.remove.isVisibleTo(box)
