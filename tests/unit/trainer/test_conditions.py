import torch

from girlsmoe_desktop.core.attributes import LABEL_INDEX, LABELS
from trainer.conditions import data_law, draw_conditions, to_input, training_law


def test_training_law_has_one_colour_each_and_bits_of_a_quarter():
    drawn = training_law(20_000, torch.Generator().manual_seed(0))
    assert drawn.shape == (20_000, len(LABELS))
    hair = slice(0, LABEL_INDEX["gray_hair"] + 1)
    bits = slice(LABEL_INDEX["long_hair"], LABEL_INDEX["glasses"] + 1)
    eyes = slice(LABEL_INDEX["blue_eyes"], len(LABELS))
    assert (drawn[:, hair].sum(1) == 1).all()
    assert (drawn[:, eyes].sum(1) == 1).all()
    assert (drawn[:, hair].mean(0) - 1 / 13).abs().max() < 0.01
    assert (drawn[:, eyes].mean(0) - 1 / 10).abs().max() < 0.01
    assert (drawn[:, bits].mean(0) - 0.25).abs().max() < 0.015


def test_data_law_gives_only_rows_of_the_data():
    rows = torch.eye(34)[:3]
    drawn = data_law(300, rows, torch.Generator().manual_seed(0))
    assert drawn[:, 3:].sum() == 0
    assert (drawn.sum(0)[:3] > 50).all()


def test_laws_are_chosen_by_name():
    rows = torch.zeros(2, 34)
    assert draw_conditions("data", 4, rows, torch.Generator()).sum() == 0
    assert draw_conditions("training", 4, rows, torch.Generator()).sum() > 0


def test_generator_input_is_minus_one_and_plus_one():
    assert to_input(torch.tensor([0.0, 1.0])).tolist() == [-1.0, 1.0]
