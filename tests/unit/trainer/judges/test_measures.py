import numpy as np
import pytest

from girlsmoe_desktop.core.attributes import EYE_COLORS, HAIR_COLORS, LABELS
from trainer.data.drawn import load_folder
from trainer.judges.evaluation import Extent, evaluate
from trainer.judges.measures import (
    labels_with,
    mean_distance,
    measure_obedience,
    measure_progress,
    nearest,
)
from trainer.judges.tagger import Tagger, decide

SIDE = 32


class Perfect:
    """Paints real pictures: those that have the labels asked for."""

    name, size, z_dim, parameters = "perfect", SIDE, 4, 0

    def __init__(self, data):
        self.pixels, self.labels = data.pixels, data.labels

    def paint(self, z, labels):
        # With a little noise of their own, so that no picture is the very one it is compared to.
        nearest_rows = (labels @ self.labels.T * 2 - self.labels.sum(1)).argmax(1)
        change = np.rint(z[:, :1, None, None] * 3).astype(int)
        return np.clip(self.pixels[nearest_rows] + change, 0, 255).astype(np.uint8)


class Deaf(Perfect):
    """Paints one picture whatever is asked for."""

    name = "deaf"

    def paint(self, z, labels):
        return super().paint(z, np.repeat(self.labels[:1], len(labels), 0))


@pytest.fixture(scope="module")
def data(toys):
    return load_folder(toys[0], SIDE)


@pytest.fixture(scope="module")
def tagger(toy_tagger):
    return Tagger(toy_tagger[0])


EXTENT = Extent(pictures=200, repeats=2, per_label=20)


def judged(painter, tagger, data, **more):
    extent = Extent(**{**vars(EXTENT), **more})
    return evaluate(painter, {}, tagger, data, extent, lambda _: None, bool)


def test_a_perfect_painter_is_obedient_diverse_and_like_the_real(tagger, data):
    found = judged(Perfect(data), tagger, data)
    assert found.mean_obedience > 0.85
    assert found.diversity == pytest.approx(1, abs=0.1)
    assert found.likeness.mean < 3 * found.likeness.floor_mean
    assert len(found.likeness.distances) == len(found.likeness.floor) == 2
    assert found.copy_distance < 0.5 * found.real_copy_distance, "it copies, and that is seen"


def test_a_deaf_painter_is_none_of_it(tagger, data):
    deaf, perfect = (judged(kind(data), tagger, data) for kind in (Deaf, Perfect))
    assert deaf.mean_obedience < 0.5
    assert deaf.worst.painted == 0
    assert deaf.diversity < 0.3
    assert deaf.likeness.mean > 10 * perfect.likeness.mean


def test_the_same_seed_gives_the_same_figures(tagger, data):
    once, again, other = (judged(Perfect(data), tagger, data, seed=seed) for seed in (0, 0, 1))
    assert once.figures() == again.figures()
    assert once.figures() != other.figures()


def test_a_wish_to_stop_is_heard(tagger, data):
    heard = []
    found = evaluate(Perfect(data), {}, tagger, data, EXTENT, heard.append, lambda: len(heard) == 2)
    assert found is None
    assert len(heard) == 2


def test_sheets_are_whole(tagger, data):
    sheets = judged(Perfect(data), tagger, data).sheets
    assert sheets["samples"].shape == (8 * SIDE, 8 * SIDE, 3)
    assert sheets["interpolation"].shape == (5 * SIDE, 10 * SIDE, 3)
    assert sheets["nearest"].shape == (6 * SIDE, 12 * SIDE, 3)
    assert sheets["labels"].shape == (34 * SIDE, 20 * SIDE, 3)


@pytest.mark.parametrize("label", range(len(LABELS)))
def test_asked_for_labels_are_on_and_colours_stay_alone(data, label):
    rows = labels_with(label, data.labels, 50, np.random.default_rng(0))
    assert (rows[:, label] == 1).all()
    assert (rows[:, : len(HAIR_COLORS)].sum(1) == 1).all()
    assert (rows[:, -len(EYE_COLORS) :].sum(1) == 1).all()


def test_a_label_that_no_picture_has_is_switched_on():
    labels = np.zeros((5, len(LABELS)), np.float32)
    labels[:, 1] = 1
    rows = labels_with(0, labels, 10, np.random.default_rng(0))
    assert (rows[:, 0] == 1).all()
    assert (rows[:, 1] == 0).all()
    assert labels[:, 1].all(), "what was given stays"


def test_every_twentieth_picture_for_the_eye_is_kept(tagger, data):
    seen = decide(tagger.read(data.pixels).probabilities)
    figures, shown = measure_obedience(
        Perfect(data),
        tagger,
        data.labels,
        seen,
        per_label=30,
        rng=np.random.default_rng(0),
        report=lambda _: None,
    )
    assert [one.label for one in figures] == list(LABELS)
    assert {len(each) for each in shown} == {20}
    assert all(0 <= one.painted <= 1 for one in figures)


def test_distances_of_known_points():
    rng = np.random.default_rng(0)
    points = rng.standard_normal((4000, 50)).astype(np.float32)
    assert mean_distance(points, rng) == pytest.approx(np.sqrt(100), rel=0.02)
    index, apart = nearest(points[:3] + 0.01, points)
    assert index.tolist() == [0, 1, 2]
    assert apart == pytest.approx(0.01 * np.sqrt(50), rel=1e-3)


def test_progress_is_seen_and_every_step_is_asked_for_the_same(tagger, data):
    real = tagger.read(data.pixels).features
    painters = {1: lambda: Deaf(data), 2: lambda: Perfect(data), 3: lambda: Perfect(data)}
    seen = []
    found = measure_progress(
        painters, tagger, real, data.labels, pictures=100, seed=0, report=seen.append
    )
    assert list(found) == [1, 2, 3]
    assert found[1] > 2 * found[2]
    assert found[2] == found[3]
    assert sum(seen) == 300
