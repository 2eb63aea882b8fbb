"""Children by variation and by crossing, and the tree of who comes from whom."""

from dataclasses import replace
from functools import partial

import numpy as np
import pytest
from PySide6.QtCore import Qt

from girlsmoe_desktop.core.recipe import with_option
from girlsmoe_desktop.state.family import WIDEST, Family, difference
from girlsmoe_desktop.views.family_view import Node
from girlsmoe_desktop.views.places import FAMILY


@pytest.fixture
def studio(window):
    return window.studio


@pytest.fixture
def panel(window):
    window.go_to(FAMILY)
    return window.rooms.family_panel


@pytest.fixture
def made(qtbot, studio):
    """Does something and returns those who are made by it."""

    def wait_for(action, count):
        before = studio.gallery.rowCount()
        action()
        qtbot.waitUntil(lambda: studio.gallery.rowCount() == before + count)
        qtbot.waitUntil(lambda: not studio.is_busy)
        return [studio.gallery.character(row) for row in range(count)]

    return wait_for


def shown(window):
    return sorted(node.character.number for node in window.rooms.family_view.nodes)


def test_variations_are_children_that_differ_in_their_noise_only(window, studio, panel, made):
    first = studio.session.character
    panel.count.set_count(3)
    children = made(panel.vary.click, 3)
    for child in children:
        assert child.parents == (first.number,)
        assert child.recipe.strengths == first.recipe.strengths
        assert not np.array_equal(child.recipe.z, first.recipe.z)
    assert studio.session.character.number == children[0].number
    assert shown(window) == [first.number]
    window.actions_.undo.trigger()
    assert studio.session.character is first
    assert shown(window) == [child.number for child in children]


def test_a_cross_has_each_trait_from_either_parent(window, studio, panel, made, generated):
    generated(1)
    one, two = studio.gallery.character(0), studio.gallery.character(1)
    studio.choose(two)
    panel.partner.take.click()
    assert not panel.cross.isEnabled()
    studio.choose(one)
    panel.count.set_count(4)
    for child in made(panel.cross.click, 4):
        assert set(child.parents) == {one.number, two.number}
        from_one, from_two = child.recipe.z == one.recipe.z, child.recipe.z == two.recipe.z
        assert (from_one | from_two).all()
        for control in studio.manifest.controls:
            own = [child.recipe.strengths[label] for label in control.labels]
            assert own in (
                [one.recipe.strengths[label] for label in control.labels],
                [two.recipe.strengths[label] for label in control.labels],
            )
    assert shown(window) == sorted([one.number, two.number])


def test_who_is_dressed_and_kept_is_a_child_too(qtbot, window, studio):
    first = studio.session.character
    hat = "off" if first.looks["hat"] == "on" else "on"
    window.designer.choose("hat", hat)
    qtbot.waitUntil(lambda: studio.session.character is not first)
    dressed = studio.session.character
    window.designer.perturb(0.3)
    qtbot.waitUntil(lambda: studio.session.character is not dressed)
    window.stage.keep.click()
    assert studio.session.character.parents == (first.number,)


def test_anybody_in_the_tree_can_be_gone_back_to(qtbot, window, studio, panel, made):
    first = studio.session.character
    panel.count.set_count(2)
    made(panel.vary.click, 2)
    (parent,) = window.rooms.family_view.nodes
    assert isinstance(parent, Node)
    assert parent.accessibleName().startswith(f"{window.stage.portrait.accessibleName()[:1]}")
    qtbot.keyClick(parent, Qt.Key.Key_Return)
    assert studio.session.character.number == first.number


def test_the_tree_takes_the_portraits_place_and_gives_it_back(window, panel):
    assert window.rooms.family_view.isVisible()
    assert window.gallery.isVisible()
    assert not window.stage.portrait.isVisible()
    window.go_to(0)
    assert window.stage.portrait.isVisible()
    assert panel is not None


def test_three_generations_are_shown_and_what_is_more_is_counted(window, studio, made):
    family = Family(studio)
    line = [studio.session.character]
    for _ in range(5):
        line += made(partial(family.vary, line[-1], 1, 0.2), 1)
    tree = family.tree(line[-1])
    assert [[one.number for one in row.members] for row in tree.ancestors] == [
        [line[-4].number], [line[-3].number], [line[-2].number]
    ]  # fmt: skip
    made(lambda: family.vary(line[0], WIDEST + 2, 0.2), WIDEST + 2)
    below = family.tree(line[0]).descendants[0]
    assert (len(below.members), below.more) == (WIDEST, 3)
    assert window is not None


def test_characters_of_another_model_have_no_children_here(window, studio):
    other = studio.session.character
    foreign = replace(other, recipe=replace(other.recipe, model_sha256="0" * 64))
    Family(studio).vary(foreign, 1, 0.5)
    assert "Open the model" in window.stage.banner.text
    Family(studio).cross(other, foreign, 1)
    assert "different models" in window.stage.banner.text
    strange = replace(foreign, recipe=replace(foreign.recipe, strengths={"dark_skin": 1.0}))
    Family(studio).cross(strange, strange, 1)
    assert "Open the model" in window.stage.banner.text


def test_the_difference_is_told_in_a_few_words(window, studio):
    first, manifest = studio.session.character, studio.manifest
    assert difference(first, first) == "The same"
    hat = "off" if first.looks["hat"] == "on" else "on"
    recipe = with_option(first.recipe, manifest.control("hat"), hat)
    changed = replace(first, recipe=recipe, looks=recipe.options(manifest))
    assert difference(changed, first) == ("Hat" if hat == "on" else "No hat")
    turned = replace(first, recipe=replace(first.recipe, z=-first.recipe.z))
    assert difference(turned, first) == "Another face"
    assert window is not None
