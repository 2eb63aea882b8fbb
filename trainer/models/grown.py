"""Gives a new generator what an exported one has learned, at its size or at twice its side.

An exported generator has no batch norms any more (see `trainer.models.folded`). They are put back:
each gets the scale and the shift with which it does, on the pictures of the moment, what was folded
away. At twice the side there is one more stage before the output, which begins by copying every
value to four, and the output convolution is fitted to enlarged pictures by least squares.

Source: starting small and adding a stage is progressive growing (Karras et al. 2017,
arXiv:1710.10196); deviation: nothing fades in, since the new stage begins as a copy.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from trainer.models.generator import Generator, ResidualBlock, UpsampleStage
from trainer.models.halfsize import SIDES, full_size_weight, half_size_weight

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_POINTS = 192  # of every picture, where the output is fitted
_RIDGE = 1e-4  # of the mean square: keeps apart taps that always see the same


@torch.no_grad()
def grow(generator: Generator, weights: Mapping[str, Tensor], z: Tensor, labels: Tensor) -> None:
    """Makes a generator draw what an exported one draws, enlarged where it is twice as large.

    Args:
        generator: New, with its first weights, whose spread the layers keep: so its learning rate
            means what it means elsewhere. Changed in place.
        weights: Of a `FoldedGenerator` of as many channels and blocks, and of as many stages or
            one less, by name.
        z: Noise for the pictures on which norms are set and the output is fitted, (N, z_dim).
        labels: Their attributes, (N, n_labels), -1 or +1.

    Raises:
        ValueError: the weights are of a network of another shape; says how.
    """
    plain = Generator(
        generator.size,
        generator.z_dim,
        generator.n_labels,
        generator.channels,
        len(generator.trunk),
    )
    plain.load_state_dict(generator.state_dict())
    plain.to(z.device).eval()
    old_stages = _stages(weights)
    _must_fit(plain, weights, old_stages)
    for conv, norm, name in _layers(plain, old_stages):
        _put_back(conv, norm, weights[f"{name}.weight"], weights[f"{name}.bias"])
    output = _output_name(old_stages)
    _put_output_back(plain.conv_out, weights[f"{output}.weight"], weights[f"{output}.bias"])
    if old_stages == len(plain.upsample):
        plain(z, labels)
    else:
        _add_stage(plain, z, labels)
    generator.load_state_dict(plain.state_dict())


def _stages(weights: Mapping[str, Tensor]) -> int:
    """Returns how often an exported generator doubles its picture."""
    return sum(name.startswith("upsample.") and name.endswith(".weight") for name in weights) - 1


def _output_name(stages: int) -> str:
    """Returns the name of an exported generator's last convolution."""
    return f"upsample.{3 * stages - 1}"


def _must_fit(generator: Generator, weights: Mapping[str, Tensor], stages: int) -> None:
    """Raises ValueError where an exported generator's layers are not those of the new one."""
    if not 1 <= stages <= len(generator.upsample) <= stages + 1:
        raise ValueError("it is not of the same size or of half the side")
    output = f"{_output_name(stages)}.weight"
    shapes = [tuple(half_size_weight(generator.conv_out.weight, side).shape) for side in SIDES]
    given = tuple(weights[output].shape) if output in weights else ()
    expected = {output: given if given in shapes else shapes[-1]}
    for layer, _, name in _layers(generator, stages):
        assert isinstance(layer.weight, Tensor)
        expected[f"{name}.weight"] = tuple(layer.weight.shape)
    found = {name: tuple(value.shape) for name, value in weights.items() if "weight" in name}
    differing = sorted(k for k in expected | found if expected.get(k) != found.get(k))
    if differing:
        name = differing[0]
        raise ValueError(
            f"its {name} is {found.get(name, 'missing')}, expected {expected.get(name, 'none')}"
        )


def _layers(generator: Generator, stages: int) -> Iterator[tuple[nn.Module, nn.BatchNorm2d, str]]:
    """Yields layers with their norms and their names in an exported generator, but the output."""
    yield generator.dense, generator.norm_in, "dense"
    for number, block in enumerate(generator.trunk):
        assert isinstance(block, ResidualBlock)
        yield block.conv1, block.norm1, f"trunk.{number}.conv1"
        yield block.conv2, block.norm2, f"trunk.{number}.conv2"
    yield generator.conv_trunk, generator.norm_trunk, "conv_trunk"
    for number, stage in enumerate(list(generator.upsample)[:stages]):
        assert isinstance(stage, UpsampleStage)
        yield stage.conv, stage.norm, f"upsample.{3 * number}"


