"""Fake archives in the format of the originals, and a server that can misbehave."""

import hashlib
import io
import os
import re
import tarfile
import threading
from collections import defaultdict
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import numpy as np
import pytest
import scipy.io
from PIL import Image

from ddimlib.data import downloads, oxford
from ddimlib.data.downloads import RemoteFile

# Real ones, for the few tests that need them: see CONTRIBUTING.md.
PHOTOGRAPHS = Path(os.environ.get("DDIMLIB_PHOTOGRAPHS", "no-such-folder"))


class Server:
    """Serves `files` by path. `faults[path]` holds what to do wrong on the next requests."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.faults: dict[str, list[Callable[[BaseHTTPRequestHandler, bytes], bool]]] = defaultdict(
            list
        )
        self.requests: list[tuple[str, str | None]] = []
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                server.requests.append((self.path, self.headers.get("Range")))
                content = server.files.get(self.path)
                fault = server.faults[self.path].pop(0) if server.faults[self.path] else None
                if fault is not None and fault(self, content or b""):
                    return
                if content is None:
                    self.send_error(404)
                    return
                send(self, content)

            def log_message(self, *_: object) -> None:
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.http.server_port}"
        threading.Thread(target=self.http.serve_forever, args=(0.01,), daemon=True).start()

    def publish(self, path: str, content: bytes) -> RemoteFile:
        """Put a file on the server; what is returned has its checksum and its address."""
        self.files[path] = content
        return RemoteFile(
            path.rsplit("/", 1)[-1], hashlib.md5(content).hexdigest(), (self.url + path,)
        )

    def ranges(self, path: str) -> list[str | None]:
        """The Range headers of the requests for a path, in order."""
        return [asked for requested, asked in self.requests if requested == path]


def send(handler: BaseHTTPRequestHandler, content: bytes, stop_after: int | None = None) -> None:
    """Answer as a good server does, ranges included, but perhaps stop after some bytes."""
    asked = re.match(r"bytes=(\d+)-$", handler.headers.get("Range", ""))
    start = int(asked[1]) if asked else 0
    if asked and start >= len(content):
        handler.send_response(416)
        handler.send_header("Content-Range", f"bytes */{len(content)}")
        handler.end_headers()
        return
    handler.send_response(206 if asked else 200)
    if asked:
        handler.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
    handler.send_header("Content-Length", str(len(content) - start))
    handler.end_headers()
    handler.wfile.write(content[start:][:stop_after])


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server on this machine; between attempts nobody waits."""
    monkeypatch.setattr(downloads, "FIRST_PAUSE", 0.0)
    running = Server()
    yield running
    running.http.shutdown()
    running.http.server_close()


def jpeg(rng: np.random.Generator, brightness: int) -> bytes:
    """A small photograph, so to speak: noise about a brightness, of a random size."""
    height, width = rng.integers(20, 60, 2)
    pixels = (brightness + rng.integers(-20, 20, (height, width, 3))).clip(0, 255)
    stream = io.BytesIO()
    Image.fromarray(pixels.astype(np.uint8)).save(stream, "JPEG", quality=95)
    return stream.getvalue()


def tar_gz(members: dict[str, bytes]) -> bytes:
    """An archive of these files, in the order given."""
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w:gz") as archive:
        for name, content in members.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return stream.getvalue()


FLOWER_LABELS = [77, 77, 3, 102, 1, 3, 50, 50, 51, 2]


@pytest.fixture
def flowers_files() -> dict[str, bytes]:
    """Oxford Flowers in small: ten pictures, whose brightness is twice their label."""
    rng = np.random.default_rng(0)
    names = [f"jpg/image_{number:05d}.jpg" for number in range(1, len(FLOWER_LABELS) + 1)]
    pictures = {
        name: jpeg(rng, 2 * label) for name, label in zip(names, FLOWER_LABELS, strict=True)
    }
    shuffled = {name: pictures[name] for name in rng.permutation(names)}
    mat = io.BytesIO()
    scipy.io.savemat(mat, {"labels": np.array([FLOWER_LABELS], np.uint8)}, do_compression=True)
    return {"102flowers.tgz": tar_gz({"jpg/": b""} | shuffled), "imagelabels.mat": mat.getvalue()}


@pytest.fixture
def flowers(
    server: Server, flowers_files: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> Server:
    """The server, from which `flowers102` is now downloaded."""
    files = tuple(server.publish(f"/{name}", content) for name, content in flowers_files.items())
    monkeypatch.setitem(oxford.COLLECTIONS, "flowers102", oxford.FLOWERS102._replace(files=files))
    return server


PET_LIST = """#Image CLASS-ID SPECIES BREED ID
#ID: 1:37 Class ids
Abyssinian_100 1 1 1
Abyssinian_101 1 1 1
american_bulldog_7 2 2 1
Egyptian_Mau_2 3 1 2
american_bulldog_10 2 2 1
"""


@pytest.fixture
def pets(server: Server, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Server:
    """The server, from which `pets` is now downloaded; with the oddities of the original."""
    rng = np.random.default_rng(1)
    listed = getattr(request, "param", PET_LIST)
    names = re.findall(r"^(\w+) \d", listed, re.M)
    pictures = {f"images/{name}.jpg": jpeg(rng, 100) for name in names}
    gif = io.BytesIO()
    Image.new("P", (30, 20)).save(gif, "GIF")
    pictures["images/Egyptian_Mau_2.jpg"] = gif.getvalue()  # a GIF with the wrong ending
    pictures["images/Abyssinian_100.mat"] = b"not a picture"
    pictures["images/._Abyssinian_101.jpg"] = b"notes of a Mac"
    pictures["images/Bombay_22.jpg"] = b"not listed, and damaged"
    notes = {"annotations/README": b"", "annotations/list.txt": listed.encode()}
    files = (
        server.publish("/images.tar.gz", tar_gz(pictures)),
        server.publish("/annotations.tar.gz", tar_gz(notes)),
    )
    monkeypatch.setitem(oxford.COLLECTIONS, "pets", oxford.PETS._replace(files=files))
    return server
