import os
import signal
import sqlite3
import subprocess
import sys
import textwrap

import numpy as np
import pytest

from girlsmoe_desktop.core.character import painted
from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.recipe import make_recipe
from girlsmoe_desktop.store.database import FILE, VERSION, open_database, usual_path
from girlsmoe_desktop.store.gallery import Gallery, Place, Query, open_gallery


@pytest.fixture
def character(tiny_model):
    def make(seed=1, **pinned):
        recipe = make_recipe(tiny_model.manifest, seed, pinned)
        pixels = np.random.default_rng(seed).integers(0, 256, (16, 16, 3), dtype=np.uint8)
        return painted(tiny_model.manifest, recipe, pixels)

    return make


@pytest.fixture
def path(tmp_path):
    return tmp_path / "ギャラリー 🙂" / FILE


@pytest.fixture
def opened(path):
    """Opens the gallery of the path, as often as one likes."""
    galleries = []

    def open_():
        result = open_gallery(path)
        galleries.append(result.gallery)
        return result

    yield open_
    for gallery in galleries:
        gallery.close()


@pytest.fixture
def gallery(opened):
    result = opened()
    assert result.problem is None
    return result.gallery


def numbers(gallery, *query):
    return gallery.find(Query(*query)).tolist()


def test_a_character_comes_back_exactly(gallery, character, opened):
    (kept,) = gallery.add([character(3, hair_color="silver")], gallery.new_batch())
    gallery.close()
    again = opened().gallery
    back = again.read(kept.number)
    assert back.number == kept.number == 1
    assert np.array_equal(back.pixels, kept.pixels)
    assert np.array_equal(back.recipe.z, kept.recipe.z)
    assert back.recipe.strengths == kept.recipe.strengths
    assert back.recipe.seed == 3
    assert list(back.looks.items()) == list(kept.looks.items())
    assert again.has(kept.recipe)
    assert not again.has(character(4).recipe)


def test_the_latest_batch_comes_first_and_grows_at_its_end(gallery, character):
    first, second = gallery.new_batch(), gallery.new_batch() + 1
    gallery.add([character(1), character(2)], first)
    gallery.add([character(3)], second)
    gallery.add([character(4)], first)
    assert numbers(gallery) == [3, 1, 2, 4]
    assert gallery.find(Query())[0] == 3
    assert gallery.batch(3) == second
    assert gallery.new_batch() == second + 1


def test_who_is_looked_for_shows_one_look_of_each_set(gallery, character):
    gallery.add(
        [
            character(1, hair_color="silver", hat="on"),
            character(2, hair_color="silver", hat="off"),
            character(3, hair_color="blue", hat="on"),
        ],
        1,
    )
    silver, blue = ("hair_color", "silver"), ("hair_color", "blue")
    hat = frozenset({("hat", "on")})
    find = lambda *looks: numbers(gallery, Place.EVERYONE, looks)  # noqa: E731
    assert find(frozenset({silver})) == [1, 2]
    assert find(frozenset({silver}), hat) == [1]
    assert find(frozenset({silver, blue}), hat) == [1, 3]
    assert find(frozenset()) == []


def test_stars_protect_from_the_trash_and_numbers_are_never_used_again(gallery, character):
    gallery.add([character(seed) for seed in (1, 2, 3)], 1)
    gallery.set_starred([2], True)
    gallery.trash([2, 3])
    assert numbers(gallery) == [1, 2]
    assert numbers(gallery, Place.STARRED) == [2]
    assert numbers(gallery, Place.TRASH) == [3]
    gallery.bring_back([3])
    assert numbers(gallery) == [1, 2, 3]
    gallery.trash([3])
    gallery.empty_trash()
    assert numbers(gallery, Place.TRASH) == []
    with pytest.raises(UserError, match="no character 3"):
        gallery.read(3)
    (newest,) = gallery.add([character(4)], 2)
    assert newest.number == 4


def test_emptying_the_trash_leaves_nothing_of_anybody(gallery, path, character):
    gallery.add([character(1), character(2)], 1)
    gallery.trash([1])
    gallery.empty_trash()
    with sqlite3.connect(path) as database:
        for table in ("picture", "look", "character"):
            rows = database.execute(f"SELECT DISTINCT number FROM {table}").fetchall()
            assert rows == [(2,)], table
    database.close()


def test_more_than_one_statement_can_name(gallery, character):
    gallery.add([character(1)] * 1_203, 1)
    gallery.set_starred(range(1, 1_203), True)
    assert len(gallery.starred()) == 1_202


def test_notes_are_remembered(gallery):
    assert gallery.recall("session") is None
    gallery.remember("session", {"locked": True})
    gallery.remember("session", {"locked": False, "pinned": {"hat": "on"}})
    assert gallery.recall("session") == {"locked": False, "pinned": {"hat": "on"}}


