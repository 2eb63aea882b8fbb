import csv
import shutil

import numpy as np
import pytest
from PIL import Image

from girlsmoe_desktop.core.attributes import LABELS
from girlsmoe_desktop.core.errors import UserError
from trainer.data.drawn import load_folder, load_folders


def rewrite(folder, change):
    """Passes labels.csv's rows through a function."""
    path = folder / "labels.csv"
    with path.open(newline="", encoding="utf-8") as file:
        rows = change(list(csv.reader(file)))
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)


def test_pictures_and_labels_arrive_in_order(pictures):
    data = load_folder(pictures, 32)
    assert data.pixels.shape == (12, 32, 32, 3)
    assert data.pixels.dtype == np.uint8
    np.testing.assert_array_equal(data.pixels[7], np.asarray(Image.open(pictures / "000007.png")))
    with (pictures / "labels.csv").open(encoding="utf-8") as file:
        row = list(csv.DictReader(file))[7]
    assert data.labels[7].tolist() == [float(row[name]) for name in LABELS]
    assert data.drawing == "unknown"


def test_the_version_of_the_drawing_code_is_read(pictures):
    (pictures / "drawing.json").write_text('{"version": 3}', encoding="utf-8")
    assert load_folder(pictures, 32).drawing == "3"


def test_columns_may_come_in_any_order(pictures):
    before = load_folder(pictures, 32)
    rewrite(pictures, lambda rows: [row[::-1] for row in rows])
    np.testing.assert_array_equal(load_folder(pictures, 32).labels, before.labels)


def test_other_sizes_are_resized(pictures):
    Image.new("RGB", (64, 64), (10, 200, 30)).save(pictures / "000003.png")
    data = load_folder(pictures, 32)
    assert np.abs(data.pixels[3].astype(int) - [10, 200, 30]).max() <= 1


def test_the_cache_is_used_while_it_is_right_and_replaced_when_not(pictures):
    load_folder(pictures, 32)
    (cache,) = pictures.glob("cache-32-*.npy")
    marked = np.load(cache)
    marked[0] = 77
    np.save(cache, marked)
    assert (load_folder(pictures, 32).pixels[0] == 77).all()
    Image.new("RGB", (32, 32), (1, 2, 3)).save(pictures / "000000.png")
    assert load_folder(pictures, 32).pixels[0, 0, 0].tolist() == [1, 2, 3]
    assert len(list(pictures.glob("cache-32-*.npy"))) == 1


def test_a_damaged_cache_is_read_anew(pictures):
    before = load_folder(pictures, 32)
    (cache,) = pictures.glob("cache-32-*.npy")
    cache.write_bytes(cache.read_bytes()[:500])
    np.testing.assert_array_equal(load_folder(pictures, 32).pixels, before.pixels)


def test_missing_csv_says_how_to_draw(tmp_path):
    with pytest.raises(UserError, match="girlsmoe-train draw"):
        load_folder(tmp_path, 32)


def test_missing_pictures_are_counted(pictures):
    (pictures / "000004.png").unlink()
    with pytest.raises(UserError, match=r"1 of the 12.*000004\.png"):
        load_folder(pictures, 32)


def test_missing_columns_are_named(pictures):
    rewrite(pictures, lambda rows: [row[:-2] for row in rows])
    with pytest.raises(UserError, match="orange_eyes"):
        load_folder(pictures, 32)


@pytest.mark.parametrize("value", ["0.5", "yes", ""])
def test_labels_other_than_0_and_1_are_refused(pictures, value):
    rewrite(pictures, lambda rows: [rows[0], [*rows[1][:5], value, *rows[1][6:]], *rows[2:]])
    with pytest.raises(UserError, match="labels"):
        load_folder(pictures, 32)


def test_damaged_pictures_are_named(pictures):
    (pictures / "000002.png").write_bytes(b"no picture")
    with pytest.raises(UserError, match=r"000002\.png"):
        load_folder(pictures, 32)


def test_one_picture_is_too_few(pictures):
    rewrite(pictures, lambda rows: rows[:2])
    with pytest.raises(UserError, match="at least two"):
        load_folder(pictures, 32)


def test_contents_outlive_a_copy_and_tell_what_changed(pictures):
    (pictures / "drawing.json").write_text('{"version": 1}', encoding="utf-8")
    before = load_folder(pictures, 32).contents
    (pictures / "000003.png").touch()
    assert load_folder(pictures, 64).contents == before
    rewrite(pictures, lambda rows: [rows[0], *rows[:0:-1]])
    after = load_folder(pictures, 32).contents
    assert after["labels.csv"] != before["labels.csv"]
    assert after["drawing.json"] == before["drawing.json"]


@pytest.mark.parametrize(
    "name", ["../a.png", "/etc/passwd", "a/../../b.png", "..\\a.png", "C:\\a.png", "", "."]
)
def test_names_stay_inside_the_folder(pictures, name):
    rewrite(pictures, lambda rows: [*rows[:3], [name, *rows[3][1:]], *rows[4:]])
    with pytest.raises(UserError, match="not in its folder"):
        load_folder(pictures, 32)


def in_webp(folder):
    """Turns a folder's pictures into lossless WebP."""
    for path in folder.glob("*.png"):
        Image.open(path).save(path.with_suffix(".webp"), lossless=True)
        path.unlink()
    rewrite(folder, lambda rows: [[c.replace(".png", ".webp") for c in row] for row in rows])


def test_webp_is_read_like_png(pictures):
    before = load_folder(pictures, 32)
    in_webp(pictures)
    np.testing.assert_array_equal(load_folder(pictures, 32).pixels, before.pixels)


def halves(folder):
    """Splits a folder in two; the first gets a single picture."""
    parts = []
    for number, rows in ((1, slice(1, 2)), (2, slice(2, None))):
        part = folder.parent / str(number)
        shutil.copytree(folder, part)
        rewrite(part, lambda all_rows, rows=rows: [all_rows[0], *all_rows[rows]])
        (part / "drawing.json").write_text('{"version": 2}', encoding="utf-8")
        parts.append(part)
    return parts


def test_several_folders_are_one_after_another(pictures):
    whole, parts = load_folder(pictures, 32), halves(pictures)
    in_webp(parts[1])
    data = load_folders(parts, 32)
    np.testing.assert_array_equal(data.pixels, whole.pixels)
    np.testing.assert_array_equal(data.labels, whole.labels)
    assert data.drawing == "2"
    assert data.contents.keys() == whole.contents.keys()
    assert load_folders(parts, 64).contents == data.contents
    assert load_folders(parts[::-1], 32).contents != data.contents
    with pytest.raises(UserError, match="at least two"):
        load_folder(parts[0], 32)


def test_a_folder_given_twice_is_refused(pictures):
    with pytest.raises(UserError, match="given twice"):
        load_folders([pictures, pictures / ".." / pictures.name], 32)
