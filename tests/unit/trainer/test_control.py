import io
import os
import signal
import threading
import time

import pytest

from girlsmoe_desktop.core.errors import UserError
from trainer import control
from trainer.control import StopRequest, stop_on_signals, stop_on_stdin


def assert_soon(request):
    deadline = time.monotonic() + 5
    while not request() and time.monotonic() < deadline:
        time.sleep(0.01)
    assert request()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_signals_ask_to_stop_and_are_given_back(number):
    request = StopRequest()
    before = signal.getsignal(number)
    with stop_on_signals(request):
        assert not request()
        os.kill(os.getpid(), number)
        assert request()
    assert signal.getsignal(number) is before


def test_a_second_interrupt_does_not_wait():
    request = StopRequest()
    with stop_on_signals(request):
        os.kill(os.getpid(), signal.SIGINT)
        with pytest.raises(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGINT)


@pytest.mark.parametrize("text", [b"stop\n", b"hel\xfflo\nstop\nmore\n", b""])
def test_a_line_or_the_end_of_the_input_asks_to_stop(monkeypatch, text):
    request = StopRequest()
    monkeypatch.setattr(control.sys, "stdin", io.TextIOWrapper(io.BytesIO(text)))
    stop_on_stdin(request)
    assert_soon(request)


def test_an_input_that_fails_asks_to_stop(monkeypatch):
    class Broken(io.RawIOBase):
        def readable(self):
            return True

        def readinto(self, _buffer):
            raise ValueError("gone")

    request = StopRequest()
    monkeypatch.setattr(threading, "excepthook", lambda _: None)
    monkeypatch.setattr(control.sys, "stdin", io.TextIOWrapper(io.BufferedReader(Broken())))
    stop_on_stdin(request)
    assert_soon(request)


def test_a_closed_input_is_refused(monkeypatch):
    monkeypatch.setattr(control.sys, "stdin", None)
    with pytest.raises(UserError, match="--control"):
        stop_on_stdin(StopRequest())


def test_the_clock_asks_once_its_time_is_up(monkeypatch):
    now = 1000.0
    monkeypatch.setattr(control.time, "monotonic", lambda: now)
    request, endless = StopRequest(2), StopRequest()
    now += 119
    assert not request()
    now += 1
    assert request()
    now += 1e9
    assert not endless()


def test_a_line_stops_the_commands_that_follow_too(monkeypatch):
    """As in a command that runs others one after another."""
    read, write = os.pipe()
    with os.fdopen(read) as stdin, os.fdopen(write, "wb", buffering=0) as sender:
        monkeypatch.setattr(control.sys, "stdin", stdin)
        first, second, third = StopRequest(), StopRequest(), StopRequest()
        stop_on_stdin(first)
        stop_on_stdin(second)
        assert not second()
        sender.write(b"stop\n")
        assert_soon(first)
        assert_soon(second)
        stop_on_stdin(third)
        assert_soon(third)
