import dataclasses
import json
import math

import pytest
import torch

from girlsmoe_desktop.core.errors import UserError
from tests.unit.trainer.upscale.conftest import drawing
from trainer import events, settings
from trainer.checkpoint import load_checkpoint
from trainer.upscale import config as configs
from trainer.upscale.start import Start
from trainer.upscale.step import pixel_loss


def weights(run, which="network"):
    return load_checkpoint(run.find_checkpoint())["state"][which]


def same(one, other):
    return all(torch.equal(one[name], other[name]) for name in one)


def test_it_learns(trained, tiny):
    longer = dataclasses.replace(tiny, iterations=150, log_every_steps=25, learning_rate=0.003)
    # Not lenient: so the loss that is told is the mean squared error itself.
    clean = dataclasses.replace(longer, share_clean=1.0, share_painted=0.0, lenient_mse=0.0)
    _, heard = trained(config=clean)
    losses = [event.losses["pixel"] for event in heard if isinstance(event, events.Step)]
    assert losses[-1] < 0.8 * losses[0]


def test_a_run_leaves_checkpoints_samples_and_its_settings(trained, tiny):
    run, heard = trained()
    assert run.checkpoint_steps() == [3, 6]
    assert [path.stem for path in run.sample_paths()] == ["000003", "000006"]
    assert configs.from_dict(run.load_settings()) == tiny
    assert isinstance(heard[0], events.Started)
    assert heard[-1] == events.Finished(6, False, "Done: 6 steps.")


@pytest.mark.parametrize("kind", ["plain", "adversarial"])
def test_a_resumed_run_equals_one_that_was_never_stopped(trained, tiny, adversarial, kind):
    config = tiny if kind == "plain" else adversarial
    extra = {} if kind == "plain" else {"paintings": [drawing(9, 32)]}
    whole, _ = trained("whole", config, **extra)
    parts, heard = trained("parts", config, stop_after=4, **extra)
    assert heard[-1].stopped
    assert heard[-1].step == 4
    trained("parts", config, resume=True, **extra)
    assert same(weights(whole), weights(parts))
    assert same(weights(whole, "average"), weights(parts, "average"))


def test_the_losses_of_hopeless_pictures_are_reined_in():
    truth = torch.zeros(2, 3, 4, 4)
    near, far = torch.full((1, 3, 4, 4), 0.001), torch.full((1, 3, 4, 4), 0.5)
    large = torch.cat([near, far]).requires_grad_()
    assert pixel_loss(large, truth, 0.0).item() == pytest.approx((1e-6 + 0.25) / 2)
    loss = pixel_loss(large, truth, 0.0003)
    assert loss.item() == pytest.approx((1e-6 + 0.0003 * math.log1p(0.25 / 0.0003)) / 2, rel=5e-3)
    torch.autograd.backward(loss)
    pull = large.grad.flatten(1).norm(dim=1)
    plain = 2 * large.detach().flatten(1).norm(dim=1) / (2 * 48)
    assert (pull / plain).tolist() == pytest.approx([1, 1 / (1 + 0.25 / 0.0003)], rel=5e-3)


def test_it_starts_from_the_weights_it_is_given(trained, adversarial):
    soft, _ = trained("soft")
    start = Start(weights(soft, "average"), steps=7, origin="moe-x2 0.1")
    still = dataclasses.replace(adversarial, critic_head_start=100)
    sharp, heard = trained("sharp", still, start=start, paintings=[drawing(9, 32)])
    assert same(weights(sharp), start.weights)  # the discriminator learns alone at first
    state = load_checkpoint(sharp.find_checkpoint())["state"]
    assert (state["earlier_steps"], state["origin"]) == (7, "moe-x2 0.1")
    told = [event.losses for event in heard if isinstance(event, events.Step)]
    assert {"critic", "slope"} == set().union(*told)
    moved, _ = trained("moved", adversarial, start=start, paintings=[drawing(9, 32)])
    assert not same(weights(moved), start.weights)


def test_weights_of_another_shape_are_refused(trained, tiny):
    soft, _ = trained("soft")
    with pytest.raises(UserError, match="other layers"):
        trained("wider", dataclasses.replace(tiny, channels=12), start=Start(weights(soft)))


def test_paintings_are_kept_when_reduced(trained, adversarial):
    _, heard = trained(config=adversarial, paintings=[drawing(9, 32)])
    assert all("kept" in event.losses for event in heard if isinstance(event, events.Step))


def test_a_run_goes_on_only_with_its_own_pictures(trained, truths):
    trained(stop_after=3)
    object.__setattr__(truths, "contents", "others")
    with pytest.raises(UserError, match="other pictures"):
        trained(resume=True)


def test_what_is_no_number_any_more_stops_the_run(trained, tiny):
    wild = dataclasses.replace(tiny, learning_rate=1e30, iterations=40)
    with pytest.raises(UserError, match="diverged"):
        trained(config=wild)


@pytest.mark.parametrize("name", configs.PRESETS)
def test_every_preset_carries_its_name_and_survives_json(name):
    config = configs.preset(name)
    assert config.preset == name
    assert configs.from_dict(json.loads(settings.to_json(config))) == config


def test_the_adversarial_weights_are_low_and_high():
    low, high = configs.preset("srgan-x2-low"), configs.preset("srgan-x2")
    assert 0 < low.lambda_adv < high.lambda_adv
    assert dataclasses.replace(low, preset="srgan-x2", lambda_adv=high.lambda_adv) == high


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("precision", "float8"),
        ("ema_decay", 1.0),
        ("share_clean", 1.5),
        ("share_painted", 0.7),
        ("patch_px", 20),
        ("channels", 0),
        ("channels", 10_000),
        ("learning_rate", float("nan")),
    ],
)
def test_settings_no_run_could_use_are_refused(key, value):
    with pytest.raises(UserError):
        dataclasses.replace(configs.preset("mse-x2"), **{key: value})
