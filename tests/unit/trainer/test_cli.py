import json
import os
import signal
import struct
import subprocess
import sys
import zlib

import pytest
import torch
from PIL import Image

from trainer import config as configs
from trainer.cli import main
from trainer.events import Finished, Progress, Started, Step, from_line
from trainer.runs import RunFolder
from trainer.upscale import config as upscale_configs

SMALL = ["--set", "g_channels=4", "--set", "d_channels=4", "--set", "batch_images=4"]


def train_args(pictures, run, *more):
    return ["train", "--preset", "smoke", "--data", str(pictures), "--run", str(run), *more, *SMALL]


@pytest.mark.parametrize(
    "args",
    [["--help"], ["train", "--help"], ["check-portraits", "labels", "--help"], ["presets"]],
)
def test_help_and_presets_load_no_torch(args):
    code = (
        "import sys, trainer.cli\n"
        "try:\n    trainer.cli.main(sys.argv[1:])\n"
        "except SystemExit as end:\n    assert end.code == 0\n"
        "heavy = {'torch', 'onnx', 'skia', 'PySide6', 'numpy'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    done = subprocess.run([sys.executable, "-c", code, *args], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout


def test_help_says_how_a_law_in_a_file_is_named(capsys):
    with pytest.raises(SystemExit):
        main(["draw", "--help"])
    assert "./uniform" in capsys.readouterr().out


def test_presets_are_listed_with_a_line_each(capsys):
    assert main(["presets"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == [*configs.PRESETS, *upscale_configs.PRESETS]


def test_runs_without_a_folder_of_their_own_are_numbered(pictures, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "runs" / "00007-kept").mkdir(parents=True)
    args = ["train", "--preset", "smoke", "--data", str(pictures), "--iterations", "1", *SMALL]
    for number in (8, 9):
        assert main(args) == 0
        assert RunFolder(tmp_path / "runs" / f"{number:05d}-smoke").checkpoint_steps() == [1]
    assert main([*args[:4], str(tmp_path / "none"), *SMALL]) == 2
    assert sorted(path.name[:5] for path in (tmp_path / "runs").iterdir()) == [
        *("00007", "00008", "00009")
    ]
    capsys.readouterr()
    assert main(["train", "--resume", "--data", str(pictures)]) == 2
    assert "--run is missing" in capsys.readouterr().err


def test_train_resume_and_export_end_to_end(pictures, tmp_path, capsys):
    run, out = tmp_path / "run", tmp_path / "model"
    assert main(train_args(pictures, run, "--iterations", "3", "--events", "json")) == 0
    told = [from_line(line) for line in capsys.readouterr().out.splitlines()]
    assert isinstance(told[0], Started)
    assert told[-1] == Finished(3, False, told[-1].message)
    assert any(isinstance(event, Step) for event in told)

    again = ["train", "--data", str(pictures), "--run", str(run), "--resume", "--iterations", "5"]
    assert main(again) == 0
    printed = capsys.readouterr()
    assert '"iterations": 5' in printed.out
    assert "Done: 5 steps." in printed.out
    assert "img/s" in printed.err

    assert main(["export", str(run), "--out", str(out), "--name", "Small"]) == 0
    assert "Wrote step 5" in capsys.readouterr().out
    manifest = json.loads((out / "model.json").read_text(encoding="utf-8"))
    assert (manifest["id"], manifest["name"]) == ("model", "Small")


def test_a_time_limit_ends_a_run_in_good_order(pictures, tmp_path, capsys):
    run = tmp_path / "run"
    assert main(train_args(pictures, run, "--iterations", "500", "--max-minutes", "1e-6")) == 0
    assert "Stopped after step 1 of 500. Add --resume" in capsys.readouterr().out
    again = ["train", "--data", str(pictures), "--run", str(run), "--resume", "--iterations", "3"]
    assert main(again) == 0
    assert "Done: 3 steps." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["--preset", "smoke", "--max-minutes", "0"], "--max-minutes is 0"),
        (["--preset", "huge"], "no preset 'huge'"),
        ([], "--preset is missing"),
        (["--preset", "smoke", "--set", "lr=1"], "no setting 'lr'"),
        (["--preset", "smoke", "--set", "lambda_gp"], "key=value"),
        (["--resume"], "not a run folder"),
    ],
)
def test_mistakes_are_told_in_a_sentence(pictures, tmp_path, capsys, args, message):
    assert main(["train", "--data", str(pictures), "--run", str(tmp_path / "run"), *args]) == 2
    err = capsys.readouterr().err
    assert err.startswith("girlsmoe-train: ")
    assert message in err
    assert "Traceback" not in err
    assert not (tmp_path / "run").exists()


