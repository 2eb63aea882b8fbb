import threading

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication

from girlsmoe_desktop.core.attributes import DETAILS
from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.pictures import load_png, save_png
from girlsmoe_desktop.runtime.generator import Generator
from girlsmoe_desktop.runtime.library import open_model
from girlsmoe_desktop.views import files
from girlsmoe_desktop.views.main_window import BLEND


def drop(window, path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)


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


def test_nothing_is_painted_on_the_gui_thread(qtbot, monkeypatch, open_window):
    threads = set()
    paint = Generator.paint

    def watched(self, recipes):
        threads.add(threading.get_ident())
        return paint(self, recipes)

    monkeypatch.setattr(Generator, "paint", watched)
    window = open_window()
    window.studio.blend.set_start(window.studio.session.character)
    window.studio.generate(2)
    qtbot.waitUntil(lambda: window.studio.gallery.rowCount() == 3)
    window.studio.blend.set_end(window.studio.session.character)
    qtbot.waitUntil(lambda: window.studio.session.character.number == 0)
    assert threads
    assert threading.get_ident() not in threads


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
        window.blend.slider.setValue(value)
    wanted = window.studio.blend.recipe()
    qtbot.waitUntil(lambda: np.array_equal(window.studio.session.character.recipe.z, wanted.z))
    assert len(renders) <= 5
    assert window.studio.blend.share == 0.99


def test_a_frame_of_the_blend_can_be_kept(qtbot, ready_blend):
    window = ready_blend
    assert window.blend.keep.isEnabled()
    assert not window.gallery.view.currentIndex().isValid()
    qtbot.mouseClick(window.blend.keep, Qt.MouseButton.LeftButton)
    assert window.studio.gallery.rowCount() == 3
    assert window.studio.session.character is window.studio.gallery.character(0)
    assert not window.blend.keep.isEnabled()


def test_context_menu_sets_the_ends(window, generated):
    generated(1)
    assert window.actions_.set_start in window.gallery.view.actions()
    window.actions_.set_start.trigger()
    window.gallery.view.setCurrentIndex(window.studio.gallery.index(1))
    window.actions_.set_end.trigger()
    assert window.studio.blend.start is window.studio.gallery.character(0)
    assert window.studio.blend.end is window.studio.gallery.character(1)
    assert window.blend.isVisible()


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
    assert window.studio.save(first, tmp_path / "one.png")
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
    from dataclasses import replace

    shown = window.studio.session.character
    recipe = replace(shown.recipe, model_sha256="f" * 64, model_id="other")
    save_png(tmp_path / "other.png", shown.pixels, recipe)
    drop(window, tmp_path / "other.png")
    qtbot.waitUntil(window.stage.banner.isVisible)
    assert "--model other" in window.stage.banner.text


def test_a_failed_save_is_told(window, monkeypatch, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
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
    assert open_window().width() >= 880


@pytest.mark.parametrize(("width", "strip"), [(1440, False), (1024, True)])
def test_the_gallery_lies_under_the_stage_in_a_narrow_window(qtbot, window, width, strip):
    window.resize(width, 640)
    qtbot.waitUntil(lambda: window.width() == width)
    qtbot.wait(20)
    below = window.gallery.y() >= window.stage.geometry().bottom()
    assert below == strip
    assert window.stage.portrait.card().width() > 200


def test_about_names_the_licences(window):
    from girlsmoe_desktop.views.about import about_text

    text = about_text(window.studio.manifest)
    assert "LGPL" in text
    assert window.studio.manifest.license in text
    window.actions_.about.trigger()


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
    window.blend.slider.setValue(20)
    window.gallery.view.setCurrentIndex(window.studio.gallery.index(1))
    qtbot.wait(50)
    assert window.studio.session.character is window.studio.gallery.character(1)
