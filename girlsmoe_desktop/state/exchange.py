"""Characters in and out: saved, opened, pasted, dragged away, verified."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image
from PySide6.QtCore import QObject

from girlsmoe_desktop.core import makegirlsmoe
from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.files import write_whole
from girlsmoe_desktop.core.pictures import (
    FORMATS,
    Carry,
    Passport,
    Saved,
    load_saved,
    png_bytes,
    save_picture,
)
from girlsmoe_desktop.core.recipe import Recipe, recipe_from_json, with_noise, with_truncation
from girlsmoe_desktop.core.share_code import is_share_code, recipe_of, share_code
from girlsmoe_desktop.core.verify import Verdict
from girlsmoe_desktop.runtime.library import installed
from girlsmoe_desktop.state import words
from girlsmoe_desktop.state.saving import Saving

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray
    from PySide6.QtCore import QMimeData

    from girlsmoe_desktop.core.character import Character
    from girlsmoe_desktop.core.manifest import Manifest
    from girlsmoe_desktop.jobs.task import Task, Tasks
    from girlsmoe_desktop.state.enlarger import Enlarger
    from girlsmoe_desktop.state.sheets import Sheets
    from girlsmoe_desktop.state.studio import Studio

PNG_TYPE = "image/png"
# Of a file that holds a recipe and no picture; what the program is installed for opens with it.
RECIPE_ENDING = ".girlsmoe"
MAX_PASTED_BYTES = 64 << 20


@dataclass(frozen=True)
class SaveOptions:
    """How pictures are saved.

    Attributes:
        ending: Of `pictures.FORMATS`.
        scale: Of `pictures.SCALES`: how many times the model's own size.
        carry: What goes with the pixels.
    """

    ending: str = "png"
    scale: int = 1
    carry: Carry = Carry.RECIPE


@dataclass(frozen=True)
class _Found:
    """A recipe, and what it was saved with, if it came with a picture."""

    recipe: Recipe
    saved: Saved | None = None


class Exchange(QObject):
    """Brings characters out of a studio and into it. What can't be done is told by the studio.

    Attributes:
        saving: Many pictures that are being written.
        enlarger: Makes pictures larger that are saved so.
    """

    def __init__(
        self, studio: Studio, tasks: Tasks, enlarger: Enlarger, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._studio = studio
        self._tasks = tasks
        self.enlarger = enlarger
        self.saving = Saving(studio, tasks, self)

    def passport(self, character: Character) -> Passport:
        """Returns what is known of a character and may go with its picture."""
        manifest = self._studio.manifest
        is_ours = manifest is not None and manifest.sha256 == character.recipe.model_sha256
        rights = manifest.license if manifest is not None and is_ours else ""
        return Passport(character.recipe, words.description(character), rights)

    def tell(self, error: Exception) -> None:
        """Has the studio tell what can't be done."""
        self._studio.tell(error)

    def save(
        self, character: Character, path: Path, options: SaveOptions, *, overwrite: bool = False
    ) -> Path | None:
        """Writes a character's picture.

        It is done at once and not by a worker, which closing the window would cut off.

        Args:
            character: Who.
            path: Its name; one whose ending is another's gets that of the options behind it.
            options: Which kind of file.
            overwrite: Whether replacing a file of just that name was agreed to.

        Returns:
            What was written; if None, the studio says why.
        """
        fits = FORMATS.get(path.suffix.lower().lstrip(".")) == FORMATS[options.ending]
        target = path if fits else path.with_name(f"{path.name}.{options.ending}")
        try:
            # Replacing was agreed to for the name that was given, not for the longer one.
            self._write(character, target, options, overwrite=overwrite and fits)
        except UserError as error:
            self._studio.tell(error)
            return None
        return target

    def save_all(self, characters: Sequence[Character], folder: Path, options: SaveOptions) -> None:
        """Writes many pictures into a folder, in the background, under names that are free."""

        def write(character: Character) -> None:
            self._write(character, free_name(folder, file_name(character), options.ending), options)

        self.saving.save(characters, folder, write)

    def sheets(self, character: Character) -> Sheets | None:
        """Returns what makes sheets of a character; None if the studio says why it can't be."""
        from girlsmoe_desktop.state.sheets import Sheets

        manifest = self._studio.manifest
        if manifest is None or manifest.sha256 != character.recipe.model_sha256:
            words_ = self.tr("Open the model that this character was made with to vary it.")
            self._studio.failed.emit(words_)
            return None
        return Sheets(self._studio, self._tasks, manifest, character)

    def export_options(self, character: Character, path: Path, *, overwrite: bool = False) -> bool:
        """Writes a character without its picture.

        The ending says as what: options (.json) or a noise picture (.png) of make.girls.moe, or a
        recipe of this program.

        Returns:
            Whether it was written; if not, the studio says why.
        """
        try:
            if path.suffix.lower() == ".png":
                picture = makegirlsmoe.noise_picture(character.recipe.latent)
                write_whole(
                    path,
                    lambda file: Image.fromarray(picture).save(file, format="PNG"),
                    overwrite=overwrite,
                )
            else:
                own = path.suffix.lower() == RECIPE_ENDING
                recipe = character.recipe
                text = recipe.to_json() if own else makegirlsmoe.options_text(recipe)
                write_whole(path, lambda file: file.write(text.encode()), overwrite=overwrite)
        except UserError as error:
            self._studio.tell(error)
            return False
        return True

    def open(self, path: Path) -> None:
        """Makes the character of a file again: a picture of ours, a recipe, options, noise."""
        stage, manifest = self._studio.session.character, self._studio.manifest
        if manifest is not None:
            self._make(lambda: _read(path, manifest, stage.recipe if stage else None), path.name)

    def paste(self, data: QMimeData | None) -> None:
        """Makes the character again that was copied: files, a picture, a recipe, a share code."""
        manifest, stage = self._studio.manifest, self._studio.session.character
        if manifest is None:
            return
        urls = data.urls() if data is not None else []
        paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
        if paths:
            for path in paths:
                self.open(path)
        elif data is not None and data.hasFormat(PNG_TYPE):
            picture = bytes(data.data(PNG_TYPE).data()[:MAX_PASTED_BYTES])
            self._make(lambda: _of_picture(picture), self.tr("The picture"))
        elif data is not None and data.hasText():
            text = data.text()[: makegirlsmoe.MAX_BYTES + 1]
            own = stage.recipe if stage else None
            self._make(lambda: _Found(_recipe_of_text(text, manifest, own)), self.tr("The text"))
        else:
            self._studio.failed.emit(
                self.tr(
                    "There is nothing in the clipboard to make a character of: copy a picture of "
                    "this program, a recipe or a share code."
                )
            )

    def verify(self, path: Path) -> None:
        """Paints a saved picture again, compares, and says what came of it."""
        studio = self._studio
        generator = studio.generator
        if generator is None:
            return

        def work(_task: Task) -> Verdict:
            # It loads onnxruntime, which the window does not wait for.
            from girlsmoe_desktop.runtime.verifying import verify

            saved = load_saved(path)
            return verify(saved, studio.paint(saved.recipe).pixels)

        self._tasks.run(
            self, work, lambda found: studio.noticed.emit(self._told(path.name, found)), studio.tell
        )

    def code(self, character: Character) -> str | None:
        """Returns a character's share code; if None, the studio says why there is none."""
        manifest = self._studio.manifest
        try:
            if manifest is None or manifest.sha256 != character.recipe.model_sha256:
                raise UserError(
                    self.tr("Open the model that this character was made with to share its code.")
                )
            return share_code(character.recipe, manifest)
        except UserError as error:
            self._studio.tell(error)
            return None

    def picture(self, character: Character, options: SaveOptions) -> bytes:
        """Returns a character's picture as a PNG, with what the options let it carry."""
        return png_bytes(*self._prepared(character, options))

    def _write(
        self, character: Character, path: Path, options: SaveOptions, *, overwrite: bool = False
    ) -> None:
        save_picture(path, *self._prepared(character, options), overwrite=overwrite)

    def _prepared(
        self, character: Character, options: SaveOptions
    ) -> tuple[NDArray[np.uint8], dict[str, str]]:
        """Returns a character's picture at the size that is wanted, and what goes with it."""
        enlargement = self.enlarger.enlargement(options.scale)
        sharpness = None if enlargement is None else enlargement.sharpness
        pixels = self.enlarger.enlarged(character.pixels, options.scale, sharpness=sharpness)
        assert pixels is not None, "nothing stops it"
        passport = replace(self.passport(character), enlargement=enlargement)
        return pixels, passport.carried(options.carry)

    def _make(self, find: Callable[[], _Found], name: str) -> None:
        studio = self._studio

        def work(_task: Task) -> tuple[Character, Verdict | None]:
            from girlsmoe_desktop.runtime.verifying import is_verifiable, verify

            found = find()
            _check_model(found.recipe, studio.manifest, name)
            character = studio.paint(found.recipe)
            if found.saved is None or not is_verifiable(found.saved):
                return character, None
            return character, verify(found.saved, character.pixels)

        def take(made: tuple[Character, Verdict | None]) -> None:
            character, same = made
            studio.keep(character)
            if same is not None:
                studio.noticed.emit(self._told(name, same))

        self._tasks.run(self, work, take, studio.tell)

    def _told(self, name: str, verdict: Verdict) -> str:
        told = {
            Verdict.EXACT: self.tr("{0} is exactly what its recipe makes here."),
            Verdict.WITHIN_1: self.tr(
                "{0} is what its recipe makes here, but for the last bit of rounding."
            ),
            Verdict.DIFFERS: self.tr(
                "{0} is not quite what its recipe makes here: it was changed, or saved as a JPEG."
            ),
        }
        return told[verdict].format(name)


