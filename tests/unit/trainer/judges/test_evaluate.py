import json
import re

import numpy as np
import pytest

from girlsmoe_desktop.core.attributes import LABELS
from girlsmoe_desktop.core.errors import UserError
from trainer import events
from trainer.cli import main
from trainer.judges.painter import open_painter
from trainer.runs import RunFolder

SETTINGS = (
    *("--set", "size=32", "--set", "g_channels=4", "--set", "d_channels=4"),
    *("--set", "batch_images=8", "--set", "log_every_steps=1", "--iterations", "3"),
    *("--set", "snapshot_every_steps=1"),
)


@pytest.fixture(scope="module")
def subjects(toys, tmp_path_factory):
    """A run of three steps, and the model that it was exported as."""
    root = tmp_path_factory.mktemp("subjects")
    run, model = root / "run", root / "toy-model"
    train = ["train", "--preset", "smoke", "--data", str(toys[0]), "--run", str(run)]
    assert main([*train, "--device", "cpu", *SETTINGS]) == 0
    assert main(["export", str(run), "--out", str(model)]) == 0
    return run, model


def command(subject, toys, toy_tagger, out, *more):
    folders = ["--data", str(toys[0]), "--tagger", str(toy_tagger[0]), "--out", str(out)]
    extent = ["--pictures", "60", "--repeats", "2", "--per-label", "20", "--device", "cpu"]
    extent += ["--per-snapshot", "20"]
    return ["evaluate", str(subject), *folders, *extent, *more]


def test_a_run_and_its_model_paint_the_same(subjects):
    run, model = (open_painter(path) for path in subjects)
    rng = np.random.default_rng(0)
    z = rng.standard_normal((3, run.z_dim), np.float32)
    labels = (rng.random((3, len(LABELS))) < 0.3).astype(np.float32)
    one, other = run.paint(z, labels), model.paint(z, labels)
    assert np.abs(one.astype(int) - other.astype(int)).max() <= 1
    assert one.shape == (3, 32, 32, 3)
    assert run.parameters > 0


def test_a_run_is_measured_and_reported(subjects, toys, toy_tagger, tmp_path, capsys):
    assert main(command(subjects[0], toys, toy_tagger, tmp_path, "--events", "json")) == 0
    last = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert last["event"] == "finished"
    assert "FID" in last["message"]
    metrics = json.loads((tmp_path / "metrics.json").read_text(encoding="utf-8"))
    assert set(metrics["attributes"]) == set(LABELS)
    assert metrics["fid"] > metrics["fid_real"] > 0
    assert len(metrics["fids"]) == 2
    assert list(metrics["fid_by_step"]) == ["1", "2", "3"]
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert page.count("<figure>") >= 6 + 4, "six sheets, the losses and the distances"
    assert "Fréchet distance over iterations" in page
    assert not re.search(r"(src|href)=['\"](?!data:)", page), "it needs no other file"
    assert {path.stem for path in tmp_path.glob("*.png")} >= {"samples", "nearest", "labels"}


def test_a_snapshot_is_the_generator_of_its_step(subjects, tmp_path):
    rng = np.random.default_rng(0)
    z = rng.standard_normal((3, 128), np.float32)
    labels = (rng.random((3, len(LABELS))) < 0.3).astype(np.float32)
    run = RunFolder(subjects[0])
    assert run.snapshot_steps() == [1, 2, 3]
    snapshots = [open_painter(run.path, str(step)).paint(z, labels) for step in (1, 3)]
    assert not np.array_equal(*snapshots)
    last = run.path / "checkpoints" / "000003.safetensors"
    hidden = last.rename(tmp_path / last.name)
    try:
        assert open_painter(run.path, "3").name.endswith("step 3")
        again = open_painter(run.path, "3").paint(z, labels)
    finally:
        hidden.rename(last)
    assert np.array_equal(again, snapshots[1])


