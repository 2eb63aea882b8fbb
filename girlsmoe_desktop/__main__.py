"""The `girlsmoe` command: a subcommand works in the terminal, none opens the window."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

from girlsmoe_desktop.added_engine import use_added
from girlsmoe_desktop.display import display_problem

if TYPE_CHECKING:
    from collections.abc import Sequence

EXIT_USAGE = 2


def main(argv: list[str] | None = None) -> int:
    """Runs the program and returns its exit code."""
    arguments = sys.argv[1:] if argv is None else argv
    use_added()
    if is_for_terminal(arguments):
        # What subcommands need is not loaded for the window, which so opens in less time.
        from girlsmoe_desktop import cli

        return cli.main(arguments)
    problem = display_problem()
    if problem is not None:
        advice = "Subcommands work without one; `girlsmoe --help` lists them"
        print(f"girlsmoe: {problem}, so no window can open. {advice}.", file=sys.stderr)
        return EXIT_USAGE
    make_ready()
    from girlsmoe_desktop import app

    return app.main(arguments)


def make_ready() -> None:
    """Does what makes a window open in less time. To be called before PySide6 is loaded."""
    if sys.platform == "win32":
        # The two bring different copies of the C++ runtime, and the first one loaded serves both.
        # Elsewhere it is loaded when the window is there.
        import onnxruntime  # noqa: F401

    # Until the window is painted nearly everything that is made stays: looking for what does not
    # takes a tenth of that time.
    gc.disable()
    # PySide6 looks through each module that is imported after it; these, with NumPy and Pillow, are
    # many.
    import girlsmoe_desktop.store.gallery  # noqa: F401


def is_for_terminal(argv: Sequence[str]) -> bool:
    """Returns whether these arguments ask for a subcommand or for help, not for the window."""
    return any(a in ("-h", "--help", "--version") or not a.startswith("-") for a in argv[:1])


if __name__ == "__main__":
    sys.exit(main())
