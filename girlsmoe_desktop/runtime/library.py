"""The models that are installed: those bundled with the program and those the user added."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from girlsmoe_desktop import resources
from girlsmoe_desktop.core.errors import Sentence, UserError
from girlsmoe_desktop.core.manifest import Manifest, kind_of, read_manifest
from girlsmoe_desktop.core.tagger import KIND as TAGGER
from girlsmoe_desktop.core.upscaler import KIND as UPSCALER

MANIFEST = "model.json"
CARD = "card.md"
# A path list that is searched before all others; for tests and for models kept elsewhere.
SEARCH_PATH_VARIABLE = "GIRLSMOE_MODELS"
_ADVICE = Sentence("Install the program again, or put a model's folder there and start again.")


@dataclass(frozen=True)
class InstalledModel:
    """A model's folder and its manifest."""

    folder: Path
    manifest: Manifest


def user_folder() -> Path:
    """Returns the folder of the models that the user added; it need not be there yet."""
    return platformdirs.user_data_path("GirlsMoe", appauthor=False) / "models"


def search_folders() -> list[Path]:
    """Returns the folders whose sub-folders are models, the first to be searched first."""
    extra = [Path(p) for p in os.environ.get(SEARCH_PATH_VARIABLE, "").split(os.pathsep) if p]
    return [*extra, user_folder(), resources.assets() / "models"]


@dataclass(frozen=True)
class Installed:
    """What the search folders hold.

    Attributes:
        models: Model id -> model; of two of one id the one in the earlier folder.
        damaged: Why the others can't be used.
    """

    models: dict[str, InstalledModel]
    damaged: list[UserError]


def installed() -> Installed:
    """Returns the generators in all search folders."""
    found = Installed({}, [])
    for root in search_folders():
        for path in sorted(root.glob(f"*/{MANIFEST}")):
            try:
                model = InstalledModel(path.parent, read_manifest(path))
            except UserError as error:
                if kind_of(path) not in (TAGGER, UPSCALER):
                    found.damaged.append(error)
            else:
                found.models.setdefault(model.manifest.id, model)
    return found


def open_model(wanted: str | None = None) -> InstalledModel:
    """Returns the wanted model, or the best one that is installed.

    Args:
        wanted: A model's id or its folder; None takes the largest finished model.

    Raises:
        UserError: It is not installed, or its manifest is damaged.
    """
    if wanted is not None and _holds_manifest(Path(wanted)):
        return InstalledModel(Path(wanted), read_manifest(Path(wanted) / MANIFEST))
    return _best() if wanted is None else installed_model(wanted)


def preferred_model(model_id: str) -> InstalledModel:
    """Returns the installed model of an id; where there is none, the best that is installed.

    Raises:
        UserError: None is installed.
    """
    return installed().models.get(model_id) or _best()


def installed_model(model_id: str) -> InstalledModel:
    """Returns the installed model of an id, which may come from a file and so is never a path.

    Raises:
        UserError: It is not installed.
    """
    models = installed().models
    if model_id in models:
        return models[model_id]
    if not models:
        raise UserError("There is no model {0!r}, nor any other. {1}", model_id, _ADVICE)
    raise UserError(
        "There is no model {0!r}: installed are {1}. Choose one of them, or give a model's folder.",
        model_id,
        ", ".join(models),
    )


def brings_model(path: Path) -> bool:
    """Returns whether a file or folder may be a model to import, by its name."""
    if path.is_dir():
        return (path / MANIFEST).is_file()
    return path.suffix.lower() == ".zip" or path.name == MANIFEST


def _holds_manifest(folder: Path) -> bool:
    try:
        return (folder / MANIFEST).is_file()
    except OSError:  # such as a name that is too long
        return False


def _best() -> InstalledModel:
    found = installed()
    if found.models:
        return max(found.models.values(), key=lambda m: (not m.manifest.preview, m.manifest.size))
    if found.damaged:
        raise found.damaged[0]
    searched = ", ".join(str(folder) for folder in search_folders())
    raise UserError("No model is installed (searched: {0}). {1}", searched, _ADVICE)
