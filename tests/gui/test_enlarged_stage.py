"""The character on the stage, enlarged by the upscaler as soon as it has stayed for a moment."""

import threading

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt

from girlsmoe_desktop.core.pictures import ENLARGED_KEY, load_saved
from girlsmoe_desktop.runtime.upscaler import Upscaler
from girlsmoe_desktop.state import enlarger as enlarger_module
from girlsmoe_desktop.state.exchange import SaveOptions
from girlsmoe_desktop.views import files, save_dialog, traits
from girlsmoe_desktop.views.save_dialog import SaveDialog


@pytest.fixture
def calls(monkeypatch):
    """The scales that an upscaler was asked for, with the thread each."""
    made, upscale = [], Upscaler.upscale

    def noted(self, picture, **options):
        made.append((options["scale"], threading.get_ident()))
        return upscale(self, picture, **options)

    monkeypatch.setattr(Upscaler, "upscale", noted)
    return made


@pytest.fixture
def window(tiny_upscaler, monkeypatch, open_window):
    """A window with an upscaler that runs at once."""
    monkeypatch.setenv("GIRLSMOE_MODELS", str(tiny_upscaler.parent))
    return open_window()


@pytest.fixture
def enlarged(qtbot, window):
    """Waits until the stage shows its character enlarged."""
    portrait, session = window.stage.portrait, window.studio.session

    def wait():
        qtbot.waitUntil(
            lambda: portrait.is_enlarged and portrait.shown is session.character, timeout=20_000
        )

    return wait


def test_the_stage_shows_lanczos_first_and_then_the_upscalers_picture(
    window, calls, enlarged, generated
):
    enlarged()
    seen = []
    show = type(window.stage.portrait)._show

    def note(portrait, picture):
        seen.append(picture.is_enlarged)
        show(portrait, picture)

    window.stage.portrait._show = lambda picture: note(window.stage.portrait, picture)
    calls.clear()
    generated(1)
    enlarged()
    assert seen == [False, True]
    (scale, thread) = calls[-1]
    assert scale == 4
    assert thread != threading.get_ident()


def test_tiles_show_parts_of_the_upscalers_picture(qtbot, window, enlarged, generated, monkeypatch):
    enlarged()
    faces = window.design.traits._faces
    qtbot.waitUntil(lambda: faces.is_idle)
    sides, crop = [], traits.pictures.cropped

    def noted(pixels, *part):
        sides.append(len(pixels))
        return crop(pixels, *part)

    monkeypatch.setattr(traits.pictures, "cropped", noted)
    generated(1)
    enlarged()
    # Of what tiles were asked for while others waited, only the last is sure to be cut.
    qtbot.waitUntil(lambda: faces.is_idle)
    assert sides[-1] == 4 * len(window.studio.session.character.pixels)


def test_while_somebody_else_comes_every_moment_nothing_is_enlarged(
    qtbot, window, calls, enlarged, generated
):
    generated(3)
    enlarged()
    window.enlarger._kept.clear()
    window.stage.portrait._rest.setInterval(600_000)
    calls.clear()
    gallery = window.studio.gallery
    for step in range(8):
        window.studio.session.show(gallery.character(step % 4))
        qtbot.wait(20)
    assert calls == []
    window.stage.portrait._rest.start(1)
    enlarged()
    assert len(calls) == 1


def test_one_that_is_overtaken_is_given_up(qtbot, window, enlarged, generated, monkeypatch):
    generated(1)
    enlarged()
    window.enlarger._kept.clear()
    upscale, stopped = Upscaler.upscale, []
    began, gate = threading.Event(), threading.Event()

    def slowly(self, picture, **options):
        began.set()
        assert gate.wait(10)
        stopped.append(options["should_stop"]())
        return upscale(self, picture, **options)

    monkeypatch.setattr(Upscaler, "upscale", slowly)
    window.studio.session.show(window.studio.gallery.character(1))
    qtbot.waitUntil(began.is_set)
    window.studio.session.show(window.studio.gallery.character(0))
    gate.set()
    enlarged()
    assert stopped == [True, False]


def test_what_was_enlarged_before_comes_at_once(window, calls, enlarged, generated):
    generated(1)
    enlarged()
    first = window.studio.gallery.character(1)
    window.studio.session.show(first)
    enlarged()
    calls.clear()
    portrait = window.stage.portrait
    portrait._rest.setInterval(60_000)
    window.studio.session.show(window.studio.gallery.character(0))
    window.stage.portrait.resize(300, 300)
    enlarged()
    assert calls == []


def test_the_menu_turns_it_off_and_the_next_window_remembers(qtbot, window, enlarged, open_window):
    enlarged()
    action = window.actions_.enlarged
    assert action.isChecked()
    action.trigger()
    qtbot.waitUntil(lambda: not window.stage.portrait.is_enlarged)
    other = open_window(wait=False)
    qtbot.waitUntil(lambda: other.stage.portrait.shown is not None)
    qtbot.waitUntil(lambda: other.enlarger.upscaler is not None)
    qtbot.wait(300)
    assert not other.actions_.enlarged.isChecked()
    assert not other.stage.portrait.is_enlarged
    other.actions_.enlarged.trigger()
    qtbot.waitUntil(lambda: other.stage.portrait.is_enlarged, timeout=20_000)


