"""Options on the character on the stage: worn, tried on, and as small pictures."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from girlsmoe_desktop.core.character import UNNUMBERED
from girlsmoe_desktop.core.recipe import with_noise
from girlsmoe_desktop.views import design_panel
from girlsmoe_desktop.views.swatches import PICTURE


@pytest.fixture
def stage_of(window):
    return lambda: window.studio.session.character


@pytest.fixture
def hair(window):
    """A colour that the character on the stage does not have, and its drop-down."""
    box = window.design.choices["hair_color"]
    now = window.studio.session.character.looks["hair_color"]
    return box, "silver" if now != "silver" else "blue"


def test_a_chosen_option_is_put_on(qtbot, window, stage_of):
    before = stage_of()
    wanted = "off" if before.looks["hat"] == "on" else "on"
    switch = window.design.switches["hat"]
    qtbot.mouseClick(switch.segment(wanted), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: stage_of() is not before)
    worn = stage_of()
    assert worn.looks == {**before.looks, "hat": wanted}
    assert np.array_equal(worn.recipe.z, before.recipe.z)
    assert not np.array_equal(worn.pixels, before.pixels)
    assert window.studio.session.pinned == {"hat": wanted}


def test_who_is_dressed_is_kept_only_when_asked_for(qtbot, window, hair, stage_of):
    _, color = hair
    before = stage_of()
    window.wardrobe.wear("hair_color", color)
    qtbot.waitUntil(lambda: stage_of() is not before)
    assert stage_of().number == UNNUMBERED
    assert window.studio.gallery.rowCount() == 1
    assert window.stage.keep.isVisible()
    assert not window.stage.star.isVisible()
    qtbot.mouseClick(window.stage.keep, Qt.MouseButton.LeftButton)
    assert window.studio.gallery.rowCount() == 2
    assert stage_of().looks["hair_color"] == color
    assert window.stage.star.isVisible()


def test_two_options_in_a_row_are_both_worn(qtbot, window, hair, stage_of):
    _, color = hair
    before = stage_of()
    eyes = "red" if before.looks["eye_color"] != "red" else "green"
    window.wardrobe.wear("hair_color", color)
    window.wardrobe.wear("eye_color", eyes)
    qtbot.waitUntil(lambda: stage_of().looks["eye_color"] == eyes)
    assert stage_of().looks["hair_color"] == color


def test_who_is_chosen_meanwhile_stays_as_they_are(window, generated, hair):
    generated(2)
    _, color = hair
    window.wardrobe.wear("hair_color", color)
    chosen = window.studio.gallery.character(1)
    window.studio.session.show(chosen)
    QTest.qWait(150)
    assert window.studio.session.character is chosen


def test_the_open_list_shows_this_character_with_every_option(qtbot, window, hair):
    box, _ = hair
    box.showPopup()
    pictures = lambda: [box.itemData(row, PICTURE) for row in range(1, box.count())]  # noqa: E731
    qtbot.waitUntil(lambda: all(isinstance(picture, QImage) for picture in pictures()))
    assert len({bytes(picture.constBits()) for picture in pictures()}) == len(pictures())
    box.hidePopup()
    one = window.studio.session.character
    window.studio.session.show(replace(one, recipe=with_noise(one.recipe, -one.recipe.z)))
    assert not any(pictures())


def test_another_option_leaves_the_pictures_of_its_list_as_they_are(qtbot, window, hair, stage_of):
    box, color = hair
    before = stage_of()
    box.showPopup()
    pictures = lambda: [box.itemData(row, PICTURE) for row in range(1, box.count())]  # noqa: E731
    qtbot.waitUntil(lambda: all(isinstance(picture, QImage) for picture in pictures()))
    box.hidePopup()
    window.designer.choose("hair_color", color)
    qtbot.waitUntil(lambda: stage_of() is not before)
    assert all(isinstance(picture, QImage) for picture in pictures())
    window.designer.choose("hat", "off" if before.looks["hat"] == "on" else "on")
    qtbot.waitUntil(lambda: not any(pictures()))


@pytest.fixture
def roomy(window, monkeypatch):
    """A window in whose panel there is room for the options of a tile."""
    monkeypatch.setattr(design_panel, "ROOMY_PX", 100)
    window.resize(1000, 700)
    QApplication.processEvents()
    assert window.design.traits.grid.isVisible()
    return window


def test_a_tile_opens_its_options_in_the_panel_where_there_is_room(qtbot, roomy, stage_of):
    traits = roomy.design.traits
    eyes = roomy.design.choices["eye_color"]
    assert [box.is_open for box in traits.boxes.values()] == [True, False, False]
    eyes.showPopup()
    assert not eyes.view().isVisible()
    assert [box.is_open for box in traits.boxes.values()] == [False, False, True]
    assert traits.grid.model() is eyes.model()
    qtbot.waitUntil(lambda: isinstance(eyes.itemData(eyes.count() - 1, PICTURE), QImage))
    before = stage_of()
    wanted = "red" if before.looks["eye_color"] != "red" else "green"
    place = traits.grid.visualRect(eyes.model().index(eyes.findData(wanted), 0)).center()
    qtbot.mouseClick(traits.grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: stage_of().looks["eye_color"] == wanted)
    assert roomy.studio.session.pinned == {"eye_color": wanted}
    roomy.actions_.undo.trigger()
    assert roomy.studio.session.pinned == {}
    assert traits.grid.currentIndex().row() == 0


def test_the_options_of_the_open_tile_are_painted_unasked(qtbot, roomy, hair):
    box, _ = hair
    qtbot.waitUntil(lambda: isinstance(box.itemData(box.count() - 1, PICTURE), QImage))
    assert not roomy.design.traits.boxes["hair_color"]._picture.isNull()


def test_an_option_under_the_pointer_is_tried_on(qtbot, roomy, hair, stage_of):
    box, color = hair
    before, grid = stage_of(), roomy.design.traits.grid
    qtbot.waitUntil(lambda: isinstance(box.itemData(box.count() - 1, PICTURE), QImage))
    grid.tried.emit(color)
    said = roomy.stage.portrait.accessibleDescription
    assert said().startswith(color.capitalize())
    QApplication.sendEvent(grid, QEvent(QEvent.Type.Leave))
    assert not said().startswith(color.capitalize())
    assert stage_of() is before


def test_an_option_is_tried_on_and_taken_off(qtbot, window, hair, stage_of):
    box, color = hair
    before = stage_of()
    portrait = window.stage.portrait
    box.showPopup()
    qtbot.waitUntil(lambda: isinstance(box.itemData(box.count() - 1, PICTURE), QImage))
    row = box.findData(color)
    box.view().setCurrentIndex(box.model().index(row, 0))
    box.highlighted.emit(row)
    qtbot.waitUntil(lambda: portrait.accessibleDescription().startswith(color.capitalize()))
    assert stage_of() is before
    box.hidePopup()
    assert not portrait.accessibleDescription().startswith(color.capitalize())


def test_the_open_list_lies_within_the_screen_and_has_four_columns(qtbot, window, hair):
    box, _ = hair
    window.resize(1024, 640)
    box.showPopup()
    popup = box.view().window()
    assert window.screen().availableGeometry().contains(popup.geometry())
    qtbot.waitUntil(lambda: box.view().visualRect(box.model().index(3, 0)).isValid())
    tops = [box.view().visualRect(box.model().index(row, 0)).top() for row in range(5)]
    assert len(set(tops[:4])) == 1
    assert tops[4] > tops[3]
    box.hidePopup()


def test_another_models_character_is_left_alone(window):
    other = window.studio.session.character
    recipe = replace(other.recipe, model_sha256="0" * 64)
    window.studio.session.show(replace(other, recipe=recipe, number=UNNUMBERED))
    before = window.studio.session.character
    window.wardrobe.wear("hat", "on")
    window.wardrobe.fit("hair_color")
    QTest.qWait(50)
    assert window.studio.session.character is before
