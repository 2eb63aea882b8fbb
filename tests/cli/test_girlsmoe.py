import dataclasses
import os
import re
import subprocess
import sys

import numpy as np
import pytest
from PIL import Image

from girlsmoe_desktop import cli
from girlsmoe_desktop.core.pictures import load_png, save_png


@pytest.fixture(autouse=True)
def _tiny(tiny_models, monkeypatch, tmp_path):
    monkeypatch.setenv("GIRLSMOE_MODELS", str(tiny_models))
    monkeypatch.chdir(tmp_path)


def run(*words):
    return cli.main([*words, "--model", "tiny"])


def test_generate_saves_one_picture_a_seed_with_what_was_set(tmp_path, capsys):
    settings = ["--set", "hair_color=blue", "--set", "smile=on", "--set", "glasses=off"]
    assert run("generate", "--seed", "7", *settings, "--count", "4", "--out", "made") == 0
    names = sorted(path.name for path in (tmp_path / "made").iterdir())
    assert names == ["tiny-10.png", "tiny-7.png", "tiny-8.png", "tiny-9.png"]
    for name in names:
        on = load_png(tmp_path / "made" / name)[1].on
        assert {"blue_hair", "smile"} <= on
        assert "glasses" not in on
    assert "hair_color=blue" in capsys.readouterr().out


def test_the_same_seed_gives_the_same_picture_and_another_does_not(tmp_path):
    for name, seed in (("a", "7"), ("b", "7"), ("c", "8")):
        assert run("generate", "--seed", seed, "--out", f"{name}.png") == 0
    a, b, c = ((tmp_path / f"{name}.png").read_bytes() for name in "abc")
    assert a == b
    assert a != c


def test_a_name_and_a_count_number_the_files_by_seed(tmp_path):
    assert run("generate", "--seed", "3", "--count", "2", "--out", "moe.png") == 0
    assert sorted(p.name for p in tmp_path.glob("*.png")) == ["moe-3.png", "moe-4.png"]


def test_verify_tells_exact_within_one_and_differs(tmp_path, capsys):
    path = tmp_path / "moe.png"
    assert run("generate", "--seed", "1", "--out", str(path)) == 0
    pixels, recipe = load_png(path)
    for change, verdict, code in ((0, "exact", 0), (1, "within 1", 0), (9, "differs", 1)):
        changed = pixels.astype(np.int16)
        changed[0, 0, 0] += change if changed[0, 0, 0] < 128 else -change
        save_png(path, changed.astype(np.uint8), recipe, overwrite=True)
        capsys.readouterr()
        assert run("verify", str(path)) == code
        assert capsys.readouterr().out.strip() == verdict


def test_interpolate_begins_and_ends_with_the_given_pictures(tmp_path):
    run("generate", "--seed", "1", "--out", "a.png")
    run("generate", "--seed", "2", "--out", "b.png")
    assert run("interpolate", "a.png", "b.png", "--frames", "5", "--out", "way") == 0
    frames = [load_png(path)[0] for path in sorted((tmp_path / "way").iterdir())]
    assert len(frames) == 5
    assert np.array_equal(frames[0], load_png(tmp_path / "a.png")[0])
    assert np.array_equal(frames[-1], load_png(tmp_path / "b.png")[0])


def test_interpolate_makes_a_film_through_several(tmp_path):
    for seed in ("1", "2", "3"):
        run("generate", "--seed", seed, "--out", f"{seed}.png")
    way = ["interpolate", "1.png", "2.png", "3.png", "--loop", "--frames", "6"]
    assert run(*way, "--format", "gif", "--fps", "10", "--scale", "2", "--out", "way.gif") == 0
    with Image.open(tmp_path / "way.gif") as film:
        assert (film.n_frames, film.size, film.info["duration"]) == (6, (32, 32), 100)
    assert run(*way, "--format", "gif", "--out", "way.gif") == 2
    assert run(*way, "--format", "strip", "--ping-pong") == 0
    with Image.open(tmp_path / "film.png") as strip:
        assert strip.size == (10 * 16, 16)


