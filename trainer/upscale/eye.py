"""How drawings look to a tagger: the feature space in which results are compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import onnx
import torch
from onnx import numpy_helper
from torch import Tensor, nn

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.tagger import FILE, read_tagger_manifest
from trainer.judges.reader import LabelReader
from trainer.model_folder import read_weights

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

MANIFEST = "model.json"
LEVELS = (4, 8, 12)
"""How many of the reader's layers are looked through for each of the compared maps: lines at a
half of the picture's side, shapes at a quarter, parts at an eighth."""


class Eye(nn.Module):
    """The first layers of a tagger.

    It takes the place of the VGG network in SRGAN's content loss, which learned photographs; the
    tagger learned drawings, down to the state of a mouth a few pixels wide.

    Args:
        reader: A trained reader of labels.

    Source: the content loss of Ledig et al. 2017, arXiv:1609.04802, with another network.
    """

    def __init__(self, reader: LabelReader) -> None:
        super().__init__()
        layers = reader.body[: LEVELS[-1]]
        assert isinstance(layers, nn.Sequential)
        self._layers = layers.eval().requires_grad_(False)

    def forward(self, img: Tensor) -> list[Tensor]:
        """Returns the maps of pictures (N, 3, H, W) in 0..1, H and W multiples of 8."""
        x = img * 2 - 1
        maps: list[Tensor] = []
        for number, layer in enumerate(self._layers, start=1):
            x = layer(x)
            if number in LEVELS:
                maps.append(x)
        return maps

    def distance(self, img: Tensor, truth: Tensor) -> Tensor:
        """Returns how far pictures look from their truths: 0 for the same, about 1 for another.

        It is the mean over maps of the squared difference, relative to the truth's own squares.
        """
        with torch.no_grad():
            wanted = self(truth)
        parts = [
            (seen.float() - want.float()).square().mean() / want.float().square().mean()
            for seen, want in zip(self(img), wanted, strict=True)
        ]
        return torch.stack(parts).mean()


def open_eye(folder: Path) -> Eye:
    """Returns the eye of an exported tagger.

    Args:
        folder: Holds model.json and tagger.onnx.

    Raises:
        UserError: it is no tagger of ours, or damaged.
    """
    manifest = read_tagger_manifest(folder / MANIFEST)
    data = read_weights(folder / FILE, manifest.sha256, "Export the tagger again.")
    weights = {
        tensor.name: numpy_helper.to_array(tensor)
        for tensor in onnx.load_from_string(data).graph.initializer
    }
    try:
        return Eye(_rebuilt(weights))
    except (KeyError, IndexError, RuntimeError) as error:
        raise UserError(
            f"The tagger in {folder} is not built as ours are ({str(error).splitlines()[0]}). "
            "Train one with: girlsmoe-train train-tagger"
        ) from None


def _rebuilt(weights: dict[str, NDArray[np.float32]]) -> LabelReader:
    """Returns a reader with the body's weights of an ONNX file.

    The file's convolutions have taken in the norms that followed them; the norms here pass on what
    they get and add what the convolution added.
    """
    first = weights["reader.body.1.weight"].shape[0]
    later = [weights[f"reader.body.{place}.weight"].shape[0] for place in (4, 8, 12)]
    reader = LabelReader((first, *later))
    layers = dict(reader.named_modules())
    names = [(f"body.{place}", f"body.{place + 1}") for place in (1, 4, 8, 12)]
    for place in (7, 11, 15):
        names += [(f"body.{place}.body.{n}", f"body.{place}.body.{n + 1}") for n in (0, 3)]
    with torch.no_grad():
        for convolution, norm in names:
            kernel = torch.from_numpy(weights[f"reader.{convolution}.weight"].copy())
            added = torch.from_numpy(weights[f"reader.{convolution}.weight_bias"].copy())
            _fill(layers[convolution], layers[norm], kernel, added)
    return reader


def _fill(convolution: nn.Module, norm: nn.Module, kernel: Tensor, added: Tensor) -> None:
    """Gives a convolution its kernel, and makes the norm after it add and do nothing else."""
    assert isinstance(convolution, nn.Conv2d)
    assert isinstance(norm, nn.BatchNorm2d)
    assert norm.running_mean is not None
    assert norm.running_var is not None
    convolution.weight.copy_(kernel)
    norm.weight.fill_(1.0)
    norm.bias.copy_(added)
    norm.running_mean.zero_()
    norm.running_var.fill_(1.0 - norm.eps)
