"""Brings back what was set up when the window was last closed, or the program ended otherwise."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from girlsmoe_desktop.core.character import UNNUMBERED
from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.law import check_covers, law_from_json
from girlsmoe_desktop.core.recipe import checked_strengths, checked_truncation, recipe_from_json

if TYPE_CHECKING:
    from collections.abc import Callable

    from girlsmoe_desktop.core.character import Character
    from girlsmoe_desktop.core.law import Law
    from girlsmoe_desktop.core.manifest import Manifest
    from girlsmoe_desktop.state.studio import Studio

KEY = "session"
DELAY_MS = 300
"""Changes that follow one another so soon are written once."""

_log = logging.getLogger(__name__)


class Memory(QObject):
    """Writes the session into the gallery's file soon after every change, and reads it once."""

    def __init__(self, studio: Studio, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.timeout.connect(self.write)
        self._started = False

    def start(self) -> None:
        """Puts back who was on the stage and what was set up, and watches from now on.

        To be called when a model is open; again has no effect. What no longer fits is left out.
        """
        session, manifest = self._studio.session, self._studio.manifest
        if self._started:
            return
        self._started = True
        assert manifest is not None, "the pins are the model's"
        try:
            self._put_back(self._studio.gallery.gallery.recall(KEY), manifest)
        except (UserError, ValueError):
            _log.warning("The last session can't be read", exc_info=True)
        for signal in (
            session.character_changed,
            session.pins_changed,
            session.lock_changed,
            session.held_changed,
            session.law_changed,
        ):
            signal.connect(self._timer.start)

    def write(self) -> None:
        """Writes the session now. What can't be written is no reason to stop anybody."""
        self._timer.stop()
        session = self._studio.session
        noted = {
            "character": session.character.number if session.character else None,
            "recipe": _unkept(session.character),
            "parents": list(session.character.parents) if session.character else [],
            "pinned": session.pinned,
            "strengths": session.strengths,
            "locked": session.locked,
            "held": sorted(session.setup.held),
            "law": session.setup.law.to_json() if session.setup.law else None,
            "truncation": session.setup.truncation,
        }
        try:
            self._studio.gallery.gallery.remember(KEY, noted)
        except UserError:
            _log.warning("The session can't be written", exc_info=True)

    def flush(self) -> None:
        """Writes what waits to be written."""
        if self._timer.isActive():
            self.write()

    def _put_back_character(self, noted: dict[str, object]) -> None:
        """Shows who was on the stage: from the gallery, or painted again if not kept there."""
        studio, number, recipe = self._studio, noted.get("character"), noted.get("recipe")
        if studio.session.character is not None:
            return
        if isinstance(recipe, str):
            studio.begin_with(recipe_from_json(recipe), _known_parents(noted.get("parents")))
        elif isinstance(number, int) and number > 0:
            studio.session.show(studio.gallery.gallery.read(number))

    def _put_back(self, noted: object, manifest: Manifest) -> None:
        if not isinstance(noted, dict):
            return
        session = self._studio.session
        parts: tuple[Callable[[], None], ...] = (
            lambda: session.pin_all(_known_pins(noted.get("pinned"), manifest), {}),
            lambda: session.set_strengths(_known_strengths(noted.get("strengths"), manifest)),
            lambda: session.hold(_known_components(noted.get("held"), manifest)),
            lambda: session.set_law(_known_law(noted.get("law"), manifest)),
            lambda: session.set_truncation(_known_truncation(noted.get("truncation"))),
            lambda: self._put_back_character(noted),
            lambda: session.set_locked(noted.get("locked") is True and _somebody(noted)),
        )
        for part in parts:
            # One that makes no sense must not cost the others.
            try:
                part()
            except (UserError, ValueError, TypeError, KeyError, AttributeError):
                _log.warning("A part of the last session can't be read", exc_info=True)


def _somebody(noted: dict[str, object]) -> bool:
    """Returns whether somebody was on the stage."""
    return noted.get("character") is not None or noted.get("recipe") is not None


def _unkept(character: Character | None) -> str | None:
    """Returns the recipe of a character that is not in the gallery, as text."""
    if character is None or character.number != UNNUMBERED:
        return None
    return character.recipe.to_json()


def _known_pins(noted: object, manifest: Manifest) -> dict[str, str]:
    options = {control.id: control.option_ids for control in manifest.controls}
    pins = noted if isinstance(noted, dict) else {}
    return {
        control: option for control, option in pins.items() if option in options.get(control, ())
    }


def _known_strengths(noted: object, manifest: Manifest) -> dict[str, float]:
    values = noted if isinstance(noted, dict) else {}
    known = {label: values[label] for label in manifest.labels if label in values}
    return checked_strengths(manifest, {label: float(value) for label, value in known.items()})


def _known_parents(noted: object) -> tuple[int, ...]:
    values = noted if isinstance(noted, list) else []
    return tuple(number for number in values if isinstance(number, int) and number > 0)


def _known_components(noted: object, manifest: Manifest) -> list[int]:
    values = noted if isinstance(noted, list) else []
    return [place for place in values if isinstance(place, int) and 0 <= place < manifest.z_dim]


def _known_truncation(noted: object) -> float | None:
    return checked_truncation(noted) if isinstance(noted, int | float) else None


def _known_law(noted: object, manifest: Manifest) -> Law | None:
    if not isinstance(noted, dict):
        return None
    law = law_from_json(noted)
    check_covers(law, manifest.controls)
    return law
