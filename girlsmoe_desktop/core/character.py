"""A character: its recipe, the picture painted from it, and its number in the gallery."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    from numpy.typing import NDArray

    from girlsmoe_desktop.core.manifest import Manifest
    from girlsmoe_desktop.core.recipe import Recipe

UNNUMBERED = 0


@dataclass(frozen=True, eq=False)
class Character:
    """A painted recipe.

    Attributes:
        recipe: What it was painted from.
        pixels: The picture, shape (size, size, 3), uint8 RGB.
        looks: Control id -> the option it shows, None for a mixture.
        number: Its number in the gallery, never used twice; UNNUMBERED outside of it.
        parents: Numbers of those it was made from, by a change, a cross or a blend.
    """

    recipe: Recipe
    pixels: NDArray[np.uint8] = field(repr=False)
    looks: Mapping[str, str | None]
    number: int = UNNUMBERED
    parents: tuple[int, ...] = ()

    @property
    def is_mixture(self) -> bool:
        """Whether it shows some labels in part, as between two characters."""
        return any(value not in (0.0, 1.0) for value in self.recipe.strengths.values())


def descended(child: Character, *origins: Character) -> Character:
    """Returns a character as the child of others; who is not in the gallery hands on its own."""
    parents: dict[int, None] = {}
    for origin in origins:
        kept = (origin.number,) if origin.number != UNNUMBERED else origin.parents
        parents |= dict.fromkeys(kept)
    return replace(child, parents=tuple(parents))


def painted(manifest: Manifest, recipe: Recipe, pixels: NDArray[np.uint8]) -> Character:
    """Returns the character of a recipe and the picture that the model painted from it."""
    return Character(recipe, pixels, recipe.options(manifest))
