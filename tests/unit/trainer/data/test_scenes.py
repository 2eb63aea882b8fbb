"""Scenes tell truly where their faces are, and faces cut out are judged by them."""

import json

import numpy as np
import pytest
from PIL import Image

from girlsmoe_desktop.core.attributes import EYE_COLORS, HAIR_COLORS, LABELS
from girlsmoe_desktop.core.errors import UserError
from tests.unit.trainer.data.steps import use_framed
from tests.unit.trainer.data.tagging.conftest import WD_TAGS, WD_VALUES, write_wd
from trainer.cli import main
from trainer.data.boxes import Box, shared
from trainer.data.face_table import TAGS_NAME
from trainer.data.faces import SETTINGS_NAME
from trainer.data.matching import match_faces, tally_faces
from trainer.data.records import Records, kept_rows
from trainer.data.scenes import KINDS, compose, draw_scenes
from trainer.data.tag_scores import compare_tags


@pytest.fixture(scope="module")
def scenes():
    return [compose(11, index) for index in range(14)]


def test_the_same_seed_gives_the_same_scene(scenes):
    again = compose(11, 3)
    assert np.array_equal(again.pixels, scenes[3].pixels)
    assert again.faces == scenes[3].faces
    assert not np.array_equal(compose(12, 3).pixels[:50, :50], scenes[3].pixels[:50, :50])


def test_faces_lie_in_the_picture_and_apart_unless_meant_to_overlap(scenes):
    kinds = {scene.kind for scene in scenes}
    assert kinds <= set(KINDS)
    assert len(kinds) >= 4
    for scene in scenes:
        height, width = scene.pixels.shape[:2]
        boxes = [face.box for face in scene.faces]
        assert bool(boxes) is (scene.kind != "none")
        for n, box in enumerate(boxes):
            assert box.x >= 0 <= box.y
            assert box.x + box.width <= width
            assert box.y + box.height <= height
            if scene.kind != "overlapping":
                assert all(shared(box, other) == 0 for other in boxes[:n])


def is_skin(pixels):
    red, green, blue = (pixels[..., n].astype(int) for n in range(3))
    return (red > green) & (green > blue - 12) & (red > 130) & (red - blue > 5)


def test_a_face_is_where_the_table_says(scenes):
    """The lower half of a face, between the cheeks, is mostly skin."""
    shares = []
    for scene in scenes:
        for face in scene.faces:
            if not face.hidden:
                x, y, side = face.box.x, face.box.y, face.box.width
                part = scene.pixels[
                    y + side // 2 : y + side * 4 // 5, x + side // 3 : x + side * 2 // 3
                ]
                shares.append(is_skin(part).mean())
    assert len(shares) >= 8
    assert np.median(shares) > 0.6


def test_a_drawing_goes_on_and_keeps_its_seed(tmp_path):
    assert draw_scenes(3, 11, tmp_path, 1, should_stop=lambda: True) == 1
    assert draw_scenes(3, 11, tmp_path, 1) == 3
    rows = list(kept_rows(tmp_path))
    assert [row["id"] for row in rows] == ["000000", "000001", "000002"]
    for row in rows:
        with Image.open(tmp_path / row["file"]) as picture:
            assert picture.size == compose(11, int(row["id"])).pixels.shape[1::-1]
    with pytest.raises(UserError, match="seed 12"):
        draw_scenes(3, 12, tmp_path, 1)


def test_a_scene_tells_the_labels_of_its_people(scenes):
    for scene in scenes:
        for face in scene.faces:
            assert len(set(face.labels) & {f"{color}_hair" for color in HAIR_COLORS}) == 1
            assert len(set(face.labels) & {f"{color}_eyes" for color in EYE_COLORS}) == 1


def make(tmp_path, true, cut):
    """Writes a folder of one scene and one of the faces cut out of it."""
    with Records(tmp_path / "scenes") as records:
        faces = [{"box": list(box), "hidden": hidden, "turn": 0} for box, hidden in true]
        records.keep("s", {"file": "s.jpg", "kind": "several", "faces": faces})
    with Records(tmp_path / "faces") as records:
        for number, box in enumerate(cut):
            records.keep(f"s-{number}", {"picture": "s", "box": list(box)})
    (tmp_path / "faces" / SETTINGS_NAME).write_text('{"zoom": 1.5, "min_size": 96}')
    return tally_faces(match_faces(tmp_path / "scenes", tmp_path / "faces"))["all"]


def test_faces_are_counted_by_a_known_answer(tmp_path):
    seen, hidden = Box(100, 100, 100, 100), Box(400, 100, 100, 100)
    small, missed = Box(700, 100, 40, 40), Box(100, 500, 100, 100)
    true = [(seen, False), (hidden, True), (small, False), (missed, False)]
    tally = make(tmp_path, true, [Box(110, 100, 100, 100), hidden, Box(800, 800, 100, 100)])
    assert (tally.present, tally.found, tally.optional, tally.false) == (2, 1, 1, 1)
    assert tally.recall == 0.5
    assert tally.precision == pytest.approx(2 / 3)
    assert tally.overlap == pytest.approx(140 / 160)  # crops of 150, 10 apart


def test_one_face_counts_once(tmp_path):
    box = Box(100, 100, 100, 100)
    tally = make(tmp_path, [(box, False)], [box, Box(105, 100, 100, 100)])
    assert (tally.found, tally.false) == (1, 1)
    assert tally.overlap == 1.0


