"""Makes the README's pictures: portraits, and the bundled model's sheet, blend and window.

Usage: .venv/bin/python packaging/screenshots.py [OUT]   (OUT is assets/screenshots by default)
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import numpy as np
import onnxruntime  # noqa: F401  before PySide6, as the program does
from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtWidgets import QApplication

from girlsmoe_desktop.app import build_app
from girlsmoe_desktop.core.pictures import contact_sheet, save_png
from girlsmoe_desktop.core.recipe import blend, make_recipe
from girlsmoe_desktop.runtime.generator import Generator
from girlsmoe_desktop.runtime.library import open_model
from trainer.portraits.render import render
from trainer.portraits.sheets import draw_sheet, sheet_rows
from trainer.portraits.spec import sample_spec

ROOT = Path(__file__).resolve().parent.parent
PORTRAIT_SEED = 2026
PORTRAITS = (15, 33, 37, 24, 55, 8, 34, 4, 43, 10, 11, 26)
"""The nicest of the first sixty of that seed, chosen by eye."""
PORTRAIT_SIZE = 192
ATTRIBUTES_SEED = 1
ATTRIBUTES_SIZE = 96
SHEET_SEEDS = range(1, 37)
WINDOW_SEEDS = range(101, 120)
WINDOW_SIZE_PX = (1440, 900)
BLEND_ENDS = (({"hair_color": "blonde"}, 7), ({"hair_color": "blue"}, 11))
BLEND_FRAMES = 9
OPENING_MS, SETTLING_MS = 30_000, 1_500


def main(out: Path) -> None:
    """Writes the two of portraits, first_characters.png, blend.png and window.png."""
    portraits = [render(sample_spec(PORTRAIT_SEED, index), PORTRAIT_SIZE) for index in PORTRAITS]
    save_png(out / "portraits.png", contact_sheet(portraits, 6), overwrite=True)
    rows = sheet_rows("attributes", ATTRIBUTES_SEED)
    sheet = np.asarray(draw_sheet(rows, ATTRIBUTES_SIZE))
    save_png(out / "attributes.png", sheet, overwrite=True)
    generator = Generator(open_model())
    manifest = generator.manifest
    recipes = [make_recipe(manifest, seed, {}) for seed in SHEET_SEEDS]
    save_sheet(out / "first_characters.png", generator, recipes, columns=9)
    start, end = (make_recipe(manifest, seed, pinned) for pinned, seed in BLEND_ENDS)
    way = [blend(start, end, index / (BLEND_FRAMES - 1)) for index in range(BLEND_FRAMES)]
    save_sheet(out / "blend.png", generator, way, columns=BLEND_FRAMES)
    grab_window(out / "window.png")


def save_sheet(path: Path, generator: Generator, recipes: list, columns: int) -> None:
    """Writes pictures side by side."""
    save_png(path, contact_sheet(list(generator.paint(recipes)), columns), overwrite=True)


def grab_window(path: Path) -> None:
    """Writes a picture of the window with characters of fixed seeds in its gallery."""
    with tempfile.TemporaryDirectory() as folder:
        # A gallery of its own: not that of whoever takes the pictures.
        _grab_window(path, Path(folder) / "gallery.sqlite3")


def _grab_window(path: Path, gallery: Path) -> None:
    app, window = build_app([], gallery)
    window.resize(*WINDOW_SIZE_PX)
    window.show()
    studio = window.studio
    deadline = QDeadlineTimer(OPENING_MS)
    while (studio.generator is None or studio.is_busy) and not deadline.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
    for seed in WINDOW_SEEDS:
        studio.keep(studio.paint(make_recipe(studio.manifest, seed, {})))
    deadline = QDeadlineTimer(OPENING_MS)
    portrait = window.stage.portrait
    while not deadline.hasExpired() and not (
        portrait.is_enlarged and portrait.shown is studio.session.character
    ):
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
    settled = QDeadlineTimer(SETTLING_MS)
    while not settled.hasExpired() or not (window.tasks.is_idle or deadline.hasExpired()):
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
    window.grab().save(str(path))
    window.close()
    app.processEvents()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "assets" / "screenshots")
