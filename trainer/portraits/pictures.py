"""Picture files of portraits: encoding, checking, and writing files whole."""

from __future__ import annotations

import io
import os
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from PIL import Image

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

# Ending of the file -> how Pillow saves it. Both keep every pixel as it is.
FORMATS: dict[str, dict[str, Any]] = {
    "png": {"format": "PNG"},
    "webp": {"format": "WEBP", "lossless": True, "quality": 50, "method": 2},
}
UNFINISHED = ".unfinished"


def encode(pixels: NDArray[np.uint8], picture_format: str) -> bytes:
    """Returns pixels (H, W, 3) as a file of a format of `FORMATS`."""
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, **FORMATS[picture_format])
    return buffer.getvalue()


def is_complete(path: Path, size: int) -> bool:
    """Returns whether a picture is there and whole; a power cut may leave an empty file."""
    kind = str(FORMATS[path.suffix[1:]]["format"])
    try:
        with Image.open(path, formats=[kind]) as image:
            if image.size != (size, size):
                return False
            if kind == "PNG":
                image.verify()  # its checksums, which WebP has not
            else:
                image.load()
    except Exception:  # whatever is wrong with it, it is drawn anew
        return False
    return True


def unfinished(path: Path) -> Path:
    """Returns the name under which a file is written until it is whole."""
    return path.with_name(f".{path.name}{UNFINISHED}")


def write_whole(path: Path, data: bytes, *, sync: bool = False) -> None:
    """Writes a file under another name first, so that the name stands for the whole file."""
    temporary = unfinished(path)
    try:
        with temporary.open("wb") as file:
            file.write(data)
            if sync:
                file.flush()
                os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
