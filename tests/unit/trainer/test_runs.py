import pytest

from girlsmoe_desktop.core.errors import UserError
from trainer import config as configs
from trainer.runs import RunFolder, write_atomically


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(tmp_path):
    path = tmp_path / "a.pt"
    path.write_bytes(b"old")

    def fail(file):
        file.write(b"half of the new")
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        write_atomically(path, fail)
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.pt"]


def test_two_that_write_at_once_leave_one_whole_file(tmp_path):
    path = tmp_path / "cache.npy"

    def write(file):
        file.write(b"first")
        write_atomically(path, lambda other: other.write(b"another, longer"))
        file.write(b" half")

    write_atomically(path, write)
    assert path.read_bytes() == b"first half"
    assert [entry.name for entry in tmp_path.iterdir()] == ["cache.npy"]


def test_a_step_without_a_generator_names_those_that_have_one(tmp_path):
    run = RunFolder(tmp_path)
    for path in (run.checkpoint_path(900), run.snapshot_path(100), run.snapshot_path(200)):
        write_atomically(path, lambda file: file.write(b""))
    with pytest.raises(UserError, match=r"It has: 900\..*is kept: 100, 200"):
        run.find_generator("300")


def test_checkpoints_are_found_by_name_and_number(tmp_path):
    run = RunFolder(tmp_path)
    with pytest.raises(UserError, match="holds no checkpoint"):
        run.find_checkpoint()
    for step in (50, 1_000_000, 900):
        write_atomically(run.checkpoint_path(step), lambda file: file.write(b""))
    assert run.find_checkpoint() == run.checkpoint_path(1_000_000)
    assert run.find_checkpoint("900") == run.checkpoint_path(900)
    with pytest.raises(UserError, match="It has: 50, 900, 1000000"):
        run.find_checkpoint("51")
    run.drop_old_checkpoints(2)
    assert run.checkpoint_steps() == [900, 1_000_000]


def test_settings_are_kept(tmp_path):
    run = RunFolder(tmp_path / "run")
    run.must_be_new()
    with pytest.raises(UserError, match="not a run folder"):
        run.load_config()
    run.save_config(configs.preset("smoke"))
    assert run.load_config() == configs.preset("smoke")
    run.must_be_new()  # no checkpoint: nothing to resume, so another run may start here
    write_atomically(run.checkpoint_path(5), lambda file: file.write(b""))
    with pytest.raises(UserError, match="--resume"):
        run.must_be_new()


def test_damaged_settings_are_told(tmp_path):
    (tmp_path / "config.json").write_text("{", encoding="utf-8")
    with pytest.raises(UserError, match="not valid JSON"):
        RunFolder(tmp_path).load_config()


def test_files_whose_name_only_resembles_a_checkpoint_are_none(tmp_path):
    run = RunFolder(tmp_path)
    for name in ("²", "7", "-00001", "٣"):
        write_atomically(
            tmp_path / "checkpoints" / f"{name}.safetensors", lambda file: file.write(b"")
        )
    assert run.checkpoint_steps() == []


@pytest.mark.parametrize("text", ["[]", "null", "3"])
def test_settings_that_are_no_record_are_told(tmp_path, text):
    (tmp_path / "config.json").write_text(text, encoding="utf-8")
    with pytest.raises(UserError, match="not settings by name"):
        RunFolder(tmp_path).load_config()
