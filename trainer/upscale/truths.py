"""The pictures that super-resolution learns from, and the patches cut out of them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import psutil
import torch
from PIL import Image
from torch.nn import functional as F  # noqa: N812

from girlsmoe_desktop.core.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray
    from torch import Tensor

    Pixels = NDArray[np.uint8]

ENDINGS = frozenset({".png", ".webp", ".jpg", ".jpeg", ".bmp", ".tif", ".tiff"})
REDUCTIONS = (1, 2, 4)
"""A picture is a truth as it is, and reduced by these: lines of every width are learned so."""
_TRIES = 3


@dataclass(frozen=True)
class Truths:
    """Pictures as they should come out.

    Attributes:
        pictures: Each (H, W, 3) uint8, of any size.
        contents: SHA-256 of all of them, which says which pictures these are.
    """

    pictures: Sequence[Pixels]
    contents: str

    def __len__(self) -> int:
        return len(self.pictures)


def load_truths(folders: Sequence[Path], patch_px: int) -> Truths:
    """Returns all pictures in folders and their sub-folders, in the order of their names.

    Args:
        folders: One or more; those that `draw` made are folders as any.
        patch_px: Side of the truths' patches; smaller pictures are left out.

    Raises:
        UserError: a folder is missing, holds no picture that is large enough, or holds one that
            can't be read; or all of them do not fit into memory.
    """
    paths = [path for folder in folders for path in _pictures_in(folder)]
    digest = hashlib.sha256()
    pictures: list[Pixels] = []
    room = psutil.virtual_memory().available
    for path in paths:
        picture = _read(path)
        if min(picture.shape[:2]) < patch_px:
            continue
        room -= picture.nbytes
        if room < 0:
            raise UserError(
                f"The pictures do not fit into memory: {len(pictures)} of {len(paths)} did. "
                "Give fewer, or close other programs."
            )
        digest.update(f"{picture.shape}".encode())
        digest.update(picture.tobytes())
        pictures.append(picture)
    if not pictures:
        named = " and ".join(map(str, folders))
        raise UserError(
            f"{named}: no picture there is {patch_px} pixels wide and high or more. Draw some "
            "with: girlsmoe-train draw --size 512 --count 1500 --out FOLDER"
        )
    return Truths(pictures, digest.hexdigest())


def _pictures_in(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise UserError(f"There is no folder {folder}. Give one that holds pictures.")
    paths = (path for path in folder.rglob("*") if path.suffix.lower() in ENDINGS)
    return sorted(path for path in paths if path.is_file())


def _read(path: Path) -> Pixels:
    """Returns a picture on white, (H, W, 3)."""
    try:
        with Image.open(path) as image:
            if "A" not in image.getbands() and "transparency" not in image.info:
                return np.asarray(image.convert("RGB"))
            rgba = image.convert("RGBA")
    except Exception as error:  # decoders fail on damage in many ways, SyntaxError among them
        raise UserError(
            f"{path} cannot be read as a picture: {error}. Take it out of the folder."
        ) from None
    white = Image.new("RGBA", rgba.size, "white")
    return np.asarray(Image.alpha_composite(white, rgba).convert("RGB"))


class Patches:
    """Cuts patches out of pictures at random.

    Args:
        pictures: Each (H, W, 3) uint8, not smaller than a patch.
        patch_px: Side of a patch.
        rng: Decides all.
        reductions: By what pictures are reduced before the cut, one of these each time.
    """

    def __init__(
        self,
        pictures: Sequence[Pixels],
        patch_px: int,
        rng: torch.Generator,
        reductions: Sequence[int] = REDUCTIONS,
    ) -> None:
        self._pictures, self._side, self._rng = pictures, patch_px, rng
        self._reductions = reductions

    def draw(self, count: int) -> Tensor:
        """Returns patches (count, 3, patch_px, patch_px), RGB in 0..1."""
        return torch.stack([self._one() for _ in range(count)])

    def _one(self) -> Tensor:
        """Returns the liveliest of a few patches: white paper teaches little."""
        picture = self._pictures[self._below(len(self._pictures))]
        top = min(picture.shape[:2]) // self._side
        fitting = [reduction for reduction in self._reductions if reduction <= top]
        reduction = fitting[self._below(len(fitting))]
        tries = [self._cut(picture, self._side * reduction) for _ in range(_TRIES)]
        best = max(tries, key=lambda patch: float(patch[::4, ::4].std()))
        patch = torch.from_numpy(best.copy()).permute(2, 0, 1).float().div_(255)
        if reduction > 1:
            patch = F.avg_pool2d(patch[None], reduction)[0]
        return self._turned(patch)

    def _cut(self, picture: Pixels, side: int) -> Pixels:
        y = self._below(picture.shape[0] - side + 1)
        x = self._below(picture.shape[1] - side + 1)
        return picture[y : y + side, x : x + side]

    def _turned(self, patch: Tensor) -> Tensor:
        """Returns a patch mirrored or turned by a right angle: lines run in all directions."""
        way = self._below(8)
        patch = patch.flip(2) if way & 1 else patch
        patch = patch.flip(1) if way & 2 else patch
        return patch.transpose(1, 2) if way & 4 else patch

    def _below(self, top: int) -> int:
        return int(torch.randint(top, (), generator=self._rng))
