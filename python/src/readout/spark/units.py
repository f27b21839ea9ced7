"""Files of an archive → units of work, each a run of so many articles, told by the file's hash and the number of the first; and a unit → its articles."""

import base64
import gzip
import hashlib
import io
import json
import os
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from itertools import islice
from typing import Any

import pyarrow as pa
import pyarrow.fs as pafs
import pyarrow.parquet as pq

from ..articles import Asked, ask_row, columns_of

KINDS = {"jsonl": (".jsonl", ".ndjson"), "parquet": (".parquet",), "warc": (".warc",)}
_PACKING = (".gz", ".zst")
#: Articles of a unit, where nobody says how many: a file is cut into eight, so that a small one, too, keeps several cores busy, but not so small that starting programs takes longer than
#: coding. It follows from the file alone, so that the same file has the same units on every cluster.
PARTS, LEAST, MOST = 8, 40, 480
#: One packed record of an archive is never so large; one that is holds the whole archive.
LARGEST_MEMBER = 1 << 28


@dataclass(frozen=True)
class Source:
    """A file to read. `uri` as pyarrow.fs takes it: a path, or hdfs://, s3://, gs://."""

    uri: str
    kind: str


@dataclass(frozen=True)
class Unit:
    """A run of a file's articles. `first` is the number of its first line, row or record, from 1; `count` how many of them there are, blank ones among them;
    `offset` the byte at which it begins, None where one must read from the file's start."""

    uri: str
    kind: str
    hash: str
    first: int
    count: int
    offset: int | None

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def sources_of(uris: Iterable[str]) -> tuple[list[Source], list[str]]:
    """Files and folders → the files that can be read, in the order of their names, and what is wrong with the others: "INPUT: what is wrong: what to do"."""
    sources: dict[str, Source] = {}
    wrong: list[str] = []
    for uri in uris:
        try:
            files, path = file_system(uri)
            info = files.get_file_info(path)
            if info.type == pafs.FileType.NotFound:
                wrong.append(f"{uri}: is not there: check the path")
                continue
            if info.type == pafs.FileType.Directory:
                inner = files.get_file_info(pafs.FileSelector(path, recursive=True))
                paths = [each.path for each in inner if each.type == pafs.FileType.File and not _hidden(each.path[len(path) :])]
                found = [(f"{uri.rstrip('/')}/{each[len(path):].lstrip('/')}", kind_of(each)) for each in sorted(paths)]
                if not any(kind for _, kind in found):
                    wrong.append(f"{uri}: holds no file that can be read ({_known()}): check the folder")
                sources.update({each: Source(each, kind) for each, kind in found if kind})
            else:
                kind = kind_of(path)
                if kind is None:
                    wrong.append(f"{uri}: has an extension that is not known ({_known()}): rename it, or turn it into JSONL")
                else:
                    sources[uri] = Source(uri, kind)
        except (OSError, pa.ArrowException) as error:
            wrong.append(f"{uri}: cannot be read ({_first_line(error)}): check the path, and that it is yours to read")
    return list(sources.values()), wrong


def _hidden(path: str) -> bool:
    return any(part.startswith((".", "_")) for part in path.split("/"))


def _known() -> str:
    return f"{', '.join(end for ends in KINDS.values() for end in ends)}, JSONL also .gz or .zst, WARC also .gz"


def kind_of(path: str) -> str | None:
    name = path.lower()
    packed = next((end for end in _PACKING if name.endswith(end)), "")
    name = name.removesuffix(packed)
    for kind, ends in KINDS.items():
        if name.endswith(ends):
            return None if packed and (kind == "parquet" or (kind, packed) == ("warc", ".zst")) else kind
    return None


def name_of(uri: str) -> str:
    """ "wire/talks.jsonl.gz" → "talks", as the program names articles without an id: "talks:7"."""
    name = re.sub(r"\.(gz|zst)$", "", uri.rstrip("/").rsplit("/", 1)[-1], flags=re.IGNORECASE)
    return re.sub(r"(?<=.)\.[^.]+$", "", name)


