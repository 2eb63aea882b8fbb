"""Picture files that carry what was chosen for them, and nothing else; read with care."""

from __future__ import annotations

import io
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, BinaryIO

import numpy as np
from PIL import Image, PngImagePlugin, UnidentifiedImageError

from girlsmoe_desktop.core.enlargement import Enlargement, enlargement_from_json
from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.files import write_whole
from girlsmoe_desktop.core.recipe import MAX_BYTES, recipe_from_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from girlsmoe_desktop.core.recipe import Recipe

RECIPE_KEY = "girlsmoe.recipe"
ENLARGED_KEY = "girlsmoe.enlarged"
DESCRIPTION_KEY, SOFTWARE_KEY, RIGHTS_KEY = "Description", "Software", "Copyright"
SOFTWARE = "GirlsMoe Desktop"
FORMATS = {"png": "PNG", "jpg": "JPEG", "jpeg": "JPEG", "webp": "WEBP"}
"""Ending of a name -> the format of the file."""
SCALES = (1, 2, 4)
MAX_SIDE_PX = 16_384
_QUALITY = 95
# Where a JPEG or WebP file keeps the same texts: tags of Exif 2.32, and one of TIFF/EP.
_HISTORY = 0x9213
_EXIF_TAGS = {
    DESCRIPTION_KEY: 0x010E,
    SOFTWARE_KEY: 0x0131,
    RIGHTS_KEY: 0x8298,
    ENLARGED_KEY: _HISTORY,
}
_EXIF_IFD, _USER_COMMENT, _IS_ASCII = 0x8769, 0x9286, b"ASCII\0\0\0"


class Carry(Enum):
    """What a saved picture carries besides its pixels."""

    RECIPE = "recipe"
    CREDIT = "credit"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Passport:
    """What is known of a picture and may go with it.

    Attributes:
        recipe: What it was painted from.
        description: What it shows, in words.
        rights: What people may do with it.
        enlargement: How it was made larger by an upscaler; None if it was not.
    """

    recipe: Recipe | None = None
    description: str = ""
    rights: str = ""
    enlargement: Enlargement | None = None

    def carried(self, carry: Carry) -> dict[str, str]:
        """Returns exactly the texts that a file will hold, by their keys."""
        if carry is Carry.NOTHING:
            return {}
        texts = {
            DESCRIPTION_KEY: self.description,
            SOFTWARE_KEY: SOFTWARE,
            RIGHTS_KEY: self.rights,
        }
        if carry is Carry.RECIPE and self.recipe is not None:
            texts[RECIPE_KEY] = self.recipe.to_json()
            if self.enlargement is not None:
                texts[ENLARGED_KEY] = self.enlargement.to_json()
        return {key: text for key, text in texts.items() if text}


@dataclass(frozen=True)
class Saved:
    """What a picture that this program saved holds.

    Attributes:
        pixels: Shape (H, W, 3), uint8 RGB.
        recipe: What it was painted from.
        enlargement: How it was made larger by an upscaler; None if it was not.
    """

    pixels: NDArray[np.uint8]
    recipe: Recipe
    enlargement: Enlargement | None = None


def enlarged(pixels: NDArray[np.uint8], scale: int) -> NDArray[np.uint8]:
    """Returns pixels, shape (H, W, 3), at a whole multiple of their size (Lanczos)."""
    if scale == 1:
        return pixels
    height, width = pixels.shape[:2]
    size = (scale * width, scale * height)
    return np.asarray(Image.fromarray(pixels).resize(size, Image.Resampling.LANCZOS))


def save_png(
    path: Path, pixels: NDArray[np.uint8], recipe: Recipe | None = None, *, overwrite: bool = False
) -> None:
    """Writes pixels, shape (H, W, 3), as a PNG with its recipe.

    Raises:
        UserError: As for `files.write_whole`.
    """
    texts = {} if recipe is None else {RECIPE_KEY: recipe.to_json()}
    write_whole(path, lambda file: _write_png(file, pixels, texts), overwrite=overwrite)


def save_picture(
    path: Path, pixels: NDArray[np.uint8], texts: Mapping[str, str], *, overwrite: bool = False
) -> None:
    """Writes pixels, shape (H, W, 3), in the format of the name's ending, with these texts only.

    Raises:
        UserError: The ending is none of `FORMATS`, or as for `files.write_whole`.
    """
    kind = FORMATS.get(path.suffix.lower().lstrip("."))
    if kind is None:
        raise UserError(
            "{0} has no ending that says which kind of picture it is: give it one of {1}.",
            path.name,
            ", ".join(FORMATS),
        )
    write_whole(path, lambda file: write_picture(file, pixels, kind, texts), overwrite=overwrite)


def write_picture(
    file: BinaryIO, pixels: NDArray[np.uint8], kind: str, texts: Mapping[str, str]
) -> None:
    """Writes pixels, shape (H, W, 3), as "PNG", "JPEG" or "WEBP" with these texts only."""
    if kind == "PNG":
        _write_png(file, pixels, texts)
    else:
        # WebP without loss: such a small picture is not worth it, and can so be verified.
        options: dict[str, object] = (
            {"quality": _QUALITY, "subsampling": 0} if kind == "JPEG" else {"lossless": True}
        )
        if texts:
            options["exif"] = _exif(texts)
        Image.fromarray(pixels).save(file, format=kind, **options)


