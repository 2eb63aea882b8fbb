"""Sheets of one character, and atlases that game engines read."""

import json
import re

import numpy as np
import pytest
from PIL import Image

from girlsmoe_desktop.core import atlas
from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.recipe import make_recipe
from girlsmoe_desktop.core.sheet import EXPRESSIONS, axes, labelled, plan


@pytest.fixture
def tiny_manifest(tiny_model):
    return tiny_model.manifest


@pytest.fixture
def recipe(tiny_manifest):
    return make_recipe(tiny_manifest, 7, {"hair_color": "blue", "hat": "off"})


def test_each_cell_differs_from_the_character_in_its_own_controls_only(tiny_manifest, recipe):
    wanted = plan(tiny_manifest, recipe, EXPRESSIONS, "hair_color")
    assert wanted.shape == (8, 13)
    assert len({cell.name for cell in wanted.cells}) == 8 * 13
    before = recipe.options(tiny_manifest)
    for cell in wanted.cells:
        assert np.array_equal(cell.recipe.z, recipe.z)
        options = cell.recipe.options(tiny_manifest)
        free = {"hair_color", "smile", "open_mouth", "blush"}
        assert {k: v for k, v in options.items() if k not in free} == {
            k: v for k, v in before.items() if k not in free
        }
        assert f"{options['hair_color']}_hair" in cell.words
        for control in ("smile", "open_mouth", "blush"):
            assert (control in cell.words) == (options[control] == "on")
    first = wanted.cells[0]
    assert (first.row, first.column, first.words) == (0, 0, ("neutral", "blonde_hair"))


def test_a_single_row_has_no_rows(tiny_manifest, recipe):
    wanted = plan(tiny_manifest, recipe, None, "hat")
    assert wanted.shape == (1, 2)
    assert [cell.name for cell in wanted.cells] == ["no_hat", "hat"]


def test_every_axis_of_a_model_can_be_had(tiny_manifest, recipe):
    found = axes(tiny_manifest)
    assert set(found) == {EXPRESSIONS, *(control.id for control in tiny_manifest.controls)}
    for id_ in found:
        assert plan(tiny_manifest, recipe, None, id_).shape[1] == len(found[id_].variants)


@pytest.mark.parametrize(
    ("rows", "columns", "words"),
    [
        ("cape", "hat", "choose one of"),
        ("smile", EXPRESSIONS, "can't both go through smile"),
        ("hat", "hat", "can't both go through hat"),
    ],
)
def test_what_makes_no_sheet_is_told(tiny_manifest, recipe, rows, columns, words):
    with pytest.raises(UserError, match=words):
        plan(tiny_manifest, recipe, rows, columns)


def letters(words, height_px, width_px):
    """Letters that are as wide as they are high, quite dark."""
    return np.full((height_px, min(height_px * len(words), width_px)), 255, np.uint8)


def test_pictures_lie_beside_their_captions_and_captions_touch_none():
    colors = [(200, 0, 0), (0, 200, 0), (0, 0, 200), (90, 90, 0)]
    pictures = [np.full((100, 100, 3), color, np.uint8) for color in colors]
    sheet = labelled(pictures, (2, 2), (["one", "two\nthree"], ["a", "b\nc"]), letters)
    places = []
    for color in colors:
        ys, xs = np.nonzero((sheet == color).all(axis=2))
        assert (np.ptp(ys), np.ptp(xs)) == (99, 99)
        places.append((ys.min(), xs.min()))
    (top, left), (_, right), (bottom, _), _ = places
    assert places == [(top, left), (top, right), (bottom, left), (bottom, right)]
    dark = (sheet == (43, 33, 41)).all(axis=2)
    assert dark[:top, left : left + 100].any()
    assert dark[top : top + 100, :left].any()
    assert sheet[top - 1, :].min() == 255


def test_without_rows_there_is_no_room_for_their_captions():
    pictures = [np.zeros((100, 100, 3), np.uint8)] * 2
    with_rows = labelled(pictures, (1, 2), (["a"], ["b", "c"]), letters)
    without = labelled(pictures, (1, 2), ([], ["b", "c"]), letters)
    assert with_rows.shape[1] - without.shape[1] == 100
    assert (
        labelled(pictures, (1, 2), ([], ["b", "c"]), letters, 2).shape[1] > without.shape[1] + 150
    )


