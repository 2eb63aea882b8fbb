"""Runs a tagger with onnxruntime: pictures in, probabilities of labels out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.tagger import FILE, read_tagger_manifest
from girlsmoe_desktop.runtime.library import MANIFEST, search_folders
from girlsmoe_desktop.runtime.weights import first_line, open_session, read_weights

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

MAX_BATCH = 16


class Reader:
    """A loaded tagger. Safe to call from several threads.

    Attributes:
        manifest: Of the tagger.
    """

    def __init__(self, folder: Path, threads: int = 0) -> None:
        """Loads the weights.

        Args:
            folder: Holds model.json and tagger.onnx.
            threads: CPU threads; 0 leaves the number to onnxruntime.

        Raises:
            UserError: Something is missing, damaged, or not what the manifest says.
        """
        self.manifest = read_tagger_manifest(folder / MANIFEST)
        data = read_weights(folder / FILE, self.manifest.sha256)
        self._session = open_session(data, threads, self.manifest.id, ["CPUExecutionProvider"])

    def read(self, pixels: NDArray[np.uint8]) -> NDArray[np.float32]:
        """Returns the probabilities of the labels, shape (N, len(labels)).

        Args:
            pixels: Pictures, shape (N, H, W, 3); those of another size are scaled.

        Raises:
            UserError: onnxruntime can't run the tagger.
        """
        starts = range(0, len(pixels), MAX_BATCH)
        parts = [self._read_batch(pixels[start : start + MAX_BATCH]) for start in starts]
        return np.concatenate(parts) if parts else np.zeros((0, len(self.manifest.labels)), "f4")

    def _read_batch(self, pixels: NDArray[np.uint8]) -> NDArray[np.float32]:
        size = self.manifest.size
        fitting = np.stack([_fitted(picture, size) for picture in pixels])
        img = np.ascontiguousarray(fitting.transpose(0, 3, 1, 2)).astype(np.float32) / 127.5 - 1.0
        try:
            (seen,) = self._session.run(["probabilities"], {"img": img})
        except Exception as error:  # onnxruntime has a class of its own for each cause
            raise UserError(
                "onnxruntime can't run the tagger {0} ({1}): install it again.",
                self.manifest.id,
                first_line(error),
            ) from error
        return np.asarray(seen, dtype=np.float32)


def find_reader(labels: tuple[str, ...]) -> Path | None:
    """Returns the folder of an installed tagger that reads just these labels, or None."""
    for root in search_folders():
        for path in sorted(root.glob(f"*/{MANIFEST}")):
            try:
                manifest = read_tagger_manifest(path)
            except UserError:
                continue  # a generator, or damaged
            if set(manifest.labels) == set(labels):
                return path.parent
    return None


def _fitted(picture: NDArray[np.uint8], size: int) -> NDArray[np.uint8]:
    if picture.shape[:2] == (size, size):
        return picture
    # A box filter down, as the training pictures were reduced; no new edges upward.
    way = Image.Resampling.BOX if picture.shape[0] > size else Image.Resampling.BICUBIC
    return np.asarray(Image.fromarray(picture).resize((size, size), way))
