import json
import math

import pytest

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.state import material
from girlsmoe_desktop.state.material import Kind, Material, kind_of
from girlsmoe_desktop.state.run_plan import RunPlan, Step, load_plan
from girlsmoe_desktop.state.run_record import MAX_POINTS, Curve, RunRecord, read_record
from trainer import config, events
from trainer.cli import build_parser
from trainer.data.decode import SUFFIXES
from trainer.runs import RunFolder


def record_of(tmp_path, steps, losses=None):
    record = RunRecord(tmp_path)
    record.take(events.Started("run", 0, 1000, "cpu", 7, {"batch_images": 4}))
    for step in steps:
        record.take(events.Step(step, 1000, 20.0, losses or {"d_adv": float(step)}))
    return record


def test_a_long_curve_keeps_its_course_in_few_points():
    curve = Curve()
    for step in range(1, 100_001):
        curve.add(step, float(step))
    assert MAX_POINTS <= len(curve.points) < 2 * MAX_POINTS
    assert curve.last == (100_000, 100_000.0)
    steps = [step for step, _ in curve.points]
    assert steps == sorted(set(steps))
    # Each point is the mean of those put together: half a stride behind its step.
    stride = steps[0]
    assert all(value == step - (stride - 1) / 2 for step, value in curve.points)


def test_what_is_no_number_is_left_out():
    curve = Curve()
    for value in (math.nan, math.inf, 2.0):
        curve.add(1, value)
    assert curve.points == [(1, 2.0)]


def test_a_run_taken_up_again_forgets_what_was_given_up(tmp_path):
    record = record_of(tmp_path, range(10, 60, 10))
    record.take(events.Started("run", 30, 1000, "cpu", 7, {"batch_images": 4}))
    assert record.step == 30
    assert [step for step, _ in record.curves["d_adv"].points] == [10, 20, 30]
    assert record.curves["d_adv"].last == (30, 30.0)


def test_time_left_follows_the_speed(tmp_path):
    record = RunRecord(tmp_path)
    assert record.seconds_left is None
    record = record_of(tmp_path, [500])
    assert record.seconds_left == 500 * 4 / 20
    assert record.share == 0.5
    assert record.images_seen == 2000
    record.take(events.Step(600, 1000, 40.0, {}))
    assert record.seconds_left == pytest.approx(400 * 4 / 26)


def test_a_record_is_read_from_its_folder_whatever_stands_between(tmp_path):
    run = RunFolder(tmp_path / "run")
    run.save_config(config.preset("smoke"))
    run.append_event(events.Started("run", 0, 200, "cpu", 7, {"batch_images": 8}))
    with run.events_path.open("ab") as file:
        file.write(b"\xff\xfe\n" + b"x" * 3_000_000 + b'\n{"event": "step", "step": "one"}\n')
    run.append_event(events.Step(10, 200, 5.0, {"g_adv": 1.5}))
    record = read_record(run.path)
    assert (record.step, record.iterations, record.images) == (10, 200, 7)
    assert record.curves["g_adv"].points == [(10, 1.5)]
    assert not record.is_complete


def test_a_run_that_told_nothing_yet_is_read(tmp_path):
    run = RunFolder(tmp_path / "run")
    run.save_config(config.preset("smoke"))
    assert read_record(run.path).iterations == 200


def test_a_plan_survives_its_file(tmp_path):
    for plan in (
        RunPlan(tmp_path, "smoke", Material(Kind.DRAWN, count=5), frozenset([Step.DRAW])),
        RunPlan(tmp_path, "modern-128", Material(Kind.PREPARED, tmp_path / "data")),
        RunPlan(
            tmp_path,
            "modern-128",
            Material(Kind.PICTURES, tmp_path / "絵", 9, tmp_path / "tagger", tmp_path / "a.xml"),
            frozenset([Step.DETECT, Step.DEDUPE]),
        ),
    ):
        plan.save()
        assert load_plan(tmp_path) == plan


WHOLE = {"kind": "drawn", "folder": None, "count": 5, "tagger": None, "cascade": None}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "[" * 100_000,
        json.dumps({"preset": "nap", "material": WHOLE, "done": []}),
        json.dumps({"preset": "smoke", "material": {**WHOLE, "count": "many"}, "done": []}),
        json.dumps({"preset": "smoke", "material": {**WHOLE, "kind": "pictures"}, "done": []}),
        json.dumps({"preset": "smoke", "material": WHOLE, "done": ["fly"]}),
    ],
)
def test_a_damaged_plan_is_refused(tmp_path, text):
    (tmp_path / "plan.json").write_text(text, "utf-8")
    with pytest.raises(UserError, match="holds no run"):
        load_plan(tmp_path)


def test_a_plan_resumes_where_there_is_a_checkpoint(tmp_path):
    plan = RunPlan(tmp_path, "smoke", Material(Kind.PREPARED, tmp_path / "data"))
    assert "--resume" not in plan.arguments(Step.TRAIN)
    path = RunFolder(tmp_path).checkpoint_path(5)
    path.parent.mkdir()
    path.touch()
    assert "--resume" in plan.arguments(Step.TRAIN)


@pytest.mark.parametrize(
    ("kind", "steps"),
    [
        (Kind.DRAWN, "draw train"),
        (Kind.PREPARED, "train"),
        (Kind.FACES, "dedupe tag review select train"),
        (Kind.PICTURES, "detect dedupe tag review select train"),
    ],
)
def test_every_material_has_its_steps_which_the_trainer_understands(tmp_path, kind, steps):
    folder = None if kind is Kind.DRAWN else tmp_path / "some"
    plan = RunPlan(tmp_path, "smoke", Material(kind, folder, 4, tmp_path / "t", tmp_path / "c.xml"))
    assert [step.value for step in plan.steps] == steps.split()
    for step in plan.steps:
        assert plan.next_step is step
        if step is not Step.REVIEW:
            build_parser().parse_args(plan.arguments(step))
        plan = plan.with_done(step)
    assert plan.next_step is Step.TRAIN


def test_a_folder_is_known_by_what_it_holds(tmp_path):
    with pytest.raises(UserError, match="holds no pictures"):
        kind_of(tmp_path)
    (tmp_path / "deep" / "deeper").mkdir(parents=True)
    (tmp_path / "deep" / "deeper" / "絵.JPG").touch()
    assert kind_of(tmp_path) is Kind.PICTURES
    (tmp_path / "faces.json").touch()
    assert kind_of(tmp_path) is Kind.FACES
    (tmp_path / "labels.csv").touch()
    assert kind_of(tmp_path) is Kind.PREPARED


def test_the_pictures_looked_for_are_those_that_the_trainer_reads():
    assert material._PICTURES == SUFFIXES
