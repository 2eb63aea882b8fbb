"""Writes an evaluation as one self-contained page that also reads well on paper."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from trainer.page import COLOR, figure, page

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from trainer.judges.evaluation import Evaluation

    Curve = Sequence[tuple[float, float]]

# Table 2 of the paper: precision by eye on 20 pictures a label, of those that were printed.
PAPER_PRECISION = {
    "hat": 0.15,
    "drill_hair": 0.20,
    "gray_hair": 0.35,
    "ponytail": 0.45,
    "glasses": 0.45,
    "twintails": 0.60,
    "white_hair": 0.60,
    "pink_eyes": 0.60,
}
_CAPTIONS = {
    "samples": "Samples under labels of real pictures.",
    "fixed_noise": "One noise vector under many labels: the same character, other attributes.",
    "fixed_labels": "One row of labels under many noise vectors.",
    "interpolation": "From one character to another in ten steps, noise along a great circle.",
    "nearest": "Samples, each with the training picture nearest to it in the tagger's features.",
    "labels": "Twenty pictures a label, the labels from top to bottom as in the table above.",
}
_WIDTH, _HEIGHT, _MARGIN = 640, 240, 40


def report_html(found: Evaluation, curves: Mapping[str, Curve]) -> str:
    """Returns the page.

    Args:
        found: What was measured.
        curves: Losses of the run by name, each as points (step, value); may be empty.
    """
    parts = [
        _main_table(found),
        *_progress(found),
        "<h2>Attributes</h2><p>Share of pictures in which the tagger sees a label that was asked "
        "for; beside it what it sees in real pictures that have it, and what the paper printed of "
        "its own model (20 pictures by eye).</p>",
        _label_table(found),
        "<h2>Pictures</h2>",
        *(figure(sheet, _CAPTIONS.get(key, key)) for key, sheet in found.sheets.items()),
    ]
    if curves:
        parts += ["<h2>Losses</h2>", *(_chart(key, points) for key, points in curves.items())]
    return page(found.name, parts)


def _main_table(found: Evaluation) -> str:
    like = found.likeness
    rows = [
        ("Parameters of the generator", f"{found.parameters:,}"),
        (
            f"Fréchet distance, {like.pictures:,} pictures, mean of {len(like.distances)} "
            "(largest less smallest)",
            f"{like.mean:.3f} ({like.spread:.3f})",
        ),
        ("The same between real pictures", f"{like.floor_mean:.3f}"),
        ("Attributes obeyed, mean of 34", f"{found.mean_obedience:.3f}"),
        (f"Worst attribute: {found.worst.label}", f"{found.worst.painted:.3f}"),
        ("Diversity against real pictures", f"{found.diversity:.3f}"),
        (
            "Distance to the nearest training picture (of real ones to each other)",
            f"{found.copy_distance:.2f} ({found.real_copy_distance:.2f})",
        ),
        ("One picture", f"{found.ms_a_picture:.1f} ms"),
    ]
    cells = (f"<tr><td>{html.escape(what)}</td><td>{value}</td></tr>" for what, value in rows)
    return f"<table>{''.join(cells)}</table>"


def _progress(found: Evaluation) -> list[str]:
    """Returns the curve of a run that has two snapshots or more."""
    if len(found.progress) < 2:
        return []
    title = "Fréchet distance over iterations"
    return [f"<h2>{title}</h2>", _chart(title, [*found.progress.items()])]


def _label_table(found: Evaluation) -> str:
    head = "<tr><th>label</th><th>painted</th><th>real</th><th>paper</th></tr>"
    rows = [
        f"<tr><td>{one.label}</td><td>{one.painted:.3f}</td><td>{one.real:.3f}</td>"
        f"<td>{_two_places(PAPER_PRECISION.get(one.label))}</td></tr>"
        for one in found.obedience
    ]
    return f"<table>{head}{''.join(rows)}</table>"


def _two_places(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


def _chart(name: str, points: Curve) -> str:
    """Returns a line chart as SVG."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    left, right, low, high = min(xs), max(xs), min(ys), max(ys)
    across, up = max(right - left, 1e-9), max(high - low, 1e-9)

    def place(x: float, y: float) -> str:
        px = _MARGIN + (x - left) / across * (_WIDTH - 2 * _MARGIN)
        py = _HEIGHT - _MARGIN - (y - low) / up * (_HEIGHT - 2 * _MARGIN)
        return f"{px:.1f},{py:.1f}"

    line = " ".join(place(x, y) for x, y in points)
    bottom = _HEIGHT - _MARGIN + 16
    return (
        f"<figure><svg viewBox='0 0 {_WIDTH} {_HEIGHT}' role='img' font-size='12'>"
        f"<title>{html.escape(name)}</title>"
        f"<polyline points='{line}' fill='none' stroke='{COLOR}' stroke-width='1.5'/>"
        f"<text x='4' y='{_MARGIN}'>{high:.3g}</text>"
        f"<text x='4' y='{_HEIGHT - _MARGIN}'>{low:.3g}</text>"
        f"<text x='{_MARGIN}' y='{bottom}'>step {left:.0f}</text>"
        f"<text x='{_WIDTH - _MARGIN}' y='{bottom}' text-anchor='end'>{right:.0f}</text>"
        f"</svg><figcaption>{html.escape(name)}</figcaption></figure>"
    )
