"""Parents and children, and galleries from before there were any."""

import sqlite3
from dataclasses import replace

import numpy as np
import pytest

from girlsmoe_desktop.core.character import descended, painted
from girlsmoe_desktop.core.recipe import make_recipe
from girlsmoe_desktop.store.database import FILE, VERSION
from girlsmoe_desktop.store.gallery import open_gallery


@pytest.fixture
def character(tiny_model):
    def make(seed=1):
        recipe = make_recipe(tiny_model.manifest, seed, {})
        return painted(tiny_model.manifest, recipe, np.zeros((16, 16, 3), np.uint8))

    return make


@pytest.fixture
def gallery(tmp_path):
    opened = open_gallery(tmp_path / FILE)
    yield opened.gallery
    opened.gallery.close()


def test_a_child_knows_its_parents_and_they_their_children(gallery, character):
    one, two = gallery.add([character(1), character(2)], 1)
    (child,) = gallery.add([descended(character(3), one, two)], 2)
    assert gallery.read(child.number).parents == (one.number, two.number)
    assert gallery.children(one.number) == [child.number]
    assert gallery.parents(one.number) == []


def test_who_is_not_in_the_gallery_hands_on_its_parents(gallery, character):
    (one,) = gallery.add([character(1)], 1)
    between = descended(character(2), one)
    assert descended(character(3), between).parents == (one.number,)
    assert descended(character(3), between, one).parents == (one.number,)


def test_those_in_the_trash_or_gone_for_ever_are_no_kin(gallery, character):
    one, two = gallery.add([character(1), character(2)], 1)
    (child,) = gallery.add([descended(character(3), one, two)], 2)
    gallery.trash([one.number])
    assert gallery.parents(child.number) == [two.number]
    gallery.bring_back([one.number])
    assert gallery.parents(child.number) == [one.number, two.number]
    gallery.trash([one.number])
    gallery.empty_trash()
    assert gallery.read(child.number).parents == (two.number,)
    (late,) = gallery.add([replace(character(4), parents=(one.number, two.number))], 3)
    assert gallery.parents(late.number) == [two.number]


def test_a_gallery_of_the_first_version_is_brought_up_to_date(tmp_path, character):
    path = tmp_path / FILE
    old = open_gallery(path).gallery
    (kept,) = old.add([character(1)], 1)
    old.close()
    database = sqlite3.connect(path)
    database.executescript(
        "DROP TABLE parent; DROP TABLE member; DROP TABLE collection;"
        "DROP INDEX character_starred; PRAGMA user_version = 1;"
    )
    database.close()
    opened = open_gallery(path)
    assert opened.problem is None
    assert opened.gallery.read(kept.number).recipe.seed == 1
    (child,) = opened.gallery.add([descended(character(2), kept)], 2)
    assert opened.gallery.parents(child.number) == [kept.number]
    opened.gallery.close()
    database = sqlite3.connect(path)
    assert database.execute("PRAGMA user_version").fetchone() == (VERSION,)
    database.close()
