"""What `porspec serve` answers to whoever asks: its own pages, under its own names, and nothing else."""

import contextlib
import logging
import re
import socket
import threading
from collections.abc import Iterator

import pytest

from porspec.site.server import HOST, Server, _shown, free_port

PAGE = "<html><body>Home</body></html>"
OWN = "Host: localhost:8000"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of a site that stands beside a file which is nobody's business."""
    root = tmp_path_factory.mktemp("served")
    (root / "secret.html").write_text("secret", "utf-8")
    (root / "site" / "nl").mkdir(parents=True)
    for name in ("index.html", "nl/index.html"):
        (root / "site" / name).write_text(PAGE, "utf-8")
    server = Server(lambda: None, HOST, port := free_port(8700), str(root / "site"))
    server.error_handler = lambda code: f"<html>{code}</html>".encode()
    thread = threading.Thread(target=server.serve, daemon=True)
    thread.start()
    for _ in range(100):
        with contextlib.suppress(OSError), socket.create_connection((HOST, port), timeout=1):
            break
    yield server
    server.shutdown()
    thread.join()


def ask(server: Server, request: str | bytes, *headers: str) -> tuple[str, str]:
    """What the server answers: status line and headers, and the body."""
    data = request.encode() if isinstance(request, str) else request
    with socket.create_connection((HOST, server.server_port), timeout=10) as connection:
        connection.sendall(b"\r\n".join([data, *(each.encode() for each in headers), b"", b""]))
        answer = b"".join(iter(lambda: connection.recv(65536), b""))
    head, _, body = answer.decode("utf-8").partition("\r\n\r\n")
    return head, body


HOSTS = ("localhost", "localhost:8000", "LOCALHOST:9", "127.0.0.1:8000", "127.0.0.1", "[::1]:80")


@pytest.mark.parametrize("host", HOSTS)
def test_a_page_is_served_under_the_servers_own_names(host: str, server: Server) -> None:
    head, body = ask(server, "GET / HTTP/1.1", f"Host: {host}")
    assert (head.split("\r\n")[0], body) == ("HTTP/1.0 200 OK", PAGE)


STRANGE = ("evil.example", "localhost.evil.example", "127.0.0.1.evil.example:8000", "169.254.0.1", "evil/localhost")


@pytest.mark.parametrize(
    "headers", [(), *((f"Host: {each}",) for each in (*STRANGE, "", "localhost@evil.example", "localhost:8000:x"))]
)
def test_no_other_site_reads_it_under_another_name(headers: tuple[str, ...], server: Server) -> None:
    for path in ("/", "/nope", "/livereload/0/1"):
        head, body = ask(server, f"GET {path} HTTP/1.1", *headers)
        assert (head.split("\r\n")[0], body) == ("HTTP/1.0 421 Misdirected Request", f"This server is {server.url}")


@pytest.mark.parametrize(
    "path", ["/../secret.html", "/%2e%2e/secret.html", "/..%2fsecret.html", "/nl/../../secret.html"]
)
@pytest.mark.parametrize("prefix", ["", "/", "http://localhost", "/nl/..", "/./"])
def test_no_path_leads_out_of_the_site(path: str, prefix: str, server: Server) -> None:
    head, body = ask(server, f"GET {prefix}{path} HTTP/1.1", OWN)
    assert (head.split("\r\n")[0], body) == ("HTTP/1.0 404 Not Found", "<html>404</html>")


def test_who_tells_that_something_is_missing_knows_what_was_asked_for(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "error_handler", lambda code: f"{code} {server.asked.path}".encode())
    assert ask(server, "GET /nl/nope/ HTTP/1.1", OWN)[1] == "404 /nl/nope/"


@pytest.mark.parametrize(
    "path",
    [
        "/%00",
        "/nl/%00.html",
        "/a%00/../x",
        "/%ff%fe%80x",
        "/%ed%a0%80x",
        "/\\..\\secret.html",
        f"/{'a' * 300}",
        "/a" * 900,
    ],
)
def test_what_can_be_no_page_is_missing(path: str, server: Server, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        head, _ = ask(server, f"GET {path} HTTP/1.1", OWN)
    assert head.split("\r\n")[0] == "HTTP/1.0 404 Not Found"
    assert [each for each in caplog.records if each.exc_info] == []


@pytest.mark.parametrize("referer", ["http://[", "//a]", "http://a\uff0fb", "\0", "x" * 3000, "http://localhost/%ff"])
def test_who_waits_for_an_edit_may_come_from_anywhere(
    referer: str, server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        head, _ = ask(server, "GET /livereload/0/1 HTTP/1.1", OWN, f"Referer: {referer}")
    assert head.split("\r\n")[0] == "HTTP/1.0 200 OK"
    assert [each for each in caplog.records if each.exc_info] == []


@pytest.mark.parametrize(
    ("request_line", "status"),
    [
        (f"GET /{'a' * 5000} HTTP/1.1", "HTTP/1.0 414 URI Too Long"),
        (f"GET /livereload/{'9' * 5000}/1 HTTP/1.1", "HTTP/1.0 414 URI Too Long"),
        (f"GET /{'a' * 70000} HTTP/1.1", "HTTP/1.0 414 Request-URI Too Long"),
        ("POST / HTTP/1.1", "HTTP/1.0 405 Method Not Allowed"),
        ("TRACE / HTTP/1.1", "HTTP/1.0 405 Method Not Allowed"),
        ("OPTIONS * HTTP/1.1", "HTTP/1.0 405 Method Not Allowed"),
        ("\x16\x03\x01 / HTTP/1.1", "HTTP/1.0 405 Method Not Allowed"),
    ],
)
def test_what_is_no_question_for_a_page_is_refused(
    request_line: str, status: str, server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        head, body = ask(server, request_line, OWN)
    assert head.split("\r\n")[0] == status
    assert PAGE not in body
    assert [each for each in caplog.records if each.exc_info] == []


def test_nobody_who_asks_writes_to_the_terminal_as_they_like() -> None:
    record = logging.makeLogRecord({"msg": "GET %s", "args": ("/\x1b[2J\r\u202e" + "a" * 400,)})
    assert _shown(record)
    assert record.getMessage() == "GET /?[2J??" + "a" * 289


@pytest.mark.parametrize(("path", "status", "length"), [("/", "200 OK", len(PAGE)), ("/nope", "404 Not Found", None)])
def test_who_asks_for_the_head_of_a_page_gets_no_body(
    path: str, status: str, length: int | None, server: Server
) -> None:
    head, body = ask(server, f"HEAD {path} HTTP/1.1", OWN)
    assert (head.split("\r\n")[0], body) == (f"HTTP/1.0 {status}", "")
    found = re.search(r"Content-Length: (\d+)", head)
    assert length is None or (found and int(found[1]) == length)
