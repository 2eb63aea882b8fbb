"""What is in a folder of faces or a training set, as one page that needs nothing else.

Beside the page lie three files named after it: .json says of what it was made and what came of it,
.jsonl has a row a picture, and .npz keeps what was read, so that nothing is read twice.
"""

from __future__ import annotations

import collections
import hashlib
import math
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image

from girlsmoe_desktop.core.attributes import LABELS
from girlsmoe_desktop.core.pictures import contact_sheet
from trainer import page
from trainer.data.album import SAMPLES, THUMB, Album
from trainer.data.embedding import STEPS, Embedding, on_grid
from trainer.data.keep import Keep
from trainer.data.records import KEPT, SKIPPED, write_table
from trainer.data.stock import open_stock
from trainer.data.training_set import read_settings, write_record
from trainer.runs import write_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from trainer.data.records import Row
    from trainer.data.stock import Stock

    Pixels = NDArray[np.uint8]

# Table 1 of the paper; its second row is put right by the authors' published shares.
PAPER_IMAGES = 31255
PAPER_COUNTS: Mapping[str, int] = {
    **dict(
        zip(
            LABELS[:18],
            (
                *(4991, 6659, 4842, 3289, 2486, 2972, 1115, 2417, 987, 573, 699, 168, 57),
                *(16562, 11596, 3928, 91, 265),
            ),
            strict=True,
        )
    ),
    **{"hat": 1403, "ribbon": 5360, "glasses": 1683},
    **dict(zip(LABELS[24:], (8861, 4926, 5583, 4192, 4442, 1700, 319, 193, 990, 49), strict=True)),
}
PICTURE, STEP = "picture", "step"
"""What is counted while the pictures are read, and then while the map is made."""
_VERSION = 1
_PLAIN = 16
_STEPS_SAVED = 100
_MOST_SIZES = 24
_ROUND_STEPS = tuple(factor * 10**power for power in range(9) for factor in (1, 2, 5))


def write_stats(
    folder: Path,
    out: Path,
    on_progress: Callable[[int, int, str], None] | None = None,
    should_stop: Callable[[], bool] | None = None,
) -> int | None:
    """Writes the page on a folder, and the files beside it; what was stopped goes on.

    Args:
        folder: Of faces, or a training set.
        out: The page, an HTML file.
        on_progress: Called with how many are done, of how many, and of what: `PICTURE` or `STEP`.
        should_stop: Asked after each picture and each step.

    Returns:
        How many pictures can't be read; None if it was stopped.

    Raises:
        UserError: The folder is neither, damaged, or empty.
    """
    stock = open_stock(folder)
    settings = {"folder": stock.name, "contents": stock.contents}
    about = _beside(out, "json")
    if read_settings(about) != settings:
        write_record(about, settings, {})
    keep = Keep(_beside(out, "npz"), _VERSION)
    album = Album(stock.faces, folder, keep)
    if not album.read(_of(PICTURE, on_progress), should_stop):
        return None
    drawn = _draw_map(stock, album, keep, _of(STEP, on_progress), should_stop)
    if drawn is None:
        return None
    write_table(_beside(out, "jsonl"), _rows(stock, album))
    write_bytes(out, _page(stock, album, drawn).encode())
    write_record(about, settings, _result(stock, album))
    return len(album.unread)


def _beside(out: Path, kind: str) -> Path:
    return out.with_name(f"{out.name}.{kind}")


def _of(
    unit: str, on_progress: Callable[[int, int, str], None] | None
) -> Callable[[int, int], None] | None:
    return None if on_progress is None else lambda done, count: on_progress(done, count, unit)


def _rows(stock: Stock, album: Album) -> Iterator[Row]:
    """Yields the table's row of each picture, of those that were left out as well."""
    for place, face in enumerate(stock.faces):
        file = face.path.relative_to(stock.folder).as_posix()
        reason = album.unread.get(place)
        if reason is None:
            yield {"id": face.id, "status": KEPT, "file": file}
        else:
            yield {"id": face.id, "status": SKIPPED, "reason": reason, "file": file}
    for id_, reason in stock.left_out.items():
        yield {"id": id_, "status": SKIPPED, "reason": reason}


def _result(stock: Stock, album: Album) -> dict[str, Any]:
    """Returns what came of it, for the record."""
    counts = None if stock.labels is None else stock.labels.sum(0).tolist()
    return {
        "pictures": len(stock.faces),
        "unread": len(album.unread),
        "left_out": stock.reasons,
        "labels": counts and dict(zip(LABELS, counts, strict=True)),
    }


def _page(stock: Stock, album: Album, drawn: Sequence[str]) -> str:
    parts = [
        _summary(stock, album),
        *_label_part(stock),
        *_year_part(stock, album),
        *_size_part(stock),
        *drawn,
    ]
    return page.page(f"What is in {stock.name}", parts)


def _summary(stock: Stock, album: Album) -> str:
    rows: list[tuple[str, str]] = [("Pictures", f"{len(stock.faces):,}")]
    years = [face.year for face in stock.faces if face.year is not None]
    if years:
        rows.append(("Released", f"{min(years)} to {max(years)}"))
    rows += [(f"Not counted: {reason}", f"{n:,}") for reason, n in stock.reasons.items()]
    if album.unread:
        rows.append(("Pictures that can't be read", f"{len(album.unread):,}"))
    return page.table((), rows)


