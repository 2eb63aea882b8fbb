import io
import os
import signal
import time

import pytest

from trainer import control
from trainer.control import StopRequest, stop_on_signals, stop_on_stdin


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


@pytest.mark.parametrize("text", ["stop\n", "hello\nstop\nmore\n", ""])
def test_a_line_or_the_end_of_the_input_asks_to_stop(monkeypatch, text):
    request = StopRequest()
    monkeypatch.setattr(control.sys, "stdin", io.StringIO(text))
    stop_on_stdin(request)
    deadline = time.monotonic() + 5
    while not request() and time.monotonic() < deadline:
        time.sleep(0.01)
    assert request()
