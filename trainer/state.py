"""The things a run changes: networks, optimisers, random numbers, the step count."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

import torch
from torch import nn

from girlsmoe_desktop.core.errors import UserError
from trainer.conditions import draw_conditions, to_input
from trainer.data.batches import Batches
from trainer.ema import make_average
from trainer.models.dcgan import DcganGenerator
from trainer.models.discriminator import Discriminator
from trainer.models.generator import Generator
from trainer.models.grown import grow
from trainer.models.initial import initialise
from trainer.models.shared_norm import share_norms
from trainer.world import ALONE

if TYPE_CHECKING:
    from trainer.config import TrainConfig
    from trainer.data.drawn import LabelledImages
    from trainer.start import Start
    from trainer.world import World


_LOOKED_AT = 64  # pictures on which a started generator's norms are set


class TrainState:
    """All of a run's state, made new from its config's seed.

    Args:
        config: The run's settings.
        data: The training pictures.
        device: Where everything lives.
        world: The processes that train together.
        start: What the generator begins with, instead of noise.

    Raises:
        UserError: the settings describe another network than the start's.
    """

    def __init__(
        self,
        config: TrainConfig,
        data: LabelledImages,
        device: torch.device,
        world: World = ALONE,
        start: Start | None = None,
    ) -> None:
        self.config, self.device, self.world = config, device, world
        self.rng = torch.Generator(device).manual_seed(config.seed)
        self.generator = build_generator(config, packed_tail=config.channels_last)
        self.discriminator = Discriminator(config.size, config.n_labels, config.d_channels)
        for network in (self.generator, self.discriminator):
            _place(network, config, device)
        initialise(self.generator, config.g_init_std, self.rng)
        initialise(self.discriminator, config.d_init_std, self.rng)
        self.batches = Batches(data, config.batch_images, config.hflip, self.rng, world)
        if start is not None:
            self._begin_with(start)
        if world.size > 1:
            share_norms(self.generator)
        self.average = make_average(self.generator) if config.ema_decay else None
        self.optimiser_g = _adam(self.generator, config)
        self.optimiser_d = _adam(self.discriminator, config)
        self.step = 0

    @property
    def best_generator(self) -> nn.Module:
        """The generator to show and to export: the average where the run keeps one."""
        return self.generator if self.average is None else self.average

    def state_dict(self) -> dict[str, Any]:
        """Returns tensors and numbers from which `load_state_dict` goes on exactly."""
        return {
            "step": self.step,
            "rng": self.rng.get_state(),
            "batches": self.batches.state_dict(),
            "generator": self.generator.state_dict(),
            "discriminator": self.discriminator.state_dict(),
            "average": self.average.state_dict() if self.average else None,
            "optimiser_g": self.optimiser_g.state_dict(),
            "optimiser_d": self.optimiser_d.state_dict(),
        }

    def load_state_dict(self, state: dict[str, Any]) -> None:
        """Takes over what `state_dict` returned, in this run or another process.

        On the same kind of device the run goes on exactly; on another kind, whose random numbers
        are others, it goes on with new ones that follow from the seed and the step.
        """
        self.step = state["step"]
        self.batches.load_state_dict(state["batches"])
        self.generator.load_state_dict(state["generator"])
        self.discriminator.load_state_dict(state["discriminator"])
        if self.average is not None:
            self.average.load_state_dict(state["average"])
        for optimiser, name in (
            (self.optimiser_g, "optimiser_g"),
            (self.optimiser_d, "optimiser_d"),
        ):
            optimiser.load_state_dict(state[name])
            _lay_out_as_parameters(optimiser)
        if len(state["rng"]) == len(self.rng.get_state()):  # a GPU's state differs from a CPU's
            self.rng.set_state(state["rng"])
        else:
            # The seed alone would repeat the run's first batches and noise.
            self.rng.manual_seed(_seed_at(self.config.seed, self.step))

    def _begin_with(self, start: Start) -> None:
        """Gives the generator what an exported one has learned."""
        config, rng = self.config, self.rng
        z = torch.randn((_LOOKED_AT, config.z_dim), generator=rng, device=self.device)
        wanted = draw_conditions(config.condition_law, _LOOKED_AT, self.batches.labels, rng)
        weights = {name: value.to(self.device) for name, value in start.weights.items()}
        try:
            if not isinstance(self.generator, Generator):
                raise ValueError("only SRResNet generators can be started from")
            grow(self.generator, weights, z, to_input(wanted))
        except ValueError as error:
            raise UserError(
                f"{start.name} can't be started from: {error}. "
                "Give another --start, or settings that fit it (--set key=value)."
            ) from None

    def set_learning_rate(self) -> None:
        """Gives both optimisers the rate for the coming step."""
        config = self.config
        halvings = max(0, self.step - config.decay_after_steps) / config.decay_half_life_steps
        rate = config.learning_rate * 0.5**halvings
        for optimiser, factor in (
            (self.optimiser_g, 1.0),
            (self.optimiser_d, config.d_rate_factor),
        ):
            for group in optimiser.param_groups:
                group["lr"] = rate * factor


def build_generator(config: TrainConfig, packed_tail: bool = False) -> Generator | DcganGenerator:
    """Returns the generator a config describes, its weights not yet set.

    Args:
        config: The run's settings.
        packed_tail: See `Generator`; it changes nothing in a DCGAN.
    """
    if config.g_kind == "dcgan":
        return DcganGenerator(config.size, config.z_dim, config.n_labels, config.g_channels)
    return Generator(
        config.size,
        config.z_dim,
        config.n_labels,
        config.g_channels,
        config.g_blocks,
        packed_tail,
    )


def _place(network: nn.Module, config: TrainConfig, device: torch.device) -> None:
    network.to(device)
    if config.channels_last:
        for parameter in network.parameters():
            if parameter.dim() == 4:
                parameter.data = parameter.data.contiguous(memory_format=torch.channels_last)


def _lay_out_as_parameters(optimiser: torch.optim.Optimizer) -> None:
    """Gives the moments the strides of their parameters.

    They come in the memory format of the run that saved them, and fused Adam walks parameter,
    gradient and moments side by side as raw memory.
    """
    for parameter, moments in optimiser.state.items():
        for name, value in moments.items():
            if isinstance(value, torch.Tensor) and value.shape == parameter.shape:
                fresh = torch.empty_like(parameter, memory_format=torch.preserve_format)
                moments[name] = fresh.detach().copy_(value)


def _seed_at(seed: int, step: int) -> int:
    """Returns a seed for going on after `step` steps, another for every step."""
    digest = hashlib.sha256(f"{seed}:{step}".encode()).digest()
    return int.from_bytes(digest[:8], "big") >> 1  # torch takes 63 bits on every device


def _adam(network: nn.Module, config: TrainConfig) -> torch.optim.Adam:
    betas = (config.beta1, config.beta2)
    return torch.optim.Adam(network.parameters(), lr=config.learning_rate, betas=betas, fused=True)
