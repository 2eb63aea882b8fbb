import itertools

import pytest
import torch

from trainer.models.dcgan import DcganGenerator
from trainer.models.generator import Generator


def count(network):
    return sum(parameter.numel() for parameter in network.parameters())


def test_parameters_are_those_of_its_layers_and_several_times_the_papers():
    dense = (128 + 34) * 1024 * 16 + 2 * 1024
    widths = (1024, 512, 256, 128, 64)
    stages = sum(a * b * 16 + 2 * b for a, b in itertools.pairwise(widths))
    out = 64 * 3 * 16 + 3
    assert count(DcganGenerator(128)) == dense + stages + out == 13_802_371
    assert 3 < count(DcganGenerator(128)) / count(Generator(128)) < 4


@pytest.mark.parametrize("size", [16, 32, 64, 128])
def test_pictures_have_the_size_and_the_range(size):
    img = DcganGenerator(size, channels=2)(torch.randn(2, 128), torch.ones(2, 34))
    assert img.shape == (2, 3, size, size)
    assert img.abs().max() <= 1


@pytest.mark.parametrize("size", [8, 48, 100])
def test_other_sizes_are_refused(size):
    with pytest.raises(ValueError, match=r"4 \* 2\*\*k"):
        DcganGenerator(size)


def test_wrong_shapes_are_refused_at_the_door():
    generator = DcganGenerator(32, channels=2)
    with pytest.raises(AssertionError, match="labels"):
        generator(torch.randn(2, 128), torch.ones(2, 33))
    with pytest.raises(AssertionError, match="z has"):
        generator(torch.randn(2, 64), torch.ones(2, 34))


def test_noise_and_labels_both_change_the_picture():
    torch.manual_seed(0)
    generator = DcganGenerator(32, channels=4).eval()
    z, labels = torch.randn(1, 128), torch.ones(1, 34)
    img = generator(z, labels)
    assert (generator(z + 1, labels) - img).abs().max() > 1e-4
    assert (generator(z, -labels) - img).abs().max() > 1e-4