@pytest.mark.parametrize(
    "wrong", [["1.png"], ["1.png", "1.png", "--frames", "1"], ["1.png", "1.png", "--fps", "0"]]
)
def test_interpolate_refuses_what_makes_no_film(capsys, wrong):
    run("generate", "--seed", "1", "--out", "1.png")
    with pytest.raises(SystemExit):
        run("interpolate", *wrong)
    assert "usage" in capsys.readouterr().err


def test_a_share_code_makes_the_same_character_again(tmp_path, capsys):
    run("generate", "--seed", "5", "--out", "a.png")
    capsys.readouterr()
    assert run("code", "a.png") == 0
    code = capsys.readouterr().out.strip()
    assert code.startswith("GM1-")
    assert run("from-code", code.lower(), "--out", "b.png") == 0
    (one, recipe), (two, again) = load_png(tmp_path / "a.png"), load_png(tmp_path / "b.png")
    assert np.array_equal(one, two)
    assert recipe.to_json() == again.to_json()
    assert run("from-code", "GM1-00000-00000-00000-00000-00000", "--out", "c.png") == 2
    assert not (tmp_path / "c.png").exists()


def test_a_truncated_character_is_painted_again_from_its_picture_and_its_code(tmp_path, capsys):
    run("generate", "--seed", "5", "--out", "whole.png")
    assert run("generate", "--seed", "5", "--truncation", "0.7", "--out", "a.png") == 0
    capsys.readouterr()
    assert run("verify", "a.png") == 0
    assert capsys.readouterr().out.strip() == "exact"
    run("code", "a.png")
    code = capsys.readouterr().out.strip()
    assert run("from-code", code, "--out", "b.png") == 0
    whole, one, two = (load_png(tmp_path / f"{name}.png")[0] for name in ("whole", "a", "b"))
    assert np.array_equal(one, two)
    assert not np.array_equal(one, whole)
    assert run("sheet", "--of", "whole.png", "--truncation", "0.5", "--out", "of.png") == 0
    assert run("sheet", "--count", "2", "--truncation", "0.5", "--out", "many.png") == 0
    assert run("generate", "--truncation", "3", "--out", "c.png") == 2
    assert "from 0 (the average face)" in capsys.readouterr().err


def test_sheet_holds_the_asked_number(tmp_path):
    assert run("sheet", "--count", "7", "--columns", "3", "--out", "sheet.png") == 0
    with Image.open(tmp_path / "sheet.png") as sheet:
        assert sheet.size == (3 * 16, 3 * 16)


def test_the_last_seed_is_a_seed():
    assert run("generate", "--seed", str(2**63 - 1), "--out", "last.png") == 0


def test_frames_of_other_weights_are_never_written(tmp_path, capsys):
    run("generate", "--seed", "1", "--out", "a.png")
    pixels, recipe = load_png(tmp_path / "a.png")
    foreign = dataclasses.replace(recipe, model_sha256="0" * 64)
    save_png(tmp_path / "b.png", pixels, foreign)
    assert run("interpolate", "b.png", "b.png", "--out", "way") == 2
    assert "other weights of tiny" in capsys.readouterr().err
    assert not (tmp_path / "way").exists()


def test_info_lists_models_and_what_can_be_set(capsys):
    assert cli.main(["info"]) == 0
    printed = capsys.readouterr().out
    assert "tiny: Tiny 1.0, 16 px" in printed
    assert "blush = off | on | random" in printed


