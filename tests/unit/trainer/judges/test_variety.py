import numpy as np
import pytest
from PIL import Image

from girlsmoe_desktop.core.errors import UserError
from trainer.judges.duplicates import LISTED
from trainer.judges.pictures import open_pictures
from trainer.judges.variety import judge_variety, look_at


def plain(*rgb, side=128):
    return np.full((side, side, 3), rgb, np.uint8)


def test_figures_of_plain_pictures():
    black, gray, red = plain(0, 0, 0), plain(51, 51, 51), plain(255, 0, 0)
    report = judge_variety([look_at(picture) for picture in (black, gray, red)])
    reds = [np.sqrt(1 / 3), np.sqrt((0.8**2 + 2 * 0.2**2) / 3)]
    assert report.mean_rmse == pytest.approx(np.mean([0.2, *reds]))
    assert report.smallest_rmse == pytest.approx(0.2)
    assert report.closest == (0, 1)
    assert report.white == 0
    assert report.edges == 0
    assert report.saturation == pytest.approx(255 / 3)
    assert not report.identical
    assert not report.alike


def test_white_is_neither_coloured_nor_edged():
    half = plain(255, 255, 255)
    half[64:] = 200, 100, 100
    look = look_at(half)
    assert look.white == 0.5
    assert look.colour / (0.5 * 128**2) == 100
    # One row of steps from 255 to the mean 400 / 3, of 127 rows of differences.
    assert look.edges == pytest.approx((255 - 400 / 3) / 127)
    assert look_at(plain(245, 245, 245)).white == 1
    assert look_at(plain(255, 255, 244)).white == 0


def test_doubles_are_found_and_pairs_are_sampled_evenly():
    rng = np.random.default_rng(0)
    pictures = [rng.integers(0, 256, (128, 128, 3), dtype=np.uint8) for _ in range(8)]
    blocks = [np.kron(p[::32, ::32], np.ones((32, 32, 1), np.uint8)) for p in pictures]
    blocks[5] = blocks[1]
    report = judge_variety([look_at(block) for block in blocks], sample=4)
    assert report.identical == [[1, 5]]
    assert [(pair.first, pair.second, pair.distance) for pair in report.alike] == [(1, 5, 0)]
    assert report.sample == 4
    assert set(report.closest) <= {0, 2, 4, 6}  # the doubles are not in the sample
    names = [f"{number}.png" for number in range(8)]
    assert report.to_json(names)["identical"] == [["1.png", "5.png"]]
    assert report.to_json(names)["near_duplicate_pairs"] == 1
    assert "1 groups" in report.to_text()


def test_a_report_of_a_collapsed_set_stays_short():
    report = judge_variety([look_at(plain(9, 9, 9))] * 100, sample=2)
    assert report.to_json([str(number) for number in range(100)])["near_duplicate_pairs"] == 4950
    assert len(report.alike) == LISTED
    assert "near-duplicates     4950 pairs" in report.to_text()


def test_other_sizes_are_measured_at_the_same_size():
    small, large = look_at(plain(9, 80, 200, side=64)), look_at(plain(9, 80, 200))
    assert small.colour == large.colour
    np.testing.assert_array_equal(small.signature, large.signature)
    assert small.digest != large.digest


def test_folders_are_read_by_name_and_sheets_by_rows(tmp_path):
    for name in ("b.png", "a.png"):
        Image.new("RGB", (8, 8), (ord(name[0]), 0, 0)).save(tmp_path / name)
    (tmp_path / "labels.csv").write_text("file", encoding="utf-8")
    found = [(name, int(read()[0, 0, 0])) for name, read in open_pictures(tmp_path, 8)]
    assert found == [("a.png", ord("a")), ("b.png", ord("b"))]

    sheet = np.zeros((8, 16, 3), np.uint8)
    sheet[4:, 4:8] = 7
    path = tmp_path / "sheet.bmp"
    Image.fromarray(sheet).save(path)
    tiles = open_pictures(path, 4)
    assert len(tiles) == 8
    assert [number for number, (_, read) in enumerate(tiles) if read().any()] == [5]


def test_mistakes_are_told(tmp_path):
    with pytest.raises(UserError, match="There is no"):
        open_pictures(tmp_path / "nothing", 128)
    Image.new("RGB", (8, 8)).save(tmp_path / "one.png")
    with pytest.raises(UserError, match="at least two"):
        open_pictures(tmp_path, 128)
    with pytest.raises(UserError, match="no whole number of 3 px tiles"):
        open_pictures(tmp_path / "one.png", 3)
    (tmp_path / "two.png").write_bytes(b"no picture")
    sources = dict(open_pictures(tmp_path, 128))
    with pytest.raises(UserError, match=r"two\.png cannot be read"):
        sources["two.png"]()
