"""girlsmoe-train collect: gathers pictures to train on, and notes where each one is from.

Portraits that `draw` made need none of this. It is for people who have pictures, or addresses of
some, that they may use: **the rights to pictures are the user's to have**, for what they collect
and for what they do with it; nothing here gives or checks them.

The paper took its pictures from the pages of a shop, which a query on ErogameScape's public form
listed (section 8.1): from the table `gamelist` the game's number `id`, its name `gamename`, the day
it was sold, `sellday`, and the page's address, `'www.getchu.com/soft.phtml?id=' || comike`, as
`links`, of all games whose `comike` is known, in the order of their days. Its answer, saved as CSV,
is what --pages reads as it stands: `links` is the page (`http://` is put before it), `gamename` the
title, and the year comes from `sellday`; other tables are read by the names in `lists._COLUMNS`.
The paper trains on games from after 2005: ask for no older ones by `g.sellday >= '2006-01-01'`.

The folder holds `pictures/` (files as they came, named by their sha256), `records.jsonl` (a line a
picture or a source left out, with the reason), `pages.jsonl` (what each page showed) and
`collect.json` (what it was begun with). The same command goes on where it was stopped. Standard
library only at import, as in `trainer.cli`.
"""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from girlsmoe_desktop.core.errors import UserError
from trainer import events
from trainer.commands.common import add_reporting, at_least, need, stop_request

if TYPE_CHECKING:
    import argparse

    from trainer.console import Console
    from trainer.data.collect.collection import Collection
    from trainer.data.collect.gathering import Gathering, Sources
    from trainer.data.collect.manners import Manners
    from trainer.data.collect.pictures import Limits

    _Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # argparse has no public name

_MEGABYTE = 1_000_000


def add_command(commands: _Commands) -> None:
    """Adds the command to the parser of all commands."""
    collect = commands.add_parser(
        "collect",
        help="gather pictures that you may use, to train on",
        description="Gathers pictures from folders, archives and the web, and notes where each is "
        "from. Collect only what you have the right to use. Stopped, the same command goes on.",
    )
    _add_sources(collect)
    _add_limits(collect)
    _add_manners(collect)
    add_reporting(collect)
    collect.set_defaults(command=_collect)


def _add_sources(collect: argparse.ArgumentParser) -> None:
    every: dict[str, Any] = {"type": Path, "action": "append", "default": []}
    collect.add_argument(
        "--folder", **every, help="of pictures, with all below it; may be repeated"
    )
    collect.add_argument("--zip", **every, metavar="FILE", help="archive of pictures; likewise")
    collect.add_argument(
        "--urls", **every, metavar="FILE", help="text with an address of a picture a line; likewise"
    )
    collect.add_argument(
        "--pages",
        **every,
        metavar="FILE",
        help="CSV of pages to take pictures from: a column links, page or url, and if you like "
        "title or gamename, and sellday, date or year; likewise",
    )
    collect.add_argument(
        "--select",
        default="img",
        metavar="CSS",
        help="which elements of a page name its pictures, such as '#gallery a.big' (default img)",
    )
    collect.add_argument(
        "--match",
        default="",
        metavar="REGEX",
        help="take only pictures of pages in whose address this is found, such as 'chara[0-9]+'",
    )
    collect.add_argument(
        "--license", default="", metavar="TEXT", help="of all these pictures, to note with each"
    )
    collect.add_argument("--out", type=Path, required=True, help="folder to collect into")
    collect.add_argument(
        "--refresh",
        action="store_true",
        help="look at everything again; what has not changed on the web is not fetched again",
    )


def _add_limits(collect: argparse.ArgumentParser) -> None:
    collect.add_argument("--max-mb", type=float, default=30, help="largest file (default 30)")
    collect.add_argument(
        "--min-px", type=int, default=64, help="least of a picture's shorter side (default 64)"
    )
    collect.add_argument(
        "--max-px", type=int, default=16_384, help="most of its longer side (default 16384)"
    )


def _add_manners(collect: argparse.ArgumentParser) -> None:
    collect.add_argument(
        "--every", type=float, default=1, metavar="S", help="seconds between requests to a host (1)"
    )
    collect.add_argument("--retries", type=int, default=4, help="after failures that pass (4)")
    collect.add_argument(
        "--backoff", type=float, default=2, metavar="S", help="seconds to the first retry (2)"
    )
    collect.add_argument(
        "--timeout", type=float, default=30, metavar="S", help="seconds of a server's silence (30)"
    )
    collect.add_argument(
        "--contact", default="", help="your e-mail or web address, to tell to the servers"
    )


def _collect(args: argparse.Namespace, console: Console) -> None:
    """Collects, and tells what came of it."""
    need("PIL")
    from trainer.data.collect.collection import Collection, begin
    from trainer.data.collect.downloader import Downloader
    from trainer.data.collect.gathering import Gathering

    sources, limits, manners = _sources_of(args), _limits_of(args), _manners_of(args)
    out = args.out.resolve()
    with stop_request(args) as request:
        begin(out, sources.noted, {**asdict(limits), **asdict(manners)})
        with Collection(out) as collection:
            downloader = Downloader(manners, request)
            gathering = Gathering(
                *(sources, out, collection, downloader, limits),
                refresh=args.refresh,
                should_stop=request,
            )
            done = _go_through(gathering, console)
            stopped = done < gathering.count and request()
            message = _summary(collection, gathering, args.out, stopped)
            console(events.Finished(len(collection), stopped, message))


def _go_through(gathering: Gathering, console: Console) -> int:
    done = 0
    for _ in gathering.steps():
        done += 1
        console(events.Progress(done, gathering.count, "source"))
    return done


def _summary(collection: Collection, gathering: Gathering, out: Path, stopped: bool) -> str:
    words = [f"{out} holds {len(collection)} pictures, {collection.kept} of them new."]
    if collection.left_out:
        doubles = f", {collection.doubles} of them for being doubles" if collection.doubles else ""
        words.append(f"{collection.left_out} were left out{doubles}: records.jsonl says why.")
    if gathering.pages_left_out:
        words.append(f"{gathering.pages_left_out} pages can't be read: pages.jsonl says why.")
    if gathering.pages_without:
        words.append(f"On {gathering.pages_without} pages --select and --match found nothing.")
    if stopped:
        words.append("The same command goes on with the rest.")
    return " ".join(words)


def _sources_of(args: argparse.Namespace) -> Sources:
    from trainer.data.collect.gathering import Sources
    from trainer.data.collect.rules import Rule

    lists = (args.folder, args.zip, args.urls, args.pages)
    folders, zips, urls, pages = (tuple(path.resolve() for path in paths) for paths in lists)
    sources = Sources(folders, zips, urls, pages, Rule(args.select, args.match), args.license)
    sources.check()
    return sources


def _limits_of(args: argparse.Namespace) -> Limits:
    from trainer.data.collect.pictures import Limits

    at_least(args, min_px=1, max_px=args.min_px)
    if not 0 < args.max_mb <= 1_000:  # nor is NaN
        raise UserError(f"--max-mb is {args.max_mb:g}: choose more than 0, up to 1000.")
    return Limits(int(args.max_mb * _MEGABYTE), args.min_px, args.max_px)


def _manners_of(args: argparse.Namespace) -> Manners:
    from trainer.data.collect.manners import Manners

    at_least(args, retries=0)
    manners = Manners(
        every_s=args.every,
        retries=min(args.retries, 20),
        backoff_s=args.backoff,
        timeout_s=args.timeout,
        contact=args.contact,
    )
    manners.check()
    return manners
