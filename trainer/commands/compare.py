"""girlsmoe-train compare: sets the figures of several evaluations side by side.

Standard library only.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from girlsmoe_desktop.core.errors import UserError
from trainer import events

if TYPE_CHECKING:
    import argparse

    from trainer.console import Console

    _Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # argparse has no public name

_HEADS = (
    *("", "FID", "largest less smallest", "against the first", "FID of real portraits"),
    *("attributes obeyed", "worst attribute", "diversity", "ms a step", "parameters"),
)


def add_command(commands: _Commands) -> None:
    """Adds the command to the parser of all commands."""
    compare = commands.add_parser("compare", help="set evaluations side by side in a table")
    compare.add_argument("reports", type=Path, nargs="+", help="folders made by evaluate")
    compare.set_defaults(command=_compare)


def _compare(args: argparse.Namespace, console: Console) -> None:
    """Prints a table in Markdown, a line an evaluation."""
    found = [_read(folder / "metrics.json") for folder in args.reports]
    for folder, metrics in zip(args.reports, found, strict=True):
        if metrics.get("measured_with") != found[0].get("measured_with"):
            raise UserError(
                f"{folder} and {args.reports[0]} were measured with another tagger, other data or "
                "other numbers of pictures: their distances can't be compared. Evaluate both alike."
            )
    lines = [_HEADS, ("---",) * len(_HEADS), *(_cells(each, found[0]) for each in found)]
    table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    console(events.Finished(len(found), False, table))


def _read(path: Path) -> dict[str, Any]:
    try:
        metrics: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        _cells(metrics, metrics)
    except FileNotFoundError:
        raise UserError(f"There is no {path}. Make it with: girlsmoe-train evaluate.") from None
    except (ValueError, KeyError, TypeError, ZeroDivisionError) as error:
        reason = str(error) or type(error).__name__
        raise UserError(f"{path} can't be read ({reason}). Evaluate again.") from None
    return metrics


def _cells(metrics: dict[str, Any], first: dict[str, Any]) -> tuple[str, ...]:
    ms = metrics["ms_a_step"]
    return (
        str(metrics["name"]),
        f"{metrics['fid']:.3f}",
        f"{metrics['fid_spread']:.3f}",
        f"{metrics['fid'] / first['fid']:.3f}",
        f"{metrics['fid_real']:.3f}",
        f"{metrics['attributes_mean']:.3f}",
        f"{metrics['worst_label']} {metrics['attributes_worst']:.3f}",
        f"{metrics['diversity']:.3f}",
        "" if ms is None else f"{ms:.0f}",
        f"{metrics['parameters']:,}",
    )
