"""Writes what a comparison of upscalers found: tables, a page, and a sheet to look at."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image

from girlsmoe_desktop.core.pictures import contact_sheet
from trainer.judges.sheets import captioned
from trainer.judges.upscaling.choice import LAW
from trainer.judges.upscaling.contenders import NEAREST
from trainer.judges.upscaling.distances import gradient
from trainer.page import figure, page, table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from trainer.judges.upscaling.comparison import Comparison, Figures
    from trainer.judges.upscaling.contenders import Contender
    from trainer.judges.upscaling.pairs import Pair

    Pixels = NDArray[np.uint8]

HEAD = ("", "PSNR dB", "SSIM", "GMSD", "perception", "sharpness", "grain", "halo", "artefacts")
CROP_PX = 80
"""Side of the truth's part that a sheet shows."""
_ENLARGED = 2
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
        sheet: Contenders side by side.
    """

    name: str
    comparisons: Sequence[Comparison]
    ours: Mapping[float, str]
    missing: Sequence[str]
    times: Mapping[str, float]
    sharpness: float
    sheet: Pixels

    def to_json(self) -> dict[str, Any]:
        """Returns all figures; those under "summary" belong into an upscaler's card."""
        return {
            "summary": self._summary(),
            "default_sharpness": self.sharpness,
            "law": LAW,
            "missing_peers": list(self.missing),
            "ms_128_to_256": dict(self.times),
            "sets": [
                {
                    "name": found.pairs.name,
                    "how": found.pairs.how,
                    "pictures": len(found.pairs.pairs),
                    "figures": {
                        name: {**asdict(figures), "artefacts": figures.artefacts}
                        for name, figures in found.figures.items()
                    },
                }
                for found in self.comparisons
            ],
        }

    def _summary(self) -> dict[str, float]:
        figures = self.comparisons[0].figures[self.ours[self.sharpness]]
        told = {"psnr": figures.psnr, "ssim": figures.ssim, "perception": figures.perception}
        return {
            **told,
            "sharpness": figures.sharpness,
            "artefacts": figures.artefacts,
            "ms_128_to_256": self.times[self.ours[self.sharpness]],
        }


def to_markdown(found: Findings) -> str:
    """Returns the tables as Markdown."""
    parts = []
    for comparison in found.comparisons:
        rows = [HEAD, ("---", *["---:"] * (len(HEAD) - 1)), *_rows(comparison, found)]
        lines = ("| " + " | ".join(row) + " |" for row in rows)
        parts.append(f"**{comparison.pairs.name}.** {comparison.pairs.how}\n\n" + "\n".join(lines))
    return "\n\n".join([*parts, _MEANINGS]) + "\n"


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
        "<h2>Pictures</h2>",
        figure(found.sheet, "Where a portrait has most edges; all others are compared with truth."),
    ]
    return page(f"{found.name}: enlarging twofold", parts)


def sheet_of(pairs: Sequence[Pair], contenders: Sequence[Contender]) -> Pixels:
    """Returns a row a picture: the small one, what each contender makes of it, and the truth.

    Shown is the part of `CROP_PX` pixels with most edges, twice as large.
    """
    tiles = []
    for pair in pairs:
        place = _busiest(pair.truth)
        shown = [(each.name, each.upscale(pair.small)) for each in (NEAREST, *contenders)]
        for name, picture in (*shown, ("truth", pair.truth)):
            tiles.append(captioned(_enlarged(picture[place]), name))
    return contact_sheet(tiles, len(contenders) + 2)


def _busiest(truth: Pixels) -> tuple[slice, slice]:
    """Returns the square with the most edges."""
    steep = np.pad(gradient(truth / 255), ((1, 0), (1, 0))).cumsum(0).cumsum(1)
    side = min(CROP_PX, *truth.shape[:2])
    sums = steep[side:, side:] - steep[:-side, side:] - steep[side:, :-side] + steep[:-side, :-side]
    top, left = np.unravel_index(int(sums.argmax()), sums.shape)
    return slice(int(top), int(top) + side), slice(int(left), int(left) + side)


def _enlarged(picture: Pixels) -> Pixels:
    size = (_ENLARGED * picture.shape[1], _ENLARGED * picture.shape[0])
    return np.asarray(Image.fromarray(picture).resize(size, Image.Resampling.NEAREST))


def _rows(comparison: Comparison, found: Findings) -> list[tuple[str, ...]]:
    chosen = found.ours[found.sharpness]
    return [
        (f"{name} (at first)" if name == chosen else name, *_cells(figures))
        for name, figures in comparison.figures.items()
    ]


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
