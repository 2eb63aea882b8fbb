from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from trainer.film import FRAMES, chosen, save_film
from trainer.runs import RunFolder


def write_sheet(run, step, shade, side=64):
    path = run.sample_path(step)
    path.parent.mkdir(parents=True, exist_ok=True)
    pixels = np.full((side, side, 3), shade, np.uint8)
    pixels[side // 8 :] = 255 - shade  # only the first row of pictures is shown
    Image.fromarray(pixels).save(path)


def test_rows_are_the_first_rows_of_the_sheets_in_order(tmp_path):
    run = RunFolder(tmp_path)
    for step, shade in ((1000, 30), (5, 10), (200, 20)):
        write_sheet(run, step, shade)
    save_film(run)
    with Image.open(run.film_path) as image:
        strip = np.asarray(image)
    assert strip.shape == (3 * 8, 64, 3)
    assert [int(strip[row * 8 : row * 8 + 8].mean()) for row in range(3)] == [10, 20, 30]


@pytest.mark.parametrize("count", [0, 1, FRAMES, FRAMES + 1, 1000])
def test_first_and_last_are_always_shown(count):
    paths = [Path(str(number)) for number in range(count)]
    frames = chosen(paths)
    assert len(frames) == len(set(frames)) == min(count, FRAMES)
    assert frames == sorted(frames, key=lambda path: int(path.name))
    if count:
        assert (frames[0], frames[-1]) == (paths[0], paths[-1])


def test_no_sheets_make_no_film(tmp_path):
    save_film(RunFolder(tmp_path))
    assert not RunFolder(tmp_path).film_path.exists()


def test_damaged_and_odd_sheets_cost_their_row_alone(tmp_path):
    run = RunFolder(tmp_path)
    write_sheet(run, 1, 10)
    write_sheet(run, 2, 20, side=128)
    write_sheet(run, 4, 40)
    run.sample_path(3).write_bytes(b"no picture")
    (run.path / "samples" / "notes.png").write_bytes(b"")
    save_film(run)
    with Image.open(run.film_path) as strip:
        assert strip.size == (64, 2 * 8)
