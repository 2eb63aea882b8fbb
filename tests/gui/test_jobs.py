import threading
import weakref

import pytest
from PySide6.QtCore import QObject

from girlsmoe_desktop.jobs.garbage import GuiGarbage, collect_due
from girlsmoe_desktop.jobs.latest_wins import LatestWins
from girlsmoe_desktop.jobs.task import Tasks


@pytest.fixture
def tasks(qapp):
    tasks = Tasks(qapp)
    yield tasks
    tasks.shut_down()


@pytest.fixture
def owner():
    return QObject()


def unexpected(error):
    raise error


def test_work_leaves_the_gui_thread_and_comes_back(qtbot, tasks, owner):
    where = []

    def work(task):
        where.append(threading.get_ident())
        task.report("part")
        return "whole"

    came = []
    tasks.run(
        owner, work, lambda r: came.append((r, threading.get_ident())), unexpected, came.append
    )
    qtbot.waitUntil(lambda: len(came) == 2)
    assert came == ["part", ("whole", threading.get_ident())]
    assert where[0] != threading.get_ident()


def test_what_work_raises_goes_to_failure(qtbot, tasks, owner):
    errors = []
    tasks.run(owner, lambda _task: 1 / 0, unexpected, errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], ZeroDivisionError)


def test_cancelled_work_calls_nobody_back(qtbot, tasks, owner):
    go_on, came = threading.Event(), []
    task = tasks.run(owner, lambda _task: go_on.wait(5), came.append, came.append)
    task.cancel()
    go_on.set()
    tasks.run(owner, lambda _task: "next", came.append, unexpected)
    qtbot.waitUntil(lambda: bool(came))
    qtbot.wait(30)
    assert came == ["next"]


def test_a_deleted_owner_is_not_called_back(qtbot, tasks, owner):
    import shiboken6

    go_on, came = threading.Event(), []
    tasks.run(owner, lambda _task: go_on.wait(5), came.append, came.append)
    shiboken6.delete(owner)
    go_on.set()
    qtbot.wait(50)
    assert came == []


def test_shut_down_waits_and_takes_no_more_work(qtbot, owner):
    tasks, came = Tasks(), []

    def until_cancelled(task):
        while not task.cancelled:
            pass
        came.append("ended")

    tasks.run(owner, until_cancelled, unexpected, unexpected)
    qtbot.wait(20)
    tasks.shut_down()
    assert came == ["ended"]
    assert tasks.run(owner, until_cancelled, unexpected, unexpected).cancelled
    qtbot.wait(20)


def test_of_many_requests_few_run_and_the_last_wins(qtbot, tasks, owner):
    ran, came = [], []

    def render(number):
        ran.append(number)
        threading.Event().wait(0.02)
        return number

    latest = LatestWins(tasks, owner, came.append, unexpected)
    for number in range(100):
        latest.request(lambda number=number: render(number))
    qtbot.waitUntil(lambda: 99 in came)
    assert ran == came == [0, 99]


def test_dropped_requests_get_no_result(qtbot, tasks, owner):
    go_on, came = threading.Event(), []
    latest = LatestWins(tasks, owner, came.append, unexpected)
    latest.request(lambda: go_on.wait(5))
    latest.request(lambda: "waiting")
    latest.drop()
    latest.request(lambda: "after")
    go_on.set()
    qtbot.waitUntil(lambda: bool(came))
    qtbot.wait(30)
    assert came == ["after"]


def test_a_failure_lets_the_next_request_run(qtbot, tasks, owner):
    came, errors = [], []
    latest = LatestWins(tasks, owner, came.append, errors.append)
    latest.request(lambda: 1 / 0)
    latest.request(lambda: "after")
    qtbot.waitUntil(lambda: bool(came))
    assert came == ["after"]
    assert len(errors) == 1


class Ring:
    """Refers to nothing but itself."""

    def __init__(self):
        self.itself = self


def make_many(_task):
    """Makes far more than what lets Python look for garbage by itself."""
    return [[] for _ in range(100_000)]


def test_garbage_is_looked_for_on_the_gui_thread_alone(qtbot, tasks, owner):
    GuiGarbage(owner).begin()
    went = []
    weakref.finalize(Ring(), lambda: went.append(threading.get_ident()))
    came = []
    for _ in range(3):
        tasks.run(owner, make_many, came.append, unexpected)
    qtbot.waitUntil(lambda: len(came) == 3)
    assert set(went) <= {threading.get_ident()}
    qtbot.waitUntil(lambda: bool(went))
    assert went == [threading.get_ident()]


def test_garbage_is_only_looked_for_when_much_was_made():
    collect_due()
    ring = weakref.ref(Ring())
    collect_due()
    assert ring() is not None
    many = make_many(None)
    collect_due()
    assert ring() is None
    assert len(many) == 100_000
