"""Builds what people download, in a clean virtual environment, into dist/.

Usage: python packaging/dist.py [app | all]   (all, the default: the program and its packages)

`app` stops at the program's folder. The same command runs on Linux, Windows and macOS; each makes
what its own people open with a double click.
"""

from __future__ import annotations

import ctypes
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import time
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import bootstrap
import licences
import linux
import product
import slim
from problems import BuildError

LOG = product.BUILD / "pyinstaller.log"
PIP_INSTALL = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--retries", "10"]
PYINSTALLER = "pyinstaller>=6.22,<7"
# What smoke.py types and looks with.
ROBOT = ["python-xlib>=0.33"] if sys.platform == "linux" else []
_MISSING_LIBRARY = re.compile(r"could not resolve '(.+?)', dependency of '(.+?)'")
_MISSING_IMPORT = re.compile(r"Hidden import .+ not found")
# Command -> Debian's package of it; Xvfb is for trying out what was built.
TOOLS = {"dpkg-deb": "dpkg", "readelf": "binutils", "xz": "xz-utils", "Xvfb": "xvfb"}
INNO_SETUP = ("ISCC", r"C:\Program Files (x86)\Inno Setup 6\ISCC.exe")


def main(argv: list[str]) -> int:
    """Builds; returns the exit code."""
    if argv not in ([], ["app"], ["all"]):
        print(__doc__, file=sys.stderr)
        return 2
    try:
        parts = build_app()
        if argv != ["app"]:
            build_packages(parts)
    except (BuildError, bootstrap.SetupError, subprocess.CalledProcessError) as error:
        print(f"dist: {error}", file=sys.stderr)
        return 2
    return 0


def build_app() -> list[licences.Part]:
    """Makes the folder with both programs; returns what it is built of."""
    say(f"Making a clean environment in {product.ENVIRONMENT} ...")
    make_environment()
    parts = licences.collect(site_packages(), product.PACKAGE, product.LICENCES)
    licences.write_list(parts, product.LICENCES / "parts.txt")
    run([product.PYTHON, product.PACKAGING / "icons.py", product.ICONS])
    say("Collecting the program ...")
    shutil.rmtree(product.FOLDER, ignore_errors=True)
    collect_program()
    if sys.platform == "linux":
        linux.dress(product.FOLDER)
        parts += add_system_licences(parts)
    return parts


def make_environment() -> None:
    """Makes a virtual environment that holds the program, without torch, and PyInstaller."""
    shutil.rmtree(product.ENVIRONMENT, ignore_errors=True)
    # The same steps as for working on the program, in another folder.
    bootstrap.VENV, bootstrap.PYTHON = product.ENVIRONMENT, product.PYTHON
    bootstrap.make_venv()
    run([product.PYTHON, *PIP_INSTALL, str(product.ROOT), PYINSTALLER, *ROBOT])
    bootstrap.ensure_qt_libraries()
    if sys.platform == "linux":
        ensure_tools()


def ensure_tools() -> None:
    """Installs what the packages for Linux are made with, or says which command does."""
    packages = {package for tool, package in TOOLS.items() if shutil.which(tool) is None}
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    if not has_python_library(version):
        packages.add(f"libpython{version}")
    if packages:
        bootstrap.apt_install(sorted(packages), f"Not here yet: {', '.join(sorted(packages))}")
    if shutil.which("makeself") is None:
        try:
            bootstrap.apt_install(["makeself"], "makeself is not here yet")
        except bootstrap.SetupError as error:
            say(f"{error}\nUntil then no self-extracting installer is made.")


def has_python_library(version: str) -> bool:
    """Returns whether Python's own library is here, which Debian has in a package of its own."""
    name = f"libpython{version}.so.1.0"
    try:
        ctypes.CDLL(name)
    except OSError:
        return (Path(sys.base_prefix) / "lib" / name).is_file()
    return True


def site_packages() -> Path:
    """Returns where the clean environment keeps its packages."""
    ask = [product.PYTHON, "-c", "import sysconfig; print(sysconfig.get_path('platlib'))"]
    return Path(subprocess.run(ask, capture_output=True, text=True, check=True).stdout.strip())


def collect_program() -> None:
    """Runs PyInstaller; what it only warns of, a missing library, is a failure here."""
    command = [product.PYTHON, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "INFO"]
    command += ["--distpath", product.DIST, "--workpath", product.BUILD / "pyinstaller"]
    product.BUILD.mkdir(exist_ok=True)
    # Named afresh, so that the same sources make the same programs.
    environment = {**os.environ, "PYTHONHASHSEED": "1"}
    shutil.rmtree(product.APP_BUNDLE, ignore_errors=True)
    with LOG.open("w", encoding="utf-8") as log:
        done = subprocess.run(
            [*map(str, command), str(product.PACKAGING / "girlsmoe.spec")],
            stdout=log,
            stderr=subprocess.STDOUT,
            cwd=product.ROOT,
            env=environment,
            check=False,
        )
    text = LOG.read_text(encoding="utf-8", errors="replace")
    if done.returncode != 0:
        tail = "\n".join(text.splitlines()[-15:])
        raise BuildError(f"PyInstaller failed; the end of {LOG} is:\n{tail}")
    problems = missing(text)
    if problems:
        raise BuildError("the program would lack:\n  " + "\n  ".join(problems))
    if sys.platform == "linux":
        strip_libraries()
        (product.FOLDER / product.CONSOLE_PROGRAM).symlink_to(product.WINDOW_PROGRAM)
    elif sys.platform == "darwin":
        programs = product.APP_BUNDLE / "Contents" / "MacOS"
        (programs / product.CONSOLE_PROGRAM).symlink_to(product.WINDOW_PROGRAM)


