"""Puts the window together. `build_app` starts no event loop, so that tests can drive it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from girlsmoe_desktop import __version__
from girlsmoe_desktop.jobs.garbage import GuiGarbage
from girlsmoe_desktop.jobs.task import Tasks
from girlsmoe_desktop.state import languages
from girlsmoe_desktop.state.settings import Settings
from girlsmoe_desktop.state.studio import Studio
from girlsmoe_desktop.store.database import usual_path
from girlsmoe_desktop.store.gallery import open_gallery
from girlsmoe_desktop.views import fonts, theme
from girlsmoe_desktop.views.first_paint import FirstPaint
from girlsmoe_desktop.views.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Sequence

SWITCH_S = 0.001


def build_app(argv: list[str], gallery: Path | None = None) -> tuple[QApplication, MainWindow]:
    """Returns the application and its window, not yet shown.

    Once it has been painted the model opens in the background.

    Args:
        argv: Arguments without the program's name.
        gallery: The file of the gallery; by default the user's own.
    """
    arguments = _parse(argv)
    app = _application()
    settings = Settings()
    fonts.use(app, languages.install(app, settings.language))
    theme.apply(app, theme.is_wanted_dark(settings.theme))
    # The window asks for Python's lock many times in a turn, as around each statement of the
    # gallery; it is not to wait as long for every one of them while pictures are made.
    sys.setswitchinterval(SWITCH_S)
    tasks = Tasks()
    # However the program ends, no worker thread may outlive the window.
    app.aboutToQuit.connect(tasks.shut_down)
    opened = open_gallery(gallery or usual_path())
    studio = Studio(tasks, opened.gallery)
    studio.device, studio.preferred = settings.device, settings.model
    window = MainWindow(studio, tasks, settings)
    app.aboutToQuit.connect(window.rooms.shut_down)
    if opened.problem:
        window.stage.banner.show_problem(languages.said(opened.problem))
    _open_files(window, arguments.open)
    first_paint = FirstPaint(window)
    if arguments.screenshot:
        from girlsmoe_desktop.views.snapshot import Snapshot

        Snapshot(window, first_paint, arguments.screenshot)
    garbage = GuiGarbage(window)
    first_paint.painted.connect(lambda: _begin(window, arguments.model, garbage))
    return app, window


def main(argv: list[str] | None = None) -> int:
    """Opens the window and returns the exit code when it is closed.

    In another language the window is made anew: it comes back as it was left.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    while True:
        app, window = build_app(arguments)
        window.show()
        code = app.exec()
        if not window.comes_back:
            return code
        shiboken6.delete(window)
        # Files that came with the start were opened then.
        model = _parse(arguments).model
        arguments = ["--model", model] if model else []


def _parse(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="girlsmoe", description="Opens the window. Subcommands work without one."
    )
    parser.add_argument(
        "--model", metavar="ID_OR_FOLDER", help="by default the best one that is installed"
    )
    parser.add_argument(
        "--open",
        metavar="FILE",
        type=Path,
        nargs="*",
        default=[],
        help="pictures or recipes whose characters are made again",
    )
    parser.add_argument(
        "--screenshot",
        metavar="PNG",
        type=Path,
        help="save a picture of the window with its first character, then end",
    )
    return parser.parse_args(argv)


def _begin(window: MainWindow, model: str | None, garbage: GuiGarbage) -> None:
    """Begins what the first sight of the window does not wait for."""
    garbage.begin()
    if window.isVisible():
        window.studio.open(model)
        window.begin_moving()


def _open_files(window: MainWindow, paths: Sequence[Path]) -> None:
    """Makes the characters of files again, once there is a model to paint them with."""

    def open_() -> None:
        for path in paths:
            window.exchange.open(path)

    if paths:
        once = Qt.ConnectionType.SingleShotConnection
        window.studio.model_opened.connect(open_, once)


def _application() -> QApplication:
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("GirlsMoe Desktop")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("girlsmoe")
    app.setStyle("Fusion")
    return app
