"""The odds of what is left to chance."""

import pytest
from PySide6.QtCore import Qt

from girlsmoe_desktop.core.odds import shares
from girlsmoe_desktop.views.odds_dialog import OddsDialog


@pytest.fixture
def session(window):
    return window.studio.session


@pytest.fixture
def dialog(window):
    window.design.odds.click()
    return window.findChild(OddsDialog)


def test_it_begins_with_the_models_own_odds(dialog):
    assert dialog.law.key == "empirical"
    assert dialog.rows["hat", "on"].slider.value() == 4
    assert dialog.rows["hair_color", "brown"].slider.value() == 100


def test_other_odds_are_chosen_and_generate_draws_by_them(qtbot, window, dialog, session):
    qtbot.mouseClick(dialog.law.pill("uniform"), Qt.MouseButton.LeftButton)
    assert session.setup.law == window.studio.manifest.laws["uniform"]
    assert dialog.rows["hair_color", "gray"].slider.value() == 100
    window.actions_.undo.trigger()
    assert session.setup.law is None
    assert dialog.law.key == "empirical"


def test_a_slider_makes_them_mine_and_its_drag_is_one_step(window, dialog, session):
    control = window.studio.manifest.control("hat")
    for value in (50, 80, 100):
        dialog.rows["hat", "on"].slider.setValue(value)
    assert dialog.law.key == "mine"
    assert shares(session.setup.law, control) == {"off": 0.0, "on": 1.0}
    recipes = session.next_recipes(window.studio.manifest, 20)
    assert all(recipe.strengths["hat"] == 1.0 for recipe in recipes)
    window.actions_.undo.trigger()
    assert session.setup.law is None


def test_mine_are_kept_while_others_are_looked_at(qtbot, dialog, session):
    dialog.rows["hair_style", "drill"].slider.setValue(100)
    mine = session.setup.law
    qtbot.mouseClick(dialog.law.pill("site"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.law.pill("mine"), Qt.MouseButton.LeftButton)
    assert session.setup.law == mine
    assert dialog.rows["hair_style", "drill"].slider.value() == 100


def test_weights_stay_where_they_were_put_though_shares_move(dialog):
    colors = dialog.rows["hair_color", "brown"].slider, dialog.rows["hair_color", "gray"].slider
    colors[1].setValue(100)
    assert [slider.value() for slider in colors] == [100, 100]


def test_each_drag_is_undone_by_itself(qtbot, window, dialog, session):
    slider = dialog.rows["hat", "on"].slider
    shares = []
    for x in (0.5, 0.8):
        place = slider.rect().center()
        place.setX(int(x * slider.width()))
        qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=place)
        shares.append(slider.value())
    window.actions_.undo.trigger()
    assert slider.value() == shares[0]
    window.actions_.undo.trigger()
    assert session.setup.law is None


def test_there_is_one_dialog(window, dialog):
    window.design.odds.click()
    assert window.findChildren(OddsDialog) == [dialog]
