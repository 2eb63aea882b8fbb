"""What made a saved picture as large as it is, so that it can be made once more and compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.pictures import enlarged
from girlsmoe_desktop.core.verify import NO_SPREAD, compare
from girlsmoe_desktop.runtime.upscaler import Upscaler, installed_upscalers

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from girlsmoe_desktop.core.enlargement import Enlargement
    from girlsmoe_desktop.core.pictures import Saved
    from girlsmoe_desktop.core.verify import Enlarge, Verdict

# Measured with the bundled one, rounded up: where pixels differ by 1, those of the enlarged picture
# differ by 2 at most twice as large and by 5 four times as large.
SPREAD = {2: 3, 4: 6}


def verify(saved: Saved, again: NDArray[np.uint8], threads: int = 0) -> Verdict:
    """Returns how near a saved picture is to the one painted again and enlarged in the same way.

    Args:
        saved: What was loaded.
        again: Painted from its recipe, shape (size, size, 3).
        threads: CPU threads for an upscaler; 0 leaves the number to onnxruntime.

    Raises:
        UserError: The upscaler that enlarged it is not installed, or can't be used.
    """
    enlarge = _enlarger(saved.enlargement, threads)
    return compare(saved.pixels, again, enlarge, NO_SPREAD if enlarge is enlarged else SPREAD)


def is_verifiable(saved: Saved) -> bool:
    """Returns whether all is installed that, besides the model, a picture was made with."""
    return saved.enlargement is None or _upscaler_of(saved.enlargement) is not None


def _enlarger(enlargement: Enlargement | None, threads: int) -> Enlarge:
    if enlargement is None:
        return enlarged
    folder = _upscaler_of(enlargement)
    if folder is None:
        raise UserError(
            "The picture was enlarged with the upscaler {0} {1}, which is not installed, and so "
            "can't be verified: save it at its own size, or install that upscaler.",
            enlargement.upscaler_id,
            enlargement.version,
        )

    def enlarge(pixels: NDArray[np.uint8], scale: int) -> NDArray[np.uint8]:
        if scale != enlargement.scale:
            return enlarged(pixels, scale)  # it was changed since
        upscaler = Upscaler(folder, threads)
        larger = upscaler.upscale(pixels, scale=scale, sharpness=enlargement.sharpness)
        assert larger is not None, "nothing stops it"
        return larger

    return enlarge


def _upscaler_of(enlargement: Enlargement) -> Path | None:
    """Returns the folder of the very upscaler that made a picture larger."""
    for folder, manifest in installed_upscalers():
        if (manifest.soft_sha256, manifest.sharp_sha256) == enlargement.sha256s:
            return folder
    return None
