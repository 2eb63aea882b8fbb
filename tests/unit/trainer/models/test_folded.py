import pytest
import torch
from torch import nn

from trainer.models.folded import FoldedGenerator
from trainer.models.generator import Generator


def make_generator(size, seed=0):
    """Returns a generator whose norms do something."""
    torch.manual_seed(seed)
    generator = Generator(size, channels=8, blocks=2).double()
    for module in generator.modules():
        if isinstance(module, nn.BatchNorm2d):
            nn.init.normal_(module.weight, 1, 0.3)
            nn.init.normal_(module.bias, 0, 0.3)
            module.running_mean.normal_()
            module.running_var.uniform_(0.5, 2)
    return generator.eval()


@pytest.mark.parametrize("size", [32, 64])
def test_folded_generator_draws_what_the_original_draws(size):
    generator = make_generator(size)
    z, labels = torch.randn(3, 128).double(), torch.rand(3, 34).double() * 2 - 1
    with torch.no_grad():
        expected = generator(z, labels)
        got = FoldedGenerator(generator).double()(z, labels)
    assert expected.std() > 0.1
    torch.testing.assert_close(got, expected, atol=1e-5, rtol=0)


def test_folding_leaves_no_norm_and_the_original_alone():
    generator = make_generator(32)
    before = {name: value.clone() for name, value in generator.state_dict().items()}
    folded = FoldedGenerator(generator)
    assert not any(isinstance(module, nn.BatchNorm2d) for module in folded.modules())
    for name, value in generator.state_dict().items():
        assert torch.equal(value, before[name]), name
