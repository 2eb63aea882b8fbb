"""A character in a line of letters."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.latent import MAX_SEED
from girlsmoe_desktop.core.recipe import blend, make_recipe, with_strengths
from girlsmoe_desktop.core.share_code import is_share_code, recipe_of, share_code

KNOWN = "GM1-"


@pytest.fixture(scope="module")
def manifest():
    from girlsmoe_desktop.core.attributes import LABELS
    from girlsmoe_desktop.core.controls import paper_controls
    from girlsmoe_desktop.core.law import paper_laws
    from girlsmoe_desktop.core.manifest import Manifest

    return Manifest(
        "m",
        "1",
        "M",
        8,
        16,
        LABELS,
        paper_controls(),
        paper_laws(),
        "empirical",
        "",
        "0badc0de" * 8,
    )


@settings(max_examples=60)
@given(seed=st.integers(0, MAX_SEED), noise=st.integers(0, MAX_SEED))
def test_any_character_of_a_seed_comes_back(manifest, seed, noise):
    recipe = make_recipe(manifest, seed, {}, noise_seed=noise)
    code = share_code(recipe, manifest)
    back = recipe_of(code, [manifest])
    assert back.to_json() == recipe.to_json()
    assert is_share_code(code)
    assert len(code) <= 42


def test_the_code_of_a_seed_never_changes(manifest):
    recipe = make_recipe(manifest, 7, {"hair_color": "silver", "hat": "on"})
    assert share_code(recipe, manifest) == "GM1-1EPW1-QG000-00000-0003G-009C4-40CT0-R"


def test_case_spaces_and_letters_that_look_alike_do_not_matter(manifest):
    recipe = make_recipe(manifest, 1, {})
    code = share_code(recipe, manifest)
    sloppy = f"  {code.lower().replace('0', 'o').replace('1', 'l').replace('gml', 'gm1')} \n"
    assert recipe_of(sloppy.replace("-", " "), [manifest]).to_json() == recipe.to_json()


def test_every_single_mistyped_letter_is_noticed(manifest):
    code = share_code(make_recipe(manifest, 12345, {}), manifest)
    for place in range(4, len(code)):
        if code[place] == "-":
            continue
        other = "7" if code[place] != "7" else "K"
        with pytest.raises(UserError, match=r"mistyped|installed|version"):
            recipe_of(code[:place] + other + code[place + 1 :], [manifest])


@pytest.mark.parametrize(
    "text", ["", "hello", "GM1-", "GM1-ABC", "GM1-" + "Z" * 1000, "GM1-ÄÖÜ" * 8, "GM2-12345"]
)
def test_what_is_no_code_is_refused_in_words(manifest, text):
    with pytest.raises(UserError):
        recipe_of(text, [manifest])


def test_a_code_of_another_model_says_so(manifest):
    code = share_code(make_recipe(manifest, 1, {}), manifest)
    with pytest.raises(UserError, match="not installed"):
        recipe_of(code, [replace(manifest, sha256="12" * 32)])


def test_what_no_code_can_hold_is_said(manifest):
    one, two = make_recipe(manifest, 1, {}), make_recipe(manifest, 2, {})
    with pytest.raises(UserError, match="blended or painted"):
        share_code(blend(one, two, 0.5), manifest)
    with pytest.raises(UserError, match="mixture"):
        share_code(with_strengths(one, {"smile": 0.5}), manifest)


def test_the_noise_of_a_code_is_the_seeds(manifest):
    recipe = make_recipe(manifest, 99, {})
    assert np.array_equal(recipe_of(share_code(recipe, manifest), [manifest]).z, recipe.z)


@settings(max_examples=30)
@given(seed=st.integers(0, MAX_SEED), parts=st.integers(0, 2000))
def test_any_truncation_comes_back_to_the_bit(manifest, seed, parts):
    recipe = make_recipe(manifest, seed, {}, truncation=parts / 1000)
    code = share_code(recipe, manifest)
    assert code.startswith("GM1-" if parts == 1000 else "GM2-")
    assert is_share_code(code)
    assert recipe_of(code, [manifest]).to_json() == recipe.to_json()


def test_a_truncation_between_two_has_no_code(manifest):
    one, two = (make_recipe(manifest, 1, {}, truncation=value) for value in (0.5, 1.0))
    between = replace(one, truncation=blend(one, two, 1 / 3).truncation)
    with pytest.raises(UserError, match="more digits"):
        share_code(between, manifest)
