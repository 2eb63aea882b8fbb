"""What there is to show of the installed models: their sizes, cards and pictures."""

from __future__ import annotations

import warnings
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.runtime.library import CARD, InstalledModel, installed, open_model
from girlsmoe_desktop.runtime.model_files import (
    MAX_CARD_BYTES,
    MAX_PICTURE_BYTES,
    SAMPLE,
    pictures_of,
)
from girlsmoe_desktop.runtime.model_import import is_own

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from numpy.typing import NDArray

    from girlsmoe_desktop.core.manifest import Manifest

MAX_SHOWN_PX = 1600


@dataclass(frozen=True, eq=False)
class ShelvedModel:
    """An installed model and what it brings to be shown.

    Attributes:
        model: Folder and manifest.
        size_bytes: Of its weights; 0 where they can't be found.
        is_own: Whether the user added it, and so may remove it.
        card: What its makers say of it, Markdown; "" where they say nothing.
        sample: A picture that it painted, shape (H, W, 3), uint8 RGB, or None.
        pictures: Those that the card shows, by name, of the same kind.
    """

    model: InstalledModel
    size_bytes: int
    is_own: bool
    card: str = ""
    sample: NDArray[np.uint8] | None = field(default=None, repr=False)
    pictures: Mapping[str, NDArray[np.uint8]] = field(default_factory=dict, repr=False)

    @property
    def manifest(self) -> Manifest:
        """The model's manifest."""
        return self.model.manifest


def shelved_models(also: Path | None = None) -> tuple[list[ShelvedModel], list[UserError]]:
    """Returns what is installed, the best first, and why the rest can't be used.

    Args:
        also: The folder of a model that is in use, wherever it lies.
    """
    found = installed()
    models = dict(found.models)
    if also is not None:
        try:
            used = open_model(str(also))
        except UserError:
            pass  # it is open already; its files may be gone
        else:
            models[used.manifest.id] = used
    ranked = sorted(models.values(), key=lambda m: (m.manifest.preview, -m.manifest.size))
    return [_shelved(model) for model in ranked], found.damaged


def _shelved(model: InstalledModel) -> ShelvedModel:
    weights = model.folder / model.manifest.file
    card = _read(model.folder / CARD, MAX_CARD_BYTES).decode("utf-8", "replace")
    pictures = {name: _picture(model.folder / name) for name in pictures_of(card)}
    return ShelvedModel(
        model,
        weights.stat().st_size if weights.is_file() else 0,
        is_own(model),
        card,
        _picture(model.folder / SAMPLE),
        {name: picture for name, picture in pictures.items() if picture is not None},
    )


def _read(path: Path, most: int) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except OSError:
        return b""
    return data if len(data) <= most else b""


def _picture(path: Path) -> NDArray[np.uint8] | None:
    """Returns a picture, no larger than a screen has use for; None if it is none."""
    try:
        if path.stat().st_size > MAX_PICTURE_BYTES:
            return None
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(path, formats=["PNG", "JPEG", "WEBP"]) as image:
                image.thumbnail((MAX_SHOWN_PX, MAX_SHOWN_PX))
                return np.asarray(image.convert("RGB"))
    except (OSError, ValueError, SyntaxError, Warning, Image.DecompressionBombError):
        return None
