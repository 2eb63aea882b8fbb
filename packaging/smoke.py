"""Tries what `make dist` made, as it comes to somebody who has no Python.

Usage: python packaging/smoke.py [--screenshot PNG]   (a picture of the installed window to look at)

Everything happens in a folder whose name has spaces, Japanese and an emoji, with an empty home and
nothing of Python on the path. Pictures are compared with what the tree makes, through the clean
environment that the build left.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import json
import os
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from fnmatch import fnmatch
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent))

import product
import slim
from problems import BuildError

if TYPE_CHECKING:
    from collections.abc import Iterator

PLACE = "Moe's 新しい フォルダー 🌸"
SEED = "20260"
LIMIT_S = 120
STARTS = 3
FORBIDDEN = re.compile(
    r"(^|/)(torch|skia|onnxscript|tensorboard|pytest|_pytest|hypothesis|tests?)(/|\.|$)"
    r"|Qt6?Network|Qt6?Test\b|gtk|(^|/)trainer/",
    re.IGNORECASE,
)
# What Xvfb's keyboards, and windows without a screen, always say.
HARMLESS = re.compile("xkbcomp|propagateSizeHints")
ASSETS = [
    "fonts/Inter-Regular.ttf",
    "icons/mark.svg",
    "licences/LGPL-3.0.txt",
    "licences/parts.txt",
    "models/preview-64/generator.onnx",
    "models/tagger-64/tagger.onnx",
    *(f"translations/girlsmoe_{language}.qm" for language in ("en", *slim.LANGUAGES)),
]
# Compares two pictures, in the clean environment, which has Pillow and numpy.
COMPARE = """
import sys
import numpy as np
from PIL import Image
one, other = (np.asarray(Image.open(path).convert("RGB")).astype(int) for path in sys.argv[1:])
assert one.shape == other.shape, (one.shape, other.shape)
print(int(abs(one - other).max()))
"""
# Says whether two pictures of the window differ in the heading of its panel.
SAME_HEADING = """
import sys
from PIL import Image
one, other = (Image.open(path).convert("RGB").crop((80, 40, 240, 75)) for path in sys.argv[1:])
print(one.tobytes() == other.tobytes())
"""
# Says whether anything is seen in a picture of the window.
LOOK = """
import sys
from PIL import Image
picture = Image.open(sys.argv[1]).convert("RGB")
print(*picture.size, len(picture.getcolors(1 << 24)))
"""


def main(argv: list[str]) -> int:
    """Tries everything; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=_AsWritten)
    parser.add_argument("--screenshot", type=Path, help="keep the picture of the window")
    arguments = parser.parse_args(argv)
    with tempfile.TemporaryDirectory(prefix="girlsmoe-") as scratch:
        place = Path(scratch) / PLACE
        place.mkdir()
        try:
            check_sums()
            passed = try_all(place, arguments.screenshot)
        except (BuildError, subprocess.SubprocessError, OSError) as error:
            print(f"dist-test: {error}", file=sys.stderr)
            if isinstance(error, subprocess.CalledProcessError):
                print(error.stdout, error.stderr, file=sys.stderr)
            return 1
    print(f"{passed} passed, 0 failed")
    return 0


def try_all(place: Path, screenshot: Path | None) -> int:
    """Tries what there is for this system; returns how many things were tried."""
    folder = unpack(place)
    check_contents(folder)
    check_sizes(folder)
    if sys.platform == "linux":
        check_libraries(folder)
    try_programs(folder, place / "home", screenshot)
    if sys.platform != "linux":
        return 5
    try_menu(folder, place / "second home")
    try_debian(place / "root")
    tried = 8
    if product.artefact("run").is_file():
        try_installer(place / "third home")
        tried += 1
    return tried


