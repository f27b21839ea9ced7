"""What the tests share: the program of this checkout, the examples coded once, and a shelf of them."""

import os
import subprocess
from pathlib import Path

import pytest

import readout

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "bin" / "readout"
EXAMPLES = sorted(path for path in (ROOT / "examples").glob("*.txt"))


def program(*words: str | Path, given: bytes = b"") -> bytes:
    """What the program writes."""
    return subprocess.run([str(PROGRAM), *map(str, words)], input=given, capture_output=True, check=True).stdout


@pytest.fixture(scope="session", autouse=True)
def _program() -> None:
    os.environ["READOUT"] = str(PROGRAM)


@pytest.fixture(scope="session")
def articles() -> list[dict[str, str]]:
    # As files are read: a byte order mark or a line end of another system is part of the text.
    return [{"id": path.stem, "text": path.read_bytes().decode("utf-8")} for path in EXAMPLES]


@pytest.fixture(scope="session")
def records(articles: list[dict[str, str]]) -> readout.Records:
    return readout.code(articles)


@pytest.fixture(scope="session")
def jsonl() -> list[str]:
    """The records of the examples as the command line writes them."""
    return program(*EXAMPLES, "--as", "jsonl").decode("utf-8").splitlines()


@pytest.fixture(scope="session")
def shelf_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("shelf") / "examples.duckdb"
    program("add", *EXAMPLES, "--db", path)
    return path
