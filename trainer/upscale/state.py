"""The things a super-resolution run changes: networks, optimisers, random numbers, the step."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import torch

from trainer.ema import make_average
from trainer.upscale.network import Critic, UpscaleNetwork

if TYPE_CHECKING:
    from torch import nn

    from trainer.upscale.config import UpscaleConfig
    from trainer.upscale.start import Start


class UpscaleState:
    """All of a run's state, made new from its config's seed.

    Args:
        config: The run's settings.
        device: Where the networks live; patches are cut and reduced on the CPU.
    """

    def __init__(self, config: UpscaleConfig, device: torch.device) -> None:
        self.config, self.device = config, device
        self.rng = torch.Generator().manual_seed(config.seed)
        self.network = UpscaleNetwork(config.channels, config.blocks)
        self.critic = Critic(config.critic_channels) if config.lambda_adv else None
        self.network.initialise(self.rng)
        _place(self.network, device)
        self.optimiser = _adam(self.network, config)
        self.optimiser_c: torch.optim.Adam | None = None
        if self.critic is not None:
            self.critic.initialise(self.rng)
            _place(self.critic, device)
            self.optimiser_c = _adam(self.critic, config)
        self.average = make_average(self.network)
        self.step = 0
        self.earlier_steps, self.origin = 0, ""  # of the weights that it began with

    def start_from(self, start: Start) -> None:
        """Takes over the weights of a trained network of the same shape.

        Raises:
            RuntimeError: it has another shape.
        """
        self.network.load_state_dict(start.weights)
        self.average.load_state_dict(start.weights)
        self.earlier_steps, self.origin = start.steps, start.origin

    def set_learning_rate(self) -> None:
        """Gives the optimisers the rate for the coming step, along half a cosine."""
        config = self.config
        rate = config.learning_rate * 0.5 * (1 + math.cos(math.pi * self.step / config.iterations))
        for optimiser in (self.optimiser, self.optimiser_c):
            for group in optimiser.param_groups if optimiser else ():
                group["lr"] = rate

    def state_dict(self) -> dict[str, Any]:
        """Returns tensors and numbers from which `load_state_dict` goes on exactly."""
        return {
            "step": self.step,
            "earlier_steps": self.earlier_steps,
            "origin": self.origin,
            "rng": self.rng.get_state(),
            "network": self.network.state_dict(),
            "average": self.average.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "critic": self.critic.state_dict() if self.critic else None,
            "optimiser_c": self.optimiser_c.state_dict() if self.optimiser_c else None,
        }

    def load_state_dict(self, state: dict[str, Any]) -> None:
        """Takes over what `state_dict` returned, in this run or another process."""
        self.step = state["step"]
        self.earlier_steps = state.get("earlier_steps", 0)
        self.origin = state.get("origin", "")
        self.rng.set_state(state["rng"])
        self.network.load_state_dict(state["network"])
        self.average.load_state_dict(state["average"])
        self.optimiser.load_state_dict(state["optimiser"])
        if self.critic is not None and self.optimiser_c is not None:
            self.critic.load_state_dict(state["critic"])
            self.optimiser_c.load_state_dict(state["optimiser_c"])


def _place(network: nn.Module, device: torch.device) -> None:
    """Moves a network, and lays its weights out as convolutions want them."""
    network.to(device)
    for parameter in network.parameters():
        if parameter.dim() == 4:
            parameter.data = parameter.data.contiguous(memory_format=torch.channels_last)


def _adam(network: nn.Module, config: UpscaleConfig) -> torch.optim.Adam:
    betas = (config.beta1, config.beta2)
    # Not fused: the fused one walks moments as raw memory, in whatever layout a checkpoint had.
    return torch.optim.Adam(network.parameters(), lr=config.learning_rate, betas=betas)
