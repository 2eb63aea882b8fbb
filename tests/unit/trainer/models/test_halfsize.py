import pytest
import torch
from torch.nn import functional as F  # noqa: N812

from trainer.models.halfsize import SIDES, half_size_weight


def half_size_convolution(x, weight, bias, side):
    """The 9x9 convolution as the module's text derives it."""
    moved = half_size_weight(weight, side)
    bias = bias.repeat_interleave(side**2)
    y = F.conv2d(F.pixel_unshuffle(x, 2), moved, bias, stride=side // 2, padding=2)
    return F.pixel_shuffle(y, side)


@pytest.mark.parametrize("side", SIDES)
def test_half_size_convolution_is_the_nine_by_nine_one(side):
    torch.manual_seed(0)
    x = torch.randn(2, 5, 12, 16).double()  # not square, so that swapped axes show
    weight, bias = torch.randn(3, 5, 9, 9).double(), torch.randn(3).double()
    expected = F.conv2d(x, weight, bias, padding=4)
    got = half_size_convolution(x, weight, bias, side)
    torch.testing.assert_close(got, expected, atol=1e-10, rtol=0)


@pytest.mark.parametrize("side", SIDES)
def test_single_precision_stays_within_1e_5(side):
    torch.manual_seed(0)
    x, weight = torch.rand(2, 32, 32, 32), torch.randn(3, 32, 9, 9) * 0.02
    expected = F.conv2d(x, weight, padding=4)
    got = half_size_convolution(x, weight, torch.zeros(3), side)
    torch.testing.assert_close(got, expected, atol=1e-5, rtol=0)


@pytest.mark.parametrize("side", SIDES)
def test_every_tap_is_used_once_for_each_sub_pixel(side):
    used = half_size_weight(torch.ones(1, 1, 9, 9), side)
    assert used.shape == (side**2, 4, 4 + side // 2, 4 + side // 2)
    assert used.sum(dim=(1, 2, 3)).tolist() == [81.0] * side**2