def test_mistakes_are_events_too(tmp_path, capsys):
    args = ["train", "--preset", "smoke", "--data", str(tmp_path), "--run", str(tmp_path / "run")]
    assert main([*args, "--events", "json"]) == 2
    (line,) = capsys.readouterr().out.splitlines()
    assert "labels.csv" in from_line(line).message


def test_a_taken_folder_and_a_changed_network_are_refused(pictures, tmp_path, capsys):
    run = tmp_path / "run"
    assert main(train_args(pictures, run, "--iterations", "1")) == 0
    assert main(train_args(pictures, run, "--iterations", "1")) == 2
    assert "already holds a run" in capsys.readouterr().err
    resume = ["train", "--data", str(pictures), "--run", str(run), "--resume"]
    assert main([*resume, "--set", "g_channels=8"]) == 2
    assert "g_channels cannot change" in capsys.readouterr().err
    assert main([*resume, "--preset", "preview-64"]) == 2
    assert "--preset smoke" in capsys.readouterr().err


@pytest.mark.parametrize("args", [[], ["fly"], ["train"], ["draw", "--out", "x", "--count", "few"]])
def test_misspelt_commands_exit_with_2(args, capsys):
    with pytest.raises(SystemExit) as end:
        main(args)
    assert end.value.code == 2
    assert "usage" in capsys.readouterr().err


@pytest.mark.skipif(torch.cuda.is_available(), reason="there is a GPU")
def test_a_missing_gpu_is_told(pictures, tmp_path, capsys):
    assert main(train_args(pictures, tmp_path / "run", "--device", "cuda")) == 2
    assert "--device cpu" in capsys.readouterr().err


def start(args):
    """Starts the program as another program would."""
    return subprocess.Popen(
        [sys.executable, "-m", "trainer.cli", *args],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
    )


@pytest.mark.parametrize("how", ["SIGTERM", "stdin"])
def test_a_running_training_stops_with_a_checkpoint(pictures, tmp_path, how):
    run = tmp_path / "run"
    args = train_args(pictures, run, "--events", "json", "--iterations", "1000000")
    with start([*args, "--control", "stdin"]) as process:
        while not isinstance(from_line(process.stdout.readline()), Step):
            pass
        if how == "stdin":
            process.stdin.write("stop\n")
            process.stdin.flush()
        else:
            process.send_signal(signal.SIGTERM)
        last = from_line(process.stdout.read().splitlines()[-1])
        assert process.wait(60) == 0
    assert isinstance(last, Finished)
    assert last.stopped
    assert (run / "checkpoints" / f"{last.step:06d}.safetensors").is_file()


def test_draw_makes_a_folder_to_train_on(tmp_path, capsys):
    pytest.importorskip("trainer.portraits.dataset")
    out = tmp_path / "drawn"
    args = ["draw", "--count", "3", "--size", "64", "--out", str(out), "--workers", "1"]
    assert main([*args, "--events", "json"]) == 0
    told = [from_line(line) for line in capsys.readouterr().out.splitlines()]
    assert told[:-1] == [Progress(3, 3, "portrait")]
    assert told[-1] == Finished(3, False, told[-1].message)
    from trainer.data.drawn import load_folder

    assert load_folder(out, 32).pixels.shape == (3, 32, 32, 3)


def test_a_training_whose_starter_is_gone_stops_with_a_checkpoint(pictures, tmp_path):
    run = tmp_path / "run"
    args = train_args(pictures, run, "--events", "json", "--iterations", "1000000")
    with start([*args, "--control", "stdin"]) as process:
        while not isinstance(from_line(process.stdout.readline()), Step):
            pass
        process.stdout.close()
        process.stdin.close()
        assert process.wait(60) == 0
    lines = (run / "events.jsonl").read_text(encoding="utf-8").splitlines()
    last = from_line(lines[-1])
    assert isinstance(last, Finished)
    assert (run / "checkpoints" / f"{last.step:06d}.safetensors").is_file()


def spoil_config(run, **values):
    path = run / "config.json"
    old = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**old, **values} if values else []), encoding="utf-8")


