"""Faces looked at in the window: what keys and clicks decide is kept in the trainer's file."""

import itertools
import json

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow

from girlsmoe_desktop.jobs.task import Tasks
from girlsmoe_desktop.state.reviewing import Reviewing
from girlsmoe_desktop.views.review_grid import GAP_PX, SIDE_PX, WORDS_PX
from girlsmoe_desktop.views.review_view import ReviewView
from trainer.data.review import KEEP, REJECT, Review, doubtful

COUNT = 40
X, UNDO, GOOD = Qt.Key.Key_X, Qt.Key.Key_Z, Qt.Key.Key_Return


def face(place):
    return f"顔{place:02d}"


@pytest.fixture
def folder(tmp_path):
    """Faces of which the first are the most doubtful; the last is a double."""
    (tmp_path / "faces").mkdir()
    rows, tags = [], []
    for place in range(COUNT):
        name = f"faces/{place}.webp"
        Image.new("RGB", (32, 32), (6 * place, 90, 90)).save(tmp_path / name, lossless=True)
        rows.append({"id": face(place), "status": "kept", "file": name, "size": 32})
        tags.append({"id": face(place), "status": "kept", "labels": [], "feature": place})
        tags[-1]["doubt"] = 1 - place / COUNT
    double = {"id": face(COUNT - 1), "status": "skipped", "reason": "nearly the same"}
    for name, lines in (("records", rows), ("tags", tags), ("duplicates", [double])):
        text = "".join(json.dumps(line) + "\n" for line in lines)
        (tmp_path / f"{name}.jsonl").write_text(text, "utf-8")
    return tmp_path


@pytest.fixture
def tasks():
    tasks = Tasks()
    yield tasks
    tasks.shut_down()


@pytest.fixture
def open_review(qtbot, tasks, folder):
    """Opens the folder's faces in a window that has Undo and Delete in its menus as well."""
    problems = []

    def open_():
        window = QMainWindow()
        qtbot.addWidget(window)
        reviewing = Reviewing(tasks, window)
        reviewing.failed.connect(problems.append)
        view = ReviewView(reviewing, tasks)
        view.problems, view.holder = problems, window
        window.setCentralWidget(view)
        for keys in ("Ctrl+Z", "Del", "Space"):
            window.menuBar().addAction(keys, lambda: problems.append("a menu")).setShortcut(keys)
        window.resize(760, 520)
        window.show()
        view.decide(True)
        reviewing.open(folder)
        qtbot.waitUntil(lambda: reviewing.is_ready)
        view.grid.setFocus(Qt.FocusReason.TabFocusReason)
        view.grid.go_to(0)
        return view

    return open_


@pytest.fixture
def press(qtbot):
    def press_(view, *keys, modifier=Qt.KeyboardModifier.NoModifier):
        for key in keys:
            qtbot.keyClick(view.grid, key, modifier)

    return press_


def saved(folder):
    return set(json.loads((folder / "review.json").read_text("utf-8"))["rejected"])


def listed(view):
    model = view.grid.model()
    return [model.index(row).data(Reviewing.DOUBT).face.id for row in range(model.rowCount())]


def test_the_most_doubtful_come_first_and_doubles_not_at_all(open_review):
    assert listed(open_review()) == [face(place) for place in range(COUNT - 1)]


