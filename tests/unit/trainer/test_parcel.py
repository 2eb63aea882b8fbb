import json

import pytest

from girlsmoe_desktop.core.errors import UserError
from trainer import cli, parcel
from trainer import config as configs
from trainer.runs import RunFolder

CHECKPOINT = bytes(range(256)) * 20  # 5120


@pytest.fixture
def run(tmp_path):
    folder = RunFolder(tmp_path / "run")
    folder.save_config(configs.preset("smoke"))
    folder.checkpoint_path(70).parent.mkdir()
    folder.checkpoint_path(50).write_bytes(b"old" * 700)
    folder.checkpoint_path(70).write_bytes(CHECKPOINT)
    folder.events_path.write_text('{"kind": "x"}\n')
    return folder


def test_a_run_comes_back_as_it_was_but_for_elder_checkpoints(run, tmp_path):
    parcel.pack(run, tmp_path / "parcel", 2000)
    sizes = [path.stat().st_size for path in (tmp_path / "parcel").glob("*.part")]
    assert max(sizes) <= 2000
    assert len(sizes) >= 3 + 1 + 1
    back = RunFolder(tmp_path / "back")
    parcel.unpack(tmp_path / "parcel", back)
    assert back.find_checkpoint().read_bytes() == CHECKPOINT
    assert back.checkpoint_steps() == [70]
    assert back.load_config() == run.load_config()
    assert back.events_path.read_bytes() == run.events_path.read_bytes()


def test_an_elder_checkpoint_can_be_chosen(run, tmp_path):
    parcel.pack(run, tmp_path / "parcel", 5000, "50")
    back = RunFolder(tmp_path / "back")
    parcel.unpack(tmp_path / "parcel", back)
    assert back.find_checkpoint().read_bytes() == b"old" * 700


def test_by_command(run, tmp_path, capsys):
    out = str(tmp_path / "parcel")
    assert cli.main(["pack", str(run.path), "--out", out, "--part-mb", "0.002"]) == 0
    assert cli.main(["unpack", out, "--run", str(tmp_path / "back")]) == 0
    assert RunFolder(tmp_path / "back").find_checkpoint().read_bytes() == CHECKPOINT
    told = capsys.readouterr()
    assert "--resume" in told.out + told.err
    assert cli.main(["unpack", out, "--run", str(tmp_path / "back")]) == 2


def test_a_parcel_is_there_whole_or_not_at_all(run, tmp_path, monkeypatch):
    monkeypatch.setattr(parcel, "asdict", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        parcel.pack(run, tmp_path / "parcel", 2000)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["run"]


def test_putting_together_can_be_done_again_after_it_was_cut_off(run, tmp_path, monkeypatch):
    parcel.pack(run, tmp_path / "parcel", 2000)
    back, join = RunFolder(tmp_path / "back"), parcel._join

    def cut_off(file, folder, path):
        if path.name == "config.json":
            raise KeyboardInterrupt
        join(file, folder, path)

    monkeypatch.setattr(parcel, "_join", cut_off)
    with pytest.raises(KeyboardInterrupt):
        parcel.unpack(tmp_path / "parcel", back)
    monkeypatch.undo()
    parcel.unpack(tmp_path / "parcel", back)
    assert back.load_config() == run.load_config()


@pytest.mark.parametrize("size", ["nan", "inf", "0", "-3"])
def test_impossible_lengths_of_parts_are_told(run, tmp_path, capsys, size):
    command = ["pack", str(run.path), "--out", str(tmp_path / "p"), f"--part-mb={size}"]
    assert cli.main(command) == 2
    assert "--part-mb must be" in capsys.readouterr().err


@pytest.mark.parametrize("harm", ["changed", "shorter", "missing"])
def test_a_harmed_part_is_named_and_nothing_is_written(run, tmp_path, harm):
    parcel.pack(run, tmp_path / "parcel", 2000)
    part = tmp_path / "parcel" / "00002.part"
    if harm == "changed":
        part.write_bytes(b"x" * 2000)
    elif harm == "shorter":
        part.write_bytes(part.read_bytes()[:-1])
    else:
        part.unlink()
    with pytest.raises(UserError, match=r"00002\.part"):
        parcel.unpack(tmp_path / "parcel", RunFolder(tmp_path / "back"))
    assert not (tmp_path / "back").exists()


@pytest.mark.parametrize("name", ["../evil", "/evil", "a/../../evil", "C:evil", "..\\evil", ""])
def test_a_list_that_leads_out_of_the_folder_is_refused(run, tmp_path, name):
    parcel.pack(run, tmp_path / "parcel", 2000)
    path = tmp_path / "parcel" / parcel.CONTENTS
    contents = json.loads(path.read_text())
    contents["files"][0]["path"] = name
    path.write_text(json.dumps(contents))
    with pytest.raises(UserError, match="no name in its folder"):
        parcel.unpack(tmp_path / "parcel", RunFolder(tmp_path / "back"))


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": 1, "files": 3}', '{"format": 9}'])
def test_a_list_that_is_none_is_refused(tmp_path, text):
    (tmp_path / parcel.CONTENTS).write_text(text)
    with pytest.raises(UserError, match="parcel"):
        parcel.unpack(tmp_path, RunFolder(tmp_path / "back"))
    assert not (tmp_path / "back").exists()


def test_folders_in_use_and_impossible_sizes_are_refused(run, tmp_path):
    with pytest.raises(UserError, match="in use"):
        parcel.pack(run, run.path, 2000)
    with pytest.raises(UserError, match="1000 bytes"):
        parcel.pack(run, tmp_path / "parcel", 10)
    with pytest.raises(UserError, match=r"no parcel\.json"):
        parcel.unpack(run.path, RunFolder(tmp_path / "back"))
    parcel.pack(run, tmp_path / "parcel", 2000)
    with pytest.raises(UserError, match="already holds a run"):
        parcel.unpack(tmp_path / "parcel", run)
