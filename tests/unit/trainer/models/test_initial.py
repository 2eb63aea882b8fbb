import pytest
import torch
from torch import nn

from trainer.models.generator import Generator
from trainer.models.initial import initialise


def test_weights_have_the_spread_and_a_seed_fixes_them():
    first, second = Generator(32, channels=8, blocks=1), Generator(32, channels=8, blocks=1)
    for network in (first, second):
        initialise(network, 0.02, torch.Generator().manual_seed(3))
    assert first.dense.weight.std().item() == pytest.approx(0.02, rel=0.02)
    assert torch.equal(first.dense.weight, second.dense.weight)
    norms = [m.weight for m in first.modules() if isinstance(m, nn.BatchNorm2d)]
    assert torch.cat(norms).mean().item() == pytest.approx(1.0, abs=0.02)
    assert first.conv_out.bias.abs().max() == 0
