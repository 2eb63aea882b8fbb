"""Lists of what to fetch: addresses of pictures in a text file, pages in a table."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from girlsmoe_desktop.core.errors import UserError
from trainer.data.collect.addresses import with_scheme

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

# What a column may be called, in lower case. The first of each are what the query in
# `trainer.commands.collect` gives.
_COLUMNS = {
    "address": ("links", "link", "page", "url", "address"),
    "title": ("gamename", "title", "name"),
    "released": ("sellday", "released", "date", "year"),
}
_YEAR = re.compile(r"(?<!\d)(19[7-9]\d|20\d\d)(?!\d)")


@dataclass(frozen=True)
class Page:
    """A page to take pictures from, and what is known of them."""

    address: str
    title: str = ""
    released: str = ""

    @property
    def known(self) -> dict[str, str | int]:
        """What goes into the table with each of its pictures."""
        year = _YEAR.search(self.released)
        return {
            "page": self.address,
            **({"title": self.title} if self.title else {}),
            **({"released": self.released} if self.released else {}),
            **({"year": int(year[0])} if year else {}),
        }


def read_addresses(path: Path) -> list[str]:
    """Returns the addresses in a text file, one a line; lines that begin with # are remarks.

    Raises:
        UserError: The file can't be read.
    """
    lines = (line.strip() for line in _read(path).splitlines())
    return [with_scheme(line) for line in lines if line and not line.startswith("#")]


def read_pages(path: Path) -> list[Page]:
    """Returns the pages of a table, CSV or with tabs.

    Raises:
        UserError: The file can't be read, or no column is known to hold addresses.
    """
    text = _read(path)
    delimiter = "\t" if "\t" in text.partition("\n")[0] else ","
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        columns = _find_columns(rows.fieldnames or [], path)
        pages = [
            Page(**{field: (row[column] or "").strip() for field, column in columns.items()})
            for row in rows
        ]
    except csv.Error as error:
        raise UserError(f"{path} is damaged after line {rows.line_num}: {error}.") from None
    return [
        Page(with_scheme(page.address), page.title, page.released) for page in pages if page.address
    ]


def _find_columns(names: Sequence[str], path: Path) -> Mapping[str, str]:
    """Returns the field -> the column that holds it."""
    by_name = {name.strip().lower(): name for name in names if name}
    found = {
        field: by_name[known]
        for field, choices in _COLUMNS.items()
        for known in choices[::-1]
        if known in by_name
    }
    if "address" not in found:
        choices = ", ".join(_COLUMNS["address"])
        raise UserError(
            f"{path} has no column of pages' addresses. It has: {', '.join(names) or 'none'}; "
            f"give one of them one of these names: {choices}."
        )
    return found


def _read(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UserError(
            f"{path} can't be read ({error.strerror or error}): give the name of a list."
        ) from None
    for encoding in ("utf-8-sig", "cp932"):  # cp932: what Excel in Japan writes
        try:
            return data.decode(encoding)
        except UnicodeError:
            continue
    raise UserError(f"{path} is no text: save it as UTF-8.")
