"""Files → units → articles, as the program itself reads them; and files that are whole, named by what they are made of, and the same however often."""

import base64
import datetime
import gzip
import io
import json
import random
import subprocess
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import readout
import readout.spark as readout_spark
from readout.articles import Asked
from readout.coding import read_answer
from readout.spark.archive import Archive, Setup, code_unit, manifest_of, stale
from readout.spark.units import Source, Unit, articles_of, ask_line, kind_of, name_of, sources_of, units_of
from readout.tables import SCHEMAS
from readout.worker import Engine, Options, Worker

from .conftest import PROGRAM

PAGE = "<html><head><title>Talks {n}</title></head><body><article><p>Peru and Chile signed treaty {n} in Lima on Monday, officials said in the capital, after long talks.</p><p>They agreed to meet again in May and to open two more crossings for lorries near the coast.</p></article></body></html>"


def warc_record(n: int, kind: str = "response", status: str = "200 OK", type: str = "text/html") -> bytes:
    body = f"HTTP/1.1 {status}\r\nContent-Type: {type}\r\n\r\n{PAGE.format(n=n)}".encode() if kind == "response" else b"software: tests\r\n"
    mime = "application/http; msgtype=response" if kind == "response" else "application/warc-fields"
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{n}>\r\nWARC-Target-URI: https://example.com/{n}\r\n"
        f"WARC-Date: 2025-01-02T03:04:05Z\r\nContent-Type: {mime}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


RECORDS = [
    warc_record(0, "warcinfo"),
    *(warc_record(n) for n in range(1, 6)),
    warc_record(6, status="404 Not Found"),
    warc_record(7, type="image/png"),
    *(warc_record(n) for n in range(8, 12)),
]
LINES = [
    b'{"id": "one", "text": "Peru and Chile signed a treaty in Lima on Monday.", "published": "2025-08-16"}\n',
    b"\n",
    b'{"text": "Kenya rejected the offer of Uganda on Friday.", "published": "2025-09-01", "mark": [1, 2.0]}\r\n',
    b"{broken\n",
    b"[1]\n",
    b'{"id": 7, "text": "Troops of Sudan attacked a village on Tuesday."}\n',
    b'{"id": "caf\xe9", "text": "The caf\xe9 owners of Brazil protested on Sunday."}\n',
    b'{"warc": "AAAA", "id": "odd", "text": "Norway gave aid to Ghana on Monday."}\n',
    b'{"id": "fr", "text": "Le pr\xc3\xa9sident a rencontr\xc3\xa9 lundi \xc3\xa0 Paris son homologue et ils ont parl\xc3\xa9 de la guerre en Ukraine."}\n',
    b'{"id": "last", "text": "Iran threatened Iraq on Monday."}',
]
ROWS = pa.table(
    {
        "body": ["Peru and Chile signed a treaty in Lima on Monday.", None, "Kenya rejected the offer of Uganda on Friday.", "", "Iran threatened Iraq on Monday."] * 2,
        "id": [None, "b", "c", "d", "e", "f", "g", "h", None, "j"],
        "date": ["2025-08-16", None, "2025-09-01", None, None] * 2,
        "section": [1, 2, 3, 4, 5] * 2,
        "page": pa.array([1, None, 3, 4, 5] * 2, pa.int32()),
        "share": [0.5, 1.0, 1e21, 0.1, -0.0] * 2,
        "seen": [datetime.datetime(2025, 8, 17), None, datetime.datetime(2025, 8, 17, 10, 30, 0, 500000), None, datetime.datetime(2025, 8, 17, 10, 30)] * 2,
        "day": [datetime.date(2025, 8, 17), None, None, None, None] * 2,
    }
)


def write(path: Path) -> Path:
    if path.name.endswith(".jsonl"):
        path.write_bytes(b"".join(LINES))
    elif path.name.endswith(".jsonl.gz"):
        path.write_bytes(gzip.compress(b"".join(LINES)))
    elif path.name.endswith(".jsonl.zst"):
        with pa.CompressedOutputStream(str(path), "zstd") as file:
            file.write(b"".join(LINES))
    elif path.name.endswith(".warc"):
        path.write_bytes(b"".join(RECORDS))
    elif path.name.endswith(".warc.gz"):
        path.write_bytes(b"".join(map(gzip.compress, RECORDS)))
    else:
        pq.write_table(ROWS, path, row_group_size=3)
    return path


KINDS = ["news.jsonl", "news.jsonl.gz", "news.jsonl.zst", "news.warc", "news.warc.gz", "news.parquet"]


def units(path: Path, most: int) -> tuple[list[Unit], list[str]]:
    kind = kind_of(str(path))
    assert kind is not None
    said = list(units_of(Source(str(path), kind), most))
    return [Unit(**each) for each in said if "wrong" not in each], [each["wrong"] for each in said if "wrong" in each]


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("most", [1, 2, 3, 100])
def test_units_have_every_article_once(tmp_path: Path, name: str, most: int) -> None:
    path = write(tmp_path / name)
    (whole,), none = units(path, 1000)
    wanted = list(articles_of(whole))
    found, wrong = units(path, most)
    assert none == wrong == []
    assert [each for unit in found for each in articles_of(unit)] == wanted
    assert len(wanted) == (9 if "jsonl" in name else 11 if "warc" in name else 10)
    assert all(len(list(articles_of(unit))) <= most for unit in found)
    assert len({unit.hash for unit in found}) == 1


