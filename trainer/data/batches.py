"""Hands out training batches from an array held on the device. Needs torch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import torch
from torch import Tensor

from girlsmoe_desktop.core.errors import UserError
from trainer.pixels import from_pixels
from trainer.world import ALONE

if TYPE_CHECKING:
    from trainer.data.drawn import LabelledImages
    from trainer.world import World


class Batches:
    """Shuffled batches without end; every epoch has its own order and drops the odd rest.

    Args:
        data: The pictures; all of them are moved to the device.
        batch_images: Pictures in a batch of all processes together.
        hflip: Mirror each picture with probability 0.5.
        rng: Decides orders and mirrorings; lives on the device.
        world: The processes that share each batch.

    Raises:
        UserError: there are fewer pictures than a batch holds.
    """

    def __init__(
        self,
        data: LabelledImages,
        batch_images: int,
        hflip: bool,
        rng: torch.Generator,
        world: World = ALONE,
    ) -> None:
        if len(data) < batch_images:
            raise UserError(
                f"The data holds {len(data)} pictures, fewer than a batch of {batch_images}. "
                f"Draw more, or add --set batch_images={len(data)}."
            )
        self.labels = torch.from_numpy(data.labels).to(rng.device)
        self._pixels = torch.from_numpy(data.pixels).to(rng.device)  # (N, H, W, 3)
        self._batch_images, self._hflip, self._rng = batch_images, hflip, rng
        self._world = world
        self._order = torch.empty(0, dtype=torch.int64, device=rng.device)
        self._next = 0

    def draw(self) -> tuple[Tensor, Tensor]:
        """Returns this process's part of the next batch.

        Pictures are (n, 3, H, W) in [-1, 1], channels last in memory; labels are (n, 34).
        """
        picks = self._world.part(self._picks())
        img = from_pixels(self._pixels[picks])
        if self._hflip:
            whole = (self._batch_images, 1, 1, 1)
            flips = torch.rand(whole, generator=self._rng, device=img.device) < 0.5
            img = torch.where(self._world.part(flips), img.flip(3), img)
        return img, self.labels[picks]

    def state_dict(self) -> dict[str, Any]:
        """Returns where in the current order the batches are."""
        return {"order": self._order, "next": self._next}

    def load_state_dict(self, state: dict[str, Any]) -> None:
        """Goes on from where `state_dict` was taken.

        Raises:
            UserError: the order is for another number of pictures.
        """
        if len(state["order"]) not in (0, len(self.labels)):
            raise UserError(
                f"The run was trained on {len(state['order'])} pictures and --data holds "
                f"{len(self.labels)}. Give the folder it was started with."
            )
        self._order = state["order"].to(self.labels.device)
        self._next = state["next"]

    def _picks(self) -> Tensor:
        """Returns the indices of the next whole batch."""
        if self._next + self._batch_images > len(self._order):
            count, device = len(self.labels), self.labels.device
            self._order = torch.randperm(count, generator=self._rng, device=device)
            self._next = 0
        start, self._next = self._next, self._next + self._batch_images
        return self._order[start : self._next]