def check_sums() -> None:
    """Checks every file against SHA256SUMS, and that the list of parts can be read."""
    lines = (product.DIST / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    for line in lines:
        wanted, name = line.split("  ")
        with (product.DIST / name).open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
        expect(found == wanted, f"{name} is not what SHA256SUMS says: build again")
    bill = product.DIST / f"{product.file_stem()}.cdx.json"
    parts = {part["name"] for part in json.loads(bill.read_text())["components"]}
    expect({"numpy", "onnxruntime", "pyside6-essentials", "python"} <= parts, "the SBOM has gaps")
    expect(not {"torch", "pyinstaller"} & parts, "the SBOM names what is not shipped")
    say(f"{len(lines)} files are as SHA256SUMS says; {len(parts)} parts are listed")


def unpack(place: Path) -> Path:
    """Unpacks the portable artefact; returns the folder of the programs."""
    if sys.platform == "linux":
        run(["tar", "--extract", "--file", product.artefact("tar.xz"), "--directory", place])
    elif sys.platform == "win32":
        with zipfile.ZipFile(product.artefact("zip")) as archive:
            archive.extractall(place)
    else:
        mount = place / "image"
        run(["hdiutil", "attach", product.artefact("dmg"), "-nobrowse", "-mountpoint", mount])
        run(["ditto", mount / product.APP_BUNDLE.name, place / product.APP_BUNDLE.name])
        run(["hdiutil", "detach", mount])
        return place / product.APP_BUNDLE.name / "Contents" / "MacOS"
    return place / product.file_stem()


def inside(folder: Path) -> Path:
    """Returns where the libraries and assets of unpacked programs lie."""
    return folder.parent / "Frameworks" if sys.platform == "darwin" else folder / product.INSIDE


def check_contents(folder: Path) -> None:
    """Checks that nothing is missing and that nothing is in that should not be."""
    top = folder.parent if sys.platform == "darwin" else folder
    files = [path.relative_to(top).as_posix() for path in top.rglob("*")]
    foreign = [f for f in files if FORBIDDEN.search(f) and "/assets/licences/" not in f]
    expect(not foreign, f"these should not be in: {foreign[:9]}")
    for name in ASSETS:
        expect((inside(folder) / "assets" / name).is_file(), f"assets/{name} is not in")
    qt = {path.name for path in inside(folder).rglob("qtbase_*.qm")}
    wanted = {f"qtbase_{language}.qm" for language in slim.LANGUAGES}
    expect(qt == wanted, f"of Qt's translations there are {qt}, not {wanted}")
    lost = [path for path in top.rglob("*") if path.is_symlink() and not path.exists()]
    expect(not lost, f"these links lead nowhere: {lost[:9]}")
    check_modules(folder)
    say(f"{len(files)} files, none that should not be in, no asset missing")


def check_modules(folder: Path) -> None:
    """Checks which Python modules were packed into the program itself."""
    program = folder / executable(product.WINDOW_PROGRAM)
    viewer = ["-m", "PyInstaller.utils.cliutils.archive_viewer", "--list", "--brief", "--recursive"]
    listed = run([product.PYTHON, *viewer, program]).stdout
    modules = {line.strip().strip("',") for line in listed.splitlines()}
    expect("girlsmoe_desktop.views.main_window" in modules, "the program's modules can't be listed")
    trainer = {m for m in modules if m.split(".")[0] == "trainer"} - set(slim.TRAINER_MODULES)
    expect(not trainer, f"the trainer went in: {sorted(trainer)[:9]}")
    foreign = {"torch", "skia", "onnx", "pytest", "unittest", "tests", "tkinter"}
    bad = {m for m in modules if m.split(".")[0] in foreign}
    expect(not bad, f"these modules should not be in: {sorted(bad)[:9]}")


def check_sizes(folder: Path) -> None:
    """Prints how large everything is, and checks what is promised."""
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    sizes = {"unpacked": (sum(path.stat().st_size for path in files), product.MAX_FOLDER_MB)}
    if sys.platform == "linux":
        sizes["tar.xz"] = (product.artefact("tar.xz").stat().st_size, product.MAX_TAR_MB)
        sizes["deb"] = (product.deb().stat().st_size, product.MAX_DEB_MB)
    for name, (size, most) in sizes.items():
        say(f"{name}: {size / 1e6:.1f} MB (at most {most})")
        expect(size <= most * 1e6, f"{name} is larger than {most} MB")


def check_libraries(folder: Path) -> None:
    """Checks that every library finds all that it loads."""
    libraries = [
        path for path in inside(folder).rglob("*.so*") if path.is_file() and not path.is_symlink()
    ]
    lacking = {name for library in libraries for name in lacked(library, inside(folder))}
    expect(not lacking, f"libraries are missing: {sorted(lacking)}")
    say(f"{len(libraries)} libraries find all that they load")


def lacked(library: Path, beside: Path) -> Iterator[str]:
    """Yields what a library loads and does not find, but for what a desktop may lack."""
    environment = {"LC_ALL": "C", "LD_LIBRARY_PATH": str(beside)}
    for line in run(["ldd", library], environment, check=False).stdout.splitlines():
        name = line.strip().split(" ")[0]
        optional = any(fnmatch(name, pattern) for pattern in slim.OPTIONAL_LIBRARIES)
        if "not found" in line and not optional:
            yield f"{name} for {library.name}"


def try_programs(folder: Path, home: Path, screenshot: Path | None) -> None:
    """Runs both programs: version, diagnostics, a picture, the window, and the window again."""
    home.mkdir(exist_ok=True)
    environment = bare(home)
    program = folder / executable(product.CONSOLE_PROGRAM)
    version = run([program, "--version"], environment).stdout.strip()
    expect(version == f"girlsmoe {product.VERSION}", f"the version is {version!r}")
    told = run([program, "info", "--diagnostics"], environment).stdout
    for words in ("installed program", "Qt: can be loaded", "preview-64", "CPU: can be used"):
        expect(words in told, f"the diagnostics don't say {words!r}:\n{told}")
    expect(str(home) not in told, "the diagnostics tell where the person's home is")
    compare_pictures(program, home, environment)
    times = [try_window(folder, environment, home / f"window {n}.png") for n in range(STARTS)]
    for name, values in zip(("painted", "first character"), zip(*times, strict=True), strict=True):
        say(f"start to {name}: {statistics.median(values):.2f} s, median of {STARTS}")
    try_language(folder, home, environment)
    kept = list(home.rglob("gallery.sqlite3"))
    expect(len(kept) == 1, f"there are {len(kept)} galleries in the home")
    if screenshot is not None:
        shutil.copy(home / f"window {STARTS - 1}.png", screenshot)


def compare_pictures(program: Path, home: Path, environment: dict[str, str]) -> None:
    """Checks that the artefact paints what the tree paints, to one step of 255."""
    ours, trees = home / "artefact 絵.png", home / "tree.png"
    words = ["generate", "--seed", SEED, "--set", "hair_color=blue", "--out"]
    run([program, *words, ours], environment)
    own = {**os.environ, "HOME": str(home), "PYTHONPATH": str(product.ROOT)}
    run([product.PYTHON, "-m", "girlsmoe_desktop", *words, trees], own)
    apart = int(run([product.PYTHON, "-c", COMPARE, ours, trees]).stdout)
    expect(apart <= 1, f"the picture differs from the tree's by up to {apart} steps of 255")
    verdict = run([program, "verify", ours], environment).stdout.strip()
    expect(verdict == "exact", f"the artefact's own picture is {verdict}")
    say(f"a picture is as the tree paints it, to {apart} of 255")


def try_language(folder: Path, home: Path, environment: dict[str, str]) -> None:
    """Starts the program again in another language, as the person's settings say."""
    if sys.platform != "linux":  # settings lie elsewhere there
        return
    settings = home / ".config" / product.USER_FOLDER / "window.ini"
    expect(settings.is_file(), "the program remembers no settings")
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("[window]", "[window]\nlanguage=ru"), encoding="utf-8")
    pictures = [home / f"window {name}.png" for name in ("0", "in Russian")]
    try_window(folder, environment, pictures[1])
    same = run([product.PYTHON, "-c", SAME_HEADING, *pictures]).stdout.strip()
    expect(same == "False", "the window speaks English though Russian was chosen")
    say("the window speaks another language")


