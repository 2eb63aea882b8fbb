"""Collections and orders in the window: chosen by menus, filled, undone."""

import pytest
from PySide6.QtWidgets import QInputDialog

from girlsmoe_desktop.views import questions


@pytest.fixture
def named(monkeypatch):
    """Answers the question for a name."""

    def answer(name):
        monkeypatch.setattr(questions, "ask_collection", lambda *_: name)

    return answer


@pytest.fixture
def shelf(window):
    """Chooses an entry of the shelf's menu by its words."""

    def choose(words):
        menu = window.gallery.shelf_menu
        menu.aboutToShow.emit()
        (action,) = [one for one in menu.actions() if one.text() == words]
        action.trigger()

    return choose


@pytest.fixture
def collect(window):
    """Chooses an entry of the menu for the chosen characters."""

    def choose(words):
        menu = window.actions_.collect.menu()
        menu.aboutToShow.emit()
        (action,) = [one for one in menu.actions() if one.text() == words]
        action.trigger()

    return choose


def shown(window):
    return [window.studio.gallery.number(row) for row in range(window.studio.gallery.rowCount())]


def mark(window, rows):
    view, gallery = window.gallery.view, window.studio.gallery
    view.clearSelection()
    for row in rows:
        view.selectionModel().select(gallery.index(row), view.selectionModel().SelectionFlag.Select)


def test_the_chosen_go_into_a_new_collection_and_it_is_looked_into(
    window, generated, named, shelf, collect
):
    generated(4)
    mark(window, [0, 2])
    chosen = window.gallery.chosen()
    named("Heroes & Co")
    collect("New collection …")
    shelf("Heroes && Co")
    assert shown(window) == chosen
    assert "Heroes & Co" in window.gallery._title.text()
    shelf("Everyone")
    assert len(shown(window)) == 5


def test_each_step_can_be_undone_and_done_again(window, generated, named, shelf, collect):
    generated(3)
    history, collecting = window.studio.session.history, window.collecting
    mark(window, [0])
    named("Heroes")
    collect("New collection …")
    (heroes,) = collecting.collections
    first = collecting._store.members(heroes.id)
    mark(window, [0, 1])
    collect("Heroes")
    both = collecting._store.members(heroes.id)
    assert len(both) == 2 > len(first)
    history.undo()
    assert collecting._store.members(heroes.id) == first
    history.redo()
    assert collecting._store.members(heroes.id) == both
    shelf("Heroes")
    shelf("Delete Heroes")
    assert collecting.collections == []
    assert len(shown(window)) == 4
    history.undo()
    assert [one.name for one in collecting.collections] == ["Heroes"]
    assert collecting._store.members(heroes.id) == both
    shelf("Heroes")
    mark(window, [0])
    collect("Take out of Heroes")
    assert len(shown(window)) == 1
    history.undo()
    assert len(shown(window)) == 2
    named("Rivals")
    shelf("Rename Heroes …")
    assert window.gallery._title.text() == "Rivals"
    history.undo()
    assert window.gallery._title.text() == "Heroes"


def test_a_name_that_is_taken_is_told(window, named, shelf):
    named("Heroes")
    shelf("New collection …")
    shelf("New collection …")
    assert "already a collection Heroes" in window.stage.banner.text
    assert len(window.collecting.collections) == 1


def test_an_order_holds_for_those_made_next(window, generated, shelf):
    generated(3)
    newest = shown(window)
    shelf("Oldest first")
    assert shown(window) == sorted(newest)
    generated(2)
    assert shown(window) == sorted(shown(window))
    shelf("Newest first")
    assert shown(window)[0] > shown(window)[-1]


def test_the_order_is_remembered(open_window, window, generated, shelf):
    generated(1)
    shelf("Oldest first")
    window.close()
    again = open_window(wait=False)
    assert shown(again) == sorted(shown(again))
    assert len(shown(again)) == 2


def test_with_many_characters_a_search_waits_for_a_pause(qtbot, window, monkeypatch):
    monkeypatch.setattr("girlsmoe_desktop.views.gallery.SOON", 0)
    looked = []
    monkeypatch.setattr(window.tidying, "search", looked.append)
    qtbot.keyClicks(window.gallery.search, "hat")
    assert looked == []
    qtbot.waitUntil(lambda: looked == ["hat"])
    qtbot.keyClicks(window.gallery.search, "s\r")
    assert looked == ["hat", "hats"]


def test_the_question_for_a_name_gives_it_or_nothing(window, monkeypatch):
    def answering(code, text):
        def exec_(dialog):
            dialog.setTextValue(text)
            return code

        monkeypatch.setattr(QInputDialog, "exec", exec_)
        return questions.ask_collection(window)

    assert answering(QInputDialog.DialogCode.Accepted, "Heroes") == "Heroes"
    assert answering(QInputDialog.DialogCode.Accepted, "  ") is None
    assert answering(QInputDialog.DialogCode.Rejected, "Heroes") is None
