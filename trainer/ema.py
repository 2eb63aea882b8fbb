"""A running average of a network's weights."""

from __future__ import annotations

import copy

import torch
from torch import nn


def make_average(network: nn.Module) -> nn.Module:
    """Returns a copy in evaluation mode, that needs no gradients."""
    return copy.deepcopy(network).eval().requires_grad_(False)


@torch.no_grad()
def update_average(average: nn.Module, network: nn.Module, decay: float, step: int) -> None:
    """Moves the average towards the network by 1 - decay.

    Batch norm's running statistics are averaged too: they belong to the weights beside them.
    During the first steps the decay is smaller, so that the first weights are soon forgotten.

    Args:
        average: Changed in place.
        network: What to follow.
        decay: 0 follows at once, 0.999 remembers about 1000 steps.
        step: Steps done so far, from 1.
    """
    share = 1.0 - min(decay, (1 + step) / (10 + step))
    old, new = average.state_dict(), network.state_dict()
    names = [name for name, value in old.items() if value.is_floating_point()]
    torch._foreach_lerp_([old[n] for n in names], [new[n] for n in names], share)
