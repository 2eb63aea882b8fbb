"""What of the collected files is shipped, and what is left out."""

from __future__ import annotations

from fnmatch import fnmatch
from pathlib import PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

# Python modules that no part of the program needs, though something names them.
EXCLUDED_MODULES = [
    "torch",
    "torchvision",
    "onnx",
    "onnxscript",
    "skia",
    "safetensors",
    "tensorboard",
    "psutil",
    "pytest",
    "tests",
    "PySide6.QtNetwork",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtTest",
    "PIL.ImageTk",
    "PIL._avif",
    "PIL._imagingcms",
    "PIL._imagingtk",
    "numpy.f2py",
    "numpy.testing",
    "onnxruntime.quantization",
    "onnxruntime.tools",
    "onnxruntime.transformers",
    # The program opens no connection; checksums are in Python's own code too, and OpenSSL is large.
    "_ssl",
    "_hashlib",
    "ssl",
    "tkinter",
    # PyInstaller would load it at every start.
    "multiprocessing",
    "unittest",
    "doctest",
    "pydoc",
    "lib2to3",
]
# Of the trainer the program knows only how runs are described, and what faces are reviewed.
TRAINER_MODULES = (
    "trainer",
    "trainer.config",
    "trainer.data",
    "trainer.data.face_table",
    "trainer.data.records",
    "trainer.data.review",
    "trainer.events",
    "trainer.runs",
    "trainer.settings",
)
LANGUAGES = ("ja", "ru", "zh_CN")

# Libraries and plugins by the names that they have in the shipped folder.
DROPPED = [
    "*/plugins/platformthemes/*gtk3*",
    "*/plugins/platforms/*eglfs*",
    "*/plugins/platforms/*linuxfb*",
    "*/plugins/platforms/*minimalegl*",
    "*/plugins/platforms/*vkkhrdisplay*",
    "*/plugins/platforms/*vnc*",
    "*/plugins/platforms/*qdirect2d*",
    "*/plugins/egldeviceintegrations/*",
    "*/plugins/tls/*",
    "*/plugins/networkinformation/*",
    "*/plugins/generic/*",
    "*/plugins/platforminputcontexts/*virtualkeyboard*",
    "*/plugins/imageformats/*pdf*",
    "*/plugins/imageformats/*tiff*",
    "*/plugins/imageformats/*tga*",
    "*/plugins/imageformats/*wbmp*",
    "*/plugins/imageformats/*icns*",
    "*/plugins/qmltooling/*",
    "*/plugins/wayland-graphics-integration-server/*",
    "*Qt6Network*",
    "*QtNetwork*",
    "*Qt6Qml*",
    "*Qt6Quick*",
    "*Qt6VirtualKeyboard*",
    "*Qt6EglFS*",
    "*Qt6Pdf*",
    "*opengl32sw*",
    "*/numpy/_core/_multiarray_tests*",
]
# What every Linux desktop has, in the version that fits its own settings and sockets; the Debian
# package names them as dependencies. What only they load stays out with them.
SYSTEM_LIBRARIES = [
    "libdbus-1.so*",
    "libfontconfig.so*",
    "libfreetype.so*",
    "libglib-2.0.so*",
    "libgthread-2.0.so*",
    "libgcc_s.so*",
    # An older copy than the system's keeps drivers of graphics cards from loading.
    "libstdc++.so*",
    "libX11.so*",
    "libX11-xcb.so*",
    "libxcb.so*",
]
# Left to the system too, where a desktop without Wayland may lack them: Qt then opens its windows
# with X11.
OPTIONAL_LIBRARIES = ["libwayland-*.so*"]
# Libraries that bear having their symbols taken out; those of numpy don't.
STRIPPED = [
    "libpython3*.so*",
    "python3*/lib-dynload/*.so",
    "PIL/_imaging.*.so",
    "PySide6/Qt/lib/libicu[iu]*",
]


def is_dropped(name: str) -> bool:
    """Returns whether a file is left out, by its path in the shipped folder."""
    path = "/" + PurePath(name).as_posix().replace("\\", "/")
    if "/translations/" in path and path.endswith(".qm") and "PySide6" in path:
        return PurePath(path).stem not in {f"qtbase_{language}" for language in LANGUAGES}
    if "/tests/" in path or path.endswith((".pyi", ".pdb")):
        return True
    return any(fnmatch(path, pattern) for pattern in DROPPED) or is_of_the_system(path)


def is_of_the_system(name: str) -> bool:
    """Returns whether a library is left to the system that the program runs on."""
    patterns = (*SYSTEM_LIBRARIES, *OPTIONAL_LIBRARIES)
    return any(fnmatch(PurePath(name).name, pattern) for pattern in patterns)


def is_shared(name: str) -> bool:
    """Returns whether a library is only there because another one loads it."""
    path = PurePath(name).as_posix()
    lone = "/" not in path or "/Qt/lib/" in path or path.startswith("pillow.libs/")
    return lone and ".so" in path and not path.startswith(("libpython", "lib-dynload"))


def needed(names: Iterable[str], imports: Callable[[str], Iterable[str]]) -> set[str]:
    """Returns which libraries are shipped: all that are not shared, and what they load.

    Args:
        names: Paths in the shipped folder.
        imports: Returns the file names that the library of a path loads.
    """
    names = list(names)
    shared = {PurePath(name).name: name for name in names if is_shared(name)}
    kept = {name for name in names if not is_shared(name)}
    waiting = list(kept)
    while waiting:
        for loaded in imports(waiting.pop()):
            name = shared.get(loaded)
            if name is not None and name not in kept:
                kept.add(name)
                waiting.append(name)
    return kept
