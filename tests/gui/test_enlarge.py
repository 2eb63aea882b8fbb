"""The place to enlarge: characters, pictures and folders, with a look at before and after."""

import threading

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from girlsmoe_desktop.runtime import enlarging
from girlsmoe_desktop.runtime.upscaler import Upscaler
from girlsmoe_desktop.state import preview as preview_module
from girlsmoe_desktop.state.exchange import SaveOptions
from girlsmoe_desktop.state.picture_list import MARK, NOTE, Mark
from girlsmoe_desktop.views import files, save_dialog
from girlsmoe_desktop.views.before_after import DIVIDER, LENS, SIDE_BY_SIDE
from girlsmoe_desktop.views.enlarge_panel import FILES, MARKED, ONE
from girlsmoe_desktop.views.places import DESIGN, ENLARGE


@pytest.fixture
def window(tiny_upscaler, monkeypatch, open_window, qtbot):
    """A window at the place, with an upscaler that runs at once."""
    monkeypatch.setenv("GIRLSMOE_MODELS", str(tiny_upscaler.parent))
    window = open_window()
    qtbot.waitUntil(lambda: window.enlarger.upscaler is not None)
    window.go_to(ENLARGE)
    return window


@pytest.fixture
def panel(window):
    return window.rooms.enlarge


@pytest.fixture
def view(window):
    return window.rooms.enlarge_view


@pytest.fixture
def ready(qtbot, window):
    """Waits until there is an after, and returns the look."""
    preview = window.rooms.preview

    def wait():
        qtbot.waitUntil(lambda: preview.look is not None and preview.look.after is not None)
        return preview.look

    return wait


@pytest.fixture
def folder(tmp_path):
    """Pictures, one of them in a folder in the folder, and something that is none."""
    where = tmp_path / "pictures ♥"
    (where / "deep").mkdir(parents=True)
    rng = np.random.default_rng(7)
    for name, shape in (("a.png", (8, 10, 3)), ("deep/c.png", (6, 6, 3)), ("b.png", (9, 9, 4))):
        Image.fromarray(rng.integers(0, 256, shape, dtype=np.uint8)).save(where / name)
    (where / "no.png").write_text("no picture")
    return where


@pytest.fixture
def listed(qtbot, panel, folder):
    """The place with the folder on its list."""
    panel.bring([folder])
    pictures = panel.files._enlarging.pictures
    qtbot.waitUntil(lambda: pictures.rowCount() == 4)
    return panel.files._enlarging


def notes(enlarging_):
    model = enlarging_.pictures
    rows = range(model.rowCount())
    return {model.index(row).data(): model.index(row).data(NOTE) for row in rows}


def marks(enlarging_):
    model = enlarging_.pictures
    rows = range(model.rowCount())
    return {model.index(row).data(): model.index(row).data(MARK) for row in rows}


def test_the_character_is_looked_at_before_and_after(window, panel, view, ready):
    character = window.studio.session.character
    panel.scale.choose("2")
    look = ready()
    upscaler = window.enlarger.upscaler
    assert np.array_equal(look.before, character.pixels)
    assert np.array_equal(look.after, upscaler.upscale(character.pixels, scale=2, sharpness=0.5))
    assert view.about == "16 × 16 px becomes 32 × 32 px"
    assert panel.scale.pill("4").text() == "4×  64 px"


def test_somebody_else_is_looked_at_as_soon_as_they_are_chosen(qtbot, window, ready, generated):
    generated(1)
    ready()
    other = window.studio.gallery.character(1)
    window.studio.session.show(other)
    assert ready().before is not None
    qtbot.waitUntil(lambda: np.array_equal(window.rooms.preview.look.before, other.pixels))


def test_sharpness_begins_at_the_suggestion_is_live_undone_and_remembered(
    qtbot, window, panel, ready, open_window
):
    first = ready().after
    assert panel.sharpness.value() == 50
    assert not panel.suggested.isEnabled()
    slider = panel.sharpness
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=slider.rect().center())
    slider.setValue(70)
    slider.setValue(100)
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not np.array_equal(ready().after, first))
    assert window.enlarger.sharpness == 1.0
    other = open_window(wait=False)
    other.go_to(ENLARGE)
    assert other.rooms.enlarge.sharpness.value() == 100
    other.close()
    window.actions_.undo.trigger()
    assert (panel.sharpness.value(), window.enlarger.choice) == (50, None)
    qtbot.waitUntil(lambda: np.array_equal(ready().after, first))
    window.actions_.redo.trigger()
    assert panel.sharpness.value() == 100
    qtbot.mouseClick(panel.suggested, Qt.MouseButton.LeftButton)
    assert (panel.sharpness.value(), window.enlarger.choice) == (50, None)