@pytest.mark.parametrize(("articles", "counts"), [(1, [1]), (90, [40, 40, 10]), (1000, [160] * 6 + [40]), (4800, [480] * 10)])
def test_units_follow_from_the_size_of_a_file(tmp_path: Path, articles: int, counts: list[int]) -> None:
    path = tmp_path / "news.jsonl"
    path.write_bytes(b"".join(b'{"text": "%d"}\n' % n for n in range(articles)))
    pq.write_table(pa.table({"text": [str(n) for n in range(articles)]}), tmp_path / "news.parquet")
    for source in (Source(str(path), "jsonl"), Source(str(tmp_path / "news.parquet"), "parquet")):
        found = [Unit(**each) for each in units_of(source, None)]
        assert [unit.count for unit in found] == counts
        assert [number for unit in found for number, _ in articles_of(unit)] == list(range(1, articles + 1))


@pytest.fixture(scope="module")
def worker() -> Any:
    with Worker(Options(threads=0)) as made:
        yield made


@pytest.mark.parametrize("name", ["news.jsonl", "news.warc.gz", "news.parquet"])
def test_articles_are_those_of_the_command_line(tmp_path: Path, worker: Worker, name: str) -> None:
    path = write(tmp_path / name)
    found, _ = units(path, 2)
    requests = [asked.request for unit in found for _, asked in articles_of(unit) if asked.request is not None]
    answers = [answer.decode() for answer in worker.code(requests) if answer.startswith(b'{"schema"')]
    done = subprocess.run([str(PROGRAM), str(path), "--as", "jsonl"], capture_output=True, check=False)
    assert answers == done.stdout.decode().splitlines()
    assert len(answers) == {"news.jsonl": 6, "news.warc.gz": 9, "news.parquet": 6}[name]


def test_bad_lines_are_errors_in_their_places() -> None:
    said = [(asked.article, asked.error) for asked in (ask_line("n:1", line) for line in (b"{x", b"[]", b'{"id": 3.0, "text": "a"}', b'{"id": true, "text": "a"}', b"{}"))]
    assert said == [
        ("n:1", "is not JSON: mend or delete the line"),
        ("n:1", 'is JSON but no object: write {"id": "…", "text": "…"}'),
        ("3", None),
        ("n:1", None),
        ("n:1", None),
    ]


@pytest.mark.parametrize(
    ("name", "content", "message", "kept"),
    [
        ("cut.warc.gz", b"".join(map(gzip.compress, RECORDS[:4]))[:-20], "is broken after number 3 (it ends within a record): what stands before is coded; fetch it again to have the rest", 2),
        ("cut.warc", b"".join(RECORDS[:4])[:-200], "is broken after number 3 (it ends within a record)", 2),
        ("page.warc", b"<html>", "is broken after number 0 (it is no web archive there)", 0),
        ("cut.jsonl.gz", gzip.compress(LINES[0] * 3)[:-9], "is broken after number", None),
        ("wide.jsonl", "{}".encode("utf-16"), "is broken after number 0 (it is UTF-16: write it as UTF-8)", 0),
        ("empty.jsonl", b"\n\n", "holds no article: check what is in it", 0),
        ("broken.parquet", b"PAR1 and no more", "cannot be read", 0),
    ],
)
def test_a_broken_file_says_where_and_keeps_what_is_before(tmp_path: Path, name: str, content: bytes, message: str, kept: int | None) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    found, (wrong,) = units(path, 100)
    assert wrong.startswith(f"{path}: {message}")
    if kept is not None:
        assert sum(len(list(articles_of(unit))) for unit in found) == kept


def test_an_archive_packed_as_a_whole_is_read_from_its_start(tmp_path: Path) -> None:
    path = tmp_path / "whole.warc.gz"
    path.write_bytes(gzip.compress(b"".join(RECORDS)))
    found, wrong = units(path, 2)
    assert wrong == [] and [number for unit in found for number, _ in articles_of(unit)] == [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
    (_, asked), *_ = articles_of(found[1])
    assert asked.request is not None and base64.b64decode(json.loads(asked.request)["warc"]) == RECORDS[3]


def test_folders_names_and_what_is_not_there(tmp_path: Path) -> None:
    for name in ["b.jsonl", "a/c.warc.gz", "_units/x.jsonl", ".hidden/y.jsonl", "z.txt", "d.parquet.gz"]:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "none").mkdir()
    sources, wrong = sources_of([str(tmp_path), str(tmp_path / "z.txt"), str(tmp_path / "gone.jsonl"), str(tmp_path / "none")])
    assert [(Path(source.uri).relative_to(tmp_path).as_posix(), source.kind) for source in sources] == [("a/c.warc.gz", "warc"), ("b.jsonl", "jsonl")]
    assert [each.removeprefix(f"{tmp_path}/").split(":")[:2] for each in wrong] == [
        ["z.txt", " has an extension that is not known (.jsonl, .ndjson, .parquet, .warc, JSONL also .gz or .zst, WARC also .gz)"],
        ["gone.jsonl", " is not there"],
        ["none", " holds no file that can be read (.jsonl, .ndjson, .parquet, .warc, JSONL also .gz or .zst, WARC also .gz)"],
    ]
    assert [name_of(each) for each in ("wire/talks.jsonl.gz", "s3://a/b/talks.2025.warc.gz", "news.parquet")] == ["talks", "talks.2025", "news"]


