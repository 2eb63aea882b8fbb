import dataclasses

import numpy as np
import pytest
import torch

from girlsmoe_desktop.core.attributes import LABELS
from trainer.data.drawn import LabelledImages, load_folder
from trainer.judges.fitting import FitSettings, fit_reader, read_labels, steps_of
from trainer.judges.labels import find_mistakes, judge_labels, mistake_tiles
from trainer.judges.reader import LabelReader

QUICK = FitSettings(epochs=12, batch_images=32, shift=1, widths=(12, 24, 48))


def few(folder, count):
    data = load_folder(folder, 32)
    return dataclasses.replace(data, pixels=data.pixels[:count], labels=data.labels[:count])


def test_plain_labels_are_learned_and_judged(toys):
    train, test = (load_folder(folder, 32) for folder in toys)
    reader = fit_reader(train, QUICK)
    report = judge_labels(reader, test)
    assert report.worst.balanced_accuracy > 0.95
    assert {name: table.sum() for name, table in report.tables.items()} == {
        "hair colour": 160,
        "eye colour": 160,
    }
    assert len(mistake_tiles(report, test.pixels)) <= len(report.mistakes)
    data = report.to_json()
    assert list(data["labels"]) == list(LABELS)
    assert report.worst.label in report.to_text(goal=0.98)


def test_labels_that_are_not_in_the_pictures_cannot_be_read(toys):
    train, test = (load_folder(folder, 32) for folder in toys)
    order = np.random.default_rng(0).permutation(len(train))
    shuffled = LabelledImages(train.pixels, train.labels[order])
    reader = fit_reader(shuffled, dataclasses.replace(QUICK, epochs=3))
    accuracies = [score.balanced_accuracy for score in judge_labels(reader, test).scores]
    assert np.mean(accuracies) == pytest.approx(0.5, abs=0.08)


def test_the_same_seed_gives_the_same_reader(toys):
    data = few(toys[0], 64)
    settings = dataclasses.replace(QUICK, epochs=2)
    before = torch.get_rng_state()
    first, second = (fit_reader(data, settings) for _ in range(2))
    assert torch.equal(torch.get_rng_state(), before)
    other = fit_reader(data, dataclasses.replace(settings, seed=1))
    logits = [read_labels(reader, data.pixels) for reader in (first, second, other)]
    assert torch.equal(logits[0], logits[1])
    assert not torch.equal(logits[0], logits[2])


@pytest.mark.parametrize("epochs", range(1, 8))
def test_few_steps_are_enough_to_finish(toys, epochs):
    settings = dataclasses.replace(QUICK, epochs=epochs)
    assert steps_of(settings, 32) == epochs
    assert fit_reader(few(toys[0], 32), settings) is not None


def test_steps_are_told_and_a_stop_ends_them(toys):
    data, told = few(toys[0], 64), []
    settings = dataclasses.replace(QUICK, epochs=2)
    assert fit_reader(data, settings, told.append, lambda: len(told) == 3) is None
    assert [step.step for step in told] == [1, 2, 3]
    assert told[0].steps == steps_of(settings, 64) == 4
    assert all(step.images_per_s > 0 and step.loss > 0 for step in told)


def test_mirrored_pictures_are_read_alike(toys):
    data = few(toys[1], 5)
    reader = LabelReader((8, 16)).eval()
    logits = read_labels(reader, data.pixels, batch_images=2)
    mirrored = read_labels(reader, data.pixels[:, :, ::-1].copy())
    assert logits.shape == (5, len(LABELS))
    torch.testing.assert_close(logits, mirrored, atol=2e-2, rtol=2e-2)


def test_mistakes_name_what_is_there_and_what_was_seen():
    index = {name: LABELS.index(name) for name in ("red_hair", "blue_hair", "hat", "smile")}
    logits = np.full((3, len(LABELS)), -1.0, np.float32)
    wanted = np.zeros((3, len(LABELS)), bool)
    wanted[:, index["red_hair"]] = True
    seen = wanted.copy()
    seen[0, [index["red_hair"], index["blue_hair"]]] = False, True
    logits[0, index["blue_hair"]] = 4.0
    wanted[1, index["hat"]] = True
    logits[1, index["hat"]] = -7.0
    wanted[2, index["hat"]] = True
    logits[2, index["hat"]] = -9.0
    seen[2, index["smile"]] = True
    logits[2, index["smile"]] = 2.0
    found = [(m.picture, m.label, m.seen, m.doubt) for m in find_mistakes(logits, seen, wanted)]
    assert found == [
        (0, "red_hair", "blue_hair", 5.0),
        (2, "smile", "on", 2.0),
        (2, "hat", "off", 9.0),
        (1, "hat", "off", 7.0),
    ]


def test_where_nothing_can_be_judged_nothing_is_worst(toys):
    data = few(toys[1], 2)
    same = LabelledImages(data.pixels, data.labels[[0, 0]])
    report = judge_labels(LabelReader((8, 16)).eval(), same)
    assert report.worst is None
    assert report.to_json()["labels"]["hat"]["balanced_accuracy"] is None
    assert "nan" in report.to_text(goal=0.98)
