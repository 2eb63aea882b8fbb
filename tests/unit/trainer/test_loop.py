import dataclasses
import json

import pytest
import torch
from PIL import Image

from girlsmoe_desktop.core.errors import UserError
from trainer import config as configs
from trainer import events, loop
from trainer.checkpoint import load_checkpoint
from trainer.data.drawn import load_folder
from trainer.loop import train
from trainer.runs import RunFolder


def never():
    return False


def run_through(config, data, folder, should_stop=never, resume=False):
    """Trains and returns the events."""
    told = []
    train(config, data, RunFolder(folder), should_stop, told.append, resume=resume)
    return told


def assert_same(a, b, where="state"):
    """Compares nested dicts, lists, tensors and numbers bit for bit."""
    if isinstance(a, torch.Tensor):
        assert torch.equal(a, b), where
    elif isinstance(a, dict):
        assert a.keys() == b.keys(), where
        for key in a:
            assert_same(a[key], b[key], f"{where}.{key}")
    elif isinstance(a, list):
        assert len(a) == len(b), where
        for index, (left, right) in enumerate(zip(a, b, strict=True)):
            assert_same(left, right, f"{where}[{index}]")
    else:
        assert a == b, where


def final_state(folder):
    return load_checkpoint(RunFolder(folder).find_checkpoint())["state"]


def test_a_resumed_run_equals_the_uninterrupted_one_bit_for_bit(tiny, pictures, tmp_path):
    asked = iter([False, False, False, True])  # after step 4: within an epoch, between penalties
    told = run_through(tiny, load_folder(pictures, 32), tmp_path / "a", lambda: next(asked))
    assert told[-1] == events.Finished(4, True, told[-1].message)
    assert "--resume" in told[-1].message
    run_through(tiny, load_folder(pictures, 32), tmp_path / "a", resume=True)
    run_through(tiny, load_folder(pictures, 32), tmp_path / "b")
    assert_same(final_state(tmp_path / "a"), final_state(tmp_path / "b"))
    sheets = [(tmp_path / name / "samples" / "000006.png").read_bytes() for name in "ab"]
    assert sheets[0] == sheets[1]


def test_a_run_changes_everything_it_should(tiny, data, tmp_path):
    run_through(dataclasses.replace(tiny, iterations=1), data, tmp_path / "a")
    run_through(dataclasses.replace(tiny, iterations=2), data, tmp_path / "b")
    first, second = final_state(tmp_path / "a"), final_state(tmp_path / "b")
    for part in ("generator", "discriminator", "average"):
        for name, value in first[part].items():
            if not value.is_floating_point():
                continue  # the count of batches, which nothing reads
            assert not torch.equal(value, second[part][name]), f"{part}.{name} stood still"


def test_the_folder_and_the_events(tiny, data, tmp_path):
    told = run_through(tiny, data, tmp_path)
    names = [type(event).__name__ for event in told]
    assert names == [
        "Started",
        *("Step", "Sample", "Checkpoint", "Step"),
        *("Step", "Sample", "Checkpoint", "Finished"),
    ]
    lines = (tmp_path / "events.jsonl").read_text(encoding="utf-8").splitlines()
    assert [events.from_line(line) for line in lines] == told
    assert configs.from_dict(json.loads((tmp_path / "config.json").read_text())) == tiny
    with Image.open(tmp_path / "samples" / "000003.png") as sheet:
        assert sheet.size == (8 * 32, 8 * 32)
    losses = {"d_adv", "d_cls_real", "d_cls_fake", "d_gp", "g_adv", "g_cls"}
    assert {name for e in told if isinstance(e, events.Step) for name in e.losses} == losses


def test_settings_are_saved_before_the_first_step(tiny, data, tmp_path, monkeypatch):
    def look(_state):
        assert (tmp_path / "config.json").is_file()
        raise RuntimeError("seen")

    monkeypatch.setattr(loop, "train_step", look)
    with pytest.raises(RuntimeError, match="seen"):
        run_through(tiny, data, tmp_path)


def test_a_loss_that_is_not_finite_stops_the_run_and_is_not_saved(tiny, data, tmp_path):
    config = dataclasses.replace(tiny, learning_rate=1e30)
    with pytest.raises(UserError, match=r"no longer a finite number.*--resume"):
        run_through(config, data, tmp_path)
    assert RunFolder(tmp_path).checkpoint_steps() == []


def test_only_the_last_checkpoints_are_kept(tiny, data, tmp_path):
    config = dataclasses.replace(tiny, checkpoint_every_steps=1, keep_checkpoints=2)
    run_through(config, data, tmp_path)
    assert RunFolder(tmp_path).checkpoint_steps() == [5, 6]


def test_every_preset_runs_a_step_in_small(data, tmp_path):
    for name in configs.PRESETS:
        config = dataclasses.replace(
            configs.preset(name),
            size=32,
            g_channels=4,
            g_blocks=1,
            d_channels=4,
            batch_images=2,
            iterations=1,
        )
        told = run_through(config, data, tmp_path / name)
        assert told[-1].step == 1


def test_the_rate_halves_after_the_plateau(tiny, data):
    config = dataclasses.replace(
        tiny,
        learning_rate=0.4,
        d_rate_factor=3.0,
        decay_after_steps=10,
        decay_half_life_steps=5,
    )
    state = loop.TrainState(config, data, torch.device("cpu"))
    for step, rate in ((0, 0.4), (10, 0.4), (15, 0.2), (25, 0.05)):
        state.step = step
        state.set_learning_rate()
        assert state.optimiser_g.param_groups[0]["lr"] == pytest.approx(rate)
        assert state.optimiser_d.param_groups[0]["lr"] == pytest.approx(3 * rate)
