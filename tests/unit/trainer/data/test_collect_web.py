"""Pictures from the web, from servers that misbehave in every way we could think of."""

import threading

import pytest

from trainer.data.collect import downloader as downloading
from trainer.data.collect.downloader import Downloader
from trainer.data.collect.manners import Manners, Robots, seconds_to_wait
from trainer.data.collect.reasons import LeftOutError, StoppedError

PICTURE = b"\x89PNG and so on"
QUICK = Manners(every_s=0, retries=2, backoff_s=0.001, timeout_s=0.3, whole_s=0.6)


def get(server, path, manners=QUICK, most_bytes=100_000, validators=None, should_stop=None):
    address = path if "://" in path else server.url + path
    stop = should_stop or (lambda: False)
    return Downloader(manners, stop).get(address, most_bytes, validators or {})


def why(server, path, **options):
    with pytest.raises(LeftOutError) as error:
        get(server, path, **options)
    return error.value


class Clock:
    """Time that passes only when somebody sleeps."""

    def __init__(self):
        self.now = 1_000.0

    def monotonic(self):
        return self.now

    def sleep(self, seconds):
        self.now += seconds


@pytest.fixture
def clock(monkeypatch):
    clock = Clock()
    monkeypatch.setattr(downloading, "time", clock)
    return clock


def test_a_picture_comes_as_it_is_with_our_name_told(server):
    server.routes["/a.png"] = (200, {"ETag": '"1"', "Last-Modified": "Mon"}, PICTURE)
    answer = get(server, "/a.png", Manners(every_s=0, contact="me@example.com"))
    assert answer.body == PICTURE
    assert answer.validators == {"etag": '"1"', "last_modified": "Mon"}
    agent = server.asked[0][1]["User-Agent"]
    assert "GirlsMoe" in agent
    assert "me@example.com" in agent


def test_what_has_not_changed_is_not_sent_again(server):
    def unless_known(handler):
        known = handler.headers.get("If-None-Match") == '"1"'
        return (304, {}, b"") if known else (200, {"ETag": '"1"'}, PICTURE)

    server.routes["/a.png"] = unless_known
    first = get(server, "/a.png")
    again = get(server, "/a.png", validators=first.validators)
    assert again.body is None
    assert again.validators == first.validators


def test_a_304_that_was_not_asked_for_is_no_answer(server):
    server.routes["/a.png"] = (304, {}, b"")
    assert "304" in why(server, "/a.png").reason


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_what_is_not_there_is_asked_for_once(server, status):
    server.routes["/a.png"] = (status, {}, b"")
    error = why(server, "/a.png")
    assert str(status) in error.reason
    assert not error.again
    assert len(server.asked) == 1


def sometimes(*answers):
    """Answers with one after the other."""
    rest = list(answers)

    def answer(handler):
        now = rest.pop(0) if len(rest) > 1 else rest[0]
        return now(handler) if callable(now) else now

    return answer


def half(handler):
    """Says it is longer than it is, and hangs up."""
    handler.give(200, {"Content-Length": "1000"}, PICTURE)


def half_chunked(handler):
    handler.protocol_version = "HTTP/1.1"
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    handler.wfile.write(b"5\r\nabcde\r\n99\r\nab")


def nothing(handler):
    handler.close_connection = True


def nonsense(handler):
    handler.wfile.write(b"this is no HTTP\r\n\r\n")


OK = (200, {}, PICTURE)


@pytest.mark.parametrize(
    "failure",
    [(503, {}, b""), (429, {}, b""), (500, {}, b""), half, half_chunked, nothing, nonsense],
)
def test_failures_that_pass_are_tried_again(server, failure):
    server.routes["/a.png"] = sometimes(failure, failure, OK)
    assert get(server, "/a.png").body == PICTURE
    assert len(server.asked) == 3


@pytest.mark.parametrize("failure", [(503, {}, b""), half, nothing])
def test_failures_that_stay_are_left_for_another_day(server, failure):
    server.routes["/a.png"] = failure
    error = why(server, "/a.png")
    assert error.again
    assert "tried 3 times" in error.reason
    assert len(server.asked) == 3


def test_waits_grow(server, clock):
    server.routes["/a.png"] = sometimes((503, {}, b""), (503, {}, b""), (503, {}, b""), OK)
    get(server, "/a.png", Manners(every_s=0, backoff_s=2))
    assert clock.now == pytest.approx(1_000 + 2 + 4 + 8)


def test_a_server_says_how_long_to_wait(server, clock):
    server.routes["/a.png"] = sometimes((429, {"Retry-After": "77"}, b""), OK)
    assert get(server, "/a.png", Manners(every_s=0)).body == PICTURE
    assert clock.now == pytest.approx(1_077)


