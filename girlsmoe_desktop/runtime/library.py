"""The models that are installed: those bundled with the program and those the user added."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from girlsmoe_desktop import resources
from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.manifest import Manifest, read_manifest

MANIFEST = "model.json"
# A path list that is searched before all others; for tests and for models kept elsewhere.
SEARCH_PATH_VARIABLE = "GIRLSMOE_MODELS"


@dataclass(frozen=True)
class InstalledModel:
    """A model's folder and its manifest."""

    folder: Path
    manifest: Manifest


def search_folders() -> list[Path]:
    """Returns the folders whose sub-folders are models, the first to be searched first."""
    extra = [Path(p) for p in os.environ.get(SEARCH_PATH_VARIABLE, "").split(os.pathsep) if p]
    user = platformdirs.user_data_path("GirlsMoe", appauthor=False) / "models"
    return [*extra, user, resources.assets() / "models"]


def installed_folders() -> dict[str, Path]:
    """Returns model id -> folder, for every folder that holds a manifest; none is opened."""
    found: dict[str, Path] = {}
    for root in search_folders():
        if root.is_dir():
            for folder in sorted(root.iterdir()):
                if (folder / MANIFEST).is_file():
                    found.setdefault(folder.name, folder)
    return found


def open_model(wanted: str | None = None) -> InstalledModel:
    """Returns the wanted model, or the best bundled one.

    Args:
        wanted: A model's id or its folder; None takes the largest finished model.

    Raises:
        UserError: It is not installed, or its manifest is damaged.
    """
    folders = installed_folders()
    if wanted is None:
        return _best(folders)
    if wanted in folders:
        return _opened(folders[wanted])
    if (Path(wanted) / MANIFEST).is_file():
        return _opened(Path(wanted))
    known = f"installed are {', '.join(folders)}" if folders else "none is installed"
    raise UserError(f"There is no model {wanted!r}: {known}; or give the folder of a model.")


def _opened(folder: Path) -> InstalledModel:
    return InstalledModel(folder, read_manifest(folder / MANIFEST))


def _best(folders: dict[str, Path]) -> InstalledModel:
    models: list[InstalledModel] = []
    damaged: UserError | None = None
    for folder in folders.values():
        try:
            models.append(_opened(folder))
        except UserError as error:
            damaged = error
    if models:
        return max(models, key=lambda m: (not m.manifest.preview, m.manifest.size))
    if damaged is not None:
        raise damaged
    searched = ", ".join(str(folder) for folder in search_folders())
    raise UserError(
        f"No model is installed (searched: {searched}): install the program again, "
        "or put a model's folder there."
    )