def test_bench_prints_both_rates_of_one_run(capsys):
    assert run("bench", "--runs", "3", "--threads", "2") == 0
    rates = r"tiny: \d+\.\d ms .*median of 3.* \d+ GFLOP/s.* at \d+% of that"
    assert re.search(rates, capsys.readouterr().out)


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        (["generate", "--set", "wings=on"], "no attribute 'wings': this model has hair_color"),
        (["generate", "--set", "hair_color=plaid"], "can't be 'plaid': choose one of blonde"),
        (["generate", "--set", "smile"], "takes ATTRIBUTE=VALUE"),
        (["generate", "--model", "none-such"], "no model 'none-such': installed are tiny"),
        (["generate", "--seed", "-1"], "seed -1 is out of range"),
        (["generate", "--seed", str(2**63)], "out of range"),
        (["generate", "--seed", str(2**63 - 1), "--count", "2"], f"from 0 to {2**63 - 2}"),
        (["generate", "--out", "x" * 300 + ".png"], "choose another name"),
        (["sheet", "--out", "folder.png", "--overwrite"], "folder.png is a folder"),
        (["generate", "--out", "taken.png"], "taken.png exists already"),
        (["generate", "--out", "taken.png/in"], "can't be written"),
        (["verify", "plain.png"], "plain.png carries no recipe"),
        (["verify", "gone.png"], "There is no file gone.png"),
        (["verify", "taken.png"], "taken.png is not a PNG picture"),
    ],
)
def test_bad_input_is_one_sentence_and_code_2_and_leaves_nothing(tmp_path, capsys, words, answer):
    (tmp_path / "taken.png").write_text("precious")
    Image.new("RGB", (16, 16)).save(tmp_path / "plain.png")
    (tmp_path / "folder.png").mkdir()
    before = sorted(path.name for path in tmp_path.iterdir())
    model = [] if "--model" in words else ["--model", "tiny"]
    assert cli.main([*words, *model]) == 2
    error = capsys.readouterr().err
    assert answer in error
    assert error.startswith("girlsmoe: ")
    assert error.count("\n") == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == before
    assert (tmp_path / "taken.png").read_text() == "precious"


@pytest.mark.parametrize("words", [["--count", "0"], ["--count", "x"], ["--threads", "-1"]])
def test_numbers_out_of_range_are_code_2(words):
    with pytest.raises(SystemExit) as stopped:
        run("generate", *words)
    assert stopped.value.code == 2


def test_subcommands_need_neither_qt_nor_torch(tmp_path):
    probe = (
        "import sys; from girlsmoe_desktop.__main__ import main; "
        f"code = main(['generate', '--model', 'tiny', '--out', {str(tmp_path / 'p.png')!r}]); "
        "heavy = {'torch', 'PySide6', 'onnx', 'skia'} & set(sys.modules); "
        "sys.exit(f'loaded {heavy}' if heavy else code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def girlsmoe(*words, **options):
    code = "import sys; from girlsmoe_desktop.__main__ import main; sys.exit(main())"
    return subprocess.run(
        [sys.executable, "-c", code, *words],
        text=True,
        check=False,
        stderr=subprocess.PIPE,
        **options,
    )


def test_an_unknown_subcommand_is_answered_with_those_that_exist():
    done = girlsmoe("bogus")
    assert done.returncode == 2
    assert "generate" in done.stderr


def test_without_a_display_the_window_says_so():
    bare = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    bare.pop("QT_QPA_PLATFORM", None)
    done = girlsmoe(env=bare)
    assert done.returncode == 2
    assert "There is no display" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_reader_that_goes_away_stops_it_quietly():
    reader, writer = os.pipe()
    os.close(reader)
    done = girlsmoe("info", stdout=writer)
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, "")


def test_names_that_the_terminal_cannot_show_stop_nothing(tmp_path):
    plain = os.environ | {"PYTHONIOENCODING": "ascii"}
    words = ["generate", "--model", "tiny", "--count", "2", "--out", "テスト"]
    done = girlsmoe(*words, env=plain, stdout=subprocess.DEVNULL)
    assert done.returncode == 0, done.stderr
    assert len(list((tmp_path / "テスト").iterdir())) == 2
