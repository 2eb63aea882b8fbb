"""The place of the models: switching, importing, removing, the card, and devices."""

import hashlib
import json
import shutil

import numpy as np
import onnx
import onnxruntime as ort
import pytest
from onnx import numpy_helper
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from girlsmoe_desktop.core.obedience import IMAGES, PRECISION
from girlsmoe_desktop.runtime.devices import AUTO, CPU, CPU_PROVIDER
from girlsmoe_desktop.runtime.library import user_folder
from girlsmoe_desktop.state.settings import Settings
from girlsmoe_desktop.views.card_text import CardText
from girlsmoe_desktop.views.places import DESIGN, MODELS
from girlsmoe_desktop.views.weak_sign import WeakSign

GPU = "CUDAExecutionProvider"
CARD = "# About\n\nA ![a](shown.png) ![b](../up.png) ![c](file:///etc/passwd) <b>bold</b>\n"


@pytest.fixture
def make_model(tiny_models):
    """Writes the folder of a model like the tiny one, with other weights."""

    def make(root, model_id, factor=2.0, card=CARD, **fields):
        folder = root / model_id
        shutil.copytree(tiny_models / "tiny", folder)
        network = onnx.load(folder / "generator.onnx")
        tensor = next(t for t in network.graph.initializer if t.name == "weights")
        tensor.CopyFrom(numpy_helper.from_array(numpy_helper.to_array(tensor) * factor, "weights"))
        data = network.SerializeToString()
        (folder / "generator.onnx").write_bytes(data)
        manifest = json.loads((folder / "model.json").read_text())
        known = {"id": model_id, "name": model_id.title(), **fields}
        manifest |= {**known, "sha256": hashlib.sha256(data).hexdigest()}
        (folder / "model.json").write_text(json.dumps(manifest))
        (folder / "card.md").write_text(card)
        return folder

    return make


@pytest.fixture
def other(make_model):
    """Another model, among the user's own."""
    metrics = {f"{PRECISION}hat": 0.3, f"{IMAGES}hat": 91, f"{PRECISION}smile": 0.97}
    metrics |= {f"{PRECISION}drill_hair": 0.2}
    return make_model(user_folder(), "other", metrics=metrics)


@pytest.fixture
def shown(qtbot, open_window):
    """A window in the place of the models, with the list filled."""

    def show():
        window = open_window()
        window.go_to(MODELS)
        qtbot.waitUntil(lambda: window.rooms.models.opened is not None)
        return window

    return show


def listed(window):
    """The ids of the models in the panel."""
    return {row.model.manifest.id for row in window.rooms.models_panel.rows}


def row_of(window, model_id):
    return next(row for row in window.rooms.models_panel.rows if row.model.manifest.id == model_id)


def switch(qtbot, window, model_id):
    qtbot.mouseClick(row_of(window, model_id).button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.studio.manifest.id == model_id)
    qtbot.waitUntil(lambda: window.rooms.models.opened is not None)


def answer(monkeypatch, button_text):
    """Answers the next question with the button of that text."""
    asked = []

    def run(box):
        asked.append(box.text())
        wanted = next(b for b in box.buttons() if b.text().replace("&", "") == button_text)
        monkeypatch.setattr(QMessageBox, "clickedButton", lambda _box: wanted)
        return 0

    monkeypatch.setattr(QMessageBox, "exec", run)
    return asked


@pytest.mark.usefixtures("other")
def test_the_list_says_what_there_is_and_which_is_used(shown):
    window = shown()
    names = [row.button.accessibleName() for row in window.rooms.models_panel.rows]
    assert sorted(names) == ["Other", "Preview 64", "Tiny, in use"]
    facts = {
        row.model.manifest.id: row.button.accessibleDescription()
        for row in window.rooms.models_panel.rows
    }
    assert facts["other"] == "16 px · 0.1 MB · yours"
    assert facts["preview-64"].startswith("preview · 64 px")
    assert "yours" not in facts["preview-64"]
    assert row_of(window, "other").remove is not None
    assert row_of(window, "preview-64").remove is None


@pytest.mark.usefixtures("other")
def test_a_click_switches_and_the_next_start_remembers(qtbot, shown, open_window):
    window = shown()
    assert not window.gallery.isVisible()
    switch(qtbot, window, "other")
    assert window.rooms.model_view._title.text() == "Other"
    assert row_of(window, "other").button.accessibleName() == "Other, in use"
    assert row_of(window, "tiny").button.accessibleName() == "Tiny"
    assert Settings().model == "other"
    window.close()
    again = open_window([], wait=False)
    qtbot.waitUntil(lambda: again.studio.manifest is not None)
    assert again.studio.manifest.id == "other"


