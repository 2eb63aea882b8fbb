"""Who is filmed while a model learns: those with a star that it can paint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer import config as configs

if TYPE_CHECKING:
    from girlsmoe_desktop.core.recipe import Recipe
    from girlsmoe_desktop.state.gallery_model import GalleryModel

# As many as the trainer takes: a row of its sheets.
MOST = 8


def starred_cast(gallery: GalleryModel, preset: str) -> list[Recipe]:
    """Returns the newest starred characters whose noise a new model can take.

    Args:
        gallery: Where the stars are.
        preset: Name of the settings that it is trained with.
    """
    z_dim = configs.preset(preset).z_dim
    cast: list[Recipe] = []
    for number in sorted(gallery.gallery.starred(), reverse=True):
        for character in gallery.of_numbers([number]):
            recipe = character.recipe
            # A seed gives noise of any length.
            if recipe.z.size == z_dim or recipe.seed is not None:
                cast.append(recipe)
        if len(cast) == MOST:
            break
    return cast