def test_evaluations_are_set_side_by_side(subjects, toys, toy_tagger, tmp_path, capsys):
    reports = [tmp_path / name for name in ("run", "model")]
    for subject, report in zip(subjects, reports, strict=True):
        assert main(command(subject, toys, toy_tagger, report)) == 0
    capsys.readouterr()
    assert main(["compare", *map(str, reports)]) == 0
    head, rule, *rows = capsys.readouterr().out.splitlines()
    assert head.startswith("|  | FID |")
    assert len({line.count("|") for line in (head, rule, *rows)}) == 1
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    metrics = json.loads((reports[0] / "metrics.json").read_text(encoding="utf-8"))
    assert cells[0][0] == "smoke, step 3"
    assert cells[0][1] == f"{metrics['fid']:.3f}"
    assert cells[0][3] == "1.000"
    assert float(cells[0][-2]) > 0
    assert cells[1][-2] == "", "a model was not trained here"


def test_what_was_measured_otherwise_is_not_set_beside(
    subjects, toys, toy_tagger, tmp_path, capsys
):
    reports = [tmp_path / name for name in ("few", "more")]
    for pictures, report in zip(("40", "60"), reports, strict=True):
        assert main(command(subjects[0], toys, toy_tagger, report, "--pictures", pictures)) == 0
    assert main(["compare", *map(str, reports)]) == 2
    assert "Evaluate both alike" in capsys.readouterr().err


def test_reports_of_steps_that_were_done_again_are_left_out(tmp_path):
    run = RunFolder(tmp_path)
    started = events.Started(str(tmp_path), 2, 9, "cpu", 5, {})
    for event in (
        *(events.Step(step, 9, 1.0, {"d_adv": 1.0}) for step in (1, 2, 3, 4)),
        started,
        events.Step(3, 9, 1.0, {"d_adv": 2.0}),
    ):
        run.append_event(event)
    assert [(each.step, each.losses["d_adv"]) for each in run.reports()] == [
        (1, 1.0),
        (2, 1.0),
        (3, 2.0),
    ]


@pytest.mark.parametrize("text", [None, "{", "{}", "[]"])
def test_an_evaluation_that_cannot_be_read_is_told(tmp_path, capsys, text):
    if text is not None:
        (tmp_path / "metrics.json").write_text(text, encoding="utf-8")
    assert main(["compare", str(tmp_path)]) == 2
    assert "evaluate" in capsys.readouterr().err.lower()


def test_the_figures_are_noted_in_a_model(subjects, toys, toy_tagger, tmp_path):
    assert main(command(subjects[1], toys, toy_tagger, tmp_path)) == 0
    noted = json.loads((subjects[1] / "model.json").read_text(encoding="utf-8"))["metrics"]
    metrics = json.loads((tmp_path / "metrics.json").read_text(encoding="utf-8"))
    assert noted["fid"] == metrics["fid"]
    assert "export_max_difference" in noted


@pytest.mark.parametrize(
    ("more", "complaint"),
    [
        (["--pictures", "400"], "needs 800"),
        (["--pictures", "1"], "--pictures is 1"),
        (["--per-label", "2"], "--per-label is 2"),
        (["--per-snapshot", "1"], "--per-snapshot 1"),
        (["--checkpoint", "77"], "77"),
    ],
)
def test_mistakes_are_told(subjects, toys, toy_tagger, tmp_path, capsys, more, complaint):
    out = tmp_path / "out"
    assert main(command(subjects[0], toys, toy_tagger, out, *more)) == 2
    assert complaint in capsys.readouterr().err
    assert not out.exists()


def test_a_tagger_for_another_size_is_refused(toys, toy_tagger, tmp_path, capsys):
    run = tmp_path / "run"
    train = ["train", "--preset", "smoke", "--data", str(toys[0]), "--run", str(run)]
    assert main([*train, "--device", "cpu", *SETTINGS, "--set", "size=64"]) == 0
    assert main(command(run, toys, toy_tagger, tmp_path / "out")) == 2
    assert "paints 64 pixels" in capsys.readouterr().err


def test_a_folder_of_neither_kind_is_refused(tmp_path):
    with pytest.raises(UserError, match="neither a run"):
        open_painter(tmp_path)


def test_a_changed_model_is_refused(subjects, tmp_path):
    for file in subjects[1].iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "generator.onnx").write_bytes(b"other")
    with pytest.raises(UserError, match="is not the file"):
        open_painter(tmp_path)
