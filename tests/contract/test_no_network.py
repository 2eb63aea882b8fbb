"""The program, started as a user does, speaks to nobody."""

import os
import subprocess
import sys

import pytest

PROBE = """
import sys

asked = []


def watch(event, arguments):
    if event in WATCHED:
        asked.append((event, str(arguments)[:200]))


WATCHED = {
    "socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname",
    "socket.gethostbyaddr", "socket.sendto", "urllib.Request",
}
sys.addaudithook(watch)

import girlsmoe_desktop
import onnxruntime
from PySide6.QtTest import QTest

from girlsmoe_desktop.app import build_app

app, window = build_app(["--model", "tiny"])
window.show()
for _ in range(600):
    QTest.qWait(50)
    if window.studio.gallery.rowCount() and not window.studio.is_busy:
        break
window.studio.generate(2)
for _ in range(600):
    QTest.qWait(50)
    if window.studio.gallery.rowCount() == 3:
        break
for place in range(len(window.rail.places)):
    window.go_to(place)
    QTest.qWait(50)
made = window.studio.gallery.rowCount()
window.close()
open_ = 0
if sys.platform == "linux":
    import os
    links = (f"/proc/self/fd/{fd}" for fd in os.listdir("/proc/self/fd"))
    open_ = sum(os.readlink(l).startswith("socket:") for l in links if os.path.islink(l))
print(f"made {made} asked {asked} open {open_}")
"""


def test_the_window_opens_no_socket(tiny_models):
    environment = {**os.environ, "GIRLSMOE_MODELS": str(tiny_models)}
    environment["QT_QPA_PLATFORM"] = "offscreen"
    done = subprocess.run(
        [sys.executable, "-c", PROBE],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip().endswith("made 3 asked [] open 0"), done.stdout


@pytest.mark.parametrize("words", [("girlsmoe_desktop", "info"), ("trainer.cli", "--help")])
def test_onnxruntime_keeps_no_number_of_the_device(tmp_path, words):
    # It reports unless told otherwise, by code of its own that no audit hook sees; where it means
    # to, it first writes a number for the device.
    silencers = ("CI", "ORT_DISABLE_TELEMETRY", "ORT_RUNNING_UNIT_TESTS", "GIRLSMOE_MODELS")
    environment = {name: value for name, value in os.environ.items() if name not in silencers}
    environment.update(HOME=str(tmp_path), XDG_CACHE_HOME=str(tmp_path / "cache"))
    module, word = words
    script = f"import sys, runpy, {module.split('.')[0]}, onnxruntime; sys.argv[1:] = [{word!r}]"
    script += f"; runpy.run_module({module!r}, run_name='__main__')"
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_the_watch_would_have_seen_it():
    head = PROBE.split("import onnxruntime")[0]
    try_it = "import socket\ntry: socket.create_connection(('127.0.0.1', 9), 1)\nexcept OSError: 0"
    done = subprocess.run(
        [sys.executable, "-c", f"{head}\n{try_it}\nprint(asked)"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "socket.connect" in done.stdout
