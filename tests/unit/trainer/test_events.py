import json

import pytest

from girlsmoe_desktop.core.errors import UserError
from trainer import events


@pytest.mark.parametrize(
    "event",
    [
        events.Started("run", 0, 10, "cpu", 5, {"size": 64}),
        events.Step(1, 10, 120.5, {"d_adv": 1.25}),
        events.Sample(1, "a.png"),
        events.Checkpoint(1, "a.pt"),
        events.Finished(10, False, "Done."),
        events.Progress(3, 9, "portrait"),
        events.Error("No\nsuch folder."),
    ],
)
def test_events_survive_the_line(event):
    line = events.to_line(event)
    assert "\n" not in line
    assert json.loads(line)["event"] == type(event).__name__.lower()
    assert events.from_line(line + "\n") == event


@pytest.mark.parametrize(
    "line",
    [
        "",
        "hello",
        "[]",
        "[" * 100_000,
        '{"event": "nap"}',
        '{"event": "sample"}',
        '{"event": "sample", "step": "one", "path": "a.png"}',
        '{"event": "sample", "step": true, "path": "a.png"}',
        '{"event": "sample", "step": -1, "path": "a.png"}',
        '{"event": "sample", "step": 1' + "0" * 400 + ', "path": "a.png"}',
        '{"event": "step", "step": 1, "iterations": 2, "images_per_s": 1, "losses": {"d": "x"}}',
    ],
)
def test_other_lines_are_refused(line):
    with pytest.raises(UserError, match="no training event"):
        events.from_line(line)
