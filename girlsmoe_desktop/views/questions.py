"""Questions that are asked before something is lost."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QInputDialog, QLineEdit, QMessageBox, QWidget

from girlsmoe_desktop.store.collections import MAX_NAME


def ask_to_replace_model(parent: QWidget, model_id: str) -> bool:
    """Returns whether the person wants a model to take the place of another of its id."""
    translate = QCoreApplication.translate
    return _ask(
        parent,
        translate("questions", "Replace the model"),
        translate("questions", "Another model {0} is installed. Replace it?").format(model_id),
        translate(
            "questions",
            "Characters of the other one stay in the gallery, but can't be changed or painted "
            "again.",
        ),
        translate("questions", "Replace"),
    )


def ask_to_remove_model(parent: QWidget, name: str) -> bool:
    """Returns whether the person wants a model deleted."""
    translate = QCoreApplication.translate
    return _ask(
        parent,
        translate("questions", "Remove the model"),
        translate("questions", "Remove {0} from this computer?").format(name),
        translate(
            "questions",
            "Its characters stay in the gallery. To paint with it again you need its file.",
        ),
        translate("questions", "Remove"),
    )


def _ask(parent: QWidget, title: str, text: str, more: str, yes: str) -> bool:
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(title)
    box.setText(text)
    box.setInformativeText(more)
    agreed = box.addButton(yes, QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
    box.exec()
    answer = box.clickedButton() is agreed
    box.deleteLater()
    return answer


def ask_collection(parent: QWidget | None, name: str = "") -> str | None:
    """Returns what a collection is to be called, or None.

    Args:
        parent: Whose dialog it is.
        name: What it is called now; empty for a new one.
    """
    translate = QCoreApplication.translate
    dialog = QInputDialog(parent)
    renaming = translate("questions", "Rename the collection")
    making = translate("questions", "New collection")
    dialog.setWindowTitle(renaming if name else making)
    dialog.setLabelText(translate("questions", "Name of the collection"))
    dialog.setTextValue(name)
    for field in dialog.findChildren(QLineEdit):
        field.setMaxLength(MAX_NAME)
    accepted = dialog.exec() == QInputDialog.DialogCode.Accepted
    text = dialog.textValue()
    dialog.deleteLater()
    return text if accepted and text.strip() else None
