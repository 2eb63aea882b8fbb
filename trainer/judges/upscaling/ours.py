"""Our upscaler, blended as the desktop blends it: by weight; and by picture, to compare."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import onnx
import onnxruntime
from onnx import numpy_helper

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.upscaler import (
    IN_NAME,
    OUT_NAME,
    SHARP_FILE,
    SOFT_FILE,
    read_upscaler_manifest,
)
from trainer.judges.upscaling.contenders import SCALE, to_pixels, to_values
from trainer.model_folder import read_weights

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Pixels = NDArray[np.uint8]

_ADVICE = "Export the upscaler again."


class Ours:
    """Our upscaler's two networks.

    Args:
        folder: Holds model.json, soft.onnx and sharp.onnx.

    Attributes:
        manifest: What it is.

    Raises:
        UserError: files are missing or damaged, or it does not enlarge twofold.
    """

    def __init__(self, folder: Path) -> None:
        self.manifest = read_upscaler_manifest(folder / "model.json")
        if self.manifest.scale != SCALE:
            raise UserError(
                f"The upscaler in {folder} enlarges {self.manifest.scale} times; only those that "
                f"do so {SCALE} times can be compared."
            )
        m = self.manifest
        self._soft = read_weights(folder / SOFT_FILE, m.soft_sha256, _ADVICE)
        self._sharp = read_weights(folder / SHARP_FILE, m.sharp_sha256, _ADVICE)

    def at(self, sharpness: float) -> Blended:
        """Returns what the desktop runs at a sharpness, 0 to 1."""
        return Blended(self.named(sharpness), blended(self._soft, self._sharp, sharpness))

    def pictures_at(self, sharpness: float) -> PictureBlend:
        """Returns what mixes the two networks' pictures instead of their weights."""
        ends = Blended("", self._soft), Blended("", self._sharp)
        return PictureBlend(f"picture blend {sharpness:g}", ends, sharpness)

    @staticmethod
    def named(sharpness: float) -> str:
        """Returns what reports call it at a sharpness."""
        return f"ours {sharpness:g}"


class Blended:
    """One network of ours on the processor.

    Args:
        name: What reports call it.
        model: Its ONNX file.
    """

    def __init__(self, name: str, model: bytes) -> None:
        self.name = name
        self._session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])

    def upscale(self, picture: Pixels) -> Pixels:
        """See `Contender`."""
        return to_pixels(self.values(picture))

    def values(self, picture: Pixels) -> Floats:
        """Returns what the network gives, (3, 2H, 2W), not yet limited to 0..1."""
        (grown,) = self._session.run([OUT_NAME], {IN_NAME: to_values(picture)[None]})
        values: Floats = grown[0]
        return values


class PictureBlend:
    """The soft and the sharp picture, mixed.

    Args:
        name: What reports call it.
        ends: The two networks.
        sharpness: Share of the sharp one.
    """

    def __init__(self, name: str, ends: tuple[Blended, Blended], sharpness: float) -> None:
        self.name = name
        self._ends = ends
        self._sharpness = sharpness

    def upscale(self, picture: Pixels) -> Pixels:
        """See `Contender`."""
        soft, sharp = (end.values(picture) for end in self._ends)
        return to_pixels((1 - self._sharpness) * soft + self._sharpness * sharp)


def blended(soft: bytes, sharp: bytes, sharpness: float) -> bytes:
    """Returns the network whose weights are (1 - sharpness) * soft + sharpness * sharp.

    Raises:
        UserError: the two are not of one shape.

    Source: Eq. 4, Wang et al. 2018, arXiv:1809.00219.
    """
    model, other = onnx.load_from_string(soft), onnx.load_from_string(sharp)
    theirs = {tensor.name: numpy_helper.to_array(tensor) for tensor in other.graph.initializer}
    for tensor in model.graph.initializer:
        mine = numpy_helper.to_array(tensor)
        if tensor.name not in theirs or theirs[tensor.name].shape != mine.shape:
            raise UserError(f"The upscaler's two networks are not of one shape. {_ADVICE}")
        if mine.dtype == np.float32:
            mixed = (1 - sharpness) * mine + sharpness * theirs[tensor.name]
            tensor.CopyFrom(numpy_helper.from_array(mixed.astype(np.float32), tensor.name))
    data: bytes = model.SerializeToString()
    return data
