"""Training from the window: a fake trainer behind real widgets, and once the real one."""

import importlib.util
import json
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from girlsmoe_desktop.core.recipe import recipe_from_json, with_noise
from girlsmoe_desktop.jobs import trainer_process
from girlsmoe_desktop.jobs.python_probe import INSTALL, TrainerPython
from girlsmoe_desktop.runtime.library import installed, user_folder
from girlsmoe_desktop.state.cast import starred_cast
from girlsmoe_desktop.state.material import Kind, Material
from girlsmoe_desktop.state.run_plan import FILE, RunPlan, Step, load_plan
from girlsmoe_desktop.state.training import Phase
from girlsmoe_desktop.views import files, train_python
from girlsmoe_desktop.views.places import BLEND, DESIGN, TRAIN
from girlsmoe_desktop.views.train_setup import DRAWN, FOLDER
from girlsmoe_desktop.views.train_view import ATTRIBUTES

FAKE = Path(__file__).with_name("fake_trainer.py")
WAIT_MS = 30_000


class SureProbe:
    """Finds this Python without asking it."""

    answer = TrainerPython(sys.executable, "2.13.0", "CPU")

    def __init__(self, _parent=None):
        pass

    def ask(self, _pythons, success, _failure):
        success(self.answer)

    def shut_down(self):
        pass


class VainProbe(SureProbe):
    def ask(self, _pythons, _success, failure):
        failure("No Python here can train.")


@pytest.fixture
def fake(monkeypatch, tiny_models):
    """Puts the fake trainer in place of the real one; returns what changes its mood."""
    monkeypatch.setattr(trainer_process, "COMMAND", ("-u", str(FAKE)))
    monkeypatch.setattr(train_python, "PythonProbe", SureProbe)
    monkeypatch.setenv("FAKE_MODEL", str(tiny_models / "tiny"))

    def be(mode):
        monkeypatch.setenv("FAKE_TRAINER", mode)

    be("")
    return be


@pytest.fixture
def click(qtbot):
    return lambda button: qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def reach(qtbot):
    """Waits until training is in a phase."""

    def wait(window, phase):
        qtbot.waitUntil(lambda: window.rooms.training.phase is phase, timeout=WAIT_MS)

    return wait


@pytest.fixture
def begin(fake, open_window, tmp_path, click):
    """A window whose training has just been started, in some mood of the fake trainer."""

    def begin_(mode="", count=3):
        fake(mode)
        window = open_window()
        window.go_to(TRAIN)
        window.settings.runs = tmp_path / "runs"
        window.rooms.train.setup.count.setText(str(count))
        click(window.rooms.train.main)
        return window

    return begin_


def saved_steps(run):
    return sorted(int(path.stem) for path in (run / "checkpoints").glob("*.safetensors"))


def test_a_run_goes_from_drawing_to_an_installed_model(qtbot, begin, reach, click, tmp_path):
    window = begin()
    reach(window, Phase.FINISHED)
    run = tmp_path / "runs" / "00001-preview-64"
    assert len(list((run / "portraits").glob("*.drawn"))) == 3
    assert load_plan(run) == RunPlan(
        run, "preview-64", Material(Kind.DRAWN, count=3), frozenset([Step.DRAW])
    )
    assert window.rooms.training.record.is_complete
    assert window.rooms.train.main.text() == "Install this model"
    window.rooms.train.install.name.setText("Évening run!")
    before = window.studio.gallery.rowCount()
    click(window.rooms.train.main)
    qtbot.waitUntil(lambda: window.studio.gallery.rowCount() == before + 1, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: not window.studio.is_busy)
    manifest = window.studio.manifest
    assert (manifest.id, manifest.name) == ("evening-run", "Évening run!")
    assert not manifest.preview
    assert (user_folder() / "evening-run" / "generator.onnx").is_file()
    assert window.rail.places[DESIGN].isChecked()
    assert window.studio.session.character.recipe.model_id == "evening-run"
    assert len(window.design.switches) == 6
    kind = type(window.design.switches["hat"])
    assert len(window.design.findChildren(kind)) == 6


