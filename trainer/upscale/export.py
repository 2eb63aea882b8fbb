"""Exports two trained networks, soft and sharp, as one upscaler for the desktop."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import onnx
import onnxruntime
import torch

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.manifest import is_model_id
from girlsmoe_desktop.core.upscaler import (
    IN_NAME,
    OUT_NAME,
    SHARP_FILE,
    SOFT_FILE,
    UpscalerManifest,
    read_upscaler_manifest,
)
from trainer.checkpoint import load_checkpoint
from trainer.model_folder import LICENSE, must_be_replaceable, write_folder
from trainer.onnx_files import to_onnx
from trainer.runs import RunFolder
from trainer.upscale import config as configs
from trainer.upscale.card import CARD, WEAK_SPOTS, upscaler_card
from trainer.upscale.network import SCALE, UpscaleNetwork
from trainer.upscale.start import read_start

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.upscale.config import UpscaleConfig

MANIFEST = "model.json"
FILES = (SOFT_FILE, SHARP_FILE, MANIFEST, CARD, WEAK_SPOTS)
TOLERANCE = 1e-4
"""Largest difference of a pixel, in 0..1, between torch and an ONNX file."""


@dataclass(frozen=True)
class UpscalerIdentity:
    """What an upscaler is called; see `UpscalerManifest`."""

    id: str
    name: str
    version: str = "1.0"
    preview: bool = False


@dataclass(frozen=True)
class _Trained:
    """A run's network and how it came to be.

    `laid_from` names the upscaler whose step from soft to sharp was laid on it, if it was.
    """

    network: UpscaleNetwork
    config: UpscaleConfig
    step: int
    images: int
    origin: str
    laid_from: str = ""


def export_upscaler(
    soft: RunFolder,
    sharp: Path,
    out: Path,
    identity: UpscalerIdentity,
    sharpness: float,
    metrics: Path | None = None,
) -> int:
    """Writes an upscaler's folder; returns the size of one ONNX file in bytes.

    Args:
        soft: Run of the network trained for nearness alone.
        sharp: Run of the adversarial one, which began with the weights of the other; or an
            upscaler, whose step from soft to sharp is laid on the soft network.
        out: The folder to make; an earlier one is replaced.
        identity: What it is called.
        sharpness: Where the slider stands at first, 0 to 1.
        metrics: What evaluate-sr measured, to be told in the manifest and the card.

    Raises:
        UserError: the runs' networks can't be blended, the folder can't be written, or an ONNX
            file does not compute what torch does.
    """
    must_be_replaceable(out, FILES)
    if not is_model_id(identity.id):
        raise UserError(
            f"{identity.id!r} can't be an identifier: use lower case letters, digits and . _ -"
        )
    if not 0 <= sharpness <= 1:
        raise UserError(f"--sharpness is {sharpness:g}: choose 0 to 1.")
    begin = _read(soft)
    is_upscaler = (sharp / MANIFEST).is_file()
    ends = (begin, _laid_on(begin, sharp) if is_upscaler else _read(RunFolder(sharp)))
    _must_blend(*ends)
    models = [_exported(end.network) for end in ends]
    if _skeleton(models[0]) != _skeleton(models[1]):
        raise UserError("The two networks were exported as different graphs: export them again.")
    figures = _figures(metrics)
    manifest = _manifest(ends, models, identity, sharpness, figures)
    files = {
        SOFT_FILE: models[0],
        SHARP_FILE: models[1],
        MANIFEST: manifest.to_json().encode(),
        CARD: upscaler_card(manifest, len(models[0])).encode(),
    }
    write_folder(out, files)
    return len(models[0])


def _read(run: RunFolder) -> _Trained:
    """Returns a run's averaged network.

    Raises:
        UserError: the run is none of a network that enlarges.
    """
    path = run.find_checkpoint()
    checkpoint = load_checkpoint(path)
    try:
        config = configs.from_dict(checkpoint["config"])
        network = UpscaleNetwork(config.channels, config.blocks)
        network.load_state_dict(checkpoint["state"]["average"])
        state, images = checkpoint["state"], int(checkpoint["data"]["images"])
        step = int(state["step"]) + int(state.get("earlier_steps", 0))
    except (KeyError, TypeError, RuntimeError) as error:
        reason = str(error).splitlines()[0]
        raise UserError(f"{path} is no checkpoint of train-sr ({reason}).") from None
    return _Trained(network.eval(), config, step, images, str(state.get("origin", "")))


def _laid_on(soft: _Trained, upscaler: Path) -> _Trained:
    """Returns a soft network plus what another upscaler's sharp one has over its soft one.

    Where the soft one was trained on from that upscaler's, this spares training the sharp one on.

    Raises:
        UserError: that upscaler is damaged, or of another shape.

    Source: task vectors, Ilharco et al. 2022, arXiv:2212.04089.
    """
    before, after = (read_start(upscaler, is_sharp).weights for is_sharp in (False, True))
    network = UpscaleNetwork(soft.config.channels, soft.config.blocks)
    own = soft.network.state_dict()
    try:
        network.load_state_dict({k: own[k] + after[k] - before[k] for k in own})
    except (KeyError, RuntimeError):
        raise UserError(
            f"The upscaler in {upscaler} is of another shape than the soft run's network: give "
            "the one whose soft network that run began with."
        ) from None
    manifest = read_upscaler_manifest(upscaler / MANIFEST)
    made = manifest.provenance
    config = dataclasses.replace(
        soft.config,
        preset=str(made.get("sharp_preset", "unknown")),
        lambda_adv=float(made.get("sharp_adversarial_weight", 0)),
    )
    steps, name = int(made.get("sharp_steps", 0)), f"{manifest.id} {manifest.version}"
    return _Trained(network.eval(), config, steps, soft.images, soft.origin, name)


def _must_blend(soft: _Trained, sharp: _Trained) -> None:
    shapes = [(end.config.channels, end.config.blocks) for end in (soft, sharp)]
    if shapes[0] != shapes[1]:
        raise UserError(
            f"The networks can't be blended: one has channels and blocks {shapes[0]}, the other "
            f"{shapes[1]}. Train the sharp one with --start and the soft one's run."
        )


def _exported(network: UpscaleNetwork) -> bytes:
    example = torch.rand(1, 3, 24, 20)
    free = {2: "H", 3: "W"}
    model = to_onnx(network, (example,), (IN_NAME,), (OUT_NAME,), free)
    with torch.no_grad():
        expected = network(example).numpy()
    session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
    (seen,) = session.run([OUT_NAME], {IN_NAME: example.numpy()})
    difference = float(np.abs(seen - expected).max())
    if not difference <= TOLERANCE:
        raise UserError(
            f"The exported network differs from the trained one by {difference:.2g} (allowed "
            f"{TOLERANCE:g}); nothing was written. Train it again."
        )
    return model


def _skeleton(model: bytes) -> bytes:
    """Returns a network's file without the numbers of its weights."""
    proto = onnx.load_from_string(model)
    for tensor in proto.graph.initializer:
        if tensor.data_type == onnx.TensorProto.FLOAT:
            tensor.ClearField("raw_data")
    skeleton: bytes = proto.SerializeToString(deterministic=True)
    return skeleton


