import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_top_level_holds_nothing_but_the_design():
    tracked = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split("\n")
    top = {path.split("/")[0] for path in tracked if path}
    design = {"girlsmoe_desktop", "trainer", "assets", "tests", "packaging"}
    files = {"pyproject.toml", "README.md", "Makefile", "LICENSE"}
    assert {name for name in top if not name.startswith(".")} <= design | files


def test_packaging_is_no_package():
    # It would hide the library of that name, which pip and pytest need.
    assert not (ROOT / "packaging" / "__init__.py").exists()


def test_the_window_loads_without_torch():
    probe = (
        "import sys, girlsmoe_desktop.app; "
        "sys.exit(str({'torch', 'onnx', 'skia'} & set(sys.modules) or ''))"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe], capture_output=True, text=True, check=False
    )
    assert done.stderr.strip() == ""
