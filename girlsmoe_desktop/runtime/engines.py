"""Adds an onnxruntime for a graphics card to an installed program, and takes it away again.

What is added are wheels, the packages of Python: that of onnxruntime for the card and, for CUDA,
those of its libraries. They are unpacked into a folder of their own, tried in a process of their
own, and used from the next start on.
"""

from __future__ import annotations

import json
import os
import platform
import re
import shutil
import stat
import subprocess
import sys
import tempfile
import time
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from girlsmoe_desktop import added_engine
from girlsmoe_desktop.core.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

MAX_MEMBERS = 20_000
MAX_BYTES = 12 << 30
"""Of all files of all wheels; CUDA's libraries take 3 GB."""
TRY_SECONDS = 180
ABOUT = "engine.json"
TRY = ("engine", "try")
LEFT_S = 3600.0
"""What is still unfinished after so long was left by a program that ended."""
_UNFINISHED = ".engine-"
_WHEEL = re.compile(
    r"(?P<name>[A-Za-z0-9_.]+)-(?P<version>[^-]+)(-\d[^-]*)?-(?P<python>[^-]+)-[^-]+-"
    r"(?P<systems>[^-]+)\.whl"
)
_PARTS = re.compile(
    r"(onnxruntime|onnxruntime[A-Za-z0-9_]*\.libs|nvidia|[A-Za-z0-9_.+]+\.dist-info)"
)
_SYSTEMS = {"linux": ("manylinux", "linux"), "win32": ("win",), "darwin": ("macosx",)}
_MACHINES = {"amd64": "x86_64", "arm64": "aarch64"}


@dataclass(frozen=True)
class Wheel:
    """What the name of a wheel says.

    Attributes:
        path: The file.
        name: Of the package, such as onnxruntime_gpu.
        version: Such as 1.32.0.
    """

    path: Path
    name: str
    version: str


@dataclass(frozen=True)
class Engine:
    """An onnxruntime that was added.

    Attributes:
        packages: Names and versions of the wheels, such as "onnxruntime_gpu 1.32.0".
        providers: What it said it can run models on when it was tried.
        is_broken: Whether it ended the program and is left out.
        painted_on: The provider that painted when it was tried; empty where that is not known.
    """

    packages: tuple[str, ...]
    providers: tuple[str, ...]
    is_broken: bool
    painted_on: str = ""


def added_one() -> Engine | None:
    """Returns what the user added, None where there is nothing."""
    place = added_engine.added()
    if place is None:
        return None
    try:
        told = json.loads((place / ABOUT).read_text(encoding="utf-8"))
        packages, providers = tuple(map(str, told["packages"])), tuple(map(str, told["providers"]))
        painted_on = str(told.get("painted_on", ""))
    except (OSError, ValueError, KeyError, TypeError):
        packages, providers, painted_on = (), (), ""  # put there by hand
    return Engine(packages, providers, added_engine.is_broken(), painted_on)


def add_engine(
    wheels: Sequence[Path],
    tell: Callable[[str], None] = lambda _: None,
    should_stop: Callable[[], bool] = lambda: False,
) -> Engine | None:
    """Unpacks wheels, tries what they bring, and has it used from the next start on.

    Args:
        wheels: One of onnxruntime, and those of libraries that it needs.
        tell: Told the name of each wheel as it is unpacked, then "", as it is tried.
        should_stop: Asked between files; nothing is changed once it says yes.

    Returns:
        What was added; None if it was stopped.

    Raises:
        UserError: A wheel is none, is for another Python or system, or holds what it should not;
            or what they bring does not work here. Nothing is changed then.
    """
    known = [_wheel(path) for path in wheels]
    root = added_engine.folder().parent
    try:
        root.mkdir(parents=True, exist_ok=True)
        _sweep(root)
        with tempfile.TemporaryDirectory(
            prefix=_UNFINISHED, dir=root, ignore_cleanup_errors=True
        ) as temporary:
            fresh = Path(temporary) / "new"
            _unpack_all(known, fresh, tell, should_stop)
            if not (fresh / added_engine.PACKAGE / "__init__.py").is_file():
                raise UserError(
                    "None of these wheels brings onnxruntime: choose that of onnxruntime-gpu, "
                    "onnxruntime-directml or another of its packages."
                )
            tell("")
            providers, painted_on = _tried(fresh)
            if should_stop():
                return None
            packages = [f"{wheel.name} {wheel.version}" for wheel in known]
            about = json.dumps(
                {"packages": packages, "providers": providers, "painted_on": painted_on}
            )
            (fresh / ABOUT).write_text(about, encoding="utf-8")
            _put_in_place(fresh, Path(temporary))
    except _StoppedError:
        return None
    except OSError as error:
        raise UserError(
            "The package can't be written to {0} ({1}): make room there, or allow this program to "
            "write there.",
            root,
            error.strerror or error,
        ) from error
    return Engine(tuple(packages), tuple(providers), is_broken=False, painted_on=painted_on)


def remove_engine() -> bool:
    """Goes back to the onnxruntime that came along, from the next start on; False if it is that.

    Raises:
        UserError: The folder can't be removed.
    """
    place = added_engine.folder()
    if not place.exists():
        return False
    try:
        with tempfile.TemporaryDirectory(
            prefix=_UNFINISHED, dir=place.parent, ignore_cleanup_errors=True
        ) as temporary:
            place.rename(Path(temporary) / "old")
    except OSError as error:
        raise UserError(
            "{0} can't be removed ({1}): close what uses it.", place, error.strerror or error
        ) from error
    return True


