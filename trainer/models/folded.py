"""The generator rewritten for inference: the same function, without batch norms."""

from __future__ import annotations

import copy

import torch
from torch import Tensor, nn

from trainer.models import dcgan
from trainer.models.generator import SEED_PX, Generator, ResidualBlock, UpsampleStage
from trainer.models.halfsize import half_size_weight

OUTPUT_SIDE = 4  # of the square of pixels that the output convolution makes at a time


class FoldedBlock(nn.Module):
    """A residual block whose norms are in its convolutions; keeps the shape (N, C, H, W)."""

    def __init__(self, block: ResidualBlock) -> None:
        super().__init__()
        self.conv1 = fold_norm(block.conv1, block.norm1)
        self.conv2 = fold_norm(block.conv2, block.norm2)

    def forward(self, x: Tensor) -> Tensor:
        """Returns a tensor of x's shape."""
        y: Tensor = self.conv2(torch.relu(self.conv1(x)))
        return y + x


class FoldedGenerator(nn.Module):
    """Draws what a generator in evaluation mode draws, to rounding, 1.3 to 1.7 times as fast.

    A batch norm with fixed statistics is a scale and a shift for each channel, and goes into the
    convolution before it. Where a pixel shuffle stands between, channel c of the norm is channels
    4c to 4c+3 of the convolution, and ReLU, taken value by value, may go before the shuffle.
    The last shuffle moves behind the output convolution (see `trainer.models.halfsize`).

    Args:
        generator: What to fold; left as it is.

    Source: Figure 3, Jin et al. 2017, arXiv:1708.05509; folded.
    """

    def __init__(self, generator: Generator) -> None:
        super().__init__()
        self.channels = generator.channels
        self.dense = _fold_dense(generator.dense, generator.norm_in, SEED_PX**2)
        blocks = [block for block in generator.trunk if isinstance(block, ResidualBlock)]
        self.trunk = nn.Sequential(*(FoldedBlock(block) for block in blocks))
        self.conv_trunk = fold_norm(generator.conv_trunk, generator.norm_trunk)
        stages = [stage for stage in generator.upsample if isinstance(stage, UpsampleStage)]
        layers: list[nn.Module] = []
        for stage in stages:
            layers += [fold_norm(stage.conv, stage.norm), nn.ReLU(), nn.PixelShuffle(2)]
        self.upsample = nn.Sequential(*layers[:-1], _at_half_size(generator.conv_out))
        self.shuffle = nn.PixelShuffle(OUTPUT_SIDE)
        self.eval().requires_grad_(False)

    def forward(self, z: Tensor, labels: Tensor) -> Tensor:
        """Returns pictures (N, 3, size, size) in [-1, 1].

        Args:
            z: Noise, (N, z_dim), standard normal.
            labels: Attributes, (N, n_labels), -1 is off and +1 is on.
        """
        x = torch.relu(self.dense(torch.cat([z, labels], dim=1)))
        x = x.reshape(-1, self.channels, SEED_PX, SEED_PX)
        y = x + torch.relu(self.conv_trunk(self.trunk(x)))
        return torch.tanh(self.shuffle(self.upsample(y)))


class FoldedDcgan(nn.Module):
    """Draws what a DCGAN generator in evaluation mode draws, to rounding, without batch norms.

    Args:
        generator: What to fold; left as it is.
    """

    def __init__(self, generator: dcgan.DcganGenerator) -> None:
        super().__init__()
        self.channels = generator.channels
        self.dense = _fold_dense(generator.dense, generator.norm_in, dcgan.SEED_PX**2)
        stages = [stage for stage in generator.stages if isinstance(stage, dcgan.DcganStage)]
        layers: list[nn.Module] = []
        for stage in stages:
            layers += [_fold_transposed(stage.conv, stage.norm), nn.ReLU()]
        self.upsample = nn.Sequential(*layers, copy.deepcopy(generator.conv_out))
        self.eval().requires_grad_(False)

    def forward(self, z: Tensor, labels: Tensor) -> Tensor:
        """Returns pictures (N, 3, size, size) in [-1, 1]; arguments as `DcganGenerator`'s."""
        x = torch.relu(self.dense(torch.cat([z, labels], dim=1)))
        x = x.reshape(-1, self.channels, dcgan.SEED_PX, dcgan.SEED_PX)
        return torch.tanh(self.upsample(x))


