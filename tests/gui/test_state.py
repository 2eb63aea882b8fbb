import numpy as np
import pytest
from PySide6.QtCore import QModelIndex, Qt

from girlsmoe_desktop.core.character import painted
from girlsmoe_desktop.core.recipe import blend, make_recipe
from girlsmoe_desktop.runtime.generator import Generator
from girlsmoe_desktop.state import words
from girlsmoe_desktop.state.blend import Blend
from girlsmoe_desktop.state.gallery_model import GalleryModel
from girlsmoe_desktop.state.search import looks_of
from girlsmoe_desktop.state.session import Session
from girlsmoe_desktop.state.settings import DEFAULT_COUNT, Settings
from girlsmoe_desktop.store.database import usual_path
from girlsmoe_desktop.store.gallery import Place, Query, open_gallery


@pytest.fixture
def manifest(tiny_model):
    return tiny_model.manifest


@pytest.fixture
def character(tiny_model):
    generator = Generator(tiny_model)

    def make(seed=1, **pinned):
        recipe = make_recipe(tiny_model.manifest, seed, pinned)
        return painted(tiny_model.manifest, recipe, generator.paint([recipe])[0])

    return make


def test_pins_are_honoured_and_let_go(manifest):
    session = Session()
    session.pin("hair_color", "silver")
    session.pin("smile", "on")
    for recipe in session.next_recipes(manifest, 5):
        shown = recipe.options(manifest)
        assert (shown["hair_color"], shown["smile"]) == ("silver", "on")
    session.pin("smile", None)
    assert session.pinned == {"hair_color": "silver"}
    session.unpin_all()
    assert session.pinned == {}


def test_the_lock_keeps_noise_and_seed_while_labels_vary(manifest, character):
    session = Session()
    session.show(character())
    session.set_locked(True)
    recipes = session.next_recipes(manifest, 20)
    kept = session.character.recipe
    assert all(np.array_equal(recipe.z, kept.z) for recipe in recipes)
    assert {recipe.seed for recipe in recipes} == {kept.seed}
    assert len({recipe.on for recipe in recipes}) > 1


def test_the_lock_keeps_the_noise_of_a_blend_which_has_no_seed(manifest, character):
    between = blend(character(1).recipe, character(2).recipe, 0.3)
    session = Session()
    session.show(painted(manifest, between, np.zeros((16, 16, 3), np.uint8)))
    session.set_locked(True)
    recipe = session.next_recipes(manifest, 1)[0]
    assert np.array_equal(recipe.z, between.z)
    assert recipe.seed is None
    assert set(recipe.strengths.values()) <= {0.0, 1.0}


def test_without_the_lock_every_character_has_noise_of_its_own(manifest):
    recipes = Session().next_recipes(manifest, 3)
    assert len({recipe.z.tobytes() for recipe in recipes}) == 3


@pytest.fixture
def gallery():
    opened = open_gallery(usual_path())
    yield GalleryModel(opened.gallery)
    opened.gallery.close()


def shown(gallery):
    return [gallery.character(row).number for row in range(gallery.rowCount())]


def test_the_gallery_numbers_what_it_gets(qtmodeltester, gallery, character):
    batch = gallery.new_batch()
    first = gallery.insert([character(1), character(2)], batch)
    (newest,) = gallery.insert([character(3)], gallery.new_batch())
    assert [c.number for c in first] == [1, 2]
    assert shown(gallery) == [3, 1, 2]
    gallery.insert([character(4)], batch)
    assert shown(gallery) == [3, 1, 2, 4]
    assert gallery.row_of(newest) == 0
    assert gallery.row_of(character(3)) is None
    assert gallery.data(QModelIndex()) is None
    qtmodeltester.check(gallery, force_py=True)


def test_what_is_shown_of_the_gallery_is_what_is_kept(gallery, character):
    gallery.insert([character(1), character(2)], gallery.new_batch())
    gallery.insert([character(3)], gallery.new_batch())
    gallery.trash([gallery.number(0)])
    again = GalleryModel(gallery.gallery)
    assert shown(again) == shown(gallery) == [1, 2]
    assert np.array_equal(again.character(0).pixels, gallery.character(0).pixels)


