"""A web server on this machine that can be told to misbehave, and pictures to serve."""

import io
import json
import random
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from PIL import Image

from trainer.data.records import NAME


def picture(seed=0, size=(80, 70), kind="PNG", mode="RGB", **options):
    """The bytes of a picture; other ones for another seed."""
    rng = random.Random(seed)
    image = Image.new("RGB", size, tuple(rng.randrange(256) for _ in range(3)))
    image.putpixel((0, 0), (seed % 256, seed // 256 % 256, 7))
    file = io.BytesIO()
    image.convert(mode).save(file, format=kind, **options)
    return file.getvalue()


def rows_of(folder, name=NAME):
    """The rows of a table, the last of each id."""
    lines = (folder / name).read_text(encoding="utf-8").splitlines()
    return {row["id"]: row for row in map(json.loads, lines)}


def kept(folder):
    return [row for row in rows_of(folder).values() if row["status"] == "kept"]


def reason(folder, source):
    row = rows_of(folder)[str(source)]
    assert row["status"] == "skipped"
    return row["reason"]


class Server:
    """Answers by `routes`: path -> (status, headers, body), or what is called with the handler.

    Attributes:
        asked: The path and the headers of each request but those of robots.txt.
    """

    def __init__(self):
        self.routes = {"/robots.txt": (404, {}, b"")}
        self.asked = []
        self.robots_asked = 0
        self.closing = threading.Event()
        self._http = _Http(("127.0.0.1", 0), _handler(self))
        self.host = f"127.0.0.1:{self._http.server_port}"
        self.url = f"http://{self.host}"
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.01,))
        self._thread.start()

    def close(self):
        self.closing.set()
        self._http.shutdown()
        self._thread.join()
        self._http.server_close()

    @property
    def paths(self):
        return [path for path, _ in self.asked]


class _Http(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request, client_address):
        pass  # whoever asked has hung up, as the tests want it


def _handler(server):
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            path = self.path.split("?")[0]
            if path == "/robots.txt":
                server.robots_asked += 1
            else:
                server.asked.append((self.path, self.headers))
            answer = server.routes.get(path, (404, {}, b"nothing here"))
            if callable(answer):
                answer = answer(self)
            if answer is not None:
                self.give(*answer)

        def give(self, status, headers, body):
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    return Handler


@pytest.fixture
def server(monkeypatch):
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.setenv(name, "*")
    server = Server()
    yield server
    server.close()
