"""What a tagger sees in a character, held against what the character was meant to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from girlsmoe_desktop.core.controls import Control
    from girlsmoe_desktop.core.manifest import Manifest
    from girlsmoe_desktop.core.recipe import Recipe

# A tagger that is quite sure and wrong must not outweigh everything else.
_LEAST = 0.01
DOUBTFUL = 0.5
"""What is seen with a smaller probability is doubted."""


def agreement(seen: Mapping[str, float], recipe: Recipe) -> float:
    """Returns how well a picture shows what its recipe says: 0 at best, less the worse.

    It is the mean logarithm of the probability of each label's being as it is meant. Labels that
    nothing is seen of, and mixtures, don't count.

    Args:
        seen: Label -> probability, 0..1.
        recipe: What the picture was painted from.
    """
    logs = [
        np.log(max(seen[label] if value else 1.0 - seen[label], _LEAST))
        for label, value in recipe.strengths.items()
        if label in seen and value in (0.0, 1.0)
    ]
    return float(np.mean(logs)) if logs else 0.0


def best(seen: NDArray[np.float32], labels: tuple[str, ...], recipes: list[Recipe]) -> int:
    """Returns which of some pictures shows best what it is meant to show.

    Args:
        seen: Probabilities, shape (N, len(labels)).
        labels: In the order of the probabilities.
        recipes: N of them.
    """
    scores = [
        agreement(dict(zip(labels, row.tolist(), strict=True)), recipe)
        for row, recipe in zip(seen, recipes, strict=True)
    ]
    return int(np.argmax(scores))


def doubts(seen: Mapping[str, float], recipe: Recipe, manifest: Manifest) -> list[Control]:
    """Returns the controls whose option can't be seen clearly, in the model's order."""
    return [control for control in manifest.controls if _is_doubtful(seen, recipe, control)]


def _is_doubtful(seen: Mapping[str, float], recipe: Recipe, control: Control) -> bool:
    known = [label for label in control.labels if label in seen]
    values = [recipe.strengths.get(label) for label in known]
    if any(value not in (0.0, 1.0) for value in values):
        return False
    meant = [label for label, value in zip(known, values, strict=True) if value]
    # Of colours and styles only what is meant counts: others may be seen beside it.
    if meant:
        return any(seen[label] < DOUBTFUL for label in meant)
    return control.kind == "switch" and any(seen[label] > DOUBTFUL for label in known)
