"""What is in a folder of faces or a training set, as one page that needs nothing else."""

from __future__ import annotations

import collections
import csv
import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image

from girlsmoe_desktop.core.attributes import LABELS
from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.pictures import contact_sheet
from trainer import page
from trainer.data.drawn import CSV_NAME, read_labels
from trainer.data.embedding import embed, on_grid
from trainer.data.face_table import (
    TAGS_NAME,
    Face,
    duplicates_in,
    label_vector,
    read_faces,
    seen_in,
)
from trainer.data.pixel_array import must_have_files
from trainer.data.records import NAME as RECORDS_NAME
from trainer.data.review import Review
from trainer.data.tag import read_features, read_picture

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    Pixels = NDArray[np.uint8]

MOST_ON_MAP = 1200
"""Pictures on the map: each is compared with each."""
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
_THUMB, _TILE, _PLAIN = 36, 72, 16
_SAMPLES = 8
_MOST_SIZES = 24
_ROUND_STEPS = tuple(factor * 10**power for power in range(9) for factor in (1, 2, 5))


@dataclass
class Stock:
    """The pictures that are counted.

    Attributes:
        faces: The pictures.
        labels: What they show, (N, 34); None where nobody has looked.
        features: By which like ones are found, (N, k), NaN where there are none; None without.
        left_out: How many are in the folder and not counted, by reason.
    """

    faces: Sequence[Face]
    labels: NDArray[np.bool_] | None
    features: NDArray[Any] | None = None
    left_out: Mapping[str, int] = field(default_factory=dict)


def open_stock(folder: Path) -> Stock:
    """Returns what is in a folder of faces or in a training set.

    Raises:
        UserError: It is neither, or damaged.
    """
    if (folder / CSV_NAME).is_file():
        return _training_set(folder)
    if not (folder / RECORDS_NAME).is_file():
        raise UserError(
            f"{folder} holds neither {RECORDS_NAME} nor {CSV_NAME}: give a folder of faces that "
            "detect wrote, or a training set."
        )
    return _faces(folder)


def _faces(folder: Path) -> Stock:
    everyone, seen = read_faces(folder), seen_in(folder)
    doubles, rejected = duplicates_in(folder), Review(folder).rejected
    left_out = collections.Counter(
        "nearly the same as another" if face.id in doubles else "rejected in review"
        for face in everyone
        if face.id in doubles or face.id in rejected
    )
    faces = [face for face in everyone if face.id not in doubles and face.id not in rejected]
    if not seen:
        return Stock(faces, None, None, left_out)
    left_out["not tagged"] = sum(face.id not in seen for face in faces)
    faces = [face for face in faces if face.id in seen]
    found = [seen[face.id] for face in faces]
    labels = np.array([label_vector(one.labels, LABELS) for one in found]).reshape(-1, len(LABELS))
    features = read_features(folder)
    if features is not None:
        if max((one.feature for one in found), default=-1) >= len(features):
            raise UserError(f"{folder / TAGS_NAME} names features that are gone: tag again.")
        features = features[[one.feature for one in found]]
    return Stock(faces, labels, features, {reason: n for reason, n in left_out.items() if n})


def _training_set(folder: Path) -> Stock:
    must_have_files(folder)
    names, labels = read_labels(folder / CSV_NAME)
    with (folder / CSV_NAME).open(newline="", encoding="utf-8") as file:
        about = [(row.get("year"), row.get("size")) for row in csv.DictReader(file)]
    faces = [
        Face(name, folder / name, _number(size) or 0, _number(year))
        for name, (year, size) in zip(names, about, strict=True)
    ]
    return Stock(faces, labels > 0)


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else None


def stats_html(
    folder: Path,
    on_progress: Callable[[int, int], None] | None = None,
    should_stop: Callable[[], bool] | None = None,
) -> str | None:
    """Returns the page on a folder; None if it was stopped.

    Args:
        folder: Of faces, or a training set.
        on_progress: Called with how many pictures are read, and of how many.
        should_stop: Asked after each picture.

    Raises:
        UserError: It is neither, damaged, or empty.
    """
    stock = open_stock(folder)
    if not stock.faces:
        raise UserError(f"{folder} has no pictures that are left: there is nothing to count.")
    album = _Album(stock.faces)
    for done, _ in enumerate(album.read(), start=1):
        if on_progress is not None:
            on_progress(done, len(stock.faces))
        if should_stop is not None and should_stop() and done < len(stock.faces):
            return None
    parts = [
        _summary(stock, album),
        *_label_part(stock),
        *_year_part(stock, album),
        *_size_part(stock),
        *_map_part(stock, album),
    ]
    return page.page(f"What is in {folder.name}", parts)


