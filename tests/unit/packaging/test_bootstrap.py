import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
SCRIPT = ROOT / "packaging" / "bootstrap.py"


@pytest.fixture
def bootstrap(tmp_path, monkeypatch):
    """The set-up script, pointed at an empty folder, with every command it runs recorded."""
    spec = importlib.util.spec_from_file_location("bootstrap", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for name in ("VENV", "PYTHON", "BIN"):
        monkeypatch.setattr(module, name, tmp_path / name)
    module.commands = []

    def run(command, **_kwargs):
        module.commands.append([str(word) for word in command])
        return subprocess.CompletedProcess(command, module.returncode, "", module.stderr)

    module.returncode, module.stderr = 0, ""
    monkeypatch.setattr(module.subprocess, "run", run)
    monkeypatch.setattr(module.sys, "platform", "linux")
    return module


def installed(bootstrap, what):
    bootstrap.VENV.mkdir(exist_ok=True)
    bootstrap.PYTHON.touch()
    (bootstrap.VENV / f".{what}.stamp").write_text(bootstrap.fingerprint())


def test_a_second_start_runs_nothing_but_the_program(bootstrap, monkeypatch):
    installed(bootstrap, "app")
    monkeypatch.setattr(bootstrap, "display_problem", lambda: None)
    assert bootstrap.main(["run"]) == 0
    assert bootstrap.commands == [[str(bootstrap.BIN / "girlsmoe")]]


def test_everything_installed_is_enough_for_the_application(bootstrap):
    installed(bootstrap, "all")
    assert bootstrap.main(["app"]) == 0
    assert bootstrap.commands == []


def test_changed_dependencies_install_again(bootstrap):
    installed(bootstrap, "all")
    (bootstrap.VENV / ".all.stamp").write_text("other")
    assert bootstrap.main(["all"]) == 0
    pip = next(command for command in bootstrap.commands if "pip" in command)
    assert pip[-1].endswith("[train,dev]")
    assert (bootstrap.VENV / ".all.stamp").read_text() == bootstrap.fingerprint()


def test_without_a_display_a_sheet_is_written_and_why_is_said(bootstrap, monkeypatch, capsys):
    installed(bootstrap, "app")
    for variable in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(variable, raising=False)
    assert bootstrap.main(["run"]) == 0
    assert "There is no display" in capsys.readouterr().out
    assert bootstrap.commands[0][1:4] == ["sheet", "--count", "36"]
    assert bootstrap.commands[0][-1] == str(Path("out/first_characters.png"))


def test_a_display_that_does_not_answer_is_none(bootstrap, monkeypatch):
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":987")
    assert bootstrap.display_problem() == "The display :987 can't be reached"


def test_missing_libraries_are_installed_by_root(bootstrap, monkeypatch):
    monkeypatch.setattr(bootstrap.shutil, "which", lambda _: "/usr/bin/apt-get")
    monkeypatch.setattr(bootstrap.os, "geteuid", lambda: 0)
    bootstrap.apt_install(["libegl1"], "Qt's libraries are missing")
    assert bootstrap.commands[-1][:2] == ["apt-get", "install"]
    assert bootstrap.commands[-1][-1] == "libegl1"


def test_who_may_not_install_is_told_the_exact_command(bootstrap, monkeypatch):
    monkeypatch.setattr(bootstrap.shutil, "which", lambda name: None if name == "sudo" else name)
    monkeypatch.setattr(bootstrap.os, "geteuid", lambda: 1000)
    with pytest.raises(bootstrap.SetupError) as told:
        bootstrap.apt_install(["libegl1", "libgl1"], "Qt's libraries are missing")
    assert "sudo apt-get install --yes --no-install-recommends libegl1 libgl1" in str(told.value)
    assert bootstrap.commands == []


def test_an_installation_that_breaks_leaves_no_older_success(bootstrap, monkeypatch):
    installed(bootstrap, "app")
    stamp = bootstrap.VENV / ".app.stamp"
    stamp.write_text("of other dependencies")
    monkeypatch.setattr(bootstrap, "make_venv", lambda: None)
    bootstrap.returncode = 1
    assert bootstrap.main(["app"]) == 2
    assert not stamp.exists()


def test_a_failed_installation_is_no_success(bootstrap, monkeypatch, capsys):
    monkeypatch.setattr(bootstrap, "make_venv", lambda: None)
    bootstrap.VENV.mkdir()
    bootstrap.returncode = 1
    assert bootstrap.main(["app"]) == 2
    assert "check the network connection" in capsys.readouterr().err
    assert not (bootstrap.VENV / ".app.stamp").exists()


@pytest.mark.parametrize("words", [[], ["everything"], ["app", "all"]])
def test_other_words_are_answered_with_help(words):
    done = subprocess.run(
        [sys.executable, SCRIPT, *words], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "bootstrap.py app" in done.stderr
