import os

import numpy as np
import pytest
from PIL import Image

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.pictures import (
    DESCRIPTION_KEY,
    RECIPE_KEY,
    Carry,
    Passport,
    contact_sheet,
    enlarged,
    load_picture,
    load_png,
    png_bytes,
    save_picture,
    save_png,
)
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
        "folder.png": r"is a folder: choose a picture",
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


@pytest.fixture
def passport(recipe):
    return Passport(recipe, "Silver hair, blue eyes ♥ 銀髪", "Free for any use.")


@pytest.mark.parametrize("ending", ["png", "jpg", "JPEG", "webp"])
def test_every_kind_of_file_carries_the_recipe_if_wanted(tmp_path, pixels, passport, ending):
    path = tmp_path / f"moe.{ending}"
    save_picture(path, pixels, passport.carried(Carry.RECIPE))
    again, read = load_picture(path)
    assert read.to_json() == passport.recipe.to_json()
    assert again.shape == pixels.shape
    assert np.array_equal(again, pixels) or ending.lower() in ("jpg", "jpeg")
    assert load_picture(path.read_bytes())[1].to_json() == passport.recipe.to_json()


@pytest.mark.parametrize("ending", ["png", "jpg", "webp"])
def test_nothing_is_nothing(tmp_path, pixels, passport, ending):
    path = tmp_path / f"moe.{ending}"
    save_picture(path, pixels, passport.carried(Carry.NOTHING))
    data = path.read_bytes()
    for trace in (
        b"girlsmoe",
        b"GirlsMoe",
        b"Exif",
        b"iTXt",
        b"tEXt",
        b"EXIF",
        b"XMP",
        b"Free for",
    ):
        assert trace not in data
    with Image.open(path) as image:
        left = {key for key in image.info if key not in ("jfif", "jfif_version", "jfif_unit")}
        assert left <= {"jfif_density", "loop", "background", "timestamp", "duration"}
        assert not image.getexif()


@pytest.mark.parametrize("ending", ["png", "jpg", "webp"])
def test_credit_says_what_it_is_and_who_may_use_it_without_the_recipe(
    tmp_path, pixels, passport, ending
):
    path = tmp_path / f"moe.{ending}"
    texts = passport.carried(Carry.CREDIT)
    assert RECIPE_KEY not in texts
    save_picture(path, pixels, texts)
    data = path.read_bytes()
    for text in texts.values():
        assert text.encode() in data
    assert b"model" not in data
    with pytest.raises(UserError, match="carries no recipe"):
        load_picture(path)


def test_an_ending_that_names_no_kind_of_picture_is_refused(tmp_path, pixels):
    for name in ("moe", "moe.bmp", "moe.png.exe"):
        with pytest.raises(UserError, match="no ending"):
            save_picture(tmp_path / name, pixels, {})
    assert list(tmp_path.iterdir()) == []


def test_a_picture_can_travel_as_bytes(pixels, passport):
    data = png_bytes(pixels, passport.carried(Carry.RECIPE))
    again, read = load_picture(data)
    assert np.array_equal(again, pixels)
    assert read.seed == passport.recipe.seed
    with pytest.raises(UserError, match="The picture is not"):
        load_picture(b"nonsense")


def test_what_is_not_known_is_not_written():
    assert set(Passport().carried(Carry.RECIPE)) == {"Software"}
    assert DESCRIPTION_KEY in Passport(description="x").carried(Carry.CREDIT)


def test_enlarging_keeps_flat_colours_and_multiplies_the_size(pixels):
    assert enlarged(pixels, 1) is pixels
    flat = np.full((4, 6, 3), (10, 200, 30), np.uint8)
    assert np.array_equal(enlarged(flat, 4), np.full((16, 24, 3), (10, 200, 30), np.uint8))