def test_nothing_is_enlarged_to_be_looked_at_while_nobody_looks(
    qtbot, window, panel, ready, monkeypatch
):
    ready()
    window.go_to(DESIGN)
    qtbot.waitUntil(lambda: window.stage.portrait.is_enlarged)
    preview, asked = window.rooms.preview, []
    monkeypatch.setattr(preview._enlarging, "request", asked.append)
    panel._sharpen(0.9)
    assert asked == []
    window.go_to(ENLARGE)
    assert len(asked) == 1


@pytest.mark.parametrize("channels", [3, 4])
@pytest.mark.parametrize("scale", [2, 4])
@pytest.mark.parametrize("centre", [(0.0, 0.0), (0.5, 0.4), (1.0, 1.0)])
def test_a_part_is_what_it_becomes_in_the_whole_picture(
    window, monkeypatch, channels, scale, centre
):
    monkeypatch.setattr(preview_module, "MAX_WHOLE_PX", 100)
    monkeypatch.setattr(preview_module, "PART_PX", 40)
    rng = np.random.default_rng(channels)
    whole = rng.integers(0, 256, (50, 60, channels), dtype=np.uint8)
    if channels == 4:
        whole[..., 3] = np.where(rng.random((50, 60)) < 0.3, 0, whole[..., 3])
    part = preview_module.part_of(whole, scale, centre)
    assert (part.width, part.height) == (40 // scale, 40 // scale)
    look = preview_module.Look(whole, part, scale, None, on_paper=False)
    found = preview_module.enlarged_part(window.enlarger, look, 0.3, threading.Event())
    all_of_it = window.enlarger.upscaler.upscale(whole, scale=scale, sharpness=0.3)
    expected = preview_module.Part(*(scale * side for side in vars(part).values())).of(all_of_it)
    assert np.array_equal(found, expected)


def test_of_a_large_picture_any_part_can_be_looked_at(
    qtbot, window, panel, view, ready, tmp_path, monkeypatch
):
    monkeypatch.setattr(preview_module, "MAX_WHOLE_PX", 100)
    monkeypatch.setattr(preview_module, "PART_PX", 40)
    pixels = np.random.default_rng(0).integers(0, 256, (50, 60, 3), dtype=np.uint8)
    Image.fromarray(pixels).save(tmp_path / "large.png")
    panel.bring([tmp_path / "large.png"])
    qtbot.waitUntil(lambda: view.about.endswith("a part of it"))
    assert not ready().is_whole
    picture = view.picture
    qtbot.waitUntil(lambda: picture.sight is not None and not picture.sight.overview.isNull())
    before = window.rooms.preview.look.part
    picture.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(picture, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    after = window.rooms.preview.look.part
    assert (after.left > before.left, after.top) == (True, before.top)
    corner = picture._map(picture.cards()[-1]).topLeft().toPoint()
    qtbot.mouseClick(picture, Qt.MouseButton.LeftButton, pos=corner)
    assert (window.rooms.preview.look.part.left, window.rooms.preview.look.part.top) == (0, 0)
    ready()


def test_before_and_after_are_compared_with_mouse_and_keys(qtbot, view, ready):
    ready()
    picture = view.picture
    qtbot.waitUntil(lambda: picture.sight is not None and not picture.sight.after.isNull())
    card = picture.cards()[0]
    qtbot.mouseClick(
        picture,
        Qt.MouseButton.LeftButton,
        pos=QPointF(card.left() + card.width() / 4, card.center().y()).toPoint(),
    )
    assert abs(picture.value() - 25) <= 1
    picture.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(picture, Qt.Key.Key_End)
    assert picture.value() == 100
    left_of = picture.grab().toImage()
    qtbot.keyClick(picture, Qt.Key.Key_Home)
    assert picture.grab().toImage() != left_of
    view.ways.choose(SIDE_BY_SIDE)
    assert len(picture.cards()) == 2
    assert not picture.cards()[0].intersects(picture.cards()[1])
    for size, beside in (((700, 760), True), ((320, 900), False)):
        picture.resize(*size)
        first, second = picture.cards()
        assert (first.top() == second.top(), first.left() == second.left()) == (beside, not beside)
    view.ways.choose(LENS)
    before = QPointF(picture.lens)
    qtbot.keyClick(picture, Qt.Key.Key_Right)
    assert picture.lens.x() > before.x()
    QTest.mouseMove(picture, picture.cards()[0].center().toPoint())
    qtbot.waitUntil(lambda: abs(picture.lens.x() - 0.5) < 0.02)
    assert "16 px" in picture.accessibleDescription()
    view.ways.choose(DIVIDER)
    assert picture.accessibleName()


def test_one_and_those_who_are_marked_are_saved_larger(
    qtbot, window, panel, generated, monkeypatch, tmp_path
):
    generated(2)
    proposed = []
    monkeypatch.setattr(
        save_dialog, "ask_how", lambda *args: proposed.append(args[-1]) or SaveOptions(scale=4)
    )
    monkeypatch.setattr(files, "ask_save", lambda *_: tmp_path / "one.png")
    monkeypatch.setattr(files, "ask_folder", lambda *_: tmp_path)
    panel.scale.choose("4")
    assert panel.target.key == ONE
    qtbot.mouseClick(panel.start, Qt.MouseButton.LeftButton)
    with Image.open(tmp_path / "one.png") as image:
        assert image.size == (64, 64)
    window.gallery.view.selectAll()
    assert panel.target.key == MARKED
    assert panel.start.text() == "Save 3 characters …"
    qtbot.mouseClick(panel.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(list(tmp_path.glob("*.png"))) == 4)
    qtbot.waitUntil(lambda: "3 pictures saved" in window.rooms.enlarge_view.banner.text)
    assert [options.scale for options in proposed] == [4, 4]


def test_without_a_picture_the_button_counts_none(panel):
    panel.target.choose(FILES)
    assert panel.start.text() == "Enlarge the pictures"
    assert not panel.start.isEnabled()


def test_a_folder_is_enlarged_and_what_cannot_be_says_why(
    qtbot, window, panel, view, listed, folder, ready
):
    panel.scale.choose("2")
    ready()
    assert panel.start.text() == "Enlarge 4 pictures"
    qtbot.mouseClick(panel.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not listed.is_busy)
    out = folder.with_name(f"{folder.name}-2x")
    made = sorted(path.relative_to(out).as_posix() for path in out.rglob("*.png"))
    assert made == ["a-2x.png", "b-2x.png", "deep/c-2x.png"]
    told = notes(listed)
    assert told["a.png"] == "a-2x.png, 20 × 16 px"
    assert told["no.png"].startswith("no.png is no picture")
    assert marks(listed)["no.png"] is Mark.REFUSED
    assert view.banner.text == "3 pictures enlarged · 1 refused: the list says why"
    upscaler = window.enlarger.upscaler
    with Image.open(folder / "b.png") as image:
        clear = np.asarray(image)
    with Image.open(out / "b-2x.png") as image:
        assert np.array_equal(np.asarray(image), upscaler.upscale(clear, sharpness=0.5))


def test_nothing_is_replaced(qtbot, panel, listed, tmp_path):
    panel.scale.choose("2")
    listed.set_out(tmp_path / "out")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "a-2x.png").write_bytes(b"precious")
    qtbot.mouseClick(panel.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not listed.is_busy)
    assert (tmp_path / "out" / "a-2x.png").read_bytes() == b"precious"
    assert notes(listed)["a.png"].startswith("a-2x-2.png")


def test_folders_in_folders_are_left_out_on_demand(qtbot, panel, listed):
    panel.files.recursive.setChecked(False)
    qtbot.waitUntil(lambda: list(notes(listed)) == ["a.png", "b.png", "no.png"])


def test_what_is_taken_off_the_list_is_not_enlarged_and_comes_back_with_undo(
    qtbot, window, panel, listed, folder
):
    view = panel.files.view
    view.setCurrentIndex(listed.pictures.index(0))
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "a.png" not in notes(listed))
    qtbot.mouseClick(panel.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not listed.is_busy)
    assert not list(folder.parent.rglob("a-*.png"))
    window.actions_.undo.trigger()
    qtbot.waitUntil(lambda: "a.png" in notes(listed))
    assert (folder / "a.png").exists()
    window.actions_.redo.trigger()
    qtbot.waitUntil(lambda: "a.png" not in notes(listed))


