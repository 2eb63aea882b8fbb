"""The translations are complete, in step with the code, and released."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_nothing_is_missing_stale_or_unreleased():
    done = subprocess.run(
        [sys.executable, ROOT / "packaging" / "translations.py", "check"],
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout + done.stderr
