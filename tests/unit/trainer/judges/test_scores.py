import math

import numpy as np

from trainer.judges.scores import confusion, score_labels


def bools(*rows):
    return np.array(rows, bool)


def test_balanced_accuracy_weighs_both_answers_alike():
    wanted = bools([1], [1], [0], [0], [0], [0], [0], [0])
    seen = bools([1], [0], [0], [0], [0], [0], [0], [1])
    (score,) = score_labels(seen, wanted, ["hat"])
    assert (score.label, score.on, score.off) == ("hat", 2, 6)
    assert score.hits == 0.5
    assert score.rejections == 5 / 6
    assert score.balanced_accuracy == (0.5 + 5 / 6) / 2


def test_saying_never_is_no_better_than_guessing():
    wanted = np.arange(100)[:, None] == 0
    (score,) = score_labels(np.zeros_like(wanted), wanted, ["drill_hair"])
    assert score.balanced_accuracy == 0.5


def test_a_label_that_no_picture_has_is_not_judged():
    (score,) = score_labels(bools([0], [0]), bools([0], [0]), ["hat"])
    assert math.isnan(score.balanced_accuracy)


def test_confusion_counts_wanted_by_seen_and_leaves_unclear_rows_out():
    wanted = bools([1, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1], [0, 0, 0], [1, 1, 0])
    seen = bools([1, 0, 0], [0, 0, 1], [0, 1, 0], [0, 1, 0], [1, 0, 0], [0, 1, 0])
    assert confusion(seen, wanted).tolist() == [[1, 0, 1], [0, 1, 0], [0, 1, 0]]