def test_a_server_that_wants_to_be_left_alone_is(server, clock):
    server.routes["/a.png"] = (429, {"Retry-After": "7200"}, b"")
    server.routes["/b.png"] = OK
    downloader = Downloader(Manners(every_s=0), lambda: False)
    for path in ("/a.png", "/b.png"):
        with pytest.raises(LeftOutError, match="120 minutes") as error:
            downloader.get(server.url + path, 1_000, {})
        assert error.value.again
    assert server.paths == ["/a.png"]
    assert clock.now == 1_000


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        (None, 0),
        ("", 0),
        ("12", 12),
        ("soon", 0),
        ("-3", 0),
        ("²", 0),
        ("Mon, 01 Jan 2001 00:00:00 GMT", 0),
        ("Mon, 01 Jan 2001 00:00:00 -0000", 0),
    ],
)
def test_retry_after_is_read(text, seconds):
    assert seconds_to_wait(text) == seconds


def test_retry_after_may_be_a_date():
    assert seconds_to_wait("Fri, 31 Dec 2999 23:59:59 GMT") > 1e9


def test_a_host_is_asked_once_a_second(server, clock):
    server.routes["/a.png"] = OK
    downloader = Downloader(Manners(), lambda: False)
    for _ in range(4):  # and robots.txt before them
        downloader.get(server.url + "/a.png", 1_000, {})
    assert clock.now == pytest.approx(1_004)


def test_a_crawl_delay_is_obeyed(server, clock):
    robots = b"User-agent: *\nCrawl-delay: 20\n"
    server.routes |= {"/robots.txt": (200, {}, robots), "/a.png": OK}
    downloader = Downloader(Manners(), lambda: False)
    for _ in range(3):
        downloader.get(server.url + "/a.png", 1_000, {})
    assert clock.now == pytest.approx(1_060)


def test_robots_txt_is_asked_for_once_and_obeyed(server):
    robots = "User-agent: *\nDisallow: /secret/\nDisallow: /秘密/\n".encode()
    server.routes |= {"/robots.txt": (200, {}, robots), "/a.png": OK, "/secret/b.png": OK}
    downloader = Downloader(QUICK, lambda: False)
    assert downloader.get(server.url + "/a.png", 1_000, {}).body == PICTURE
    for path in ("/secret/b.png", "/秘密/c.png"):
        with pytest.raises(LeftOutError, match="forbids"):
            downloader.get(server.url + path, 1_000, {})
    assert server.paths == ["/a.png"]
    assert server.robots_asked == 1


def test_robots_txt_may_speak_to_us_by_name():
    robots = Robots("User-agent: girlsmoecollector\nDisallow: /\n\nUser-agent: *\nDisallow:\n")
    assert not robots.allows("http://example.com/a.png")


def test_traps_in_robots_txt_are_passed_over():
    traps = ["Disallow: //[x", "Crawl-delay: ²", "Crawl-delay: " + "9" * 5_000, "\x00: :", ":"]
    robots = Robots("\n".join(["User-agent: *", *traps, "Disallow: /secret", "Crawl-delay: 3"]))
    assert robots.allows("http://example.com/a.png")
    assert not robots.allows("http://example.com/secret/a.png")
    assert not robots.allows("http://a%5B/a.png")
    assert robots.every_s == 3


def test_a_host_that_wants_days_between_requests_is_left_alone(server):
    robots = b"User-agent: *\nCrawl-delay: 86400\n"
    server.routes |= {"/robots.txt": (200, {}, robots), "/a.png": OK}
    assert "every 1440 minutes" in why(server, "/a.png").reason
    assert not server.asked


@pytest.mark.parametrize(("status", "again"), [(403, False), (500, True)])
def test_robots_txt_that_is_kept_from_us_forbids_all(server, status, again):
    server.routes |= {"/robots.txt": (status, {}, b""), "/a.png": OK}
    assert why(server, "/a.png").again is again
    assert not server.asked


def test_redirections_are_followed(server):
    server.routes |= {
        "/a.png": (301, {"Location": "/b.png"}, b""),
        "/b.png": (302, {"Location": f"{server.url}/c.png#there"}, b""),
        "/c.png": OK,
    }
    answer = get(server, "/a.png")
    assert (answer.body, answer.address) == (PICTURE, f"{server.url}/c.png")


def test_redirections_in_a_circle_end(server):
    server.routes |= {
        "/a.png": (302, {"Location": "/b.png"}, b""),
        "/b.png": (307, {"Location": "/a.png"}, b""),
    }
    assert "more than 5 times" in why(server, "/a.png").reason
    assert len(server.asked) == 6


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("file:///etc/passwd", "neither http nor https"),
        ("ftp://127.0.0.1/a", "neither http nor https"),
        ("http://[broken/", "can't be read"),
        ("http://me:secret@127.0.0.1/", "password"),
        ("", "nowhere"),
    ],
)
def test_redirections_to_elsewhere_are_not_followed(server, place, words):
    server.routes["/a.png"] = (302, {"Location": place}, b"")
    error = why(server, "/a.png")
    assert words in error.reason
    assert not error.again


