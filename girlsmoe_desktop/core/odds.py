"""Odds as people see and change them: shares of a control's options, whatever the law holds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from girlsmoe_desktop.core.controls import Control
    from girlsmoe_desktop.core.law import Law


def shares(law: Law, control: Control) -> dict[str, float]:
    """Returns how often each option of a control is drawn, 0..1.

    They add up to 1, or to less for a law that draws each label by itself: then some of what it
    draws is no option, such as long and short hair at once.
    """
    weights = law.choices.get(control.id)
    if weights is not None:
        total = sum(weights.values())
        return {option: weights.get(option, 0.0) / total for option in control.option_ids}
    return {option.id: _chance_of(law, control, option.id) for option in control.options}


def with_shares(law: Law, control: Control, weights: Mapping[str, float]) -> Law:
    """Returns the law with other odds for one control.

    Args:
        law: The odds of all controls.
        control: One of them.
        weights: Option id -> weight, 0 or more. Where all are 0, every option is as likely.
    """
    wanted = {option: max(weights.get(option, 0.0), 0.0) for option in control.option_ids}
    if not any(wanted.values()):
        wanted = dict.fromkeys(control.option_ids, 1.0)
    return replace(law, choices={**law.choices, control.id: wanted})


def _chance_of(law: Law, control: Control, option_id: str) -> float:
    # The labels are drawn each by itself, so the chances multiply.
    chance = 0.0
    for variant in control.option(option_id).variants:
        product = 1.0
        for label in control.labels:
            product *= law.odds[label] if label in variant.labels else 1.0 - law.odds[label]
        chance += product
    return chance
