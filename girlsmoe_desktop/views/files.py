"""The dialogs for opening, saving and deleting pictures and for choosing a model."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget


def ask_open(parent: QWidget, folder: str) -> Path | None:
    """Returns the PNG that the person chose, or None."""
    dialog = _dialog(parent, folder)
    dialog.setWindowTitle(QCoreApplication.translate("files", "Open a character"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _answer(dialog)


def ask_folder(parent: QWidget) -> Path | None:
    """Returns the folder of a model that the person chose, or None."""
    dialog = QFileDialog(parent)
    dialog.setWindowTitle(QCoreApplication.translate("files", "Choose a model folder"))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _answer(dialog)


def ask_save(parent: QWidget, folder: str, title: str) -> Path | None:
    """Returns where to save the picture of that title, or None; replacing was confirmed."""
    dialog = _dialog(parent, folder)
    dialog.setWindowTitle(QCoreApplication.translate("files", "Save the picture"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    # So that the dialog asks before it replaces a file, whether or not .png was typed.
    dialog.setDefaultSuffix("png")
    dialog.selectFile(f"{title.lower().replace(' ', '-')}.png")
    return _answer(dialog)


def ask_to_delete(parent: QWidget, count: int) -> bool:
    """Returns whether the person wants that many characters deleted for ever."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(QCoreApplication.translate("files", "Empty the trash"))
    words = QCoreApplication.translate("files", "Delete {0} characters for ever?")
    box.setText(words.format(count))
    box.setInformativeText(QCoreApplication.translate("files", "This can't be undone."))
    delete = box.addButton(
        QCoreApplication.translate("files", "Delete"), QMessageBox.ButtonRole.DestructiveRole
    )
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
    box.exec()
    answer = box.clickedButton() is delete
    box.deleteLater()
    return answer


def _dialog(parent: QWidget, folder: str) -> QFileDialog:
    pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    dialog = QFileDialog(parent)
    dialog.setDirectory(folder if folder and Path(folder).is_dir() else pictures)
    dialog.setNameFilter(QCoreApplication.translate("files", "PNG pictures (*.png)"))
    return dialog


def _answer(dialog: QFileDialog) -> Path | None:
    accepted = dialog.exec() == QFileDialog.DialogCode.Accepted
    chosen = dialog.selectedFiles()
    dialog.deleteLater()
    return Path(chosen[0]) if accepted and chosen else None
