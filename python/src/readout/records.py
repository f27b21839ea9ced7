"""What was coded, as tables: pyarrow's, and pandas' where pandas is there."""

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as ds
import pyarrow.parquet as pq

from .errors import ReadoutError
from .tables import SCHEMAS, Gathered, tables_of


class Tables:
    """Named Arrow tables. Each is an attribute; `frames` has the same as pandas frames."""

    def __init__(self, tables: Mapping[str, Any]) -> None:
        self.tables = dict(tables)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_") or name == "tables":
            raise AttributeError(name)
        try:
            return self.tables[name]
        except KeyError:
            raise AttributeError(f"there is no table {name}: there are {', '.join(self.tables)}") from None

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *self.tables]

    @property
    def frames(self) -> "Frames":
        """The tables as pandas frames: `records.frames.events`. Whole numbers and yes-or-no may be missing (`Int32`, `boolean`), days are dates of pandas."""
        return Frames(self)


class Frames:
    """Tables as pandas frames, made when they are asked for."""

    def __init__(self, of: Any) -> None:
        self._of = of

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return to_pandas(getattr(self._of, name))

    def __dir__(self) -> list[str]:
        return [name for name in dir(self._of) if not name.startswith("_")]


class Records(Tables):
    """Everything that was told by some articles.

    Tables, each with the article's id in `article`: `articles` (one row for each that was given, with `error` where it could not be coded), `events`, `event_actors`
    (one row a participant), `statements`, `positions`, `commitments`, `reactions`, `outcomes`, `optics`, `meetings` (one row an event), `actors`, `sentences`, `promotions`, and `raw` (the whole records as JSON).
    `start` and `end` are places in the article's text in UTF-16 code units; `readout.cut` cuts by them.
    """

    articles: Any
    events: Any
    event_actors: Any
    statements: Any
    positions: Any
    commitments: Any
    reactions: Any
    outcomes: Any
    optics: Any
    meetings: Any
    actors: Any
    sentences: Any
    promotions: Any
    raw: Any

    def __len__(self) -> int:
        """Articles, those with an error among them."""
        return int(self.articles.num_rows)

    def __repr__(self) -> str:
        wrong = self.errors.num_rows
        return f"<Records of {len(self)} articles: {self.events.num_rows} events, {self.statements.num_rows} statements, {self.positions.num_rows} positions{f'; {wrong} could not be coded' if wrong else ''}>"

    @property
    def errors(self) -> Any:
        """`row`, `article` and `error` of the articles that could not be coded."""
        return self.articles.filter(pc.is_valid(self.articles["error"])).select(["row", "article", "error"])

    @property
    def dyads_monthly(self) -> Any:
        """What two codes did to each other by month, as the shelf's view of that name counts it: `month`, `source`, `target`, `events`, `cooperation`, `conflict`, `mean_score`, `only_said`, `not_so`."""
        return dyads_monthly(self.events, self.event_actors)

    def records(self) -> Iterator[Any]:
        """The whole records, as docs/record.md has them."""
        for text in self.raw["json"].to_pylist():
            yield json.loads(text)

    def to_parquet(self, folder: str | os.PathLike[str], *, by: str | None = None) -> None:
        """A file a table, `events.parquet` and so on; with `by="month"` a folder a month of publication, `events/month=2025-08/part.parquet`, as `readout-spark` has them.

        The same records give the same bytes.
        """
        if by not in (None, "month"):
            raise ReadoutError(f"by={by!r}: is unknown: give 'month', or leave it out")
        place = Path(folder)
        months = months_of(self.articles)
        for name, table in self.tables.items():
            if by is None:
                place.mkdir(parents=True, exist_ok=True)
                pq.write_table(table, place / f"{name}.parquet", compression="zstd")
                continue
            for month, part in by_month(table, months).items():
                inner = place / name / f"month={month}"
                inner.mkdir(parents=True, exist_ok=True)
                pq.write_table(part, inner / "part.parquet", compression="zstd")

    @classmethod
    def from_parquet(cls, folder: str | os.PathLike[str]) -> "Records":
        """What `to_parquet` or `readout-spark` wrote. Raises ReadoutError where there is none."""
        place = Path(folder)
        made: dict[str, Any] = {}
        for name, schema in SCHEMAS.items():
            for path in (place / f"{name}.parquet", place / name):
                if path.exists():
                    made[name] = _sorted(ds.dataset(path, schema=schema, format="parquet").to_table())
                    break
            else:
                made[name] = schema.empty_table()
        if not (place / "articles.parquet").exists() and not (place / "articles").exists():
            raise ReadoutError(f"{place}: holds no table named articles: give the folder that to_parquet or readout-spark wrote")
        return cls(made)

    @classmethod
    def from_jsonl(cls, lines: str | os.PathLike[str] | Iterable[str]) -> "Records":
        """What `readout FILE… --as jsonl` wrote: a file, or its lines."""
        if isinstance(lines, (str, os.PathLike)):
            with open(lines, encoding="utf-8") as file:
                return cls.from_jsonl(list(file))
        gathered = Gathered()
        number = -1
        for line in lines:
            if line.strip():
                number += 1
                gathered.add(tables_of(json.loads(line), line.rstrip("\r\n"), number))
        return cls(gathered.take())