def test_a_narrowed_gallery_gets_only_who_belongs_there(gallery, character):
    gallery.look_for(Query(looks=(frozenset({("hat", "on")}),)))
    gallery.insert([character(1, hat="on"), character(2, hat="off")], gallery.new_batch())
    assert shown(gallery) == [1]
    gallery.look_for(Query())
    assert shown(gallery) == [1, 2]


def test_who_loses_the_star_leaves_those_with_one(qtbot, gallery, character):
    gallery.insert([character(1), character(2)], gallery.new_batch())
    with qtbot.waitSignal(gallery.dataChanged):
        gallery.set_starred([gallery.number(1)], True)
    index = gallery.index(1)
    assert index.data(GalleryModel.STARRED)
    assert "star" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    gallery.look_for(Query(Place.STARRED))
    assert shown(gallery) == [2]
    gallery.set_starred([gallery.number(0)], False)
    assert shown(gallery) == []


def test_many_go_to_the_trash_at_once(gallery, character):
    gallery.insert([character(1)] * 250, gallery.new_batch())
    gallery.trash(range(2, 250))
    assert shown(gallery) == [1, 250]


def test_somebody_who_can_t_be_read_is_shown_as_nobody(gallery, character):
    gallery.insert([character(1)], gallery.new_batch())
    gallery.gallery._database.execute("DELETE FROM picture")
    assert GalleryModel(gallery.gallery).index(0).data(GalleryModel.CHARACTER) is None


def test_only_so_many_stay_in_memory(gallery, character, monkeypatch):
    monkeypatch.setattr("girlsmoe_desktop.state.gallery_model._READ_AT_MOST", 3)
    gallery.insert([character(seed) for seed in range(1, 9)], gallery.new_batch())
    assert shown(gallery) == list(range(1, 9))
    assert len(gallery._read) == 3


def test_looks_are_found_by_their_words(manifest):
    known = [(c.id, option) for c in manifest.controls for option in c.option_ids]
    find = lambda text: looks_of(text, known)  # noqa: E731
    blue_hair, blue_eyes = ("hair_color", "blue"), ("eye_color", "blue")
    assert find("") == ()
    assert find("blue") == ({blue_hair, blue_eyes},)
    assert find("Blue HAIR") == ({blue_hair},)
    assert find("blue hair blue ey") == ({blue_hair}, {blue_eyes})
    assert find("silver gla") == ({("hair_color", "silver")}, {("glasses", "on")})
    assert find("open mouth") == ({("open_mouth", "on")},)
    assert find("wings") == (frozenset(),)


def test_swapping_the_ends_keeps_the_picture(character):
    way = Blend()
    assert way.recipe() is None
    way.set_start(character(1))
    way.set_end(character(2))
    way.share = 0.3
    before = way.recipe()
    way.swap()
    assert way.share == pytest.approx(0.7)
    assert np.allclose(way.recipe().z, before.z, atol=1e-6)


def test_words_say_what_a_character_looks_like(manifest, character):
    someone = character(hair_color="silver", hair_style="twintails", eye_color="red", hat="on")
    assert words.title(someone) == "Silver"
    assert words.description(someone).startswith("Silver hair · Twintails · Red eyes")
    assert "Hat" in words.description(someone)
    mixture = painted(
        manifest, blend(someone.recipe, character(2, hat="off").recipe, 0.5), someone.pixels
    )
    assert words.title(mixture) == "Mixture"
    assert words.name("paw_colour") == "Paw colour"


def test_every_id_of_the_paper_has_words(manifest):
    for control in manifest.controls:
        assert words.name(control.id) in words._WORDS
        for option in control.option_ids:
            known = (*words._WORDS, *words._OF_HAIR, *words._OF_EYES)
            assert words.option_name(control.id, option) in known


@pytest.mark.parametrize("stored", ["0", "65", "many", ""])
def test_a_damaged_count_reads_as_the_default(stored):
    settings = Settings()
    settings._store.setValue("generate/count", stored)
    assert settings.count == DEFAULT_COUNT


def test_words_leave_out_what_is_mixed(manifest, character):
    one = character(hair_color="silver", hat="on")
    two = character(2, hair_color="blue", hat="on")
    between = painted(manifest, blend(one.recipe, two.recipe, 0.5), one.pixels)
    assert between.looks["hair_color"] is None
    assert words.title(between) == "Mixture"
    described = words.description(between)
    assert "hair" not in described
    assert "Hat" in described
