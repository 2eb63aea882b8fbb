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


def test_a_flipped_byte_anywhere_is_told_or_harmless(tmp_path):
    path = tmp_path / "1.pt"
    weights = torch.arange(64.0)
    save_checkpoint(path, {"state": {"w": weights, "step": 4}})
    content = path.read_bytes()
    refused = 0
    for position in range(0, len(content), 7):
        damaged = bytearray(content)
        damaged[position] ^= 0xFF
        path.write_bytes(damaged)
        try:
            loaded = load_checkpoint(path)
        except UserError:
            refused += 1
        else:
            assert torch.equal(loaded["state"]["w"], weights)
    assert refused > 50


def test_a_damaged_tensor_is_told_and_another_checkpoint_advised(tmp_path):
    path = tmp_path / "1.pt"
    weights = torch.full((1000,), 0.1)
    save_checkpoint(path, {"state": weights})
    content = bytearray(path.read_bytes())
    content[content.index(weights.numpy().tobytes()) + 2000] ^= 1
    path.write_bytes(content)
    with pytest.raises(UserError, match=r"1\.pt.*damaged.*--checkpoint"):
        load_checkpoint(path)