def test_a_batch_shows_how_far_it_is_and_cancel_cancels(
    qtbot, panel, listed, folder, monkeypatch, window
):
    gate, upscale, asked = threading.Semaphore(0), Upscaler.upscale, []

    def slowly(self, picture, **options):
        if options.get("on_progress") is not None:
            asked.append(picture.shape)
            assert gate.acquire(timeout=20)
        return upscale(self, picture, **options)

    monkeypatch.setattr(Upscaler, "upscale", slowly)
    monkeypatch.setattr(enlarging, "_WORTH_TELLING_S", 0)
    qtbot.mouseClick(panel.start, Qt.MouseButton.LeftButton)
    assert panel.progress.isVisible()
    assert not panel.target.isEnabled()
    gate.release()
    qtbot.waitUntil(lambda: marks(listed)["b.png"] is Mark.AT_WORK)
    assert "2 of 4" in panel.progress.said
    assert "left" in panel.progress.said
    qtbot.mouseClick(panel.progress.cancel, Qt.MouseButton.LeftButton)
    assert panel.progress.said == "Stopping …"
    gate.release()
    qtbot.waitUntil(lambda: not listed.is_busy)
    assert len(asked) == 2
    assert marks(listed)["a.png"] is Mark.DONE
    assert marks(listed)["no.png"] is Mark.WAITING
    assert window.rooms.enlarge_view.banner.text == "1 picture enlarged · stopped"
    assert panel.start.isVisible()
    assert len(list(folder.parent.rglob("*-4x.png"))) == 1