def test_a_redirection_into_what_is_forbidden_is_not_followed(server):
    robots = b"User-agent: *\nDisallow: /secret/"
    server.routes |= {
        "/robots.txt": (200, {}, robots),
        "/a.png": (302, {"Location": "/secret/b.png"}, b""),
    }
    assert "forbids" in why(server, "/a.png").reason
    assert server.paths == ["/a.png"]


@pytest.mark.parametrize(
    "address",
    ["file:///etc/passwd", "FILE:/etc/passwd", "data:,a", "ftp://a/b", "a.png", "http://"],
)
def test_only_the_web_is_asked(address):
    with pytest.raises(LeftOutError, match=r"http|host"):
        Downloader(QUICK, lambda: False).get(address, 1_000, {})


def test_a_body_without_end_is_cut(server):
    sent = 0

    def endless(handler):
        nonlocal sent
        handler.send_response(200)
        handler.end_headers()
        while not server.closing.is_set():
            sent += handler.wfile.write(bytes(10_000))

    server.routes["/a.png"] = endless
    error = why(server, "/a.png", most_bytes=50_000)
    assert "larger than 0.05 MB" in error.reason
    assert not error.again
    assert sent < 50_000_000


def test_a_body_that_says_it_is_too_large_is_not_read(server):
    server.routes["/a.png"] = lambda handler: handler.give(200, {"Content-Length": "10" * 9}, b"")
    assert "larger" in why(server, "/a.png").reason


def dripping(server, start):
    """Sends a byte again and again, never silent for long and never done."""

    def drip(handler):
        handler.wfile.write(start)
        while not server.closing.wait(0.05):
            handler.wfile.write(b"a")
            handler.wfile.flush()

    return drip


@pytest.mark.parametrize("start", [b"HTTP/1.0 200 OK\r\n\r\n", b"HTTP/1.0 200 OK\r\nX: "])
def test_an_answer_that_drips_is_cut(server, start):
    server.routes["/a.png"] = dripping(server, start)
    error = why(server, "/a.png", manners=Manners(every_s=0, retries=0, whole_s=0.5))
    assert "took longer than 0.5 seconds" in error.reason
    assert error.again


def test_silence_is_not_listened_to_for_ever(server):
    server.routes["/a.png"] = lambda _: server.closing.wait() and None
    error = why(server, "/a.png", manners=Manners(every_s=0, retries=0, timeout_s=0.2))
    assert "silent for 0.2 seconds" in error.reason
    assert error.again


def test_whoever_stops_need_not_wait_for_the_silent(server):
    stop = threading.Event()

    def silent(_):
        stop.set()
        server.closing.wait()

    server.routes["/a.png"] = silent
    with pytest.raises(StoppedError):
        get(server, "/a.png", Manners(every_s=0, timeout_s=500), should_stop=stop.is_set)


def test_whoever_stops_need_not_wait_for_a_pause(server):
    stop = threading.Event()

    def busy(_):
        stop.set()
        return 429, {"Retry-After": "200"}, b""

    server.routes["/a.png"] = busy
    with pytest.raises(StoppedError):
        get(server, "/a.png", should_stop=stop.is_set)


def test_a_host_that_is_gone_is_given_up():
    downloader = Downloader(Manners(every_s=0, retries=0, backoff_s=0), lambda: False)
    reasons = []
    for number in range(5):
        with pytest.raises(LeftOutError) as error:
            downloader.get(f"http://127.0.0.1:1/{number}.png", 1_000, {})
        assert error.value.again
        reasons.append(error.value.reason)
    assert all("can't be reached" in text for text in reasons)


def test_a_host_that_fails_again_and_again_is_given_up(server):
    server.routes["/a.png"] = (500, {}, b"")
    downloader = Downloader(QUICK, lambda: False)
    for _ in range(5):
        with pytest.raises(LeftOutError) as error:
            downloader.get(server.url + "/a.png", 1_000, {})
    assert "failed too often" in error.value.reason
    assert error.value.again
    assert len(server.asked) == 9


@pytest.mark.parametrize("said", ["noai", "noindex, noimageai", "girlsmoe: NoAI"])
def test_a_server_may_ask_that_nothing_learns(server, said):
    server.routes["/a.png"] = (200, {"X-Robots-Tag": said}, PICTURE)
    assert "noai" in why(server, "/a.png").reason


def test_what_is_sent_packed_is_not_taken_for_a_picture(server):
    server.routes["/a.png"] = (200, {"Content-Encoding": "gzip"}, PICTURE)
    assert "packed (gzip)" in why(server, "/a.png").reason
