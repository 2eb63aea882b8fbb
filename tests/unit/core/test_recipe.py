import json
from dataclasses import replace

import numpy as np
import pytest

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.recipe import (
    MAX_BYTES,
    blend,
    crossed,
    label_vector,
    make_recipe,
    recipe_from_json,
)


@pytest.fixture
def manifest(tiny_model):
    return tiny_model.manifest


def test_a_recipe_survives_json_to_the_bit(manifest):
    recipe = make_recipe(manifest, 5, {"smile": "on"})
    again = recipe_from_json(recipe.to_json())
    assert np.array_equal(again.z, recipe.z)
    assert (again.strengths, again.seed, again.model_sha256) == (
        recipe.strengths,
        5,
        manifest.sha256,
    )


def test_pinned_options_show_in_the_options(manifest):
    options = make_recipe(manifest, 1, {"hair_color": "blue", "glasses": "off"}).options(manifest)
    assert (options["hair_color"], options["glasses"]) == ("blue", "off")
    assert set(options) == {control.id for control in manifest.controls}


def test_a_noise_seed_keeps_the_noise_while_labels_change(manifest):
    first, second = (make_recipe(manifest, seed, {}, noise_seed=3) for seed in (10, 11))
    assert np.array_equal(first.z, second.z)
    assert first.seed == 3
    assert first.strengths != second.strengths


def test_an_unknown_attribute_is_answered_with_those_that_exist(manifest):
    with pytest.raises(UserError, match=r"no attribute 'wings': this model has hair_color"):
        make_recipe(manifest, 0, {"wings": "on"})


def test_label_vectors_are_coded_off_to_on_in_the_models_order(manifest):
    recipe = make_recipe(manifest, 2, {"hair_color": "brown"})
    vector = label_vector(manifest, recipe)
    assert vector[:3].tolist() == [-1.0, 1.0, -1.0]
    assert set(vector.tolist()) == {-1.0, 1.0}


def test_labels_of_another_model_are_refused(manifest):
    recipe = make_recipe(manifest, 2, {})
    strange = recipe_from_json(recipe.to_json().replace('"smile"', '"frown"'))
    with pytest.raises(UserError, match=r"not those of the model tiny .*frown, smile"):
        label_vector(manifest, strange)


def test_a_blend_is_half_way_in_the_middle_and_exact_at_its_ends(manifest):
    start = make_recipe(manifest, 1, {"hair_color": "red"})
    end = make_recipe(manifest, 2, {"hair_color": "blue"})
    middle = blend(start, end, 0.5)
    assert (middle.strengths["red_hair"], middle.strengths["blue_hair"]) == (0.5, 0.5)
    assert middle.options(manifest)["hair_color"] is None
    assert middle.seed is None
    assert blend(start, end, 0.9).options(manifest)["hair_color"] is None
    assert blend(start, end, 0.0) is start
    assert blend(start, end, 1.0) is end


def test_characters_of_two_models_do_not_blend(manifest):
    start = make_recipe(manifest, 1, {})
    other = recipe_from_json(start.to_json().replace(manifest.sha256, "0" * 64))
    with pytest.raises(UserError, match="different models"):
        blend(start, other, 0.5)


@pytest.mark.parametrize("change", [{"z": "AACAPw=="}, {"labels": {"smile": 1.0}}])
def test_characters_of_different_kinds_do_not_blend(manifest, change):
    start = make_recipe(manifest, 1, {})
    odd = recipe_from_json(json.dumps(json.loads(start.to_json()) | change))
    with pytest.raises(UserError, match="one of them is damaged"):
        blend(start, odd, 0.5)


@pytest.mark.parametrize(
    "change",
    [
        {"format": 2},
        {"z": "not base64!"},
        {"z": ""},
        {"z": "AADAfw=="},  # NaN
        {"z": "AACAfw=="},  # infinity
        {"z": "AA=="},  # a quarter of a float
        {"labels": {"smile": 1e9}},
        {"labels": {"smile": "big"}},
        {"labels": None},
        {"seed": 1.5},
        {"model": None},
        {"model": {"id": "/etc/models/tiny", "sha256": "0"}},
        {"labels": {"smile": 10**400}},
    ],
)
def test_damaged_recipes_are_refused_in_words(manifest, change):
    data = json.loads(make_recipe(manifest, 1, {}).to_json()) | change
    with pytest.raises(UserError, match=r"^The recipe is damaged"):
        recipe_from_json(json.dumps(data))


