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
    text = html.escape(caption)
    return f"<figure>{_image(picture, caption)}<figcaption>{text}</figcaption></figure>"


def strips(caption: str, pictures: Mapping[str, NDArray[np.uint8]]) -> str:
    """Returns pictures under each other, the name of each beside it."""
    rows = (
        f"<tr><td>{html.escape(name)}</td><td>{_image(picture, name)}</td></tr>"
        for name, picture in pictures.items()
    )
    text = html.escape(caption)
    return f"<figure><table>{''.join(rows)}</table><figcaption>{text}</figcaption></figure>"


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Returns a table; the first column is of words, the others of numbers.

    Args:
        head: Names of the columns; may be empty.
        rows: Their values.
    """
    cells = [_line("th", head) if head else "", *(_line("td", row) for row in rows)]
    return f"<table>{''.join(cells)}</table>"


def bars(caption: str, counts: Mapping[str, int]) -> str:
    """Returns a chart of counts, a bar each, at least one of them above 0."""
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


def _image(picture: NDArray[np.uint8], text: str) -> str:
    file = io.BytesIO()
    Image.fromarray(picture).save(file, "WEBP", quality=90)
    data = base64.b64encode(file.getvalue()).decode()
    return f"<img alt='{html.escape(text)}' src='data:image/webp;base64,{data}'>"


def _line(cell: str, values: Sequence[object]) -> str:
    inner = "".join(f"<{cell}>{html.escape(str(value))}</{cell}>" for value in values)
    return f"<tr>{inner}</tr>"
