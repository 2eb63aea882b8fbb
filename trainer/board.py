"""Writes what a run reports as TensorBoard logs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PIL import Image
from torch.utils.tensorboard import SummaryWriter

from trainer import events

if TYPE_CHECKING:
    from types import TracebackType

    from trainer.runs import RunFolder


class Board:
    """Listens to a run's events; a context manager that closes its file.

    Args:
        run: The run's folder; the logs lie in its folder tensorboard.
        start: Steps done so far: what an interrupted run logged beyond them is hidden.
    """

    def __init__(self, run: RunFolder, start: int = 0) -> None:
        folder = str(run.path / "tensorboard")
        self._writer = SummaryWriter(folder, purge_step=start + 1)

    def __enter__(self) -> Board:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._writer.close()

    def __call__(self, event: events.Event) -> None:
        """Logs losses and speed of a step, and the sheet of a sample."""
        if isinstance(event, events.Step):
            for name, value in event.losses.items():
                self._scalar(f"losses/{name}", value, event.step)
            self._scalar("images_per_s", event.images_per_s, event.step)
        elif isinstance(event, events.Sample):
            with Image.open(event.path) as sheet:
                pixels = np.asarray(sheet.convert("RGB"))
            self._writer.add_image("samples", pixels, event.step, dataformats="HWC")

    def _scalar(self, name: str, value: float, step: int) -> None:
        self._writer.add_scalar(name, value, step)
