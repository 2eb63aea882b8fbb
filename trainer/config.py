"""Training settings: one frozen record, named presets, overrides. Standard library only."""

from __future__ import annotations

import dataclasses
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from girlsmoe_desktop.core.attributes import LABELS
from girlsmoe_desktop.core.errors import UserError
from trainer import settings

if TYPE_CHECKING:
    from collections.abc import Mapping

SIZES = (32, 64, 128, 256)
LAWS = ("training", "data")
GENERATORS = ("srresnet", "dcgan")
PENALTIES = ("dragan", "r1")
PRECISIONS = ("float32", "bfloat16")
MAX_SEED = 2**63 - 1  # as core.latent's, which would load numpy
MAX_Z_DIM = 4096  # as core.manifest's, for the same reason
MAX_COUNT = 10**9
# Far beyond what any machine trains, and still small enough to be built or refused by torch.
_LARGEST = {
    "seed": MAX_SEED,
    "z_dim": MAX_Z_DIM,
    "g_channels": 1024,
    "g_blocks": 256,
    "d_channels": 256,
    "batch_images": 65_536,
}


def _check(config: TrainConfig) -> None:
    """Raises UserError for the first value out of its range."""
    if config.size not in SIZES:
        raise UserError(f"size must be one of {', '.join(map(str, SIZES))} pixels.")
    if config.g_kind not in GENERATORS:
        raise UserError(f"g_kind must be one of {', '.join(GENERATORS)}.")
    if config.condition_law not in LAWS:
        raise UserError(f"condition_law must be one of {', '.join(LAWS)}.")
    if config.penalty not in PENALTIES:
        raise UserError(f"penalty must be one of {', '.join(PENALTIES)}.")
    if config.precision not in PRECISIONS:
        raise UserError(f"precision must be one of {', '.join(PRECISIONS)}.")
    if config.n_labels != len(LABELS):
        raise UserError(f"n_labels must be {len(LABELS)}, as the data has; got {config.n_labels}.")
    for key in ("ema_decay", "beta1", "beta2"):
        value = getattr(config, key)
        if not 0.0 <= value < 1.0:
            raise UserError(f"{key} must be at least 0 and below 1; got {value}.")
    if config.batch_images < 2:
        raise UserError(f"batch_images must be at least 2; got {config.batch_images}.")
    may_be_zero = {"ema_decay", "seed", "lambda_gp", "lambda_adv", "decay_after_steps", "beta1"}
    may_be_zero |= {"lambda_cls", "lambda_cls_fake", "d_first_steps"}
    for key, value in dataclasses.asdict(config).items():
        if isinstance(value, bool | str):
            continue
        if not 0 <= value < math.inf or (value == 0 and key not in may_be_zero):
            least = "at least" if key in may_be_zero else "above"
            raise UserError(f"{key} must be a number {least} 0; got {value}.")
        largest = _LARGEST.get(key, MAX_COUNT)
        if isinstance(value, int) and value > largest:
            raise UserError(f"{key} must be at most {largest}; got {value}.")


@dataclass(frozen=True)
class TrainConfig:
    """Everything that fixes a run besides its data; the defaults are the paper's.

    Source: 4.3 and 5.1, Jin et al. 2017, arXiv:1708.05509.
    """

    preset: str = "paper-128"
    # Networks (Figures 3 and 4)
    size: int = 128  # pixels
    z_dim: int = 128
    n_labels: int = 34
    g_kind: str = "srresnet"
    g_channels: int = 64
    g_blocks: int = 16  # of SRResNet alone
    d_channels: int = 32
    g_init_std: float = 0.02
    d_init_std: float = 0.02
    # Objective
    lambda_adv: float = 34.0
    lambda_cls: float = 1.0
    lambda_cls_fake: float = 1.0  # weight of the discriminator's reading of drawn pictures
    lambda_gp: float = 0.5
    penalty: str = "dragan"
    gp_every_steps: int = 1
    condition_law: str = "training"
    # Optimiser
    batch_images: int = 64
    learning_rate: float = 0.0002
    d_rate_factor: float = 1.0  # the discriminator's learning rate over the generator's
    d_first_steps: int = 0  # at first, in which the discriminator learns alone
    beta1: float = 0.5
    beta2: float = 0.999
    decay_after_steps: int = 50_000
    decay_half_life_steps: int = 10_000  # the paper says "exponentially" and gives no rate
    iterations: int = 100_000  # the paper gives no end; here the rate is down to 1/32
    # Departures that a preset may choose
    ema_decay: float = 0.0  # 0 keeps no average of the generator
    hflip: bool = False
    precision: str = "float32"
    channels_last: bool = False
    # Housekeeping
    start: str = ""  # the exported generator that the run began with, if any
    seed: int = 0
    log_every_steps: int = 50
    sample_every_steps: int = 500
    checkpoint_every_steps: int = 500
    keep_checkpoints: int = 5
    snapshot_every_steps: int = 5_000  # of the generator alone, kept to see how it came on

    def __post_init__(self) -> None:
        """Refuses values no run could use."""
        _check(self)


