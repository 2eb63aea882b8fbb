import numpy as np
import pytest

from girlsmoe_desktop.core.attributes import LABELS
from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.recipe import make_recipe
from girlsmoe_desktop.runtime.generator import Generator
from girlsmoe_desktop.runtime.reader import Reader, find_reader


def test_it_is_found_by_the_labels_that_it_reads(tiny_tagger):
    assert find_reader(LABELS) == tiny_tagger
    assert find_reader(("dark_skin",)) is None


def test_it_reads_what_was_painted_at_whatever_size(tiny_tagger, tiny_model):
    recipes = [make_recipe(tiny_model.manifest, seed, {}) for seed in range(40)]
    pixels = Generator(tiny_model).paint(recipes)
    reader = Reader(tiny_tagger)
    seen = reader.read(pixels)
    meant = np.array([[recipe.strengths[label] for label in LABELS] for recipe in recipes])
    assert seen.shape == (40, len(LABELS))
    assert ((seen > 0.5) == (meant > 0.5)).mean() > 0.9
    large = np.repeat(np.repeat(pixels, 2, axis=1), 2, axis=2)
    assert np.allclose(reader.read(large), seen, atol=1e-5)
    assert reader.read(pixels[:0]).shape == (0, len(LABELS))


def test_damaged_weights_are_refused(tiny_tagger):
    (tiny_tagger / "tagger.onnx").write_bytes(b"pickle")
    with pytest.raises(UserError, match="damaged"):
        Reader(tiny_tagger)
