"""The command from its options to its folder: what it keeps, goes on with, and refuses."""

import json
import os
import signal
import subprocess
import sys

import pytest

from tests.unit.trainer.data.conftest import kept, picture, reason, rows_of
from tests.unit.trainer.data.programs import STOPS, start_python, stopped
from trainer.cli import main
from trainer.data.collect import collection
from trainer.data.records import Records
from trainer.events import Finished, Progress, from_line

QUICK = ("--every", "0", "--retries", "1", "--backoff", "0.001", "--timeout", "2")


def args_of(out, *args):
    return ["collect", "--out", str(out), "--events", "json", *QUICK, *map(str, args)]


def collect(out, *args):
    return main(args_of(out, *args))


@pytest.fixture
def out(tmp_path):
    return tmp_path / "out"


@pytest.fixture
def folder(tmp_path):
    """A folder of three pictures."""
    folder = tmp_path / "source"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.png").write_bytes(picture(number))
    return folder


def serve_pictures(server, count):
    for number in range(count):
        headers = {"ETag": f'"{number}"'}
        server.routes[f"/{number}.png"] = answer_unless_known(200, headers, picture(number))
    return [f"{server.url}/{number}.png" for number in range(count)]


def answer_unless_known(status, headers, body):
    def answer(handler):
        known = handler.headers.get("If-None-Match") == headers["ETag"]
        return (304, {}, b"") if known else (status, headers, body)

    return answer


def write_list(path, addresses):
    path.write_text("\n".join(addresses), encoding="utf-8")
    return path


def test_a_list_of_addresses_is_fetched_once(server, out, tmp_path, capsys):
    addresses = [*serve_pictures(server, 3), f"{server.url}/gone.png", "ftp://a/b.png"]
    urls = write_list(tmp_path / "urls.txt", addresses)
    assert collect(out, "--urls", urls) == 0
    lines = [from_line(line) for line in capsys.readouterr().out.splitlines()]
    assert [e.done for e in lines if isinstance(e, Progress)] == [1, 2, 3, 4, 5]
    assert isinstance(lines[-1], Finished)
    assert "holds 3 pictures, 3 of them new. 2 were left out" in lines[-1].message
    assert {row["source"] for row in kept(out)} == set(addresses[:3])
    assert {row["etag"] for row in kept(out)} == {'"0"', '"1"', '"2"'}
    assert "404" in reason(out, addresses[3])
    assert "neither http nor https" in reason(out, addresses[4])
    server.asked.clear()
    assert collect(out, "--urls", urls) == 0
    assert not server.asked
    assert "0 of them new" in capsys.readouterr().out


def test_refresh_fetches_what_has_changed(server, out, tmp_path, capsys):
    addresses = serve_pictures(server, 3)
    urls = write_list(tmp_path / "urls.txt", addresses)
    assert collect(out, "--urls", urls) == 0
    old = {row["source"]: row for row in kept(out)}
    server.routes["/1.png"] = (200, {"ETag": '"new"'}, picture(100))
    server.routes["/2.png"] = (200, {"ETag": '"same bytes"'}, picture(2))
    capsys.readouterr()
    assert collect(out, "--urls", urls, "--refresh") == 0
    assert "holds 4 pictures, 1 of them new" in capsys.readouterr().out
    rows = {row["id"]: row for row in kept(out)}
    changed = rows[old[addresses[1]]["id"]]
    assert rows[changed["replaced_by"]]["etag"] == '"new"'
    assert rows[old[addresses[2]]["id"]]["etag"] == '"same bytes"'
    assert rows[old[addresses[0]]["id"]] == old[addresses[0]]
    server.routes["/1.png"] = (200, {"ETag": '"old again"'}, picture(1))
    assert collect(out, "--urls", urls, "--refresh") == 0
    rows = {row["id"]: row for row in kept(out)}
    assert "replaced_by" not in rows[changed["id"]]
    assert len(rows) == 4


def test_what_failed_for_a_time_is_tried_by_the_next_run(server, out, tmp_path):
    (address,) = serve_pictures(server, 1)
    sound, server.routes["/0.png"] = server.routes["/0.png"], (503, {}, b"")
    urls = write_list(tmp_path / "urls.txt", [address])
    for _ in range(2):
        assert collect(out, "--urls", urls) == 0
        assert "503" in reason(out, address)
    assert len((out / "records.jsonl").read_text().splitlines()) == 1
    server.routes["/0.png"] = sound
    assert collect(out, "--urls", urls) == 0
    assert kept(out)[0]["source"] == address
    assert "later try" in reason(out, address)
    server.asked.clear()
    assert collect(out, "--urls", urls) == 0
    assert not server.asked


def test_the_same_bytes_are_kept_once(server, out, tmp_path, folder):
    server.routes["/a.png"] = (200, {}, picture(1))
    urls = write_list(tmp_path / "urls.txt", [f"{server.url}/a.png"])
    for _ in range(2):
        assert collect(out, "--folder", folder, "--urls", urls) == 0
    assert len(kept(out)) == 3
    double = rows_of(out)[f"{server.url}/a.png"]
    assert rows_of(out)[double["same_as"]]["source"] == str(folder / "1.png")
    assert len(server.asked) == 1