@pytest.mark.usefixtures("listed")
def test_closing_the_window_ends_a_batch(qtbot, window, panel, monkeypatch):
    began, upscale = threading.Event(), Upscaler.upscale

    def slowly(self, picture, **options):
        began.set()
        while not options["should_stop"]():
            threading.Event().wait(0.01)
        return upscale(self, picture, **options)

    monkeypatch.setattr(Upscaler, "upscale", slowly)
    qtbot.mouseClick(panel.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(began.is_set)
    window.close()
    assert not [t for t in threading.enumerate() if t.name.startswith("girlsmoe")]


def drop(window, paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(300, 300),
        Qt.DropAction.CopyAction | Qt.DropAction.MoveAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)
    return event


def test_dropped_pictures_and_folders_come_onto_the_list(qtbot, window, panel, folder, tmp_path):
    event = drop(window, [folder, folder / "a.png"])
    assert event.dropAction() == Qt.DropAction.CopyAction
    qtbot.waitUntil(lambda: panel.files._enlarging.pictures.rowCount() == 4)
    assert panel.target.key == FILES
    empty = tmp_path / "empty"
    empty.mkdir()
    panel.files._enlarging.clear()
    qtbot.waitUntil(lambda: panel.files._enlarging.pictures.rowCount() == 0)
    drop(window, [empty])
    qtbot.waitUntil(lambda: "There is no picture in" in window.rooms.enlarge_view.banner.text)


def test_pictures_are_brought_by_the_dialogs(qtbot, panel, folder, monkeypatch):
    panel.target.choose(FILES)
    listed = panel.files._enlarging
    monkeypatch.setattr(files, "ask_pictures", lambda *_: [folder / "a.png", folder / "b.png"])
    qtbot.mouseClick(panel.files.bring, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: list(notes(listed)) == ["a.png", "b.png"])
    monkeypatch.setattr(files, "ask_folder", lambda *_: folder)
    qtbot.mouseClick(panel.files.bring_folder, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(notes(listed)) == 4)
    qtbot.mouseClick(panel.files.out, Qt.MouseButton.LeftButton)
    assert listed.out == folder
    assert panel.files.beside.isVisible()
    qtbot.mouseClick(panel.files.beside, Qt.MouseButton.LeftButton)
    assert listed.out is None


def test_one_that_cannot_be_read_is_told_in_place_of_the_picture(qtbot, panel, view, listed):
    panel.files.view.setCurrentIndex(listed.pictures.index(2))
    qtbot.waitUntil(lambda: "is no picture that can be read" in view.said.replace("\u200b", ""))
    panel.files.view.setCurrentIndex(listed.pictures.index(0))
    qtbot.waitUntil(lambda: view.said == "")


def test_without_an_upscaler_the_place_says_so(qtbot, open_window, monkeypatch):
    from girlsmoe_desktop.runtime import upscaler

    monkeypatch.setattr(upscaler, "find_upscaler", lambda: None)
    window = open_window()
    qtbot.waitUntil(lambda: window.enlarger.has_looked)
    window.go_to(ENLARGE)
    panel = window.rooms.enlarge
    qtbot.waitUntil(lambda: "No upscaler is installed" in panel._hint.text())
    assert not panel.sharpness.isEnabled()
    panel.target.choose(FILES)
    assert not panel.start.isEnabled()


def test_the_menu_goes_there(window):
    window.go_to(DESIGN)
    window.actions_.enlarge.trigger()
    assert window.rail.places[ENLARGE].isChecked()
    assert window.gallery.isVisible()
    assert window.actions_.save.isEnabled()
