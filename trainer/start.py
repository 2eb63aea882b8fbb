"""Reads what a new run may start from: the generator of an exported model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from girlsmoe_desktop.core.attributes import LABELS
from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.manifest import read_manifest
from trainer.model_folder import read_weights
from trainer.onnx_files import HALF_SUFFIX

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from torch import Tensor

_ADVICE = "Give the folder of a model that `girlsmoe-train export` made."


@dataclass(frozen=True)
class Start:
    """A generator to start from.

    Attributes:
        name: Which one it is: identifier, version and the beginning of its checksum.
        weights: Its weights by name, as `trainer.models.grown` takes them.
    """

    name: str
    weights: Mapping[str, Tensor]


def read_start(folder: Path) -> Start:
    """Returns the generator in a folder made by export.

    Raises:
        UserError: there is none, it is damaged, or its attributes are others.
    """
    manifest = read_manifest(folder / "model.json")
    if manifest.labels != LABELS:
        raise UserError(f"The model in {folder} has other attributes than portraits. {_ADVICE}")
    data = read_weights(folder / "generator.onnx", manifest.sha256, _ADVICE)
    weights = {
        name: torch.from_numpy(numpy_helper.to_array(value).astype(np.float32))
        for value in onnx.load_from_string(data).graph.initializer
        if (name := value.name.removesuffix(HALF_SUFFIX)).endswith((".weight", ".bias"))
    }
    return Start(f"{manifest.id} {manifest.version} {manifest.sha256[:12]}", weights)
