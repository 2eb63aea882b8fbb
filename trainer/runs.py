"""A run's folder: what lies in it and how it is written. Standard library only."""

from __future__ import annotations

import json
import os
import uuid
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO

from girlsmoe_desktop.core.errors import UserError
from trainer import config as configs
from trainer import settings
from trainer.events import Event, Started, Step, from_line, to_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from _typeshed import DataclassInstance

    from trainer.config import TrainConfig


@contextmanager
def telling_of(path: Path) -> Iterator[None]:
    """Names a file in errors of the system that name none, or its temporary name."""
    try:
        yield
    except OSError as error:
        if error.errno is not None:
            error.filename = str(path)
        raise


def write_atomically(path: Path, write: Callable[[BinaryIO], object]) -> None:
    """Writes a file whole or not at all: beside it, to the disk, then renamed onto it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    # A name of its own: two processes may write the same file at once, and the last one stays.
    temporary = path.with_name(f"{path.name}.{uuid.uuid4().hex}.part")
    try:
        with telling_of(path), temporary.open("xb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def write_bytes(path: Path, data: bytes) -> None:
    """Writes bytes as a file, whole or not at all."""
    write_atomically(path, lambda file: file.write(data))


def _is_number(text: str) -> bool:
    """Returns whether a text is a number of steps; some digits, as superscripts, are none."""
    return text.isascii() and text.isdigit() and len(text) < 19


def claim_run(root: Path, preset: str) -> RunFolder:
    """Makes the folder of a new run: the next number, and the preset's name.

    Args:
        root: Holds the runs; made if it is missing.
        preset: Name of the run's preset.

    Raises:
        UserError: no folder can be made there.
    """
    try:
        root.mkdir(parents=True, exist_ok=True)
        while True:
            heads = (path.name.split("-", 1)[0] for path in root.iterdir())
            number = 1 + max((int(head) for head in heads if _is_number(head)), default=0)
            try:
                (root / f"{number:05d}-{preset}").mkdir()
            except FileExistsError:  # another run has claimed it in the meantime
                continue
            return RunFolder(root / f"{number:05d}-{preset}")
    except OSError as error:
        raise UserError(
            f"{root} can't hold a new run ({error.strerror or error}): "
            "give another folder by --run."
        ) from error


def _numbers(paths: Iterable[Path]) -> list[int]:
    """Returns the numbers of steps that files are named by, in order."""
    return sorted(int(path.stem) for path in paths if _is_number(path.stem))


@dataclass(frozen=True)
class RunFolder:
    """The names in a run's folder."""

    path: Path

    @property
    def config_path(self) -> Path:
        """Where the resolved settings are kept."""
        return self.path / "config.json"

    @property
    def events_path(self) -> Path:
        """Where the run's events are kept, one a line."""
        return self.path / "events.jsonl"

    def checkpoint_path(self, step: int) -> Path:
        """Returns where the checkpoint after `step` steps belongs."""
        return self.path / "checkpoints" / f"{step:06d}.safetensors"

    def sample_path(self, step: int) -> Path:
        """Returns where the sample sheet after `step` steps belongs."""
        return self.path / "samples" / f"{step:06d}.png"

    def sample_paths(self) -> list[Path]:
        """Returns the sample sheets there are, in the order of their steps."""
        steps = _numbers((self.path / "samples").glob("*.png"))
        return [path for step in steps if (path := self.sample_path(step)).is_file()]

    def snapshot_path(self, step: int) -> Path:
        """Returns where the generator as it was after `step` steps belongs."""
        return self.path / "snapshots" / f"{step:06d}.safetensors"

    def snapshot_steps(self) -> list[int]:
        """Returns the steps of which the generator is kept, in order."""
        return _numbers((self.path / "snapshots").glob("*.safetensors"))

    @property
    def cast_path(self) -> Path:
        """Where the recipes of who is filmed belong, one a line."""
        return self.path / "cast.jsonl"

    @property
    def film_path(self) -> Path:
        """Where the strip of all sample sheets belongs."""
        return self.path / "film.png"

    def checkpoint_steps(self) -> list[int]:
        """Returns the steps at which there are checkpoints, in order."""
        steps = _numbers((self.path / "checkpoints").glob("*.safetensors"))
        return [step for step in steps if self.checkpoint_path(step).is_file()]

    def find_checkpoint(self, which: str = "latest") -> Path:
        """Returns a checkpoint's path.

        Args:
            which: "latest" or a number of steps.

        Raises:
            UserError: there is no such checkpoint.
        """
        steps = self.checkpoint_steps()
        if not steps:
            raise UserError(
                f"{self.path} holds no checkpoint. Train there first: without --resume, "
                "and as far as the first checkpoint."
            )
        if which == "latest":
            return self.checkpoint_path(steps[-1])
        if not _is_number(which) or int(which) not in steps:
            listed = ", ".join(map(str, steps))
            raise UserError(f"{self.path} has no checkpoint {which!r}. It has: {listed}.")
        return self.checkpoint_path(int(which))

    def find_generator(self, which: str = "latest") -> Path:
        """Returns the path of a checkpoint or, for another number of steps, of a snapshot.

        Raises:
            UserError: there is neither.
        """
        if _is_number(which) and int(which) not in self.checkpoint_steps():
            snapshot = self.snapshot_path(int(which))
            if snapshot.is_file():
                return snapshot
        try:
            return self.find_checkpoint(which)
        except UserError as error:
            kept = ", ".join(map(str, self.snapshot_steps()))
            raise UserError(
                f"{error} Of these steps the generator is kept: {kept or 'none'}."
            ) from None

    def drop_later(self, step: int) -> None:
        """Deletes samples and snapshots of later steps: those of an attempt that was given up."""
        for path in (*self.sample_paths(), *map(self.snapshot_path, self.snapshot_steps())):
            if int(path.stem) > step:
                path.unlink()

    def drop_old_checkpoints(self, keep: int) -> None:
        """Deletes all checkpoints but the last few."""
        for step in self.checkpoint_steps()[:-keep]:
            self.checkpoint_path(step).unlink()

    def append_event(self, event: Event) -> None:
        """Adds one event to the run's record."""
        self.path.mkdir(parents=True, exist_ok=True)
        with self.events_path.open("a", encoding="utf-8") as file:
            file.write(to_line(event) + "\n")

    def reports(self, last: int | None = None) -> list[Step]:
        """Returns what was reported of the steps, as the run that led to where it is went.

        What was reported of steps that a later start did again is left out.

        Args:
            last: The step to end with; by default the last there is.
        """
        if not self.events_path.is_file():
            return []
        reports: list[Step] = []
        for line in self.events_path.read_text(encoding="utf-8", errors="replace").splitlines():
            try:
                event = from_line(line)
            except UserError:
                continue  # the last line of a run that was cut off
            if isinstance(event, Started):
                reports = [report for report in reports if report.step <= event.step]
            elif isinstance(event, Step):
                reports.append(event)
        return [report for report in reports if last is None or report.step <= last]

    def save_config(self, config: DataclassInstance) -> None:
        """Writes the resolved settings, and makes the folder.

        Raises:
            UserError: the folder cannot be written to.
        """
        try:
            write_bytes(self.config_path, settings.to_json(config).encode())
        except OSError as error:
            raise UserError(
                f"{self.path} can't be written ({error.strerror or error}): "
                "choose a --run folder that you may write to and that has room."
            ) from error

    def load_config(self) -> TrainConfig:
        """Returns the settings the run was started with.

        Raises:
            UserError: the folder is no run, or its settings cannot be read.
        """
        return configs.from_dict(self.load_settings())

    def load_settings(self) -> dict[str, Any]:
        """Returns the settings the run was started with, by name and unchecked.

        Raises:
            UserError: the folder is no run, or its settings cannot be read.
        """
        if not self.config_path.is_file():
            raise UserError(f"{self.path} is not a run folder: it has no config.json.")
        try:
            values = json.loads(self.config_path.read_text(encoding="utf-8"))
        except (ValueError, RecursionError) as error:
            raise UserError(
                f"{self.config_path} is not valid JSON: {error}. "
                "Put it right, or start anew in another --run folder."
            ) from None
        if not isinstance(values, dict):
            raise UserError(
                f"{self.config_path} holds a {type(values).__name__}, not settings by name. "
                "Put it right, or start anew in another --run folder."
            )
        return values

    def must_be_new(self) -> None:
        """Raises UserError where a run can be resumed, or where there can be no folder.

        A run that ended before its first checkpoint left nothing to go on with, and one without
        settings was never put together: another may start in their place.
        """
        nearest = next((p for p in (self.path, *self.path.parents) if p.exists()), self.path)
        if nearest.exists() and not nearest.is_dir():
            raise UserError(f"{nearest} is a file, not a folder. Choose another --run folder.")
        if self.checkpoint_steps() and self.config_path.is_file():
            raise UserError(
                f"{self.path} already holds a run. Add --resume to go on with it, "
                "or choose another --run folder."
            )