@pytest.mark.parametrize(
    "text", ["", "[]", "nonsense", "[" * 50_000, json.dumps({"format": 1, "pad": "x" * MAX_BYTES})]
)
def test_text_that_is_no_recipe_is_refused_in_words(text):
    with pytest.raises(UserError, match=r"^The recipe is damaged"):
        recipe_from_json(text)


@pytest.mark.parametrize("seed", [2**70, -1, 2])
def test_a_seed_that_is_not_the_noises_own_is_not_believed(manifest, seed):
    data = json.loads(make_recipe(manifest, 1, {}).to_json()) | {"seed": seed}
    assert recipe_from_json(json.dumps(data)).seed is None


def test_a_cross_comes_from_both_and_the_same_for_the_same_seed(manifest):
    one, two = make_recipe(manifest, 1, {}), make_recipe(manifest, 2, {})
    child = crossed(one, two, 7, manifest.controls)
    assert child.to_json() == crossed(one, two, 7, manifest.controls).to_json()
    assert set(child.z) <= set(one.z) | set(two.z)
    assert set(child.z) & set(one.z)
    assert set(child.z) & set(two.z)


def test_a_truncation_shortens_what_is_painted_and_keeps_the_noise(manifest):
    whole = make_recipe(manifest, 5, {})
    half = make_recipe(manifest, 5, {}, truncation=0.5)
    assert np.array_equal(whole.latent, whole.z)
    assert np.array_equal(half.z, whole.z)
    assert np.array_equal(half.latent, whole.z * np.float32(0.5))
    assert half.seed == 5


@pytest.mark.parametrize("truncation", [0.0, 0.3, 0.7, 1.337, 2.0])
def test_a_truncation_survives_json_to_the_bit(manifest, truncation):
    recipe = make_recipe(manifest, 5, {}, truncation=truncation)
    again = recipe_from_json(recipe.to_json())
    assert again.truncation == truncation
    assert again.latent.tobytes() == recipe.latent.tobytes()
    assert json.loads(recipe.to_json())["format"] == 2


def test_a_recipe_without_truncation_is_written_as_ever(manifest):
    data = json.loads(make_recipe(manifest, 5, {}).to_json())
    assert data["format"] == 1
    assert "truncation" not in data
    assert recipe_from_json(json.dumps(data)).truncation == 1.0


@pytest.mark.parametrize("truncation", ["NaN", "Infinity", "-0.1", "2.1", '"wide"', "null", "[1]"])
def test_a_truncation_that_can_not_be_is_refused(manifest, truncation):
    text = make_recipe(manifest, 5, {}, truncation=0.5).to_json()
    with pytest.raises(UserError, match="damaged or of a newer version"):
        recipe_from_json(text.replace('"truncation": 0.5', f'"truncation": {truncation}'))


@pytest.mark.parametrize("truncation", [-0.01, 2.01, float("nan"), float("inf")])
def test_nobody_sets_a_truncation_out_of_range(manifest, truncation):
    with pytest.raises(UserError, match="truncation can't be"):
        make_recipe(manifest, 5, {}, truncation=truncation)


def test_the_models_own_truncation_is_taken_unless_another_is_given(manifest):
    model = replace(manifest, truncation=0.8)
    assert make_recipe(model, 5, {}).truncation == 0.8
    assert make_recipe(model, 5, {}, truncation=1.0).truncation == 1.0


def test_between_two_and_of_two_the_truncation_lies_between(manifest):
    one, two = (make_recipe(manifest, seed, {}, truncation=seed / 2) for seed in (1, 2))
    assert blend(one, two, 0.5).truncation == 0.75
    assert crossed(one, two, 3, manifest.controls).truncation == 0.75
