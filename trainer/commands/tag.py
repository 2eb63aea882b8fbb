"""girlsmoe-train tag, review, select, stats, relabel: from faces to a training set.

Standard library only at import, as in `trainer.cli`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from girlsmoe_desktop.core.errors import UserError
from trainer import events
from trainer.commands.common import add_reporting, need, stop_request

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from trainer.console import Console
    from trainer.data.review import Doubt, Review
    from trainer.data.tag import Counts
    from trainer.data.taggers import Tagger

    _Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # argparse has no public name

_FACES = "folder made by detect"
_LISTED, _SHEET_TILE, _SHEET_COLUMNS = 50, 128, 10


def add_commands(commands: _Commands) -> None:
    """Adds the commands to the parser of all commands."""
    _add_tag(commands)
    _add_review(commands)
    _add_select(commands)
    _add_stats(commands)
    _add_relabel(commands)


def _add_tag(commands: _Commands) -> None:
    tag = commands.add_parser("tag", help="see which attributes faces have")
    tag.add_argument("faces", type=Path, help=_FACES)
    _add_tagger(tag)
    add_reporting(tag)
    tag.set_defaults(command=_tag)


def _add_tagger(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--tagger", type=Path, required=True, help="its folder, or its ONNX file with its tags"
    )
    parser.add_argument(
        "--kind",
        choices=("auto", "own", "i2v", "wd"),
        default="auto",
        help="made by train-tagger, Illustration2Vec, or of the WD v3 kind (default: by its files)",
    )
    parser.add_argument(
        "--threshold",
        type=float,
        help="above it a label that is no colour is on (default: 0.25, the paper's; 0.5 for "
        "taggers made by train-tagger)",
    )
    parser.add_argument(
        "--map",
        type=Path,
        metavar="FILE",
        help='JSON of which tags mean a label, as {"hat": ["hat", "beret"]}; the rest as usual',
    )


def _add_review(commands: _Commands) -> None:
    review = commands.add_parser("review", help="look at doubtful faces and reject bad ones")
    review.add_argument("faces", type=Path, help=_FACES)
    deed = review.add_mutually_exclusive_group()
    deed.add_argument(
        "--reject", nargs="+", metavar="ID", help="leave faces out; :3 and :5-9 are numbers listed"
    )
    deed.add_argument(
        "--keep", nargs="+", metavar="ID", help="they are good, list them no more; or :3, :5-9"
    )
    deed.add_argument("--undo", action="store_true", help="take the last --reject or --keep back")
    review.add_argument(
        "--list", type=int, metavar="N", dest="count", help=f"how many to list ({_LISTED})"
    )
    review.add_argument("--sheet", type=Path, help="picture of those listed to write, as PNG")
    review.set_defaults(command=_review)


def _add_select(commands: _Commands) -> None:
    select = commands.add_parser("select", help="make a training set of tagged faces")
    select.add_argument("faces", type=Path, help=_FACES)
    select.add_argument("--out", type=Path, required=True, help="folder to make")
    select.add_argument("--size", type=int, default=128, help="side in pixels (default 128)")
    select.add_argument(
        "--since", type=int, metavar="YEAR", help="only what was released in that year or later"
    )
    select.add_argument(
        "--min-size", type=int, help="least side of a face in pixels (default: that of --size)"
    )
    select.add_argument(
        "--balance",
        type=float,
        nargs="?",
        const=2.0,
        metavar="N",
        help="no hair or eye colour more than N times as often as if all were even (N: 2)",
    )
    select.add_argument(
        "--array",
        action="store_true",
        help="write one array that training maps into memory, in place of a file a picture",
    )
    add_reporting(select)
    select.set_defaults(command=_select)


def _add_stats(commands: _Commands) -> None:
    stats = commands.add_parser("stats", help="count what is in faces or a training set, as a page")
    stats.add_argument("folder", type=Path, help=f"{_FACES}, or a training set")
    stats.add_argument(
        "--out",
        type=Path,
        required=True,
        help="HTML file to write; beside it come files named after it, by which it also goes on",
    )
    add_reporting(stats)
    stats.set_defaults(command=_stats)


def _add_relabel(commands: _Commands) -> None:
    relabel = commands.add_parser(
        "relabel", help="copy a training set with labels as a tagger sees them"
    )
    relabel.add_argument("data", type=Path, help="training set, such as draw makes")
    relabel.add_argument("--out", type=Path, required=True, help="folder to make")
    _add_tagger(relabel)
    add_reporting(relabel)
    relabel.set_defaults(command=_relabel)


def _tag(args: argparse.Namespace, console: Console) -> None:
    """Tags faces."""
    tagger = _open_tagger(args)
    from trainer.data.face_table import read_faces
    from trainer.data.tag import tag_faces

    faces = read_faces(args.faces)

    def on_progress(now: Counts) -> None:
        console(events.Progress(now.done, len(faces), "face"))

    with stop_request(args) as request:
        counts = tag_faces(args.faces, faces, tagger, args.threshold, on_progress, request)
    stopped = counts.done < len(faces)
    message = f"{counts.done} of {len(faces)} faces are tagged by {tagger.name}"
    message += f"; {counts.skipped} could not be read." if counts.skipped else "."
    if tagger.unknown:
        message += f" It knows no tag for {', '.join(tagger.unknown)}."
    if stopped:
        message += " The same command goes on with the rest."
    console(events.Finished(counts.done, stopped, message))


def _open_tagger(args: argparse.Namespace) -> Tagger:
    need("onnxruntime", "PIL")
    from trainer.data.tag_map import check_threshold, read_table
    from trainer.data.taggers import open_tagger

    if args.threshold is not None:
        check_threshold(args.threshold)
    table = None if args.map is None else read_table(args.map)
    return open_tagger(args.tagger, args.kind, table)


def _review(args: argparse.Namespace, console: Console) -> None:
    """Lists doubtful faces, or takes down what was decided of some."""
    need("PIL")
    from trainer.data.review import KEEP, REJECT, Review

    review = Review(args.faces)
    if args.undo:
        step = review.undo()
        done = f"Took back: {step.what} {' '.join(step.ids)}" if step else "Nothing to take back."
    elif args.reject or args.keep:
        what, words = (REJECT, args.reject) if args.reject else (KEEP, args.keep)
        ids = _ids_of(words, args.faces, review)
        review.decide(what, ids)
        done = f"{'Rejected' if what == REJECT else 'Kept'} {len(ids)}: {' '.join(ids)}"
    else:
        done = ""
    lines = [done] if done else []
    if not done or args.count is not None or args.sheet is not None:
        lines += _list_doubtful(args, review)
    console(events.Finished(len(review.rejected), False, "\n".join(lines)))


def _ids_of(words: Sequence[str], folder: Path, review: Review) -> list[str]:
    """Returns the ids that are meant by ids, and by numbers of the last list such as :3 or :5-9."""
    from trainer.data.face_table import read_faces

    known = {face.id for face in read_faces(folder)}
    ids: list[str] = []
    for word in words:
        ids += [word] if word in known else _numbered(word, review)
    return ids


def _numbered(word: str, review: Review) -> Sequence[str]:
    first, _, last = word.removeprefix(":").partition("-")
    last = last or first
    if not word.startswith(":") or not (first.isdecimal() and last.isdecimal()):
        raise UserError(
            f"There is no face {word!r}: give ids, or numbers listed such as :3 or :5-9."
        )
    if not 1 <= int(first) <= int(last) <= len(review.shown):
        raise UserError(f"{word} is not among the {len(review.shown)} that were listed last.")
    return review.shown[int(first) - 1 : int(last)]


def _list_doubtful(args: argparse.Namespace, review: Review) -> list[str]:
    """Returns a line for each of the most doubtful faces, and draws them where that is wished."""
    from trainer.data.review import doubtful

    count = _LISTED if args.count is None else args.count
    if count < 1:
        raise UserError(f"--list is {count}: choose 1 or more.")
    everyone = doubtful(args.faces, review)
    found = everyone[:count]
    review.shown = tuple(one.face.id for one in found)
    note = _note_of_saving(review)
    lines = [
        f":{number:<4} {_doubt_in_words(one)}  {one.face.id}  {one.face.path}"
        for number, one in enumerate(found, start=1)
    ]
    if args.sheet is not None and found:
        _draw_sheet(args.sheet, found)
        lines.append(f"They are drawn in {args.sheet}.")
    rejected, kept = len(review.rejected), len(review.kept)
    return [*lines, *note, f"{len(everyone)} faces are left, {rejected} are rejected, {kept} kept."]


def _note_of_saving(review: Review) -> list[str]:
    """Saves what was listed; returns a line where that can't be, as in a folder to be read only."""
    try:
        review.save()
    except UserError as error:
        return [f"Of these only ids can be told, no numbers: {error}"]
    return []


