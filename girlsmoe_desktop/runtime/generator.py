"""Runs a generator with onnxruntime: recipes in, pixels out."""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import TYPE_CHECKING

import numpy as np

from girlsmoe_desktop import added_engine
from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.recipe import label_vector
from girlsmoe_desktop.runtime.devices import AUTO, CPU, CPU_PROVIDER, name_of
from girlsmoe_desktop.runtime.operations import count_operations
from girlsmoe_desktop.runtime.providers import load_libraries, providers_for, why_not
from girlsmoe_desktop.runtime.weights import first_line, open_session, read_weights

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import onnxruntime as ort
    from numpy.typing import NDArray

    from girlsmoe_desktop.core.manifest import Manifest
    from girlsmoe_desktop.core.recipe import Recipe
    from girlsmoe_desktop.runtime.library import InstalledModel

_FLOAT32 = "tensor(float)"
# Larger batches buy a few per cent of speed and cost memory and the chance to cancel.
MAX_BATCH = 8
# A picture whose channels all stay within so little shows nothing.
BLANK_SPAN = 2


class Generator:
    """A loaded model, ready to paint. Safe to call from several threads.

    Where a device gives empty pictures or none at all, it is left for the CPU, and what it should
    have painted is painted again.

    Attributes:
        model: What it was loaded from.
        manifest: Of the model.
        provider: The onnxruntime provider that really runs it.
        problem: Why the device that was asked for does not run it, as a sentence, or "".
        on_left: Called once, by whoever paints, with the name of a device that was left.
    """

    def __init__(self, model: InstalledModel, threads: int = 0, device: str = AUTO) -> None:
        """Loads the weights.

        Args:
            model: From the library.
            threads: CPU threads; 0 leaves the number to onnxruntime.
            device: Id of a device, or AUTO for the best.

        Raises:
            UserError: The weights are missing, damaged, or not what the manifest says.
        """
        self.model, self.manifest = model, model.manifest
        self._threads = threads
        self._changing = threading.Lock()
        self.on_left: Callable[[str], None] | None = None
        self._session = self._open(device)
        _check_tensors(self._session, model.manifest)
        self.provider: str = self._session.get_providers()[0]
        self.problem = why_not(device, self.provider)

    def paint(self, recipes: Sequence[Recipe]) -> NDArray[np.uint8]:
        """Returns the pictures of these characters, shape (N, size, size, 3), uint8 RGB.

        Raises:
            UserError: A recipe does not fit the model, or the network gave no numbers.
        """
        batches = [
            self._paint_batch(recipes[start : start + MAX_BATCH])
            for start in range(0, len(recipes), MAX_BATCH)
        ]
        added_engine.is_fine()
        size = self.manifest.size
        return np.concatenate(batches) if batches else np.zeros((0, size, size, 3), np.uint8)

    def operations(self, recipe: Recipe) -> int:
        """Returns the multiplications and additions that one picture takes on the CPU."""
        data = read_weights(self.model.folder / self.manifest.file, self.manifest.sha256)
        return count_operations(data, [self.manifest.image_name], self._feeds([recipe]))

    def _open(self, device: str) -> ort.InferenceSession:
        data = read_weights(self.model.folder / self.manifest.file, self.manifest.sha256)
        providers = providers_for(device)
        load_libraries(providers)
        return open_session(data, self._threads, self.manifest.id, providers)

    def _paint_batch(self, recipes: Sequence[Recipe]) -> NDArray[np.uint8]:
        for recipe in recipes:
            self._check_fits(recipe)
        feeds = self._feeds(recipes)
        session, provider = self._session, self.provider
        if provider != CPU_PROVIDER:
            with suppress(UserError):
                pixels = self._run(session, provider, feeds)
                if not is_blank(pixels):
                    return pixels
            session, provider = self._leave(session), CPU_PROVIDER
        return self._run(session, provider, feeds)

    def _feeds(self, recipes: Sequence[Recipe]) -> dict[str, NDArray[np.float32]]:
        manifest = self.manifest
        return {
            manifest.z_name: np.stack([recipe.latent for recipe in recipes]),
            manifest.labels_name: np.stack([label_vector(manifest, r) for r in recipes]),
        }

    def _run(
        self, session: ort.InferenceSession, provider: str, feeds: dict[str, NDArray[np.float32]]
    ) -> NDArray[np.uint8]:
        manifest = self.manifest
        try:
            img = session.run([manifest.image_name], feeds)[0]
        except Exception as error:  # onnxruntime has a class of its own for each cause
            raise UserError(
                "onnxruntime can't run the model {0} ({1}): install it again, or choose "
                "another with --model.",
                manifest.id,
                first_line(error),
            ) from error
        if not np.isfinite(img).all():
            raise UserError(
                "The model {0} gave values that are not numbers on {1}: install it again, or "
                "choose another with --model.",
                manifest.id,
                provider,
            )
        return to_pixels(img, manifest.low, manifest.high)

    def _leave(self, session: ort.InferenceSession) -> ort.InferenceSession:
        """Goes over to the CPU for good, unless somebody has already, and returns its session."""
        with self._changing:
            if session is not self._session:
                return self._session
            left, self._session = self.provider, self._open(CPU)
            self.provider = CPU_PROVIDER
        if self.on_left is not None:
            self.on_left(name_of(left))
        return self._session

    def _check_fits(self, recipe: Recipe) -> None:
        manifest = self.manifest
        if recipe.model_sha256 != manifest.sha256:
            raise UserError(
                "The recipe was made for other weights of {0} than those of {1} {2}: choose "
                "or install the model it was made with.",
                recipe.model_id,
                manifest.id,
                manifest.version,
            )
        if recipe.z.shape != (manifest.z_dim,):
            raise UserError(
                "The recipe has {0} noise values, the model {1} takes {2}: the recipe is "
                "damaged; choose another picture.",
                recipe.z.size,
                manifest.id,
                manifest.z_dim,
            )


def is_blank(pixels: NDArray[np.uint8]) -> bool:
    """Returns whether any of the pictures, shape (N, H, W, 3), is black or of one colour."""
    lowest, highest = pixels.min(axis=(1, 2)), pixels.max(axis=(1, 2))
    return bool((highest - lowest <= BLANK_SPAN).all(axis=1).any())


def to_pixels(img: NDArray[np.float32], low: float, high: float) -> NDArray[np.uint8]:
    """Returns img, shape (N, 3, H, W) in low..high, as pixels, shape (N, H, W, 3), 0..255."""
    scaled = (img - low) * (255.0 / (high - low))
    pixels: NDArray[np.uint8] = np.clip(np.rint(scaled), 0, 255).astype(np.uint8)
    return pixels.transpose(0, 2, 3, 1)


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
            "The weights of {0} have the tensors {1}, its manifest says {2} after a free "
            "batch size: install the model again.",
            manifest.id,
            shapes,
            expected,
        )
