"""Characters out of the window and into it: saved, pasted, dragged, verified."""

import json
import threading
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDrag, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from girlsmoe_desktop.core.makegirlsmoe import options_text
from girlsmoe_desktop.core.pictures import Carry, load_picture
from girlsmoe_desktop.core.recipe import with_strengths, with_truncation
from girlsmoe_desktop.state.exchange import PNG_TYPE, SaveOptions, file_name, free_name
from girlsmoe_desktop.views import files, save_dialog
from girlsmoe_desktop.views.save_dialog import SaveDialog
from girlsmoe_desktop.views.saving_status import SavingStatus


@pytest.fixture
def stage(window):
    return window.studio.session.character


@pytest.fixture
def dialog(qtbot, window, stage):
    passport = window.exchange.passport(stage)
    made = SaveDialog(stage, 1, passport, window.enlarger, SaveOptions(), window)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def arrived(qtbot, window):
    """Waits for one more in the gallery, and returns who is on the stage then."""

    def wait_for(action):
        before = window.studio.gallery.rowCount()
        action()
        qtbot.waitUntil(lambda: window.studio.gallery.rowCount() == before + 1)
        return window.studio.session.character

    return wait_for


def test_the_dialog_shows_exactly_what_the_file_will_carry(qtbot, dialog, stage):
    assert stage.recipe.to_json() in dialog.contents.toPlainText()
    qtbot.mouseClick(dialog.carry.pill("credit"), Qt.MouseButton.LeftButton)
    shown = dialog.contents.toPlainText()
    assert "Free for any use." in shown
    assert "GirlsMoe Desktop" in shown
    assert stage.recipe.model_sha256 not in shown
    qtbot.mouseClick(dialog.carry.pill("nothing"), Qt.MouseButton.LeftButton)
    assert dialog.contents.toPlainText() == "Nothing."
    assert dialog.options == SaveOptions("png", 1, Carry.NOTHING)


def test_the_dialog_is_used_from_the_keyboard_alone(qtbot, dialog):
    dialog.kind.pill("png").setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(dialog.kind.pill("png"), Qt.Key.Key_Right)
    assert dialog.kind.key == "jpg"
    assert dialog.kind.pill("jpg").accessibleName() == "Kind of file: JPEG"
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.save, Qt.Key.Key_Return)


def test_what_was_chosen_is_saved_and_proposed_the_next_time(window, monkeypatch, tmp_path):
    chosen, proposed = SaveOptions("webp", 4, Carry.CREDIT), []
    monkeypatch.setattr(save_dialog, "ask_how", lambda *args: proposed.append(args[-1]) or chosen)
    monkeypatch.setattr(files, "ask_save", lambda _parent, _folder, name: tmp_path / name)
    window.actions_.save.trigger()
    window.actions_.save.trigger()
    assert proposed == [SaveOptions(), chosen]
    (path,) = tmp_path.iterdir()
    assert path.suffix == ".webp"
    with Image.open(path) as image:
        assert image.size == (64, 64)
        assert "Free for any use." in image.getexif().get(0x8298, "")


def test_several_are_saved_into_a_folder_under_free_names(
    qtbot, window, monkeypatch, tmp_path, generated
):
    generated(3)
    monkeypatch.setattr(save_dialog, "ask_how", lambda *_: SaveOptions("jpg", 2))
    monkeypatch.setattr(files, "ask_folder", lambda *_: tmp_path)
    window.gallery.view.selectAll()
    taken = tmp_path / f"{file_name(window.studio.gallery.character(0))}.jpg"
    taken.write_bytes(b"precious")
    window.actions_.save.trigger()
    qtbot.waitUntil(lambda: len(list(tmp_path.iterdir())) == 5)
    assert taken.read_bytes() == b"precious"
    qtbot.waitUntil(lambda: "4 pictures saved" in window.stage.banner.text)