def _doubt_in_words(one: Doubt) -> str:
    return "  ? " if one.value is None else f"{one.value:.2f}"


def _draw_sheet(path: Path, found: Sequence[Doubt]) -> None:
    """Writes a sheet of faces with their numbers."""
    import numpy as np
    from PIL import Image

    from trainer.data.tag import read_picture
    from trainer.judges.sheets import captioned, save_sheet

    tiles = []
    for number, one in enumerate(found, start=1):
        picture = read_picture(one.face.path)
        if isinstance(picture, str):
            picture = Image.new("RGB", (1, 1), "gray")
        small = picture.resize((_SHEET_TILE, _SHEET_TILE), Image.Resampling.BOX)
        tiles.append(captioned(np.asarray(small), f":{number}  {_doubt_in_words(one)}"))
    save_sheet(path, tiles, min(_SHEET_COLUMNS, len(tiles)))


def _select(args: argparse.Namespace, console: Console) -> None:
    """Makes a training set."""
    need("PIL")
    from trainer.data.select import UNREAD, Wish, choose, in_words, write_selection

    wish = Wish(args.size, args.since, args.min_size, args.balance, args.array)
    selection = choose(args.faces, wish)
    total, done = len(selection.faces), 0

    def on_progress(now: int) -> None:
        nonlocal done
        done = now
        console(events.Progress(now, total, "picture"))

    with stop_request(args) as request:
        left_out = write_selection(selection, args.out, wish, on_progress, request)
    if left_out is None:
        text = f"Stopped after {done} of {total} pictures: the same command goes on."
        console(events.Finished(done, True, text))
        return
    written = total - left_out.get(UNREAD, 0)
    text = f"{written} faces to train on are in {args.out}. Left out: {in_words(left_out)}."
    console(events.Finished(done, False, text))


