"""Settings of a super-resolution training: one frozen record, named presets."""

from __future__ import annotations

import dataclasses
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from girlsmoe_desktop.core.errors import UserError
from trainer import settings

if TYPE_CHECKING:
    from collections.abc import Mapping

PRECISIONS = ("float32", "bfloat16")
MAX_SEED = 2**63 - 1
MAX_COUNT = 10**9
_LARGEST = {"seed": MAX_SEED, "channels": 512, "blocks": 64, "critic_channels": 256}
_MAY_BE_ZERO = frozenset(
    {"seed", "beta1", "ema_decay", "lambda_pixel", "lambda_feature", "lambda_adv", "lambda_gp"}
    | {"lenient_mse", "share_clean", "share_painted", "share_keep", "critic_head_start"}
)


def _check(config: UpscaleConfig) -> None:
    """Raises UserError for the first value out of its range."""
    if config.precision not in PRECISIONS:
        raise UserError(f"precision must be one of {', '.join(PRECISIONS)}.")
    for key in ("ema_decay", "beta1", "beta2", "share_clean", "share_painted", "share_keep"):
        value = getattr(config, key)
        # A share may be all; a decay of 1 would never move.
        top = 1.0 if key.startswith("share") else math.nextafter(1.0, 0.0)
        if not 0.0 <= value <= top:
            limit = "1" if key.startswith("share") else "below 1"
            raise UserError(f"{key} must be from 0 to {limit}; got {value}.")
    if config.share_clean + config.share_painted > 1:
        raise UserError("share_clean and share_painted must not be more than 1 together.")
    if config.patch_px < 16 or config.patch_px % 8:
        raise UserError(f"patch_px must be a multiple of 8 from 16 on; got {config.patch_px}.")
    for key, value in dataclasses.asdict(config).items():
        if isinstance(value, bool | str):
            continue
        if not 0 <= value < math.inf or (value == 0 and key not in _MAY_BE_ZERO):
            least = "at least" if key in _MAY_BE_ZERO else "above"
            raise UserError(f"{key} must be a number {least} 0; got {value}.")
        largest = _LARGEST.get(key, MAX_COUNT)
        if isinstance(value, int) and value > largest:
            raise UserError(f"{key} must be at most {largest}; got {value}.")


@dataclass(frozen=True)
class UpscaleConfig:
    """Everything that fixes a run besides its data; the defaults are those of `mse-x2`.

    Attributes:
        preset: Name of the preset it started from.
        channels: Width of the network.
        blocks: Its residual blocks. 48 and 5 make 128 px into 256 in about 45 ms on two cores;
            SRGAN's own 64 and 16 would take a third of a second.
        critic_channels: Width of the discriminator's first layer.
        lambda_pixel: Weight of the mean squared error of pixels in 0..1.
        lenient_mse: Mean squared error of a picture from which on more of it counts by its
            logarithm only; 0 for plain squares. Pictures that nobody could restore would
            otherwise outweigh the clean ones, whose last errors are the ones that are seen.
        lambda_feature: Weight of the mean squared error of the tagger's features.
        lambda_adv: Weight of the adversarial loss.
        lambda_gp: Weight of the discriminator's slope at true pictures (R1).
        gp_every_steps: How often the slope is measured.
        critic_head_start: Steps that the discriminator learns alone.
        share_clean: Share of the small pictures that are reduced and nothing else.
        share_painted: Share that is made like a generator's output; the rest is made like
            pictures in the wild.
        share_keep: Share of the steps' small pictures that come from a generator and have no
            truth: what they become is judged by the discriminator, and must be they when reduced.
        patch_px: Side of the small picture in a step.
        batch_images: Pictures in a step.
        learning_rate: At the start; it falls to zero along half a cosine.
        beta1: Of Adam.
        beta2: Of Adam.
        iterations: Steps in all.
        ema_decay: Of the averaged weights, which are those that are shown and exported.
        precision: float32 or bfloat16.
        seed: Decides first weights, patches and what is done to them.
        log_every_steps: How often losses are told.
        sample_every_steps: How often a sheet is drawn.
        checkpoint_every_steps: How often the run is saved.
        keep_checkpoints: How many of those stay.

    Source: SRGAN, Ledig et al. 2017, arXiv:1609.04802, as used in 5.5, Jin et al. 2017,
    arXiv:1708.05509.
    """

    preset: str = "mse-x2"
    channels: int = 48
    blocks: int = 5
    critic_channels: int = 24
    lambda_pixel: float = 1.0
    lenient_mse: float = 0.0003
    lambda_feature: float = 0.0
    lambda_adv: float = 0.0
    lambda_gp: float = 1.0
    gp_every_steps: int = 8
    critic_head_start: int = 0
    share_clean: float = 0.4
    share_painted: float = 0.4
    share_keep: float = 0.0
    patch_px: int = 32
    batch_images: int = 16
    learning_rate: float = 0.001
    beta1: float = 0.9
    beta2: float = 0.99
    iterations: int = 20_000
    ema_decay: float = 0.999
    precision: str = "bfloat16"
    seed: int = 0
    log_every_steps: int = 50
    sample_every_steps: int = 1_000
    checkpoint_every_steps: int = 500
    keep_checkpoints: int = 3

    def __post_init__(self) -> None:
        """Refuses values no run could use."""
        _check(self)