def try_window(folder: Path, environment: dict[str, str], picture: Path) -> tuple[float, float]:
    """Opens the window and has it picture itself; returns the seconds to paint and character."""
    program = folder / executable(product.WINDOW_PROGRAM)
    with display() as shown:
        began = time.time()
        done = run([program, "--screenshot", picture], {**environment, **shown})
    times = dict(re.findall(r"^(.+): (\d+\.\d+)$", done.stdout, re.MULTILINE))
    if sys.platform != "win32":  # there a window's program has no output
        expect(set(times) == {"window painted", "first character"}, f"it printed {done.stdout!r}")
    noise = [line for line in done.stderr.splitlines() if line and not HARMLESS.search(line)]
    expect(not noise, "the window's program complained:\n" + "\n".join(noise))
    width, height, colours = map(int, run([product.PYTHON, "-c", LOOK, picture]).stdout.split())
    expect(width > 800 and height > 500 and colours > 500, "there is nothing to see in the window")
    return (
        float(times.get("window painted", began)) - began,
        float(times.get("first character", began)) - began,
    )


@contextlib.contextmanager
def display() -> Iterator[dict[str, str]]:
    """Gives a screen to open windows on: a virtual one, or none where that can't be had."""
    if sys.platform != "linux":
        yield {}
        return
    if shutil.which("Xvfb") is None:
        say("Xvfb is not here (apt-get install xvfb): the window is opened without a screen")
        yield {"QT_QPA_PLATFORM": "offscreen"}
        return
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as told:
            number = told.readline().strip()
        expect(bool(number), "Xvfb did not start")
        yield {"DISPLAY": f":{number}"}
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait()


