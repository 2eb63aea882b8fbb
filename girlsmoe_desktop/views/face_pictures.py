"""Pictures of faces, read from the disk when they are first to be seen."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image
from PySide6.QtGui import QImage

from girlsmoe_desktop.jobs.newest_first import NewestFirst
from girlsmoe_desktop.views.pictures import to_image

if TYPE_CHECKING:
    from collections.abc import Callable

# A thousand of them, as many as are kept, take about 200 MB.
SIDE_PX = 256
_MAX_SIDE = 8_192


class FacePictures(NewestFirst[Path, QImage | None]):
    """Reads pictures on a worker thread and keeps those that were seen last."""

    # They fill the room of the stage, the gallery's a column beside it.
    waiting_at_most = 200

    def begin(self, path: Path) -> Callable[[], QImage | None]:
        """Returns the work that reads a picture."""
        return partial(_picture, path)


def _picture(path: Path) -> QImage | None:
    """Returns a face at the size in which it is shown; None where the file is damaged or gone."""
    try:
        with Image.open(path, formats=("WEBP", "PNG")) as picture:
            if max(picture.size) > _MAX_SIDE:
                return None
            small = picture.convert("RGB").resize((SIDE_PX, SIDE_PX), Image.Resampling.LANCZOS)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    return to_image(np.asarray(small))
