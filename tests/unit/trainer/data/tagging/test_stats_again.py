"""What was read for the page on faces is not read again: after a stop, a kill, or a change."""

import json
import signal

import numpy as np
import pytest
from PIL import Image

from tests.unit.trainer.data.conftest import rows_of
from tests.unit.trainer.data.programs import STOPS, start_python, stopped
from trainer.cli import main
from trainer.data import album
from trainer.data.embedding import STEPS, Embedding
from trainer.data.face_table import read_faces
from trainer.data.review import REJECT, Review
from trainer.data.stats import write_stats
from trainer.data.tag import tag_faces
from trainer.data.taggers import open_tagger
from trainer.events import Progress, from_line

COUNT = 24
YEARS = (2003, 2004, 2005, None)


def about(number):
    """What the table says of a face besides: a year in four, none for every fourth."""
    color = tuple(int(v) for v in np.random.default_rng(number).integers(0, 256, 3))
    year = YEARS[number % len(YEARS)]
    return {"color": color} if year is None else {"color": color, "year": year}


@pytest.fixture
def many(tmp_path, kit):
    return kit.write_faces(tmp_path / "顔", {f"顔 {n}": about(n) for n in range(COUNT)})


@pytest.fixture
def reads(monkeypatch):
    """The names of the pictures that are read, as they are."""
    names, read = [], album.read_picture
    monkeypatch.setattr(album, "read_picture", lambda path: names.append(path.stem) or read(path))
    return names


def written(out):
    """What was written but for what was kept, in which there are times of change."""
    names = (out.name, f"{out.name}.json", f"{out.name}.jsonl")
    return {name.replace(out.stem, "x"): out.with_name(name).read_bytes() for name in names}


def fresh(folder, name="whole"):
    """What is written in one go."""
    out = folder.parent / f"{name}.html"
    assert write_stats(folder, out) is not None
    return written(out)


class After:
    """A wish to stop that comes after it was asked for so many times."""

    def __init__(self, asked):
        self._left = asked

    def __call__(self):
        self._left -= 1
        return self._left <= 0


@pytest.mark.parametrize(
    ("stops", "pictures", "steps"),
    [
        ((1,), 1, 0),
        ((7,), 7, 0),
        ((7, 7, 7), 21, 0),
        ((COUNT,), COUNT, 1),  # it was the last picture
        ((COUNT + 30,), COUNT, 30),
        ((5, COUNT - 5 + 250, 100), COUNT, 350),
    ],
)
def test_stopped_it_goes_on_and_the_page_is_the_same(many, reads, stops, pictures, steps):
    whole = fresh(many)
    reads.clear()
    out = many.parent / "統計.html"
    for stop in stops:
        assert write_stats(many, out, should_stop=After(stop)) is None
        assert not out.exists()
    told = []
    assert write_stats(many, out, lambda *now: told.append(now)) == 0
    assert written(out) == whole
    assert sorted(reads) == sorted(f"顔 {n}" for n in range(COUNT))
    assert told[0] == (pictures, COUNT, "picture")
    assert next(now for now in told if now[2] == "step") == (steps + 1, STEPS, "step")
    assert told[-1] == (STEPS, STEPS, "step")


def test_done_it_has_nothing_to_do_again(many, reads):
    whole = fresh(many)
    reads.clear()
    assert fresh(many) == whole
    assert reads == []


SLOW = """
import sys, time
from trainer.cli import main
from trainer.data import album, stats
album._SAVED_EVERY, stats._STEPS_SAVED, read = 5, 50, album.read_picture
album.read_picture = lambda path: time.sleep(0.02) or read(path)
advance = stats.Embedding.advance
stats.Embedding.advance = lambda one: time.sleep(0.002) or advance(one)
sys.exit(main(["stats", *sys.argv[1:], "--events", "json", "--control", "stdin"]))
"""


def start(folder, out):
    """Starts the program, made slow, as another program would."""
    return start_python("-c", SLOW, folder, "--out", out)


def wait_for(process, done, unit):
    for line in process.stdout:
        event = from_line(line)
        if isinstance(event, Progress) and (event.done, event.unit) == (done, unit):
            return
    raise AssertionError(f"it ended before {done} {unit}s")


@pytest.mark.parametrize(
    ("done", "unit", "left"), [(3, "picture", 24), (12, "picture", 14), (120, "step", 0)]
)
def test_killed_it_goes_on_from_what_was_kept(many, reads, done, unit, left):
    whole, out = fresh(many), many.parent / "killed.html"
    with start(many, out) as process:
        wait_for(process, done, unit)
        process.kill()
        assert process.wait(30) == -signal.SIGKILL
    assert not out.exists()
    reads.clear()
    out.with_name("killed.html.npz.0.part").write_bytes(b"half")  # and another one, killed writing
    told = []
    assert write_stats(many, out, lambda *now: told.append(now)) == 0
    assert written(out) == whole
    assert len(reads) <= left
    assert told[0] == (COUNT - len(reads), COUNT, "picture")
    assert next(now for now in told if now[2] == "step")[0] == (101 if unit == "step" else 1)


