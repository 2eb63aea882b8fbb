import os

import numpy as np
import pytest
from PIL import Image

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.pictures import contact_sheet, load_png, save_png
from girlsmoe_desktop.core.recipe import make_recipe


@pytest.fixture
def pixels():
    return np.random.default_rng(0).integers(0, 256, (12, 10, 3), dtype=np.uint8)


@pytest.fixture
def recipe(tiny_model):
    return make_recipe(tiny_model.manifest, 1, {})


def test_a_picture_and_its_recipe_come_back(tmp_path, pixels, recipe):
    path = tmp_path / "ñ テスト ♥" / "moe.png"
    save_png(path, pixels, recipe)
    again, read = load_png(path)
    assert np.array_equal(again, pixels)
    assert read.to_json() == recipe.to_json()


def test_nothing_but_the_picture_is_left_in_the_folder(tmp_path, pixels, recipe):
    save_png(tmp_path / "moe.png", pixels, recipe)
    assert [path.name for path in tmp_path.iterdir()] == ["moe.png"]


def test_a_file_that_exists_is_kept(tmp_path, pixels, recipe):
    path = tmp_path / "moe.png"
    path.write_text("precious")
    with pytest.raises(UserError, match="exists already"):
        save_png(path, pixels, recipe)
    assert path.read_text() == "precious"
    save_png(path, pixels, recipe, overwrite=True)
    assert np.array_equal(load_png(path)[0], pixels)


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path, pixels, recipe, monkeypatch):
    path = tmp_path / "moe.png"
    path.write_text("precious")

    def full(*_args, **_kwargs):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UserError, match="No space left"):
        save_png(path, pixels, recipe, overwrite=True)
    assert path.read_text() == "precious"
    assert [path.name for path in tmp_path.iterdir()] == ["moe.png"]


def test_a_folder_that_cannot_be_made_is_named(tmp_path, pixels):
    (tmp_path / "file").write_text("")
    with pytest.raises(UserError, match=r"file/moe\.png can't be written"):
        save_png(tmp_path / "file" / "moe.png", pixels)


def test_files_that_are_no_picture_of_ours_are_refused_in_words(tmp_path, pixels):
    cases = {
        "missing.png": "There is no file",
        "text.png": "is not a PNG picture",
        "jpeg.png": "is not a PNG picture",
        "plain.png": "carries no recipe",
        "cut.png": "can't be read",
        "folder.png": r"is a folder: choose a PNG",
    }
    (tmp_path / "folder.png").mkdir()
    (tmp_path / "text.png").write_text("hello")
    Image.fromarray(pixels).save(tmp_path / "jpeg.png", format="JPEG")
    Image.fromarray(pixels).save(tmp_path / "plain.png")
    whole = (tmp_path / "plain.png").read_bytes()
    (tmp_path / "cut.png").write_bytes(whole[: len(whole) // 2])
    for name, words in cases.items():
        with pytest.raises(UserError, match=words):
            load_png(tmp_path / name)


def test_a_contact_sheet_fills_rows_and_pads_with_white(pixels):
    sheet = contact_sheet([pixels] * 3, columns=2)
    assert sheet.shape == (24, 20, 3)
    assert np.array_equal(sheet[12:, :10], pixels)
    assert (sheet[12:, 10:] == 255).all()
