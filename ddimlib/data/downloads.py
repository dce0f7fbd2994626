"""Fetch a file from one of its mirrors, whatever the network does on the way.

pooch knows where files belong and whether they are whole (checksum). What is added here is the
way over a bad line: a broken download goes on where it stopped, a busy server is asked again, a
mirror that has nothing is passed over, and what is wrong is said in a sentence.
"""

import errno
import logging
import re
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pooch
import requests
from filelock import FileLock

from ddimlib.data.cache import check_writable
from ddimlib.data.progress import progress

ATTEMPTS = 4  # at one mirror without a single new byte, before the next mirror is tried
FIRST_PAUSE = 1.0  # seconds; doubled after every failure in a row
TIMEOUT = (10.0, 60.0)  # seconds to connect, and between two pieces of data
_PIECE = 1 << 14  # bytes; what is lost when a connection breaks is less than this
_BUSY = (408, 429, 500, 502, 503, 504)


_WRONG = "the file was not what it should be (wrong checksum)"


class RemoteFile(NamedTuple):
    """A file that can be had from any of several addresses, known by its checksum.

    Where only the first digits of a SHA-256 are known, as in the names of PyTorch's own files,
    they are compared.
    """

    name: str
    checksum: str
    urls: tuple[str, ...]
    algorithm: str = "md5"


class DownloadError(OSError):
    """No mirror gave the file; the sentence says what each one answered and what to do."""


class _PassOver(Exception):
    """This mirror will not give the file; the next one may."""


def fetch(file: RemoteFile, folder: Path) -> Path:
    """The path of the file in the folder, downloaded if it is not there with the right checksum.

    Processes that ask at once wait for the first, where the disk has locks. A download that breaks
    off is kept as `<name>.part` and goes on from there, in this call or the next one; a file with a
    wrong checksum is removed.

    Raises:
        DownloadError: no mirror could give the file, the folder cannot be written, or the disk is
            full.
    """
    short = file.algorithm == "sha256" and len(file.checksum) < 64
    here = folder / file.name
    if here.is_file():  # also where nothing can be written
        found = pooch.file_hash(here, file.algorithm)
        if found.startswith(file.checksum) if short else found == file.checksum:
            return here
    failures = []
    with _alone(file, folder), _quiet_pooch():
        for url in file.urls:
            try:
                path = Path(
                    pooch.retrieve(
                        url,
                        known_hash=None if short else f"{file.algorithm}:{file.checksum}",
                        fname=file.name,
                        path=folder,
                        downloader=partial(_download, part=folder / f"{file.name}.part"),
                    )
                )
                if not short or pooch.file_hash(path, file.algorithm).startswith(file.checksum):
                    return path
                path.unlink()
                failures.append(f"{url}: {_WRONG}")
            except _PassOver as failure:
                failures.append(f"{url}: {failure}")
            except ValueError as failure:  # pooch has compared the checksum and removed the file
                if "hash" not in str(failure):
                    raise
                failures.append(f"{url}: {_WRONG}")
    raise DownloadError(
        f"{file.name} could not be downloaded. Tried {'; '.join(failures)}. Check the network and "
        f"try again, or put the file ({file.algorithm} {file.checksum}) into {folder} by hand"
    )


@contextmanager
def _alone(file: RemoteFile, folder: Path) -> Iterator[None]:
    """Keep other processes from fetching the file meanwhile, where the disk has locks.

    Where it has none they may fetch it, too: the checksum says what came of that.
    """
    lock = FileLock(folder / f".{file.name}.lock")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except (OSError, NotImplementedError):
        check_writable(folder, "set DDIMLIB_DATA to a folder that can", DownloadError)
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _quiet_pooch() -> Iterator[None]:
    """The progress bar says what pooch would log."""
    logger = pooch.get_logger()
    before = logger.level
    logger.setLevel(logging.WARNING)
    try:
        yield
    finally:
        logger.setLevel(before)