def missing(log: str) -> list[str]:
    """Returns what PyInstaller warned of that the program would miss, from its log."""
    found = []
    for line in log.splitlines():
        library = _MISSING_LIBRARY.search(line)
        if library and not slim.is_dropped(library[2]):
            found.append(f"{library[1]}, which {Path(library[2]).name} loads")
        elif (
            "WARNING" in line and "Library not found" in line and not library
        ) or _MISSING_IMPORT.search(line):
            found.append(line.strip())
    return sorted(set(found))


def strip_libraries() -> None:
    """Takes the symbols out of the libraries that bear it."""
    if shutil.which("strip") is None:
        return
    for pattern in slim.STRIPPED:
        for library in sorted((product.FOLDER / product.INSIDE).glob(pattern)):
            run(["strip", "--strip-unneeded", library])


def add_system_licences(parts: list[licences.Part]) -> list[licences.Part]:
    """Adds to the program the licences of the system's libraries that went in."""
    collected = json.loads((product.BUILD / "binaries.json").read_text(encoding="utf-8"))
    # A virtual environment may lie anywhere; the system's own libraries lie here.
    outside = [Path(source) for source in collected.values() if source.startswith(("/usr", "/lib"))]
    folder = product.FOLDER / product.INSIDE / "assets" / "licences"
    found = licences.collect_system(outside, folder)
    licences.write_list([*parts, *found], folder / "parts.txt")
    return found


def build_packages(parts: list[licences.Part]) -> None:
    """Writes this system's packages, their checksums, and the list of parts."""
    made: list[Path] = []
    if sys.platform == "linux":
        made = linux.build()
    elif sys.platform == "win32":
        made = [portable_zip(), *windows_installer()]
    elif sys.platform == "darwin":
        made = [disk_image()]
    bill = product.DIST / f"{product.file_stem()}.cdx.json"
    licences.write_sbom(parts, bill, product.PACKAGE, product.VERSION)
    write_checksums([*made, bill])
    for path in made:
        say(f"{path.relative_to(product.ROOT)}  {path.stat().st_size / 1e6:.1f} MB")


def portable_zip() -> Path:
    """Writes the program's folder as a zip that needs no installing."""
    target = product.artefact("zip")
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(product.FOLDER.rglob("*")):
            archive.write(path, Path(product.file_stem()) / path.relative_to(product.FOLDER))
    return target


def windows_installer() -> list[Path]:
    """Writes the installer where Inno Setup is there; says how to get it otherwise."""
    compiler = next((found for name in INNO_SETUP if (found := shutil.which(name))), None)
    if compiler is None:
        say("No installer: Inno Setup 6 is not here. Get it with `choco install innosetup`.")
        return []
    script = product.BUILD / "girlsmoe.iss"
    template = product.PACKAGING / "windows" / "girlsmoe.iss.in"
    # With its mark, or Inno Setup reads the text in the machine's old encoding.
    script.write_text(product.render(template), encoding="utf-8-sig")
    run([compiler, "/Qp", script])
    return [product.artefact("exe")]


def disk_image() -> Path:
    """Writes the disk image, signed and notarised where the machine holds the keys."""
    script = product.BUILD / "make_dmg.sh"
    script.write_text(product.render(product.PACKAGING / "macos" / "make_dmg.sh.in"))
    run(["bash", script])
    return product.artefact("dmg")


def write_checksums(paths: list[Path]) -> None:
    """Writes SHA256SUMS, which `sha256sum --check` reads."""
    lines = []
    for path in sorted(paths):
        with path.open("rb") as file:
            lines.append(f"{hashlib.file_digest(file, 'sha256').hexdigest()}  {path.name}\n")
    (product.DIST / "SHA256SUMS").write_text("".join(lines), encoding="utf-8", newline="\n")


def run(command: list[str | Path]) -> None:
    """Runs a command from the root of the tree.

    Raises:
        BuildError: It failed.
    """
    words = [str(word) for word in command]
    if subprocess.run(words, cwd=product.ROOT, check=False).returncode != 0:
        raise BuildError(f"this failed, see the lines above: {' '.join(words)}")


def say(text: str) -> None:
    """Prints one line of progress at once."""
    print(f"[{time.strftime('%H:%M:%S')}] {text}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
