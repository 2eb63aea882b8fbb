"""Puts the program into a home, a menu or a system, takes it out again, and looks what is left."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import product

from trials.common import bare, expect, run
from trials.terminal import check_version

# What desktops have anyway, and what Qt remembers of its dialogs for all programs that use it.
LEFT_BY_OTHERS = {".local/share", ".cache/fontconfig", ".config/QtProject.conf"}


def try_menu(folder: Path, home: Path) -> str:
    """Puts the unpacked program into the menu of a home where it was used, and out again."""
    environment = bare(home)
    made = everything(home)
    places = (
        f".local/share/{product.USER_FOLDER}/",
        f".config/{product.USER_FOLDER}/",
        "Pictures/",
    )
    strange = {path for path in made if "/" in path and not f"{path}/".startswith(places)}
    strange -= LEFT_BY_OTHERS
    expect(not strange, f"the program writes where it should not: {sorted(strange)[:9]}")
    run([folder / "install-desktop"], environment)
    run([folder / "install-desktop"], environment)  # a second time does no harm
    check_menu(home, environment)
    run([folder / "uninstall"], environment)
    expect((folder / product.WINDOW_PROGRAM).is_file(), "uninstall deleted the person's own folder")
    check_left(home, made)
    return "install-desktop and uninstall leave nothing but what the person made"


def try_installer(home: Path) -> str:
    """Runs the self-extracting installer twice, then the program, then uninstalls."""
    home.mkdir()
    environment = bare(home)
    for _ in range(2):  # the second time as an update
        run(["sh", product.artefact("run"), "--accept"], environment)
    check_menu(home, environment)
    check_version(home / ".local" / "bin" / product.CONSOLE_PROGRAM, environment)
    run([home / ".local" / "opt" / "girlsmoe" / "uninstall"], environment)
    check_left(home, set())
    return "the self-extracting installer installs, updates and uninstalls"


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
    started = Path(command[1].replace("\\\\", "\\"))
    expect(started.is_file(), f"the menu's entry starts {started}, which is not there")
    for icon in ("48x48/apps/girlsmoe.png", "scalable/apps/girlsmoe.svg"):
        expect((data / "icons" / "hicolor" / icon).is_file(), f"the icon {icon} is not there")
    link = home / ".local" / "bin" / product.CONSOLE_PROGRAM
    done = run([link, "--version"], environment)
    expect(product.VERSION in done.stdout, "the link in .local/bin does not run")
    if shutil.which("update-mime-database"):
        known = (data / "mime" / "globs").read_text(encoding="utf-8")
        expect(f"{product.RECIPE_TYPE}:*.{product.RECIPE_ENDING}" in known, "recipes have no type")


def check_left(home: Path, made: set[str]) -> None:
    """Checks that just what the person made is left of files."""
    left = {path for path in everything(home) if not (home / path).is_dir()}
    kept = {path for path in made if not (home / path).is_dir()}
    expect(left == kept, f"left behind: {sorted(left - kept)}, lost: {sorted(kept - left)}")


def try_debian(root: Path) -> str:
    """Installs the Debian package into an empty root, runs it there, and removes it."""
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
    check_version(target, bare(home))
    shipped = root / "usr" / "share"
    if shutil.which("desktop-file-validate"):
        run(["desktop-file-validate", shipped / "applications" / "girlsmoe.desktop"])
    run([*dpkg, "--purge", product.PACKAGE])
    left = everything(root) - empty
    expect(not left, f"left behind: {sorted(left)[:9]}")
    return "the Debian package installs, runs and goes without a trace"


def everything(root: Path) -> set[str]:
    """Returns all paths below a folder but dpkg's own records."""
    paths = (path.relative_to(root).as_posix() for path in root.rglob("*"))
    return {path for path in paths if not path.startswith("var/lib/dpkg/")}
