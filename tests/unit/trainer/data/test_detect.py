"""Faces are cut out of folders of pictures, once each, whatever stops it."""

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from girlsmoe_desktop.core.errors import UserError
from trainer.cli import main
from trainer.data import cascade
from trainer.data.boxes import Box, Found
from trainer.data.faces import DONE, Cutting, cut_faces, file_name
from trainer.data.records import Records, kept_rows
from trainer.data.scenes import compose
from trainer.data.sources import Source, list_sources
from trainer.data.sturdy import sturdy_results

CASCADE = Path(__file__).parents[5] / "shared" / "data" / cascade.NAME
needs_cascade = pytest.mark.skipif(not CASCADE.is_file(), reason="the cascade's file is not here")


def has_cascades():
    cv2 = pytest.importorskip("cv2")
    if not hasattr(cv2, "CascadeClassifier"):
        pytest.skip("this OpenCV has no cascades")


@dataclass(frozen=True)
class Red:
    """Takes the bounding box of what is red for a face; a picture may have one left and right."""

    def __call__(self, pixels, smallest):
        red = (pixels[..., 0] > 200) & (pixels[..., 1] < 50)
        middle = pixels.shape[1] // 2
        halves = (self._box(red[:, :middle], 0), self._box(red[:, middle:], middle))
        return [Found(b, 5) for b in halves if b is not None and b.width >= smallest]

    @staticmethod
    def _box(mask, left):
        ys, xs = np.nonzero(mask)
        if not len(xs):
            return None
        width, height = int(np.ptp(xs)) + 1, int(np.ptp(ys)) + 1
        return Box(int(xs.min()) + left, int(ys.min()), width, height)


def paint(path, *boxes, size=(400, 300)):
    path.parent.mkdir(parents=True, exist_ok=True)
    image = Image.new("RGB", size, (0, 0, 200))
    for x, y, side in boxes:
        image.paste("red", (x, y, x + side, y + side))
    image.save(path)


def cut_red(folder, out, cutting=None, workers=1, **options):
    sources = list_sources(folder, besides=out)
    return cut_faces(folder, sources, out, Red(), cutting or Cutting(), {}, workers, **options)


def faces_of(out):
    return {row["id"]: row for row in kept_rows(out)}


def test_each_face_gets_a_file_and_a_row(tmp_path):
    paint(tmp_path / "in" / "a.png", (50, 60, 80), (250, 100, 100))
    paint(tmp_path / "in" / "deep" / "b.png")
    counts = cut_red(tmp_path / "in", tmp_path / "out")
    assert (counts.pictures, counts.faces, counts.skipped) == (2, 2, 0)
    rows = faces_of(tmp_path / "out")
    assert list(rows) == ["a.png-0", "a.png-1"]
    row = rows["a.png-1"]
    assert row["picture"] == "a.png"
    assert row["box"] == [250, 100, 100, 100]
    assert row["crop"] == [225, 75, 150]
    with Image.open(tmp_path / "out" / row["file"]) as crop:
        assert crop.size == (150, 150) == (row["size"],) * 2
        assert crop.getpixel((30, 30)) == (255, 0, 0)  # nothing is lost
        assert crop.getpixel((10, 10)) == (0, 0, 200)
    with Records(tmp_path / "out") as records:
        assert records.rows["picture deep/b.png"]["status"] == DONE


def test_edges_are_white_or_moved_inside(tmp_path):
    paint(tmp_path / "in" / "a.png", (0, 0, 100))
    cut_red(tmp_path / "in", tmp_path / "pad")
    cut_red(tmp_path / "in", tmp_path / "shift", Cutting(edges="shift"))
    pad, shift = faces_of(tmp_path / "pad"), faces_of(tmp_path / "shift")
    assert pad["a.png-0"]["crop"] == [-25, -25, 150]
    assert shift["a.png-0"]["crop"] == [0, 0, 150]
    with Image.open(tmp_path / "pad" / pad["a.png-0"]["file"]) as crop:
        assert crop.getpixel((5, 5)) == (255, 255, 255)


def test_faces_too_small_are_left_out(tmp_path):
    paint(tmp_path / "in" / "a.png", (50, 50, 63), (250, 50, 64))
    cut_red(tmp_path / "in", tmp_path / "out")
    assert [row["size"] for row in kept_rows(tmp_path / "out")] == [96]


