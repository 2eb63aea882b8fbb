"""Tagging a folder of faces: what is written, going on, and the command."""

import json

import numpy as np
import pytest
from PIL import Image

from girlsmoe_desktop.core.attributes import LABEL_INDEX, LABELS
from girlsmoe_desktop.core.errors import UserError
from tests.unit.trainer.data.conftest import rows_of
from trainer.cli import main
from trainer.data.face_table import read_faces, seen_in
from trainer.data.tag import read_features, tag_faces
from trainer.data.taggers import open_tagger


def tag(folder, tagger, **options):
    return tag_faces(folder, read_faces(folder), open_tagger(tagger), **options)


def test_what_is_seen_is_written(tagged):
    seen = seen_in(tagged)
    assert set(seen["red"].labels) == {"red_hair", "pink_eyes", "glasses"}
    assert set(seen["white"].labels) == {"green_hair", "hat", "glasses", "blue_eyes"}
    row = rows_of(tagged, "tags.jsonl")["red"]
    assert len(row["probabilities"]) == 34
    assert row["probabilities"][LABEL_INDEX["glasses"]] == pytest.approx(
        1 / (1 + np.exp(0.7)), abs=1e-4
    )


def test_the_detectors_doubt_counts_as_much_as_the_taggers(tagged):
    row = rows_of(tagged, "tags.jsonl")["black"]
    sharp = np.array(row["probabilities"])
    hair, eyes, others = sharp[:13].max(), sharp[24:].max(), sharp[13:24]
    near = np.where(others > 0.25, (1 - others) / 0.75, others / 0.25).mean()
    of_tagger = (1 - hair + 1 - eyes + near) / 3
    assert row["doubt"] == pytest.approx((of_tagger + 1 / 1.5) / 2, abs=1e-3)


def test_features_lie_at_the_places_that_rows_name(tagged, wd, kit):
    features, seen, tagger = read_features(tagged), seen_in(tagged), open_tagger(wd)
    assert features.shape == (6, len(kit.WD_TAGS))
    for face in read_faces(tagged):
        with Image.open(face.path) as picture:
            expected = tagger.read([picture]).features[0]
        np.testing.assert_allclose(features[seen[face.id].feature], expected, atol=1e-3)


def test_it_goes_on_where_it_was_stopped(faces, tmp_path, kit):
    tagger = kit.write_wd(tmp_path / "two", kit.WD_TAGS, values=kit.WD_VALUES, batch=2)
    counts = tag(faces, tagger, should_stop=lambda: True)
    assert counts.done == 2
    before = (faces / "tags.jsonl").read_bytes()
    told = []
    assert tag(faces, tagger, on_progress=lambda now: told.append(now.done)).done == 6
    assert told == [4, 6]
    after = (faces / "tags.jsonl").read_bytes()
    assert after.startswith(before)
    assert len(after.splitlines()) == 6
    tag(faces, tagger)
    assert (faces / "tags.jsonl").read_bytes() == after


def test_a_kill_between_features_and_rows_does_no_harm(faces, tmp_path, kit):
    tagger = kit.write_wd(tmp_path / "two", kit.WD_TAGS, values=kit.WD_VALUES, batch=2)
    tag(faces, tagger, should_stop=lambda: True)
    with (faces / "features.f16").open("ab") as file:
        file.write(np.full(len(kit.WD_TAGS) + 3, 7, np.float16).tobytes())  # a row and a torn one
    tag(faces, tagger)
    seen, features = seen_in(faces), read_features(faces)
    assert [seen[id_].feature for id_ in ("red", "green", "blue")] == [0, 1, 3]
    assert features[seen["blue"].feature].max() <= 1


def test_pictures_that_cannot_be_read_are_skipped_with_the_reason(faces, wd):
    (faces / "faces" / "red.webp").write_bytes(b"no picture")
    (faces / "faces" / "blue.webp").unlink()
    counts = tag(faces, wd)
    assert (counts.done, counts.skipped) == (6, 2)
    rows = rows_of(faces, "tags.jsonl")
    assert "can't be read" in rows["red"]["reason"]
    assert "no such file" in rows["blue"]["reason"]
    assert set(seen_in(faces)) == {"green", "white", "black", "yellow"}


