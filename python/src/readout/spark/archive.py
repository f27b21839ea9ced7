"""A folder of Parquet, a folder a table and month, that units are written into: each file whole or not there, named by what it is made of, so that doing it again changes nothing.

    OUT/events/month=2025-08/<unit>.parquet     and so on for each table
    OUT/_units/<unit>.json                      written last of a unit: its files and their rows
    OUT/manifest.json                           written last of all: without it the folder is being written
"""

import hashlib
import io
import json
import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.fs as pafs
import pyarrow.parquet as pq

from ..coding import paired, read_answer
from ..records import by_month, months_of
from ..tables import SCHEMAS, Gathered
from ..worker import Engine, Options, answers_of
from .units import Unit, articles_of, file_system

#: Counts the ways in which files were laid out; part of their names.
LAYOUT = 2
#: What is counted of a unit, and of an input.
COUNTS = ("articles", "errors", "notes", "skipped")
#: Rows gathered before they are made into columns: articles.
BATCH = 256


@dataclass(frozen=True)
class Setup:
    """What files depend on beside their input: who codes, and how. `codebook` sums it up in 8 hexadecimal digits."""

    engine: Engine
    date: str | None
    actors: tuple[str, ...]
    text_column: str | None
    tables: tuple[str, ...]

    @property
    def codebook(self) -> str:
        parts = [LAYOUT, "readout.record/1", self.engine.version, self.date, list(self.actors), self.text_column, list(self.tables)]
        return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:8]

    def name_of(self, unit: Unit) -> str:
        """Input, run of articles, model, codebook."""
        return f"{unit.hash[:16]}-{unit.first:09d}-{unit.count}-{self.engine.model}-{self.codebook}"


class Archive:
    """The folder OUT. Its files are told by paths below it."""

    def __init__(self, uri: str) -> None:
        self._files, self._folder = file_system(uri)
        self._is_local = isinstance(self._files, pafs.LocalFileSystem)

    def write(self, path: str, content: bytes) -> None:
        """A whole file or none, in place of the one that was there."""
        place = f"{self._folder}/{path}"
        self._files.create_dir(place.rsplit("/", 1)[0], recursive=True)
        # A store of objects shows an object when it is whole; a file system shows a file as it grows.
        made = f"{self._folder}/_tmp/{uuid.uuid4().hex}" if self._is_local else place
        if self._is_local:
            self._files.create_dir(f"{self._folder}/_tmp", recursive=True)
        with self._files.open_output_stream(made) as stream:
            stream.write(content)
        if made != place:
            self._files.move(made, place)

    def read(self, path: str) -> bytes | None:
        try:
            with self._files.open_input_stream(f"{self._folder}/{path}") as stream:
                content: bytes = stream.read()
                return content
        except FileNotFoundError:
            return None

    def remove(self, path: str) -> None:
        """Also where it is not there."""
        try:
            self._files.delete_file(f"{self._folder}/{path}")
        except FileNotFoundError:
            pass

    def tidy(self) -> None:
        """Removes what broken writes have left. For when nobody writes."""
        self._files.delete_dir_contents(f"{self._folder}/_tmp", missing_dir_ok=True)
        if self._files.get_file_info(f"{self._folder}/_tmp").type == pafs.FileType.Directory:
            self._files.delete_dir(f"{self._folder}/_tmp")

    def written(self) -> dict[str, dict[str, Any]]:
        """What each unit that is done has written, by its name."""
        found = self._files.get_file_info(pafs.FileSelector(f"{self._folder}/_units", allow_not_found=True))
        made: dict[str, dict[str, Any]] = {}
        for each in found:
            if each.base_name.endswith(".json") and not each.base_name.startswith("."):
                content = self.read(f"_units/{each.base_name}")
                if content is not None:
                    made[each.base_name.removesuffix(".json")] = json.loads(content)
        return dict(sorted(made.items()))


def code_unit(archive: Archive, unit: Unit, setup: Setup, options: Options, check: Callable[[Engine], None]) -> dict[str, Any]:
    """Codes a unit's articles and writes their files, the one that tells of it last. Returns what that one says. The same unit and setup write the same bytes."""
    name = setup.name_of(unit)
    gathered = Gathered(setup.tables)
    parts: list[dict[str, Any]] = []
    counts = dict.fromkeys(COUNTS, 0)
    numbers: list[int] = []

    def asked() -> Iterable[Any]:
        for number, article in articles_of(unit, setup.text_column):
            numbers.append(number)
            yield article

    held = 0
    for at, (article, answer) in enumerate(paired(asked(), lambda requests: answers_of(options, requests, check))):
        if answer is not None and answer.startswith(b'{"skipped"'):
            counts["skipped"] += 1
            continue
        rows = read_answer(numbers[at], article, answer)
        counts["articles"] += 1
        counts["errors"] += rows["articles"][0].get("error") is not None
        counts["notes"] += rows["articles"][0].get("note") is not None
        gathered.add(rows)
        held += 1
        if held == BATCH:
            parts.append(gathered.take())
            held = 0
    parts.append(gathered.take())
    files: dict[str, int] = {}
    for table in setup.tables:
        for month, rows_of_month in _months(parts, table).items():
            path = f"{table}/month={month}/{name}.parquet"
            content = io.BytesIO()
            pq.write_table(rows_of_month, content, compression="zstd")
            archive.write(path, content.getvalue())
            files[path] = rows_of_month.num_rows
    # Told without where it was: the same file elsewhere is the same input.
    done = {**unit.as_json(), **counts, "program": setup.engine.version, "model": setup.engine.model, "codebook": setup.codebook, "files": files}
    archive.write(f"_units/{name}.json", (json.dumps(done, indent=1) + "\n").encode())
    return {"unit": name, **counts}


def _months(parts: list[dict[str, Any]], table: str) -> dict[str, Any]:
    by: dict[str, list[Any]] = {}
    for part in parts:
        for month, rows in by_month(part[table], months_of(part["articles"])).items():
            by.setdefault(month, []).append(rows)
    # One chunk, so that the groups of rows do not show how they were gathered.
    return {month: pa.concat_tables(tables).combine_chunks() for month, tables in sorted(by.items())}


def stale(written: Mapping[str, Mapping[str, Any]], current: Iterable[str], uris: Iterable[str]) -> list[str]:
    """Units whose input was given again and is coded otherwise now: by another model, in other runs, or because the file has changed."""
    kept, given = set(current), set(uris)
    return [name for name, unit in written.items() if name not in kept and unit["uri"] in given]


def manifest_of(written: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """What the folder holds: inputs with their hashes, who coded them, rows by table."""
    rows: dict[str, int] = {}
    inputs: dict[tuple[str, str], dict[str, Any]] = {}
    for unit in written.values():
        for path, count in unit["files"].items():
            table = path.split("/", 1)[0]
            rows[table] = rows.get(table, 0) + count
        one = inputs.setdefault((unit["uri"].rstrip("/").rsplit("/", 1)[-1], unit["hash"]), dict.fromkeys(COUNTS, 0))
        for each in COUNTS:
            one[each] += unit[each]
    coders = sorted({(unit["program"], unit["model"], unit["codebook"]) for unit in written.values()})
    return {
        "layout": LAYOUT,
        "engines": [{"program": program, "model": model, "codebook": codebook} for program, model, codebook in coders],
        "inputs": [{"name": name, "sha256": digest, **counts} for (name, digest), counts in sorted(inputs.items())],
        "rows": {name: rows[name] for name in SCHEMAS if name in rows},
        "units": len(written),
    }

