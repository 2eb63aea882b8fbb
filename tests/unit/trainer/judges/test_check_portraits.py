"""The command, through the program's own entry."""

import csv
import json
import shutil
from contextlib import nullcontext

import numpy as np
import pytest
from PIL import Image

from girlsmoe_desktop.core.attributes import LABELS
from trainer.cli import main
from trainer.commands import check_portraits, common
from trainer.events import Finished, Progress, Step, from_line
from trainer.judges.overlap import must_be_apart
from trainer.judges.pictures import read_rgb


def events_of(capsys):
    return [from_line(line) for line in capsys.readouterr().out.splitlines()]


def test_labels_writes_report_and_mistakes(toys, tmp_path, capsys):
    train, test = map(str, toys)
    args = ["check-portraits", "labels", "--train", train, "--test", test, "--size", "32"]
    assert main([*args, "--epochs", "2", "--out", str(tmp_path), "--events", "json"]) == 0
    told = events_of(capsys)
    assert isinstance(told[0], Step)
    assert told[-1] == Finished(10, False, told[-1].message)
    assert "hair colour, wanted by seen" in told[-1].message
    report = json.loads((tmp_path / "labels.json").read_text(encoding="utf-8"))
    assert (report["trained_on"], report["tested_on"], report["epochs"]) == (640, 160, 2)
    assert list(report["labels"]) == list(LABELS)
    assert len(report["confusion"]["hair colour"]["wanted_by_seen"]) == 13
    assert read_rgb(tmp_path / "mistakes.png").shape[1] == 8 * 32


def test_a_folder_is_not_tested_on_itself(toys, tmp_path, capsys):
    args = ["--train", str(toys[0]), "--test", str(toys[0]), "--out", str(tmp_path / "out")]
    assert main(["check-portraits", "labels", *args, "--size", "32"]) == 2
    assert "another --seed" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def labels_args(train, test, tmp_path):
    folders = ["--train", str(train), "--test", str(test), "--out", str(tmp_path / "out")]
    return ["check-portraits", "labels", *folders, "--size", "32", "--epochs", "1"]


def drawn_as(folder, target, seed, first=0, **record):
    """Copies a toy folder as if it had been drawn with a seed, from a number on."""
    shutil.copytree(folder, target)
    record = {"seed": seed, "size": 32, "version": 3, "law": "drawing", **record}
    (target / "drawing.json").write_text(json.dumps(record), encoding="utf-8")
    path = target / "labels.csv"
    with path.open(newline="", encoding="utf-8") as file:
        header, *rows = csv.reader(file)
    place = header.index("index")
    for row in rows:
        row[place] = str(int(row[place]) + first)
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([header, *rows])
    return target


@pytest.mark.parametrize(
    ("how", "shared"),
    [
        ({"seed": 7}, 160),
        ({"seed": 7, "law": "empirical", "size": 64, "version": 2}, 160),
        ({"seed": 7, "first": 600}, 40),
        ({"seed": 7, "first": 640}, 0),
        ({"seed": 8}, 0),
    ],
)
def test_a_test_of_portraits_that_were_learned_is_refused(toys, tmp_path, capsys, how, shared):
    train = drawn_as(toys[0], tmp_path / "train", 7)
    test = drawn_as(toys[1], tmp_path / "test", **how)
    assert main(labels_args(train, test, tmp_path)) == (2 if shared else 0)
    err = capsys.readouterr().err
    assert (f"holds {shared} portraits that are in" in err) == bool(shared)
    assert ("draw --seed 8 --count" in err) == bool(shared)
    assert (tmp_path / "out").exists() != bool(shared)


@pytest.mark.parametrize("record", ["", "[]", '{"seed": "x"}', "[" * 100_000, None])
def test_folders_that_do_not_say_where_they_come_from_are_passed(toys, tmp_path, record):
    train = drawn_as(toys[0], tmp_path / "train", 7)
    test = shutil.copytree(toys[1], tmp_path / "test")
    if record is not None:
        (test / "drawing.json").write_text(record, encoding="utf-8")
    must_be_apart(train, test)


@pytest.mark.parametrize("more", [[], ["--out", "{out}"]])
def test_variety_of_a_folder(toys, tmp_path, capsys, more):
    args = ["check-portraits", "variety", str(toys[1]), "--sample", "20", "--events", "json"]
    assert main([*args, *(word.format(out=tmp_path / "out") for word in more)]) == 0
    told = events_of(capsys)
    assert told[-2] == Progress(160, 160, "picture")
    assert "pairwise RMSE" in told[-1].message
    assert (tmp_path / "out").exists() == bool(more)
    if more:
        report = json.loads((tmp_path / "out" / "variety.json").read_text(encoding="utf-8"))
        assert (report["pictures"], report["pairs_of"]) == (160, 20)
        assert (tmp_path / "out" / "closest.png").is_file()


def test_variety_of_a_sheet(tmp_path, capsys):
    sheet = np.zeros((64, 128, 3), np.uint8)
    sheet[:, 64:] = 255
    Image.fromarray(sheet).save(tmp_path / "sheet.png")
    assert main(["check-portraits", "variety", str(tmp_path / "sheet.png"), "--tile", "64"]) == 0
    assert "1.000 mean, 1.000 smallest among 2" in capsys.readouterr().out


def test_visibility_of_one_label(tmp_path, capsys):
    args = ["check-portraits", "visibility", "--count", "2", "--label", "hat", "--workers", "1"]
    assert main([*args, "--out", str(tmp_path), "--events", "json"]) == 0
    told = events_of(capsys)
    assert told[:-1] == [Progress(1, 2, "portrait"), Progress(2, 2, "portrait")]
    assert "median" in told[-1].message
    (report,) = json.loads((tmp_path / "visibility.json").read_text(encoding="utf-8"))
    assert (report["label"], report["portraits"]) == ("hat", 2)
    assert report["median"] > 0.02
    assert read_rgb(tmp_path / "least_visible.png").shape[1] == 6 * 256


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["variety", "nothing"], "There is no nothing"),
        (["variety", "nothing", "--sample", "1"], "--sample is 1"),
        (["visibility", "--label", "long_hair"], "can't be taken away"),
        (["visibility", "--count", "0"], "--count is 0"),
        (["labels", "--train", "a", "--test", "b", "--out", "c", "--size", "50"], "multiple of 16"),
    ],
)
def test_mistakes_are_told_in_a_sentence(tmp_path, monkeypatch, capsys, args, message):
    monkeypatch.chdir(tmp_path)
    assert main(["check-portraits", *args]) == 2
    assert message in capsys.readouterr().err


@pytest.mark.parametrize("check", ["labels", "variety", "visibility"])
def test_a_wish_to_stop_is_heard_and_nothing_is_written(toys, tmp_path, monkeypatch, capsys, check):
    for module in (check_portraits, common):
        monkeypatch.setattr(module, "stop_request", lambda _: nullcontext(lambda: True))
    args = {
        "labels": ["--train", str(toys[0]), "--test", str(toys[1]), "--size", "32"],
        "variety": [str(toys[1])],
        "visibility": ["--count", "2", "--workers", "1"],
    }[check]
    out = tmp_path / "out"
    assert main(["check-portraits", check, *args, "--out", str(out), "--events", "json"]) == 0
    last = events_of(capsys)[-1]
    assert last == Finished(1, True, last.message)
    assert "Stopped after 1 " in last.message
    assert not out.exists()
