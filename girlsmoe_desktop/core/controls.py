"""What a person can set: drop-downs and three-way switches over a model's labels.

Controls are data in the model's manifest; `paper_controls` are those of the paper's 34 labels.
Each label belongs to exactly one control.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import Any

from girlsmoe_desktop.core import attributes
from girlsmoe_desktop.core.errors import UserError


@dataclass(frozen=True)
class Variant:
    """One way to fulfil an option: the labels that are on (the control's others are off)."""

    labels: tuple[str, ...]
    weight: float = 1.0


@dataclass(frozen=True)
class Option:
    """One entry of a drop-down."""

    id: str
    variants: tuple[Variant, ...]


@dataclass(frozen=True)
class Control:
    """A choice (exactly one of several options) or a switch (one label, off or on).

    A switch is a control with the two options "off" and "on", so that laws, recipes and widgets
    treat both kinds alike.
    """

    id: str
    kind: str
    labels: tuple[str, ...]
    options: tuple[Option, ...]

    @property
    def option_ids(self) -> tuple[str, ...]:
        """The ids of the options, in the order in which they are shown."""
        return tuple(option.id for option in self.options)

    def option(self, option_id: str) -> Option:
        """Returns the option of that id.

        Raises:
            UserError: There is none; the message lists those that exist.
        """
        for option in self.options:
            if option.id == option_id:
                return option
        raise UserError(
            "{0} can't be {1!r}: choose one of {2} (or random).",
            self.id,
            option_id,
            ", ".join(self.option_ids),
        )

    def matching_option(self, on: frozenset[str]) -> str | None:
        """Returns the option that these labels show, or None for a mixture that is no option."""
        mine = on & set(self.labels)
        for option in self.options:
            if any(set(variant.labels) == mine for variant in option.variants):
                return option.id
        return None

    def to_json(self) -> dict[str, Any]:
        """Returns the control as JSON values; the inverse of `control_from_json`."""
        return {
            "id": self.id,
            "kind": self.kind,
            "labels": list(self.labels),
            "options": [
                {
                    "id": option.id,
                    "variants": [
                        {"labels": list(variant.labels), "weight": variant.weight}
                        for variant in option.variants
                    ],
                }
                for option in self.options
            ],
        }


def control_from_json(data: dict[str, Any]) -> Control:
    """Returns the control that a manifest describes.

    Raises:
        KeyError, TypeError, ValueError: The data does not describe one.
    """
    kind = str(data["kind"])
    if kind not in ("choice", "switch"):
        raise ValueError(f"control kind {kind!r} is neither 'choice' nor 'switch'")
    options = tuple(
        Option(
            str(option["id"]),
            tuple(
                Variant(tuple(map(str, variant["labels"])), float(variant["weight"]))
                for variant in option["variants"]
            ),
        )
        for option in data["options"]
    )
    control = Control(str(data["id"]), kind, tuple(map(str, data["labels"])), options)
    _check(control)
    return control


def _check(control: Control) -> None:
    """Raises ValueError for a control that can't be set or drawn."""
    ids = control.option_ids
    if not ids or len(set(ids)) != len(ids):
        raise ValueError(f"control {control.id!r} has no options, or two of one id")
    for option in control.options:
        weights = [variant.weight for variant in option.variants]
        if not all(math.isfinite(w) and w >= 0 for w in weights) or not any(weights):
            raise ValueError(
                f"{control.id} = {option.id} can't be drawn: its weights are {weights}"
            )
        strange = {label for v in option.variants for label in v.labels} - set(control.labels)
        if strange:
            raise ValueError(f"{control.id} = {option.id} sets labels of others: {sorted(strange)}")


def switch(label: str) -> Control:
    """Returns the control of one label that is off or on."""
    options = (Option("off", (Variant(()),)), Option("on", (Variant((label,)),)))
    return Control(label, "switch", (label,), options)


def _color_choice(control_id: str, colors: tuple[str, ...], part: str) -> Control:
    labels = tuple(f"{color}_{part}" for color in colors)
    options = tuple(
        Option(color, (Variant((label,)),)) for color, label in zip(colors, labels, strict=True)
    )
    return Control(control_id, "choice", labels, options)


def _hair_style() -> Control:
    # Tails and drills come on long and on shorter hair; the paper's labels are independent bits.
    def styled(option_id: str, label: str) -> Option:
        return Option(option_id, (Variant(("long_hair", label), 0.6), Variant((label,), 0.4)))

    options = (
        Option("long", (Variant(("long_hair",)),)),
        Option("medium", (Variant(()),)),
        Option("short", (Variant(("short_hair",)),)),
        styled("twintails", "twintails"),
        styled("drill", "drill_hair"),
        styled("ponytail", "ponytail"),
    )
    return Control("hair_style", "choice", attributes.HAIR_STYLES, options)


def paper_controls() -> tuple[Control, ...]:
    """Returns the controls over the paper's 34 labels, in the order in which they are shown."""
    return (
        _color_choice("hair_color", attributes.HAIR_COLORS, "hair"),
        _hair_style(),
        _color_choice("eye_color", attributes.EYE_COLORS, "eyes"),
        *(switch(label) for label in attributes.DETAILS),
    )


def check_partition(controls: tuple[Control, ...], labels: tuple[str, ...]) -> None:
    """Checks that the controls share the labels out, each to one.

    Raises:
        ValueError: A label is missing, unknown or in two controls.
    """
    owned = Counter(label for control in controls for label in control.labels)
    wrong = sorted(label for label in set(labels) | set(owned) if owned[label] != 1)
    if wrong:
        raise ValueError(f"labels that are not in exactly one control: {wrong}")
    ids = [control.id for control in controls]
    if len(set(ids)) != len(ids):
        raise ValueError(f"two controls have one id: {ids}")
