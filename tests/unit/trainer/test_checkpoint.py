import pytest
import torch
from safetensors.torch import save_file

from girlsmoe_desktop.core.errors import UserError
from trainer.checkpoint import load_checkpoint, save_checkpoint


def test_checkpoints_come_back(tmp_path):
    path = tmp_path / "1.safetensors"
    save_checkpoint(path, {"state": {"w": torch.arange(3), "step": 4}})
    assert load_checkpoint(path)["state"]["w"].tolist() == [0, 1, 2]


def test_nested_values_come_back_as_they_were(tmp_path):
    state = {
        "optimiser": {"state": {0: {"step": torch.tensor(3.0)}}, "groups": [{"betas": (0.5, 0.9)}]},
        "none": None,
        "flag": True,
        "rate": 0.1,
        "text": "\u00e9",
        "empty": torch.empty(0, dtype=torch.int64),
        "halves": torch.ones(2, 3, dtype=torch.bfloat16),
        "swapped": torch.arange(6).reshape(2, 3).t(),
    }
    save_checkpoint(tmp_path / "1.safetensors", state)
    back = load_checkpoint(tmp_path / "1.safetensors")
    assert list(back) == list(state)
    assert back["optimiser"]["state"][0]["step"].item() == 3.0
    assert back["optimiser"]["groups"] == [{"betas": [0.5, 0.9]}]
    assert [back[key] for key in ("none", "flag", "rate", "text")] == [None, True, 0.1, "\u00e9"]
    for key in ("empty", "halves", "swapped"):
        torch.testing.assert_close(back[key], state[key], rtol=0, atol=0)


def test_what_a_checkpoint_cannot_keep_is_named(tmp_path):
    with pytest.raises(TypeError, match="/state/odd is a set"):
        save_checkpoint(tmp_path / "1.safetensors", {"state": {"odd": {1}}})
    assert list(tmp_path.iterdir()) == []


def test_a_save_that_fails_keeps_the_last_checkpoint(tmp_path, monkeypatch):
    path = tmp_path / "1.safetensors"
    save_checkpoint(path, {"step": 1})

    def fail(*_):
        raise OSError("disk full")

    monkeypatch.setattr("trainer.runs.os.fsync", fail)
    with pytest.raises(OSError, match="disk full"):
        save_checkpoint(path, {"step": 2})
    assert load_checkpoint(path)["step"] == 1
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("content", [b"", b"half a file"])
def test_damaged_files_are_told(tmp_path, content):
    path = tmp_path / "bad.safetensors"
    path.write_bytes(content)
    with pytest.raises(UserError, match="cannot be read"):
        load_checkpoint(path)


def test_other_formats_are_told(tmp_path):
    save_file({"w": torch.ones(1)}, tmp_path / "new.safetensors", {"format": "99"})
    with pytest.raises(UserError, match="version"):
        load_checkpoint(tmp_path / "new.safetensors")


def test_a_flipped_byte_anywhere_is_told_or_harmless(tmp_path):
    path = tmp_path / "1.safetensors"
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
    path = tmp_path / "1.safetensors"
    weights = torch.full((1000,), 0.1)
    save_checkpoint(path, {"state": weights})
    content = bytearray(path.read_bytes())
    content[content.index(weights.numpy().tobytes()) + 2000] ^= 1
    path.write_bytes(content)
    with pytest.raises(UserError, match=r"1\.safetensors.*damaged.*--checkpoint"):
        load_checkpoint(path)
