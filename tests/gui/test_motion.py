"""Short motions: they end where they should, are switched off, and keep nobody waiting."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from girlsmoe_desktop import system_motion
from girlsmoe_desktop.state.settings import Settings
from girlsmoe_desktop.views import motion
from girlsmoe_desktop.views.motion import LONG_MS, SHORT_MS, Move, dissolve
from girlsmoe_desktop.views.pill_switch import PillSwitch
from girlsmoe_desktop.views.places import BLEND, DESIGN
from girlsmoe_desktop.views.portrait import STREAM_MS


@pytest.fixture(autouse=True)
def _still_again():
    yield
    motion.allow(False)


def veils(widget):
    return [child for child in widget.findChildren(QWidget) if type(child).__name__ == "_Veil"]


def thumb_at(switch):
    """Where the thumb is seen: the middle of the columns that are not of the track's colour."""
    image = switch.grab().toImage()
    row, track = image.height() // 2, image.pixelColor(image.width() // 2, 1)
    bright = [x for x in range(image.width()) if image.pixelColor(x, 3) != track]
    assert bright
    return sum(bright) / len(bright), row


def test_no_motion_is_longer_than_it_may_be():
    assert max(SHORT_MS, LONG_MS) <= 150


def test_a_move_runs_to_its_end_and_stands_there_where_nothing_may_move(qtbot):
    motion.allow(True)
    seen, owner = [], QWidget()
    qtbot.addWidget(owner)
    move = Move(owner, lambda: seen.append(move.share), SHORT_MS)
    assert move.share == 1.0
    assert move.begin()
    qtbot.waitUntil(lambda: not move.is_under_way)
    assert seen == sorted(seen)
    assert move.share == 1.0
    motion.allow(False)
    assert not move.begin()
    assert move.share == 1.0


def test_what_dissolves_is_there_at_once_and_takes_the_mouse(qtbot, window):
    window.set_motion("on")
    window.go_to(BLEND)
    assert window._panels.currentWidget() is window.rooms.blend
    (veil,) = veils(window._panels)
    assert veil.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    qtbot.waitUntil(lambda: not veils(window._panels))
    window.go_to(DESIGN)
    window.design.fine.click()
    assert window.design.truncation.isVisible()


def test_nothing_dissolves_where_nothing_may_move(window):
    window.go_to(BLEND)
    assert not veils(window)
    changed = []
    dissolve(QWidget(), lambda: changed.append(1))
    assert changed == [1]


def test_the_noise_bar_unfolds_to_the_height_that_it_has_without_motion(qtbot, window):
    bar = window.stage.noise
    motion.allow(False)
    bar.edit.click()
    open_px = bar.height()
    bar.edit.click()
    closed_px = bar.height()
    motion.allow(True)
    bar.edit.click()
    assert bar.height() < open_px
    qtbot.waitUntil(lambda: bar.height() == open_px)
    bar.edit.click()
    bar.edit.click()
    qtbot.waitUntil(lambda: not bar._unfolding.is_under_way)
    assert bar.height() == open_px
    assert closed_px < open_px


def test_a_new_character_fades_in_and_a_dressed_one_does_not(qtbot, window, generated):
    window.set_motion("on")
    portrait, session = window.stage.portrait, window.studio.session
    began = []
    portrait._fading.stateChanged.connect(lambda state, _before: began.append(state))

    def at_rest():
        return portrait._shown_at.elapsed() >= STREAM_MS

    qtbot.waitUntil(at_rest)
    generated(1)
    qtbot.waitUntil(lambda: portrait.shown is session.character)
    assert began
    qtbot.waitUntil(at_rest)
    qtbot.waitUntil(lambda: not portrait._fading.is_under_way)
    began.clear()
    window.designer.choose("hat", "on" if session.character.looks["hat"] == "off" else "off")
    qtbot.waitUntil(lambda: portrait.shown is session.character)
    assert not began


def test_the_thumb_of_a_switch_ends_under_the_word_that_holds(qtbot):
    motion.allow(True)
    switch = PillSwitch("Which", {"one": "One", "two": "Two", "three": "Three"})
    qtbot.addWidget(switch)
    switch.show()
    first, _ = thumb_at(switch)
    switch.choose("three")
    on_the_way, _ = thumb_at(switch)
    assert on_the_way < switch.pill("three").x()
    qtbot.waitUntil(lambda: switch._thumb.share == 1.0)
    last, _ = thumb_at(switch)
    assert first < switch.pill("two").x() < switch.pill("three").x() < last
    motion.allow(False)
    switch.choose("one")
    assert thumb_at(switch)[0] == first


@pytest.mark.parametrize("name", ["off", "on", "system"])
def test_the_choice_is_in_the_menu_and_comes_back(open_window, name):
    window = open_window()
    window.actions_.motions[name].trigger()
    assert motion.is_allowed() is (name == "on")
    window.close()
    assert Settings().motion == name
    again = open_window(wait=False)
    assert again.actions_.motions[name].isChecked()
    motion.allow(False)


def test_the_system_is_asked_off_the_window_and_again_when_somebody_comes_back(
    qtbot, window, monkeypatch
):
    window.set_motion("on")
    answers = [True, False]
    monkeypatch.setattr(motion, "_UNSEEN", ())
    monkeypatch.setattr(system_motion, "asks_for_less", lambda: answers.pop(0))
    window.set_motion("system")
    qtbot.waitUntil(lambda: not motion.is_allowed())
    window._motion._look(Qt.ApplicationState.ApplicationActive)
    qtbot.waitUntil(motion.is_allowed)
    assert answers == []