def spoil_checkpoint(run):
    (path,) = (run / "checkpoints").iterdir()
    data = path.read_bytes()
    path.write_bytes(data[:-300] + bytes(b ^ 0xFF for b in data[-300:-100]) + data[-100:])


def spoil_name(data):
    path = data / "labels.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("000002.png", "000002.png/x"), encoding="utf-8")


def spoil_picture(data, start, then=b""):
    """Writes a PNG of a size, up to its header, then more."""
    chunk = b"IHDR" + struct.pack(">IIBBBBB", start, start, 8, 2, 0, 0, 0)
    header = struct.pack(">I", 13) + chunk + zlib.crc32(chunk).to_bytes(4, "big")
    (data / "000002.png").write_bytes(b"\x89PNG\r\n\x1a\n" + header + then)


@pytest.fixture
def trained(pictures, tmp_path, capsys):
    """A folder with data and a run of one step."""
    args = train_args(pictures, tmp_path / "run", "--iterations", "1", "--events", "json")
    assert main(args) == 0
    capsys.readouterr()
    return tmp_path


def nothing(_):
    pass


TRAIN = ["train", "--preset", "smoke", "--data", "{data}", "--run"]
RESUME = ["train", "--resume", "--data", "{data}", "--run", "{run}"]
EXPORT = ["export", "{run}", "--out"]
ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="takes /proc for read-only")


@pytest.mark.parametrize(
    ("args", "place", "spoil", "message"),
    [
        pytest.param([*TRAIN, "/proc/x/run"], "", nothing, "can't be written", marks=ON_LINUX),
        ([*TRAIN, "{file}"], "", nothing, "is a file, not a folder"),
        ([*TRAIN, "{file}/x"], "", nothing, "is a file, not a folder"),
        pytest.param([*EXPORT, "/proc/x/y"], "", nothing, "can't be written", marks=ON_LINUX),
        ([*EXPORT, "{file}/x"], "", nothing, "can't be written"),
        ([*EXPORT, "{new}", "--checkpoint", "²"], "", nothing, "It has: 1"),
        ([*EXPORT, "{new}"], "run", spoil_checkpoint, "cannot be read"),
        (RESUME, "run", spoil_checkpoint, "cannot be read"),
        (RESUME, "run", spoil_config, "not settings by name"),
        (RESUME, "run", lambda run: spoil_config(run, g_channels=8), "g_channels 8, not 4"),
        (RESUME, "data", lambda d: (d / "labels.csv").write_bytes(b"\xff"), "UTF-8"),
        (RESUME, "data", spoil_name, "missing"),
        (RESUME, "data", lambda d: spoil_picture(d, 30_000), "cannot be read as a picture"),
        (RESUME, "data", lambda d: spoil_picture(d, 32, b"\0\0\0\1????....."), "as a picture"),
        (["export", "{run}", "--out", "{full}/x"], "", nothing, "File name too long"),
    ],
)
def test_what_is_broken_is_told_in_a_sentence(
    trained, tmp_path, capsys, monkeypatch, args, place, spoil, message
):
    places = {name: trained / name for name in ("data", "run", "new", "file")}
    places["full"] = tmp_path / (300 * "x")
    places["file"].write_text("mine", encoding="utf-8")
    if place:
        spoil(places[place])
    if args[0] == "export":
        export = pytest.importorskip("trainer.export")
        monkeypatch.setattr(export, "generator_onnx", lambda _: b"not needed here")
        monkeypatch.setattr(export, "check_parity", lambda *_: 0.0)
    assert main([arg.format(**places) for arg in args]) == 2
    err = capsys.readouterr().err
    assert err.startswith("girlsmoe-train: ")
    assert message in err
    assert not places["new"].exists()


def test_a_run_without_a_checkpoint_may_start_again(pictures, tmp_path, capsys):
    run = tmp_path / "run"
    assert main(train_args(pictures, run, "--set", "learning_rate=1e30")) == 2
    assert "start again in the same folder" in capsys.readouterr().err
    assert main(["train", "--resume", "--data", str(pictures), "--run", str(run)]) == 2
    assert "without --resume" in capsys.readouterr().err
    assert main(train_args(pictures, run, "--iterations", "1")) == 0


