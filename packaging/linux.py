"""Writes the packages for Linux: tar.xz, .deb, and a self-extracting installer."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from pathlib import Path

import product
from bootstrap import QT_PACKAGES
from problems import BuildError

TEMPLATES = product.PACKAGING / "linux"
# Of slim.SYSTEM_LIBRARIES, those that Qt's list of packages lacks.
OTHER_PACKAGES = [
    "libgcc-s1",
    "libstdc++6",
    "libwayland-client0",
    "libwayland-cursor0",
    "libwayland-egl1",
    "libx11-6",
    "libxcb1",
]
_GLIBC = re.compile(rb"GLIBC_(\d+)\.(\d+)")


def build() -> list[Path]:
    """Writes all of them from the program's folder; returns what was written."""
    made = [write_tar(), write_deb()]
    if shutil.which("makeself") is None:
        return made  # what to do was said before everything else
    return [*made, write_installer(made[0])]


def dress(folder: Path, icons: Path = product.ICONS) -> None:
    """Adds to the program's folder what puts it into a desktop's menu.

    Args:
        folder: Of the program.
        icons: Where those of `icon_names` lie.
    """
    share = folder / "share"
    shutil.rmtree(share, ignore_errors=True)
    (share / "icons").mkdir(parents=True)
    for name in icon_names():
        shutil.copy(icons / name, share / "icons")
    # Without a path it is found by its name; install-desktop writes the folder's own.
    program = product.WINDOW_PROGRAM
    (share / f"{program}.desktop").write_text(desktop_entry(program), encoding="utf-8")
    (share / f"{program}.xml").write_text(filled("girlsmoe.xml.in"), encoding="utf-8")
    for script in ("install-desktop", "uninstall"):
        (folder / script).write_text(filled(f"{script}.in"), encoding="utf-8")
        (folder / script).chmod(0o755)
    shutil.copy(product.ROOT / "LICENSE", folder)


def icon_names() -> list[str]:
    """Returns the files of the icons that a desktop wants."""
    sizes = [f"girlsmoe-{size}.png" for size in product.ICON_SIZES_PX]
    return [*sizes, "girlsmoe.svg"]


def desktop_entry(program: str) -> str:
    """Returns the text of the menu's entry, which starts that program."""
    return filled("girlsmoe.desktop.in", EXEC=program, TRY_EXEC=program)


def filled(name: str, **more: str) -> str:
    """Returns a template of this folder with everything filled in."""
    sizes = " ".join(map(str, product.ICON_SIZES_PX))
    return product.render(TEMPLATES / name, ICON_SIZES=sizes, **more)


def write_tar() -> Path:
    """Writes the folder to unpack anywhere."""
    target = product.artefact("tar.xz")
    target.unlink(missing_ok=True)
    top = product.file_stem()
    command = ["tar", "--create", "--sort=name", "--owner=0", "--group=0", "--numeric-owner"]
    command += [f"--mtime=@{source_time()}"]
    command += [f"--transform=flags=r;s,^{product.FOLDER.name},{top},"]
    command += [f"--use-compress-program={compressor()}", f"--file={target}"]
    run([*command, f"--directory={product.DIST}", product.FOLDER.name])
    return target


def compressor() -> str:
    """Returns the command that packs tightly, with the filter for this processor's code."""
    code = "--x86 " if product.machine() == "x86_64" else ""
    return f"xz --threads=0 {code}--lzma2=preset=8"


def write_deb() -> Path:
    """Writes the Debian package. Menus and types are brought up to date by Debian's triggers."""
    if shutil.which("dpkg-deb") is None:
        raise BuildError("dpkg-deb is not here: install the package dpkg, then try again.")
    with tempfile.TemporaryDirectory(dir=product.BUILD) as scratch:
        root = Path(scratch) / "root"
        root.mkdir(mode=0o755)
        fill_deb(root)
        target = product.deb()
        # Nearly as small as the tightest in half the time.
        compress = ["-Zxz", "-z3"]
        run(["dpkg-deb", "--root-owner-group", *compress, "--build", str(root), str(target)])
    return target


