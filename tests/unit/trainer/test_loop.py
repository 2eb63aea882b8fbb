import copy
import dataclasses
import json
import shutil

import pytest
import torch
from PIL import Image

from girlsmoe_desktop.core.errors import UserError
from trainer import config as configs
from trainer import events, loop
from trainer.checkpoint import load_checkpoint, save_checkpoint
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
        *("Step", "Checkpoint", "Sample", "Step"),
        *("Checkpoint", "Step", "Sample", "Finished"),
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
    with pytest.raises(UserError, match=r"d_adv.*not a finite number.*start again in the same"):
        run_through(config, data, tmp_path)
    assert RunFolder(tmp_path).checkpoint_steps() == []
    RunFolder(tmp_path).must_be_new()


def test_a_run_that_diverges_later_goes_on_from_its_checkpoint(tiny, data, tmp_path):
    run_through(dataclasses.replace(tiny, iterations=3), data, tmp_path)
    config = dataclasses.replace(tiny, learning_rate=1e30)
    with pytest.raises(UserError, match=r"not a finite number.*last checkpoint with --resume"):
        run_through(config, data, tmp_path, resume=True)
    assert RunFolder(tmp_path).checkpoint_steps() == [3]


@pytest.mark.parametrize("network", ["generator", "discriminator", "average"])
def test_weights_that_are_not_finite_are_not_saved(tiny, data, tmp_path, monkeypatch, network):
    def break_last(state):
        losses = train_step(state)
        with torch.no_grad():
            next(getattr(state, network).parameters())[-1] = float("nan")
        return losses

    train_step = loop.train_step
    monkeypatch.setattr(loop, "train_step", break_last)
    with pytest.raises(UserError, match=r"weights.*not a finite number"):
        run_through(dataclasses.replace(tiny, iterations=1), data, tmp_path)
    assert RunFolder(tmp_path).checkpoint_steps() == []


def test_a_sample_sheet_that_fails_costs_no_steps(tiny, data, tmp_path, monkeypatch):
    def fail(*_):
        raise OSError("no room")

    config = dataclasses.replace(tiny, sample_every_steps=2)
    monkeypatch.setattr(loop.SampleSheet, "save", fail)
    with pytest.raises(OSError, match="no room"):
        run_through(config, data, tmp_path)
    assert RunFolder(tmp_path).checkpoint_steps() == [2]


def test_a_listener_that_fails_costs_no_steps(tiny, data, tmp_path):
    def tell(event):
        if isinstance(event, events.Step):
            raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        train(tiny, data, RunFolder(tmp_path), never, tell)
    assert RunFolder(tmp_path).checkpoint_steps() == [2]


def test_other_data_is_refused_by_name_and_the_same_data_elsewhere_is_not(tiny, pictures, tmp_path):
    run, moved = tmp_path / "run", tmp_path / "moved"
    run_through(dataclasses.replace(tiny, iterations=2), load_folder(pictures, 32), run)
    shutil.copytree(pictures, moved)
    for path in moved.iterdir():
        path.touch()
    run_through(dataclasses.replace(tiny, iterations=3), load_folder(moved, 32), run, resume=True)
    table = moved / "labels.csv"
    first, *rows = table.read_text(encoding="utf-8").splitlines()
    table.write_text("\n".join([first, *reversed(rows)]), encoding="utf-8")
    with pytest.raises(UserError, match=r"other data: labels\.csv in --data .*12 pictures"):
        run_through(tiny, load_folder(moved, 32), run, resume=True)


def test_checkpoints_from_before_the_contents_were_kept_are_accepted(tiny, data, tmp_path):
    run_through(dataclasses.replace(tiny, iterations=2), data, tmp_path)
    path = RunFolder(tmp_path).find_checkpoint()
    old = load_checkpoint(path)
    old["data"] = {"images": 12, "fingerprint": "of another form", "drawing": "1"}
    save_checkpoint(path, old)
    assert run_through(tiny, data, tmp_path, resume=True)[-1].step == 6