def test_another_threshold_decides_anew_without_reading(tagged, wd):
    for path in (tagged / "faces").iterdir():
        path.unlink()
    tag(tagged, wd, threshold=0.5)
    assert "glasses" not in seen_in(tagged)["red"].labels
    assert json.loads((tagged / "tags.json").read_text())["threshold"] == 0.5
    tag(tagged, wd)
    assert "glasses" in seen_in(tagged)["red"].labels


def test_another_tagger_or_table_is_refused(tagged, wd, tmp_path, kit):
    other = kit.write_wd(tmp_path / "other", kit.WD_TAGS, values={1: ((0, 0, 0), 1)})
    with pytest.raises(UserError, match=r"was tagged by model\.onnx"):
        tag(tagged, other)
    table = open_tagger(wd, table={"hat": ("smile",)})
    with pytest.raises(UserError, match="another --map"):
        tag_faces(tagged, read_faces(tagged), table)


def test_damaged_settings_are_told(tagged, wd):
    (tagged / "tags.json").write_text("{}")
    with pytest.raises(UserError, match="missing or damaged"):
        tag(tagged, wd)


def test_faces_outside_the_folder_are_refused(tmp_path, wd, kit):
    folder = kit.write_faces(tmp_path / "f", {"a": {"file": "../secret.png"}})
    with pytest.raises(UserError, match="not in its folder"):
        tag(folder, wd)


def test_the_command_tells_what_it_does(faces, wd, capsys):
    args = ["tag", str(faces), "--tagger", str(wd), "--events", "json"]
    assert main(args) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert lines[0] == {"event": "progress", "done": 6, "count": 6, "unit": "face"}
    assert "6 of 6 faces are tagged" in lines[-1]["message"]
    assert "no tag for blonde_hair" in lines[-1]["message"]
    assert main([*args, "--threshold", "1.5"]) == 2
    assert main([*args, "--map", str(faces / "records.jsonl")]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_relabel_copies_pictures_and_says_what_is_seen(pictures, tmp_path, wd):
    out = tmp_path / "estimated"
    args = ["relabel", str(pictures), "--tagger", str(wd), "--out", str(out)]
    assert main(args) == 0
    from trainer.data.drawn import load_folder

    before, after = load_folder(pictures, 32), load_folder(out, 32)
    np.testing.assert_array_equal(after.pixels, before.pixels)
    assert (after.labels[:, :13].sum(1) == 1).all()
    assert (after.labels[:, 24:].sum(1) == 1).all()
    agreement = json.loads((out / "relabelled.json").read_text())["agreement"]
    same = (after.labels == before.labels).mean(0)
    assert agreement == {name: pytest.approx(same[n], abs=1e-4) for n, name in enumerate(LABELS)}
    written = (out / "labels.csv").read_bytes()
    assert main(args) == 0
    assert (out / "labels.csv").read_bytes() == written
    assert main([*args, "--threshold", "0.9"]) == 2
    assert main(["relabel", str(pictures), "--tagger", str(wd), "--out", str(pictures)]) == 2


def test_a_relabelling_that_is_stopped_goes_on(pictures, tmp_path, kit):
    from trainer.data.relabel import relabel

    tagger = open_tagger(kit.write_wd(tmp_path / "two", kit.WD_TAGS, values=kit.WD_VALUES, batch=2))
    out = tmp_path / "estimated"
    assert relabel(pictures, out, tagger, should_stop=lambda: True) is None
    assert not (out / "labels.csv").exists()
    assert relabel(pictures, out, tagger) is not None
    assert (out / "labels.csv").is_file()


def test_our_own_tagger_says_yes_from_a_half_on(faces, tmp_path, kit):
    """Others do from a quarter on, as in the paper; both can be told another threshold."""
    data = kit.network(34, {20: ((0, 0, 0), -0.5), 21: ((0, 0, 0), 0.5)}, features=3)
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "tagger.onnx").write_bytes(data)
    (tmp_path / "own" / "model.json").write_text(json.dumps(kit.own_manifest(data)))
    line = ["tag", str(faces), "--tagger", str(tmp_path / "own")]
    for more, labels in (([], {"hat"}), (["--threshold", "0.25"], {"hat", "open_mouth"})):
        assert main([*line, *more]) == 0
        bits = set(LABELS[13:24])
        assert all(bits & set(seen.labels) == labels for seen in seen_in(faces).values())
