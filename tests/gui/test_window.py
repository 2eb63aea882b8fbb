import threading
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, QSize, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox

from girlsmoe_desktop.core.attributes import DETAILS
from girlsmoe_desktop.core.character import painted
from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.pictures import load_png, save_png
from girlsmoe_desktop.runtime.generator import Generator
from girlsmoe_desktop.runtime.library import open_model
from girlsmoe_desktop.state import exchange as exchange_module
from girlsmoe_desktop.state import studio as studio_module
from girlsmoe_desktop.state.exchange import SaveOptions
from girlsmoe_desktop.views import files, save_dialog
from girlsmoe_desktop.views.main_window import DEFAULT_SIZE_PX, FRAME_PX
from girlsmoe_desktop.views.places import BLEND, DESIGN


def drop(window, path, actions=Qt.DropAction.CopyAction):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(5, 5),
        actions,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.ShiftModifier,  # asks for a move where one is offered
    )
    window.dropEvent(event)
    return event.isAccepted(), event.dropAction()


def test_the_first_character_is_made_by_itself(window):
    session = window.studio.session
    assert session.character is window.studio.gallery.character(0)
    assert window.stage.said == ""
    assert window.stage.portrait.accessibleName().endswith(" 1")
    assert window.gallery.view.currentIndex().row() == 0


def test_every_control_of_the_manifest_has_its_widget(window):
    assert list(window.design.choices) == ["hair_color", "hair_style", "eye_color"]
    assert tuple(window.design.switches) == DETAILS
    box = window.design.choices["hair_color"]
    assert box.count() == 1 + 13


def test_generate_fills_gallery_and_stage(qtbot, window):
    window.design.generate.count.set_count(9)
    qtbot.mouseClick(window.design.generate.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.studio.gallery.rowCount() == 10)
    qtbot.waitUntil(lambda: not window.studio.is_busy)
    assert window.studio.session.character is window.studio.gallery.character(0)
    numbers = [window.studio.gallery.character(row).number for row in range(10)]
    assert numbers == [2, 3, 4, 5, 6, 7, 8, 9, 10, 1]
    assert "ms per picture" in window.status.text
    assert "Tiny" in window.status.text
    assert "CPU" in window.status.text


def test_what_is_chosen_is_made(qtbot, window, generated):
    box = window.design.choices["hair_color"]
    box.setCurrentIndex(box.findData("silver"))
    box.activated.emit(box.currentIndex())
    qtbot.mouseClick(window.design.switches["hat"].segment("on"), Qt.MouseButton.LeftButton)
    generated(4)
    for row in range(4):
        looks = window.studio.gallery.character(row).looks
        assert (looks["hair_color"], looks["hat"]) == ("silver", "on")


def test_random_says_what_was_drawn(window, generated):
    generated(1)
    looks = window.studio.session.character.looks
    box = window.design.choices["eye_color"]
    assert box.currentText() == f"Random · {looks['eye_color'].capitalize()}"
    assert looks["smile"] in window.design.switches["smile"].segment(None).toolTip().lower()
    window.studio.session.pin("eye_color", "red")
    assert (box.currentText(), box.itemText(0)) == ("Red", "Random")


def test_the_lock_keeps_the_noise(qtbot, window, generated):
    before = window.studio.session.character.recipe.z
    qtbot.mouseClick(window.stage.noise.lock, Qt.MouseButton.LeftButton)
    assert window.actions_.lock.isChecked()
    generated(3)
    for row in range(3):
        assert np.array_equal(window.studio.gallery.character(row).recipe.z, before)
    window.actions_.lock.trigger()
    generated(1)
    assert not np.array_equal(window.studio.session.character.recipe.z, before)