def test_a_face_as_tall_as_a_low_picture_is_too_small_once_it_is_inside(tmp_path):
    paint(tmp_path / "in" / "a.png", (50, 5, 70), size=(400, 80))
    counts = cut_red(tmp_path / "in", tmp_path / "out", Cutting(edges="shift"))
    assert counts.faces == 0
    with Records(tmp_path / "out") as records:
        assert "too small" in records.rows["a.png-0"]["reason"]


def test_bad_pictures_are_told_with_the_reason(tmp_path):
    paint(tmp_path / "in" / "a.png", (50, 60, 80))
    (tmp_path / "in" / "b.jpg").write_bytes(b"\xff\xd8\xff nonsense")
    counts = cut_red(tmp_path / "in", tmp_path / "out")
    assert (counts.pictures, counts.faces, counts.skipped) == (2, 1, 1)
    with Records(tmp_path / "out") as records:
        assert records.rows["picture b.jpg"]["reason"]


def test_what_was_stopped_goes_on_to_the_same_end(tmp_path):
    for number in range(5):
        paint(tmp_path / "in" / f"{number}.png", (50, 60, 80 + number))
    seen = []
    cut_red(
        tmp_path / "in",
        tmp_path / "out",
        on_progress=lambda counts: seen.append(counts.pictures),
        should_stop=lambda: seen[-1] >= 2,
    )
    assert len(faces_of(tmp_path / "out")) == 2
    again = []
    cut_red(tmp_path / "in", tmp_path / "out", on_progress=lambda c: again.append(c.pictures))
    assert again[0] == 2
    cut_red(tmp_path / "in", tmp_path / "whole")
    assert faces_of(tmp_path / "out") == faces_of(tmp_path / "whole")


def test_several_processes_give_the_same_rows(tmp_path):
    for number in range(4):
        paint(tmp_path / "in" / f"{number}.png", (50, 60, 80 + number))
    cut_red(tmp_path / "in", tmp_path / "one")
    cut_red(tmp_path / "in", tmp_path / "two", workers=2)
    assert faces_of(tmp_path / "one") == faces_of(tmp_path / "two")


def test_a_folder_that_was_cut_otherwise_is_left_alone(tmp_path):
    paint(tmp_path / "in" / "a.png", (50, 60, 80))
    cut_red(tmp_path / "in", tmp_path / "out")
    with pytest.raises(UserError, match="another way"):
        cut_red(tmp_path / "in", tmp_path / "out", Cutting(zoom=2.0))
    with Records(tmp_path / "other") as records:
        records.keep("x", {})
    with pytest.raises(UserError, match="another step"):
        cut_red(tmp_path / "in", tmp_path / "other")


def test_a_table_says_which_pictures_count_and_what_is_known(tmp_path):
    paint(tmp_path / "in" / "pictures" / "a.png", (50, 60, 80))
    paint(tmp_path / "in" / "pictures" / "b.png", (50, 60, 80))
    with Records(tmp_path / "in") as records:
        records.keep("7", {"file": "pictures/a.png", "year": 2009, "title": "花", "bytes": 5})
        records.skip("8", "too small", {"file": "pictures/b.png"})
    cut_red(tmp_path / "in", tmp_path / "out")
    rows = faces_of(tmp_path / "out")
    assert list(rows) == ["7-0"]
    assert (rows["7-0"]["year"], rows["7-0"]["title"]) == (2009, "花")
    assert "bytes" not in rows["7-0"]


@pytest.mark.parametrize("file", ["../a.png", "/etc/passwd", "a\\..\\b", "C:a.png", "", 5])
def test_a_table_can_only_name_what_is_in_its_folder(tmp_path, file):
    with Records(tmp_path) as records:
        records.keep("7", {"file": file})
    with pytest.raises(UserError, match="not in its folder"):
        list_sources(tmp_path)


def test_faces_within_the_folder_of_pictures_are_no_pictures(tmp_path):
    paint(tmp_path / "a.png", (50, 60, 80))
    cut_red(tmp_path, tmp_path / "out")
    assert list_sources(tmp_path, besides=tmp_path / "out") == [Source("a.png", "a.png")]