def test_without_an_upscaler_all_is_as_it_was(qtbot, open_window, monkeypatch, tmp_path):
    from girlsmoe_desktop.runtime import upscaler

    monkeypatch.setattr(upscaler, "find_upscaler", lambda: None)
    window = open_window()
    qtbot.waitUntil(lambda: window.stage.portrait.shown is not None)
    qtbot.waitUntil(lambda: window.enlarger._has_looked)
    assert not window.actions_.enlarged.isEnabled()
    character = window.studio.session.character
    path = window.exchange.save(character, tmp_path / "two.png", SaveOptions(scale=2))
    assert load_saved(path).enlargement is None
    monkeypatch.setattr(files, "ask_open", lambda *_: path)
    window.actions_.verify.trigger()
    qtbot.waitUntil(lambda: "exactly what its recipe" in window.stage.banner.text)


def test_an_upscaler_that_is_damaged_is_told_and_done_without(
    qtbot, open_window, monkeypatch, tiny_upscaler
):
    monkeypatch.setenv("GIRLSMOE_MODELS", str(tiny_upscaler.parent))
    (tiny_upscaler / "sharp.onnx").write_bytes(b"damaged")
    window = open_window()
    qtbot.waitUntil(lambda: "sharp.onnx" in window.stage.banner.text)
    assert window.enlarger.upscaler is None
    assert not window.stage.portrait.is_enlarged


@pytest.mark.parametrize(
    ("own_px", "shown_px", "times"),
    [(64, 64, 1), (64, 100, 2), (64, 394, 4), (64, 1300, 4), (128, 648, 4), (256, 648, 2)],
)
def test_a_picture_is_enlarged_as_the_screen_needs(window, enlarged, own_px, shown_px, times):
    enlarged()
    assert window.enlarger.times(own_px, shown_px) == times


def test_what_is_kept_is_bounded(window, enlarged, monkeypatch):
    enlarged()
    pictures = [np.full((8, 8, 3), value, np.uint8) for value in range(5)]
    monkeypatch.setattr(enlarger_module, "MAX_KEPT_BYTES", 3 * 16 * 16 * 3)
    for picture in pictures:
        window.enlarger.enlarged(picture, 2)
    kept = [window.enlarger.kept(picture, 2) is not None for picture in pictures]
    assert kept == [False, False, True, True, True]
    window.enlarger.enlarged(np.zeros((64, 64, 3), np.uint8), 4)
    assert not window.enlarger._kept


@pytest.mark.parametrize("ending", ["png", "webp"])
def test_a_picture_saved_larger_is_the_upscalers_and_verifiable(
    qtbot, window, tmp_path, monkeypatch, ending
):
    window.enlarger.set_sharpness(0.25)
    character = window.studio.session.character
    options = SaveOptions(ending, 4)
    path = window.exchange.save(character, tmp_path / f"four.{ending}", options)
    saved = load_saved(path)
    upscaler = window.enlarger.upscaler
    assert np.array_equal(saved.pixels, upscaler.upscale(character.pixels, scale=4, sharpness=0.25))
    assert saved.enlargement == upscaler.enlargement(4, 0.25)
    monkeypatch.setattr(files, "ask_open", lambda *_: path)
    window.actions_.verify.trigger()
    qtbot.waitUntil(lambda: "exactly what its recipe" in window.stage.banner.text)


def test_one_whose_upscaler_is_gone_is_opened_all_the_same(qtbot, window, tmp_path, monkeypatch):
    path = window.exchange.save(
        window.studio.session.character, tmp_path / "two.png", SaveOptions(scale=2)
    )
    monkeypatch.delenv("GIRLSMOE_MODELS")
    window.exchange.open(path)
    qtbot.waitUntil(lambda: window.studio.gallery.rowCount() == 2)
    monkeypatch.setattr(files, "ask_open", lambda *_: path)
    window.actions_.verify.trigger()
    qtbot.waitUntil(lambda: "tiny-x2 1.0, which is not installed" in window.stage.banner.text)


def test_the_save_dialog_says_what_enlarges(qtbot, window):
    character = window.studio.session.character
    passport = window.exchange.passport(character)
    dialog = SaveDialog(character, 1, passport, window.enlarger, SaveOptions(), window)
    qtbot.addWidget(dialog)
    dialog.show()
    assert "As the model paints it" in dialog.how
    qtbot.mouseClick(dialog.scale.pill("4"), Qt.MouseButton.LeftButton)
    assert dialog.how == "Enlarged by tiny-x2 1.0, sharpness 50 %"
    assert window.enlarger.enlargement(4).to_json() in dialog.contents.toPlainText()
    qtbot.waitUntil(lambda: window.enlarger.kept(character.pixels, 4) is not None)
    qtbot.mouseClick(dialog.carry.pill("credit"), Qt.MouseButton.LeftButton)
    assert ENLARGED_KEY not in dialog.contents.toPlainText()
    assert "tiny-x2" not in dialog.contents.toPlainText()


def test_several_are_enlarged_as_one_is(qtbot, window, generated, tmp_path, monkeypatch):
    generated(1)
    monkeypatch.setattr(save_dialog, "ask_how", lambda *_: SaveOptions("png", 2))
    out = tmp_path / "out"
    out.mkdir()
    monkeypatch.setattr(files, "ask_folder", lambda *_: out)
    window.gallery.view.selectAll()
    window.actions_.save.trigger()
    qtbot.waitUntil(lambda: "2 pictures saved" in window.stage.banner.text)
    assert len(list(out.iterdir())) == 2
    for path in out.iterdir():
        with Image.open(path) as image:
            assert image.size == (32, 32)
        assert load_saved(path).enlargement == window.enlarger.enlargement(2)
