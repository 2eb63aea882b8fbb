"""The words for controls, options and characters, in the user's language.

A manifest brings ids. Those of the paper's controls have words here; those of other models are
shown as they are, with underscores as spaces.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from girlsmoe_desktop.core import attributes
from girlsmoe_desktop.core.errors import Sentence
from girlsmoe_desktop.state.languages import decimal, said

if TYPE_CHECKING:
    from girlsmoe_desktop.core.character import Character
    from girlsmoe_desktop.core.manifest import Manifest

MINUTES_FROM_S = 90
LICENCES = (
    Sentence(
        "The weights and every picture made with them are free for any use, commercial use "
        "included; nobody has to be named."
    ),
)
"""Those of models that the trainer exports and of those that are bundled."""
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
    QT_TRANSLATE_NOOP("words", "No blush"),
    QT_TRANSLATE_NOOP("words", "No smile"),
    QT_TRANSLATE_NOOP("words", "Closed mouth"),
    QT_TRANSLATE_NOOP("words", "No hat"),
    QT_TRANSLATE_NOOP("words", "No ribbon"),
    QT_TRANSLATE_NOOP("words", "No glasses"),
)
# Some languages call the colours of hair and of eyes by different words.
_OF_HAIR = (
    QT_TRANSLATE_NOOP("hair", "Blonde"),
    QT_TRANSLATE_NOOP("hair", "Brown"),
    QT_TRANSLATE_NOOP("hair", "Black"),
    QT_TRANSLATE_NOOP("hair", "Blue"),
    QT_TRANSLATE_NOOP("hair", "Pink"),
    QT_TRANSLATE_NOOP("hair", "Purple"),
    QT_TRANSLATE_NOOP("hair", "Green"),
    QT_TRANSLATE_NOOP("hair", "Red"),
    QT_TRANSLATE_NOOP("hair", "Silver"),
    QT_TRANSLATE_NOOP("hair", "White"),
    QT_TRANSLATE_NOOP("hair", "Orange"),
    QT_TRANSLATE_NOOP("hair", "Aqua"),
    QT_TRANSLATE_NOOP("hair", "Gray"),
)
_OF_EYES = (
    QT_TRANSLATE_NOOP("eyes", "Blue"),
    QT_TRANSLATE_NOOP("eyes", "Red"),
    QT_TRANSLATE_NOOP("eyes", "Brown"),
    QT_TRANSLATE_NOOP("eyes", "Green"),
    QT_TRANSLATE_NOOP("eyes", "Purple"),
    QT_TRANSLATE_NOOP("eyes", "Yellow"),
    QT_TRANSLATE_NOOP("eyes", "Pink"),
    QT_TRANSLATE_NOOP("eyes", "Aqua"),
    QT_TRANSLATE_NOOP("eyes", "Black"),
    QT_TRANSLATE_NOOP("eyes", "Orange"),
)
_CONTEXTS = {"hair_color": "hair", "eye_color": "eyes"}
# Noise turned by less is as good as the same, by more as good as another.
_SAME, _NEW = 0.02, 0.9
_SPELLED = {"hair_color": "Hair colour", "eye_color": "Eye colour", "drill": "Drills"}


def name(identifier: str) -> str:
    """Returns what people read for the id of a control or of what is no colour."""
    return QCoreApplication.translate("words", _spelled(identifier))


def option_name(control_id: str, option_id: str) -> str:
    """Returns what people read for an option of a control, such as "Silver"."""
    return QCoreApplication.translate(_CONTEXTS.get(control_id, "words"), _spelled(option_id))


def label_name(label: str) -> str:
    """Returns what people read for one label of the paper's, such as "Silver hair"."""
    for part, control in (("_hair", "hair_color"), ("_eyes", "eye_color")):
        option = label.removesuffix(part)
        if option != label and option in attributes.HAIR_COLORS + attributes.EYE_COLORS:
            return phrase(control, option)
    return name(label.removesuffix("_hair"))


def short_label_name(label: str, control_id: str) -> str:
    """Returns the same where the control's name stands above it, such as "Silver"."""
    ending = f"_{_CONTEXTS[control_id]}" if control_id in _CONTEXTS else "_hair"
    return option_name(control_id, label.removesuffix(ending))


def random() -> str:
    """Returns the word for what is left to chance."""
    return QCoreApplication.translate("words", "Random")


def phrase(control_id: str, option_id: str) -> str:
    """Returns an option in words that stand alone, such as "Silver hair"."""
    if control_id == "hair_color":
        return QCoreApplication.translate("words", "{0} hair").format(
            option_name(control_id, option_id)
        )
    if control_id == "eye_color":
        return QCoreApplication.translate("words", "{0} eyes").format(
            option_name(control_id, option_id)
        )
    return name(control_id) if option_id == "on" else option_name(control_id, option_id)


def without(control_id: str) -> str:
    """Returns that a switch is off, such as "No hat"."""
    closed = control_id == "open_mouth"
    words = "Closed mouth" if closed else f"No {control_id.replace('_', ' ')}"
    return QCoreApplication.translate("words", words)


def same() -> str:
    """Returns that two characters look alike."""
    return QCoreApplication.translate("words", "The same")


def percent(hundredths: int | str) -> str:
    """Returns a share as people write it, such as "25 %"; of a number or of one in words."""
    return QCoreApplication.translate("words", "{0} %").format(hundredths)


def varied(per_cent: int) -> str:
    """Returns that noise was varied."""
    return QCoreApplication.translate("words", "Varied by {0} %").format(per_cent)


def noise_change(turn: float | None) -> str:
    """Returns how noise differs, or nothing where it does not or can't be said.

    Args:
        turn: As of `difference.noise_turn`.
    """
    if turn is None or turn < _SAME:
        return ""
    return new_face() if turn > _NEW else varied(round(100 * turn))


def licence(manifest: Manifest) -> str:
    """Returns what people may do with a model, in their language where that is known."""
    known = {sentence.template: sentence for sentence in LICENCES}
    return said(known.get(manifest.license, manifest.license))


def truncated(truncation: float) -> str:
    """Returns how far characters may be from the average one, such as "Variety 0.70"."""
    return QCoreApplication.translate("words", "Variety {0}").format(decimal(truncation, 2))


def new_face() -> str:
    """Returns that noise is quite another."""
    return QCoreApplication.translate("words", "Another face")


def title(character: Character) -> str:
    """Returns a short name for a character, such as "Silver 27"."""
    control, option = next(iter(character.looks.items()), ("", None))
    if character.is_mixture or option is None:
        first_word = QCoreApplication.translate("words", "Mixture")
    else:
        first_word = option_name(control, option)
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


def _spelled(identifier: str) -> str:
    return _SPELLED.get(identifier) or identifier.replace("_", " ").capitalize()