def test_the_stage_shows_how_it_learns(qtbot, begin, reach):
    window = begin()
    reach(window, Phase.FINISHED)
    view = window.rooms.train_view
    assert view.isVisible()
    assert not window.stage.isVisible()
    assert not window.gallery.isVisible()
    assert view.progress.share == 1
    assert view.seen.value.text() == "320"
    assert view.chart.accessibleDescription() == "Painter: 1.98; Critic: 1.02"
    view.curves.choose(ATTRIBUTES)
    assert view.chart.accessibleDescription() == "Painter: 9"
    qtbot.waitUntil(lambda: [f.step for f in view.film.frames] == [10, 20, 30, 40])
    shown = lambda: view.sheet.image and view.sheet.image.pixelColor(5, 5).red()  # noqa: E731
    qtbot.waitUntil(lambda: shown() == 160)
    view.film.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(view.film, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: shown() == 120)
    place = view.film.area(0).center().toPoint()
    qtbot.mouseClick(view.film, Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: shown() == 40)
    assert view.film.accessibleName() == "Step by step: step 10"
    seen = []
    view.film.valueChanged.connect(seen.append)
    qtbot.mouseClick(view.play, Qt.MouseButton.LeftButton)
    assert view.play.toolTip() == "Stop the film"
    qtbot.waitUntil(lambda: seen == [1, 2, 3])
    assert view.play.toolTip() == "Play the film"
    window.go_to(BLEND)
    assert window.stage.isVisible()
    assert window.gallery.isVisible()


@pytest.mark.usefixtures("fake")
def test_starred_characters_are_filmed_and_any_picture_of_the_sheet_can_be(
    qtbot, open_window, tmp_path, click, reach
):
    window = open_window()
    setup = window.rooms.train.setup
    window.settings.runs = tmp_path / "runs"
    window.go_to(TRAIN)
    assert not setup.films.isVisible()
    window.go_to(DESIGN)
    starred = window.studio.session.character
    window.actions_.star.trigger()
    window.go_to(TRAIN)
    assert setup.films.isVisible()
    setup.count.setText("3")
    click(window.rooms.train.main)
    run = tmp_path / "runs" / "00001-preview-64"
    reach(window, Phase.FINISHED)
    (line,) = (run / "cast.jsonl").read_text("utf-8").splitlines()
    assert recipe_from_json(line).to_json() == starred.recipe.to_json()
    assert (run / "filmed").read_text() == str(run / "cast.jsonl")
    view = window.rooms.train_view
    qtbot.waitUntil(lambda: len(view.film.frames) == 4 and view.sheet.image is not None)
    assert view.sheet.accessibleName() == "Samples: number 1 is filmed"
    first = view.film.frames[0].image.pixelColor(9, 9)
    place = view.sheet.area(9).center().toPoint()
    qtbot.mouseClick(view.sheet, Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: {frame.place for frame in view.film.frames} == {9})
    assert view.film.frames[0].image.pixelColor(9, 9) != first
    view.sheet.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Left):
        qtbot.keyClick(view.sheet, key)
    qtbot.waitUntil(lambda: view.film.frames[0].place == 0)
    assert view.film.frames[0].image.pixelColor(9, 9) == first


@pytest.mark.usefixtures("fake")
def test_nobody_is_filmed_where_that_is_not_wanted(open_window, tmp_path, click, reach):
    window = open_window()
    window.settings.runs = tmp_path / "runs"
    window.actions_.star.trigger()
    window.go_to(TRAIN)
    window.rooms.train.setup.films.click()
    window.rooms.train.setup.count.setText("3")
    click(window.rooms.train.main)
    reach(window, Phase.FINISHED)
    assert not (tmp_path / "runs" / "00001-preview-64" / "cast.jsonl").exists()


def test_noise_that_fits_no_new_model_is_not_filmed(window):
    gallery, session = window.studio.gallery, window.studio.session
    painted = with_noise(session.character.recipe, session.character.recipe.z)
    window.studio.keep(window.studio.paint(painted))
    window.tidying.star([gallery.number(row) for row in range(gallery.rowCount())])
    cast = starred_cast(gallery, "smoke")
    assert [recipe.seed for recipe in cast] == [gallery.character(1).recipe.seed]
    assert cast[0].seed is not None


def test_the_focus_goes_to_the_foot_when_the_form_is_hidden(fake, open_window, tmp_path, reach):
    fake("slow")
    window = open_window()
    window.settings.runs = tmp_path / "runs"
    window.go_to(TRAIN)
    window.rooms.train.setup.count.setFocus(Qt.FocusReason.MouseFocusReason)
    window.rooms.training.start(window.settings.runs, "smoke", Material(Kind.DRAWN, count=2))
    assert window.focusWidget() is window.rooms.train.side
    assert not window.rooms.train.side.has_ring
    reach(window, Phase.FINISHED)


