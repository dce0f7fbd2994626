"""Downloads: whole or not at all, over a line and servers with faults, served from this machine."""

import errno
import hashlib
import io
import shutil
import sys
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
import requests
from urllib3.exceptions import MaxRetryError

from ddimlib.data import downloads, progress
from ddimlib.data.downloads import DownloadError, RemoteFile, fetch

CONTENT = np.random.default_rng(7).bytes(1_500_000)


@pytest.fixture
def remote(server):
    return server.publish("/archive.tgz", CONTENT)


def dropped_after(count):
    """A fault: announce everything, send `count` bytes, close the connection."""

    def fault(handler, content):
        from_here = handler.headers.get("Range")
        start = _start(from_here) if from_here else 0
        handler.send_response(206 if from_here else 200)
        if from_here:
            handler.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
        handler.send_header("Content-Length", str(len(content) - start))
        handler.end_headers()
        handler.wfile.write(content[start : start + count])
        handler.wfile.flush()
        handler.close_connection = True
        return True

    return fault


def status(code):
    def fault(handler, _):
        handler.send_error(code)
        return True

    return fault


def other_content(content):
    def fault(handler, _):
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(content)))
        handler.end_headers()
        handler.wfile.write(content)
        return True

    return fault


def ranges_ignored(handler, _):
    del handler.headers["Range"]
    return False


def _start(asked: str) -> int:
    """The first byte of a Range header."""
    return int(asked.removeprefix("bytes=").rstrip("-"))


def left_over(folder: Path) -> list[str]:
    """What is in the folder but for locks, which are empty."""
    return sorted(path.name for path in folder.iterdir() if not path.name.endswith(".lock"))


def test_a_file_is_downloaded_once_and_found_ever_after(server, remote, tmp_path):
    path = fetch(remote, tmp_path / "new" / "folder")
    assert path.read_bytes() == CONTENT
    assert fetch(remote, tmp_path / "new" / "folder") == path
    assert server.ranges("/archive.tgz") == [None]
    assert left_over(path.parent) == ["archive.tgz"]


def test_a_file_put_there_by_hand_needs_no_network(tmp_path):
    (tmp_path / "archive.tgz").write_bytes(b"flower")
    md5 = hashlib.md5(b"flower").hexdigest()
    remote = RemoteFile("archive.tgz", md5, ("http://127.0.0.1:9/archive.tgz",))
    assert fetch(remote, tmp_path).read_bytes() == b"flower"


def test_a_connection_dropped_half_way_goes_on_where_it_stopped(server, remote, tmp_path):
    server.faults["/archive.tgz"] = [dropped_after(700_000)]
    assert fetch(remote, tmp_path).read_bytes() == CONTENT
    first, second = server.ranges("/archive.tgz")
    assert first is None
    assert 700_000 - downloads._PIECE < _start(second) <= 700_000
    assert left_over(tmp_path) == ["archive.tgz"]


def test_a_line_that_drops_again_and_again_gets_there_in_pieces(server, remote, tmp_path):
    pieces = 2 * downloads.ATTEMPTS
    server.faults["/archive.tgz"] = [dropped_after(100_000)] * pieces
    assert fetch(remote, tmp_path).read_bytes() == CONTENT
    assert len(server.ranges("/archive.tgz")) == pieces + 1


def test_a_download_that_was_given_up_goes_on_in_the_next_call(server, remote, tmp_path):
    server.faults["/archive.tgz"] = [dropped_after(400_000)] + [status(503)] * downloads.ATTEMPTS
    with pytest.raises(DownloadError, match="503"):
        fetch(remote, tmp_path)
    assert left_over(tmp_path) == ["archive.tgz.part"]
    assert fetch(remote, tmp_path).read_bytes() == CONTENT
    assert _start(server.ranges("/archive.tgz")[-1]) > 350_000
    assert left_over(tmp_path) == ["archive.tgz"]


def test_a_server_that_cannot_resume_sends_all_again(server, remote, tmp_path):
    server.faults["/archive.tgz"] = [dropped_after(400_000), ranges_ignored]
    assert fetch(remote, tmp_path).read_bytes() == CONTENT


def test_a_part_that_is_complete_already_is_used(server, remote, tmp_path):
    (tmp_path / "archive.tgz.part").write_bytes(CONTENT)
    assert fetch(remote, tmp_path).read_bytes() == CONTENT


def test_a_part_that_is_too_long_is_thrown_away(server, remote, tmp_path):
    (tmp_path / "archive.tgz.part").write_bytes(CONTENT + b"more")
    assert fetch(remote, tmp_path).read_bytes() == CONTENT


def test_a_busy_server_is_asked_again(server, remote, tmp_path):
    server.faults["/archive.tgz"] = [status(503), status(503)]
    assert fetch(remote, tmp_path).read_bytes() == CONTENT
    assert len(server.ranges("/archive.tgz")) == 3


def test_where_a_mirror_has_nothing_the_next_one_is_asked(server, remote, tmp_path):
    remote = remote._replace(urls=(f"{server.url}/gone.tgz", *remote.urls))
    assert fetch(remote, tmp_path).read_bytes() == CONTENT
    assert len(server.ranges("/gone.tgz")) == 1  # 404 is final: no second try


def test_a_mirror_that_is_not_there_is_passed_over(server, remote, tmp_path):
    remote = remote._replace(urls=("http://127.0.0.1:9/archive.tgz", *remote.urls))
    assert fetch(remote, tmp_path).read_bytes() == CONTENT


