import numpy as np

from trainer.judges.pictures import read_rgb
from trainer.judges.sheets import PAIR_SIDE, captioned, save_sheet, side_by_side


def test_captions_go_under_the_picture():
    picture = np.full((20, 60, 3), 90, np.uint8)
    one, two = captioned(picture, "hat"), captioned(picture, "hat", "seen off")
    assert (one[:20] == 90).all()
    assert (one[20:] < 128).any()
    assert two.shape[0] > one.shape[0] > 20


def test_sheets_are_written_where_there_is_something(tmp_path):
    tile = side_by_side(np.zeros((4, 4, 3), np.uint8), np.full((4, 4, 3), 255, np.uint8))
    save_sheet(tmp_path / "new" / "sheet.png", [tile, tile, tile], 2)
    assert read_rgb(tmp_path / "new" / "sheet.png").shape == (2 * PAIR_SIDE, 4 * PAIR_SIDE, 3)
    save_sheet(tmp_path / "none.png", [], 2)
    assert not (tmp_path / "none.png").exists()


def test_pictures_of_any_size_make_a_pair():
    small, large = np.zeros((32, 32, 3), np.uint8), np.full((200, 200, 3), 255, np.uint8)
    pair = side_by_side(small, large)
    assert pair.shape == (PAIR_SIDE, 2 * PAIR_SIDE, 3)
    assert (pair[:, :PAIR_SIDE] == 0).all()
    assert (pair[:, PAIR_SIDE:] == 255).all()