def _wheel(path: Path) -> Wheel:
    """Returns what a wheel's name says, once it is made for this program's Python and system."""
    match = _WHEEL.fullmatch(path.name)
    if match is None:
        raise UserError(
            "{0} is no wheel: choose a .whl file as PyPI offers it for onnxruntime.", path.name
        )
    ours, machine = _python_tag(), _machine()
    fits_python = {"py3", ours} & set(match["python"].split("."))
    fits_system = match["systems"] == "any" or any(
        system.startswith(_SYSTEMS.get(sys.platform, ()))
        and (machine in _normal(system) or system.endswith("universal2"))
        for system in match["systems"].split(".")
    )
    if not (fits_python and fits_system):
        raise UserError(
            "{0} is for another Python or another system: this program needs one for {1} on {2} "
            "{3}.",
            path.name,
            ours,
            platform.system(),
            machine,
        )
    return Wheel(path, match["name"], match["version"])


def _python_tag() -> str:
    return f"cp{sys.version_info.major}{sys.version_info.minor}"


def _machine() -> str:
    return _normal(platform.machine())


def _normal(text: str) -> str:
    lowered = text.lower()
    for other, ours in _MACHINES.items():
        lowered = lowered.replace(other, ours)
    return lowered


class _StoppedError(Exception):
    """Somebody wants no engine any more."""


def _sweep(root: Path) -> None:
    """Removes what was left where the program, or the machine, ended while it unpacked."""
    for left in root.glob(f"{_UNFINISHED}*"):
        if time.time() - left.stat().st_mtime > LEFT_S:
            shutil.rmtree(left, ignore_errors=True)


def _unpack_all(
    wheels: Sequence[Wheel],
    target: Path,
    tell: Callable[[str], None],
    should_stop: Callable[[], bool],
) -> None:
    left = MAX_BYTES
    for wheel in wheels:
        tell(wheel.path.name)
        try:
            with _opened(wheel.path) as archive:
                left = _unpack(archive, target, left, should_stop)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as error:
            raise UserError(
                "{0} is damaged or no wheel ({1}): get it again.", wheel.path.name, error
            ) from error


def _opened(path: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except OSError as error:
        raise ValueError(error.strerror) from error


def _unpack(
    archive: zipfile.ZipFile, target: Path, most: int, should_stop: Callable[[], bool]
) -> int:
    """Unpacks the parts that an engine has, and returns how many bytes are left for others.

    Raises:
        ValueError: There is too much in it, or a name or a kind of file that a wheel never has.
    """
    members = [member for member in archive.infolist() if not member.is_dir()]
    if len(members) > MAX_MEMBERS:
        raise ValueError(f"it holds more than {MAX_MEMBERS} files")
    for member in members:
        if should_stop():
            raise _StoppedError
        place = _place_of(member)
        if place is None:
            continue
        most -= member.file_size
        if most < 0:
            raise ValueError(f"it is larger than {MAX_BYTES >> 30} GB")
        path = target.joinpath(*place.parts)
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists():
            raise ValueError(f"it holds {member.filename!r} twice")
        with archive.open(member) as source, path.open("xb") as file:
            shutil.copyfileobj(source, file, 1 << 20)
    return most


def _place_of(member: zipfile.ZipInfo) -> PurePosixPath | None:
    """Returns where a member belongs, None for what an engine does not need."""
    place = PurePosixPath(member.filename)
    kind = stat.S_IFMT(member.external_attr >> 16)
    strange = re.search(r'[\x00-\x1f\\:*?"<>|]', member.filename)
    if place.is_absolute() or ".." in place.parts or strange or kind not in (0, stat.S_IFREG):
        raise ValueError(f"it holds {member.filename!r}, which no wheel has")
    return place if place.parts and _PARTS.fullmatch(place.parts[0]) else None


def _tried(place: Path) -> tuple[list[str], str]:
    """Has an engine paint in a process of its own; returns its providers, and which one painted.

    Raises:
        UserError: It could not be loaded, or did not paint.
    """
    environment = {**os.environ, added_engine.VARIABLE: str(place)}
    try:
        done = subprocess.run(
            [*_program(), *TRY],
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
            timeout=TRY_SECONDS,
            stdin=subprocess.DEVNULL,
        )
    except subprocess.TimeoutExpired:
        raise _unusable(f"no answer in {TRY_SECONDS} seconds") from None
    if done.returncode != 0:
        said = (done.stderr.strip().splitlines() or [f"it ended with code {done.returncode}"])[-1]
        raise _unusable(said.removeprefix("girlsmoe: ").rstrip("."))
    try:
        told = json.loads(done.stdout.strip().splitlines()[-1])
        return [str(name) for name in told["providers"]], str(told["painted_on"])
    except (ValueError, KeyError, TypeError, IndexError):
        raise _unusable("it said nothing that can be read") from None


def _unusable(reason: str) -> UserError:
    return UserError(
        "The package does not work here ({0}), so nothing was changed: see what its version needs, "
        "such as a driver, CUDA and cuDNN, or choose another version.",
        reason[:300],
    )


def _program() -> list[str]:
    """Returns how to start this program once more, with subcommands."""
    if not getattr(sys, "frozen", False):
        return [sys.executable, "-m", "girlsmoe_desktop"]
    # On Windows the window's program has no output; its sibling has.
    sibling = Path(sys.executable).with_name("girlsmoe-cli.exe")
    return [str(sibling if sibling.is_file() else sys.executable)]


def _put_in_place(fresh: Path, shelter: Path) -> None:
    place = added_engine.folder()
    if place.exists():
        place.rename(shelter / "old")
    fresh.rename(place)
