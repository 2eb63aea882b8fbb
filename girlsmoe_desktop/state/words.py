"""The words for controls, options and characters, in the user's language.

A manifest brings ids. Those of the paper's controls have words here; those of other models are
shown as they are, with underscores as spaces.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from girlsmoe_desktop.core import attributes

if TYPE_CHECKING:
    from girlsmoe_desktop.core.character import Character

MINUTES_FROM_S = 90
_WORDS = (
    QT_TRANSLATE_NOOP("words", "Hair colour"),
    QT_TRANSLATE_NOOP("words", "Hair style"),
    QT_TRANSLATE_NOOP("words", "Eye colour"),
    QT_TRANSLATE_NOOP("words", "Blush"),
    QT_TRANSLATE_NOOP("words", "Smile"),
    QT_TRANSLATE_NOOP("words", "Open mouth"),
    QT_TRANSLATE_NOOP("words", "Hat"),
    QT_TRANSLATE_NOOP("words", "Ribbon"),
    QT_TRANSLATE_NOOP("words", "Glasses"),
    QT_TRANSLATE_NOOP("words", "Off"),
    QT_TRANSLATE_NOOP("words", "On"),
    QT_TRANSLATE_NOOP("words", "Long"),
    QT_TRANSLATE_NOOP("words", "Medium"),
    QT_TRANSLATE_NOOP("words", "Short"),
    QT_TRANSLATE_NOOP("words", "Twintails"),
    QT_TRANSLATE_NOOP("words", "Drills"),
    QT_TRANSLATE_NOOP("words", "Ponytail"),
    QT_TRANSLATE_NOOP("words", "Blonde"),
    QT_TRANSLATE_NOOP("words", "Brown"),
    QT_TRANSLATE_NOOP("words", "Black"),
    QT_TRANSLATE_NOOP("words", "Blue"),
    QT_TRANSLATE_NOOP("words", "Pink"),
    QT_TRANSLATE_NOOP("words", "Purple"),
    QT_TRANSLATE_NOOP("words", "Green"),
    QT_TRANSLATE_NOOP("words", "Red"),
    QT_TRANSLATE_NOOP("words", "Silver"),
    QT_TRANSLATE_NOOP("words", "White"),
    QT_TRANSLATE_NOOP("words", "Orange"),
    QT_TRANSLATE_NOOP("words", "Aqua"),
    QT_TRANSLATE_NOOP("words", "Gray"),
    QT_TRANSLATE_NOOP("words", "Yellow"),
    QT_TRANSLATE_NOOP("words", "No blush"),
    QT_TRANSLATE_NOOP("words", "No smile"),
    QT_TRANSLATE_NOOP("words", "Closed mouth"),
    QT_TRANSLATE_NOOP("words", "No hat"),
    QT_TRANSLATE_NOOP("words", "No ribbon"),
    QT_TRANSLATE_NOOP("words", "No glasses"),
)
_SPELLED = {"hair_color": "Hair colour", "eye_color": "Eye colour", "drill": "Drills"}


def name(identifier: str) -> str:
    """Returns what people read for the id of a control or an option."""
    words = _SPELLED.get(identifier) or identifier.replace("_", " ").capitalize()
    return QCoreApplication.translate("words", words)


def label_name(label: str) -> str:
    """Returns what people read for one label of the paper's, such as "Silver hair"."""
    for part, control in (("_hair", "hair_color"), ("_eyes", "eye_color")):
        option = label.removesuffix(part)
        if option != label and option in attributes.HAIR_COLORS + attributes.EYE_COLORS:
            return phrase(control, option)
    return name(label.removesuffix("_hair"))


def random() -> str:
    """Returns the word for what is left to chance."""
    return QCoreApplication.translate("words", "Random")


def phrase(control_id: str, option_id: str) -> str:
    """Returns an option in words that stand alone, such as "Silver hair"."""
    if control_id == "hair_color":
        return QCoreApplication.translate("words", "{0} hair").format(name(option_id))
    if control_id == "eye_color":
        return QCoreApplication.translate("words", "{0} eyes").format(name(option_id))
    return name(control_id) if option_id == "on" else name(option_id)


def without(control_id: str) -> str:
    """Returns that a switch is off, such as "No hat"."""
    closed = control_id == "open_mouth"
    words = "Closed mouth" if closed else f"No {control_id.replace('_', ' ')}"
    return QCoreApplication.translate("words", words)


def same() -> str:
    """Returns that two characters look alike."""
    return QCoreApplication.translate("words", "The same")


def varied(per_cent: int) -> str:
    """Returns that noise was varied."""
    return QCoreApplication.translate("words", "Varied by {0} %").format(per_cent)


def new_face() -> str:
    """Returns that noise is quite another."""
    return QCoreApplication.translate("words", "Another face")


def title(character: Character) -> str:
    """Returns a short name for a character, such as "Silver 27"."""
    first = next(iter(character.looks.values()), None)
    if character.is_mixture or first is None:
        first_word = QCoreApplication.translate("words", "Mixture")
    else:
        first_word = name(first)
    return f"{first_word} {character.number}" if character.number else first_word


def description(character: Character) -> str:
    """Returns what a character looks like, in one line."""
    shown = [
        phrase(control, option)
        for control, option in character.looks.items()
        if option is not None and option != "off"
    ]
    return " · ".join(shown) or QCoreApplication.translate("words", "A mixture")


def time_left(seconds: float) -> str:
    """Returns how long something will still take, in seconds or minutes."""
    if seconds < MINUTES_FROM_S:
        whole = max(round(seconds), 1)
        return QCoreApplication.translate("words", "{0} s").format(whole)
    return QCoreApplication.translate("words", "{0} min").format(round(seconds / 60))