def test_a_remembered_model_that_is_gone_gives_way_to_the_best(qtbot, open_window):
    settings = Settings()
    settings.model = "gone"
    settings.save()
    window = open_window([], wait=False)
    qtbot.waitUntil(lambda: window.studio.manifest is not None)
    assert window.studio.manifest.id == "preview-64"


@pytest.mark.usefixtures("other")
def test_the_locked_noise_survives_the_switch_and_the_stage_stays(qtbot, shown):
    window = shown()
    before = window.studio.session.character
    window.studio.session.set_locked(True)
    window.studio.session.pin("smile", "on")
    switch(qtbot, window, "other")
    assert window.studio.session.character is before
    window.studio.generate(1)
    qtbot.waitUntil(lambda: window.studio.session.character is not before)
    made = window.studio.session.character
    assert np.array_equal(made.recipe.z, before.recipe.z)
    assert made.looks["smile"] == "on"
    assert made.recipe.model_id == "other"
    assert not np.array_equal(made.pixels, before.pixels)


@pytest.fixture
def fewer(make_model, tiny_models):
    """A model that has hats, but no smiles: a control is missing and another lacks an option."""
    manifest = json.loads((tiny_models / "tiny" / "model.json").read_text())
    controls = [c for c in manifest["controls"] if c["id"] != "smile"]
    hat = next(c for c in controls if c["id"] == "hat")
    hat["labels"].append("smile")
    laws = manifest["laws"]
    for law in laws.values():
        law.get("switches", {}).pop("smile", None)
        law.get("choices", {}).pop("smile", None)
    return make_model(user_folder(), "fewer", controls=controls, laws=laws)


@pytest.mark.usefixtures("fewer")
def test_pins_that_the_new_model_lacks_are_dropped_even_from_an_undo(qtbot, shown):
    window = shown()
    session = window.studio.session
    session.pin("hat", "on")
    session.step("something")
    session.pin("smile", "on")
    session.step("something else")
    session.pin("blush", "on")
    switch(qtbot, window, "fewer")
    assert session.pinned == {"hat": "on", "blush": "on"}
    assert "smile" not in window.design.switches
    session.history.undo()
    assert session.pinned == {"hat": "on"}
    window.studio.generate(1)
    qtbot.waitUntil(lambda: session.character.recipe.model_id == "fewer")


@pytest.mark.usefixtures("other")
def test_characters_of_both_models_stay_in_the_gallery(qtbot, shown):
    window = shown()
    first = window.studio.session.character
    switch(qtbot, window, "other")
    window.go_to(DESIGN)
    window.studio.generate(1)
    qtbot.waitUntil(lambda: window.studio.gallery.rowCount() == 2)
    qtbot.waitUntil(lambda: not window.studio.is_busy)
    window.studio.choose(window.studio.gallery.of_numbers([first.number])[0])
    assert window.studio.session.character.recipe.model_id == "tiny"
    assert window.stage.portrait.isVisible()


def test_a_model_that_can_not_be_opened_leaves_the_one_in_use(qtbot, shown, other):
    window = shown()
    (other / "generator.onnx").write_bytes(b"broken")
    qtbot.mouseClick(row_of(window, "other").button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "damaged" in window.rooms.model_view.banner.text)
    assert window.studio.manifest.id == "tiny"
    assert window.rooms.model_view.banner.isVisible()


def test_what_is_said_in_another_room_is_not_said_in_this_one(shown):
    window = shown()
    banner = window.rooms.model_view.banner
    for signal in (window.studio.noticed, window.studio.failed):
        signal.emit("Here")
        assert banner.text == "Here"
    window.go_to(DESIGN)
    for signal in (window.studio.noticed, window.studio.failed):
        signal.emit("There")
        assert window.stage.banner.text == "There"
    assert banner.text == "Here"


def dropped(window, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(300, 300),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)
    return event.isAccepted()


def test_a_zip_dropped_onto_the_window_is_installed(qtbot, shown, make_model, tmp_path):
    window = shown()
    make_model(tmp_path / "made", "dropped")
    archive = shutil.make_archive(str(tmp_path / "model"), "zip", tmp_path / "made")
    assert dropped(window, archive)
    qtbot.waitUntil(lambda: (user_folder() / "dropped").is_dir())
    qtbot.waitUntil(lambda: "dropped" in listed(window))
    assert window.studio.manifest.id == "tiny"
    assert "Dropped is installed" in window.rooms.model_view.banner.text
    switch(qtbot, window, "dropped")


def test_a_folder_is_imported_by_its_manifest(qtbot, shown, make_model, tmp_path, monkeypatch):
    folder = make_model(tmp_path / "made", "chosen")
    window = shown()
    monkeypatch.setattr("girlsmoe_desktop.views.files.ask_import", lambda *_: folder / "model.json")
    qtbot.mouseClick(window.rooms.models_panel.bring, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "chosen" in listed(window))
    assert window.rooms.models_panel.bring.isEnabled()