_PREVIEW = TrainConfig(
    preset="preview-64",
    size=64,  # a quarter of the pixels: days become hours on two CPU cores
    g_channels=32,  # a quarter of the multiplications of 64
    g_blocks=8,  # half of the trunk
    d_channels=24,  # three quarters: what judges the details should not be the narrowest part
    # With 0.02 so narrow a network puts out 1e-4 and learns nothing for its first 600 steps; 0.05
    # starts it with a slope (the norm of its gradient on a picture) between 0.4 and 4.
    d_init_std=0.05,
    # With 34 the attributes' share of the gradient drowned: after 500 steps they were still read at
    # chance (12.0 nats). With 3, and with the discriminator three times as fast as the generator
    # and reading attributes only from real pictures, it was 7.3 nats, and hair had its colour.
    lambda_adv=3.0,
    d_rate_factor=3.0,
    lambda_cls_fake=0.0,
    # DRAGAN's slope of 1 made the discriminator win (its loss 0.6 after 200 steps); R1 held it.
    penalty="r1",
    lambda_gp=3.0,
    gp_every_steps=8,  # the penalty costs a third of a step; scaled by 8, so its mean is the same
    batch_images=32,  # twice the updates for the same number of pictures
    condition_law="data",  # our pictures' labels are balanced and free of contradictions
    ema_decay=0.999,  # averages out the jitter that a small batch and a constant rate leave
    hflip=True,  # no attribute has a side
    precision="bfloat16",  # twice as fast on CPUs that multiply in it
    channels_last=True,  # the layout the CPU's convolutions want
    # 73 minutes on two cores. The last third, at a falling rate, halved the attributes' loss and
    # took most of the grain out of the pictures.
    decay_after_steps=6_200,
    decay_half_life_steps=800,
    iterations=9_000,
    snapshot_every_steps=1_000,
)

_PREVIEW_128 = dataclasses.replace(
    _PREVIEW,
    preset="preview-128",
    size=128,  # for --start: begun with noise it would want four times the hours of 64 px
    d_channels=16,  # so that its last and largest maps are about as wide as at 64 px
    d_init_std=0.042,  # with one stage more; the slope is as there (with 0.05: 10)
    # A started generator already paints faces; a discriminator that knows nothing yet, neither
    # what is drawn nor any attribute, would first teach it to forget them.
    d_first_steps=600,
    batch_images=16,  # twice the updates once more
    decay_after_steps=9_000,
    decay_half_life_steps=1_000,
    iterations=12_000,
)

_MODERN = TrainConfig(
    preset="modern-128",
    # The generator is the paper's: what runs on people's machines costs no more. What follows was
    # found with preview-64, on two CPU cores; the figures are from there.
    # The first slope is about 1 as in preview-64: with 0.02 it would be 0.007, with 0.05, which is
    # right for that narrower and shallower network, 2,700.
    d_init_std=0.03,
    lambda_adv=3.0,  # with 34 attributes were still read at chance (12.0 nats) after 500 steps
    d_rate_factor=3.0,  # with it and the next line 7.3 nats after 500 steps, and hair had colours
    lambda_cls_fake=0.0,  # drawn pictures of wrong attributes teach the discriminator wrong ones
    penalty="r1",  # DRAGAN's slope of 1 let the discriminator win (its loss 0.6 after 200 steps)
    lambda_gp=3.0,
    gp_every_steps=8,  # saves a quarter of a step's time at the same mean pull
    condition_law="data",  # our pictures' labels are balanced and free of contradictions
    ema_decay=0.999,  # averages out the jitter that a constant rate leaves
    hflip=True,  # no attribute has a side
    precision="bfloat16",  # twice as fast on CPUs that multiply in it
    channels_last=True,  # the layout the convolutions want
    # A falling rate in the last third halved the attributes' loss and took out most of the grain.
    decay_after_steps=33_000,
    decay_half_life_steps=4_000,
    iterations=50_000,  # as many as the paper's before its rate falls
)

