"""Character sheets in the window: chosen, painted, stopped, saved."""

import json
import threading

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt

from girlsmoe_desktop.core.pictures import RECIPE_KEY, load_png
from girlsmoe_desktop.core.sheet import EXPRESSIONS
from girlsmoe_desktop.views import files, lettering
from girlsmoe_desktop.views.sheet_dialog import SheetDialog


@pytest.fixture
def dialog(qtbot, window):
    window.actions_.sheet.trigger()
    (made,) = window.findChildren(SheetDialog)
    qtbot.waitUntil(lambda: made.save.isEnabled())
    return made


def choose(box, id_):
    row = box.findData(id_)
    box.setCurrentIndex(row)
    box.activated.emit(row)


def test_it_opens_with_expressions_and_paints_them(dialog, window):
    assert (dialog.rows.currentData(), dialog.columns.currentData()) == (EXPRESSIONS, "hair_color")
    sheets = dialog._sheets
    assert len(sheets.pictures) == 8 * 13
    z = window.studio.session.character.recipe.z
    assert all(np.array_equal(cell.recipe.z, z) for cell in sheets.plan.cells)
    dialog.close()


def test_rows_give_way_to_columns_that_set_the_same(qtbot, dialog):
    choose(dialog.columns, "smile")
    assert dialog.rows.currentData() is None
    place = dialog.rows.findData(EXPRESSIONS)
    assert not dialog.rows.model().item(place).isEnabled()
    qtbot.waitUntil(lambda: dialog.save.isEnabled())
    assert dialog._sheets.plan.shape == (1, 2)
    choose(dialog.rows, "hat")
    qtbot.waitUntil(lambda: dialog.save.isEnabled())
    assert dialog._sheets.plan.shape == (2, 2)
    dialog.close()


def test_the_sheet_is_saved_with_what_was_chosen(qtbot, dialog, window, monkeypatch, tmp_path):
    choose(dialog.columns, "hat")
    qtbot.waitUntil(lambda: dialog.save.isEnabled())
    path = tmp_path / "シート ♥.png"
    monkeypatch.setattr(files, "ask_save", lambda *_: path)
    dialog.scale.choose("4")
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: str(path) in dialog.banner.text)
    pixels, recipe = load_png(path)
    assert recipe.to_json() == window.studio.session.character.recipe.to_json()
    assert pixels.shape[1] > 2 * 4 * 16
    dialog.carry.choose("nothing")
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog._sheets.is_saving)
    with Image.open(path) as image:
        assert RECIPE_KEY not in image.text
    dialog.close()


def test_an_atlas_goes_into_a_folder_of_its_own(qtbot, dialog, monkeypatch, tmp_path):
    choose(dialog.columns, "hat")
    qtbot.waitUntil(lambda: dialog.save.isEnabled())
    monkeypatch.setattr(files, "ask_folder", lambda *_: tmp_path)
    for count in (1, 2):
        qtbot.mouseClick(dialog.atlas, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: not dialog._sheets.is_saving)
        assert len(list(tmp_path.iterdir())) == count
    for folder in tmp_path.iterdir():
        data = json.loads((folder / "atlas.json").read_text(encoding="utf-8"))
        assert len(data["frames"]) == 16
    dialog.close()


def test_what_can_not_be_written_is_told(qtbot, dialog, monkeypatch, tmp_path):
    monkeypatch.setattr(files, "ask_save", lambda *_: tmp_path / "no.such")
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "ending" in dialog.banner.text)
    assert dialog.save.isEnabled()
    dialog.close()


def test_closing_ends_the_painting(qtbot, window, monkeypatch):
    begun, gate, paint = [], threading.Semaphore(0), window.studio.paint_all

    def slowly(recipes):
        begun.append(len(recipes))
        assert gate.acquire(timeout=10)
        return paint(recipes)

    monkeypatch.setattr(window.studio, "paint_all", slowly)
    window.actions_.sheet.trigger()
    (made,) = window.findChildren(SheetDialog)
    gate.release()
    qtbot.waitUntil(lambda: len(begun) == 2)
    made.close()
    for _ in range(20):
        gate.release()
    qtbot.waitUntil(lambda: not window.findChildren(SheetDialog))
    qtbot.wait(50)
    assert len(begun) == 2


@pytest.mark.usefixtures("qapp")
def test_letters_are_made_smaller_until_they_fit():
    wide = lettering.letter("Twintails", 40, 1000)
    assert wide.max() == 255
    assert wide.min() == 0
    narrow = lettering.letter("Twintails", 40, wide.shape[1] // 2)
    assert narrow.shape[1] <= wide.shape[1] // 2
    assert narrow.shape[0] < wide.shape[0]
    assert narrow[:, -3:].max() > 0 or narrow[:, -8:].max() > 0