def png_bytes(pixels: NDArray[np.uint8], texts: Mapping[str, str]) -> bytes:
    """Returns pixels, shape (H, W, 3), as a PNG with these texts only."""
    file = io.BytesIO()
    _write_png(file, pixels, texts)
    return file.getvalue()


def load_png(path: Path) -> tuple[NDArray[np.uint8], Recipe]:
    """Returns the pixels, shape (H, W, 3), and the recipe of a PNG.

    Raises:
        UserError: It can't be read, is not a PNG, or carries no recipe that can be used.
    """
    saved = _load(path, path, ["PNG"])
    return saved.pixels, saved.recipe


def load_picture(source: Path | bytes) -> tuple[NDArray[np.uint8], Recipe]:
    """Returns the pixels, shape (H, W, 3), and the recipe of a PNG, JPEG or WebP picture.

    Raises:
        UserError: It can't be read, is of another kind, or carries no recipe that can be used.
    """
    saved = load_saved(source)
    return saved.pixels, saved.recipe


def load_saved(source: Path | bytes) -> Saved:
    """Returns all that a PNG, JPEG or WebP picture of this program holds.

    Raises:
        UserError: As for `load_picture`, or what it says of its enlargement can't be used.
    """
    if isinstance(source, bytes):
        return _load(io.BytesIO(source), "The picture", ["PNG", "JPEG", "WEBP"])
    return _load(source, source, ["PNG", "JPEG", "WEBP"])


def _load(source: Path | io.BytesIO, name: object, formats: list[str]) -> Saved:
    with _told(name), Image.open(source, formats=formats) as image:
        if max(image.size) > MAX_SIDE_PX:
            raise UserError(
                "{0} is {1}x{2} px, more than {3} on a side: it is not one of this program's "
                "pictures.",
                name,
                image.width,
                image.height,
                MAX_SIDE_PX,
            )
        image.load()
        text, note = _recipe_text(image), _enlarged_text(image)
        pixels = np.asarray(image.convert("RGB"))
    if text is None:
        raise UserError(
            "{0} carries no recipe: choose a picture that this program saved with its "
            "recipe and that no other program has re-saved since.",
            name,
        )
    if len(text) > MAX_BYTES:
        raise UserError(
            "The recipe in {0} is longer than {1} bytes: it is damaged.", name, MAX_BYTES
        )
    enlargement = None if note is None else enlargement_from_json(note)
    return Saved(pixels, recipe_from_json(text), enlargement)


@contextmanager
def _told(name: object) -> Iterator[None]:
    """Turns what goes wrong with a picture into words for the user."""
    try:
        yield
    except FileNotFoundError as error:
        raise UserError("There is no file {0}: check the name.", name) from error
    except IsADirectoryError as error:
        raise UserError("{0} is a folder: choose a picture in it.", name) from error
    except UnidentifiedImageError as error:
        raise UserError(
            "{0} is not a PNG picture, nor another that this program saves: choose one "
            "that it saved.",
            name,
        ) from error
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        reason = getattr(error, "strerror", None) or error
        raise UserError("{0} can't be read ({1}): choose another file.", name, reason) from error


def _recipe_text(image: Image.Image) -> str | None:
    if image.format == "PNG":
        text = getattr(image, "text", {}).get(RECIPE_KEY)
        return None if text is None else str(text)
    comment = image.getexif().get_ifd(_EXIF_IFD).get(_USER_COMMENT)
    if isinstance(comment, bytes) and comment.startswith(_IS_ASCII):
        return comment.removeprefix(_IS_ASCII).decode("ascii", "replace")
    return None


def _enlarged_text(image: Image.Image) -> str | None:
    if image.format == "PNG":
        note = getattr(image, "text", {}).get(ENLARGED_KEY)
    else:
        note = image.getexif().get(_HISTORY)
    if isinstance(note, bytes):
        note = note.decode("ascii", "replace")
    return None if note is None else str(note).rstrip("\0")


def _write_png(file: BinaryIO, pixels: NDArray[np.uint8], texts: Mapping[str, str]) -> None:
    info = PngImagePlugin.PngInfo()
    for key, text in texts.items():
        info.add_itxt(key, text)
    Image.fromarray(pixels).save(file, format="PNG", pnginfo=info)


def _exif(texts: Mapping[str, str]) -> bytes:
    exif = Image.Exif()
    for key, tag in _EXIF_TAGS.items():
        if key in texts:
            # As bytes: what Pillow writes of a text has no letters beyond ASCII.
            exif[tag] = texts[key].encode("utf-8")
    if RECIPE_KEY in texts:
        recipe = texts[RECIPE_KEY].encode("ascii", "backslashreplace")
        exif.get_ifd(_EXIF_IFD)[_USER_COMMENT] = _IS_ASCII + recipe
    return exif.tobytes()


def contact_sheet(pictures: Sequence[NDArray[np.uint8]], columns: int) -> NDArray[np.uint8]:
    """Returns pictures of one size, each (H, W, 3), side by side in rows on white."""
    height, width = pictures[0].shape[:2]
    rows = -(-len(pictures) // columns)
    sheet = np.full((rows * height, columns * width, 3), 255, dtype=np.uint8)
    for index, picture in enumerate(pictures):
        row, column = divmod(index, columns)
        sheet[row * height : (row + 1) * height, column * width : (column + 1) * width] = picture
    return sheet
