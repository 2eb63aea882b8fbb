"""Writes what a comparison of upscalers found: tables, a page, and a sheet to look at."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from trainer.judges.upscaling.choice import LAW
from trainer.judges.upscaling.pairs import PORTRAITS
from trainer.page import figure, page, table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from trainer.judges.upscaling.comparison import Comparison, Figures

    Pixels = NDArray[np.uint8]

HEAD = ("", "PSNR dB", "SSIM", "GMSD", "perception", "sharpness", "grain", "halo", "artefacts")
_MEANINGS = (
    "PSNR and SSIM: nearness to the truth, more is better. GMSD: how unevenly gradients differ, "
    "less is better. Perception: distance in the tagger's maps, less is better. Sharpness: how "
    "steep edges are, 1 is the truth's. Grain: structure made up where the truth is flat; halo: "
    "overshoot around edges; both in 1/255, artefacts are their sum, less is better."
)


@dataclass(frozen=True)
class Findings:
    """All that was measured of an upscaler and those it is compared with.

    Attributes:
        name: Of the upscaler.
        comparisons: By set of pairs; the first is of drawn portraits.
        ours: Names of ours by sharpness.
        missing: Names of other networks that are not installed.
        times: Milliseconds for a picture of 128 pixels a side, by name.
        sharpness: The one to begin with.
        seams: Worst difference of the program's tiles from the whole picture, 0 to 255, by size.
        sheet: Contenders side by side.
        weak: Where ours at the beginning is furthest from the truth.
    """

    name: str
    comparisons: Sequence[Comparison]
    ours: Mapping[float, str]
    missing: Sequence[str]
    times: Mapping[str, float]
    sharpness: float
    seams: Mapping[str, int]
    sheet: Pixels
    weak: Pixels

    def to_json(self) -> dict[str, Any]:
        """Returns all figures; those under "summary" belong into an upscaler's card."""
        return {
            "summary": self.summary(),
            "default_sharpness": self.sharpness,
            "law": LAW,
            "missing_peers": list(self.missing),
            "ms_128_to_256": dict(self.times),
            "worst_seams": dict(self.seams),
            "sets": [
                {
                    "kind": found.pairs.kind,
                    "name": found.pairs.name,
                    "how": found.pairs.how,
                    "pictures": len(found.pairs.pairs),
                    "figures": {name: told_of(figures) for name, figures in found.figures.items()},
                }
                for found in self.comparisons
            ],
        }

    def summary(self) -> dict[str, float]:
        """Returns the figures of ours at the beginning; those of portraits have plain names."""
        chosen = self.ours[self.sharpness]
        told: dict[str, float] = {}
        for found in self.comparisons:
            kind = found.pairs.kind
            before = "" if kind == PORTRAITS else f"{kind}_"
            figures = found.figures[chosen]
            told |= {f"{before}{name}": round(value, 4) for name, value in told_of(figures).items()}
        seam = max(self.seams.values(), default=0)
        return {**told, "ms_128_to_256": round(self.times[chosen], 1), "worst_seam": float(seam)}


def told_of(figures: Figures) -> dict[str, float]:
    """Returns all figures by name, those that were not measured left out."""
    told = {**asdict(figures), "artefacts": figures.artefacts}
    return {name: value for name, value in told.items() if value == value}  # a nan is not itself


def to_markdown(found: Findings) -> str:
    """Returns the tables as Markdown."""
    parts = []
    for comparison in found.comparisons:
        rows = [HEAD, ("---", *["---:"] * (len(HEAD) - 1)), *_rows(comparison, found)]
        lines = ("| " + " | ".join(row) + " |" for row in rows)
        parts.append(f"**{comparison.pairs.name}.** {comparison.pairs.how}\n\n" + "\n".join(lines))
    return "\n\n".join([*parts, _MEANINGS, _speeds(found), _seams(found)]) + "\n"


def to_html(found: Findings) -> str:
    """Returns the page."""
    parts = [
        f"<p>The slider begins at {found.sharpness:g}. {LAW}</p>",
        *([f"<p>Not installed: {', '.join(found.missing)}.</p>"] if found.missing else []),
    ]
    for comparison in found.comparisons:
        parts += [
            f"<h2>{comparison.pairs.name}</h2><p>{comparison.pairs.how}</p>",
            table(HEAD, _rows(comparison, found)),
        ]
    parts += [f"<p>{_MEANINGS}</p>", "<h2>Speed</h2>"]
    times = ((name, f"{time:.0f}") for name, time in found.times.items())
    parts += [
        table(("", "ms, 128 to 256 px"), times),
        f"<h2>Tiles</h2><p>{_seams(found)}</p>",
        "<h2>Pictures</h2>",
        figure(found.sheet, "Each where the truth has most edges."),
        figure(found.weak, "Where ours is furthest from the truth."),
    ]
    return page(f"{found.name}: enlarging twofold", parts)


def _rows(comparison: Comparison, found: Findings) -> list[tuple[str, ...]]:
    chosen = found.ours[found.sharpness]
    return [
        (f"{name} (at first)" if name == chosen else name, *_cells(figures))
        for name, figures in comparison.figures.items()
    ]


def _speeds(found: Findings) -> str:
    times = (f"{name} {time:.0f}" for name, time in found.times.items())
    return f"Milliseconds for 128 to 256 px, median: {', '.join(times)}."


def _seams(found: Findings) -> str:
    sizes = (f"{size} px {worst}" for size, worst in found.seams.items())
    return (
        "Worst difference of a pixel between the program's tiles and the whole picture at once, "
        f"of 255: {', '.join(sizes)}."
    )


def _cells(figures: Figures) -> tuple[str, ...]:
    f = figures
    return (
        f"{f.psnr:.2f}",
        f"{f.ssim:.4f}",
        f"{f.gmsd:.4f}",
        f"{f.perception:.3f}",
        f"{f.sharpness:.2f}",
        f"{f.grain:.2f}",
        f"{f.halo:.2f}",
        f"{f.artefacts:.2f}",
    )
