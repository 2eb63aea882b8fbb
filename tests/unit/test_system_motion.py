"""Where the desktops keep that somebody wants less motion."""

import sys

import pytest

from girlsmoe_desktop import system_motion

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="of Linux desktops")


@pytest.fixture(autouse=True)
def places(tmp_path, monkeypatch):
    """An empty folder of settings, and an empty one of programs."""
    (tmp_path / "settings").mkdir()
    (tmp_path / "bin").mkdir()
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    return tmp_path


def answering(places, script):
    program = places / "bin" / "gsettings"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)


def test_a_system_that_says_nothing_lets_things_move():
    assert not system_motion.asks_for_less()


@pytest.mark.parametrize(
    ("file", "text", "less"),
    [
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0\n", True),
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0.5\n", False),
        ("gtk-4.0/settings.ini", "[Settings]\ngtk-enable-animations=false\n", True),
        ("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations = 0\n", True),
        ("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=true\n", False),
        ("gtk-3.0/settings.ini", "no section\n=\n", False),
    ],
)
def test_files_of_desktops_are_read(places, file, text, less):
    path = places / "settings" / file
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    assert system_motion.asks_for_less() is less


@pytest.mark.parametrize(
    ("script", "less"),
    [("echo false", True), ("echo true", False), ("exit 1", False), (r"printf '\377'", False)],
)
def test_the_settings_of_gnome_are_asked(places, script, less):
    answering(places, f'test "$3" = enable-animations && {script}')
    assert system_motion.asks_for_less() is less


def test_outside_of_a_session_gnome_is_not_asked(places, monkeypatch):
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    answering(places, f": >{places}/asked; echo false")
    assert not system_motion.asks_for_less()
    assert not (places / "asked").exists()


def test_a_program_that_hangs_is_not_waited_for_long(places, monkeypatch):
    monkeypatch.setattr(system_motion, "_PATIENCE_S", 0.05)
    answering(places, "while :; do :; done")
    assert not system_motion.asks_for_less()
