"""PNG files that carry their recipe: written whole or not at all, read with care."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, PngImagePlugin, UnidentifiedImageError

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.recipe import MAX_BYTES, recipe_from_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from girlsmoe_desktop.core.recipe import Recipe

RECIPE_KEY = "girlsmoe.recipe"
MAX_SIDE_PX = 16_384


def check_target(path: Path, *, overwrite: bool = False) -> None:
    """Checks that a picture may go there, before work is spent on it.

    Raises:
        UserError: It is a folder, it exists and overwrite is not set, or the name can't be used.
    """
    if is_folder(path):
        raise UserError(f"{path} is a folder: give the name of a PNG in it.")
    if path.exists() and not overwrite:
        raise UserError(
            f"{path} exists already: choose another name, or allow it to be replaced (--overwrite)."
        )


def is_folder(path: Path) -> bool:
    """Returns whether there is a folder of that name.

    Raises:
        UserError: There can't be anything of that name, such as one that is too long.
    """
    try:
        return path.is_dir()
    except OSError as error:
        raise UserError(f"{path} can't be used ({error.strerror}): choose another name.") from error


def save_png(
    path: Path, pixels: NDArray[np.uint8], recipe: Recipe | None = None, *, overwrite: bool = False
) -> None:
    """Writes pixels, shape (H, W, 3), as a PNG with its recipe.

    The file appears under its name only when it is complete and on the disk.

    Raises:
        UserError: The file exists and overwrite is not set, or the folder can't be written.
    """
    check_target(path, overwrite=overwrite)
    info = PngImagePlugin.PngInfo()
    if recipe is not None:
        info.add_itxt(RECIPE_KEY, recipe.to_json())
    temporary: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # A name of our own in the same folder: a rename is atomic only within one file system.
        handle, name = tempfile.mkstemp(prefix=f".{path.stem}.", suffix=".tmp", dir=path.parent)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            Image.fromarray(pixels).save(file, format="PNG", pnginfo=info)
            file.flush()
            os.fsync(file.fileno())
        _give_usual_permissions(temporary)
        temporary.replace(path)
    except OSError as error:
        raise UserError(
            f"{path} can't be written ({error.strerror or error}): "
            "choose a folder that you may write to and that has room."
        ) from error
    finally:
        if temporary is not None:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


def _give_usual_permissions(path: Path) -> None:
    """Gives a file from mkstemp, which only its owner may read, what new files usually have."""
    mask = os.umask(0)
    os.umask(mask)
    path.chmod(0o666 & ~mask)


def load_png(path: Path) -> tuple[NDArray[np.uint8], Recipe]:
    """Returns the pixels, shape (H, W, 3), and the recipe of a PNG.

    Raises:
        UserError: It can't be read, is not a PNG, or carries no recipe that can be used.
    """
    try:
        with Image.open(path, formats=["PNG"]) as image:
            if max(image.size) > MAX_SIDE_PX:
                raise UserError(
                    f"{path} is {image.width}x{image.height} px, more than {MAX_SIDE_PX} on a "
                    "side: it is not one of this program's pictures."
                )
            image.load()
            text = getattr(image, "text", {}).get(RECIPE_KEY)
            pixels = np.asarray(image.convert("RGB"))
    except FileNotFoundError as error:
        raise UserError(f"There is no file {path}: check the name.") from error
    except IsADirectoryError as error:
        raise UserError(f"{path} is a folder: choose a PNG in it.") from error
    except UnidentifiedImageError as error:
        raise UserError(
            f"{path} is not a PNG picture: choose one that this program saved."
        ) from error
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        reason = getattr(error, "strerror", None) or error
        raise UserError(f"{path} can't be read ({reason}): choose another file.") from error
    if text is None:
        raise UserError(
            f"{path} carries no recipe: choose a PNG that this program saved and that no other "
            "program has re-saved since."
        )
    if len(text) > MAX_BYTES:
        raise UserError(f"The recipe in {path} is longer than {MAX_BYTES} bytes: it is damaged.")
    return pixels, recipe_from_json(str(text))


def contact_sheet(pictures: Sequence[NDArray[np.uint8]], columns: int) -> NDArray[np.uint8]:
    """Returns pictures of one size, each (H, W, 3), side by side in rows on white."""
    height, width = pictures[0].shape[:2]
    rows = -(-len(pictures) // columns)
    sheet = np.full((rows * height, columns * width, 3), 255, dtype=np.uint8)
    for index, picture in enumerate(pictures):
        row, column = divmod(index, columns)
        sheet[row * height : (row + 1) * height, column * width : (column + 1) * width] = picture
    return sheet
