import dataclasses

import pytest
import torch

from girlsmoe_desktop.core.errors import UserError
from trainer import events, loop
from trainer.checkpoint import load_checkpoint
from trainer.loop import train
from trainer.runs import RunFolder
from trainer.watch import Balance


def report(step, d_adv):
    return events.Step(step, 1000, 1.0, {"d_adv": d_adv})


def test_a_discriminator_that_wins_for_long_is_told(tmp_path):
    balance = Balance()
    for step in range(1, 10):
        balance.read(report(step, 0.005))
        assert not balance.is_good
        balance.must_not_be_lost(step, RunFolder(tmp_path))
    balance.read(report(10, 0.005))
    with pytest.raises(UserError, match=r"step 10 .*without fail.*no checkpoint yet.*lambda_gp"):
        balance.must_not_be_lost(10, RunFolder(tmp_path))


def test_one_that_is_caught_up_with_may_win_again(tmp_path):
    balance = Balance()
    for step in range(30):
        balance.read(report(step, 0.005 if step % 10 else 0.02))
        assert balance.is_good == (step % 10 == 0)
        balance.must_not_be_lost(step, RunFolder(tmp_path))


def test_a_run_whose_discriminator_wins_keeps_the_last_good_checkpoint(
    tiny, data, tmp_path, monkeypatch
):
    """From step 9 on the discriminator has won; checkpoints are due at 3, 6, 9, 12..."""

    def step(state):
        losses = train_step(state)
        return losses | {"d_adv": torch.tensor(0.001 if state.step > 8 else 1.0)}

    train_step = loop.train_step
    monkeypatch.setattr(loop, "train_step", step)
    config = dataclasses.replace(tiny, iterations=100, log_every_steps=1)
    told = []
    with pytest.raises(UserError, match=r"step 18 .*without fail.*last checkpoint with --resume"):
        train(config, data, RunFolder(tmp_path), lambda: False, told.append)
    assert RunFolder(tmp_path).checkpoint_steps() == [3, 6]
    assert load_checkpoint(RunFolder(tmp_path).find_checkpoint())["state"]["step"] == 6
    assert told[-1].step == 18


def test_who_stops_while_the_discriminator_wins_keeps_what_was_good(
    tiny, data, tmp_path, monkeypatch
):
    train_step = loop.train_step
    monkeypatch.setattr(
        loop,
        "train_step",
        lambda state: train_step(state) | {"d_adv": torch.tensor(1.0 if state.step < 4 else 0.0)},
    )
    config = dataclasses.replace(tiny, iterations=5, log_every_steps=1, keep_checkpoints=1)
    train(config, data, RunFolder(tmp_path), lambda: False, lambda _: None)
    assert RunFolder(tmp_path).checkpoint_steps() == [3, 5]


def test_a_run_that_is_resumed_again_and_again_is_told_too(tmp_path):
    """What was reported before counts, without what was reported of steps that were given up."""
    run = RunFolder(tmp_path)
    assert run.reports() == []
    for step, d_adv in [(1, 0.5), (2, 0.005), (3, 0.5)]:
        run.append_event(report(step, d_adv))
    run.append_event(events.Started(str(tmp_path), 1, 99, "cpu", 8, {}))
    for step in range(2, 6):
        run.append_event(report(step, 0.005))
    with run.events_path.open("a", encoding="utf-8") as file:
        file.write('{"event": "step", "st')
    assert [told.step for told in run.reports()] == [1, 2, 3, 4, 5]
    balance = Balance(run.reports(4))
    assert not balance.is_good
    for step in range(5, 12):
        balance.must_not_be_lost(step, run)
        balance.read(report(step, 0.005))
    with pytest.raises(UserError, match="without fail"):
        balance.must_not_be_lost(11, run)


def test_a_discriminator_that_learns_alone_is_not_said_to_win():
    balance = Balance(alone_steps=20)
    balance.read(report(20, 0.005))
    assert balance.is_good
    balance.read(report(21, 0.005))
    assert not balance.is_good
