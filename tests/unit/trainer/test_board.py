import numpy as np
import pytest
from PIL import Image
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

from trainer import events
from trainer.board import Board
from trainer.cli import main
from trainer.runs import RunFolder


def logged(run):
    found = EventAccumulator(str(run.path / "tensorboard"))
    found.Reload()
    return found


def points(run, tag):
    return [(point.step, point.value) for point in logged(run).Scalars(tag)]


def test_losses_speed_and_sheets_are_logged(tmp_path):
    run = RunFolder(tmp_path)
    Image.fromarray(np.full((64, 64, 3), 90, np.uint8)).save(tmp_path / "sheet.png")
    with Board(run) as board:
        board(events.Step(2, 10, 33.5, {"g_adv": 0.5}))
        board(events.Step(4, 10, 34.5, {"g_adv": 0.25}))
        board(events.Sample(4, str(tmp_path / "sheet.png")))
        board(events.Finished(4, False, "Done."))
    assert points(run, "losses/g_adv") == [(2, 0.5), (4, 0.25)]
    assert points(run, "images_per_s") == [(2, 33.5), (4, 34.5)]
    assert [image.step for image in logged(run).Images("samples")] == [4]


def test_what_was_logged_beyond_the_checkpoint_is_hidden(tmp_path):
    run = RunFolder(tmp_path)
    with Board(run) as board:
        for step in range(1, 6):
            board(events.Step(step, 10, 1.0, {"g_adv": 1.0}))
    with Board(run, start=3) as board:
        board(events.Step(4, 10, 1.0, {"g_adv": 2.0}))
    assert points(run, "losses/g_adv") == [(1, 1.0), (2, 1.0), (3, 1.0), (4, 2.0)]


@pytest.mark.parametrize("wished", [True, False])
def test_the_option_decides(pictures, tmp_path, wished):
    run = RunFolder(tmp_path / "run")
    command = ["train", "--preset", "smoke", "--data", str(pictures), "--run", str(run.path)]
    command += ["--iterations", "2", "--device", "cpu", "--set", "log_every_steps=1"]
    assert main([*command, *(["--tensorboard"] if wished else [])]) == 0
    assert (run.path / "tensorboard").exists() == wished
    if wished:
        assert [step for step, _ in points(run, "losses/g_adv")] == [1, 2]
