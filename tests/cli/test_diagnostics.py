import getpass
from pathlib import Path

import pytest

from girlsmoe_desktop import cli, cli_diagnostics
from girlsmoe_desktop.cli_diagnostics import redacted


def test_versions_devices_display_and_places_are_printed(capsys, monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert cli.main(["info", "--diagnostics"]) == 0
    printed = capsys.readouterr().out
    for words in (
        "GirlsMoe Desktop ",
        "onnxruntime: ",
        "PySide6_Essentials: 6.",
        "  CPU: paints, ",
        "Qt: can be loaded",
        "Qt platform: offscreen (chosen by QT_QPA_PLATFORM)",
        "  preview-64: ",
        "  gallery: ~",
    ):
        assert words in printed
    assert str(Path.home()) not in printed


def test_the_users_name_is_not_told(monkeypatch):
    monkeypatch.setattr(cli_diagnostics.Path, "home", lambda: Path("/home/miku.h"))
    monkeypatch.setattr(getpass, "getuser", lambda: "miku.h")
    assert redacted("/home/miku.h/.local/share") == "~/.local/share"
    assert redacted("/home/miku.h") == "~"
    assert redacted("/home/miku.h2/x") == "/home/miku.h2/x"
    assert redacted("/media/miku.h/disk") == "/media/<user>/disk"
    assert redacted(r"D:\miku.h\models") == r"D:\<user>\models"
    assert redacted("a miku.h elsewhere") == "a miku.h elsewhere"


@pytest.mark.parametrize("error", [KeyError("uid"), OSError("no name")])
def test_who_has_no_name_can_be_helped_too(monkeypatch, error):
    def unknown():
        raise error

    monkeypatch.setattr(getpass, "getuser", unknown)
    assert redacted("/srv/models") == "/srv/models"


def test_a_qt_that_can_not_be_loaded_is_said(monkeypatch, capsys):
    def broken(name):
        raise ImportError(f"libEGL.so.1 is missing for {name}")

    monkeypatch.setattr(cli_diagnostics.importlib, "import_module", broken)
    assert cli.main(["info", "--diagnostics"]) == 0
    assert "Qt: can't be loaded (libEGL.so.1 is missing" in capsys.readouterr().out
