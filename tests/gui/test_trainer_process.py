"""The trainer's process, with a fake trainer behind a real pipe."""

import sys
from pathlib import Path

import pytest

from girlsmoe_desktop.jobs import python_probe, trainer_process
from girlsmoe_desktop.jobs.python_probe import PythonProbe
from girlsmoe_desktop.jobs.trainer_process import LineBuffer, TrainerProcess
from trainer import events

FAKE = Path(__file__).with_name("fake_trainer.py")


@pytest.fixture
def run(monkeypatch, tmp_path):
    """Starts the fake trainer; what it told and how it ended fill two lists."""
    monkeypatch.setattr(trainer_process, "COMMAND", ("-u", str(FAKE)))

    def start(mode="", *, command="draw", python=sys.executable, count=3):
        monkeypatch.setenv("FAKE_TRAINER", mode)
        told, ends = [], []
        arguments = [command, "--count", str(count), "--out", str(tmp_path / "out")]
        process = TrainerProcess(python, arguments, told.append, lambda *end: ends.append(end))
        return process, told, ends

    return start


def test_events_come_in_order(qtbot, run):
    _, told, ends = run()
    qtbot.waitUntil(lambda: bool(ends), timeout=20_000)
    assert ends == [(True, "")]
    assert told == [
        *(events.Progress(done, 3, "portrait") for done in (1, 2, 3)),
        events.Finished(3, False, "Drew."),
    ]


def test_garbage_between_the_lines_is_passed_over(qtbot, run):
    _, told, ends = run("babble")
    qtbot.waitUntil(lambda: bool(ends), timeout=20_000)
    assert ends == [(True, "")]
    assert [type(event) for event in told] == [events.Progress] * 3 + [events.Finished]


def test_stop_is_heard(qtbot, run):
    process, told, ends = run("slow", count=10_000)
    qtbot.waitUntil(lambda: len(told) > 1, timeout=20_000)
    process.stop()
    qtbot.waitUntil(lambda: bool(ends), timeout=20_000)
    assert ends == [(True, "")]
    assert told[-1].stopped


@pytest.mark.parametrize(
    ("mode", "words"),
    [
        ("fail", "The disk is full. Make room and go on."),
        ("break", "ended with an error: RuntimeError: no such kernel"),
        ("mute", "ended with code 3 and gave no reason"),
        ("die", "ended suddenly"),
    ],
)
def test_an_end_gone_wrong_says_why(qtbot, run, mode, words):
    _, told, ends = run(mode)
    qtbot.waitUntil(lambda: bool(ends), timeout=20_000)
    ((ok, message),) = ends
    assert not ok
    assert words in message
    assert told == []


def test_a_python_that_is_not_there_is_told(qtbot, run):
    process, told, ends = run(python="/no/such/python")
    assert ends == []  # whoever starts it holds it before it tells anything
    qtbot.waitUntil(lambda: bool(ends))
    assert "/no/such/python can't be started" in ends[0][1]
    assert told == []
    assert process is not None  # held until here: it ends with whoever holds it


def test_a_hanging_child_does_not_outlive_the_window(qtbot, run):
    process, told, ends = run("hang")
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    process.shut_down(patience_ms=200)
    assert process._process.state() == process._process.ProcessState.NotRunning
    assert ends == []


def test_a_polite_child_ends_in_good_order_with_the_window(qtbot, run):
    process, told, _ = run("slow", count=10_000)
    qtbot.waitUntil(lambda: len(told) > 1, timeout=20_000)
    process.shut_down()
    assert process._process.exitCode() == 0
    assert process._process.exitStatus() == process._process.ExitStatus.NormalExit


def test_lines_come_whole_whatever_the_pieces():
    lines = LineBuffer(max_bytes=8)
    assert lines.add(b"one\ntw") == ["one"]
    assert lines.add(b"o\n\xff\n") == ["two", "\ufffd"]
    assert lines.add(b"too long for it") == []
    assert lines.add(b" and on") == []
    assert lines.add(b" and on\nnext\n") == ["next"]
    assert lines.add(b"also too long\nlast\n") == ["last"]


def ask(qtbot, pythons):
    probe, answers = PythonProbe(), []
    probe.ask(pythons, lambda found: answers.append(found), lambda why: answers.append(why))
    qtbot.waitUntil(lambda: bool(answers), timeout=60_000)
    (answer,) = answers
    return answer


def script(tmp_path, name, text):
    path = tmp_path / name
    path.write_text(f"#!/bin/sh\n{text}\n", "utf-8")
    path.chmod(0o755)
    return str(path)


def test_this_python_is_found_after_one_that_is_not_there(qtbot):
    pytest.importorskip("torch")
    answer = ask(qtbot, ["/no/such/python", sys.executable])
    assert answer.path == sys.executable
    assert answer.torch
    assert answer.device


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are shell scripts")
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('echo \'{"missing": ["torch", "skia"]}\'', "lacks torch, skia"),
        ('echo \'{"missing": [], "version": "0.0.1"}\'', "has version 0.0.1"),
        ("echo hello", "gave no answer"),
        ("echo '[1]'; exit 1", "gave no answer"),
    ],
)
def test_a_python_that_cannot_train_is_told_why(qtbot, tmp_path, text, words):
    assert words in ask(qtbot, [script(tmp_path, "python", text)])


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are shell scripts")
def test_a_python_that_hangs_is_given_up(qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(python_probe, "LIMIT_MS", 100)
    assert "did not answer in time" in ask(qtbot, [script(tmp_path, "python", "exec sleep 600")])


def test_without_any_python_it_is_said_how_to_get_one(qtbot):
    answer = ask(qtbot, [])
    assert "python.org" in answer
    assert 'pip install "girlsmoe-desktop[train]"' in answer
