"""What people change on a character: strengths, noise, odds; and that all of it can be undone."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from girlsmoe_desktop.core.character import UNNUMBERED
from girlsmoe_desktop.core.law import site
from girlsmoe_desktop.core.recipe import with_truncation
from girlsmoe_desktop.state.history import AT_MOST, History
from girlsmoe_desktop.views.places import BLEND


@pytest.fixture
def session(window):
    return window.studio.session


@pytest.fixture
def changed(qtbot, session):
    """Does something and waits until somebody else is on the stage, who is returned."""

    def wait_for(action):
        before = session.character
        action()
        qtbot.waitUntil(lambda: session.character is not before)
        return session.character

    return wait_for


def counter(value):
    """A history over a number, and what adds to it."""
    history, box = History(), [value]

    def back_to(number):
        def go():
            now, box[0] = box[0], number
            return back_to(now)

        return go

    def add(amount, key=None):
        history.add(f"add {amount}", back_to(box[0]), key)
        box[0] += amount

    return history, box, add


def test_steps_go_back_and_forth():
    history, box, add = counter(0)
    for amount in (1, 10, 100):
        add(amount)
    assert history.undo_text == "add 100"
    history.undo()
    history.undo()
    assert (box[0], history.undo_text, history.redo_text) == (1, "add 1", "add 10")
    history.redo()
    assert box[0] == 11
    add(5)
    assert history.redo_text == ""
    history.redo()
    assert box[0] == 16
    for _ in range(5):
        history.undo()
    assert (box[0], history.undo_text) == (0, "")


def test_a_drag_is_one_step_and_another_drag_another():
    history, box, add = counter(0)
    for key in ("drag 1", "drag 1", "drag 1", "drag 2", "drag 2"):
        add(1, key)
    history.undo()
    assert box[0] == 3
    history.undo()
    assert box[0] == 0


def test_what_follows_an_undo_is_a_step_of_its_own():
    history, box, add = counter(0)
    add(1, "drag")
    add(1)
    history.undo()
    add(1, "drag")
    history.undo()
    assert box[0] == 1


def test_only_so_many_steps_are_kept():
    history, box, add = counter(0)
    for _ in range(AT_MOST + 5):
        add(1)
    while history.undo_text:
        history.undo()
    assert box[0] == 5


def test_choosing_an_option_is_one_step_with_what_it_put_on(window, session, changed):
    before = session.character
    wanted = "off" if before.looks["hat"] == "on" else "on"
    dressed = changed(lambda: window.designer.choose("hat", wanted))
    assert window.actions_.undo.text() == f"&Undo: Hat: {wanted.capitalize()}"
    window.actions_.undo.trigger()
    assert session.character is before
    assert session.pinned == {}
    window.actions_.redo.trigger()
    assert session.character is dressed
    assert session.pinned == {"hat": wanted}


def test_an_undo_while_it_is_painted_stays_undone(window, session):
    before = session.character
    window.designer.choose("hat", "on" if before.looks["hat"] == "off" else "off")
    session.history.undo()
    QTest.qWait(300)
    assert session.character is before
    assert session.pinned == {}


def test_a_slider_mixes_colours_and_its_drag_is_one_step(qtbot, window, session):
    before = session.character
    window.design.fine.click()
    row = window.design.strengths["hair_color"].rows["blue_hair"]
    window.design.strengths["hair_color"].rows["green_hair"].field.setText("")
    qtbot.mousePress(row.slider, Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    for x in (30, 40, row.slider.width() // 2):
        QTest.mouseMove(row.slider, QPoint(x, 10))
    row.slider.setValue(0)
    qtbot.mouseRelease(row.slider, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: session.character.recipe.strengths["blue_hair"] == 0.5)
    assert session.strengths == {"blue_hair": 0.5}
    assert session.character.looks["hair_color"] is None
    assert session.character.number == UNNUMBERED
    session.history.undo()
    assert session.character is before
    assert session.history.undo_text == ""


def test_more_than_the_slider_holds_can_be_typed(qtbot, window, session, changed):
    window.design.fine.click()
    row = window.design.strengths["smile"].rows["smile"]
    row.field.selectAll()
    qtbot.keyClicks(row.field, "-2.5")
    changed(lambda: qtbot.keyClick(row.field, Qt.Key.Key_Return))
    assert session.strengths == {"smile": -0.75}
    assert row.slider.value() == row.slider.minimum()
    row.field.clearFocus()
    window.design.freeze.click()
    assert row.field.text() == "\u22122.50"


@pytest.mark.parametrize("typed", ["much", "1e400", "nan", "--1"])
def test_what_is_no_number_changes_nothing(qtbot, window, session, typed):
    window.design.fine.click()
    row = window.design.strengths["hat"].rows["hat"]
    row.field.selectAll()
    qtbot.keyClicks(row.field, typed)
    qtbot.keyClick(row.field, Qt.Key.Key_Return)
    assert session.strengths == {} or session.strengths["hat"] == 5.5


def test_chance_takes_a_strength_away_again(window, session, changed):
    window.design.fine.click()
    changed(lambda: window.designer.adjust("glasses", 0.25))
    row = window.design.strengths["glasses"].rows["glasses"]
    assert row.chance.isEnabled()
    row.chance.click()
    assert session.strengths == {}
    assert not row.chance.isEnabled()


def test_an_option_goes_before_the_strengths_that_were_set(window, session, changed):
    changed(lambda: window.designer.adjust("blue_hair", 0.5))
    changed(lambda: window.designer.choose("hair_color", "silver"))
    assert session.strengths == {}
    assert session.character.looks["hair_color"] == "silver"


def test_the_next_characters_have_the_strengths_that_were_set(window, generated, changed):
    changed(lambda: window.designer.adjust("blue_hair", 0.5))
    generated(3)
    rows = range(3)
    made = [window.studio.gallery.character(row).recipe.strengths for row in rows]
    assert [strengths["blue_hair"] for strengths in made] == [0.5] * 3


def test_everything_shown_is_frozen_at_once_mixtures_too(window, session, changed):
    changed(lambda: window.designer.adjust("blue_hair", 0.5))
    session.unpin_all()
    shown = session.character
    window.design.freeze.click()
    wanted = {control: option for control, option in shown.looks.items() if option is not None}
    assert session.pinned == wanted
    assert session.strengths["blue_hair"] == 0.5
    assert session.is_all_fixed(window.studio.manifest) is False
    window.designer.lock(True)
    assert session.is_all_fixed(window.studio.manifest)
    window.actions_.undo.trigger()
    window.actions_.undo.trigger()
    assert session.pinned == {}


def test_a_painted_bar_changes_that_component_only(qtbot, window, session, changed):
    bars = window.stage.noise.bars
    window.stage.noise.edit.click()
    before = session.character.recipe
    place = QPoint(int(bars.width() * 2.5 / before.z.size), 0)
    after = changed(lambda: qtbot.mouseClick(bars, Qt.MouseButton.LeftButton, pos=place)).recipe
    assert after.z[2] == pytest.approx(3.0)
    assert np.array_equal(np.delete(after.z, 2), np.delete(before.z, 2))
    assert after.seed is None
    assert after.strengths == before.strengths
    reset = changed(lambda: qtbot.mouseClick(bars, Qt.MouseButton.RightButton, pos=place))
    assert reset.recipe.z[2] == 0.0


def test_what_is_held_is_neither_painted_nor_varied_nor_drawn_anew(
    qtbot, window, session, generated, changed
):
    bars, z = window.stage.noise.bars, session.character.recipe.z
    window.stage.noise.edit.click()
    window.stage.noise.hold.click()
    qtbot.mousePress(bars, Qt.MouseButton.LeftButton, pos=QPoint(1, 20))
    QTest.mouseMove(bars, QPoint(int(bars.width() * 2.5 / z.size), 20))
    qtbot.mouseRelease(bars, Qt.MouseButton.LeftButton)
    assert session.setup.held == {0, 1, 2}
    window.stage.noise.hold.click()
    qtbot.mouseClick(bars, Qt.MouseButton.LeftButton, pos=QPoint(1, 0))
    varied = changed(lambda: window.stage.noise.vary.click()).recipe.z
    assert np.array_equal(varied[:3], z[:3])
    assert not np.any(varied[3:] == z[3:])
    generated(2)
    for row in range(2):
        drawn = window.studio.gallery.character(row).recipe
        assert np.array_equal(drawn.z[:3], z[:3])
        assert drawn.seed is None
    window.stage.noise.free.click()
    assert session.setup.held == frozenset()


def test_locked_noise_is_not_painted(qtbot, window, session):
    window.stage.noise.edit.click()
    window.stage.noise.lock.click()
    before = session.character
    bars = window.stage.noise.bars
    assert bars.cursor().shape() == Qt.CursorShape.ForbiddenCursor
    qtbot.mouseClick(bars, Qt.MouseButton.LeftButton, pos=QPoint(4, 2))
    QTest.qWait(200)
    assert session.character is before


def test_the_noise_is_changed_with_the_keyboard_alone(qtbot, window, session, changed):
    window.stage.noise.edit.click()
    bars, z = window.stage.noise.bars, session.character.recipe.z
    bars.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(bars, Qt.Key.Key_Right)
    after = changed(lambda: qtbot.keyClick(bars, Qt.Key.Key_Up))
    assert after.recipe.z[1] == pytest.approx(z[1] + 0.1)
    assert "Component 2 of 8" in bars.accessibleDescription()
    qtbot.keyClick(bars, Qt.Key.Key_Space)
    assert session.setup.held == {1}
    assert "held" in bars.accessibleDescription()


def test_the_noise_of_another_is_taken_but_for_what_is_held(window, session, generated, changed):
    generated(1)
    giver, own = window.studio.gallery.character(1), session.character.recipe
    window.studio.blend.set_start(giver)
    window.designer.hold({0})
    assert window.stage.noise.take_start.isEnabled()
    assert not window.stage.noise.take_end.isEnabled()
    after = changed(lambda: window.stage.noise.take_start.click()).recipe
    assert after.z[0] == own.z[0]
    assert np.array_equal(after.z[1:], giver.recipe.z[1:])
    assert after.strengths == own.strengths


def test_who_was_dressed_comes_back_after_generate_and_after_a_choice(
    qtbot, window, session, generated, changed
):
    dressed = changed(lambda: window.designer.perturb(0.5))
    generated(1)
    assert session.character is not dressed
    window.actions_.undo.trigger()
    assert session.character is dressed
    view = window.gallery.view
    first = view.visualRect(window.studio.gallery.index(0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=first)
    assert session.character.number != UNNUMBERED
    window.actions_.undo.trigger()
    assert session.character is dressed


def test_somebody_deleted_for_ever_comes_back_without_a_number(window, session, generated, changed):
    first = session.character
    generated(1)
    window.studio.choose(first)
    changed(lambda: window.designer.perturb(0.5))
    window.tidying.trash([first.number])
    window.tidying.empty_trash()
    session.history.undo()  # the trash
    session.history.undo()  # the noise
    assert np.array_equal(session.character.recipe.z, first.recipe.z)
    assert session.character.number == UNNUMBERED


def test_a_star_is_a_step(window, session):
    number = session.character.number
    window.actions_.star.trigger()
    window.actions_.undo.trigger()
    assert not window.studio.gallery.is_starred(number)
    window.actions_.redo.trigger()
    assert window.studio.gallery.is_starred(number)


def test_variety_shortens_the_noise_of_who_is_on_the_stage_and_of_the_next(
    qtbot, window, session, generated
):
    before = session.character
    window.design.fine.click()
    row = window.design.truncation
    assert (row.field.text(), row.chance.isEnabled()) == ("1.00", False)
    qtbot.mousePress(row.slider, Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    for value in (-10, -25, -40):
        row.slider.setValue(value)
    qtbot.mouseRelease(row.slider, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: session.character.recipe.truncation == 0.6)
    shorter = session.character
    assert np.array_equal(shorter.recipe.z, before.recipe.z)
    assert np.array_equal(shorter.pixels, window.studio.paint(shorter.recipe).pixels)
    assert window.actions_.undo.text() == "&Undo: Variety"
    generated(2)
    assert session.character.recipe.truncation == 0.6
    session.history.undo()
    session.history.undo()
    assert session.character is before
    assert (row.field.text(), row.chance.isEnabled()) == ("1.00", False)
    assert session.history.undo_text == ""


def test_variety_can_be_typed_and_goes_back_to_the_models_own(qtbot, window, session, changed):
    window.design.fine.click()
    row = window.design.truncation
    row.field.selectAll()
    qtbot.keyClicks(row.field, "7")
    after = changed(lambda: qtbot.keyClick(row.field, Qt.Key.Key_Return))
    assert after.recipe.truncation == 2.0
    after = changed(lambda: row.chance.click())
    assert (after.recipe.truncation, session.setup.truncation) == (1.0, None)


def test_noise_that_is_kept_keeps_its_truncation_until_another_is_set(window, session, generated):
    short = with_truncation(session.character.recipe, 0.5)
    session.show(window.studio.paint(short))
    window.designer.lock(True)
    generated(1)
    assert session.character.recipe.truncation == 0.5
    window.designer.truncate(0.8)
    generated(1)
    assert session.character.recipe.truncation == 0.8
    assert np.array_equal(session.character.recipe.z, short.z)


def test_the_setup_comes_back_with_the_next_window(qtbot, open_window):
    window = open_window()
    session = window.studio.session
    window.designer.adjust("blue_hair", 0.5)
    qtbot.waitUntil(lambda: session.character.number == UNNUMBERED)
    window.designer.hold({1, 2})
    window.designer.set_law(site())
    window.designer.truncate(0.75)
    qtbot.waitUntil(lambda: session.character.recipe.truncation == 0.75)
    window.designer.lock(True)
    on_stage = session.character
    window.close()
    again = open_window(wait=False)
    back = again.studio.session
    qtbot.waitUntil(lambda: back.character is not None)
    assert np.array_equal(back.character.pixels, on_stage.pixels)
    assert back.character.number == UNNUMBERED
    assert back.strengths == {"blue_hair": 0.5}
    assert back.setup.held == {1, 2}
    assert back.setup.law == site()
    assert back.setup.truncation == 0.75
    assert back.locked


def test_delete_in_the_noise_resets_a_component_and_trashes_nobody(qtbot, window, changed):
    window.activateWindow()
    window.stage.noise.edit.click()
    bars = window.stage.noise.bars
    bars.setFocus(Qt.FocusReason.TabFocusReason)
    after = changed(lambda: qtbot.keyClick(bars, Qt.Key.Key_Delete))
    assert after.recipe.z[0] == 0.0
    assert window.studio.gallery.rowCount() == 1


def test_keys_that_follow_quickly_add_up(qtbot, window, session):
    window.stage.noise.edit.click()
    bars, before = window.stage.noise.bars, float(session.character.recipe.z[0])
    bars.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(20):
        qtbot.keyClick(bars, Qt.Key.Key_Down)
        QTest.qWait(3)
    qtbot.waitUntil(lambda: session.setup.wanted is None)
    assert session.character.recipe.z[0] == pytest.approx(before - 2.0, abs=1e-4)


def test_each_of_two_quick_changes_is_undone_by_itself(qtbot, window, session):
    first = session.character
    hat = "off" if first.looks["hat"] == "on" else "on"
    glasses = "off" if first.looks["glasses"] == "on" else "on"
    window.designer.choose("hat", hat)
    window.designer.choose("glasses", glasses)
    session.history.undo()
    qtbot.waitUntil(lambda: session.character.looks["hat"] == hat)
    QTest.qWait(200)
    assert session.character.looks["glasses"] == first.looks["glasses"]
    assert session.pinned == {"hat": hat}


def test_what_was_undone_before_it_was_painted_comes_with_redo(qtbot, window, session):
    first = session.character
    hat = "off" if first.looks["hat"] == "on" else "on"
    window.designer.choose("hat", hat)
    session.history.undo()
    session.history.redo()
    qtbot.waitUntil(lambda: session.character.looks["hat"] == hat)
    assert session.setup.wanted is None


def test_who_comes_in_by_paste_or_blend_does_not_cost_who_was_dressed(
    window, session, generated, changed
):
    generated(1)
    dressed = changed(lambda: window.designer.perturb(0.5))
    window.desk.copy_recipe(window.studio.gallery.character(1))
    changed(window.actions_.paste.trigger)
    session.history.undo()
    assert session.character is dressed
    window.go_to(BLEND)
    window.studio.blend.set_start(window.studio.gallery.character(0))
    changed(lambda: window.studio.blend.set_end(window.studio.gallery.character(1)))
    changed(lambda: window.rooms.blend.slider.setValue(80))
    session.history.undo()
    QTest.qWait(200)
    assert session.character is dressed


def test_choosing_is_a_step_so_that_an_undo_never_jumps(window, session, generated):
    generated(1)
    first, second = session.character, window.studio.gallery.character(1)
    window.designer.lock(True)
    window.studio.choose(second)
    session.history.undo()
    assert (session.character, session.locked) == (first, True)
    session.history.undo()
    assert (session.character, session.locked) == (first, False)


def test_kept_noise_is_neither_varied_nor_taken(window, session, generated):
    generated(1)
    window.studio.blend.set_start(window.studio.gallery.character(1))
    window.designer.lock(True)
    before = session.character
    window.actions_.perturb.trigger()
    window.designer.take_noise(window.studio.blend.start)
    QTest.qWait(150)
    assert session.character is before
    assert "kept" in window.stage.banner.text


@pytest.mark.parametrize("typed", ["5000", "abc"])
def test_the_field_shows_what_holds(qtbot, window, session, typed):
    window.design.fine.click()
    row = window.design.strengths["hat"].rows["hat"]
    row.field.setFocus()
    row.field.selectAll()
    qtbot.keyClicks(row.field, typed)
    qtbot.keyClick(row.field, Qt.Key.Key_Return)
    strength = session.strengths.get("hat", session.character.recipe.strengths["hat"])
    assert row.field.text() == f"{2 * strength - 1:.2f}".replace("-", "\u2212")


def test_candidates_differ_in_their_noise_only_and_keep_what_is_held(window, session):
    manifest = window.studio.manifest
    session.hold({0, 3})
    (recipe,) = session.next_recipes(manifest, 1)
    candidates = session.candidates(recipe, 8)
    assert len(candidates) == 8
    assert len({one.z.tobytes() for one in candidates}) == 8
    for one in candidates:
        assert one.strengths == recipe.strengths
        assert np.array_equal(one.z[[0, 3]], recipe.z[[0, 3]])
