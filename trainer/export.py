"""Turns a checkpoint into a model folder for the desktop: generator.onnx and model.json."""

from __future__ import annotations

import dataclasses
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import onnxruntime
import torch
from torch import Tensor

from girlsmoe_desktop.core import controls, law
from girlsmoe_desktop.core.attributes import LABELS
from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.manifest import Manifest, manifest_from_json
from trainer import config as configs
from trainer.checkpoint import load_checkpoint
from trainer.model_folder import LICENSE, must_be_replaceable, write_folder
from trainer.models.folded import fold
from trainer.onnx_files import halved, to_onnx
from trainer.state import build_generator

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from trainer.config import TrainConfig
    from trainer.models.dcgan import DcganGenerator
    from trainer.models.folded import FoldedDcgan, FoldedGenerator
    from trainer.models.generator import Generator
    from trainer.runs import RunFolder

    AnyGenerator = Generator | DcganGenerator

TOLERANCE = 1e-3  # of the output's range of 2; half a step of 8-bit pixels is 4e-3
HALF_TOLERANCE = 2e-2  # for weights in 16 bits; of pixels no more is allowed
PIXEL_TOLERANCE = 1
FILES = ("generator.onnx", "model.json")


@dataclass(frozen=True)
class Identity:
    """What a model is called.

    Attributes:
        id: Its identifier; the name of the folder it is written to when empty.
        name: What people read; the identifier when empty.
        version: Version of the weights.
        preview: True for a model that is not trained to the end.
        truncation: What it multiplies noise by unless somebody sets it, 0 to 2.
        half: True for weights in 16 bits.
    """

    id: str = ""
    name: str = ""
    version: str = "1.0"
    preview: bool = False
    truncation: float = 1.0
    half: bool = False


@dataclass(frozen=True)
class Exported:
    """What an export did, for the user."""

    step: int
    text: str


def export_model(
    run: RunFolder,
    out: Path,
    which: str = "latest",
    identity: Identity = Identity(),
) -> Exported:
    """Writes a checkpoint's generator as a model folder, whole or not at all.

    The averaged weights are taken where the run keeps an average.

    Args:
        run: The run's folder.
        out: The folder to make; an earlier export there is replaced.
        which: "latest" or a number of steps.
        identity: What the model is called.

    Raises:
        UserError: no such checkpoint, a folder that holds other things, an unfit identifier, or
            an ONNX model that does not draw what the trained one draws.
    """
    must_be_replaceable(out, FILES)
    path = run.find_generator(which)
    checkpoint = load_checkpoint(path)
    config, generator = read_generator(path, checkpoint)
    model = generator_onnx(fold(generator))
    model = halved(model) if identity.half else model
    difference = check_parity(model, generator, HALF_TOLERANCE if identity.half else TOLERANCE)
    model_id = identity.id or out.resolve().name
    named = dataclasses.replace(identity, id=model_id, name=identity.name or model_id)
    manifest = _manifest(checkpoint, config, model, difference, named)
    write_folder(out, {FILES[0]: model, FILES[1]: manifest.to_json().encode()})
    step = checkpoint["state"]["step"]
    text = (
        f"Wrote step {step} to {out}: {len(model) / 1e6:.1f} MB, "
        f"at most {difference:.1e} from the trained generator."
    )
    return Exported(step, text)


def read_generator(path: Path, checkpoint: dict[str, Any]) -> tuple[TrainConfig, AnyGenerator]:
    """Returns a checkpoint's settings and its best generator.

    Raises:
        UserError: it lacks them, or they do not belong together.
    """
    try:
        config = configs.from_dict(checkpoint["config"])
        return config, load_generator(config, checkpoint["state"])
    except (KeyError, TypeError, AttributeError, RuntimeError) as error:
        reason = (str(error) or type(error).__name__).splitlines()[0].rstrip(":.")
        raise UserError(
            f"{path} does not hold the generator that its settings describe ({reason}). "
            "Choose another --checkpoint."
        ) from None


def load_generator(config: TrainConfig, state: dict[str, Any]) -> AnyGenerator:
    """Returns a checkpoint's best generator (see `TrainState`), in evaluation mode.

    Args:
        config: The run's settings.
        state: The checkpoint's "state".
    """
    generator = build_generator(config, packed_tail=False)
    generator.load_state_dict(state["average"] or state["generator"])
    return generator.eval().requires_grad_(False)


