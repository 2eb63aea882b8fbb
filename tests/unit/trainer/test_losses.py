import math

import pytest
import torch

from trainer import losses
from trainer.models.discriminator import Discriminator
from trainer.world import ALONE


def test_adversarial_is_the_cross_entropy_by_hand():
    logits = torch.tensor([0.0, math.log(3.0)])  # probabilities of "real": 1/2 and 3/4
    real = -(math.log(1 / 2) + math.log(3 / 4)) / 2
    fake = -(math.log(1 / 2) + math.log(1 / 4)) / 2
    assert losses.adversarial(logits, True).item() == pytest.approx(real, rel=1e-6)
    assert losses.adversarial(logits, False).item() == pytest.approx(fake, rel=1e-6)


def test_adversarial_stays_finite_far_out():
    assert losses.adversarial(torch.tensor([-1e4]), True).item() == pytest.approx(1e4)


def test_classification_sums_over_labels_and_averages_over_the_batch():
    logits = torch.tensor([[0.0, math.log(3.0)], [0.0, 0.0]])
    targets = torch.tensor([[1.0, 0.0], [1.0, 1.0]])
    expected = (math.log(2) + math.log(4) + 2 * math.log(2)) / 2
    assert losses.classification(logits, targets).item() == pytest.approx(expected, rel=1e-6)


def test_classification_refuses_shapes_that_would_broadcast():
    with pytest.raises(AssertionError):
        losses.classification(torch.zeros(4, 34), torch.zeros(1, 34))


@pytest.mark.parametrize("norm", [0.25, 1.0, 3.0])
def test_penalty_of_a_linear_discriminator_is_its_slope_less_one_squared(norm):
    w = torch.randn(3 * 8 * 8)
    w *= norm / w.norm()
    points = torch.randn(5, 3, 8, 8)
    penalty = losses.gradient_penalty(lambda x: x.flatten(1) @ w, points)
    assert penalty.item() == pytest.approx((norm - 1) ** 2, abs=1e-5)


@pytest.mark.parametrize("norm", [0.25, 3.0])
def test_r1_of_a_linear_discriminator_is_its_slope_squared(norm):
    w = torch.randn(3 * 8 * 8)
    w *= norm / w.norm()
    penalty = losses.gradient_penalty(
        lambda x: x.flatten(1) @ w, torch.randn(5, 3, 8, 8), target=0.0
    )
    assert penalty.item() == pytest.approx(norm**2, abs=1e-5)


def test_penalty_pulls_the_slope_towards_one():
    w = torch.full((12,), 1.0, requires_grad=True)  # norm sqrt(12)
    losses.gradient_penalty(lambda x: x.flatten(1) @ w, torch.randn(4, 3, 2, 2)).backward()
    expected = 2 * (math.sqrt(12) - 1) / math.sqrt(12)
    torch.testing.assert_close(w.grad, torch.full((12,), expected))


def test_penalty_at_zero_slope_has_finite_gradients():
    w = torch.zeros(12, requires_grad=True)
    losses.gradient_penalty(lambda x: x.flatten(1) @ w, torch.randn(4, 3, 2, 2)).backward()
    assert torch.isfinite(w.grad).all()


def test_penalty_in_bfloat16_is_that_of_float32():
    torch.manual_seed(0)
    network = Discriminator(32, channels=8)
    for parameter in network.parameters():
        torch.nn.init.normal_(parameter, 0, 0.08)
    points = torch.randn(8, 3, 32, 32)

    def score(img):
        return network(img)[0]

    exact = losses.gradient_penalty(score, points)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        half = losses.gradient_penalty(score, points)
    assert half.item() == pytest.approx(exact.item(), rel=0.03)


def test_perturbation_stays_within_half_a_deviation_and_differs_by_picture():
    real = torch.randn(64, 3, 16, 16)
    moved = losses.perturb(real, ALONE, torch.Generator().manual_seed(0)) - real
    half = 0.5 * real.std()
    assert moved.min() >= -1e-6
    assert moved.max() <= half + 1e-6
    strengths = moved.flatten(1).mean(dim=1) / half  # alpha / 2 for each picture
    assert strengths.min() < 0.1
    assert strengths.max() > 0.4