def test_each_face_has_room_for_its_words_and_a_gap(open_review):
    grid = open_review().grid
    places = [grid.visualRect(grid.model().index(row)) for row in range(12)]
    assert all(not one.intersects(other) for one, other in itertools.combinations(places, 2))
    for place in places:
        assert place.width() >= SIDE_PX + GAP_PX
        assert place.height() >= SIDE_PX + WORDS_PX + GAP_PX
    image = grid.viewport().grab().toImage()
    words = places[0].adjusted(0, SIDE_PX + GAP_PX // 2 + 2, 0, 0)
    rows = range(words.top(), words.bottom())
    seen = {image.pixel(x, y) for x in range(words.right()) for y in rows}
    assert len(seen) > 5  # "100 %", with its soft edges


def test_keys_alone_throw_out_take_back_and_go_on(open_review, press, folder):
    view = open_review()
    press(view, X, Qt.Key.Key_Right, Qt.Key.Key_Space)  # each hands on to the next
    assert saved(folder) == {face(0), face(2)}
    assert view.grid.currentIndex().row() == 3
    press(view, UNDO, modifier=Qt.KeyboardModifier.ControlModifier)
    assert saved(folder) == {face(0)}
    assert view.grid.currentIndex().row() == 2
    press(view, Qt.Key.Key_Delete)
    assert saved(folder) == {face(0), face(2)}
    in_sight = view.grid.in_sight()
    assert 8 <= len(in_sight) < COUNT - 1
    press(view, GOOD)
    assert Review(folder).kept == {face(row) for row in in_sight} - {face(0), face(2)}
    assert view.grid.currentIndex().row() == in_sight[-1] + 1
    assert view.problems == []


def test_several_are_thrown_out_at_once_and_taken_back_in(open_review, press, folder):
    view = open_review()
    press(view, Qt.Key.Key_Right, Qt.Key.Key_Right, modifier=Qt.KeyboardModifier.ShiftModifier)
    press(view, X)
    assert saved(folder) == {face(0), face(1), face(2)}
    press(view, X)
    assert saved(folder) == set()


def test_a_click_decides_and_a_second_one_takes_back(qtbot, open_review, folder):
    view = open_review()
    place = view.grid.visualRect(view.grid.model().index(4)).center()
    for decided in ({face(4)}, set()):
        qtbot.mouseClick(view.grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert saved(folder) == decided


def test_what_was_decided_is_there_the_next_time(open_review, press, folder):
    press(open_review(), X, GOOD)
    again = open_review()
    kept = Review(folder).kept
    assert kept
    assert listed(again) == [one.face.id for one in doubtful(folder, Review(folder))]
    assert not kept & set(listed(again))
    again.shown.choose("rejected")
    assert listed(again) == [face(0)]
    press(again, UNDO, UNDO, modifier=Qt.KeyboardModifier.ControlModifier)
    again.shown.choose("everyone")
    assert len(listed(again)) == COUNT - 1
    assert saved(folder) == set()


def test_only_what_is_doubtful_enough_is_listed(open_review):
    view = open_review()
    view.doubt.setValue(90)
    assert listed(view) == [face(place) for place in range(5)]
    assert "5 to look at" in view._count.text()


def words(view, row):
    return view.grid.model().index(row).data(Qt.ItemDataRole.AccessibleTextRole)


def test_words_say_what_a_face_is(open_review, press):
    view = open_review()
    assert words(view, 0) == f"{face(0)}: doubt 100 %, not looked at yet"
    press(view, X)
    assert words(view, 0) == f"{face(0)}: doubt 100 %, thrown out"


def test_what_cannot_be_written_is_told_and_not_decided(open_review, press, folder, monkeypatch):
    view = open_review()

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("trainer.data.review.write_bytes", full)
    press(view, X)
    assert "No space left on device" in view.problems[0]
    assert view.grid.model().rejected_count == 0
    assert not (folder / "review.json").exists()


def test_a_damaged_review_is_told(open_review, qtbot, folder):
    view = open_review()
    (folder / "review.json").write_text("[[[", "utf-8")
    view.grid.model().open(folder)
    qtbot.waitUntil(lambda: view.problems != [])
    assert "is damaged" in view.problems[0]


def test_pictures_come_and_a_file_that_is_gone_is_left_blank(qtbot, open_review, folder):
    (folder / "faces" / "1.webp").unlink()
    (folder / "faces" / "2.webp").write_bytes(b"RIFF")
    view = open_review()
    pictures = view.grid.itemDelegate()._faces
    paths = [folder / "faces" / f"{place}.webp" for place in range(4)]
    qtbot.waitUntil(lambda: pictures._ready.keys() >= set(paths))
    assert [pictures.get(path) is None for path in paths] == [False, True, True, False]


def test_watching_decides_nothing(open_review, press, folder):
    view = open_review()
    view.decide(False)
    press(view, X, GOOD)
    assert not (folder / "review.json").exists()
    assert view._count.text().startswith(f"{COUNT - 1} face")


def test_the_trainers_own_words_for_decisions_are_those_shown(open_review, press):
    view = open_review()
    press(view, X)
    assert view.grid.model().index(0).data(Reviewing.DECISION) == REJECT
    press(view, GOOD)
    assert view.grid.model().index(1).data(Reviewing.DECISION) == KEEP