def fold(generator: Generator | dcgan.DcganGenerator) -> FoldedGenerator | FoldedDcgan:
    """Returns the network that draws what a generator draws, without batch norms."""
    if isinstance(generator, dcgan.DcganGenerator):
        return FoldedDcgan(generator)
    return FoldedGenerator(generator)


@torch.no_grad()
def fold_norm(conv: nn.Conv2d, norm: nn.BatchNorm2d) -> nn.Conv2d:
    """Returns a convolution with a bias that does what conv and norm do in evaluation mode.

    Args:
        conv: A 3x3 convolution of stride 1 without a bias.
        norm: Over all of its outputs, or over a quarter of them with a pixel shuffle in between.
    """
    weight, bias = _folded(conv.weight, norm, conv.out_channels // norm.num_features)
    folded = nn.Conv2d(conv.in_channels, conv.out_channels, 3, padding=1)
    folded.weight.copy_(weight)
    folded.bias.copy_(bias)  # type: ignore[union-attr]
    return folded


@torch.no_grad()
def _fold_transposed(conv: nn.ConvTranspose2d, norm: nn.BatchNorm2d) -> nn.ConvTranspose2d:
    """Returns a transposed convolution with a bias that does what conv and norm do."""
    # Its weight is (in, out, height, width): the channels that the norm scales come second.
    weight, bias = _folded(conv.weight.transpose(0, 1), norm, 1)
    folded = nn.ConvTranspose2d(conv.in_channels, conv.out_channels, 4, stride=2, padding=1)
    folded.weight.copy_(weight.transpose(0, 1))
    folded.bias.copy_(bias)  # type: ignore[union-attr]
    return folded


@torch.no_grad()
def _fold_dense(dense: nn.Linear, norm: nn.BatchNorm2d, cells: int) -> nn.Linear:
    """Returns a dense layer with a bias that does what dense, reshape and norm do.

    Args:
        dense: Makes a map of `cells` values for each channel of the norm.
        norm: The batch norm over the map.
        cells: Height times width of the map.
    """
    weight, bias = _folded(dense.weight, norm, cells)
    folded = nn.Linear(dense.in_features, dense.out_features)
    folded.weight.copy_(weight)
    folded.bias.copy_(bias)
    return folded


def _folded(weight: Tensor, norm: nn.BatchNorm2d, repeats: int) -> tuple[Tensor, Tensor]:
    """Returns a weight scaled by a norm, and the bias; each channel counts `repeats` times."""
    assert norm.running_mean is not None
    assert norm.running_var is not None
    # In double precision, so that the folded network is off by one rounding and not by several.
    scale = norm.weight.double() / (norm.running_var.double() + norm.eps).sqrt()
    shift = norm.bias.double() - norm.running_mean.double() * scale
    scale, shift = scale.repeat_interleave(repeats), shift.repeat_interleave(repeats)
    return weight.double() * scale.reshape(-1, *[1] * (weight.dim() - 1)), shift


@torch.no_grad()
def _at_half_size(conv: nn.Conv2d) -> nn.Conv2d:
    """Returns the convolution that stands for a 9x9 one before the pixel shuffle."""
    assert conv.bias is not None
    weight = half_size_weight(conv.weight, OUTPUT_SIDE)
    n_out, n_in, taps, _ = weight.shape
    moved = nn.Conv2d(n_in, n_out, taps, stride=OUTPUT_SIDE // 2, padding=2)
    moved.weight.copy_(weight)
    moved.bias.copy_(conv.bias.repeat_interleave(OUTPUT_SIDE**2))  # type: ignore[union-attr]
    return moved