def try_menu(folder: Path, home: Path) -> None:
    """Puts the unpacked program into a desktop's menu and takes it out again."""
    home.mkdir()
    environment = bare(home)
    keep = home / ".local" / "share" / product.USER_FOLDER / "gallery.sqlite3"
    keep.parent.mkdir(parents=True)
    keep.write_text("somebody's work")
    run([folder / "install-desktop"], environment)
    run([folder / "install-desktop"], environment)  # a second time does no harm
    check_menu(home, environment)
    run([folder / "uninstall"], environment)
    expect((folder / product.WINDOW_PROGRAM).is_file(), "uninstall deleted the person's own folder")
    check_left(home, {keep})
    say("install-desktop and uninstall leave nothing but what the person made")


def try_installer(home: Path) -> None:
    """Runs the self-extracting installer twice, then the program, then uninstalls."""
    home.mkdir()
    environment = bare(home)
    for _ in range(2):  # the second time as an update
        run(["sh", product.artefact("run"), "--accept"], environment)
    check_menu(home, environment)
    program = home / ".local" / "bin" / product.CONSOLE_PROGRAM
    version = run([program, "--version"], environment).stdout.strip()
    expect(version == f"girlsmoe {product.VERSION}", f"the installed version is {version!r}")
    run([home / ".local" / "opt" / "girlsmoe" / "uninstall"], environment)
    check_left(home, set())
    say("the self-extracting installer installs, updates and uninstalls")


def check_menu(home: Path, environment: dict[str, str]) -> None:
    """Checks that the menu's entry is well formed and starts the program."""
    data = home / ".local" / "share"
    entry = data / "applications" / "girlsmoe.desktop"
    expect(entry.is_file(), "there is no entry in the menu")
    if shutil.which("desktop-file-validate"):
        run(["desktop-file-validate", entry])
    text = entry.read_text(encoding="utf-8")
    command = re.search(r'^Exec="(.+)" --open %F$', text, re.MULTILINE)
    expect(command is not None, "the menu's entry has no command")
    program = Path(command[1].replace("\\\\", "\\"))
    expect(program.is_file(), f"the menu's entry starts {program}, which is not there")
    for icon in ("48x48/apps/girlsmoe.png", "scalable/apps/girlsmoe.svg"):
        expect((data / "icons" / "hicolor" / icon).is_file(), f"the icon {icon} is not there")
    link = home / ".local" / "bin" / product.CONSOLE_PROGRAM
    done = run([link, "--version"], environment)
    expect(product.VERSION in done.stdout, "the link in .local/bin does not run")
    if shutil.which("update-mime-database"):
        known = (data / "mime" / "globs").read_text(encoding="utf-8")
        expect(f"{product.RECIPE_TYPE}:*.{product.RECIPE_ENDING}" in known, "recipes have no type")


