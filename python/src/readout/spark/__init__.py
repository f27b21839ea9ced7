"""An archive's articles → their events, by Spark: one program a task, on whatever cluster there is. The command `readout-spark` is in `readout.spark.command`."""

import hashlib
import json
import tempfile
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from ..articles import ask_row, columns_of
from ..coding import paired, read_answer
from ..coding import Path as AnyPath
from ..errors import ReadoutError
from ..tables import SCHEMAS, whole
from ..worker import Options, answers_of, options_of

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

__all__ = ["code", "table"]

#: Tables that are lists in an article's row; `articles` and `raw` are the row itself.
INNER = tuple(name for name in SCHEMAS if name not in ("articles", "raw"))
#: The number of an article's sentences makes room for the table of that name.
COUNT = "sentence_count"
_ARTICLE = [field.with_name(COUNT) if field.name == "sentences" else field for field in SCHEMAS["articles"] if field.name != "row"]
#: Articles coded before a batch of rows is handed on.
BATCH = 32


def code(
    frame: "DataFrame",
    *,
    text: str | None = None,
    id: str | None = None,
    published: str | None = None,
    date: str | None = None,
    actors: AnyPath | Sequence[AnyPath] = (),
    threads: int = 1,
    program: AnyPath | None = None,
) -> "DataFrame":
    """Codes the articles of a frame: a row an article, over `mapInArrow`. `readout.spark.table(coded, "events")` makes the tables of it.

    The columns are found and named as with `readout.code`; an article without an id gets the first 12 digits of its text's SHA-256. Dictionaries (`actors`) are read here and
    sent along. `program`: its path on the executors, where it is not found by itself. `threads`: of each task's program; more than 1 only where `spark.task.cpus` is.

    Each task starts one program, which ends with it. What is wrong with an article is its `error`; a program that breaks fails its task with its last words, and Spark tries again.
    Nothing is coded before an action asks for it, and each action codes anew: write the frame, or `persist` it, before it is used twice.
    Raises ReadoutError where the frame has no column with a text.
    """
    columns = columns_of(frame.columns, text, id, published)
    options = options_of(program, date, (), threads)
    dictionaries = read_dictionaries(actors)

    def run(batches: Iterator[Any]) -> Iterator[Any]:
        asked = (ask_row(row, columns, hashed) for batch in batches for row in batch.to_pylist())
        with with_dictionaries(options, dictionaries) as all_options:
            rows: list[dict[str, Any]] = []
            for each, answer in paired(asked, lambda requests: answers_of(all_options, requests)):
                rows.append(_row(read_answer(None, each, answer)))
                if len(rows) == BATCH:
                    yield _batch(rows)
                    rows.clear()
            if rows:
                yield _batch(rows)

    return mapped(frame, run, _ddl(CODED))


def table(coded: "DataFrame", name: str) -> "DataFrame":
    """A table (`events`, `event_actors`, `statements` …, as `readout.Records` has them) of what `code` gave. `articles` has the errors."""
    if name not in SCHEMAS:
        raise ReadoutError(f"{name}: is no table: give one of {', '.join(SCHEMAS)}")
    if name == "articles":
        return coded.select(*(field.name for field in _ARTICLE)).withColumnRenamed(COUNT, "sentences")
    if name == "raw":
        return coded.where("json IS NOT NULL").select("article", "json")
    return coded.selectExpr("article", f"inline({name})")


def hashed(text: str) -> str:
    """The id of a text that has none."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:12]


#: One row an article: its columns, the record as JSON, and each table as a list of structs.
CODED = pa.schema(
    [
        *_ARTICLE,
        ("json", pa.string()),
        *((name, pa.list_(pa.struct([field for field in SCHEMAS[name] if field.name != "article"]))) for name in INNER),
    ]
)


def _row(tables: dict[str, Any]) -> dict[str, Any]:
    (article,) = tables["articles"]
    raw = tables.get("raw")
    return {**article, COUNT: article.get("sentences"), "json": raw[0]["json"] if raw else None, **{name: tables.get(name, []) for name in INNER}}


def _batch(rows: list[dict[str, Any]]) -> Any:
    try:
        return pa.RecordBatch.from_pylist(rows, schema=CODED)
    except UnicodeEncodeError:
        return pa.RecordBatch.from_pylist([whole(row) for row in rows], schema=CODED)


def _ddl(schema: Any) -> str:
    """An Arrow schema as Spark writes types."""
    return ", ".join(f"`{field.name}` {_type(field.type)}" for field in schema)


def _type(kind: Any) -> str:
    if pa.types.is_list(kind):
        return f"array<{_type(kind.value_type)}>"
    if pa.types.is_struct(kind):
        return f"struct<{', '.join(f'`{field.name}`: {_type(field.type)}' for field in kind)}>"
    return _TYPES[kind]


_TYPES = {
    pa.string(): "string",
    pa.bool_(): "boolean",
    pa.int8(): "tinyint",
    pa.int32(): "int",
    pa.int64(): "bigint",
    pa.float64(): "double",
    pa.date32(): "date",
}

#: Names and contents of dictionaries.
Dictionaries = tuple[tuple[str, bytes], ...]


def read_dictionaries(paths: AnyPath | Sequence[AnyPath]) -> Dictionaries:
    """Raises ReadoutError where one cannot be read."""
    made = []
    for path in options_of(None, None, paths, None).actors:
        try:
            made.append((Path(path).name, Path(path).read_bytes()))
        except OSError as error:
            raise ReadoutError(f"actors: {path} cannot be read ({error.strerror}): check the name") from error
    return tuple(made)


@contextmanager
def with_dictionaries(options: Options, dictionaries: Dictionaries) -> Iterator[Options]:
    """The options, with the dictionaries as files of this machine for as long as the block lasts."""
    if not dictionaries:
        yield options
        return
    with tempfile.TemporaryDirectory(prefix="readout-") as folder:
        paths = []
        for number, (name, content) in enumerate(dictionaries):
            # Each in a folder of its own: two may have one name.
            path = Path(folder) / str(number) / name
            path.parent.mkdir()
            path.write_bytes(content)
            paths.append(str(path))
        yield Options(options.program, options.date, tuple(paths), options.threads)


def mapped(frame: Any, run: Callable[[Iterator[Any]], Iterator[Any]], ddl: str) -> Any:
    """`mapInArrow`, without the warning that the pandas at hand is newer than PySpark knows: pandas has no part in it."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="PySpark does not yet fully support pandas", category=FutureWarning)
        return frame.mapInArrow(run, ddl)


def one_each(spark: Any, things: Sequence[Any], work: Callable[[Any], Iterable[dict[str, Any]]]) -> Iterator[dict[str, Any]]:
    """Runs `work` on each of the things, a task each, and gives what it gives, as JSON can have it."""
    if not things:
        return

    def run(batches: Iterator[Any]) -> Iterator[Any]:
        for batch in batches:
            for number in batch.column(0).to_pylist():
                for answer in work(things[number]):
                    yield pa.RecordBatch.from_pylist([{"json": json.dumps(answer)}], schema=pa.schema([("json", pa.string())]))

    for row in mapped(spark.range(0, len(things), 1, len(things)), run, "json string").collect():
        yield json.loads(row["json"])