def test_saving_many_shows_how_far_it_is_and_can_be_stopped(
    qtbot, window, monkeypatch, tmp_path, generated
):
    generated(3)
    saving, told = window.exchange.saving, []
    (status,) = window.findChildren(SavingStatus)
    gate, write = threading.Semaphore(0), type(window.exchange)._write

    def slowly(*arguments, **named):
        assert gate.acquire(timeout=10)
        write(*arguments, **named)

    monkeypatch.setattr(type(window.exchange), "_write", slowly)
    saving.changed.connect(lambda: told.append((saving.is_busy, saving.done, saving.total)))
    characters = [window.studio.gallery.character(row) for row in range(4)]
    window.exchange.save_all(characters, tmp_path, SaveOptions())
    assert status.isVisible()
    gate.release()
    qtbot.waitUntil(lambda: saving.done == 1)
    assert "1 of 4" in status.findChild(QLabel).text()
    qtbot.mouseClick(status.stop, Qt.MouseButton.LeftButton)
    gate.release()
    qtbot.waitUntil(lambda: not saving.is_busy)
    assert told == [(True, 0, 4), (True, 1, 4), (True, 2, 4), (False, 2, 4)]
    assert len(list(tmp_path.iterdir())) == 2
    assert "2 pictures saved" in window.stage.banner.text
    assert not status.isVisible()


def test_a_copied_picture_is_pasted_back_with_its_recipe(window, stage, arrived):
    window.actions_.copy.trigger()
    back = arrived(window.actions_.paste.trigger)
    assert back.recipe.to_json() == stage.recipe.to_json()
    assert np.array_equal(back.pixels, stage.pixels)
    assert "exactly" in window.stage.banner.text


def test_recipe_and_share_code_go_through_the_clipboard_as_text(window, stage, arrived):
    for copy in (window.actions_.copy_recipe, window.actions_.copy_code):
        QGuiApplication.clipboard().clear()
        copy.trigger()
        assert QGuiApplication.clipboard().text()
        back = arrived(window.actions_.paste.trigger)
        assert back.recipe.to_json() == stage.recipe.to_json()
    window.actions_.copy_words.trigger()
    assert QGuiApplication.clipboard().text() == window.stage.portrait.accessibleDescription()


def test_what_has_no_share_code_is_told(qtbot, window, stage):
    window.designer.adjust("smile", 0.3)
    qtbot.waitUntil(lambda: window.studio.session.character is not stage)
    window.actions_.copy_code.trigger()
    assert "mixture" in window.stage.banner.text


@pytest.mark.parametrize("text", ["hello", "{}", "GM1-00000-00000", '{"format": 99}'])
def test_text_that_means_nothing_is_told(qtbot, window, text):
    QGuiApplication.clipboard().setText(text)
    window.actions_.paste.trigger()
    qtbot.waitUntil(window.stage.banner.isVisible)
    assert window.studio.gallery.rowCount() == 1


def test_an_empty_clipboard_is_told(window):
    QGuiApplication.clipboard().clear()
    window.actions_.paste.trigger()
    assert "nothing in the clipboard" in window.stage.banner.text


def test_options_and_noise_of_make_girls_moe_go_out_and_come_in(
    window, monkeypatch, tmp_path, stage, arrived
):
    for name in ("options.json", "noise.png"):
        monkeypatch.setattr(files, "ask_export", lambda *_, name=name: tmp_path / name)
        window.actions_.export.trigger()
    wanted = with_strengths(stage.recipe, {"smile": 0.5})
    (tmp_path / "other.json").write_text(options_text(wanted))
    back = arrived(lambda: window.exchange.open(tmp_path / "other.json"))
    assert back.recipe.strengths["smile"] == 0.5
    assert np.allclose(back.recipe.z, stage.recipe.z, atol=1e-6)
    noisy = arrived(lambda: window.exchange.open(tmp_path / "noise.png"))
    assert np.allclose(noisy.recipe.z, stage.recipe.z, atol=0.05)
    assert noisy.recipe.strengths == back.recipe.strengths
    assert json.loads((tmp_path / "options.json").read_text())["noise"]