def test_a_picture_that_was_lost_is_fetched_again(server, out, tmp_path):
    urls = write_list(tmp_path / "urls.txt", serve_pictures(server, 2))
    assert collect(out, "--urls", urls) == 0
    lost = out / kept(out)[1]["file"]
    lost.unlink()
    assert collect(out, "--urls", urls) == 0
    assert lost.is_file()
    assert len(server.asked) == 3


PAGE = '<div id="c"><img src="/0.png"><img src="/1.png"></div><img src="/2.png">'


def test_pages_of_the_papers_query_are_gone_through(server, out, tmp_path, capsys):
    serve_pictures(server, 3)
    page = answer_unless_known(200, {"ETag": '"p"', "Content-Type": "text/html"}, PAGE.encode())
    server.routes["/soft"] = page
    pages = tmp_path / "games.csv"
    pages.write_text(
        "id,gamename,sellday,links\n"
        f"1,少女の本,2008-02-29,{server.host}/soft?id=1\n"
        f"2,なし,2009-01-01,{server.host}/gone\n"
        f"3,いや,2009-01-01,{server.url}/soft?id=3\n",
        encoding="utf-8",
    )
    args = ("--pages", pages, "--select", "#c img", "--license", "by kind leave")
    assert collect(out, *args) == 0
    said = capsys.readouterr().out
    assert "holds 2 pictures" in said
    assert "1 pages can't be read" in said
    row = kept(out)[0]
    assert row["source"] == f"{server.url}/0.png"
    assert row["page"] == f"{server.url}/soft?id=1"
    assert (row["title"], row["year"]) == ("少女の本", 2008)
    assert row["license"] == "by kind leave"
    assert "404" in rows_of(out, "pages.jsonl")[f"{server.url}/gone"]["reason"]
    server.asked.clear()
    assert collect(out, *args) == 0
    assert not server.asked
    assert collect(out, *args, "--refresh") == 0
    assert server.paths == ["/soft?id=1", "/0.png", "/1.png", "/gone", "/soft?id=3"]
    assert "0 of them new" in capsys.readouterr().out


def test_a_rule_that_finds_nothing_is_told(server, out, tmp_path, capsys):
    server.routes["/soft"] = (200, {}, PAGE.encode())
    pages = write_list(tmp_path / "p.csv", ["url", f"{server.url}/soft"])
    assert collect(out, "--pages", pages, "--select", ".none") == 0
    assert "On 1 pages --select and --match found nothing" in capsys.readouterr().out


def test_a_folder_begun_with_other_sources_is_refused(out, folder, tmp_path, capsys):
    assert collect(out, "--folder", folder) == 0
    before = (out / "collect.json").read_bytes()
    assert collect(out, "--folder", tmp_path, "--license", "mine") == 2
    assert "--folder was" in capsys.readouterr().err
    assert (out / "collect.json").read_bytes() == before
    assert collect(out, "--folder", folder, "--min-px", "10") == 0
    notes = json.loads((out / "collect.json").read_text())
    assert notes["options"]["least_px"] == 10


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"sources": 3}'])
def test_damaged_notes_are_told(out, folder, capsys, text):
    assert collect(out, "--folder", folder) == 0
    (out / "collect.json").write_text(text)
    assert collect(out, "--folder", folder) == 2
    assert "damaged" in capsys.readouterr().err


def test_a_folder_of_something_else_is_left_alone(folder, capsys):
    assert collect(folder, "--folder", folder) == 2
    assert "no collection" in capsys.readouterr().err
    assert len(list(folder.iterdir())) == 3


@pytest.mark.parametrize(
    ("args", "words"),
    [
        ([], "nothing to collect from"),
        (["--folder", "no-such"], "no folder"),
        (["--zip", "no-such"], "no file"),
        (["--folder", "{}", "--max-mb", "nan"], "--max-mb"),
        (["--folder", "{}", "--min-px", "0"], "--min-px"),
        (["--folder", "{}", "--max-px", "3"], "--max-px"),
        (["--folder", "{}", "--every", "-1"], "--every"),
        (["--folder", "{}", "--every", "nan"], "--every"),
        (["--folder", "{}", "--timeout", "0"], "--timeout"),
        (["--folder", "{}", "--retries", "-1"], "--retries"),
        (["--folder", "{}", "--contact", "a\nX-Y: z"], "--contact"),
        (["--folder", "{}", "--select", "a>b"], "--select"),
        (["--folder", "{}", "--match", "["], "--match"),
        (["--folder", "{}", "--max-minutes", "0"], "--max-minutes"),
    ],
)
def test_mistakes_are_told_before_anything_is_written(out, folder, capsys, args, words):
    assert collect(out, *(arg.format(folder) for arg in args)) == 2
    assert words in capsys.readouterr().err
    assert not out.exists()