def _put_output_back(conv: nn.Conv2d, weight: Tensor, bias: Tensor) -> None:
    """Gives a 9x9 convolution the weights of an exported one, whichever pixels that makes."""
    side = math.isqrt(len(bias) // conv.out_channels)
    assert conv.bias is not None
    conv.weight.copy_(full_size_weight(weight, side))
    conv.bias.copy_(bias[:: side**2])


def _put_back(layer: nn.Module, norm: nn.BatchNorm2d, weight: Tensor, bias: Tensor) -> None:
    """Gives a layer folded weights in its own spread, and its norm what makes up for that.

    The norm is set when it is first used, once what comes before it has been set.
    """
    assert isinstance(layer.weight, Tensor)
    factor = layer.weight.square().mean().sqrt() / weight.square().mean().sqrt()
    layer.weight.copy_(weight * factor)
    shift = bias[:: len(bias) // norm.num_features]

    def set_norm(norm: nn.Module, inputs: tuple[Tensor]) -> None:
        assert isinstance(norm, nn.BatchNorm2d)
        assert norm.running_mean is not None
        assert norm.running_var is not None
        mean, var = inputs[0].mean((0, 2, 3)), inputs[0].var((0, 2, 3), correction=0)
        norm.running_mean.copy_(mean)
        norm.running_var.copy_(var)
        norm.weight.copy_((var + norm.eps).sqrt() / factor)
        norm.bias.copy_(mean / factor + shift)
        handle.remove()

    handle = norm.register_forward_pre_hook(set_norm)


def _add_stage(generator: Generator, z: Tensor, labels: Tensor) -> None:
    """Makes the last stage a copy, and fits the output to pictures of half the side, enlarged."""
    stage = generator.upsample[-1]
    assert isinstance(stage, UpsampleStage)
    copies = torch.zeros_like(stage.conv.weight)  # (4C, C, 3, 3)
    outputs = torch.arange(len(copies), device=z.device)
    copies[outputs, outputs // 4, 1, 1] = 1.0
    _put_back(stage.conv, stage.norm, copies, torch.zeros_like(outputs, dtype=z.dtype))
    seen: list[Tensor] = []
    handles = [
        layer.register_forward_pre_hook(lambda _, inputs: seen.append(inputs[0]))
        for layer in (stage, generator.conv_out)
    ]
    generator(z, labels)
    for handle in handles:
        handle.remove()
    before, after = seen
    wanted = F.interpolate(generator.conv_out(before), scale_factor=2.0, mode="bicubic")
    _fit(generator.conv_out, after, wanted)


def _fit(conv: nn.Conv2d, x: Tensor, wanted: Tensor) -> None:
    """Gives a 9x9 convolution the weights with which it makes of x what is wanted, nearly.

    Args:
        conv: Changed in place.
        x: What it sees, (N, C, H, W).
        wanted: What it should make of that, (N, out, H, W).
    """
    n_taps = conv.weight[0].numel()
    squares = torch.zeros(n_taps + 1, n_taps + 1, dtype=torch.float64, device=x.device)
    products = squares.new_zeros(n_taps + 1, conv.out_channels)
    rng = torch.Generator().manual_seed(0)  # which points are looked at changes next to nothing
    height, width = x.shape[2:]
    taps = torch.arange(9, device=x.device)
    for picture, target in zip(F.pad(x, (4, 4, 4, 4)), wanted, strict=True):
        rows = torch.randint(height, (_POINTS,), generator=rng).to(x.device)
        columns = torch.randint(width, (_POINTS,), generator=rng).to(x.device)
        at = (rows[:, None, None] + taps[:, None], columns[:, None, None] + taps)
        patches = picture[:, at[0], at[1]].transpose(0, 1).flatten(1).double()
        patches = F.pad(patches, (0, 1), value=1.0)  # the bias
        squares += patches.T @ patches
        products += patches.T @ target[:, rows, columns].T.double()
    ridge = _RIDGE * squares.diagonal()[:-1].mean()
    squares.diagonal()[:-1] += ridge
    solved = torch.linalg.solve(squares, products)  # (taps + 1, out)
    assert conv.bias is not None
    conv.weight.copy_(solved[:-1].T.reshape_as(conv.weight))
    conv.bias.copy_(solved[-1])
