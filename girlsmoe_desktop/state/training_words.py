"""Words for what training shows: numbers, durations, presets, phases."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from girlsmoe_desktop.state.training import Phase


def _tr(text: str) -> str:
    return QCoreApplication.translate("training", text)


def number(value: float) -> str:
    """Returns a number as people write it, with few digits: 860, 1,240, 3.1 M."""
    if abs(value) >= 1e6:
        return _tr("{0} M").format(QLocale().toString(value / 1e6, "f", 1))
    digits = 0 if abs(value) >= 100 or float(value).is_integer() else 1
    return QLocale().toString(float(value), "f", digits)


def steps(value: float) -> str:
    """Returns a number of steps in short: 0, 500, 8 k, 12.5 k."""
    if abs(value) < 1000:
        return f"{value:g}"
    return _tr("{0} k").format(f"{value / 1000:.4g}")


def duration(seconds: float) -> str:
    """Returns a duration in words that suit its length."""
    minutes = round(seconds / 60)
    if minutes < 1:
        return _tr("under a minute")
    if minutes < 60:
        return _tr("{0} min").format(minutes)
    hours, rest = divmod(minutes, 60)
    if hours < 24:
        return _tr("{0} h {1} min").format(hours, rest)
    days, rest = divmod(round(minutes / 60), 24)
    return _tr("{0} d {1} h").format(days, rest)


def preset_name(preset: str) -> str:
    """Returns what a preset is called; one that is not known keeps its own name."""
    return {
        "preview-64": _tr("Small · 64 px"),
        "modern-128": _tr("Medium · 128 px"),
        "modern-256": _tr("Large · 256 px"),
        "paper-128": _tr("As in the paper · 128 px"),
        "smoke": _tr("Trial run · 32 px"),
    }.get(preset, preset)


def preset_text(preset: str) -> str:
    """Returns what there is to know of a preset before it is chosen."""
    return {
        "preview-64": _tr("Learns in an hour or two on an ordinary computer."),
        "modern-128": _tr("Wants a graphics card: hours on one, many days without."),
        "modern-256": _tr("Three to four times the work of Medium, on a strong graphics card."),
        "paper-128": _tr("The paper's own recipe, to compare with. Medium learns better."),
        "smoke": _tr("Shows in a minute that everything runs. It paints nothing pretty."),
    }.get(preset, "")


def phase_name(phase: Phase) -> str:
    """Returns what is going on."""
    return {
        Phase.IDLE: "",
        Phase.PREPARING: _tr("Drawing portraits"),
        Phase.RUNNING: _tr("Training"),
        Phase.PAUSING: _tr("Ending the step and saving …"),
        Phase.PAUSED: _tr("Paused"),
        Phase.FINISHED: _tr("Trained"),
        Phase.FAILED: _tr("Training has stopped"),
        Phase.INSTALLING: _tr("Making the model …"),
    }[phase]