def test_sources_without_a_picture_are_told(out, tmp_path, capsys):
    (tmp_path / "empty").mkdir()
    assert collect(out, "--folder", tmp_path / "empty") == 2
    assert "no pictures" in capsys.readouterr().err
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "a.png").write_bytes(picture())
    assert collect(out, "--folder", tmp_path / "full") == 0


def test_a_folder_that_cannot_be_written_is_told(out, folder, capsys, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(collection, "write_bytes", refuse)
    assert collect(out, "--folder", folder) == 2
    assert "Permission denied" in capsys.readouterr().err
    file = folder / "0.png"
    assert collect(file, "--folder", folder) == 2
    assert "0.png" in capsys.readouterr().err


def test_a_full_disk_loses_nothing(out, folder, capsys, monkeypatch):
    write, count = collection.write_bytes, 0

    def fill(path, data):
        nonlocal count
        count += 1
        if count == 3:
            raise OSError(28, "No space left on device", str(path))
        write(path, data)

    monkeypatch.setattr(collection, "write_bytes", fill)
    assert collect(out, "--folder", folder) == 2
    assert "No space left" in capsys.readouterr().err
    assert len(kept(out)) == 1
    monkeypatch.undo()
    assert collect(out, "--folder", folder) == 0
    assert len(kept(out)) == 3


def start(args):
    """Starts the program as another program would."""
    return start_python("-m", "trainer.cli", *args)


@pytest.mark.parametrize("how", STOPS)
def test_it_stops_in_good_order_and_goes_on(server, out, tmp_path, how):
    addresses = serve_pictures(server, 3)
    slow, server.routes["/1.png"] = (
        server.routes["/1.png"],
        lambda _: server.closing.wait() and None,
    )
    urls = write_list(tmp_path / "urls.txt", addresses)
    with start([*args_of(out, "--urls", urls, "--control", "stdin"), "--timeout", "60"]) as process:
        assert isinstance(from_line(process.stdout.readline()), Progress)
        last = stopped(process, how)
    assert "goes on" in last.message
    assert len(kept(out)) == 1
    server.routes["/1.png"] = slow
    assert collect(out, "--urls", urls) == 0
    assert len(kept(out)) == 3
    assert server.paths.count("/0.png") == 1


def test_killed_in_the_middle_of_a_picture_it_goes_on(server, out, tmp_path):
    addresses = serve_pictures(server, 3)

    def half(handler):
        handler.send_response(200)
        handler.send_header("Content-Length", "100000")
        handler.end_headers()
        handler.wfile.write(picture(1))
        server.closing.wait()

    sound, server.routes["/1.png"] = server.routes["/1.png"], half
    urls = write_list(tmp_path / "urls.txt", addresses)
    with start(args_of(out, "--urls", urls)) as process:
        assert isinstance(from_line(process.stdout.readline()), Progress)
        process.kill()
        assert process.wait(30) == -signal.SIGKILL
    with (out / "records.jsonl").open("ab") as file:  # and another one, killed in its table
        file.write(b'{"id": "half a')
    for part in ("pictures/a.png.b.part", "collect.json.c.part"):
        (out / part).write_bytes(b"half")
    server.routes["/1.png"] = sound
    assert collect(out, "--urls", urls) == 0
    assert {row["source"] for row in kept(out)} == set(addresses)
    for row in kept(out):
        assert (out / row["file"]).stat().st_size == row["bytes"]
    assert len(list((out / "pictures").iterdir())) == 3
    assert server.paths.count("/0.png") == 1
    assert not list(out.rglob("*.part"))


def test_killed_before_anything_was_written_it_begins(out, folder):
    out.mkdir()
    (out / "collect.json.c.part").write_bytes(b"half")
    assert collect(out, "--folder", folder) == 0
    assert not list(out.rglob("*.part"))


def test_killed_at_any_write_it_goes_on(out, folder, monkeypatch):
    """Wherever a kill comes, before or after each thing that is written, nothing is lost."""

    class KilledError(BaseException):
        pass

    def dying(write, before):
        def wrapped(*args):
            nonlocal left
            left -= 1
            if left == 0 and before:
                raise KilledError
            result = write(*args)
            if left == 0:
                raise KilledError
            return result

        return wrapped

    for at in range(1, 8):
        for before in (True, False):
            place, left = out.with_name(f"{at}{before}"), at
            with monkeypatch.context() as patch:
                patch.setattr(collection, "write_bytes", dying(collection.write_bytes, before))
                patch.setattr(Records, "write", dying(Records.write, before))
                with pytest.raises(KilledError):
                    collect(place, "--folder", folder)
            assert collect(place, "--folder", folder) == 0
            assert len(kept(place)) == 3
            assert len(list((place / "pictures").iterdir())) == 3


def test_help_says_whose_the_rights_are(capsys):
    with pytest.raises(SystemExit):
        main(["collect", "--help"])
    assert "right to use" in capsys.readouterr().out


def test_it_loads_no_torch():
    code = (
        "import sys; from trainer.cli import main; import trainer.data.collect.gathering; "
        "import trainer.commands.collect; sys.exit('torch' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], env=os.environ).returncode == 0