def test_errors_of_the_system_are_told(tmp_path, capsys, monkeypatch):
    def fail(*_):
        raise OSError(28, "No space left on device", "events.jsonl")

    monkeypatch.setattr("trainer.commands.train.resolve_config", fail)
    assert main(["train", "--data", str(tmp_path), "--run", str(tmp_path)]) == 2
    assert "events.jsonl: No space left on device." in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="closes a descriptor as POSIX does")
def test_control_without_an_input_is_refused(pictures, tmp_path):
    args = train_args(pictures, tmp_path / "run", "--control", "stdin", "--iterations", "1")
    done = subprocess.run(
        ["sh", "-c", 'exec "$@" <&-', "sh", sys.executable, "-m", "trainer.cli", *args],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 2
    assert "--control" in done.stderr
    assert "Traceback" not in done.stderr


def test_shards_are_drawn_and_trained_on_together(tmp_path, capsys):
    folders = [tmp_path / "1", tmp_path / "2"]
    for number, folder in enumerate(folders, 1):
        args = ["draw", "--count", "5", "--size", "64", "--shard", f"{number}/2", "--workers", "1"]
        assert main([*args, "--format", "webp", "--law", "empirical", "--out", str(folder)]) == 0
    data = [word for folder in folders for word in ("--data", str(folder))]
    run = ["--run", str(tmp_path / "run"), "--iterations", "1", "--events", "json"]
    capsys.readouterr()
    assert main(["train", "--preset", "smoke", *data, *run, *SMALL]) == 0
    assert from_line(capsys.readouterr().out.splitlines()[0]).images == 5


def test_a_portrait_goes_to_json_and_back(tmp_path, capsys):
    spec, picture, folder = tmp_path / "new" / "a.json", tmp_path / "a.png", tmp_path / "folder"
    assert main(["draw", "--write-spec", str(spec), "--seed", "4", "--index", "1"]) == 0
    assert main(["draw", "--spec", str(spec), "--out", str(picture), "--size", "64"]) == 0
    args = ["draw", "--count", "2", "--seed", "4", "--size", "64", "--workers", "1"]
    assert main([*args, "--out", str(folder)]) == 0
    assert picture.read_bytes() == (folder / "000001.png").read_bytes()
    assert "Wrote portrait 1 of seed 4" in capsys.readouterr().out


def test_a_sheet_is_drawn(tmp_path, capsys):
    out = tmp_path / "sheet.png"
    args = ["draw", "--sheet", "random", "--seed", "1", "--size", "64", "--out", str(out)]
    assert main([*args, "--events", "json"]) == 0
    told = [from_line(line) for line in capsys.readouterr().out.splitlines()]
    assert told[:-1] == [Progress(done, 36, "portrait") for done in range(1, 37)]
    with Image.open(out) as image:
        assert image.width == 6 * 64


@pytest.mark.parametrize(
    ("args", "message"),
    [
        ([], "--out is missing: name the folder"),
        (["--sheet", "parts"], "--out is missing: name the picture"),
        (["--sheet", "parts", "--out", "a.gif"], "ends in .png or .webp"),
        (["--sheet", "parts", "--out", "a.png", "--count", "3"], "--count says nothing to --sheet"),
        (["--sheet", "parts", "--out", "a.png", "--control", "stdin"], "--control says nothing"),
        (["--spec", "a.json", "--out", "a.png", "--control", "stdin"], "to --spec: leave it out"),
        (
            ["--write-spec", "a.json", "--control", "stdin"],
            "--control says nothing to --write-spec",
        ),
        (["--write-spec", "a.json", "--format", "webp"], "--format says nothing to --write-spec"),
        (["--write-spec", "a.json", "--index", "-1"], "index is -1"),
        (["--out", "a", "--index", "3"], "--index says nothing to a folder"),
        (["--out", "a", "--law", "fair"], "no law 'fair'"),
        (["--out", "a", "--law", "fair"], "as ./uniform where it bears one of these names"),
        (["--out", "a", "--shard", "3/2"], "shard is 3: choose 1..2"),
        (["--spec", "none.json", "--out", "a.png"], "none.json can't be read"),
        (["--spec", "none.json", "--out", "a.png", "--size", "7"], "size is 7"),
    ],
)
def test_mistakes_in_drawing_are_told(tmp_path, monkeypatch, capsys, args, message):
    monkeypatch.chdir(tmp_path)
    assert main(["draw", *args]) == 2
    assert message in capsys.readouterr().err
    assert not list(tmp_path.iterdir())