def _download(url: str, output: str | Path, _pooch: object, *, part: Path) -> None:
    """Called by pooch: fetch `url` into a temporary file, which pooch then checks and names.

    The mirrors of a file share its part: what one began, another may finish.
    """
    failures = 0
    while True:
        before = _size(part)
        try:
            _continue(url, part)
            break
        except requests.exceptions.SSLError as failure:  # asking again would not help
            raise _PassOver(_reason(failure)) from failure
        except requests.RequestException as failure:
            # Whoever sends something, however little, is asked again.
            failures = 1 if _size(part) > before else failures + 1
            if failures >= ATTEMPTS:
                raise _PassOver(_reason(failure)) from failure
            time.sleep(FIRST_PAUSE * 2 ** (failures - 1))
        except OSError as failure:
            if failure.errno in (errno.ENOSPC, errno.EDQUOT):
                part.unlink(missing_ok=True)
                raise _full(part) from failure
            raise
    part.replace(output)


def _size(file: Path) -> int:
    return file.stat().st_size if file.exists() else 0


def _full(part: Path) -> DownloadError:
    return DownloadError(
        f"the disk is full: {part.stem} does not fit into {part.parent}; free some space, or set "
        "DDIMLIB_DATA to a folder on another disk. What had been downloaded of it was removed",
    )


def _continue(url: str, part: Path) -> None:
    """One request for what is still missing of the file; raises where the line breaks."""
    have = _size(part)
    headers = {"Accept-Encoding": "identity"}  # the bytes as they are: the checksum is of those
    if have:
        headers["Range"] = f"bytes={have}-"
    with requests.get(url, headers=headers, stream=True, timeout=TIMEOUT) as answer:
        if answer.status_code == 416:  # nothing after what we have: either all is here, or too much
            if answer.headers.get("Content-Range") != f"bytes */{have}":
                part.unlink()
                raise requests.ConnectionError("the partial file does not fit; starting again")
            return
        if answer.status_code in _BUSY:
            raise requests.ConnectionError(_status(answer))
        if answer.status_code not in (200, 206):
            raise _PassOver(_status(answer))
        if answer.status_code == 206 and not _resumes(answer, have):
            part.unlink(missing_ok=True)
            raise requests.ConnectionError("the server sent another part than the one asked for")
        if answer.status_code == 200:
            have = 0  # the server sends the file from its beginning
        length = answer.headers.get("Content-Length")
        total = None if length is None else have + int(length)
        if total is not None and shutil.disk_usage(part.parent).free < total - have:
            raise OSError(errno.ENOSPC, "no space left on the disk")
        with (
            part.open("ab" if have else "wb") as stream,
            progress(desc=part.stem, total=total, initial=have, unit="B", unit_scale=True) as bar,
        ):
            for chunk in answer.iter_content(_PIECE):
                stream.write(chunk)
                bar.update(len(chunk))
    if total is not None and _size(part) < total:
        raise requests.ConnectionError("the connection was closed too early")


def _resumes(answer: requests.Response, have: int) -> bool:
    start = re.match(r"bytes (\d+)-", answer.headers.get("Content-Range", ""))
    return start is not None and int(start[1]) == have


def _status(answer: requests.Response) -> str:
    return f"the server answered {answer.status_code} {answer.reason}"


def _reason(failure: requests.RequestException) -> str:
    if isinstance(failure, requests.exceptions.SSLError):
        found = re.search(r"\] (?:certificate verify failed: )?([^(\]']+)", str(failure))
        cause = found[1].strip() if found else "TLS failed"
        return (
            f"the server was reached, but its encryption could not be verified ({cause}); check "
            "this machine's clock and certificates, and whether a proxy reads along"
        )
    if isinstance(failure, requests.exceptions.ProxyError):
        return "the proxy that HTTPS_PROXY or HTTP_PROXY names could not be reached"
    if isinstance(failure, requests.Timeout):
        return "the server did not answer in time"
    if "NameResolution" in repr(failure):
        return "the server's address was not found"
    if isinstance(failure, requests.exceptions.ChunkedEncodingError):
        return "the connection broke off again and again"
    if isinstance(failure, requests.ConnectionError) and failure.args:
        cause = failure.args[0]
        return cause if isinstance(cause, str) else "the server could not be reached"
    return str(failure)
