import threading
import weakref

import pytest
from PySide6.QtCore import QObject

from girlsmoe_desktop.jobs import newest_first
from girlsmoe_desktop.jobs.garbage import GuiGarbage, collect_due
from girlsmoe_desktop.jobs.latest_wins import LatestWins
from girlsmoe_desktop.jobs.newest_first import PORTION, NewestFirst
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


class Doubles(NewestFirst[int, int]):
    """Doubles what is positive; what is refused fails as long as it is."""

    waiting_at_most = 3 * PORTION

    def __init__(self, tasks):
        super().__init__(tasks)
        self.asked, self.worked_at, self.refused = [], [], set()
        self.goes, self.is_at_work = threading.Event(), threading.Event()
        self.goes.set()

    def begin(self, key):
        self.asked.append(key)
        return (lambda: self._double(key)) if key >= 0 else None

    def _double(self, key):
        self.is_at_work.set()
        self.goes.wait(5)
        self.worked_at.append(key)
        if key in self.refused:
            raise ValueError(key)
        return 2 * key


@pytest.fixture
def doubles(tasks):
    return Doubles(tasks)


@pytest.fixture
def see(qtbot, doubles):
    """Asks for keys, as a paint does, until all of them are there."""

    def see_(*keys):
        # All are asked for each time: `all` over a generator would stop at the first that lacks.
        qtbot.waitUntil(lambda: None not in [doubles.get(key) for key in keys])
        return [doubles.get(key) for key in keys]

    return see_


def test_what_was_asked_for_last_is_made_first_and_once(doubles, see):
    keys = list(range(2 * PORTION + 1))
    assert see(*keys) == [2 * key for key in keys]
    assert doubles.worked_at == keys[::-1]


def test_one_portion_is_made_at_a_time_and_not_asked_for_again(qtbot, doubles, see):
    doubles.goes.clear()
    doubles.get(1)
    qtbot.waitUntil(doubles.is_at_work.is_set)
    doubles.get(1)
    doubles.get(2)
    qtbot.wait(30)
    assert doubles.asked == [1]
    doubles.goes.set()
    assert see(1, 2) == [2, 4]
    assert doubles.worked_at == [1, 2]


def test_what_waits_behind_too_many_is_forgotten_until_asked_for_again(doubles, see):
    for key in range(100):
        doubles.get(key)
    see(100 - doubles.waiting_at_most)
    assert sorted(doubles.worked_at) == list(range(100 - doubles.waiting_at_most, 100))
    assert see(0) == [0]


def test_what_was_not_seen_for_longest_is_given_away(doubles, see, monkeypatch):
    monkeypatch.setattr(newest_first, "KEPT_AT_MOST", 3)
    for key in (0, 1, 2, 0, 3):
        see(key)
    assert see(0, 2, 3) == [0, 4, 6]
    assert doubles.worked_at == [0, 1, 2, 3]
    assert doubles.get(1) is None


def test_what_cannot_be_made_now_is_not_asked_for_by_itself(qtbot, doubles, see, caplog):
    doubles.made.connect(lambda: doubles.get(-1))
    doubles.get(-1)
    assert see(1) == [2]
    qtbot.waitUntil(lambda: doubles.asked.count(-1) == 2)
    assert see(2) == [4]
    qtbot.waitUntil(lambda: doubles.asked.count(-1) == 3)
    assert caplog.records == []


def test_a_portion_that_fails_does_not_hold_up_the_next(qtbot, doubles, see, caplog):
    doubles.refused = {PORTION}
    for key in range(2 * PORTION):
        doubles.get(key)
    qtbot.waitUntil(lambda: 0 in doubles.worked_at)
    assert see(0) == [0]
    assert doubles.get(PORTION) is None
    assert [record.exc_info[0] for record in caplog.records] == [ValueError]
    doubles.refused.clear()
    assert see(PORTION) == [2 * PORTION]


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
