"""The list of shortcuts, and the choice of colours."""

import pytest

from girlsmoe_desktop.views import theme
from girlsmoe_desktop.views.shortcuts_dialog import ShortcutsDialog


@pytest.fixture
def dialog(window):
    window.actions_.shortcuts.trigger()
    return window.findChild(ShortcutsDialog)


def test_every_action_with_keys_is_listed_once(window, dialog):
    expected = [
        action
        for menu in window.menuBar().actions()
        for action in menu.menu().actions()
        if action.shortcuts()
    ]
    assert len(expected) > 15
    shown = dialog.shown
    assert len(shown) == len(set(shown)) > len(expected)
    assert any(line.startswith("Generate: Ctrl+G") for line in shown)
    assert any(line.startswith("Save picture: Ctrl+S") for line in shown)
    assert not any("&" in line for line in shown)


def test_it_is_searched(dialog):
    dialog.search.setText("noise keep")
    assert [line.split(":")[0] for line in dialog.shown] == ["Keep the noise"]
    dialog.search.clear()
    assert len(dialog.shown) > 15


def test_keys_mean_one_thing_only(window):
    keys = [
        sequence.toString()
        for menu in window.menuBar().actions()
        for action in menu.menu().actions()
        for sequence in action.shortcuts()
    ]
    assert len(keys) == len(set(keys))


def test_colours_are_chosen_and_remembered(open_window):
    window = open_window()
    window.actions_.themes["dark"].trigger()
    assert theme.is_dark()
    window.close()
    again = open_window(wait=False)
    assert theme.is_dark()
    assert again.actions_.themes["dark"].isChecked()
    again.actions_.themes["light"].trigger()
    assert not theme.is_dark()


def test_a_strange_choice_of_colours_is_the_systems(window):
    window.settings._store.setValue("window/theme", "purple")
    assert window.settings.theme == "system"
    assert theme.is_wanted_dark("system") == theme.system_is_dark()
