"""A picture of the window for whoever checks that the installed program works; files to open."""

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from girlsmoe_desktop.state.exchange import SaveOptions
from girlsmoe_desktop.views import files


@pytest.fixture
def codes(monkeypatch):
    """The exit codes the program would end with."""
    caught = []
    monkeypatch.setattr(QApplication, "exit", caught.append)
    return caught


def tiny(tiny_models):
    return ["--model", str(tiny_models / "tiny")]


def test_the_first_character_is_pictured_and_the_program_ends(
    qtbot, open_window, tiny_models, tmp_path, codes, capsys
):
    path = tmp_path / "絵 1.png"
    window = open_window([*tiny(tiny_models), "--screenshot", str(path)])
    qtbot.waitUntil(lambda: codes == [0])
    assert QImage(str(path)).size() == window.size() * window.devicePixelRatioF()
    assert not window.isVisible()
    printed = capsys.readouterr().out
    assert printed.index("window painted: ") < printed.index("first character: ")


def test_what_can_not_be_pictured_is_a_failure(
    qtbot, open_window, tiny_models, tmp_path, codes, capsys
):
    open_window([*tiny(tiny_models), "--screenshot", str(tmp_path / "gone" / "x.png")])
    qtbot.waitUntil(lambda: codes == [2])
    assert "can't be written" in capsys.readouterr().out


def test_without_a_model_it_does_not_wait(qtbot, open_window, tmp_path, codes, capsys):
    words = ["--model", "gone", "--screenshot", str(tmp_path / "x.png")]
    open_window(words, wait=False)
    qtbot.waitUntil(lambda: codes == [2])
    assert "no picture of the window" in capsys.readouterr().out


def test_a_recipe_is_saved_and_opened_by_its_name(
    qtbot, open_window, tiny_models, tmp_path, monkeypatch
):
    window = open_window()
    window.studio.generate(1)
    qtbot.waitUntil(lambda: window.studio.gallery.rowCount() == 2 and not window.studio.is_busy)
    stage = window.studio.session.character
    recipe = tmp_path / "her.girlsmoe"
    monkeypatch.setattr(files, "ask_export", lambda *_: recipe)
    window.actions_.export.trigger()
    picture = window.exchange.save(stage, tmp_path / "her.png", SaveOptions())
    window.close()
    for path in (recipe, picture):
        again = open_window([*tiny(tiny_models), "--open", str(path)], wait=False)
        studio = again.studio
        qtbot.waitUntil(
            lambda studio=studio: (
                studio.session.character is not None
                and studio.session.character.recipe.to_json() == stage.recipe.to_json()
            )
        )
        again.close()