def test_rows_for_spark_have_every_table(records: readout.Records) -> None:
    answers = [read_answer(None, Asked("x", b""), text.encode()) for text in records.raw["json"].to_pylist()[:3]] + [read_answer(None, Asked("x", None, "is \ud800: so"), None)]
    batch = readout_spark._batch([readout_spark._row(answer) for answer in answers])
    assert len(set(batch.schema.names)) == len(batch.schema.names)
    assert batch.column("error").to_pylist() == [None, None, None, "is \ufffd: so"]
    for name in readout_spark.INNER:
        wanted = getattr(records, name)
        ids = records.articles["article"].to_pylist()[:3]
        found = [{"article": id, **row} for id, rows in zip(ids, batch.column(name).to_pylist(), strict=False) for row in rows]
        assert found == [row for row in wanted.to_pylist() if row["article"] in ids], name


class TestArchive:
    """Written by a program that answers as Readout does, since only files are at stake."""

    options = Options(program=str(Path(__file__).with_name("broken.py")))

    def setup_of(self, model: str = "0") -> Setup:
        return Setup(Engine("0", model), None, (), None, tuple(SCHEMAS))

    def code(self, out: Path, found: list[Unit], setup: Setup) -> None:
        for unit in found:
            code_unit(Archive(str(out)), unit, setup, self.options, lambda _: None)

    def files(self, out: Path) -> dict[str, bytes]:
        return {str(path.relative_to(out)): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}

    def test_the_same_again_in_any_order(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("BREAK", "steady")
        found, _ = units(write(tmp_path / "news.jsonl"), 2)
        self.code(tmp_path / "one", found, self.setup_of())
        random.Random(1).shuffle(found)
        self.code(tmp_path / "two", found + found[:2], self.setup_of())
        one, two = self.files(tmp_path / "one"), self.files(tmp_path / "two")
        assert one == two and len([name for name in one if name.startswith("_units/")]) == 5
        manifest = manifest_of(Archive(str(tmp_path / "one")).written())
        assert (manifest["rows"], manifest["units"]) == ({"articles": 9}, 5)
        assert manifest["inputs"][0]["name"] == "news.jsonl" and manifest["inputs"][0]["articles"] == 9

    def test_what_another_model_or_an_edited_file_replaces_is_told(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("BREAK", "steady")
        path = write(tmp_path / "news.jsonl")
        found, _ = units(path, 4)
        self.code(tmp_path / "out", found, self.setup_of())
        written = Archive(str(tmp_path / "out")).written()
        mine = [self.setup_of().name_of(unit) for unit in found]
        assert stale(written, mine, [str(path)]) == [] and sorted(written) == sorted(mine)
        assert stale(written, [self.setup_of("1").name_of(unit) for unit in found], [str(path)]) == sorted(mine)
        assert stale(written, [], ["another.jsonl"]) == []
        path.write_bytes(path.read_bytes() + b"\n" + LINES[0])
        edited, _ = units(path, 4)
        assert stale(written, [self.setup_of().name_of(unit) for unit in edited], [str(path)]) == sorted(mine)

    def test_a_unit_that_breaks_off_leaves_no_word_that_it_is_done(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("BREAK", "poison")
        path = tmp_path / "news.jsonl"
        path.write_text('{"id": "a", "text": "POISON"}\n')
        found, _ = units(path, 4)
        with pytest.raises(readout.ProgramStopped, match="signal 9.*out of memory, or so"):
            self.code(tmp_path / "out", found, self.setup_of())
        assert Archive(str(tmp_path / "out")).written() == {}

    def test_a_file_is_whole_or_not_there(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        archive = Archive(str(tmp_path))
        archive.write("t/a", b"first")

        class Full(io.RawIOBase):
            def __enter__(self) -> "Full":
                return self

            def write(self, _: Any) -> int:
                raise OSError("no space left on device")

        monkeypatch.setattr(archive, "_files", _Broken(archive._files, Full()))
        with pytest.raises(OSError, match="no space left"):
            archive.write("t/a", b"second")
        monkeypatch.undo()
        assert archive.read("t/a") == b"first"
        archive.tidy()
        assert [path.name for path in tmp_path.iterdir()] == ["t"]


class _Broken:
    def __init__(self, files: Any, stream: Any) -> None:
        self._files, self._stream = files, stream

    def __getattr__(self, name: str) -> Any:
        return getattr(self._files, name)

    def open_output_stream(self, _: str) -> Any:
        return self._stream

