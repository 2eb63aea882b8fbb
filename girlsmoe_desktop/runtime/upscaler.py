"""Runs an upscaler with onnxruntime, tile by tile: a picture in, a larger one out.

Memory: besides the picture and the result there is never more than one tile's work, whatever the
size of the picture. A tile with what it needs around it covers about `MAX_PATCH_PX` pixels, at
which our network of 48 channels takes some 160 MB; twice as many would save a tenth of the time.

A picture's edge is continued outwards with the edge's own colours. With as much around each tile as
the network looks at, tiles come out as they would in the whole picture.
"""

from __future__ import annotations

import math
import threading
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageFilter

from girlsmoe_desktop.core.enlargement import SCALES, Enlargement
from girlsmoe_desktop.core.errors import Sentence, UserError
from girlsmoe_desktop.core.manifest import kind_of
from girlsmoe_desktop.core.upscaler import (
    IN_NAME,
    KIND,
    OUT_NAME,
    SHARP_FILE,
    SOFT_FILE,
    read_upscaler_manifest,
)
from girlsmoe_desktop.runtime.devices import CPU_PROVIDER
from girlsmoe_desktop.runtime.library import MANIFEST, search_folders
from girlsmoe_desktop.runtime.onnx_blend import blend_onnx
from girlsmoe_desktop.runtime.weights import first_line, open_session, read_weights

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    import onnxruntime as ort
    from numpy.typing import NDArray

    from girlsmoe_desktop.core.upscaler import UpscalerManifest

MAX_OUTPUT_PX = 1 << 27
"""Of a result: 134 million pixels take half a gigabyte with their transparency."""
MAX_PATCH_PX = 320 * 320
_LEAST_TILE_PX = 32
_KEPT_SESSIONS = 3
_FLOAT32 = "tensor(float)"
# A network that gives this dark a tile for one that is this bright does not work.
_BLACK, _BRIGHT = 2 / 255, 0.1


