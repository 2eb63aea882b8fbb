"""What is judged: something that paints pictures for noises and labels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import numpy as np
import onnx
import onnxruntime
import torch

from girlsmoe_desktop.core.attributes import LABELS
from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.manifest import read_manifest
from trainer.checkpoint import load_checkpoint
from trainer.conditions import to_input
from trainer.export import FILES, read_generator
from trainer.model_folder import read_weights
from trainer.pixels import to_pixels
from trainer.runs import RunFolder

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Pixels = NDArray[np.uint8]

BATCH = 64
"""Pictures painted at a time."""


class Painter(Protocol):
    """A generator, whatever runs it."""

    name: str
    size: int
    z_dim: int
    parameters: int

    def paint(self, z: Floats, labels: Floats) -> Pixels:
        """Returns pictures (N, size, size, 3).

        Args:
            z: Standard normal noise, (N, z_dim).
            labels: Attributes, (N, 34), 0 is off and 1 is on.
        """
        ...


class CheckpointPainter:
    """The best generator of a run's checkpoint, or a snapshot of it.

    Args:
        run: The run's folder.
        which: "latest" or a number of steps.
        device: A torch device.

    Raises:
        UserError: no such checkpoint.
    """

    def __init__(self, run: RunFolder, which: str, device: str) -> None:
        path = run.find_generator(which)
        checkpoint = load_checkpoint(path)
        config, generator = read_generator(path, checkpoint)
        self.name = f"{config.preset}, step {checkpoint['state']['step']}"
        self.size, self.z_dim = config.size, config.z_dim
        self.parameters = sum(weights.numel() for weights in generator.parameters())
        self._device = torch.device(device)
        self._generator = generator.to(self._device)

    @torch.no_grad()
    def paint(self, z: Floats, labels: Floats) -> Pixels:
        """See `Painter`."""
        parts = [np.zeros((0, self.size, self.size, 3), np.uint8)]
        for start in range(0, len(z), BATCH):
            end = start + BATCH
            noise = torch.from_numpy(z[start:end]).to(self._device)
            wanted = to_input(torch.from_numpy(labels[start:end]).to(self._device))
            parts.append(to_pixels(self._generator(noise, wanted)).cpu().numpy())
        return np.concatenate(parts)


class ModelPainter:
    """An exported model, run on the CPU and truncated as users run it.

    Args:
        folder: Holds generator.onnx and model.json.

    Raises:
        UserError: files are missing or damaged, or its labels are not ours.
    """

    def __init__(self, folder: Path) -> None:
        self._manifest = read_manifest(folder / FILES[1])
        if self._manifest.labels != LABELS:
            raise UserError(f"The model in {folder} has other labels than the drawn portraits.")
        data = read_weights(folder / FILES[0], self._manifest.sha256, "Export the model again.")
        self.name = f"{self._manifest.name} {self._manifest.version}"
        self.size, self.z_dim = self._manifest.size, self._manifest.z_dim
        self.parameters = _weights_in(data)
        self._session = onnxruntime.InferenceSession(data, providers=["CPUExecutionProvider"])

    def paint(self, z: Floats, labels: Floats) -> Pixels:
        """See `Painter`."""
        m = self._manifest
        coded = (m.off + labels * (m.on - m.off)).astype(np.float32)
        parts = [np.zeros((0, self.size, self.size, 3), np.uint8)]
        for start in range(0, len(z), BATCH):
            end = start + BATCH
            latents = z[start:end] * np.float32(m.truncation)
            feeds = {m.z_name: latents, m.labels_name: coded[start:end]}
            (img,) = self._session.run([m.image_name], feeds)
            shares = np.clip((img - m.low) / (m.high - m.low), 0, 1)
            parts.append(np.rint(shares * 255).astype(np.uint8).transpose(0, 2, 3, 1))
        return np.concatenate(parts)


def open_painter(path: Path, which: str = "latest", device: str = "cpu") -> Painter:
    """Returns what paints in a folder: a run's checkpoint, or an exported model.

    Raises:
        UserError: the folder is neither.
    """
    run = RunFolder(path)
    if run.config_path.is_file():
        return CheckpointPainter(run, which, device)
    if (path / FILES[1]).is_file():
        return ModelPainter(path)
    raise UserError(
        f"{path} is neither a run (it has no config.json) nor a model (it has no {FILES[1]})."
    )


def _weights_in(model: bytes) -> int:
    graph = onnx.load_from_string(model).graph
    return sum(int(np.prod(weights.dims)) for weights in graph.initializer)
