import pytest
import torch

from trainer.models import folded
from trainer.models.folded import fold
from trainer.models.generator import Generator
from trainer.models.grown import grow
from trainer.models.halfsize import SIDES, full_size_weight, half_size_weight
from trainer.models.initial import initialise


@pytest.fixture
def inputs():
    rng = torch.Generator().manual_seed(3)
    z = torch.randn((32, 128), generator=rng)
    return z, (torch.rand((32, 34), generator=rng) < 0.25) * 2.0 - 1.0


@pytest.fixture
def taught(inputs):
    """A generator whose norms do something, and whose pictures are smooth and not flat."""
    generator = new(32, seed=1, std=0.1)
    bell = torch.exp(-0.5 * (torch.arange(-4.0, 5.0) / 2).square())
    colors = generator.conv_out.weight.detach()[:, :, :1, :1]
    generator.conv_out.weight.data = 0.5 * colors * bell[:, None] * bell
    generator.train()
    for _ in range(30):
        generator(*inputs)
    return generator.eval()


def new(size, seed, std=0.02, channels=8, blocks=2, packed=False):
    generator = Generator(size, channels=channels, blocks=blocks, packed_tail=packed)
    initialise(generator, std, torch.Generator().manual_seed(seed))
    return generator


def exported(generator):
    return {name: value.clone() for name, value in fold(generator).state_dict().items()}


@torch.no_grad()
def test_it_draws_what_the_exported_one_draws(taught, inputs):
    wanted = taught(*inputs)
    generator = new(32, seed=2)
    spread = generator.trunk[1].conv1.weight.std().item()
    grow(generator, exported(taught), *inputs)
    assert wanted.std() > 0.1
    torch.testing.assert_close(generator.eval()(*inputs), wanted, atol=1e-4, rtol=0)
    # In training the norms look at the batch, which here is the one they were set on.
    torch.testing.assert_close(generator.train()(*inputs), wanted, atol=1e-3, rtol=0)
    assert generator.trunk[1].conv1.weight.square().mean().sqrt() == pytest.approx(spread, rel=0.05)


@torch.no_grad()
@pytest.mark.parametrize("packed", [False, True])
def test_at_twice_the_side_it_draws_the_same_larger(taught, inputs, packed):
    small = taught(*inputs)
    generator = new(64, seed=2, packed=packed)
    before = torch.nn.functional.avg_pool2d(generator.eval()(*inputs), 2)
    grow(generator, exported(taught), *inputs)
    large = generator.eval()(*inputs)
    assert large.shape == (32, 3, 64, 64)
    after = torch.nn.functional.avg_pool2d(large, 2)
    assert (after - small).square().mean() < 0.1 * (before - small).square().mean()


@pytest.mark.parametrize(
    ("shape", "reason"),
    [
        ({"size": 128}, "half the side"),
        ({"size": 64, "channels": 4}, "conv_trunk.weight is"),
        ({"size": 64, "blocks": 3}, "missing"),
        ({"size": 64, "blocks": 1}, "expected none"),
    ],
)
def test_another_shape_is_refused_before_anything_changes(taught, inputs, shape, reason):
    generator = new(seed=2, **shape)
    before = {name: value.clone() for name, value in generator.state_dict().items()}
    with pytest.raises(ValueError, match=reason):
        grow(generator, exported(taught), *inputs)
    for name, value in generator.state_dict().items():
        assert torch.equal(value, before[name]), name


@torch.no_grad()
def test_models_whose_output_makes_fewer_pixels_at_a_time_are_taken_too(
    taught, inputs, monkeypatch
):
    monkeypatch.setattr(folded, "OUTPUT_SIDE", 2)
    weights = exported(taught)
    assert weights["upsample.2.weight"].shape == (12, 32, 5, 5)
    generator = new(32, seed=2)
    grow(generator, weights, *inputs)
    torch.testing.assert_close(generator.eval()(*inputs), taught(*inputs), atol=1e-4, rtol=0)


@pytest.mark.parametrize("side", SIDES)
def test_the_output_convolution_comes_back_from_half_its_size(side):
    weight = torch.randn(3, 5, 9, 9)
    assert torch.equal(full_size_weight(half_size_weight(weight, side), side), weight)
