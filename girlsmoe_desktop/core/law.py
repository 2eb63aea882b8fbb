"""Laws: the odds by which labels that nobody set are drawn.

A law is data, kept in a model's manifest. It gives weights to the options of some controls and a
probability to each label of the others.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from girlsmoe_desktop.core import attributes
from girlsmoe_desktop.core.latent import uniforms

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from girlsmoe_desktop.core.controls import Control, Option

_T = TypeVar("_T")

# Table 1 of the paper, its damaged row restored from the authors' published priors, which times
# 31,255 give whole numbers. Blush, smile and open mouth were never published: the authors' site
# uses 0.6, 0.6 and 0.25.
PORTRAITS = 31_255
HAIR_COLOR_COUNTS = dict(
    zip(
        attributes.HAIR_COLORS,
        (4991, 6659, 4842, 3289, 2486, 2972, 1115, 2417, 987, 573, 699, 168, 57),
        strict=True,
    )
)
HAIR_STYLE_COUNTS = {
    "long_hair": 16562,
    "short_hair": 11596,
    "twintails": 3928,
    "drill_hair": 91,
    "ponytail": 265,
}
EYE_COLOR_COUNTS = dict(
    zip(
        attributes.EYE_COLORS,
        (8861, 4926, 5583, 4192, 4442, 1700, 319, 193, 990, 49),
        strict=True,
    )
)
DETAIL_ODDS = {
    "blush": 0.6,
    "smile": 0.6,
    "open_mouth": 0.25,
    "hat": 1403 / PORTRAITS,
    "ribbon": 5360 / PORTRAITS,
    "glasses": 1683 / PORTRAITS,
}


@dataclass(frozen=True)
class Law:
    """Odds of labels.

    Attributes:
        choices: Control id -> option id -> weight (0 or more, not all 0).
        odds: Label -> probability of "on" (0..1), for labels of controls not in `choices`.
    """

    choices: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    odds: Mapping[str, float] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """Returns the law as JSON values; the inverse of `law_from_json`."""
        return {
            "choices": {control: dict(weights) for control, weights in self.choices.items()},
            "odds": dict(self.odds),
        }


def law_from_json(data: Mapping[str, Any]) -> Law:
    """Returns the law that a manifest describes.

    Raises:
        KeyError, TypeError, ValueError: The data does not describe one.
    """
    choices = {
        str(control): {str(option): float(weight) for option, weight in weights.items()}
        for control, weights in data["choices"].items()
    }
    odds = {str(label): float(p) for label, p in data["odds"].items()}
    for control, weights in choices.items():
        if not all(math.isfinite(w) and w >= 0 for w in weights.values()) or not any(
            weights.values()
        ):
            raise ValueError(f"the weights of {control} must be 0 or more, and not all 0")
    if not all(0 <= p <= 1 for p in odds.values()):
        raise ValueError("probabilities must lie in 0..1")
    return Law(choices, odds)


def check_covers(law: Law, controls: Sequence[Control]) -> None:
    """Checks that the law says how to draw every control.

    Raises:
        ValueError: It does not, or it names options that do not exist.
    """
    for control in controls:
        weights = law.choices.get(control.id)
        if weights is not None and not set(weights) <= set(control.option_ids):
            unknown = sorted(set(weights) - set(control.option_ids))
            raise ValueError(f"weights for unknown options of {control.id}: {unknown}")
        if weights is None and not set(control.labels) <= set(law.odds):
            raise ValueError(f"no odds for {control.id}")


def sample_labels(
    law: Law, controls: Sequence[Control], seed: int, pinned: Mapping[str, str]
) -> frozenset[str]:
    """Returns the labels that are on, the same for the same arguments on every machine.

    Each control draws from a stream of its own, so pinning one never changes another.

    Args:
        law: The odds of what is not pinned; it must cover the controls.
        controls: All controls of the model.
        seed: 0..2**63-1.
        pinned: Control id -> option id.

    Raises:
        UserError: A pinned option does not exist.
    """
    on: set[str] = set()
    for control in controls:
        first, second, *rest = uniforms(seed, f"labels.{control.id}", 2 + len(control.labels))
        weights = law.choices.get(control.id)
        if control.id in pinned:
            on.update(_labels_of(control.option(pinned[control.id]), second))
        elif weights is not None:
            option = _pick(list(weights), list(weights.values()), first)
            on.update(_labels_of(control.option(option), second))
        else:
            on.update(
                label for label, u in zip(control.labels, rest, strict=True) if u < law.odds[label]
            )
    return frozenset(on)


def _labels_of(option: Option, u: float) -> tuple[str, ...]:
    return _pick(
        [variant.labels for variant in option.variants],
        [variant.weight for variant in option.variants],
        u,
    )


def _pick(items: Sequence[_T], weights: Sequence[float], u: float) -> _T:
    """Returns the item in whose share of the summed weights u (0..1) falls."""
    left = u * sum(weights)
    for item, weight in zip(items, weights, strict=True):
        left -= weight
        if left < 0 and weight > 0:
            return item
    return next(item for item, w in zip(reversed(items), reversed(weights), strict=True) if w > 0)


def empirical() -> Law:
    """Returns the law of the paper's data set, which the application draws from.

    The paper's style bits overlap a little (they sum to 1.04). Tails and drills keep their share;
    long and short divide the rest in their own proportion.
    """
    share = {label: count / PORTRAITS for label, count in HAIR_STYLE_COUNTS.items()}
    rest = 1.0 - share["twintails"] - share["drill_hair"] - share["ponytail"]
    long_share = share["long_hair"] / (share["long_hair"] + share["short_hair"])
    hair_style = {
        "long": rest * long_share,
        "medium": 0.0,
        "short": rest * (1.0 - long_share),
        "twintails": share["twintails"],
        "drill": share["drill_hair"],
        "ponytail": share["ponytail"],
    }
    choices = {
        "hair_color": {k: float(v) for k, v in HAIR_COLOR_COUNTS.items()},
        "hair_style": hair_style,
        "eye_color": {k: float(v) for k, v in EYE_COLOR_COUNTS.items()},
    }
    return Law(choices, DETAIL_ODDS)


def training() -> Law:
    """Returns P_cond, the law of noise labels while training (section 5.1.3)."""
    bits = (*attributes.HAIR_STYLES, *attributes.DETAILS)
    return Law(
        {
            "hair_color": dict.fromkeys(attributes.HAIR_COLORS, 1.0),
            "eye_color": dict.fromkeys(attributes.EYE_COLORS, 1.0),
        },
        dict.fromkeys(bits, 0.25),
    )


def site() -> Law:
    """Returns the law that the authors' web site, make.girls.moe, drew from."""
    fitted = empirical()
    colors = {control: fitted.choices[control] for control in ("hair_color", "eye_color")}
    odds = dict.fromkeys(attributes.HAIR_STYLES, 0.25) | DETAIL_ODDS | {"ribbon": 0.3}
    return Law(colors, odds)


def uniform() -> Law:
    """Returns the law under which every option of every control is as likely as any other."""
    styles = ("long", "medium", "short", "twintails", "drill", "ponytail")
    return Law(
        {
            "hair_color": dict.fromkeys(attributes.HAIR_COLORS, 1.0),
            "hair_style": dict.fromkeys(styles, 1.0),
            "eye_color": dict.fromkeys(attributes.EYE_COLORS, 1.0),
        },
        dict.fromkeys(attributes.DETAILS, 0.5),
    )


def paper_laws() -> dict[str, Law]:
    """Returns the laws that a model of the paper's 34 labels carries, by name."""
    return {
        "empirical": empirical(),
        "training": training(),
        "site": site(),
        "uniform": uniform(),
    }
