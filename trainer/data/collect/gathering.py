"""Goes through all sources, one picture after the other."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from girlsmoe_desktop.core.errors import UserError
from trainer.data.collect import folders, links
from trainer.data.collect.archives import open_archive
from trainer.data.collect.collection import now
from trainer.data.collect.lists import read_addresses, read_pages
from trainer.data.collect.pictures import look
from trainer.data.collect.reasons import LeftOutError, StoppedError
from trainer.data.collect.rules import Rule
from trainer.data.records import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from trainer.data.collect.collection import Collection
    from trainer.data.collect.downloader import Downloader
    from trainer.data.collect.lists import Page
    from trainer.data.collect.pictures import Limits

_MOST_BYTES_OF_A_PAGE = 5_000_000


@dataclass(frozen=True)
class Sources:
    """What is collected from.

    Attributes:
        folders: Of pictures, with all folders below them.
        zips: Archives of pictures.
        urls: Text files of addresses of pictures.
        pages: Tables of pages with pictures.
        rule: Which pictures of a page.
        license: Noted with every picture; empty where it was not given.
    """

    folders: tuple[Path, ...] = ()
    zips: tuple[Path, ...] = ()
    urls: tuple[Path, ...] = ()
    pages: tuple[Path, ...] = ()
    rule: Rule = field(default_factory=Rule)
    license: str = ""

    def check(self) -> None:
        """Raises UserError where there are none, or one can't be one."""
        if not (self.folders or self.zips or self.urls or self.pages):
            raise UserError(
                "There is nothing to collect from: give --folder, --zip, --urls or --pages."
            )
        for folder in self.folders:
            if not folder.is_dir():
                raise UserError(f"--folder {folder} is no folder: give one of pictures.")
        for path in (*self.zips, *self.urls, *self.pages):
            if not path.is_file():
                raise UserError(f"{path} is no file: give the name of one that is there.")
        self.rule.check()

    @property
    def noted(self) -> dict[str, Any]:
        """What a folder of pictures remembers of them."""
        lists = {"folder": self.folders, "zip": self.zips, "urls": self.urls, "pages": self.pages}
        paths = {key: [plain(str(path)) for path in value] for key, value in lists.items()}
        rule = {"select": self.rule.select, "match": self.rule.match}
        return {**paths, **rule, "license": self.license}


