"""Two characters side by side."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from girlsmoe_desktop.core.difference import noise_turn
from girlsmoe_desktop.state import words
from girlsmoe_desktop.views.compare_dialog import CompareDialog


@pytest.fixture
def compared(window):
    """Compares, and returns the dialog if one opened."""

    def compare():
        window.actions_.compare.trigger()
        return window.findChild(CompareDialog)

    return compare


def texts(dialog):
    return [one.text() for one in dialog.findChildren(QLabel)]


def test_with_nobody_to_compare_it_says_what_to_do(window, compared):
    assert compared() is None
    assert "Mark two characters" in window.stage.banner.text


def test_what_changed_last_is_shown(qtbot, window, compared):
    before = window.studio.session.character
    hat = "off" if before.looks["hat"] == "on" else "on"
    window.designer.choose("hat", hat)
    qtbot.waitUntil(lambda: window.studio.session.character is not before)
    dialog = compared()
    ends = ("Off", "On") if hat == "on" else ("On", "Off")
    assert dialog.changes == [f"Hat: {ends[0]} → {ends[1]}"]
    assert any("% of the picture differs" in text for text in texts(dialog))
    kept = [option for control, option in before.looks.items() if control != "hat"]
    assert len(dialog.shared) == sum(option != "off" for option in kept)
    assert all(text in texts(dialog) for text in dialog.shared)


def test_keeping_who_was_changed_changes_nothing(qtbot, window, compared):
    before = window.studio.session.character
    window.designer.choose("hat", "off" if before.looks["hat"] == "on" else "on")
    qtbot.waitUntil(lambda: window.studio.session.character is not before)
    window.studio.keep(window.studio.session.character)
    window.gallery.view.clearSelection()
    assert compared().changes[0].startswith("Hat: ")


def test_two_who_are_marked_are_compared_the_older_first(window, generated, compared):
    generated(3)
    window.gallery.view.selectAll()
    dialog = compared()
    one, two = (each.recipe for each in window.studio.gallery.of_numbers([1, 2]))
    # Of noise as short as the tiny model's some are near one another by chance.
    assert dialog.changes[0] == words.noise_change(noise_turn(one, two))
    said = texts(dialog)
    assert said.index(next(t for t in said if t.endswith(" 1"))) < said.index(
        next(t for t in said if t.endswith(" 2"))
    )


def test_the_divider_is_moved_by_pointer_and_keys(qtbot, generated, compared):
    generated(1)
    divided = compared().divided
    seen = divided.grab().toImage()
    place = divided.rect().center()
    place.setX(divided.width() // 4)
    qtbot.mouseClick(divided, Qt.MouseButton.LeftButton, pos=place)
    assert divided.value() == pytest.approx(25, abs=1)
    assert divided.grab().toImage() != seen
    before = divided.value()
    qtbot.keyClick(divided, Qt.Key.Key_Right)
    assert divided.value() == before + 1
