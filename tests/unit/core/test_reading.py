import numpy as np
import pytest

from girlsmoe_desktop.core.reading import agreement, best, doubts
from girlsmoe_desktop.core.recipe import make_recipe, with_strengths


@pytest.fixture
def manifest(tiny_model):
    return tiny_model.manifest


@pytest.fixture
def recipe(manifest):
    pinned = {control.id: control.option_ids[0] for control in manifest.controls}
    return make_recipe(manifest, 1, {**pinned, "hat": "on"})


def clear(recipe, **changed):
    return {label: 0.98 if on else 0.02 for label, on in recipe.strengths.items()} | changed


def test_what_is_seen_as_meant_agrees_best(recipe):
    sure = agreement(clear(recipe), recipe)
    assert sure == pytest.approx(np.log(0.98))
    assert agreement(clear(recipe, hat=0.1), recipe) < agreement(clear(recipe, hat=0.6), recipe)
    assert agreement({}, recipe) == 0.0


def test_one_sure_mistake_does_not_outweigh_everything(recipe):
    assert agreement(clear(recipe, hat=0.0), recipe) == pytest.approx(
        (33 * np.log(0.98) + np.log(0.01)) / 34
    )


def test_mixtures_do_not_count(recipe):
    mixed = with_strengths(recipe, {"hat": 0.5})
    assert agreement(clear(recipe, hat=0.0), mixed) == pytest.approx(np.log(0.98))


def test_the_best_of_several_is_found(recipe):
    labels = tuple(recipe.strengths)
    rows = [clear(recipe, hat=p) for p in (0.2, 0.9, 0.4)]
    seen = np.array([[row[label] for label in labels] for row in rows], dtype=np.float32)
    assert best(seen, labels, [recipe] * 3) == 1


def test_doubts_name_what_is_not_seen_or_seen_though_it_is_off(recipe, manifest):
    assert doubts(clear(recipe), recipe, manifest) == []
    unclear = clear(recipe, hat=0.3, glasses=0.9, brown_hair=0.6)
    assert [control.id for control in doubts(unclear, recipe, manifest)] == ["hat", "glasses"]
    mixed = with_strengths(recipe, {"hat": 0.5})
    assert doubts(clear(recipe, hat=0.3), mixed, manifest) == []
