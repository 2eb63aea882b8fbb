"""Runs a generator with onnxruntime: recipes in, pixels out."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

import numpy as np
import onnxruntime as ort

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.recipe import label_vector

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from girlsmoe_desktop.core.manifest import Manifest
    from girlsmoe_desktop.core.recipe import Recipe
    from girlsmoe_desktop.runtime.library import InstalledModel

_EXTERNAL_DATA_FOLDER = "session.model_external_initializers_file_folder_path"
_FLOAT32 = "tensor(float)"
MAX_ONNX_BYTES = 512 << 20
# Larger batches buy a few per cent of speed and cost memory and the chance to cancel.
MAX_BATCH = 8
# Never more: the stock wheel also lists a provider that sends tensors to a remote service.
ALLOWED_PROVIDERS = (
    "CUDAExecutionProvider",
    "DmlExecutionProvider",
    "CoreMLExecutionProvider",
    "CPUExecutionProvider",
)


class Generator:
    """A loaded model, ready to paint. Safe to call from several threads.

    Attributes:
        manifest: Of the model.
        provider: The onnxruntime provider that really runs it.
    """

    def __init__(self, model: InstalledModel, threads: int = 0) -> None:
        """Loads the weights.

        Args:
            model: From the library.
            threads: CPU threads; 0 leaves the number to onnxruntime.

        Raises:
            UserError: The weights are missing, damaged, or not what the manifest says.
        """
        self.manifest = model.manifest
        data = _read_weights(model)
        self._session = _open_session(data, threads, model.manifest.id)
        _check_tensors(self._session, model.manifest)
        self.provider: str = self._session.get_providers()[0]

    def paint(self, recipes: Sequence[Recipe]) -> NDArray[np.uint8]:
        """Returns the pictures of these characters, shape (N, size, size, 3), uint8 RGB.

        Raises:
            UserError: A recipe does not fit the model, or the network gave no numbers.
        """
        batches = [
            self._paint_batch(recipes[start : start + MAX_BATCH])
            for start in range(0, len(recipes), MAX_BATCH)
        ]
        size = self.manifest.size
        return np.concatenate(batches) if batches else np.zeros((0, size, size, 3), np.uint8)

    def _paint_batch(self, recipes: Sequence[Recipe]) -> NDArray[np.uint8]:
        manifest = self.manifest
        for recipe in recipes:
            self._check_fits(recipe)
        feeds = {
            manifest.z_name: np.stack([recipe.z for recipe in recipes]),
            manifest.labels_name: np.stack([label_vector(manifest, r) for r in recipes]),
        }
        try:
            img = self._session.run([manifest.image_name], feeds)[0]
        except Exception as error:  # onnxruntime has a class of its own for each cause
            raise UserError(
                f"onnxruntime can't run the model {manifest.id} ({_first_line(error)}): "
                "install it again, or choose another with --model."
            ) from error
        if not np.isfinite(img).all():
            raise UserError(
                f"The model {manifest.id} gave values that are not numbers on {self.provider}: "
                "install it again, or choose another with --model."
            )
        return to_pixels(img, manifest.low, manifest.high)

    def _check_fits(self, recipe: Recipe) -> None:
        manifest = self.manifest
        if recipe.model_sha256 != manifest.sha256:
            raise UserError(
                f"The recipe was made for other weights of {recipe.model_id} than those of "
                f"{manifest.id} {manifest.version}: choose or install the model it was made with."
            )
        if recipe.z.shape != (manifest.z_dim,):
            raise UserError(
                f"The recipe has {recipe.z.size} noise values, the model {manifest.id} takes "
                f"{manifest.z_dim}: the recipe is damaged; choose another picture."
            )


def to_pixels(img: NDArray[np.float32], low: float, high: float) -> NDArray[np.uint8]:
    """Returns img, shape (N, 3, H, W) in low..high, as pixels, shape (N, H, W, 3), 0..255."""
    scaled = (img - low) * (255.0 / (high - low))
    pixels: NDArray[np.uint8] = np.clip(np.rint(scaled), 0, 255).astype(np.uint8)
    return pixels.transpose(0, 2, 3, 1)


def _read_weights(model: InstalledModel) -> bytes:
    path = model.folder / model.manifest.file
    try:
        if path.stat().st_size > MAX_ONNX_BYTES:
            raise UserError(
                f"{path} is larger than {MAX_ONNX_BYTES >> 20} MiB: it is no generator."
            )
        data = path.read_bytes()
    except OSError as error:
        raise UserError(
            f"The weights {path} can't be read ({error.strerror}): "
            "install the model again, or choose another with --model."
        ) from error
    if hashlib.sha256(data).hexdigest() != model.manifest.sha256:
        raise UserError(
            f"The weights {path} are damaged (their sha256 is not the one in model.json): "
            "install the model again, or choose another with --model."
        )
    return data


def _open_session(data: bytes, threads: int, model_id: str) -> ort.InferenceSession:
    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    # From bytes there is no folder, and onnxruntime would take the current one for weights that a
    # model says are beside it; a model must not reach for files.
    options.add_session_config_entry(_EXTERNAL_DATA_FOLDER, os.devnull)
    options.log_severity_level = 3  # errors only: warnings about providers are told in our words
    available = ort.get_available_providers()
    providers = [provider for provider in ALLOWED_PROVIDERS if provider in available]
    try:
        return ort.InferenceSession(data, options, providers=providers)
    except Exception as error:  # onnxruntime has a class of its own for each cause
        raise UserError(
            f"onnxruntime can't load the model {model_id} ({_first_line(error)}): "
            "install it again, or choose another with --model."
        ) from error


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:200]


def _check_tensors(session: ort.InferenceSession, manifest: Manifest) -> None:
    """Checks that the tensors are the manifest's: float32, of its shapes, for any batch."""
    tensors = (*session.get_inputs(), *session.get_outputs())
    found = {t.name: [t.type, *t.shape[1:]] for t in tensors}
    expected = {
        manifest.z_name: [_FLOAT32, manifest.z_dim],
        manifest.labels_name: [_FLOAT32, len(manifest.labels)],
        manifest.image_name: [_FLOAT32, 3, manifest.size, manifest.size],
    }
    if found != expected or any(isinstance(tensor.shape[0], int) for tensor in tensors):
        shapes = {t.name: [t.type, *t.shape] for t in tensors}
        raise UserError(
            f"The weights of {manifest.id} have the tensors {shapes}, its manifest says {expected} "
            "after a free batch size: install the model again."
        )
