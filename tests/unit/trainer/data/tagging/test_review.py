"""Doubtful faces come first; what is decided of them is kept and can be undone."""

import json

import pytest
from PIL import Image

from girlsmoe_desktop.core.errors import UserError
from trainer.cli import main
from trainer.data.review import KEEP, REJECT, Review, doubtful


def ids(folder):
    return [one.face.id for one in doubtful(folder, Review(folder))]


def test_the_most_doubtful_come_first_and_settled_ones_no_more(tagged):
    found = doubtful(tagged, Review(tagged))
    assert found[0].face.id == "black"
    values = [one.value for one in found]
    assert values == sorted(values, reverse=True)
    (tagged / "duplicates.jsonl").write_text('{"id": "red", "status": "skipped"}\n')
    review = Review(tagged)
    review.decide(REJECT, ["black"])
    review.decide(KEEP, ["white"])
    assert sorted(ids(tagged)) == ["blue", "green", "yellow"]


def test_without_a_tagger_the_detector_doubts(faces):
    assert ids(faces)[0] == "black"
    assert doubtful(faces, Review(faces))[0].value == pytest.approx(1 / 1.5)


def test_steps_are_undone_one_by_one_also_later(faces):
    Review(faces).decide(REJECT, ["red", "blue"])
    Review(faces).decide(KEEP, ["red"])
    assert Review(faces).rejected == {"blue"}
    assert json.loads((faces / "review.json").read_text())["rejected"] == ["blue"]
    assert Review(faces).undo().ids == ("red",)
    assert Review(faces).rejected == {"red", "blue"}
    assert Review(faces).undo().what == REJECT
    assert Review(faces).rejected == frozenset()
    assert Review(faces).undo() is None


def test_a_file_with_nothing_but_ids_is_understood(faces):
    (faces / "review.json").write_text('{"rejected": ["red"]}')
    review = Review(faces)
    assert review.rejected == {"red"}
    review.decide(REJECT, ["blue"])
    assert Review(faces).rejected == {"red", "blue"}


def test_what_another_program_took_out_is_not_rejected(faces):
    Review(faces).decide(REJECT, ["red", "blue"])
    data = json.loads((faces / "review.json").read_text())
    data["rejected"] = ["blue"]
    (faces / "review.json").write_text(json.dumps(data))
    assert Review(faces).rejected == {"blue"}


@pytest.mark.parametrize(
    "text", ["", "[]", '{"rejected": [1]}', '{"rejected": [], "steps": [["drop", "a"]]}', "{}"]
)
def test_a_damaged_file_is_told(faces, text):
    (faces / "review.json").write_text(text)
    with pytest.raises(UserError, match="is damaged"):
        Review(faces)


def test_the_command_lists_rejects_by_number_and_takes_back(tagged, tmp_path, capsys):
    sheet = tmp_path / "sheet.png"
    assert main(["review", str(tagged), "--list", "3", "--sheet", str(sheet)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split()[2:] == ["black", str(tagged / "faces" / "black.webp")]
    assert "6 faces are left" in lines[-1]
    with Image.open(sheet) as picture:
        assert picture.width == 3 * 128
    shown = [line.split()[2] for line in lines[:3]]
    assert main(["review", str(tagged), "--reject", ":1", ":2-3", "red"]) == 0
    assert Review(tagged).rejected == {*shown, "red"}
    assert main(["review", str(tagged), "--undo"]) == 0
    assert Review(tagged).rejected == frozenset()
    assert main(["review", str(tagged), "--undo"]) == 0
    assert "Nothing to take back" in capsys.readouterr().out


@pytest.mark.parametrize("word", ["nobody", ":9", ":0", ":2-1", ":x"])
def test_a_face_that_is_not_there_is_told(tagged, word, capsys):
    main(["review", str(tagged), "--list", "3"])
    assert main(["review", str(tagged), "--reject", word]) == 2
    assert word in capsys.readouterr().err
    assert Review(tagged).rejected == frozenset()


def test_a_list_of_none_is_refused(tagged, capsys):
    assert main(["review", str(tagged), "--list", "0"]) == 2
    assert "1 or more" in capsys.readouterr().err


def test_what_cannot_be_written_is_not_decided_either(faces, monkeypatch):
    review = Review(faces)
    review.decide(REJECT, ["red"])

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("trainer.data.review.write_bytes", full)
    with pytest.raises(UserError, match="can't be written"):
        review.decide(REJECT, ["blue"])
    with pytest.raises(UserError, match="can't be written"):
        review.undo()
    assert review.rejected == Review(faces).rejected == {"red"}