def test_what_can_not_be_imported_is_told(qtbot, shown, tmp_path):
    window = shown()
    bad = tmp_path / "bad.zip"
    bad.write_text("nonsense")
    assert dropped(window, bad)
    qtbot.waitUntil(lambda: "bad.zip is no model" in window.rooms.model_view.banner.text)
    assert not window.rooms.models.is_busy


def test_replacing_is_asked_for(qtbot, shown, other, make_model, tmp_path, monkeypatch):
    window = shown()
    brought = make_model(tmp_path / "made", "other", factor=3.0)
    before = (other / "generator.onnx").read_bytes()
    asked = answer(monkeypatch, "Cancel")
    window.rooms.models.take(brought)
    qtbot.waitUntil(lambda: bool(asked))
    assert "Another model other is installed" in asked[0]
    assert (other / "generator.onnx").read_bytes() == before
    answer(monkeypatch, "Replace")
    window.rooms.models.take(brought)
    wanted = hashlib.sha256((brought / "generator.onnx").read_bytes()).hexdigest()
    qtbot.waitUntil(lambda: row_of(window, "other").model.manifest.sha256 == wanted)


def test_removing_the_model_in_use_opens_another(qtbot, shown, other, monkeypatch):
    window = shown()
    switch(qtbot, window, "other")
    answer(monkeypatch, "Cancel")
    qtbot.mouseClick(row_of(window, "other").remove, Qt.MouseButton.LeftButton)
    assert other.is_dir()
    answer(monkeypatch, "Remove")
    qtbot.mouseClick(row_of(window, "other").remove, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.studio.manifest.id == "preview-64")
    qtbot.waitUntil(lambda: "other" not in {m.manifest.id for m in window.rooms.models.shelf})
    assert not other.exists()


@pytest.mark.usefixtures("other")
def test_weak_options_carry_a_sign_where_they_are_set_and_in_the_card(qtbot, shown):
    window = shown()
    assert window.design.findChildren(WeakSign) == []
    switch(qtbot, window, "other")
    words = {sign.toolTip() for sign in window.design.findChildren(WeakSign)}
    assert words == {
        "This model is weak here.\nHat: 30 % of pictures show it, learned from 91 images",
        "This model is weak here.\nDrills: 20 % of pictures show it",
    }
    assert "30 %" in window.design.switches["hat"].accessibleDescription()
    assert not window.design.switches["smile"].accessibleDescription()
    assert set(window.rooms.model_view.attributes.signs) == {"Hat", "Drills"}


def test_a_card_reaches_for_nothing(qtbot):
    text = CardText()
    qtbot.addWidget(text)
    text.resize(400, 300)
    text.show()
    picture = np.full((4, 600, 3), 200, np.uint8)
    remote = "![r](https://example.org/x.png)\n\n<script>alert(1)</script>\n\n[link](file:///etc)\n"
    text.show_card(CARD + remote, {"shown.png": picture})
    text.grab()
    assert "<b>bold</b>" in text.toPlainText()
    assert "<script>" in text.toPlainText()
    assert set(text.asked) == {
        "shown.png",
        "../up.png",
        "file:///etc/passwd",
        "https://example.org/x.png",
    }
    document = text.document()
    found = {name: document.loadResource(2, QUrl(name)).isNull() for name in set(text.asked)}
    assert [name for name, is_null in found.items() if not is_null] == ["shown.png"]
    assert text.height() > 20


def test_devices_are_listed_with_reasons_and_tried(qtbot, shown):
    window = shown()
    box = window.rooms.models_panel.device
    assert "not" in box.said["directml"].text()
    assert box.choice.model().item(box.choice.findData("directml")).isEnabled() is False
    assert box.choice.model().item(box.choice.findData(CPU)).isEnabled()
    assert box.choice.findText("Azure", Qt.MatchFlag.MatchContains) < 0
    qtbot.mouseClick(box.test, Qt.MouseButton.LeftButton)
    assert not box.test.isEnabled()
    qtbot.waitUntil(lambda: not window.rooms.devices.is_testing)
    assert box.said[CPU].text().endswith("ms per picture")
    assert box.test.isEnabled()


@pytest.fixture
def gpu(monkeypatch):
    """Makes this a machine with a GPU that paints black when told to."""
    real, state = ort.InferenceSession, {"black": False, "starts": True}

    class Session:
        def __init__(self, data, options, providers):
            self._real = real(data, options, providers=[CPU_PROVIDER])
            self._is_gpu = providers[0] == GPU and state["starts"]
            self.get_inputs, self.get_outputs = self._real.get_inputs, self._real.get_outputs

        def get_providers(self):
            return [GPU, CPU_PROVIDER] if self._is_gpu else [CPU_PROVIDER]

        def run(self, names, feeds):
            (img,) = self._real.run(names, feeds)
            return [np.full_like(img, -1) if self._is_gpu and state["black"] else img]

    monkeypatch.setattr(ort, "InferenceSession", Session)
    monkeypatch.setattr(ort, "get_available_providers", lambda: [GPU, CPU_PROVIDER])
    return state


