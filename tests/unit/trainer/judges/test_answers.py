import pytest
import torch

from girlsmoe_desktop.core.attributes import LABEL_INDEX, LABELS
from trainer.judges.answers import BITS, GROUPS, AnswerLoss, decide


def rows(*names):
    """Returns one picture's labels for each collection of names."""
    labels = torch.zeros(len(names), len(LABELS))
    for row, on in zip(labels, names, strict=True):
        row[[LABEL_INDEX[name] for name in on]] = 1
    return labels


def test_groups_and_bits_are_all_labels_once():
    parts = [GROUPS["hair colour"], BITS, GROUPS["eye colour"]]
    assert [name for part in parts for name in LABELS[part]] == list(LABELS)


def test_one_of_each_group_and_any_bits_are_decided():
    logits = torch.full((1, len(LABELS)), -2.0)
    logits[0, LABEL_INDEX["red_hair"]] = -1.0
    logits[0, LABEL_INDEX["aqua_eyes"]] = 3.0
    logits[0, LABEL_INDEX["blue_eyes"]] = 2.0
    logits[0, [LABEL_INDEX["hat"], LABEL_INDEX["smile"]]] = 0.5
    on = [name for name, answer in zip(LABELS, decide(logits)[0], strict=True) if answer]
    assert on == ["red_hair", "smile", "hat", "aqua_eyes"]


def test_a_rare_label_weighs_as_much_as_its_absence():
    labels = rows(*[["red_hair", "red_eyes"]] * 9, ["red_hair", "red_eyes", "hat"])
    loss_of = AnswerLoss(labels)
    hat = LABEL_INDEX["hat"]
    even = loss_of(torch.zeros_like(labels), labels)
    gradients = []
    for sign in (1.0, -1.0):
        logits = torch.zeros_like(labels)
        logits[:, hat] = sign * 1e-3
        gradients.append(float(loss_of(logits, labels) - even))
    # At 0 the pull of one hat and of nine bare heads are in balance.
    assert gradients[0] == pytest.approx(gradients[1], abs=1e-6)


def test_right_answers_cost_nothing_and_wrong_ones_much():
    labels = rows(["red_hair", "hat", "blue_eyes"], ["blue_hair", "red_eyes"])
    loss_of = AnswerLoss(labels)
    right = (labels * 2 - 1) * 30
    assert float(loss_of(right, labels)) < 1e-6
    assert float(loss_of(-right, labels)) > 10


def test_a_picture_without_a_colour_is_not_asked_for_it():
    labels = rows(["red_hair"], ["red_hair", "red_eyes"])
    loss_of = AnswerLoss(labels)
    logits = torch.zeros_like(labels, requires_grad=True)
    loss_of(logits, labels).backward()
    eyes = logits.grad[:, GROUPS["eye colour"]]
    assert not eyes[0].any()
    assert eyes[1].any()


def test_every_colour_that_there_is_weighs_the_same_in_all():
    labels = rows(*[["red_hair"]] * 30, *[["blue_hair"]] * 10)
    loss_of = AnswerLoss(labels)
    logits = torch.zeros_like(labels, requires_grad=True)
    loss_of(logits, labels).backward()
    # At 0 the pulls toward red and blue cancel the push away from the other one.
    red, blue = logits.grad[:, LABEL_INDEX["red_hair"]], logits.grad[:, LABEL_INDEX["blue_hair"]]
    assert float(red.sum()) == pytest.approx(float(blue.sum()))
    assert float(red[0]) * 3 == pytest.approx(float(blue[30]), rel=1e-5)
    weights = loss_of.get_buffer("on_weight")[GROUPS["hair colour"]]
    assert float((weights * labels.mean(0)[GROUPS["hair colour"]]).sum()) == pytest.approx(1)
