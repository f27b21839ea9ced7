"""docs/python.md, docs/scale.md and docs/r.md show what their programs print. UPDATE_DOCS=1 writes it there."""

import contextlib
import io
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import readout

from .conftest import EXAMPLES, ROOT, program

UPDATE = bool(os.environ.get("UPDATE_DOCS"))


def blocks(page: str, mark: str) -> list[tuple[str, str | None]]:
    """Programs of a page that stand below such a mark, in their order, each with the output that it shows, or None."""
    found = re.finditer(rf"<!-- {mark} -->\n+```[a-z]+\n(.*?)```\n(?:\n<!-- output -->\n+```text\n(.*?)```\n)?", page, re.DOTALL)
    return [(match[1], match[2]) for match in found]


def hold(path: Path, mark: str, printed: list[str]) -> None:
    """The page shows what its programs print; with UPDATE_DOCS it is written there."""
    page = path.read_text()
    for (code, output), text in zip(blocks(page, mark), printed, strict=True):
        if output is None:
            assert text == ""
        elif UPDATE:
            head = f"{code}```\n\n<!-- output -->\n\n```text\n"
            page = page.replace(f"{head}{output}```", f"{head}{text}```", 1)
        else:
            assert text == output
    if UPDATE:
        path.write_text(page)


def run_blocks(path: Path, mark: str, names: dict[str, object]) -> list[str]:
    """What the programs print, run one after another with the same names."""
    printed = []
    for code, _ in blocks(path.read_text(), mark):
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            exec(compile(code, path.name, "exec"), names)  # noqa: S102
        printed.append(out.getvalue())
    return printed


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "examples").mkdir()
    for path in EXAMPLES:
        shutil.copy(path, tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_python(folder: Path) -> None:
    path = ROOT / "docs" / "python.md"
    names: dict[str, object] = {}
    printed = run_blocks(path, "python", names)
    hold(path, "python", printed)
    assert (folder / "dyads.png").read_bytes().startswith(b"\x89PNG")
    assert isinstance(names["records"], readout.Records) and len(printed) > 7


ARTICLES = ROOT.parent / "shared" / "data" / "articles"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which docs/python.md's whole way was walked."""
    if not ARTICLES.is_dir():
        pytest.skip("../shared/data/articles is not there: the whole way is walked over its 80 articles")
    folder = tmp_path_factory.mktemp("path")
    (folder / "articles").symlink_to(ARTICLES)
    names: dict[str, object] = {}
    page = ROOT / "docs" / "python.md"
    with contextlib.chdir(folder):
        hold(page, "path", run_blocks(page, "path", names))
    mine: Any = names["dyads"]
    with_all: Any = names["records"].frames.dyads_monthly  # type: ignore[attr-defined]
    counted = with_all[with_all.events > 0]
    assert mine[["month", "code_actor", "code_recipient", "events", "conflict"]].values.tolist() == [
        [f"{month:%Y-%m}", *others] for month, *others in counted[["month", "source", "target", "events", "conflict"]].values.tolist()
    ]
    return folder


def test_the_whole_way(path: Path) -> None:
    picture = (path / "dyads.png").read_bytes()
    assert picture.startswith(b"\x89PNG") and (ROOT / "docs" / "screens" / "dyads.png").exists() or UPDATE
    if UPDATE:
        (ROOT / "docs" / "screens" / "dyads.png").write_bytes(picture)


@pytest.mark.spark
def test_the_whole_way_on_spark(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyspark", reason="pyspark is not installed: npm run test:spark installs it")
    monkeypatch.chdir(path)
    monkeypatch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
    # Java that starts quickly; what it does here is little.
    monkeypatch.setenv("SPARK_SUBMIT_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
    page = ROOT / "docs" / "scale.md"
    (told, _), (code, _) = blocks(page.read_text(), "path")
    command = told.splitlines()[-1].split()
    assert command[0] == "readout-spark"
    done = subprocess.run([str(Path(sys.executable).with_name("readout-spark")), *command[1:]], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    said = "".join(f"{line}\n" for line in done.stderr.splitlines() if line.startswith("readout-spark: "))
    out = io.StringIO()
    names: dict[str, Any] = {}
    with contextlib.redirect_stdout(out):
        exec(compile(code, page.name, "exec"), names)  # noqa: S102
    hold(page, "path", [said, out.getvalue()])
    alone = readout.Records.from_parquet("data")
    for name, table in names["records"].tables.items():
        kept = [column for column in table.column_names if column != "row"]
        assert table.select(kept).equals(getattr(alone, name).select(kept)), name
    assert sorted(each.name for each in Path("coded").iterdir() if each.name.startswith("_")) == ["_units"]


def test_every_table_and_option_is_told() -> None:
    page = (ROOT / "docs" / "python.md").read_text()
    for name in readout.Records.__annotations__:
        assert f"`{name}`" in page, name
    scale = (ROOT / "docs" / "scale.md").read_text()
    text = (ROOT / "python" / "src" / "readout" / "spark" / "command.py").read_text()
    for option in re.findall(r'add_argument\("(--[a-z-]+)"', text):
        assert f"`{option}" in scale, option


R = shutil.which("Rscript")


def r_has(*packages: str) -> bool:
    check = "; ".join(f"stopifnot(requireNamespace('{name}', quietly = TRUE))" for name in packages) or "TRUE"
    return R is not None and subprocess.run([R, "-e", check], capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize(("title", "packages"), [("R alone", ()), ("arrow", ("arrow", "dplyr")), ("duckdb", ("duckdb",))])
def test_r(folder: Path, records: readout.Records, shelf_file: Path, title: str, packages: tuple[str, ...]) -> None:
    path = ROOT / "docs" / "r.md"
    if not r_has(*packages):
        pytest.skip(f"there is no R{' with ' + ' and '.join(packages) if packages else ''}: docs/r.md says so")
    shutil.copy(shelf_file, folder / "readout.duckdb")
    program("export", "--db", folder / "readout.duckdb", "--to", folder / "csv", "--format", "csv")
    records.to_parquet(folder / "data")
    part = path.read_text().split(f"## {title}\n", 1)[1].split("\n## ", 1)[0]
    printed = []
    for code, output in blocks(part, "r"):
        assert R is not None
        done = subprocess.run([R, "--vanilla", "-e", code], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        printed.append((code, output, done.stdout))
    assert printed
    page = path.read_text()
    for code, output, text in printed:
        if UPDATE:
            page = page.replace(f"{code}```\n\n<!-- output -->\n\n```text\n{output}```", f"{code}```\n\n<!-- output -->\n\n```text\n{text}```", 1)
        else:
            assert output is None or text == output
    if UPDATE:
        path.write_text(page)
