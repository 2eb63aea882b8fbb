"""Who comes from whom: ancestors and descendants of a character, and new children."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from girlsmoe_desktop.core.character import UNNUMBERED
from girlsmoe_desktop.core.difference import noise_turn
from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.latent import perturbed
from girlsmoe_desktop.core.recipe import crossed, with_noise
from girlsmoe_desktop.state import words
from girlsmoe_desktop.state.session import SEED_BITS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from girlsmoe_desktop.core.character import Character
    from girlsmoe_desktop.core.recipe import Recipe
    from girlsmoe_desktop.state.studio import Studio

GENERATIONS = 3
"""How far up and down a tree reaches."""
WIDEST = 8
"""How many of one generation are shown."""


@dataclass(frozen=True)
class Generation:
    """Those of a tree who are equally far from the one in its middle.

    Attributes:
        members: Them, as far as they are shown.
        more: How many more there are.
    """

    members: tuple[Character, ...]
    more: int = 0


@dataclass(frozen=True)
class Tree:
    """A character with those it came from and those who came from it.

    Attributes:
        ancestors: Generations above it, the farthest first.
        middle: The character.
        descendants: Generations below it, the nearest first.
    """

    ancestors: tuple[Generation, ...]
    middle: Character
    descendants: tuple[Generation, ...]


class Family(QObject):
    """Reads the family of a character from the gallery, and makes children."""

    def __init__(self, studio: Studio, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._studio = studio

    def tree(self, character: Character) -> Tree:
        """Returns a character's family, as far as it is in the gallery."""
        gallery = self._studio.gallery.gallery
        up = self._generations(character.parents, gallery.parents)
        is_kept = character.number != UNNUMBERED
        nearest = gallery.children(character.number) if is_kept else []
        down = self._generations(nearest, gallery.children)
        return Tree(tuple(reversed(up)), character, tuple(down))

    def vary(self, character: Character, count: int, amount: float) -> None:
        """Makes children that differ from a character in their noise, by an amount, 0..1."""
        z, held = character.recipe.z, self._studio.session.setup.held
        kept = [place for place in held if place < z.size]
        recipes = [
            with_noise(character.recipe, perturbed(z, amount, secrets.randbits(SEED_BITS), kept))
            for _ in range(count)
        ]
        self._make(recipes, [character])

    def cross(self, one: Character, other: Character, count: int) -> None:
        """Makes children that have each trait from either of two."""
        manifest = self._studio.manifest
        if manifest is None:
            return
        try:
            if one.recipe.model_sha256 != manifest.sha256:
                raise UserError(self._of_another_model())
            recipes = [
                crossed(one.recipe, other.recipe, secrets.randbits(SEED_BITS), manifest.controls)
                for _ in range(count)
            ]
        except UserError as error:
            self._studio.tell(error)
            return
        self._make(recipes, [one, other])

    def _make(self, recipes: list[Recipe], parents: Sequence[Character]) -> None:
        manifest = self._studio.manifest
        if manifest is None or recipes[0].model_sha256 != manifest.sha256:
            self._studio.failed.emit(self._of_another_model())
            return
        self._studio.make(recipes, parents)

    def _of_another_model(self) -> str:
        return self.tr("Open the model that they were made with to make children of them.")

    def _generations(
        self, nearest: Iterable[int], further: Callable[[int], list[int]]
    ) -> list[Generation]:
        """Returns generations from the nearest on; nobody is in two of them."""
        found: list[Generation] = []
        seen: set[int] = set()
        numbers = list(nearest)
        while numbers and len(found) < GENERATIONS:
            shown = numbers[:WIDEST]
            members = tuple(self._studio.gallery.of_numbers(shown))
            found.append(Generation(members, len(numbers) - len(shown)))
            seen.update(numbers)
            beyond = (far for number in shown for far in further(number) if far not in seen)
            numbers = list(dict.fromkeys(beyond))
        return found


def difference(child: Character, parent: Character) -> str:
    """Returns what a child has that its parent has not, in a few words."""
    looks = [
        words.phrase(control, option) if option != "off" else words.without(control)
        for control, option in child.looks.items()
        if option is not None and option != parent.looks.get(control)
    ]
    noise = words.noise_change(noise_turn(parent.recipe, child.recipe))
    parts = [*looks, *([noise] if noise else [])]
    if child.recipe.truncation != parent.recipe.truncation:
        parts.append(words.truncated(child.recipe.truncation))
    return " · ".join(parts) or words.same()
