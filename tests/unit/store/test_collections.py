"""Collections on the disk: named, filled, emptied, and never a character lost."""

import sqlite3

import numpy as np
import pytest

from girlsmoe_desktop.core.character import painted
from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.recipe import make_recipe
from girlsmoe_desktop.store.database import FILE
from girlsmoe_desktop.store.gallery import Order, Query, open_gallery


@pytest.fixture
def made(tiny_model):
    """Makes a character of a seed."""
    manifest = tiny_model.manifest

    def make(seed, **pinned):
        pixels = np.full((16, 16, 3), seed, np.uint8)
        return painted(manifest, make_recipe(manifest, seed, pinned), pixels)

    return make


@pytest.fixture
def gallery(tmp_path, made):
    opened = open_gallery(tmp_path / FILE).gallery
    opened.add([made(1, hair_color="red"), made(2, hair_color="blue")], 1)
    opened.add([made(3, hair_color="aqua")], 2)
    yield opened
    opened.close()


def found(gallery, **query):
    return gallery.find(Query(**query)).tolist()


def test_characters_may_be_in_several_and_stay_when_a_collection_goes(gallery):
    store = gallery.collections
    heroes, rivals = store.make("  Her\x00oes\udc80 "), store.make("悪役 ♥")
    assert [one.name for one in store.all()] == ["Heroes", "悪役 ♥"]
    store.add(heroes.id, [1, 3])
    store.add(rivals.id, [3, 2])
    assert found(gallery, collection=heroes.id) == [3, 1]
    assert found(gallery, collection=rivals.id) == [3, 2]
    store.remove(heroes.id, [3, 99])
    assert store.members(heroes.id) == {1}
    store.delete(rivals.id)
    assert [one.name for one in store.all()] == ["Heroes"]
    assert found(gallery) == [3, 1, 2]


@pytest.mark.parametrize("name", ["", "   ", "x" * 61, "\u200b\u200d", "\x00", "\udc80"])
def test_names_have_a_length(gallery, name):
    with pytest.raises(UserError, match="1 to 60 letters"):
        gallery.collections.make(name)


def test_no_two_have_a_name_that_people_would_take_for_the_same(gallery):
    store = gallery.collections
    one, other = store.make("Straße"), store.make("Other")
    for name in ("STRASSE", " straße"):
        with pytest.raises(UserError, match="already a collection"):
            store.make(name)
        with pytest.raises(UserError, match="already a collection"):
            store.rename(other.id, name)
    store.rename(one.id, "STRASSE")
    assert [each.name for each in store.all()] == ["Other", "STRASSE"]


def test_whoever_is_deleted_for_ever_is_in_no_collection(gallery):
    store = gallery.collections
    heroes = store.make("Heroes")
    store.add(heroes.id, [1, 2, 77])
    assert store.members(heroes.id) == {1, 2}
    gallery.trash([1])
    assert found(gallery, collection=heroes.id) == [2]
    gallery.bring_back([1])
    assert found(gallery, collection=heroes.id) == [1, 2]
    gallery.trash([1])
    gallery.empty_trash()
    assert store.members(heroes.id) == {2}


def test_everyone_can_be_had_in_each_order(gallery):
    gallery.set_starred([2], True)
    assert found(gallery, order=Order.NEWEST) == [3, 1, 2]
    assert found(gallery, order=Order.OLDEST) == [1, 2, 3]
    assert found(gallery, order=Order.STARRED) == [2, 3, 1]
    assert found(gallery, order=Order.HAIR) == [3, 2, 1]  # aqua, blue, red


def test_a_gallery_of_the_second_version_learns_collections(tmp_path, made):
    path = tmp_path / FILE
    old = open_gallery(path).gallery
    old.add([made(1)], 1)
    old.close()
    with sqlite3.connect(path) as database:
        database.executescript(
            "DROP TABLE member; DROP TABLE collection; DROP INDEX character_starred;"
            "PRAGMA user_version = 2;"
        )
    database.close()
    opened = open_gallery(path)
    assert opened.problem is None
    heroes = opened.gallery.collections.make("Heroes")
    opened.gallery.collections.add(heroes.id, [1])
    assert opened.gallery.find(Query(collection=heroes.id)).tolist() == [1]
    opened.gallery.close()
    again = open_gallery(path).gallery
    assert again.collections.members(heroes.id) == {1}
    again.close()
