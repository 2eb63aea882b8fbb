"""Parts of self-contained pages: tables, charts, pictures; no scripts, nothing from elsewhere."""

from __future__ import annotations

import base64
import html
import io
from typing import TYPE_CHECKING

from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem;
  color: #222; background: #fff; }
table { border-collapse: collapse; margin: 1rem 0; }
td, th { padding: .15rem .8rem; text-align: right; border-bottom: 1px solid #ddd; }
td:first-child, th:first-child { text-align: left; }
img, svg { max-width: 100%; height: auto; }
figure { margin: 2rem 0; break-inside: avoid; }
figcaption { color: #555; }
@media print { body { margin: 0; max-width: none; font-size: 11px; } }
"""
COLOR = "#3b6fb6"
_WIDTH, _HEIGHT, _MARGIN = 640, 220, 24


def page(title: str, parts: Iterable[str]) -> str:
    """Returns a page of parts that are HTML already."""
    name = html.escape(title)
    head = (
        f"<!doctype html><html lang='en'><meta charset='utf-8'><title>{name}</title>"
        f"<style>{STYLE}</style><h1>{name}</h1>"
    )
    return "\n".join([head, *parts, "</html>"]) + "\n"


def figure(picture: NDArray[np.uint8], caption: str) -> str:
    """Returns a picture (H, W, 3) with a line under it."""
    file = io.BytesIO()
    Image.fromarray(picture).save(file, "WEBP", quality=90)
    data = base64.b64encode(file.getvalue()).decode()
    alt = html.escape(caption)
    return (
        f"<figure><img alt='{alt}' src='data:image/webp;base64,{data}'>"
        f"<figcaption>{alt}</figcaption></figure>"
    )


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Returns a table; the first column is of words, the others of numbers."""
    cells = [_line("th", head), *(_line("td", row) for row in rows)]
    return f"<table>{''.join(cells)}</table>"


def bars(caption: str, counts: Mapping[str, int]) -> str:
    """Returns a chart of counts, a bar each, with a table of them for who can't see it."""
    most, width = max(counts.values()), (_WIDTH - 2 * _MARGIN) / len(counts)
    skip = -(-len(counts) // 16)  # as many names as there is room for
    drawn = []
    for place, (name, count) in enumerate(counts.items()):
        left = _MARGIN + place * width
        height = (_HEIGHT - 2 * _MARGIN) * count / most
        top = _HEIGHT - _MARGIN - height
        drawn.append(
            f"<rect x='{left:.1f}' y='{top:.1f}' width='{width * 0.85:.1f}' height='{height:.1f}'"
            f" fill='{COLOR}'><title>{html.escape(name)}: {count}</title></rect>"
        )
        if place % skip == 0:
            middle = left + width * 0.425
            drawn.append(
                f"<text x='{middle:.1f}' y='{_HEIGHT - 8}' text-anchor='middle'>"
                f"{html.escape(name)}</text>"
            )
        if len(counts) <= 24:
            drawn.append(
                f"<text x='{left + width * 0.425:.1f}' y='{top - 4:.1f}' text-anchor='middle'>"
                f"{count}</text>"
            )
    text = html.escape(caption)
    return (
        f"<figure><svg viewBox='0 0 {_WIDTH} {_HEIGHT}' role='img' font-size='11'>"
        f"<title>{text}</title>{''.join(drawn)}</svg><figcaption>{text}</figcaption></figure>"
    )


def _line(cell: str, values: Sequence[object]) -> str:
    inner = "".join(f"<{cell}>{html.escape(str(value))}</{cell}>" for value in values)
    return f"<tr>{inner}</tr>"
