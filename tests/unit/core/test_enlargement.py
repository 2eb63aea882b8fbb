import json

import numpy as np
import pytest

from girlsmoe_desktop.core.enlargement import Enlargement, enlargement_from_json
from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.pictures import (
    ENLARGED_KEY,
    Carry,
    Passport,
    load_saved,
    save_picture,
)
from girlsmoe_desktop.core.recipe import make_recipe


@pytest.fixture
def enlargement():
    return Enlargement(4, "upscaler-x2", "0.1", ("a" * 64, "b" * 64), 0.35)


def test_it_comes_back_as_it_was(enlargement):
    assert enlargement_from_json(enlargement.to_json()) == enlargement


@pytest.mark.parametrize(
    "change",
    [
        {"scale": 3},
        {"scale": True},
        {"scale": 2.0},
        {"sharpness": "much"},
        {"sharpness": float("nan")},
        {"sharpness": -0.1},
        {"upscaler": "x"},
        {"upscaler": {}},
    ],
)
def test_what_cannot_be_is_refused(enlargement, change):
    data = json.loads(enlargement.to_json()) | change
    with pytest.raises(UserError, match="enlarged is damaged"):
        enlargement_from_json(json.dumps(data))


@pytest.mark.parametrize("text", ["", "[]", "{" * 5_000, "[" * 1_500, "x" * 3_000])
def test_what_is_no_note_is_refused(text):
    with pytest.raises(UserError, match="enlarged is damaged"):
        enlargement_from_json(text)


@pytest.mark.parametrize("ending", ["png", "jpg", "webp"])
def test_every_kind_of_file_carries_it_with_the_recipe_and_never_without(
    tmp_path, enlargement, ending, tiny_model
):
    passport = Passport(make_recipe(tiny_model.manifest, 1, {}), enlargement=enlargement)
    pixels = np.zeros((8, 8, 3), np.uint8)
    path = tmp_path / f"moe.{ending}"
    save_picture(path, pixels, passport.carried(Carry.RECIPE))
    assert load_saved(path).enlargement == enlargement
    for carry in (Carry.CREDIT, Carry.NOTHING):
        assert ENLARGED_KEY not in passport.carried(carry)
