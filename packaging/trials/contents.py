"""What lies in the programs' folder: nothing missing, nothing strange, and not too much."""

from __future__ import annotations

import hashlib
import json
import re
import sys
from fnmatch import fnmatch
from typing import TYPE_CHECKING

import product
import slim

from trials.common import expect, inside, program, run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FORBIDDEN = re.compile(
    r"(^|/)(torch|skia|onnxscript|tensorboard|pytest|_pytest|hypothesis|tests?)(/|\.|$)"
    r"|Qt6?Network|Qt6?Test\b|gtk|(^|/)trainer/",
    re.IGNORECASE,
)
FOREIGN_MODULES = {"torch", "skia", "onnx", "pytest", "unittest", "tests", "tkinter", "Xlib"}
# The C library, and the drivers of screens, which the Debian package names.
OF_EVERY_SYSTEM = re.compile(r"(ld-linux.*|lib(c|dl|m|pthread|rt|GL|EGL))\.so")
# Beside what the tree's own folders of icons and models hold.
ASSETS = [
    "fonts/Inter-Regular.ttf",
    "licences/LGPL-3.0.txt",
    "licences/parts.txt",
    *(f"translations/girlsmoe_{language}.qm" for language in ("en", *slim.LANGUAGES)),
]
PARTS = {"numpy", "onnxruntime", "pillow", "pyside6-essentials", "python", "shiboken6"}
# Qt and its bindings must be files of their own, which anybody may replace.
REPLACEABLE = ["libQt6Core", "libQt6Gui", "libQt6Widgets", "libpyside6", "libshiboken6"]


