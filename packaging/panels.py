"""Pictures of every panel and dialog of the window, to be looked at one by one.

Usage: .venv/bin/python packaging/panels.py OUT [--only en-light-1440x900 ...]

Each look (language, colours, size, pixels for a point) is taken in a process of its own: Qt reads
the density once. People's own gallery and settings are not touched.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import onnxruntime  # noqa: F401  before PySide6, as the program does
from PIL import Image, ImageFilter
from PySide6.QtCore import QDeadlineTimer, QEventLoop, QPoint, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from girlsmoe_desktop.app import build_app
from girlsmoe_desktop.core.pictures import contact_sheet
from girlsmoe_desktop.core.recipe import make_recipe
from girlsmoe_desktop.state.material import Kind, Material
from girlsmoe_desktop.state.run_plan import RunPlan, Step
from girlsmoe_desktop.state.settings import Settings
from girlsmoe_desktop.store.gallery import Place
from girlsmoe_desktop.views.before_after import LENS, SIDE_BY_SIDE
from girlsmoe_desktop.views.enlarge_panel import FILES
from girlsmoe_desktop.views.main_window import MainWindow
from girlsmoe_desktop.views.places import BLEND, DESIGN, ENLARGE, FAMILY, MODELS, TRAIN
from girlsmoe_desktop.views.train_setup import FOLDER
from trainer import config as configs
from trainer import events
from trainer.runs import RunFolder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QWidget

    from girlsmoe_desktop.core.character import Character
    from girlsmoe_desktop.state.studio import Studio

ROOT = Path(__file__).resolve().parent.parent
SEEDS = range(101, 124)
STARRED = (2, 5, 11)
OPENING_MS, SETTLING_MS = 30_000, 700
RUN_SHEETS = 7


@dataclass(frozen=True)
class Look:
    """One way to see the window."""

    language: str
    theme: str
    width_px: int
    height_px: int
    scale: int = 1

    @property
    def name(self) -> str:
        """What its folder is called."""
        size = f"{self.width_px}x{self.height_px}" + (f"@{self.scale}" if self.scale > 1 else "")
        return f"{self.language}-{self.theme}-{size}"


LOOKS = (
    Look("en", "light", 1440, 900),
    Look("en", "dark", 1440, 900),
    Look("ja", "light", 1440, 900),
    Look("ja", "dark", 1440, 900),
    Look("en", "light", 1024, 640),
    Look("en", "dark", 1024, 640),
    Look("ja", "light", 1024, 640),
    Look("ja", "dark", 1024, 640),
    Look("ru", "light", 1024, 640),
    Look("zh_CN", "light", 1440, 900),
    Look("en", "light", 1440, 900, 2),
    Look("ja", "dark", 1024, 640, 2),
)


def main() -> None:
    """Takes the pictures of all looks, or of those that are named."""
    parser = argparse.ArgumentParser(description="Takes pictures of every panel of the window.")
    parser.add_argument("out", type=Path)
    parser.add_argument("--only", nargs="*", choices=[look.name for look in LOOKS])
    parser.add_argument("--here", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.here:
        (look,) = (look for look in LOOKS if look.name == arguments.here)
        _take(look, arguments.out)
        return
    for look in LOOKS:
        if not arguments.only or look.name in arguments.only:
            _in_a_process(look, arguments.out / look.name)


def _in_a_process(look: Look, out: Path) -> None:
    with tempfile.TemporaryDirectory() as home:
        kept_out = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "APPDATA")
        own = {
            **dict.fromkeys(kept_out, home),
            "QT_SCALE_FACTOR": str(look.scale),
            "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
            "PYTHONPATH": str(ROOT),
        }
        command = [sys.executable, __file__, str(out), "--here", look.name]
        subprocess.run(command, env={**os.environ, **own}, check=True)
    print(out)


def _take(look: Look, out: Path) -> None:
    settings = Settings()
    settings.language, settings.theme = look.language, look.theme
    settings.save()
    out.mkdir(parents=True, exist_ok=True)
    _, window = build_app([])
    window.resize(look.width_px, look.height_px)
    window.show()
    _settle(lambda: window.studio.generator is not None and not window.studio.is_busy)
    _fill_gallery(window)
    for number, (name, picture) in enumerate(_scenes(window)):
        picture.save(str(out / f"{number:02}-{name}.png"))
    window.close()


def _fill_gallery(window: MainWindow) -> None:
    studio = window.studio
    assert studio.manifest is not None
    for seed in SEEDS:
        studio.keep(studio.paint(make_recipe(studio.manifest, seed, {})))
    window.tidying.star([studio.gallery.number(row) for row in STARRED])


def _scenes(window: MainWindow) -> Iterator[tuple[str, QPixmap]]:
    """Brings the window into one state after the other; yields the name and picture of each."""
    studio, act = window.studio, window.actions_
    yield "design", _seen(window)
    box = window.design.choices["hair_color"]
    box.showPopup()
    yield "swatches", _seen(box.view().window())
    box.hidePopup()
    window.design.fine.click()
    yield "strengths", _seen(window)
    window.design.fine.click()
    window.gallery.search.setText("zzz")
    yield "nobody", _seen(window)
    window.gallery.search.clear()
    window.tidying.go_to(Place.TRASH)
    yield "trash", _seen(window)
    window.tidying.go_to(Place.EVERYONE)
    studio.blend.set_start(studio.gallery.character(0))
    studio.blend.set_end(studio.gallery.character(1))
    window.go_to(BLEND)
    window.rooms.blend.slider.setValue(40)
    yield "blend", _seen(window)
    window.go_to(DESIGN)
    window.stage.noise.edit.click()
    yield "noise", _seen(window)
    window.stage.noise.edit.click()
    _make_a_child(window)
    window.go_to(FAMILY)
    yield "family", _seen(window)
    window.go_to(ENLARGE)
    yield "enlarge", _seen(window)
    pythons: list[str] = []
    window.rooms.train.python.found.connect(pythons.append)
    window.go_to(TRAIN)
    _settle(lambda: any(pythons))
    yield "train", _seen(window)
    with tempfile.TemporaryDirectory() as place:
        window.rooms.training.pick_up(_past_run(studio, Path(place)))
        _settle(lambda: window.rooms.training.record is not None)
        yield "run", _seen(window)
        window.rooms.training.forget()
        _begin_review(window, Path(place))
        yield "review", _seen(window)
        window.rooms.training.stop()
        _settle()
    window.go_to(MODELS)
    yield "models", _seen(window)
    window.go_to(DESIGN)
    dialogs = {"odds": act.odds, "sheet": act.sheet, "save": act.save, "compare": act.compare}
    dialogs |= {"shortcuts": act.shortcuts, "about": act.about}
    for name, action in dialogs.items():
        yield name, _seen_dialog(action.trigger)
    yield from _further_scenes(window)


def _further_scenes(window: MainWindow) -> Iterator[tuple[str, QPixmap]]:
    """Brings the window into states that are rarer: other ways of a place, its menus."""
    window.go_to(BLEND)
    yield "film", _seen_dialog(window.rooms.blend.export.click)
    window.go_to(ENLARGE)
    for way in (SIDE_BY_SIDE, LENS):
        window.rooms.enlarge_view.ways.choose(way)
        yield way, _seen(window)
    window.rooms.enlarge.target.choose(FILES)
    yield "files", _seen(window)
    window.go_to(TRAIN)
    window.rooms.train.setup.source.choose(FOLDER)
    yield "folder", _seen(window)
    window.go_to(DESIGN)
    shelf = window.gallery.shelf_menu
    menus = [item.menu() for item in window.menuBar().actions()]
    for number, menu in enumerate([*menus, shelf]):
        menu.popup(window.mapToGlobal(QPoint()))
        yield f"menu-{number}", _seen(menu)
        menu.close()


def _past_run(studio: Studio, place: Path) -> Path:
    """Writes the folder of a run that was paused, filled with what is at hand; returns it."""
    folder = place / "00001-preview-64"
    run = RunFolder(folder)
    material = Material(Kind.DRAWN, count=20_000)
    folder.mkdir()
    RunPlan(folder, "preview-64", material, frozenset([Step.DRAW])).save()
    config = configs.preset("preview-64")
    run.save_config(config)
    seen = np.array([one.pixels for one in _painted(studio, range(64))])
    for number in range(1, RUN_SHEETS + 1):
        blur = ImageFilter.GaussianBlur(6.0 * (1.0 - number / RUN_SHEETS) ** 2)
        sheet = Image.fromarray(contact_sheet(list(seen), 8)).filter(blur)
        run.sample_path(400 * number).parent.mkdir(exist_ok=True)
        sheet.save(run.sample_path(400 * number))
    fields = {"batch_images": config.batch_images}
    run.append_event(events.Started(str(folder), 0, config.iterations, "cpu", 20_000, fields))
    rng = np.random.default_rng(1)
    for step in range(20, 400 * RUN_SHEETS + 1, 20):
        fall = math.exp(-step / 1500)
        noise = 0.1 * rng.normal(size=2)
        losses = {"g_adv": 1.2 + 1.5 * fall + noise[0], "d_adv": 1.1 - 0.5 * fall + noise[1]}
        run.append_event(events.Step(step, config.iterations, 83.0, losses))
    run.cast_path.write_text("\n".join(one.recipe.to_json() for one in _painted(studio, range(3))))
    return folder


def _begin_review(window: MainWindow, place: Path) -> None:
    """Brings training to where the person looks faces over."""
    faces = place / "faces-of-mine"
    (faces / "faces").mkdir(parents=True)
    rows, tags = [], []
    for number, one in enumerate(_painted(window.studio, range(200, 260))):
        name = f"faces/{number}.webp"
        Image.fromarray(one.pixels).save(faces / name, lossless=True)
        known = {"id": f"f{number:02}", "status": "kept"}
        rows.append({**known, "file": name, "size": one.pixels.shape[0]})
        labels = [label for label, value in one.recipe.strengths.items() if value > 0.5]
        tags.append(
            {**known, "labels": labels, "feature": number, "doubt": round(1 - number / 60, 3)}
        )
    for table, lines in (("records", rows), ("tags", tags)):
        text = "".join(json.dumps(line) + "\n" for line in lines)
        (faces / f"{table}.jsonl").write_text(text, encoding="utf-8")
    run = place / "00002-preview-64"
    run.mkdir()
    done = frozenset([Step.DEDUPE, Step.TAG])
    RunPlan(run, "preview-64", Material(Kind.FACES, folder=faces), done).save()
    training = window.rooms.training
    training.pick_up(run)
    _settle(lambda: training.record is not None and training.record.folder == run)
    training.resume()


def _painted(studio: Studio, seeds: range) -> list[Character]:
    assert studio.manifest is not None
    return studio.paint_all([make_recipe(studio.manifest, seed, {}) for seed in seeds])


def _make_a_child(window: MainWindow) -> None:
    window.studio.choose(window.studio.gallery.character(3))
    window.designer.choose("hair_color", "pink")
    _settle()
    window.actions_.perturb.trigger()
    _settle()
    window.stage.keep.click()


def _seen(widget: QWidget) -> QPixmap:
    """Returns a picture of a widget once all that it shows is there."""
    _settle()
    _settle(lambda: _window().tasks.is_idle)
    _settle()
    return widget.grab()


def _window() -> MainWindow:
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow))


def _seen_dialog(open_it: Callable[[], None]) -> QPixmap:
    """Returns a picture of the dialog that something opens, and closes it."""
    taken: list[QPixmap] = []

    def take() -> None:
        # Some dialogs run an event loop of their own until they are closed.
        if not _window().tasks.is_idle:
            QTimer.singleShot(SETTLING_MS, take)
            return
        dialog = next(
            one
            for one in QApplication.topLevelWidgets()
            if isinstance(one, QDialog) and one.isVisible()
        )
        taken.append(dialog.grab())
        dialog.close()

    QTimer.singleShot(SETTLING_MS, take)
    open_it()
    _settle(lambda: bool(taken))
    return taken[0]


def _settle(ready: Callable[[], bool] | None = None) -> None:
    """Lets the window work for a moment, or until something is the case."""
    deadline = QDeadlineTimer(OPENING_MS if ready else SETTLING_MS)
    while not deadline.hasExpired() and not (ready and ready()):
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


if __name__ == "__main__":
    main()
