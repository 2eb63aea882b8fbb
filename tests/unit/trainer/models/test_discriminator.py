import pytest
import torch
from torch import nn

from trainer import config as configs
from trainer.models.discriminator import Discriminator, LeakyResidualBlock
from trainer.models.initial import initialise


def blocks(network):
    return [module for module in network.modules() if isinstance(module, LeakyResidualBlock)]


def test_paper_discriminator_is_figure_4():
    network = Discriminator(128)
    halving = [m for m in network.features if isinstance(m, nn.Conv2d)]
    assert [m.out_channels for m in halving] == [32, 64, 128, 256, 512, 1024]
    assert [m.kernel_size[0] for m in halving] == [4, 4, 4, 3, 3, 3]
    assert len(blocks(network)) == 10
    assert not any(isinstance(m, nn.BatchNorm2d) for m in network.modules())


@pytest.mark.parametrize(("size", "stages"), [(32, 4), (64, 5), (128, 6), (256, 7)])
def test_smaller_pictures_take_fewer_stages(size, stages):
    network = Discriminator(size, channels=2)
    assert len(blocks(network)) == 2 * (stages - 1)
    adversarial, attributes = network(torch.zeros(3, 3, size, size))
    assert adversarial.shape == (3,)
    assert attributes.shape == (3, 34)


def test_each_picture_is_judged_alone():
    network = Discriminator(32, channels=4).double()
    img = torch.randn(4, 3, 32, 32).double()
    torch.testing.assert_close(network(img)[0][:1], network(img[:1])[0])


@pytest.mark.parametrize("size", [16, 48, 512])
def test_other_sizes_are_refused(size):
    with pytest.raises(ValueError, match="power of two"):
        Discriminator(size)


def test_wrong_shapes_are_refused_at_the_door():
    with pytest.raises(AssertionError, match="img has shape"):
        Discriminator(32, channels=2)(torch.zeros(1, 3, 64, 64))


@pytest.mark.parametrize("name", ["preview-64", "preview-128", "modern-128", "modern-256"])
def test_our_presets_begin_with_a_slope_that_neither_vanishes_nor_explodes(name):
    """A few hundredths more of their first weights' spread make it a thousand times as steep."""
    config = configs.preset(name)
    rng = torch.Generator().manual_seed(0)
    network = Discriminator(config.size, channels=config.d_channels)
    initialise(network, config.d_init_std, rng)
    coarse = torch.rand((2, 3, 16, 16), generator=rng) * 2 - 1
    img = torch.nn.functional.interpolate(coarse, config.size).requires_grad_()
    (gradient,) = torch.autograd.grad(network(img)[0].sum(), img)
    slope = gradient.flatten(1).norm(dim=1).mean()
    assert 0.3 < slope < 5
