"""The `girlsmoe` command: a subcommand works in the terminal, none opens the window."""

from __future__ import annotations

import sys

from girlsmoe_desktop.added_engine import use_added
from girlsmoe_desktop.display import display_problem


def main(argv: list[str] | None = None) -> int:
    """Runs the program and returns its exit code."""
    arguments = sys.argv[1:] if argv is None else argv
    use_added()
    from girlsmoe_desktop import cli

    if cli.is_for_terminal(arguments):
        return cli.main(arguments)
    problem = display_problem()
    if problem is not None:
        advice = "Subcommands work without one; `girlsmoe --help` lists them"
        print(f"girlsmoe: {problem}, so no window can open. {advice}.", file=sys.stderr)
        return cli.EXIT_USAGE
    # Before PySide6: on Windows the two bring different copies of the C++ runtime, and the first
    # one loaded serves both.
    import onnxruntime  # noqa: F401

    from girlsmoe_desktop import app

    return app.main(arguments)


if __name__ == "__main__":
    sys.exit(main())
