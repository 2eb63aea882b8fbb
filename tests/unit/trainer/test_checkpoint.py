import pytest
import torch

from girlsmoe_desktop.core.errors import UserError
from trainer import checkpoint
from trainer.checkpoint import load_checkpoint, save_checkpoint


def test_checkpoints_come_back(tmp_path):
    path = tmp_path / "1.pt"
    save_checkpoint(path, {"state": {"w": torch.arange(3), "step": 4}})
    assert load_checkpoint(path)["state"]["w"].tolist() == [0, 1, 2]


def test_a_save_that_fails_keeps_the_last_checkpoint(tmp_path, monkeypatch):
    path = tmp_path / "1.pt"
    save_checkpoint(path, {"step": 1})

    def fail(_state, file):
        file.write(b"half")
        raise OSError("disk full")

    monkeypatch.setattr(checkpoint.torch, "save", fail)
    with pytest.raises(OSError, match="disk full"):
        save_checkpoint(path, {"step": 2})
    assert load_checkpoint(path)["step"] == 1
    assert len(list(tmp_path.iterdir())) == 1


class Payload:
    def __reduce__(self):
        return (print, ("code ran",))


def test_checkpoints_with_code_are_refused_and_the_code_is_not_run(tmp_path, capsys):
    path = tmp_path / "bad.pt"
    torch.save({"format": 1, "x": Payload()}, path)
    with pytest.raises(UserError, match="cannot be read"):
        load_checkpoint(path)
    assert "code ran" not in capsys.readouterr().out


@pytest.mark.parametrize("content", [b"", b"half a file"])
def test_damaged_files_are_told(tmp_path, content):
    path = tmp_path / "bad.pt"
    path.write_bytes(content)
    with pytest.raises(UserError, match="cannot be read"):
        load_checkpoint(path)


def test_other_formats_are_told(tmp_path):
    torch.save({"format": 99}, tmp_path / "new.pt")
    with pytest.raises(UserError, match="version"):
        load_checkpoint(tmp_path / "new.pt")