def fill_deb(root: Path) -> None:
    """Lays out what the Debian package holds."""
    program, opt = product.WINDOW_PROGRAM, root / product.OPT.lstrip("/")
    ignored = shutil.ignore_patterns("install-desktop", "uninstall", "share")
    shutil.copytree(product.FOLDER, opt, symlinks=True, ignore=_only_at(product.FOLDER, ignored))
    share, bin_ = root / "usr" / "share", root / "usr" / "bin"
    bin_.mkdir(parents=True)
    for name in (program, product.CONSOLE_PROGRAM):
        (bin_ / name).symlink_to(f"{product.OPT}/{name}")
    _write(share / "applications" / f"{program}.desktop", desktop_entry(program))
    _write(share / "mime" / "packages" / f"{program}.xml", filled("girlsmoe.xml.in"))
    _write(share / "doc" / product.PACKAGE / "copyright", filled("copyright.in"))
    for name in icon_names():
        size = re.sub(r"\D", "", name)
        folder = share / "icons" / "hicolor" / (f"{size}x{size}" if size else "scalable") / "apps"
        folder.mkdir(parents=True)
        shutil.copy(product.ICONS / name, folder / f"{program}{Path(name).suffix}")
    _write(root / "DEBIAN" / "control", control(root))


def control(root: Path) -> str:
    """Returns the package's description; its size is that of what lies below `root`."""
    size = sum(path.lstat().st_size for path in root.rglob("*") if not path.is_dir())
    return filled(
        "control.in",
        ARCHITECTURE=product.debian_architecture(),
        SIZE_KB=str(size // 1024),
        DEPENDS=", ".join([f"libc6 (>= {glibc_needed(root)})", *OTHER_PACKAGES, *QT_PACKAGES]),
    )


def glibc_needed(root: Path) -> str:
    """Returns the C library's version that the libraries below `root` were linked with."""
    newest = (2, 28)
    for path in root.rglob("*"):
        is_library = ".so" in path.name or path.parent.name == "girlsmoe"
        if is_library and path.is_file() and not path.is_symlink():
            found = _GLIBC.findall(path.read_bytes())
            newest = max([newest, *((int(major), int(minor)) for major, minor in found)])
    return f"{newest[0]}.{newest[1]}"


def write_installer(tar: Path) -> Path:
    """Writes the script that unpacks itself and puts the program into the menu."""
    target = product.artefact("run")
    with tempfile.TemporaryDirectory(dir=product.BUILD) as scratch:
        folder = Path(scratch)
        shutil.copy(tar, folder)
        (folder / "setup").write_text(filled("setup.in"), encoding="utf-8")
        (folder / "setup").chmod(0o755)
        title = f"{product.NAME} {product.VERSION}"
        # It is compressed already.
        command = ["makeself", "--nocomp", "--nox11", "--sha256", str(folder), str(target)]
        run([*command, title, "./setup"])
    return target


def source_time() -> int:
    """Returns when the sources were last committed: the time of every packed file."""
    ask = ["git", "-C", str(product.ROOT), "log", "-1", "--format=%ct"]
    done = subprocess.run(ask, capture_output=True, text=True, check=False)
    return int(done.stdout) if done.returncode == 0 and done.stdout.strip() else 0


def run(command: list[str]) -> None:
    """Runs a command; its output is shown only if it fails.

    Raises:
        BuildError: It failed.
    """
    done = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    if done.returncode != 0:
        raise BuildError(f"{command[0]} failed:\n{done.stdout[-2000:]}")


def _only_at(top: Path, ignored):  # noqa: ANN001, ANN202  the types of shutil's own
    def ignore(folder: str, names: list[str]) -> set[str]:
        return ignored(folder, names) if Path(folder) == top else set()

    return ignore


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
