import numpy as np
import pytest
from PIL import Image

from girlsmoe_desktop import cli, cli_upscale
from girlsmoe_desktop.runtime.enlarging import Progress


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    pixels = np.random.default_rng(0).integers(0, 256, (5, 6, 3), dtype=np.uint8)
    for name in ("one.png", "many/two.jpg", "many/deep/three.png"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(pixels).save(tmp_path / name)


@pytest.fixture
def run(tiny_upscaler):
    return lambda *words: cli.main(["upscale", *words, "--upscaler", str(tiny_upscaler)])


def size(path):
    with Image.open(path) as image:
        return image.size


def test_a_picture_is_enlarged_beside_itself(run, tmp_path, capsys):
    assert run("one.png") == 0
    assert size(tmp_path / "one-2x.png") == (12, 10)
    assert capsys.readouterr().out == "one-2x.png  12x10\n"
    assert run("one.png") == 0
    assert size(tmp_path / "one-2x-2.png") == (12, 10)


def test_folders_are_mirrored_on_demand(run, tmp_path, capsys):
    assert run("one.png", "many", "--recursive", "--out", "large", "--scale", "4") == 0
    found = sorted(path.relative_to(tmp_path / "large") for path in tmp_path.glob("large/**/*.png"))
    assert [path.as_posix() for path in found] == ["deep/three-4x.png", "one-4x.png", "two-4x.png"]
    assert size(tmp_path / "large" / "one-4x.png") == (24, 20)
    assert "3 of 3 pictures enlarged" in capsys.readouterr().out
    assert run("many") == 0
    assert [path.name for path in (tmp_path / "many-2x").iterdir()] == ["two-2x.png"]


def test_sharpness_changes_the_picture(run, tmp_path):
    for sharpness in ("0", "1"):
        assert run("one.png", "--sharpness", sharpness, "--out", sharpness) == 0
    soft, sharp = (np.asarray(Image.open(tmp_path / s / "one-2x.png")) for s in ("0", "1"))
    assert np.abs(soft.astype(int) - sharp).max() > 5


def test_what_cannot_be_enlarged_is_told_and_the_rest_done(run, tmp_path, capsys):
    (tmp_path / "bad.png").write_text("no")
    assert run("bad.png", "one.png") == 2
    told = capsys.readouterr()
    assert "bad.png is no picture" in told.err
    assert "1 of 2 pictures enlarged" in told.out
    assert (tmp_path / "one-2x.png").exists()


@pytest.mark.parametrize(
    "wrong", [[], ["one.png", "--scale", "3"], ["one.png", "--sharpness", "nan"]]
)
def test_what_cannot_be_meant_is_refused(run, wrong):
    with pytest.raises(SystemExit) as stopped:
        run(*wrong)
    assert stopped.value.code == 2


def test_no_upscaler_and_a_folder_that_is_none_are_told(capsys, monkeypatch):
    monkeypatch.setattr(cli_upscale, "find_upscaler", lambda: None)
    assert cli.main(["upscale", "one.png"]) == 2
    assert "--upscaler" in capsys.readouterr().err
    assert cli.main(["upscale", "one.png", "--upscaler", "many"]) == 2
    assert "soft.onnx" in capsys.readouterr().err


def test_help_shows_examples(capsys):
    with pytest.raises(SystemExit):
        cli.main(["upscale", "--help"])
    assert "girlsmoe upscale drawings --recursive --out large" in capsys.readouterr().out


def test_info_names_the_upscaler(tiny_upscaler, capsys, monkeypatch):
    monkeypatch.setenv("GIRLSMOE_MODELS", str(tiny_upscaler.parent))
    assert cli.main(["info"]) == 0
    assert "Upscaler: tiny-x2: Tiny upscaler 1.0, 2 times" in capsys.readouterr().out
    monkeypatch.setattr(cli_upscale, "find_upscaler", lambda: None)
    assert cli.main(["info"]) == 0
    assert "Upscaler: none" in capsys.readouterr().out


def test_a_terminal_shows_how_far_it_is(run, capsys, monkeypatch, tmp_path):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert run("one.png") == 0
    assert "1/1  100%" in capsys.readouterr().err
    cli_upscale._show(Progress(tmp_path, 2, 9, 0.25, 200.0))
    assert "3/9  25%, 3 min left" in capsys.readouterr().err