def test_pause_and_go_on(qtbot, begin, reach, click, fake, tmp_path):
    window = begin("slow")
    panel, training = window.rooms.train, window.rooms.training
    qtbot.waitUntil(lambda: training.record is not None and training.record.step > 2)
    assert panel.main.text() == "Pause"
    assert training.record.seconds_left == pytest.approx((40 - training.record.step) / 10)
    assert "Training · " in window.status.findChildren(train_status())[0].text()
    click(panel.main)
    assert training.phase is Phase.PAUSING
    assert not panel.main.isEnabled()
    reach(window, Phase.PAUSED)
    paused_at = training.record.step
    run = tmp_path / "runs" / "00001-preview-64"
    assert saved_steps(run) == [paused_at]
    assert paused_at < 40
    fake("")
    click(panel.main)
    reach(window, Phase.FINISHED)
    steps = [step for step, _ in training.record.curves["d_adv"].points]
    assert steps == list(range(1, 41))
    assert saved_steps(run) == [paused_at, 40]


def train_status():
    from girlsmoe_desktop.views.train_status import TrainStatus

    return TrainStatus


def test_drawing_can_be_paused_and_its_rest_is_drawn(qtbot, begin, reach, click, fake, tmp_path):
    window = begin("slow", count=400)
    training = window.rooms.training
    qtbot.waitUntil(lambda: training.record is not None and training.record.prepared[0] > 1)
    assert training.phase is Phase.PREPARING
    click(window.rooms.train.main)
    reach(window, Phase.PAUSED)
    drawn = training.record.prepared[0]
    assert 1 < drawn < 400
    fake("")
    click(window.rooms.train.main)
    reach(window, Phase.FINISHED)
    portraits = tmp_path / "runs" / "00001-preview-64" / "portraits"
    assert len(list(portraits.glob("*.drawn"))) == 400


def test_stop_ends_it_and_what_there_is_can_be_installed(qtbot, begin, reach, click):
    window = begin("slow")
    training = window.rooms.training
    qtbot.waitUntil(lambda: training.record is not None and training.record.step > 2)
    click(window.rooms.train.side)
    reach(window, Phase.FINISHED)
    assert window.rooms.train.further.isVisible()
    click(window.rooms.train.main)
    qtbot.waitUntil(lambda: window.studio.manifest.id == "my-model", timeout=WAIT_MS)
    assert window.studio.manifest.preview
    qtbot.waitUntil(lambda: not window.studio.is_busy)


def test_stopping_while_it_is_drawn_leaves_nothing_to_show(qtbot, begin, reach, click):
    window = begin("slow", count=400)
    training = window.rooms.training
    qtbot.waitUntil(lambda: training.record is not None and training.record.prepared[0] > 1)
    click(window.rooms.train.side)
    reach(window, Phase.IDLE)
    assert window.rooms.train.setup.isVisible()
    assert window.settings.run == ""


def test_a_trainer_that_hangs_can_be_ended_at_once(qtbot, begin, reach, click):
    window = begin("hang")
    training = window.rooms.training
    qtbot.waitUntil(lambda: training.record is not None and training.record.prepared[1] == 5)
    click(window.rooms.train.side)
    assert window.rooms.train.side.text() == "Stop at once"
    assert training.phase is Phase.PAUSING
    qtbot.wait(QGuiApplication.styleHints().mouseDoubleClickInterval() + 50)
    click(window.rooms.train.side)
    reach(window, Phase.IDLE)


@pytest.mark.parametrize(
    ("mode", "words"),
    [
        ("fail", "The disk is full. Make room and go on."),
        ("break", "no such kernel"),
        ("mute", "gave no reason"),
        ("die", "ended suddenly"),
        ("leave", "ended without a word"),
    ],
)
def test_what_goes_wrong_is_told_and_can_be_tried_again(begin, reach, click, fake, mode, words):
    window = begin(mode)
    reach(window, Phase.FAILED)
    assert words in window.rooms.training.problem
    assert window.rooms.train.main.text() == "Try again"
    fake("")
    click(window.rooms.train.main)
    reach(window, Phase.FINISHED)
    assert window.rooms.training.problem == ""