def test_nothing_is_painted_on_the_gui_thread(qtbot, monkeypatch, open_window, tmp_path):
    threads = {}

    def watch(owner, name):
        work = getattr(owner, name)

        def watched(*arguments, **named):
            threads.setdefault(name, set()).add(threading.get_ident())
            return work(*arguments, **named)

        monkeypatch.setattr(owner, name, watched)

    watch(Generator, "__init__")
    watch(Generator, "paint")
    watch(studio_module, "open_model")
    watch(exchange_module, "load_saved")
    window = open_window()
    window.go_to(BLEND)
    window.studio.blend.set_start(window.studio.session.character)
    window.studio.generate(2)
    qtbot.waitUntil(lambda: window.studio.gallery.rowCount() == 3)
    window.studio.blend.set_end(window.studio.session.character)
    qtbot.waitUntil(lambda: window.studio.session.character.number == 0)
    path = tmp_path / "one.png"
    window.exchange.open(window.exchange.save(window.studio.blend.start, path, SaveOptions()))
    qtbot.waitUntil(lambda: window.studio.gallery.rowCount() == 4)
    assert set(threads) == {"__init__", "paint", "open_model", "load_saved"}
    assert not any(threading.get_ident() in where for where in threads.values())


@pytest.fixture
def ready_blend(qtbot, window, generated):
    generated(1)
    window.go_to(BLEND)
    window.studio.blend.set_start(window.studio.gallery.character(1))
    window.studio.blend.set_end(window.studio.gallery.character(0))
    qtbot.waitUntil(lambda: window.studio.session.character.number == 0)
    return window


def test_the_slider_renders_little_and_ends_where_it_stands(qtbot, ready_blend, monkeypatch):
    window, renders = ready_blend, []
    paint = window.studio.paint

    def slow(recipe):
        renders.append(recipe)
        threading.Event().wait(0.01)
        return paint(recipe)

    monkeypatch.setattr(window.studio, "paint", slow)
    for value in range(100):
        window.rooms.blend.slider.setValue(value)
    wanted = window.studio.blend.recipe()
    qtbot.waitUntil(lambda: np.array_equal(window.studio.session.character.recipe.z, wanted.z))
    assert len(renders) <= 5
    assert window.studio.blend.share == 0.99


def test_a_frame_of_the_blend_can_be_kept(qtbot, ready_blend):
    window = ready_blend
    assert window.rooms.blend.keep.isEnabled()
    assert not window.gallery.view.selectedIndexes()
    qtbot.mouseClick(window.rooms.blend.keep, Qt.MouseButton.LeftButton)
    assert window.studio.gallery.rowCount() == 3
    assert window.studio.session.character is window.studio.gallery.character(0)
    assert not window.rooms.blend.keep.isEnabled()


def test_context_menu_sets_the_ends(window, generated):
    generated(1)
    assert window.actions_.set_start in window.gallery.view.actions()
    window.actions_.set_start.trigger()
    window.gallery.view.setCurrentIndex(window.studio.gallery.index(1))
    window.actions_.set_end.trigger()
    assert window.studio.blend.start is window.studio.gallery.character(0)
    assert window.studio.blend.end is window.studio.gallery.character(1)
    assert window.rooms.blend.isVisible()