def _figures(path: Path | None) -> dict[str, float]:
    """Returns the figures that evaluate-sr says are to be kept with the model."""
    if path is None:
        return {}
    try:
        told: Any = json.loads(path.read_text(encoding="utf-8"))["summary"]
        return {str(name): float(value) for name, value in told.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UserError(f"{path} is no metrics.json of evaluate-sr ({error}).") from None


def _manifest(
    ends: tuple[_Trained, _Trained],
    models: list[bytes],
    identity: UpscalerIdentity,
    sharpness: float,
    figures: dict[str, float],
) -> UpscalerManifest:
    soft, sharp = ends
    return UpscalerManifest(
        id=identity.id,
        version=identity.version,
        name=identity.name,
        scale=SCALE,
        context=soft.network.context,
        default_sharpness=sharpness,
        license=LICENSE,
        soft_sha256=hashlib.sha256(models[0]).hexdigest(),
        sharp_sha256=hashlib.sha256(models[1]).hexdigest(),
        preview=identity.preview,
        metrics=figures,
        provenance={
            "images": soft.images,
            "channels": soft.config.channels,
            "blocks": soft.config.blocks,
            "soft_preset": soft.config.preset,
            "soft_steps": soft.step,
            "sharp_preset": sharp.config.preset,
            "sharp_steps": sharp.step,
            "sharp_adversarial_weight": sharp.config.lambda_adv,
            **({"began_with": soft.origin} if soft.origin else {}),
            **({"sharp_laid_from": sharp.laid_from} if sharp.laid_from else {}),
        },
    )