def test_garbage_does_not_disturb_it(begin, reach):
    window = begin("babble")
    reach(window, Phase.FINISHED)
    assert window.rooms.training.record.is_complete


def test_an_export_that_fails_leaves_the_run(begin, reach, click, fake):
    window = begin()
    reach(window, Phase.FINISHED)
    fake("no-export")
    click(window.rooms.train.main)
    assert window.rooms.training.phase is Phase.INSTALLING
    reach(window, Phase.FINISHED)
    assert window.rooms.train_view.banner.text == "It differs from the trained generator."
    assert installed().models.keys() == {"preview-64"}


def test_a_name_that_is_taken_gets_a_number(qtbot, begin, reach, click):
    window = begin()
    reach(window, Phase.FINISHED)
    (user_folder() / "my-model").mkdir(parents=True)
    click(window.rooms.train.main)
    qtbot.waitUntil(lambda: window.studio.manifest.id == "my-model-2", timeout=WAIT_MS)
    assert list((user_folder() / "my-model").iterdir()) == []
    qtbot.waitUntil(lambda: not window.studio.is_busy)


def test_closing_the_window_pauses_and_the_next_one_picks_it_up(
    qtbot, begin, reach, click, fake, open_window, tmp_path
):
    window = begin("slow")
    qtbot.waitUntil(
        lambda: window.rooms.training.record is not None and window.rooms.training.record.step > 2
    )
    window.close()
    run = tmp_path / "runs" / "00001-preview-64"
    (saved,) = saved_steps(run)
    fake("")
    again = open_window(wait=False)
    reach(again, Phase.PAUSED)
    again.go_to(TRAIN)
    assert again.rooms.training.record.step == saved
    assert again.rooms.training.record.curves["g_adv"].last[0] == saved
    assert again.rooms.train.main.text() == "Go on"
    click(again.rooms.train.main)
    reach(again, Phase.FINISHED)
    assert again.rooms.training.record.is_complete


def test_two_windows_do_not_train_in_one_folder(qtbot, begin, reach, click, open_window):
    window = begin("slow", count=400)
    qtbot.waitUntil(lambda: window.rooms.training.record is not None)
    other = open_window(wait=False)
    reach(other, Phase.PAUSED)
    other.go_to(TRAIN)
    click(other.rooms.train.main)
    assert "in use by another window" in other.rooms.train_view.banner.text
    assert other.rooms.training.phase is Phase.PAUSED


def test_a_run_of_the_command_line_can_be_looked_at(begin, reach, click, monkeypatch):
    window = begin()
    reach(window, Phase.FINISHED)
    run = window.rooms.training.record.folder
    click(window.rooms.train.side)
    assert window.rooms.training.phase is Phase.IDLE
    (run / FILE).unlink()
    with (run / "events.jsonl").open("ab") as record:
        record.write(b"\xff\xfe half a li")
    monkeypatch.setattr(files, "ask_folder", lambda *_args: run)
    click(window.rooms.train.side)
    reach(window, Phase.FINISHED)
    assert window.rooms.training.record.step == 40
    assert not window.rooms.train.further.isVisible()
    assert window.rooms.train.main.isEnabled()


@pytest.mark.usefixtures("fake")
def test_a_folder_that_is_no_run_is_refused(qtbot, open_window, click, tmp_path, monkeypatch):
    window = open_window()
    window.go_to(TRAIN)
    (tmp_path / FILE).write_text("[[[", "utf-8")
    monkeypatch.setattr(files, "ask_folder", lambda *_args: tmp_path)
    click(window.rooms.train.side)
    qtbot.waitUntil(lambda: "holds no run" in window.rooms.train_view.banner.text)
    assert window.rooms.training.phase is Phase.IDLE


@pytest.mark.usefixtures("fake")
def test_a_folder_of_portraits_is_taken_as_it_is(open_window, click, reach, tmp_path, monkeypatch):
    window = open_window()
    window.settings.runs = tmp_path / "runs"
    window.go_to(TRAIN)
    setup = window.rooms.train.setup
    click(setup.source.pill(FOLDER))
    assert not window.rooms.train.main.isEnabled()
    monkeypatch.setattr(files, "ask_folder", lambda *_args: tmp_path)
    click(setup.folder.choose)
    assert "holds no pictures and no prepared portraits" in window.rooms.train_view.banner.text
    assert not window.rooms.train.main.isEnabled()
    assert not (tmp_path / "runs").exists()
    (tmp_path / "labels.csv").write_text("file\n", "utf-8")
    click(setup.folder.choose)
    click(window.rooms.train.main)
    reach(window, Phase.FINISHED)
    assert window.rooms.training.plan.portraits == tmp_path
    assert window.rooms.training.record.prepared == (0, 0)
    setup.source.choose(DRAWN)
    assert setup.material == Material(Kind.DRAWN)


