"""What a network begins with: the weights of an earlier run, or of an exported upscaler."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import onnx
import torch
from onnx import numpy_helper

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.upscaler import SHARP_FILE, SOFT_FILE, read_upscaler_manifest
from trainer.checkpoint import load_checkpoint
from trainer.model_folder import read_weights
from trainer.runs import RunFolder

if TYPE_CHECKING:
    from pathlib import Path

MANIFEST = "model.json"


@dataclass(frozen=True)
class Start:
    """Trained weights.

    Attributes:
        weights: By name, as `UpscaleNetwork` calls them.
        steps: Steps that trained them towards what they are trained for now.
        origin: The exported upscaler that they come from and what it learned from; may be empty.
    """

    weights: dict[str, torch.Tensor]
    steps: int = 0
    origin: str = ""


def read_start(folder: Path, is_sharp: bool) -> Start:
    """Returns what to begin with.

    Args:
        folder: A run, or an upscaler that `export-sr` wrote, such as the bundled one.
        is_sharp: Whether it is trained against a discriminator; decides which network of an
            upscaler is taken, and whether the steps of a run count on.

    Raises:
        UserError: it is neither, or damaged.
    """
    if (folder / MANIFEST).is_file():
        return _of_upscaler(folder, is_sharp)
    checkpoint = load_checkpoint(RunFolder(folder).find_checkpoint())
    state = checkpoint["state"]
    if not isinstance(state, dict) or "network" not in state:
        raise UserError(f"{folder} is no run of train-sr: it has no network that enlarges.")
    counts_on = (state["critic"] is not None) == is_sharp
    steps = int(state["step"]) + int(state.get("earlier_steps", 0))
    return Start(state["average"], steps if counts_on else 0, str(state.get("origin", "")))


def _of_upscaler(folder: Path, is_sharp: bool) -> Start:
    manifest = read_upscaler_manifest(folder / MANIFEST)
    file, sha256 = (
        (SHARP_FILE, manifest.sharp_sha256) if is_sharp else (SOFT_FILE, manifest.soft_sha256)
    )
    model = onnx.load_from_string(read_weights(folder / file, sha256, "Export it again."))
    weights = {
        tensor.name: torch.from_numpy(numpy_helper.to_array(tensor).copy())
        for tensor in model.graph.initializer
        if tensor.data_type == onnx.TensorProto.FLOAT
    }
    steps = manifest.provenance.get("sharp_steps" if is_sharp else "soft_steps", 0)
    images = manifest.provenance.get("images", "some")
    origin = f"{manifest.id} {manifest.version}, which learned from {images} others"
    return Start(weights, int(steps), origin)
