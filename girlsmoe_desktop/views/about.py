"""What the program is, and under which licences it and its parts stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from girlsmoe_desktop import __version__, resources
from girlsmoe_desktop.state import words

if TYPE_CHECKING:
    from girlsmoe_desktop.core.manifest import Manifest

LICENCES = (
    ("GirlsMoe Desktop", "MIT"),
    ("Qt, PySide6", "LGPL-3.0"),
    ("onnxruntime", "MIT"),
    ("NumPy", "BSD-3-Clause"),
    ("Pillow", "MIT-CMU"),
    ("platformdirs", "MIT"),
)


def about_text(manifest: Manifest | None) -> str:
    """Returns the licences of the program, of what it is built on, and of the open model."""
    lines = [f"{name}: {licence}" for name, licence in LICENCES]
    if manifest is not None:
        model = QCoreApplication.translate("about", "Model {0} {1}: {2}")
        lines.append(model.format(manifest.name, manifest.version, words.licence(manifest)))
    heading = QCoreApplication.translate(
        "about", "Design anime characters on your own machine. Nothing leaves it."
    )
    licences = QCoreApplication.translate("about", "Licences")
    return "\n".join([heading, "", licences, *lines])


def third_parties() -> str:
    """Returns what the installed program is built of and where the texts lie; else nothing."""
    folder = resources.assets() / "licences"
    try:
        parts = (folder / "parts.txt").read_text(encoding="utf-8")
    except OSError:  # not packaged: Python's own folders hold them
        return ""
    return f"{folder}\n\n{parts}"


def show_about(parent: QWidget, manifest: Manifest | None) -> QMessageBox:
    """Opens the dialog beside the running program and returns it."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(QCoreApplication.translate("about", "About GirlsMoe Desktop"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(f"GirlsMoe Desktop {__version__}")
    box.setInformativeText(about_text(manifest))
    if parts := third_parties():
        box.setDetailedText(parts)  # behind a button that Qt itself names in each language
    box.setStandardButtons(QMessageBox.StandardButton.Close)
    box.open()
    return box