def test_turned_faces_are_counted_by_themselves_too(tmp_path):
    with Records(tmp_path / "scenes") as records:
        faces = [
            {"box": [100 * n, 100, 90, 90], "hidden": False, "turn": turn}
            for n, turn in enumerate((0, 12, -15))
        ]
        records.keep("s", {"file": "s.jpg", "kind": "several", "faces": faces})
    with Records(tmp_path / "faces") as records:
        records.keep("s-0", {"picture": "s", "box": [0, 100, 90, 90]})
        records.keep("s-1", {"picture": "s", "box": [100, 100, 90, 90]})
        records.keep("s-2", {"picture": "s", "box": [600, 600, 90, 90]})
    (tmp_path / "faces" / SETTINGS_NAME).write_text('{"zoom": 1.5, "min_size": 96}')
    turned = tally_faces(match_faces(tmp_path / "scenes", tmp_path / "faces"))["turned"]
    assert (turned.present, turned.found, turned.false) == (2, 1, 0)


def test_tags_are_compared_by_a_known_answer(tmp_path):
    """Of two faces one has the hair and the glasses right, the other the eyes alone."""
    true = [("blue_hair", "red_eyes", "hat"), ("pink_hair", "green_eyes", "smile")]
    told = [("blue_hair", "aqua_eyes", "hat"), ("red_hair", "green_eyes", "hat")]
    boxes = [[0, 0, 100, 100], [300, 0, 100, 100], [600, 0, 100, 100]]
    with Records(tmp_path / "scenes") as records:
        faces = [
            {"box": box, "hidden": False, "turn": 0, "labels": labels}
            for box, labels in zip(boxes, true, strict=False)
        ]
        about = {"file": "s.jpg", "kind": "several", "sha256": "5a", "faces": faces}
        records.keep("s", about)
    with Records(tmp_path / "faces") as records:  # of the scene once it was collected
        for number, box in enumerate(boxes):
            records.keep(f"5a-{number}", {"picture": "5a", "box": box})
    (tmp_path / "faces" / SETTINGS_NAME).write_text('{"zoom": 1.5, "min_size": 96}')
    matches = match_faces(tmp_path / "scenes", tmp_path / "faces")
    assert compare_tags(matches, tmp_path / "faces") is None
    with Records(tmp_path / "faces", TAGS_NAME) as records:
        for number, labels in enumerate([*told, ("white_hair",)]):
            records.keep(f"5a-{number}", {"labels": labels, "doubt": 0, "feature": 0})
    scores = compare_tags(matches, tmp_path / "faces")
    assert (scores.faces, scores.hair, scores.eyes) == (2, 0.5, 0.5)
    right = dict(zip(LABELS, scores.accuracy, strict=True))
    half = ("hat", "smile", "pink_hair", "red_eyes")
    assert [right[label] for label in (*half, "blue_hair")] == [0.5] * 4 + [1]
    assert scores.mean == pytest.approx((34 - 6 * 0.5) / 34)
    assert scores.to_json()["labels"]["hat"]["hits"] == 1.0
    assert scores.to_json()["labels"]["hat"]["rejections"] == 0.0
    assert scores.to_json()["labels"]["drill_hair"]["hits"] is None


def test_check_path_goes_the_whole_way_and_reports(tmp_path, monkeypatch, capsys):
    use_framed(monkeypatch)
    tagger = write_wd(tmp_path / "tagger", WD_TAGS, values=WD_VALUES)
    line = ["check-path", "--out", str(tmp_path / "out"), "--count", "2", "--workers", "1"]
    line += ["--tagger", str(tagger)]
    assert main([*line, "--max-minutes", "0.0001"]) == 0
    assert "Stopped in stage" in capsys.readouterr().out
    assert main(line) == 0
    report = json.loads((tmp_path / "out" / "report.json").read_text())
    assert report["detection"]["all"]["present"] >= 1
    assert report["detection"]["all"]["false"] == len(report["no_faces_at"]) == report["reviewed"]
    assert (tmp_path / "out" / "stats.html").is_file()
    assert (tmp_path / "out" / "set" / "labels.csv").is_file()


def test_the_commands_report(tmp_path, capsys):
    scenes, faces = tmp_path / "scenes", tmp_path / "faces"
    words = ["draw-scenes", "--count", "1", "--seed", "11", "--workers", "1", "--out", str(scenes)]
    assert main(words) == 0
    (row,) = kept_rows(scenes)
    with Records(faces) as records:
        for number, face in enumerate(row["faces"]):
            records.keep(f"{row['id']}-{number}", {"picture": row["id"], "box": face["box"]})
    (faces / SETTINGS_NAME).write_text('{"zoom": 1.5, "min_size": 16}')
    capsys.readouterr()
    report = tmp_path / "report.json"
    assert main(["check-detect", str(scenes), str(faces), "--out", str(report)]) == 0
    assert "recall 1.000" in capsys.readouterr().out
    assert json.loads(report.read_text())["detection"]["all"]["recall"] == 1.0
    assert main(["check-detect", str(faces), str(faces)]) == 2
    assert "no scenes" in capsys.readouterr().err
    assert main(["check-detect", str(scenes), str(scenes)]) == 2
    assert SETTINGS_NAME in capsys.readouterr().err
