"""From tagged faces to a training set that training reads."""

import json

import numpy as np
import pytest
from PIL import Image

from girlsmoe_desktop.core.attributes import LABEL_INDEX, LABELS
from girlsmoe_desktop.core.errors import UserError
from trainer.cli import main
from trainer.data.drawn import load_folders
from trainer.data.face_table import read_faces, seen_in
from trainer.data.review import REJECT, Review
from trainer.data.select import Wish, choose, write_selection
from trainer.data.tag import tag_faces
from trainer.data.taggers import open_tagger

SMALL = Wish(size=16)


def chosen(folder, wish):
    return [face.id for face in choose(folder, wish).faces]


def test_training_reads_what_was_selected(tagged, tmp_path):
    out = tmp_path / "set"
    assert write_selection(choose(tagged, SMALL), out, SMALL) == {}
    data = load_folders([out], 16)
    faces, seen = read_faces(tagged), seen_in(tagged)
    assert len(data) == 6
    for place, face in enumerate(faces):
        with Image.open(face.path) as picture:
            color = picture.getpixel((0, 0))
        np.testing.assert_array_equal(data.pixels[place], np.full((16, 16, 3), color))
        on = {label for label in LABELS if data.labels[place, LABEL_INDEX[label]]}
        assert on == set(seen[face.id].labels)


def test_each_reason_is_counted(tagged):
    Review(tagged).decide(REJECT, ["white"])
    (tagged / "duplicates.jsonl").write_text('{"id": "blue", "status": "skipped"}\n')
    selection = choose(tagged, Wish(size=16, since=2004, min_size=20))
    assert [face.id for face in selection.faces] == ["red", "green", "yellow"]
    assert selection.left_out == {
        "nearly the same as another": 1,
        "rejected in review": 1,
        "year not known": 1,
    }
    assert chosen(tagged, Wish(size=16, since=2004)) == ["red", "green", "yellow"]
    late = choose(tagged, Wish(size=16, since=2005, min_size=10))
    assert late.left_out["before 2005"] == 1


def test_faces_are_not_enlarged_unless_wished(tagged):
    assert "yellow" not in chosen(tagged, Wish(size=32))
    assert "yellow" in chosen(tagged, Wish(size=32, min_size=20))


def test_too_few_say_why(tagged):
    with pytest.raises(UserError, match=r"0 of 6 faces are wanted.*6 smaller than 500"):
        choose(tagged, Wish(size=16, min_size=500))


def test_untagged_faces_say_what_to_do(faces):
    with pytest.raises(UserError, match="girlsmoe-train tag"):
        choose(faces, SMALL)


@pytest.mark.parametrize("wish", [Wish(size=8), Wish(size=4096), Wish(balance=0.5)])
def test_wishes_out_of_range_are_refused(tagged, wish):
    with pytest.raises(UserError, match="choose"):
        choose(tagged, wish)


def test_a_balance_limits_each_colour_and_keeps_the_rare(tmp_path, wd, kit):
    many = {f"red{n}": {"color": (255, 0, n)} for n in range(30)}
    few = {f"green{n}": {"color": (0, 255, 0)} for n in range(4)}
    hat = {"hat": {"color": (255, 255, 250)}}
    folder = kit.write_faces(tmp_path / "faces", {**many, **few, **hat})
    tag_faces(folder, read_faces(folder), open_tagger(wd))
    ids = chosen(folder, Wish(size=16, balance=2.0))
    hair = [label for id_ in ids for label in seen_in(folder)[id_].labels if "_hair" in label]
    assert hair.count("red_hair") == int(2.0 * 35 / 13)
    assert hair.count("green_hair") == 5
    assert "hat" in ids
    assert ids == [id_ for id_ in (*many, *few, *hat) if id_ in ids]
    selection = choose(folder, Wish(size=16, balance=2.0))
    assert selection.left_out["more of a colour than --balance allows"] == 35 - len(ids)


def test_stopped_it_has_no_labels_and_goes_on(tagged, tmp_path):
    out, selection = tmp_path / "set", choose(tagged, SMALL)
    assert write_selection(selection, out, SMALL, should_stop=lambda: True) is None
    assert not (out / "labels.csv").exists()
    kept = {path.name: path.stat().st_mtime_ns for path in out.glob("*.webp")}
    assert kept
    assert write_selection(selection, out, SMALL) == {}
    assert kept.items() <= {p.name: p.stat().st_mtime_ns for p in out.glob("*.webp")}.items()
    assert len(load_folders([out], 16)) == 6


def test_a_torn_picture_is_made_anew(tagged, tmp_path):
    out, selection = tmp_path / "set", choose(tagged, SMALL)
    write_selection(selection, out, SMALL)
    (out / "red.webp").write_bytes((out / "red.webp").read_bytes()[:20])
    write_selection(selection, out, SMALL)
    assert load_folders([out], 16).pixels[0, 0, 0].tolist() == [255, 0, 0]


def test_a_face_whose_picture_went_bad_is_left_out_and_counted(tagged, tmp_path):
    (tagged / "faces" / "green.webp").write_bytes(b"bad")
    out = tmp_path / "set"
    left_out = write_selection(choose(tagged, SMALL), out, SMALL)
    assert left_out == {"picture can't be read": 1}
    assert len(load_folders([out], 16)) == 5
    record = json.loads((out / "selection.json").read_text())
    assert (record["pictures"], record["left_out"]) == (5, left_out)
    assert record["labels"]["red_hair"] == 1


def test_another_selection_and_other_things_are_not_written_over(tagged, tmp_path):
    out = tmp_path / "set"
    write_selection(choose(tagged, SMALL), out, SMALL)
    Review(tagged).decide(REJECT, ["red"])
    with pytest.raises(UserError, match="made in another way"):
        write_selection(choose(tagged, SMALL), out, SMALL)
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "mine.txt").write_text("mine")
    with pytest.raises(UserError, match="other things"):
        write_selection(choose(tagged, SMALL), tmp_path / "other", SMALL)


def test_the_commands_lead_from_faces_to_a_trained_step(tagged, tmp_path, capsys):
    out, run = tmp_path / "set", tmp_path / "run"
    assert main(["select", str(tagged), "--out", str(out), "--size", "32", "--min-size", "16"]) == 0
    assert "6 faces to train on" in capsys.readouterr().out
    sets = ["g_channels=4", "d_channels=4", "batch_images=4"]
    more = [word for each in sets for word in ("--set", each)]
    args = ["--preset", "smoke", "--data", str(out), "--run", str(run), "--iterations", "2"]
    assert main(["train", *args, *more]) == 0
    assert (run / "checkpoints" / "000002.safetensors").is_file()