def file_name(character: Character) -> str:
    """Returns a name for a character's file, without ending, that every system takes."""
    plain = re.sub(r'[\\/:*?"<>|\x00-\x1f]+', "", words.title(character)).strip(" .")
    return re.sub(r"\s+", "-", plain).lower() or "character"


def free_name(folder: Path, name: str, ending: str) -> Path:
    """Returns a name in a folder that nothing has yet: the name, or one with a number behind it."""
    path, number = folder / f"{name}.{ending}", 2
    while path.exists():
        path, number = folder / f"{name}-{number}.{ending}", number + 1
    return path


def free_folder(folder: Path) -> Path:
    """Returns a folder's name that nothing has yet: the name, or one with a number behind it."""
    free, number = folder, 2
    while free.exists():
        free, number = folder.with_name(f"{folder.name}-{number}"), number + 1
    return free


def _read(path: Path, manifest: Manifest, stage: Recipe | None) -> _Found:
    """Returns what a file holds, by its content."""
    if path.suffix.lower() in (".json", RECIPE_ENDING):
        return _Found(_recipe_of_text(_text_of(path), manifest, stage))
    if stage is not None and _is_noise_picture(path, manifest.z_dim):
        noise = makegirlsmoe.noise_of_picture(path, manifest.z_dim)
        # It holds noise as it is painted: that is not to be truncated once more.
        return _Found(with_truncation(with_noise(stage, noise), 1.0))
    return _of_picture(path)