@pytest.mark.usefixtures("gpu")
def test_the_choice_of_a_device_is_used_at_once_and_remembered(qtbot, shown):
    window = shown()
    assert window.studio.generator.provider == GPU
    assert "CUDA" in window.status.text
    box = window.rooms.models_panel.device
    box.choice.setCurrentIndex(box.choice.findData(CPU))
    box.choice.activated.emit(box.choice.currentIndex())
    qtbot.waitUntil(lambda: window.studio.generator.provider == CPU_PROVIDER)
    assert "CPU" in window.status.text
    assert Settings().device == CPU


@pytest.mark.parametrize("device", ["toaster", "", "../cpu"])
def test_a_damaged_choice_reads_as_automatic(device):
    settings = Settings()
    settings.device = device
    assert settings.device == AUTO


def test_a_black_picture_is_painted_again_and_said(qtbot, gpu, shown):
    window = shown()
    window.go_to(DESIGN)
    gpu["black"] = True
    window.studio.generate(3)
    qtbot.waitUntil(lambda: window.studio.gallery.rowCount() == 4)
    qtbot.waitUntil(lambda: "GPU · CUDA gave no picture" in window.stage.banner.text)
    assert all(window.studio.gallery.character(row).pixels.any() for row in range(4))
    assert "CUDA" not in window.status.text


def test_a_device_that_does_not_start_is_said(qtbot, gpu, shown):
    window = shown()
    gpu["starts"] = False
    window.rooms.devices.choose("cuda")
    qtbot.waitUntil(lambda: "did not start" in window.stage.banner.text)
    assert window.studio.generator.provider == CPU_PROVIDER


@pytest.mark.usefixtures("other")
def test_the_keyboard_reaches_everything_in_its_order(qtbot, shown):
    window = shown()
    window.activateWindow()

    def is_in_order():
        """The list may be filled anew meanwhile, so it is walked through until it is not."""
        window.rail.places[MODELS].setFocus(Qt.FocusReason.TabFocusReason)
        reached = []
        for _ in range(20):
            qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
            reached.append(window.focusWidget())
        panel = window.rooms.models_panel
        stops = [s for row in panel.rows for s in (row.button, row.remove) if s is not None]
        stops += [panel.device.choice, panel.device.test, panel.engine.add, panel.bring]
        return any(reached[at : at + len(stops)] == stops for at in range(len(reached)))

    qtbot.waitUntil(is_in_order)
    row_of(window, "other").button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(row_of(window, "other").button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.studio.manifest.id == "other")
    QTest.qWait(50)
    assert row_of(window, "other").button.hasFocus()


@pytest.mark.parametrize("size", [(1024, 640), (1440, 900)])
@pytest.mark.usefixtures("other")
def test_nothing_is_cut_off_at_either_size(qtbot, shown, size):
    window = shown()
    switch(qtbot, window, "other")
    window.resize(*size)
    QTest.qWait(50)
    view = window.rooms.model_view
    for part in (view.card, view._licence, view.attributes, *view.facts.values()):
        if part.isVisible():
            right = part.mapTo(view, part.rect().topRight()).x()
            assert right <= view.width(), part


def test_what_others_put_into_the_folder_of_models_is_seen(qtbot, open_window, tiny_models):
    window = open_window()
    user_folder().mkdir(parents=True)
    window.go_to(MODELS)
    models = window.rooms.models
    qtbot.waitUntil(lambda: len(models.shelf) > 0)
    before = len(models.shelf)
    qtbot.waitUntil(lambda: str(user_folder()) in models._watcher.directories())
    copy = user_folder() / "copied"
    copy.mkdir()
    qtbot.waitUntil(lambda: str(copy) in models._watcher.directories())
    values = json.loads((tiny_models / "tiny" / "model.json").read_text("utf-8"))
    shutil.copy(tiny_models / "tiny" / "generator.onnx", copy)
    (copy / "model.json").write_text(json.dumps({**values, "id": "copied"}), "utf-8")
    qtbot.waitUntil(lambda: len(models.shelf) == before + 1)
    assert any(row.model.manifest.id == "copied" for row in window.rooms.models_panel.rows)
    shutil.rmtree(copy)
    qtbot.waitUntil(lambda: len(models.shelf) == before)


def test_a_folder_of_models_that_is_not_there_is_no_trouble(qtbot, open_window):
    window = open_window()
    window.go_to(MODELS)
    qtbot.waitUntil(lambda: len(window.rooms.models.shelf) > 0)
    assert window.rooms.models._watcher.directories() == []
