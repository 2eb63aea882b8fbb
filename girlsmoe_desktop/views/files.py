"""The dialogs for opening, saving and deleting pictures and for choosing a model."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from girlsmoe_desktop.core.decoding import ENDINGS
from girlsmoe_desktop.core.makegirlsmoe import OPTIONS_NAME

# A name, the same in every language.
_OWN = "GirlsMoe (*.girlsmoe)"


def ask_open(parent: QWidget, folder: str) -> Path | None:
    """Returns the file that the person chose, or None."""
    translate = QCoreApplication.translate
    filters = [
        translate("files", "Characters (*.png *.jpg *.jpeg *.webp *.json)"),
        _OWN,
        translate("files", "All files (*)"),
    ]
    dialog = _dialog(parent, folder, filters)
    dialog.setWindowTitle(QCoreApplication.translate("files", "Open a character"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _answer(dialog)


def ask_import(parent: QWidget, folder: str) -> Path | None:
    """Returns the zip, or the manifest in the folder, of a model that the person chose, or None."""
    filters = QCoreApplication.translate("files", "Models: a zip, or model.json in its folder")
    dialog = _dialog(parent, folder, [f"{filters} (*.zip model.json)"])
    dialog.setWindowTitle(QCoreApplication.translate("files", "Import a model"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _answer(dialog)


def ask_pictures(parent: QWidget, folder: str) -> list[Path]:
    """Returns the pictures of any kind that the person chose; none where they did not."""
    translate = QCoreApplication.translate
    kinds = " ".join(f"*{ending}" for ending in ENDINGS)
    filters = [f"{translate('files', 'Pictures')} ({kinds})", translate("files", "All files (*)")]
    dialog = _dialog(parent, folder, filters)
    dialog.setWindowTitle(translate("files", "Choose pictures"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    return _answers(dialog)


def ask_wheels(parent: QWidget) -> list[Path]:
    """Returns the packages of an engine that the person chose; none where they did not."""
    kind = QCoreApplication.translate("files", "Python packages (*.whl)")
    downloads = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
    dialog = _dialog(parent, downloads, [kind])
    dialog.setWindowTitle(QCoreApplication.translate("files", "Add a package"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    return _answers(dialog)


def ask_model(parent: QWidget) -> Path | None:
    """Returns the folder of a model that the person chose, or None."""
    return ask_folder(parent, QCoreApplication.translate("files", "Choose a model folder"))


def ask_folder(parent: QWidget, title: str, folder: str | Path | None = None) -> Path | None:
    """Returns the folder that the person chose, or None.

    Args:
        parent: Whose dialog it is.
        title: What it is for.
        folder: Where to begin; by default where the system does.
    """
    dialog = QFileDialog(parent)
    dialog.setWindowTitle(title)
    if folder and Path(folder).is_dir():
        dialog.setDirectory(str(folder))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _answer(dialog)


def ask_program(parent: QWidget, title: str) -> Path | None:
    """Returns the program that the person chose, or None."""
    dialog = QFileDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _answer(dialog)


def ask_save(parent: QWidget, folder: str, name: str) -> Path | None:
    """Returns where to save a picture, or None; replacing was confirmed.

    Args:
        parent: Whose dialog it is.
        folder: Where to begin.
        name: What is proposed, with its ending.
    """
    ending = Path(name).suffix.lstrip(".")
    filters = QCoreApplication.translate("files", "{0} pictures (*.{1})")
    dialog = _dialog(parent, folder, [filters.format(ending.upper(), ending)])
    dialog.setWindowTitle(QCoreApplication.translate("files", "Save the picture"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    # So that the dialog asks before it replaces a file, whether or not the ending was typed.
    dialog.setDefaultSuffix(ending)
    dialog.selectFile(name)
    return _answer(dialog)


def ask_film(parent: QWidget, folder: str, name: str) -> Path | None:
    """Returns where to save a film, or None; replacing a file was confirmed.

    Args:
        parent: Whose dialog it is.
        folder: Where to begin.
        name: What is proposed; without an ending it is a new folder for pictures.
    """
    ending = Path(name).suffix.lstrip(".")
    title = QCoreApplication.translate("files", "Save the film")
    if not ending:
        chosen = ask_folder(parent, title, folder)
        return None if chosen is None else chosen / name
    dialog = _dialog(parent, folder, [f"{ending.upper()} (*.{ending})"])
    dialog.setWindowTitle(title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(ending)
    dialog.selectFile(name)
    return _answer(dialog)


def ask_export(parent: QWidget, folder: str) -> Path | None:
    """Returns where to save a character for make.girls.moe, or None; replacing was confirmed."""
    translate = QCoreApplication.translate
    options = translate("files", "Options of make.girls.moe (*.json)")
    noise = translate("files", "Noise picture of make.girls.moe (*.png)")
    dialog = _dialog(parent, folder, [options, noise, _OWN])
    dialog.setWindowTitle(translate("files", "Export for make.girls.moe"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("json")
    endings = {noise: "png", _OWN: "girlsmoe"}
    dialog.filterSelected.connect(
        lambda chosen: dialog.setDefaultSuffix(endings.get(chosen, "json"))
    )
    dialog.selectFile(OPTIONS_NAME)
    return _answer(dialog)


def ask_to_delete(parent: QWidget, count: int) -> bool:
    """Returns whether the person wants that many characters deleted for ever."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(QCoreApplication.translate("files", "Empty the trash"))
    words = QCoreApplication.translate("files", "Delete %n character(s) for ever?", "", count)
    box.setText(words)
    box.setInformativeText(QCoreApplication.translate("files", "This can't be undone."))
    delete = box.addButton(
        QCoreApplication.translate("files", "Delete"), QMessageBox.ButtonRole.DestructiveRole
    )
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
    box.exec()
    answer = box.clickedButton() is delete
    box.deleteLater()
    return answer


def _dialog(parent: QWidget, folder: str, filters: list[str]) -> QFileDialog:
    pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    dialog = QFileDialog(parent)
    dialog.setDirectory(folder if folder and Path(folder).is_dir() else pictures)
    dialog.setNameFilters(filters)
    return dialog


def _answers(dialog: QFileDialog) -> list[Path]:
    chosen = [Path(name) for name in dialog.selectedFiles()] if dialog.exec() else []
    dialog.deleteLater()
    return chosen


def _answer(dialog: QFileDialog) -> Path | None:
    accepted = dialog.exec() == QFileDialog.DialogCode.Accepted
    chosen = dialog.selectedFiles()
    dialog.deleteLater()
    return Path(chosen[0]) if accepted and chosen else None