def _of_picture(source: Path | bytes) -> _Found:
    saved = load_saved(source)
    return _Found(saved.recipe, saved)


def _text_of(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(makegirlsmoe.MAX_BYTES + 1)
        return data.decode("utf-8-sig")
    except OSError as error:
        raise UserError(
            "{0} can't be read ({1}): choose another file.", path, error.strerror
        ) from error
    except UnicodeDecodeError as error:
        raise UserError("{0} is no text: choose a recipe or an options file.", path) from error


def _is_noise_picture(path: Path, z_dim: int) -> bool:
    try:
        with Image.open(path, formats=["PNG"]) as image:
            return image.size == (z_dim, makegirlsmoe.NOISE_ROWS)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return False


def _recipe_of_text(text: str, manifest: Manifest, stage: Recipe | None) -> Recipe:
    """Returns the character of a share code, a recipe, or options of make.girls.moe."""
    if is_share_code(text):
        others = (model.manifest for model in installed().models.values())
        return recipe_of(text, [manifest, *others])
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        data = None
    if not isinstance(data, dict):
        raise UserError(
            "This text is no recipe, no share code and no options file: copy the whole of one."
        )
    if "format" in data:
        return recipe_from_json(text)
    z_dim = manifest.z_dim
    fits = stage is not None and stage.z.shape == (z_dim,)
    noise = stage.latent if stage is not None and fits else np.zeros(z_dim, np.float32)
    return makegirlsmoe.recipe_of_options(text, manifest, noise)


def _check_model(recipe: Recipe, manifest: Manifest | None, name: str) -> None:
    if manifest is not None and recipe.model_sha256 != manifest.sha256:
        raise UserError(
            "{0} was made with another model or version, {1}; open here is {2}. Open {3} first.",
            name,
            recipe.model_id,
            manifest.id,
            recipe.model_id,
        )
