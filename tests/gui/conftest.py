"""A real window over the tiny model. It is closed at the end, and no thread may outlive it."""

from __future__ import annotations

import gc
import threading

import pytest


def pytest_itemcollected(item):
    # The offscreen platform says so of smallest sizes and of lists that open; screens don't.
    item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


@pytest.fixture(scope="package", autouse=True)
def _no_garbage_for_other_threads():
    """As in the program, only the GUI thread looks for garbage; none is left to other tests."""
    gc.disable()
    gc.freeze()
    yield
    gc.unfreeze()
    gc.collect()
    gc.enable()


@pytest.fixture(autouse=True)
def _look_for_garbage(_no_garbage_for_other_threads):
    """What outlives a test is not looked through again: there is much, and it is seldom garbage."""
    yield
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _empty_clipboard(qapp):
    """No test sees what another copied. The offscreen platform, unlike those with a screen,
    would also destroy what was copied only after the interpreter is gone, and crash."""
    yield
    qapp.clipboard().clear()


@pytest.fixture
def open_window(qtbot, tiny_models):
    """Opens windows; waits for the first character unless told otherwise."""
    from girlsmoe_desktop.app import build_app

    windows = []

    def open_(argv=None, wait=True):
        tiny = ["--model", str(tiny_models / "tiny")]
        _, window = build_app(tiny if argv is None else argv)
        windows.append(window)
        qtbot.addWidget(window)
        window.show()
        if wait:
            qtbot.waitUntil(lambda: window.studio.gallery.rowCount() == 1)
            qtbot.waitUntil(lambda: not window.studio.is_busy)
        return window

    yield open_
    for window in windows:
        window.close()
    assert not [t for t in threading.enumerate() if t.name.startswith("girlsmoe")]


@pytest.fixture
def window(open_window):
    return open_window()


@pytest.fixture
def generated(qtbot, window):
    """Makes that many characters and waits for them."""

    def generate(count):
        before = window.studio.gallery.rowCount()
        window.studio.generate(count)
        qtbot.waitUntil(lambda: window.studio.gallery.rowCount() == before + count)
        qtbot.waitUntil(lambda: not window.studio.is_busy)

    return generate


@pytest.fixture(autouse=True)
def _no_bundled_networks(request, monkeypatch):
    """Only who asks for a tagger or an upscaler has one.

    The bundled ones would serve the tiny model too: they cost each window more time than all else.
    """
    runtime = "girlsmoe_desktop.runtime"
    if "tiny_tagger" not in request.fixturenames:
        monkeypatch.setattr(f"{runtime}.reader.find_reader", lambda _labels: None)
    if "tiny_upscaler" not in request.fixturenames:
        monkeypatch.setattr(f"{runtime}.upscaler.find_upscaler", lambda: None)