def _sorted(table: Any) -> Any:
    # Files come in any order; rows of one article stand together in theirs.
    if table.num_rows == 0 or "article" not in table.column_names:
        return table
    keys = [(table.column_names[0], "ascending")]
    if "row" in table.column_names:
        keys = [("row", "ascending"), *keys]
    return table.take(pc.sort_indices(table.select([name for name, _ in keys]), sort_keys=keys))


def months_of(articles: Any) -> dict[str | None, str]:
    """Month of publication, YYYY-MM, by article."""
    days = articles["day"].to_pylist()
    return {id: UNDATED if day is None else f"{day:%Y-%m}" for id, day in zip(articles["article"].to_pylist(), days, strict=True)}


#: The folder of what has no date, by which readers of Parquet know it.
UNDATED = "undated"


def by_month(table: Any, months: Mapping[str | None, str]) -> dict[str, Any]:
    """The rows of each month, in their order."""
    if table.num_rows == 0:
        return {}
    of = pa.array([months.get(id, UNDATED) for id in table["article"].to_pylist()])
    return {month: table.filter(pc.equal(of, month)) for month in sorted(pc.unique(of).to_pylist())}


def dyads_monthly(events: Any, event_actors: Any) -> Any:
    """Events and their participants → a row a month and pair of codes, once an article. Events, cooperation, conflict and score are of what is told as fact; what is only said, and what is
    denied, planned, supposed, judged or told by a heading alone, is counted apart. What is dated to no month is left out."""
    kept: dict[tuple[str, str], tuple[Any, int, float, str]] = {}
    for id, event, first, last, quad, score, retold, reality in _cells(events, "article", "event", "from_day", "to_day", "quad", "score", "retold", "reality"):
        if first is not None and (first.year, first.month) == (last.year, last.month) and not retold:
            kept[id, event] = (first.replace(day=1), quad, score, reality)
    sides: dict[tuple[str, str], tuple[list[str], list[str]]] = {}
    for id, event, role, code in _cells(event_actors, "article", "event", "role", "code"):
        if code is not None and (id, event) in kept:
            side = sides.setdefault((id, event), ([], []))[role == "recipient"]
            if code not in side:
                side.append(code)
    counts: dict[tuple[Any, str, str], list[tuple[int, float, str]]] = {}
    for key, (sources, targets) in sides.items():
        month, quad, score, reality = kept[key]
        for source in sources:
            for target in targets:
                counts.setdefault((month, source, target), []).append((quad, score, reality))
    rows = []
    for (month, source, target), all_told in sorted(counts.items()):
        facts = [(each_quad, each_score) for each_quad, each_score, told_as in all_told if told_as in ("fact", "past")]
        said = sum(told_as == "said" for _, _, told_as in all_told)
        rows.append(
            {
                **{"month": month, "source": source, "target": target, "events": len(facts)},
                **{"cooperation": sum(each <= 2 for each, _ in facts), "conflict": sum(each > 2 for each, _ in facts)},
                "mean_score": round(sum(each for _, each in facts) / len(facts), 3) if facts else None,
                **{"only_said": said, "not_so": len(all_told) - len(facts) - said},
            }
        )
    return pa.Table.from_pylist(rows, schema=DYADS)


DYADS = pa.schema(
    [
        ("month", pa.date32()),
        ("source", pa.string()),
        ("target", pa.string()),
        ("events", pa.int64()),
        ("cooperation", pa.int64()),
        ("conflict", pa.int64()),
        ("mean_score", pa.float64()),
        ("only_said", pa.int64()),
        ("not_so", pa.int64()),
    ]
)


def _cells(table: Any, *names: str) -> Iterator[tuple[Any, ...]]:
    for batch in table.select(list(names)).to_batches(max_chunksize=10_000):
        yield from zip(*(batch.column(name).to_pylist() for name in names), strict=True)


def to_pandas(table: Any) -> Any:
    """An Arrow table → a pandas frame; what may be missing stays what it is. Raises ReadoutError where pandas is not installed."""
    try:
        import pandas
    except ImportError as error:
        raise ReadoutError("pandas: is not installed: pip install pandas, or use the Arrow tables (records.events)") from error
    kinds = {
        pa.int8(): pandas.Int8Dtype(),
        pa.int32(): pandas.Int32Dtype(),
        pa.int64(): pandas.Int64Dtype(),
        pa.bool_(): pandas.BooleanDtype(),
    }
    frame = table.to_pandas(date_as_object=False, types_mapper=kinds.get)
    for field in table.schema:
        # Lists come as arrays of numpy, which neither compare nor print as lists do.
        if pa.types.is_list(field.type):
            frame[field.name] = [None if value is None else list(value) for value in frame[field.name]]
    return frame
