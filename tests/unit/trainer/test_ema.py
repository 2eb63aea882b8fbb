import pytest
import torch
from torch import nn

from trainer.ema import make_average, update_average


def test_average_moves_by_one_minus_decay_and_takes_the_statistics_along():
    network = nn.Sequential(nn.Linear(2, 2), nn.BatchNorm1d(2))
    average = make_average(network)
    before = average[0].weight.clone()
    with torch.no_grad():
        network[0].weight.add_(1.0)
        network[1].running_mean.add_(2.0)
    update_average(average, network, decay=0.9, step=10_000)
    torch.testing.assert_close(average[0].weight, before + 0.1)
    torch.testing.assert_close(average[1].running_mean, torch.full((2,), 0.2))
    assert not average.training
    assert not average[0].weight.requires_grad


def test_the_first_steps_are_soon_forgotten():
    network = nn.Linear(1, 1, bias=False)
    average = make_average(network)
    target = network.weight.item() + 1.0
    nn.init.constant_(network.weight, target)
    update_average(average, network, decay=0.999, step=1)
    assert target - average.weight.item() == pytest.approx(2 / 11, rel=1e-5)
