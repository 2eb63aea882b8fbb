"""Words for what training shows: numbers, durations, presets, phases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from girlsmoe_desktop.state.languages import short_decimal
from girlsmoe_desktop.state.run_plan import Step
from girlsmoe_desktop.state.training import Phase

if TYPE_CHECKING:
    from girlsmoe_desktop.state.training import Training

translate = QCoreApplication.translate


def number(value: float) -> str:
    """Returns a number as people write it, with few digits: 860, 1,240, 3.1 M."""
    if abs(value) >= 1e6:
        return translate("training", "{0} M").format(QLocale().toString(value / 1e6, "f", 1))
    digits = 0 if abs(value) >= 100 or float(value).is_integer() else 1
    return QLocale().toString(float(value), "f", digits)


def steps(value: float) -> str:
    """Returns a number of steps in short: 0, 500, 8 k, 12.5 k."""
    if abs(value) < 1000:
        return short_decimal(value)
    return translate("training", "{0} k").format(short_decimal(value / 1000, 4))


def duration(seconds: float) -> str:
    """Returns a duration in words that suit its length."""
    minutes = round(seconds / 60)
    if minutes < 1:
        return translate("training", "under a minute")
    if minutes < 60:
        return translate("training", "{0} min").format(minutes)
    hours, rest = divmod(minutes, 60)
    if hours < 24:
        return translate("training", "{0} h {1} min").format(hours, rest)
    days, rest = divmod(round(minutes / 60), 24)
    return translate("training", "{0} d {1} h").format(days, rest)


def preset_name(preset: str) -> str:
    """Returns what a preset is called; one that is not known keeps its own name."""
    return {
        "preview-64": translate("training", "Small · 64 px"),
        "modern-128": translate("training", "Medium · 128 px"),
        "modern-256": translate("training", "Large · 256 px"),
        "paper-128": translate("training", "As in the paper · 128 px"),
        "smoke": translate("training", "Trial run · 32 px"),
    }.get(preset, preset)


def preset_text(preset: str) -> str:
    """Returns what there is to know of a preset before it is chosen."""
    return {
        "preview-64": translate("training", "Learns in an hour or two on an ordinary computer."),
        "modern-128": translate(
            "training", "Wants a graphics card: hours on one, many days without."
        ),
        "modern-256": translate(
            "training", "Three to four times the work of Medium, on a strong graphics card."
        ),
        "paper-128": translate(
            "training", "The paper's own recipe, to compare with. Medium learns better."
        ),
        "smoke": translate(
            "training", "Shows in a minute that everything runs. It paints nothing pretty."
        ),
    }.get(preset, "")


def phase_name(phase: Phase) -> str:
    """Returns what is going on."""
    return {
        Phase.IDLE: "",
        Phase.PREPARING: translate("training", "Getting ready"),
        Phase.REVIEWING: translate("training", "Faces wait to be looked at"),
        Phase.RUNNING: translate("training", "Training"),
        Phase.PAUSING: translate("training", "Ending the step and saving …"),
        Phase.PAUSED: translate("training", "Paused"),
        Phase.FINISHED: translate("training", "Trained"),
        Phase.FAILED: translate("training", "Training has stopped"),
        Phase.INSTALLING: translate("training", "Making the model …"),
    }[phase]


def step_name(step: Step) -> str:
    """Returns what a step is called in a list of them."""
    return {
        Step.DRAW: translate("training", "Draw"),
        Step.DETECT: translate("training", "Find faces"),
        Step.DEDUPE: translate("training", "Find doubles"),
        Step.TAG: translate("training", "Read attributes"),
        Step.REVIEW: translate("training", "Look at them"),
        Step.SELECT: translate("training", "Make the set"),
        Step.TRAIN: translate("training", "Train"),
    }[step]


def what_happens(training: Training) -> str:
    """Returns what is going on, of preparing the very step."""
    if training.phase is not Phase.PREPARING or training.step is None:
        return phase_name(training.phase)
    return {
        Step.DRAW: translate("training", "Drawing portraits"),
        Step.DETECT: translate("training", "Cutting out faces"),
        Step.DEDUPE: translate("training", "Looking for doubles"),
        Step.TAG: translate("training", "Reading the faces' attributes"),
        Step.SELECT: translate("training", "Making the training set"),
    }.get(training.step, phase_name(training.phase))
