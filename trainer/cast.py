"""Characters of people's own that a run paints in every sample sheet: its cast.

They are recipes as the application writes them, kept one a line in the run's folder, so that a run
that is gone on with goes on filming them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from girlsmoe_desktop.core.attributes import LABELS
from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.latent import normals
from girlsmoe_desktop.core.pictures import load_picture
from girlsmoe_desktop.core.recipe import MAX_BYTES, recipe_from_json
from trainer.runs import write_bytes

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from girlsmoe_desktop.core.recipe import Recipe
    from trainer.runs import RunFolder

MOST = 8
"""A row of a sheet."""
_PICTURES = (".png", ".jpg", ".jpeg", ".webp")


def read_cast(paths: Sequence[Path]) -> list[Recipe]:
    """Returns the characters of some files, in their order.

    Args:
        paths: Pictures that the application saved, and files with a recipe a line.

    Raises:
        UserError: one can't be read, or they are too many.
    """
    cast = [recipe for path in paths for recipe in _read(path)]
    if len(cast) > MOST:
        raise UserError(f"A run films {MOST} characters at most, --cast names {len(cast)}.")
    return cast


def cast_of(run: RunFolder) -> list[Recipe]:
    """Returns the cast that a run's folder keeps; none where it has no such file.

    Raises:
        UserError: it can't be read.
    """
    return read_cast([run.cast_path]) if run.cast_path.is_file() else []


def keep_cast(run: RunFolder, cast: Sequence[Recipe]) -> None:
    """Writes a cast into a run's folder; nothing where there is nobody in it."""
    if not cast:
        return
    text = "".join(f"{recipe.to_json()}\n" for recipe in cast)
    write_bytes(run.cast_path, text.encode())


def as_inputs(
    cast: Sequence[Recipe], z_dim: int
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Returns what a generator takes for a cast: noise (n, z_dim), and labels (n, 34), off 0, on 1.

    What a recipe says of labels that ours lack is left out, and what it does not say is off. A
    seed gives noise of any length.

    Raises:
        UserError: noise has another length and comes from no seed.
    """
    noises = [_noise(recipe, number, z_dim) for number, recipe in enumerate(cast, 1)]
    labels = [[recipe.strengths.get(label, 0.0) for label in LABELS] for recipe in cast]
    shape = (len(cast), len(LABELS))
    z = np.array(noises, dtype=np.float32).reshape(len(cast), z_dim)
    return z, np.array(labels, dtype=np.float32).reshape(shape)


def _noise(recipe: Recipe, number: int, z_dim: int) -> NDArray[np.float32]:
    if recipe.z.size == z_dim:
        return recipe.latent
    if recipe.seed is None:
        raise UserError(
            f"Character {number} of --cast has {recipe.z.size} noise values and comes from no "
            f"seed; this run takes {z_dim}. Leave it out."
        )
    return normals(recipe.seed, z_dim) * np.float32(recipe.truncation)


def _read(path: Path) -> list[Recipe]:
    if path.suffix.lower() in _PICTURES:
        return [load_picture(path)[1]]
    try:
        if path.stat().st_size > MOST * MAX_BYTES:
            raise UserError(f"{path} is too large for recipes of {MOST} characters.")
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise UserError(
            f"The cast {path} can't be read ({reason}). Give pictures that GirlsMoe saved, or a "
            "file with a recipe a line."
        ) from error
    return [recipe_from_json(line) for line in lines if line.strip()]