def test_a_sheet_that_no_memory_holds_is_refused():
    with pytest.raises(UserError, match="choose a smaller size"):
        labelled([np.zeros((600, 600, 3), np.uint8)] * 100, (10, 10), ([], ["a"] * 10), letters, 4)


@pytest.fixture
def written(tmp_path, tiny_manifest, recipe):
    wanted = plan(tiny_manifest, recipe, "hat", EXPRESSIONS)
    rng = np.random.default_rng(0)
    pictures = [rng.integers(0, 256, (16, 16, 3), dtype=np.uint8) for _ in wanted.cells]
    folder = tmp_path / "game [1] テスト ♥"
    atlas.write_atlas(folder, "Silver 27!", wanted.cells, pictures, 1, {"Software": "ours"})
    return folder, wanted.cells, pictures


def test_every_place_of_an_atlas_holds_its_picture(written):
    folder, cells, pictures = written
    with Image.open(folder / "atlas.png") as image:
        assert image.text == {"Software": "ours"}
        pixels = np.asarray(image)
    data = json.loads((folder / "atlas.json").read_text(encoding="utf-8"))
    assert data["meta"]["image"] == "atlas.png"
    assert data["meta"]["size"] == {"w": pixels.shape[1], "h": pixels.shape[0]}
    assert len(data["frames"]) == len(cells) == 16
    for cell, picture in zip(cells, pictures, strict=True):
        place = data["frames"][cell.name]["frame"]
        x, y, w, h = (place[key] for key in "xywh")
        assert np.array_equal(pixels[y : y + h, x : x + w], picture)
        around = np.pad(picture, ((1, 1), (1, 1), (0, 0)), mode="edge")
        assert np.array_equal(pixels[y - 1 : y + h + 1, x - 1 : x + w + 1], around)


def test_renpy_finds_every_picture(written):
    folder, cells, _ = written
    script = (folder / "images.rpy").read_text(encoding="utf-8")
    line = r'^image (\w+) ([a-z_0-9 ]+) = Crop\(\((\d+), (\d+), 16, 16\), "([^"]+)"\)$'
    found = re.findall(line, script, re.MULTILINE)
    assert len(found) == len(cells)
    assert {tuple(words.split()) for _, words, *_ in found} == {cell.words for cell in cells}
    assert re.search(r"^image silver_27 = Crop\(\(1, 1, 16, 16\)", script, re.MULTILINE)
    assert {(tag, path) for tag, _, _, _, path in found} == {
        ("silver_27", "game [[1] テスト ♥/atlas.png")
    }


def test_godot_finds_every_picture(written):
    folder, cells, _ = written
    files = sorted(folder.glob("*.tres"))
    assert [file.stem for file in files] == sorted(cell.name for cell in cells)
    text = (folder / "hat_neutral.tres").read_text(encoding="utf-8")
    assert text.startswith('[gd_resource type="AtlasTexture"')
    (path,) = re.findall('path="([^"]+)"', text)
    assert (folder / path) == folder / "atlas.png"
    assert "region = Rect2(1, 19, 16, 16)" in text


def test_an_atlas_is_there_whole_or_not_at_all(tmp_path, written, monkeypatch):
    folder, cells, pictures = written
    with pytest.raises(UserError, match="not empty"):
        atlas.write_atlas(folder, "a", cells, pictures)

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(atlas, "godot_text", full)
    with pytest.raises(UserError, match="No space left"):
        atlas.write_atlas(tmp_path / "other", "a", cells, pictures)
    assert {path.name for path in tmp_path.iterdir()} == {folder.name}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Silver 27", "silver_27"),
        ("雪 ♥", "character"),
        ("27 girls", "c_27_girls"),
        ("__", "character"),
    ],
)
def test_tags_are_names_that_scripts_can_use(text, name):
    assert atlas.identifier(text) == name
