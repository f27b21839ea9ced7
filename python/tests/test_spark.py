"""On a cluster of two executors: the same as on one machine, to the byte; nothing lost or doubled, whatever is killed; what breaks is told and does not break the others."""

import gzip
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import readout

from .conftest import EXAMPLES, PROGRAM
from .test_units import LINES, RECORDS

pyspark = pytest.importorskip("pyspark", reason="pyspark is not installed: npm run test:spark installs it")
if shutil.which("java") is None:
    pytest.skip("there is no Java: install Java 17", allow_module_level=True)

import readout.spark  # noqa: E402
from readout.spark.archive import Archive  # noqa: E402
from readout.spark.command import _told_by_task, main  # noqa: E402
from readout.tables import SCHEMAS  # noqa: E402

pytestmark = pytest.mark.spark
KILLS = int(os.environ.get("KILLS", "10"))
#: Java that starts quickly and does little, as it has little to do.
QUICK = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["SPARK_SUBMIT_OPTS"] = QUICK
    builder = pyspark.sql.SparkSession.builder.master("local-cluster[2,1,1024]").appName("readout tests")
    conf = {
        "spark.ui.enabled": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.executorEnv.READOUT": str(PROGRAM),
        "spark.executorEnv.BREAK": "poison",
        "spark.ui.showConsoleProgress": "false",
        # One after another is killed here; a cluster that is in order would give up.
        "spark.deploy.maxExecutorRetries": "-1",
        "spark.sql.shuffle.partitions": "2",
        "spark.driver.memory": "768m",
        "spark.executor.extraJavaOptions": QUICK,
        # A task that fails for good is tried so often; one that was killed, too, and no task is killed more often here.
        "spark.task.maxFailures": "11",
    }
    for key, value in conf.items():
        builder = builder.config(key, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    yield session
    session.stop()


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some examples as JSONL and Parquet, broken lines among them, and a web archive: four units of three."""
    folder = tmp_path_factory.mktemp("inputs")
    articles = [{"id": path.stem, "text": path.read_bytes().decode("utf-8"), "published": f"2025-{8 + at % 2:02}-16"} for at, path in enumerate(EXAMPLES[:7])]
    lines = [json.dumps(article).encode() + b"\n" for article in articles[:4]]
    (folder / "news.jsonl").write_bytes(b"".join([*lines[:3], *LINES[3:5], *lines[3:]]))
    pq.write_table(pa.Table.from_pylist(articles[4:]), folder / "more.parquet", row_group_size=2)
    (folder / "pages.warc.gz").write_bytes(b"".join(map(gzip.compress, RECORDS[:4])))
    return folder


@pytest.fixture(scope="module")
def alone(inputs: Path) -> list[str]:
    """The records that the command line writes, sorted."""
    done = subprocess.run([str(PROGRAM), str(inputs), "--as", "jsonl"], capture_output=True, check=False)
    return sorted(done.stdout.decode("utf-8").splitlines())


def files(out: Path) -> dict[str, bytes]:
    return {str(path.relative_to(out)): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file() and not path.name.endswith(".crc")}


def rows(table: Any) -> list[str]:
    return sorted(json.dumps(row, default=str, sort_keys=True) for row in table.to_pylist() if row.pop("row", None) is not Ellipsis)


def test_a_frame_gives_what_one_machine_gives(spark: Any, articles: list[dict[str, str]]) -> None:
    some = [*articles[:2], {"id": "none", "text": None}, {"id": "fr", "text": "Le président a rencontré lundi à Paris son homologue et ils ont parlé de la guerre en Ukraine."}]
    wanted = readout.code(some)
    frame = spark.createDataFrame([(each["id"], each["text"]) for each in some], "key string, words string").repartition(2)
    coded = readout.spark.code(frame, text="words", id="key").persist()
    assert sorted(row["json"] for row in readout.spark.table(coded, "raw").collect()) == sorted(wanted.raw["json"].to_pylist())
    for name in ("articles", "events"):
        found = readout.spark.table(coded, name)
        assert rows(pa.Table.from_pylist([row.asDict(recursive=True) for row in found.collect()], schema=pa.schema([field for field in SCHEMAS[name] if field.name != "row"]))) == [
            each.replace("column text", "column words") for each in rows(getattr(wanted, name))
        ]
    coded.unpersist()
    with pytest.raises(readout.ReadoutError, match=r"no column is named text.*it has key, words"):
        readout.spark.code(frame)
    with pytest.raises(readout.ReadoutError, match="evnts: is no table"):
        readout.spark.table(coded, "evnts")


def test_a_program_that_breaks_fails_its_task_with_its_words_and_not_the_cluster(spark: Any) -> None:
    broken = str(Path(__file__).with_name("broken.py"))
    frame = spark.createDataFrame([("a", "fine"), ("b", "POISON")], "id string, text string").repartition(1)
    with pytest.raises(Exception, match="the program stopped before it had answered all articles.*signal 9.*out of memory, or so"):
        readout.spark.code(frame, program=broken).collect()
    fine = readout.spark.code(frame.where("id = 'a'"), program=broken).collect()
    assert fine[0]["error"].startswith("read fine by")


def test_what_a_task_said_last_is_told_in_a_line() -> None:
    said = "[PYTHON_EXCEPTION] An exception was thrown:\n  File …\nreadout.errors.ReadoutError: READOUT: /nowhere holds no readout: give the path\n\tat org.apache.spark …"
    assert _told_by_task(said) == "READOUT: /nowhere holds no readout: give the path"
    assert _told_by_task(f"{said}\nreadout.errors.ProgramStopped: readout: the program stopped (signal 9)\n") == "the program stopped (signal 9)"
    assert _told_by_task("java.lang.OutOfMemoryError") is None




@pytest.fixture(scope="module")
def out(spark: Any, inputs: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("out") / "archive"
    assert main([str(inputs), str(folder), "--unit", "3"], spark) == 0
    return folder


class TestCommand:
    def test_the_same_as_one_machine_to_the_byte(self, out: Path, alone: list[str]) -> None:
        records = readout.Records.from_parquet(out)
        assert sorted(records.raw["json"].to_pylist()) == alone
        wanted = readout.Records.from_jsonl(alone)
        for name in SCHEMAS:
            if name != "articles":
                assert rows(getattr(records, name)) == rows(getattr(wanted, name)), name
        assert records.dyads_monthly.equals(wanted.dyads_monthly)
        assert records.errors.to_pylist() == [
            {"row": 4, "article": "news:4", "error": "is not JSON: mend or delete the line"},
            {"row": 5, "article": "news:5", "error": 'is JSON but no object: write {"id": "…", "text": "…"}'},
        ]
        months = {path.name for path in (out / "events").iterdir()}
        assert months >= {"month=2025-08", "month=2025-09"}

    def test_again_it_does_nothing_and_goes_on_where_it_ended(self, spark: Any, inputs: Path, out: Path, capfd: pytest.CaptureFixture[str]) -> None:
        before = files(out)
        manifest = json.loads(before["manifest.json"])
        assert manifest["units"] == len([name for name in before if name.startswith("_units/")]) and len(manifest["inputs"]) == 3
        assert main([str(inputs), str(out), "--unit", "3"], spark) == 0
        assert "0 to code" in capfd.readouterr().err
        assert files(out) == before
        # Ended in the middle of a unit: half its files, and no word that it is done.
        written = {name: json.loads(content)["files"] for name, content in before.items() if name.startswith("_units/")}
        unit, some = next((name, file) for name, of in written.items() for file in of if file.startswith("events/"))
        for name in (unit, "manifest.json", some):
            (out / name).unlink()
        assert main([str(inputs), str(out), "--unit", "3"], spark) == 0
        assert "1 to code" in capfd.readouterr().err
        assert files(out) == before

    def test_an_edited_input_takes_the_place_of_the_earlier_one(self, spark: Any, inputs: Path, out: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
        mine = tmp_path / "in.jsonl"
        mine.write_text('{"id": "x", "text": "Peru and Chile signed a treaty in Lima on Monday.", "published": "2025-08-16"}\n' * 2)
        made = tmp_path / "archive"
        assert main([str(mine), str(made)], spark) == 0
        assert "1 ids stand more than once (x …)" in capfd.readouterr().err
        mine.write_text('{"id": "y", "text": "Kenya rejected the offer of Uganda on Friday.", "published": "2025-09-16"}\n')
        gone = tmp_path / "gone.jsonl"
        assert main([str(mine), str(gone), str(made)], spark) == 1
        assert f"readout-spark: {gone}: is not there: check the path" in capfd.readouterr().err
        records = readout.Records.from_parquet(made)
        assert records.articles["article"].to_pylist() == ["y"]
        assert not list(made.rglob("month=2025-08/*"))

    def test_executors_killed_at_random_lose_and_double_nothing(self, spark: Any, inputs: Path, out: Path, tmp_path: Path) -> None:
        killed: list[int] = []
        dice = random.Random(17)
        runs = 0
        while len(killed) < KILLS:
            runs += 1
            again = tmp_path / f"archive-{runs}"
            ended = threading.Event()
            killer = threading.Thread(target=kill_executors, args=(spark.sparkContext.applicationId, ended, killed, dice))
            killer.start()
            try:
                assert main([str(inputs), str(again), "--unit", "3"], spark) == 0
            finally:
                ended.set()
                killer.join()
            assert files(again) == files(out)
        print(f"{len(killed)} executors killed in {runs} runs")
        assert Archive(str(out)).written() == Archive(str(again)).written()


def kill_executors(application: str, ended: threading.Event, killed: list[int], dice: random.Random) -> None:
    """Kills one of the application's executors now and then: each time after one that was not there before has begun to work."""
    while len(killed) < KILLS and not ended.wait(dice.uniform(0.1, 1.5)):
        working = [pid for pid in executors_of(application) if pid not in killed and children_of(pid)]
        if working and not ended.wait(dice.uniform(0.0, 3.0)):
            victim = dice.choice(working)
            try:
                os.kill(victim, signal.SIGKILL)
                killed.append(victim)
            except ProcessLookupError:
                pass


def executors_of(application: str) -> list[int]:
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = path.read_bytes().split(b"\0")
        except OSError:
            continue
        if application.encode() in words and any(b"CoarseGrainedExecutorBackend" in word for word in words):
            found.append(int(path.parent.name))
    return sorted(found)


def children_of(pid: int) -> list[int]:
    try:
        return [int(word) for path in Path(f"/proc/{pid}/task").glob("*/children") for word in path.read_text().split()]
    except OSError:
        return []


def test_usage(capsys: pytest.CaptureFixture[str]) -> None:
    for words, message in (
        (["in"], "the following arguments are required: OUT"),
        (["in", "out", "--tables", "evnts"], "--tables: evnts is no table: give some of articles, events"),
        (["in", "out", "--unit", "0"], "--unit: give a number from 1"),
        (["in", "out", "--conf", "x"], "--conf: write it as KEY=VALUE"),
    ):
        with pytest.raises(SystemExit) as ended:
            main(words)
        assert ended.value.code == 2
        assert message in capsys.readouterr().err
    assert main(["in", "out", "--actors", "/nowhere.csv"]) == 1
    assert "actors: /nowhere.csv cannot be read" in capsys.readouterr().err
