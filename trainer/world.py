"""The processes that train together, as torchrun starts them; usually there is one."""

from __future__ import annotations

import gc
import os
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from torch import Tensor, distributed, nn

from girlsmoe_desktop.core.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True)
class World:
    """One process among those that share every batch.

    All of them draw the same random numbers for the whole batch and take their part of it, so that
    a run is the same, to rounding, on any number of processes.

    Attributes:
        rank: This process's number, from 0.
        size: The number of processes.
    """

    rank: int = 0
    size: int = 1

    @property
    def is_main(self) -> bool:
        """Whether this is the process that writes files and tells events."""
        return self.rank == 0

    def part(self, whole: Tensor) -> Tensor:
        """Returns this process's rows of a tensor (N, ...) that all processes hold alike."""
        rows = len(whole) // self.size
        return whole[self.rank * rows : (self.rank + 1) * rows]

    def mean(self, value: Tensor) -> Tensor:
        """Returns the mean over all processes, on each of them, without gradients."""
        if self.size == 1:
            return value.detach()
        total = value.detach().clone()
        distributed.all_reduce(total)
        return total / self.size

    def average_gradients(self, network: nn.Module) -> None:
        """Gives all processes the mean of their gradients: that of the whole batch.

        It is done once, when a step has summed up all of its terms. DistributedDataParallel would
        do it in every backward pass, and does not know the second derivatives of the penalty.
        """
        if self.size == 1:
            return
        gradients = [p.grad for p in network.parameters() if p.grad is not None]
        whole = self.mean(torch.cat([gradient.reshape(-1) for gradient in gradients]))
        pieces = torch.split(whole, [gradient.numel() for gradient in gradients])
        for gradient, piece in zip(gradients, pieces, strict=True):
            gradient.copy_(piece.reshape(gradient.shape))

    def agree(self, wish: bool) -> bool:
        """Returns on all processes whether any of them has a wish."""
        if self.size == 1:
            return wish
        wishes = torch.tensor(int(wish))  # on the CPU: reading it must not wait for a GPU
        distributed.all_reduce(wishes)
        return bool(wishes)


ALONE = World()


@contextmanager
def join_world(device: str, batch_images: int) -> Iterator[tuple[World, str]]:
    """Joins the processes that torchrun started; gives the world and this process's device.

    Args:
        device: "cpu" or "cuda"; of several GPUs each process takes its own.
        batch_images: Pictures in a whole batch.

    Raises:
        UserError: the batch can't be shared evenly, or there is no GPU for this process.
    """
    size = int(os.environ.get("WORLD_SIZE", "1"))
    if size == 1:
        yield ALONE, device
        return
    if batch_images % size:
        raise UserError(
            f"A batch of {batch_images} pictures can't be shared by {size} processes. "
            f"Choose another number of them, or --set batch_images={batch_images // size * size}."
        )
    if device == "cuda":
        number, count = int(os.environ.get("LOCAL_RANK", "0")), torch.cuda.device_count()
        if number >= count:
            raise UserError(f"There are {count} GPUs: give torchrun --nproc-per-node {count}.")
        device = f"cuda:{number}"
        torch.cuda.set_device(number)
    # Two back ends: one for tensors on GPUs, one for those on the CPU.
    distributed.init_process_group("cpu:gloo,cuda:nccl" if device.startswith("cuda") else "gloo")
    try:
        yield World(distributed.get_rank(), size), device
        # Whoever left while another still talks to it would end it at once, without a word.
        distributed.barrier()
    finally:
        distributed.destroy_process_group()
        # What is left of the group must not be found by the interpreter's own end: its threads
        # are C++'s, and to end them then ends the process with an error.
        gc.collect()