def generator_onnx(network: FoldedGenerator | FoldedDcgan) -> bytes:
    """Returns a folded generator as an ONNX file."""
    n_inputs = network.dense.in_features
    z_dim = n_inputs - len(LABELS)
    example = (torch.zeros(2, z_dim), torch.zeros(2, len(LABELS)))
    return to_onnx(network, example, ("z", "labels"), ("img",))


def check_parity(model: bytes, generator: AnyGenerator, tolerance: float = TOLERANCE) -> float:
    """Returns the largest difference between an ONNX model and the generator it came from.

    Args:
        model: The ONNX file.
        generator: In evaluation mode, not folded.
        tolerance: How much they may differ by, of the output's range of 2.

    Raises:
        UserError: they differ by more than the tolerance, or by more than one step of 8-bit pixels,
            or one of them gives values that are not finite.
    """
    session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
    worst, worst_pixels = 0.0, 0
    for z, labels in _parity_inputs(generator):
        with torch.no_grad():
            expected = generator(z, labels).numpy()
        (img,) = session.run(["img"], {"z": z.numpy(), "labels": labels.numpy()})
        if img.shape != expected.shape:
            raise UserError(f"The exported model gives {img.shape}, expected {expected.shape}.")
        # No comparison below is true of NaN, and as a whole number NaN equals NaN.
        if not (np.isfinite(img).all() and np.isfinite(expected).all()):
            raise UserError(
                "The model draws values that are not finite numbers; nothing was written. "
                "Try an earlier checkpoint."
            )
        worst = max(worst, float(np.abs(img - expected).max()))
        pixels = [np.rint((a.clip(-1, 1) + 1) * 127.5).astype(int) for a in (img, expected)]
        worst_pixels = max(worst_pixels, int(np.abs(pixels[0] - pixels[1]).max()))
    if not (worst <= tolerance and worst_pixels <= PIXEL_TOLERANCE):
        raise UserError(
            f"The exported model differs from the trained generator by {worst:.2g} (allowed "
            f"{tolerance:g}), {worst_pixels} of 255 in pixels (allowed {PIXEL_TOLERANCE}); nothing "
            "was written. Try another checkpoint."
        )
    return worst


def _parity_inputs(generator: AnyGenerator) -> Iterator[tuple[Tensor, Tensor]]:
    """Yields batches of several sizes: usual, in between, all off and all on."""
    rng = torch.Generator().manual_seed(0)
    z_dim, n_labels = generator.z_dim, generator.n_labels
    for n in (1, 4, 16):
        z = torch.randn((n, z_dim), generator=rng)
        labels = torch.rand((n, n_labels), generator=rng)
        yield z, (labels < 0.25) * 2.0 - 1.0
        yield z, labels * 2.0 - 1.0
    for value in (-1.0, 1.0):
        yield torch.randn((2, z_dim), generator=rng) * 2, torch.full((2, n_labels), value)


def _manifest(
    checkpoint: dict[str, Any],
    config: TrainConfig,
    model: bytes,
    difference: float,
    identity: Identity,
) -> Manifest:
    """Returns the model's description.

    Raises:
        UserError: it would not be valid, such as for an unfit identifier.
    """
    step = checkpoint["state"]["step"]
    manifest = Manifest(
        id=identity.id,
        version=identity.version,
        name=identity.name,
        z_dim=config.z_dim,
        size=config.size,
        labels=LABELS,
        controls=controls.paper_controls(),
        laws=law.paper_laws(),
        default_law="empirical",
        license=LICENSE,
        sha256=hashlib.sha256(model).hexdigest(),
        preview=identity.preview,
        truncation=identity.truncation,
        metrics={"export_max_difference": difference},
        provenance={
            "preset": config.preset,
            "iterations": step,
            "images": checkpoint["data"]["images"],
            "images_seen": step * config.batch_images,
            "drawing": checkpoint["data"]["drawing"],
            "torch": checkpoint["torch"],
        },
    )
    try:
        return manifest_from_json(manifest.to_json())
    except ValueError as error:
        raise UserError(f"The model cannot be described: {error}. Choose another --id.") from None