@pytest.fixture
def begin_with_pictures(fake, open_window, tmp_path, monkeypatch, click):
    """A window that has just been asked to learn from a folder of pictures."""

    def begin(mode=""):
        fake(mode)
        window = open_window()
        window.settings.runs = tmp_path / "runs"
        window.go_to(TRAIN)
        pictures, cascade = tmp_path / "絵", tmp_path / "faces.xml"
        pictures.mkdir()
        (pictures / "one.jpg").touch()
        folder = window.rooms.train.setup.folder
        window.rooms.train.setup.source.choose(FOLDER)
        monkeypatch.setattr(files, "ask_folder", lambda *_args: pictures)
        monkeypatch.setattr(files, "ask_program", lambda *_args: cascade)
        click(folder.choose)
        folder.cascade.button.click()
        click(window.rooms.train.main)
        return window

    return begin


def test_pictures_become_faces_a_set_and_a_model(qtbot, begin_with_pictures, reach, click):
    window = begin_with_pictures()
    reach(window, Phase.REVIEWING)
    training, view = window.rooms.training, window.rooms.train_view.prepare
    assert view.isVisible()
    assert view.steps.accessibleName() == "Step 4 of 6: Look at them"
    qtbot.waitUntil(lambda: view.reviewing.rowCount() == 29)
    qtbot.keyClick(view.review.grid, Qt.Key.Key_Home)
    qtbot.keyClick(view.review.grid, Qt.Key.Key_X)
    assert view.reviewing.rejected_count == 1
    assert window.rooms.train.main.text() == "Go on with the rest"
    click(window.rooms.train.main)
    reach(window, Phase.FINISHED)
    labels = training.plan.portraits / "labels.csv"
    assert len(labels.read_text("utf-8").splitlines()) == 1 + 28
    assert training.record.is_complete
    assert not view.isVisible()


def test_cutting_out_can_be_paused_and_goes_on(
    qtbot, begin_with_pictures, reach, click, fake, open_window
):
    window = begin_with_pictures("slow")
    training = window.rooms.training
    qtbot.waitUntil(lambda: training.record.prepared[0] > 1)
    assert training.step is Step.DETECT
    click(window.rooms.train.main)
    reach(window, Phase.PAUSED)
    assert 1 < training.record.prepared[0] < 30
    window.close()
    fake("")
    again = open_window(wait=False)
    reach(again, Phase.PAUSED)
    again.go_to(TRAIN)
    click(again.rooms.train.main)
    reach(again, Phase.REVIEWING)
    # What was looked at is kept, and the faces wait for as long as they have to.
    again.close()
    third = open_window(wait=False)
    reach(third, Phase.PAUSED)
    third.go_to(TRAIN)
    click(third.rooms.train.main)
    assert third.rooms.training.phase is Phase.REVIEWING
    click(third.rooms.train.side)
    reach(third, Phase.IDLE)


@pytest.mark.usefixtures("fake")
def test_a_folder_for_runs_that_cannot_be_is_told(open_window, click, tmp_path):
    window = open_window()
    window.go_to(TRAIN)
    (tmp_path / "file").touch()
    window.settings.runs = tmp_path / "file"
    click(window.rooms.train.main)
    assert "can't hold a new run" in window.rooms.train_view.banner.text
    assert window.rooms.training.phase is Phase.IDLE


@pytest.mark.usefixtures("fake")
def test_without_a_python_it_says_how_to_get_one(open_window, click, monkeypatch):
    monkeypatch.setattr(train_python, "PythonProbe", VainProbe)
    window = open_window()
    window.go_to(TRAIN)
    python = window.rooms.train.python
    assert python.text == "No Python here can train."
    assert not window.rooms.train.main.isEnabled()
    click(python.copy)
    assert QGuiApplication.clipboard().text() == INSTALL