def test_a_network_that_is_not_the_checkpoints_is_named(tiny, data, tmp_path):
    run_through(dataclasses.replace(tiny, iterations=1), data, tmp_path)
    with pytest.raises(UserError, match="g_channels 8, not 4"):
        run_through(dataclasses.replace(tiny, g_channels=8), data, tmp_path, resume=True)


def test_a_checkpoint_that_lacks_parts_is_told(tiny, data, tmp_path):
    run_through(dataclasses.replace(tiny, iterations=1), data, tmp_path)
    path = RunFolder(tmp_path).find_checkpoint()
    checkpoint = load_checkpoint(path)
    del checkpoint["state"]["generator"]["conv_out.weight"]
    save_checkpoint(path, checkpoint)
    with pytest.raises(UserError, match="does not fit the run"):
        run_through(tiny, data, tmp_path, resume=True)


@pytest.mark.parametrize("was_last", [False, True])
def test_moments_take_the_layout_of_the_run_that_goes_on(tiny, data, was_last):
    def make(channels_last):
        config = dataclasses.replace(tiny, channels_last=channels_last)
        return loop.TrainState(config, data, torch.device("cpu"))

    before, after = make(was_last), make(not was_last)
    for _ in range(3):
        loop.train_step(before)
    after.load_state_dict(copy.deepcopy(before.state_dict()))
    rng = torch.Generator().manual_seed(0)
    for name in ("generator", "discriminator"):
        weights = [list(getattr(state, name).parameters()) for state in (before, after)]
        for old, new in zip(*weights, strict=True):
            gradient = torch.randn(old.shape, generator=rng)
            old.grad, new.grad = (torch.empty_like(p).copy_(gradient) for p in (old, new))
        for state in (before, after):
            getattr(state, f"optimiser_{name[0]}").step()
        for old, new in zip(*weights, strict=True):
            torch.testing.assert_close(new, old, rtol=1e-5, atol=1e-7)


def test_on_another_device_the_random_numbers_go_on_and_do_not_repeat(tiny, data):
    def resumed(step):
        state = loop.TrainState(tiny, data, torch.device("cpu"))
        saved = {**state.state_dict(), "step": step, "rng": torch.zeros(16, dtype=torch.uint8)}
        state.load_state_dict(saved)
        return torch.rand(4, generator=state.rng).tolist()

    fresh = torch.rand(4, generator=torch.Generator().manual_seed(tiny.seed)).tolist()
    assert resumed(5) == resumed(5)
    assert len({tuple(numbers) for numbers in (fresh, resumed(5), resumed(6))}) == 3


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


def test_a_new_attempt_in_the_same_folder_takes_nothing_over(tiny, data, tmp_path, monkeypatch):
    run = RunFolder(tmp_path)
    config = dataclasses.replace(tiny, snapshot_every_steps=1, sample_every_steps=1)
    broken = dataclasses.replace(config, checkpoint_every_steps=100, log_every_steps=100)
    steps = iter([True] * 4)

    def step(state):
        if next(steps, None) is None:
            raise RuntimeError("cut off")
        return train_step(state)

    train_step = loop.train_step
    monkeypatch.setattr(loop, "train_step", step)
    with pytest.raises(RuntimeError):
        train(broken, data, run, lambda: False, lambda _: None)
    assert run.snapshot_steps() == [1, 2, 3, 4]
    monkeypatch.undo()
    train(dataclasses.replace(config, iterations=2), data, run, lambda: False, lambda _: None)
    assert run.snapshot_steps() == [1, 2]
    assert [path.stem for path in run.sample_paths()] == ["000001", "000002"]


def test_a_wish_to_stop_at_the_last_step_is_no_early_end(tiny, data, tmp_path):
    told = []
    config = dataclasses.replace(tiny, iterations=1)
    train(config, data, RunFolder(tmp_path), lambda: True, told.append)
    assert (told[-1].stopped, told[-1].message) == (False, "Done: 1 steps.")
