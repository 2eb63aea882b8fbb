"""Says in words how far a model does as it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from girlsmoe_desktop.core.obedience import weak_options
from girlsmoe_desktop.state import words

if TYPE_CHECKING:
    from girlsmoe_desktop.core.controls import Control
    from girlsmoe_desktop.core.manifest import Manifest
    from girlsmoe_desktop.core.obedience import Obedience


def shown(one: Obedience) -> str:
    """Returns what was measured, such as "20 % of pictures show it, learned from 91 images"."""
    percent = f"{100 * one.precision:.0f}"
    if one.images is None:
        words_ = QCoreApplication.translate("obedience", "{0} % of pictures show it")
        return words_.format(percent)
    words_ = QCoreApplication.translate(
        "obedience", "{0} % of pictures show it, learned from %Ln image(s)", "", one.images
    )
    return words_.format(percent)


def warning(manifest: Manifest, control: Control) -> str:
    """Returns what to know of a control whose options fail often, a line each; "" for none."""
    line = QCoreApplication.translate("obedience", "{0}: {1}")
    weak = weak_options(manifest, control)
    lines = [line.format(_name(control, option), shown(one)) for option, one in weak.items()]
    if not lines:
        return ""
    head = QCoreApplication.translate("obedience", "This model is weak here.")
    return "\n".join((head, *lines))


def _name(control: Control, option: str) -> str:
    return (
        words.name(control.id)
        if control.kind == "switch"
        else words.option_name(control.id, option)
    )
