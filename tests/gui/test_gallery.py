"""What a person does with the gallery, and that it is there the next time."""

import threading

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication

from girlsmoe_desktop.state.sections import Kind
from girlsmoe_desktop.store.database import usual_path
from girlsmoe_desktop.store.gallery import Order, Place
from girlsmoe_desktop.views import gallery as gallery_view
from girlsmoe_desktop.views import thumbnail_pictures


def numbers(window):
    gallery = window.studio.gallery
    return [gallery.character(row).number for row in range(gallery.rowCount())]


def choose(window, *rows):
    view = window.gallery.view
    view.setCurrentIndex(window.studio.gallery.index(rows[0]))
    for row in rows[1:]:
        index = window.studio.gallery.index(row)
        view.selectionModel().select(index, view.selectionModel().SelectionFlag.Select)


@pytest.fixture
def window(window, generated):
    """A window with the characters 2, 3, 4 and, below them, 1."""
    generated(3)
    return window


@pytest.fixture
def again(qtbot, open_window, window):
    """Closes the window and opens it anew."""

    def again():
        window.close()
        another = open_window(wait=False)
        qtbot.waitUntil(lambda: another.studio.generator is not None)
        return another

    return again


def test_everything_is_there_the_next_time(window, again):
    window.studio.session.pin("hair_color", "silver")
    choose(window, 1)
    window.studio.session.set_locked(True)
    window.actions_.star.trigger()
    before = window.studio.session.character
    another = again()
    assert numbers(another) == [2, 3, 4, 1]
    assert another.studio.session.character.number == before.number == 3
    assert another.studio.session.pinned == {"hair_color": "silver"}
    assert another.design.choices["hair_color"].currentText() == "Silver"
    assert another.studio.session.locked
    assert another.actions_.lock.isChecked()
    assert another.gallery.view.currentIndex().row() == 1
    assert another.stage.star.isChecked()
    assert not another.studio.is_busy


def test_a_shortcut_that_makes_somebody_marks_only_them(qtbot, window):
    # As after Ctrl+G: the key is still held when they come.
    qtbot.keyPress(window, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.keyboardModifiers() == Qt.KeyboardModifier.ControlModifier
    window.studio.choose(window.studio.gallery.character(3))
    marked = window.gallery.chosen()
    qtbot.keyRelease(window, Qt.Key.Key_Control)
    assert marked == [1]


def test_a_change_is_written_without_closing(qtbot, window):
    window.studio.session.pin("hat", "on")
    gallery = window.studio.gallery.gallery
    qtbot.waitUntil(lambda: (gallery.recall("session") or {}).get("pinned") == {"hat": "on"})


@pytest.mark.parametrize(
    "noted",
    [
        [],
        "locked",
        {"pinned": [], "locked": 1, "character": "3"},
        {"pinned": {"wings": "on", "hat": "sombrero", "smile": "on"}, "character": 999},
        {"pinned": {"hat": ["on"]}, "character": True},
    ],
)
def test_a_session_that_makes_no_sense_stops_nobody(window, again, noted):
    window._memory.flush()
    window.studio.gallery.gallery.remember("session", noted)
    another = again()
    assert another.studio.session.character is not None
    assert set(another.studio.session.pinned) <= {"smile"}


def test_a_damaged_gallery_is_said_and_a_new_one_begun(open_window):
    usual_path().parent.mkdir(parents=True, exist_ok=True)
    usual_path().write_bytes(b"no database" * 1000)
    window = open_window()
    assert "damaged" in window.stage.banner.text
    assert numbers(window) == [1]


def test_stars_are_given_and_taken(qtbot, window):
    choose(window, 2)
    qtbot.mouseClick(window.stage.star, Qt.MouseButton.LeftButton)
    assert window.stage.star.isChecked()
    qtbot.mouseClick(window.gallery.starred, Qt.MouseButton.LeftButton)
    assert numbers(window) == [4]
    qtbot.mouseClick(window.gallery.starred, Qt.MouseButton.LeftButton)
    choose(window, 1, 2)
    window.actions_.star.trigger()
    window.tidying.go_to(Place.STARRED)
    assert numbers(window) == [3, 4]
    choose(window, 0, 1)
    window.actions_.star.trigger()
    assert numbers(window) == []
    assert not window.stage.star.isChecked()


def test_delete_moves_to_the_trash_and_undo_brings_back(window):
    choose(window, 1, 2)
    window.actions_.trash.trigger()
    assert numbers(window) == [2, 1]
    assert window.studio.session.character.number == 1
    assert "In the trash: 2" in window.stage.banner.text
    window.actions_.undo.trigger()
    assert numbers(window) == [2, 3, 4, 1]
    window.actions_.redo.trigger()
    assert numbers(window) == [2, 1]
    window.actions_.undo.trigger()
    assert numbers(window) == [2, 3, 4, 1]


def test_a_star_protects(window):
    choose(window, 0)
    window.actions_.star.trigger()
    window.actions_.trash.trigger()
    assert numbers(window) == [2, 3, 4, 1]
    assert "protected" in window.stage.banner.text


def test_the_trash_is_looked_at_and_emptied(qtbot, window, monkeypatch):
    choose(window, 0, 1, 2)
    window.actions_.trash.trigger()
    qtbot.mouseClick(window.gallery.trash, Qt.MouseButton.LeftButton)
    assert numbers(window) == [2, 3, 4]
    assert not window.actions_.trash.isEnabled()
    choose(window, 1)
    qtbot.mouseClick(window.gallery.bring_back, Qt.MouseButton.LeftButton)
    assert numbers(window) == [2, 4]
    asked = []
    monkeypatch.setattr(gallery_view, "ask_to_delete", lambda _, count: asked.append(count))
    qtbot.mouseClick(window.gallery.empty, Qt.MouseButton.LeftButton)
    assert asked == [2]
    assert numbers(window) == [2, 4]
    monkeypatch.setattr(gallery_view, "ask_to_delete", lambda _parent, _count: True)
    qtbot.mouseClick(window.gallery.empty, Qt.MouseButton.LeftButton)
    assert numbers(window) == []
    qtbot.mouseClick(window.gallery.trash, Qt.MouseButton.LeftButton)
    assert numbers(window) == [3, 1]


def test_the_search_field_finds_looks(qtbot, window):
    window.studio.session.pin("hair_color", "silver")
    window.studio.generate(2)
    qtbot.waitUntil(lambda: window.studio.gallery.rowCount() == 6)
    qtbot.waitUntil(lambda: not window.studio.is_busy)
    window.actions_.find.trigger()
    assert window.focusWidget() is window.gallery.search
    qtbot.keyClicks(window.gallery.search, "silver hair")
    assert numbers(window)[:2] == [5, 6]
    assert all(
        window.studio.gallery.character(row).looks["hair_color"] == "silver"
        for row in range(window.studio.gallery.rowCount())
    )
    qtbot.keyClicks(window.gallery.search, " wings")
    assert numbers(window) == []
    window.gallery.search.clear()
    assert len(numbers(window)) == 6


def test_who_is_made_while_searching_appears_if_they_belong_there(window, generated):
    window.gallery.search.setText("glasses")
    window.studio.session.pin("glasses", "on")
    generated(2)
    assert numbers(window)[:2] == [5, 6]


def test_what_can_t_be_written_is_said_and_harms_nothing(window):
    database = window.studio.gallery.gallery._database
    database.execute("PRAGMA query_only = ON")
    choose(window, 0)
    window.actions_.trash.trigger()
    assert "gallery" in window.stage.banner.text
    assert numbers(window) == [2, 3, 4, 1]
    database.execute("PRAGMA query_only = OFF")


def rows_marked(window):
    return sorted(index.row() for index in window.gallery.view.selectedIndexes())


@pytest.fixture
def beside(window):
    """A window whose gallery stands at the side, in rows of three."""
    window.resize(1440, 700)
    assert window.gallery.view._columns() == 3
    return window


def test_the_gallery_is_divided_by_when_they_were_made(beside):
    kinds = lambda: [(s.kind, s.count) for s in beside.studio.gallery.sections()]  # noqa: E731
    assert kinds() == [(Kind.JUST_MADE, 3), (Kind.TODAY, 1)]
    beside.tidying.put_in_order(Order.STARRED)
    assert kinds() == [(Kind.OTHERS, 4)]
    beside.tidying.star([3])
    assert kinds() == [(Kind.STARRED, 1), (Kind.OTHERS, 3)]


def test_a_click_hits_whom_it_is_meant_for_under_headings_too(qtbot, beside):
    view = beside.gallery.view
    for row in (3, 0, 2):
        place = view.visualRect(beside.studio.gallery.index(row)).center()
        assert view.indexAt(place).row() == row
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert beside.studio.session.character is beside.studio.gallery.character(row)
    before = rows_marked(beside)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 8))  # a heading
    assert rows_marked(beside) == before


