"""Whether a run fits into memory: said before its first step, and not by the system's killer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psutil
import torch
from torch import Tensor, nn

from girlsmoe_desktop.core.errors import UserError
from trainer.models.discriminator import Discriminator
from trainer.state import build_generator

if TYPE_CHECKING:
    from trainer.config import TrainConfig

_COPIES = 4
"""Of every weight: itself, its gradient, and Adam's two moments."""
_PENALTY_PASSES = 2
"""The penalty keeps its forward pass and the pass that takes its slope."""


def must_fit(config: TrainConfig, pictures: int, device: str, processes: int = 1) -> None:
    """Raises UserError where a run needs more memory than is free.

    What it needs is reckoned from below: a run that is refused would not have fitted.

    Args:
        config: The run's settings.
        pictures: How many it learns from; all of them are kept in memory.
        device: Where it trains.
        processes: How many share a batch, each with a memory of its own.
    """
    free = _free_bytes(device)
    data = pictures * config.size**2 * 3
    step = step_bytes(config, config.batch_images // processes)
    if data + step <= free:
        return
    where = "This machine" if device == "cpu" else "The GPU"
    smaller = max(2 * processes, config.batch_images // 2)
    raise UserError(
        f"{where} has {_gigabytes(free)} of free memory. {pictures} pictures take "
        f"{_gigabytes(data)}, training on {config.batch_images} at a time takes "
        f"{_gigabytes(step)} or more. Close other programs, choose a smaller batch "
        f"(--set batch_images={smaller}) or a smaller preset, or give fewer pictures."
    )


def step_bytes(config: TrainConfig, batch_images: int) -> int:
    """Returns how many bytes a step needs at least: weights, and what backward passes look up.

    The networks run on torch's "meta" device, which knows shapes and keeps no numbers.

    Args:
        config: The run's settings.
        batch_images: Pictures of one process.
    """
    with torch.device("meta"):
        generator = build_generator(config, packed_tail=config.channels_last)
        discriminator = Discriminator(config.size, config.n_labels, config.d_channels)
        z, labels = torch.zeros(2, config.z_dim), torch.zeros(2, config.n_labels)
        img = torch.zeros(2, 3, config.size, config.size)
    weights = sum(p.numel() * p.element_size() for p in _weights(generator, discriminator))
    drawing = _kept_bytes(generator, z, labels) / 2
    judging = _kept_bytes(discriminator, img) / 2
    # The generator's pass waits while the discriminator reads real and drawn pictures; the penalty
    # comes after that reading has been let go.
    each = drawing + judging * max(2, _PENALTY_PASSES)
    share = 0.5 if config.precision == "bfloat16" else 1.0
    return int(weights * _COPIES + each * share * batch_images)


def _weights(*networks: nn.Module) -> list[nn.Parameter]:
    return [parameter for network in networks for parameter in network.parameters()]


def _kept_bytes(network: nn.Module, *inputs: Tensor) -> int:
    """Returns how many bytes a forward pass keeps for the backward one, without the weights."""
    kept: dict[int, Tensor] = {}
    weights = {parameter.untyped_storage()._cdata for parameter in network.parameters()}

    def keep(value: Tensor) -> Tensor:
        kept[value.untyped_storage()._cdata] = value  # alive, so that no other takes its number
        return value

    with torch.autograd.graph.saved_tensors_hooks(keep, lambda value: value):
        network(*inputs)
    return sum(
        value.untyped_storage().nbytes() for name, value in kept.items() if name not in weights
    )


def _free_bytes(device: str) -> int:
    if device == "cpu":
        return int(psutil.virtual_memory().available)
    return int(torch.cuda.mem_get_info(device)[0])


def _gigabytes(count: int) -> str:
    return f"{count / 1e9:.1f} GB"
