"""How a reader of labels answers: one of each colour group, yes or no for the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from girlsmoe_desktop.core.attributes import EYE_COLORS, HAIR_COLORS, LABELS

if TYPE_CHECKING:
    from collections.abc import Mapping

GROUPS: Mapping[str, slice] = {
    "hair colour": slice(0, len(HAIR_COLORS)),
    "eye colour": slice(len(LABELS) - len(EYE_COLORS), len(LABELS)),
}
"""Labels of which a portrait has one, by name; all others are answered one by one."""
BITS = slice(len(HAIR_COLORS), len(LABELS) - len(EYE_COLORS))

_LEAST_SHARE = 0.01


class AnswerLoss(nn.Module):
    """Cross entropy that gives every answer to a question the same weight in all.

    Balanced accuracy counts the few pictures with a rare label as much as the many without it,
    and so must the loss. No picture weighs more than an answer of a share of 0.01 makes it.

    Args:
        labels: What is learned from, (N, 34), 0 or 1.
    """

    def __init__(self, labels: Tensor) -> None:
        super().__init__()
        share = labels.mean(0)
        limited = share.clamp(_LEAST_SHARE, 1 - _LEAST_SHARE)
        on = 0.5 / limited
        for group in GROUPS.values():
            # So that, as with the bits, the mean weight of a picture is 1.
            on[group] /= (on[group] * share[group]).sum().clamp(min=_LEAST_SHARE)
        self.register_buffer("on_weight", on)
        self.register_buffer("off_weight", 0.5 / (1 - limited))

    def forward(self, logits: Tensor, labels: Tensor) -> Tensor:
        """Returns the mean over the questions; a picture without a colour is not asked for it."""
        on, off = self.get_buffer("on_weight"), self.get_buffer("off_weight")
        bits = labels[:, BITS]
        weight = torch.where(bits > 0, on[BITS], off[BITS])
        total = F.binary_cross_entropy_with_logits(logits[:, BITS], bits, weight, reduction="sum")
        for group in GROUPS.values():
            wanted = labels[:, group]
            wanted = wanted / wanted.sum(1, keepdim=True).clamp(min=1)
            total = total - (on[group] * wanted * F.log_softmax(logits[:, group], 1)).sum()
        questions = bits.shape[1] + len(GROUPS)
        mean: Tensor = total / (len(labels) * questions)
        return mean


def decide(scores: Tensor, above: float = 0.0) -> Tensor:
    """Returns what scores (N, 34) answer, as booleans (N, 34).

    Args:
        scores: Logits or probabilities; in each colour group the highest one is on.
        above: The other labels are on above it: 0 for logits, 0.5 for probabilities.
    """
    answers = scores > above
    for group in GROUPS.values():
        best = scores[:, group].argmax(1)
        answers[:, group] = F.one_hot(best, group.stop - group.start).bool()
    return answers