def _label_part(stock: Stock) -> list[str]:
    if stock.labels is None:
        return ["<h2>Attributes</h2><p>Nobody has looked yet: tag the folder.</p>"]
    counts, total = stock.labels.sum(0), len(stock.labels)
    rows = []
    for label, count in zip(LABELS, counts, strict=True):
        paper = PAPER_COUNTS.get(label)
        share = "" if paper is None else f"{paper / PAPER_IMAGES:.2%}"
        rows.append((label, int(count), f"{count / total:.2%}", paper or "", share))
    note = f"Beside them those of the paper's {PAPER_IMAGES:,} pictures, where it tells them."
    head = ("label", "pictures", "share", "paper", "paper's share")
    return ["<h2>Attributes</h2>", f"<p>{note}</p>", page.table(head, rows)]


def _year_part(stock: Stock, album: Album) -> list[str]:
    years = [face.year for face in stock.faces if face.year is not None]
    parts = ["<h2>Years</h2>"] if years else ["<h2>Pictures</h2>"]
    if years:
        found = collections.Counter(years)
        every = {str(year): found[year] for year in range(min(years), max(years) + 1)}
        parts.append(page.bars("Pictures by the year of their release.", every))
    known = album.years()
    if not known:
        return parts
    rows = {_year_in_words(year, bool(years)): _year_strip(album, year) for year in known}
    return [*parts, page.strips("The average picture, then some of those that go into it.", rows)]


def _year_in_words(year: int | None, any_known: bool) -> str:
    if year is None:
        return "not known" if any_known else "all"
    return str(year)


def _year_strip(album: Album, year: int | None) -> Pixels:
    return contact_sheet([album.mean(year), *album.samples(year)], SAMPLES + 1)


def _size_part(stock: Stock) -> list[str]:
    sizes = [face.size for face in stock.faces if face.size > 0]
    if not sizes:
        return []
    edges = _size_edges(min(sizes), max(sizes))
    counts, _ = np.histogram(sizes, edges)
    named = {str(low): int(count) for low, count in zip(edges[:-1], counts, strict=True)}
    chart = page.bars("Faces by the side of their square in pixels, from the number on.", named)
    return ["<h2>Sizes</h2>", chart]


def _size_edges(least: int, most: int) -> NDArray[np.int64]:
    """Returns where classes of sizes begin and the last one ends: at round numbers."""
    step = next(step for step in _ROUND_STEPS if (most - least) / step < _MOST_SIZES)
    edges: NDArray[np.int64] = np.arange(least // step, most // step + 2) * step
    return edges


def _draw_map(
    stock: Stock,
    album: Album,
    keep: Keep,
    on_progress: Callable[[int, int], None] | None,
    should_stop: Callable[[], bool] | None,
) -> list[str] | None:
    """Returns the page's part with the map, nothing where there are too few; None if stopped."""
    places = sorted(album.thumbs)
    if len(places) < 2:
        return []
    thumbs = [album.thumbs[place] for place in places]
    what, features = "the tagger's features", stock.features_of(places)
    if features is None:
        what, features = "their pixels, coarsely", _pixels_of(thumbs)
    plane = _embedded(features, keep, on_progress, should_stop)
    if plane is None:
        return None
    caption = f"{len(places):,} pictures, like ones close together by {what} (t-SNE)."
    return ["<h2>Map</h2>", page.figure(_map(plane, thumbs), caption)]


def _pixels_of(thumbs: Sequence[Pixels]) -> NDArray[np.float64]:
    size, box = (_PLAIN, _PLAIN), Image.Resampling.BOX
    small = [np.asarray(Image.fromarray(thumb).resize(size, box)).ravel() for thumb in thumbs]
    return np.array(small) / 255


def _embedded(
    features: NDArray[np.float64],
    keep: Keep,
    on_progress: Callable[[int, int], None] | None,
    should_stop: Callable[[], bool] | None,
) -> NDArray[np.float64] | None:
    """Returns places on a plane, (N, 2), by features (N, k); None if it was stopped."""
    embedding = Embedding(features)
    of = np.frombuffer(hashlib.sha256(features.tobytes()).digest(), np.uint8)
    if np.array_equal(keep.arrays.get("map of", ()), of):
        embedding.go_on_from(int(keep.arrays["map step"]), keep.arrays["map"])
    while embedding.step < STEPS:
        embedding.advance()
        done = embedding.step
        stopped = should_stop is not None and should_stop()
        if stopped or done % _STEPS_SAVED == 0:
            keep.put({"map of": of, "map step": np.array(done), "map": embedding.state})
        if on_progress is not None:
            on_progress(done, STEPS)
        if stopped and done < STEPS:
            return None
    return embedding.plane


def _map(plane: NDArray[np.float64], thumbs: Sequence[Pixels]) -> Pixels:
    side = math.ceil(math.sqrt(1.8 * len(thumbs)))
    canvas = np.full((side * THUMB, side * THUMB, 3), 255, np.uint8)
    for (row, column), thumb in zip(on_grid(plane, side), thumbs, strict=True):
        top, left = row * THUMB, column * THUMB
        canvas[top : top + THUMB, left : left + THUMB] = thumb
    return canvas