def check_sums() -> str:
    """Checks every file against SHA256SUMS, and that the list of parts is whole."""
    lines = (product.DIST / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    for line in lines:
        wanted, name = line.split("  ")
        with (product.DIST / name).open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
        expect(found == wanted, f"{name} is not what SHA256SUMS says: build again")
    bill = product.DIST / f"{product.file_stem()}.cdx.json"
    expect(bill.name in {line.split("  ")[1] for line in lines}, "the SBOM has no checksum")
    parts = {part["name"] for part in json.loads(bill.read_text())["components"]}
    expect(parts >= PARTS, f"the SBOM lacks {sorted(PARTS - parts)}")
    expect(not {"torch", "pyinstaller"} & parts, "the SBOM names what is not shipped")
    return f"{len(lines)} files are as SHA256SUMS says; {len(parts)} parts are listed"


def check_contents(folder: Path) -> str:
    """Checks that nothing is missing and that nothing is in that should not be."""
    top = folder.parent if sys.platform == "darwin" else folder
    files = [path.relative_to(top).as_posix() for path in top.rglob("*")]
    foreign = [f for f in files if FORBIDDEN.search(f) and "/assets/licences/" not in f]
    expect(not foreign, f"these should not be in: {foreign[:9]}")
    lacking = [name for name in assets() if not (inside(folder) / "assets" / name).is_file()]
    expect(not lacking, f"of the assets these are not in: {lacking}")
    qt = {path.name for path in inside(folder).rglob("qtbase_*.qm")}
    wanted = {f"qtbase_{language}.qm" for language in slim.LANGUAGES}
    expect(qt == wanted, f"of Qt's translations there are {qt}, not {wanted}")
    lost = [path for path in top.rglob("*") if path.is_symlink() and not path.exists()]
    expect(not lost, f"these links lead nowhere: {lost[:9]}")
    check_licences(folder)
    check_modules(folder)
    return f"{len(files)} files, none that should not be in, no asset, model or licence missing"


def assets() -> list[str]:
    """Returns what must lie below the folder of assets."""
    tree = product.ROOT / "assets"
    kept = [*(tree / "icons").glob("*.svg"), *(tree / "models").glob("*/*")]
    return [*ASSETS, *(path.relative_to(tree).as_posix() for path in kept)]


def check_licences(folder: Path) -> None:
    """Checks that every part that is named has its licence, and that Qt can be replaced."""
    licences = inside(folder) / "assets" / "licences"
    names = {line.split(" ")[0] for line in (licences / "parts.txt").read_text().splitlines()}
    expect(names >= PARTS, f"the list of parts lacks {sorted(PARTS - names)}")
    bare = [name for name in names if not any((licences / name).rglob("*"))]
    expect(not bare, f"these parts came without their licence: {sorted(bare)}")
    if sys.platform == "linux":
        found = {path.name for path in inside(folder).rglob("*.so*")}
        fixed = [name for name in REPLACEABLE if not any(f.startswith(name) for f in found)]
        expect(not fixed, f"these are no files of their own: {fixed}")


def check_modules(folder: Path) -> None:
    """Checks which Python modules were packed into the program itself."""
    viewer = ["-m", "PyInstaller.utils.cliutils.archive_viewer", "--list", "--brief", "--recursive"]
    packed = program(folder, product.WINDOW_PROGRAM)
    listed = run([sys.executable, *viewer, packed]).stdout
    modules = {line.strip().strip("',") for line in listed.splitlines()}
    expect("girlsmoe_desktop.views.main_window" in modules, "the program's modules can't be listed")
    trainer = {m for m in modules if m.split(".")[0] == "trainer"} - set(slim.TRAINER_MODULES)
    expect(not trainer, f"the trainer went in: {sorted(trainer)[:9]}")
    bad = {m for m in modules if m.split(".")[0] in FOREIGN_MODULES}
    expect(not bad, f"these modules should not be in: {sorted(bad)[:9]}")


def check_sizes(folder: Path, *, packed: bool) -> str:
    """Checks what is promised of sizes; returns them.

    Args:
        folder: Of the unpacked programs.
        packed: Whether there are packages too.
    """
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    sizes = {"unpacked": (sum(path.stat().st_size for path in files), product.MAX_FOLDER_MB)}
    if packed and sys.platform == "linux":
        sizes["tar.xz"] = (product.artefact("tar.xz").stat().st_size, product.MAX_TAR_MB)
        sizes["deb"] = (product.deb().stat().st_size, product.MAX_DEB_MB)
    for name, (size, most) in sizes.items():
        expect(size <= most * 1e6, f"{name} has {size / 1e6:.1f} MB, more than {most}")
    shown = (f"{name} {size / 1e6:.1f} MB (at most {most})" for name, (size, most) in sizes.items())
    return ", ".join(shown)


def check_libraries(folder: Path) -> str:
    """Checks that every library, and the program itself, finds all that it loads."""
    libraries = [
        path for path in inside(folder).rglob("*.so*") if path.is_file() and not path.is_symlink()
    ]
    libraries.append(program(folder, product.WINDOW_PROGRAM))
    shipped = {path.name for path in inside(folder).rglob("*.so*")}
    lacking = {f"{name} for {one.name}" for one in libraries for name in needed(one) - shipped}
    expect(not lacking, f"libraries were not shipped: {sorted(lacking)}")
    lacking = {name for library in libraries for name in lacked(library, inside(folder))}
    expect(not lacking, f"libraries are missing: {sorted(lacking)}")
    return f"{len(libraries)} libraries find all that they load"


def needed(library: Path) -> set[str]:
    """Returns what a library loads that no system is asked to have.

    That this very machine has it proves nothing.
    """
    told = run(["readelf", "--dynamic", "--wide", library]).stdout
    names = set(re.findall(r"\(NEEDED\).*\[(.+)\]", told))
    return {n for n in names if not (slim.is_of_the_system(n) or OF_EVERY_SYSTEM.match(n))}


def lacked(library: Path, beside: Path) -> Iterator[str]:
    """Yields what a library loads and does not find, but for what a desktop may lack."""
    environment = {"LC_ALL": "C", "LD_LIBRARY_PATH": str(beside)}
    for line in run(["ldd", library], environment, check=False).stdout.splitlines():
        name = line.strip().split(" ")[0]
        optional = any(fnmatch(name, pattern) for pattern in slim.OPTIONAL_LIBRARIES)
        if "not found" in line and not optional:
            yield f"{name} for {library.name}"
