"""`readout-spark IN… OUT`: an archive's files → Parquet by table and month, by Spark. Doing it again does only what is missing."""

import argparse
import hashlib
import json
import os
import re
import sys
import warnings
from collections.abc import Sequence
from typing import Any

from ..errors import ReadoutError
from ..tables import SCHEMAS
from ..worker import Engine, Options, Worker, options_of
from . import Dictionaries, one_each, read_dictionaries, with_dictionaries
from .archive import Archive, Setup, code_unit, manifest_of, stale
from .units import LEAST, MOST, Source, Unit, check_columns, sources_of, units_of

EPILOG = """IN: files or folders of JSONL (.jsonl, .ndjson, also .gz, .zst), Parquet or web archives (.warc, .warc.gz);
paths that every executor sees, or addresses that pyarrow reads (hdfs://, s3://, gs://). OUT: a folder, likewise.
Ended early, it goes on where it was. Exit: 0 all is coded; 1 some inputs could not be read, and the rest is coded; 2 wrong usage."""

#: Where the user's own configuration does not say otherwise.
DEFAULTS = {
    # Machines that are lent by the hour go at any time; a task that was lost with one is no reason to end.
    "spark.task.maxFailures": "16",
}


def main(words: Sequence[str], spark: Any = None) -> int:
    """@param spark a session to use; left out, one is made, and ended afterwards."""
    parser = argparse.ArgumentParser(
        prog="readout-spark", description="Codes an archive of articles into Parquet by month.", epilog=EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("inputs", nargs="+", metavar="IN", help="files or folders")
    parser.add_argument("out", metavar="OUT", help="the folder to write to")
    parser.add_argument("--text-column", metavar="NAME", help="the column of a Parquet file that holds the text")
    parser.add_argument("--date", metavar="YYYY-MM-DD", help='the day that "yesterday" is told from, where an article has no date')
    parser.add_argument("--actors", metavar="FILE", action="append", default=[], help="your own dictionary of actors (repeatable)")
    parser.add_argument("--tables", metavar="NAMES", default=",".join(SCHEMAS), help="which to write, with commas; left out: all")
    parser.add_argument("--unit", metavar="NUMBER", type=int, help=f"articles a task; left out: a file is cut in eight, of {LEAST} to {MOST} articles each")
    parser.add_argument("--program", metavar="PATH", help="the program on the executors, where READOUT and the PATH there do not tell")
    parser.add_argument("--master", metavar="URL", help="the cluster; left out: what spark-submit says, else this machine")
    parser.add_argument("--conf", metavar="KEY=VALUE", action="append", default=[], help="of Spark (repeatable)")
    given = parser.parse_args(list(words))
    tables = tuple(name for name in SCHEMAS if name in given.tables.split(",") or name == "articles")
    unknown = [name for name in given.tables.split(",") if name not in SCHEMAS]
    if unknown:
        parser.error(f"--tables: {unknown[0]} is no table: give some of {', '.join(SCHEMAS)}")
    if given.unit is not None and given.unit < 1:
        parser.error("--unit: give a number from 1")
    conf = [each.partition("=") for each in given.conf]
    if not all(equals for _, equals, _ in conf):
        parser.error("--conf: write it as KEY=VALUE")
    try:
        dictionaries = read_dictionaries(given.actors)
        options = options_of(given.program, given.date, (), 1)
        session = spark or _session(given.master, {key: value for key, _, value in conf})
        try:
            return _run(session, given, tables, options, dictionaries)
        finally:
            if spark is None:
                session.stop()
    except ReadoutError as error:
        _say(str(error))
        return 1
    except Exception as error:
        # A task's own words come wrapped in those of Spark, Java and Python, a hundred lines of them.
        told = _told_by_task(str(error))
        if told is None:
            raise
        _say(f"{told} (told by a task; what is coded stays: start again to go on)")
        return 1


def _told_by_task(text: str) -> str | None:
    found = re.findall(r"^readout\.errors\.(?:ReadoutError|ProgramStopped): (.+)$", text, re.MULTILINE)
    return found[-1].removeprefix("readout: ") if found else None


def _session(master: str | None, conf: dict[str, str]) -> Any:
    try:
        from pyspark import SparkConf, SparkContext
        from pyspark.errors import PySparkRuntimeError
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise ReadoutError('pyspark: is not installed: pip install "./python[spark]", or start readout-spark by the cluster\'s spark-submit') from error

    # What spark-submit and the user's own files say wins over what we would choose; only a JVM that runs knows it.
    try:
        SparkContext._ensure_initialized()
    except PySparkRuntimeError as error:
        raise ReadoutError(f"java: Spark's Java did not start ({str(error).splitlines()[0]}): install Java 17, and set JAVA_HOME to it, or put java on the PATH") from error
    told = SparkConf()
    # Said of the pandas at hand, which has no part in this.
    warnings.filterwarnings("ignore", message="PySpark does not yet fully support pandas", category=FutureWarning)
    builder = SparkSession.builder.appName("readout-spark")
    for key, value in DEFAULTS.items():
        if not told.contains(key):
            builder = builder.config(key, value)
    # Python starts Spark as if for a shell, with a bar of progress, which is for somebody who looks on.
    builder = builder.config("spark.ui.showConsoleProgress", "true" if sys.stderr.isatty() else "false")
    for key, value in conf.items():
        builder = builder.config(key, value)
    master = master or told.get("spark.master") or "local[*]"
    builder = builder.master(master)
    if master.startswith("local"):
        # Executors on this machine have this Python and its packages.
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    session = builder.getOrCreate()
    # On one machine what a task says is told at the end, in one line; on a cluster its whole course may be wanted.
    session.sparkContext.setLogLevel("OFF" if master.startswith("local") else "ERROR")
    return session


def _run(spark: Any, given: Any, tables: tuple[str, ...], options: Options, dictionaries: Dictionaries) -> int:
    sources, wrong = sources_of(given.inputs)
    good: list[Source] = []
    for source in sources:
        try:
            check_columns(source, given.text_column)
            good.append(source)
        except Exception as error:  # noqa: BLE001 - whatever is wrong with a file, the others are coded
            wrong.append(f"{source.uri}: {str(error).splitlines()[0]}" if isinstance(error, ReadoutError) else f"{source.uri}: cannot be read ({str(error).splitlines()[0]}): check the file")
    most = given.unit
    units: list[Unit] = []
    for said in one_each(spark, good, lambda source: units_of(source, most)):
        if "wrong" in said:
            wrong.append(said["wrong"])
        else:
            units.append(Unit(**said))
    engine = Engine(**next(one_each(spark, [options], lambda each: [_engine(each)]))) if units else None
    archive = Archive(given.out)
    written = archive.written()
    if engine is not None:
        setup = Setup(engine, given.date, tuple(_sum(content) for _, content in dictionaries), given.text_column, tables)
        current: dict[str, Unit] = {}
        for unit in units:
            same = current.setdefault(setup.name_of(unit), unit)
            if same.uri != unit.uri and unit.first == 1:
                _say(f"{unit.uri}: is the same as {same.uri}, to the byte: it is coded once")
        missing = [unit for name, unit in current.items() if name not in written]
        old = stale(written, current, [source.uri for source in good])
        _say(f"{len(good)} input{'s' * (len(good) != 1)}, {len(current)} unit{'s' * (len(current) != 1)}: {len(missing)} to code, {len(current) - len(missing)} done before")
        if missing or old:
            archive.remove("manifest.json")
        out = given.out

        def work(unit: Unit) -> list[dict[str, Any]]:
            with with_dictionaries(options, dictionaries) as all_options:
                return [code_unit(Archive(out), unit, setup, all_options, lambda found: _same(engine, found))]

        for _ in one_each(spark, missing, work):
            pass
        for name in old:
            for path in written[name]["files"]:
                if not any(path in written[other]["files"] for other in current if other in written):
                    archive.remove(path)
            archive.remove(f"_units/{name}.json")
        written = archive.written()
        archive.write("manifest.json", _manifest(written))
        archive.tidy()
        _tell(spark, given.out, {name: written[name] for name in current}, written)
    for each in wrong:
        _say(each)
    return 1 if wrong else 0


def _engine(options: Options) -> dict[str, str]:
    with Worker(options) as worker:
        return {"version": worker.engine.version, "model": worker.engine.model}


def _same(wanted: Engine, found: Engine) -> None:
    if wanted != found:
        raise ReadoutError(f"readout: this executor's program is {found.version} with model {found.model}, another's {wanted.version} with {wanted.model}: install the same everywhere")


def _sum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _manifest(written: dict[str, dict[str, Any]]) -> bytes:
    return (json.dumps(manifest_of(written), indent=1) + "\n").encode()


def _tell(spark: Any, out: str, of_run: dict[str, dict[str, Any]], written: dict[str, dict[str, Any]]) -> None:
    """Sums the run up on standard error, and names ids that stand more than once in the folder."""
    articles = sum(unit["articles"] for unit in of_run.values())
    errors = sum(unit["errors"] for unit in of_run.values())
    events = sum(rows for unit in of_run.values() for path, rows in unit["files"].items() if path.startswith("events/"))
    notes = sum(unit["notes"] for unit in of_run.values())
    said = [f"{articles:,} articles, {events:,} events in {out}", f"{errors:,} articles could not be coded{' (column error of table articles)' if errors else ''}"]
    _say("; ".join([*said, *([f"{notes:,} were read with something passed over (column note there)"] if notes else [])]))
    paths = [f"{out.rstrip('/')}/{path}" for unit in written.values() for path in unit["files"] if path.startswith("articles/")]
    if paths:
        twice = spark.read.schema("article string").parquet(*paths).where("article IS NOT NULL").groupBy("article").count().where("count > 1")
        some = [row["article"] for row in twice.orderBy("article").limit(3).collect()]
        if some:
            _say(f"{twice.count():,} ids stand more than once ({', '.join(some)} …): what joins tables by article takes these articles for one: give each an id of its own")


def _say(message: str) -> None:
    print(f"readout-spark: {message}", file=sys.stderr, flush=True)


def entry() -> None:
    """The command."""
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    entry()