def test_truncated_noise_goes_out_as_it_is_painted_and_comes_in_so(
    window, monkeypatch, tmp_path, stage, arrived
):
    short = with_truncation(stage.recipe, 0.5)
    window.studio.session.show(window.studio.paint(short))
    for name in ("options.json", "noise.png"):
        monkeypatch.setattr(files, "ask_export", lambda *_, name=name: tmp_path / name)
        window.actions_.export.trigger()
    without = json.loads((tmp_path / "options.json").read_text())
    without["noise"] = {"random": True, "value": None}
    (tmp_path / "without.json").write_text(json.dumps(without))
    for name, near in (("options.json", 1e-6), ("without.json", 1e-6), ("noise.png", 0.05)):
        window.studio.session.show(window.studio.paint(short))
        back = arrived(lambda name=name: window.exchange.open(tmp_path / name)).recipe
        assert np.allclose(back.latent, 0.5 * stage.recipe.z, atol=near), name


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"[1]", b"{" * 3_000_000])
def test_a_file_that_means_nothing_is_told(qtbot, window, tmp_path, data):
    (tmp_path / "x.json").write_bytes(data)
    window.exchange.open(tmp_path / "x.json")
    qtbot.waitUntil(window.stage.banner.isVisible)
    assert window.studio.gallery.rowCount() == 1


def test_a_picture_is_verified(qtbot, window, monkeypatch, tmp_path, stage):
    path = window.exchange.save(stage, tmp_path / "one.png", SaveOptions(scale=2))
    monkeypatch.setattr(files, "ask_open", lambda *_: path)
    window.actions_.verify.trigger()
    qtbot.waitUntil(lambda: "exactly what its recipe" in window.stage.banner.text)
    changed = SaveOptions("jpg")
    path = window.exchange.save(stage, tmp_path / "two.jpg", changed)
    monkeypatch.setattr(files, "ask_open", lambda *_: path)
    window.actions_.verify.trigger()
    qtbot.waitUntil(lambda: "not quite" in window.stage.banner.text)


@pytest.fixture
def drags(monkeypatch):
    """What was dragged, in place of dragging it."""
    caught = []

    def note(drag, _actions):
        data = drag.mimeData()
        files_ = [url.toLocalFile() for url in data.urls()]
        caught.append((files_, bytes(data.data(PNG_TYPE).data()), data.hasImage()))
        return Qt.DropAction.CopyAction

    monkeypatch.setattr(QDrag, "exec", note)
    return caught


def test_the_portrait_is_dragged_out_as_a_file(qtbot, window, drags, stage):
    portrait = window.stage.portrait
    middle = portrait.card().center().toPoint()
    far = QPoint(QApplication.startDragDistance() + 5, 0)
    qtbot.mousePress(portrait, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(portrait, middle + far)
    qtbot.waitUntil(lambda: len(drags) == 1)
    (path,), data, has_image = drags[0]
    assert load_picture(data)[1].to_json() == stage.recipe.to_json()
    assert Path(path).read_bytes() == data
    assert has_image
    window.close()
    assert not Path(path).exists()


def test_those_who_are_marked_are_dragged_out_of_the_gallery(window, drags, generated):
    generated(2)
    window.gallery.view.selectAll()
    window.gallery.view.startDrag(Qt.DropAction.CopyAction)
    (paths, _, _) = drags[0]
    assert len(set(paths)) == 3


def test_what_comes_from_the_window_itself_is_not_taken(window):
    class OwnDrag:
        accepted = True

        def setDropAction(self, _action):  # noqa: N802
            pass

        def dropAction(self):  # noqa: N802
            return Qt.DropAction.CopyAction

        def source(self):
            return window.gallery.view

        def mimeData(self):  # noqa: N802
            return QMimeData()

        def setAccepted(self, accepted):  # noqa: N802
            self.accepted = accepted

        def isAccepted(self):  # noqa: N802
            return self.accepted

    assert window.desk.takes(OwnDrag()) is False


def test_names_suit_every_system(tmp_path, stage):
    assert file_name(stage).replace("-", "").isalnum()
    (tmp_path / "a.png").touch()
    (tmp_path / "a-2.png").touch()
    assert free_name(tmp_path, "a", "png") == tmp_path / "a-3.png"