def _stats(args: argparse.Namespace, console: Console) -> None:
    """Writes the page on a folder."""
    need("PIL")
    from trainer.data.stats import PICTURE, write_stats

    if args.out.is_dir():
        raise UserError(f"{args.out} is a folder: give the name of an HTML file.")
    done, far = 0, ""

    def on_progress(now: int, count: int, unit: str) -> None:
        nonlocal done, far
        done = now if unit == PICTURE else done
        far = f"{now} of {count} {unit}s"
        console(events.Progress(now, count, unit))

    with stop_request(args) as request:
        unread = write_stats(args.folder, args.out, on_progress, request)
    if unread is None:
        console(events.Finished(done, True, f"Stopped after {far}: the same command goes on."))
        return
    text = f"Wrote what is in {args.folder} to {args.out}."
    if unread:
        text += f" {unread} pictures could not be read; {args.out}.jsonl tells why."
    console(events.Finished(done, False, text))


def _relabel(args: argparse.Namespace, console: Console) -> None:
    """Copies a training set with estimated labels."""
    tagger = _open_tagger(args)
    from trainer.data.drawn import count_pictures
    from trainer.data.relabel import relabel

    count, done = count_pictures([args.data]), 0

    def on_progress(now: Counts) -> None:
        nonlocal done
        done = now.done
        console(events.Progress(done, count, "picture"))

    with stop_request(args) as request:
        agreement = relabel(args.data, args.out, tagger, args.threshold, on_progress, request)
    if agreement is None:
        text = f"Stopped after {done} of {count} pictures: the same command goes on."
        console(events.Finished(done, True, text))
        return
    mean = sum(agreement.values()) / len(agreement)
    worst = min(agreement, key=lambda label: agreement[label])
    text = (
        f"{args.out} has the pictures with estimated labels: {mean:.2%} are as they were, worst "
        f"{worst} with {agreement[worst]:.2%}."
    )
    console(events.Finished(count, False, text))
