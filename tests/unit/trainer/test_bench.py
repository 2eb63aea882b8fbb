import dataclasses
import json

import pytest

from trainer import config as configs
from trainer.bench import measure
from trainer.cli import main

SMALL = {
    "size": 32,
    "g_channels": 4,
    "g_blocks": 1,
    "d_channels": 4,
    "batch_images": 4,
    "gp_every_steps": 3,
}


@pytest.fixture
def config():
    return dataclasses.replace(configs.preset("smoke"), **SMALL)


def test_figures_hang_together(config):
    told = []
    found = measure(config, "cpu", 5, told.append)
    assert told == list(range(1, 3 + 5 + 1))
    assert found.images_per_s == pytest.approx(4 / (found.ms / 1e3))
    assert found.tflops > 0
    assert found.share == pytest.approx(found.tflops / found.peak_tflops)


def test_twice_the_pictures_are_twice_the_work(config):
    def work(batch):
        found = measure(dataclasses.replace(config, batch_images=batch), "cpu", 3, lambda _: None)
        return found.tflops * found.ms

    assert work(8) == pytest.approx(2 * work(4), rel=0.05)


def test_the_command_prints_a_line(capsys):
    settings = [part for key, value in SMALL.items() for part in ("--set", f"{key}={value}")]
    command = ["bench", "--preset", "smoke", "--steps", "3", "--device", "cpu", *settings]
    assert main([*command, "--events", "json"]) == 0
    last = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert "ms an iteration" in last["message"]
    assert "% of the" in last["message"]


@pytest.mark.parametrize(
    ("more", "complaint"),
    [
        (["--steps", "0"], "--steps is 0"),
        (["--threads", "0"], "--threads is 0"),
        (["--preset", "huge"], "no preset"),
    ],
)
def test_mistakes_are_told(capsys, more, complaint):
    assert main(["bench", *more]) == 2
    assert complaint in capsys.readouterr().err
