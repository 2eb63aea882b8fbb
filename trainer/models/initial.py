"""The networks' first weights."""

from __future__ import annotations

import torch
from torch import nn


def initialise(network: nn.Module, std: float, rng: torch.Generator) -> None:
    """Fills a network's weights from a generator, so that a seed fixes them.

    Convolutions and dense layers get N(0, std) weights and zero biases. Batch norms get N(1, std)
    scales and zero shifts: centred on 0, as the paper's sentence read to the letter has it, they
    would shrink the signal fifty-fold at each norm.

    Args:
        network: Any network of this package.
        std: Standard deviation, 0.02 in the paper.
        rng: A generator on the network's device.

    Source: 5.1, Jin et al. 2017, arXiv:1708.05509; batch norm scales as in DCGAN's published code
    (Radford et al. 2015, arXiv:1511.06434).
    """
    with torch.no_grad():
        for module in network.modules():
            if isinstance(module, nn.Conv2d | nn.ConvTranspose2d | nn.Linear):
                module.weight.normal_(0.0, std, generator=rng)
                if module.bias is not None:
                    module.bias.zero_()
            elif isinstance(module, nn.BatchNorm2d):
                module.weight.normal_(1.0, std, generator=rng)
                module.bias.zero_()