def check_left(home: Path, made: set[Path]) -> None:
    """Checks that only what the person made is left of files."""
    left = {path for path in home.rglob("*") if path.is_symlink() or not path.is_dir()}
    expect(left == made, f"left behind: {sorted(map(str, left - made))}")


def try_debian(root: Path) -> None:
    """Installs the Debian package into an empty root, runs it there, and removes it."""
    if shutil.which("dpkg") is None:
        say("dpkg is not here: the Debian package was not tried")
        return
    records = root / "var" / "lib" / "dpkg"
    for name in ("updates", "info"):
        (records / name).mkdir(parents=True)
    for name in ("status", "available"):
        (records / name).touch()
    empty = everything(root)
    dpkg = ["dpkg", f"--root={root}", "--force-depends", "--force-not-root", "--log=/dev/null"]
    run([*dpkg, "--install", product.deb()])
    for name in (product.WINDOW_PROGRAM, product.CONSOLE_PROGRAM):
        link = root / "usr" / "bin" / name
        target = root / str(link.readlink()).lstrip("/")
        expect(target.exists(), f"/usr/bin/{name} leads to {link.readlink()}, which is not there")
    home = root.parent / "home of root"
    home.mkdir()
    version = run([target, "--version"], bare(home)).stdout.strip()
    expect(version == f"girlsmoe {product.VERSION}", f"the package's version is {version!r}")
    shipped = root / "usr" / "share"
    if shutil.which("desktop-file-validate"):
        run(["desktop-file-validate", shipped / "applications" / "girlsmoe.desktop"])
    run([*dpkg, "--purge", product.PACKAGE])
    left = everything(root) - empty
    expect(not left, f"left behind: {sorted(left)[:9]}")
    say("the Debian package installs, runs and goes without a trace")


def everything(root: Path) -> set[str]:
    """Returns all paths below a folder but dpkg's own records."""
    paths = (path.relative_to(root).as_posix() for path in root.rglob("*"))
    return {path for path in paths if not path.startswith("var/lib/dpkg/")}


def bare(home: Path) -> dict[str, str]:
    """Returns the environment of somebody who has no Python, in their empty home."""
    if sys.platform == "win32":
        kept = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP", "TMP")}
        local = {name: str(home) for name in ("USERPROFILE", "APPDATA", "LOCALAPPDATA")}
        return {**kept, **local, "PATH": str(Path(os.environ["SYSTEMROOT"]) / "System32")}
    # Beside that place: others' scripts, makeself's own too, trip over a path with spaces in it.
    commands = home.parent.parent / "commands"
    commands.mkdir(exist_ok=True)
    for folder in map(Path, ("/usr/bin", "/bin", "/usr/sbin", "/sbin")):
        for command in folder.glob("*") if folder.is_dir() else []:
            link = commands / command.name
            if not re.match(r"(python|pip|pypy)", command.name) and not link.is_symlink():
                link.symlink_to(command)
    return {"HOME": str(home), "PATH": str(commands), "LANG": "C.UTF-8"}


def executable(name: str) -> str:
    """Returns what a program's file is called here."""
    return f"{name}.exe" if sys.platform == "win32" else name


def run(
    command: list[str | Path], environment: dict[str, str] | None = None, *, check: bool = True
) -> subprocess.CompletedProcess[str]:
    """Runs a command and returns what it printed.

    Raises:
        subprocess.SubprocessError: It failed, or did not end in time.
    """
    return subprocess.run(
        [str(word) for word in command],
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        timeout=LIMIT_S,
        stdin=subprocess.DEVNULL,
        check=check,
    )


def expect(truth: bool, otherwise: str) -> None:
    """Fails with these words unless something is so.

    Raises:
        BuildError: It is not.
    """
    if not truth:
        raise BuildError(otherwise)


def say(text: str) -> None:
    """Prints one line at once."""
    print(text, flush=True)


class _AsWritten(argparse.RawDescriptionHelpFormatter):
    pass


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
