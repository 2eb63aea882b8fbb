"""What the packaged programs start with; both run the same code."""

from __future__ import annotations

import os
import sys

# On Windows a program without a console has no output at all, not even one to throw away.
if sys.stdout is None:
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
if sys.stderr is None:
    sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115

from girlsmoe_desktop.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
