import csv

import numpy as np
import pytest
import torch
from PIL import Image

from girlsmoe_desktop.core.attributes import LABELS
from trainer import config as configs
from trainer.data.drawn import load_folder


@pytest.fixture(autouse=True)
def _one_thread():
    # Sums split over threads may round differently from run to run.
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


def write_pictures(folder, count=12, size=32, seed=0):
    """Writes labels.csv and noise pictures."""
    rng = np.random.default_rng(seed)
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "labels.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["file", "index", *LABELS, "tilt"])
        for index in range(count):
            name = f"{index:06d}.png"
            pixels = rng.integers(0, 256, (size, size, 3), dtype=np.uint8)
            Image.fromarray(pixels).save(folder / name)
            writer.writerow([name, index, *rng.integers(0, 2, len(LABELS)), 0.5])
    return folder


@pytest.fixture
def pictures(tmp_path):
    return write_pictures(tmp_path / "data")


@pytest.fixture
def tiny():
    """A config whose steps take milliseconds and which uses every departure from the paper."""
    return configs.override(
        configs.preset("smoke"),
        {
            "g_channels": "4",
            "d_channels": "4",
            "batch_images": "4",
            "iterations": "6",
            "log_every_steps": "2",
            "sample_every_steps": "3",
            "checkpoint_every_steps": "3",
        },
    )


@pytest.fixture
def data(pictures):
    return load_folder(pictures, 32)