def test_names_are_safe_and_differ():
    ids = ["a/b", "a_b", "a%2F%b", "..", "犬", "a" * 300, "a" * 299 + "b", "a/b-0", "a b", "con:"]
    names = [file_name(id_) for id_ in ids]
    assert len(set(names)) == len(ids)
    for name in names:
        assert name.isascii()
        assert len(name) <= 80
        assert not set(name) & set('/\\:.<>|?*" ')


def end_or_double(number):
    if number == 3:
        os._exit(1)
    return 2 * number


def test_an_item_that_ends_its_process_does_not_end_the_others():
    results = sturdy_results(end_or_double, range(8), 2, on_crash=lambda number: -number)
    assert list(results) == [0, 2, 4, -3, 8, 10, 12, 14]


def test_numbers_out_of_range_are_told():
    for cutting in (Cutting(zoom=0.5), Cutting(min_size=4), Cutting(zoom=float("nan"))):
        with pytest.raises(UserError, match="choose"):
            cutting.check()


def test_what_is_fetched_is_checked_and_kept(tmp_path, monkeypatch):
    good = b"<cascade/>"
    asked = []

    class Answer:
        def __init__(self, data):
            self.read = lambda _count: data

        def __enter__(self):
            return self

        def __exit__(self, *_):
            pass

    def answering(data):
        def urlopen(url, timeout):
            asked.append((url, timeout))
            return Answer(data)

        return urlopen

    monkeypatch.setattr(cascade.platformdirs, "user_cache_path", lambda *_, **__: tmp_path)
    monkeypatch.setattr(cascade, "SHA256", hashlib.sha256(good).hexdigest())
    monkeypatch.setattr(cascade.urllib.request, "urlopen", answering(b"another"))
    with pytest.raises(UserError, match="another file"):
        cascade.find_cascade(None)
    assert not list(tmp_path.iterdir())
    monkeypatch.setattr(cascade.urllib.request, "urlopen", answering(good))
    assert cascade.find_cascade(None).read_bytes() == good
    cascade.find_cascade(None)
    assert len(asked) == 2  # the second time it is there


def test_a_net_that_is_down_is_told_with_what_to_do(tmp_path, monkeypatch):
    def urlopen(*_, **__):
        raise OSError("no route")

    monkeypatch.setattr(cascade.platformdirs, "user_cache_path", lambda *_, **__: tmp_path)
    monkeypatch.setattr(cascade.urllib.request, "urlopen", urlopen)
    with pytest.raises(UserError, match="--cascade FILE"):
        cascade.find_cascade(None)


@needs_cascade
def test_the_file_is_the_one_that_is_fetched():
    assert cascade.hash_of(CASCADE) == cascade.SHA256


@needs_cascade
def test_drawn_faces_are_found_by_the_command(tmp_path, capsys):
    has_cascades()
    scenes = [compose(1, index) for index in range(12)]
    scenes = [scene for scene in scenes if scene.kind in ("one", "none")]
    assert {scene.kind for scene in scenes} == {"one", "none"}
    (tmp_path / "in").mkdir()
    for number, scene in enumerate(scenes):
        Image.fromarray(scene.pixels).save(tmp_path / "in" / f"{number}.png")
    words = ["detect", tmp_path / "in", "--out", tmp_path / "out", "--cascade", CASCADE]
    assert main([*map(str, words), "--workers", "1", "--events", "json"]) == 0
    assert "Traceback" not in capsys.readouterr().err
    there = sum(len(scene.faces) for scene in scenes)
    rows = faces_of(tmp_path / "out")
    assert there - 1 <= len(rows) <= there + 1
    settings = json.loads((tmp_path / "out" / "faces.json").read_text())
    assert settings["cascade"] == cascade.SHA256


@needs_cascade
def test_a_file_that_is_no_cascade_is_told(tmp_path):
    has_cascades()
    (tmp_path / "a.xml").write_text("<nothing/>")
    with pytest.raises(UserError, match="no cascade"):
        cascade.Cascade(tmp_path / "a.xml").check()
    with pytest.raises(UserError, match="There is no"):
        cascade.find_cascade(tmp_path / "b.xml")
