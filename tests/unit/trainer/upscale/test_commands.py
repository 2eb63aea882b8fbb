import pytest

from trainer.cli import main

SMALL = ["--iterations", "4", "--set", "log_every_steps=2", "--events", "json"]


def train(folder, run, *more):
    return main(["train-sr", "--data", str(folder), "--run", str(run), *SMALL, *more])


def test_from_pictures_to_an_upscaler(folder, tmp_path):
    soft, sharp, out = (tmp_path / name for name in ("soft", "sharp", "moe-x2"))
    assert train(folder, soft, "--preset", "smoke-x2") == 0
    weight = ("--set", "lambda_adv=0.01", "--set", "lambda_feature=0.1")
    begin = ("--preset", "smoke-x2", "--start", str(soft))
    assert train(folder, sharp, *begin, *weight) == 0
    done = ["export-sr", "--soft", str(soft), "--sharp", str(sharp), "--out", str(out)]
    assert main(done) == 0
    assert (out / "soft.onnx").is_file()
    assert (out / "sharp.onnx").read_bytes() != (out / "soft.onnx").read_bytes()


def test_a_run_is_resumed_with_its_own_settings(folder, tmp_path, capsys):
    assert train(folder, tmp_path / "run", "--preset", "smoke-x2") == 0
    again = ["train-sr", "--data", str(folder), "--run", str(tmp_path / "run"), "--resume"]
    assert main([*again, "--iterations", "6", "--events", "json"]) == 0
    assert '"step": 6' in capsys.readouterr().out


@pytest.mark.parametrize(
    ("more", "complaint"),
    [
        ([], "--preset is missing"),
        (["--preset", "srgan-x3"], "no preset"),
        (["--preset", "smoke-x2", "--set", "lambda=1"], "no setting"),
        (["--preset", "smoke-x2", "--set", "preset=mine"], "cannot be set by hand"),
        (["--preset", "smoke-x2", "--resume"], "no config.json"),
        (["--preset", "smoke-x2", "--paintings", "0"], "--paintings is 0"),
        (["--preset", "smoke-x2", "--start", "nowhere"], "holds no checkpoint"),
    ],
)
def test_mistakes_are_told_and_leave_no_folder(folder, tmp_path, capsys, more, complaint):
    assert train(folder, tmp_path / "run", *more) == 2
    assert complaint in capsys.readouterr().err
    assert not (tmp_path / "run").exists()
