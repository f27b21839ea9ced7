"""Measures how throughput grows with executors, and computes what an archive would take: python python/measure.py [--executors 1,2] [--articles 120] | --cost

Writes a table in Markdown on standard output. Seconds are those of a clock, which say how throughput grows only where nothing else keeps the cores busy: the load of the machine is told beside
them. CPU seconds are those of Spark, Python and the programs together, from the first task to the last, and say so on a busy machine too, but for what waiting costs. Each number of executors is a session of its own on `local-cluster[N,1,1024]`, with one run to warm up that is not counted.
The articles are those of examples/, again and again. Needs the environment of npm run test:spark.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = ROOT / "bin" / "readout"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--executors", default="1,2")
    parser.add_argument("--articles", type=int, default=120)
    parser.add_argument("--unit", type=int, default=10)
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--cost", action="store_true", help="compute what CC-NEWS would take, and measure nothing")
    parser.add_argument("--sentence", type=float, default=143, help="bytes of a sentence; left out: 143, as in 80 newswire articles")
    parser.add_argument("--price", type=float, default=0.04, help="of a core's hour; left out: 0.04")
    given = parser.parse_args()
    if given.cost:
        cost(given.sentence, given.price)
        return
    if given.one is not None:
        measure(given.one, given.articles, given.unit)
        return
    print("| executors | articles | seconds | articles a second | over one | CPU seconds | CPU seconds an article | load of the machine, of so many cores |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    first = None
    for count in map(int, given.executors.split(",")):
        words = [sys.executable, __file__, "--one", str(count), "--articles", str(given.articles), "--unit", str(given.unit)]
        seconds, cpu, load = map(float, subprocess.run(words, check=True, capture_output=True, text=True).stdout.split()[-3:])
        rate = given.articles / seconds
        first = first or rate
        print(f"| {count} | {given.articles} | {seconds:.0f} | {rate:.2f} | {rate / first:.2f} | {cpu:.0f} | {cpu / given.articles:.2f} | {load:.0f}, {os.cpu_count()} |", flush=True)


def measure(executors: int, articles: int, unit: int) -> None:
    """Prints the seconds that coding takes, from the first task to the last, those of CPU, and the mean load of the last minute."""
    from pyspark.sql import SparkSession

    from readout.spark.command import main as command

    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.master(f"local-cluster[{executors},1,1024]").config("spark.ui.enabled", "false").config("spark.executorEnv.READOUT", str(PROGRAM))
    spark = builder.config("spark.driver.host", "127.0.0.1").config("spark.driver.bindAddress", "127.0.0.1").getOrCreate()
    spark.sparkContext.setLogLevel("OFF")
    texts = [path.read_text() for path in sorted((ROOT / "examples").glob("*.txt"))]
    with tempfile.TemporaryDirectory() as folder:
        for name, count in (("warm", 2 * executors), ("measured", articles)):
            lines = [json.dumps({"id": f"{name}-{at}", "text": texts[at % len(texts)]}) for at in range(count)]
            (Path(folder) / f"{name}.jsonl").write_text("".join(f"{line}\n" for line in lines))
            begun, used = time.monotonic(), cpu_seconds()
            code = command([f"{folder}/{name}.jsonl", f"{folder}/{name}", "--unit", str(1 if name == "warm" else unit)], spark)
            assert code == 0
            seconds, used = time.monotonic() - begun, cpu_seconds() - used
    spark.stop()
    print(seconds, used, os.getloadavg()[0])


def cpu_seconds() -> float:
    """CPU seconds of this process, of those that it and they have started, and of those of them that have ended."""
    parents: dict[int, int] = {}
    times: dict[int, float] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            # The name, in brackets, may hold anything.
            cells = path.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        parents[int(path.parent.name)] = int(cells[1])
        times[int(path.parent.name)] = sum(map(int, cells[11:15])) / os.sysconf("SC_CLK_TCK")

    def is_mine(pid: int) -> bool:
        while pid not in (0, os.getpid()):
            pid = parents.get(pid, 0)
        return pid != 0

    return sum(seconds for pid, seconds in times.items() if is_mine(pid))


#: Liu et al. 2019 (RoBERTa), section 3.2: the English articles of CC-NEWS from September 2016 to February 2019, 76 GB of text.
CC_NEWS = 76e9


def cost(bytes_a_sentence: float, price: float, machines: int = 100, cores: int = 16) -> None:
    """Computed from docs/performance.md, not measured: how long CC-NEWS's text would take, and what it would cost."""
    page = (ROOT / "docs" / "performance.md").read_text()
    found = re.search(r"sentences a second, 2,000 articles \| ([\d.]+)", page)
    measured_on = re.search(r"(\d+) cores", page)
    assert found and measured_on
    rate = float(found[1]) / int(measured_on[1])
    sentences = CC_NEWS / bytes_a_sentence
    hours = sentences / rate / 3600
    print(f"{rate:.1f} sentences a second and core; {sentences / 1e6:,.0f} million sentences of {bytes_a_sentence:g} bytes")
    print(f"{hours:,.0f} hours of one core; {hours / machines / cores * 60:.0f} minutes on {machines} machines of {cores} cores; {hours * price:,.0f} at {price} an hour and core")


if __name__ == "__main__":
    main()
