"""Trains a reader of labels, and lets it read."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from trainer.data.batches import Batches
from trainer.judges.answers import AnswerLoss
from trainer.judges.distortion import distort
from trainer.judges.grounds import FRAMING, Grounds, with_bands
from trainer.judges.reader import WIDTHS, LabelReader
from trainer.pixels import from_pixels

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    from numpy.typing import NDArray

    from trainer.data.drawn import LabelledImages


@dataclass(frozen=True)
class FitSettings:
    """How a reader is trained.

    Attributes:
        epochs: Times that every picture is seen. Smiles, which are a few pixels, are learned last:
            50,000 views of pictures in all are too few for them, 150,000 are enough.
        seed: Decides the first weights, orders, mirrorings and shifts.
        batch_images: Pictures in a step.
        learning_rate: The highest one, reached after a fifth of the steps.
        weight_decay: Pull of the weights toward 0 (AdamW).
        shift: Pixels by which a batch is moved at most, each way.
        strong: Whether pictures are also turned, blurred, recoloured and partly hidden, so that
            the reader stays right on pictures that are no portraits of ours; see `distort`.
        faces: Whether they are also put before other grounds and seen from nearer, so that the
            reader is right on faces cut out of pictures; see `grounds`.
        widths: Channels of the network, see `reader.WIDTHS`.
        device: "cpu" or "cuda".
    """

    epochs: int = 10
    seed: int = 0
    batch_images: int = 128
    learning_rate: float = 4e-3
    weight_decay: float = 0.05
    shift: int = 4
    strong: bool = False
    faces: bool = False
    widths: tuple[int, ...] = WIDTHS
    device: str = "cpu"


@dataclass(frozen=True)
class FitStep:
    """Where the training is: steps done and in all, pictures a second, the last step's loss."""

    step: int
    steps: int
    images_per_s: float
    loss: float


def steps_of(settings: FitSettings, images: int) -> int:
    """Returns the number of steps a training takes."""
    return max(1, settings.epochs * images // min(settings.batch_images, images))


def fit_reader(
    data: LabelledImages,
    settings: FitSettings,
    on_step: Callable[[FitStep], None] | None = None,
    should_stop: Callable[[], bool] | None = None,
) -> LabelReader | None:
    """Returns a trained reader, or None if the training was stopped.

    The same data and settings give the same reader on the same machine and number of threads.

    Args:
        data: Pictures with their labels.
        settings: How to train.
        on_step: Called after every step.
        should_stop: Asked after every step.
    """
    device = torch.device(settings.device)
    rng = torch.Generator(device).manual_seed(settings.seed)
    batches = Batches(data, min(settings.batch_images, len(data)), hflip=True, rng=rng)
    network = _new_reader(settings)
    loss_of = AnswerLoss(batches.labels).to(device)
    steps = steps_of(settings, len(data))
    optimiser = torch.optim.AdamW(network.parameters(), weight_decay=settings.weight_decay)
    # A warm-up of a single step, as a fifth of 5 would be, makes torch divide by zero.
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, settings.learning_rate, total_steps=max(6, steps), pct_start=0.2
    )
    change = _changing(settings, data.pixels.shape[1], rng)
    network.train()
    start = time.monotonic()
    for step in range(1, steps + 1):
        img, labels = batches.draw()
        img = change(img)
        with half_precision(device):
            logits = network(img)
        loss = loss_of(logits.float(), labels)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        optimiser.step()
        schedule.step()
        if on_step is not None:
            rate = step * len(img) / (time.monotonic() - start)
            on_step(FitStep(step, steps, rate, loss.item()))
        if should_stop is not None and should_stop() and step < steps:
            return None
    return network.eval()


def _changing(settings: FitSettings, size: int, rng: torch.Generator) -> Callable[[Tensor], Tensor]:
    """Returns what changes a batch of pictures of a side before the network sees it."""
    if settings.faces:
        grounds = Grounds(size, settings.seed, rng.device)

        def as_faces(img: Tensor) -> Tensor:
            return with_bands(distort(grounds.put_behind(img, rng), rng, FRAMING), rng)

        return as_faces
    if settings.strong:
        return lambda img: distort(img, rng)
    return lambda img: _shifted(img, settings.shift, rng)


@torch.no_grad()
def read_labels(network: LabelReader, pixels: NDArray[np.uint8], batch_images: int = 256) -> Tensor:
    """Returns the logits (N, 34) of pictures, each the mean of the picture and its mirror image.

    Args:
        network: A trained reader.
        pixels: (N, H, W, 3) uint8.
        batch_images: How many are read at a time.
    """
    device = next(network.parameters()).device
    logits = []
    for start in range(0, len(pixels), batch_images):
        part = torch.from_numpy(pixels[start : start + batch_images]).to(device)
        img = from_pixels(part)
        with half_precision(device):
            both = network(img).float() + network(img.flip(3)).float()
        logits.append(both.cpu() / 2)
    return torch.cat(logits)


def half_precision(device: torch.device) -> torch.autocast:
    """Returns the context in which a judge runs: bfloat16 where the machine multiplies in it.

    On such CPUs it is four times as fast, elsewhere it is slower than float32.
    """
    is_fast = device.type == "cuda" or (
        torch.backends.mkldnn.is_available()  # type: ignore[no-untyped-call]
        and bool(torch.ops.mkldnn._is_mkldnn_bf16_supported())
    )
    return torch.autocast(device.type, dtype=torch.bfloat16, enabled=is_fast)


def _new_reader(settings: FitSettings) -> LabelReader:
    """Returns an untrained reader; torch's own random numbers are left as they were."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(settings.seed)
        network = LabelReader(settings.widths)
    # Channels last is the layout that convolutions on the CPU want.
    return network.to(settings.device, memory_format=torch.channels_last)  # type: ignore[call-overload, no-any-return]


def _shifted(img: Tensor, most: int, rng: torch.Generator) -> Tensor:
    """Returns pictures moved together by up to `most` pixels; their edges are drawn out."""
    if most == 0:
        return img
    height, width = img.shape[2:]
    x, y = torch.randint(2 * most + 1, (2,), generator=rng, device=img.device).tolist()
    padded = F.pad(img, (most, most, most, most), mode="replicate")
    return padded[:, :, y : y + height, x : x + width]