@pytest.mark.parametrize("how", STOPS)
def test_it_stops_in_good_order_and_says_how_to_go_on(many, reads, how):
    out = many.parent / "stopped.html"
    with start(many, out) as process:
        wait_for(process, 8, "picture")
        last = stopped(process, how)
    assert (
        f"Stopped after {last.step} of {COUNT} pictures: the same command goes on" in last.message
    )
    assert main(["stats", str(many), "--out", str(out)]) == 0
    assert len(reads) == COUNT - last.step
    assert written(out) == fresh(many)


def of_year(year):
    return {f"顔 {n}" for n in range(COUNT) if YEARS[n % len(YEARS)] == year}


def replace(folder, id_):
    """Puts another picture in the place of one, of the same size in bytes."""
    path = folder / "faces" / f"{id_}.webp"
    size, color = path.stat().st_size, 0
    while not color or path.stat().st_size != size:
        color += 1
        Image.new("RGB", (40, 40), (color, 99, 7)).save(path, lossless=True)


def edit_rows(folder, edit):
    path = folder / "records.jsonl"
    rows = [edit(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows if row), encoding="utf-8")


def move_to_2003(row):
    return {**row, "year": 2003} if row["id"] == "顔 5" else row


def drop(row):
    return None if row["id"] == "顔 6" else row