class _Album:
    """Small copies of pictures: a few tiles for each year, means, and thumbnails for the map."""

    def __init__(self, faces: Sequence[Face]) -> None:
        self._faces = faces
        self.on_map = _spread(len(faces), MOST_ON_MAP)
        self.thumbs: dict[int, Pixels] = {}
        self.tiles: dict[int | None, list[Pixels]] = {}
        self._sums: dict[int | None, NDArray[np.float64]] = {}
        self._counts: collections.Counter[int | None] = collections.Counter()
        self.unread = 0

    def read(self) -> Any:  # noqa: ANN401
        """Reads the pictures, and yields after each."""
        wanted, shown = set(self.on_map), self._shown()
        for place, face in enumerate(self._faces):
            found = read_picture(face.path)
            if isinstance(found, str):
                self.unread += 1
            else:
                self._add(place, face.year, found, place in wanted, place in shown)
            yield place

    def mean(self, year: int | None) -> Pixels:
        """Returns the average picture of a year."""
        mean: Pixels = (self._sums[year] / self._counts[year]).round().astype(np.uint8)
        return mean

    def years(self) -> list[int | None]:
        """Returns the years of pictures that could be read; None for those without, last."""
        return sorted(self._sums, key=lambda year: math.inf if year is None else year)

    def _shown(self) -> set[int]:
        """Returns which pictures are samples: of each year some, spread over it."""
        by_year: dict[int | None, list[int]] = {}
        for place, face in enumerate(self._faces):
            by_year.setdefault(face.year, []).append(place)
        return {
            places[pick] for places in by_year.values() for pick in _spread(len(places), _SAMPLES)
        }

    def _add(
        self, place: int, year: int | None, picture: Image.Image, mapped: bool, shown: bool
    ) -> None:
        pixels = _reduced(picture, _TILE)
        self._sums[year] = self._sums.get(year, np.zeros(pixels.shape)) + pixels
        self._counts[year] += 1
        if shown:
            self.tiles.setdefault(year, []).append(pixels)
        if mapped:
            self.thumbs[place] = _reduced(picture, _THUMB)


def _reduced(picture: Image.Image, side: int) -> Pixels:
    return np.asarray(picture.resize((side, side), Image.Resampling.BOX))


def _spread(count: int, most: int) -> list[int]:
    """Returns at most so many places of a list, evenly over it."""
    if count <= most:
        return list(range(count))
    return [place * count // most for place in range(most)]


def _summary(stock: Stock, album: _Album) -> str:
    rows: list[tuple[str, str]] = [("Pictures", f"{len(stock.faces):,}")]
    years = [face.year for face in stock.faces if face.year is not None]
    if years:
        rows.append(("Released", f"{min(years)} to {max(years)}"))
    rows += [(f"Not counted: {reason}", f"{n:,}") for reason, n in stock.left_out.items()]
    if album.unread:
        rows.append(("Pictures that can't be read", f"{album.unread:,}"))
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


def _year_part(stock: Stock, album: _Album) -> list[str]:
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


def _year_strip(album: _Album, year: int | None) -> Pixels:
    return contact_sheet([album.mean(year), *album.tiles.get(year, [])], _SAMPLES + 1)


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


def _map_part(stock: Stock, album: _Album) -> list[str]:
    places = [place for place in album.on_map if place in album.thumbs]
    if len(places) < 2:
        return []
    if stock.features is None:
        what = "their pixels, coarsely"
        small = [Image.fromarray(album.thumbs[place]) for place in places]
        features = np.array([_reduced(thumb, _PLAIN).ravel() for thumb in small]) / 255
    else:
        what = "the tagger's features"
        features = np.asarray(stock.features[places], np.float64)
    picture = _map(features, [album.thumbs[place] for place in places])
    caption = f"{len(places):,} pictures, like ones close together by {what} (t-SNE)."
    return ["<h2>Map</h2>", page.figure(picture, caption)]


def _map(features: NDArray[Any], thumbs: Sequence[Pixels]) -> Pixels:
    side = math.ceil(math.sqrt(1.8 * len(thumbs)))
    canvas = np.full((side * _THUMB, side * _THUMB, 3), 255, np.uint8)
    for (row, column), thumb in zip(on_grid(embed(features), side), thumbs, strict=True):
        top, left = row * _THUMB, column * _THUMB
        canvas[top : top + _THUMB, left : left + _THUMB] = thumb
    return canvas
