"""How characters leave and enter the window: dialogs, clipboard, and what is dragged."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QDrag, QDropEvent, QGuiApplication, QPixmap

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.files import write_whole
from girlsmoe_desktop.runtime.library import brings_model as is_model
from girlsmoe_desktop.state import words
from girlsmoe_desktop.state.exchange import PNG_TYPE, file_name, free_folder, free_name
from girlsmoe_desktop.views import files, paper, pictures

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from girlsmoe_desktop.core.character import Character
    from girlsmoe_desktop.state.blend import Blend
    from girlsmoe_desktop.state.exchange import Exchange
    from girlsmoe_desktop.state.filming import Filming
    from girlsmoe_desktop.state.settings import Settings

DRAGGED_PX = 96
# More of them at once would take long to write while the pointer waits.
DRAGGED_AT_MOST = 32


class FileDesk(QObject):
    """Saves, opens, copies, pastes and drags characters for a window.

    Signals:
        model_dropped: A model to import, not a character; with its path.
    """

    model_dropped = Signal(object)

    def __init__(
        self,
        window: QWidget,
        exchange: Exchange,
        settings: Settings,
        say: Callable[[str], None],
    ) -> None:
        """Makes the desk.

        Args:
            window: Whose dialogs it opens.
            exchange: Does the work.
            settings: Remember folder and options.
            say: Tells the person what was done.
        """
        super().__init__(window)
        self._window, self._exchange, self._settings, self._say = window, exchange, settings, say
        self._dragged: tempfile.TemporaryDirectory[str] | None = None

    def save(self, characters: Sequence[Character], scale: int | None = None) -> None:
        """Asks how and where, and saves one character, or several into a folder.

        Args:
            characters: Who.
            scale: What is proposed; None for what was chosen last.
        """
        if not characters:
            return
        # Dialogs are imported when they are asked for: the window opens in less time.
        from girlsmoe_desktop.views import save_dialog

        first, proposed = characters[0], self._settings.save_options
        options = save_dialog.ask_how(
            self._window,
            first,
            len(characters),
            self._exchange.passport(first),
            self._exchange.enlarger,
            proposed if scale is None else replace(proposed, scale=scale),
        )
        if options is None:
            return
        self._settings.save_options = options
        if len(characters) > 1:
            self._save_all(characters)
            return
        name = f"{file_name(first)}.{options.ending}"
        path = files.ask_save(self._window, self._settings.folder, name)
        saved = self._exchange.save(first, path, options, overwrite=True) if path else None
        if saved is not None:
            self._settings.folder = str(saved.parent)
            self._say(self.tr("Saved as {0}").format(saved))

    def open(self) -> None:
        """Asks for a file and makes its character again."""
        path = files.ask_open(self._window, self._settings.folder)
        if path is not None:
            self._settings.folder = str(path.parent)
            self._exchange.open(path)

    def verify(self) -> None:
        """Asks for a saved picture and says whether it is what its recipe makes."""
        path = files.ask_open(self._window, self._settings.folder)
        if path is not None:
            self._exchange.verify(path)

    def export_options(self, character: Character) -> None:
        """Asks where, and saves a character for make.girls.moe."""
        path = files.ask_export(self._window, self._settings.folder)
        if path is not None and self._exchange.export_options(character, path, overwrite=True):
            self._say(self.tr("Saved as {0}").format(path))

    def export_film(self, blend: Blend, filming: Filming) -> None:
        """Asks how and where, and makes a film of a blend."""
        from girlsmoe_desktop.core.animation import KINDS, check_size
        from girlsmoe_desktop.views import export_dialog

        stops = blend.stops
        legs = len(stops) if blend.loop else len(stops) - 1
        side_px = stops[0].pixels.shape[0]
        wish = export_dialog.ask_wish(self._window, side_px, legs, loops=blend.loop)
        if wish is None:
            return
        name = f"{file_name(stops[0])}-{file_name(stops[-1])}"
        name += KINDS[wish.film.kind] or self.tr("-frames")
        path = files.ask_film(self._window, self._settings.folder, name)
        if path is None:
            return
        self._settings.folder = str(path.parent)
        if not path.suffix:
            path = free_folder(path)
        try:
            check_size(wish.frames, side_px, side_px, wish.film)
            recipes = blend.frames(wish.frames, smooth=wish.smooth)
        except UserError as error:
            self._exchange.tell(error)
            return
        filming.make(recipes, path, wish.film, overwrite=True)

    def copy(self, character: Character) -> None:
        """Puts a picture into the clipboard."""
        QGuiApplication.clipboard().setMimeData(self._data(character))
        self._say(self.tr("The picture is in the clipboard."))

    def copy_recipe(self, character: Character) -> None:
        """Puts a recipe into the clipboard, as text."""
        QGuiApplication.clipboard().setText(character.recipe.to_json())
        self._say(self.tr("The recipe is in the clipboard."))

    def copy_code(self, character: Character) -> None:
        """Puts a share code into the clipboard, as text."""
        code = self._exchange.code(character)
        if code is not None:
            QGuiApplication.clipboard().setText(code)
            self._say(self.tr("In the clipboard: {0}").format(code))

    def copy_words(self, character: Character) -> None:
        """Puts the description of a character into the clipboard, as text."""
        QGuiApplication.clipboard().setText(words.description(character))
        self._say(self.tr("The description is in the clipboard."))

    def paste(self) -> None:
        """Makes the character again that is in the clipboard."""
        self._exchange.paste(QGuiApplication.clipboard().mimeData())

    def takes(self, event: QDropEvent) -> bool:
        """Returns whether what is dragged here can be opened, and answers the event so."""
        # Never as a move: whoever dragged the file would delete it afterwards.
        copy = Qt.DropAction.CopyAction
        event.setDropAction(copy)
        usable = event.source() is None and bool(_dropped(event))
        event.setAccepted(usable and event.dropAction() == copy)
        return event.isAccepted()

    def make_sheet(self, character: Character) -> None:
        """Opens a dialog that makes a sheet of a character."""
        from girlsmoe_desktop.views.sheet_dialog import SheetDialog

        sheets = self._exchange.sheets(character)
        if sheets is not None:
            dialog = SheetDialog(sheets, self._exchange, self._settings, self._window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def drop(self, event: QDropEvent) -> None:
        """Makes the characters of dropped files again."""
        if self.takes(event):
            for path in _dropped(event):
                if is_model(path):
                    self.model_dropped.emit(path)
                else:
                    self._exchange.open(path)

    def drag(self, widget: QWidget, characters: Sequence[Character]) -> None:
        """Lets pictures be dragged out of a widget into any program, as files."""
        if not characters:
            return
        data = self._data(characters[0])
        try:
            paths = [self._file_of(character) for character in characters[:DRAGGED_AT_MOST]]
        except UserError:
            # Without files there are still pixels to drag.
            paths = []
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        drag = QDrag(widget)
        drag.setMimeData(data)
        shown = paper.shown(characters[0].pixels, round(DRAGGED_PX * widget.devicePixelRatioF()))
        pixmap = QPixmap.fromImage(shown)
        pixmap.setDevicePixelRatio(widget.devicePixelRatioF())
        drag.setPixmap(pixmap)
        drag.setHotSpot(QPoint(DRAGGED_PX // 2, DRAGGED_PX // 2))
        drag.exec(Qt.DropAction.CopyAction)

    def close(self) -> None:
        """Deletes the files that were dragged away."""
        if self._dragged is not None:
            self._dragged.cleanup()

    def _save_all(self, characters: Sequence[Character]) -> None:
        folder = files.ask_folder(
            self._window, self.tr("Choose a folder for the pictures"), self._settings.folder
        )
        if folder is not None:
            self._settings.folder = str(folder)
            self._exchange.save_all(characters, folder, self._settings.save_options)

    def _data(self, character: Character) -> QMimeData:
        """Returns a picture for other programs: pixels, and a PNG with what it may carry."""
        data = QMimeData()
        data.setImageData(pictures.to_image(character.pixels))
        picture = self._exchange.picture(character, self._settings.save_options)
        data.setData(PNG_TYPE, picture)
        return data

    def _file_of(self, character: Character) -> Path:
        if self._dragged is None:
            self._dragged = tempfile.TemporaryDirectory(
                prefix="girlsmoe-", ignore_cleanup_errors=True
            )
        path = free_name(Path(self._dragged.name), file_name(character), "png")
        # At their own size: the pointer waits for them.
        options = replace(self._settings.save_options, scale=1)
        picture = self._exchange.picture(character, options)
        write_whole(path, lambda file: file.write(picture))
        return path


def brings_model(event: QDropEvent) -> bool:
    """Returns whether a model is dragged."""
    return any(map(is_model, _dropped(event)))


def dropped_pictures(event: QDropEvent) -> list[Path]:
    """Returns the files and folders that are dragged, to be enlarged; none if it is a model."""
    urls = event.mimeData().urls() if event.source() is None else []
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    return [] if any(map(is_model, paths)) else [path for path in paths if path.exists()]


def _dropped(event: QDropEvent) -> list[Path]:
    urls = event.mimeData().urls()
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    return [path for path in paths if path.is_file() or is_model(path)]
