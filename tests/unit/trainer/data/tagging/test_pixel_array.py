"""A training set in one array: what it holds, and that nothing half-written is ever read."""

import json

import numpy as np
import pytest
import torch

from girlsmoe_desktop.core.errors import UserError
from trainer.cli import main
from trainer.data import pixel_array
from trainer.data.batches import Batches
from trainer.data.drawn import load_folders
from trainer.data.pixel_array import NAME, PixelWriter
from trainer.data.relabel import relabel
from trainer.data.select import Wish, choose, write_selection
from trainer.data.stats import write_stats

SMALL, ARRAY = Wish(size=16), Wish(size=16, array=True)


@pytest.fixture
def as_files(tagged, tmp_path):
    write_selection(choose(tagged, SMALL), tmp_path / "files", SMALL)
    return load_folders([tmp_path / "files"], 16)


def write(tagged, out, **watching):
    return write_selection(choose(tagged, ARRAY), out, ARRAY, **watching)


def same(data, other):
    np.testing.assert_array_equal(data.pixels, other.pixels)
    np.testing.assert_array_equal(data.labels, other.labels)


def test_it_is_what_files_would_be_and_is_mapped(tagged, tmp_path, as_files):
    out = tmp_path / "set"
    assert write(tagged, out) == {}
    assert sorted(path.name for path in out.iterdir()) == ["labels.csv", NAME, "selection.json"]
    data = load_folders([out], 16)
    same(data, as_files)
    assert isinstance(data.pixels, np.memmap)
    img, labels = Batches(data, 4, False, torch.Generator()).draw()
    assert img.shape == (4, 3, 16, 16)
    assert labels.shape == (4, 34)


def test_what_trains_cannot_change_the_file(tagged, tmp_path):
    out = tmp_path / "set"
    write(tagged, out)
    before = (out / NAME).read_bytes()
    load_folders([out], 16).pixels[:] = 7
    assert (out / NAME).read_bytes() == before


def test_another_size_is_made_of_it(tagged, tmp_path, as_files):
    out = tmp_path / "set"
    write(tagged, out)
    data = load_folders([out], 32)
    assert data.pixels.shape == (6, 32, 32, 3)
    np.testing.assert_array_equal(data.pixels[:, 0, 0], as_files.pixels[:, 0, 0])


@pytest.mark.parametrize("torn", [0, 1, 500])
def test_stopped_or_killed_it_goes_on_to_the_same_end(tagged, tmp_path, as_files, torn):
    out = tmp_path / "set"
    stops = iter([False, False, True])
    assert write(tagged, out, should_stop=lambda: next(stops)) is None
    assert not (out / "labels.csv").exists()
    assert not (out / NAME).exists()
    with (out / f"{NAME}.part").open("ab") as file:
        file.write(b"x" * torn)  # half a picture, as a kill leaves it
    assert write(tagged, out) == {}
    same(load_folders([out], 16), as_files)


def test_a_bad_picture_is_left_out_also_when_it_is_gone_on_with(tagged, tmp_path):
    (tagged / "faces" / "red.webp").write_bytes(b"bad")
    out = tmp_path / "set"
    stops = iter([False, True])
    write(tagged, out, should_stop=lambda: next(stops))
    assert write(tagged, out) == {"picture can't be read": 1}
    assert len(load_folders([out], 16)) == 5
    assert len(np.load(out / NAME)) == 6
    assert json.loads((out / "selection.json").read_text())["labels"]["red_hair"] == 0


def test_a_full_disk_leaves_nothing_that_could_be_read(tagged, tmp_path, monkeypatch, as_files):
    out = tmp_path / "set"

    def put(_writer, _pixels):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(PixelWriter, "put", put)
        with pytest.raises(OSError, match="No space"):
            write(tagged, out)
    assert not (out / NAME).exists()
    assert not (out / "labels.csv").exists()
    assert write(tagged, out) == {}
    same(load_folders([out], 16), as_files)


def test_the_header_has_room_for_any_count(tmp_path):
    writer = PixelWriter(tmp_path, 1)
    for value in range(1_001):
        writer.put(np.full((1, 1, 3), value % 256, np.uint8))
    writer.finish()
    assert np.load(tmp_path / NAME)[:, 0, 0, 1].tolist() == [n % 256 for n in range(1_001)]


@pytest.mark.parametrize("damage", ["cut", "rows", "kind", "index"])
def test_damage_is_told(tagged, tmp_path, damage):
    out = tmp_path / "set"
    write(tagged, out)
    whole, table = np.load(out / NAME), out / "labels.csv"
    if damage == "cut":
        (out / NAME).write_bytes((out / NAME).read_bytes()[:-9])
    elif damage == "rows":
        np.save(out / NAME, whole[:3])
    elif damage == "kind":
        np.save(out / NAME, whole.astype(np.float32))
    else:
        table.write_text(table.read_text().replace(",1,", ",one,", 1))
    with pytest.raises(UserError, match=r"select anew|not 0 or 1"):
        load_folders([out], 16)


def test_what_needs_files_says_so(tagged, tmp_path):
    out = tmp_path / "set"
    write(tagged, out)
    for work in (
        lambda: write_stats(out, tmp_path / "page.html"),
        lambda: relabel(out, tmp_path / "new", None),
    ):
        with pytest.raises(UserError, match="in one array"):
            work()
    assert pixel_array.NAME == "pixels.npy"


def test_the_command_writes_it_and_training_takes_it(tagged, tmp_path, capsys):
    out, run = tmp_path / "set", tmp_path / "run"
    assert main(["select", str(tagged), "--out", str(out), "--size", "32", "--min-size", "16"]) == 0
    array = tmp_path / "array"
    select = ["select", str(tagged), "--out", str(array), "--size", "32", "--min-size", "16"]
    assert main([*select, "--array"]) == 0
    assert "6 faces to train on" in capsys.readouterr().out
    train = ["train", "--preset", "smoke", "--set", "batch_images=4", "--iterations", "1"]
    assert main([*train, "--data", str(array), "--run", str(run), "--device", "cpu"]) == 0
    assert (run / "checkpoints" / "000001.safetensors").is_file()
