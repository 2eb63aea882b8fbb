"""Files of make.girls.moe, in and out."""

import json
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from girlsmoe_desktop.core.attributes import LABELS
from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.makegirlsmoe import (
    NOISE_ROWS,
    noise_of_picture,
    noise_picture,
    options_text,
    recipe_of_options,
)
from girlsmoe_desktop.core.recipe import make_recipe, with_strengths

NO_NOISE = np.zeros(8, np.float32)


@pytest.fixture
def manifest(tiny_model):
    return tiny_model.manifest


def test_options_come_back_with_their_noise(manifest):
    recipe = with_strengths(make_recipe(manifest, 5, {"hat": "on"}), {"blue_hair": 0.25})
    back = recipe_of_options(options_text(recipe), manifest, NO_NOISE)
    assert dict(back.strengths) == pytest.approx(dict(recipe.strengths))
    assert np.allclose(back.z, recipe.z, atol=1e-6)
    assert back.seed is None


def test_options_are_written_as_the_site_does(manifest):
    recipe = make_recipe(
        manifest, 1, {"hair_color": "brown", "hair_style": "short", "smile": "on", "hat": "off"}
    )
    data = json.loads(options_text(recipe))
    assert data["hair_color"]["value"] == [-1, 1] + [-1] * 11
    assert data["hair_style"]["value"] == [-1, 1, -1, -1, -1]
    assert (data["smile"]["value"], data["hat"]["value"]) == (1, -1)
    assert len(data["noise"]["value"]) == 8
    assert all(entry["random"] is False for entry in data.values())


def test_an_options_file_of_the_site_is_read(manifest):
    text = json.dumps(
        {
            "hair_color": {"random": True, "value": [-1] * 3 + [1] + [-1] * 9},
            "hair_style": {"random": False, "value": [1, -1, -1, -1, 1]},
            "eye_color": {"random": False, "value": [-1] * 9 + [1]},
            **{
                key: {"random": False, "value": value}
                for key, value in zip(
                    ("blush", "smile", "open_mouth", "hat", "ribbon", "glasses"),
                    (1, -1, 0.5, -1, 1, -1),
                    strict=True,
                )
            },
            "noise": {"random": False, "value": [[1, 0.3], [np.exp(-0.5), 0.5]] * 4},
            "modelName": "Amaryllis 1.0",
        }
    )
    recipe = recipe_of_options(text, manifest, NO_NOISE)
    assert recipe.on == {
        "blue_hair", "long_hair", "ponytail", "orange_eyes", "blush", "open_mouth", "ribbon"
    }  # fmt: skip
    assert recipe.strengths["open_mouth"] == 0.75
    assert recipe.z == pytest.approx([0.0, -1.0] * 4, abs=1e-6)


def test_without_noise_of_the_right_length_that_of_the_stage_stays(manifest):
    data = json.loads(options_text(make_recipe(manifest, 5, {})))
    own = np.arange(8, dtype=np.float32)
    for noise in (None, {"random": True, "value": []}, {"random": False, "value": [[0.5, 0.5]]}):
        data["noise"] = noise
        assert np.array_equal(recipe_of_options(json.dumps(data), manifest, own).z, own)


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data.pop("hat"),
        lambda data: data["hair_color"].update(value=[1]),
        lambda data: data["smile"].update(value="very"),
        lambda data: data["smile"].update(value=float("nan")),
        lambda data: data["smile"].update(value=1e30),
        lambda data: data["noise"].update(value=[[0.0, 0.5]] * 8),
        lambda data: data["noise"].update(value=[["a", "b"]] * 8),
        lambda data: data.update(hair_color=3),
    ],
)
def test_damaged_options_are_refused_in_words(manifest, change):
    data = json.loads(options_text(make_recipe(manifest, 5, {})))
    change(data)
    with pytest.raises(UserError, match="no options file"):
        recipe_of_options(json.dumps(data), manifest, NO_NOISE)


@pytest.mark.parametrize("text", ["", "[]", "null", "{", "[" * 100_000, "9" * 5000])
def test_what_is_no_options_file_is_refused_in_words(manifest, text):
    with pytest.raises(UserError, match="no options file"):
        recipe_of_options(text, manifest, NO_NOISE)


def test_a_model_of_other_labels_is_told_apart(manifest):
    other = replace(manifest, labels=(*LABELS[:-1], "dark_skin"))
    text = options_text(make_recipe(manifest, 1, {}))
    with pytest.raises(UserError, match="34 attributes only"):
        recipe_of_options(text, other, NO_NOISE)


def test_a_noise_picture_loses_little_and_less_than_the_site_did(tmp_path):
    z = np.random.default_rng(3).standard_normal(128).astype(np.float32)
    path = tmp_path / "noise.png"
    picture = noise_picture(z)
    assert picture.shape == (NOISE_ROWS, 128, 4)
    assert (picture[..., 0] == 255).all()
    assert (picture[..., 3] == 254).all()
    Image.fromarray(picture).save(path)
    back = noise_of_picture(path, 128)
    assert np.linalg.norm(back - z) / np.linalg.norm(z) < 0.01


def test_pixels_mean_what_they_mean_on_the_site(tmp_path):
    row = np.zeros((NOISE_ROWS, 2, 4), np.uint8)
    row[:, 0] = (255, 0, 0, 254)
    row[:, 1] = (255, 128, 155, 254)
    Image.fromarray(row).save(tmp_path / "two.png")
    first, second = noise_of_picture(tmp_path / "two.png", 2)
    assert first == 0.0
    assert second == pytest.approx(-np.sqrt(-2 * np.log(1 - 155 / 256)), rel=1e-6)


def test_no_noise_picture_is_refused_in_words(tmp_path):
    Image.new("RGB", (10, 10)).save(tmp_path / "small.png")
    (tmp_path / "text.png").write_text("x")
    with pytest.raises(UserError, match="10x10 px"):
        noise_of_picture(tmp_path / "small.png", 128)
    with pytest.raises(UserError, match="can't be read as a noise picture"):
        noise_of_picture(tmp_path / "text.png", 128)