def test_arrows_home_end_and_shift_go_through_the_rows(qtbot, beside):
    view, key = beside.gallery.view, Qt.Key
    choose(beside, 0)
    view.setFocus()
    qtbot.keyClick(view, key.Key_Right)
    assert rows_marked(beside) == [1]
    qtbot.keyClick(view, key.Key_Down)
    assert rows_marked(beside) == [3]
    qtbot.keyClick(view, key.Key_Home)
    assert rows_marked(beside) == [0]
    qtbot.keyClick(view, key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(view, key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    assert rows_marked(beside) == [0, 1, 2, 3]
    qtbot.keyClick(view, key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert rows_marked(beside) == [0, 1, 2, 3]


def test_shift_and_a_click_mark_everybody_between(qtbot, beside):
    view, left = beside.gallery.view, Qt.MouseButton.LeftButton
    place = lambda row: view.visualRect(beside.studio.gallery.index(row)).center()  # noqa: E731
    qtbot.mouseClick(view.viewport(), left, pos=place(3))
    qtbot.mouseClick(view.viewport(), left, Qt.KeyboardModifier.ShiftModifier, place(1))
    assert rows_marked(beside) == [1, 2, 3]
    qtbot.mouseClick(view.viewport(), left, Qt.KeyboardModifier.ControlModifier, place(2))
    assert rows_marked(beside) == [1, 3]


def test_small_pictures_are_made_away_from_the_window(qtbot, beside, monkeypatch):
    threads = set()
    paint = thumbnail_pictures.paper.made

    def made(*arguments):
        threads.add(threading.current_thread().name)
        return paint(*arguments)

    monkeypatch.setattr(thumbnail_pictures.paper, "made", made)
    pictures = beside.gallery._pictures
    qtbot.waitUntil(lambda: {key.number for key in pictures._ready} >= {1, 2, 3, 4})
    assert not any(name == "MainThread" for name in threads)


def test_the_search_field_finds_a_number(qtbot, window):
    qtbot.keyClicks(window.gallery.search, "#3")
    assert numbers(window) == [3]
    window.gallery.search.clear()
    window.tidying.put_in_order(Order.NUMBER)
    assert numbers(window) == [1, 2, 3, 4]