CHANGES = {
    "a crop replaced": (lambda folder: replace(folder, "顔 4"), of_year(2003)),
    "one rejected": (lambda folder: Review(folder).decide(REJECT, ["顔 7"]), of_year(None)),
    "one that is a double": (
        lambda folder: (folder / "duplicates.jsonl").write_text(
            '{"id": "顔 5", "status": "skipped"}\n', encoding="utf-8"
        ),
        of_year(2004),
    ),
    "another year": (lambda folder: edit_rows(folder, move_to_2003), of_year(2003) | of_year(2004)),
    "one that is gone from the table": (lambda folder: edit_rows(folder, drop), of_year(2005)),
    "another order": (
        lambda folder: edit_rows(folder, lambda row: {**row, "neighbours": 3}),
        set(),
    ),
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("stop", [None, COUNT - 1])
def test_of_what_changed_only_that_year_is_read_again(many, reads, change, stop):
    out = many.parent / "changing.html"
    write_stats(many, out, should_stop=stop and After(stop))
    reads.clear()
    make, years = CHANGES[change]
    make(many)
    assert write_stats(many, out) == 0
    kept_back = set() if stop is None else {f"顔 {COUNT - 1}"}
    assert set(reads) <= years | kept_back
    assert len(reads) == len(set(reads))
    assert written(out) == fresh(many)


@pytest.fixture
def few_shown(monkeypatch):
    """Fewer pictures are shown than there are."""
    monkeypatch.setattr(album, "SAMPLES", 2)
    monkeypatch.setattr(album, "MOST_ON_MAP", 5)


@pytest.mark.usefixtures("few_shown")
def test_of_more_faces_only_those_are_read_and_what_is_shown_of_others(many, kit, reads):
    out = many.parent / "growing.html"
    write_stats(many, out)
    more = {f"更 {n}": about(n) for n in range(COUNT, COUNT + 9)}
    kit.write_faces(many.parent / "more", more)
    for path in (many.parent / "more" / "faces").iterdir():
        path.replace(many / "faces" / path.name)
    rows = (many.parent / "more" / "records.jsonl").read_text(encoding="utf-8")
    with (many / "records.jsonl").open("a", encoding="utf-8") as file:
        file.write(rows)
    reads.clear()
    assert write_stats(many, out) == 0
    assert set(more) <= set(reads)
    assert len(reads) == len(set(reads)) <= len(more) + 5 + 2 * len(YEARS)
    assert written(out) == fresh(many)


@pytest.mark.usefixtures("few_shown")
def test_no_more_is_kept_than_is_shown_however_many_there_are(tmp_path, kit):
    sizes = []
    for count in (40, 120):
        folder = kit.write_faces(tmp_path / f"{count}", {f"f{n}": about(n) for n in range(count)})
        write_stats(folder, tmp_path / f"{count}.html")
        sizes.append((tmp_path / f"{count}.html.npz").stat().st_size)
    assert sizes[0] == sizes[1]


def test_other_tags_change_the_page_and_no_picture_is_read_again(many, reads, wd):
    out, tagger = many.parent / "tagged.html", open_tagger(wd)
    tag_faces(many, read_faces(many), tagger, 0.25)
    write_stats(many, out)
    before = written(out)
    tag_faces(many, read_faces(many), tagger, 0.75)
    reads.clear()
    assert write_stats(many, out) == 0
    assert reads == []
    assert written(out) == fresh(many, "other") != before


def damage_of(kind, data):
    return {
        "cut": data[: len(data) // 2],
        "empty": b"",
        "no such file": b"<html>404",
        "flipped": data[:-5000] + bytes([data[-5000] ^ 1]) + data[-4999:],
        "in its head": data[:40] + bytes(40) + data[80:],
    }[kind]


@pytest.mark.parametrize("kind", ["cut", "empty", "no such file", "flipped", "in its head"])
def test_what_was_kept_and_is_damaged_is_read_anew(many, reads, kind):
    whole, out = fresh(many), many.parent / "damaged.html"
    write_stats(many, out, should_stop=After(10))
    kept = out.with_name("damaged.html.npz")
    kept.write_bytes(damage_of(kind, kept.read_bytes()))
    reads.clear()
    assert write_stats(many, out) == 0
    assert len(reads) == COUNT
    assert written(out) == whole


def test_what_another_version_kept_is_not_taken_for_its_own(many, reads, monkeypatch):
    out = many.parent / "versions.html"
    write_stats(many, out)
    monkeypatch.setattr("trainer.data.stats._VERSION", 2)
    reads.clear()
    assert write_stats(many, out) == 0
    assert len(reads) == COUNT


def test_the_table_says_of_each_picture_whether_it_was_counted_and_if_not_why(many, capsys):
    bad, gone = (many / "faces" / f"顔 {n}.webp" for n in (1, 2))
    whole = bad.read_bytes()
    bad.write_bytes(b"bad")
    gone.unlink()
    Review(many).decide(REJECT, ["顔 3"])
    out = many.parent / "表.html"
    assert main(["stats", str(many), "--out", str(out)]) == 0
    assert "2 pictures could not be read; " in capsys.readouterr().out
    rows = rows_of(many.parent, "表.html.jsonl")
    assert len(rows) == COUNT
    assert rows["顔 0"] == {"id": "顔 0", "status": "kept", "file": "faces/顔 0.webp"}
    reasons = {id_: row["reason"] for id_, row in rows.items() if row["status"] == "skipped"}
    assert reasons == {
        "顔 1": "can't be read: no picture of a known kind",
        "顔 2": "can't be read: there is no such file",
        "顔 3": "rejected in review",
    }
    record = json.loads((many.parent / "表.html.json").read_text(encoding="utf-8"))
    assert record["settings"]["folder"] == "顔"
    assert set(record["settings"]["contents"]) == {"records.jsonl", "review.json"}
    assert (record["pictures"], record["unread"]) == (COUNT - 1, 2)
    assert record["left_out"] == {"rejected in review": 1}
    assert record["labels"] is None
    bad.write_bytes(whole)
    assert write_stats(many, out) == 1
    assert written(out) == fresh(many)


def test_a_picture_that_could_not_be_read_is_tried_again(many, reads, monkeypatch):
    """What hinders may be gone without the file having changed, as where rights are given."""
    out = many.parent / "again.html"
    with monkeypatch.context() as patch:
        read = album.read_picture
        patch.setattr(
            album, "read_picture", lambda path: "no" if path.stem == "顔 9" else read(path)
        )
        assert write_stats(many, out) == 1
    reads.clear()
    for _ in range(2):  # and once it could be read, not again
        assert write_stats(many, out) == 0
        assert reads == ["顔 9"]
    assert written(out) == fresh(many)


def test_the_record_is_there_from_the_start_and_tells_the_end(many):
    out = many.parent / "record.html"
    write_stats(many, out, should_stop=After(3))
    record = json.loads(out.with_name("record.html.json").read_text(encoding="utf-8"))
    assert set(record) == {"settings"}
    write_stats(many, out)
    record = json.loads(out.with_name("record.html.json").read_text(encoding="utf-8"))
    assert record["pictures"] == COUNT


def test_an_embedding_goes_on_as_if_nothing_had_happened():
    features = np.random.default_rng(0).normal(size=(30, 8))
    whole = Embedding(features)
    while whole.step < STEPS:
        whole.advance()
    parts = Embedding(features)
    for _ in range(3):
        for _ in range(90):
            parts.advance()
        state, parts = (parts.step, parts.state), Embedding(features)
        parts.go_on_from(*state)
    while parts.step < STEPS:
        parts.advance()
    np.testing.assert_array_equal(parts.plane, whole.plane)
    with pytest.raises(ValueError, match="another"):
        Embedding(features[:9]).go_on_from(*state)


def test_each_thing_that_is_counted_has_a_bar(many, capsys):
    assert main(["stats", str(many), "--out", str(many.parent / "bars.html")]) == 0
    bars = capsys.readouterr().err
    assert f"{COUNT}/{COUNT}" in bars
    assert f"{STEPS}/{STEPS}" in bars
    assert "step/s" in bars