def test_a_batch_is_kept_whole_or_not_at_all(gallery, character):
    broken = character(2)
    object.__setattr__(broken, "looks", {"hat": ["on"]})
    with pytest.raises(UserError, match="can't be used"):
        gallery.add([character(1), broken], 1)
    assert numbers(gallery) == []


def test_a_killed_program_loses_nothing_that_was_kept(path, opened):
    code = textwrap.dedent(
        """
        import pathlib, sys, time
        import numpy as np
        from girlsmoe_desktop.core.character import Character
        from girlsmoe_desktop.core.latent import normals
        from girlsmoe_desktop.core.recipe import Recipe
        from girlsmoe_desktop.store.gallery import open_gallery
        gallery = open_gallery(pathlib.Path(sys.argv[1])).gallery
        for seed in range(1_000):
            recipe = Recipe("tiny", "0" * 64, normals(seed, 8), {"hat": 1.0}, seed)
            gallery.add([Character(recipe, np.zeros((16, 16, 3), np.uint8), {"hat": "on"})], seed)
            print(seed, flush=True)
        """
    )
    command = [sys.executable, "-c", code, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        last = 0
        while last < 25:
            last = int(program.stdout.readline())
        program.send_signal(signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
    gallery = opened().gallery
    assert len(gallery.find(Query())) >= 26
    assert gallery.read(1).recipe.seed == 0
    gallery.close()


def test_a_damaged_file_is_kept_aside_and_a_new_gallery_begun(path, character, opened):
    path.parent.mkdir()
    path.write_bytes(b"this is no database" * 400)
    result = opened()
    assert "damaged" in str(result.problem)
    (aside,) = path.parent.glob("*damaged*")
    assert aside.read_bytes() == b"this is no database" * 400
    result.gallery.add([character()], 1)
    result.gallery.close()
    assert len(opened().gallery.find(Query())) == 1


def test_a_newer_gallery_is_left_alone(path, character, opened):
    gallery = opened().gallery
    gallery.add([character()], 1)
    gallery.close()
    with sqlite3.connect(path) as database:
        database.execute(f"PRAGMA user_version = {VERSION + 1}")
    database.close()
    before = path.read_bytes()
    result = opened()
    assert "newer" in str(result.problem)
    assert not result.gallery.is_kept
    result.gallery.add([character(2)], 1)
    assert path.read_bytes() == before


def test_another_programs_database_is_left_alone(path, opened):
    path.parent.mkdir()
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE songs (name TEXT)")
    database.close()
    before = path.read_bytes()
    assert "another program" in str(opened().problem)
    assert path.read_bytes() == before


def test_a_locked_gallery_is_told(path, character, monkeypatch, opened):
    gallery = opened().gallery
    monkeypatch.setattr("girlsmoe_desktop.store.database._PATIENCE_S", 0.05)
    mine = open_database(path)
    gallery._database.execute("BEGIN EXCLUSIVE")
    with pytest.raises(UserError, match="in use by another program"):
        Gallery(mine, path).add([character()], 1)
    gallery._database.rollback()
    gallery.close()
    mine.close()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write all")
def test_a_folder_that_can_t_be_written_is_told(path, opened):
    path.parent.mkdir()
    path.parent.chmod(0o500)
    result = opened()
    assert "write" in str(result.problem)
    assert not result.gallery.is_kept
    path.parent.chmod(0o700)


def test_where_a_folder_is_in_the_way_the_gallery_lasts_as_long_as_the_window(
    path, character, opened
):
    path.mkdir(parents=True)
    result = opened()
    assert str(path) in str(result.problem)
    assert "save those you like" in str(result.problem)
    assert result.gallery.add([character()], 1)[0].number == 1


def test_a_full_disk_keeps_what_was_there(gallery, character):
    gallery.add([character(1)], 1)
    (pages,) = gallery._database.execute("PRAGMA page_count").fetchone()
    gallery._database.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(UserError, match="no room left"):
        gallery.add([character(seed) for seed in range(2, 60)], 2)
    assert numbers(gallery) == [1]
    assert gallery.read(1).recipe.seed == 1


def test_a_damaged_picture_is_told(gallery, character):
    gallery.add([character(1)], 1)
    gallery._database.execute("UPDATE picture SET data = x'00'")
    with pytest.raises(UserError, match="character 1 is damaged"):
        gallery.read(1)


@pytest.mark.usefixtures("isolated_home")
def test_it_lies_in_the_users_own_folder():
    assert usual_path().name == FILE
    assert "home" in str(usual_path())
