"""The models that ship with the program keep what their manifests and cards promise."""

import numpy as np
import pytest

from girlsmoe_desktop import resources
from girlsmoe_desktop.core.manifest import KIND, kind_of
from girlsmoe_desktop.core.pictures import load_png
from girlsmoe_desktop.core.recipe import make_recipe, with_truncation
from girlsmoe_desktop.core.tagger import KIND as TAGGER
from girlsmoe_desktop.runtime.generator import Generator
from girlsmoe_desktop.runtime.library import open_model
from girlsmoe_desktop.runtime.reader import Reader, find_reader

MANIFESTS = sorted((resources.assets() / "models").glob("*/model.json"))
FOLDERS = [path.parent for path in MANIFESTS if kind_of(path) == KIND]
TAGGERS = [path.parent for path in MANIFESTS if kind_of(path) == TAGGER]
MAX_TAGGER_BYTES = 12 * 10**6
MAX_ONNX_BYTES = 10 * 10**6


@pytest.fixture(scope="module", params=FOLDERS, ids=lambda folder: folder.name)
def generator(request):
    return Generator(open_model(str(request.param)))


@pytest.fixture
def folder(generator):
    return resources.assets() / "models" / generator.manifest.id


def paint(generator, seeds, **pinned):
    return generator.paint([make_recipe(generator.manifest, s, pinned) for s in seeds])


def test_at_least_one_model_is_bundled():
    assert FOLDERS


def test_it_is_light_and_says_what_it_is(generator, folder):
    assert (folder / "generator.onnx").stat().st_size < MAX_ONNX_BYTES
    card = (folder / "card.md").read_text(encoding="utf-8")
    assert generator.manifest.version in card
    assert "free for any use" in card.lower()
    assert ("preview" in card.lower()) == generator.manifest.preview


def test_its_sample_is_painted_again(generator, folder):
    pixels, recipe = load_png(folder / "sample.png")
    again = generator.paint([recipe])[0]
    assert int(np.abs(pixels.astype(int) - again.astype(int)).max()) <= 1


def test_characters_differ_and_stand_on_white(generator):
    pictures = paint(generator, range(32)).astype(float)
    assert pictures.std(axis=0).mean() > 15  # a collapsed generator gives nearly 0
    corners = pictures[:, :4, :4].mean()
    assert corners > 235


def hair(pictures):
    """The part of the picture that hair fills: its top, between the corners, without white."""
    size = pictures.shape[1]
    top = pictures[:, size // 16 : size // 4, size // 4 : -size // 4].reshape(-1, 3).astype(float)
    return top[top.min(axis=1) < 235].mean(axis=0)


def test_hair_has_the_colour_that_was_asked_for(generator):
    seeds = range(12)
    red, green, blue = (
        hair(paint(generator, seeds, hair_color=color, hat="off"))
        for color in ("red", "green", "blue")
    )
    assert (int(red.argmax()), int(green.argmax()), int(blue.argmax())) == (0, 1, 2)
    black, white = (
        hair(paint(generator, seeds, hair_color=color, hat="off")).mean()
        for color in ("black", "white")
    )
    assert white - black > 80


@pytest.mark.parametrize("control_id", ["hat", "ribbon", "glasses", "open_mouth"])
def test_a_switch_changes_the_picture(generator, control_id):
    off, on = (paint(generator, range(8), **{control_id: v}).astype(int) for v in ("off", "on"))
    changed = (np.abs(off - on).max(axis=3) > 24).mean(axis=(1, 2))
    assert float(np.median(changed)) > 0.005


@pytest.mark.parametrize("folder", TAGGERS, ids=lambda folder: folder.name)
def test_a_bundled_tagger_is_light_and_says_how_often_it_is_right(folder):
    reader = Reader(folder)
    assert (folder / "tagger.onnx").stat().st_size < MAX_TAGGER_BYTES
    assert set(reader.manifest.accuracy) == set(reader.manifest.labels)
    assert min(reader.manifest.accuracy.values()) > 0.9
    assert "free for any use" in (folder / "card.md").read_text(encoding="utf-8").lower()


def test_the_default_model_has_a_tagger_that_reads_its_attributes(generator):
    folder = find_reader(generator.manifest.labels)
    assert folder in TAGGERS
    assert folder.name == "tagger-64"  # not the one for faces: it would judge what it labelled
    reader = Reader(folder)
    recipes = [make_recipe(generator.manifest, seed, {}) for seed in range(40)]
    seen = reader.read(generator.paint(recipes)) > 0.5
    labels = reader.manifest.labels
    meant = np.array([[recipe.strengths[label] > 0.5 for label in labels] for recipe in recipes])
    assert (seen == meant).mean() > 0.93


def test_a_character_moves_smoothly_with_its_truncation(generator):
    whole = make_recipe(generator.manifest, 7, {})
    way = [with_truncation(whole, step / 50) for step in range(15, 76)]
    pictures = generator.paint(way).astype(float)
    steps = np.abs(np.diff(pictures, axis=0)).mean(axis=(1, 2, 3))
    others = paint(generator, range(8, 16)).astype(float)
    apart = np.abs(others - generator.paint([whole])[0].astype(float)).mean(axis=(1, 2, 3))
    assert steps.max() < 0.1 * apart.min()
    assert np.abs(pictures[-1] - pictures[0]).mean() > 5 * steps.max()
