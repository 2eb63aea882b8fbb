import dataclasses

import numpy as np
import pytest
from PIL import Image

from trainer.runs import RunFolder
from trainer.upscale import config as configs
from trainer.upscale.loop import Material, train_upscaler
from trainer.upscale.truths import Truths


def drawing(seed, side=96):
    """A picture of flat discs with edges, such as networks that enlarge can learn from."""
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[0:side, 0:side]
    picture = np.full((side, side, 3), 255, np.uint8)
    for _ in range(12):
        cy, cx, radius = [*rng.uniform(0, side, 2).tolist(), rng.uniform(side / 16, side / 5)]
        picture[(y - cy) ** 2 + (x - cx) ** 2 < radius**2] = rng.integers(0, 256, 3)
    return picture


@pytest.fixture
def truths():
    return Truths([drawing(seed) for seed in range(4)], "these")


@pytest.fixture
def folder(tmp_path):
    where = tmp_path / "large"
    where.mkdir()
    for seed in range(4):
        Image.fromarray(drawing(seed)).save(where / f"{seed}.png")
    return where


@pytest.fixture
def tiny():
    """Settings whose steps take milliseconds."""
    return dataclasses.replace(
        configs.preset("smoke-x2"),
        iterations=6,
        log_every_steps=2,
        sample_every_steps=3,
        checkpoint_every_steps=3,
    )


@pytest.fixture
def adversarial(tiny):
    return dataclasses.replace(
        tiny, lambda_adv=0.01, lambda_feature=0.0, gp_every_steps=2, share_keep=0.25
    )


@pytest.fixture
def trained(tiny, truths, tmp_path):
    """A function that trains a run and returns its folder."""

    def train(name="run", config=tiny, stop_after=None, resume=False, **material):
        run = RunFolder(tmp_path / name)
        heard = []

        def should_stop():
            return stop_after is not None and len(asked) >= stop_after - 1

        asked = []

        def ask():
            stop = should_stop()
            asked.append(1)
            return stop

        train_upscaler(config, Material(truths, **material), run, ask, heard.append, resume=resume)
        return run, heard

    return train
