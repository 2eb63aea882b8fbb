"""The attributes that a generator in training is asked for."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from girlsmoe_desktop.core.attributes import EYE_COLORS, HAIR_COLORS, LABELS

BIT_PROBABILITY = 0.25


def training_law(n: int, rng: torch.Generator) -> Tensor:
    """Returns attributes (n, 34), 0 or 1: colours uniform, every other bit 0.25.

    Source: P_cond, 5.1.3, Jin et al. 2017, arXiv:1708.05509; no deviation.
    """
    bits = len(LABELS) - len(HAIR_COLORS) - len(EYE_COLORS)
    device = rng.device
    hair = torch.randint(len(HAIR_COLORS), (n,), generator=rng, device=device)
    eyes = torch.randint(len(EYE_COLORS), (n,), generator=rng, device=device)
    other = torch.rand((n, bits), generator=rng, device=device) < BIT_PROBABILITY
    parts = [F.one_hot(hair, len(HAIR_COLORS)), other, F.one_hot(eyes, len(EYE_COLORS))]
    return torch.cat([part.float() for part in parts], dim=1)


def data_law(n: int, rows: Tensor, rng: torch.Generator) -> Tensor:
    """Returns attributes (n, n_labels) drawn with replacement from the training pictures' own."""
    picks = torch.randint(len(rows), (n,), generator=rng, device=rows.device)
    return rows[picks]


def draw_conditions(law: str, n: int, rows: Tensor, rng: torch.Generator) -> Tensor:
    """Returns attributes (n, n_labels), 0 or 1, by the law of that name.

    Args:
        law: "training" or "data".
        n: How many.
        rows: The training pictures' labels, (count, n_labels).
        rng: A generator on the device of rows.
    """
    return training_law(n, rng) if law == "training" else data_law(n, rows, rng)


def to_input(labels: Tensor) -> Tensor:
    """Returns the generator's coding, -1 off and +1 on, of labels in 0 to 1."""
    return labels * 2.0 - 1.0