def file_system(uri: str) -> tuple[Any, str]:
    """The file system that a path or address is on, and the path there."""
    if re.match(r"[a-z][a-z0-9+.-]+://", uri, re.IGNORECASE):
        found: tuple[Any, str] = pafs.FileSystem.from_uri(uri)
        return found
    return pafs.LocalFileSystem(), os.path.abspath(uri)


class _Hashing(io.RawIOBase):
    """A stream whose bytes are hashed as they are read."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self.hash = hashlib.sha256()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        self.hash.update(data)
        return len(data)


def units_of(source: Source, most: int | None) -> Iterator[dict[str, Any]]:
    """One pass over a file → its units of at most so many articles (None: what its size asks for), as JSON, and what is wrong with it as {"wrong": …}, its good beginning among the units."""
    step = most or LEAST
    wrong: str | None = None
    begun: list[tuple[int, int, int | None]] = []
    digest = ""
    try:
        files, path = file_system(source.uri)
        if source.kind == "parquet":
            with files.open_input_stream(path, compression=None) as raw:
                hashing = _Hashing(raw)
                while hashing.read(1 << 20):
                    pass
            digest = hashing.hash.hexdigest()
            with files.open_input_file(path) as file:
                rows = pq.ParquetFile(file).metadata.num_rows
            if rows == 0:
                wrong = "holds no row: give a table with articles"
            begun = [(first, min(step, rows - first + 1), None) for first in range(1, rows + 1, step)]
        else:
            with files.open_input_stream(path, compression=None) as raw:
                hashing = _Hashing(raw)
                try:
                    begun = list(_runs(_pieces(source, io.BufferedReader(hashing, 1 << 20)), step))
                except _Broken as broken:
                    begun, wrong = broken.runs, broken.message
                while hashing.read(1 << 20):
                    pass
            digest = hashing.hash.hexdigest()
            if not begun and wrong is None:
                wrong = "holds no article: check what is in it"
    except (OSError, EOFError, zlib.error, pa.ArrowException) as error:
        wrong = f"cannot be read ({_first_line(error)}): check the file, or fetch it again"
    for first, count, offset in begun if most else _merged(begun):
        yield Unit(source.uri, source.kind, digest, first, count, offset).as_json()
    if wrong is not None:
        yield {"wrong": f"{source.uri}: {wrong}"}


def _merged(runs: list[tuple[int, int, int | None]]) -> list[tuple[int, int, int | None]]:
    """Runs of LEAST articles → PARTS of them, or more where that would be over MOST."""
    many = min(max(1, -(-len(runs) // PARTS)), MOST // LEAST)
    groups = [runs[at : at + many] for at in range(0, len(runs), many)]
    return [(group[0][0], group[-1][0] + group[-1][1] - group[0][0], group[0][2]) for group in groups]


class _Broken(Exception):
    def __init__(self, runs: list[tuple[int, int, int | None]], message: str) -> None:
        super().__init__(message)
        self.runs = runs
        self.message = message


#: Number of a line or record, the byte where it begins (None: not to be told), whether it may be an article, and its bytes.
Piece = tuple[int, int | None, bool, bytes]


def _runs(pieces: Iterator[Piece], most: int) -> Iterator[tuple[int, int, int | None]]:
    runs: list[tuple[int, int, int | None]] = []
    first, offset, last, articles = 0, None, 0, 0
    try:
        for number, at, counts, _ in pieces:
            if counts and articles == most:
                runs.append((first, last - first + 1, offset))
                articles = 0
            if articles == 0 and counts:
                first, offset = number, at
            articles += counts
            last = number
    except (OSError, EOFError, zlib.error, pa.ArrowException, ValueError) as error:
        if articles:
            runs.append((first, last - first + 1, offset))
        raise _Broken(runs, f"is broken after number {last} ({_first_line(error)}): what stands before is coded; fetch it again to have the rest") from error
    if articles:
        runs.append((first, last - first + 1, offset))
    yield from runs


def _pieces(source: Source, stream: Any, offset: int = 0, number: int = 1) -> Iterator[Piece]:
    """Lines or records of a stream that begins at `offset` with the one of that number."""
    name = source.uri.lower()
    if source.kind == "warc":
        yield from _records(stream, offset, number) if name.endswith(".gz") else _plain_records(stream, offset, number)
        return
    packed = name.endswith(_PACKING)
    lines = gzip.GzipFile(fileobj=stream) if name.endswith(".gz") else pa.CompressedInputStream(stream, "zstd") if packed else stream
    for line in _lines(lines):
        if number == 1 and line[:2] in (b"\xff\xfe", b"\xfe\xff"):
            raise ValueError("it is UTF-16: write it as UTF-8")
        yield number, None if packed else offset, bool(line.strip()), line
        number += 1
        offset += len(line)


def _lines(stream: Any) -> Iterator[bytes]:
    held = b""
    while chunk := stream.read(1 << 20):
        *whole, held = (held + bytes(chunk)).split(b"\n")
        yield from (line + b"\n" for line in whole)
    if held:
        yield held


def _plain_records(stream: Any, offset: int, number: int) -> Iterator[Piece]:
    # ISO 28500: a head, a blank line, so many bytes, two line ends.
    while True:
        start = offset
        head = b""
        line = stream.readline(65_536)
        while line in (b"\r\n", b"\n"):
            offset += len(line)
            start = offset
            line = stream.readline(65_536)
        if not line:
            return
        while line not in (b"\r\n", b"\n", b""):
            head += line
            line = stream.readline(65_536)
        length = _length(head)
        body = stream.read(length)
        if len(body) < length:
            raise EOFError("it ends within a record")
        record = head + line + body + b"\r\n\r\n"
        offset = start + len(head) + len(line) + length
        yield number, start, _is_response(head), record
        number += 1


def _records(stream: Any, offset: int, number: int) -> Iterator[Piece]:
    """Of an archive that is packed record by record."""
    held = b""
    while True:
        start = offset
        member = zlib.decompressobj(31)
        parts: list[bytes] = []
        size = 0
        while not member.eof:
            held = held or stream.read(1 << 18)
            if not held:
                if size == 0 and offset == start:
                    return
                raise EOFError("it ends within a record")
            parts.append(member.decompress(held))
            size += len(parts[-1])
            offset += len(held) - len(member.unused_data)
            held = member.unused_data
            if size > LARGEST_MEMBER:
                raise ValueError("it is packed as a whole: pack it record by record, as warcio recompress does")
        begins: int | None = start
        for _, _, counts, record in _plain_records(io.BytesIO(b"".join(parts)), 0, number):
            yield number, begins, counts, record
            number += 1
            # A second record of one member cannot be begun with.
            begins = None


def _length(head: bytes) -> int:
    found = re.search(rb"^content-length:\s*(\d+)\s*$", head, re.IGNORECASE | re.MULTILINE)
    if not head.startswith(b"WARC/") or not found:
        raise ValueError("it is no web archive there")
    return int(found[1])


def _is_response(head: bytes) -> bool:
    return re.search(rb"^warc-type:\s*response\s*$", head, re.IGNORECASE | re.MULTILINE) is not None


def articles_of(unit: Unit, text_column: str | None = None) -> Iterator[tuple[int, Asked]]:
    """The articles of a unit, each with the number of its line, row or record."""
    name = name_of(unit.uri)
    files, path = file_system(unit.uri)
    if unit.kind == "parquet":
        yield from _rows(files, path, unit, name, text_column)
        return
    source = Source(unit.uri, unit.kind)
    with files.open_input_file(path) if unit.offset else files.open_input_stream(path, compression=None) as raw:
        if unit.offset:
            raw.seek(unit.offset)
        pieces = _pieces(source, io.BufferedReader(_Hashing(raw), 1 << 18), unit.offset or 0, unit.first if unit.offset is not None else 1)
        for number, _, counts, content in pieces:
            if number >= unit.first + unit.count:
                return
            if number >= unit.first and counts:
                article = f"{name}:{number}"
                yield number, _ask_record(article, content) if unit.kind == "warc" else ask_line(article, content)
                if number == unit.first + unit.count - 1:
                    return


def _ask_record(article: str, record: bytes) -> Asked:
    # The program looks for "warc" first.
    return Asked(article, json.dumps({"warc": base64.b64encode(record).decode("ascii"), "id": article}).encode("ascii"))


def ask_line(article: str, line: bytes) -> Asked:
    """A line of JSONL as the program would read it. `article` is for one without an id."""
    if line.startswith(b"\xef\xbb\xbf"):
        line = line[3:]
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        text = line.decode("cp1252", "replace")
    try:
        value = json.loads(text)
    except ValueError:
        return Asked(article, None, "is not JSON: mend or delete the line")
    if not isinstance(value, Mapping):
        return Asked(article, None, 'is JSON but no object: write {"id": "…", "text": "…"}')
    id = value.get("id")
    if id is None:
        value = {name: each for name, each in value.items() if name != "id"} | {"id": article}
        return Asked(article, json.dumps(value).encode("ascii"))
    told = str(int(id)) if isinstance(id, float) and id.is_integer() else str(id) if isinstance(id, (str, int)) and not isinstance(id, bool) else article
    # A key named "warc" first would be read as a record of an archive.
    return Asked(told, text.strip().encode("utf-8") if next(iter(value)) != "warc" else json.dumps({"id": id, **value}).encode("ascii"))


def _rows(files: Any, path: str, unit: Unit, name: str, text_column: str | None) -> Iterator[tuple[int, Asked]]:
    with files.open_input_file(path) as file:
        table = pq.ParquetFile(file)
        columns = columns_of(table.schema_arrow.names, text_column)
        groups: list[int] = []
        before = skip = 0
        for group in range(table.num_row_groups):
            rows = table.metadata.row_group(group).num_rows
            if before + rows >= unit.first and before < unit.first + unit.count - 1:
                if not groups:
                    skip = unit.first - 1 - before
                groups.append(group)
            before += rows
        texts = {field.name for field in table.schema_arrow if _is_text_to_the_program(field.type)}
        cells = (_as_the_program_has_it(row, texts) for batch in table.iter_batches(batch_size=256, row_groups=groups) for row in batch.to_pylist())
        for number, row in enumerate(islice(cells, skip, skip + unit.count), start=unit.first):
            yield number, ask_row(row, columns, lambda _, number=number: f"{name}:{number}")  # type: ignore[misc]


def _is_text_to_the_program(kind: Any) -> bool:
    return bool(pa.types.is_int64(kind) or pa.types.is_uint64(kind) or (pa.types.is_timestamp(kind) and kind.tz is None))


def _as_the_program_has_it(row: dict[str, Any], texts: set[str]) -> dict[str, Any]:
    # DuckDB, which reads Parquet for the program, writes large numbers and times as text; the record must be the same.
    for name in texts:
        value = row[name]
        if value is not None:
            row[name] = re.sub(r"(\.\d*?)0+$", lambda found: found[1].rstrip("."), str(value)) if hasattr(value, "year") else str(value)
    return row


def check_columns(source: Source, text_column: str | None) -> None:
    """Raises ReadoutError where a table has no column with a text."""
    if source.kind == "parquet":
        files, path = file_system(source.uri)
        with files.open_input_file(path) as file:
            columns_of(pq.ParquetFile(file).schema_arrow.names, text_column)


def _first_line(error: BaseException) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:300]