_MODERN_256 = dataclasses.replace(
    _MODERN,
    preset="modern-256",
    size=256,  # one more doubling in the generator, one more halving in the discriminator
    d_channels=16,  # half, so that its last and largest maps are as wide as at 128 px
    d_init_std=0.033,
)

PRESETS: dict[str, tuple[TrainConfig, str]] = {
    "paper-128": (TrainConfig(), "the paper at 128 px, learning rate 0.0002 as on arXiv"),
    "paper-128-printed": (
        TrainConfig(preset="paper-128-printed", learning_rate=0.00002),
        "the same with 0.00002, the learning rate of the printed edition",
    ),
    "dcgan-baseline-128": (
        TrainConfig(preset="dcgan-baseline-128", g_kind="dcgan"),
        "the paper's baseline: DCGAN's generator, all else as paper-128",
    ),
    "modern-128": (_MODERN, "the paper's generator at 128 px, trained by what works better"),
    "modern-256": (_MODERN_256, "the same at 256 px: three to four times the work"),
    "preview-64": (_PREVIEW, "64 px, narrower, for a two-core CPU"),
    "preview-128": (_PREVIEW_128, "128 px, to go on from preview-64 with --start on a CPU"),
    "smoke": (
        dataclasses.replace(
            _PREVIEW,
            preset="smoke",
            size=32,  # the smallest both networks allow
            g_channels=8,
            g_blocks=1,
            d_channels=8,
            penalty="dragan",  # the paper's, so that a quick run goes through it
            gp_every_steps=4,
            batch_images=8,
            precision="float32",  # works everywhere and repeats bit for bit
            ema_decay=0.9,
            iterations=200,
            decay_after_steps=200,
            log_every_steps=10,
            sample_every_steps=100,
            checkpoint_every_steps=100,
            snapshot_every_steps=100,
        ),
        "32 px, tiny: shows in a minute that everything runs, draws nothing pretty",
    ),
}

# What the presets and the data decide.
_NOT_SETTABLE = ("preset", "n_labels", "start")

# What a resumed run may change without becoming another run.
CHANGEABLE = frozenset(
    {
        "learning_rate",
        "decay_after_steps",
        "decay_half_life_steps",
        "iterations",
        "d_rate_factor",
        "lambda_adv",
        "lambda_cls",
        "lambda_cls_fake",
        "lambda_gp",
        "penalty",
        "gp_every_steps",
        "hflip",
        "condition_law",
        "precision",
        "channels_last",
        "log_every_steps",
        "sample_every_steps",
        "checkpoint_every_steps",
        "keep_checkpoints",
        "snapshot_every_steps",
    }
)


def preset(name: str) -> TrainConfig:
    """Returns a named preset.

    Raises:
        UserError: there is no such preset.
    """
    if name not in PRESETS:
        raise UserError(f"There is no preset {name!r}. Choose one of: {', '.join(PRESETS)}.")
    return PRESETS[name][0]


def override(config: TrainConfig, values: Mapping[str, str]) -> TrainConfig:
    """Returns a config with some fields read from text; see `settings.override`.

    Raises:
        UserError: an unknown field, one that cannot be set, or a value that does not fit it.
    """
    for key in _NOT_SETTABLE:
        if key in values:
            raise UserError(f"{key} cannot be set by hand. Leave it out, or choose a --preset.")
    return settings.override(config, values)


def from_dict(values: Mapping[str, Any]) -> TrainConfig:
    """Returns the config a run folder's JSON describes; what it lacks has its default.

    Raises:
        UserError: unknown fields, or values of the wrong kind.
    """
    return settings.from_dict(TrainConfig(), values)
