"""What a training run was asked to be; kept in its folder, so that it can be gone on with."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass
from pathlib import Path

from girlsmoe_desktop.core.errors import UserError
from trainer import config as configs
from trainer.runs import RunFolder, write_bytes

FILE = "plan.json"
# Presets to choose from: those for comparisons with the paper are for the command line.
OFFERED = ("preview-64", "modern-128", "modern-256", "paper-128", "smoke")
COUNTS = range(2, 1_000_001)
DEFAULT_COUNT = 20_000
# Portraits are drawn at least so large; for smaller models the trainer makes them smaller.
DRAWN_PX = 128
LABELS = "labels.csv"
REPORTING = ("--events", "json", "--control", "stdin")


@dataclass(frozen=True)
class RunPlan:
    """A run.

    Attributes:
        folder: The run's folder.
        preset: Name of its settings.
        data: The folder of portraits to learn from; None has them drawn into the run's folder.
        count: How many are drawn.
        is_drawn: Whether that has been done.
    """

    folder: Path
    preset: str
    data: Path | None = None
    count: int = DEFAULT_COUNT
    is_drawn: bool = False

    @property
    def portraits(self) -> Path:
        """The folder of portraits, whoever drew them."""
        return self.folder / "portraits" if self.data is None else self.data

    @property
    def has_portraits(self) -> bool:
        """Whether nothing is left to be drawn."""
        return self.data is not None or self.is_drawn

    def draw_arguments(self) -> list[str]:
        """Returns the trainer's arguments that draw the portraits, or the rest of them."""
        size = max(configs.preset(self.preset).size, DRAWN_PX)
        numbers = ["--count", str(self.count), "--size", str(size)]
        return ["draw", *numbers, "--out", str(self.portraits), *REPORTING]

    def train_arguments(self) -> list[str]:
        """Returns the trainer's arguments that train, or go on from the latest checkpoint."""
        # A run that ended before its first checkpoint begins anew.
        resume = bool(RunFolder(self.folder).checkpoint_steps())
        how = ["--resume"] if resume else ["--preset", self.preset]
        where = ["--data", str(self.portraits), "--run", str(self.folder)]
        return ["train", *how, *where, *REPORTING]

    def save(self) -> None:
        """Writes the plan into its folder.

        Raises:
            UserError: It can't be written.
        """
        values = dataclasses.asdict(self)
        values["data"] = None if self.data is None else str(self.data)
        del values["folder"]  # it may be moved
        try:
            write_bytes(self.folder / FILE, (json.dumps(values, indent=2) + "\n").encode())
        except OSError as error:
            raise UserError(
                "{0} can't be written ({1}): choose a folder for runs that you may write to "
                "and that has room.",
                self.folder,
                error.strerror or error,
            ) from error


def load_plan(folder: Path) -> RunPlan:
    """Returns the plan that is kept in a run's folder.

    Raises:
        UserError: There is none, or it is damaged.
    """
    path = folder / FILE
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
        data = values["data"]
        plan = RunPlan(
            folder,
            str(values["preset"]),
            None if data is None else Path(str(data)),
            int(values["count"]),
            values["is_drawn"] is True,
        )
        configs.preset(plan.preset)
    except (OSError, ValueError, KeyError, TypeError, RecursionError, UserError):
        raise UserError(
            "{0} holds no run that this window started ({1} is missing or damaged). "
            "Choose the folder of a run, such as runs/00001-preview-64.",
            folder,
            FILE,
        ) from None
    return plan


def must_hold_portraits(folder: Path) -> None:
    """Raises UserError where a folder holds no labelled portraits."""
    if not (folder / LABELS).is_file():
        raise UserError(
            "{0} holds no prepared portraits: {1} is missing. Choose a folder that "
            "girlsmoe-train draw has made, or have the portraits drawn for you.",
            folder,
            LABELS,
        )