def test_what_one_mirror_began_another_finishes(server, remote, tmp_path):
    server.files["/second/archive.tgz"] = CONTENT
    remote = remote._replace(urls=(*remote.urls, f"{server.url}/second/archive.tgz"))
    server.faults["/archive.tgz"] = [dropped_after(600_000)] + [status(500)] * downloads.ATTEMPTS
    assert fetch(remote, tmp_path).read_bytes() == CONTENT
    (asked,) = server.ranges("/second/archive.tgz")
    assert _start(asked) > 550_000


def test_a_file_found_nowhere_is_an_error_that_says_what_each_mirror_answered(server, tmp_path):
    remote = RemoteFile("a.tgz", "0" * 32, (f"{server.url}/a.tgz", "http://127.0.0.1:9/a.tgz"))
    with pytest.raises(DownloadError) as failure:
        fetch(remote, tmp_path)
    message = str(failure.value)
    assert "a.tgz: the server answered 404" in message
    assert "http://127.0.0.1:9/a.tgz: the server could not be reached" in message
    assert f"into {tmp_path} by hand" in message
    assert left_over(tmp_path) == []


@pytest.mark.parametrize(
    "wrong",
    [CONTENT[:-1000], CONTENT[:-1] + bytes([CONTENT[-1] ^ 1]), b"<html>Please log in</html>"],
    ids=["truncated body", "one wrong bit", "a log-in page"],
)
def test_wrong_bytes_are_removed_and_reported(server, remote, tmp_path, wrong):
    server.faults["/archive.tgz"] = [other_content(wrong)]
    with pytest.raises(DownloadError, match="the file was not what it should be"):
        fetch(remote, tmp_path)
    assert left_over(tmp_path) == []
    assert fetch(remote, tmp_path).read_bytes() == CONTENT  # and the next call starts afresh


def test_after_wrong_bytes_the_next_mirror_is_asked(server, remote, tmp_path):
    server.files["/false/archive.tgz"] = b"something else"
    remote = remote._replace(urls=(f"{server.url}/false/archive.tgz", *remote.urls))
    assert fetch(remote, tmp_path).read_bytes() == CONTENT


def test_a_file_damaged_on_disk_is_downloaded_again(server, remote, tmp_path):
    path = fetch(remote, tmp_path)
    path.write_bytes(CONTENT[:100])
    assert fetch(remote, tmp_path).read_bytes() == CONTENT


@pytest.mark.parametrize(
    "error", [OSError(errno.ENOLCK, "No locks available"), NotImplementedError()]
)
def test_where_the_disk_has_no_locks_a_file_is_fetched_all_the_same(
    remote, tmp_path, monkeypatch, error
):
    def no_lock(*_):
        raise error

    monkeypatch.setattr(downloads.FileLock, "_acquire", no_lock)
    assert fetch(remote, tmp_path / "new").read_bytes() == CONTENT


def test_a_folder_that_cannot_be_written_is_one_sentence(remote, tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(
        DownloadError,
        match=r"file/data cannot be written \(.*\): set DDIMLIB_DATA to a folder that can$",
    ):
        fetch(remote, tmp_path / "file" / "data")


def test_a_disk_too_small_is_noticed_before_the_download(remote, tmp_path, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10, 9, 1))
    with pytest.raises(DownloadError, match=r"the disk is full: archive\.tgz does not fit"):
        fetch(remote, tmp_path)
    assert left_over(tmp_path) == []


def test_a_disk_that_fills_up_on_the_way_leaves_nothing_behind(remote, tmp_path, monkeypatch):
    class Full:
        def __init__(self, *arguments, **keywords):
            self.total = 0

        def update(self, count):
            self.total += count
            if self.total > 500_000:
                raise OSError(errno.ENOSPC, "No space left on device")

        __enter__ = lambda self: self  # noqa: E731
        __exit__ = lambda self, *_: None  # noqa: E731

    # The progress bar is told after each piece is written: there the disk fills up.
    monkeypatch.setattr(downloads, "progress", Full)
    with pytest.raises(DownloadError, match="set DDIMLIB_DATA to a folder on another disk"):
        fetch(remote, tmp_path)
    assert left_over(tmp_path) == []


def untrusted(*_: object, **__: object) -> None:
    reason = (
        "HTTPSConnectionPool(host='a', port=443): Max retries exceeded with url: /a (Caused by "
        "SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify "
        "failed: certificate has expired (_ssl.c:1006)')))"
    )
    raise requests.exceptions.SSLError(MaxRetryError(None, "/a", reason))  # type: ignore[arg-type]


def no_proxy(*_: object, **__: object) -> None:
    raise requests.exceptions.ProxyError(MaxRetryError(None, "/a", None))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("failure", "message"),
    [
        (
            untrusted,
            r"its encryption could not be verified \(certificate has expired\); check this",
        ),
        (no_proxy, "the proxy that HTTPS_PROXY or HTTP_PROXY names could not be reached"),
    ],
)
def test_a_certificate_or_a_proxy_is_not_called_a_server_out_of_reach(
    tmp_path, monkeypatch, failure, message
):
    monkeypatch.setattr(downloads, "FIRST_PAUSE", 0.0)
    monkeypatch.setattr(requests, "get", failure)
    remote = RemoteFile("a.tgz", "0" * 32, ("https://a/a.tgz",))
    with pytest.raises(DownloadError, match=message):
        fetch(remote, tmp_path)


@pytest.mark.parametrize("kernel", [True, False])
def test_a_bar_is_shown_in_a_kernel_and_not_in_a_log(monkeypatch, kernel):
    """Chapter 11 fetches 330 MB: without a bar nobody knows that anything happens."""
    shell = SimpleNamespace(config={"IPKernelApp": {}} if kernel else {})
    monkeypatch.setitem(sys.modules, "IPython", SimpleNamespace(get_ipython=lambda: shell))
    assert progress.in_notebook() == kernel
    with progress.progress(total=3, file=io.StringIO()) as bar:
        assert bar.disable != kernel
