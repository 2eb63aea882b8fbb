"""The network that makes a picture twice as wide and high, and the one that judges the result."""

from __future__ import annotations

from itertools import pairwise

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

SCALE = 2
LEAK = 0.2


class _Block(nn.Module):
    """Keeps the shape (N, channels, H, W): conv, LeakyReLU, conv, plus the input."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, 3, padding=1)
        self.conv2 = nn.Conv2d(channels, channels, 3, padding=1)

    def forward(self, x: Tensor) -> Tensor:
        y: Tensor = self.conv2(F.leaky_relu(self.conv1(x), LEAK))
        return y + x


class UpscaleNetwork(nn.Module):
    """SRResNet for 2x: a trunk of residual blocks at the small size, then pixel shuffle.

    Departures from SRResNet, all for two CPU cores: no batch norm, which would tie a pixel's
    result to the rest of the picture and whose statistics can't be blended; LeakyReLU, which
    onnxruntime computes within the convolution, where PReLU takes half as long again; kernels of 3
    instead of 9; the shuffle comes last. The network adds to the picture with every pixel doubled.

    Args:
        channels: Width of the trunk.
        blocks: Residual blocks.

    Attributes:
        copies: Which channel of the picture each of the shuffled channels adds to.

    Source: Ledig et al. 2017, arXiv:1609.04802, Figure 4; sub-pixel convolution at the end: Shi et
    al. 2016, arXiv:1609.05158.
    """

    copies: Tensor

    def __init__(self, channels: int, blocks: int) -> None:
        super().__init__()
        self.channels, self.blocks = channels, blocks
        self.conv_in = nn.Conv2d(3, channels, 3, padding=1)
        self.trunk = nn.Sequential(*(_Block(channels) for _ in range(blocks)))
        self.conv_trunk = nn.Conv2d(channels, channels, 3, padding=1)
        self.conv_out = nn.Conv2d(channels, 3 * SCALE**2, 3, padding=1)
        self.shuffle = nn.PixelShuffle(SCALE)
        copies = torch.arange(3).repeat_interleave(SCALE**2)
        self.register_buffer("copies", copies, persistent=False)

    @property
    def context(self) -> int:
        """Pixels around a pixel, each way, that its result depends on."""
        return 3 + 2 * self.blocks  # one for each convolution of 3 x 3

    def forward(self, img: Tensor) -> Tensor:
        """Returns pictures (N, 3, 2H, 2W), of pictures (N, 3, H, W), both RGB in 0..1.

        The result may go a little beyond.
        """
        x = F.leaky_relu(self.conv_in(img), LEAK)
        x = F.leaky_relu(self.conv_trunk(self.trunk(x)) + x, LEAK)
        # Copies of each channel side by side: shuffled, they are the picture with doubled pixels.
        doubled = img.index_select(1, self.copies)
        shuffled: Tensor = self.shuffle(self.conv_out(x) + doubled)
        return shuffled

    def initialise(self, rng: torch.Generator) -> None:
        """Gives every weight its first value; the network then doubles pixels and nothing else.

        He's normal values, a tenth of them in what is added within a block, as deep networks
        without norms want, and nothing in the last layer.
        """
        for name, parameter in self.named_parameters():
            if parameter.dim() < 2 or name.startswith("conv_out"):
                nn.init.zeros_(parameter)
                continue
            nn.init.kaiming_normal_(parameter, LEAK, generator=rng)
            if name.endswith("conv2.weight"):
                parameter.data.mul_(0.1)


class Critic(nn.Module):
    """The discriminator: says of every part of a large picture whether it is true.

    Four convolutions halve the picture; each place of the last map judges the part of the picture
    that it sees. No batch norm: the penalty needs each picture's score to depend on it alone.

    Args:
        channels: Width of the first layer.

    Source: SRGAN's discriminator without its dense layers, as PatchGAN (Isola et al. 2017,
    arXiv:1611.07004) has it: what is judged is texture, and pictures may be of any size.
    """

    def __init__(self, channels: int) -> None:
        super().__init__()
        widths = [channels, 2 * channels, 4 * channels, 4 * channels]
        layers: list[nn.Module] = [nn.Conv2d(3, widths[0], 3, padding=1), nn.LeakyReLU(LEAK)]
        for before, after in pairwise(widths):
            layers += [nn.Conv2d(before, after, 4, stride=2, padding=1), nn.LeakyReLU(LEAK)]
            layers += [nn.Conv2d(after, after, 3, padding=1), nn.LeakyReLU(LEAK)]
        layers += [nn.Conv2d(widths[-1], 1, 3, padding=1)]
        self.body = nn.Sequential(*layers)

    def forward(self, img: Tensor) -> Tensor:
        """Returns the logits of "true" (N, places), of pictures (N, 3, H, W) in 0..1."""
        # Around a mid grey, as the other networks see pictures.
        logits: Tensor = self.body(img * 2 - 1)
        return logits.flatten(1)

    def initialise(self, rng: torch.Generator) -> None:
        """Gives every weight its first value, He's."""
        for parameter in self.parameters():
            if parameter.dim() < 2:
                nn.init.zeros_(parameter)
            else:
                nn.init.kaiming_normal_(parameter, LEAK, generator=rng)
