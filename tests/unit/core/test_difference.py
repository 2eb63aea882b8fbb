"""What differs between two characters, on cases whose answer is known."""

from dataclasses import replace

import numpy as np
import pytest

from girlsmoe_desktop.core.difference import (
    LabelChange,
    changed_share,
    label_changes,
    noise_turn,
    pixel_difference,
)
from girlsmoe_desktop.core.latent import perturbed
from girlsmoe_desktop.core.recipe import Recipe


@pytest.fixture
def recipe():
    z = np.random.default_rng(0).standard_normal(4096).astype(np.float32)
    return Recipe("tiny", "0" * 64, z, {"hat": 0.0, "smile": 1.0, "blush": 0.5})


def test_only_labels_that_differ_are_named(recipe):
    other = replace(recipe, strengths={"hat": 1.0, "smile": 1.0, "blush": 0.25, "cape": 1.0})
    assert label_changes(recipe, other) == [
        LabelChange("hat", 0.0, 1.0),
        LabelChange("blush", 0.5, 0.25),
    ]
    assert label_changes(recipe, recipe) == []


@pytest.mark.parametrize("amount", [0.0, 0.1, 0.5, 0.9])
def test_noise_is_said_to_differ_by_as_much_as_it_was_turned(recipe, amount):
    other = replace(recipe, z=perturbed(recipe.z, amount, 3))
    assert noise_turn(recipe, other) == pytest.approx(amount, abs=0.03)


def test_unrelated_noise_and_noise_of_another_kind(recipe):
    assert noise_turn(recipe, replace(recipe, z=-recipe.z)) == 1.0
    assert noise_turn(recipe, replace(recipe, z=recipe.z[:10])) is None


def test_pixels_differ_where_they_were_changed():
    before = np.full((8, 8, 3), 100, np.uint8)
    after = before.copy()
    after[2, 3] = (100, 148, 100)  # half of what counts as the strongest
    after[5, 5] = 255
    after[0, 0] += 3  # too little to be seen
    found = pixel_difference(before, after)
    assert found[2, 3] == pytest.approx(0.5)
    assert found[5, 5] == 1.0
    assert np.count_nonzero(found) == 2
    assert changed_share(found) == 2 / 64


def test_pictures_of_two_sizes_are_compared_at_the_second_ones():
    small, large = np.full((4, 4, 3), 90, np.uint8), np.full((8, 8, 3), 90, np.uint8)
    assert pixel_difference(small, large).shape == (8, 8)
    assert changed_share(pixel_difference(small, large)) == 0.0