@pytest.mark.usefixtures("fake")
def test_a_python_that_was_chosen_is_remembered(open_window, click, monkeypatch):
    window = open_window()
    assert window.rooms.train.python.text == ""  # nothing is asked before somebody wants to train
    window.go_to(TRAIN)
    assert window.rooms.train.python.text == "torch 2.13.0 on CPU"
    assert window.settings.python == ""
    monkeypatch.setattr(files, "ask_program", lambda *_args: Path(sys.executable))
    click(window.rooms.train.python.choose)
    assert window.settings.python == sys.executable


def test_a_double_click_starts_once(qtbot, fake, open_window, tmp_path):
    fake("slow")
    window = open_window()
    window.settings.runs = tmp_path / "runs"
    window.go_to(TRAIN)
    qtbot.mouseClick(window.rooms.train.main, Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(window.rooms.train.main, Qt.MouseButton.LeftButton)
    assert window.rooms.training.phase is Phase.PREPARING


@pytest.mark.usefixtures("fake")
def test_nobody_out_of_sight_is_moved_to_the_trash(window):
    assert window.actions_.trash.isEnabled()
    window.go_to(TRAIN)
    assert not any(action.isEnabled() for action in window.actions_.of_a_character)
    window.go_to(DESIGN)
    assert window.actions_.trash.isEnabled()


@pytest.mark.usefixtures("fake")
def test_the_count_follows_the_arrow_keys(qtbot, window):
    count = window.rooms.train.setup.count
    qtbot.keyClick(count, Qt.Key.Key_Up)
    assert count.number == 21_000
    count.setText("")
    assert count.number == 20_000
    count.setText("1")
    assert count.number == 2


def test_a_damaged_sheet_costs_its_frame_alone(qtbot, begin, reach):
    window = begin()
    reach(window, Phase.FINISHED)
    view, folder = window.rooms.train_view, window.rooms.training.record.folder
    qtbot.waitUntil(lambda: len(view.film.frames) == 4)
    (folder / "samples" / "000020.png").write_bytes(b"no picture")
    Image.fromarray(np.zeros((64, 64, 3), np.uint8)).save(folder / "samples" / "000050.png")
    window.rooms.training.sampled.emit()
    qtbot.waitUntil(lambda: [f.step for f in view.film.frames] == [10, 30, 40, 50])
    assert view.film.value() == 3


@pytest.mark.skipif(importlib.util.find_spec("torch") is None, reason="needs the train extra")
def test_the_real_trainer_from_portraits_to_a_character(qtbot, open_window, click, tmp_path):
    slow_ms = 300_000
    window = open_window()
    window.actions_.star.trigger()
    window.settings.runs = tmp_path / "runs"
    window.go_to(TRAIN)
    panel, training = window.rooms.train, window.rooms.training
    panel.setup.count.setText("16")
    panel.setup.preset.setCurrentIndex(panel.setup.preset.findData("smoke"))
    qtbot.waitUntil(panel.main.isEnabled, timeout=slow_ms)
    click(panel.main)
    qtbot.waitUntil(
        lambda: training.record is not None and training.record.step >= 10, timeout=slow_ms
    )
    click(panel.main)
    qtbot.waitUntil(lambda: training.phase is Phase.PAUSED, timeout=slow_ms)
    assert training.problem == ""
    paused_at = training.record.step
    assert 10 <= paused_at < 200
    click(panel.main)
    qtbot.waitUntil(lambda: training.record.step > paused_at + 20, timeout=slow_ms)
    click(panel.side)
    qtbot.waitUntil(lambda: training.phase is Phase.FINISHED, timeout=slow_ms)
    assert training.record.images == 16
    qtbot.waitUntil(lambda: bool(window.rooms.train_view.film.frames))
    assert len((training.record.folder / "cast.jsonl").read_text("utf-8").splitlines()) == 1
    told = (training.record.folder / "events.jsonl").read_text("utf-8").splitlines()
    starts = [json.loads(line)["step"] for line in told if '"started"' in line]
    assert starts == [0, paused_at]
    click(panel.main)
    qtbot.waitUntil(lambda: window.studio.manifest.id == "my-model", timeout=slow_ms)
    qtbot.waitUntil(lambda: window.studio.session.character.recipe.model_id == "my-model")
    qtbot.waitUntil(lambda: not window.studio.is_busy)
    assert window.studio.manifest.size == 32
