"""How far two pictures look apart to a tagger: in its maps, from lines to parts of a face."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import onnx
import onnxruntime

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.tagger import FILE, read_tagger_manifest
from trainer.model_folder import read_weights

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Pixels = NDArray[np.uint8]

MANIFEST = "model.json"
_BATCH = 32
_LEAST_SPREAD = 1e-3


class Perception:
    """The maps of a tagger, run on all windows of a picture.

    The features that a tagger gives are means and maxima over its last map, in which little is
    left of how sharp a line is. So the last map of every size that it computes on the way is
    looked at too, from half of the picture's side to a sixteenth.

    Args:
        folder: Holds model.json and tagger.onnx.

    Attributes:
        sha256: Of the tagger's file.

    Raises:
        UserError: it is no tagger of ours, or damaged.
    """

    def __init__(self, folder: Path) -> None:
        manifest = read_tagger_manifest(folder / MANIFEST)
        data = read_weights(folder / FILE, manifest.sha256, "Export the tagger again.")
        self.sha256 = manifest.sha256
        self._side = manifest.size
        model = onnx.load_from_string(data)
        names = _last_maps(model.graph)
        if not names:
            raise UserError(
                f"The tagger in {folder} is not built as ours are: it has no maps to compare. "
                "Train one with: girlsmoe-train train-tagger"
            )
        del model.graph.output[:]
        model.graph.output.extend(onnx.ValueInfoProto(name=name) for name in names)
        self._session = onnxruntime.InferenceSession(
            model.SerializeToString(), _quiet(), providers=["CPUExecutionProvider"]
        )

    def maps(self, picture: Pixels) -> list[Floats]:
        """Returns the maps of a picture's windows, each (windows, channels, h, w)."""
        img = windows(picture, self._side).transpose(0, 3, 1, 2).astype(np.float32) / 127.5 - 1
        parts = [self._session.run(None, {"img": batch}) for batch in _batches(img)]
        return [np.concatenate(each) for each in zip(*parts, strict=True)]

    def spreads(self, truths: Sequence[Pixels]) -> list[Floats]:
        """Returns how much each channel of each map varies over pictures, (1, channels, 1, 1)."""
        totals: list[NDArray[np.float64]] = []
        for truth in truths:
            found = [_moments(each) for each in self.maps(truth)]
            totals = [a + b for a, b in zip(totals, found, strict=True)] if totals else found
        spreads = []
        for count, first, second in totals:
            variance = second / count - (first / count) ** 2
            spread = np.sqrt(np.maximum(variance, _LEAST_SPREAD**2))
            spreads.append(spread.astype(np.float32)[None, :, None, None])
        return spreads

    def distance(self, picture: Pixels, truth_maps: list[Floats], spreads: list[Floats]) -> float:
        """Returns how far a picture looks from a truth: 0 is the same.

        Each map counts alike: the root of its mean squared difference, every channel measured by
        how much it varies over real pictures.

        Args:
            picture: (H, W, 3), as large as the truth.
            truth_maps: `maps` of the truth.
            spreads: `spreads` of real pictures.

        Source: after Zhang et al. 2018, arXiv:1801.03924, with our tagger for a network and its
        channels' own spread for learned weights.
        """
        parts = [
            np.sqrt(np.square((seen - want) / spread, dtype=np.float64).mean())
            for seen, want, spread in zip(self.maps(picture), truth_maps, spreads, strict=True)
        ]
        return float(np.mean(parts))


def windows(picture: Pixels, side: int) -> Pixels:
    """Returns squares that cover a picture, (N, side, side, 3); the last ones overlap others.

    A picture that is smaller is continued by its outermost pixels.
    """
    height, width = picture.shape[:2]
    lacking = ((0, max(0, side - height)), (0, max(0, side - width)), (0, 0))
    whole = np.pad(picture, lacking, mode="edge")
    tops, lefts = (_starts(length, side) for length in whole.shape[:2])
    return np.stack([whole[y : y + side, x : x + side] for y in tops for x in lefts])


def _starts(length: int, side: int) -> list[int]:
    """Returns where windows begin that cover a length."""
    return sorted({*range(0, length - side + 1, side), length - side})


def _last_maps(graph: onnx.GraphProto) -> list[str]:
    """Returns the last map of each size: what a convolution with a stride, or the mean, takes.

    The first layers of a reader work at one size until a convolution halves it.
    """
    names = []
    for node in graph.node:
        halves = any(a.name == "strides" and max(a.ints) > 1 for a in node.attribute)
        if (node.op_type == "Conv" and halves) or node.op_type == "ReduceMean":
            names.append(node.input[0])
    return names


def _quiet() -> onnxruntime.SessionOptions:
    """Returns options under which nothing is told of the outputs that are no longer asked for."""
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    return options


def _moments(maps: Floats) -> NDArray[np.float64]:
    """Returns for each channel how many values there are, their sum and that of their squares."""
    values = maps.transpose(1, 0, 2, 3).reshape(maps.shape[1], -1).astype(np.float64)
    count = np.full(len(values), values.shape[1], np.float64)
    return np.stack([count, values.sum(1), np.square(values).sum(1)])


def _batches(img: Floats) -> Iterator[Floats]:
    for start in range(0, len(img), _BATCH):
        yield img[start : start + _BATCH]
