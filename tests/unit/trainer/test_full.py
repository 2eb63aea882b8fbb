import json
import re

import pytest

from trainer.cli import main
from trainer.runs import RunFolder

SETTINGS = ("g_channels=4", "d_channels=4", "batch_images=4", "log_every_steps=1")


def command(out, *more):
    small = ["--count", "48", "--fresh", "24", "--pictures", "16", "--per-label", "20"]
    small += ["--per-snapshot", "16"]
    sets = [word for pair in SETTINGS for word in ("--set", pair)]
    line = ["full", "--out", str(out), "--preset", "smoke", *small, *sets, "--device", "cpu"]
    return [*line, "--tagger-epochs", "1", "--workers", "1", *more]


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    out = tmp_path_factory.mktemp("full")
    assert main(command(out, "--iterations", "2")) == 0
    return out


def test_everything_is_made(whole):
    assert (whole / "portraits" / "labels.csv").is_file()
    assert (whole / "tagger" / "tagger.onnx").is_file()
    assert (whole / "smoke" / "generator.onnx").is_file()
    assert (whole / "report" / "report.html").is_file()
    assert json.loads((whole / "report" / "metrics.json").read_text(encoding="utf-8"))["fid"] > 0
    model = json.loads((whole / "smoke" / "model.json").read_text(encoding="utf-8"))
    assert model["metrics"]["fid"] > 0
    parts = list((whole / "parcel-000002").iterdir())
    assert parts
    assert all(part.stat().st_size <= 15_000_000 for part in parts)


def test_the_same_command_goes_on_and_does_nothing_twice(whole, capsys):
    tagger = (whole / "tagger" / "tagger.onnx").stat().st_mtime_ns
    assert main(command(whole, "--iterations", "3")) == 0
    assert RunFolder(whole / "run").checkpoint_steps()[-1] == 3
    assert (whole / "tagger" / "tagger.onnx").stat().st_mtime_ns == tagger
    assert (whole / "parcel-000003").is_dir()
    assert "Done: 3 steps." in capsys.readouterr().out


def test_another_preset_is_refused_in_the_same_folder(whole, capsys):
    assert main([*command(whole), "--preset", "preview-64", "--set", "size=32"]) == 2
    assert "started with --preset smoke" in capsys.readouterr().err


def test_a_time_limit_ends_it_in_good_order(tmp_path, capsys):
    assert main(command(tmp_path, "--max-minutes", "1e-6")) == 0
    told = capsys.readouterr().out
    assert "Stopped in stage 1 of 7. The same command goes on" in told
    assert not (tmp_path / "run").exists()


def test_what_is_there_already_is_taken(whole, tmp_path):
    there = ["--data", str(whole / "portraits"), "--tagger", str(whole / "tagger")]
    assert main(command(tmp_path, "--iterations", "1", *there)) == 0
    assert not (tmp_path / "portraits").exists()
    assert not (tmp_path / "tagger").exists()
    assert (tmp_path / "report" / "report.html").is_file()


@pytest.mark.parametrize(
    ("more", "complaint"),
    [
        (["--count", "20"], "needs --count 32"),
        (["--max-minutes", "0"], "--max-minutes is 0"),
        (["--preset", "huge"], "no preset 'huge'"),
        (["--set", "lamda_gp=1"], "lamda_gp"),
        (["--per-label", "5"], "--per-label is 5"),
        (["--tagger-epochs", "0"], "--tagger-epochs is 0"),
        (["--id", "Bad Id"], "'Bad Id'"),
        (["--data", "nowhere"], "nowhere holds 0"),
    ],
)
def test_mistakes_are_told_before_any_work(tmp_path, capsys, more, complaint):
    out = tmp_path / "out"
    assert main(command(out, *more)) == 2
    assert re.search(complaint, capsys.readouterr().err)
    assert not out.exists()
