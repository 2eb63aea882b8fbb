"""Adds models to the user's own and takes them away again."""

from __future__ import annotations

import hashlib
import io
import os
import tempfile
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

from girlsmoe_desktop.core.errors import Sentence, UserError
from girlsmoe_desktop.core.manifest import manifest_from_json, read_manifest
from girlsmoe_desktop.core.recipe import make_recipe
from girlsmoe_desktop.runtime.devices import CPU
from girlsmoe_desktop.runtime.generator import Generator, is_blank
from girlsmoe_desktop.runtime.library import (
    CARD,
    MANIFEST,
    InstalledModel,
    installed,
    installed_model,
    user_folder,
)
from girlsmoe_desktop.runtime.model_files import WEIGHTS, is_usable_name, read_files

if TYPE_CHECKING:
    from girlsmoe_desktop.core.manifest import Manifest

MAX_PICTURE_PX = 8192


class OtherModelError(UserError):
    """A model of that id is installed whose weights are others: replacing it must be asked for.

    Attributes:
        model_id: The id.
    """

    def __init__(self, model_id: str) -> None:
        words = Sentence(
            "There is already another model {0!r}: replace it on purpose (--replace), or leave it.",
            model_id,
        )
        super().__init__(words.template, *words.values)
        self.model_id = model_id


def import_model(path: Path, *, replace: bool = False) -> InstalledModel:
    """Copies a model into the user's own, once it has painted a picture.

    Args:
        path: A folder or a zip with model.json, generator.onnx and, if it likes, a card.
        replace: Whether it may take the place of another model of its id.

    Returns:
        The installed model; the one that was there if it is the same.

    Raises:
        OtherModelError: replace is not set, but would be needed.
        UserError: It is no model that can be used, or can't be written.
    """
    files = read_files(path)
    manifest = _checked_manifest(files, path.name)
    there = installed().models.get(manifest.id)
    is_same = there is not None and there.manifest.sha256 == manifest.sha256
    if there is not None and is_same and _works(there):
        return there
    if there is not None and not is_same and not replace:
        raise OtherModelError(manifest.id)
    root = user_folder()
    try:
        root.mkdir(parents=True, exist_ok=True)
        return _install(files, manifest, root)
    except OSError as error:
        raise UserError(
            "The model can't be written to {0} ({1}): make room there, or allow this "
            "program to write there.",
            root,
            error.strerror or error,
        ) from error


def remove_model(model_id: str) -> Path:
    """Deletes a model of the user's own and returns the folder that it was in.

    Raises:
        UserError: It is not installed, came with the program, or can't be deleted.
    """
    model = installed_model(model_id)
    if not is_own(model):
        raise UserError(
            "The model {0} lies in {1}, not among your own: it can't be removed from here.",
            model_id,
            model.folder,
        )
    try:
        _take_away(model.folder)
    except OSError as error:
        raise UserError(
            "{0} can't be removed ({1}): close what uses it.", model.folder, error.strerror or error
        ) from error
    return model.folder


def is_own(model: InstalledModel) -> bool:
    """Returns whether a model is among those that the user added."""
    return model.folder.parent == user_folder()


def _works(model: InstalledModel) -> bool:
    try:
        Generator(model)
    except UserError:
        return False
    return True


def _checked_manifest(files: dict[str, bytes], name: str) -> Manifest:
    """Returns the manifest of a model's files, once they are what it says."""
    try:
        manifest = manifest_from_json(files[MANIFEST].decode("utf-8"))
        if not is_usable_name(manifest.id):
            raise ValueError(f"no folder can be called {manifest.id!r}")
        if hashlib.sha256(files[WEIGHTS]).hexdigest() != manifest.sha256:
            raise ValueError(f"the sha256 of {WEIGHTS} is not the one in {MANIFEST}")
        for picture in files.keys() - {MANIFEST, WEIGHTS, CARD}:
            _check_picture(picture, files[picture])
    except ValueError as error:
        raise UserError(
            "The model in {0} is damaged: {1}. Get it again from where it came from.", name, error
        ) from error
    return manifest


def _check_picture(name: str, data: bytes) -> None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=["PNG", "JPEG", "WEBP"]) as image:
                if max(image.size) > MAX_PICTURE_PX:
                    raise ValueError(f"{name} is more than {MAX_PICTURE_PX} px on a side")
                image.verify()
    except (OSError, SyntaxError, Warning, Image.DecompressionBombError) as error:
        raise ValueError(f"{name} is no picture that can be shown") from error


def _install(files: dict[str, bytes], manifest: Manifest, root: Path) -> InstalledModel:
    """Writes the files beside their place, tries the model, and moves it there."""
    # One level deeper than models lie, so that nothing takes it for one meanwhile.
    with tempfile.TemporaryDirectory(prefix=".import-", dir=root) as temporary:
        fresh = Path(temporary) / "new"
        fresh.mkdir()
        for name, data in files.items():
            _write(fresh / name, data)
        _try_out(InstalledModel(fresh, manifest))
        target = root / manifest.id
        if target.exists():
            # At no moment is there none: the new one comes before the old one goes.
            target = root / f"{manifest.id}-{manifest.sha256[:12]}"
        if target.exists():
            _take_away(target)
        fresh.rename(target)
    for path in root.glob(f"*/{MANIFEST}"):
        if path.parent != target and _id_in(path) == manifest.id:
            _take_away(path.parent)
    return InstalledModel(target, manifest)


def _id_in(path: Path) -> str:
    try:
        return read_manifest(path).id
    except UserError:
        return ""


def _try_out(model: InstalledModel) -> None:
    """Raises UserError for a model that paints nothing."""
    recipe = make_recipe(model.manifest, 1, {})
    if is_blank(Generator(model, device=CPU).paint([recipe])):
        raise UserError(
            "The model {0} paints an empty picture, so it was not installed: get it again"
            " from where it came from.",
            model.manifest.id,
        )


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _take_away(folder: Path) -> None:
    """Deletes a model's folder; it is no model any more before the first file goes."""
    if folder.is_symlink():
        folder.unlink()
        return
    with tempfile.TemporaryDirectory(
        prefix=".removed-", dir=folder.parent, ignore_cleanup_errors=True
    ) as temporary:
        folder.rename(Path(temporary) / "old")
