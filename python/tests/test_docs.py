"""docs/python.md and docs/r.md show what their programs print. UPDATE_DOCS=1 writes it there."""

import contextlib
import io
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

import readout

from .conftest import EXAMPLES, ROOT, program

UPDATE = bool(os.environ.get("UPDATE_DOCS"))


def blocks(page: str, language: str) -> list[tuple[str, str | None]]:
    """Programs of a page in their order, each with the output that it shows, or None."""
    found = re.finditer(rf"<!-- {language} -->\n+```{language}\n(.*?)```\n(?:\n<!-- output -->\n+```text\n(.*?)```\n)?", page, re.DOTALL)
    return [(match[1], match[2]) for match in found]


def put(path: Path, language: str, printed: list[str]) -> None:
    """Writes what the programs print below them."""
    page = path.read_text()
    for (code, output), text in zip(blocks(page, language), printed, strict=True):
        if output is not None:
            head = f"```{language}\n{code}```\n\n<!-- output -->\n\n```text\n"
            page = page.replace(f"{head}{output}```", f"{head}{text}```", 1)
    path.write_text(page)


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
    shown, printed = [], []
    for code, output in blocks(path.read_text(), "python"):
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            exec(compile(code, "docs/python.md", "exec"), names)  # noqa: S102
        shown.append(output)
        printed.append(out.getvalue())
        assert output is not None or out.getvalue() == ""
    if UPDATE:
        put(path, "python", printed)
    else:
        assert [text for text, output in zip(printed, shown, strict=True) if output is not None] == [output for output in shown if output is not None]
    assert (folder / "dyads.png").read_bytes().startswith(b"\x89PNG")
    assert isinstance(names["records"], readout.Records) and len(printed) > 7


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
    if UPDATE:
        page = path.read_text()
        for code, output, text in printed:
            page = page.replace(f"{code}```\n\n<!-- output -->\n\n```text\n{output}```", f"{code}```\n\n<!-- output -->\n\n```text\n{text}```", 1)
        path.write_text(page)
    else:
        assert [text for _, output, text in printed if output is not None] == [output for _, output, _ in printed if output is not None]
