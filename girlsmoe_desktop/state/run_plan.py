"""What a training run was asked to be; kept in its folder, so that it can be gone on with."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.state.material import Kind, Material, kind_of
from trainer import config as configs
from trainer.runs import RunFolder, write_bytes

if TYPE_CHECKING:
    from pathlib import Path

FILE = "plan.json"
# Presets to choose from: those for comparisons with the paper are for the command line.
OFFERED = ("preview-64", "modern-128", "modern-256", "paper-128", "smoke")
# Portraits are drawn at least so large; for smaller models the trainer makes them smaller.
DRAWN_PX = 128
REPORTING = ("--events", "json", "--control", "stdin")


class Step(Enum):
    """What is done one after another; all but `REVIEW` are commands of the trainer."""

    DRAW = "draw"
    DETECT = "detect"
    DEDUPE = "dedupe"
    TAG = "tag"
    REVIEW = "review"  # by the person
    SELECT = "select"
    TRAIN = "train"


_OF_FACES = (Step.DEDUPE, Step.TAG, Step.REVIEW, Step.SELECT, Step.TRAIN)
_STEPS = {
    Kind.DRAWN: (Step.DRAW, Step.TRAIN),
    Kind.PREPARED: (Step.TRAIN,),
    Kind.FACES: _OF_FACES,
    Kind.PICTURES: (Step.DETECT, *_OF_FACES),
}


@dataclass(frozen=True)
class RunPlan:
    """A run.

    Attributes:
        folder: The run's folder.
        preset: Name of its settings.
        material: What it learns from.
        done: The steps that have been done.
    """

    folder: Path
    preset: str
    material: Material = field(default_factory=Material)
    done: frozenset[Step] = frozenset()

    @property
    def steps(self) -> tuple[Step, ...]:
        """All steps, in their order."""
        return _STEPS[self.material.kind]

    @property
    def next_step(self) -> Step:
        """The first step that is not done; training is never done with."""
        return next(step for step in self.steps if step not in self.done or step is Step.TRAIN)

    @property
    def faces(self) -> Path | None:
        """The folder of faces that were cut out; None where the plan has none."""
        if self.material.kind is Kind.FACES:
            return self.material.folder
        return self.folder / "faces" if self.material.kind is Kind.PICTURES else None

    @property
    def portraits(self) -> Path:
        """The folder that training reads, whoever made it."""
        if self.material.kind is Kind.PREPARED and self.material.folder is not None:
            return self.material.folder
        return self.folder / ("portraits" if self.material.kind is Kind.DRAWN else "set")

    def with_done(self, step: Step) -> RunPlan:
        """Returns the plan after a step."""
        return dataclasses.replace(self, done=self.done | {step})

    def arguments(self, step: Step) -> list[str]:
        """Returns the trainer's arguments that do a step, or the rest of it."""
        material, faces, out = self.material, str(self.faces), str(self.portraits)
        size = configs.preset(self.preset).size
        side, drawn = str(size), str(max(size, DRAWN_PX))
        cascade = ["--cascade", str(material.cascade)] if material.cascade else []
        how = {
            Step.DRAW: ["--count", str(material.count), "--size", drawn, "--out", out],
            Step.DETECT: [str(material.folder), "--out", faces, "--min-size", side, *cascade],
            Step.DEDUPE: [faces],
            Step.TAG: [faces, "--tagger", str(material.tagger)],
            Step.SELECT: [faces, "--out", out, "--size", side],
            Step.TRAIN: self._train_arguments(),
        }[step]
        return [step.value, *how, *REPORTING]

    def _train_arguments(self) -> list[str]:
        # A run that ended before its first checkpoint begins anew.
        resume = bool(RunFolder(self.folder).checkpoint_steps())
        how = ["--resume"] if resume else ["--preset", self.preset]
        run = RunFolder(self.folder)
        # A run that goes on knows its cast.
        cast = ["--cast", str(run.cast_path)] if run.cast_path.is_file() and not resume else []
        return [*how, "--data", str(self.portraits), "--run", str(self.folder), *cast]

    def save(self) -> None:
        """Writes the plan into its folder.

        Raises:
            UserError: It can't be written.
        """
        # Without the folder: it may be moved.
        values = {
            "preset": self.preset,
            "material": self.material.to_json(),
            "done": [step.value for step in self.steps if step in self.done],
        }
        try:
            write_bytes(self.folder / FILE, (json.dumps(values, indent=2) + "\n").encode())
        except OSError as error:
            raise not_written(self.folder, error) from error


def not_written(path: Path, error: OSError) -> UserError:
    """Returns that a run's folder, or a file in it, can't be written."""
    return UserError(
        "{0} can't be written ({1}): choose a folder for runs that you may write to "
        "and that has room.",
        path,
        error.strerror or error,
    )


def load_plan(folder: Path) -> RunPlan:
    """Returns the plan that is kept in a run's folder.

    Raises:
        UserError: There is none, or it is damaged.
    """
    path = folder / FILE
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
        material = Material.from_json(values["material"])
        plan = RunPlan(
            folder, str(values["preset"]), material, frozenset(map(Step, values["done"]))
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


def must_be_there(material: Material) -> None:
    """Raises UserError where what is to be learned from is not there any more."""
    if material.folder is not None:
        kind_of(material.folder)
