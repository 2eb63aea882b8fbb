import pytest
import torch
from torch import nn

from trainer.models.dcgan import DcganGenerator
from trainer.models.folded import FoldedDcgan, FoldedGenerator, fold
from trainer.models.generator import Generator


def make_generator(size, kind="srresnet"):
    """Returns a generator whose norms do something."""
    torch.manual_seed(0)
    if kind == "dcgan":
        generator = DcganGenerator(size, channels=8).double()
    else:
        generator = Generator(size, channels=8, blocks=2).double()
    for module in generator.modules():
        if isinstance(module, nn.BatchNorm2d):
            nn.init.normal_(module.weight, 1, 0.3)
            nn.init.normal_(module.bias, 0, 0.3)
            module.running_mean.normal_()
            module.running_var.uniform_(0.5, 2)
    return generator.eval()


@pytest.mark.parametrize("kind", ["srresnet", "dcgan"])
@pytest.mark.parametrize("size", [32, 64])
def test_folded_generator_draws_what_the_original_draws(size, kind):
    generator = make_generator(size, kind)
    z, labels = torch.randn(3, 128).double(), torch.rand(3, 34).double() * 2 - 1
    with torch.no_grad():
        expected = generator(z, labels)
        got = fold(generator).double()(z, labels)
    assert expected.std() > 0.1
    torch.testing.assert_close(got, expected, atol=1e-5, rtol=0)


@pytest.mark.parametrize(
    ("kind", "folds_to"), [("srresnet", FoldedGenerator), ("dcgan", FoldedDcgan)]
)
def test_folding_leaves_no_norm_and_the_original_alone(kind, folds_to):
    generator = make_generator(32, kind)
    before = {name: value.clone() for name, value in generator.state_dict().items()}
    folded = fold(generator)
    assert isinstance(folded, folds_to)
    assert not any(isinstance(module, nn.BatchNorm2d) for module in folded.modules())
    for name, value in generator.state_dict().items():
        assert torch.equal(value, before[name]), name