class Gathering:
    """One run through all sources.

    Args:
        out: The folder that the collection is in.
        downloader: Is not asked for anything where no source is on the web.
        refresh: Whether to look again at what is known already.
        should_stop: Is asked between pictures.

    Attributes:
        count: How many sources there are; a page with its pictures is one.
        pages_left_out: Pages that could not be read.
        pages_without: Pages on which the rule takes nothing.
    """

    def __init__(
        self,
        sources: Sources,
        out: Path,
        collection: Collection,
        downloader: Downloader,
        limits: Limits,
        *,
        refresh: bool,
        should_stop: Callable[[], bool],
    ) -> None:
        """Looks up what there is.

        Raises:
            UserError: A list can't be read, or there is nothing.
        """
        self.pages_left_out = self.pages_without = 0
        self._collection = collection
        self._downloader = downloader
        self._limits = limits
        self._refresh = refresh
        self._should_stop = should_stop
        self._seen: set[str] = set()  # in this run
        self._known = {"license": sources.license} if sources.license else {}
        self._rule = sources.rule
        self._zips = sources.zips
        self._files = [
            path
            for folder in sources.folders
            for path in folders.find_pictures(folder, out, self._leave_out)
        ]
        self._addresses = [a for path in sources.urls for a in read_addresses(path)]
        self._pages = [page for path in sources.pages for page in read_pages(path)]
        counts = (len(self._files), len(self._addresses), len(self._pages))
        self.count = sum(counts) + sum(map(_count_members, self._zips))
        if not self.count:
            raise UserError(
                "The sources hold no pictures: give others. Of folders and archives, names that "
                f"end in {', '.join(sorted(folders.ENDINGS))} are looked at."
            )

    def steps(self) -> Iterator[None]:
        """Takes all there is to take, and yields after each source; ends early if asked to.

        Raises:
            OSError: The collection can't be written.
        """
        try:
            for path in self._files:
                self._take(plain(str(path)), partial(folders.read_picture, path, self._limits))
                yield
            for archive in self._zips:
                yield from self._take_archive(archive)
            for address in self._addresses:
                self._take_address(address, self._known)
                yield
            for page in self._pages:
                self._take_page(page)
                yield
        except StoppedError:
            return

    def _leave_out(self, source: str, why: LeftOutError) -> None:
        self._collection.leave_out(source, why, self._known)

    def _is_done(self, source: str) -> bool:
        """Returns whether a source need not be looked at, and notes that it was."""
        if source in self._seen:
            return True
        self._seen.add(source)
        return not self._refresh and self._collection.row_of(source) is not None

    def _take(self, source: str, read: Callable[[], bytes]) -> None:
        """Takes a picture that lies on this machine."""
        if self._should_stop():
            raise StoppedError
        if self._is_done(source):
            return
        try:
            data = read()
            seen = look(data, self._limits)
        except LeftOutError as why:
            self._leave_out(source, why)
        else:
            self._collection.keep(source, data, seen, self._known)

    def _take_archive(self, path: Path) -> Iterator[None]:
        source = plain(str(path))
        try:
            with open_archive(path) as archive:
                for name, info in archive.members():
                    read = partial(archive.read, info, self._limits)
                    self._take(f"{source}!/{plain(name)}", read)
                    yield
        except LeftOutError as why:
            self._leave_out(source, why)
            yield

    def _take_address(self, address: str, known: Mapping[str, Any]) -> None:
        """Takes a picture on the web."""
        if self._should_stop():
            raise StoppedError
        source = plain(address)
        if self._is_done(source):
            return
        before = self._collection.row_of(source) or {}
        try:
            answer = self._downloader.get(address, self._limits.most_bytes, before)
            if answer.body is None:
                return
            seen = look(answer.body, self._limits)
        except LeftOutError as why:
            self._collection.leave_out(source, why, known)
            return
        led = {"led_to": answer.address} if answer.address != address else {}
        values = {**known, **led, **answer.validators}
        self._collection.keep(source, answer.body, seen, values)

    def _take_page(self, page: Page) -> None:
        known = {**page.known, **self._known}
        for address in self._pictures_of(page):
            self._take_address(address, known)

    def _pictures_of(self, page: Page) -> list[str]:
        """Returns the addresses of a page's pictures, from before if they are known."""
        if self._should_stop():
            raise StoppedError
        table, id_ = self._collection.pages, plain(page.address)
        before = table.rows.get(id_, {"again": True})
        if not self._refresh and not before.get("again"):
            return list(before.get("pictures", ()))
        try:
            found = self._read_page(page, before)
        except LeftOutError as why:
            if before.get("reason") != why.reason:
                table.skip(id_, why.reason, {"fetched": now(), "again": why.again})
            self.pages_left_out += 1
            return []
        self.pages_without += not found["pictures"]
        table.keep(id_, {**found, "fetched": now()})
        return list(found["pictures"])

    def _read_page(self, page: Page, before: Mapping[str, Any]) -> dict[str, Any]:
        answer = self._downloader.get(page.address, _MOST_BYTES_OF_A_PAGE, before)
        if answer.body is None:
            pictures = before["pictures"]
        else:
            pictures = links.find_pictures(answer.body, answer.address, answer.charset, self._rule)
        return {"pictures": pictures, **answer.validators}


def _count_members(path: Path) -> int:
    try:
        with open_archive(path) as archive:
            return sum(1 for _ in archive.members())
    except LeftOutError:
        return 1  # is told in the table