def test_choosing_in_the_gallery_shows_it(qtbot, window, generated):
    generated(3)
    view = window.gallery.view
    place = view.visualRect(window.studio.gallery.index(2)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.studio.session.character is window.studio.gallery.character(2)
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert window.studio.session.character is window.studio.gallery.character(1)


def test_a_saved_picture_carries_its_recipe(window, monkeypatch, tmp_path):
    path = tmp_path / "one.png"
    monkeypatch.setattr(save_dialog, "ask_how", lambda *_: SaveOptions())
    monkeypatch.setattr(files, "ask_save", lambda *_: path)
    window.actions_.save.trigger()
    pixels, recipe = load_png(path)
    shown = window.studio.session.character
    assert np.array_equal(pixels, shown.pixels)
    assert np.array_equal(recipe.z, shown.recipe.z)
    assert recipe.strengths == shown.recipe.strengths
    assert str(path) in window.stage.banner.text


def test_a_dropped_picture_comes_back(qtbot, window, generated, tmp_path):
    first = window.studio.session.character
    assert window.exchange.save(first, tmp_path / "one.png", SaveOptions())
    generated(1)
    drop(window, tmp_path / "one.png")
    qtbot.waitUntil(lambda: window.studio.gallery.rowCount() == 3)
    back = window.studio.session.character
    assert back.number == 3
    assert np.array_equal(back.pixels, first.pixels)
    assert back.looks == first.looks


def test_a_picture_without_recipe_is_refused_in_words(qtbot, window, monkeypatch, tmp_path):
    path = tmp_path / "plain.png"
    save_png(path, np.zeros((4, 4, 3), np.uint8))
    monkeypatch.setattr(files, "ask_open", lambda *_: path)
    window.actions_.open.trigger()
    qtbot.waitUntil(window.stage.banner.isVisible)
    assert "carries no recipe" in window.stage.banner.text
    assert window.studio.gallery.rowCount() == 1


def test_a_picture_of_another_model_is_refused_in_words(qtbot, window, tmp_path):
    shown = window.studio.session.character
    recipe = replace(shown.recipe, model_sha256="f" * 64, model_id="other")
    save_png(tmp_path / "other.png", shown.pixels, recipe)
    drop(window, tmp_path / "other.png")
    qtbot.waitUntil(window.stage.banner.isVisible)
    assert "Open other first" in window.stage.banner.text


def test_a_failed_save_is_told(window, monkeypatch, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setattr(save_dialog, "ask_how", lambda *_: SaveOptions())
    monkeypatch.setattr(files, "ask_save", lambda *_: blocked / "one.png")
    window.actions_.save.trigger()
    assert "can't be written" in window.stage.banner.text


def test_copy_fills_the_clipboard(window):
    window.actions_.copy.trigger()
    image = QGuiApplication.clipboard().image()
    size = window.studio.manifest.size
    assert (image.width(), image.height()) == (size, size)
    red, green, blue = window.studio.session.character.pixels[0, 0].tolist()
    assert image.pixelColor(QPoint(0, 0)).getRgb()[:3] == (red, green, blue)


def test_stop_ends_a_batch_and_leaves_the_window_usable(qtbot, window, monkeypatch, generated):
    go_on = threading.Event()
    paint = window.studio.generator.paint
    monkeypatch.setattr(
        window.studio.generator, "paint", lambda recipes: go_on.wait(5) and paint(recipes)
    )
    window.studio.generate(36)
    assert window.design.generate.button.text() == "Stop"
    qtbot.wait(QApplication.doubleClickInterval() + 20)
    qtbot.mouseClick(window.design.generate.button, Qt.MouseButton.LeftButton)
    go_on.set()
    assert not window.studio.is_busy
    generated(1)
    assert window.studio.gallery.rowCount() == 2


def test_what_the_model_can_not_paint_is_told(qtbot, window, monkeypatch):
    def broken(_recipes):
        raise UserError("The model gave values that are not numbers: install it again.")

    monkeypatch.setattr(window.studio.generator, "paint", broken)
    window.studio.generate(1)
    qtbot.waitUntil(window.stage.banner.isVisible)
    assert "not numbers" in window.stage.banner.text
    assert not window.studio.is_busy


def test_closing_while_work_runs_is_safe(window, monkeypatch):
    paint = window.studio.generator.paint

    def slow(recipes):
        threading.Event().wait(0.05)
        return paint(recipes)

    monkeypatch.setattr(window.studio.generator, "paint", slow)
    window.studio.generate(36)
    assert window.close()
    assert window.studio.gallery.rowCount() == 1


def test_closing_while_the_model_opens_is_safe(open_window):
    assert open_window(wait=False).close()


def test_a_damaged_model_says_so_in_the_window(qtbot, open_window, tiny_models, tmp_path):
    folder = tmp_path / "tiny"
    folder.mkdir()
    for file in (tiny_models / "tiny").iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    (folder / "generator.onnx").write_bytes(b"damaged")
    window = open_window(["--model", str(folder)], wait=False)
    qtbot.waitUntil(lambda: "damaged" in window.stage.said)
    assert not window.design.generate.isEnabled()
    assert not window.actions_.generate.isEnabled()
    assert "No model" in window.status.text


def test_a_missing_model_says_so_in_the_window(qtbot, open_window):
    window = open_window(["--model", "nowhere"], wait=False)
    qtbot.waitUntil(lambda: "nowhere" in window.stage.said)
    texts = [part.text() for part in window.rooms.blend.findChildren(QLabel)]
    assert not any("gallery" in text for text in texts)


def test_without_a_model_another_try_may_be_made(qtbot, open_window, tiny_models, tmp_path):
    from shutil import copytree

    window = open_window(["--model", str(tmp_path / "tiny")], wait=False)
    qtbot.waitUntil(window.stage.retry.isVisible)
    qtbot.mouseClick(window.stage.retry, Qt.MouseButton.LeftButton)
    assert not window.stage.retry.isVisible()
    qtbot.waitUntil(window.stage.retry.isVisible)
    copytree(tiny_models / "tiny", tmp_path / "tiny")
    qtbot.mouseClick(window.stage.retry, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.studio.gallery.rowCount() == 1)


def test_without_a_model_a_folder_may_be_chosen(qtbot, open_window, tiny_models, monkeypatch):
    monkeypatch.setattr(files, "ask_model", lambda _parent: tiny_models / "tiny")
    window = open_window(["--model", "nowhere"], wait=False)
    qtbot.waitUntil(window.stage.choose.isVisible)
    qtbot.mouseClick(window.stage.choose, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.studio.gallery.rowCount() == 1)


def test_a_long_path_is_not_cut_off(window):
    path = "/" + "/".join(["averylongfolder"] * 30)
    window.stage.banner.show_problem(path)
    (words,) = (part for part in window.stage.banner.findChildren(QLabel))
    assert window.stage.banner.text == path
    assert words.toolTip() == path
    fits = QRect(0, 0, window.stage.width() - 120, 10_000)
    flags = Qt.TextFlag.TextWordWrap
    assert words.fontMetrics().boundingRect(fits, flags, words.text()).width() <= fits.width()


def test_place_and_count_are_remembered(open_window):
    first = open_window()
    first.resize(900, 700)  # no wider than the offscreen screen allows
    first.design.generate.count.set_count(4)
    first.close()
    second = open_window()
    assert second.height() == 700
    assert second.design.generate.count.count == 4


def test_damaged_geometry_falls_back(open_window):
    from PySide6.QtCore import QByteArray

    from girlsmoe_desktop.state.settings import Settings

    settings = Settings()
    settings.geometry = QByteArray(b"damaged")
    settings.save()
    window = open_window()
    room = window.screen().availableSize() - QSize(*FRAME_PX)
    wanted = QSize(*DEFAULT_SIZE_PX).boundedTo(room).expandedTo(window.minimumSize())
    assert window.size() == wanted


@pytest.mark.parametrize(("width", "strip"), [(1440, False), (1024, True)])
def test_the_gallery_lies_under_the_stage_in_a_narrow_window(qtbot, window, width, strip):
    window.resize(width, 640)
    qtbot.waitUntil(lambda: window.width() == width)
    qtbot.wait(20)
    below = window.gallery.y() >= window.stage.geometry().bottom()
    assert below == strip
    assert window.stage.portrait.card().width() > 200


def test_about_of_an_installed_program_lists_its_parts(window, monkeypatch, tmp_path):
    from girlsmoe_desktop.views import about

    assert about.third_parties() == ""
    folder = tmp_path / "assets" / "licences"
    folder.mkdir(parents=True)
    (folder / "parts.txt").write_text("libz 1.2: Zlib\n")
    monkeypatch.setattr(about.resources, "assets", lambda: tmp_path / "assets")
    box = about.show_about(window, None)
    assert box.detailedText() == f"{folder}\n\nlibz 1.2: Zlib\n"
    box.close()


def test_about_names_the_licences(window):
    from girlsmoe_desktop.views.about import about_text

    text = about_text(window.studio.manifest)
    assert "LGPL" in text
    assert window.studio.manifest.license in text
    window.actions_.about.trigger()
    (dialog,) = window.findChildren(QMessageBox)
    assert dialog.isVisible()
    assert dialog.informativeText() == text


def test_the_bundled_model_makes_a_character(qtbot, open_window):
    try:
        open_model()
    except UserError:
        pytest.skip("no model is bundled yet")
    window = open_window([], wait=False)
    qtbot.waitUntil(lambda: window.studio.gallery.rowCount() == 1, timeout=30_000)
    size = window.studio.manifest.size
    assert window.studio.session.character.pixels.shape == (size, size, 3)


def test_a_late_frame_of_the_blend_does_not_replace_what_was_chosen(qtbot, ready_blend):
    window = ready_blend
    window.rooms.blend.slider.setValue(20)
    window.gallery.view.setCurrentIndex(window.studio.gallery.index(1))
    qtbot.wait(50)
    assert window.studio.session.character is window.studio.gallery.character(1)


@pytest.fixture
def portions(monkeypatch, window):
    """Lets the model paint one portion for each release of the semaphore."""
    go_on = threading.Semaphore(0)
    paint = window.studio.generator.paint
    monkeypatch.setattr(
        window.studio.generator,
        "paint",
        lambda recipes: go_on.acquire(timeout=5) and paint(recipes),
    )
    return go_on


def test_a_double_click_on_generate_does_not_stop(qtbot, window, portions):
    button = window.design.generate.button
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.studio.is_busy
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.studio.is_busy
    window.actions_.stop.trigger()
    assert not window.studio.is_busy
    portions.release()


def test_a_held_return_clicks_once(window):
    button, clicks = window.stage.copy, []
    button.clicked.connect(lambda: clicks.append(1))
    for repeated in (False, True, True):
        event = QKeyEvent(
            QEvent.Type.KeyPress,
            Qt.Key.Key_Return,
            Qt.KeyboardModifier.NoModifier,
            "\r",
            repeated,
        )
        QApplication.sendEvent(button, event)
    assert clicks == [1]


def test_a_batch_stays_together_and_leaves_alone_what_was_chosen(qtbot, window, portions):
    studio = window.studio
    first = studio.session.character
    studio.generate(6)
    portions.release()
    qtbot.waitUntil(lambda: studio.gallery.rowCount() == 5)
    assert studio.session.character is studio.gallery.character(0)
    studio.keep(first)
    portions.release()
    qtbot.waitUntil(lambda: studio.gallery.rowCount() == 8)
    numbers = [studio.gallery.character(row).number for row in range(8)]
    assert numbers == [6, 2, 3, 4, 5, 7, 8, 1]
    assert studio.session.character.number == 6


def test_a_batch_does_not_take_the_stage_from_who_was_chosen(qtbot, window, generated, portions):
    portions.release()
    generated(1)
    studio = window.studio
    chosen = studio.gallery.character(1)
    studio.generate(1)
    studio.session.show(chosen)
    portions.release()
    qtbot.waitUntil(lambda: studio.gallery.rowCount() == 3)
    assert studio.session.character is chosen


def test_files_are_taken_as_copies(qtbot, window, tmp_path):
    path = window.exchange.save(
        window.studio.session.character, tmp_path / "one.png", SaveOptions()
    )
    move, copy = Qt.DropAction.MoveAction, Qt.DropAction.CopyAction
    assert drop(window, path, move | copy) == (True, copy)
    qtbot.waitUntil(lambda: window.studio.gallery.rowCount() == 2)
    assert not drop(window, path, move)[0]
    assert not drop(window, tmp_path)[0]


def test_a_saved_picture_is_named_as_what_it_is(window, tmp_path):
    shown = window.studio.session.character
    (tmp_path / "me.jpg").write_bytes(b"a photo")
    save = window.exchange.save
    assert save(shown, tmp_path / "me.jpg", SaveOptions()) == tmp_path / "me.jpg.png"
    assert (tmp_path / "me.jpg").read_bytes() == b"a photo"
    before = (tmp_path / "me.jpg.png").read_bytes()
    assert save(shown, tmp_path / "me.jpg", SaveOptions(), overwrite=True) is None
    assert (tmp_path / "me.jpg.png").read_bytes() == before
    assert "exists already" in window.stage.banner.text
    assert save(shown, tmp_path / "me.PNG", SaveOptions()) == tmp_path / "me.PNG"
    as_jpeg = SaveOptions("jpg")
    assert save(shown, tmp_path / "me.jpeg", as_jpeg) == tmp_path / "me.jpeg"


def test_generate_has_the_focus_at_the_start_without_a_ring(window):
    button = window.design.generate.button
    assert window.focusWidget() is button
    assert not button.has_ring


def test_a_ring_shows_under_the_keyboard_only(qtbot, window):
    design, blend, *_ = window.rail.places
    window.activateWindow()
    design.setFocus(Qt.FocusReason.TabFocusReason)
    assert design.has_ring
    qtbot.keyClick(design, Qt.Key.Key_Down)
    assert blend.isChecked()
    assert window.focusWidget() is blend
    assert blend.has_ring
    qtbot.mouseClick(design, Qt.MouseButton.LeftButton)
    assert window.focusWidget() is design
    assert not design.has_ring


def test_a_click_on_the_thumb_shows_the_blend_again(qtbot, ready_blend):
    window = ready_blend
    window.gallery.view.setCurrentIndex(window.studio.gallery.index(1))
    assert window.studio.session.character.number
    slider = window.rooms.blend.slider
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=slider.rect().center())
    qtbot.waitUntil(lambda: window.studio.session.character.number == 0)


@pytest.mark.parametrize("value", [0, 100])
def test_an_end_of_the_way_is_not_kept_again(qtbot, ready_blend, value):
    window = ready_blend
    end = window.studio.blend.end if value else window.studio.blend.start
    window.rooms.blend.slider.setValue(value)
    qtbot.waitUntil(lambda: window.studio.session.character.recipe is end.recipe)
    assert not window.rooms.blend.keep.isEnabled()
    window.rooms.blend.slider.setValue(50)
    qtbot.waitUntil(window.rooms.blend.keep.isEnabled)


def test_the_focus_stays_near_a_button_that_has_done_its_work(qtbot, ready_blend):
    window = ready_blend
    window.rooms.blend.keep.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(window.rooms.blend.keep, Qt.Key.Key_Return)
    assert window.focusWidget() is window.rooms.blend.slider
    assert window.rooms.blend.slider.has_ring
    window.go_to(DESIGN)
    window.studio.session.pin("hat", "on")
    dice = window.design.chance
    dice.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(dice, Qt.Key.Key_Return)
    assert window.focusWidget() is next(iter(window.design.choices.values()))


def test_of_what_is_fixed_there_is_one(window):
    session = window.studio.session
    session.set_locked(True)
    for control in window.studio.manifest.controls:
        session.pin(control.id, control.option_ids[0])
    before = window.studio.gallery.rowCount()
    window.studio.generate(9)
    assert "Everything is fixed" in window.stage.banner.text
    window.actions_.stop.trigger()
    assert len(session.next_recipes(window.studio.manifest, 9)) == 1
    assert window.studio.gallery.rowCount() == before


def test_the_character_on_the_stage_stays_marked(qtbot, window, generated):
    generated(3)
    view = window.gallery.view
    place = view.visualRect(window.studio.gallery.index(0)).center()
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, control, place)
    assert [index.row() for index in view.selectedIndexes()] == [0]


def test_arrow_keys_go_on_after_a_blend(qtbot, ready_blend):
    window = ready_blend
    view = window.gallery.view
    row = view.currentIndex().row()
    qtbot.keyClick(view, Qt.Key.Key_Right if row == 0 else Qt.Key.Key_Left)
    assert window.studio.session.character is window.studio.gallery.character(1 - row)


def test_what_is_mixed_is_not_marked_as_drawn(window):
    one = window.studio.session.character
    between = replace(one.recipe, strengths=dict.fromkeys(one.recipe.strengths, 0.5))
    window.studio.session.show(painted(window.studio.manifest, between, one.pixels))
    assert window.design.choices["hair_color"].currentText() == "Random"
    for switch in window.design.switches.values():
        assert not any(switch.segment(option).is_drawn for option in ("off", None, "on"))
