"""The way through several characters: its stops, its film, and what is exported."""

import threading

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from girlsmoe_desktop.core.animation import Film
from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.state.blend import MAX_STOPS
from girlsmoe_desktop.views import export_dialog, files
from girlsmoe_desktop.views.export_dialog import ExportDialog, Wish
from girlsmoe_desktop.views.film_slider import FRAMES
from girlsmoe_desktop.views.places import BLEND, DESIGN


@pytest.fixture
def blend(window):
    return window.studio.blend


@pytest.fixture
def ready(qtbot, window, generated, blend):
    generated(2)
    window.go_to(BLEND)
    blend.set_start(window.studio.gallery.character(2))
    blend.set_end(window.studio.gallery.character(0))
    qtbot.waitUntil(lambda: window.studio.session.character.number == 0)
    qtbot.waitUntil(lambda: len(window.rooms.blend.slider.frames) == FRAMES)
    return window


@pytest.fixture
def film(ready, monkeypatch, tmp_path):
    """Has a film made in place of asking for one; returns where it goes."""

    def make(kind="gif", frames=8, **options):
        path = tmp_path / f"film.{kind}"
        wish = Wish(Film(kind, **options), frames, smooth=False)
        monkeypatch.setattr(export_dialog, "ask_wish", lambda *_, **__: wish)
        monkeypatch.setattr(files, "ask_film", lambda *_: path)
        ready.rooms.blend.export.click()
        return path

    return make


def test_the_way_goes_on_to_whoever_is_added_and_is_the_childs_parents(qtbot, ready, blend):
    third = ready.studio.gallery.character(1)
    ready.studio.choose(third)
    ready.rooms.blend.stops.add.click()
    assert len(ready.rooms.blend.stops.further) == 1
    ready.rooms.blend.slider.setValue(100)
    qtbot.waitUntil(lambda: np.array_equal(ready.studio.session.character.recipe.z, third.recipe.z))
    ready.rooms.blend.slider.setValue(75)
    qtbot.waitUntil(lambda: ready.studio.session.character.number == 0)
    qtbot.waitUntil(lambda: ready.rooms.blend.keep.isEnabled())
    ready.rooms.blend.keep.click()
    numbers = tuple(character.number for character in blend.stops)
    assert ready.studio.session.character.parents == numbers
    ready.rooms.blend.stops.further[0].remove.click()
    assert len(blend.stops) == 2


def test_turning_the_way_round_turns_all_of_it(ready, blend):
    ready.studio.choose(ready.studio.gallery.character(1))
    ready.rooms.blend.stops.add.click()
    before = blend.stops
    ready.rooms.blend.slider.setValue(30)
    ready.rooms.blend.stops.swap.click()
    assert blend.stops == before[::-1]
    assert blend.share == pytest.approx(0.7)


def test_there_are_only_so_many_stops(ready, blend):
    for _ in range(20):
        blend.add(ready.studio.gallery.character(0))
    assert len(blend.stops) == MAX_STOPS
    assert not ready.rooms.blend.stops.add.isEnabled()


def test_it_plays_back_and_forth_and_a_loop_goes_round(qtbot, ready, blend):
    slider = ready.rooms.blend.slider
    slider.setValue(99)
    seen = []
    slider.valueChanged.connect(seen.append)
    ready.rooms.blend.play.click()
    qtbot.waitUntil(lambda: 100 in seen and seen[-1] < 100)
    ready.rooms.blend.play.click()
    assert ready.rooms.blend.play.accessibleName() == "Play"
    ready.rooms.blend.stops.loop.click()
    assert blend.loop
    slider.setValue(98)
    seen.clear()
    ready.rooms.blend.play.click()
    qtbot.waitUntil(lambda: 0 in seen)
    ready.go_to(DESIGN)
    assert not ready.rooms.blend.play.isChecked()


def test_the_film_is_played_from_the_keyboard(qtbot, ready):
    slider = ready.rooms.blend.slider
    slider.setFocus(Qt.FocusReason.TabFocusReason)
    value = slider.value()
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert slider.value() == value + 1
    assert slider.accessibleName() == "Share of the way"


def test_a_film_is_written_in_the_background(qtbot, ready, film):
    path = film(frames=5, there_and_back=True, fps=10, scale=2)
    assert ready.rooms.filming.is_busy
    assert not ready.rooms.blend.export.isEnabled()
    qtbot.waitUntil(path.exists)
    qtbot.waitUntil(lambda: str(path) in ready.stage.banner.text)
    with Image.open(path) as image:
        assert (image.n_frames, image.size) == (8, (32, 32))
        assert image.info["duration"] == 100
    assert ready.rooms.blend.export.isEnabled()


def test_a_film_is_cancelled_and_nothing_is_left(ready, film, monkeypatch, tmp_path):
    paint_all = ready.studio.paint_all

    def slow(recipes):
        threading.Event().wait(0.05)
        return paint_all(recipes)

    monkeypatch.setattr(ready.studio, "paint_all", slow)
    film(frames=200)
    progress = ready.rooms.blend.findChild(type(ready.rooms.blend._progress))
    assert progress.isVisible()
    progress.cancel.click()
    assert not ready.rooms.filming.is_busy
    assert not progress.isVisible()
    QTest.qWait(200)
    assert list(tmp_path.glob("*film*")) == []


def test_what_goes_wrong_is_told(qtbot, ready, film, monkeypatch):
    def broken(_recipes):
        raise UserError("The model gave values that are not numbers: install it again.")

    monkeypatch.setattr(ready.studio, "paint_all", broken)
    film()
    qtbot.waitUntil(lambda: "not numbers" in ready.stage.banner.text)
    assert not ready.rooms.filming.is_busy


@pytest.fixture
def dialog(qtbot, window):
    made = ExportDialog(64, 2, loops=False, parent=window)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_dialog_says_how_long_the_film_is(dialog):
    assert dialog.wish == Wish(Film("gif", 20, True, 1), 48, smooth=False)
    dialog.frames.setText("11")
    dialog.fps.setText("10")
    assert "20 frames, 2.0 s" in dialog._length.text()
    dialog.there_and_back.setChecked(False)
    assert "11 frames, 1.1 s" in dialog._length.text()


def test_mp4_is_offered_only_with_an_encoder(qtbot, window, monkeypatch):
    for found in (None, "/usr/bin/ffmpeg"):
        monkeypatch.setattr(export_dialog, "find_encoder", lambda found=found: found)
        made = ExportDialog(64, 1, loops=True, parent=window)
        qtbot.addWidget(made)
        assert made.kind.pill("mp4").isEnabled() is (found is not None)
        assert not made.there_and_back.isChecked()