class Upscaler:
    """A loaded upscaler. Safe to call from several threads.

    Attributes:
        folder: What it was loaded from.
        manifest: Of the upscaler.
    """

    def __init__(self, folder: Path, threads: int = 0) -> None:
        """Loads the weights.

        Args:
            folder: Holds model.json, soft.onnx and sharp.onnx.
            threads: CPU threads; 0 leaves the number to onnxruntime.

        Raises:
            UserError: Something is missing, damaged, or not what the manifest says.
        """
        self.folder = folder
        self.manifest = read_upscaler_manifest(folder / MANIFEST)
        self._soft = read_weights(folder / SOFT_FILE, self.manifest.soft_sha256)
        self._sharp = read_weights(folder / SHARP_FILE, self.manifest.sharp_sha256)
        self._threads = threads
        self._sessions: OrderedDict[float, ort.InferenceSession] = OrderedDict()
        self._changing = threading.Lock()
        self._session(self.manifest.default_sharpness)

    def upscale(
        self,
        picture: NDArray[np.uint8],
        *,
        scale: int = 2,
        sharpness: float | None = None,
        on_progress: Callable[[int, int], object] | None = None,
        should_stop: Callable[[], bool] | None = None,
    ) -> NDArray[np.uint8] | None:
        """Returns a picture made larger, or None if it was stopped.

        Args:
            picture: RGB, shape (H, W, 3), or RGBA, shape (H, W, 4), of any size.
            scale: How many times wider and higher; 2 or 4.
            sharpness: 0 (soft) to 1 (sharp); None takes what the upscaler suggests.
            on_progress: Called after each tile with how many are done, and of how many.
            should_stop: Asked before each tile.

        Raises:
            UserError: The result would be too large, or the network can't run or does not work.
            ValueError: The picture is of another shape or type.
        """
        _must_be_picture(picture)
        passes = self._passes(scale)
        height, width = picture.shape[:2]
        check_output(height, width, scale)
        session = self._session(self._sharpness(sharpness))
        steps = _Steps(self._count(height, width, passes), on_progress, should_stop)
        for _ in range(passes):
            larger = self._pass(session, picture, steps)
            if larger is None:
                return None
            picture = larger
        return picture

    def enlargement(self, scale: int, sharpness: float | None = None) -> Enlargement:
        """Returns what `upscale` does with the same arguments, to be noted with its result."""
        manifest = self.manifest
        return Enlargement(
            scale,
            manifest.id,
            manifest.version,
            (manifest.soft_sha256, manifest.sharp_sha256),
            round(self._sharpness(sharpness), 2),
        )

    def _passes(self, scale: int) -> int:
        for passes in (1, 2):
            if scale in SCALES and self.manifest.scale**passes == scale:
                return passes
        raise UserError(
            "The upscaler {0} makes pictures {1} times as large and can't make them {2} times: "
            "choose another scale.",
            self.manifest.id,
            self.manifest.scale,
            scale,
        )

    def _sharpness(self, wanted: float | None) -> float:
        if wanted is None:
            return self.manifest.default_sharpness
        if not 0 <= wanted <= 1:  # nor is a NaN
            raise UserError("The sharpness is {0}: choose 0 (soft) to 1 (sharp).", wanted)
        return wanted

    def _session(self, sharpness: float) -> ort.InferenceSession:
        """Returns the session of a sharpness, of which those last used are kept."""
        key = round(sharpness, 2)  # finer steps can't be told apart
        with self._changing:
            if key not in self._sessions:
                what = Sentence("The upscaler {0}", self.manifest.id)
                data = blend_onnx(self._soft, self._sharp, key, what)
                session = open_session(data, self._threads, self.manifest.id, [CPU_PROVIDER])
                _check_tensors(session, self.manifest.id)
                self._sessions[key] = session
            self._sessions.move_to_end(key)
            while len(self._sessions) > _KEPT_SESSIONS:
                self._sessions.popitem(last=False)
            return self._sessions[key]

    def _count(self, height: int, width: int, passes: int) -> int:
        """Returns how many tiles all passes have."""
        count = 0
        for index in range(passes):
            times = self.manifest.scale**index
            count += len(list(tiles(times * height, times * width, self.manifest.context)))
        return count

    def _pass(
        self, session: ort.InferenceSession, picture: NDArray[np.uint8], steps: _Steps
    ) -> NDArray[np.uint8] | None:
        height, width, channels = picture.shape
        times = self.manifest.scale
        larger = np.empty((times * height, times * width, channels), np.uint8)
        for tile in tiles(height, width, self.manifest.context):
            if steps.is_stopped():
                return None
            top, left = times * tile.top, times * tile.left
            part = larger[top : top + times * tile.height, left : left + times * tile.width]
            part[:] = self._tile(session, picture, tile)
            steps.did_one()
        return larger

    def _tile(
        self, session: ort.InferenceSession, picture: NDArray[np.uint8], tile: Tile
    ) -> NDArray[np.uint8]:
        context = self.manifest.context
        if picture.shape[2] == 3:
            return self._run(session, around(picture, tile, context))
        # Colours flow out into what is transparent as far as the network looks from there.
        reach = context + 1
        patch = around(picture, tile, context + reach)
        colours = bled(patch, reach)[reach:-reach, reach:-reach]
        alpha = patch[reach:-reach, reach:-reach, 3]
        larger = self._run(session, colours)
        return np.dstack([larger, self._alpha(session, alpha)])

    def _alpha(self, session: ort.InferenceSession, alpha: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """Returns a tile's transparency, which the network enlarges as a grey picture.

        It is held between the least and the greatest value of the nearest nine pixels, so that
        nothing faint appears where the picture was transparent and no hole where it was not.
        """
        context, times = self.manifest.context, self.manifest.scale
        if alpha.min() == alpha.max():
            sides = [times * (side - 2 * context) for side in alpha.shape]
            return np.full(sides, alpha[0, 0])
        grey = self._run(session, np.repeat(alpha[..., None], 3, axis=2))
        plane = Image.fromarray(alpha)
        least, most = (
            np.asarray(plane.filter(held(3)))[context:-context, context:-context]
            .repeat(times, axis=0)
            .repeat(times, axis=1)
            for held in (ImageFilter.MinFilter, ImageFilter.MaxFilter)
        )
        return np.clip(grey[..., 1], least, most)

    def _run(self, session: ort.InferenceSession, patch: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """Returns a patch enlarged, without the context around it."""
        img = patch.transpose(2, 0, 1)[None].astype(np.float32) / np.float32(255)
        try:
            (upscaled,) = session.run([OUT_NAME], {IN_NAME: img})
        except Exception as error:  # onnxruntime has a class of its own for each cause
            raise UserError(
                "onnxruntime can't run the upscaler {0} ({1}): install it again, or close other "
                "programs if memory is short.",
                self.manifest.id,
                first_line(error),
            ) from error
        context, margin = self.manifest.context, self.manifest.context * self.manifest.scale
        expected = (1, 3, *(self.manifest.scale * side for side in patch.shape[:2]))
        if upscaled.shape != expected or not np.isfinite(upscaled).all():
            raise self._broken()
        inner = upscaled[0, :, margin:-margin, margin:-margin]
        if inner.max() <= _BLACK and img[..., context:-context, context:-context].mean() > _BRIGHT:
            raise self._broken()
        pixels: NDArray[np.uint8] = np.clip(np.rint(inner * 255), 0, 255).astype(np.uint8)
        turned: NDArray[np.uint8] = pixels.transpose(1, 2, 0)
        return turned

    def _broken(self) -> UserError:
        return UserError(
            "The upscaler {0} gave no picture: black, of another size, or not even numbers. "
            "Install it again, or choose another.",
            self.manifest.id,
        )


@dataclass(frozen=True)
class Tile:
    """A part of a picture, in pixels."""

    top: int
    left: int
    height: int
    width: int


class _Steps:
    """Counts tiles for whoever watches."""

    def __init__(
        self,
        count: int,
        on_progress: Callable[[int, int], object] | None,
        should_stop: Callable[[], bool] | None,
    ) -> None:
        self._done, self._count = 0, count
        self._on_progress, self._should_stop = on_progress, should_stop

    def is_stopped(self) -> bool:
        return self._should_stop is not None and self._should_stop()

    def did_one(self) -> None:
        self._done += 1
        if self._on_progress is not None:
            self._on_progress(self._done, self._count)


def find_upscaler() -> Path | None:
    """Returns the folder of the installed upscaler, or None where there is none."""
    return next((folder for folder, _ in installed_upscalers()), None)


def installed_upscalers() -> Iterator[tuple[Path, UpscalerManifest]]:
    """Yields the folder and manifest of each upscaler that can be used, the best place first."""
    for root in search_folders():
        for path in sorted(root.glob(f"*/{MANIFEST}")):
            if kind_of(path) != KIND:
                continue
            try:
                manifest = read_upscaler_manifest(path)
            except UserError:
                continue  # damaged
            yield path.parent, manifest


def check_output(height: int, width: int, scale: int) -> None:
    """Checks that a picture of that size may be enlarged.

    Raises:
        UserError: The result would be too large.
    """
    if height * width * scale**2 > MAX_OUTPUT_PX:
        raise UserError(
            "{0}x{1} px would become {2}x{3} px, more than {4} million pixels: choose a smaller "
            "scale or picture.",
            width,
            height,
            scale * width,
            scale * height,
            MAX_OUTPUT_PX // 10**6,
        )


def tiles(height: int, width: int, context: int) -> Iterator[Tile]:
    """Yields tiles that cover a picture, all of one size, so that memory is used again.

    They may overlap a little, where a side can't be divided evenly.
    """
    side = max(math.isqrt(MAX_PATCH_PX) - 2 * context, _LEAST_TILE_PX)
    # A strip has room for longer tiles.
    tall = min(height, max(side, MAX_PATCH_PX // (min(width, side) + 2 * context) - 2 * context))
    wide = min(width, max(side, MAX_PATCH_PX // (min(height, side) + 2 * context) - 2 * context))
    tall, wide = _even(height, tall), _even(width, wide)
    for top in _starts(height, tall):
        for left in _starts(width, wide):
            yield Tile(top, left, tall, wide)


def _even(length: int, most: int) -> int:
    """Returns the smallest side of tiles of which no more are needed than of the largest."""
    return -(-length // -(-length // most))


def _starts(length: int, side: int) -> Iterator[int]:
    for start in range(0, length, side):
        yield min(start, length - side)


def around(picture: NDArray[np.uint8], tile: Tile, margin: int) -> NDArray[np.uint8]:
    """Returns a tile with a margin of what is around it; beyond the picture its edge goes on."""
    height, width = picture.shape[:2]
    rows = np.arange(tile.top - margin, tile.top + tile.height + margin).clip(0, height - 1)
    columns = np.arange(tile.left - margin, tile.left + tile.width + margin).clip(0, width - 1)
    patch: NDArray[np.uint8] = picture[rows[:, None], columns]
    return patch


def bled(patch: NDArray[np.uint8], reach: int) -> NDArray[np.uint8]:
    """Returns the colours of a picture, flown out into its transparent parts.

    What an invisible pixel holds, often black or white, would otherwise be mixed into the edge.

    Args:
        patch: RGBA, shape (H, W, 4).
        reach: How many pixels they flow.
    """
    weight = patch[..., 3:].astype(np.float32)
    if weight.min() > 0:
        visible: NDArray[np.uint8] = patch[..., :3]
        return visible
    colours = patch[..., :3].astype(np.float32)
    for _ in range(reach):
        empty = weight[..., 0] == 0
        if not empty.any() or empty.all():
            break
        sums = _sum_of_nine(np.dstack([colours * weight, weight]))
        fills = empty & (sums[..., 3] > 0)
        colours[fills] = sums[fills, :3] / sums[fills, 3:]
        weight[fills] = 255
    flown: NDArray[np.uint8] = np.rint(colours).astype(np.uint8)
    return flown


def _sum_of_nine(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """Returns, for each pixel, the sum of it and its eight neighbours."""
    padded = np.pad(values, ((1, 1), (1, 1), (0, 0)))
    rows = padded[:-2] + padded[1:-1] + padded[2:]
    sums: NDArray[np.float32] = rows[:, :-2] + rows[:, 1:-1] + rows[:, 2:]
    return sums


def _must_be_picture(picture: NDArray[np.uint8]) -> None:
    if picture.dtype != np.uint8 or picture.ndim != 3 or picture.shape[2] not in (3, 4):
        raise ValueError(f"expected uint8 (H, W, 3 or 4), got {picture.dtype} {picture.shape}")
    if not picture.size:
        raise ValueError("the picture is empty")


def _check_tensors(session: ort.InferenceSession, upscaler_id: str) -> None:
    """Checks that an upscaler takes one picture of any size and gives one."""
    tensors = (*session.get_inputs(), *session.get_outputs())
    found = {t.name: [t.type, *t.shape[:2]] for t in tensors}
    free = all(not isinstance(side, int) for t in tensors for side in t.shape[2:])
    four = all(len(t.shape) == 4 for t in tensors)
    if found != {name: [_FLOAT32, 1, 3] for name in (IN_NAME, OUT_NAME)} or not (free and four):
        raise UserError(
            "The weights of the upscaler {0} have the tensors {1}, expected {2} and {3} for one "
            "RGB picture of any size: install it again.",
            upscaler_id,
            {t.name: [t.type, *t.shape] for t in tensors},
            IN_NAME,
            OUT_NAME,
        )
