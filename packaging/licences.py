"""Finds what the packaged program is built of: names, versions, licences, and a list of it all."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import TYPE_CHECKING

from problems import BuildError

if TYPE_CHECKING:
    from collections.abc import Iterable

OWN_TEXTS = Path(__file__).resolve().parent / "licences"
# What the wheels of Qt stand under; they bring no text of it.
LGPL = {"pyside6-essentials": "LGPL-3.0-only", "shiboken6": "LGPL-3.0-only"}
# Beginnings of licences' names -> our own copies of the texts, for wheels that bring none.
STANDARD = {"apache": ["Apache-2.0.txt"], "lgpl-3": ["LGPL-3.0.txt", "GPL-3.0.txt"]}
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_TEXTS = ("licen", "copying", "notice")


@dataclass(frozen=True)
class Part:
    """Something that the program is built of.

    Attributes:
        name: What it is called where it comes from.
        version: As it says itself.
        licence: Its licence in words, or empty.
        url: Which package it is, in the form of package URLs.
    """

    name: str
    version: str
    licence: str
    url: str


def plain(name: str) -> str:
    """Returns a distribution's name in its one normal form."""
    return re.sub(r"[-_.]+", "-", name).lower()


def requirements(site: Path, name: str) -> list[Distribution]:
    """Returns the distribution of that name and all it requires, sorted by name."""
    known = {plain(d.metadata["Name"]): d for d in distributions(path=[str(site)])}
    found: dict[str, Distribution] = {}
    waiting = [plain(name)]
    while waiting:
        current = waiting.pop()
        if current in found or current not in known:
            continue
        found[current] = known[current]
        for line in known[current].requires or []:
            match = _NAME.match(line)
            if match and "extra ==" not in line:
                waiting.append(plain(match[0]))
    return [found[key] for key in sorted(found)]


def part_of(distribution: Distribution) -> Part:
    """Returns what a distribution says of itself."""
    data = distribution.metadata
    name = plain(data["Name"])
    licence = data.get("License-Expression") or LGPL.get(name) or data.get("License") or ""
    lines = licence.strip().splitlines()
    words = lines[0] if lines else ""
    return Part(name, distribution.version, words, f"pkg:pypi/{name}@{distribution.version}")


def python_part() -> Part:
    """Returns the Python that is packed in."""
    version = sys.version.split()[0]
    return Part("python", version, "PSF-2.0", f"pkg:generic/python@{version}")


def collect(site: Path, name: str, folder: Path) -> list[Part]:
    """Copies the licences of a distribution and of all it requires; returns whose they are.

    Args:
        site: The folder that they are installed in.
        name: The distribution.
        folder: Gets one folder for each; it is emptied first.

    Raises:
        BuildError: One brings no text, and its licence is none that we have a text of.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    found = requirements(site, name)
    for distribution in found:
        place = folder / plain(distribution.metadata["Name"])
        _copy_texts(distribution, place)
        if not place.is_dir():
            _copy_standard(part_of(distribution), place)
    python = folder / "python"
    python.mkdir()
    _write_python_text(python)
    for text in OWN_TEXTS.glob("*.txt"):
        shutil.copy(text, folder)
    return [python_part(), *map(part_of, found)]


def collect_system(libraries: Iterable[Path], folder: Path) -> list[Part]:
    """Copies the licences of system libraries, where Debian's records say whose they are."""
    if shutil.which("dpkg-query") is None:
        return []
    packages = sorted({found for library in libraries if (found := _package_of(library))})
    parts = []
    for package in packages:
        text = Path("/usr/share/doc") / package / "copyright"
        if text.is_file():
            (folder / package).mkdir(exist_ok=True)
            shutil.copy(text, folder / package / "copyright.txt")
        show = ["dpkg-query", "--show", "--showformat=${Version}", package]
        version = subprocess.run(show, capture_output=True, text=True, check=True).stdout
        url = f"pkg:deb/debian/{package}@{version}"
        parts.append(Part(package, version, f"see licences/{package}/copyright.txt", url))
    return parts


def write_list(parts: Iterable[Part], path: Path) -> None:
    """Writes one line for each part: what the program shows of them."""
    lines = [f"{part.name} {part.version}: {part.licence or 'see its folder'}" for part in parts]
    path.write_text("\n".join(sorted(lines)) + "\n", encoding="utf-8")


def write_sbom(parts: Iterable[Part], path: Path, name: str, version: str) -> None:
    """Writes the list of parts as CycloneDX 1.5."""
    own, others = f"{name}@{version}", list(parts)
    bill = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "component": {"type": "application", "bom-ref": own, "name": name, "version": version}
        },
        "components": [_component(part) for part in others if part.name != name],
        "dependencies": [
            {"ref": own, "dependsOn": [part.url for part in others if part.name != name]}
        ],
    }
    path.write_text(json.dumps(bill, indent=1) + "\n", encoding="utf-8")


def _component(part: Part) -> dict[str, object]:
    component: dict[str, object] = {
        "type": "library",
        "bom-ref": part.url,
        "name": part.name,
        "version": part.version,
        "purl": part.url,
    }
    if part.licence:
        component["licenses"] = [{"license": {"name": part.licence}}]
    return component


def _copy_texts(distribution: Distribution, folder: Path) -> None:
    for file in distribution.files or []:
        if file.suffix == ".py" or not any(word in file.name.lower() for word in _TEXTS):
            continue
        source = Path(str(distribution.locate_file(file)))
        if not source.is_file():
            continue
        inside = [part for part in file.parts if part not in ("..", "licenses")]
        inside = [part for part in inside if not part.endswith(".dist-info")]
        target = folder.joinpath(*inside)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, target)


def _copy_standard(part: Part, folder: Path) -> None:
    licence = part.licence.lower()
    texts = next((texts for begins, texts in STANDARD.items() if licence.startswith(begins)), None)
    if texts is None:
        raise BuildError(
            f"{part.name} brings no text of its licence ({part.licence or 'unnamed'}): put "
            f"the text into {OWN_TEXTS} and name it in STANDARD."
        )
    folder.mkdir()
    for text in texts:
        shutil.copy(OWN_TEXTS / text, folder)


def _write_python_text(folder: Path) -> None:
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    base = Path(sys.base_prefix)
    for place in (base / "lib" / version / "LICENSE.txt", base / "LICENSE.txt"):
        if place.is_file():
            shutil.copy(place, folder)
            return
    import builtins

    (folder / "LICENSE.txt").write_text(str(getattr(builtins, "copyright", "")), encoding="utf-8")


def _package_of(library: Path) -> str | None:
    """Returns the Debian package that a library came from, or None."""
    for path in (library, library.resolve()):
        # Libraries below /lib are recorded under either of its names.
        for name in (str(path), str(path).removeprefix("/usr")):
            search = ["dpkg-query", "--search", name]
            done = subprocess.run(search, capture_output=True, text=True, check=False)
            if done.returncode == 0:
                return done.stdout.split(":")[0]
    return None