# The adversarial networks start from the one trained for nearness alone, as SRGAN's do: only so
# do their weights lie close enough to be blended.
_SRGAN = UpscaleConfig(
    preset="srgan-x2",
    lambda_pixel=1.0,
    lambda_feature=0.02,
    lambda_adv=0.004,
    critic_head_start=100,
    share_keep=0.25,
    learning_rate=0.0003,
    beta1=0.5,
    iterations=10_000,
)

PRESETS: dict[str, tuple[UpscaleConfig, str]] = {
    "mse-x2": (UpscaleConfig(), "2x super-resolution, near the truth: the soft end of the slider"),
    "srgan-x2": (_SRGAN, "2x, adversarial weight high as in Figure 12 (d): the slider's sharp end"),
    "srgan-x2-low": (
        dataclasses.replace(_SRGAN, preset="srgan-x2-low", lambda_adv=0.0004),
        "2x, adversarial weight low as in Figure 12 (c), to compare with",
    ),
    "smoke-x2": (
        UpscaleConfig(
            preset="smoke-x2",
            channels=8,
            blocks=1,
            critic_channels=8,
            patch_px=16,
            batch_images=4,
            iterations=100,
            precision="float32",  # works everywhere and repeats bit for bit
            ema_decay=0.9,
            log_every_steps=10,
            sample_every_steps=50,
            checkpoint_every_steps=50,
        ),
        "2x, tiny: shows in seconds that everything runs",
    ),
}

CHANGEABLE = frozenset(
    {"lambda_pixel", "lenient_mse", "lambda_feature", "lambda_adv", "lambda_gp", "gp_every_steps"}
    | {"share_clean", "share_painted", "share_keep", "learning_rate", "iterations", "precision"}
    | {"log_every_steps", "sample_every_steps", "checkpoint_every_steps", "keep_checkpoints"}
)
"""What a resumed run may change without becoming another run."""


def preset(name: str) -> UpscaleConfig:
    """Returns a named preset.

    Raises:
        UserError: there is no such preset.
    """
    if name not in PRESETS:
        raise UserError(f"There is no preset {name!r}. Choose one of: {', '.join(PRESETS)}.")
    return PRESETS[name][0]


def from_dict(values: Mapping[str, Any]) -> UpscaleConfig:
    """Returns the settings that a run folder's JSON describes.

    Raises:
        UserError: unknown fields, or values of the wrong kind.
    """
    return settings.from_dict(UpscaleConfig(), values)
