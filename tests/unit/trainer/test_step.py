import dataclasses

import pytest
import torch

from trainer import step as steps
from trainer.state import TrainState


def new_state(config, data):
    return TrainState(config, data, torch.device("cpu"))


def snapshot(network):
    return {name: value.clone() for name, value in network.named_parameters()}


def test_the_generators_update_leaves_the_discriminator_alone(tiny, data):
    state = new_state(tiny, data)
    fake = state.generator(torch.randn(4, 128), torch.ones(4, 34))
    before = snapshot(state.discriminator)
    steps._update_generator(state, fake, torch.ones(4, 34))
    for name, value in state.discriminator.named_parameters():
        assert torch.equal(value, before[name]), name
        assert value.grad is None
        assert value.requires_grad


def test_the_discriminators_update_leaves_the_generator_alone(tiny, data):
    state = new_state(tiny, data)
    real, targets = state.batches.draw()
    before = snapshot(state.generator)
    steps._update_discriminator(state, real, targets, torch.randn(4, 3, 32, 32), targets)
    for name, value in state.generator.named_parameters():
        assert torch.equal(value, before[name]), name
        assert value.grad is None


def test_the_penalty_is_taken_at_its_interval_and_scaled_by_it(tiny, data):
    state = new_state(dataclasses.replace(tiny, gp_every_steps=3), data)
    assert ["d_gp" in steps.train_step(state) for _ in range(4)] == [True, False, False, True]
    gradients = []
    for interval in (1, 3):
        state = new_state(dataclasses.replace(tiny, gp_every_steps=interval), data)
        real, _ = state.batches.draw()
        steps._backward_penalty(state, real)
        gradients.append(state.discriminator.adversarial.weight.grad)
    torch.testing.assert_close(gradients[1], 3 * gradients[0])


def test_losses_are_weighted_as_the_paper_says(tiny, data):
    """The last layer's bias sees d/ds of lambda_adv * L_adv alone."""
    state = new_state(dataclasses.replace(tiny, gp_every_steps=5, lambda_adv=34.0), data)
    state.step = 1  # no penalty in this one
    real, targets = state.batches.draw()
    fake = torch.randn(4, 3, 32, 32)
    with torch.no_grad():
        p_real = state.discriminator(real)[0].sigmoid()
        p_fake = state.discriminator(fake)[0].sigmoid()
    steps._update_discriminator(state, real, targets, fake, targets)
    expected = 34.0 * (p_fake.mean() - (1 - p_real).mean())
    assert state.discriminator.adversarial.bias.grad.item() == pytest.approx(
        expected.item(), abs=1e-4
    )


def test_attributes_of_drawn_pictures_count_as_much_as_their_weight_says(tiny, data):
    biases = []
    for weight in (0.0, 1.0, 2.0):
        config = dataclasses.replace(tiny, gp_every_steps=5, lambda_cls_fake=weight)
        state = new_state(config, data)
        state.step = 1  # no penalty in this one
        real, targets = state.batches.draw()
        fake = torch.linspace(-1, 1, real.numel()).reshape(real.shape)
        steps._update_discriminator(state, real, targets, fake, 1 - targets)
        biases.append(state.discriminator.attributes.bias.grad)
    torch.testing.assert_close(biases[2] - biases[1], biases[1] - biases[0])
    assert not torch.equal(biases[1], biases[0])


def test_r1_is_measured_at_the_real_pictures_themselves(tiny, data):
    state = new_state(dataclasses.replace(tiny, penalty="r1"), data)
    real, _ = state.batches.draw()
    penalty = steps._backward_penalty(state, real)
    points = real.clone().requires_grad_(True)
    (slope,) = torch.autograd.grad(state.discriminator(points)[0].sum(), points)
    torch.testing.assert_close(penalty, slope.square().sum(dim=(1, 2, 3)).mean())


def test_bfloat16_losses_are_finite_and_near_those_of_float32(tiny, data):
    reports = []
    for precision in ("float32", "bfloat16"):
        state = new_state(dataclasses.replace(tiny, precision=precision, d_init_std=0.1), data)
        reports.append(steps.train_step(state))
    for name, value in reports[0].items():
        assert reports[1][name].dtype == torch.float32
        assert reports[1][name].item() == pytest.approx(value.item(), rel=0.05, abs=0.02), name
