import csv

import numpy as np
import pytest
from PIL import Image

from girlsmoe_desktop.core.attributes import DETAILS, EYE_COLORS, HAIR_COLORS, HAIR_STYLES, LABELS
from trainer.data.drawn import load_folder
from trainer.judges.fitting import FitSettings, fit_reader
from trainer.judges.labels import judge_labels
from trainer.judges.tagger import TaggerIdentity, export_tagger

SIDE = 32
BITS = (*HAIR_STYLES, *DETAILS)


def palette(count):
    """Colours that are far apart, none of them white."""
    corners = [(r, g, b) for r in (0, 110, 220) for g in (0, 110, 220) for b in (0, 110, 220)]
    return corners[:: len(corners) // count][:count]


def toy_picture(hair, eyes, bits, rng):
    """A band in the hair's colour, a square in the eyes', and a mark on the axis for each bit."""
    picture = np.full((SIDE, SIDE, 3), 255, np.uint8)
    picture[:8] = palette(len(HAIR_COLORS))[hair]
    picture[10:16, 4:28] = palette(len(EYE_COLORS))[eyes]
    for number, on in enumerate(bits):
        if on:
            row, column = divmod(number, 4)
            top, left = 18 + 5 * row, 4 * column
            picture[top : top + 4, left : left + 2] = 40
            picture[top : top + 4, SIDE - left - 2 : SIDE - left] = 40  # mirrored: it is flipped
    return np.clip(picture + rng.normal(0, 3, picture.shape), 0, 255).astype(np.uint8)


def write_toy(folder, count, seed):
    """Writes a folder as draw makes it, of pictures whose labels are plain to see."""
    rng = np.random.default_rng(seed)
    folder.mkdir(parents=True)
    with (folder / "labels.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["file", "index", *LABELS])
        for index in range(count):
            hair, eyes = rng.integers(len(HAIR_COLORS)), rng.integers(len(EYE_COLORS))
            bits = rng.random(len(BITS)) < 0.3
            name = f"{index:06d}.png"
            Image.fromarray(toy_picture(hair, eyes, bits, rng)).save(folder / name)
            row = [np.arange(len(HAIR_COLORS)) == hair, bits, np.arange(len(EYE_COLORS)) == eyes]
            writer.writerow([name, index, *np.concatenate(row).astype(int)])
    return folder


@pytest.fixture(scope="session")
def toys(tmp_path_factory):
    """Two folders of toy portraits, to learn from and to be tested on."""
    root = tmp_path_factory.mktemp("toys")
    return write_toy(root / "train", 640, 1), write_toy(root / "test", 160, 2)


@pytest.fixture(scope="session")
def toy_tagger(toys, tmp_path_factory):
    """A tagger's folder, the reader it came from, and the pictures it was tested on."""
    train, test = (load_folder(folder, SIDE) for folder in toys)
    reader = fit_reader(train, FitSettings(epochs=12, batch_images=32, shift=1, widths=(12, 24)))
    out = tmp_path_factory.mktemp("taggers") / "toy-tagger"
    identity = TaggerIdentity("toy-tagger", "Toy tagger")
    export_tagger(reader, out, identity, train, judge_labels(reader, test), {"epochs": 12})
    return out, reader, test
