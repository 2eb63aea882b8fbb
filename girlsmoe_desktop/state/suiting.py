"""What of a setup another model can keep."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from girlsmoe_desktop.core.law import check_covers

if TYPE_CHECKING:
    from girlsmoe_desktop.core.manifest import Manifest
    from girlsmoe_desktop.state.session import Setup


def suited(setup: Setup, manifest: Manifest) -> Setup:
    """Returns a setup without the pins, strengths, held noise and odds that a model can't have.

    Who is on the stage stays, of whatever model; and so does the lock, which keeps the noise
    where both models take as much of it.
    """
    options = {control.id: control.option_ids for control in manifest.controls}
    return replace(
        setup,
        pinned={c: option for c, option in setup.pinned.items() if option in options.get(c, ())},
        strengths={k: v for k, v in setup.strengths.items() if k in manifest.labels},
        held=frozenset(place for place in setup.held if place < manifest.z_dim),
        law=setup.law if _covers(setup, manifest) else None,
    )


def _covers(setup: Setup, manifest: Manifest) -> bool:
    if setup.law is None:
        return False
    try:
        check_covers(setup.law, manifest.controls)
    except ValueError:
        return False
    return True
