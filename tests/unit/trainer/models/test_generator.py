import pytest
import torch

from trainer.models.generator import Generator


def count(network):
    return sum(parameter.numel() for parameter in network.parameters())


def test_paper_generator_has_the_parameters_that_figure_3_gives():
    dense = (128 + 34) * 64 * 256 + 2 * 64
    block = 2 * (64 * 64 * 9 + 2 * 64)
    trunk_end = 64 * 64 * 9 + 2 * 64
    stage = 64 * 256 * 9 + 2 * 64
    out = 64 * 3 * 81 + 3
    assert count(Generator(128)) == dense + 16 * block + trunk_end + 3 * stage + out == 4_333_379


@pytest.mark.parametrize("size", [32, 64, 128])
def test_pictures_have_the_size_and_the_range(size):
    img = Generator(size, channels=4, blocks=1)(torch.randn(2, 128), torch.ones(2, 34))
    assert img.shape == (2, 3, size, size)
    assert img.abs().max() <= 1


@pytest.mark.parametrize("size", [16, 48, 100])
def test_other_sizes_are_refused(size):
    with pytest.raises(ValueError, match=r"16 \* 2\*\*k"):
        Generator(size)


def test_wrong_shapes_are_refused_at_the_door():
    generator = Generator(32, channels=4, blocks=1)
    with pytest.raises(AssertionError, match="labels"):
        generator(torch.randn(2, 128), torch.ones(2, 33))
    with pytest.raises(AssertionError, match="z has"):
        generator(torch.randn(2, 64), torch.ones(2, 34))


def test_the_long_skip_goes_around_the_trunk():
    generator = Generator(32, channels=4, blocks=1)
    torch.nn.init.zeros_(generator.norm_trunk.weight)
    z, labels = torch.randn(4, 128), torch.ones(4, 34)
    assert generator(z, labels).std(dim=0).max() > 0  # the noise still arrives


@pytest.mark.parametrize("training", [True, False])
def test_packed_tail_is_the_same_function_with_the_same_gradients(training):
    torch.manual_seed(0)
    plain = Generator(64, channels=4, blocks=1).double().train(training)
    packed = Generator(64, channels=4, blocks=1, packed_tail=True).double().train(training)
    packed.load_state_dict(plain.state_dict())
    packed.to(memory_format=torch.channels_last)
    z, labels = torch.randn(3, 128).double(), torch.randn(3, 34).double()
    a, b = plain(z, labels), packed(z, labels)
    torch.testing.assert_close(a, b, rtol=0, atol=1e-12)
    direction = torch.randn_like(a)
    a.backward(direction)
    b.backward(direction)
    for p, q in zip(plain.parameters(), packed.parameters(), strict=True):
        torch.testing.assert_close(p.grad, q.grad, rtol=1e-8, atol=1e-10)
    for p, q in zip(plain.buffers(), packed.buffers(), strict=True):
        torch.testing.assert_close(p, q, rtol=1e-10, atol=1e-12)
